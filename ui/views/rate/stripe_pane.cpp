// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/stripe_pane.h"

#include "ui/app/theme.h"
#include "ui/components/painting.h"
#include "ui/views/rate/stripe_accessible.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <map>
#include <numeric>

namespace rapport::ui {

namespace {

QString tipOf(const Stripe& stripe) {
    return stripe.rater.isEmpty() ? stripe.look.title
                                  : QStringLiteral("%1, %2").arg(stripe.look.title, stripe.rater);
}

} // namespace

StripePane::StripePane(ReadingView& reading, QWidget* parent)
    : QWidget(parent)
    , m_reading(reading) {
    installStripeAccessibility();
    setMouseTracking(true);
    setMinimumWidth(theme().px(60));
    connect(&reading, &ReadingView::layoutChanged, this, [this] {
        if (m_layout != m_reading.layoutNumber())
            relane();
        update();
    });
    connect(&theme(), &Theme::changed, this, [this] { update(); });
}

StripePane::~StripePane() = default;

void StripePane::setStripes(std::vector<Stripe> stripes, bool isOther) {
    m_stripes = std::move(stripes);
    if (isOther)
        m_layout = -1;
    relane();
    update();
}

void StripePane::relane() {
    const bool isOther = m_layout < 0;
    const bool isBrokenAnew = m_layout != m_reading.layoutNumber();
    // Nobody's eye is on lanes that are not shown yet.
    if (isOther || (isBrokenAnew && !isVisible()))
        m_lanes.clear();
    if (isBrokenAnew)
        m_known.clear();
    m_layout = m_reading.layoutNumber();
    std::unordered_map<std::int64_t, std::pair<int, int>> known;
    known.reserve(m_stripes.size());
    for (const Stripe& stripe : m_stripes) {
        const auto former = m_known.find(stripe.id);
        if (former != m_known.end()) {
            known.insert(*former);
            continue;
        }
        const text::CodePoints last(std::max(stripe.range.begin.value, stripe.range.end.value - 1));
        known.emplace(stripe.id, std::pair(m_reading.lineOf(stripe.range.begin), m_reading.lineOf(last)));
    }
    m_known = std::move(known);
    std::stable_sort(m_stripes.begin(), m_stripes.end(), [this](const Stripe& a, const Stripe& b) {
        const auto first = m_known.at(a.id);
        const auto second = m_known.at(b.id);
        return first.first != second.first ? first.first < second.first : first.second > second.second;
    });
    m_lines.clear();
    m_lastSoFar.clear();
    std::vector<LaneSpan> spans;
    spans.reserve(m_stripes.size());
    int last = -1;
    for (const Stripe& stripe : m_stripes) {
        const auto lines = m_known.at(stripe.id);
        m_lines.push_back(lines);
        last = std::max(last, lines.second);
        m_lastSoFar.push_back(last);
        spans.push_back({stripe.id, lines.first, lines.second});
    }
    m_lanes.update(std::move(spans));
    findChosen();
    setAccessibleDescription(tr("%1 codings in %2 lanes").arg(m_stripes.size()).arg(m_lanes.count()));
    if (QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::ObjectReorder);
        QAccessible::updateAccessibility(&event);
    }
    Q_EMIT lanesChanged();
}

std::vector<std::size_t> StripePane::meeting(int firstLine, int lastLine) const {
    std::vector<std::size_t> found;
    auto from = std::size_t(std::lower_bound(m_lastSoFar.begin(), m_lastSoFar.end(), firstLine) -
                            m_lastSoFar.begin());
    for (; from < m_lines.size() && m_lines[from].first <= lastLine; ++from) {
        if (m_lines[from].second >= firstLine)
            found.push_back(from);
    }
    return found;
}

std::pair<int, int> StripePane::linesSeen() const {
    return {m_reading.lineAt(m_reading.scrollOffset()),
            m_reading.lineAt(m_reading.scrollOffset() + height())};
}

void StripePane::setChosen(std::int64_t id) {
    m_chosen = id;
    findChosen();
    update();
}

void StripePane::findChosen() {
    const auto found = std::find_if(m_stripes.begin(), m_stripes.end(),
                                    [this](const Stripe& each) { return each.id == m_chosen; });
    m_chosenPlace = std::size_t(found - m_stripes.begin());
}

