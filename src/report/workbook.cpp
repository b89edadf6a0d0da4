// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/workbook.h"

#include "base/format.h"
#include "base/guid.h"
#include "base/number.h"
#include "base/platform/file.h"
#include "base/random.h"
#include "report/escape.h"
#include "report/office_text.h"
#include "report/page_writers.h"
#include "text/utf8.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>

namespace rapport::report {

namespace {

constexpr std::size_t mostRows = 1'048'576;
constexpr std::int64_t longestText = 32'767;

std::string firstOf(const std::string& text, std::int64_t letters) {
    std::size_t byte = 0;
    for (std::int64_t count = 0; byte < text.size() && count < letters; ++count)
        static_cast<void>(text::readCodePoint(text, byte));
    return text.substr(0, byte);
}

std::string fitName(const std::string& wish, std::set<std::string>& taken) {
    std::string name;
    for (const char letter : wish)
        name += std::string("[]:*?/\\'").find(letter) == std::string::npos ? letter : ' ';
    name = firstOf(name, 31);
    if (name.find_first_not_of(' ') == std::string::npos)
        name = "Sheet";
    std::string free = name;
    const auto lower = [](std::string text) {
        std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
            return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
        });
        return text;
    };
    for (int number = 2; taken.contains(lower(free)); ++number) {
        const std::string behind = fmt::format(" {}", number);
        free = firstOf(name, 31 - static_cast<std::int64_t>(behind.size())) + behind;
    }
    taken.insert(lower(free));
    return free;
}

/// A figure of a report as the number it shows: digits in groups, a comma for the point, U+2212 for minus.
std::optional<SheetNumber> figureIn(const std::string& text) {
    std::string plain;
    std::size_t byte = 0;
    while (byte < text.size()) {
        const char32_t letter = text::readCodePoint(text, byte);
        if (letter == 0x2212)
            plain += '-';
        else if (letter == U',')
            plain += '.';
        else if (letter != 0x202F && letter != 0x00A0)
            text::appendCodePoint(plain, letter);
    }
    const auto value = base::parseNumber(plain);
    if (!value)
        return std::nullopt;
    const std::size_t point = plain.find('.');
    return SheetNumber{*value, point == std::string::npos ? 0 : static_cast<int>(plain.size() - point - 1)};
}

} // namespace

base::Result<std::string> writeWorkbook(const std::vector<Sheet>& sheets) {
    auto random = base::Random::fromSystem();
    std::error_code ignored;
    const auto folder = std::filesystem::temp_directory_path(ignored);
    const std::string path = (folder / ("rapport-" + base::Guid::random(random).text() + ".xlsx")).string();
    for (const Sheet& sheet : sheets) {
        if (sheet.rows.size() + 3 > mostRows)
            return base::fail(
                base::Errc::Io,
                fmt::format("'{}' has {} rows; a sheet holds {}", sheet.name, sheet.rows.size(), mostRows),
                "write it as .csv");
    }
    lxw_workbook* book = workbook_new(path.c_str());
    if (book == nullptr)
        return base::fail(base::Errc::Io, "no temporary file for the workbook", "see: TMPDIR");
    lxw_doc_properties properties{};
    workbook_set_properties(book, &properties);
    lxw_format* bold = workbook_add_format(book);
    format_set_bold(bold);
    lxw_format* head = workbook_add_format(book);
    format_set_bold(head);
    format_set_text_wrap(head);
    format_set_bottom(head, LXW_BORDER_THIN);
    format_set_align(head, LXW_ALIGN_VERTICAL_TOP);
    lxw_format* words = workbook_add_format(book);
    format_set_text_wrap(words);
    format_set_align(words, LXW_ALIGN_VERTICAL_TOP);
    std::map<int, lxw_format*> numbers;
    const auto numberFormat = [&](int decimals) -> lxw_format* {
        if (decimals < 0)
            return nullptr;
        auto& made = numbers[decimals];
        if (made == nullptr) {
            made = workbook_add_format(book);
            format_set_num_format(
                made,
                decimals == 0 ? "0" : ("0." + std::string(static_cast<std::size_t>(decimals), '0')).c_str());
            format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        }
        return made;
    };
    std::set<std::string> taken;
    for (const Sheet& sheet : sheets) {
        lxw_worksheet* page = workbook_add_worksheet(book, fitName(sheet.name, taken).c_str());
        lxw_row_t row = 0;
        if (!sheet.caption.empty())
            worksheet_write_string(page, row++, 0, sheet.caption.c_str(), bold);
        std::vector<double> widths(sheet.columns.size(), 6);
        for (std::size_t column = 0; column < sheet.columns.size(); ++column) {
            worksheet_write_string(page, row, static_cast<lxw_col_t>(column), sheet.columns[column].c_str(),
                                   head);
            widths[column] = std::max(
                widths[column],
                std::min(22.0, static_cast<double>(text::countCodePoints(sheet.columns[column])) + 2));
        }
        if (!sheet.columns.empty())
            worksheet_freeze_panes(page, ++row, 1);
        for (const auto& line : sheet.rows) {
            for (std::size_t column = 0; column < line.size(); ++column) {
                const auto place = static_cast<lxw_col_t>(column);
                if (const auto* number = std::get_if<SheetNumber>(&line[column])) {
                    worksheet_write_number(page, row, place, number->value, numberFormat(number->decimals));
                } else if (const auto* text = std::get_if<std::string>(&line[column])) {
                    worksheet_write_string(page, row, place, firstOf(*text, longestText).c_str(), words);
                    if (column < widths.size())
                        widths[column] = std::max(
                            widths[column],
                            std::min(48.0, static_cast<double>(std::min<std::size_t>(text->size(), 48)) + 2));
                }
            }
            ++row;
        }
        for (std::size_t column = 0; column < sheet.widths.size(); ++column) {
            if (column >= widths.size())
                widths.push_back(sheet.widths[column]);
            else
                widths[column] = sheet.widths[column];
        }
        for (std::size_t column = 0; column < widths.size(); ++column)
            worksheet_set_column(page, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                                 widths[column], nullptr);
    }
    const lxw_error error = workbook_close(book);
    auto bytes =
        error == LXW_NO_ERROR
            ? base::readFile(path)
            : base::Result<std::string>(base::fail(
                  base::Errc::Io, fmt::format("the workbook could not be made: {}", lxw_strerror(error))));
    std::filesystem::remove(path, ignored);
    return bytes;
}

