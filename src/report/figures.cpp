// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/figures.h"

#include "base/format.h"
#include "report/escape.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace rapport::report {

namespace {

constexpr double rowHeight = 22;
constexpr double plotWidth = 420;
constexpr double labelSize = 12;
constexpr double caveatHeight = 20;
constexpr const char* ink = "#1B1F24";
constexpr const char* grid = "#C9CED6";
constexpr const char* fill = "#6B7480";

double labelWidth(const std::vector<std::string>& labels) {
    std::int64_t longest = 0;
    for (const std::string& label : labels)
        longest = std::max(longest, text::countCodePoints(label));
    return std::min(20.0 + 6.9 * static_cast<double>(longest), 320.0);
}

/// A drawing that grows from the top.
class Drawing {
public:
    Drawing(double width, double height, const FigureTitle& title, std::string description) {
        if (!title.caveat.empty()) {
            height += caveatHeight;
            description += (description.empty() ? "" : " ") + title.caveat;
        }
        m_out =
            fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.2\" baseProfile=\"tiny\" "
                        "width=\"{0:.0f}\" "
                        "height=\"{1:.0f}\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
                        "role=\"img\">\n<title>{2}</title>\n<desc>{3}</desc>\n"
                        "<rect x=\"0\" y=\"0\" width=\"{0:.0f}\" height=\"{1:.0f}\" fill=\"#FFFFFF\"/>\n",
                        width, height, escapeXml(plainText(title.text)), escapeXml(plainText(description)));
        text(10, 20, title.text, "start", 14, true);
        if (!title.caveat.empty())
            text(10, height - 8, title.caveat, "start", 11);
    }
    void text(double x, double y, const std::string& what, const char* anchor = "start",
              double size = labelSize, bool isBold = false, const char* colour = ink) {
        m_out += fmt::format(
            "<text x=\"{:.1f}\" y=\"{:.1f}\" font-family=\"Inter, Arial, sans-serif\" font-size=\"{:.0f}\" "
            "text-anchor=\"{}\" fill=\"{}\"{}>{}</text>\n",
            x, y, size, anchor, colour, isBold ? " font-weight=\"bold\"" : "", escapeXml(plainText(what)));
    }
    void line(double x1, double y1, double x2, double y2, const char* colour = ink, double width = 1,
              const char* dashes = "") {
        m_out +=
            fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\" "
                        "stroke-width=\"{:.1f}\"{}/>\n",
                        x1, y1, x2, y2, colour, width,
                        *dashes == '\0' ? std::string() : fmt::format(" stroke-dasharray=\"{}\"", dashes));
    }
    void box(double x, double y, double width, double height, const std::string& colour,
             const char* border = "none") {
        m_out += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\" "
                             "stroke=\"{}\"/>\n",
                             x, y, std::max(width, 0.0), height, colour, border);
    }
    void circle(double x, double y, double radius, const std::string& colour, const char* border = ink) {
        m_out += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\" fill=\"{}\" stroke=\"{}\"/>\n",
                             x, y, radius, colour, border);
    }
    /// Circle, square, triangle, diamond: filled, then hollow.
    void mark(std::size_t series, double x, double y) {
        const std::string colour = series % 8 < 4 ? ink : "#FFFFFF";
        switch (series % 4) {
        case 0:
            circle(x, y, 4.5, colour);
            break;
        case 1:
            box(x - 4, y - 4, 8, 8, colour, ink);
            break;
        case 2:
            polygon({{x, y - 5.5}, {x + 5, y + 4}, {x - 5, y + 4}}, colour);
            break;
        default:
            polygon({{x, y - 5.5}, {x + 5.5, y}, {x, y + 5.5}, {x - 5.5, y}}, colour);
        }
    }
    void polygon(const std::vector<std::pair<double, double>>& points, const std::string& colour) {
        m_out += "<polygon points=\"";
        for (const auto& [x, y] : points)
            m_out += fmt::format("{:.1f},{:.1f} ", x, y);
        m_out += fmt::format("\" fill=\"{}\" stroke=\"{}\"/>\n", colour, ink);
    }
    void path(const std::vector<std::pair<double, double>>& points, double width, const char* dashes = "") {
        m_out += "<polyline fill=\"none\" points=\"";
        for (const auto& [x, y] : points)
            m_out += fmt::format("{:.1f},{:.1f} ", x, y);
        m_out +=
            fmt::format("\" stroke=\"{}\" stroke-width=\"{:.1f}\"{}/>\n", ink, width,
                        *dashes == '\0' ? std::string() : fmt::format(" stroke-dasharray=\"{}\"", dashes));
    }
    [[nodiscard]] std::string svg() const { return m_out + "</svg>\n"; }

