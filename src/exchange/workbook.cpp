// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook.h"

#include "base/format.h"
#include "base/platform/file.h"
#include "exchange/foreign_file.h"
#include "package/zip.h"

#include <algorithm>
#include <array>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;

/// Within: the table, or why the sheet holds none. A sheet that cannot be read is an error of the workbook:
/// another one in its place would be taken for it.
base::Result<base::Result<Table>> readSheet(Workbook& book, std::size_t sheet, const std::string& fileName,
                                            const ReadOptions& options, const base::Task& task) {
    TableBuilder builder(fileName, options, Width::Filled);
    Table about;
    about.encoding = "UTF-8";
    std::size_t cells = 0;
    RAPPORT_TRY(book.readRows(
        sheet, builder.texts(),
        [&](Record& record) -> base::Result<bool> {
            cells += record.cells.size();
            if (cells > mostCells)
                return base::fail(Errc::Unreadable, Place{fileName, record.line, 0, {}},
                                  base::said("has more than {} cells", mostCells),
                                  "split the table, or leave out columns that nobody needs");
            return builder.add(record);
        },
        about.warnings, task));
    return builder.finish(std::move(about));
}

/// The sheet that this program's own workbooks have behind their table: what its columns mean.
bool tellsOfColumns(const std::string& sheet, const Table& table) {
    static constexpr std::array<std::string_view, 3> names{"column", "label", "values"};
    return sheet == "columns" &&
           std::equal(table.columns.begin(), table.columns.end(), names.begin(), names.end(),
                      [](const Column& column, std::string_view name) { return column.name == name; });
}

base::Result<Records> readTable(Workbook& book, const std::string& fileName, const ReadOptions& options,
                                const base::Task& task) {
    const auto& sheets = book.sheets();
    std::string names;
    std::vector<std::string> all;
    for (const Workbook::Sheet& sheet : sheets) {
        names += (names.empty() ? "" : ", ") + sheet.name;
        all.push_back(sheet.name);
    }
    if (!options.sheet.empty()) {
        const auto found = std::find_if(sheets.begin(), sheets.end(), [&](const Workbook::Sheet& sheet) {
            return sheet.name == options.sheet;
        });
        if (found == sheets.end())
            return base::fail(Errc::NotFound, Place{fileName, 0, 0, {}},
                              base::said("has no sheet '{}'", options.sheet),
                              base::said("it has: {}", names));
        RAPPORT_ASSIGN(auto table, readSheet(book, static_cast<std::size_t>(found - sheets.begin()), fileName,
                                             options, task));
        if (!table)
            return base::fail(table);
        table->sheet = options.sheet;
        table->sheets = std::move(all);
        return Records(std::move(*table));
    }
    std::optional<base::Error> first;
    for (const bool wantsHidden : {false, true}) {
        for (std::size_t index = 0; index < sheets.size(); ++index) {
            if (sheets[index].isHidden != wantsHidden)
                continue;
            RAPPORT_ASSIGN(auto table, readSheet(book, index, fileName, options, task));
            if (!table) {
                if (!first)
                    first = std::move(table.error());
                continue;
            }
            if (first && tellsOfColumns(sheets[index].name, *table))
                continue;
            if (sheets.size() > 1)
                table->warnings.push_back(base::said("the workbook has {} sheets ({}); '{}' is read",
                                                     sheets.size(), names, sheets[index].name));
            table->sheet = sheets[index].name;
            table->sheets = std::move(all);
            return Records(std::move(*table));
        }
    }
    if (first)
        return tl::make_unexpected(std::move(*first));
    return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "is a workbook without any sheet");
}

bool isZipWith(std::string_view bytes, std::string_view part) {
    return package::looksLikeZip(bytes) && bytes.find(part) != std::string_view::npos;
}

} // namespace

void tell(const SheetAsides& asides, std::vector<base::Phrase>& warnings) {
    if (asides.hiddenRows > 0)
        warnings.push_back(base::said("{} hidden {} read too", asides.hiddenRows,
                                      asides.hiddenRows == 1 ? "row is" : "rows are"));
    if (asides.comments == 1)
        warnings.emplace_back("1 comment on a cell is left out");
    else if (asides.comments > 1)
        warnings.push_back(base::said("{} comments on cells are left out", asides.comments));
    if (asides.drawings == 1)
        warnings.emplace_back("1 picture or box in a cell is left out");
    else if (asides.drawings > 1)
        warnings.push_back(base::said("{} pictures or boxes in cells are left out", asides.drawings));
    if (asides.merged == 1)
        warnings.emplace_back("1 cell is merged with others: its value is read in the first of them alone");
    else if (asides.merged > 1)
        warnings.push_back(
            base::said("{} cells are merged with others: their values are read in the first of them alone",
                       asides.merged));
}

Likelihood probeXlsx(std::string_view bytes, std::string_view fileName) {
    if (package::looksLikeZip(bytes))
        return isZipWith(bytes, "xl/workbook") || isZipWith(bytes, "xl/worksheets/") ? Likelihood::Certain
                                                                                     : Likelihood::None;
    const std::string ending = base::fileEnding(std::string(fileName));
    return isProtectedOffice(bytes) && (ending == "xlsx" || ending == "xlsm") ? Likelihood::Certain
                                                                              : Likelihood::None;
}

Likelihood probeOds(std::string_view bytes, std::string_view /*fileName*/) {
    return isOpenDocument(bytes, "application/vnd.oasis.opendocument.spreadsheet") ? Likelihood::Certain
                                                                                   : Likelihood::None;
}

base::Result<Records> readXlsx(std::string_view bytes, const std::string& fileName,
                               const ReadOptions& options, const base::Task& task) {
    RAPPORT_ASSIGN(const auto book, openXlsx(bytes, fileName));
    return readTable(*book, fileName, options, task);
}

base::Result<Records> readOds(std::string_view bytes, const std::string& fileName, const ReadOptions& options,
                              const base::Task& task) {
    RAPPORT_ASSIGN(const auto book, openOds(bytes, fileName));
    return readTable(*book, fileName, options, task);
}

base::Result<std::vector<NamedTable>> readSheets(std::string_view bytes, const std::string& fileName,
                                                 const base::Task& task) {
    const bool isOds = probeOds(bytes, fileName) != Likelihood::None;
    RAPPORT_ASSIGN(const auto book, isOds ? openOds(bytes, fileName) : openXlsx(bytes, fileName));
    std::vector<NamedTable> tables;
    const auto& sheets = book->sheets();
    for (std::size_t index = 0; index < sheets.size(); ++index) {
        if (sheets[index].isHidden)
            continue;
        RAPPORT_ASSIGN(auto table, readSheet(*book, index, fileName, {}, task));
        if (table)
            tables.push_back({sheets[index].name, std::move(*table)});
    }
    if (tables.empty())
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "holds no table on any of its sheets");
    return tables;
}

} // namespace rapport::exchange
