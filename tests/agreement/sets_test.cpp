// SPDX-License-Identifier: GPL-3.0-or-later
// Set-valued ratings, panels of codes, comparison of rounds, rater against gold.
#include "agreement/compare.h"
#include "agreement/fixtures.h"
#include "agreement/json.h"
#include "agreement/panel.h"
#include "agreement/set_distance.h"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>

using namespace rapport;
using namespace rapport::agreement;
using namespace rapport::agreement::test;

namespace {

SetData setsOf(const base::Json& line) {
    std::vector<std::string> codes = line.at("labels").get<std::vector<std::string>>();
    std::vector<std::string> raters;
    for (std::size_t rater = 1; rater <= line.at("data")[0].size(); ++rater)
        raters.push_back(std::to_string(rater));
    SetBuilder builder(raters, codes);
    for (const base::Json& row : line.at("data")) {
        std::vector<std::optional<std::vector<std::uint16_t>>> unit;
        for (const base::Json& cell : row) {
            if (cell.is_null()) {
                unit.emplace_back();
                continue;
            }
            std::vector<std::uint16_t>& set = unit.emplace_back(std::vector<std::uint16_t>()).value();
            for (const char letter : cell.get<std::string>())
                set.push_back(static_cast<std::uint16_t>(
                    std::find(codes.begin(), codes.end(), std::string(1, letter)) - codes.begin()));
        }
        builder.addUnit(unit);
    }
    auto data = builder.build();
    REQUIRE(data);
    return *data;
}

void same(const std::string& what, const Estimate& estimate, const base::Json& exact) {
    INFO(what << " " << exact.dump());
    if (exact.is_null()) {
        CHECK_FALSE(estimate.value);
    } else {
        REQUIRE(estimate.value);
        CHECK(*estimate.value == Approx(exact.get<double>()).margin(2e-10).epsilon(2e-10));
    }
}

} // namespace

// CHECKS: Jaccard 1912; Passonneau 2006, MASI; Dice 1945
// CHECKS: De Vries et al. 2008
// CHECKS: Holsti 1969
TEST_CASE("sets of codes: distances, each code alone, pooled") {
    for (const base::Json& line : fixtureLines("sets.jsonl")) {
        DYNAMIC_SECTION(line.at("id").get<std::string>()) {
            const SetData data = setsOf(line);
            const auto document = measureSets(data, {});
            REQUIRE(document);
            CHECK(document->data.scale == "set");
            for (const char* distance : {"jaccard", "masi", "dice"})
                same(distance, overall(*document, "krippendorff_alpha", distance),
                     line.at("alpha").at(distance));
            for (const auto& [label, exact] : line.at("per_label").items()) {
                same("alpha " + label, ofCategory(*document, label, "krippendorff_alpha"), exact.at("alpha"));
                if (exact.contains("kappa") && data.raters().size() == 2)
                    same("kappa " + label, ofCategory(*document, label, "cohen_kappa"), exact.at("kappa"));
            }
            if (data.raters().size() != 2)
                continue;
            same("pooled", overall(*document, "pooled_kappa"), line.at("pooled_kappa"));
            same("mean", overall(*document, "mean_kappa"), line.at("mean_kappa"));
            if (!line.at("holsti").is_null())
                same("holsti", overall(*document, "holsti"), line.at("holsti"));
            if (!line.at("exact_match").is_null())
                same("exact match", overall(*document, "percent_agreement"), line.at("exact_match"));
        }
    }
}

TEST_CASE("distances between sets: equal, subset, overlap, disjoint, empty") {
    const std::vector<std::uint16_t> none;
    const std::vector<std::uint16_t> a{0};
    const std::vector<std::uint16_t> ab{0, 1};
    const std::vector<std::uint16_t> bc{1, 2};
    const std::vector<std::uint16_t> d{3};
    CHECK(setDistance(SetDistance::Masi, ab, ab) == 0);
    CHECK(setDistance(SetDistance::Masi, a, ab) == Approx(1 - 0.5 * 2 / 3));
    CHECK(setDistance(SetDistance::Masi, ab, bc) == Approx(1 - 1.0 / 3 / 3));
    CHECK(setDistance(SetDistance::Masi, a, d) == 1);
    for (const SetDistance each : {SetDistance::Jaccard, SetDistance::Masi, SetDistance::Dice}) {
        CHECK(setDistance(each, none, none) == 0);
        CHECK(setDistance(each, none, a) == 1);
    }
}

