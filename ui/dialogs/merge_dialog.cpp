// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/merge_dialog.h"

#include "service/packing.h"
#include "ui/app/settings.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/hint_text.h"
#include "ui/bridge/phrase_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/file_dialog.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/enter_press.h"
#include "ui/dialogs/writing.h"
#include "ui/models/figures.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

QString mergedText(const service::MergedFile& file) {
    QStringList lines;
    const QString name = QFileInfo(toQt(file.file)).fileName();
    if (file.added == 0)
        lines.append(MergeDialog::tr("%1: nothing new, %2 already.")
                         .arg(name, counted(file.alreadyThere, MergeDialog::tr("1 act was here"),
                                            MergeDialog::tr("%1 acts were here"))));
    else
        lines.append(
            MergeDialog::tr("%1: %2: %3, %4, %5. %6 already.")
                .arg(
                    name,
                    counted(file.added, MergeDialog::tr("1 act came in"), MergeDialog::tr("%1 acts came in")),
                    counted(file.codings, MergeDialog::tr("1 coding"), MergeDialog::tr("%1 codings")),
                    counted(file.completions, MergeDialog::tr("1 completion"),
                            MergeDialog::tr("%1 completions")),
                    counted(file.memos, MergeDialog::tr("1 memo"), MergeDialog::tr("%1 memos")),
                    counted(file.alreadyThere, MergeDialog::tr("1 act was here"),
                            MergeDialog::tr("%1 acts were here"))));
    for (const service::MergedFile::Refusal& refusal : file.refused)
        lines.append(
            QStringLiteral("  ") +
            (refusal.example.empty()
                 ? MergeDialog::tr("refused, %1: %2").arg(countText(refusal.rows), phraseText(refusal.reason))
                 : MergeDialog::tr("refused, %1: %2 (for instance %3)")
                       .arg(countText(refusal.rows), phraseText(refusal.reason), toQt(refusal.example))));
    for (const auto& [round, rows] : file.afterOpening)
        lines.append(QStringLiteral("  ") +
                     MergeDialog::tr("%1 came in after round %2 was opened: its agreement leaves them out.")
                         .arg(countText(rows), toQt(round)));
    for (const base::Phrase& note : file.notes)
        lines.append(QStringLiteral("  ") + hintText(note));
    return lines.join(QLatin1Char('\n'));
}

MergeDialog::MergeDialog(ViewHost& host, QWidget* parent)
    : QDialog(parent)
    , m_host(host)
    , m_names(new Words(TypeRole::Body, Token::Text, this))
    , m_passphrase(new QLineEdit(this))
    , m_report(new QPlainTextEdit(this))
    , m_choose(new KeyButton(tr("Choose files…"), ButtonKind::Secondary, this))
    , m_merge(new KeyButton(tr("Bring in"), ButtonKind::Primary, this)) {
    setWindowTitle(tr("Bring packs back"));
    auto* column = beginDialog(
        *this, 560,
        tr("Packs of raters and copies of this study, in any order and as often as you like: what is here "
           "already comes in once. A backup is made before."));
    auto* files = new QHBoxLayout;
    m_names->setWraps(true);
    files->addWidget(m_names, 1);
    files->addWidget(m_choose, 0, Qt::AlignTop);
    column->addLayout(files);
    addField(*column, tr("Passphrase of the sealed ones"), m_passphrase);
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_report->setReadOnly(true);
    m_report->setAccessibleName(tr("What came in"));
    m_report->setMinimumHeight(theme().px(120));
    m_report->hide();
    column->addWidget(m_report, 1);
    m_merge->setKey(tr("Enter"));
    endDialog(*this, new KeyButton(tr("Close"), ButtonKind::Quiet, this), m_merge);
    pressOnEnter(*this, m_merge);
    connect(m_choose, &QAbstractButton::clicked, this, [this] { chooseFiles(); });
    connect(m_passphrase, &QLineEdit::returnPressed, this, &MergeDialog::accept);
    setFiles({});
    m_choose->setFocus();
}

void MergeDialog::setFiles(const QStringList& files) {
    m_files = files;
    QStringList names;
    for (const QString& file : files)
        names.append(QFileInfo(file).fileName());
    m_names->setText(names.isEmpty() ? tr("No files chosen yet.") : names.join(QStringLiteral(", ")));
    m_merge->setEnabled(!files.isEmpty() && !m_isWriting);
    if (!m_merge->isEnabled())
        return;
    m_isDone = false;
    m_merge->setText(tr("Bring in"));
    // Enter is for what comes next.
    const bool isSealed = std::any_of(files.begin(), files.end(),
                                      [](const QString& file) { return service::isSealed(toUtf8(file)); });
    isSealed ? m_passphrase->setFocus() : m_merge->setFocus();
}

void MergeDialog::chooseFiles() {
    const QString last = remembered(QStringLiteral("window/folder")).toString();
    const QString folder = last.isEmpty() ? QFileInfo(m_host.study().path()).absolutePath() : last;
    const QStringList files = askForFiles(this, tr("Packs and copies"), folder,
                                          tr("Coding packs and studies (*.rpack *.rapport);;All files (*)"));
    if (files.isEmpty())
        return;
    remember(QStringLiteral("window/folder"), QFileInfo(files.constFirst()).absolutePath());
    setFiles(files);
}

QString MergeDialog::report() const {
    return m_report->toPlainText();
}

void MergeDialog::accept() {
    if (m_isDone) {
        QDialog::accept();
        return;
    }
    if (!m_merge->isEnabled())
        return;
    service::MergeRequest wanted;
    for (const QString& file : m_files)
        wanted.files.push_back(toUtf8(file));
    wanted.passphrase = toUtf8(m_passphrase->text());
    m_isWriting = true;
    m_merge->setEnabled(false);
    m_choose->setEnabled(false);
    startWriting<service::MergeResult, MergeDialog>(
        m_host, this, tr("Bringing packs back"),
        [wanted](service::Session& session, const base::Task& task) {
            return service::merge(session, wanted, task);
        },
        [&host = m_host](const service::MergeResult& result, bool isClosed) {
            host.study().announce(result.changes);
            QStringList parts;
            for (const service::MergedFile& file : result.files)
                parts.append(mergedText(file));
            if (isClosed)
                host.showToast(parts.join(QLatin1Char('\n')));
        },
        [](MergeDialog& dialog, const base::Result<service::MergeResult>& result) { dialog.take(result); });
}

void MergeDialog::take(const base::Result<service::MergeResult>& result) {
    m_isWriting = false;
    m_merge->setEnabled(true);
    m_choose->setEnabled(true);
    m_report->show();
    if (!result) {
        m_report->setPlainText(errorSentence(result.error()) + QLatin1Char('\n') +
                               errorDetails(result.error()));
        m_passphrase->setFocus();
        Q_EMIT merged();
        return;
    }
    QStringList parts;
    for (const service::MergedFile& file : result->files)
        parts.append(mergedText(file));
    m_report->setPlainText(parts.join(QLatin1Char('\n')));
    m_isDone = true;
    m_merge->setText(tr("Done"));
    m_merge->setFocus();
    Q_EMIT merged();
}

} // namespace rapport::ui
