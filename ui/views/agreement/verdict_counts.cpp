// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/agreement/verdict_counts.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/components/painting.h"
#include "ui/models/agreement_words.h"
#include "ui/models/figures.h"

#include <QPainter>

namespace rapport::ui {

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
    int width = 0;
    for (const auto& [verdict, count] : m_counts)
        width += textWidth(theme().font(TypeRole::Small), textOf(verdict, count)) + theme().px(19 + 14);
    return {width, theme().px(20)};
}

QSize VerdictCounts::minimumSizeHint() const {
    return {theme().px(40), theme().px(20)};
}

void VerdictCounts::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QFont font = theme().font(TypeRole::Small);
    // At the right end; what does not fit is left to the tooltip, whole words only.
    const qreal icon = theme().px(19);
    const qreal gap = theme().px(14);
    std::size_t shown = 0;
    qreal wide = 0;
    for (const auto& [verdict, count] : m_counts) {
        const qreal next = wide + icon + textWidth(font, textOf(verdict, count)) + (shown > 0 ? gap : 0);
        if (next > width())
            break;
        wide = next;
        ++shown;
    }
    qreal x = width() - wide;
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& [verdict, count] = m_counts[i];
        const VerdictLook look = ui::lookOf(verdict, m_target);
        const QString text = textOf(verdict, count);
        const qreal side = theme().px(14);
        paintIcon(painter, QRectF(x, (height() - side) / 2, side, side), look.icon,
                  theme().color(look.token));
        x += icon;
        paintText(painter, QRectF(x, 0, width() - x, height()), text, font, theme().color(look.token));
        x += textWidth(font, text) + gap;
    }
}

} // namespace rapport::ui