TEST_CASE("sets: every interval kind, any number of threads, listwise") {
    for (const base::Json& line : fixtureLines("sets.jsonl")) {
        const SetData data = setsOf(line);
        for (const IntervalKind ci : {IntervalKind::Bootstrap, IntervalKind::Jackknife}) {
            MeasureOptions options;
            options.ci = ci;
            options.replicates = 40;
            options.threads = 1;
            options.diagnostics = true;
            options.missingRule = MissingRule::Listwise;
            const auto one = measureSets(data, options);
            options.threads = 3;
            const auto three = measureSets(data, options);
            REQUIRE(one);
            REQUIRE(three);
            CHECK(base::dumpJson(toJson(*one)) == base::dumpJson(toJson(*three)));
        }
    }
}

TEST_CASE("a set with a code that is not there is refused") {
    SetBuilder builder({"A", "B"}, {"x"});
    const std::optional<std::vector<std::uint16_t>> unit[] = {std::vector<std::uint16_t>{1}, std::nullopt};
    builder.addUnit(unit);
    CHECK_FALSE(builder.build());
}

TEST_CASE("linearised errors of pooled and mean kappa agree with the bootstrap") {
    for (const base::Json& line : fixtureLines("sets.jsonl")) {
        if (line.at("id") != "m11" && line.at("id") != "m09")
            continue;
        const SetData data = setsOf(line);
        MeasureOptions options;
        options.byCategory = false;
        const auto analytic = measureSets(data, options);
        options.ci = IntervalKind::Jackknife;
        const auto jackknife = measureSets(data, options);
        REQUIRE(analytic);
        REQUIRE(jackknife);
        for (const char* id : {"pooled_kappa", "holsti"}) {
            INFO(id);
            const Estimate& one = overall(*analytic, id);
            CHECK(*one.se == Approx(*overall(*jackknife, id).se).epsilon(0.12));
        }
    }
}

