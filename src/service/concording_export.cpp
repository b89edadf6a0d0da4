// SPDX-License-Identifier: GPL-3.0-or-later
// Lines on their way to a spreadsheet, with what it takes to find them again.
#include "base/format.h"
#include "base/platform/file.h"
#include "base/version.h"
#include "exchange/data_table.h"
#include "report/workbook.h"
#include "service/concording.h"
#include "service/session_impl.h"
#include "service/unit_names.h"

#include <algorithm>

namespace rapport::service {

using base::Errc;
using base::Result;

namespace {

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

/// Columns that say the same in every row: a table without them could not be made again.
constexpr std::size_t queryColumns = 8;

Result<exchange::DataTable> lineTable(const Session& session, const ConcordanceRequest& request,
                                      const ConcordanceResult& result) {
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    exchange::DataTable table;
    table.name = "lines";
    using exchange::DataKind;
    const auto text = [&table](const char* name) {
        table.columns.push_back({name, {}, DataKind::Text, exchange::Measure::Nominal, {}});
    };
    const auto whole = [&table](const char* name) {
        table.columns.push_back({name, {}, DataKind::Whole, exchange::Measure::Scale, {}});
    };
    whole("line");
    for (const char* name : {"unit", "speaker", "prompt", "left", "match", "right", "codes", "source"})
        text(name);
    whole("begin");
    whole("end");
    text("hidden_because");
    for (const char* name : {"query", "order", "coded"})
        text(name);
    for (const char* name : {"sample", "seed", "lines_found", "lines_hidden", "words_of_context"})
        whole(name);
    const auto orMissing = [&request](std::int64_t value) {
        return request.sample ? exchange::DataValue(static_cast<double>(value)) : exchange::DataValue();
    };
    double number = 0;
    for (const ConcordanceLine& line : result.lines) {
        std::vector<std::string> codes;
        for (const model::CodeId code : line.codes) {
            if (const auto known = codebook->code(code); known.code != nullptr)
                codes.push_back(known.code->name);
        }
        table.rows.push_back({++number,
                              line.unitName,
                              line.speaker,
                              line.prompt,
                              line.left,
                              line.match,
                              line.right,
                              listed(codes),
                              line.sourceGuid.isNull() ? std::string() : line.sourceGuid.text(),
                              static_cast<double>(line.toldRange.begin.value),
                              static_cast<double>(line.toldRange.end.value),
                              line.hiddenReason,
                              result.query,
                              listed(request.sort),
                              request.coded,
                              orMissing(request.sample.value_or(0)),
                              orMissing(static_cast<std::int64_t>(request.seed)),
                              static_cast<double>(result.found),
                              static_cast<double>(result.hidden),
                              static_cast<double>(request.width)});
    }
    return table;
}

report::Sheet lineSheet(const exchange::DataTable& table) {
    report::Sheet sheet;
    sheet.name = table.name;
    // The query is on a sheet of its own.
    const std::size_t columns = table.columns.size() - queryColumns;
    for (std::size_t column = 0; column < columns; ++column)
        sheet.columns.push_back(table.columns[column].name);
    for (const auto& row : table.rows) {
        std::vector<report::SheetCell> cells;
        for (std::size_t column = 0; column < columns; ++column) {
            if (const auto* text = std::get_if<std::string>(&row[column]))
                cells.emplace_back(*text);
            else
                cells.emplace_back(report::SheetNumber{std::get<double>(row[column]), 0});
        }
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

Result<report::Sheet> querySheet(const Session& session, const ConcordanceRequest& request,
                                 const ConcordanceResult& result) {
    RAPPORT_ASSIGN(const store::StudyProperties properties, session.impl().file->properties());
    report::Sheet sheet;
    sheet.name = "query";
    sheet.columns = {"what", "value"};
    const auto add = [&sheet](const char* what, report::SheetCell value) {
        sheet.rows.push_back({std::string(what), std::move(value)});
    };
    const auto number = [](std::int64_t value) { return report::SheetNumber{static_cast<double>(value), 0}; };
    add("study", properties.title);
    add("query", result.query);
    add("understood as", result.parsed);
    add("order", listed(request.sort));
    add("words of context", number(request.width));
    if (!request.coded.empty())
        add("lines that are coded", request.coded);
    add("lines found", number(result.found));
    add("lines hidden", number(result.hidden));
    if (request.sample) {
        add("sample of", number(*request.sample));
        add("seed", std::to_string(request.seed));
    }
    add("lines", number(result.total));
    add("units", number(result.units));
    add("time", base::isoText(session.impl().environment.clock->now()));
    add("program", fmt::format("Rapport {}", base::programVersion()));
    return sheet;
}

report::Sheet hiddenSheet(const std::vector<HiddenLine>& hidden) {
    report::Sheet sheet;
    sheet.name = "hidden lines";
    sheet.columns = {"unit", "left", "match", "right", "reason"};
    for (const HiddenLine& each : hidden)
        sheet.rows.push_back(
            {each.line.unitName, each.line.left, each.line.match, each.line.right, each.reason});
    return sheet;
}

} // namespace

base::Status exportLines(Session& session, const ConcordanceRequest& request, const std::string& file,
                         const base::Task& task) {
    const std::string ending = base::fileEnding(file);
    if (ending != "csv" && ending != "xlsx")
        return base::fail(Errc::InvalidArgument, base::Place{file, 0, 0, {}},
                          base::said("this is not written as '.{}'", ending),
                          "use a name that ends in .csv, .xlsx");
    RAPPORT_ASSIGN(const ConcordanceResult result, concordance(session, request, task));
    RAPPORT_ASSIGN(const exchange::DataTable table, lineTable(session, request, result));
    std::string bytes;
    if (ending == "csv") {
        bytes = exchange::writeDataCsv(table, exchange::Choices::Numbers);
    } else {
        RAPPORT_ASSIGN(const report::Sheet query, querySheet(session, request, result));
        std::vector<report::Sheet> sheets{lineSheet(table), query};
        RAPPORT_ASSIGN(const auto hidden, hiddenLines(session, request.query, request.width, task));
        if (!hidden.empty())
            sheets.push_back(hiddenSheet(hidden));
        RAPPORT_ASSIGN(bytes, report::writeWorkbook(sheets));
    }
    return base::writeFileAtomically(file, bytes);
}

} // namespace rapport::service
