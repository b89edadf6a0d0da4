// SPDX-License-Identifier: GPL-3.0-or-later
// Clusters, bootstrap and jackknife against slow second computations; threads; what may not change a
// coefficient.
#include "agreement/count_sums.h"
#include "agreement/distributions.h"
#include "agreement/draw.h"
#include "agreement/fixtures.h"
#include "agreement/json.h"
#include "agreement/resample.h"
#include "agreement/run.h"
#include "base/join.h"
#include "base/random.h"
#include "support/catch.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

using namespace rapport;
using namespace rapport::agreement;
using namespace rapport::agreement::test;

namespace {

std::vector<std::string> randomRows(base::Random& random, std::size_t units, std::size_t raters,
                                    std::size_t categories, double missingShare) {
    std::vector<std::string> rows;
    for (std::size_t unit = 0; unit < units; ++unit) {
        const std::uint64_t truth = random.below(categories);
        std::string& row = rows.emplace_back();
        for (std::size_t rater = 0; rater < raters; ++rater) {
            const std::uint64_t given = random.uniform() < 0.7 ? truth : random.below(categories);
            row += random.uniform() < missingShare ? ". " : std::to_string(given + 1) + " ";
        }
    }
    return rows;
}

/// Cohen's kappa of two raters' rows, with the linearised value of every unit: no table, no pattern, sums as
/// they stand in the paper.
struct SlowKappa {
    double value = 0;
    std::vector<double> linearised;
};
SlowKappa slowKappa(const std::vector<std::pair<int, int>>& units, int categories) {
    const double n = static_cast<double>(units.size());
    double po = 0;
    std::vector<double> first(static_cast<std::size_t>(categories) + 1, 0);
    std::vector<double> second(first);
    for (const auto& [a, b] : units) {
        po += a == b ? 1 / n : 0;
        first[static_cast<std::size_t>(a)] += 1 / n;
        second[static_cast<std::size_t>(b)] += 1 / n;
    }
    double pe = 0;
    for (std::size_t k = 0; k < first.size(); ++k)
        pe += first[k] * second[k];
    SlowKappa result;
    result.value = (po - pe) / (1 - pe);
    for (const auto& [a, b] : units) {
        const double own = ((a == b ? 1 : 0) - pe) / (1 - pe);
        const double chance = (second[static_cast<std::size_t>(a)] + first[static_cast<std::size_t>(b)]) / 2;
        result.linearised.push_back(own - 2 * (1 - result.value) * (chance - pe) / (1 - pe));
    }
    return result;
}

AgreementDocument bootstrapped(const ReliabilityData& data, unsigned threads, std::uint64_t seed = 1,
                               std::int64_t replicates = 500) {
    MeasureOptions options;
    options.ci = IntervalKind::Bootstrap;
    options.replicates = replicates;
    options.threads = threads;
    options.seed = seed;
    return measured(data, options);
}

} // namespace