base::Result<std::string> workbookOf(const Page& page) {
    std::vector<Sheet> sheets(1);
    Sheet& text = sheets.front();
    text.name = page.language == "nl" ? "Verslag" : "Report";
    text.widths = {28, 110};
    const auto say = [&text](const std::string& label, const std::string& what) {
        text.rows.push_back({label.empty() ? SheetCell() : SheetCell(plainText(label)), plainText(what)});
    };
    std::vector<Sheet> tables;
    std::string under;
    for (const Block& block : page.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) {
            say(heading->text, "");
            under = plainText(heading->text);
        } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            say("", paragraph->text);
        } else if (const auto* facts = std::get_if<Facts>(&block)) {
            for (const auto& [label, value] : facts->items)
                say(label, value);
        } else if (const auto* bullets = std::get_if<Bullets>(&block)) {
            for (const std::string& item : bullets->items)
                say("", item);
        } else if (const auto* tally = std::get_if<Tally>(&block)) {
            for (const auto& [verdict, words] : tally->items)
                say("", words);
        } else if (const auto* definitions = std::get_if<Definitions>(&block)) {
            for (const Definition& item : definitions->items)
                say("(" + item.mark + ") " + item.term, item.text);
        } else if (const auto* table = std::get_if<Table>(&block)) {
            Sheet sheet;
            sheet.name = fmt::format("{} {}", tables.size() + 1, under);
            sheet.caption = plainText(table->caption);
            for (const Column& column : table->columns) {
                if (!column.isChart)
                    sheet.columns.push_back(plainText(column.title));
            }
            for (const TableRow& row : table->rows) {
                std::vector<SheetCell> line;
                for (std::size_t column = 0; column < row.cells.size(); ++column) {
                    if (column < table->columns.size() && table->columns[column].isChart && !row.isGroup)
                        continue;
                    const Cell& cell = row.cells[column];
                    const auto figure = cell.isFigure && cell.note.empty() && cell.marks.empty()
                                            ? figureIn(plainText(cell.text))
                                            : std::nullopt;
                    line.push_back(figure ? SheetCell(*figure) : SheetCell(cellText(cell)));
                }
                sheet.rows.push_back(std::move(line));
            }
            say("", fmt::format("{}: {}", tables.size() + 1, sheet.caption));
            tables.push_back(std::move(sheet));
        }
    }
    for (Sheet& sheet : tables)
        sheets.push_back(std::move(sheet));
    return writeWorkbook(sheets);
}

} // namespace rapport::report
