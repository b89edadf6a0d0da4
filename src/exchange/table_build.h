// SPDX-License-Identifier: GPL-3.0-or-later
// From records to a Table, whatever file they came from: header rows told from rows, widths checked or
// filled up, empty columns dropped. Private to this room.
#pragma once

#include "base/result.h"
#include "exchange/format.h"
#include "exchange/table.h"

#include <string>
#include <vector>

namespace rapport::exchange {

/// More columns than this is no table that a person made.
inline constexpr std::size_t mostColumns = 20000;
/// And more cells than this are no table of one survey: a cell costs 16 bytes beyond its text, and a file may
/// hold nothing but separators.
inline constexpr std::size_t mostCells = 16'000'000;

struct Record {
    std::size_t line = 0;        ///< of the record's first byte, or the sheet's row, from 1
    std::size_t count = 0;       ///< cells, also those past `mostColumns`, which are not kept
    std::vector<CellText> cells; ///< kept by whom the record is given to
};

/// What a record of another width than the header means: a mistake in separated text, where a separator is
/// missing or too much; nothing in a spreadsheet, whose rows end with their last filled cell.
enum class Width { Fixed, Filled };

class TableBuilder {
public:
    TableBuilder(std::string fileName, const ReadOptions& options, Width width);

    /// False once there are as many rows as were asked for. Errors: Unreadable (too many columns or cells).
    [[nodiscard]] base::Result<bool> add(Record& record);
    /// Keeps the texts of records' cells, as long as the table lives.
    [[nodiscard]] KeptTexts& texts() { return *m_table.texts; }
    /// `table` brings encoding, separator and warnings. Errors: Unreadable (no row at all).
    [[nodiscard]] base::Result<Table> finish(Table table);

private:
    base::Status readHeaders();
    base::Status take(Record& record);
    bool fit(Record& record);
    void reject(RowProblem problem);
    [[nodiscard]] bool isEnough() const { return m_rowLimit > 0 && m_table.rows.size() >= m_rowLimit; }

    std::string m_fileName;
    int m_askedHeaders;
    std::size_t m_rowLimit;
    Width m_width;
    bool m_hasHeaders = false;
    std::vector<Record> m_head;
    std::vector<std::vector<std::string>> m_headers;
    std::size_t m_emptyRows = 0;
    std::size_t m_cells = 0;
    Table m_table;
};

} // namespace rapport::exchange
