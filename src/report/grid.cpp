// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/grid.h"

#include "report/escape.h"
#include "report/office_text.h"
#include "text/utf8.h"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace rapport::report {

namespace {

// Letters: a column of numbers holds its widest, words may break.
constexpr double narrowest = 6;
constexpr double widest = 26;
constexpr double chartWidth = 17;
constexpr double ofBold = 1.15;

double lettersOf(std::string_view text) {
    return static_cast<double>(text::countCodePoints(text));
}

double longestWord(std::string_view text) {
    double longest = 0;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        longest = std::max(longest, lettersOf(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return longest;
}

} // namespace

Grid gridOf(const Table& table, Charts charts) {
    Grid grid;
    std::vector<std::size_t> shown;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const Column& each = table.columns[column];
        if (each.isChart && charts == Charts::LeftOut)
            continue;
        shown.push_back(column);
        grid.head.push_back({plainText(each.title), each.chart, each.isFigure, true});
        grid.widths.push_back(each.isChart ? chartWidth : ofBold * longestWord(grid.head.back().text));
    }
    if (shown.empty())
        return grid;
    for (const TableRow& row : table.rows) {
        GridRow& made = grid.rows.emplace_back();
        made.isGroup = row.isGroup;
        if (row.isGroup) {
            made.cells.push_back({plainText(row.cells.front().text), {}, false, true});
            continue;
        }
        for (std::size_t place = 0; place < shown.size(); ++place) {
            GridCell& cell = made.cells.emplace_back();
            cell.isFigure = table.columns[shown[place]].isFigure;
            if (shown[place] >= row.cells.size())
                continue;
            const Cell& from = row.cells[shown[place]];
            cell.text = cellText(from);
            cell.isHeading = from.isHeading;
            if (charts == Charts::Kept)
                cell.chart = from.chart;
            grid.widths[place] = std::max(grid.widths[place],
                                          cell.isFigure ? lettersOf(cell.text) * 0.9 : lettersOf(cell.text));
        }
    }
    for (double& width : grid.widths)
        width = std::clamp(width, narrowest, widest);
    const double all = std::accumulate(grid.widths.begin(), grid.widths.end(), 0.0);
    for (double& width : grid.widths)
        width /= all;
    return grid;
}

} // namespace rapport::report
