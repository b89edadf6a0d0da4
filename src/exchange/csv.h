// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 4180 tables, in and out. Reading takes any separator, quotes with line breaks inside, and 1 to 3 header
// rows.
#pragma once

#include "base/result.h"
#include "exchange/format.h"
#include "exchange/table.h"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

[[nodiscard]] Likelihood probeCsv(std::string_view head, std::string_view fileName);
[[nodiscard]] base::Result<Records> readCsv(std::string_view bytes, const std::string& fileName,
                                            const ReadOptions& options, const base::Task& task);

/// Cells joined by commas, ended by \n, with quotes only where RFC 4180 asks for them. What a spreadsheet
/// would run is the caller's to mark (base/csv_text.h).
[[nodiscard]] std::string csvLine(const std::vector<std::string>& cells);

} // namespace rapport::exchange
