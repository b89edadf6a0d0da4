// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/turn_panel.h"

#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace rapport::ui {

TurnPanel::TurnPanel(QWidget* parent)
    : QWidget(parent)
    , m_title(new Words(TypeRole::SmallStrong, Token::Text2, this))
    , m_flag(new KeyButton({}, ButtonKind::Quiet, this))
    , m_memoButton(new KeyButton({}, ButtonKind::Quiet, this))
    , m_memo(new Words(TypeRole::Small, Token::Text2, this))
    , m_edit(new QPlainTextEdit(this))
    , m_choices(new ChoicesPanel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().px(12), theme().px(6), theme().px(8), theme().px(6));
    column->setSpacing(theme().px(4));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(2));
    row->addWidget(m_title, 1);
    m_flag->setKey(QStringLiteral("F4"));
    m_memoButton->setKey(QStringLiteral("F2"));
    m_memoButton->setIconName(QStringLiteral("memo"));
    for (KeyButton* button : {m_flag, m_memoButton}) {
        button->setSmall(true);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    column->addLayout(row);
    m_memo->setWraps(true);
    column->addWidget(m_memo);
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(theme().px(72));
    m_edit->hide();
    m_edit->installEventFilter(this);
    column->addWidget(m_edit);
    column->addWidget(m_choices);
    connect(m_flag, &QAbstractButton::clicked, this, &TurnPanel::flagWanted);
    connect(m_memoButton, &QAbstractButton::clicked, this, [this] { openMemo(); });
    connect(&theme(), &Theme::changed, this, [this] { m_edit->setFixedHeight(theme().px(72)); });
    retranslate();
}

void TurnPanel::setTurn(const QString& title, const service::UnitNote& note, std::vector<ChoiceRow> choices) {
    m_title->setText(title);
    m_note = note;
    const bool hasChoices = !choices.empty();
    m_choices->setRows(std::move(choices));
    m_choices->setVisible(hasChoices);
    for (KeyButton* button : {m_flag, m_memoButton})
        button->setVisible(!title.isEmpty());
    refresh();
}

void TurnPanel::refresh() {
    m_flag->setIconName(m_note.isFlagged ? QStringLiteral("flag-set") : QStringLiteral("flag"));
    m_flag->setInk(m_note.isFlagged ? Token::Warn : Token::Text);
    m_flag->setToolTip(m_note.isFlagged ? tr("Flagged") : tr("Flag"));
    m_flag->setAccessibleName(m_flag->toolTip());
    m_memo->setText(m_note.memo.empty() ? QString() : tr("Memo: %1").arg(toQt(m_note.memo)));
    m_memo->setVisible(!m_note.memo.empty() && !isEditing());
}

bool TurnPanel::isEditing() const {
    return !m_edit->isHidden();
}

void TurnPanel::openMemo() {
    if (m_title->text().isEmpty())
        return;
    m_memo->hide();
    Q_EMIT memoOpened();
    m_edit->setPlainText(toQt(m_note.memo));
    m_edit->show();
    m_edit->setFocus(Qt::OtherFocusReason);
    m_edit->moveCursor(QTextCursor::End);
}

void TurnPanel::closeMemo() {
    if (!isEditing())
        return;
    const QString text = m_edit->toPlainText().trimmed();
    m_edit->hide();
    refresh();
    if (text != toQt(m_note.memo))
        Q_EMIT memoWritten(text);
    Q_EMIT left();
}

bool TurnPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        closeMemo();
        return true;
    }
    if (watched == m_edit && event->type() == QEvent::FocusOut)
        closeMemo();
    return QWidget::eventFilter(watched, event);
}

void TurnPanel::retranslate() {
    m_memoButton->setToolTip(tr("Memo"));
    m_memoButton->setAccessibleName(tr("Memo"));
    m_edit->setPlaceholderText(tr("Memo on this turn; Esc or F2 closes it"));
    m_edit->setAccessibleName(tr("Memo"));
    refresh();
}

void TurnPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace rapport::ui
