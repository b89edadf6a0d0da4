// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/minimap.h"

#include "ui/app/theme.h"
#include "ui/components/reading_view.h"
#include "ui/views/rate/stripe_pane.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

namespace rapport::ui {

namespace {

constexpr int lanesDrawn = 6;

} // namespace

Minimap::Minimap(ReadingView& reading, StripePane& stripes, QWidget* parent)
    : QWidget(parent)
    , m_reading(reading)
    , m_stripes(stripes) {
    setFixedWidth(theme().px(46));
    setAccessibleName(tr("Map of the transcript"));
    connect(&reading, &ReadingView::layoutChanged, this, [this] { update(); });
    connect(&stripes, &StripePane::lanesChanged, this, [this] { refresh(); });
    connect(&theme(), &Theme::changed, this, [this] {
        setFixedWidth(theme().px(46));
        m_text = QPixmap();
        refresh();
    });
}

void Minimap::refresh() {
    m_bars = QPixmap();
    update();
}

double Minimap::scale() const {
    const double content = std::max(1, m_reading.contentHeight());
    return std::min(double(height()) / content, 2.5 / std::max(1, m_reading.lineHeight()));
}

QPixmap Minimap::blank() const {
    const qreal ratio = devicePixelRatioF();
    QPixmap picture(size() * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    return picture;
}

void Minimap::drawText() {
    const Theme& look = theme();
    m_text = blank();
    m_layout = m_reading.layoutNumber();
    QPainter painter(&m_text);
    const double by = scale();
    const double thick = std::max(0.5, m_reading.lineHeight() * by * 0.45);
    double drawn = -1; // of many lines on one pixel the first is enough
    for (int block = 0; block < int(m_reading.blocks().size()); ++block) {
        const ReadingBlock& info = m_reading.blocks()[std::size_t(block)];
        const int first = m_reading.firstLineOf(block);
        const int last = m_reading.lastLineOf(block);
        const double perLine = double(info.range.length()) / std::max(1, last - first + 1);
        for (int line = first; line <= last; ++line) {
            const double y = m_reading.lineTop(line) * by;
            if (y - drawn < 0.5 && drawn >= 0)
                continue;
            drawn = y;
            const double wide = line == last ? std::min(1.0, perLine / 80) * 0.7 : 1.0;
            painter.fillRect(QRectF(look.px(5), y, look.px(17) * wide, thick),
                             look.color(info.isQuiet ? Token::Line : Token::LineStrong));
        }
    }
}

void Minimap::drawStripes() {
    const Theme& look = theme();
    m_bars = blank();
    QPainter painter(&m_bars);
    const double by = scale();
    const std::vector<Stripe>& stripes = m_stripes.stripes();
    for (std::size_t i = 0; i < stripes.size(); ++i) {
        const int lane = m_stripes.lanes().laneOf(stripes[i].id);
        if (lane < 0 || lane > lanesDrawn)
            continue;
        const double top = m_reading.lineTop(m_stripes.firstLine(i)) * by;
        const double bottom = (m_reading.lineTop(m_stripes.lastLine(i)) + m_reading.lineHeight()) * by;
        painter.fillRect(QRectF(look.px(25) + lane * 3.0, top, 2, std::max(2.0, bottom - top)),
                         stripes[i].look.color());
    }
}

void Minimap::paintEvent(QPaintEvent*) {
    if (m_text.isNull() || m_layout != m_reading.layoutNumber()) {
        drawText();
        m_bars = QPixmap();
    }
    if (m_bars.isNull())
        drawStripes();
    const Theme& look = theme();
    QPainter painter(this);
    painter.fillRect(rect(), look.color(Token::Canvas));
    painter.drawPixmap(0, 0, m_text);
    painter.drawPixmap(0, 0, m_bars);
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
    m_text = QPixmap();
    refresh();
}

void Minimap::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Map of the transcript"));
    QWidget::changeEvent(event);
}

} // namespace rapport::ui
