// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of CSV files (RFC 4180) on their way out. Spreadsheet programs run a cell that begins with = + - @, a
// tab or a carriage return as a formula: such a text gets an apostrophe before it, which they do not show;
// so does a text that begins with apostrophes and then one of these, that reading can take it away again.
#pragma once

#include <string>
#include <string_view>

namespace rapport::base {

/// A cell with quotes only where RFC 4180 asks for them, and nothing else done to it.
[[nodiscard]] std::string csvQuoted(std::string_view text);
/// A cell that nobody's spreadsheet runs. A negative number stays one.
[[nodiscard]] std::string csvCell(std::string_view text);

/// The text as a spreadsheet shows it and runs nothing.
[[nodiscard]] std::string withoutFormula(std::string_view text);
/// Takes the apostrophe away again: a part of `text`.
[[nodiscard]] std::string_view withFormula(std::string_view text);

} // namespace rapport::base