TEST_CASE("a panel says in one sentence what is the matter with a code") {
    const auto panelOf = [](const std::vector<std::vector<int>>& table) {
        auto panel = codePanel("warmth", dataFromTable(table, Scale::Nominal, {"0", "1"}), {});
        REQUIRE(panel);
        return *panel;
    };
    const auto has = [](const CodePanel& panel, PanelReasonKind kind) {
        return std::any_of(panel.reasons.begin(), panel.reasons.end(),
                           [kind](const PanelReason& reason) { return reason.kind == kind; });
    };
    const CodePanel never = panelOf({{20, 0}, {0, 0}});
    CHECK(has(never, PanelReasonKind::NeverUsed));
    CHECK(panelSentence(never, Language::English).rfind("Nobody gave this code in 20 units", 0) == 0);
    CHECK(panelSentence(never, Language::Dutch).rfind("Niemand gaf deze code in 20 eenheden", 0) == 0);
    CHECK(has(panelOf({{0, 0}, {0, 20}}), PanelReasonKind::AlwaysUsed));
    const CodePanel rare = panelOf({{90, 5}, {5, 1}});
    CHECK(has(rare, PanelReasonKind::Prevalence));
    CHECK(rare.hits == 11);
    CHECK(rare.hitsByRater == std::vector<std::int64_t>{6, 6});
    CHECK(has(panelOf({{90, 5}, {2, 1}}), PanelReasonKind::FewHits));
    // No verdict where the table gives none.
    for (const auto& [table, kind] :
         {std::pair{std::vector<std::vector<int>>{{30, 1}, {0, 0}}, PanelReasonKind::FewHits},
          std::pair{std::vector<std::vector<int>>{{60, 15}, {0, 4}}, PanelReasonKind::FewHits},
          std::pair{std::vector<std::vector<int>>{{0, 1}, {1, 60}}, PanelReasonKind::FewLacks}}) {
        const CodePanel few = panelOf(table);
        CHECK(has(few, kind));
        for (const PanelReasonKind verdict :
             {PanelReasonKind::Good, PanelReasonKind::Uncertain, PanelReasonKind::Low})
            CHECK_FALSE(has(few, verdict));
    }
    const CodePanel single = panelOf({{29, 1}, {0, 1}});
    const CodePanel lone = panelOf({{30, 0}, {0, 1}});
    CHECK(panelSentence(single, Language::English).find("Only 2 of 31 units have") != std::string::npos);
    const auto lonely = [&](PanelReasonKind kind, Language language) {
        CodePanel one = lone;
        one.reasons = {{kind, 1, 31, {}}};
        return panelSentence(one, language);
    };
    CHECK(lonely(PanelReasonKind::FewHits, Language::English).rfind("Only 1 of 31 units has this code", 0) ==
          0);
    CHECK(lonely(PanelReasonKind::FewHits, Language::Dutch).rfind("Slechts 1 van de 31 eenheden heeft", 0) ==
          0);
    // Not "lack it": a unit that one rater left without it may hold it all the same, and is counted as both.
    CHECK(lonely(PanelReasonKind::FewLacks, Language::English)
              .rfind("In only 1 of 31 units did a rater leave this code out", 0) == 0);
    CHECK(lonely(PanelReasonKind::FewLacks, Language::Dutch)
              .rfind("In slechts 1 van de 31 eenheden liet een beoordelaar deze code weg", 0) == 0);
    const CodePanel common = panelOf({{12, 25}, {25, 500}});
    CHECK(panelSentence(common, Language::English).find("look at negative agreement") != std::string::npos);
    CHECK(has(panelOf({{40, 30}, {5, 30}}), PanelReasonKind::Bias));
    CHECK(has(panelOf({{40, 30}, {0, 0}}), PanelReasonKind::OneRaterConstant));
    CHECK(has(panelOf({{60, 2}, {1, 60}}), PanelReasonKind::Good));
    CHECK(has(panelOf({{20, 4}, {3, 20}}), PanelReasonKind::Uncertain));
    CHECK(has(panelOf({{30, 20}, {20, 30}}), PanelReasonKind::Low));
    CHECK(has(panelOf({{30, 0}, {0, 30}}), PanelReasonKind::PerfectAgreement));
    const CodePanel good = panelOf({{60, 2}, {1, 60}});
    CHECK(findEstimate(good.estimates, "positive_agreement") != nullptr);
    CHECK(*findEstimate(good.estimates, "positive_agreement")->value == Approx(120.0 / 123));
    for (const PanelReason& reason : rare.reasons) {
        CodePanel one = rare;
        one.reasons = {reason};
        CHECK_FALSE(panelSentence(one, Language::English).empty());
        CHECK_FALSE(panelSentence(one, Language::Dutch).empty());
        CHECK_FALSE(std::string(name(reason.kind)).empty());
    }
    CHECK_FALSE(codePanel("x", dataFromRows({"1 2", "3 1"}), {}));
    CHECK_FALSE(base::dumpJson(toJson(good)).empty());
}

