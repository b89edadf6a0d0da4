// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/forget_dialog.h"

#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/growing.h"
#include "ui/models/figures.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace rapport::ui {

namespace {

QString listed(const std::vector<std::string>& names) {
    constexpr std::size_t most = 6;
    QStringList words;
    for (std::size_t place = 0; place < names.size() && place < most; ++place)
        words.append(toQt(names[place]));
    if (names.size() > most)
        words.append(QStringLiteral("…"));
    return words.join(QStringLiteral(", "));
}

} // namespace

ForgetDialog::ForgetDialog(StudyContext& study, const std::string& participant, QWidget* parent)
    : QDialog(parent)
    , m_study(study)
    , m_name(new QLineEdit(toQt(participant), this))
    , m_withCodings(new QCheckBox(this))
    , m_preview(new Words(TypeRole::Body, Token::Text, this))
    , m_askLabel(new Words(TypeRole::Small, Token::Text2, this))
    , m_confirmation(new QLineEdit(this))
    , m_problem(new Words(TypeRole::Small, Token::Bad, this))
    , m_do(new KeyButton(tr("Forget"), ButtonKind::Primary, this))
    , m_cancel(new KeyButton(tr("Cancel"), ButtonKind::Quiet, this)) {
    setWindowTitle(tr("A participant withdraws"));
    setMinimumWidth(theme().px(540));
    auto* column = new QVBoxLayout(this);
    const int pad = theme().px(16);
    column->setContentsMargins(pad, pad, pad, pad);
    column->setSpacing(theme().px(6));
    column->addWidget(new Words(windowTitle(), TypeRole::Title, Token::Text, this));
    auto* explained = new Words(
        tr("The texts go from every byte of this study and of its search index. Lengths, places and the "
           "journal stay, so that all other results hold. It cannot be undone."),
        TypeRole::Small, Token::Text2, this);
    explained->setWraps(true);
    column->addWidget(explained);
    column->addSpacing(theme().px(6));
    column->addWidget(new Words(tr("Participant"), TypeRole::Small, Token::Text2, this));
    m_name->setAccessibleName(tr("Participant"));
    column->addWidget(m_name);
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
    column->addSpacing(theme().px(10));
    auto* row = new QHBoxLayout;
    m_cancel->setKey(tr("Esc"));
    row->addWidget(m_cancel);
    row->addStretch(1);
    row->addWidget(m_do);
    column->addLayout(row);
    connect(m_cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_do, &QAbstractButton::clicked, this, &ForgetDialog::accept);
    connect(m_confirmation, &QLineEdit::returnPressed, this, &ForgetDialog::accept);
    connect(m_name, &QLineEdit::textChanged, this, [this] { showPreview(); });
    connect(m_withCodings, &QCheckBox::toggled, this, [this] { showPreview(); });
    connect(m_confirmation, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_do->setEnabled(m_isKnown && text.trimmed() == m_name->text().trimmed());
    });
    growWithWords(*this);
    showPreview();
    (participant.empty() ? m_name : m_confirmation)->setFocus();
}

QString ForgetDialog::preview() const {
    return m_preview->text();
}

QString ForgetDialog::problem() const {
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void ForgetDialog::showPreview() {
    const QString name = m_name->text().trimmed();
    m_confirmation->clear();
    m_isKnown = false;
    m_problem->hide();
    m_do->setEnabled(false);
    m_askLabel->setText(tr("Type %1 to go on").arg(name));
    m_askLabel->setVisible(false);
    m_confirmation->setVisible(false);
    if (name.isEmpty()) {
        m_preview->setText({});
        return;
    }
    const auto report = service::previewForget(m_study.session(), {toUtf8(name), m_withCodings->isChecked()});
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
        text +=
            QLatin1Char(' ') + tr("So do the bytes of these imported files: %1.").arg(listed(report->files));
    if (!report->mentions.empty())
        text +=
            QLatin1Char(' ') + tr("The name still stands in texts of others, to be blotted out there: %1.")
                                   .arg(listed(report->mentions));
    m_preview->setText(text);
    m_askLabel->setVisible(true);
    m_confirmation->setVisible(true);
}

void ForgetDialog::accept() {
    if (m_isDone) {
        QDialog::accept();
        return;
    }
    if (!m_do->isEnabled())
        return;
    auto report =
        service::forget(m_study.session(), {toUtf8(m_name->text().trimmed()), m_withCodings->isChecked()});
    if (!report) {
        m_problem->setText(errorSentence(report.error()) + QLatin1Char(' ') + errorDetails(report.error()));
        m_problem->show();
        return;
    }
    m_study.announce(report->changes);
    showReport(*report);
}

void ForgetDialog::showReport(const service::ForgetReport& report) {
    m_isDone = true;
    QString text = tr("It is done. The participant is now called %1.").arg(toQt(report.nowCalled));
    if (!report.isPurged)
        text += QLatin1Char(' ') +
                tr("Somebody else has the study open: close it there, so that its log is emptied "
                   "too.");
    if (!report.copies.empty())
        text += QLatin1Char(' ') +
                tr("Copies of this study still hold the texts: %1.").arg(listed(report.copies));
    if (!report.mentions.empty())
        text += QLatin1Char(' ') + tr("The name still stands in: %1.").arg(listed(report.mentions));
    m_preview->setText(text);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_askLabel, m_confirmation, m_cancel})
        widget->hide();
    m_name->setEnabled(false);
    m_withCodings->setEnabled(false);
    m_do->setText(tr("Close"));
    m_do->setEnabled(true);
    m_do->setFocus();
}

} // namespace rapport::ui
