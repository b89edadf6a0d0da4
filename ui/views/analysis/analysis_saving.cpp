// SPDX-License-Identifier: GPL-3.0-or-later
// What the analysis view writes: its table as CSV with whole numbers, its figure as SVG, PNG or PDF.
#include "base/platform/file.h"
#include "ui/bridge/figure_file.h"
#include "ui/bridge/text.h"
#include "ui/components/save_dialog.h"
#include "ui/models/analysis_words.h"
#include "ui/views/analysis/analysis_view.h"
#include "ui/views/analysis/figure_page.h"

namespace rapport::ui {

void AnalysisView::askFile(bool isFigure) {
    if (!m_answer || (isFigure && m_answer->figure.svg.empty()))
        return;
    if (isFigure)
        askWhereToSave(this, tr("Save the figure"), toQt(m_name), figureKinds(),
                       [this](const QString& file) { saveFigure(file); });
    else
        askWhereToSave(this, tr("Save the table"), toQt(m_name), {tr("CSV table (*.csv)")},
                       [this](const QString& file) { saveTable(file); });
}

void AnalysisView::saveFigure(const QString& file) {
    if (const base::Status saved = ui::saveFigure(m_figure->svg(), file); !saved)
        host().showError(saved.error());
    else
        host().showToast(tr("The figure is at %1").arg(file));
}

void AnalysisView::saveTable(const QString& file) {
    const std::string text = analysis::toCsv(m_table.table());
    if (const base::Status saved = base::writeFileAtomically(toUtf8(file), text); !saved) {
        host().showError(saved.error());
        return;
    }
    host().showToast(tr("The table is at %1").arg(file));
}

} // namespace rapport::ui
