// SPDX-License-Identifier: GPL-3.0-or-later
// The records of a separated text, one after the other: one pass, whatever the quotes do. Knows nothing of
// headers. Private to this room.
#pragma once

#include "base/result.h"
#include "exchange/table_build.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

using CsvRecord = Record;

struct CsvOddities {
    std::size_t looseQuotes = 0; ///< quotation marks inside cells that are not doubled
    std::size_t firstLine = 0;
};

class CsvScanner {
public:
    /// `text` with \n line ends must outlive the scanner and its records, whose cells stand in it: where
    /// quotation marks are doubled, a cell is drawn together in its own place. `separator` is no quotation
    /// mark and no line end.
    CsvScanner(std::span<char> text, char separator, std::size_t firstLine = 1);

    /// The next record; false at the end. Empty lines are skipped. Errors: Unreadable with the line of a
    /// quotation mark that is never closed (file name left to the caller).
    [[nodiscard]] base::Result<bool> next(CsvRecord& record);

    [[nodiscard]] std::size_t bytesRead() const { return m_at; }
    [[nodiscard]] const CsvOddities& oddities() const { return m_oddities; }

private:
    void addCell(CsvRecord& record, std::string_view cell);
    void splitPlain(CsvRecord& record, std::string_view line);
    base::Status readQuoted(CsvRecord& record);
    /// What stands between the marks, from behind the one that opens; as far as the separator or line end.
    base::Result<std::string_view> readQuotedCell();
    /// Doubled quotation marks of a part of the text become one each, in its own place.
    std::string_view drawTogether(std::size_t begin, std::size_t end);
    void noteLooseQuote();

    std::span<char> m_letters; ///< the text, where it is drawn together behind what was read
    std::string_view m_text;   ///< the same
    char m_separator;
    std::size_t m_at = 0;
    std::size_t m_line;
    std::size_t m_nextQuote = 0; ///< first quotation mark at or after m_at
    CsvOddities m_oddities;
};

/// The separator among , ; tab | whose columns are the most regular outside quotes; ',' if none has columns.
[[nodiscard]] char detectSeparator(std::string_view text);

/// 0 to 1: how many of the first records have the usual number of cells, and that number.
struct Regularity {
    double share = 0;
    std::size_t columns = 0;
    std::size_t records = 0;
};
[[nodiscard]] Regularity regularity(std::string_view text, char separator);

} // namespace rapport::exchange
