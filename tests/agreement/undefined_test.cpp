// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs get wrong, each by name, and what has no value.
#include "agreement/fixtures.h"
#include "agreement/json.h"
#include "agreement/two_raters.h"
#include "support/catch.hpp"

#include <cmath>

using namespace rapport;
using namespace rapport::agreement;
using namespace rapport::agreement::test;

namespace {

void undefinedFor(const Estimate& estimate, Reason reason) {
    INFO(estimate.id);
    CHECK_FALSE(estimate.value);
    REQUIRE(estimate.undefined);
    CHECK(estimate.undefined->reason == reason);
    CHECK_FALSE(estimate.undefined->message.empty());
    CHECK_FALSE(estimate.ci);
}

bool hasNumberOutOfReach(const base::Json& json) {
    if (json.is_number_float())
        return !std::isfinite(json.get<double>());
    if (json.is_structured())
        for (const auto& child : json)
            if (hasNumberOutOfReach(child))
                return true;
    return false;
}

} // namespace

TEST_CASE("only one category: kappa, pi and alpha are undefined, percent agreement stands") {
    const AgreementDocument document = measured(dataFromRows({"1 1", "1 1", "1 1", "1 1"}));
    for (const char* id :
         {"fleiss_kappa", "conger_kappa", "brennan_prediger", "gwet_ac", "krippendorff_alpha"})
        undefinedFor(overall(document, id), Reason::NoVariation);
    for (const char* id : {"cohen_kappa", "kappa_max", "scott_pi"})
        undefinedFor(ofPair(document, 0, id), Reason::NoVariation);
    const Estimate& percent = overall(document, "percent_agreement");
    CHECK(*percent.value == 1);
    CHECK(*percent.se == 0);
    // Its interval does not rest on that error.
    CHECK_FALSE(percent.hasCaveat("degenerate_se"));
    CHECK(percent.ci->method == "wilson");
    CHECK(percent.ci->low < 0.6);
}

TEST_CASE("one category used, two declared: Brennan-Prediger and AC1 are 1, kappa stays undefined") {
    const AgreementDocument document =
        measured(dataFromRows({"1 1", "1 1", "1 1"}, Scale::Nominal, {"1", "2"}));
    CHECK(*overall(document, "brennan_prediger").value == 1);
    CHECK(*overall(document, "gwet_ac").value == 1);
    undefinedFor(overall(document, "krippendorff_alpha"), Reason::NoVariation);
    undefinedFor(ofPair(document, 0, "cohen_kappa"), Reason::NoVariation);
    CHECK(document.data.categoriesDeclared);
    CHECK(document.pairs[0].table == std::vector<std::vector<std::int64_t>>{{3, 0}, {0, 0}});
    undefinedFor(ofCategory(document, "2", "specific_agreement"), Reason::NoVariation);
}

TEST_CASE("one rater constant: kappa is 0 and has no interval") {
    const AgreementDocument document = measured(dataFromRows({"1 1", "1 2", "1 1", "1 2", "1 3"}));
    const Estimate& kappa = ofPair(document, 0, "cohen_kappa");
    CHECK(*kappa.value == 0);
    CHECK(*kappa.se == 0);
    CHECK_FALSE(kappa.ci);
    CHECK(kappa.hasCaveat("degenerate_se"));
}

TEST_CASE("full agreement is no certainty, whatever one rater alone rated besides") {
    std::vector<std::string> rows;
    for (int unit = 0; unit < 39; ++unit)
        rows.emplace_back(unit % 2 == 0 ? "1 1 1" : "2 2 2");
    for (const bool isLoneUnitAdded : {false, true}) {
        if (isLoneUnitAdded)
            rows.emplace_back("1 . .");
        const AgreementDocument document = measured(dataFromRows(rows));
        for (const char* id : {"percent_agreement", "fleiss_kappa", "conger_kappa", "brennan_prediger",
                               "gwet_ac", "krippendorff_alpha"}) {
            INFO(id << isLoneUnitAdded);
            CHECK(*overall(document, id).value == 1);
            CHECK(*overall(document, id).se == 0);
            CHECK_FALSE(overall(document, id).ci);
            CHECK(overall(document, id).hasCaveat("degenerate_se"));
        }
        CHECK_FALSE(ofCategory(document, "1", "fleiss_kappa").ci);
    }
    // A rater who is constant wherever the other judged too.
    const AgreementDocument document = measured(dataFromRows({"1 1", "1 2", "1 1", "1 2", "2 .", ". 2"}));
    CHECK_FALSE(overall(document, "conger_kappa").ci);
    CHECK(overall(document, "conger_kappa").hasCaveat("degenerate_se"));
}

