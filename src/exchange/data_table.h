// SPDX-License-Identifier: GPL-3.0-or-later
// A table on its way out to other programs: columns with types and labels. Values are what a statistics
// program should load; a missing one is neither 0 nor an empty text. Plain values.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace rapport::exchange {

enum class DataKind {
    Text,
    Number,
    Whole,
    Date,   ///< "2026-03-14"
    Choice, ///< a whole number that stands for a label; written as the label where there are no labels
};
enum class Measure { Nominal, Ordinal, Scale };

using DataValue = std::variant<std::monostate, double, std::string>;

struct DataColumn {
    std::string name;  ///< letters, digits and underscores, beginning with a letter; unique in any case
    std::string label; ///< in words
    DataKind kind = DataKind::Text;
    Measure measure = Measure::Nominal;
    std::vector<std::pair<double, std::string>> labels; ///< of a choice: number and what it stands for
    /// Of numbers, by row, where they are written otherwise than numbers are ("007", "3.50"); else empty. For
    /// a CSV that comes back as it went.
    std::vector<std::string> written{};
};

struct DataTable {
    std::string name;
    std::string label;
    std::vector<DataColumn> columns;
    std::vector<std::vector<DataValue>> rows;
};

/// A name that every statistics program takes, not among `taken` (compared without case), at most 64 letters.
[[nodiscard]] std::string dataName(const std::string& wish, std::vector<std::string>& taken);

enum class Choices { Numbers, Labels };
/// RFC 4180 with LF. Text that a spreadsheet would run as a formula (beginning with = + - @ or a tab) gets an
/// apostrophe before it; so does text that begins with apostrophes and then one of these.
/// With `tellsApostrophes`, where at least one text got one, a last column `apostrophesColumn` says how many
/// of the row did: by it readers know that apostrophes are to be taken away again.
[[nodiscard]] std::string writeDataCsv(const DataTable& table, Choices choices,
                                       bool tellsApostrophes = false);
inline constexpr const char* apostrophesColumn = "apostrophes_added";

} // namespace rapport::exchange
