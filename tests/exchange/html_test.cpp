// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/html.h"
#include "support/catch.hpp"
#include "text/utf8.h"

#include <rapidcheck.h>

using namespace rapport;
using namespace rapport::exchange;

namespace {

Table table(const std::string& page) {
    const auto read = readHtmlTable(page, "answers.csv", {}, {});
    REQUIRE(read);
    return std::get<Table>(*read);
}

} // namespace

TEST_CASE("a page that was saved as a table is read as one", "[html]") {
    const Table read =
        table("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><style>td {color: red} </style>"
              "<script>if (a < b) document.write('<table>')</script></head>\n<body>\n"
              "<table border=1 title=\"a > b\">\n<tr><th>participant<th>Q1</tr>\n"
              "<tr><td>P1</td><td>De juf &amp; ik,<br>na   school &eacute;\n&#8220;thuis&#8221;</td></tr>\n"
              "<TR><TD>P2<TD><p>Een</p><p>twee</p></TR></table></body></html>");
    REQUIRE(read.columns.size() == 2);
    CHECK(read.columns[1].name == "Q1");
    REQUIRE(read.rows.size() == 2);
    CHECK(read.rows[0].cells[1] == "De juf & ik,\nna school \u00E9 \u201Cthuis\u201D");
    CHECK(read.rows[1].cells[1] == "Een\ntwee");
    CHECK(read.rows[0].line == 5);
    CHECK(std::string(read.warnings.at(0)).find("is a web page") == 0);
}

TEST_CASE("of several tables the largest is read, and those in cells are words of the cell's page",
          "[html]") {
    const Table read =
        table("<table><tr><td>menu</td></tr></table>"
              "<table><tr><td>id<td>words</tr><tr><td>P1<td>here<table><tr><td>inner</table></tr>"
              "<tr><td>P2<td>there</table>");
    CHECK(read.rows.size() == 2);
    CHECK(read.rows[0].cells == std::vector<CellText>{"P1", "here"});
    CHECK(std::string(read.warnings.at(1)).find("1 smaller") == 0);
}

TEST_CASE("a page without a table is refused with what to do", "[html]") {
    const auto read = readHtmlTable("<html><body><p>Log in first</p></body></html>", "answers.csv", {}, {});
    REQUIRE_FALSE(read);
    CHECK(std::string(read.error().message) == "is a web page without a table");
    CHECK_FALSE(read.error().hint.empty());
}

TEST_CASE("a file named .csv that holds a page finds the reader of pages", "[html]") {
    for (const char* page : {"<html><table><tr><td>a<td>b<tr><td>1<td>2</table>",
                             "\xEF\xBB\xBF \n<!-- made by x --><TABLE><tr><td>a</TABLE>",
                             "<!DOCTYPE html><html><body><table>"}) {
        CAPTURE(page);
        const auto found = detectFormat(page, "answers.csv");
        REQUIRE(found);
        CHECK((*found)->id == "html-table");
    }
    for (const char* words : {"<tabletop> talk", "a < b", "participant,Q1\nP1,<table>\n"})
        CHECK_FALSE(looksLikeHtml(words));
}

TEST_CASE("a page's text has a line for each block, and each byte its place", "[html]") {
    const HtmlText page =
        htmlText("<h1>Gesprek</h1>\n<p>De juf\nis <b>dichtbij</b> &amp; caf\u00E9.</p>\n<p>Ja.</p>");
    CHECK(page.text == "Gesprek\nDe juf is dichtbij & caf\u00E9.\nJa.");
    // Counted through the text nodes, with the line breaks between blocks: "Gesprek" 7, "\n" 1.
    CHECK(page.text.substr(page.toText(8, false), page.toText(14, true) - page.toText(8, false)) == "De juf");
    CHECK(page.toText(7, false) == page.toText(8, false));
    CHECK(page.toText(8, true) == 7);
    CHECK(page.toText(1000, true) == page.text.size());
    CHECK(page.toText(1000, false) == page.text.size());
}

TEST_CASE("any bytes are tags and words, and places stay in order", "[html]") {
    rc::check([] {
        const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "<", ">", "p", "<p>", "</p>", "<td a=\"", "'", "<tr>", "<table>", "</table>", "&amp;", "&#x41;",
            "&", ";", " ", "\n", "<!--", "-->", "<script>", "</script>", "\u00E9", "word"));
        std::string html;
        for (const std::string& part : parts)
            html += part;
        const HtmlText page = htmlText(html);
        RC_ASSERT(text::isValidUtf8(page.text));
        std::size_t before = 0;
        for (std::size_t byte = 0; byte < html.size() + 2; ++byte) {
            const std::size_t at = page.toText(byte, false);
            RC_ASSERT(at >= before);
            RC_ASSERT(at <= page.text.size());
            RC_ASSERT(page.toText(byte, true) <= at);
            before = at;
        }
        if (const auto read = readHtmlTable(html, "f", {}, {})) {
            for (const Row& row : std::get<Table>(*read).rows)
                RC_ASSERT(row.cells.size() == std::get<Table>(*read).columns.size());
        }
    });
}

TEST_CASE("a page of marks that nothing closes is read in one pass", "[html]") {
    for (const std::string part : {"<a b=\"", "<", "<!-", "</script", "&", "<table><tr><td>"}) {
        CAPTURE(part);
        std::string html;
        while (html.size() < 4'000'000)
            html += part;
        // Quadratic work would take hours here.
        CHECK(htmlText(html).text.size() <= html.size());
        (void)readHtmlTable(html, "f", {}, {});
    }
}