// CHECKS: Gwet 2014; by cluster: Binder 1983, sums of the linearised values
// CHECKS: Gwet 2014, Conger's coefficient for two raters, which is Cohen's kappa.
TEST_CASE("the cluster-linearised interval against sums unit by unit") {
    base::Random random(5);
    std::vector<std::string> rows;
    std::vector<std::string> clusters;
    std::vector<std::pair<int, int>> pairs;
    for (int unit = 0; unit < 90; ++unit) {
        const int truth = 1 + static_cast<int>(random.below(3));
        const int a = random.uniform() < 0.7 ? truth : 1 + static_cast<int>(random.below(3));
        const int b = random.uniform() < 0.7 ? truth : 1 + static_cast<int>(random.below(3));
        pairs.emplace_back(a, b);
        rows.push_back(std::to_string(a) + " " + std::to_string(b));
        clusters.push_back("p" + std::to_string(random.below(25)));
    }
    const AgreementDocument document = measured(dataFromRows(rows, Scale::Nominal, {}, clusters));
    const SlowKappa slow = slowKappa(pairs, 3);
    std::map<std::string, double> sums;
    for (std::size_t unit = 0; unit < pairs.size(); ++unit)
        sums[clusters[unit]] += slow.linearised[unit] - slow.value;
    double squares = 0;
    for (const auto& [cluster, sum] : sums)
        squares += sum * sum;
    const double c = static_cast<double>(sums.size());
    const double se = std::sqrt(c / (c - 1) * squares) / 90;
    const Estimate& kappa = ofPair(document, 0, "cohen_kappa");
    CHECK(*kappa.value == Approx(slow.value).epsilon(1e-12));
    REQUIRE(kappa.ci);
    CHECK(kappa.ci->method == "cluster_linearised");
    CHECK(*kappa.ci->clusters == static_cast<std::int64_t>(sums.size()));
    CHECK(*kappa.se == Approx(se).epsilon(1e-12));
    CHECK(kappa.ci->low == Approx(slow.value - tQuantile(0.975, c - 1) * se).epsilon(1e-12));
    CHECK(*overall(document, "conger_kappa").se == Approx(se).epsilon(1e-12));
    CHECK(overall(document, "percent_agreement").ci->method == "cluster_linearised");

    MeasureOptions independent;
    independent.resample = ResampleBy::Unit;
    const AgreementDocument byUnit = measured(dataFromRows(rows, Scale::Nominal, {}, clusters), independent);
    CHECK(ofPair(byUnit, 0, "cohen_kappa").ci->method == "fce");
    CHECK(ofPair(byUnit, 0, "cohen_kappa").hasCaveat("units_not_independent"));
}

// CHECKS: Graham & Bull 1998, delta method: of a table a, b, c, d its variance is
// 4a(b + c)(a + b + c) / (2a + b + c)^4
TEST_CASE("where positives are few, positive agreement's interval ends at 0 and says so") {
    struct Counts {
        int both;
        int one;
        int other;
        int neither;
        bool isCut;
    };
    for (const auto& [both, one, other, neither, isCut] :
         {Counts{1, 3, 2, 54, true}, Counts{1, 0, 6, 33, true}, Counts{2, 1, 0, 57, false},
          Counts{9, 3, 4, 44, false}}) {
        INFO(both << " " << one << " " << other);
        const AgreementDocument document =
            measured(dataFromTable({{neither, one}, {other, both}}, Scale::Nominal, {"no", "yes"}));
        const double a = both;
        const double apart = one + other;
        const double n = neither + one + other + both;
        const double value = 2 * a / (2 * a + apart);
        const double delta = std::sqrt(4 * a * apart * (a + apart)) / std::pow(2 * a + apart, 2);
        const double se = delta * std::sqrt(n / (n - 1));
        const double low = value - tQuantile(0.975, n - 1) * se;
        // Of a pair and over all raters, here the same.
        for (const Estimate& positive :
             {ofPair(document, 0, "positive_agreement"), ofCategory(document, "yes", "specific_agreement")}) {
            CHECK(*positive.value == Approx(value).epsilon(1e-12));
            CHECK(*positive.se == Approx(se).epsilon(1e-12));
            REQUIRE(positive.ci);
            CHECK(positive.ci->method == "linearised");
            CHECK((low < 0) == isCut);
            CHECK(positive.ci->low == Approx(std::max(low, 0.0)).epsilon(1e-12));
            CHECK(positive.ci->high ==
                  Approx(std::min(value + tQuantile(0.975, n - 1) * se, 1.0)).epsilon(1e-12));
            CHECK(positive.hasCaveat("cut") == (isCut || positive.ci->high == 1));
        }
    }
    // Never both: a share of 0 whose formula knows no spread. Nobody at all: no share.
    const AgreementDocument never = measured(dataFromTable({{55, 3}, {2, 0}}, Scale::Nominal, {"no", "yes"}));
    const Estimate& none = ofPair(never, 0, "positive_agreement");
    CHECK(*none.value == 0);
    CHECK_FALSE(none.ci);
    CHECK(none.hasCaveat("degenerate_se"));
    CHECK_FALSE(ofPair(measured(dataFromTable({{60, 0}, {0, 0}}, Scale::Nominal, {"no", "yes"})), 0,
                       "positive_agreement")
                    .value);
}

