// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/forget_dialog.h"

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/kept_words.h"
#include "ui/dialogs/writing.h"
#include "ui/models/figures.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace rapport::ui {

namespace {

/// What is left to do by hand.
QString reportText(const service::ForgetReport& report) {
    QString text =
        ForgetDialog::tr("It is done. The participant is now called %1.").arg(toQt(report.nowCalled));
    if (const QString left = elsewhereText(report.elsewhere, report.codebook, report.isPurged);
        !left.isEmpty())
        text += QLatin1Char(' ') + left;
    if (!report.mentions.empty())
        text += QLatin1Char(' ') +
                ForgetDialog::tr("The name still stands in: %1.").arg(namesText(report.mentions));
    return text;
}

} // namespace

ForgetDialog::ForgetDialog(ViewHost& host, const std::string& participant, QWidget* parent)
    : QDialog(parent)
    , m_host(host)
    , m_name(new QLineEdit(toQt(participant), this))
    , m_withCodings(new QCheckBox(this))
    , m_preview(new Words(TypeRole::Body, Token::Text, this))
    , m_askLabel(new Words(TypeRole::Small, Token::Text2, this))
    , m_confirmation(new QLineEdit(this))
    , m_problem(new Words(TypeRole::Small, Token::Bad, this))
    , m_do(new KeyButton(tr("Forget"), ButtonKind::Primary, this))
    , m_cancel(new KeyButton(tr("Cancel"), ButtonKind::Quiet, this)) {
    setWindowTitle(tr("A participant withdraws"));
    auto* column = beginDialog(
        *this, 540,
        tr("The texts go from every byte of this study and of its search index. Lengths, places and the "
           "journal stay, so that all other results hold. It cannot be undone."));
    addField(*column, tr("Participant"), m_name);
    m_withCodings->setText(tr("Withdraw what was coded too, and leave the units out of all results"));
    column->addWidget(m_withCodings);
    m_preview->setWraps(true);
    column->addSpacing(theme().px(4));
    column->addWidget(m_preview);
    column->addSpacing(theme().px(4));
    column->addWidget(m_askLabel);
    m_confirmation->setAccessibleName(tr("The name once more"));
    column->addWidget(m_confirmation);
    m_problem->setWraps(true);
    m_problem->hide();
    column->addWidget(m_problem);
    endDialog(*this, m_cancel, m_do);
    m_later.setSingleShot(true);
    m_later.setInterval(120);
    connect(&m_later, &QTimer::timeout, this, [this] { readPreview(); });
    connect(m_confirmation, &QLineEdit::returnPressed, this, &ForgetDialog::accept);
    connect(m_name, &QLineEdit::textChanged, this, [this] { askAgain(); });
    connect(m_withCodings, &QCheckBox::toggled, this, [this] { askAgain(); });
    connect(m_confirmation, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_do->setEnabled(m_isKnown && !m_isWriting && text.trimmed() == m_name->text().trimmed());
    });
    askAgain();
    (participant.empty() ? m_name : m_confirmation)->setFocus();
}

QString ForgetDialog::preview() const {
    return m_preview->text();
}

QString ForgetDialog::problem() const {
    return m_problem->isHidden() ? QString() : m_problem->text();
}

service::ForgetRequest ForgetDialog::request() const {
    return {toUtf8(m_name->text().trimmed()), m_withCodings->isChecked()};
}

void ForgetDialog::askAgain() {
    ++m_asked;
    const QString name = m_name->text().trimmed();
    m_confirmation->clear();
    m_isKnown = false;
    m_problem->hide();
    m_do->setEnabled(false);
    m_askLabel->setText(tr("Type %1 to go on").arg(name));
    m_preview->setText({});
    m_later.start();
}

void ForgetDialog::readPreview() {
    if (m_isWriting)
        return;
    if (m_name->text().trimmed().isEmpty()) {
        m_askLabel->hide();
        m_confirmation->hide();
        return;
    }
    m_host.jobs().start<service::ForgetReport>(
        QStringLiteral("forget-preview"), tr("Looking what goes"), this,
        [wanted = request()](service::Session& session, const base::Task&) {
            return service::previewForget(session, wanted);
        },
        [this, asked = m_asked](const base::Result<service::ForgetReport>& report) {
            if (asked != m_asked || m_isWriting)
                return;
            showPreview(report);
            Q_EMIT previewed();
        });
}

void ForgetDialog::showPreview(const base::Result<service::ForgetReport>& report) {
    m_askLabel->setVisible(bool(report));
    m_confirmation->setVisible(bool(report));
    if (!report) {
        m_preview->setText(errorSentence(report.error()) + QLatin1Char(' ') + errorDetails(report.error()));
        return;
    }
    m_isKnown = true;
    QString text = tr("%1 texts, %2 turns of talks, %3 memos and remarks and %4 values go.")
                       .arg(countText(report->texts), countText(report->turns), countText(report->memos),
                            countText(report->values));
    if (m_withCodings->isChecked())
        text += QLatin1Char(' ') + tr("%1 codings are withdrawn.").arg(countText(report->codings));
    if (!report->files.empty())
        text += QLatin1Char(' ') +
                tr("So do the bytes of these imported files: %1.").arg(namesText(report->files));
    if (!report->mentions.empty())
        text +=
            QLatin1Char(' ') + tr("The name still stands in texts of others, to be blotted out there: %1.")
                                   .arg(namesText(report->mentions));
    m_preview->setText(text);
    m_do->setEnabled(m_confirmation->text().trimmed() == m_name->text().trimmed());
}

void ForgetDialog::accept() {
    if (m_isDone) {
        QDialog::accept();
        return;
    }
    if (!m_do->isEnabled())
        return;
    m_isWriting = true;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_do, m_name, m_withCodings, m_confirmation})
        widget->setEnabled(false);
    startWriting<service::ForgetReport, ForgetDialog>(
        m_host, this, tr("Taking the texts out"),
        [wanted = request()](service::Session& session, const base::Task&) {
            return service::forget(session, wanted);
        },
        [&host = m_host](const service::ForgetReport& report, bool isClosed) {
            host.study().announce(report.changes);
            if (isClosed)
                host.showToast(reportText(report));
        },
        [](ForgetDialog& dialog, const base::Result<service::ForgetReport>& report) {
            dialog.m_isWriting = false;
            if (report) {
                dialog.showReport(*report);
                offerBlottingKept(dialog.m_host, dialog.m_name->text().trimmed(), report->kept, &dialog);
            } else {
                dialog.m_problem->setText(errorSentence(report.error()) + QLatin1Char(' ') +
                                          errorDetails(report.error()));
                dialog.m_problem->show();
                for (QWidget* widget : std::initializer_list<QWidget*>{
                         dialog.m_do, dialog.m_name, dialog.m_withCodings, dialog.m_confirmation})
                    widget->setEnabled(true);
            }
            Q_EMIT dialog.forgotten(bool(report));
        });
}

void ForgetDialog::showReport(const service::ForgetReport& report) {
    m_isDone = true;
    m_preview->setText(reportText(report));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_askLabel, m_confirmation, m_cancel})
        widget->hide();
    m_name->setEnabled(false);
    m_withCodings->setEnabled(false);
    m_do->setText(tr("Close"));
    m_do->setEnabled(true);
    m_do->setFocus();
}

} // namespace rapport::ui
