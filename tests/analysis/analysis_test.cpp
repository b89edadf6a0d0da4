// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/association.h"
#include "analysis/cooccurrence.h"
#include "analysis/multiplicity.h"
#include "analysis/panel_rounds.h"
#include "analysis/ranks.h"
#include "analysis/result.h"
#include "analysis/saturation.h"
#include "base/json.h"
#include "support/catch.hpp"

#include <rapidcheck.h>

#include <cmath>

using namespace rapport::analysis;

TEST_CASE("a share without units has no value, and few clusters give no limits", "[analysis]") {
    CHECK_FALSE(proportion(0, 0, 0.95).share.has_value());
    CHECK_FALSE(proportion(0, 0, 0.95).limits.has_value());
    const std::vector<ClusterCount> nine(9, ClusterCount{1, 3});
    CHECK(clusteredProportion(nine, 0.95).caveat == "few_clusters");
    CHECK_FALSE(clusteredProportion(nine, 0.95).limits.has_value());
    const std::vector<ClusterCount> ten(10, ClusterCount{0, 3});
    const auto nobody = clusteredProportion(ten, 0.95);
    REQUIRE(nobody.limits.has_value());
    CHECK(nobody.limits->method == "wilson_by_cluster");
    CHECK(nobody.limits->high == Approx(proportion(0, 10, 0.95).limits->high));
}

TEST_CASE("groups without variation are not tested", "[analysis]") {
    const auto nobody = compareGroups({0, 13, 0, 12}, 0.95);
    CHECK(nobody.test.empty());
    CHECK_FALSE(nobody.pValue.has_value());
    CHECK_FALSE(nobody.oddsRatio.has_value());
    CHECK(nobody.riskDifference == 0.0);
    const auto empty = compareGroups({0, 0, 3, 4}, 0.95);
    CHECK_FALSE(empty.riskDifference.has_value());
    CHECK_FALSE(mannWhitney(std::vector<double>{1, 1}, std::vector<double>{1, 1}).pValue.has_value());
    CHECK_FALSE(kruskalWallis({{2, 2}, {}, {2}}).pValue.has_value());
    CHECK_FALSE(pointBiserial(std::vector<int>{1, 0, 1}, std::vector<double>{4, 4, 4}, 0.95).r.has_value());
    CHECK_FALSE(describe({}).mean.has_value());
    CHECK_FALSE(describe({3}).sd.has_value());
}

TEST_CASE("what must hold for every two-by-two table", "[analysis][property]") {
    rc::check("p, V and limits stay in their ranges, and exchanging groups mirrors them", [] {
        const auto cell = [] { return *rc::gen::inRange<std::int64_t>(0, 40); };
        const TwoByTwo counts{cell(), cell(), cell(), cell()};
        const TwoByTwo mirrored{counts.secondWith, counts.secondWithout, counts.firstWith,
                                counts.firstWithout};
        const auto one = compareGroups(counts, 0.95);
        const auto other = compareGroups(mirrored, 0.95);
        RC_ASSERT(one.pValue.has_value() == other.pValue.has_value());
        if (one.pValue) {
            RC_ASSERT(*one.pValue >= 0 && *one.pValue <= 1);
            RC_ASSERT(std::abs(*one.pValue - *other.pValue) < 1e-9);
            RC_ASSERT(*one.cramersV >= 0 && *one.cramersV <= 1);
            RC_ASSERT(one.oddsLimits->low <= *one.oddsRatio && *one.oddsRatio <= one.oddsLimits->high);
            RC_ASSERT(std::abs(std::log(*one.oddsRatio) + std::log(*other.oddsRatio)) < 1e-9);
        }
        if (one.riskDifference) {
            RC_ASSERT(one.riskLimits->low <= *one.riskDifference + 1e-12);
            RC_ASSERT(one.riskLimits->high >= *one.riskDifference - 1e-12);
            RC_ASSERT(std::abs(*one.riskDifference + *other.riskDifference) < 1e-12);
        }
    });
}

TEST_CASE("Holm keeps the order and never lowers a p-value", "[analysis][property]") {
    rc::check([](const std::vector<unsigned short>& draws) {
        std::vector<std::optional<double>> p;
        for (const unsigned short draw : draws)
            p.push_back(draw % 7 == 0 ? std::nullopt : std::optional(draw / 65535.0));
        const auto adjusted = holm(p);
        for (std::size_t i = 0; i < p.size(); ++i) {
            RC_ASSERT(p[i].has_value() == adjusted[i].has_value());
            if (!p[i])
                continue;
            RC_ASSERT(*adjusted[i] >= *p[i] && *adjusted[i] <= 1);
            for (std::size_t j = 0; j < p.size(); ++j)
                RC_ASSERT(!p[j] || *p[i] > *p[j] || *adjusted[i] <= *adjusted[j]);
        }
    });
}