private:
    std::string m_out;
};

/// 0 to 100 % under rows from `top` to `bottom`.
void percentAxis(Drawing& drawing, double left, double top, double bottom) {
    for (int step = 0; step <= 4; ++step) {
        const double x = left + plotWidth * step / 4;
        drawing.line(x, top, x, bottom, grid, step == 0 ? 1.5 : 0.8);
        drawing.text(x, bottom + 16, fmt::format("{}%", 25 * step), "middle", 11);
    }
}

std::string grey(double share) {
    const int level = static_cast<int>(std::lround(245 - 185 * std::clamp(share, 0.0, 1.0)));
    return fmt::format("#{0:02X}{0:02X}{0:02X}", level);
}

std::string percent(const std::optional<double>& value) {
    return value ? fmt::format("{:.1f}%", 100 * *value) : std::string("-");
}

} // namespace

std::string barFigure(const FigureTitle& title, const std::vector<FigureBar>& bars) {
    std::vector<std::string> labels;
    std::string description;
    for (const FigureBar& bar : bars) {
        labels.push_back(bar.label);
        description += fmt::format("{}: {}", bar.label, percent(bar.value));
        if (bar.low && bar.high)
            description += fmt::format(" ({} to {})", percent(bar.low), percent(bar.high));
        description += bar.note.empty() ? "; " : fmt::format(", {}; ", bar.note);
    }
    const double left = labelWidth(labels);
    const double top = 34;
    const double bottom = top + rowHeight * static_cast<double>(bars.size());
    Drawing drawing(left + plotWidth + 90, bottom + 28, title, description);
    percentAxis(drawing, left, top, bottom);
    for (std::size_t row = 0; row < bars.size(); ++row) {
        const FigureBar& bar = bars[row];
        const double y = top + rowHeight * (static_cast<double>(row) + 0.5);
        drawing.text(left - 8, y + 4, bar.label, "end");
        if (bar.value)
            drawing.box(left, y - 6, plotWidth * *bar.value, 12, "#AEB5BF", fill);
        if (bar.low && bar.high) {
            const double a = left + plotWidth * *bar.low;
            const double b = left + plotWidth * *bar.high;
            drawing.line(a, y, b, y, ink, 1.4);
            drawing.line(a, y - 4, a, y + 4, ink, 1.4);
            drawing.line(b, y - 4, b, y + 4, ink, 1.4);
        }
        drawing.text(left + plotWidth + 8, y + 4, bar.note, "start", 11);
    }
    return drawing.svg();
}

