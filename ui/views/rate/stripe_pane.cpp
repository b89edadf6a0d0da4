// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/stripe_pane.h"

#include "ui/app/theme.h"
#include "ui/components/painting.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>

namespace rapport::ui {

StripePane::StripePane(ReadingView& reading, QWidget* parent)
    : QWidget(parent)
    , m_reading(reading) {
    setMouseTracking(true);
    setMinimumWidth(theme().px(60));
    connect(&reading, &ReadingView::layoutChanged, this, [this] {
        if (m_linesAtLaning != m_reading.lineCount())
            relane();
        update();
    });
    connect(&theme(), &Theme::changed, this, [this] { update(); });
}

void StripePane::setStripes(std::vector<Stripe> stripes, bool isOther) {
    m_stripes = std::move(stripes);
    if (isOther)
        m_linesAtLaning = -1;
    relane();
    update();
}

void StripePane::relane() {
    if (m_linesAtLaning != m_reading.lineCount())
        m_lanes.clear();
    m_linesAtLaning = m_reading.lineCount();
    std::vector<LaneSpan> spans;
    spans.reserve(m_stripes.size());
    for (const Stripe& stripe : m_stripes) {
        const text::CodePoints last(std::max(stripe.range.begin.value, stripe.range.end.value - 1));
        spans.push_back({stripe.id, m_reading.lineOf(stripe.range.begin), m_reading.lineOf(last)});
    }
    m_lanes.update(std::move(spans));
    setAccessibleDescription(tr("%1 codings in %2 lanes").arg(m_stripes.size()).arg(m_lanes.count()));
}

void StripePane::setChosen(std::int64_t id) {
    m_chosen = id;
    update();
}

QRectF StripePane::placeOf(const Stripe& stripe) const {
    const int lane = m_lanes.laneOf(stripe.id);
    if (lane < 0 || lane >= mostLanes)
        return {};
    const int pitch = theme().px(lanePitch(m_lanes.count()));
    const text::CodePoints last(std::max(stripe.range.begin.value, stripe.range.end.value - 1));
    const int top = m_reading.lineTop(m_reading.lineOf(stripe.range.begin)) - m_reading.scrollOffset();
    const int bottom =
        m_reading.lineTop(m_reading.lineOf(last)) + m_reading.lineHeight() - m_reading.scrollOffset();
    return {qreal(theme().px(10) + lane * pitch), qreal(top + 1), qreal(pitch - theme().px(3)),
            qreal(bottom - top - 2)};
}

void StripePane::paintEvent(QPaintEvent*) {
    const Theme& look = theme();
    QPainter painter(this);
    painter.fillRect(rect(), look.color(Token::Reading));
    painter.fillRect(0, 0, 1, height(), look.color(Token::Line));
    // The lines between turns go on through the margin.
    for (const ReadingBlock& block : m_reading.blocks()) {
        const int top =
            m_reading.lineTop(m_reading.lineOf(block.range.begin)) - m_reading.scrollOffset() - look.px(5);
        if (top > height())
            break;
        if (top >= 0)
            painter.fillRect(0, top - 1, width(), 1, look.color(Token::Line));
    }
    const QFont font = look.font(TypeRole::Tag);
    const qreal letter = look.px(12);
    int folded = 0;
    for (const Stripe& stripe : m_stripes) {
        if (m_lanes.laneOf(stripe.id) >= mostLanes)
            ++folded;
        const QRectF place = placeOf(stripe);
        if (place.isEmpty() || place.bottom() < 0 || place.top() > height())
            continue;
        const QColor colour = stripe.look.color();
        painter.fillRect(place, look.tintOver(colour, Token::Reading));
        painter.fillRect(QRectF(place.left(), place.top(), look.px(3), place.height()), colour);
        // The head stays in sight as long as the stripe does.
        const qreal headTop =
            std::min(std::max(place.top(), 0.0), std::max(place.top(), place.bottom() - 2 * letter));
        const QRectF head(place.left(), headTop, place.width(), std::min(2 * letter, place.height()));
        painter.fillRect(head, colour);
        painter.setFont(font);
        painter.setPen(Theme::inkOn(colour));
        painter.drawText(QRectF(head.left(), head.top(), head.width(), letter), Qt::AlignCenter,
                         stripe.look.tag.left(1));
        painter.drawText(QRectF(head.left(), head.top() + letter - 1, head.width(), letter), Qt::AlignCenter,
                         stripe.look.tag.mid(1, 1));
        if (stripe.id == m_chosen)
            paintFocusRing(painter, place.adjusted(-2, -2, 2, 2), 3);
        else if (stripe.id == m_hovered) {
            painter.setPen(QPen(look.color(Token::LineStrong), 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(place);
        }
    }
    if (folded > 0) {
        const qreal x = look.px(10) + mostLanes * look.px(lanePitch(m_lanes.count()));
        paintText(painter, QRectF(x, 2, look.px(36), look.px(18)), QStringLiteral("+%1").arg(folded),
                  look.font(TypeRole::SmallStrong), look.color(Token::Text2));
    }
}

const Stripe* StripePane::at(const QPointF& point) const {
    for (const Stripe& stripe : m_stripes) {
        if (placeOf(stripe).adjusted(-1, 0, 2, 0).contains(point))
            return &stripe;
    }
    return nullptr;
}

void StripePane::mousePressEvent(QMouseEvent* event) {
    if (const Stripe* stripe = at(event->position()))
        Q_EMIT chosen(stripe->id);
}

void StripePane::mouseMoveEvent(QMouseEvent* event) {
    const Stripe* stripe = at(event->position());
    const std::int64_t now = stripe != nullptr ? stripe->id : 0;
    if (now == m_hovered)
        return;
    m_hovered = now;
    Q_EMIT hovered(now);
    update();
}

void StripePane::leaveEvent(QEvent*) {
    m_hovered = 0;
    Q_EMIT hovered(0);
    update();
}

bool StripePane::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const Stripe* stripe = at(help->pos()))
            QToolTip::showText(help->globalPos(), stripe->look.title, this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

Minimap::Minimap(ReadingView& reading, StripePane& stripes, QWidget* parent)
    : QWidget(parent)
    , m_reading(reading)
    , m_stripes(stripes) {
    setFixedWidth(theme().px(46));
    setAccessibleName(tr("Map of the transcript"));
    connect(&reading, &ReadingView::layoutChanged, this, [this] { update(); });
    connect(&theme(), &Theme::changed, this, [this] {
        setFixedWidth(theme().px(46));
        refresh();
    });
}

void Minimap::refresh() {
    m_picture = QPixmap();
    update();
}

double Minimap::scale() const {
    const double content = std::max(1, m_reading.contentHeight());
    return std::min(double(height()) / content, 2.5 / std::max(1, m_reading.lineHeight()));
}

void Minimap::draw() {
    const Theme& look = theme();
    const qreal ratio = devicePixelRatioF();
    m_picture = QPixmap(size() * ratio);
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(look.color(Token::Canvas));
    QPainter painter(&m_picture);
    const double by = scale();
    const double thick = std::max(0.5, m_reading.lineHeight() * by * 0.45);
    for (const ReadingBlock& block : m_reading.blocks()) {
        const int first = m_reading.lineOf(block.range.begin);
        const int last =
            m_reading.lineOf(text::CodePoints(std::max(block.range.begin.value, block.range.end.value - 1)));
        const double perLine = double(block.range.length()) / std::max(1, last - first + 1);
        for (int line = first; line <= last; ++line) {
            const double wide = line == last ? std::min(1.0, perLine / 80) * 0.7 : 1.0;
            painter.fillRect(QRectF(look.px(5), m_reading.lineTop(line) * by, look.px(17) * wide, thick),
                             look.color(block.isQuiet ? Token::Line : Token::LineStrong));
        }
    }
    for (const Stripe& stripe : m_stripes.stripes()) {
        const int lane = m_stripes.lanes().laneOf(stripe.id);
        if (lane < 0 || lane > 6)
            continue;
        const double top = m_reading.lineTop(m_reading.lineOf(stripe.range.begin)) * by;
        const double bottom =
            (m_reading.lineTop(m_reading.lineOf(stripe.range.end)) + m_reading.lineHeight()) * by;
        painter.fillRect(QRectF(look.px(25) + lane * 3.0, top, 2, std::max(2.0, bottom - top)),
                         stripe.look.color());
    }
}

void Minimap::paintEvent(QPaintEvent*) {
    if (m_picture.isNull())
        draw();
    const Theme& look = theme();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    painter.fillRect(0, 0, 1, height(), look.color(Token::Line));
    painter.fillRect(width() - 1, 0, 1, height(), look.color(Token::Line));
    const double by = scale();
    const QRectF seen(2, m_reading.scrollOffset() * by, width() - 4.0,
                      std::max(8.0, m_reading.viewport()->height() * by));
    painter.setRenderHint(QPainter::Antialiasing);
    QColor wash = look.color(Token::Focus);
    wash.setAlphaF(0.10F);
    painter.setBrush(wash);
    painter.setPen(QPen(look.color(Token::Focus), 1.5));
    painter.drawRoundedRect(seen, 3, 3);
}

void Minimap::scrollTo(double y) {
    m_reading.verticalScrollBar()->setValue(int(y / scale()) - m_reading.viewport()->height() / 2);
}

void Minimap::mousePressEvent(QMouseEvent* event) {
    scrollTo(event->position().y());
}

void Minimap::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton)
        scrollTo(event->position().y());
}

void Minimap::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    refresh();
}

} // namespace rapport::ui
