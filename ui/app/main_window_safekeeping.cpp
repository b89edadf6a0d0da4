// SPDX-License-Identifier: GPL-3.0-or-later
// How the window keeps studies safe: backups by themselves, the way back to one, sealed files, and what it
// says where a study does not open.
#include "ui/app/main_window.h"
#include "ui/app/welcome_page.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/dialogs/backups_dialog.h"
#include "ui/dialogs/unseal_dialog.h"

#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace rapport::ui {

void MainWindow::keepBackup(service::BackupReason reason) {
    if (!m_study.isOpen())
        return;
    m_jobs.start<std::string>(
        QStringLiteral("keep-backup"), tr("Making a backup"), this,
        [reason](service::Session& session, const base::Task& task) {
            return service::keepBackup(session, reason, {}, task);
        },
        [this](const base::Result<std::string>& made) {
            if (!made && made.error().code != base::Errc::Cancelled)
                showToast(tr("No backup was made.") + QLatin1Char(' ') + errorSentence(made.error()));
        });
}

void MainWindow::openSealed(const QString& path) {
    auto* dialog = new UnsealDialog(m_jobs, QFileInfo(path).absoluteFilePath(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &UnsealDialog::opened, this, [this](const QString& file) { openStudy(file); });
    dialog->open();
}

void MainWindow::sayCannotOpen(const QString& path, const base::Error& error) {
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Cannot open %1").arg(QFileInfo(path).fileName()),
                                errorSentence(error), QMessageBox::Ok, this);
    box->setInformativeText(errorDetails(error));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setEscapeButton(QMessageBox::Ok); // with two buttons there is none by itself
    if (error.code == base::Errc::StudyDamaged) {
        const QPushButton* restore = box->addButton(tr("Backups…"), QMessageBox::ActionRole);
        connect(restore, &QAbstractButton::clicked, this,
                [this, file = QFileInfo(path).absoluteFilePath()] { openBackups(file); });
    }
    box->open();
}

void MainWindow::openBackups(const QString& path) {
    auto* dialog = new BackupsDialog(m_study, m_jobs, path, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_study, &StudyContext::closing, dialog, &QDialog::reject);
    connect(dialog, &BackupsDialog::restoreWanted, this,
            [this, path](const QString& from) { restoreBackup(path, from); });
    dialog->open();
}

void MainWindow::restoreBackup(const QString& study, const QString& from) {
    RecentStudy before;
    if (m_study.isOpen()) {
        if (!settleUnsaved())
            return;
        before = asRecent();
        m_study.close();
    }
    before.path = study;
    m_jobs.startWithoutStudy<service::Restored>(
        QStringLiteral("restore"), tr("Restoring the study"), this,
        [study = toUtf8(study), from = toUtf8(from)](const base::Task& task) {
            return service::restore(study, from, task);
        },
        [this, before](const base::Result<service::Restored>& done) {
            const bool isOpen = openRecent(before);
            if (!done) {
                showError(done.error());
                return;
            }
            const QString aside = QFileInfo(toQt(done->putAside)).fileName();
            if (isOpen)
                showToast(
                    done->putAside.empty()
                        ? tr("The study is restored.")
                        : tr("The study is restored. As it was it is “%1”, in the same folder.").arg(aside));
            if (done->broughtBack == 0)
                return;
            auto* box = new QMessageBox(
                QMessageBox::Warning, tr("Texts that had been taken out are back"),
                done->broughtBack
                    ? tr("Since this backup was made participants withdrew, or words were blotted out. Their "
                         "texts are in the study again. To take them out, choose “Bring packs back…” on the "
                         "overview and “%1”: what was taken out there goes here, too, and the work done "
                         "there comes in.")
                          .arg(aside)
                    : tr("The study as it was cannot be read. If participants withdrew since this backup was "
                         "made, or words were blotted out, their texts are in the study again: take them out "
                         "once more."),
                QMessageBox::Ok, this);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->open();
        });
}

} // namespace rapport::ui
