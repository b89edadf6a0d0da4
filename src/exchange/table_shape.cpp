// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table_shape.h"

#include "base/format.h"
#include "base/json.h"
#include "model/names.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace rapport::exchange {

namespace {

using Cells = std::vector<std::string>;

std::string lower(std::string_view text) {
    std::string small(text::trim(text));
    for (char& letter : small) {
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    }
    return small;
}

bool isImportId(const std::string& cell) {
    return cell.rfind("{\"ImportId\":", 0) == 0;
}

bool areImportIds(const Cells& cells) {
    const auto filled =
        std::count_if(cells.begin(), cells.end(), [](const auto& cell) { return !cell.empty(); });
    return filled > 0 && std::count_if(cells.begin(), cells.end(), isImportId) == filled;
}

bool holdsAny(const Cells& cells, std::initializer_list<std::string_view> wanted) {
    return std::any_of(cells.begin(), cells.end(), [&](const std::string& cell) {
        return std::find(wanted.begin(), wanted.end(), lower(cell)) != wanted.end();
    });
}

bool isQualtricsHeader(const Cells& cells) {
    // As they are called in a table, then as the survey's own language calls them.
    return holdsAny(cells,
                    {"responseid", "response id", "antwoord-id", "antwort-id", "id de r\u00E9ponse"}) &&
           holdsAny(cells, {"startdate", "recordeddate", "start date", "recorded date", "startdatum",
                            "vastgelegde datum", "aufgezeichnetes datum", "date de d\u00E9but"}) &&
           holdsAny(cells, {"finished", "progress", "status", "voltooid", "voortgang", "beendet",
                            "fortschritt", "progression", "termin\u00E9"});
}

/// V1, V2, ... with the meaning of each in the row below: exports until 2017.
bool isOldQualtrics(const Cells& names, const Cells& titles) {
    return !names.empty() && names.front() == "V1" && holdsAny(titles, {"responseid"}) &&
           holdsAny(titles, {"responseset", "finished", "startdate"});
}

bool isSurveyMonkey(const Cells& names, const Cells& options) {
    if (names.empty() || lower(names.front()) != "respondent id" || options.empty() ||
        !options.front().empty())
        return false;
    return std::any_of(options.begin(), options.end(), [](const auto& cell) { return !cell.empty(); });
}

bool isLimeSurvey(const Cells& cells) {
    // Headers as question codes, then as words in the languages of this program's users.
    return (holdsAny(cells,
                     {"lastpage", "last page", "laatste pagina", "letzte seite", "derni\u00E8re page"}) &&
            holdsAny(cells, {"id", "response id", "antwoord-id", "antwoord id", "antwort id",
                             "id de la r\u00E9ponse"})) ||
           (holdsAny(cells, {"submitdate", "date submitted"}) &&
            holdsAny(cells, {"startlanguage", "start language"}));
}

struct CodeAndText {
    std::string_view code;
    std::string_view text;
};

/// "G01Q01. What do you notice?": LimeSurvey's headings of codes with words, whose separator one may choose.
std::optional<CodeAndText> codeAndText(std::string_view cell) {
    const std::string_view trimmed = text::trim(cell);
    const std::size_t end = trimmed.find_first_of(".: \t");
    if (end == std::string_view::npos || end == 0 || (trimmed[end] != '.' && trimmed[end] != ':') ||
        trimmed.substr(end + 1, 1) != " ")
        return std::nullopt;
    return CodeAndText{trimmed.substr(0, end), text::trim(trimmed.substr(end + 1))};
}

/// Every heading is a code with words, and the codes are those of LimeSurvey.
bool areCodesAndTexts(const Cells& cells) {
    Cells codes;
    for (const std::string& cell : cells) {
        const auto both = codeAndText(cell);
        if (!both)
            return false;
        codes.emplace_back(both->code);
    }
    return isLimeSurvey(codes);
}

/// The time of sending first, then questions as people typed them; no number of the person.
bool isGoogleForm(const Cells& cells) {
    if (cells.size() < 2)
        return false;
    const std::string first = lower(cells.front());
    const bool isTime =
        first == "timestamp" || first == "tijdstempel" || first == "zeitstempel" || first == "horodateur";
    return isTime && !holdsAny(cells, {"participant", "participant id", "respondent id", "id", "deelnemer"});
}

std::string importIdOf(const std::string& cell) {
    const auto parsed = base::parseJson(cell);
    return parsed ? base::stringAt(*parsed, "ImportId") : std::string();
}

const std::string& cellAt(const std::vector<Cells>& rows, std::size_t row, std::size_t column) {
    static const std::string nothing;
    return row < rows.size() && column < rows[row].size() ? rows[row][column] : nothing;
}

} // namespace

