// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/action_bar.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <algorithm>

namespace rapport::ui {

namespace {

constexpr int usualLines = 2;
constexpr int mostLines = 5;

} // namespace

ActionBar::ActionBar(QWidget* parent)
    : QWidget(parent)
    , m_previous(new KeyButton({}, ButtonKind::Quiet, this))
    , m_next(new KeyButton({}, ButtonKind::Quiet, this))
    , m_words(new Words(TypeRole::Body, Token::Text2, this))
    , m_complete(new KeyButton({}, ButtonKind::Primary, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme().px(20), 0, theme().px(16), 0);
    row->setSpacing(theme().px(10));
    m_previous->setIconName(QStringLiteral("chevron-left"));
    m_words->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_words->setWraps(true);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addSpacing(theme().px(24));
    row->addWidget(m_words, 1, Qt::AlignVCenter);
    row->addWidget(m_complete);
    m_complete->setKey(QStringLiteral("Enter"));
    connect(m_previous, &QAbstractButton::clicked, this, &ActionBar::previousWanted);
    connect(m_next, &QAbstractButton::clicked, this, &ActionBar::nextWanted);
    connect(m_complete, &QAbstractButton::clicked, this, &ActionBar::completeWanted);
    connect(&theme(), &Theme::changed, this, [this] { fit(); });
}

void ActionBar::setWords(const QString& previous, const QString& previousKey, const QString& next,
                         const QString& nextKey, const QString& complete) {
    m_previousWords = previous;
    m_nextWords = next;
    m_previous->setAccessibleName(previous);
    m_previous->setToolTip(QStringLiteral("%1 (%2)").arg(previous, previousKey));
    m_previousKey = previousKey;
    m_next->setAccessibleName(next);
    m_next->setToolTip(QStringLiteral("%1 (%2)").arg(next, nextKey));
    m_nextKey = nextKey;
    m_completeWords = complete;
    m_complete->setAccessibleName(complete);
    m_complete->setToolTip(QStringLiteral("%1 (%2)").arg(complete, QStringLiteral("Enter")));
    fit();
}

void ActionBar::fit() {
    m_previous->setText(m_previousWords);
    m_next->setText(m_nextWords);
    // A key-cap that goes leaves its key in the tip.
    const auto setKeyOf = [](KeyButton* button, const QString& key) {
        const QString tip = button->toolTip();
        button->setKey(key);
        button->setToolTip(tip);
    };
    setKeyOf(m_previous, m_previousKey);
    setKeyOf(m_next, m_nextKey);
    m_next->setIconName({});
    m_complete->setText(m_completeWords);
    m_complete->setIconName({});
    setKeyOf(m_complete, QStringLiteral("Enter"));
    QMargins margins(theme().px(20), 0, theme().px(16), 0);
    int gap = theme().px(10);
    const auto room = [&] {
        const int gaps = margins.left() + margins.right() + theme().px(24) + 5 * gap;
        return width() - gaps - m_previous->sizeHint().width() - m_next->sizeHint().width() -
               m_complete->sizeHint().width() - theme().px(24);
    };
    // What it may have to say, on two lines; not what it says now, or the buttons would change with that.
    const bool isShort = room() < theme().px(170);
    const int leastWords = theme().px(84);
    if (isShort) {
        m_previous->setText({});
        m_next->setText({});
    }
    m_next->setIconName(isShort ? QStringLiteral("chevron-right") : QString());
    // Where even that is too much the arrows alone are left: their keys are in the tips.
    const bool isTight = room() < leastWords;
    if (isTight) {
        setKeyOf(m_previous, {});
        setKeyOf(m_next, {});
        setKeyOf(m_complete, {});
        margins = QMargins(gap, 0, gap, 0);
        gap = theme().px(4);
    }
    // And a check stands for the last words.
    if (isTight && room() < leastWords) {
        m_complete->setText({});
        m_complete->setIconName(QStringLiteral("check"));
    }
    layout()->setContentsMargins(margins);
    layout()->setSpacing(gap);
    for (KeyButton* button : {m_previous, m_next, m_complete})
        button->updateGeometry();
    m_complete->setMinimumWidth(m_complete->sizeHint().width());
    // Two lines and no more, what is cut is in the tip; but for a question.
    const int line = theme().lineHeight(TypeRole::Body);
    const int beside =
        margins.left() + margins.right() + theme().px(24) + gap + m_complete->sizeHint().width();
    const int before = m_previous->sizeHint().width() + m_next->sizeHint().width() + 2 * gap;
    const auto linesAt = [&](int wide) { return (m_words->heightForWidth(wide) + line - 1) / line; };
    const bool isCramped = m_mood == BarMood::Ask && linesAt(width() - beside - before) > usualLines;
    m_previous->setVisible(!isCramped);
    m_next->setVisible(!isCramped);
    const int lines = isCramped ? std::clamp(linesAt(width() - beside), usualLines, mostLines) : usualLines;
    m_words->setMaximumHeight(lines * line);
    setFixedHeight(theme().px(56) + (lines - usualLines) * line);
    setMinimumWidth(theme().px(120)); // it gives way itself: what stands in it never widens the pane
}

void ActionBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void ActionBar::setEnds(bool hasPrevious, bool hasNext) {
    m_previous->setEnabled(hasPrevious);
    m_next->setEnabled(hasNext);
}

void ActionBar::say(const QString& text, BarMood mood) {
    const bool isNews = m_words->text() != text;
    const bool refits = m_mood != mood || (isNews && mood == BarMood::Ask);
    m_mood = mood;
    m_words->setText(text);
    m_words->setToken(mood == BarMood::Ask    ? Token::Warn
                      : mood == BarMood::Good ? Token::Ok
                      : mood == BarMood::Done ? Token::Ok
                                              : Token::Text2);
    m_words->setToolTip(text);
    if (refits)
        fit();
    if (isNews && mood == BarMood::Ask) {
        QAccessibleEvent alert(m_words, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    update();
}

QString ActionBar::text() const {
    return m_words->text();
}

void ActionBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& look = theme();
    const bool asks = m_mood == BarMood::Ask;
    painter.fillRect(rect(), asks ? mixed(look.color(Token::Canvas), look.color(Token::Warn), 0.12)
                                  : look.color(Token::Canvas));
    painter.fillRect(0, 0, width(), 1, look.color(asks ? Token::Warn : Token::Line));
    if (m_mood == BarMood::Quiet || m_words->text().isEmpty())
        return;
    const QRect words = m_words->geometry();
    const int wide = std::min(words.width(), textWidth(look.font(TypeRole::Body), m_words->text()));
    const qreal side = look.px(16);
    paintIcon(painter,
              QRectF(words.right() - wide - side - look.px(5), height() / 2.0 - side / 2, side, side),
              asks ? QStringLiteral("warning") : QStringLiteral("check"),
              look.color(asks ? Token::Warn : Token::Ok));
}

} // namespace rapport::ui
