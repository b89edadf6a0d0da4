// SPDX-License-Identifier: GPL-3.0-or-later
// Any cells in the tables of other programs' databases give a project that keeps its promises, or an error. A
// line is a row ("table<TAB>cell<TAB>cell"), "\n" in a cell a line break.
#include "exchange/database_project.h"
#include "records_check.h"

namespace {

using namespace rapport;

std::vector<std::string> cellsOf(std::string_view line) {
    std::vector<std::string> cells;
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find('\t', begin), line.size());
        std::string cell(line.substr(begin, end - begin));
        for (std::size_t at = cell.find("\\n"); at != std::string::npos; at = cell.find("\\n", at))
            cell.replace(at, 2, "\n");
        cells.push_back(std::move(cell));
        begin = end + 1;
    }
    return cells;
}

void check(exchange::DatabaseProgram program, std::string_view bytes) {
    std::vector<exchange::DatabaseTable> tables = exchange::tablesOf(program);
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        std::vector<std::string> cells = cellsOf(bytes.substr(begin, end - begin));
        for (exchange::DatabaseTable& table : tables) {
            if (table.name == cells.front())
                table.rows.emplace_back(cells.begin() + 1, cells.end());
        }
        begin = end + 1;
    }
    const auto project = exchange::readDatabaseProject(program, std::move(tables), "fuzz", {});
    if (!project)
        return;
    const model::Codebook& book = project->codebook.codebook;
    if (!book.variables.empty())
        fuzz::require(model::validate(book).has_value());
    for (const exchange::ProjectSource& source : project->sources) {
        fuzz::require(text::isValidUtf8(source.text) && text::isValidUtf8(source.name));
        const auto length = text::countCodePoints(source.text);
        for (const exchange::ProjectCoding& coding : source.codings)
            fuzz::require(coding.begin && *coding.begin >= 0 && *coding.begin < *coding.end &&
                          *coding.end <= length && book.variables[0].code(coding.code) != nullptr);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    check(exchange::DatabaseProgram::QualCoder, bytes);
    check(exchange::DatabaseProgram::Taguette, bytes);
    return 0;
}
