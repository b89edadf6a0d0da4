// SPDX-License-Identifier: GPL-3.0-or-later
// Every form of a report is read back: all of them hold every number and every text of the page.
#include "base/number.h"
#include "package/xml_tree.h"
#include "package/zip.h"
#include "report/charts.h"
#include "report/escape.h"
#include "report/kappa_page.h"
#include "report/office_text.h"
#include "report/page_writers.h"
#include "report/workbook.h"
#include "small_report.h"
#include "support/catch.hpp"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <map>
#include <set>

using namespace rapport;
using namespace rapport::report;

namespace {

std::string take(const base::Result<std::string>& result) {
    if (!result)
        FAIL(base::describe(result.error()));
    return *result;
}

/// All text of an element, a line per paragraph or cell.
std::string textOf(const package::XmlElement& element) {
    std::string out = element.text;
    for (const package::XmlElement& child : element.children)
        out += textOf(child);
    if (element.name == "p" || element.name == "h" || element.name == "si")
        out += '\n';
    return out;
}

package::XmlElement part(const std::string& bytes, const std::string& name) {
    const auto archive = package::ZipArchive::open(bytes, "report");
    REQUIRE(archive);
    const auto xml = archive->read(name);
    REQUIRE(xml);
    auto tree = package::readXmlTree(*xml, name);
    if (!tree)
        FAIL(name << ": " << base::describe(tree.error()));
    return std::move(*tree);
}

void visit(const package::XmlElement& element, const std::function<void(const package::XmlElement&)>& with) {
    with(element);
    for (const package::XmlElement& child : element.children)
        visit(child, with);
}

/// Every cell of a workbook: texts, and numbers as they are stored.
std::multiset<std::string> cellsOf(const std::string& bytes) {
    std::vector<std::string> shared;
    for (const package::XmlElement& item : part(bytes, "xl/sharedStrings.xml").children) {
        std::string text = textOf(item);
        text.pop_back();
        shared.push_back(text);
    }
    std::multiset<std::string> cells;
    const auto archive = package::ZipArchive::open(bytes, "report");
    REQUIRE(archive);
    for (const package::ZipEntry& entry : archive->entries()) {
        if (!entry.name.starts_with("xl/worksheets/sheet"))
            continue;
        visit(part(bytes, entry.name), [&](const package::XmlElement& element) {
            if (element.name != "c" || element.children.empty())
                return;
            CHECK(element.child("f") == nullptr); // never a formula
            const std::string& value = element.textOf("v");
            cells.insert(element.attribute("t") == "s" ? shared.at(std::stoul(value)) : value);
        });
    }
    return cells;
}

Page strangePage() {
    Page page;
    page.language = "en";
    page.title = "A & B <c>";
    page.blocks.emplace_back(Heading{1, "", page.title});
    page.blocks.emplace_back(Heading{2, "s", "100% _of_ #1 {x} \\y ~z ^w $5 \"q\" 'r' [s] |t|"});
    page.blocks.emplace_back(Paragraph{"=1+1", ParagraphKind::Plain, {}});
    page.blocks.emplace_back(Paragraph{std::string("bell\x07 tab\tend"), ParagraphKind::Warning, {}});
    page.blocks.emplace_back(Facts{{{"units & more", "12"}}});
    page.blocks.emplace_back(Bullets{{"one", "\u00e9\u00e9n \U0001F600"}});
    Table table;
    table.caption = "Numbers";
    table.columns = {{"code", "", false, false},
                     {"kappa", "", true, false},
                     {"bar", "", false, true},
                     {"p", "", true, false}};
    TableRow group;
    group.isGroup = true;
    group.cells.resize(1);
    group.cells[0].text = "first group";
    table.rows.push_back(group);
    TableRow row;
    row.cells.resize(4);
    row.cells[0].text = "=cmd|'/c calc'!A1";
    row.cells[1].text = "\u22120.12";
    row.cells[1].isFigure = true;
    row.cells[2].chart = intervalBar({0.5, 0.2, 0.7, 0.7, "a drawing", "0.5"}, {0, 1});
    row.cells[3].text = "< 0.001";
    row.cells[3].isFigure = true;
    row.cells[3].marks = "a b";
    table.rows.push_back(row);
    page.blocks.emplace_back(table);
    page.blocks.emplace_back(Definitions{{{"a", "cut", "cut to 1"}}});
    return page;
}

} // namespace

TEST_CASE("office files hold every text of a page and are well-formed", "[report][writers]") {
    const Page page = strangePage();
    for (const std::string& text : {textOf(part(take(wordOf(page)), "word/document.xml")),
                                    textOf(part(take(openDocumentOf(page)), "content.xml"))}) {
        for (const char* wanted :
             {"A & B <c>\n", "100% _of_ #1 {x} \\y ~z ^w $5 \"q\" 'r' [s] |t|\n", "=1+1\n", "bell  tab\tend",
              "units & more: ", "\u00e9\u00e9n \U0001F600\n", "first group\n", "=cmd|'/c calc'!A1\n",
              "\u22120.12\n", "< 0.001 (a b)\n", "(a) cut. "}) {
            INFO(wanted);
            CHECK(text.find(wanted) != std::string::npos);
        }
        CHECK(text.find("<svg") == std::string::npos);
    }
    for (const char* name : {"[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels",
                             "word/styles.xml", "docProps/core.xml"})
        part(take(wordOf(page)), name);
    for (const char* name : {"styles.xml", "meta.xml", "META-INF/manifest.xml"})
        part(take(openDocumentOf(page)), name);
    const std::string open = take(openDocumentOf(page));
    CHECK(open.substr(30, 47) == "mimetypeapplication/vnd.oasis.opendocument.text");
}

