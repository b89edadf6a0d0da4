// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/analysis_figure.h"

#include "base/format.h"
#include "report/figures.h"
#include "service/analysing.h"

#include <algorithm>
#include <functional>
#include <map>

namespace rapport::service {

namespace {

using analysis::ResultTable;
using base::Errc;

std::string text(const ResultTable& table, std::size_t row, const char* column) {
    return analysis::exactText(table.at(row, column));
}

std::optional<double> number(const ResultTable& table, std::size_t row, const char* column) {
    const analysis::Value& value = table.at(row, column);
    if (const auto* exact = std::get_if<double>(&value))
        return *exact;
    if (const auto* count = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*count);
    return std::nullopt;
}

std::int64_t whole(const ResultTable& table, std::size_t row, const char* column) {
    return static_cast<std::int64_t>(number(table, row, column).value_or(0));
}

std::string titleOf(const FigureWish& wish, const std::string& code) {
    const auto found = wish.titles.find(code);
    return found == wish.titles.end() || found->second.empty() ? code : found->second;
}

report::FigureTitle headOf(const analysis::Result& result, const FigureWish& wish) {
    report::FigureTitle title(result.study);
    for (const auto& [key, value] : result.data) {
        if (key == leftOutToRate)
            title.caveat = wish.leftOut + analysis::exactText(value);
    }
    return title;
}

/// One code of one question, or one question: everybody's row and those of the groups, in the table's order.
struct Line {
    std::string label;
    std::int64_t with = 0; ///< everybody's
    std::vector<std::size_t> rows;
};

/// Of a table of shares, those that occur.
std::vector<Line> linesOf(const ResultTable& table, const FigureWish& wish) {
    std::vector<Line> lines;
    std::map<std::pair<std::string, std::string>, std::size_t> places;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string prompt = text(table, row, "prompt");
        const std::string code = text(table, row, "code");
        if (!wish.prompt.empty() && prompt != wish.prompt)
            continue;
        const auto place = places.emplace(std::pair(prompt, code), lines.size());
        if (place.second) {
            std::string label = wish.prompt.empty() || code.empty() ? prompt : std::string();
            if (!code.empty())
                label += (label.empty() ? "" : " ") + titleOf(wish, code);
            lines.push_back({std::move(label), 0, {}});
        }
        Line& line = lines[place.first->second];
        line.rows.push_back(row);
        if (text(table, row, "group").empty())
            line.with = whole(table, row, "with");
    }
    std::erase_if(lines, [](const Line& line) { return line.with == 0; });
    return lines;
}

/// The most frequent ones, in the table's order.
std::vector<Line> most(std::vector<Line> lines, std::size_t wanted) {
    if (lines.size() <= wanted)
        return lines;
    std::vector<std::int64_t> counts;
    for (const Line& line : lines)
        counts.push_back(line.with);
    std::sort(counts.begin(), counts.end(), std::greater<>());
    const std::int64_t least = counts[wanted - 1];
    auto alike = std::count(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(wanted), least);
    std::erase_if(
        lines, [&](const Line& line) { return line.with < least || (line.with == least && alike-- <= 0); });
    return lines;
}

DrawnFigure bars(const analysis::Result& result, const FigureWish& wish) {
    const ResultTable& table = result.tables.front();
    const std::vector<Line> lines = linesOf(table, wish);
    std::size_t high = 1; // everybody and the groups
    for (const Line& line : lines)
        high = std::max(high, line.rows.size());
    std::vector<report::FigureBar> drawn;
    const std::vector<Line> chosen = most(lines, std::max<std::size_t>(1, wish.lines / high));
    for (const Line& line : chosen) {
        for (const std::size_t row : line.rows) {
            if (!number(table, row, "share"))
                continue;
            const std::string group = text(table, row, "group");
            drawn.push_back({line.label + (group.empty() ? "" : ", ") + group, number(table, row, "share"),
                             number(table, row, "low"), number(table, row, "high"),
                             text(table, row, "with") + " / " + text(table, row, "units")});
        }
    }
    return {drawn.empty() ? std::string() : report::barFigure(headOf(result, wish), drawn), chosen.size(),
            lines.size()};
}

DrawnFigure dots(const analysis::Result& result, const FigureWish& wish) {
    const ResultTable& table = *result.table("frequencies");
    const std::vector<Line> lines = linesOf(table, wish);
    const std::vector<Line> chosen = most(lines, wish.lines);
    std::vector<std::string> series;
    for (const Line& line : chosen) {
        for (const std::size_t row : line.rows) {
            std::string group = text(table, row, "group");
            if (!group.empty() && std::find(series.begin(), series.end(), group) == series.end())
                series.push_back(std::move(group));
        }
    }
    std::vector<report::FigureDots> drawn;
    for (const Line& line : chosen) {
        report::FigureDots& each = drawn.emplace_back();
        each.label = line.label;
        each.values.resize(series.size());
        for (const std::size_t row : line.rows) {
            const auto place = std::find(series.begin(), series.end(), text(table, row, "group"));
            if (place != series.end())
                each.values[static_cast<std::size_t>(place - series.begin())] = number(table, row, "share");
        }
    }
    return {series.empty() ? std::string() : report::dotFigure(headOf(result, wish), series, drawn),
            chosen.size(), lines.size()};
}

struct Codes {
    std::vector<std::string> names;
    std::vector<std::int64_t> counts;
    std::vector<std::vector<std::int64_t>> cells;
};

/// Of the matrix: the most frequent codes.
Codes codesOf(const ResultTable& matrix, std::size_t lines, const FigureWish& wish) {
    std::vector<std::pair<std::int64_t, std::size_t>> order;
    for (std::size_t row = 0; row < matrix.rows.size(); ++row)
        order.emplace_back(-whole(matrix, row, text(matrix, row, "code").c_str()), row);
    std::sort(order.begin(), order.end());
    order.resize(std::min(order.size(), lines));
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    Codes codes;
    for (const auto& [count, row] : order) {
        codes.names.push_back(titleOf(wish, text(matrix, row, "code")));
        codes.counts.push_back(-count);
        std::vector<std::int64_t> line;
        line.reserve(order.size());
        for (const auto& [ignored, column] : order)
            line.push_back(whole(matrix, row, text(matrix, column, "code").c_str()));
        codes.cells.push_back(std::move(line));
    }
    return codes;
}

DrawnFigure matrix(const analysis::Result& result, const FigureWish& wish) {
    const ResultTable& table = *result.table("matrix");
    const Codes codes = codesOf(table, std::min<std::size_t>(wish.lines, 40), wish);
    return {codes.names.empty() ? std::string()
                                : report::matrixFigure(headOf(result, wish), codes.names, codes.cells),
            codes.names.size(), table.rows.size()};
}

DrawnFigure network(const analysis::Result& result, const FigureWish& wish) {
    const ResultTable& table = *result.table("matrix");
    const Codes codes = codesOf(table, std::min<std::size_t>(wish.lines, 24), wish);
    std::vector<report::FigureEdge> edges;
    for (std::size_t a = 0; a < codes.names.size(); ++a) {
        for (std::size_t b = a + 1; b < codes.names.size(); ++b) {
            if (codes.cells[a][b] > 0)
                edges.push_back({a, b, codes.cells[a][b]});
        }
    }
    // Thin ones first, so that thick ones lie over them.
    std::stable_sort(edges.begin(), edges.end(),
                     [](const auto& a, const auto& b) { return a.weight < b.weight; });
    return {codes.names.empty()
                ? std::string()
                : report::networkFigure(headOf(result, wish), codes.names, codes.counts, edges),
            codes.names.size(), table.rows.size()};
}

DrawnFigure stack(const analysis::Result& result, const FigureWish& wish) {
    const ResultTable& table = *result.table("distribution");
    const auto isWanted = [&](std::size_t row) {
        return wish.prompt.empty() || text(table, row, "prompt") == wish.prompt;
    };
    std::int64_t highest = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (isWanted(row))
            highest = std::max(highest, whole(table, row, "value"));
    }
    highest = std::min<std::int64_t>(highest, 9);
    std::vector<std::string> levels;
    for (std::int64_t level = 0; level <= highest; ++level)
        levels.push_back(fmt::format("{}{}", level, level == 9 ? "+" : ""));
    std::vector<report::FigureStack> drawn;
    std::map<std::string, std::size_t> lineOf;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (!isWanted(row))
            continue;
        const std::string label =
            text(table, row, "prompt") + " " + text(table, row, "variable") + " " + text(table, row, "group");
        const auto added = lineOf.emplace(label, drawn.size());
        if (added.second)
            drawn.push_back({label, std::vector<std::int64_t>(levels.size(), 0)});
        drawn[added.first->second]
            .counts[static_cast<std::size_t>(std::min(whole(table, row, "value"), highest))] +=
            whole(table, row, "units");
    }
    const std::size_t found = drawn.size();
    drawn.resize(std::min(drawn.size(), wish.lines));
    return {drawn.empty() ? std::string() : report::stackFigure(headOf(result, wish), levels, drawn),
            drawn.size(), found};
}

