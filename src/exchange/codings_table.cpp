// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/codings_table.h"

#include "base/csv_text.h"
#include "base/format.h"
#include "base/number.h"
#include "exchange/csv.h"
#include "exchange/data_table.h"
#include "model/names.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace rapport::exchange {

namespace {

constexpr std::array<std::string_view, 12> columnNames{"unit",      "rater", "variable", "code",
                                                       "value",     "begin", "end",      "quote",
                                                       "completed", "time",  "round",    "version"};
enum Field : std::size_t {
    Unit,
    Rater,
    VariableName,
    CodeName,
    Value,
    Begin,
    End,
    Quote,
    Completed,
    Time,
    Round,
    Version
};

std::optional<bool> yesOrNo(std::string_view text) {
    if (text == "1" || text == "true" || text == "TRUE" || text == "yes")
        return true;
    if (text.empty() || text == "0" || text == "false" || text == "FALSE" || text == "no")
        return false;
    return std::nullopt;
}

class RowReader {
public:
    RowReader(const Table& table, const std::string& fileName)
        : m_table(table)
        , m_fileName(fileName) {
        for (std::size_t field = 0; field < columnNames.size(); ++field) {
            const auto found =
                std::find_if(table.columns.begin(), table.columns.end(),
                             [&](const Column& column) { return column.name == columnNames[field]; });
            if (found != table.columns.end())
                m_places[field] = static_cast<std::size_t>(found - table.columns.begin());
        }
    }

    [[nodiscard]] bool has(Field field) const { return m_places[field].has_value(); }

    [[nodiscard]] std::string missing() const {
        std::string names;
        for (const Field field : {Unit, Rater, VariableName}) {
            if (!has(field))
                names += fmt::format("{}'{}'", names.empty() ? "" : ", ", columnNames[field]);
        }
        if (!has(CodeName) && !has(Value))
            names += fmt::format("{}'code'", names.empty() ? "" : ", ");
        return names;
    }

    CodingRows read() {
        CodingRows read;
        for (const Row& row : m_table.rows) {
            if (auto coding = readRow(row, read.problems))
                read.rows.push_back(std::move(*coding));
        }
        return read;
    }

private:
    std::optional<CodingRow> readRow(const Row& row, std::vector<RowProblem>& problems) const {
        const auto cell = [&](Field field) -> std::string_view {
            return m_places[field] ? std::string_view(row.cells[*m_places[field]]) : std::string_view();
        };
        const auto word = [&](Field field) {
            return std::string(base::withFormula(text::trim(cell(field))));
        };
        const auto refuse = [&](Field field, base::Phrase message,
                                base::Phrase hint = {}) -> std::optional<CodingRow> {
            problems.push_back(RowProblem{m_fileName, row.line, std::string(columnNames[field]),
                                          std::move(message), std::move(hint)});
            return std::nullopt;
        };
        CodingRow coding;
        coding.line = row.line;
        coding.unit = word(Unit);
        coding.rater = model::plainName(word(Rater));
        coding.variable = word(VariableName);
        coding.code = word(CodeName);
        coding.value = word(Value);
        for (const auto& [field, name] : {std::pair{Unit, &coding.unit}, std::pair{Rater, &coding.rater}}) {
            if (name->empty())
                return refuse(field, "is empty");
        }
        // A completed unit without codes names no variable; a code alone says which one it is of.
        if (coding.variable.empty() && coding.code.empty() && !coding.value.empty())
            return refuse(VariableName, "is empty", "a value belongs to a variable");
        coding.quote = std::string(base::withFormula(cell(Quote)));
        coding.round = word(Round);
        for (const auto& [field, place] : {std::pair{Begin, &coding.begin}, std::pair{End, &coding.end}}) {
            const std::string text = word(field);
            if (text.empty())
                continue;
            *place = base::parseInteger(text);
            if (!*place || **place < 0)
                return refuse(field, base::said("'{}' is no place in a text", text), "code points, from 0");
        }
        if (coding.begin.has_value() != coding.end.has_value())
            return refuse(coding.begin ? End : Begin, "is empty where the other end of the range is not");
        if (coding.begin && *coding.begin >= *coding.end)
            return refuse(End, base::said("the range {}-{} is empty", *coding.begin, *coding.end),
                          "ranges are half-open: the end is one past the last character");
        const auto completed = yesOrNo(word(Completed));
        if (!completed)
            return refuse(Completed, base::said("'{}' is neither 1 nor 0", word(Completed)));
        // Without the column a row says only that somebody judged the unit.
        coding.completed = has(Completed) ? *completed : true;
        if (const std::string time = word(Time); !time.empty()) {
            coding.time = base::parseIso(time);
            if (!coding.time)
                return refuse(Time, base::said("'{}' is no time", time), "write it as 2026-03-14T21:14:07Z");
        }
        if (const std::string version = word(Version); !version.empty()) {
            const auto number = base::parseInteger(version);
            if (!number || *number < 1)
                return refuse(Version, base::said("'{}' is no codebook version", version));
            coding.version = *number;
        }
        return coding;
    }

