// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/agreement/verdict_counts.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/components/painting.h"
#include "ui/models/agreement_words.h"
#include "ui/models/figures.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace rapport::ui {

namespace {

constexpr int iconRoom = 19;
constexpr int gap = 14;
constexpr int lineHeight = 20;

} // namespace

VerdictCounts::VerdictCounts(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(&theme(), &Theme::changed, this, [this] { updateGeometry(); });
}

QString VerdictCounts::textOf(agreement::Verdict verdict, int count) {
    switch (verdict) {
    case agreement::Verdict::Meets:
        return counted(count, tr("1 meets"), tr("%1 meet"));
    case agreement::Verdict::Likely:
        return tr("%1 likely").arg(count);
    case agreement::Verdict::Unsure:
        return tr("%1 unsure").arg(count);
    case agreement::Verdict::Below:
        return tr("%1 below").arg(count);
    case agreement::Verdict::TooFew:
        return tr("%1 too few").arg(count);
    case agreement::Verdict::NotDefined:
        break;
    }
    return tr("%1 not defined").arg(count);
}

void VerdictCounts::setCounts(std::vector<std::pair<agreement::Verdict, int>> counts, double target) {
    m_counts = std::move(counts);
    std::erase_if(m_counts, [](const auto& each) { return each.second == 0; });
    m_target = target;
    QStringList words;
    for (const auto& [verdict, count] : m_counts)
        words.append(textOf(verdict, count));
    setAccessibleName(words.join(QStringLiteral(", ")));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

QSize VerdictCounts::sizeHint() const {
    return {int(std::ceil(fullWidth())), theme().px(lineHeight)};
}

QSize VerdictCounts::minimumSizeHint() const {
    return {theme().px(40), theme().px(lineHeight)};
}

void VerdictCounts::setAtLeft(bool isAtLeft) {
    m_isAtLeft = isAtLeft;
    update();
}

qreal VerdictCounts::widthOf(std::size_t place) const {
    return textWidth(theme().font(TypeRole::Small), textOf(m_counts[place].first, m_counts[place].second)) +
           theme().px(iconRoom);
}

qreal VerdictCounts::fullWidth() const {
    qreal width = 0;
    for (std::size_t place = 0; place < m_counts.size(); ++place)
        width += widthOf(place) + theme().px(place > 0 ? gap : 0);
    return width;
}

int VerdictCounts::linesFor(int width) const {
    int lines = 1;
    qreal x = 0;
    for (std::size_t place = 0; place < m_counts.size(); ++place) {
        if (x > 0 && x + widthOf(place) > width) {
            ++lines;
            x = 0;
        }
        x += widthOf(place) + theme().px(gap);
    }
    return lines;
}

void VerdictCounts::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QFont font = theme().font(TypeRole::Small);
    const qreal side = theme().px(14);
    const qreal high = theme().px(lineHeight);
    const int lines = linesFor(width());
    qreal x = m_isAtLeft || lines > 1 ? 0.0 : std::max(0.0, width() - fullWidth());
    qreal y = std::max(0.0, (height() - lines * high) / 2);
    for (std::size_t place = 0; place < m_counts.size(); ++place) {
        const qreal wide = widthOf(place);
        if (x > 0 && x + wide > width() + 1) {
            x = 0;
            y += high;
        }
        const auto& [verdict, count] = m_counts[place];
        const VerdictLook look = ui::lookOf(verdict, m_target);
        const QColor ink = theme().color(look.token);
        paintIcon(painter, QRectF(x, y + (high - side) / 2, side, side), look.icon, ink);
        paintText(painter, QRectF(x + theme().px(iconRoom), y, wide, high), textOf(verdict, count), font,
                  ink);
        x += wide + theme().px(gap);
    }
}

} // namespace rapport::ui