std::string intervalFigure(const FigureTitle& title, const std::vector<FigureInterval>& lines, double target,
                           const std::string& targetText, char decimal) {
    constexpr double step = 0.2;
    std::vector<std::string> labels;
    std::string description;
    double least = 0;
    for (const FigureInterval& line : lines) {
        labels.push_back(line.label);
        least = std::min({least, line.value.value_or(0), line.low.value_or(0)});
        description += line.isHeading
                           ? line.label + ": "
                           : fmt::format("{} {}; ", line.label, line.note.empty() ? "-" : line.note);
    }
    // A limit far below 0 would press everything else together: what lies outside is drawn at the end.
    const double low = std::max(-1.0, step * std::floor(least / step - 1e-9 + (least == 0 ? 1e-9 : 0)));
    const double left = labelWidth(labels);
    const double top = 54;
    const double bottom = top + rowHeight * static_cast<double>(lines.size());
    const auto across = [&](double value) {
        return left + plotWidth * (std::clamp(value, low, 1.0) - low) / (1 - low);
    };
    Drawing drawing(left + plotWidth + 130, bottom + 28, title, description);
    const int ticks = static_cast<int>(std::lround((1 - low) / step));
    for (int tick = 0; tick <= ticks; ++tick) {
        const double value = low + step * tick;
        std::string label = fmt::format("{:.1f}", std::abs(value) < 1e-9 ? 0.0 : value);
        std::replace(label.begin(), label.end(), '.', decimal);
        drawing.line(across(value), top, across(value), bottom, grid, tick == 0 ? 1.5 : 0.8);
        drawing.text(across(value), bottom + 16, label, "middle", 11);
    }
    drawing.line(across(target), top - 6, across(target), bottom, ink, 1, "3 3");
    drawing.text(across(target), top - 10, targetText, "middle", 11);
    for (std::size_t row = 0; row < lines.size(); ++row) {
        const FigureInterval& line = lines[row];
        const double y = top + rowHeight * (static_cast<double>(row) + 0.5);
        if (line.isHeading) {
            drawing.text(10, y + 4, line.label, "start", labelSize, true);
            continue;
        }
        drawing.text(left - 8, y + 4, line.label, "end");
        if (line.low && line.high) {
            drawing.line(across(*line.low), y, across(*line.high), y, ink, 1.4);
            for (const double end : {*line.low, *line.high}) {
                if (end >= low) // no end where the line goes on beyond the scale
                    drawing.line(across(end), y - 4, across(end), y + 4, ink, 1.4);
            }
        }
        if (line.value)
            drawing.circle(across(*line.value), y, 4, ink);
        drawing.text(left + plotWidth + 8, y + 4, line.note, "start", 11);
    }
    return drawing.svg();
}

std::string dotFigure(const FigureTitle& title, const std::vector<std::string>& series,
                      const std::vector<FigureDots>& lines) {
    std::vector<std::string> labels;
    std::string description;
    for (const FigureDots& line : lines) {
        labels.push_back(line.label);
        description += line.label + ": ";
        for (std::size_t place = 0; place < line.values.size() && place < series.size(); ++place)
            description += fmt::format("{} {}{}", series[place], percent(line.values[place]),
                                       place + 1 < line.values.size() ? ", " : "; ");
    }
    const double left = labelWidth(labels);
    const double top = 54;
    const double bottom = top + rowHeight * static_cast<double>(lines.size());
    Drawing drawing(left + plotWidth + 30, bottom + 28, title, description);
    double x = left;
    for (std::size_t place = 0; place < series.size(); ++place) {
        drawing.mark(place, x + 6, 38);
        drawing.text(x + 16, 42, series[place], "start", 11);
        x += 34 + 6.5 * static_cast<double>(text::countCodePoints(series[place]));
    }
    percentAxis(drawing, left, top, bottom);
    for (std::size_t row = 0; row < lines.size(); ++row) {
        const double y = top + rowHeight * (static_cast<double>(row) + 0.5);
        drawing.text(left - 8, y + 4, lines[row].label, "end");
        drawing.line(left, y, left + plotWidth, y, grid, 0.6, "2 3");
        for (std::size_t place = 0; place < lines[row].values.size(); ++place) {
            if (lines[row].values[place])
                drawing.mark(place, left + plotWidth * *lines[row].values[place], y);
        }
    }
    return drawing.svg();
}

std::string matrixFigure(const FigureTitle& title, const std::vector<std::string>& names,
                         const std::vector<std::vector<std::int64_t>>& counts) {
    std::int64_t most = 1;
    std::string description;
    for (std::size_t row = 0; row < counts.size(); ++row) {
        for (std::size_t column = 0; column < counts[row].size(); ++column) {
            if (row == column || counts[row][column] == 0)
                continue;
            most = std::max(most, counts[row][column]);
            if (column < row)
                description +=
                    fmt::format("{} with {}: {}; ", names[row], names[column], counts[row][column]);
        }
    }
    const double left = labelWidth(names);
    const double side = 26;
    const auto size = static_cast<double>(names.size());
    const double top = 40;
    Drawing drawing(left + side * size + 20, top + side * size + 40, title, description);
    for (std::size_t row = 0; row < names.size(); ++row) {
        const double y = top + side * static_cast<double>(row);
        drawing.text(left - 8, y + 17, fmt::format("{} {}", names[row], row + 1), "end");
        drawing.text(left + side * (static_cast<double>(row) + 0.5), top + side * size + 16,
                     fmt::format("{}", row + 1), "middle", 11);
        for (std::size_t column = 0; column <= row && column < counts[row].size(); ++column) {
            const double x = left + side * static_cast<double>(column);
            const double share = static_cast<double>(counts[row][column]) / static_cast<double>(most);
            const bool isOwn = row == column;
            drawing.box(x, y, side - 2, side - 2, isOwn ? "#FFFFFF" : grey(share), isOwn ? ink : "none");
            if (counts[row][column] > 0)
                drawing.text(x + side / 2 - 1, y + 16, fmt::format("{}", counts[row][column]), "middle", 10,
                             isOwn, !isOwn && share > 0.55 ? "#FFFFFF" : ink);
        }
    }
    return drawing.svg();
}

