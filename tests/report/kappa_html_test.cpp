// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"
#include "report/escape.h"
#include "report/kappa_report.h"
#include "small_report.h"
#include "support/catch.hpp"

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

using namespace rapport;
using namespace rapport::report;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::size_t countOf(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

/// Tags open and close in order; fails with the tag that does not.
std::string firstFault(const std::string& html) {
    static const std::vector<std::string> empty{"meta", "!DOCTYPE"};
    std::vector<std::string> open;
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        const std::size_t end = html.find('>', at);
        if (end == std::string::npos)
            return "unclosed at the end";
        const std::string tag = html.substr(at + 1, end - at - 1);
        const std::string name = tag.substr(tag.starts_with('/') ? 1 : 0,
                                            tag.find_first_of(" /", 1) - (tag.starts_with('/') ? 1 : 0));
        if (tag.ends_with('/') || std::find(empty.begin(), empty.end(), name) != empty.end())
            continue;
        if (!tag.starts_with('/')) {
            open.push_back(name);
        } else {
            if (open.empty() || open.back() != tag.substr(1))
                return tag;
            open.pop_back();
        }
    }
    return open.empty() ? "" : open.back();
}

} // namespace

TEST_CASE("the report is one whole file without anything from outside") {
    for (const Language language : {Language::English, Language::Dutch}) {
        const std::string html = toHtml(test::smallReport(), language);
        CHECK(firstFault(html).empty());
        CHECK_FALSE(holds(html, "<script"));
        CHECK_FALSE(holds(html, "<link"));
        CHECK_FALSE(holds(html, "<img"));
        CHECK_FALSE(holds(html, "url("));
        CHECK_FALSE(holds(html, "@import"));
        CHECK_FALSE(std::regex_search(html, std::regex("(src|href)=\"[^#]")));
        CHECK(holds(html, "prefers-color-scheme: dark"));
        CHECK(holds(html, "@media print"));
    }
    CHECK(holds(toHtml(test::smallReport(), Language::English), "<html lang=\"en\">"));
    CHECK(holds(toHtml(test::smallReport(), Language::Dutch), "<html lang=\"nl\">"));
}

TEST_CASE("tables have captions and scopes, rows as many cells as columns, links a target") {
    const std::string html = toHtml(test::smallReport(), Language::English);
    CHECK(countOf(html, "<table") == countOf(html, "<caption>"));
    CHECK(countOf(html, "<th ") == countOf(html, "<th scope="));
    CHECK_FALSE(holds(html, "<td></td>"));
    const std::regex link("href=\"#([^\"]+)\"");
    for (std::sregex_iterator at(html.begin(), html.end(), link), end; at != end; ++at)
        CHECK(holds(html, "id=\"" + (*at)[1].str() + "\""));
    const std::regex table("<table[^>]*>([\\s\\S]*?)</table>");
    for (std::sregex_iterator at(html.begin(), html.end(), table), end; at != end; ++at) {
        const std::string body = (*at)[1].str();
        const std::size_t columns = countOf(body, "scope=\"col\"");
        const std::regex row("<tr>([\\s\\S]*?)</tr>");
        for (std::sregex_iterator line(body.begin(), body.end(), row); line != end; ++line)
            CHECK(countOf((*line)[1].str(), "<td") + countOf((*line)[1].str(), "<th") == columns);
    }
}

