// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/tour.h"

#include "ui/components/controls.h"
#include "ui/components/small_parts.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

Tour::Tour(std::function<std::vector<TourStop>()> stops, QWidget* window)
    : QWidget(window)
    , m_source(std::move(stops))
    , m_before(QApplication::focusWidget())
    , m_card(new Card(this))
    , m_count(new Words(TypeRole::Caption, Token::Text3, m_card))
    , m_title(new Words(TypeRole::Title, Token::Text, m_card))
    , m_text(new Words(TypeRole::Body, Token::Text, m_card))
    , m_skip(new KeyButton({}, ButtonKind::Quiet, m_card))
    , m_next(new KeyButton({}, ButtonKind::Primary, m_card)) {
    setObjectName(QStringLiteral("tour"));
    setFocusPolicy(Qt::StrongFocus);
    window->installEventFilter(this);
    auto* column = new QVBoxLayout(m_card);
    const int pad = theme().px(18);
    column->setContentsMargins(pad, pad, pad, theme().px(14));
    column->setSpacing(theme().px(6));
    m_title->setWraps(true);
    m_text->setWraps(true);
    column->addWidget(m_count);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(theme().px(8));
    auto* row = new QHBoxLayout;
    row->addWidget(m_skip);
    row->addStretch(1);
    row->addWidget(m_next);
    column->addLayout(row);
    connect(m_skip, &QAbstractButton::clicked, this, [this] { end(); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { show(m_stop + 1); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, const QWidget* now) {
        if (!isHidden() && now != nullptr && now->window() == this->window() && now != this &&
            !isAncestorOf(now))
            end();
    });
    setGeometry(window->rect());
    read();
}

void Tour::read() {
    m_stops = m_source();
    std::erase_if(m_stops, [](const TourStop& stop) { return stop.place.isEmpty(); });
    show(m_stop);
}

void Tour::show(int stop) {
    if (stop >= int(m_stops.size())) {
        end();
        return;
    }
    m_stop = std::max(0, stop);
    const TourStop& now = m_stops[std::size_t(m_stop)];
    const bool isLast = m_stop + 1 == int(m_stops.size());
    m_count->setText(tr("%1 of %2").arg(m_stop + 1).arg(m_stops.size()));
    m_title->setText(now.title);
    m_text->setText(now.text);
    m_skip->setText(tr("Skip the tour"));
    m_skip->setKey(tr("Esc"));
    m_skip->setVisible(!isLast);
    m_next->setText(isLast ? tr("To work") : tr("Next"));
    m_next->setKey(tr("Enter"));
    setAccessibleName(tr("Tour, %1 of %2: %3").arg(m_stop + 1).arg(m_stops.size()).arg(now.title));
    setAccessibleDescription(now.text);
    placeCard();
    QWidget::show();
    raise();
    setFocus(Qt::OtherFocusReason);
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Tour::placeCard() {
    if (m_stops.empty())
        return;
    const QRect place = m_stops[std::size_t(m_stop)].place;
    const int wide = std::min(theme().px(380), width() - theme().px(32));
    m_card->setFixedWidth(wide);
    m_card->layout()->activate();
    const int high = m_card->layout()->hasHeightForWidth() ? m_card->layout()->totalHeightForWidth(wide)
                                                           : m_card->sizeHint().height();
    m_card->resize(wide, high);
    const int gap = theme().px(16);
    // Beside the place if there is room, else under it, else above, else over its middle.
    QPoint corner(place.right() + gap, place.top());
    if (corner.x() + wide > width() - gap) {
        corner = QPoint(place.center().x() - wide / 2, place.bottom() + gap);
        if (corner.y() + high > height() - gap)
            corner.setY(place.top() - gap - high);
        if (corner.y() < gap)
            corner.setY(place.center().y() - high / 2);
    }
    corner.setX(std::clamp(corner.x(), gap, std::max(gap, width() - wide - gap)));
    corner.setY(std::clamp(corner.y(), gap, std::max(gap, height() - high - gap)));
    m_card->move(corner);
}

void Tour::end() {
    if (isHidden() && m_stops.empty()) {
        deleteLater();
        return;
    }
    const QWidget* focus = QApplication::focusWidget();
    const bool isOurs = focus == nullptr || focus == this || isAncestorOf(focus);
    hide();
    if (m_before && isOurs)
        m_before->setFocus(Qt::OtherFocusReason);
    Q_EMIT ended();
    deleteLater();
}

void Tour::paintEvent(QPaintEvent*) {
    if (m_stops.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF place = QRectF(m_stops[std::size_t(m_stop)].place).adjusted(3, 3, -3, -3);
    QPainterPath dim;
    dim.addRect(rect());
    QPainterPath hole;
    hole.addRoundedRect(place, 8, 8);
    QColor shade(0x10, 0x12, 0x15);
    shade.setAlphaF(theme().isDark() ? 0.62F : 0.46F);
    painter.fillPath(dim.subtracted(hole), shade);
    painter.setPen(QPen(theme().color(Token::Focus), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(place, 8, 8);
}

void Tour::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_Right:
    case Qt::Key_Down:
        show(m_stop + 1);
        return;
    case Qt::Key_Backspace:
    case Qt::Key_Left:
    case Qt::Key_Up:
        show(m_stop - 1);
        return;
    case Qt::Key_Escape:
        end();
        return;
    default:
        // Nothing underneath may take a letter for a code.
        event->accept();
    }
}

bool Tour::event(QEvent* event) {
    // What is behind the shade is not worked on: keys of the window do nothing, but for Alt, which opens
    // views.
    if (event->type() == QEvent::ShortcutOverride &&
        !static_cast<QKeyEvent*>(event)->modifiers().testFlag(Qt::AltModifier)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Tour::mousePressEvent(QMouseEvent*) {
    show(m_stop + 1);
}

bool Tour::focusNextPrevChild(bool next) {
    const std::vector<QWidget*> ring = m_skip->isHidden() ? std::vector<QWidget*>{this, m_next}
                                                          : std::vector<QWidget*>{this, m_skip, m_next};
    const auto now = std::find(ring.begin(), ring.end(), QApplication::focusWidget());
    const std::size_t at = now == ring.end() ? 0 : std::size_t(now - ring.begin());
    ring[(at + (next ? 1 : ring.size() - 1)) % ring.size()]->setFocus(Qt::TabFocusReason);
    return true;
}

void Tour::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && !m_stops.empty())
        read();
}

bool Tour::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && !isHidden()) {
        setGeometry(parentWidget()->rect());
        // After the layout has moved what the stops stand at.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!isHidden())
                    read();
            },
            Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rapport::ui
