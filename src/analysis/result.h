// SPDX-License-Identifier: GPL-3.0-or-later
// What an analysis says: tables of typed cells with the rules they were made by. One value for the screen,
// JSON, CSV and every report, so that they cannot say different numbers. Columns have ids; titles in the
// reader's language are the room report's. Numbers are whole, not rounded. Plain values.
#pragma once

#include "base/json_fwd.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rapport::analysis {

/// A missing value is monostate: it is never 0 and never an empty text.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

template<typename T>
[[nodiscard]] Value valueOr(const std::optional<T>& value) {
    return value ? Value(*value) : Value();
}

enum class ColumnKind {
    Text,
    Count,       ///< whole
    Share,       ///< 0 to 1, shown as percentage
    Number,      ///< two decimals
    Probability, ///< three decimals
};

struct ResultColumn {
    std::string id;
    ColumnKind kind = ColumnKind::Text;
};

struct ResultTable {
    std::string id;
    std::vector<ResultColumn> columns;
    std::vector<std::vector<Value>> rows;
    /// Further facts about the table: "tests" of a family, "seed", ...
    std::vector<std::pair<std::string, Value>> facts;

    [[nodiscard]] std::size_t column(std::string_view columnId) const; ///< its place; npos if there is none
    /// Of a row by column; missing where there is no such column.
    [[nodiscard]] const Value& at(std::size_t row, std::string_view columnId) const;
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

struct Result {
    std::string name;  ///< "frequencies": the schema is rapport.<name>/1
    std::string study; ///< title
    /// How it was made: rounds, rule, units, filters, level. In order.
    std::vector<std::pair<std::string, Value>> data;
    std::vector<ResultTable> tables;
    std::vector<std::string> notes; ///< ids of what a reader must know, as caveats

    [[nodiscard]] const ResultTable* table(std::string_view tableId) const;
};

[[nodiscard]] base::Json toJson(const Result& result);
/// The first table, or the named one; RFC 4180. Errors are the caller's: an unknown name gives nothing.
[[nodiscard]] std::string toCsv(const ResultTable& table);
/// In the shortest form that reads back the same; empty for missing.
[[nodiscard]] std::string exactText(const Value& value);
/// As people read it in running text: percentages with one decimal, two decimals, "<0.001"; "-" for missing.
[[nodiscard]] std::string shownText(const Value& value, ColumnKind kind);

} // namespace rapport::analysis