TEST_CASE("clusters of one unit each are no clusters; fewer than ten give no interval") {
    std::vector<std::string> rows;
    std::vector<std::string> ones;
    std::vector<std::string> nine;
    for (int unit = 0; unit < 36; ++unit) {
        rows.push_back(unit % 3 == 0 ? "1 1" : unit % 3 == 1 ? "2 2" : unit % 2 == 0 ? "1 2" : "2 2");
        ones.push_back("u" + std::to_string(unit));
        nine.push_back("c" + std::to_string(unit % 9));
    }
    CHECK(overall(measured(dataFromRows(rows, Scale::Nominal, {}, ones)), "gwet_ac").ci->method == "gwet");
    const Estimate few = overall(measured(dataFromRows(rows, Scale::Nominal, {}, nine)), "gwet_ac");
    CHECK(few.hasCaveat("few_clusters"));
    CHECK_FALSE(few.ci);
    REQUIRE(few.se);
    CHECK(*few.se > 0);
    MeasureOptions wrong;
    wrong.resample = ResampleBy::Cluster;
    CHECK_FALSE(measure(dataFromRows(rows), wrong));
}

// CHECKS: Efron 1979; clusters: Davison & Hinkley 1997, section 3.8
TEST_CASE("a replicate by weights is the replicate by rows") {
    base::Random random(11);
    const std::vector<std::string> rows = randomRows(random, 60, 4, 3, 0.2);
    const ReliabilityData data = dataFromRows(rows, Scale::Ordinal);
    std::vector<WeightMatrix> weights{*WeightMatrix::make({}, data)};
    const Analysis analysis(data, weights, metricsFor(data));
    const std::vector<std::string> only{"percent_agreement",  "fleiss_kappa", "conger_kappa", "gwet_ac",
                                        "krippendorff_alpha", "cohen_kappa",  "kendall_w"};
    const std::vector<Quantity> quantities = quantitiesFor(analysis, only, true, false);
    for (int replicate = 0; replicate < 20; ++replicate) {
        std::vector<double> drawn(data.patternCount(), 0);
        std::vector<std::string> resampled;
        for (std::size_t draw = 0; draw < rows.size(); ++draw) {
            const auto unit = static_cast<std::size_t>(random.below(rows.size()));
            drawn[data.patternOfUnit(unit)] += 1;
            resampled.push_back(rows[unit]);
        }
        const std::vector<double> values = valuesFor(analysis, quantities, drawn);
        const AgreementDocument slow =
            measured(dataFromRows(resampled, Scale::Ordinal, data.categories()), [] {
                MeasureOptions options;
                options.weights = {{WeightKind::Identity, {}}};
                options.ci = IntervalKind::None;
                return options;
            }());
        for (std::size_t index = 0; index < quantities.size(); ++index) {
            const Quantity& quantity = quantities[index];
            const std::string id = quantity.coefficient->id;
            const std::string variant =
                id == "krippendorff_alpha" ? analysis.metrics()[quantity.metric].name : std::string();
            const Estimate& estimate = quantity.part == Part::Overall
                                           ? overall(slow, id, variant)
                                           : ofPair(slow, quantity.pair, id, variant);
            INFO(id << " " << variant);
            if (estimate.value)
                CHECK(values[index] == Approx(*estimate.value).epsilon(1e-11).margin(1e-12));
            else
                CHECK(std::isnan(values[index]));
        }
    }
}