std::string stackFigure(const FigureTitle& title, const std::vector<std::string>& levels,
                        const std::vector<FigureStack>& lines) {
    std::vector<std::string> labels;
    std::string description;
    for (const FigureStack& line : lines) {
        labels.push_back(line.label);
        description += line.label + ": ";
        for (std::size_t level = 0; level < line.counts.size() && level < levels.size(); ++level)
            description += fmt::format("{} {}{}", levels[level], line.counts[level],
                                       level + 1 < line.counts.size() ? ", " : "; ");
    }
    const double left = labelWidth(labels);
    const double top = 56;
    const double bottom = top + rowHeight * static_cast<double>(lines.size());
    Drawing drawing(left + plotWidth + 70, bottom + 28, title, description);
    const auto shadeOf = [&](std::size_t level) {
        return levels.size() < 2 ? 0.5 : static_cast<double>(level) / static_cast<double>(levels.size() - 1);
    };
    double x = left;
    for (std::size_t level = 0; level < levels.size(); ++level) {
        drawing.box(x, 34, 11, 11, grey(shadeOf(level)), ink);
        drawing.text(x + 15, 44, levels[level], "start", 11);
        x += 32 + 6.5 * static_cast<double>(text::countCodePoints(levels[level]));
    }
    percentAxis(drawing, left, top, bottom);
    for (std::size_t row = 0; row < lines.size(); ++row) {
        const double y = top + rowHeight * static_cast<double>(row);
        drawing.text(left - 8, y + 15, lines[row].label, "end");
        std::int64_t all = 0;
        for (const std::int64_t count : lines[row].counts)
            all += count;
        double begin = left;
        for (std::size_t level = 0; level < lines[row].counts.size() && all > 0; ++level) {
            const double share = static_cast<double>(lines[row].counts[level]) / static_cast<double>(all);
            const double width = plotWidth * share;
            drawing.box(begin, y + 3, width, rowHeight - 6, grey(shadeOf(level)), ink);
            if (width > 26)
                drawing.text(begin + width / 2, y + 15, fmt::format("{:.0f}", 100 * share), "middle", 10,
                             false, shadeOf(level) > 0.55 ? "#FFFFFF" : ink);
            begin += width;
        }
        drawing.text(left + plotWidth + 8, y + 15, fmt::format("n = {}", all), "start", 11);
    }
    return drawing.svg();
}

