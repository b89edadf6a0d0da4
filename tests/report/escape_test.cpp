// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/escape.h"
#include "report/words.h"
#include "support/catch.hpp"

#include <rapidcheck.h>

#include <string>

using namespace rapport::report;

TEST_CASE("text of people cannot become markup of HTML") {
    struct Row {
        std::string typed;
        std::string html;
    };
    const Row rows[] = {
        {"<script>alert(1)</script>", "<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>"},
        {"a & b", "<bdi>a &amp; b</bdi>"},
        {"\"quoted\" 'too'", "<bdi>&quot;quoted&quot; &#39;too&#39;</bdi>"},
        {"&lt;", "<bdi>&amp;lt;</bdi>"},
        {"נתינה", "<bdi>נתינה</bdi>"},
        {"👩‍🏫 emoji", "<bdi>👩‍🏫 emoji</bdi>"},
        {"two\nlines\tand", "<bdi>two lines and</bdi>"},
        {"", "<bdi></bdi>"},
    };
    for (const Row& row : rows)
        CHECK(escapeHtml(isolate(row.typed)) == row.html);
}

TEST_CASE("direction controls of people do not leave their isolate") {
    CHECK(escapeHtml(isolate("a\u202Eb\u2069c\u2066d")) == "<bdi>abcd</bdi>");
}

TEST_CASE("bytes that are not UTF-8 and control characters become harmless") {
    CHECK(escapeHtml(isolate("a\xFFz")) == "<bdi>a\uFFFDz</bdi>");
    CHECK(escapeHtml(isolate(std::string("a\0b", 3))) == "<bdi>a b</bdi>");
    CHECK(escapeHtml(isolate("a\u0085b\u2028c")) == "<bdi>a b c</bdi>");
}

TEST_CASE("text of people cannot become markup of Markdown") {
    struct Row {
        std::string typed;
        std::string markdown;
    };
    const Row rows[] = {
        {"a | b", "a \\| b"},
        {"*bold* _it_", "\\*bold\\* \\_it\\_"},
        {"<script>", "\\<script\\>"},
        {"[x](y)", "\\[x\\](y)"},
        {"![p](q)", "\\!\\[p\\](q)"},
        {"`c` \\ &amp;", "\\`c\\` \\\\ \\&amp;"},
        {"# no heading", "\\# no heading"},
        {"line\nbreak", "line break"},
        {"plain 0.83", "plain 0.83"},
    };
    for (const Row& row : rows)
        CHECK(escapeMarkdown(isolate(row.typed)) == row.markdown);
}

TEST_CASE("Markdown isolates only what runs right to left") {
    CHECK(escapeMarkdown("x " + isolate("abc") + " y") == "x abc y");
    CHECK(escapeMarkdown("x " + isolate("שלום") + " y") == "x \u2068שלום\u2069 y");
    CHECK(plainText(isolate("مرحبا") + isolate("b")) == "\u2068مرحبا\u2069b");
}

TEST_CASE("no text gives an angle bracket or a bare ampersand in HTML") {
    CHECK(rc::check("escaped", [](const std::string& typed) {
        std::string html = escapeHtml(isolate(typed));
        RC_ASSERT(html.starts_with("<bdi>"));
        RC_ASSERT(html.ends_with("</bdi>"));
        html = html.substr(5, html.size() - 11);
        RC_ASSERT(html.find_first_of("<>\"'") == std::string::npos);
        for (std::size_t at = html.find('&'); at != std::string::npos; at = html.find('&', at + 1)) {
            const std::string rest = html.substr(at, 6);
            RC_ASSERT(rest.starts_with("&lt;") || rest.starts_with("&gt;") || rest.starts_with("&amp;") ||
                      rest.starts_with("&quot;") || rest.starts_with("&#39;"));
        }
    }));
}

TEST_CASE("no text ends a cell of a Markdown table") {
    CHECK(rc::check("escaped", [](const std::string& typed) {
        const std::string markdown = escapeMarkdown(isolate(typed));
        RC_ASSERT(markdown.find('\n') == std::string::npos);
        bool isEscaped = false;
        for (const char byte : markdown) {
            if (byte == '|')
                RC_ASSERT(isEscaped);
            isEscaped = byte == '\\' && !isEscaped;
        }
    }));
}

TEST_CASE("a drawing stays XML whatever its words hold") {
    CHECK(escapeXml(std::string("a\x01\x1B z", 5)) == "a z");
    CHECK(escapeXml("\xEF\xBF\xBF!") == "!");
}