TEST_CASE("explicit replicates give the values that were published for them") {
    int compared = 0;
    for (const base::Json& line : fixtureLines("replay.jsonl")) {
        const ReliabilityData data = dataFromRatings(line.at("ratings"));
        const Analysis analysis(data, {}, {nominalMetric()});
        const std::vector<std::string> only{"krippendorff_alpha"};
        const std::vector<Quantity> quantities = quantitiesFor(analysis, only, false, false);
        INFO(line.at("id").get<std::string>());
        CHECK(*overall(measured(data), "krippendorff_alpha").value ==
              Approx(line.at("point").get<double>()).epsilon(1e-12));
        for (std::size_t replicate = 0; replicate < line.at("draws").size(); ++replicate) {
            std::vector<double> drawn(data.patternCount(), 0);
            for (const base::Json& unit : line.at("draws")[replicate])
                drawn[data.patternOfUnit(unit.get<std::size_t>())] += 1;
            const double alpha = valuesFor(analysis, quantities, drawn)[0];
            const base::Json& wanted = line.at("alphas")[replicate];
            if (wanted.is_null())
                CHECK(std::isnan(alpha));
            else
                CHECK(alpha == Approx(wanted.get<double>()).margin(1e-9));
            ++compared;
        }
    }
    CHECK(compared >= 400);
}

TEST_CASE("percentiles of replicates are of type 7") {
    for (const base::Json& line : fixtureLines("percentiles.jsonl")) {
        std::vector<double> values;
        for (const base::Json& value : line.at("alphas"))
            if (!value.is_null())
                values.push_back(value.get<double>());
        std::sort(values.begin(), values.end());
        CHECK(quantileOfSorted(values, 0.025) ==
              Approx(line.at("percentile95")[0].get<double>()).margin(1e-9));
        CHECK(quantileOfSorted(values, 0.975) ==
              Approx(line.at("percentile95")[1].get<double>()).margin(1e-9));
    }
}

TEST_CASE("the bootstrap does not depend on the threads, only on the seed") {
    base::Random random(3);
    const ReliabilityData data = dataFromRows(randomRows(random, 80, 3, 3, 0.1));
    const std::string one = base::dumpJson(toJson(bootstrapped(data, 1)));
    CHECK(one == base::dumpJson(toJson(bootstrapped(data, 2))));
    CHECK(one == base::dumpJson(toJson(bootstrapped(data, 7))));
    CHECK(one != base::dumpJson(toJson(bootstrapped(data, 2, 2))));
    const Estimate alpha = overall(bootstrapped(data, 2), "krippendorff_alpha");
    CHECK(alpha.ci->method == "bootstrap");
    CHECK(*alpha.ci->replicates == 500);
    CHECK(*alpha.ci->seed == 1);
}

TEST_CASE("many units of few kinds are drawn by binomials: the spread is that of the analytic error") {
    std::vector<std::vector<int>> table{{2000, 300}, {250, 1500}};
    const ReliabilityData data = dataFromTable(table);
    REQUIRE(data.unitCount() > 64 * data.patternCount());
    const AgreementDocument document = bootstrapped(data, 2, 1, 4000);
    const AgreementDocument analytic = measured(data);
    for (const char* id : {"gwet_ac", "krippendorff_alpha", "fleiss_kappa"}) {
        const Interval ci = *overall(document, id).ci;
        const Interval other = *overall(analytic, id).ci;
        CHECK(ci.low == Approx(other.low).margin(0.003));
        CHECK(ci.high == Approx(other.high).margin(0.003));
    }
}

// CHECKS: Hormann 1993, BTRS
TEST_CASE("binomial draws have the mean and the variance of their law") {
    const std::pair<std::uint64_t, double> laws[] = {
        {20, 0.1}, {1000, 0.3}, {100000, 0.77}, {50, 0.999}, {7, 0.5}};
    for (const auto& [n, p] : laws) {
        base::Random random(9);
        const int draws = 40000;
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < draws; ++draw) {
            const double value = static_cast<double>(drawBinomial(random, n, p));
            REQUIRE(value <= static_cast<double>(n));
            sum += value;
            squares += value * value;
        }
        const double mean = sum / draws;
        const double wanted = static_cast<double>(n) * p;
        const double variance = wanted * (1 - p);
        INFO(n << " " << p);
        CHECK(std::abs(mean - wanted) < 5 * std::sqrt(variance / draws));
        CHECK(squares / draws - mean * mean == Approx(variance).epsilon(0.06));
    }
    base::Random random(1);
    CHECK(drawBinomial(random, 0, 0.5) == 0);
    CHECK(drawBinomial(random, 9, 1) == 9);
    CHECK(drawBinomial(random, 9, 0) == 0);
}