TEST_CASE("three raters, one unit that two of them give a code: its interval is not to be relied on") {
    std::vector<std::string> rows(30, "0 0 0");
    rows.emplace_back("1 0 1");
    const AgreementDocument document = measured(dataFromRows(rows));
    for (const char* id : {"conger_kappa", "fleiss_kappa", "krippendorff_alpha"})
        CHECK(overall(document, id).hasCaveat("single_unit"));
    CHECK_FALSE(overall(document, "percent_agreement").hasCaveat("single_unit"));
    CHECK(ofCategory(document, "1", "fleiss_kappa").hasCaveat("single_unit"));
}

TEST_CASE("99 agree and one is odd: kappa 0 without a variance below 0, prevalence flagged") {
    const AgreementDocument document = measured(dataFromTable({{99, 1}, {0, 0}}));
    const Estimate& kappa = ofPair(document, 0, "cohen_kappa");
    CHECK(*kappa.value == 0);
    CHECK(*kappa.se == 0);
    CHECK_FALSE(kappa.ci);
    CHECK(kappa.hasCaveat("prevalence"));
    CHECK(kappa.hasCaveat("single_unit"));
    CHECK(overall(document, "krippendorff_alpha").hasCaveat("single_unit"));
    const AgreementDocument two = measured(dataFromTable({{98, 1}, {1, 0}}));
    CHECK_FALSE(ofPair(two, 0, "cohen_kappa").hasCaveat("single_unit"));
    CHECK_FALSE(overall(two, "krippendorff_alpha").hasCaveat("single_unit"));
    CHECK(*overall(document, "gwet_ac").value == Approx(0.990).margin(0.001));
    CHECK(std::abs(*overall(document, "krippendorff_alpha").value) < 1e-12);
}

TEST_CASE("perfect agreement: no interval [1, 1], Wilson for percent agreement") {
    const AgreementDocument document = measured(dataFromTable({{10, 0}, {0, 12}}));
    for (const char* id : {"fleiss_kappa", "conger_kappa", "krippendorff_alpha"}) {
        CHECK(*overall(document, id).value == Approx(1));
        CHECK_FALSE(overall(document, id).ci);
        CHECK(overall(document, id).hasCaveat("degenerate_se"));
    }
    CHECK(overall(document, "percent_agreement").ci->low > 0.8);
}

TEST_CASE("a single unit has a value and no spread") {
    const AgreementDocument document = measured(dataFromRows({"1 2"}));
    CHECK(*overall(document, "percent_agreement").value == 0);
    CHECK(*overall(document, "krippendorff_alpha").value == Approx(0).margin(1e-12));
    CHECK(*ofPair(document, 0, "cohen_kappa").value == 0);
    for (const char* id : {"percent_agreement", "fleiss_kappa", "krippendorff_alpha"}) {
        CHECK_FALSE(overall(document, id).se);
        CHECK_FALSE(overall(document, id).ci);
    }
}

TEST_CASE("no pairable unit, one rater, no unit") {
    const AgreementDocument apart = measured(dataFromRows({"1 .", ". 2", "2 ."}));
    for (const Estimate& estimate : apart.overall)
        undefinedFor(estimate, Reason::NoPairableUnits);
    for (const Estimate& estimate : apart.pairs[0].estimates)
        undefinedFor(estimate, Reason::NoPairableUnits);
    const AgreementDocument alone = measured(dataFromRows({"1", "2"}));
    for (const Estimate& estimate : alone.overall)
        undefinedFor(estimate, Reason::OneRater);
    CHECK(alone.pairs.empty());
    ReliabilityBuilder empty({"A", "B"});
    for (const Estimate& estimate : measured(*empty.build()).overall)
        undefinedFor(estimate, Reason::NoPairableUnits);
}