std::string networkFigure(const FigureTitle& title, const std::vector<std::string>& names,
                          const std::vector<std::int64_t>& counts, const std::vector<FigureEdge>& edges) {
    const double side = 620;
    const double centre = side / 2;
    const double radius = 190;
    std::string description;
    std::int64_t most = 1;
    for (const FigureEdge& edge : edges) {
        most = std::max(most, edge.weight);
        description += fmt::format("{} with {}: {}; ", names[edge.first], names[edge.second], edge.weight);
    }
    const std::int64_t largest =
        counts.empty() ? 1 : std::max<std::int64_t>(1, *std::max_element(counts.begin(), counts.end()));
    Drawing drawing(side + 160, side, title, description);
    const auto place = [&](std::size_t node) {
        const double angle =
            2 * std::numbers::pi * static_cast<double>(node) / static_cast<double>(names.size()) -
            std::numbers::pi / 2;
        return std::array{centre + 80 + radius * std::cos(angle), centre + 10 + radius * std::sin(angle),
                          std::cos(angle), std::sin(angle)};
    };
    for (const FigureEdge& edge : edges) {
        const auto a = place(edge.first);
        const auto b = place(edge.second);
        const double share = static_cast<double>(edge.weight) / static_cast<double>(most);
        drawing.line(a[0], a[1], b[0], b[1], grey(0.25 + 0.75 * share).c_str(), 0.6 + 6 * share);
    }
    for (std::size_t node = 0; node < names.size(); ++node) {
        const auto at = place(node);
        const double size =
            4 + 11 * std::sqrt(static_cast<double>(counts[node]) / static_cast<double>(largest));
        drawing.circle(at[0], at[1], size, "#FFFFFF");
        drawing.text(at[0] + (size + 6) * at[2], at[1] + (size + 6) * at[3] + 4,
                     fmt::format("{} ({})", names[node], counts[node]),
                     std::abs(at[2]) < 0.15 ? "middle"
                     : at[2] > 0            ? "start"
                                            : "end",
                     11);
    }
    return drawing.svg();
}

std::string timelineFigure(const FigureTitle& title, const std::vector<std::string>& names,
                           const std::vector<FigureSpan>& spans) {
    std::vector<std::int64_t> times(names.size(), 0);
    for (const FigureSpan& span : spans)
        ++times[span.line];
    std::string description;
    for (std::size_t line = 0; line < names.size(); ++line)
        description += fmt::format("{}: {}; ", names[line], times[line]);
    const double left = labelWidth(names);
    const double top = 34;
    const double bottom = top + rowHeight * static_cast<double>(names.size());
    Drawing drawing(left + plotWidth + 60, bottom + 28, title, description);
    percentAxis(drawing, left, top, bottom);
    for (std::size_t line = 0; line < names.size(); ++line) {
        const double y = top + rowHeight * (static_cast<double>(line) + 0.5);
        drawing.text(left - 8, y + 4, names[line], "end");
        drawing.line(left, y, left + plotWidth, y, grid, 0.6);
        drawing.text(left + plotWidth + 8, y + 4, fmt::format("{}", times[line]), "start", 11);
    }
    for (const FigureSpan& span : spans) {
        const double y = top + rowHeight * static_cast<double>(span.line);
        drawing.box(left + plotWidth * span.begin, y + 5, std::max(plotWidth * (span.end - span.begin), 1.6),
                    rowHeight - 10, fill);
    }
    return drawing.svg();
}

std::string curveFigure(const FigureTitle& title, const std::vector<double>& steps,
                        const std::vector<double>& line) {
    const double left = 50;
    const double top = 34;
    const double height = 240;
    const double most = steps.empty() ? 1 : std::max(1.0, *std::max_element(steps.begin(), steps.end()));
    const std::string description =
        steps.empty() ? std::string("-") : fmt::format("{} after {}", steps.back(), steps.size());
    Drawing drawing(left + plotWidth + 30, top + height + 30, title, description);
    for (int tick = 0; tick <= 4; ++tick) {
        const double y = top + height - height * tick / 4;
        drawing.line(left, y, left + plotWidth, y, grid, 0.8);
        drawing.text(left - 6, y + 4, fmt::format("{:.0f}", most * tick / 4), "end", 11);
        drawing.text(left + plotWidth * tick / 4, top + height + 16,
                     fmt::format("{:.0f}", static_cast<double>(steps.size()) * tick / 4), "middle", 11);
    }
    std::vector<std::pair<double, double>> counted;
    std::vector<std::pair<double, double>> smooth;
    for (std::size_t place = 0; place < steps.size(); ++place) {
        const double x =
            left + plotWidth * static_cast<double>(place + 1) / static_cast<double>(steps.size());
        const double y = top + height - height * steps[place] / most;
        if (!counted.empty())
            counted.emplace_back(x, counted.back().second);
        counted.emplace_back(x, y);
        if (place < line.size())
            smooth.emplace_back(x, top + height - height * line[place] / most);
    }
    drawing.path(counted, 1.6);
    drawing.path(smooth, 1.2, "5 3");
    return drawing.svg();
}

} // namespace rapport::report
