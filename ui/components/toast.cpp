// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/toast.h"

#include "ui/app/theme.h"
#include "ui/components/painting.h"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <chrono>
#include <utility>

namespace rapport::ui {

namespace {
constexpr std::chrono::milliseconds shownFor{6000};
constexpr const char* keptInSight = "keptInSight";
} // namespace

void keepInSight(QWidget* part) {
    part->setProperty(keptInSight, true);
}

Toast::Toast(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::TabFocus);
    hide();
    parent->installEventFilter(this);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
}

void Toast::say(const QString& text, const QString& button, const QString& key, const QString& details) {
    m_text = text;
    m_button = button;
    m_key = key;
    setToolTip(details);
    setAccessibleName(text);
    setAccessibleDescription(details);
    place();
    show();
    raise();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    wait();
}

void Toast::wait() {
    m_timer.start(shownFor);
}

void Toast::place() {
    const Theme& look = theme();
    int width = look.px(32) + textWidth(look.font(TypeRole::Body), m_text);
    if (!m_button.isEmpty())
        width += look.px(20) + textWidth(look.font(TypeRole::BodyStrong), m_button);
    if (!m_key.isEmpty())
        width += look.px(8) + keyCapSize(m_key).width();
    const QWidget* outer = parentWidget();
    width = std::min(width, outer->width() - look.px(24));
    const int height = look.px(40);
    // Above the bar that some views have at their foot, whose buttons and questions stay in sight.
    const int foot = look.px(56 + 16);
    QRect place((outer->width() - width) / 2, std::max(0, outer->height() - height - foot), width, height);
    // Above what may not be covered, as far as there is room; each step goes up.
    QList<QRect> kept;
    for (QWidget* part : outer->findChildren<QWidget*>()) {
        if (!part->property(keptInSight).toBool())
            continue;
        part->installEventFilter(this); // it may come or grow while this is said
        if (part->isVisible())
            kept.append(QRect(part->mapTo(outer, QPoint()), part->size()));
    }
    std::sort(kept.begin(), kept.end(), [](const QRect& a, const QRect& b) { return a.top() > b.top(); });
    const int gap = look.px(8);
    for (const QRect& part : std::as_const(kept)) {
        if (part.intersects(place) && part.top() - gap - height >= 0)
            place.moveTop(part.top() - gap - height);
    }
    setGeometry(place);
}

bool Toast::eventFilter(QObject* watched, QEvent* event) {
    const bool mayCover = event->type() == QEvent::Resize || event->type() == QEvent::Move ||
                          event->type() == QEvent::Show || event->type() == QEvent::Hide;
    if (mayCover && !isHidden())
        place();
    return QWidget::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent*) {
    const Theme& look = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // A dark bar in the light theme and the reverse: it must not be taken for a part of the view.
    const QColor ground = Theme::color(Token::Surface, !look.isDark(), look.isHighContrast());
    const QColor ink = Theme::color(Token::Text, !look.isDark(), look.isHighContrast());
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), 8, 8);
    qreal right = width() - look.px(16);
    if (!m_key.isEmpty()) {
        const QSize cap = keyCapSize(m_key);
        right -= cap.width();
        paintKeyCapOn(painter, QRectF(right, (height() - cap.height()) / 2.0, cap.width(), cap.height()),
                      m_key, ink);
        right -= look.px(8);
    }
    if (!m_button.isEmpty()) {
        const QFont font = look.font(TypeRole::BodyStrong);
        const int wide = textWidth(font, m_button);
        right -= wide;
        paintText(painter, QRectF(right, 0, wide + 1, height()), m_button, font, ink);
        right -= look.px(20);
    }
    paintText(painter, QRectF(look.px(16), 0, right - look.px(16), height()), m_text,
              look.font(TypeRole::Body), ink);
    if (hasFocus())
        paintFocusRing(painter, rect(), 8);
}

void Toast::enterEvent(QEnterEvent* event) {
    m_timer.stop();
    QWidget::enterEvent(event);
}

void Toast::leaveEvent(QEvent* event) {
    wait();
    QWidget::leaveEvent(event);
}

void Toast::focusInEvent(QFocusEvent* event) {
    m_timer.stop();
    QWidget::focusInEvent(event);
    update();
}

void Toast::focusOutEvent(QFocusEvent* event) {
    wait();
    QWidget::focusOutEvent(event);
    update();
}

void Toast::mousePressEvent(QMouseEvent*) {
    hide();
    if (!m_button.isEmpty())
        Q_EMIT buttonPressed();
}

void Toast::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        hide();
        if (!m_button.isEmpty())
            Q_EMIT buttonPressed();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        hide();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace rapport::ui