// CHECKS: Gwet 2016, paired differences of the linearised values; units of one round alone count for that
// round.
TEST_CASE("two rounds on the same units: the paired difference") {
    std::vector<std::string> before;
    std::vector<std::string> after;
    for (int unit = 0; unit < 60; ++unit) {
        before.push_back(unit % 3 == 0 ? "1 2" : unit % 2 == 0 ? "1 1" : "2 2");
        after.push_back(unit % 10 == 0 ? "1 2" : unit % 2 == 0 ? "1 1" : "2 2");
    }
    const ReliabilityData first = dataFromRows(before);
    const ReliabilityData second = dataFromRows(after);
    const auto document = compareRounds(first, "R1", second, "R2", {});
    REQUIRE(document);
    CHECK(document->unitsShared == 60);
    CHECK(document->paired);
    const auto rowOf = [](const ComparisonDocument& comparison, const std::string& id) {
        for (const ComparisonRow& row : comparison.rows)
            if (row.id == id)
                return row;
        FAIL("no " << id);
        return ComparisonRow{};
    };
    // Percent agreement by hand: the difference of two indicators per unit.
    const ComparisonRow percent = rowOf(*document, "percent_agreement");
    std::vector<double> differences;
    for (int unit = 0; unit < 60; ++unit)
        differences.push_back((unit % 10 == 0 ? 0 : 1) - (unit % 3 == 0 ? 0 : 1));
    double mean = 0;
    for (const double each : differences)
        mean += each / 60;
    double squares = 0;
    for (const double each : differences)
        squares += (each - mean) * (each - mean);
    CHECK(*percent.difference == Approx(mean));
    CHECK(*percent.se == Approx(std::sqrt(squares / (60.0 * 59))));
    CHECK(*percent.df == 59);
    // The same round twice differs by nothing, certainly.
    const auto itself = compareRounds(first, "R1", first, "R1", {});
    REQUIRE(itself);
    CHECK(*rowOf(*itself, "krippendorff_alpha").difference == 0);
    CHECK(*rowOf(*itself, "krippendorff_alpha").se == 0);
    CHECK_FALSE(rowOf(*itself, "krippendorff_alpha").ci);
    // Units of other names are other units: variances add.
    ReliabilityBuilder others({"1", "2"});
    for (int unit = 0; unit < 60; ++unit) {
        const std::optional<std::string> cells[] = {after[static_cast<std::size_t>(unit)].substr(0, 1),
                                                    after[static_cast<std::size_t>(unit)].substr(2, 1)};
        others.addUnit(cells, std::nullopt, "x" + std::to_string(unit));
    }
    const auto independent = compareRounds(first, "R1", *others.build(), "R2", {});
    REQUIRE(independent);
    CHECK_FALSE(independent->paired);
    const double one = *overall(measured(first), "gwet_ac").se;
    const double other = *overall(measured(second), "gwet_ac").se;
    CHECK(*rowOf(*independent, "gwet_ac").se == Approx(std::sqrt(one * one + other * other)));
    // CHECKS: Welch 1947; Satterthwaite 1946
    const double sum = one * one + other * other;
    CHECK(*rowOf(*independent, "gwet_ac").df ==
          Approx(sum * sum / ((std::pow(one, 4) + std::pow(other, 4)) / 59)));
    MeasureOptions options;
    options.ci = IntervalKind::Bootstrap;
    options.replicates = 2000;
    const auto drawn = compareRounds(first, "R1", second, "R2", options);
    REQUIRE(drawn);
    const ComparisonRow alpha = rowOf(*drawn, "krippendorff_alpha");
    CHECK(alpha.ci->method == "bootstrap");
    CHECK(alpha.ci->low == Approx(rowOf(*document, "krippendorff_alpha").ci->low).margin(0.05));
    CHECK(alpha.ci->high == Approx(rowOf(*document, "krippendorff_alpha").ci->high).margin(0.05));
}

TEST_CASE("a round without spread makes no difference certain") {
    const auto roundOf = [](const std::vector<std::string>& rows, const std::string& prefix) {
        ReliabilityBuilder builder({"1", "2"});
        for (std::size_t unit = 0; unit < rows.size(); ++unit) {
            const std::optional<std::string> cells[] = {rows[unit].substr(0, 1), rows[unit].substr(2, 1)};
            builder.addUnit(cells, std::nullopt, prefix + std::to_string(unit));
        }
        return *builder.build();
    };
    std::vector<std::string> many;
    for (int unit = 0; unit < 60; ++unit)
        many.push_back(unit % 10 == 0 ? "1 2" : unit % 2 == 0 ? "1 1" : "2 2");
    const ReliabilityData large = roundOf(many, "u");
    const std::vector<std::string> full{"1 1", "2 2", "1 1", "2 2", "1 1"};
    const std::vector<std::string> constant{"1 1", "1 2"};
    for (const IntervalKind kind : {IntervalKind::Analytic, IntervalKind::Bootstrap})
        for (const auto& [rows, prefix] :
             {std::pair{full, "x"}, std::pair{full, "u"}, std::pair{constant, "x"}}) {
            MeasureOptions options;
            options.ci = kind;
            options.replicates = 200;
            const auto document = compareRounds(roundOf(rows, prefix), "R1", large, "R2", options);
            REQUIRE(document);
            for (const ComparisonRow& row : document->rows) {
                if (rows == constant && row.id != "conger_kappa")
                    continue;
                INFO(row.id << " " << prefix);
                CHECK(row.difference);
                CHECK_FALSE(row.pValue);
                CHECK_FALSE(row.ci);
                CHECK(std::count(row.caveats.begin(), row.caveats.end(), "degenerate_se") == 1);
                CHECK(std::count(row.caveats.begin(), row.caveats.end(), "few_units") == 1);
            }
        }
}

