// SPDX-License-Identifier: GPL-3.0-or-later
// A table as text that is set on paper takes it: which of its columns stand there, how wide each is, and its
// cells as one text each. What LaTeX and the office files share. Values only.
#pragma once

#include "report/page.h"

#include <string>
#include <vector>

namespace rapport::report {

enum class Charts { Kept, LeftOut };

struct GridCell {
    std::string text;  ///< as cellText(), not escaped
    std::string chart; ///< SVG
    bool isFigure = false;
    bool isHeading = false;
};

struct GridRow {
    bool isGroup = false; ///< one cell over all columns
    std::vector<GridCell> cells;
};

struct Grid {
    std::vector<GridCell> head;
    std::vector<double> widths; ///< shares of the whole, by the longest text; they sum to 1
    std::vector<GridRow> rows;
};

/// A row that is short gets empty cells. No columns: an empty grid.
[[nodiscard]] Grid gridOf(const Table& table, Charts charts);

} // namespace rapport::report
