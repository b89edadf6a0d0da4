// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/analysis_figure.h"

#include "base/format.h"
#include "report/figures.h"

#include <algorithm>
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

/// The rows with the most in `column`, at most `lines`, in the table's order.
std::vector<std::size_t> most(const ResultTable& table, std::vector<std::size_t> rows, const char* column,
                              std::size_t lines) {
    if (rows.size() <= lines)
        return rows;
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
        return whole(table, a, column) > whole(table, b, column);
    });
    rows.resize(lines);
    std::sort(rows.begin(), rows.end());
    return rows;
}

std::string bars(const analysis::Result& result, std::size_t lines) {
    const ResultTable& table = result.tables.front();
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (number(table, row, "share") && whole(table, row, "with") > 0)
            rows.push_back(row);
    }
    std::vector<report::FigureBar> drawn;
    for (const std::size_t row : most(table, rows, "with", lines)) {
        std::string label = text(table, row, "prompt");
        for (const char* column : {"code", "group"}) {
            if (const std::string part = text(table, row, column); !part.empty())
                label += " " + part;
        }
        drawn.push_back({label, number(table, row, "share"), number(table, row, "low"),
                         number(table, row, "high"),
                         text(table, row, "with") + " / " + text(table, row, "units")});
    }
    return report::barFigure(result.study, drawn);
}

std::string dots(const analysis::Result& result, std::size_t lines) {
    const ResultTable& table = *result.table("frequencies");
    std::vector<std::string> series;
    std::map<std::string, std::size_t> lineOf;
    std::vector<std::size_t> totals;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string group = text(table, row, "group");
        if (group.empty() && whole(table, row, "with") > 0)
            totals.push_back(row);
        if (!group.empty() && std::find(series.begin(), series.end(), group) == series.end())
            series.push_back(group);
    }
    std::vector<report::FigureDots> drawn;
    const auto labelOf = [&](std::size_t row) {
        return text(table, row, "prompt") + " " + text(table, row, "code");
    };
    for (const std::size_t row : most(table, totals, "with", lines)) {
        lineOf.emplace(labelOf(row), drawn.size());
        drawn.push_back({labelOf(row), std::vector<std::optional<double>>(series.size())});
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto line = lineOf.find(labelOf(row));
        const auto place = std::find(series.begin(), series.end(), text(table, row, "group"));
        if (line != lineOf.end() && place != series.end())
            drawn[line->second].values[static_cast<std::size_t>(place - series.begin())] =
                number(table, row, "share");
    }
    return report::dotFigure(result.study, series, drawn);
}

struct Codes {
    std::vector<std::string> names;
    std::vector<std::int64_t> counts;
    std::vector<std::vector<std::int64_t>> cells;
};

/// Of the matrix: the most frequent codes.
Codes codesOf(const ResultTable& matrix, std::size_t lines) {
    std::vector<std::pair<std::int64_t, std::size_t>> order;
    for (std::size_t row = 0; row < matrix.rows.size(); ++row)
        order.emplace_back(-whole(matrix, row, text(matrix, row, "code").c_str()), row);
    std::sort(order.begin(), order.end());
    order.resize(std::min(order.size(), lines));
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    Codes codes;
    for (const auto& [count, row] : order) {
        codes.names.push_back(text(matrix, row, "code"));
        codes.counts.push_back(-count);
        std::vector<std::int64_t> line;
        line.reserve(order.size());
        for (const auto& [ignored, column] : order)
            line.push_back(whole(matrix, row, text(matrix, column, "code").c_str()));
        codes.cells.push_back(std::move(line));
    }
    return codes;
}

std::string matrix(const analysis::Result& result, std::size_t lines) {
    const Codes codes = codesOf(*result.table("matrix"), std::min<std::size_t>(lines, 40));
    return report::matrixFigure(result.study, codes.names, codes.cells);
}

std::string network(const analysis::Result& result, std::size_t lines) {
    const Codes codes = codesOf(*result.table("matrix"), std::min<std::size_t>(lines, 24));
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
    return report::networkFigure(result.study, codes.names, codes.counts, edges);
}

std::string stack(const analysis::Result& result, std::size_t lines) {
    const ResultTable& table = *result.table("distribution");
    std::int64_t highest = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        highest = std::max(highest, whole(table, row, "value"));
    highest = std::min<std::int64_t>(highest, 9);
    std::vector<std::string> levels;
    for (std::int64_t level = 0; level <= highest; ++level)
        levels.push_back(fmt::format("{}{}", level, level == 9 ? "+" : ""));
    std::vector<report::FigureStack> drawn;
    std::map<std::string, std::size_t> lineOf;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::string label =
            text(table, row, "prompt") + " " + text(table, row, "variable") + " " + text(table, row, "group");
        const auto added = lineOf.emplace(label, drawn.size());
        if (added.second)
            drawn.push_back({label, std::vector<std::int64_t>(levels.size(), 0)});
        drawn[added.first->second]
            .counts[static_cast<std::size_t>(std::min(whole(table, row, "value"), highest))] +=
            whole(table, row, "units");
    }
    drawn.resize(std::min(drawn.size(), lines));
    return report::stackFigure(result.study, levels, drawn);
}

std::string timeline(const analysis::Result& result, std::size_t lines) {
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
        if (added.second && names.size() >= lines) {
            lineOf.erase(code);
            continue;
        }
        if (added.second)
            names.push_back(code);
        const double begin = number(table, row, "place").value_or(0);
        const double whole = length[text(table, row, "source")];
        const double size =
            whole > 0
                ? (number(table, row, "end").value_or(0) - number(table, row, "begin").value_or(0)) / whole
                : 0;
        spans.push_back({added.first->second, begin, std::min(begin + size, 1.0)});
    }
    return report::timelineFigure(result.study, names, spans);
}

std::string curve(const analysis::Result& result, std::size_t /*lines*/) {
    const ResultTable& table = result.tables.front();
    std::vector<double> steps;
    std::vector<double> line;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        steps.push_back(number(table, row, "seen").value_or(0));
        line.push_back(number(table, row, "mean").value_or(0));
    }
    return report::curveFigure(result.study, steps, line);
}

using Draw = std::string (*)(const analysis::Result&, std::size_t);
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

base::Result<std::string> analysisFigure(const analysis::Result& result, const std::string& kind,
                                         std::size_t lines) {
    const auto& kinds = figureKinds(result.name);
    if (kinds.empty())
        return base::fail(
            Errc::InvalidArgument, base::said("there is no figure of '{}'", result.name),
            "figures: frequencies, crosstab, responses, counts, cooccurrence, sequence, saturation");
    const std::string wanted = kind.empty() ? kinds.front() : kind;
    if (std::find(kinds.begin(), kinds.end(), wanted) == kinds.end()) {
        std::string known;
        for (const std::string& each : kinds)
            known += (known.empty() ? "" : ", ") + each;
        return base::fail(Errc::InvalidArgument, base::said("'{}' is not drawn as {}", result.name, wanted),
                          "it is drawn as " + known);
    }
    if (result.tables.empty() || result.tables.front().rows.empty())
        return base::fail(Errc::Undefined, "there is nothing to draw");
    return drawings().at(wanted)(result, lines);
}

} // namespace rapport::service