TEST_CASE("two units and two raters are ratings, not a 2 x 2 table, as psych takes them") {
    const AgreementDocument document = measured(dataFromRows({"1 1", "2 2"}));
    CHECK(*ofPair(document, 0, "cohen_kappa").value == 1);
    CHECK(document.pairs[0].units == 2);
}

TEST_CASE("a unit that nobody rated changes nothing") {
    const AgreementDocument with = measured(dataFromRows({"1 1 2", "2 2 2", ". . .", "1 2 1", ". . ."}));
    const AgreementDocument without = measured(dataFromRows({"1 1 2", "2 2 2", "1 2 1"}));
    REQUIRE(with.overall.size() == without.overall.size());
    for (std::size_t index = 0; index < with.overall.size(); ++index) {
        INFO(with.overall[index].id);
        CHECK(with.overall[index].value == without.overall[index].value);
        CHECK(with.overall[index].se == without.overall[index].se);
    }
}

TEST_CASE("alpha divides by the raters of a unit minus one, also when nothing is missing") {
    for (const base::Json& line : fixtureLines("published.jsonl"))
        if (line.at("name") == "trap_irr_kripp_alpha")
            CHECK(*overall(measured(dataFromRatings(line.at("ratings"))), "krippendorff_alpha").value ==
                  Approx(0.072).margin(0.0006));
}

TEST_CASE("categories that are numbers are ordered as numbers, which irr sorts as text: 2 before 10") {
    const ReliabilityData data = dataFromRows({"2 10", "10 9", "9 9", "2 2"}, Scale::Ordinal);
    CHECK(data.categories() == std::vector<std::string>{"2", "9", "10"});
    MeasureOptions options;
    options.weights = {{WeightKind::Quadratic, {}}};
    const AgreementDocument document = measured(data, options);
    const auto weightOf = [&](std::size_t k, std::size_t l) {
        return WeightMatrix::make({WeightKind::Quadratic, {}}, data)->at(k, l);
    };
    CHECK(weightOf(1, 2) == Approx(1 - 1.0 / 64));
    CHECK(weightOf(0, 2) == 0);
    CHECK(ofPair(document, 0, "cohen_kappa").weightBy == "value");
    options.weightBy = WeightBy::Rank;
    CHECK(ofPair(measured(data, options), 0, "cohen_kappa").weightBy == "rank");
}

TEST_CASE("labels are text: ja and nee, and 10 is no number where others are not") {
    const ReliabilityData words = dataFromRows({"ja nee", "nee nee", "ja ja"});
    CHECK(words.categories() == std::vector<std::string>{"ja", "nee"});
    CHECK(words.categoryValues().empty());
    const ReliabilityData mixed = dataFromRows({"10 9", "9 x", "10 10"});
    CHECK(mixed.categories() == std::vector<std::string>{"10", "9", "x"});
    MeasureOptions options;
    options.weights = {{WeightKind::Linear, {}}};
    options.weightBy = WeightBy::Value;
    const auto refused = measure(mixed, options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::Errc::InvalidArgument);
    // Presence: "ja" is the positive one although it comes first.
    CHECK(*ofPair(measured(words), 0, "positive_agreement").value == Approx(2.0 / 3));
}

TEST_CASE("an unused category widens ranks and Brennan-Prediger's chance, not kappa") {
    const std::vector<std::string> rows{"1 1", "3 3", "1 3", "3 3"};
    const AgreementDocument used = measured(dataFromRows(rows, Scale::Ordinal));
    const AgreementDocument declared = measured(dataFromRows(rows, Scale::Ordinal, {"1", "2", "3"}));
    CHECK(*ofPair(used, 0, "cohen_kappa", "identity").value ==
          *ofPair(declared, 0, "cohen_kappa", "identity").value);
    CHECK(*overall(used, "brennan_prediger", "identity").expected == Approx(0.5));
    CHECK(*overall(declared, "brennan_prediger", "identity").expected == Approx(1.0 / 3));
    CHECK(*overall(used, "krippendorff_alpha", "ordinal").value ==
          Approx(*overall(declared, "krippendorff_alpha", "ordinal").value));
}

