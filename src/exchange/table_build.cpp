// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table_build.h"

#include "base/format.h"
#include "exchange/excel_damage.h"
#include "exchange/table_shape.h"
#include "exchange/transcript_text.h"
#include "text/utf8.h"

#include <algorithm>
#include <utility>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;
using Cells = std::vector<std::string>;

bool isAllEmpty(const std::vector<CellText>& cells) {
    return std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.empty(); });
}

std::size_t filled(const Record& record) {
    return static_cast<std::size_t>(std::count_if(record.cells.begin(), record.cells.end(),
                                                  [](const auto& cell) { return !cell.empty(); }));
}

/// As much of a cell as a header may say: the rows among which headers are looked for may hold books.
std::string_view headOf(std::string_view cell) {
    constexpr std::size_t longest = 65536; // bytes
    if (cell.size() <= longest)
        return cell;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0U) == 0x80U)
        --end;
    return cell.substr(0, end);
}

/// Columns that somebody's trailing separator made: no header, no value.
void dropEmptyColumns(Table& table, const std::vector<Cells>& headers) {
    std::size_t kept = table.columns.size();
    while (kept > 0) {
        const std::size_t last = kept - 1;
        const auto isEmptyAt = [last](const auto& cells) {
            return cells.size() <= last || cells[last].empty();
        };
        const bool isUnnamed = std::all_of(headers.begin(), headers.end(), isEmptyAt);
        if (!isUnnamed || !std::all_of(table.rows.begin(), table.rows.end(),
                                       [&](const Row& row) { return isEmptyAt(row.cells); }))
            break;
        --kept;
    }
    if (kept == 0 || kept == table.columns.size())
        return;
    table.columns.resize(kept);
    for (Row& row : table.rows)
        row.cells.resize(kept);
}

void collectSamples(Table& table) {
    constexpr std::size_t enough = 5;
    std::size_t open = table.columns.size();
    for (const Row& row : table.rows) {
        if (open == 0)
            return;
        for (std::size_t index = 0; index < table.columns.size(); ++index) {
            auto& samples = table.columns[index].samples;
            if (samples.size() == enough || row.cells[index].empty())
                continue;
            samples.push_back(text::elide(row.cells[index], longestSample));
            open -= samples.size() == enough ? 1U : 0U;
        }
    }
}

/// Forms that name nobody get a column that does: the row in the file.
void numberRows(Table& table) {
    const bool isTaken = std::any_of(table.columns.begin(), table.columns.end(),
                                     [](const Column& column) { return column.name == "row"; });
    if (isTaken)
        return;
    Column column;
    column.name = "row";
    column.title = "Row of the file";
    table.columns.push_back(std::move(column));
    for (Row& row : table.rows)
        row.cells.push_back(table.texts->keep(fmt::format("row-{}", row.line)));
}

} // namespace

TableBuilder::TableBuilder(std::string fileName, const ReadOptions& options, Width width)
    : m_fileName(std::move(fileName))
    , m_askedHeaders(options.headerRows)
    , m_rowLimit(options.rowLimit)
    , m_width(width) {
}

base::Result<bool> TableBuilder::add(Record& record) {
    if (isEnough())
        return false;
    if (!m_hasHeaders) {
        // Blank rows above a spreadsheet's table are no header.
        if (m_width == Width::Filled && m_head.empty() && isAllEmpty(record.cells))
            return true;
        m_head.push_back(std::move(record));
        record = Record{};
        if (m_head.size() == 3)
            RAPPORT_TRY(readHeaders());
        return !isEnough();
    }
    RAPPORT_TRY(take(record));
    return !isEnough();
}

base::Status TableBuilder::readHeaders() {
    m_hasHeaders = true;
    if (m_head.empty())
        return base::fail(Errc::Unreadable, Place{m_fileName, 0, 0, {}},
                          m_width == Width::Filled ? "holds no cell with content" : "is empty",
                          "export it again, or check that this is the file you mean");
    // A title above the table of a sheet stands alone in its row.
    if (m_width == Width::Filled && m_askedHeaders == 0) {
        while (m_head.size() > 1 && filled(m_head[0]) == 1 && filled(m_head[1]) > 1) {
            m_table.warnings.push_back(
                base::said("row {} is taken as a title above the table", m_head[0].line));
            m_head.erase(m_head.begin());
        }
    }
    if (m_head.front().count > mostColumns)
        return base::fail(
            Errc::Unreadable, Place{m_fileName, m_head.front().line, 0, {}},
            base::said("has {} columns; at most {} can be read", m_head.front().count, mostColumns));
    for (const Record& record : m_head) {
        Cells& row = m_headers.emplace_back();
        row.reserve(record.cells.size());
        for (const CellText& cell : record.cells)
            row.emplace_back(headOf(cell));
    }
    const Shape shape = recogniseShape(m_headers, m_askedHeaders);
    const auto headerRows = std::min(static_cast<std::size_t>(shape.headerRows), m_head.size());
    m_headers.resize(headerRows);
    m_table.shape = shape.name;
    m_table.headerRows = static_cast<int>(headerRows);
    m_table.columns = makeColumns(shape, m_headers);
    const std::size_t columns = m_table.columns.size();
    for (std::size_t row = 1; row < headerRows && m_width == Width::Fixed; ++row) {
        if (m_head[row].count != columns)
            m_table.warnings.push_back(
                base::said("header row {} has {} cells, the first {}", row + 1, m_head[row].count, columns));
    }
    for (std::size_t row = headerRows; row < m_head.size() && !isEnough(); ++row)
        RAPPORT_TRY(take(m_head[row]));
    m_head.clear();
    return {};
}

