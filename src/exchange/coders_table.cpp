// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/coders_table.h"

#include "base/format.h"
#include "exchange/csv.h"
#include "model/alike_names.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;

std::string bare(std::string_view text) {
    std::string kept;
    for (const char letter : text::trim(text)) {
        if (letter >= 'A' && letter <= 'Z')
            kept += static_cast<char>(letter - 'A' + 'a');
        else if (letter != ' ' && letter != '_' && letter != '-')
            kept += letter;
    }
    return kept;
}

bool isUnitName(const std::string& name) {
    static constexpr std::array<std::string_view, 13> names{
        "unit",    "unitid",  "id", "item",   "itemid", "case", "fragment",
        "segment", "eenheid", "nr", "nummer", "number", "quote"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// A cross, a tick, a yes; nothing for other words.
std::optional<bool> mark(std::string_view cell) {
    const std::string word = bare(cell);
    for (const std::string_view yes :
         {"1", "x", "\u2713", "\u2714", "\u2612", "\u2611", "yes", "ja", "true", "v"}) {
        if (word == yes)
            return true;
    }
    for (const std::string_view no : {"0", "", "-", "no", "nee", "false", "\u2610"}) {
        if (word == no)
            return false;
    }
    return std::nullopt;
}

bool isBlank(std::string_view cell) {
    return text::trim(cell).empty();
}

std::optional<std::size_t> columnNamed(const Table& table, const std::string& name) {
    std::vector<std::string> names;
    for (const Column& column : table.columns)
        names.emplace_back(text::trim(column.name));
    if (const auto found = model::placeOfName(names, name))
        return found;
    const std::string wanted = bare(name);
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        if (bare(table.columns[index].name) == wanted)
            return index;
    }
    return std::nullopt;
}

class Reader {
public:
    Reader(const std::vector<NamedTable>& tables, const CodersOptions& options, const std::string& fileName)
        : m_tables(tables)
        , m_options(options)
        , m_fileName(fileName) {}

    base::Result<CodersMatrix> read() {
        return m_tables.size() == 1 ? columns(m_tables.front().table) : sheets();
    }

private:
    tl::unexpected<base::Error> wrong(Errc code, std::string message, std::string hint = {}) const {
        return base::fail(code, Place{m_fileName, 1, 0, {}}, std::move(message), std::move(hint));
    }

    base::Result<std::optional<std::size_t>> unitColumn(const Table& table) const {
        if (!m_options.unit.empty()) {
            const auto found = columnNamed(table, m_options.unit);
            if (!found)
                return wrong(Errc::NotFound, base::said("there is no column '{}'", m_options.unit));
            return found;
        }
        for (std::size_t index = 0; index < table.columns.size(); ++index) {
            if (isUnitName(bare(table.columns[index].name)))
                return std::optional(index);
        }
        return std::optional<std::size_t>();
    }

    static std::string unitOf(const Row& row, const std::optional<std::size_t>& column) {
        return column ? std::string(text::trim(row.cells[*column])) : fmt::format("row {}", row.line);
    }

    /// Crosses where every cell of the coders is one or blank: a blank says no then, else it is missing.
    static bool areCrosses(const Table& table, const std::vector<std::size_t>& coders) {
        bool hasCross = false;
        for (const Row& row : table.rows) {
            for (const std::size_t coder : coders) {
                const auto given = mark(row.cells[coder]);
                if (!given)
                    return false;
                const std::string word = bare(row.cells[coder]);
                if (word == "0" || word == "no" || word == "nee" || word == "false")
                    return false;
                hasCross = hasCross || *given;
            }
        }
        return hasCross;
    }

    base::Result<CodersMatrix> columns(const Table& table) const {
        RAPPORT_ASSIGN(const std::optional<std::size_t> unit, unitColumn(table));
        std::vector<std::size_t> coders;
        if (m_options.coders.empty()) {
            for (std::size_t index = 0; index < table.columns.size(); ++index) {
                if (index != unit)
                    coders.push_back(index);
            }
        }
        for (const std::string& name : m_options.coders) {
            const auto found = columnNamed(table, name);
            if (!found)
                return wrong(Errc::NotFound, base::said("there is no coder '{}' in the header", name));
            if (std::find(coders.begin(), coders.end(), *found) != coders.end())
                return wrong(Errc::InvalidArgument, base::said("coder '{}' is named twice", name));
            coders.push_back(*found);
        }
        if (coders.size() < 2)
            return wrong(Errc::Unreadable, "has fewer than two columns of coders",
                         "a table of ratings has a column per coder, or a workbook a sheet per coder");
        const bool isCrossed = areCrosses(table, coders);
        CodersMatrix matrix;
        std::vector<std::string> header{"unit"};
        for (const std::size_t coder : coders) {
            matrix.coders.emplace_back(text::trim(table.columns[coder].name));
            header.push_back(matrix.coders.back());
        }
        matrix.csv = csvLine(header);
        std::unordered_map<std::string, std::pair<std::size_t, std::size_t>> seen; // times, first line
        std::size_t twice = 0;
        constexpr std::size_t mostTwice = 5; // are told one by one
        for (const Row& row : table.rows) {
            std::string name = unitOf(row, unit);
            if (name.empty())
                continue;
            // The same item in another phase is another unit.
            auto& [times, firstLine] = seen[name];
            if (++times == 1)
                firstLine = row.line;
            else {
                if (times == 2 && ++twice <= mostTwice)
                    matrix.notes.push_back(base::said("unit '{}' stands on line {} and on line {}: they are "
                                                      "read as different units",
                                                      name, firstLine, row.line));
                name += fmt::format(" ({})", times);
            }
            std::vector<std::string> line{std::move(name)};
            for (const std::size_t coder : coders) {
                const std::string_view cell = text::trim(row.cells[coder]);
                line.emplace_back(isCrossed ? (mark(cell).value_or(false) ? "1" : "0") : std::string(cell));
            }
            matrix.csv += csvLine(line);
            ++matrix.units;
        }
        if (twice > mostTwice)
            matrix.notes.push_back(base::said("{} units stand on more than one line", twice));
        matrix.notes.push_back(
            base::said("one column per coder: {} coders, {} units", coders.size(), matrix.units));
        if (isCrossed)
            matrix.notes.emplace_back("crosses are read as 1, blank cells as 0");
        if (!unit)
            matrix.notes.emplace_back("no column names the units: they are the rows");
        return matrix;
    }

    /// What one coder's sheet says of each unit.
    base::Result<std::map<std::string, std::string>>
    ratings(const Table& table, std::vector<std::string>& order, bool& isSets) const {
        RAPPORT_ASSIGN(const std::optional<std::size_t> unit, unitColumn(table));
        std::vector<std::size_t> codes;
        for (std::size_t index = 0; index < table.columns.size(); ++index) {
            if (index == unit)
                continue;
            // Columns of notes beside the codes hold other words than marks.
            codes.push_back(index);
        }
        const auto holdsMarks = [&](std::size_t index) {
            return std::all_of(table.rows.begin(), table.rows.end(),
                               [&](const Row& row) { return mark(row.cells[index]).has_value(); }) &&
                   std::any_of(table.rows.begin(), table.rows.end(),
                               [&](const Row& row) { return !isBlank(row.cells[index]); });
        };
        std::vector<std::size_t> marked;
        std::copy_if(codes.begin(), codes.end(), std::back_inserter(marked), holdsMarks);
        std::map<std::string, std::string> given;
        const auto add = [&](const Row& row, std::string value) -> base::Status {
            std::string name = unitOf(row, unit);
            if (name.empty())
                return {};
            if (!given.emplace(name, std::move(value)).second)
                return base::fail(Errc::Unreadable, Place{m_fileName, row.line, 0, {}},
                                  base::said("unit '{}' stands twice on one sheet", name));
            order.push_back(std::move(name));
            return {};
        };
        if (!m_options.code.empty()) {
            const auto code = columnNamed(table, m_options.code);
            if (!code)
                return wrong(Errc::NotFound, base::said("there is no column '{}'", m_options.code));
            const bool isMarks = holdsMarks(*code);
            for (const Row& row : table.rows)
                RAPPORT_TRY(add(row, isMarks ? (mark(row.cells[*code]).value_or(false) ? "1" : "0")
                                             : std::string(text::trim(row.cells[*code]))));
            return given;
        }
        if (marked.size() >= 2 || (marked.size() == 1 && codes.size() == 1)) {
            isSets = marked.size() >= 2;
            for (const Row& row : table.rows) {
                std::string value;
                for (const std::size_t code : marked) {
                    const bool isGiven = mark(row.cells[code]).value_or(false);
                    if (!isSets)
                        value = isGiven ? "1" : "0";
                    else if (isGiven)
                        value += (value.empty() ? "" : "|") + table.columns[code].name;
                }
                RAPPORT_TRY(add(row, isSets && value.empty() ? "(none)" : value));
            }
            return given;
        }
        if (codes.empty())
            return wrong(Errc::Unreadable, "has a sheet without any code");
        // Labels: the column that is called so, else the last.
        std::size_t label = codes.back();
        for (const std::size_t index : codes) {
            const std::string name = bare(table.columns[index].name);
            if (name == "code" || name == "label" || name == "rating" || name == "score")
                label = index;
        }
        for (const Row& row : table.rows)
            RAPPORT_TRY(add(row, std::string(text::trim(row.cells[label]))));
        return given;
    }

    base::Result<CodersMatrix> sheets() const {
        CodersMatrix matrix;
        std::vector<std::map<std::string, std::string>> byCoder;
        std::vector<std::string> order;
        std::vector<std::string> names;
        for (const NamedTable& sheet : m_tables)
            names.push_back(sheet.name);
        std::set<std::size_t> wanted;
        for (const std::string& name : m_options.coders) {
            const auto place = model::placeOfName(names, name);
            if (!place)
                return wrong(Errc::NotFound, base::said("there is no sheet '{}'", name));
            if (!wanted.insert(*place).second)
                return wrong(Errc::InvalidArgument, base::said("coder '{}' is named twice", name));
        }
        for (std::size_t place = 0; place < m_tables.size(); ++place) {
            if (!wanted.empty() && !wanted.contains(place))
                continue;
            RAPPORT_ASSIGN(auto given, ratings(m_tables[place].table, order, matrix.isSets));
            byCoder.push_back(std::move(given));
            matrix.coders.push_back(names[place]);
        }
        if (byCoder.size() < 2)
            return wrong(Errc::Unreadable, "has fewer than two sheets of coders");
        std::vector<std::string> header{"unit"};
        header.insert(header.end(), matrix.coders.begin(), matrix.coders.end());
        matrix.csv = csvLine(header);
        std::map<std::string, bool> done;
        std::size_t alone = 0;
        for (const std::string& unit : order) {
            if (!done.emplace(unit, true).second)
                continue;
            std::vector<std::string> line{unit};
            std::size_t raters = 0;
            for (const auto& given : byCoder) {
                const auto found = given.find(unit);
                line.push_back(found == given.end() ? std::string() : found->second);
                raters += found == given.end() ? 0U : 1U;
            }
            alone += raters == 1 ? 1U : 0U;
            matrix.csv += csvLine(line);
            ++matrix.units;
        }
        matrix.notes.push_back(
            base::said("one sheet per coder: {} coders, {} units", byCoder.size(), matrix.units));
        if (alone > 0)
            matrix.notes.push_back(
                base::said("{} {} on one sheet only", alone, alone == 1 ? "unit is" : "units are"));
        if (matrix.isSets)
            matrix.notes.emplace_back(
                "several codes a unit: each coder's codes together are one value; a single code is "
                "measured with --codes NAME");
        return matrix;
    }

    const std::vector<NamedTable>& m_tables;
    const CodersOptions& m_options;
    const std::string& m_fileName;
};

} // namespace

base::Result<CodersMatrix> codersMatrix(const std::vector<NamedTable>& tables, const CodersOptions& options,
                                        const std::string& fileName) {
    if (tables.empty())
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "holds no table");
    return Reader(tables, options, fileName).read();
}

bool holdsCrosses(std::string_view csv) {
    constexpr std::size_t enough = 1U << 16U;
    if (csv.size() > enough)
        csv = csv.substr(0, csv.rfind('\n', enough));
    const auto records = readCsv(csv, {}, {}, {});
    if (!records)
        return false;
    const Table& table = std::get<Table>(*records);
    bool hasCross = false;
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        if (isUnitName(bare(table.columns[index].name)) || bare(table.columns[index].name) == "cluster")
            continue;
        for (const Row& row : table.rows) {
            const std::string word = bare(row.cells[index]);
            if (word.empty())
                continue;
            const bool isCross = word == "x" || word == "v" || word == "\u2713" || word == "\u2714" ||
                                 word == "\u2612" || word == "\u2611";
            if (!isCross)
                return false;
            hasCross = true;
        }
    }
    return hasCross;
}

} // namespace rapport::exchange
