// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/charts.h"

#include "base/format.h"
#include "report/escape.h"
#include "text/utf8.h"

#include <algorithm>
#include <string_view>

namespace rapport::report {

namespace {

constexpr double barWidth = 132;
constexpr double barMargin = 6;
constexpr std::int64_t longestName = 10;
constexpr std::string_view figuresFont = "JetBrains Mono, DejaVu Sans Mono, monospace";
constexpr std::string_view wordsFont = "Inter, DejaVu Sans, sans-serif";

/// Coordinates with at most one decimal: enough for a screen, and the same text on every machine.
std::string at(double coordinate) {
    std::string text = fmt::format("{:.1f}", coordinate);
    if (text.ends_with(".0"))
        text.resize(text.size() - 2);
    return text == "-0" ? "0" : text;
}

double place(double value, const ChartScale& scale) {
    const double share = (value - scale.low) / (scale.high - scale.low);
    return barMargin + std::clamp(share, 0.0, 1.0) * (barWidth - 2 * barMargin);
}

std::string opening(double width, double height, const std::string& title, const std::string& description) {
    std::string out = fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.2\" "
                                  "baseProfile=\"tiny\" role=\"img\" width=\"{0}\" height=\"{1}\" "
                                  "viewBox=\"0 0 {0} {1}\"><title>{2}</title>",
                                  at(width), at(height), escapeXml(plainText(title)));
    if (!description.empty())
        out += fmt::format("<desc>{}</desc>", escapeXml(plainText(description)));
    return out;
}

std::string line(double x1, double y1, double x2, double y2, std::string_view looks) {
    return fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" {}/>", at(x1), at(y1), at(x2), at(y2),
                       looks);
}

std::string label(double x, double y, std::string_view anchor, std::string_view font, std::string_view name,
                  const std::string& text) {
    return fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\" text-anchor=\"{}\" font-family=\"{}\" "
                       "font-size=\"11\" fill=\"#4A5159\">{}</text>",
                       name, at(x), at(y), anchor, font, escapeXml(text));
}

} // namespace

std::string intervalBar(const IntervalBar& bar, const ChartScale& scale) {
    constexpr double middle = 10;
    std::string out = opening(barWidth, 20, bar.title, bar.description);
    out += line(barMargin, middle + 5.5, barWidth - barMargin, middle + 5.5,
                "class=\"chart-axis\" stroke=\"#D8D5CD\" stroke-width=\"1\"");
    const double target = place(bar.target, scale);
    if (bar.low && bar.high) {
        const double low = place(*bar.low, scale);
        const double high = place(*bar.high, scale);
        out += fmt::format("<rect class=\"chart-range\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"6\" "
                           "fill=\"#2B51AB\" fill-opacity=\"0.38\"/>",
                           at(low), at(middle - 3), at(high - low));
        for (const double end : {low, high})
            out += line(end, middle - 5, end, middle + 5,
                        "class=\"chart-end\" stroke=\"#2B51AB\" stroke-width=\"1.5\"");
    }
    out +=
        line(target, 1, target, 19,
             "class=\"chart-target\" stroke=\"#4A5159\" stroke-width=\"1.5\" stroke-dasharray=\"1.5 2.5\"");
    if (bar.value) {
        const double value = place(*bar.value, scale);
        out += fmt::format("<rect class=\"chart-value\" x=\"{}\" y=\"{}\" width=\"5\" height=\"10\" rx=\"1\" "
                           "fill=\"#2B51AB\"/>",
                           at(value - 2.5), at(middle - 5));
    }
    return out + "</svg>";
}

std::string intervalAxis(const IntervalAxis& axis, const ChartScale& scale) {
    constexpr double closest = 22; // a label this near to another would run into it
    const double target = place(axis.target, scale);
    std::string out = opening(barWidth, 16, axis.title, axis.description);
    if (target - barMargin > closest)
        out += label(barMargin - 3, 12, "start", figuresFont, "chart-label", axis.lowText);
    if (barWidth - barMargin - target > closest)
        out += label(barWidth - barMargin + 3, 12, "end", figuresFont, "chart-label", axis.highText);
    out += label(target, 12, "middle", figuresFont, "chart-label", axis.targetText);
    return out + "</svg>";
}

