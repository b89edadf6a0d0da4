// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the agreement view beside the report: a script in R that works the figures out again, the
// intervals as a figure, and the question how many units a trustworthy figure needs.
#include "base/platform/file.h"
#include "service/agreement_figure.h"
#include "service/check_script.h"
#include "ui/bridge/figure_file.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/save_dialog.h"
#include "ui/dialogs/plan_dialog.h"
#include "ui/models/figures.h"
#include "ui/views/agreement/agreement_list.h"
#include "ui/views/agreement/agreement_view.h"

#include <QFileInfo>
#include <QLocale>

namespace rapport::ui {

void AgreementView::planSample() {
    PlanStart start;
    start.target = m_model.target();
    start.raters = std::max<std::size_t>(2, raterCount());
    if (const AgreementRow* row = m_model.row(m_list->currentIndex().row());
        row != nullptr && row->kind == AgreementRowKind::Code) {
        start.title = row->title;
        if (row->prevalence && *row->prevalence > 0 && *row->prevalence < 1)
            start.prevalence = row->prevalence;
        if (row->estimate)
            start.kappa = row->estimate->value;
    }
    auto* dialog = new PlanDialog(start, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void AgreementView::saveScript() {
    if (!m_script->isEnabled())
        return;
    askWhereToSave(this, tr("Save the R script"),
                   QFileInfo(study().path()).completeBaseName() + QStringLiteral("-kappa"),
                   {tr("R script (*.R)")}, [this](const QString& file) { writeScript(file); });
}

QByteArray AgreementView::figure() const {
    service::AgreementFigure figure;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const AgreementRow& shown = *m_model.row(row);
        service::AgreementLine line;
        line.label = toUtf8(shown.title);
        line.isHeading = shown.kind == AgreementRowKind::Section;
        if (!line.isHeading) {
            if (!shown.caption.isEmpty())
                line.label += toUtf8(QStringLiteral(" (%1)").arg(shown.caption));
            const auto words = [&](AgreementModel::Column column) {
                return m_model.index(row, column).data().toString();
            };
            line.note = toUtf8(words(AgreementModel::Value));
            if (shown.estimate && shown.estimate->ci)
                line.note += toUtf8(QStringLiteral(" [%1]").arg(words(AgreementModel::IntervalText)));
            if (shown.estimate) {
                line.value = shown.estimate->value;
                if (shown.estimate->ci) {
                    line.low = shown.estimate->ci->low;
                    line.high = shown.estimate->ci->high;
                }
            }
        }
        figure.lines.push_back(std::move(line));
    }
    figure.title =
        toUtf8(QStringLiteral("%1: %2, %3")
                   .arg(study().title(), choiceTitle(m_model.choice(), raterCount()), toQt(m_round)));
    figure.target = m_model.target();
    figure.targetText = toUtf8(tr("target %1").arg(coefficientText(figure.target)));
    figure.decimal = QLocale().decimalPoint().startsWith(QLatin1Char(',')) ? ',' : '.';
    return QByteArray::fromStdString(service::agreementFigure(figure));
}

void AgreementView::askFigure() {
    if (m_model.rowCount() == 0)
        return;
    askWhereToSave(this, tr("Save the figure"),
                   QFileInfo(study().path()).completeBaseName() + QStringLiteral("-kappa"), figureKinds(),
                   [this](const QString& file) {
                       if (const base::Status saved = saveFigure(figure(), file); !saved)
                           host().showError(saved.error());
                       else
                           host().showToast(tr("The figure is in %1").arg(QFileInfo(file).fileName()));
                   });
}

void AgreementView::writeScript(const QString& file) {
    service::StudyMeasureOptions options;
    options.rounds = {m_round};
    options.unitKind = unitKind();
    host().jobs().start<std::string>(
        QStringLiteral("agreement-script"), tr("Writing the R script"), this,
        [options](service::Session& session, const base::Task& task) {
            return service::agreementCheckScript(session, options, task);
        },
        [this, file](const base::Result<std::string>& script) {
            if (!script) {
                host().showError(script.error());
                return;
            }
            if (const base::Status written = base::writeFileAtomically(toUtf8(file), *script); !written) {
                host().showError(written.error());
                return;
            }
            host().showToast(tr("The R script is in %1").arg(QFileInfo(file).fileName()));
            Q_EMIT scriptWritten();
        });
}

} // namespace rapport::ui
