// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the agreement view beside the report: a script in R that works the figures out again, and the
// question how many units a trustworthy figure needs.
#include "service/check_script.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/dialogs/plan_dialog.h"
#include "ui/views/agreement/agreement_list.h"
#include "ui/views/agreement/agreement_view.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>

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
    const QString folder = QSettings()
                               .value(QStringLiteral("reports/folder"),
                                      QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                               .toString();
    auto* dialog = new QFileDialog(this, tr("Save the R script"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("R"));
    dialog->setNameFilters({tr("R script (*.R)")});
    dialog->selectFile(QFileInfo(study().path()).completeBaseName() + QStringLiteral("-kappa.R"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        QSettings().setValue(QStringLiteral("reports/folder"), QFileInfo(file).absolutePath());
        writeScript(file);
    });
    dialog->open();
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
            QSaveFile out(file);
            if (!out.open(QIODevice::WriteOnly) || out.write(QByteArray::fromStdString(*script)) < 0 ||
                !out.commit()) {
                base::Error error;
                error.code = base::Errc::Io;
                error.message = toUtf8(QStringLiteral("%1: %2").arg(file, out.errorString()));
                host().showError(error);
                return;
            }
            host().showToast(tr("The R script is in %1").arg(QFileInfo(file).fileName()));
            Q_EMIT scriptWritten();
        });
}

} // namespace rapport::ui
