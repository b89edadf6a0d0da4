// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv.h"

#include "base/format.h"
#include "base/platform/file.h"
#include "exchange/csv_scan.h"
#include "exchange/foreign_file.h"
#include "exchange/table_shape.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <algorithm>
#include <utility>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;
using Cells = std::vector<std::string>;

/// Excel's own first line "sep=;": the separator and the text without that line.
std::pair<char, std::string_view> separatorLine(std::string_view text) {
    const std::size_t end = text.find('\n');
    const std::string_view first = text.substr(0, end);
    if (end == std::string_view::npos || first.size() != 5 ||
        (first.substr(0, 4) != "sep=" && first.substr(0, 4) != "SEP="))
        return {'\0', text};
    return {first[4], text.substr(end + 1)};
}

bool isAllEmpty(const Cells& cells) {
    return std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.empty(); });
}

/// Columns that somebody's trailing separator made: no header, no value.
void dropEmptyColumns(Table& table, const std::vector<Cells>& headers) {
    std::size_t kept = table.columns.size();
    while (kept > 0) {
        const std::size_t last = kept - 1;
        const auto isEmptyAt = [last](const Cells& cells) {
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
            samples.push_back(row.cells[index]);
            open -= samples.size() == enough ? 1U : 0U;
        }
    }
}

base::Error withFile(base::Error error, const std::string& fileName) {
    if (!error.where)
        error.where = Place{};
    error.where->file = fileName;
    return error;
}

/// A row as wide as the header, or the reason why it is not.
bool fit(CsvRecord& record, std::size_t columns, const std::string& fileName, Table& table) {
    const bool hasOnlyBlanksMore =
        record.count > columns && record.count <= mostColumns &&
        std::all_of(record.cells.begin() + static_cast<std::ptrdiff_t>(columns), record.cells.end(),
                    [](const auto& cell) { return cell.empty(); });
    if (hasOnlyBlanksMore)
        record.cells.resize(columns);
    else if (record.count != columns) {
        table.problems.push_back(RowProblem{
            fileName,
            record.line,
            {},
            fmt::format("the row has {} {}, the header {}", record.count,
                        record.count == 1 ? "cell" : "cells", columns),
            record.count > columns ? "put quotation marks around cells that hold the separator"
                                   : "check for a line break inside a cell without quotation marks"});
        return false;
    }
    return true;
}

} // namespace

Likelihood probeCsv(std::string_view head, std::string_view fileName) {
    const std::string ending = base::fileEnding(std::string(fileName));
    const bool isNamedSo = ending == "csv" || ending == "tsv" || ending == "tab";
    if (foreignFile(head))
        return Likelihood::None;
    const auto decoded = text::decode(head, std::string(fileName));
    if (!decoded)
        return Likelihood::None;
    const auto [said, text] = separatorLine(decoded->text);
    const char separator = said != '\0' ? said : detectSeparator(text);
    const Regularity found = regularity(text, separator);
    if (isNamedSo)
        return said != '\0' || (found.columns >= 2 && found.share == 1) ? Likelihood::Certain
                                                                        : Likelihood::Likely;
    if (found.columns >= 2 && found.records >= 2 && found.share >= 0.9)
        return found.columns >= 3 && found.records >= 3 ? Likelihood::Likely : Likelihood::Possible;
    return Likelihood::None;
}