std::string columnName(std::string_view header) {
    return model::evenBlanks(header);
}

Shape recogniseShape(const std::vector<Cells>& head, int asked) {
    Shape shape;
    if (head.size() >= 3 && areImportIds(head[2]))
        shape = {"qualtrics", 3};
    else if (head.size() >= 2 && (areImportIds(head[1]) || isOldQualtrics(head[0], head[1])))
        shape = {"qualtrics", 2};
    else if (head.size() >= 2 && isSurveyMonkey(head[0], head[1]))
        shape = {"surveymonkey", 2};
    else if (!head.empty() && isQualtricsHeader(head[0]))
        // Rows of a response begin with a date; a second row of words is the questions' text.
        shape = {"qualtrics", head.size() >= 2 && !head[1].empty() &&
                                      head[1].front().find_first_of("0123456789") == std::string::npos
                                  ? 2
                                  : 1};
    else if (!head.empty() && (isLimeSurvey(head[0]) || areCodesAndTexts(head[0])))
        shape = {"limesurvey", 1};
    else if (!head.empty() && isGoogleForm(head[0]))
        shape = {"googleforms", 1};
    if (asked > 0)
        shape.headerRows = asked;
    return shape;
}

void makeNamesUnique(std::vector<Column>& columns) {
    std::set<std::string> taken;
    std::set<std::string> asWritten;
    for (const Column& column : columns)
        asWritten.insert(column.name);
    // How far each name got: numbering a thousand columns of one name stays linear.
    std::map<std::string, std::size_t> numbers;
    for (Column& column : columns) {
        if (taken.insert(column.name).second)
            continue;
        std::size_t& number = numbers.try_emplace(column.name, 1).first->second;
        std::string candidate;
        do {
            candidate = fmt::format("{}-{}", column.name, ++number);
        } while (asWritten.count(candidate) > 0 || taken.count(candidate) > 0);
        taken.insert(candidate);
        column.renamedFrom = std::move(column.name);
        column.name = std::move(candidate);
    }
}

std::vector<Column> makeColumns(const Shape& shape, const std::vector<Cells>& headers) {
    std::vector<Column> columns;
    if (headers.empty())
        return columns;
    columns.reserve(headers[0].size());
    std::string question;
    const bool hasCodes = shape.name == "limesurvey" && areCodesAndTexts(headers[0]);
    for (std::size_t index = 0; index < headers[0].size(); ++index) {
        Column column;
        column.name = columnName(headers[0][index]);
        if (shape.name == "surveymonkey") {
            // A question stands over its first column only; below it are its answer options.
            const std::string option = columnName(cellAt(headers, 1, index));
            if (!column.name.empty())
                question = column.name;
            const bool isOpen =
                option.empty() || lower(option) == "response" || lower(option) == "open-ended response";
            column.title = question;
            column.name = isOpen ? question : question + " [" + option + "]";
        } else {
            for (std::size_t row = 1; row < headers.size(); ++row) {
                const std::string& cell = cellAt(headers, row, index);
                if (isImportId(cell))
                    column.importId = importIdOf(cell);
                else if (column.title.empty())
                    column.title = std::string(text::trim(cell));
            }
            if (shape.name == "limesurvey")
                column.title = std::string(text::trim(headers[0][index]));
            if (const auto both = hasCodes ? codeAndText(headers[0][index]) : std::nullopt) {
                column.name = columnName(both->code);
                column.title = std::string(both->text);
            }
        }
        if (column.name.empty())
            column.name = fmt::format("column-{}", index + 1);
        columns.push_back(std::move(column));
    }
    makeNamesUnique(columns);
    return columns;
}

} // namespace rapport::exchange
