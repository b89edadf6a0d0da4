// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way from ratings to the page: what was measured is what is shown.
#include "agreement/measure.h"
#include "agreement/reading.h"
#include "report/kappa_report.h"
#include "report/words.h"
#include "support/catch.hpp"

#include <array>
#include <string>
#include <vector>

using namespace rapport;
using namespace rapport::report;
using agreement::Verdict;

namespace {

/// `counts`[first rater][second rater], units spread over `clusters` clusters.
agreement::ReliabilityData table(const std::vector<std::vector<int>>& counts,
                                 std::vector<std::string> categories, agreement::Scale scale, int clusters) {
    agreement::ReliabilityBuilder builder({"A", "B"}, scale);
    builder.declareCategories(categories);
    builder.setUnitOfAnalysis("answer");
    int unit = 0;
    for (std::size_t first = 0; first < counts.size(); ++first)
        for (std::size_t second = 0; second < counts.size(); ++second)
            for (int copy = 0; copy < counts[first][second]; ++copy, ++unit) {
                const std::string cluster = std::to_string(unit * 7 % clusters);
                const std::vector<std::optional<std::string>> ratings{categories[first], categories[second]};
                builder.addUnit(ratings, cluster);
            }
    return builder.build().value();
}

KappaReport reportOf(std::vector<CodeLine> lines) {
    KappaReport report;
    report.study = "Measured";
    report.answers = 120;
    report.programVersion = "0.1.0";
    report.rounds.emplace_back();
    report.rounds.front().name = "one";
    report.rounds.front().kind = "reliability";
    report.rounds.front().raters = {"A", "B"};
    report.rounds.front().assignedUnits = 120;
    report.rounds.front().doubleCoded = 120;
    report.rounds.front().lines = std::move(lines);
    return report;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("the page shows the measured kappa, its interval and its verdict") {
    const auto data = table({{66, 3}, {4, 47}}, {"0", "1"}, agreement::Scale::Nominal, 40);
    CodeLine line;
    line.variable = "constructs";
    line.scale = "presence";
    line.code = "Closeness";
    line.holding = agreement::unitsHolding(data);
    line.agreement = agreement::measure(data, {}).value();
    const agreement::Estimate* kappa = agreement::leadingEstimate(line.agreement);
    REQUIRE(kappa != nullptr);
    CHECK(kappa->id == "cohen_kappa");
    // po = 113/120, pe = (69*70 + 51*50)/120^2 by hand.
    CHECK(*kappa->value == Approx((113.0 / 120 - 7380.0 / 14400) / (1 - 7380.0 / 14400)));
    REQUIRE(kappa->ci);
    CHECK(kappa->ci->method == "cluster_linearised");
    CHECK(line.holding == 54);
    CHECK(agreement::unitsHolding(line.agreement) == 54);
    CHECK(agreement::verdict(kappa, line.holding, 0.7) == Verdict::Meets);

    const Words words(Language::English);
    const std::string markdown = toMarkdown(reportOf({line}), Language::English);
    INFO(markdown);
    CHECK(holds(markdown, "| Closeness | " + words.kappa(*kappa->value)));
    CHECK(holds(markdown, "| " + words.interval(kappa->ci->low, kappa->ci->high) + " | meets |"));
    CHECK(holds(markdown, "95% | 40 |"));
    const std::string codes =
        markdown.substr(markdown.find("**Agreement per code"),
                        markdown.find("#### Behind") - markdown.find("**Agreement per code"));
    CHECK_FALSE(holds(codes, "not measured"));
}

TEST_CASE("measured ordinal and undefined documents are read as they should be") {
    CodeLine depth;
    depth.variable = "Depth";
    depth.scale = "ordinal";
    depth.agreement =
        agreement::measure(
            table({{30, 5, 1}, {4, 41, 3}, {0, 6, 30}}, {"1", "2", "3"}, agreement::Scale::Ordinal, 120), {})
            .value();
    CodeLine never;
    never.variable = "constructs";
    never.scale = "presence";
    never.code = "Structure";
    never.agreement =
        agreement::measure(table({{120, 0}, {0, 0}}, {"0", "1"}, agreement::Scale::Nominal, 120), {}).value();
    const agreement::Estimate* kappa = agreement::leadingEstimate(depth.agreement);
    REQUIRE(kappa != nullptr);
    CHECK(kappa->weights == "linear");
    CHECK(agreement::verdict(agreement::leadingEstimate(never.agreement), 0, 0.7) == Verdict::NotDefined);
    const std::string markdown = toMarkdown(reportOf({never, depth}), Language::English);
    INFO(markdown);
    for (const char* weights :
         {"Cohen's κ, linear weights", "Cohen's κ, quadratic weights", "Cohen's κ, ordinal weights"})
        CHECK(holds(markdown, weights));
    CHECK(holds(markdown, "| Structure | not defined"));
    CHECK(holds(markdown, "one category only"));
}
