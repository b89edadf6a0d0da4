// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/exporting.h"

#include "base/format.h"
#include "base/json.h"
#include "base/number.h"
#include "base/platform/file.h"
#include "base/version.h"
#include "exchange/write_refi.h"
#include "exchange/write_sav.h"
#include "report/codebook_page.h"
#include "report/page_writers.h"
#include "report/workbook.h"
#include "service/export_tables.h"
#include "service/inspecting.h"
#include "service/reading.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::service {

namespace {

using base::Errc;

report::Sheet sheetOf(const exchange::DataTable& table) {
    report::Sheet sheet;
    sheet.name = table.name;
    for (const exchange::DataColumn& column : table.columns)
        sheet.columns.push_back(column.name);
    for (std::size_t index = 0; index < table.rows.size(); ++index) {
        std::vector<report::SheetCell> cells;
        for (std::size_t place = 0; place < table.rows[index].size(); ++place) {
            const exchange::DataValue& value = table.rows[index][place];
            const auto& written = table.columns[place].written;
            // "007" is no number of anything, nor is what has more digits than a workbook keeps.
            constexpr std::size_t mostDigits = 15;
            if (index < written.size() && written[index].size() > 1 &&
                (written[index].front() == '0' || written[index].size() > mostDigits) &&
                written[index].find_first_not_of("0123456789") == std::string::npos)
                cells.emplace_back(written[index]);
            else if (const auto* text = std::get_if<std::string>(&value))
                cells.emplace_back(*text);
            else if (const auto* number = std::get_if<double>(&value))
                cells.emplace_back(report::SheetNumber{*number, -1});
            else
                cells.emplace_back();
        }
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

/// What the columns of a table mean: a sheet beside it.
report::Sheet columnSheet(const exchange::DataTable& table) {
    report::Sheet sheet;
    sheet.name = "columns";
    sheet.columns = {"column", "label", "values"};
    for (const exchange::DataColumn& column : table.columns) {
        std::string values;
        for (const auto& [value, label] : column.labels)
            values += fmt::format("{}{} = {}", values.empty() ? "" : "; ", base::numberText(value), label);
        sheet.rows.push_back({column.name, column.label, values});
    }
    return sheet;
}

base::Result<std::string> tableBytes(const Session& session, const exchange::DataTable& table,
                                     const std::string& ending) {
    if (ending == "xlsx")
        return report::writeWorkbook({sheetOf(table), columnSheet(table)});
    if (ending == "sav")
        return exchange::writeSav(table, session.impl().environment.clock->now());
    if (ending == "json") {
        base::Json json = base::Json::object();
        json["schema"] = fmt::format("rapport.{}/1", table.name);
        json["study"] = table.label;
        json["rows"] = base::Json::array();
        for (const auto& row : table.rows) {
            base::Json line = base::Json::object();
            for (std::size_t place = 0; place < row.size(); ++place) {
                const exchange::DataColumn& column = table.columns[place];
                const bool isWhole =
                    column.kind == exchange::DataKind::Whole || column.kind == exchange::DataKind::Choice;
                base::Json& cell = line[column.name];
                if (const auto* text = std::get_if<std::string>(&row[place]))
                    cell = *text;
                else if (const auto* number = std::get_if<double>(&row[place]); number != nullptr && isWhole)
                    cell = static_cast<std::int64_t>(*number);
                else if (number != nullptr)
                    cell = *number;
                else
                    cell = nullptr;
            }
            json["rows"].push_back(std::move(line));
        }
        return base::dumpJson(json) + "\n";
    }
    // Answers can be imported again.
    return exchange::writeDataCsv(table, exchange::Choices::Numbers, table.name == "answers");
}

base::Result<std::string> bookletBytes(const report::Page& page, const std::string& ending) {
    if (ending == "html")
        return report::htmlOf(page);
    if (ending == "md")
        return report::markdownOf(page);
    if (ending == "tex")
        return report::latexOf(page);
    if (ending == "docx")
        return report::wordOf(page);
    if (ending == "odt")
        return report::openDocumentOf(page);
    return report::workbookOf(page);
}

std::string nameOf(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

/// The script with its data and the tables that it computes anew.
base::Result<Exported> writeScript(Session& session, const ExportRequest& request, const std::string& file,
                                   const base::Task& task) {
    ExportRequest data = request;
    data.perRater = false;
    RAPPORT_ASSIGN(const WideTable wide, wideTable(session, data, task));
    AnalysisRequest analysis;
    analysis.select = whole(request);
    analysis.by = wide.group;
    RAPPORT_ASSIGN(const auto frequencies, analyseFrequencies(session, analysis, task));
    const std::string stem = file.substr(0, file.size() - 2);
    Exported exported;
    const auto write = [&](const std::string& path, const std::string& bytes) -> base::Status {
        RAPPORT_TRY(base::writeFileAtomically(path, bytes));
        exported.files.push_back(path);
        return {};
    };
    exchange::RScript script;
    script.study = wide.table.label;
    script.dataFile = nameOf(stem + "-data.csv");
    script.frequenciesFile = nameOf(stem + "-frequencies.csv");
    script.codes = wide.codes;
    script.level = request.select.level;
    script.groupColumn = wide.group;
    for (const exchange::DataColumn& column : wide.table.columns)
        script.attributes.emplace_back(column.name, column.name);
    RAPPORT_TRY(write(stem + "-data.csv", exchange::writeDataCsv(wide.table, exchange::Choices::Numbers)));
    RAPPORT_TRY(write(stem + "-frequencies.csv", analysis::toCsv(frequencies.tables.front())));
    if (wide.group.empty()) {
        exported.warnings.emplace_back(
            "groups are blinded: the script recomputes no comparisons (--with-blinded)");
    } else {
        RAPPORT_ASSIGN(const auto crosstab, analyseCrosstab(session, analysis, task));
        script.testsFile = nameOf(stem + "-tests.csv");
        RAPPORT_TRY(write(stem + "-tests.csv", analysis::toCsv(crosstab.tables.front())));
    }
    RAPPORT_TRY(write(file, exchange::writeRScript(wide.table, script)));
    return exported;
}

/// Texts that are longer than a cell may be: letters of a workbook, bytes of SPSS.
std::size_t textsCut(const exchange::DataTable& table, const std::string& ending) {
    constexpr std::size_t longest = 32'767;
    std::size_t cut = 0;
    if (ending != "xlsx" && ending != "sav")
        return cut;
    for (const auto& row : table.rows)
        for (const exchange::DataValue& value : row)
            if (const auto* text = std::get_if<std::string>(&value);
                text != nullptr && text->size() > longest)
                cut += ending == "sav" || text::countCodePoints(*text) > static_cast<std::int64_t>(longest);
    return cut;
}

} // namespace

const std::vector<std::string>& exportEndings(ExportKind kind) {
    static const std::vector<std::string> answers{"csv", "xlsx", "sav", "json"};
    static const std::vector<std::string> wide{"csv", "xlsx", "sav", "json", "r"};
    static const std::vector<std::string> plain{"csv", "xlsx", "sav", "json"};
    static const std::vector<std::string> codebook{"csv", "qdc", "html", "md", "docx", "odt", "tex", "xlsx"};
    static const std::vector<std::string> project{"qdpx"};
    switch (kind) {
    case ExportKind::Answers:
        return answers;
    case ExportKind::Wide:
        return wide;
    case ExportKind::Codings:
    case ExportKind::Long:
    case ExportKind::Quotes:
        return plain;
    case ExportKind::Codebook:
        return codebook;
    case ExportKind::Project:
        return project;
    }
    return plain;
}

base::Result<Exported> writeExport(Session& session, const ExportRequest& request, const std::string& file,
                                   const base::Task& task) {
    const std::string ending = base::fileEnding(file);
    const auto& endings = exportEndings(request.kind);
    if (std::find(endings.begin(), endings.end(), ending) == endings.end()) {
        std::string known;
        for (const std::string& each : endings)
            known += (known.empty() ? "." : ", .") + (each == "r" ? std::string("R") : each);
        return base::fail(Errc::InvalidArgument, base::Place{file, 0, 0, {}},
                          base::said("this is not written as '.{}'", ending),
                          "use a name that ends in " + known);
    }
    // Raters have their own codings, and the codebook by which they rate.
    if (request.kind != ExportKind::Codings && request.kind != ExportKind::Codebook)
        RAPPORT_TRY(coordinatorOnly(session, "export the study"));
    if (ending == "r")
        return writeScript(session, request, file, task);
    Exported exported;
    std::string bytes;
    const auto written = [&](const exchange::DataTable& table) {
        if (const std::size_t cut = textsCut(table, ending); cut > 0)
            exported.warnings.push_back(
                cut == 1 ? base::said(
                               "1 text is cut off at the 32,767 that a cell of .{} holds; .csv has it whole",
                               ending)
                         : base::said("{} texts are cut off at the 32,767 that a cell of .{} holds; .csv has "
                                      "them whole",
                                      cut, ending));
        return tableBytes(session, table, ending);
    };
    switch (request.kind) {
    case ExportKind::Codings: {
        if (ending == "csv") {
            RAPPORT_ASSIGN(bytes, exportCodings(session, request));
        } else {
            RAPPORT_ASSIGN(const auto table, codingsTable(session, request));
            RAPPORT_ASSIGN(bytes, written(table));
        }
        if (!session.viewer().isCoordinator()) {
            RAPPORT_ASSIGN(const std::int64_t rows, codingsWithoutTime(session, request));
            if (rows == 1)
                exported.warnings.push_back(
                    base::said("1 row on a text that you still have to rate is without its time"));
            else if (rows > 1)
                exported.warnings.push_back(
                    base::said("{} rows on texts that you still have to rate are without their times", rows));
        }
        break;
    }
    case ExportKind::Answers: {
        RAPPORT_ASSIGN(const auto table, answersTable(session, request));
        RAPPORT_ASSIGN(bytes, written(table));
        break;
    }
    case ExportKind::Wide: {
        RAPPORT_ASSIGN(const auto wide, wideTable(session, request, task));
        RAPPORT_ASSIGN(bytes, written(wide.table));
        break;
    }
    case ExportKind::Long: {
        RAPPORT_ASSIGN(const auto table, longTable(session, request, task));
        RAPPORT_ASSIGN(bytes, written(table));
        break;
    }
    case ExportKind::Quotes: {
        RAPPORT_ASSIGN(const auto table, quotesTable(session, request, task));
        RAPPORT_ASSIGN(bytes, written(table));
        break;
    }
    case ExportKind::Codebook: {
        RAPPORT_ASSIGN(const auto codebook, session.codebook());
        RAPPORT_ASSIGN(const std::string title, studyTitle(session));
        if (ending == "csv") {
            bytes =
                exchange::writeDataCsv(codebookTable(*codebook, request.language), exchange::Choices::Labels);
            exported.warnings.emplace_back("keys, scales and other languages are not in the table; .json "
                                           "keeps them all");
        } else if (ending == "qdc") {
            if (codebook->variables.empty())
                return base::fail(Errc::Undefined, "the study has no codebook yet",
                                  "see: rapport codebook STUDY import");
            bytes = exchange::writeRefiCodes(*codebook, request.language,
                                             fmt::format("Rapport {}", base::programVersion()));
            exported.warnings.emplace_back("keys and other languages are not in REFI-QDA, scales and prompts "
                                           "only as words; .json keeps them all");
        } else if (ending == "xlsx") {
            // As a table that comes back in, not as a page.
            RAPPORT_ASSIGN(bytes, tableBytes(session, codebookTable(*codebook, request.language), ending));
        } else {
            const auto language =
                request.language == "nl" ? report::Language::Dutch : report::Language::English;
            RAPPORT_ASSIGN(bytes, bookletBytes(report::codebookPage(*codebook, title, language), ending));
        }
        break;
    }
    case ExportKind::Project: {
        RAPPORT_ASSIGN(auto project, refiProject(session, request, task));
        bytes = std::move(project.bytes);
        exported.warnings = std::move(project.warnings);
        break;
    }
    }
    RAPPORT_TRY(base::writeFileAtomically(file, bytes));
    exported.files.push_back(file);
    return exported;
}

} // namespace rapport::service