TEST_CASE("a difference needs enough clusters in each of the rounds") {
    // Four units of each person. Together they have more clusters than the smaller round has.
    const auto roundOf = [](int from, int to) {
        ReliabilityBuilder builder({"1", "2"});
        for (int person = from; person < to; ++person)
            for (int unit = 0; unit < 4; ++unit) {
                const std::optional<std::string> cells[] = {unit % 2 == 0 ? "1" : "2",
                                                            unit == 0 && person % 3 == 0   ? "2"
                                                            : unit == 1 && person % 4 == 0 ? "1"
                                                            : unit % 2 == 0                ? "1"
                                                                                           : "2"};
                builder.addUnit(cells, "p" + std::to_string(person),
                                "p" + std::to_string(person) + "/" + std::to_string(unit));
            }
        return *builder.build();
    };
    for (const IntervalKind kind : {IntervalKind::Analytic, IntervalKind::Bootstrap})
        for (const auto& [begin, end, isEnough] :
             {std::tuple{0, 8, false}, std::tuple{16, 24, false}, std::tuple{24, 32, false},
              std::tuple{12, 22, true}, std::tuple{24, 34, true}})
            for (const bool smallerFirst : {true, false}) {
                MeasureOptions options;
                options.ci = kind;
                options.replicates = 200;
                const ReliabilityData small = roundOf(begin, end);
                const ReliabilityData large = roundOf(0, 20);
                const auto document = compareRounds(smallerFirst ? small : large, "R1",
                                                    smallerFirst ? large : small, "R2", options);
                REQUIRE(document);
                for (const ComparisonRow& row : document->rows) {
                    INFO(row.id << " " << begin << " " << end << " " << smallerFirst);
                    CHECK(row.difference);
                    CHECK(row.pValue.has_value() == isEnough);
                    CHECK(row.ci.has_value() == isEnough);
                    CHECK(std::count(row.caveats.begin(), row.caveats.end(), "few_clusters") ==
                          (isEnough ? 0 : 1));
                }
            }
}

TEST_CASE("a rater's two judgements of the same units") {
    // Rater 2 changes her mind in every fourth unit, rater 1 never, rater 3 came later.
    ReliabilityBuilder before({"1", "2"}, Scale::Ordinal);
    ReliabilityBuilder after({"3", "2", "1"}, Scale::Ordinal);
    for (int unit = 0; unit < 40; ++unit) {
        const std::string truth = unit % 2 == 0 ? "2" : "10";
        const std::string changed = unit % 4 == 0 ? "9" : truth;
        const std::optional<std::string> one[] = {truth, truth};
        before.addUnit(one, "person " + std::to_string(unit / 2), "u" + std::to_string(unit));
        const std::optional<std::string> two[] = {
            "2", changed, unit < 30 ? std::optional<std::string>(truth) : std::nullopt};
        after.addUnit(two, "p" + std::to_string(unit / 2), "u" + std::to_string(unit));
    }
    const ReliabilityData first = *before.build();
    const ReliabilityData second = *after.build();
    const auto document = compareRounds(first, "R1", second, "R2", {});
    REQUIRE(document);
    REQUIRE(document->ownAgreement.size() == 2);
    const OwnAgreement& steady = document->ownAgreement[0];
    CHECK(steady.rater == "1");
    CHECK(steady.units == 30);
    CHECK(*findEstimate(steady.estimates, "percent_agreement")->value == 1);
    const OwnAgreement& moved = document->ownAgreement[1];
    CHECK(moved.rater == "2");
    CHECK(moved.units == 40);
    CHECK(*findEstimate(moved.estimates, "percent_agreement", "identity")->value == Approx(0.75));
    // p = (.5, 0, .5) and (.25, .25, .5).
    const double chance = 0.5 * 0.25 + 0.5 * 0.5;
    CHECK(*findEstimate(moved.estimates, "cohen_kappa", "identity")->value ==
          Approx((0.75 - chance) / (1 - chance)));
    // 9 lies beside 10 and far from 2, whatever the order of the lists.
    CHECK(*findEstimate(moved.estimates, "percent_agreement", "linear")->value == Approx(1 - 0.25 * 7.0 / 8));
    CHECK(findEstimate(moved.estimates, "krippendorff_alpha", "ordinal")->ci->method == "cluster_linearised");
    const base::Json json = toJson(*document);
    CHECK(json.at("intra_rater")[1].at("rater") == "2");
    CHECK(json.at("intra_rater")[1].at("estimates").size() == moved.estimates.size());
}

