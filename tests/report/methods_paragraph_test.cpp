// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/kappa_report.h"
#include "small_report.h"
#include "support/catch.hpp"

#include <string>

using namespace rapport;
using namespace rapport::report;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

KappaReport firstRound() {
    KappaReport report = test::smallReport();
    report.rounds.pop_back();
    return report;
}

} // namespace

TEST_CASE("the paragraph says who rated what, with which coefficient and what came out") {
    const std::string text = methodsParagraph(firstRound(), Language::English);
    INFO(text);
    CHECK(holds(text, "Two raters independently coded 154 of 178 answers (86.5%) in round reliability-1"));
    CHECK(holds(text, "160 of 178 units, drawn by participant, seed 11"));
    CHECK(holds(text, "The unit of analysis was the answer."));
    CHECK(holds(text, "The codebook was used in version 3 (frozen before rating began)."));
    CHECK(holds(text, "Cohen's kappa (Cohen, 1960)"));
    CHECK(holds(text, "Intervals (95%) rest on a linearised standard error over clusters"));
    CHECK(holds(text, "60 participants or transcripts"));
    CHECK(holds(text, "All available ratings were used"));
    CHECK(holds(text, "7 results and ranged from"));
    CHECK(holds(text, "It was not defined for 1 result."));
    CHECK(holds(
        text, "The criterion was met by 2, likely met by 2, unsure for 1, missed by 1 and left open for 1"));
    CHECK(holds(text, "computed with Rapport 0.1.0."));
    CHECK_FALSE(holds(text, "\u2068"));
    CHECK_FALSE(holds(text, "  "));
}

TEST_CASE("the paragraph gives no interval where next to nothing varies") {
    KappaReport report = firstRound();
    for (CodeLine& line : report.rounds.front().lines)
        if (line.code.empty())
            line.beside = 2;
    const std::string text = methodsParagraph(report, Language::English);
    INFO(text);
    CHECK(holds(text, "was 0.69 (without an interval: fewer than 20 units hold another value than the "
                      "commonest)."));
    CHECK_FALSE(holds(text, "0.60 to 0.78"));
}

TEST_CASE("the paragraph in Dutch has Dutch numbers") {
    const std::string text = methodsParagraph(firstRound(), Language::Dutch);
    INFO(text);
    CHECK(holds(text, "Twee beoordelaars codeerden in ronde reliability-1"));
    CHECK(holds(text, "154 van 178 antwoorden (86,5%)"));
    CHECK(holds(text, "Voor Level (nominaal) was Cohens kappa (Cohen, 1960) 0,69 (95%-BI 0,60 tot 0,78)."));
    CHECK_FALSE(holds(text, "0." + std::string("6")));
}

TEST_CASE("the paragraph claims no independence that was not there") {
    KappaReport report = test::smallReport();
    report.rounds.erase(report.rounds.begin());
    const std::string text = methodsParagraph(report, Language::English);
    INFO(text);
    CHECK_FALSE(holds(text, "independently"));
    CHECK(holds(text, "they could see each other's work"));
    CHECK(holds(text, "Conger's kappa for several raters (Conger, 1980)"));
    CHECK(holds(text, "include changes that were made after discussion"));
    CHECK(holds(text, "Kappa was defined for 2 codes and ranged from \u22120.08 to 0.81"));
}

TEST_CASE("the paragraph of a report in which nothing is defined") {
    KappaReport report = firstRound();
    auto& lines = report.rounds.front().lines;
    std::erase_if(lines, [](const CodeLine& line) { return line.code != "Structure"; });
    const std::string text = methodsParagraph(report, Language::English);
    INFO(text);
    CHECK(holds(text, "Kappa was not defined for any of 1 result."));
    CHECK(holds(text, "No intervals were computed."));
    lines.clear();
    CHECK(holds(methodsParagraph(report, Language::English), "No codes were measured in reliability-1."));
    report.rounds.clear();
    CHECK(holds(methodsParagraph(report, Language::Dutch), "geen ronde met beoordelingen"));
}
