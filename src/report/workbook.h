// SPDX-License-Identifier: GPL-3.0-or-later
// Office Open XML workbooks by libxlsxwriter, which writes files only: a temporary one, read back and
// removed. Texts are strings whatever they begin with; nothing is ever a formula.
#pragma once

#include "base/result.h"

#include <string>
#include <variant>
#include <vector>

namespace rapport::report {

struct SheetNumber {
    double value = 0;
    int decimals = -1; ///< shown; -1: as the spreadsheet likes
};
using SheetCell = std::variant<std::monostate, SheetNumber, std::string>;

struct Sheet {
    std::string name;                 ///< made fit: 31 characters, none of []:*?/\, unique
    std::string caption;              ///< over the head; empty: none
    std::vector<std::string> columns; ///< empty: no head
    std::vector<std::vector<SheetCell>> rows;
    std::vector<double> widths; ///< in characters; missing: fitted to the contents
};

/// Errors: Io (no temporary file, more than 1,048,576 rows).
[[nodiscard]] base::Result<std::string> writeWorkbook(const std::vector<Sheet>& sheets);

} // namespace rapport::report