// CHECKS: Vose 1991, alias method
// CHECKS: Hormann 1993, BTRS
TEST_CASE("every way of drawing has the mean, the spread and the co-spread of the multinomial") {
    const std::vector<std::uint32_t> kinds{120, 1, 0, 33, 2, 2, 61, 7, 14};
    const double units = 240;
    for (const Multinomial::Way way :
         {Multinomial::Way::Units, Multinomial::Way::Poisson, Multinomial::Way::Binomials}) {
        const Multinomial law(kinds, way);
        REQUIRE(law.units() == 240);
        INFO(static_cast<int>(way));
        constexpr int draws = 40'000;
        std::vector<double> sums(kinds.size(), 0);
        std::vector<double> squares(kinds.size(), 0);
        double crossed = 0;
        std::vector<std::uint32_t> drawn(kinds.size(), 77);
        for (int draw = 0; draw < draws; ++draw) {
            law.draw(replicateSeed(5, static_cast<std::uint64_t>(draw)), drawn);
            REQUIRE(std::accumulate(drawn.begin(), drawn.end(), 0U) == 240);
            for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
                sums[kind] += drawn[kind];
                squares[kind] += static_cast<double>(drawn[kind]) * drawn[kind];
            }
            crossed += static_cast<double>(drawn[0]) * drawn[6];
        }
        CHECK(sums[2] == 0);
        for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
            const double mean = sums[kind] / draws;
            const double variance = kinds[kind] * (1 - kinds[kind] / units);
            INFO("kind " << kind);
            CHECK(std::abs(mean - kinds[kind]) <= 4.5 * std::sqrt(variance / draws));
            CHECK(squares[kind] / draws - mean * mean == Approx(variance).epsilon(0.05));
        }
        CHECK(crossed / draws - sums[0] / draws * (sums[6] / draws) ==
              Approx(-120 * 61 / units).epsilon(0.1));
    }
}