std::string heatMap(const HeatMap& map) {
    constexpr double nameWidth = 84;
    constexpr double cellWidth = 60;
    constexpr double cellHeight = 28;
    constexpr double gap = 2;
    constexpr double top = 22;
    const std::size_t size = map.names.size();
    const double columns = size > 0 ? static_cast<double>(size - 1) : 0;
    std::string out = opening(nameWidth + columns * (cellWidth + gap), top + columns * (cellHeight + gap),
                              map.title, map.description);
    const auto shortName = [&](std::size_t index) {
        return text::elide(plainText(map.names[index]), longestName);
    };
    for (std::size_t column = 0; column + 1 < size; ++column)
        out += label(nameWidth + static_cast<double>(column) * (cellWidth + gap) + cellWidth / 2, 14,
                     "middle", wordsFont, "chart-label", shortName(column));
    for (std::size_t row = 1; row < size; ++row) {
        const double y = top + static_cast<double>(row - 1) * (cellHeight + gap);
        out += label(nameWidth - 8, y + 18, "end", wordsFont, "chart-label", shortName(row));
        for (std::size_t column = 0; column < row; ++column) {
            const double x = nameWidth + static_cast<double>(column) * (cellWidth + gap);
            const std::optional<double>& shade = map.shades[row][column];
            if (shade)
                out += fmt::format("<rect class=\"chart-cell\" x=\"{}\" y=\"{}\" width=\"60\" height=\"28\" "
                                   "rx=\"3\" fill=\"#2B51AB\" fill-opacity=\"{:.2f}\"/>",
                                   at(x), at(y), 0.08 + 0.42 * std::clamp(*shade, 0.0, 1.0));
            else
                out += fmt::format("<rect class=\"chart-empty\" x=\"{}\" y=\"{}\" width=\"59\" height=\"27\" "
                                   "rx=\"3\" fill=\"none\" stroke=\"#858078\" stroke-dasharray=\"3 3\"/>",
                                   at(x + 0.5), at(y + 0.5));
            out += fmt::format("<text class=\"chart-figure\" x=\"{}\" y=\"{}\" text-anchor=\"middle\" "
                               "font-family=\"{}\" font-size=\"12\" fill=\"#1B2025\">{}</text>",
                               at(x + cellWidth / 2), at(y + 18), figuresFont,
                               escapeXml(map.texts[row][column]));
        }
    }
    return out + "</svg>";
}

std::string verdictIcon(agreement::Verdict verdict, const std::string& title) {
    using agreement::Verdict;
    const auto stroked = [](std::string_view path) {
        return fmt::format("<path class=\"chart-icon\" d=\"{}\" fill=\"none\" stroke=\"currentColor\" "
                           "stroke-width=\"1.5\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>",
                           path);
    };
    std::string out = opening(14, 14, title, {});
    switch (verdict) {
    case Verdict::Meets:
        out += stroked("M2.5 7.5L5.5 10.5L11.5 3.5");
        break;
    case Verdict::Likely:
        out += stroked("M2 8.5C4 4.5 5.5 5.5 7 7C8.5 8.5 10 9.5 12 5.5");
        break;
    case Verdict::Unsure:
        out += stroked("M7 1.8L13 12.2H1ZM7 5.5V8.4M7 10.3V10.4");
        break;
    case Verdict::Below:
        out += stroked("M3 3L11 11M11 3L3 11");
        break;
    case Verdict::TooFew:
        out +=
            "<circle class=\"chart-icon\" cx=\"7\" cy=\"7\" r=\"5.6\" fill=\"none\" stroke=\"currentColor\" "
            "stroke-width=\"1.5\"/>";
        out += stroked("M7 6.5V10M7 4V4.1");
        break;
    case Verdict::NotDefined:
        out += stroked("M3 7H11");
        break;
    }
    return out + "</svg>";
}

} // namespace rapport::report
