// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"
#include "report/kappa_page.h"
#include "report/kappa_report.h"
#include "small_report.h"
#include "support/catch.hpp"

#include <regex>
#include <set>
#include <string>
#include <variant>
#include <vector>

using namespace rapport;
using namespace rapport::report;

namespace {

std::string without(const std::string& text, const char* pattern, const char* instead = " ") {
    return std::regex_replace(text, std::regex(pattern), instead);
}

/// Every number that a text shows, in order.
std::vector<std::string> numbers(const std::string& text) {
    std::vector<std::string> found;
    const std::regex number("(\xE2\x88\x92)?[0-9]+([.,][0-9]+)*");
    for (std::sregex_iterator at(text.begin(), text.end(), number), end; at != end; ++at)
        found.push_back(at->str());
    return found;
}

/// From the first heading on, without drawings, contents, tags and entities.
std::string visibleText(std::string html) {
    html.erase(0, html.find("<main>"));
    html = without(html, "<nav[\\s\\S]*?</nav>");
    html = without(html, "<th scope=\"col\" class=\"chart\">[\\s\\S]*?</th>");
    html = without(html, "<figure>[\\s\\S]*?</figure>");
    html = without(html, "<svg[\\s\\S]*?</svg>");
    html = without(html, "</?bdi>", "");
    html = without(html, "<[^>]*>");
    html = without(html, "&#39;", "'");
    return html;
}

} // namespace

TEST_CASE("HTML and Markdown show the same numbers in the same order") {
    for (const Language language : {Language::English, Language::Dutch}) {
        const KappaReport report = test::smallReport();
        const auto inHtml = numbers(visibleText(toHtml(report, language)));
        const auto inMarkdown = numbers(toMarkdown(report, language));
        CHECK(inHtml.size() > 300);
        CHECK(inHtml == inMarkdown);
    }
}

TEST_CASE("split by an attribute, every table and every row says which group it is of") {
    for (const Language language : {Language::English, Language::Dutch}) {
        const KappaReport report = test::reportByGroup();
        const Page page = kappaPage(report, language);
        std::set<std::string> captions;
        std::size_t rows = 0;
        for (const Block& block : page.blocks) {
            const Table* table = std::get_if<Table>(&block);
            if (table == nullptr)
                continue;
            INFO(table->caption);
            CHECK(captions.insert(table->caption).second);
            std::set<std::string> names;
            for (const TableRow& row : table->rows) {
                if (row.isGroup)
                    continue;
                CHECK(row.cells.size() == table->columns.size());
                std::string name;
                for (const Cell& cell : row.cells)
                    if (!cell.isFigure && !cell.verdict)
                        name += cell.text + '|';
                INFO(name);
                CHECK(names.insert(name).second);
                ++rows;
            }
        }
        CHECK(rows > 60);
        const std::string code = language == Language::Dutch ? "nl" : "en";
        CHECK(toMarkdown(report, language) ==
              test::goldenText("by-group." + code + ".md", toMarkdown(report, language)));
        CHECK(numbers(visibleText(toHtml(report, language))) == numbers(toMarkdown(report, language)));
    }
}

TEST_CASE("every row of a Markdown table has the cells of its header") {
    KappaReport report = test::smallReport();
    report.rounds.front().lines.front().code = "a | b";
    report.rounds.front().lines.front().variable = "other | variable";
    const std::string markdown = toMarkdown(report, Language::English);
    std::size_t columns = 0;
    std::size_t rows = 0;
    for (std::size_t at = 0; at < markdown.size();) {
        const std::size_t end = markdown.find('\n', at);
        const std::string line = markdown.substr(at, end - at);
        at = end + 1;
        if (!line.starts_with('|')) {
            columns = 0;
            continue;
        }
        std::size_t cells = 0;
        for (std::size_t byte = 0; byte < line.size(); ++byte)
            if (line[byte] == '|' && (byte == 0 || line[byte - 1] != '\\'))
                ++cells;
        if (columns == 0)
            columns = cells;
        INFO(line);
        CHECK(cells == columns);
        ++rows;
    }
    CHECK(rows > 60);
    CHECK(markdown.find("a \\| b") != std::string::npos);
}

TEST_CASE("Markdown has the content of the HTML report") {
    const std::string markdown = toMarkdown(test::smallReport(), Language::English);
    for (const char* part :
         {"# Kappa report: Relationship competence 2026 (synthetic)", "## Data and unit of analysis",
          "### Confusion tables", "## Paragraph for a methods section", "### In Dutch", "## Conventions",
          "## Caveats", "## Reporting checklist", "## References",
          "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "one category only",
          "> Read the results by prompt first.", "not defined"}) {
        INFO(part);
        CHECK(markdown.find(part) != std::string::npos);
    }
    CHECK(markdown.find("<svg") == std::string::npos);
    CHECK(markdown.find("\u2068") == std::string::npos);
}

TEST_CASE("a title that runs right to left is isolated in Markdown") {
    KappaReport report = test::smallReport();
    report.study = "מחקר <b>";
    const std::string markdown = toMarkdown(report, Language::English);
    CHECK(markdown.starts_with("# Kappa report: \u2068מחקר \\<b\\>\u2069\n"));
}

TEST_CASE("the small report as Markdown is as agreed") {
    for (const auto& [language, name] : {std::pair(Language::English, "small-report.en.md"),
                                         std::pair(Language::Dutch, "small-report.nl.md")}) {
        const std::string markdown = toMarkdown(test::smallReport(), language);
        const bool isSame = markdown == test::goldenText(name, markdown);
        INFO(name << ": run the test with RAPPORT_UPDATE_GOLDEN=1 and read the difference");
        CHECK(isSame);
    }
}