int StripePane::lanesShown() const {
    const Theme& look = theme();
    const int pitch = look.px(lanePitch(m_lanes.count()));
    const int room = width() - look.px(10);
    if (m_lanes.count() <= std::min(mostLanes, room / pitch))
        return mostLanes;
    return std::clamp((room - look.px(foldedWidth)) / pitch, 1, mostLanes);
}

int StripePane::laneShown(std::size_t stripe) const {
    const int lane = m_lanes.laneOf(m_stripes[stripe].id);
    const int shown = lanesShown();
    const int last = shown - 1;
    if (lane < last || m_chosenPlace >= m_stripes.size())
        return lane < shown ? lane : -1;
    if (stripe == m_chosenPlace)
        return last;
    const auto& chosen = m_lines[m_chosenPlace];
    const bool isCovered = m_lanes.laneOf(m_chosen) >= shown && m_lines[stripe].first <= chosen.second &&
                           m_lines[stripe].second >= chosen.first;
    return lane == last && !isCovered ? last : -1;
}

QRectF StripePane::placeOf(std::size_t stripe) const {
    const int lane = laneShown(stripe);
    if (lane < 0)
        return {};
    const int pitch = theme().px(lanePitch(m_lanes.count()));
    const int top = m_reading.lineTop(m_lines[stripe].first) - m_reading.scrollOffset();
    const int bottom =
        m_reading.lineTop(m_lines[stripe].second) + m_reading.lineHeight() - m_reading.scrollOffset();
    return {qreal(theme().px(10) + lane * pitch), qreal(top + 1), qreal(pitch - theme().px(3)),
            qreal(bottom - top - 2)};
}

QString StripePane::nameOf(std::size_t stripe) const {
    constexpr qsizetype mostWords = 60;
    const Stripe& each = m_stripes[stripe];
    QString quote = m_reading.shown().slice(each.range).simplified();
    if (quote.size() > mostWords)
        quote = quote.left(mostWords).trimmed() + QStringLiteral(" …");
    const int first = m_lines[stripe].first + 1;
    const int last = m_lines[stripe].second + 1;
    const QString lines =
        first == last ? tr("line %1").arg(first) : tr("lines %1 to %2").arg(first).arg(last);
    return QStringList({each.look.title, each.rater.isEmpty() ? m_rater : each.rater, lines,
                        QStringLiteral("“%1”").arg(quote)})
        .join(QStringLiteral(", "));
}

void StripePane::choose(std::size_t stripe) {
    if (stripe < m_stripes.size())
        Q_EMIT chosen(m_stripes[stripe].id);
}