base::Status TableBuilder::take(Record& record) {
    if (record.count <= mostColumns && isAllEmpty(record.cells)) {
        ++m_emptyRows;
        return {};
    }
    if (!fit(record))
        return {};
    const auto longest = std::max_element(record.cells.begin(), record.cells.end(),
                                          [](const auto& a, const auto& b) { return a.size() < b.size(); });
    if (longest != record.cells.end() && longest->size() > mostText) {
        const auto column = static_cast<std::size_t>(longest - record.cells.begin());
        reject({m_fileName, record.line, m_table.columns[column].name, tooMuchText, "split it"});
        return {};
    }
    m_cells += record.cells.size();
    if (m_cells > mostCells)
        return base::fail(Errc::Unreadable, Place{m_fileName, record.line, 0, {}},
                          base::said("has more than {} cells", mostCells),
                          "split the table, or leave out columns that nobody needs");
    // A copy of the right size: the record's own list is filled again by the next row.
    m_table.rows.push_back(Row{record.line, record.cells});
    return {};
}

/// A row as wide as the header, or the reason why it is not.
bool TableBuilder::fit(Record& record) {
    const std::size_t columns = m_table.columns.size();
    if (record.count == columns)
        return true;
    if (m_width == Width::Filled && record.count < columns) {
        record.cells.resize(columns);
        return true;
    }
    const bool hasOnlyBlanksMore =
        record.count > columns && record.count <= mostColumns &&
        std::all_of(record.cells.begin() + static_cast<std::ptrdiff_t>(columns), record.cells.end(),
                    [](const auto& cell) { return cell.empty(); });
    if (hasOnlyBlanksMore) {
        record.cells.resize(columns);
        return true;
    }
    reject({m_fileName,
            record.line,
            {},
            base::said("the row has {} {}, the header {}", record.count, record.count == 1 ? "cell" : "cells",
                       columns),
            m_width == Width::Filled ? "give the columns on the right a name in the first row"
            : record.count > columns ? "put quotation marks around cells that hold the separator"
                                     : "check for a line break inside a cell without quotation marks"});
    return false;
}

void TableBuilder::reject(RowProblem problem) {
    if (m_table.problems.size() == mostProblems)
        ++m_table.moreProblems;
    else
        m_table.problems.push_back(std::move(problem));
}

base::Result<Table> TableBuilder::finish(Table table) {
    if (!m_hasHeaders)
        RAPPORT_TRY(readHeaders());
    m_table.encoding = std::move(table.encoding);
    m_table.separator = table.separator;
    m_table.isSeparatedText = table.isSeparatedText;
    m_table.warnings.insert(m_table.warnings.begin(), table.warnings.begin(), table.warnings.end());
    m_table.problems.insert(m_table.problems.end(), table.problems.begin(), table.problems.end());
    if (m_table.rows.empty() && m_table.problems.empty())
        return base::fail(Errc::Unreadable, Place{m_fileName, 0, 0, {}}, "holds a header but no rows",
                          m_table.headerRows > 1 ? ""
                                                 : "the first line is taken as the names of the columns");
    if (m_table.moreProblems > 0)
        m_table.warnings.push_back(
            base::said("{} more rows do not fit; only the first are listed", m_table.moreProblems));
    if (m_emptyRows > 0)
        m_table.warnings.push_back(
            base::said("{} empty {} left out", m_emptyRows, m_emptyRows == 1 ? "row is" : "rows are"));
    dropEmptyColumns(m_table, m_headers);
    if (m_table.shape == "googleforms")
        numberRows(m_table);
    flagExcelDamage(m_table);
    collectSamples(m_table);
    return std::move(m_table);
}

} // namespace rapport::exchange