base::Result<Records> readCsv(std::string_view bytes, const std::string& fileName, const ReadOptions& options,
                              const base::Task& task) {
    RAPPORT_TRY(refuseForeign(bytes, fileName));
    RAPPORT_ASSIGN(auto decoded, text::decode(bytes, fileName, options.encoding));
    const auto [said, text] = separatorLine(decoded.text);
    const std::size_t firstLine = said == '\0' ? 1 : 2;

    Table table;
    table.encoding = decoded.encoding;
    table.warnings = std::move(decoded.warnings);
    if (decoded.isGuess)
        table.warnings.push_back(fmt::format(
            "read as {}, which is a guess: look at the accents, or name the encoding", table.encoding));
    table.separator = options.separator != '\0' ? options.separator
                      : said != '\0'            ? said
                                                : detectSeparator(text);
    if (table.separator == '"' || table.separator == '\n')
        return base::fail(Errc::InvalidArgument, "a quotation mark or line break cannot separate cells");

    CsvScanner scanner(text, table.separator, firstLine);
    const auto next = [&](CsvRecord& record) -> base::Result<bool> {
        auto more = scanner.next(record);
        if (!more)
            return tl::make_unexpected(withFile(std::move(more.error()), fileName));
        return more;
    };

    // The first three records tell how many of them are headers; the others of the three are rows.
    std::vector<CsvRecord> head;
    while (head.size() < 3) {
        CsvRecord record;
        RAPPORT_ASSIGN(const bool isMore, next(record));
        if (!isMore)
            break;
        head.push_back(std::move(record));
    }
    if (head.empty())
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "is empty",
                          "export it again, or check that this is the file you mean");
    if (head.front().count > mostColumns)
        return base::fail(
            Errc::Unreadable, Place{fileName, head.front().line, 0, {}},
            fmt::format("has {} columns; at most {} can be read", head.front().count, mostColumns));
    std::vector<Cells> headCells;
    headCells.reserve(head.size());
    for (const CsvRecord& record : head)
        headCells.push_back(record.cells);
    const Shape shape = recogniseShape(headCells, options.headerRows);
    const auto headerRows = std::min(static_cast<std::size_t>(shape.headerRows), head.size());
    headCells.resize(headerRows);
    table.shape = shape.name;
    table.headerRows = static_cast<int>(headerRows);
    table.columns = makeColumns(shape, headCells);
    const std::size_t columns = table.columns.size();
    for (std::size_t row = 1; row < headerRows; ++row) {
        if (head[row].count != columns)
            table.warnings.push_back(
                fmt::format("header row {} has {} cells, the first {}", row + 1, head[row].count, columns));
    }

    std::size_t emptyRows = 0;
    const auto take = [&](CsvRecord& record) {
        if (record.count <= mostColumns && isAllEmpty(record.cells)) {
            ++emptyRows;
            return;
        }
        if (fit(record, columns, fileName, table))
            table.rows.push_back(Row{record.line, std::move(record.cells)});
    };
    const auto isEnough = [&] { return options.rowLimit > 0 && table.rows.size() >= options.rowLimit; };
    for (std::size_t row = headerRows; row < head.size() && !isEnough(); ++row)
        take(head[row]);
    CsvRecord record;
    std::size_t reported = 0;
    while (!isEnough()) {
        record.cells.reserve(std::min(columns, mostColumns));
        RAPPORT_ASSIGN(const bool isMore, next(record));
        if (!isMore)
            break;
        take(record);
        if (scanner.bytesRead() - reported > (1U << 20U)) {
            reported = scanner.bytesRead();
            if (task.isStopped())
                return base::Task::cancelled();
            task.report(reported, text.size(), "reading a table");
        }
    }
    if (table.rows.empty() && table.problems.empty())
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "holds a header but no rows",
                          headerRows > 1 ? "" : "the first line is taken as the names of the columns");
    if (emptyRows > 0)
        table.warnings.push_back(
            fmt::format("{} empty {} left out", emptyRows, emptyRows == 1 ? "row is" : "rows are"));
    if (scanner.oddities().looseQuotes > 0)
        table.warnings.push_back(
            fmt::format("{} {} inside cells not doubled, first in line {}; kept as they are",
                        scanner.oddities().looseQuotes,
                        scanner.oddities().looseQuotes == 1 ? "quotation mark" : "quotation marks",
                        scanner.oddities().firstLine));
    dropEmptyColumns(table, headCells);
    collectSamples(table);
    return Records(std::move(table));
}

std::string csvCell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"')
            quoted += '"';
        quoted += letter;
    }
    quoted += '"';
    return quoted;
}

std::string csvLine(const std::vector<std::string>& cells) {
    // A lone empty cell would be an empty line, which readers skip.
    if (cells.size() == 1 && cells.front().empty())
        return "\"\"\n";
    std::string line;
    for (std::size_t index = 0; index < cells.size(); ++index) {
        if (index > 0)
            line += ',';
        line += csvCell(cells[index]);
    }
    line += '\n';
    return line;
}

} // namespace rapport::exchange