TEST_CASE("codes in the same units", "[analysis]") {
    const auto found = cooccurrence({{0, 1}, {0}, {0, 1, 2}, {}}, 4);
    CHECK(found.counts == std::vector<std::int64_t>{3, 2, 1, 0});
    CHECK(found.pairs[0].both == 2);
    CHECK(found.pairs[0].jaccard == Approx(2.0 / 3));
    const auto& last = found.pairs.back(); // 2 and 3
    CHECK(last.both == 0);
    CHECK(last.jaccard == 0.0);
    CHECK_FALSE(cooccurrence({{}}, 2).pairs[0].jaccard.has_value());
}

TEST_CASE("segments that overlap", "[analysis]") {
    // 0: [0,10) [8,12); 1: [5,9); elsewhere 1: [0,10) alone. Touching is not overlapping.
    const auto found =
        overlappingStretches({{0, 0, 10, 0}, {0, 8, 12, 0}, {0, 5, 9, 1}, {1, 0, 10, 1}, {0, 12, 14, 1}}, 2);
    CHECK(found.counts == std::vector<std::int64_t>{2, 3});
    CHECK(found.pairs[0].both == 2);
    CHECK(found.pairs[0].jaccard == Approx(4.0 / (12 + 16 - 4)));
}

TEST_CASE("overlaps are those of every pair held against every other", "[analysis][property]") {
    rc::check([] {
        const auto size = *rc::gen::inRange<std::size_t>(0, 25);
        std::vector<Stretch> stretches;
        for (std::size_t i = 0; i < size; ++i) {
            const auto begin = *rc::gen::inRange<std::int64_t>(0, 30);
            stretches.push_back({*rc::gen::inRange<std::size_t>(0, 2), begin,
                                 begin + *rc::gen::inRange<std::int64_t>(1, 12),
                                 *rc::gen::inRange<std::size_t>(0, 3)});
        }
        const auto found = overlappingStretches(stretches, 3);
        for (const CodePair& pair : found.pairs) {
            std::int64_t both = 0;
            std::int64_t covered = 0;
            std::int64_t either = 0;
            for (const Stretch& a : stretches)
                for (const Stretch& b : stretches)
                    both += a.code == pair.first && b.code == pair.second && a.text == b.text &&
                                    a.begin < b.end && b.begin < a.end
                                ? 1
                                : 0;
            for (std::size_t text = 0; text < 2; ++text)
                for (std::int64_t at = 0; at < 50; ++at) {
                    const auto has = [&](std::size_t code) {
                        for (const Stretch& each : stretches)
                            if (each.code == code && each.text == text && each.begin <= at && at < each.end)
                                return true;
                        return false;
                    };
                    covered += has(pair.first) && has(pair.second) ? 1 : 0;
                    either += has(pair.first) || has(pair.second) ? 1 : 0;
                }
            RC_ASSERT(pair.both == both);
            RC_ASSERT(pair.jaccard.has_value() == (either > 0));
            if (either > 0)
                RC_ASSERT(std::abs(*pair.jaccard -
                                   static_cast<double>(covered) / static_cast<double>(either)) < 1e-12);
        }
    });
}

TEST_CASE("saturation counts each code once, whatever the order", "[analysis]") {
    const auto steps = saturation({{0, 0, 1}, {1}, {2, 0}}, 3, 50, 7);
    REQUIRE(steps.size() == 3);
    CHECK(steps[0].fresh == 2);
    CHECK(steps[1].fresh == 0);
    CHECK(steps[2].seen == 3);
    CHECK(steps[2].mean == 3.0);
    CHECK(steps[0].mean > 1.0);
    CHECK(steps[0].mean < 2.0);
    CHECK(saturation({{0, 0, 1}, {1}, {2, 0}}, 3, 50, 7)[0].mean == steps[0].mean);
    CHECK(saturation({}, 3, 5, 1).empty());
}

