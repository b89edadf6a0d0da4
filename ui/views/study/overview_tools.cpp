// SPDX-License-Identifier: GPL-3.0-or-later
// What the coordinator says of the whole study: that he or she rates too, whether the pace of raters is
// shown; and the audit trail, as a reviewer reads it.
#include "service/history.h"
#include "ui/app/settings.h"
#include "ui/bridge/text.h"
#include "ui/dialogs/own_rating_dialog.h"
#include "ui/views/study/overview_view.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>

namespace rapport::ui {

void OverviewView::rateToo() {
    auto* dialog = new OwnRatingDialog(study(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void OverviewView::showPace() {
    const auto isShown =
        study().read([](service::Session& session) { return service::isPaceShown(session); });
    if (!isShown)
        return;
    const bool wanted = !*isShown;
    if (study().act([wanted](service::Session& session) { return service::showPace(session, wanted); }))
        host().showToast(wanted ? tr("How fast raters work is shown here from now on. They are not ranked.")
                                : tr("How fast raters work is shown to themselves only."),
                         true);
}

void OverviewView::saveAudit() {
    if (m_state.stillToRate.empty()) {
        chooseAuditFile();
        return;
    }
    auto* box = new QMessageBox(
        QMessageBox::Warning, tr("Export the audit trail"),
        tr("You still have texts to rate in %1. The audit trail tells what others gave there: "
           "your own ratings would not be blind any more.")
            .arg(toQt(m_state.stillToRate.front())),
        QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Cancel);
    QPushButton* anyway = box->addButton(tr("Export all the same"), QMessageBox::AcceptRole);
    connect(anyway, &QAbstractButton::clicked, this, [this] { chooseAuditFile(); });
    box->open();
}

void OverviewView::chooseAuditFile() {
    const QString folder = remembered(QStringLiteral("reports/folder"),
                                      QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                               .toString();
    auto* dialog = new QFileDialog(this, tr("Export the audit trail"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QStringList filters{tr("Document (*.md)"), tr("Table of all rows (*.csv)"), tr("Data (*.json)")};
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(QStringLiteral("md"));
    dialog->selectFile(QFileInfo(study().path()).completeBaseName() + QStringLiteral("-audit.md"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters](const QString& filter) {
        const QStringList endings{QStringLiteral("md"), QStringLiteral("csv"), QStringLiteral("json")};
        dialog->setDefaultSuffix(endings.value(filters.indexOf(filter)));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        remember(QStringLiteral("reports/folder"), QFileInfo(file).absolutePath());
        writeAudit(file);
    });
    dialog->open();
}

void OverviewView::writeAudit(const QString& file) {
    const QString ending = QFileInfo(file).suffix().toLower();
    const service::AuditFormat format = ending == QLatin1String("csv")    ? service::AuditFormat::Csv
                                        : ending == QLatin1String("json") ? service::AuditFormat::Json
                                                                          : service::AuditFormat::Markdown;
    host().jobs().start<std::string>(
        QStringLiteral("audit"), tr("Writing the audit trail"), this,
        [format](service::Session& session, const base::Task& task) {
            return service::audit(session, format, task);
        },
        [this, file](const base::Result<std::string>& text) {
            if (!text) {
                if (text.error().code != base::Errc::Cancelled)
                    host().showError(text.error());
                return;
            }
            QSaveFile out(file);
            const QByteArray bytes = QByteArray::fromStdString(*text);
            if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit()) {
                base::Error error;
                error.code = base::Errc::Io;
                error.message = toUtf8(QStringLiteral("%1: %2").arg(file, out.errorString()));
                host().showError(error);
                return;
            }
            host().showToast(tr("The audit trail is at %1").arg(file));
            Q_EMIT auditWritten();
        });
}

} // namespace rapport::ui
