// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/excel_damage.h"

#include "base/format.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <vector>

namespace rapport::exchange {

namespace {

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// "1.23457E+15"
bool isRounded(std::string_view cell) {
    const std::size_t sign = cell.find("E+");
    if (sign == std::string_view::npos || sign < 3 || cell.size() - sign > 5 || cell.size() - sign < 4)
        return false;
    const auto isNumber = [](char letter) { return isDigit(letter) || letter == '.' || letter == ','; };
    const std::string_view exponent = cell.substr(sign + 2);
    return isDigit(cell.front()) &&
           std::all_of(cell.begin(), cell.begin() + static_cast<std::ptrdiff_t>(sign), isNumber) &&
           std::all_of(exponent.begin(), exponent.end(), isDigit);
}

/// Digits that Excel keeps of a number.
constexpr std::size_t keptDigits = 15;

bool isLongNumber(std::string_view cell) {
    return cell.size() > keptDigits && std::all_of(cell.begin(), cell.end(), isDigit);
}

/// "#NAME?", "########": what became of a text or a number.
bool isError(std::string_view cell) {
    return cell == "#NAME?" || cell == "#NAAM?" ||
           (cell.size() >= 3 && cell.find_first_not_of('#') == std::string_view::npos);
}

/// "#DIV/0!": what a formula gave that was meant as one.
bool isFailedFormula(std::string_view cell) {
    static constexpr std::array<std::string_view, 12> errors{"#REF!",    "#VALUE!",  "#DIV/0!", "#N/A",
                                                             "#NUM!",    "#NULL!",   "#N/B",    "#VERW!",
                                                             "#WAARDE!", "#DEEL/0!", "#GETAL!", "#LEEG!"};
    return std::find(errors.begin(), errors.end(), cell) != errors.end();
}

/// "3-mei", "Mar-03", "mrt/05": what "3-5" or "MARCH3" became.
bool isDateLike(std::string_view cell) {
    if (cell.size() < 4 || cell.size() > 7)
        return false;
    const std::size_t sign = cell.find_first_of("-/");
    if (sign == std::string_view::npos)
        return false;
    const std::string_view first = cell.substr(0, sign);
    const std::string_view second = cell.substr(sign + 1);
    const auto isDay = [](std::string_view text) {
        return (text.size() == 1 || text.size() == 2) && std::all_of(text.begin(), text.end(), isDigit);
    };
    const auto isMonth = [](std::string_view text) {
        static constexpr std::string_view months =
            " jan feb mar apr may jun jul aug sep oct nov dec mrt mei okt ";
        if (text.size() != 3)
            return false;
        std::string wanted = " ";
        for (const char letter : text)
            wanted += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        return months.find(wanted + " ") != std::string_view::npos;
    };
    return (isDay(first) && isMonth(second)) || (isMonth(first) && isDay(second));
}

struct Damage {
    base::Phrase one;
    base::Phrase many;
    base::Phrase hint;
    std::size_t cells = 0;
    std::set<std::size_t> columns{};
    std::size_t firstLine = 0;

    void note(std::size_t column, std::size_t line) {
        if (cells++ == 0)
            firstLine = line;
        if (columns.size() < 5)
            columns.insert(column);
    }
};

/// The long numbers of a column: one that ends in zeros may be so by chance, all of them are not.
struct LongNumbers {
    std::vector<std::size_t> lines;
    std::size_t zeros = 0;
    bool isWhole = false; ///< one has other digits behind those that Excel keeps

    void note(std::string_view cell, std::size_t line) {
        const std::string_view behind = cell.substr(keptDigits);
        isWhole = isWhole || behind.find_first_not_of('0') != std::string_view::npos;
        zeros += behind.size();
        lines.push_back(line);
    }
    /// The chance of as many zeros is one in a hundred at most.
    [[nodiscard]] bool areCut() const { return !isWhole && zeros >= 2; }
};

} // namespace

void flagExcelDamage(Table& table) {
    constexpr std::size_t longestCell = 32767; // of Excel, in UTF-16 units
    Damage rounded{base::Phrase("was rounded to the form 1.23E+15"),
                   base::Phrase("were rounded to the form 1.23E+15"),
                   base::Phrase("import the file as the survey tool gave it")};
    Damage zeros{base::Phrase("ends in zeros after 15 digits, as a spreadsheet leaves of a longer number"),
                 base::Phrase("end in zeros after 15 digits, as a spreadsheet leaves of a longer number"),
                 base::Phrase("import the file as the survey tool gave it")};
    Damage errors{base::Phrase("holds an error of a spreadsheet (#NAME?, ####)"),
                  base::Phrase("hold an error of a spreadsheet (#NAME?, ####)"),
                  base::Phrase("texts that begin with = or - become formulas; import the original file")};
    Damage failed{base::Phrase("holds an error of a formula (#DIV/0!, #N/A)"),
                  base::Phrase("hold an error of a formula (#DIV/0!, #N/A)"),
                  base::Phrase("mend the formula, or leave the cell empty, and save the file again")};
    Damage dates{base::Phrase("looks like a value that a spreadsheet turned into a date (3-5 became 3-May)"),
                 base::Phrase("look like values that a spreadsheet turned into dates (3-5 became 3-May)"),
                 base::Phrase("import the original file")};
    Damage cut{base::Phrase("is 32,767 characters long, where Excel cuts"),
               base::Phrase("are 32,767 characters long, where Excel cuts"),
               base::Phrase("import the original file")};
    std::map<std::size_t, LongNumbers> longNumbers; // by column
    for (const Row& row : table.rows) {
        for (std::size_t index = 0; index < row.cells.size(); ++index) {
            const std::string_view cell = row.cells[index];
            if (cell.size() >= longestCell) {
                const auto letters = text::countCodePoints(cell);
                if (letters == static_cast<std::int64_t>(longestCell))
                    cut.note(index, row.line);
                continue;
            }
            if (cell.size() < 3 || cell.size() > 20)
                continue;
            if (isLongNumber(cell))
                longNumbers[index].note(cell, row.line);
            else if (isRounded(cell))
                rounded.note(index, row.line);
            else if (cell.front() == '#' && isError(cell))
                errors.note(index, row.line);
            else if (cell.front() == '#' && isFailedFormula(cell))
                failed.note(index, row.line);
            else if (isDateLike(cell))
                dates.note(index, row.line);
        }
    }
    for (const auto& [column, numbers] : longNumbers) {
        for (const std::size_t line : numbers.lines) {
            if (numbers.areCut())
                zeros.note(column, line);
        }
    }
    for (const Damage* damage : {&rounded, &zeros, &errors, &failed, &dates, &cut}) {
        if (damage->cells == 0)
            continue;
        std::string names;
        for (const std::size_t column : damage->columns)
            names += (names.empty() ? "" : ", ") + text::elide(table.columns[column].name, 30);
        table.warnings.push_back(base::said("{} {} {} (column {}, first in line {}): {}", damage->cells,
                                            damage->cells == 1 ? base::Phrase("cell") : base::Phrase("cells"),
                                            damage->cells == 1 ? damage->one : damage->many, names,
                                            damage->firstLine, damage->hint));
    }
}

} // namespace rapport::exchange
