// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/original_dialog.h"

#include "base/platform/file.h"
#include "service/originals.h"
#include "ui/app/settings.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/file_dialog.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace rapport::ui {

OriginalDialog::OriginalDialog(ViewHost& host, model::ImportedFile file, QWidget* parent)
    : QDialog(parent)
    , m_host(host)
    , m_file(std::move(file)) {
    setWindowTitle(tr("The original"));
    auto* column =
        beginDialog(*this, 520,
                    tr("The study keeps every file as it came. The digest (SHA-256) shows that a copy is "
                       "the same, byte for byte."));
    const bool isThere = m_file.size > 0;
    const auto fact = [&](const QString& label, const QString& value) {
        auto* field = new QLineEdit(value, this);
        field->setReadOnly(true);
        field->setCursorPosition(0);
        addField(*column, label, field);
    };
    fact(tr("File"), toQt(m_file.name));
    fact(tr("Size"),
         isThere ? QLocale().formattedDataSize(m_file.size) : tr("taken out when a participant withdrew"));
    fact(tr("Read as"), m_file.encoding.empty()
                            ? toQt(m_file.reader)
                            : QStringLiteral("%1, %2").arg(toQt(m_file.reader), toQt(m_file.encoding)));
    fact(QStringLiteral("SHA-256"), toQt(m_file.sha256));
    auto* save = new KeyButton(tr("Save the original"), ButtonKind::Primary, this);
    save->setEnabled(isThere);
    endDialog(*this, new KeyButton(tr("Close"), ButtonKind::Quiet, this), save);
    save->disconnect(this);
    connect(save, &QAbstractButton::clicked, this, [this] { chooseFile(); });
}

void OriginalDialog::chooseFile() {
    const QString folder = remembered(QStringLiteral("reports/folder")).toString();
    auto* dialog = new FileDialog(this, tr("Save the original"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(toQt(m_file.name));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { write(file); });
    dialog->open();
}

void OriginalDialog::write(const QString& file) {
    m_host.jobs().start<QString>(
        QStringLiteral("original"), tr("Saving the original"), this,
        [file, id = m_file.id](service::Session& session, const base::Task&) -> base::Result<QString> {
            RAPPORT_ASSIGN(const std::string bytes, service::originalBytes(session, id));
            RAPPORT_TRY(base::writeFileAtomically(toUtf8(file), bytes));
            return file;
        },
        [this](const base::Result<QString>& done) {
            if (!done) {
                m_host.showError(done.error());
                return;
            }
            m_host.showToast(tr("The original is at %1").arg(*done));
            Q_EMIT written();
            accept();
        });
}

} // namespace rapport::ui