// CHECKS: Fleiss, Levin & Paik 2003, section 18.1
TEST_CASE("strata: combined kappa and homogeneity") {
    const Homogeneity result =
        homogeneity({{"Winnipeg", 0.207942, 0.0504554}, {"New Orleans", 0.296517, 0.0785039}});
    const double w1 = 1 / (0.0504554 * 0.0504554);
    const double w2 = 1 / (0.0785039 * 0.0785039);
    CHECK(*result.combined == Approx((0.207942 * w1 + 0.296517 * w2) / (w1 + w2)));
    CHECK(*result.chiSquare == Approx((0.296517 - 0.207942) * (0.296517 - 0.207942) / (1 / w1 + 1 / w2)));
    CHECK(result.df == 1);
    CHECK(*result.pValue == Approx(0.342).margin(0.001));
    CHECK(homogeneity({{"a", 1, 0}, {"b", 0.5, 0.1}}).undefined->reason == Reason::NoVariation);
    CHECK(homogeneity({{"a", 0.5, 0.1}}).undefined->reason == Reason::TooFewUnits);
}

// CHECKS: Matthews 1975; for more than two categories Gorodkin 2004
TEST_CASE("rater against gold") {
    ReliabilityBuilder builder({"gold", "A"});
    builder.declareCategories({"0", "1"});
    const auto add = [&builder](CategoryIndex gold, CategoryIndex given, int times) {
        for (int unit = 0; unit < times; ++unit) {
            const CategoryIndex cells[] = {gold, given};
            builder.addUnit(std::span<const CategoryIndex>(cells));
        }
    };
    add(1, 1, 30);
    add(1, 0, 10);
    add(0, 1, 5);
    add(0, 0, 55);
    MeasureOptions options;
    options.gold = "gold";
    const AgreementDocument document = measured(*builder.build(), options);
    REQUIRE(document.againstGold);
    const GoldResult& result = document.againstGold->at(0);
    CHECK(result.rater == "A");
    CHECK(result.positive == "1");
    CHECK(*result.sensitivity == Approx(0.75));
    CHECK(*result.specificity == Approx(55.0 / 60));
    CHECK(*result.precision == Approx(30.0 / 35));
    CHECK(*result.f1 == Approx(60.0 / 75));
    CHECK(*result.mcc == Approx((30 * 55 - 10 * 5) / std::sqrt(35.0 * 40 * 60 * 65)));
    CHECK(result.table == std::vector<std::vector<std::int64_t>>{{55, 5}, {10, 30}});
    options.gold = "nobody";
    CHECK_FALSE(measure(dataFromRows({"1 2"}), options));
}

TEST_CASE("diagnostics: who and what moves alpha, and drift") {
    std::vector<std::string> rows;
    for (int unit = 0; unit < 50; ++unit)
        rows.push_back(unit < 25 ? (unit % 2 == 0 ? "1 1 1" : "2 2 1") : (unit % 2 == 0 ? "1 1 1" : "2 2 2"));
    MeasureOptions options;
    options.diagnostics = true;
    options.driftBlocks = 2;
    const AgreementDocument document = measured(dataFromRows(rows), options);
    REQUIRE(document.diagnostics);
    const std::vector<InfluenceResult>& influence = document.diagnostics->influence;
    REQUIRE(influence.size() == 53);
    CHECK(influence[2].rater == "3");
    CHECK(*influence[2].alphaWithout == Approx(1));
    std::vector<std::string> without = rows;
    const auto gone = static_cast<std::size_t>(std::stoi(influence[3].unit)) - 1;
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(gone));
    CHECK(*influence[3].alphaWithout ==
          Approx(*overall(measured(dataFromRows(without)), "krippendorff_alpha").value).epsilon(1e-12));
    REQUIRE(document.diagnostics->drift.size() == 2);
    CHECK(*document.diagnostics->drift[0].alpha < *document.diagnostics->drift[1].alpha);
    CHECK(std::abs(document.diagnostics->drift[1].cusum) < 1e-9);
    const DriftBlock& begun = document.diagnostics->drift[0];
    const Estimate alone =
        overall(measured(dataFromRows({rows.begin(), rows.begin() + 25})), "krippendorff_alpha");
    CHECK(*begun.alpha == Approx(*alone.value).epsilon(1e-12));
    REQUIRE(begun.alphaCi);
    CHECK(begun.alphaCi->low == Approx(alone.ci->low).epsilon(1e-12));
    CHECK(begun.alphaCi->method == "gwet");
    CHECK_FALSE(document.diagnostics->drift[1].alphaCi); // perfect agreement: no certainty
    CHECK_FALSE(document.diagnostics->benchmark.empty());
}
