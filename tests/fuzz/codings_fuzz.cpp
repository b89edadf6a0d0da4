// SPDX-License-Identifier: GPL-3.0-or-later
// Any table gives codings that are written and read back to the same, or an error.
#include "exchange/codings_table.h"
#include "exchange/csv.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <tuple>
#include <vector>

namespace {

using rapport::exchange::CodingRow;

/// In an order that says everything of them but the line.
std::vector<CodingRow> sorted(std::vector<CodingRow> rows) {
    const auto key = [](const CodingRow& row) {
        return std::tie(row.unit, row.rater, row.variable, row.code, row.begin, row.end, row.value, row.quote,
                        row.completed, row.time, row.round, row.version);
    };
    for (CodingRow& row : rows)
        row.line = 0;
    std::sort(rows.begin(), rows.end(),
              [&](const CodingRow& left, const CodingRow& right) { return key(left) < key(right); });
    return rows;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace rapport::exchange;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto records = readCsv(bytes, "fuzz", {}, {});
    if (!records)
        return 0;
    const auto codings = readCodings(std::get<Table>(*records), "fuzz");
    // A table of a header alone is refused.
    if (!codings || codings->rows.empty())
        return 0;
    const std::string written = writeCodings(codings->rows);
    const auto again = readCsv(written, "fuzz", {}, {});
    // What is full of control characters looks like no text any more, without the text that was around it.
    const bool isOdd = std::any_of(written.begin(), written.end(), [](char letter) {
        return (static_cast<unsigned char>(letter) < 0x20 && letter != '\n' && letter != '\t') ||
               letter == 0x7F;
    });
    if (!again && isOdd)
        return 0;
    if (!again)
        std::abort();
    const auto back = readCodings(std::get<Table>(*again), "fuzz");
    if (!back || !back->problems.empty() || sorted(back->rows) != sorted(codings->rows))
        std::abort();
    return 0;
}
