// SPDX-License-Identifier: GPL-3.0-or-later
// What the analysis view writes: its table as CSV with whole numbers, its figure as SVG, PNG or PDF.
#include "ui/app/settings.h"
#include "ui/bridge/figure_file.h"
#include "ui/bridge/text.h"
#include "ui/models/analysis_words.h"
#include "ui/views/analysis/analysis_view.h"
#include "ui/views/analysis/figure_page.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

namespace rapport::ui {

void AnalysisView::askFile(bool isFigure) {
    if (!m_answer || (isFigure && m_answer->svg.empty()))
        return;
    const QString key = QStringLiteral("reports/folder");
    const QString proposed = remembered(key).toString() + QLatin1Char('/') + toQt(m_name);
    const QString file =
        isFigure
            ? QFileDialog::getSaveFileName(this, tr("Save the figure"), proposed + QStringLiteral(".svg"),
                                           tr("SVG drawing (*.svg);;PNG picture (*.png);;PDF page (*.pdf)"))
            : QFileDialog::getSaveFileName(this, tr("Save the table"), proposed + QStringLiteral(".csv"),
                                           tr("CSV table (*.csv)"));
    if (file.isEmpty())
        return;
    remember(key, QFileInfo(file).absolutePath());
    if (isFigure)
        saveFigure(file);
    else
        saveTable(file);
}

void AnalysisView::saveFigure(const QString& file) {
    if (const base::Status saved = ui::saveFigure(m_figure->svg(), file); !saved)
        host().showError(saved.error());
    else
        host().showToast(tr("The figure is at %1").arg(file));
}

void AnalysisView::saveTable(const QString& file) {
    QSaveFile out(file);
    const QByteArray bytes = QByteArray::fromStdString(analysis::toCsv(m_table.table()));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit()) {
        base::Error error;
        error.code = base::Errc::Io;
        error.message = toUtf8(QStringLiteral("%1: %2").arg(file, out.errorString()));
        host().showError(error);
        return;
    }
    host().showToast(tr("The table is at %1").arg(file));
}

} // namespace rapport::ui
