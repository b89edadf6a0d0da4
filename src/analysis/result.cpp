// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/result.h"

#include "base/csv_text.h"
#include "base/format.h"
#include "base/json.h"
#include "base/number.h"

#include <cmath>

namespace rapport::analysis {

namespace {

base::Json jsonOf(const Value& value) {
    if (const auto* count = std::get_if<std::int64_t>(&value))
        return *count;
    if (const auto* number = std::get_if<double>(&value))
        return std::isfinite(*number) ? base::Json(*number) : base::Json();
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    return {};
}

} // namespace

std::size_t ResultTable::column(std::string_view columnId) const {
    for (std::size_t place = 0; place < columns.size(); ++place) {
        if (columns[place].id == columnId)
            return place;
    }
    return npos;
}

const Value& ResultTable::at(std::size_t row, std::string_view columnId) const {
    static const Value missing;
    const std::size_t place = column(columnId);
    return place == npos || row >= rows.size() ? missing : rows[row][place];
}

const ResultTable* Result::table(std::string_view tableId) const {
    for (const ResultTable& each : tables) {
        if (each.id == tableId)
            return &each;
    }
    return nullptr;
}

base::Json toJson(const Result& result) {
    base::Json json = base::Json::object();
    json["schema"] = fmt::format("rapport.{}/1", result.name);
    json["study"] = result.study;
    json["data"] = base::Json::object();
    for (const auto& [key, value] : result.data)
        json["data"][key] = jsonOf(value);
    json["notes"] = result.notes;
    json["tables"] = base::Json::array();
    for (const ResultTable& table : result.tables) {
        base::Json each = base::Json::object();
        each["id"] = table.id;
        for (const auto& [key, value] : table.facts)
            each[key] = jsonOf(value);
        each["rows"] = base::Json::array();
        for (const auto& row : table.rows) {
            base::Json line = base::Json::object();
            for (std::size_t place = 0; place < row.size(); ++place)
                line[table.columns[place].id] = jsonOf(row[place]);
            each["rows"].push_back(std::move(line));
        }
        json["tables"].push_back(std::move(each));
    }
    return json;
}

std::string toCsv(const ResultTable& table) {
    std::string csv;
    for (std::size_t place = 0; place < table.columns.size(); ++place)
        csv += (place == 0 ? "" : ",") + base::csvCell(table.columns[place].id);
    csv += '\n';
    for (const auto& row : table.rows) {
        for (std::size_t place = 0; place < row.size(); ++place)
            csv += (place == 0 ? "" : ",") + base::csvCell(exactText(row[place]));
        csv += '\n';
    }
    return csv;
}

std::string exactText(const Value& value) {
    if (const auto* count = std::get_if<std::int64_t>(&value))
        return fmt::format("{}", *count);
    if (const auto* number = std::get_if<double>(&value))
        return base::numberText(*number);
    if (const auto* text = std::get_if<std::string>(&value))
        return *text;
    return {};
}

std::string shownText(const Value& value, ColumnKind kind) {
    if (const auto* number = std::get_if<double>(&value)) {
        if (kind == ColumnKind::Share)
            return fmt::format("{:.1f}%", 100 * *number);
        if (kind == ColumnKind::Probability)
            return *number < 0.001 ? "<0.001" : fmt::format("{:.3f}", *number);
        const std::string text = fmt::format("{:.2f}", *number);
        return text == "-0.00" ? "0.00" : text;
    }
    const std::string text = exactText(value);
    return text.empty() ? "-" : text;
}

} // namespace rapport::analysis
