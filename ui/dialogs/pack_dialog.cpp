// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/pack_dialog.h"

#include "ui/app/settings.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/file_dialog.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/enter_press.h"
#include "ui/dialogs/kept_words.h"
#include "ui/dialogs/writing.h"
#include "ui/models/figures.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace rapport::ui {

PackDialog::PackDialog(ViewHost& host, QWidget* parent)
    : QDialog(parent)
    , m_host(host)
    , m_rater(new QComboBox(this))
    , m_passphrase(new QLineEdit(this))
    , m_again(new QLineEdit(this))
    , m_problem(new Words(TypeRole::Small, Token::Bad, this))
    , m_make(new KeyButton(tr("Choose where to save it"), ButtonKind::Primary, this)) {
    setWindowTitle(tr("Coding pack for a rater"));
    auto* column = beginDialog(
        *this, 500,
        tr("One file with the texts that were assigned to this rater, under neutral names, the codebook, "
           "the rater's own work and nothing else. It opens like a study, on any computer; what comes back "
           "is merged here."));
    if (const auto raters = host.study().session().raters()) {
        for (const model::Rater& rater : *raters)
            m_rater->addItem(toQt(rater.name), toQt(rater.name));
    }
    addField(*column, tr("Rater"), m_rater);
    addField(*column, tr("Passphrase, if it travels by mail or stick; tell it by another way"), m_passphrase);
    addField(*column, tr("The passphrase again"), m_again);
    for (QLineEdit* line : {m_passphrase, m_again}) {
        line->setEchoMode(QLineEdit::Password);
        connect(line, &QLineEdit::textChanged, this, [this] { updateState(); });
        connect(line, &QLineEdit::returnPressed, this, &PackDialog::accept);
    }
    m_problem->setWraps(true);
    column->addWidget(m_problem);
    m_make->setKey(tr("Enter"));
    endDialog(*this, new KeyButton(tr("Cancel"), ButtonKind::Quiet, this), m_make);
    pressOnEnter(*this, m_make);
    updateState();
    m_rater->setFocus();
}

QString PackDialog::problem() const {
    return m_problem->text();
}

QString PackDialog::fileName() const {
    static const QRegularExpression unsafe(QStringLiteral(R"([\\/:*?"<>|\x00-\x1f]+)"));
    return m_rater->currentText().replace(unsafe, QStringLiteral(" ")).simplified() +
           QStringLiteral(".rpack");
}

void PackDialog::updateState() {
    const bool isSame = m_passphrase->text() == m_again->text();
    m_problem->setText(isSame || m_again->text().isEmpty() ? QString() : tr("The two passphrases differ."));
    m_make->setEnabled(isSame && m_rater->count() > 0 && !m_isWriting);
}

void PackDialog::accept() {
    if (!m_make->isEnabled())
        return;
    const QString folder = remembered(QStringLiteral("window/folder")).toString();
    const QString file = askForNewFile(this, tr("Save the pack"), folder + QLatin1Char('/') + fileName(),
                                       tr("Coding pack (*.rpack)"));
    if (!file.isEmpty())
        packTo(file);
}

void PackDialog::packTo(const QString& file) {
    service::PackRequest wanted;
    wanted.rater = toUtf8(m_rater->currentData().toString());
    wanted.out = toUtf8(file);
    wanted.passphrase = toUtf8(m_passphrase->text());
    m_isWriting = true;
    m_make->setEnabled(false);
    startWriting<service::PackReport, PackDialog>(
        m_host, this, tr("Making the pack"),
        [wanted](service::Session& session, const base::Task& task) {
            return service::pack(session, wanted, task);
        },
        [&host = m_host, file](const service::PackReport& report, bool) {
            service::ChangeSet change;
            change.position = host.study().session().position().value_or(0);
            change.codebookChanged = true; // its version is frozen now
            change.act = "pack";
            host.study().announce(change);
            QString text =
                counted(report.units, tr("The pack holds 1 text: %2"), tr("The pack holds %1 texts: %2"))
                    .replace(QStringLiteral("%2"), file);
            if (!report.openedRounds.empty())
                text +=
                    QStringLiteral(". ") + tr("Opened before, so that it comes too late for agreement: %1")
                                               .arg(namesText(report.openedRounds));
            host.showToast(text);
        },
        [file](PackDialog& dialog, const base::Result<service::PackReport>& report) {
            dialog.m_isWriting = false;
            dialog.updateState();
            if (!report)
                dialog.m_problem->setText(errorSentence(report.error()) + QLatin1Char(' ') +
                                          errorDetails(report.error()));
            Q_EMIT dialog.packed(report ? file : QString());
            if (report)
                dialog.QDialog::accept();
        });
}

} // namespace rapport::ui
