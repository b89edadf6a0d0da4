// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a workbook, and as the rows of a sheet inside a sound one, give a table or an error.
#include "exchange/workbook.h"
#include "records_check.h"
#include "support/zip_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace rapport;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto read = exchange::readXlsx(bytes, "fuzz", {}, {}))
        fuzz::check(*read);
    // The bytes before the first NUL are rows, behind it shared texts, behind the second styles.
    const std::size_t first = std::min(bytes.find('\0'), size);
    const std::size_t second = std::min(bytes.find('\0', std::min(first + 1, size)), size);
    const std::string rows(bytes.substr(0, first));
    const std::string shared(first < size ? bytes.substr(first + 1, second - first - 1) : std::string_view());
    const std::string styles(second < size ? bytes.substr(second + 1) : std::string_view());
    if (const auto read = exchange::readXlsx(test::workbookOf(rows, shared, styles), "fuzz", {}, {}))
        fuzz::check(*read);
    if (const auto read = exchange::readOds(bytes, "fuzz", {}, {}))
        fuzz::check(*read);
    if (const auto read = exchange::readOds(
            test::openDocumentOf("spreadsheet",
                                 "<office:spreadsheet>" + std::string(bytes) + "</office:spreadsheet>"),
            "fuzz", {}, {}))
        fuzz::check(*read);
    return 0;
}