TEST_CASE("text of people reaches the page as text") {
    struct Row {
        std::string typed;
        std::string shown;
    };
    const Row rows[] = {{"<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"},
                        {"Tom & \"Jerry\"", "Tom &amp; &quot;Jerry&quot;"},
                        {"מחקר על קשר", "מחקר על קשר"},
                        {"👩🏽‍🏫🎓", "👩🏽‍🏫🎓"},
                        {"</style></title><b>", "&lt;/style&gt;&lt;/title&gt;&lt;b&gt;"}};
    for (const Row& row : rows) {
        KappaReport report = test::smallReport();
        report.study = row.typed;
        report.instrument = row.typed;
        report.dataHash = row.typed;
        report.programVersion = row.typed;
        RoundFacts& round = report.rounds.back();
        round.name = row.typed;
        round.plan.origin = SamplingPlan::Origin::Drawn;
        round.plan.strata = {row.typed};
        round.kind = row.typed;
        round.raters = {row.typed, "B", "C"};
        round.completed.front().first = row.typed;
        for (CodeLine& line : round.lines) {
            line.variable = row.typed;
            line.code = row.typed;
            line.tag = row.typed;
            line.colour = row.typed;
            line.prompt = row.typed;
            line.sentence = row.typed;
            line.agreement.data.unitOfAnalysis = row.typed;
            line.agreement.pairs.front().raters = {row.typed, "B"};
            line.agreement.overall.front().addCaveat(row.typed);
        }
        const std::string html = toHtml(report, Language::English);
        INFO(row.typed);
        CHECK(firstFault(html).empty());
        CHECK_FALSE(holds(html, "<script>"));
        CHECK_FALSE(holds(html, "<b>"));
        CHECK(holds(html, row.shown));
        CHECK(countOf(html, "</style>") == 1);
        CHECK(countOf(html, "</title></head>") + countOf(html, "</title>\n<style>") == 1);
    }
}

TEST_CASE("what is not defined is said with its reason") {
    const std::string html = toHtml(test::smallReport(), Language::English);
    CHECK(holds(html, "not defined"));
    CHECK(holds(html, "one category only"));
    CHECK(holds(html, "no value for Cohen&#39;s κ, agreement on presence and Krippendorff&#39;s α, nominal. "
                      "Only one category was used"));
    const std::string dutch = toHtml(test::smallReport(), Language::Dutch);
    CHECK(holds(dutch, "onbepaald"));
    CHECK(holds(dutch, "Er is maar één categorie gebruikt"));
}

TEST_CASE("pooled results come after those by prompt, with their warning") {
    const std::string html = toHtml(test::smallReport(), Language::English);
    const std::size_t prompt = html.find("prompt <bdi>Q3</bdi></caption>");
    const std::size_t warning = html.find("Read the results by prompt first.");
    const std::size_t pooled = html.find("pooled over prompts</caption>");
    REQUIRE(prompt != std::string::npos);
    REQUIRE(warning != std::string::npos);
    REQUIRE(pooled != std::string::npos);
    CHECK(prompt < warning);
    CHECK(warning < pooled);
}

TEST_CASE("a report without rounds, and a round without results, are whole pages that say so") {
    KappaReport report;
    CHECK(firstFault(toHtml(report, Language::English)).empty());
    CHECK(holds(toHtml(report, Language::English), "There is no round with ratings"));
    report.rounds.emplace_back();
    report.rounds.front().name = "empty";
    CHECK(firstFault(toHtml(report, Language::Dutch)).empty());
    CHECK(holds(toHtml(report, Language::Dutch), "er is geen code gemeten"));
    // A line whose document holds nothing at all.
    report.rounds.front().lines.emplace_back();
    report.rounds.front().lines.front().code = "x";
    const std::string html = toHtml(report, Language::English);
    CHECK(firstFault(html).empty());
    CHECK(holds(html, "not measured"));
    CHECK_FALSE(holds(html, "<td></td>"));
}

TEST_CASE("the small report as HTML is as agreed") {
    for (const auto& [language, name] : {std::pair(Language::English, "small-report.en.html"),
                                         std::pair(Language::Dutch, "small-report.nl.html")}) {
        const std::string html = toHtml(test::smallReport(), language);
        const bool isSame = html == test::goldenText(name, html);
        INFO(name << ": run the test with RAPPORT_UPDATE_GOLDEN=1 and read the difference");
        CHECK(isSame);
    }
}
