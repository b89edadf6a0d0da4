// SPDX-License-Identifier: GPL-3.0-or-later
// Small drawings of agreement as SVG Tiny 1.2: presentation attributes only, so that any reader of SVG shows
// them. Every drawing says in <title> and <desc> what it shows. Shapes carry class names (chart-range,
// chart-value, ...) by which a page may colour them for its own theme; without one they are right on white.
#pragma once

#include "agreement/reading.h"

#include <optional>
#include <string>
#include <vector>

namespace rapport::report {

/// What the width of the drawing stands for; low < high.
struct ChartScale {
    double low = 0;
    double high = 1;
};

struct IntervalBar {
    std::optional<double> value; ///< none: the axis alone
    std::optional<double> low;   ///< both or neither
    std::optional<double> high;
    double target = 0;
    std::string title;
    std::string description;
};

/// 132 x 20: value, interval with ends, target as a dotted line. What lies outside the scale is drawn at its
/// end.
[[nodiscard]] std::string intervalBar(const IntervalBar& bar, const ChartScale& scale);

struct IntervalAxis {
    double target = 0;
    std::string lowText;
    std::string highText;
    std::string targetText;
    std::string title;
    std::string description;
};
/// 132 x 16: the labels over a column of interval bars.
[[nodiscard]] std::string intervalAxis(const IntervalAxis& axis, const ChartScale& scale);

struct HeatMap {
    std::vector<std::string> names;
    /// [row][column] for row > column: how much colour from 0 to 1, none where there is no value.
    std::vector<std::vector<std::optional<double>>> shades;
    std::vector<std::vector<std::string>> texts; ///< what stands in the cells
    std::string title;
    std::string description;
};
/// Lower triangle with the names beside and above it.
[[nodiscard]] std::string heatMap(const HeatMap& map);

/// 14 x 14, in the colour of the text around it where that is known: tick, dot, triangle, cross, i, dash.
[[nodiscard]] std::string verdictIcon(agreement::Verdict verdict, const std::string& title);

} // namespace rapport::report