TEST_CASE("a workbook holds figures as numbers and never a formula", "[report][writers]") {
    const auto cells = cellsOf(take(workbookOf(strangePage())));
    for (const char* wanted :
         {"-0.12", "=cmd|'/c calc'!A1", "=1+1", "< 0.001 (a b)", "first group", "units & more", "12"}) {
        INFO(wanted);
        CHECK(cells.contains(wanted));
    }
}

TEST_CASE("sheet names are made fit and unique", "[report][writers]") {
    std::vector<Sheet> sheets(3);
    sheets[0].name = "a/b:c*d?e[f]g\\h and much more than thirty-one letters";
    sheets[1].name = sheets[0].name;
    sheets[2].name = "";
    const std::string bytes = take(writeWorkbook(sheets));
    std::set<std::string> names;
    visit(part(bytes, "xl/workbook.xml"), [&](const package::XmlElement& element) {
        if (element.name == "sheet")
            names.insert(element.attribute("name"));
    });
    CHECK(names.size() == 3);
}

TEST_CASE("LaTeX markup in texts is text", "[report][writers]") {
    const std::string text = latexOf(strangePage());
    CHECK(text.find("100\\% \\_of\\_ \\#1 \\{x\\} \\textbackslash{}y \\textasciitilde{}z "
                    "\\textasciicircum{}w \\$5") != std::string::npos);
    CHECK(text.find("\u22120.12 & ") != std::string::npos);
    CHECK(text.find("svg") == std::string::npos);
    // Every group that opens closes.
    std::int64_t depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '{')
            ++depth;
        else if (text[at] == '}')
            --depth;
        REQUIRE(depth >= 0);
    }
    CHECK(depth == 0);
}

TEST_CASE("every letter of a LaTeX report is in its fonts or declared", "[report][writers]") {
    // What the fonts T1 and TS1 have beyond Latin-1, of what Western texts hold.
    const std::u32string inFonts = U"\u0133\u0132\u0153\u2013\u2014\u2018\u2019\u201C\u201D\u2026\u20AC";
    const auto check = [&inFonts](const std::string& latex) {
        for (std::size_t at = latex.find("\\begin{document}"); at < latex.size();) {
            const char32_t letter = text::readCodePoint(latex, at);
            if (letter < 0x80 || (letter >= 0xA0 && letter <= 0xFF && letter != 0xD7) ||
                inFonts.find(letter) != std::u32string::npos)
                continue;
            std::array<char, 16> number{};
            std::snprintf(number.data(), number.size(), "{%04X}{", static_cast<unsigned>(letter));
            INFO(number.data());
            CHECK(latex.find(std::string("\\DeclareUnicodeCharacter") + number.data()) <
                  latex.find("\\fi\n"));
        }
    };
    for (const Language language : {Language::English, Language::Dutch}) {
        for (const KappaReport& report : {test::smallReport(), test::reportByGroup()})
            check(latexOf(kappaPage(report, language)));
    }
    Page page;
    page.blocks.push_back(
        Paragraph{"\u03C7\u00B2 \u03B5 \u2212 \u2248 \u0416 \U0001F600", ParagraphKind::Plain, {}});
    const std::string latex = latexOf(page);
    check(latex);
    CHECK(latex.find("\\DeclareUnicodeCharacter{03C7}{\\ensuremath{\\chi}}") != std::string::npos);
    CHECK(latex.find("\\DeclareUnicodeCharacter{1F600}{{[}U+1F600{]}}") != std::string::npos);
}

TEST_CASE("all forms of the kappa report say the same numbers", "[report][writers]") {
    for (const Language language : {Language::English, Language::Dutch}) {
        const Page page = kappaPage(test::smallReport(), language);
        const std::string word = textOf(part(take(wordOf(page)), "word/document.xml"));
        const std::string open = textOf(part(take(openDocumentOf(page)), "content.xml"));
        const std::string latex = latexOf(page);
        const std::string html = htmlOf(page);
        const std::string markdown = markdownOf(page);
        const auto cells = cellsOf(take(workbookOf(page)));
        std::size_t figures = 0;
        for (const Block& block : page.blocks) {
            const auto* table = std::get_if<Table>(&block);
            if (table == nullptr)
                continue;
            for (const TableRow& row : table->rows) {
                for (const Cell& cell : row.cells) {
                    if (!cell.isFigure || !cell.chart.empty() ||
                        cell.text.find_first_of("0123456789") == std::string::npos)
                        continue;
                    ++figures;
                    INFO(cellText(cell));
                    CHECK(word.find(cellText(cell) + '\n') != std::string::npos);
                    CHECK(open.find(cellText(cell) + '\n') != std::string::npos);
                    CHECK(html.find(escapeXml(cell.text)) != std::string::npos);
                    CHECK(markdown.find(cell.text.substr(0, 4)) != std::string::npos);
                    CHECK(latex.find(cell.text.substr(0, cell.text.find_first_of("<%"))) !=
                          std::string::npos);
                    // A number where it is one: without groups, point for comma, ASCII minus.
                    std::string number = cellText(cell);
                    for (const auto& [from, to] : {std::pair{"\u2212", "-"}, {"\u202f", ""}, {",", "."}}) {
                        for (std::size_t at = 0; (at = number.find(from, at)) != std::string::npos;)
                            number.replace(at, std::string(from).size(), to);
                    }
                    const auto value = base::parseNumber(number);
                    const bool isStored =
                        std::any_of(cells.begin(), cells.end(), [&](const std::string& each) {
                            const auto stored = base::parseNumber(each);
                            return value && stored && std::abs(*stored - *value) < 1e-9;
                        });
                    CHECK((isStored || cells.contains(cellText(cell))));
                }
            }
        }
        CHECK(figures > 50);
    }
}