void StripePane::paintEvent(QPaintEvent*) {
    const Theme& look = theme();
    QPainter painter(this);
    painter.fillRect(rect(), look.color(Token::Reading));
    painter.fillRect(0, 0, 1, height(), look.color(Token::Line));
    const auto [firstSeen, lastSeen] = linesSeen();
    // The lines between turns go on through the margin.
    const int lastBlock = m_reading.blockAtLine(lastSeen);
    for (int block = std::max(0, m_reading.blockAtLine(firstSeen)); block <= lastBlock; ++block)
        painter.fillRect(0, m_reading.blockBottom(block) - m_reading.scrollOffset() - 1, width(), 1,
                         look.color(Token::Line));
    const QFont font = look.font(TypeRole::Tag);
    const qreal letter = look.px(12);
    const QRectF* ring = nullptr;
    QRectF ringPlace;
    for (const std::size_t number : meeting(firstSeen, lastSeen)) {
        const Stripe& stripe = m_stripes[number];
        const QRectF place = placeOf(number);
        if (place.isEmpty())
            continue;
        const QColor colour = stripe.look.color();
        const bool isOwn = stripe.rater.isEmpty();
        if (isOwn) {
            painter.fillRect(place, look.tintOver(colour, Token::Reading));
            painter.fillRect(QRectF(place.left(), place.top(), look.px(3), place.height()), colour);
        } else {
            painter.setPen(QPen(colour, look.px(1), Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5));
        }
        // The head stays in sight as long as the stripe does.
        const qreal headTop =
            std::min(std::max(place.top(), 0.0), std::max(place.top(), place.bottom() - 2 * letter));
        const QRectF head(place.left(), headTop, place.width(), std::min(2 * letter, place.height()));
        painter.fillRect(head, isOwn ? colour : look.tintOver(colour, Token::Reading));
        painter.setFont(font);
        painter.setPen(isOwn ? Theme::inkOn(colour) : look.color(Token::Text));
        painter.drawText(QRectF(head.left(), head.top(), head.width(), letter), Qt::AlignCenter,
                         stripe.look.tag.left(1));
        painter.drawText(QRectF(head.left(), head.top() + letter - 1, head.width(), letter), Qt::AlignCenter,
                         stripe.look.tag.mid(1, 1));
        if (stripe.id == m_chosen) {
            ringPlace = place.adjusted(-2, -2, 2, 2);
            ring = &ringPlace;
        } else if (stripe.id == m_hovered) {
            painter.setPen(QPen(look.color(Token::LineStrong), 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(place);
        }
    }
    if (ring != nullptr)
        paintFocusRing(painter, *ring, 3);
    for (const Folded& each : folded())
        paintText(painter, each.place, QStringLiteral("+%1").arg(each.stripes.size()),
                  look.font(TypeRole::SmallStrong), look.color(Token::Text2));
}

std::vector<StripePane::Folded> StripePane::folded() const {
    // What has no lane of its own stands as a number at the line where it begins.
    const Theme& look = theme();
    const auto [firstSeen, lastSeen] = linesSeen();
    std::map<int, std::vector<std::size_t>> byLine;
    for (const std::size_t number : meeting(firstSeen, lastSeen)) {
        if (laneShown(number) < 0)
            byLine[std::max(m_lines[number].first, firstSeen)].push_back(number);
    }
    const qreal x = look.px(10) + lanesShown() * look.px(lanePitch(m_lanes.count()));
    std::vector<Folded> found;
    for (auto& [line, stripes] : byLine) {
        const int top = std::max(0, m_reading.lineTop(line) - m_reading.scrollOffset());
        found.push_back({QRectF(x, top, look.px(foldedWidth), look.px(18)), std::move(stripes)});
    }
    return found;
}

std::vector<std::size_t> StripePane::foldedAt(const QPointF& point) const {
    for (Folded& each : folded()) {
        if (each.place.contains(point))
            return std::move(each.stripes);
    }
    return {};
}

int StripePane::at(const QPointF& point) const {
    const int line = m_reading.lineAt(int(point.y()) + m_reading.scrollOffset());
    for (const std::size_t number : meeting(line - 1, line + 1)) {
        if (placeOf(number).adjusted(-1, 0, 2, 0).contains(point))
            return int(number);
    }
    return -1;
}

void StripePane::mousePressEvent(QMouseEvent* event) {
    if (const int stripe = at(event->position()); stripe >= 0)
        choose(std::size_t(stripe));
    const std::vector<std::size_t> beneath = foldedAt(event->position());
    if (beneath.empty())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const std::size_t stripe : beneath) {
        QString name = nameOf(stripe);
        name.replace(QLatin1Char('&'), QLatin1String("&&"));
        menu->addAction(name, this, [this, id = m_stripes[stripe].id] { Q_EMIT chosen(id); });
    }
    menu->popup(event->globalPosition().toPoint());
}

void StripePane::mouseMoveEvent(QMouseEvent* event) {
    const int stripe = at(event->position());
    const std::int64_t now = stripe >= 0 ? m_stripes[std::size_t(stripe)].id : 0;
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

QString StripePane::tipOfAll(const std::vector<std::size_t>& stripes) const {
    QStringList tips;
    for (const std::size_t stripe : stripes)
        tips.append(tipOf(m_stripes[stripe]));
    return tips.join(QLatin1Char('\n'));
}

bool StripePane::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const int stripe = at(help->pos()); stripe >= 0)
            QToolTip::showText(help->globalPos(), tipOf(m_stripes[std::size_t(stripe)]), this);
        else if (const auto beneath = foldedAt(help->pos()); !beneath.empty())
            QToolTip::showText(help->globalPos(), tipOfAll(beneath), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace rapport::ui
