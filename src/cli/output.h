// SPDX-License-Identifier: GPL-3.0-or-later
// How answers look: documents as JSON, tables as text or CSV, errors with their place and hint. Text for
// people never carries control characters of somebody's data to the terminal.
#pragma once

#include "base/error.h"
#include "base/json_fwd.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rapport::cli {

enum class Format { Text, Json, Csv };

/// `{"schema": "rapport.<name>/1"}`, to be filled.
[[nodiscard]] base::Json document(const std::string& name);
/// Indented, with a line end.
[[nodiscard]] std::string jsonText(const base::Json& json);

/// What a command that writes files says: "wrote FILE" for each; `rapport.written/1`; a column `file`.
[[nodiscard]] std::string writtenText(const std::vector<std::string>& files, Format format);

/// Rows of cells under a header.
class Table {
public:
    explicit Table(std::vector<std::string> columns)
        : m_columns(std::move(columns)) {}
    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }

    /// Aligned columns; numbers stand right. `withHeader` false for lists of names and values.
    [[nodiscard]] std::string toText(bool withHeader = true) const;
    /// RFC 4180, minimal quoting, LF, with a header.
    [[nodiscard]] std::string toCsv() const;

private:
    std::vector<std::string> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

/// One line without control characters, for the terminal.
[[nodiscard]] std::string plain(const std::string& text);
[[nodiscard]] std::string yesNo(bool value);
/// "1 unit", "12 units"
[[nodiscard]] std::string counted(std::int64_t number, const std::string& one, const std::string& many);

/// Each line of a hint, four blanks in, with line ends.
[[nodiscard]] std::string indented(const std::string& hint);
/// "file:line:column: message" and the hint under it, with line ends.
[[nodiscard]] std::string errorText(const base::Error& error);

} // namespace rapport::cli
