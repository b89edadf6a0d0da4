// SPDX-License-Identifier: GPL-3.0-or-later
// How the small things of the design are drawn, for widgets and for item delegates alike: key-cap, code tag,
// focus ring, interval bar, hatch. Functions over a painter; they keep nothing.
#pragma once

#include "ui/bridge/code_look.h"

#include <QPainter>
#include <QRectF>
#include <QString>
#include <optional>

namespace rapport::ui {

/// 18 high, as wide as its letters need.
[[nodiscard]] QSize keyCapSize(const QString& text);
void paintKeyCap(QPainter& painter, const QRectF& place, const QString& text);
/// On a filled button or a dark bar: letters and border in `colour`.
void paintKeyCapOn(QPainter& painter, const QRectF& place, const QString& text, const QColor& colour);

/// 25 x 18 at 100 %.
[[nodiscard]] QSize codeTagSize();
void paintCodeTag(QPainter& painter, const QRectF& place, const CodeLook& look);

/// 2 px ring, inside the rectangle.
void paintFocusRing(QPainter& painter, const QRectF& place, qreal radius = 5);

/// Surface with hairline border and round corners.
void paintCard(QPainter& painter, const QRectF& place, qreal radius = 8);

/// An estimate on a scale: value, interval with ends, target dashed.
struct IntervalFigure {
    double value = 0;
    std::optional<double> lower;
    std::optional<double> upper;
    std::optional<double> target;
    double from = 0; ///< scale
    double to = 1;
};
void paintInterval(QPainter& painter, const QRectF& place, const IntervalFigure& figure);
/// Values from 0 to 1 (lower ones at the foot) as a line with a dot at the last; gaps where there are none,
/// and the target dashed behind.
void paintSparkline(QPainter& painter, const QRectF& place, const std::vector<std::optional<double>>& values,
                    double target);

/// Diagonal lines that say "not judged".
void paintHatch(QPainter& painter, const QRectF& place);
/// A share from 0 to 1 as a bar, 6 high at 100 %.
void paintBar(QPainter& painter, const QRectF& place, double share);

/// A line of text, elided at its end, vertically centred.
void paintText(QPainter& painter, const QRectF& place, const QString& text, const QFont& font,
               const QColor& colour, Qt::Alignment alignment = Qt::AlignLeft);
[[nodiscard]] int textWidth(const QFont& font, const QString& text);

} // namespace rapport::ui
