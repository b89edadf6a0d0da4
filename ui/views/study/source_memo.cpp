// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/study/source_memo.h"

#include "ui/app/theme.h"
#include "ui/components/small_parts.h"
#include "ui/components/toast.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace rapport::ui {

SourceMemo::SourceMemo(QWidget* parent)
    : QWidget(parent)
    , m_shown(new Words(TypeRole::Small, Token::Text2, this))
    , m_edit(new QPlainTextEdit(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_shown->setWraps(true);
    column->addWidget(m_shown);
    m_edit->setTabChangesFocus(true);
    keepInSight(m_edit);
    m_edit->setFixedHeight(theme().px(72));
    m_edit->hide();
    m_edit->installEventFilter(this);
    column->addWidget(m_edit);
    connect(&theme(), &Theme::changed, this, [this] { m_edit->setFixedHeight(theme().px(72)); });
    retranslate();
}

void SourceMemo::setText(const QString& text) {
    m_text = text;
    refresh();
}

bool SourceMemo::isEditing() const {
    return !m_edit->isHidden();
}

void SourceMemo::open() {
    m_edit->setPlainText(m_text);
    m_edit->show();
    refresh();
    m_edit->setFocus(Qt::OtherFocusReason);
    m_edit->moveCursor(QTextCursor::End);
}

bool SourceMemo::close() {
    if (!isEditing())
        return true;
    if (!keep())
        return false;
    const bool hadFocus = m_edit->hasFocus();
    m_edit->hide();
    refresh();
    if (hadFocus)
        Q_EMIT left();
    return true;
}

bool SourceMemo::keep() {
    const QString text = m_edit->toPlainText().trimmed();
    if (text == m_text)
        return true;
    const QString before = std::exchange(m_text, text); // told to views by what is written
    if (!m_write || m_write(text))
        return true;
    m_text = before;
    return false;
}

void SourceMemo::refresh() {
    m_shown->setText(m_text.isEmpty() ? QString() : tr("Memo: %1").arg(m_text));
    m_shown->setVisible(!m_text.isEmpty() && !isEditing());
    setVisible(!m_text.isEmpty() || isEditing());
}

bool SourceMemo::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    if (watched == m_edit && event->type() == QEvent::FocusOut)
        close();
    return QWidget::eventFilter(watched, event);
}

void SourceMemo::retranslate() {
    m_edit->setPlaceholderText(tr("Memo on this text, for researchers; Esc or F2 closes it"));
    m_edit->setAccessibleName(tr("Memo"));
    refresh();
}

void SourceMemo::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace rapport::ui
