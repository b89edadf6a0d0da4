// SPDX-License-Identifier: GPL-3.0-or-later
// Codings made in a spreadsheet, as a table of ratings: one column per coder, or one sheet per coder; cells
// hold labels, 0 and 1, or crosses. What comes out is the matrix that agreement reads: `unit` and one column
// per coder.
#pragma once

#include "base/result.h"
#include "exchange/workbook.h"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

struct CodersOptions {
    std::vector<std::string> coders; ///< columns, or sheets; empty: all that can be
    std::string unit;                ///< column that names the unit; empty: as it is called, else the row
    std::string code;                ///< of sheets with a column per code: only this one, as 0 and 1
};

struct CodersMatrix {
    std::string csv; ///< RFC 4180
    std::size_t units = 0;
    std::vector<std::string> coders;
    bool isSets = false;            ///< cells hold codes joined by "|": several may be given at once
    std::vector<std::string> notes; ///< what was understood, for people
};

/// One table: a column per coder. Several: a sheet per coder. Errors: Unreadable (fewer than two coders,
/// units named twice), NotFound (a coder, column or code that is not there).
[[nodiscard]] base::Result<CodersMatrix> codersMatrix(const std::vector<NamedTable>& tables,
                                                      const CodersOptions& options,
                                                      const std::string& fileName);

/// Whether the first rows of a CSV hold crosses ("x", a tick) and blank cells alone, beside what names the
/// units: a blank is a no then. A mere 1 is no cross: beside it a blank cell is missing.
[[nodiscard]] bool holdsCrosses(std::string_view csv);

} // namespace rapport::exchange