TEST_CASE("a panel that comes together", "[analysis]") {
    const auto rounds = panelRounds({{1, 3, 4, 5}, {4, 4, 4, 5}, {}}, 4);
    CHECK(rounds[0].ratings.median == 3.5);
    CHECK(rounds[0].share == 0.5);
    CHECK_FALSE(rounds[0].medianChange.has_value());
    CHECK(rounds[1].interquartileRange == 0.25);
    CHECK(rounds[1].medianChange == 0.5);
    CHECK(rounds[1].shareChange == 0.5);
    CHECK_FALSE(rounds[2].share.has_value());
    CHECK_FALSE(rounds[2].medianChange.has_value());
}

TEST_CASE("a result says the same as JSON, CSV and text, and nothing for missing", "[analysis]") {
    Result result;
    result.name = "frequencies";
    result.study = "S";
    ResultTable table;
    table.id = "t";
    table.columns = {
        {"code"}, {"n", ColumnKind::Count}, {"share", ColumnKind::Share}, {"p", ColumnKind::Probability}};
    table.rows = {{std::string("a,\"b\""), std::int64_t{3}, 0.1, 0.00001},
                  {std::string("c"), Value(), Value(), NAN}};
    result.tables.push_back(table);
    const auto json = toJson(result);
    CHECK(json["schema"] == "rapport.frequencies/1");
    CHECK(json["tables"][0]["rows"][0]["share"] == 0.1);
    CHECK(json["tables"][0]["rows"][1]["n"].is_null());
    CHECK(json["tables"][0]["rows"][1]["p"].is_null());
    CHECK(toCsv(table).substr(0, 36) == "code,n,share,p\n\"a,\"\"b\"\"\",3,0.1,1e-05");
    CHECK(shownText(table.at(0, "share"), ColumnKind::Share) == "10.0%");
    CHECK(shownText(table.at(0, "p"), ColumnKind::Probability) == "<0.001");
    CHECK(shownText(table.at(1, "n"), ColumnKind::Count) == "-");
    CHECK(shownText(Value(-0.001), ColumnKind::Number) == "0.00");
    CHECK(std::holds_alternative<std::monostate>(table.at(0, "nowhere")));
}

// CHECKS: Freeman and Halton 1951
TEST_CASE("three groups and more are compared exactly where an expected count is below 5", "[analysis]") {
    // Sums over all tables in whole fractions, by a program of its own.
    const std::vector<std::pair<std::vector<std::vector<std::int64_t>>, double>> known{
        {{{3, 1}, {0, 5}, {2, 4}}, 0.0959040959040959},
        {{{2, 20}, {0, 18}, {5, 7}, {1, 11}}, 0.008456688778646646},
        {{{20, 2}, {18, 0}, {7, 5}, {11, 1}}, 0.008456688778646646},
        {{{1, 10}, {0, 10}, {0, 10}}, 1.0},
        {{{1, 9}, {2, 8}, {7, 3}, {0, 10}, {4, 6}}, 0.0038047559596081056}};
    for (const auto& [counts, p] : known) {
        const TableTest found = compareManyGroups(counts);
        CHECK(found.test == "fisher");
        CHECK(*found.pValue == Approx(p).epsilon(1e-9));
        CHECK_FALSE(found.statistic);
        CHECK_FALSE(found.df);
        CHECK(found.cramersV);
    }
    // Two groups: as for a pair.
    CHECK(*compareManyGroups({{3, 1}, {1, 6}}).pValue == Approx(fisherTwoSided({1, 3, 6, 1})));
    // Enough in every cell: chi-square, as it was.
    const TableTest large = compareManyGroups({{20, 20}, {30, 15}, {12, 25}});
    CHECK(large.test == "chi_square");
    CHECK(*large.df == 2);
    CHECK(*large.pValue == Approx(*chiSquare({{20, 20}, {30, 15}, {12, 25}}).pValue));
    // Too many tables: draws, twice the same, near chi-square where that may be used but for one small group.
    const std::vector<std::vector<std::int64_t>> many{{20, 12}, {18, 19}, {25, 9},  {16, 17}, {21, 14},
                                                      {22, 18}, {19, 13}, {24, 16}, {5, 4}};
    const TableTest drawn = compareManyGroups(many);
    CHECK(drawn.test == "fisher_simulated");
    CHECK(*drawn.pValue == *compareManyGroups(many).pValue);
    CHECK(*drawn.pValue == Approx(*chiSquare(many).pValue).margin(0.03));
    CHECK(compareManyGroups({{4, 0}, {3, 0}, {9, 0}}).test.empty());
    CHECK(compareManyGroups({}).test.empty());
}