TEST_CASE("no interval comes from the standard error of the test, as epiR and JASP draw it") {
    const AgreementDocument document = measured(dataFromTable({{19, 10}, {6, 256}}));
    const Estimate& kappa = ofPair(document, 0, "cohen_kappa");
    CHECK(*kappa.seH0 == Approx(0.0584255269775999));
    CHECK(kappa.ci->high - kappa.ci->low == Approx(2 * 1.959963984540054 * *kappa.se));
    CHECK(*kappa.se > 1.2 * *kappa.seH0);
    CHECK(*ofPair(document, 0, "pabak").value == Approx(0.890034364261168));
    CHECK(*ofPair(document, 0, "prevalence_index").value == Approx(-0.814432989690722));
}

TEST_CASE("PABAK beyond two categories is Brennan-Prediger, and is called so; epiR prints 2 po - 1") {
    const AgreementDocument document = measured(dataFromTable({{5, 1, 0}, {1, 5, 1}, {0, 1, 5}}));
    CHECK(findEstimate(document.pairs[0].estimates, "pabak") == nullptr);
    const double agreeing = 15.0 / 19;
    CHECK(*ofPair(document, 0, "brennan_prediger").value == Approx((3 * agreeing - 1) / 2));
}

TEST_CASE("an interval is cut to what a coefficient can be, and says so") {
    const AgreementDocument document = measured(dataFromRows({"1 1", "1 1", "2 2", "2 1"}));
    bool cut = false;
    for (const Estimate& estimate : document.overall)
        if (estimate.ci) {
            CHECK(estimate.ci->low >= -1);
            CHECK(estimate.ci->high <= 1);
            cut = cut || estimate.hasCaveat("cut");
        }
    CHECK(cut);
}

// CHECKS: Stuart 1955; Maxwell 1970
// CHECKS: Bhapkar 1966; from Stuart-Maxwell by Keefe 1982
// CHECKS: McNemar 1947
TEST_CASE("tests of equal margins: unaided vision of 7477 women") {
    for (const base::Json& line : fixtureLines("published.jsonl")) {
        if (line.at("name") != "irr_vision")
            continue;
        const AgreementDocument document = measured(dataFromJsonTable(line.at("table")));
        CHECK(*ofPair(document, 0, "stuart_maxwell").value == Approx(11.9565696229826));
        CHECK(*ofPair(document, 0, "bhapkar").value == Approx(11.9757201555257));
        CHECK(*ofPair(document, 0, "bhapkar").df == 3);
    }
    // Without confusions in one category its row drops out; with 2 x 2 Stuart-Maxwell is McNemar.
    const AgreementDocument two = measured(dataFromTable({{10, 7}, {2, 20}}));
    CHECK(*ofPair(two, 0, "stuart_maxwell").value == Approx(*ofPair(two, 0, "mcnemar").value));
    CHECK(*ofPair(two, 0, "mcnemar").value == Approx(25.0 / 9));
    const AgreementDocument three = measured(dataFromTable({{10, 7, 0}, {2, 20, 0}, {0, 0, 5}}));
    CHECK(*ofPair(three, 0, "stuart_maxwell").value == Approx(25.0 / 9));
    CHECK(*ofPair(three, 0, "stuart_maxwell").df == 1);
    undefinedFor(ofPair(measured(dataFromTable({{10, 0}, {0, 20}})), 0, "stuart_maxwell"),
                 Reason::NoVariation);
}

TEST_CASE("no document holds a number that is not finite") {
    const std::vector<std::vector<std::string>> tables{{"1 1"},
                                                       {"1 2", "2 1"},
                                                       {"1 .", ". 1"},
                                                       {"1 1 1", "1 1 1"},
                                                       {"1 2 3", "3 1 2", "2 3 1"},
                                                       {"0 0", "0 0"},
                                                       {"0 5", "5 0", ". ."},
                                                       {"1 1", "1 1", "2 2"}};
    for (const auto& rows : tables)
        for (const Scale scale : {Scale::Nominal, Scale::Ordinal, Scale::Interval, Scale::Ratio})
            for (const IntervalKind ci : {IntervalKind::Analytic, IntervalKind::Bootstrap,
                                          IntervalKind::Jackknife, IntervalKind::None}) {
                MeasureOptions options;
                options.ci = ci;
                options.replicates = 20;
                options.diagnostics = true;
                options.gold = "1";
                const auto document = measure(dataFromRows(rows, scale), options);
                REQUIRE(document);
                CHECK_FALSE(hasNumberOutOfReach(toJson(*document)));
            }
}
