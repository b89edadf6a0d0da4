// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/agreement/verdict_counts.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/components/painting.h"
#include "ui/models/agreement_words.h"
#include "ui/models/figures.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace rapport::ui {

namespace {

constexpr int iconRoom = 19;
constexpr int gap = 14;

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
    return {int(std::ceil(widthWith(true))), theme().px(20)};
}

QSize VerdictCounts::minimumSizeHint() const {
    return {theme().px(40), theme().px(20)};
}

int VerdictCounts::leastWidth() const {
    return int(std::ceil(widthWith(false)));
}

QString VerdictCounts::shownText(std::size_t place, bool withWords) const {
    const auto& [verdict, count] = m_counts[place];
    return withWords ? textOf(verdict, count) : QLocale().toString(count);
}

qreal VerdictCounts::widthWith(bool withWords) const {
    qreal width = 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        width += textWidth(theme().font(TypeRole::Small), shownText(i, withWords)) +
                 theme().px(iconRoom + (i > 0 ? gap : 0));
    return width;
}

void VerdictCounts::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QFont font = theme().font(TypeRole::Small);
    // At the right end; where the words do not fit the icons and numbers stand alone.
    const bool withWords = widthWith(true) <= width();
    qreal x = std::max(0.0, width() - widthWith(withWords));
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const VerdictLook look = ui::lookOf(m_counts[i].first, m_target);
        const QString text = shownText(i, withWords);
        const qreal side = theme().px(14);
        paintIcon(painter, QRectF(x, (height() - side) / 2, side, side), look.icon,
                  theme().color(look.token));
        x += theme().px(iconRoom);
        paintText(painter, QRectF(x, 0, width() - x, height()), text, font, theme().color(look.token));
        x += textWidth(font, text) + theme().px(gap);
    }
}

} // namespace rapport::ui