DrawnFigure timeline(const analysis::Result& result, const FigureWish& wish) {
    const ResultTable& table = *result.table("sequence");
    std::vector<std::string> names;
    std::map<std::string, std::size_t> lineOf;
    std::vector<report::FigureSpan> spans;
    std::map<std::string, double> length;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const double place = number(table, row, "place").value_or(0);
        if (place > 0)
            length[text(table, row, "source")] = number(table, row, "begin").value_or(0) / place;
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string code = text(table, row, "code");
        const auto added = lineOf.emplace(code, names.size());
        if (added.second)
            names.push_back(titleOf(wish, code));
        if (added.first->second >= wish.lines)
            continue; // only counted
        const double begin = number(table, row, "place").value_or(0);
        const double whole = length[text(table, row, "source")];
        const double size =
            whole > 0
                ? (number(table, row, "end").value_or(0) - number(table, row, "begin").value_or(0)) / whole
                : 0;
        spans.push_back({added.first->second, begin, std::min(begin + size, 1.0)});
    }
    const std::size_t found = names.size();
    names.resize(std::min(names.size(), wish.lines));
    return {names.empty() ? std::string() : report::timelineFigure(headOf(result, wish), names, spans),
            names.size(), found};
}

DrawnFigure curve(const analysis::Result& result, const FigureWish& wish) {
    const ResultTable& table = result.tables.front();
    std::vector<double> steps;
    std::vector<double> line;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        steps.push_back(number(table, row, "seen").value_or(0));
        line.push_back(number(table, row, "mean").value_or(0));
    }
    return {steps.empty() ? std::string() : report::curveFigure(headOf(result, wish), steps, line), 1, 1};
}

