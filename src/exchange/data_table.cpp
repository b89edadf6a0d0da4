// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/data_table.h"

#include "base/csv_text.h"
#include "base/format.h"
#include "base/number.h"
#include "exchange/csv.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace rapport::exchange {

namespace {

constexpr std::size_t longestName = 64; // SPSS
/// Of the syntax of SPSS: no names.
constexpr std::array<std::string_view, 13> reserved{"all", "and", "by",  "eq", "ge", "gt",  "le",
                                                    "lt",  "ne",  "not", "or", "to", "with"};

std::string lower(std::string text) {
    for (char& letter : text) {
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    }
    return text;
}

std::ptrdiff_t apostrophesIn(const std::vector<DataValue>& row) {
    return std::count_if(row.begin(), row.end(), [](const DataValue& value) {
        const auto* text = std::get_if<std::string>(&value);
        return text != nullptr && base::withoutFormula(*text) != *text;
    });
}

} // namespace

std::string dataName(const std::string& wish, std::vector<std::string>& taken) {
    std::string name;
    for (const char letter : wish) {
        const bool isFit = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                           (letter >= '0' && letter <= '9');
        name += isFit ? letter : '_';
    }
    if (name.empty() ||
        !((name.front() >= 'a' && name.front() <= 'z') || (name.front() >= 'A' && name.front() <= 'Z')))
        name.insert(0, "v_");
    name.resize(std::min(name.size(), longestName));
    while (name.size() > 1 && name.back() == '_')
        name.pop_back();
    if (std::find(reserved.begin(), reserved.end(), lower(name)) != reserved.end())
        name += '_';
    const auto isTaken = [&](const std::string& candidate) {
        return std::find(taken.begin(), taken.end(), lower(candidate)) != taken.end();
    };
    std::string free = name;
    for (int number = 2; isTaken(free); ++number) {
        const std::string behind = fmt::format("_{}", number);
        free = name.substr(0, longestName - behind.size()) + behind;
    }
    taken.push_back(lower(free));
    return free;
}

std::string writeDataCsv(const DataTable& table, Choices choices, bool tellsApostrophes) {
    std::vector<std::string> cells;
    for (const DataColumn& column : table.columns)
        cells.push_back(column.name);
    const bool isTold =
        tellsApostrophes && std::any_of(table.rows.begin(), table.rows.end(),
                                        [](const auto& row) { return apostrophesIn(row) > 0; });
    if (isTold)
        cells.emplace_back(apostrophesColumn);
    std::string csv = csvLine(cells);
    for (std::size_t index = 0; index < table.rows.size(); ++index) {
        const auto& row = table.rows[index];
        cells.clear();
        for (std::size_t place = 0; place < row.size(); ++place) {
            const DataColumn& column = table.columns[place];
            if (const auto* text = std::get_if<std::string>(&row[place])) {
                cells.push_back(base::withoutFormula(*text));
                continue;
            }
            const auto* number = std::get_if<double>(&row[place]);
            if (number == nullptr) {
                cells.emplace_back();
                continue;
            }
            if (index < column.written.size() && !column.written[index].empty()) {
                cells.push_back(column.written[index]);
                continue;
            }
            const auto label = std::find_if(column.labels.begin(), column.labels.end(),
                                            [&](const auto& each) { return each.first == *number; });
            const bool isLabel =
                choices == Choices::Labels && column.kind == DataKind::Choice && label != column.labels.end();
            cells.push_back(isLabel ? base::withoutFormula(label->second) : base::numberText(*number));
        }
        if (isTold)
            cells.push_back(fmt::format("{}", apostrophesIn(row)));
        csv += csvLine(cells);
    }
    return csv;
}

} // namespace rapport::exchange