TEST_CASE("the cheapest way is taken, and it draws the same for the same seed") {
    CHECK(Multinomial(std::vector<std::uint32_t>(70, 14)).way() == Multinomial::Way::Poisson);
    CHECK(Multinomial(std::vector<std::uint32_t>(50, 1)).way() == Multinomial::Way::Units);
    CHECK(Multinomial({900'000, 50'000, 50'000}).way() == Multinomial::Way::Binomials);
    const Multinomial law(std::vector<std::uint32_t>(70, 14));
    std::vector<std::uint32_t> one(70);
    std::vector<std::uint32_t> other(70, 9);
    law.draw(17, one);
    law.draw(17, other);
    CHECK(one == other);
    law.draw(18, other);
    CHECK(one != other);
}

TEST_CASE("sums by matrix are the sums by tally") {
    base::Random random(23);
    for (const double absent : {0.0, 0.3}) {
        const ReliabilityData data = dataFromRows(randomRows(random, 90, 4, 4, absent));
        const Analysis analysis(data, {*WeightMatrix::make({}, data)}, {nominalMetric()});
        for (const bool categories : {false, true}) {
            const Needs needs{categories, false, false, false, true};
            const CountSums sums(analysis, needs);
            REQUIRE(sums.isReady());
            std::vector<std::uint32_t> weights(analysis.counts().size());
            for (std::size_t pattern = 0; pattern < weights.size(); ++pattern)
                weights[pattern] =
                    analysis.counts().total(pattern) == 0 ? 0U : static_cast<std::uint32_t>(random.below(9));
            Sample fast;
            sums.tally(weights, fast);
            Sample slow;
            slow.countWeights.assign(weights.begin(), weights.end());
            analysis.tally(slow, needs);
            const auto same = [](const std::vector<double>& one, const std::vector<double>& two) {
                REQUIRE(one.size() == two.size());
                for (std::size_t index = 0; index < one.size(); ++index)
                    CHECK(one[index] == Approx(two[index]).epsilon(1e-13).margin(1e-13));
            };
            same({fast.rated, fast.pairable, fast.values, fast.valueAgreement, fast.pairsAgreeing,
                  fast.pairsAll, fast.unanimous, fast.complete},
                 {slow.rated, slow.pairable, slow.values, slow.valueAgreement, slow.pairsAgreeing,
                  slow.pairsAll, slow.unanimous, slow.complete});
            same(fast.share, slow.share);
            same(fast.agreement, slow.agreement);
            same(fast.valueCount, slow.valueCount);
            same(fast.disagreeing, slow.disagreeing);
            same(fast.splitShare, slow.splitShare);
            same(fast.splitValue, slow.splitValue);
            same(fast.sameCategory, slow.sameCategory);
            same(fast.offeredInPair, slow.offeredInPair);
        }
        // An ordinal distance depends on the weights themselves.
        const ReliabilityData ordered = dataFromRows(randomRows(random, 20, 3, 3, 0), Scale::Ordinal);
        CHECK_FALSE(CountSums(Analysis(ordered, {}, {ordinalMetric()}), {false, false, false, false, false})
                        .isReady());
    }
}

// CHECKS: Efron 1982
TEST_CASE("jackknife standard errors") {
    std::map<std::string, base::Json> inputs;
    for (const base::Json& line : fixtureLines("random.jsonl"))
        inputs[line.at("id").get<std::string>()] = line;
    int compared = 0;
    const base::Json document = fixtureDocument("jackknife.json");
    for (const base::Json& entry : document.at("cases")) {
        const base::Json& line = inputs.at(entry.at("id").get<std::string>());
        MeasureOptions options;
        options.ci = IntervalKind::Jackknife;
        options.weights = {{WeightKind::Identity, {}}};
        options.byCategory = false;
        const ReliabilityData data = dataFromRatings(line.at("data"));
        const AgreementDocument result = measured(data, options);
        INFO(entry.dump());
        const Estimate& alpha = overall(result, "krippendorff_alpha");
        if (entry.at("alpha_nominal").is_null()) {
            CHECK_FALSE(alpha.ci);
        } else {
            CHECK(*alpha.se == Approx(entry.at("alpha_nominal").get<double>()).epsilon(1e-8));
            ++compared;
        }
        if (entry.contains("cohen_kappa") && !entry.at("cohen_kappa").is_null())
            CHECK(*ofPair(result, 0, "cohen_kappa").se ==
                  Approx(entry.at("cohen_kappa").get<double>()).epsilon(1e-8));
    }
    CHECK(compared > 20);
}

TEST_CASE("a stopped measurement is cancelled") {
    std::stop_source source;
    source.request_stop();
    base::Task task;
    task.stop = source.get_token();
    MeasureOptions options;
    options.ci = IntervalKind::Bootstrap;
    const auto document = measure(dataFromRows({"1 2", "2 2", "1 1"}), options, task);
    REQUIRE_FALSE(document);
    CHECK(document.error().code == base::Errc::Cancelled);
}

// --- what may not change a coefficient

namespace {

void sameValues(const AgreementDocument& one, const AgreementDocument& other) {
    RC_ASSERT(one.overall.size() == other.overall.size());
    for (std::size_t index = 0; index < one.overall.size(); ++index) {
        const auto close = [](const std::optional<double>& a, const std::optional<double>& b) {
            return a.has_value() == b.has_value() && (!a || std::abs(*a - *b) < 1e-9);
        };
        RC_ASSERT(one.overall[index].id == other.overall[index].id);
        RC_ASSERT(close(one.overall[index].value, other.overall[index].value));
        RC_ASSERT(close(one.overall[index].se, other.overall[index].se));
    }
}

std::vector<std::string> words(const std::string& row) {
    std::vector<std::string> result;
    std::string word;
    for (const char byte : row + " ")
        if (byte != ' ')
            word += byte;
        else if (!word.empty()) {
            result.push_back(word);
            word.clear();
        }
    return result;
}

} // namespace

TEST_CASE("properties of coefficients") {
    CHECK(rc::check(
        "order of units and of raters, names of categories, units rated once", [](std::uint32_t seed) {
            base::Random random(seed);
            std::vector<std::string> rows =
                randomRows(random, 5 + random.below(40), 2 + random.below(3), 2 + random.below(3), 0.15);
            const AgreementDocument plain = measured(dataFromRows(rows));
            std::vector<std::string> shuffled = rows;
            random.shuffle(shuffled);
            sameValues(plain, measured(dataFromRows(shuffled)));

            std::vector<std::string> reversed;
            std::vector<std::string> renamed;
            for (const std::string& row : rows) {
                const std::vector<std::string> cells = words(row);
                std::string& mirror = reversed.emplace_back();
                std::string& names = renamed.emplace_back();
                for (std::size_t cell = 0; cell < cells.size(); ++cell) {
                    mirror += cells[cells.size() - 1 - cell] + " ";
                    names +=
                        (cells[cell] == "." ? "."
                                            : std::string(1, static_cast<char>('z' - cells[cell][0] + '0'))) +
                        " ";
                }
            }
            sameValues(plain, measured(dataFromRows(reversed)));
            sameValues(plain, measured(dataFromRows(renamed)));

            std::vector<std::string> withSingles = rows;
            withSingles.push_back(words(rows[0]).size() == 2   ? "1 ."
                                  : words(rows[0]).size() == 3 ? "1 . ."
                                                               : "1 . . .");
            const AgreementDocument singles = measured(dataFromRows(withSingles));
            const auto alpha = [](const AgreementDocument& document) {
                return overall(document, "krippendorff_alpha").value;
            };
            const bool known = plain.data.categories == singles.data.categories;
            RC_ASSERT(!known || alpha(plain).has_value() == alpha(singles).has_value());
            RC_ASSERT(!alpha(plain) || !known || std::abs(*alpha(plain) - *alpha(singles)) < 1e-12);
        }));
    CHECK(
        rc::check("interval alpha and ICC do not mind another zero and another unit", [](std::uint32_t seed) {
            base::Random random(seed);
            const std::vector<std::string> rows = randomRows(random, 4 + random.below(20), 3, 5, 0.1);
            std::vector<std::string> moved;
            for (const std::string& row : rows) {
                std::string& target = moved.emplace_back();
                for (const std::string& cell : words(row))
                    target += (cell == "." ? "." : std::to_string(7 + 3 * std::stoi(cell))) + " ";
            }
            const AgreementDocument one = measured(dataFromRows(rows, Scale::Interval));
            const AgreementDocument other = measured(dataFromRows(moved, Scale::Interval));
            for (const char* variant : {"interval", "ordinal", "nominal"}) {
                const auto a = overall(one, "krippendorff_alpha", variant).value;
                const auto b = overall(other, "krippendorff_alpha", variant).value;
                RC_ASSERT(a.has_value() == b.has_value());
                RC_ASSERT(!a || std::abs(*a - *b) < 1e-9);
            }
            for (const char* form : {"1,1", "a,1", "c,1", "1,k", "a,k", "c,k"}) {
                const auto a = overall(one, "icc", form).value;
                const auto b = overall(other, "icc", form).value;
                RC_ASSERT(a.has_value() == b.has_value());
                RC_ASSERT(!a || std::abs(*a - *b) < 1e-7);
            }
        }));
    CHECK(rc::check(
        "identical raters agree perfectly; kappa max bounds kappa; Conger is Cohen for two",
        [](std::uint32_t seed) {
            base::Random random(seed);
            const std::vector<std::string> rows = randomRows(random, 5 + random.below(30), 2, 3, 0);
            const AgreementDocument document = measured(dataFromRows(rows));
            const Estimate& kappa = ofPair(document, 0, "cohen_kappa");
            if (kappa.value) {
                RC_ASSERT(*kappa.value <= *ofPair(document, 0, "kappa_max").value + 1e-12);
                RC_ASSERT(std::abs(*kappa.value - *overall(document, "conger_kappa").value) < 1e-12);
                RC_ASSERT(std::abs(*ofPair(document, 0, "scott_pi").value -
                                   *overall(document, "fleiss_kappa").value) < 1e-12);
            }
            std::vector<std::string> twins;
            for (const std::string& row : rows)
                twins.push_back(words(row)[0] + " " + words(row)[0]);
            const AgreementDocument same = measured(dataFromRows(twins));
            const auto one = overall(same, "krippendorff_alpha").value;
            RC_ASSERT(!one || std::abs(*one - 1) < 1e-12);
        }));
}

TEST_CASE("an interval of an intraclass correlation lies where correlations do, low below high") {
    // One rater's lower limit is under -1/(k-1) here: that of the mean has no bound, not one above 1.
    const AgreementDocument few = measured(dataFromRows({"2 3", "2 0", "1 5", "3 3"}, Scale::Interval));
    const Estimate& mean = overall(few, "icc", "a,k");
    REQUIRE(mean.ci);
    CHECK(mean.ci->low == -1);
    CHECK(mean.ci->high == Approx(0.905).margin(0.0005));
    CHECK(mean.hasCaveat("cut"));

    base::Random random(20);
    for (int round = 0; round < 400; ++round) {
        const std::vector<std::string> rows =
            randomRows(random, 2 + random.below(5), 2 + random.below(3), 2 + random.below(5), 0);
        const AgreementDocument document = measured(dataFromRows(rows, Scale::Interval));
        for (const Estimate& estimate : document.overall) {
            if (estimate.id != "icc" || !estimate.ci)
                continue;
            INFO(fmt::format("{} {}: {} .. {}", estimate.form, fmt::join(rows, "/"), estimate.ci->low,
                             estimate.ci->high));
            CHECK(estimate.ci->low >= -1);
            CHECK(estimate.ci->low <= estimate.ci->high);
            CHECK(estimate.ci->high <= 1);
            if (estimate.ci->low > -1)
                CHECK_FALSE(estimate.hasCaveat("cut"));
        }
    }
}

TEST_CASE("a proportion's limits are no less than 0") {
    const AgreementDocument document =
        measured(dataFromRows({"1 1 2", "1 2 3", "2 1 3", "3 2 1", "2 3 1", "1 3 2"}));
    const Estimate& percent = overall(document, "percent_agreement");
    CHECK(percent.ci->low == 0);
    CHECK(percent.hasCaveat("cut"));
    CHECK(ofCategory(document, "1", "specific_agreement").ci->low == 0);
    CHECK(overall(document, "fleiss_kappa").ci->low < 0);
}

TEST_CASE("ordinal alpha's error knows that its distances come from the ratings") {
    base::Random random(5);
    std::vector<std::string> rows;
    for (int unit = 0; unit < 120; ++unit) {
        const auto truth = random.below(4);
        std::string row;
        for (int rater = 0; rater < 3; ++rater) {
            const auto given = std::min<std::uint64_t>(truth + random.below(8) / 6, 4);
            row += random.below(10) == 0 ? ". " : std::to_string(given * given) + " ";
        }
        rows.push_back(row);
    }
    const ReliabilityData data = dataFromRows(rows, Scale::Ordinal);
    MeasureOptions options;
    options.only = {"krippendorff_alpha"};
    const double se = *overall(measured(data, options), "krippendorff_alpha", "ordinal").se;
    options.ci = IntervalKind::Jackknife;
    const Estimate jackknife = overall(measured(data, options), "krippendorff_alpha", "ordinal");
    const double half = (jackknife.ci->high - jackknife.ci->low) / 2;
    CHECK(se == Approx(half / tQuantile(0.975, static_cast<double>(data.unitCount()) - 1)).epsilon(0.02));
}