using Draw = DrawnFigure (*)(const analysis::Result&, const FigureWish&);
const std::map<std::string, Draw>& drawings() {
    static const std::map<std::string, Draw> all{
        {"bars", bars},   {"dots", dots},         {"matrix", matrix}, {"network", network},
        {"stack", stack}, {"timeline", timeline}, {"curve", curve}};
    return all;
}

} // namespace

const std::vector<std::string>& figureKinds(const std::string& analysis) {
    static const std::map<std::string, std::vector<std::string>> kinds{
        {"frequencies", {"bars", "dots"}},
        {"crosstab", {"dots"}},
        {"responses", {"bars"}},
        {"counts", {"stack"}},
        {"cooccurrence", {"matrix", "network"}},
        {"sequence", {"timeline"}},
        {"saturation", {"curve"}}};
    static const std::vector<std::string> none;
    const auto found = kinds.find(analysis);
    return found == kinds.end() ? none : found->second;
}

base::Result<DrawnFigure> analysisFigure(const analysis::Result& result, const FigureWish& wish) {
    const auto& kinds = figureKinds(result.name);
    if (kinds.empty())
        return base::fail(
            Errc::InvalidArgument, base::said("there is no figure of '{}'", result.name),
            "figures: frequencies, crosstab, responses, counts, cooccurrence, sequence, saturation");
    const std::string wanted = wish.kind.empty() ? kinds.front() : wish.kind;
    if (std::find(kinds.begin(), kinds.end(), wanted) == kinds.end()) {
        std::string known;
        for (const std::string& each : kinds)
            known += (known.empty() ? "" : ", ") + each;
        return base::fail(Errc::InvalidArgument, base::said("'{}' is not drawn as {}", result.name, wanted),
                          "it is drawn as " + known);
    }
    DrawnFigure drawn;
    if (!result.tables.empty())
        drawn = drawings().at(wanted)(result, wish);
    if (drawn.svg.empty())
        return base::fail(Errc::Undefined, "there is nothing to draw");
    return drawn;
}

} // namespace rapport::service
