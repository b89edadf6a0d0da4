// SPDX-License-Identifier: GPL-3.0-or-later
// Any table gives codings that are written and read back to the same, or an error.
#include "exchange/codings_table.h"
#include "exchange/csv.h"

#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace rapport::exchange;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto records = readCsv(bytes, "fuzz", {}, {});
    if (!records)
        return 0;
    const auto codings = readCodings(std::get<Table>(*records), "fuzz");
    if (!codings)
        return 0;
    const std::string written = writeCodings(codings->rows);
    const auto again = readCsv(written, "fuzz", {}, {});
    if (!again)
        std::abort();
    if (!codings->rows.empty()) {
        const auto back = readCodings(std::get<Table>(*again), "fuzz");
        if (!back || back->rows.size() != codings->rows.size())
            std::abort();
    }
    return 0;
}
