// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "base/csv_text.h"
#include "base/format.h"
#include "base/json.h"
#include "base/number.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::cli {

base::Json document(const std::string& name) {
    base::Json json = base::Json::object();
    json["schema"] = fmt::format("rapport.{}/1", name);
    return json;
}

std::string jsonText(const base::Json& json) {
    return base::dumpJson(json) + '\n';
}

std::string writtenText(const std::vector<std::string>& files, Format format) {
    if (format == Format::Json) {
        base::Json json = document("written");
        json["files"] = files;
        return jsonText(json);
    }
    if (format == Format::Csv) {
        Table table({"file"});
        for (const std::string& file : files)
            table.add({file});
        return table.toCsv();
    }
    std::string text;
    for (const std::string& file : files)
        text += fmt::format("wrote {}\n", file);
    return text;
}

std::string plain(const std::string& text) {
    std::string line;
    std::size_t byte = 0;
    if (!text::isValidUtf8(text))
        return "?";
    while (byte < text.size()) {
        const char32_t letter = text::readCodePoint(text, byte);
        if (letter == U'\n' || letter == U'\t' || letter == U'\r')
            line += ' ';
        else if (letter < 0x20 || (letter >= 0x7f && letter < 0xa0))
            line += "\xEF\xBF\xBD";
        else
            text::appendCodePoint(line, letter);
    }
    return line;
}

std::string yesNo(bool value) {
    return value ? "yes" : "no";
}

std::string counted(std::int64_t number, const std::string& one, const std::string& many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string Table::toText(bool withHeader) const {
    std::vector<std::vector<std::string>> lines;
    if (withHeader)
        lines.push_back(m_columns);
    std::vector<bool> isNumber(m_columns.size(), withHeader);
    for (const auto& row : m_rows) {
        std::vector<std::string> cells;
        for (std::size_t column = 0; column < row.size(); ++column) {
            cells.push_back(plain(row[column]));
            if (!cells.back().empty() && !base::parseNumber(cells.back()))
                isNumber[column] = false;
        }
        lines.push_back(std::move(cells));
    }
    std::vector<std::int64_t> widths(m_columns.size(), 0);
    for (const auto& line : lines) {
        for (std::size_t column = 0; column < line.size(); ++column)
            widths[column] = std::max(widths[column], text::countCodePoints(line[column]));
    }
    std::string out;
    for (const auto& line : lines) {
        std::string row;
        for (std::size_t column = 0; column < line.size(); ++column) {
            const auto blanks =
                static_cast<std::size_t>(widths[column] - text::countCodePoints(line[column]));
            if (column > 0)
                row += "  ";
            row += isNumber[column] ? std::string(blanks, ' ') + line[column]
                                    : line[column] + std::string(blanks, ' ');
        }
        row.erase(row.find_last_not_of(' ') + 1);
        out += row + '\n';
    }
    return out;
}

std::string Table::toCsv() const {
    std::string out;
    const auto write = [&](const std::vector<std::string>& row) {
        for (std::size_t column = 0; column < row.size(); ++column)
            out += (column > 0 ? "," : "") + base::csvCell(row[column]);
        out += '\n';
    };
    write(m_columns);
    for (const auto& row : m_rows)
        write(row);
    return out;
}

std::string indented(const std::string& hint) {
    std::string text;
    for (std::size_t begin = 0; begin < hint.size();) {
        const std::size_t end = std::min(hint.find('\n', begin), hint.size());
        text += "    " + hint.substr(begin, end - begin) + '\n';
        begin = end + 1;
    }
    return text;
}

std::string errorText(const base::Error& error) {
    const bool hasPlace = error.where && !error.where->file.empty();
    return (hasPlace ? "" : "rapport: ") + base::describe(error) + '\n' + indented(error.hint);
}

} // namespace rapport::cli
