// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/data_table.h"

#include "base/format.h"
#include "base/number.h"
#include "exchange/csv.h"

#include <algorithm>
#include <cstdint>

namespace rapport::exchange {

namespace {

constexpr std::size_t longestName = 64; // SPSS

std::string lower(std::string text) {
    for (char& letter : text) {
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    }
    return text;
}

bool runs(const std::string& text, std::size_t apostrophes) {
    return text.size() > apostrophes && std::string("=+-@\t\r").find(text[apostrophes]) != std::string::npos;
}

std::size_t apostrophesOf(const std::string& text) {
    const std::size_t first = text.find_first_not_of('\'');
    return first == std::string::npos ? text.size() : first;
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

std::string withoutFormula(const std::string& text) {
    return runs(text, apostrophesOf(text)) ? "'" + text : text;
}

std::string withFormula(const std::string& text) {
    const std::size_t apostrophes = apostrophesOf(text);
    return apostrophes > 0 && runs(text, apostrophes) ? text.substr(1) : text;
}

std::string writeDataCsv(const DataTable& table, Choices choices) {
    std::vector<std::string> cells;
    for (const DataColumn& column : table.columns)
        cells.push_back(column.name);
    std::string csv = csvLine(cells);
    for (const auto& row : table.rows) {
        cells.clear();
        for (std::size_t place = 0; place < row.size(); ++place) {
            const DataColumn& column = table.columns[place];
            if (const auto* text = std::get_if<std::string>(&row[place])) {
                cells.push_back(withoutFormula(*text));
                continue;
            }
            const auto* number = std::get_if<double>(&row[place]);
            if (number == nullptr) {
                cells.emplace_back();
                continue;
            }
            const auto label = std::find_if(column.labels.begin(), column.labels.end(),
                                            [&](const auto& each) { return each.first == *number; });
            const bool isLabel =
                choices == Choices::Labels && column.kind == DataKind::Choice && label != column.labels.end();
            cells.push_back(isLabel ? withoutFormula(label->second) : base::numberText(*number));
        }
        csv += csvLine(cells);
    }
    return csv;
}

} // namespace rapport::exchange
