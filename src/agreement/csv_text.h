// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a CSV text as views into it, with the place of every cell. RFC 4180 with LF or CRLF; refuses
// unclosed quotes and text after a closing quote. Internal to the room; one thread.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::agreement {

/// First byte that is not UTF-8; nullopt if all is.
[[nodiscard]] std::optional<std::size_t> firstInvalidUtf8(std::string_view text);

class CsvText {
public:
    /// Skips a BOM; the separator is comma, semicolon or tab, whichever the first line has most of outside
    /// quotes.
    CsvText(std::string_view text, std::string fileName);

    /// The next row that is not empty into `cells`; false at the end or at a fault. Cells without quotes lose
    /// blanks around them. Views live as long as the text and this object.
    [[nodiscard]] bool next(std::vector<std::string_view>& cells);
    [[nodiscard]] const std::optional<base::Error>& fault() const { return m_fault; }

    /// Of the row that next() gave last. Columns count bytes from 1.
    [[nodiscard]] std::size_t line() const { return m_rowLine; }
    [[nodiscard]] base::Place placeOf(std::size_t cell, std::string_view header = {}) const;

private:
    [[nodiscard]] bool quotedCell(std::vector<std::string_view>& cells);
    void fail(std::size_t position, std::string message, std::string hint);

    std::string_view m_text;
    std::string m_fileName;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::size_t m_lineStart = 0;
    std::size_t m_rowLine = 1;
    std::size_t m_rowStart = 0;
    std::vector<std::size_t> m_begins;  ///< of the row's cells
    std::deque<std::string> m_unquoted; ///< cells with doubled quotes
    std::optional<base::Error> m_fault;
    char m_separator = ',';
};

/// Gathers faults of rows: the first is told in full, the others are counted.
class RowFaults {
public:
    void add(base::Place place, std::string message, std::string hint = {});
    [[nodiscard]] bool any() const { return m_count > 0; }
    [[nodiscard]] base::Error error() const;

private:
    base::Error m_first;
    std::size_t m_count = 0;
};

} // namespace rapport::agreement