    const Table& m_table;
    const std::string& m_fileName;
    std::array<std::optional<std::size_t>, columnNames.size()> m_places;
};

} // namespace

base::Result<CodingRows> readCodings(const Table& table, const std::string& fileName) {
    RowReader reader(table, fileName);
    if (const std::string missing = reader.missing(); !missing.empty())
        return base::fail(
            base::Errc::Unreadable, base::Place{fileName, 1, 0, {}},
            base::said("is no table of codings: column {} is missing", missing),
            "columns: unit,rater,variable,code,value,begin,end,quote,completed,time,round,version");
    return reader.read();
}

namespace {

void sortRows(std::vector<CodingRow>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const CodingRow& a, const CodingRow& b) {
        return std::tie(a.unit, a.rater, a.variable, a.code, a.begin) <
               std::tie(b.unit, b.rater, b.variable, b.code, b.begin);
    });
}

} // namespace

DataTable codingsData(std::vector<CodingRow> rows) {
    sortRows(rows);
    DataTable table;
    table.name = "codings";
    for (const auto& column : columnNames) {
        const std::string name(column);
        const bool isNumber = name == "begin" || name == "end" || name == "completed" || name == "version";
        table.columns.push_back({name,
                                 name,
                                 isNumber ? DataKind::Whole : DataKind::Text,
                                 name == "begin" || name == "end" ? Measure::Scale : Measure::Nominal,
                                 {}});
    }
    const auto text = [](std::string words) {
        return words.empty() ? DataValue() : DataValue(std::move(words));
    };
    const auto number = [](std::optional<std::int64_t> value) {
        return value ? DataValue(static_cast<double>(*value)) : DataValue();
    };
    table.rows.reserve(rows.size());
    for (CodingRow& row : rows)
        table.rows.push_back(
            {text(std::move(row.unit)), text(std::move(row.rater)), text(std::move(row.variable)),
             text(std::move(row.code)), text(std::move(row.value)), number(row.begin), number(row.end),
             text(std::move(row.quote)), number(row.completed ? 1 : 0),
             text(row.time ? base::isoText(*row.time) : std::string()), text(std::move(row.round)),
             number(row.version > 0 ? std::optional(row.version) : std::nullopt)});
    return table;
}

std::string writeCodings(std::vector<CodingRow> rows) {
    sortRows(rows);
    std::string csv = csvLine({columnNames.begin(), columnNames.end()});
    for (const CodingRow& row : rows) {
        csv += csvLine({base::withoutFormula(row.unit), base::withoutFormula(row.rater), row.variable,
                        row.code, row.value, row.begin ? fmt::format("{}", *row.begin) : std::string(),
                        row.end ? fmt::format("{}", *row.end) : std::string(),
                        base::withoutFormula(row.quote), row.completed ? "1" : "0",
                        row.time ? base::isoText(*row.time) : std::string(), base::withoutFormula(row.round),
                        row.version > 0 ? fmt::format("{}", row.version) : std::string()});
    }
    return csv;
}

} // namespace rapport::exchange
