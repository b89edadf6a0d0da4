// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/kappa_selection.h"
#include "small_report.h"
#include "support/catch.hpp"

#include <algorithm>

using namespace rapport;
using namespace rapport::report;
using agreement::Verdict;

TEST_CASE("results by prompt come first and the pooled last, whatever their order in the report") {
    KappaReport report = test::smallReport();
    std::reverse(report.rounds.front().lines.begin(), report.rounds.front().lines.end());
    const auto groups = byPrompt(report.rounds.front(), 0.7, isCodeLine);
    REQUIRE(groups.size() == 3);
    CHECK(groups[0].prompt == "Q3");
    CHECK(groups[1].prompt == "Q1");
    CHECK(groups[2].isPooled);
    CHECK(groups[1].lines.size() == 6);
}

TEST_CASE("counts leave out pooled results that also exist by prompt") {
    KappaReport report = test::smallReport();
    CHECK(mostDetailed(report.rounds.front(), 0.7, isCodeLine).size() == 8);
    auto& lines = report.rounds.front().lines;
    std::erase_if(lines, [](const CodeLine& line) { return !line.isPooled; });
    CHECK(mostDetailed(report.rounds.front(), 0.7, isCodeLine).size() == 2);
}

TEST_CASE("results of groups are kept apart, each group by prompt and then pooled") {
    const KappaReport report = test::reportByGroup();
    const auto groups = byPrompt(report.rounds.front(), 0.7, isCodeLine);
    REQUIRE(groups.size() == 6);
    const char* names[] = {"", "", "Noord", "Noord", "Zuid", "Zuid"};
    for (std::size_t index = 0; index < groups.size(); ++index) {
        INFO(index);
        CHECK(groups[index].group == names[index]);
        CHECK(groups[index].isPooled == (index % 2 == 1));
        CHECK(groups[index].lines.size() == (index % 2 == 1 ? 2 : 1));
    }
    // A group's pooled result does not stand for another group's prompt.
    CHECK(mostDetailed(report.rounds.front(), 0.7, isCodeLine).size() == 9);
    CHECK(codeByCode(report.rounds.front(), 0.7).size() == 12);
}

TEST_CASE("verdicts follow the interval, the target and the units that hold the code") {
    const KappaReport report = test::smallReport();
    const auto lines = mostDetailed(report.rounds.front(), 0.7, isCodeLine);
    const std::vector<Verdict> expected{Verdict::Meets, Verdict::Likely, Verdict::Unsure,
                                        Verdict::Below, Verdict::TooFew, Verdict::NotDefined,
                                        Verdict::Meets, Verdict::Likely};
    REQUIRE(lines.size() == expected.size());
    for (std::size_t index = 0; index < lines.size(); ++index) {
        INFO(lines[index].line->code << " " << lines[index].line->prompt);
        CHECK(lines[index].verdict == expected[index]);
    }
}

TEST_CASE("prevalence and holding come from the tables of pairs") {
    const auto document = test::binaryDocument({{{80, 4}, {6, 10}}}, 0.1);
    CodeLine line;
    line.code = "x";
    line.agreement = document;
    const LineFigures figures = figuresOf(line, 0.7);
    REQUIRE(figures.prevalence);
    CHECK(*figures.prevalence == Approx(30.0 / 200));
    CHECK(figures.holding == 20);
    CHECK_FALSE(figures.holdingIsLowerLimit);
    line.holding = 25;
    CHECK(figuresOf(line, 0.7).holding == 25);
}

TEST_CASE("pairs are summed over codes and undefined ones counted apart") {
    const KappaReport report = test::smallReport();
    const auto lines = mostDetailed(report.rounds.back(), 0.7, isCodeLine);
    const auto pairs = pairSummaries(lines);
    REQUIRE(pairs.size() == 3);
    CHECK(pairs[0].first == "A");
    CHECK(pairs[2].second == "C");
    CHECK(*pairs[0].mean() == Approx((0.85 - 0.12) / 2));
    CHECK(pairs[2].kappas.size() == 1);
    CHECK(pairs[2].lines == 2);
    CHECK_FALSE(PairSummary{}.mean());
}
