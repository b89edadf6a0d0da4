// SPDX-License-Identifier: GPL-3.0-or-later
// Figures for papers as SVG Tiny 1.2: presentation attributes only, one style, black on white with greys that
// stay apart in print, a title and a description that says the numbers. Pure functions; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapport::report {

/// What stands over a figure, and what a reader must know of its numbers, under it.
struct FigureTitle {
    FigureTitle(std::string title, std::string under = {}) // NOLINT(google-explicit-constructor)
        : text(std::move(title))
        , caveat(std::move(under)) {}
    FigureTitle(const char* title) // NOLINT(google-explicit-constructor)
        : text(title) {}
    std::string text;
    std::string caveat; ///< or empty
};

struct FigureBar {
    std::string label;
    std::optional<double> value; ///< 0 to 1
    std::optional<double> low;   ///< both or neither
    std::optional<double> high;
    std::string note; ///< behind the bar: "17 of 65"
};
/// Shares with their limits.
[[nodiscard]] std::string barFigure(const FigureTitle& title, const std::vector<FigureBar>& bars);

/// One coefficient with its limits, or a heading over some of them.
struct FigureInterval {
    std::string label;
    bool isHeading = false;
    std::optional<double> value; ///< at most 1; may be below 0
    std::optional<double> low;   ///< both or neither
    std::optional<double> high;
    std::string note; ///< beside it: ".74 [.61, .87]"
};
/// Coefficients on one scale that ends at 1, with the target as a broken line. `decimal`: sign of the labels.
[[nodiscard]] std::string intervalFigure(const FigureTitle& title, const std::vector<FigureInterval>& lines,
                                         double target, const std::string& targetText, char decimal = '.');

struct FigureDots {
    std::string label;
    std::vector<std::optional<double>> values; ///< 0 to 1, one per series
};
/// One line per label; series differ in shape, not only in grey.
[[nodiscard]] std::string dotFigure(const FigureTitle& title, const std::vector<std::string>& series,
                                    const std::vector<FigureDots>& lines);

/// Counts of a square table; the diagonal is set apart.
[[nodiscard]] std::string matrixFigure(const FigureTitle& title, const std::vector<std::string>& names,
                                       const std::vector<std::vector<std::int64_t>>& counts);

struct FigureStack {
    std::string label;
    std::vector<std::int64_t> counts; ///< one per level
};
/// Ordered levels as shares of each line, light to dark.
[[nodiscard]] std::string stackFigure(const FigureTitle& title, const std::vector<std::string>& levels,
                                      const std::vector<FigureStack>& lines);

struct FigureEdge {
    std::size_t first = 0;
    std::size_t second = 0;
    std::int64_t weight = 0;
};
/// Nodes on a circle in the order given, larger the more often; edges thicker the more often.
[[nodiscard]] std::string networkFigure(const FigureTitle& title, const std::vector<std::string>& names,
                                        const std::vector<std::int64_t>& counts,
                                        const std::vector<FigureEdge>& edges);

struct FigureSpan {
    std::size_t line = 0;
    double begin = 0; ///< 0 to 1
    double end = 0;
};
/// One line per name, marks along a text or time.
[[nodiscard]] std::string timelineFigure(const FigureTitle& title, const std::vector<std::string>& names,
                                         const std::vector<FigureSpan>& spans);

/// Steps as counted, and a smooth line beside them.
[[nodiscard]] std::string curveFigure(const FigureTitle& title, const std::vector<double>& steps,
                                      const std::vector<double>& line);

} // namespace rapport::report
