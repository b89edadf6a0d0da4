// SPDX-License-Identifier: GPL-3.0-or-later
// What a number alone does not tell: who and what moves it, whether it changed while coding, what it may be
// called.
#include "agreement/coefficient_table.h"
#include "agreement/distributions.h"
#include "agreement/many_raters.h"
#include "agreement/run.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rapport::agreement {

// --- rater against gold

namespace {

std::optional<double> share(double part, double whole) {
    return whole > 0 ? std::optional<double>(part / whole) : std::nullopt;
}

/// Mean over the categories for which it is defined.
class Macro {
public:
    void add(std::optional<double> value) {
        if (value) {
            m_sum += *value;
            m_count += 1;
        }
    }
    [[nodiscard]] std::optional<double> mean() const { return share(m_sum, m_count); }

private:
    double m_sum = 0;
    double m_count = 0;
};

GoldResult goldResult(const PairTable& table, const ReliabilityData& data) {
    GoldResult result;
    result.units = std::llround(table.n);
    result.categories = data.categories();
    double correct = 0;
    double crossed = 0;
    double goldSquares = 0;
    double raterSquares = 0;
    Macro sensitivity;
    Macro specificity;
    Macro precision;
    Macro f1;
    const bool binary = table.q == 2;
    const std::size_t positive = positiveCategory(data);
    if (binary)
        result.positive = data.categories()[positive];
    for (std::size_t k = 0; k < table.q; ++k) {
        std::vector<std::int64_t>& line = result.table.emplace_back();
        for (std::size_t l = 0; l < table.q; ++l)
            line.push_back(std::llround(table.at(k, l)));
        const double both = table.at(k, k);
        const double gold = table.row[k];
        const double given = table.column[k];
        correct += both;
        crossed += gold * given;
        goldSquares += gold * gold;
        raterSquares += given * given;
        if (binary && k != positive)
            continue;
        sensitivity.add(share(both, gold));
        specificity.add(share(table.n - gold - given + both, table.n - gold));
        precision.add(share(both, given));
        f1.add(share(2 * both, gold + given));
    }
    result.sensitivity = sensitivity.mean();
    result.specificity = specificity.mean();
    result.precision = precision.mean();
    result.f1 = f1.mean();
    result.f1Micro = share(correct, table.n);
    // SOURCE: Matthews 1975; for more than two categories Gorodkin 2004
    const double n = table.n;
    const double spread = (n * n - goldSquares) * (n * n - raterSquares);
    if (spread > 0)
        result.mcc = (correct * n - crossed) / std::sqrt(spread);
    if (binary && result.sensitivity && result.specificity) {
        result.balancedAccuracy = (*result.sensitivity + *result.specificity) / 2;
        result.youden = *result.sensitivity + *result.specificity - 1;
    } else if (!binary) {
        result.balancedAccuracy = result.sensitivity;
    }
    if (n > 0 && n * n - crossed > 0)
        result.kappa = (correct * n - crossed) / (n * n - crossed);
    return result;
}

PairTable transposed(const PairTable& table) {
    PairTable other;
    other.reset(table.q);
    for (std::size_t k = 0; k < table.q; ++k)
        for (std::size_t l = 0; l < table.q; ++l)
            other.cells[l * table.q + k] = table.at(k, l);
    other.sum();
    return other;
}

} // namespace

std::vector<GoldResult> againstGold(const Analysis& analysis, const Sample& sample, std::size_t gold) {
    std::vector<GoldResult> results;
    for (std::size_t pair = 0; pair < analysis.pairs().size(); ++pair) {
        const auto [first, second] = analysis.pairs()[pair];
        if (first != gold && second != gold)
            continue;
        GoldResult result =
            goldResult(first == gold ? sample.pairs[pair] : transposed(sample.pairs[pair]), analysis.data());
        result.rater = analysis.data().raters()[first == gold ? second : first];
        results.push_back(std::move(result));
    }
    return results;
}

// --- benchmarking

namespace {

struct Level {
    const char* name;
    double from; ///< up to the level above it
};
struct Benchmark {
    const char* scale;
    std::vector<Level> levels; ///< best first
};

const std::vector<Benchmark>& benchmarks() {
    static const std::vector<Benchmark> all{
        {"landis_koch",
         {{"Almost Perfect", 0.8},
          {"Substantial", 0.6},
          {"Moderate", 0.4},
          {"Fair", 0.2},
          {"Slight", 0},
          {"Poor", -1}}},
        {"fleiss", {{"Excellent", 0.75}, {"Intermediate to Good", 0.4}, {"Poor", -1}}},
        {"altman", {{"Very Good", 0.8}, {"Good", 0.6}, {"Moderate", 0.4}, {"Fair", 0.2}, {"Poor", -1}}},
        {"cicchetti", {{"Excellent", 0.75}, {"Good", 0.6}, {"Fair", 0.4}, {"Poor", -1}}},
        {"krippendorff", {{"Reliable", 0.8}, {"Tentative", 0.667}, {"Unreliable", -1}}},
        {"mchugh",
         {{"Almost Perfect", 0.9},
          {"Strong", 0.8},
          {"Moderate", 0.6},
          {"Weak", 0.4},
          {"Minimal", 0.2},
          {"None", -1}}},
    };
    return all;
}

} // namespace

std::vector<BenchmarkResult> benchmark(double value, double se) {
    constexpr double required = 0.95;
    std::vector<BenchmarkResult> results;
    const double whole = normalBelow((value + 1) / se) - normalBelow((value - 1) / se);
    for (const Benchmark& each : benchmarks()) {
        double upper = 1;
        double cumulative = 0;
        for (const Level& level : each.levels) {
            cumulative +=
                (normalBelow((value - level.from) / se) - normalBelow((value - upper) / se)) / whole;
            upper = level.from;
            if (cumulative >= required || &level == &each.levels.back()) {
                results.push_back({{}, {}, each.scale, level.name, std::min(cumulative, 1.0)});
                break;
            }
        }
    }
    return results;
}

// --- drift

namespace {

base::Result<std::vector<DriftBlock>> drift(const ReliabilityData& data, const Metric& metric,
                                            const MeasureOptions& options, const base::Task& task) {
    constexpr std::size_t smallestBlock = 5;
    MeasureOptions analytic = options;
    analytic.ci = IntervalKind::Analytic;
    std::size_t blocks = options.driftBlocks;
    std::vector<DriftBlock> results;
    const std::size_t units = data.unitCount();
    blocks = std::min(blocks, units / smallestBlock);
    if (blocks == 0)
        return results;
    const auto identity = WeightMatrix::make({}, data);
    const Analysis analysis(data, {*identity}, {});
    const Sample all = analysis.sample({false, false, false, false});
    if (all.pairable == 0)
        return results;
    const double mean = all.agreement[0] / all.pairable;
    double cusum = 0;
    for (std::size_t block = 0; block < blocks; ++block) {
        if (task.isStopped())
            return base::Task::cancelled();
        const std::size_t begin = units * block / blocks;
        const std::size_t end = units * (block + 1) / blocks;
        std::vector<std::size_t> members(end - begin);
        std::iota(members.begin(), members.end(), begin);
        const ReliabilityData part = data.withUnits(members);
        DriftBlock result;
        result.firstUnit = static_cast<std::int64_t>(begin) + 1;
        result.lastUnit = static_cast<std::int64_t>(end);
        result.pairableUnits = part.pairableUnits();
        double agreeing = 0;
        for (const std::size_t unit : members)
            agreeing += analysis.agreementOf(0, analysis.counts().ofPattern(data.patternOfUnit(unit)));
        if (result.pairableUnits > 0)
            result.percentAgreement = agreeing / static_cast<double>(result.pairableUnits);
        const Analysis own(part, {}, {metric});
        const std::string only[] = {"krippendorff_alpha"};
        const std::vector<Quantity> quantities = quantitiesFor(own, only, false, false);
        const Estimate alpha =
            estimateOf(own, own.sample(needsOf(quantities)), quantities.front(), errorModel(part, analytic));
        result.alpha = alpha.value;
        result.alphaCi = alpha.ci;
        cusum += agreeing - mean * static_cast<double>(result.pairableUnits);
        result.cusum = cusum;
        results.push_back(result);
    }
    return results;
}

} // namespace

base::Result<Diagnostics> diagnose(const ReliabilityData& data, const Metric& metric,
                                   const std::vector<Estimate>& overall, const MeasureOptions& options,
                                   const base::Task& task) {
    Diagnostics diagnostics;
    if (data.raterCount() < 2)
        return diagnostics;
    if (task.isStopped())
        return base::Task::cancelled();
    if (metric.applicable)
        diagnostics.influence = influences(data, metric);
    static constexpr std::string_view benchmarked[] = {
        "fleiss_kappa", "conger_kappa",       "light_kappa",  "brennan_prediger",
        "gwet_ac",      "krippendorff_alpha", "pooled_kappa", "mean_kappa"};
    for (const Estimate& estimate : overall) {
        if (!estimate.value || !estimate.se || *estimate.se <= 0 ||
            std::find(std::begin(benchmarked), std::end(benchmarked), estimate.id) == std::end(benchmarked))
            continue;
        for (BenchmarkResult& result : benchmark(*estimate.value, *estimate.se)) {
            result.coefficient = estimate.id;
            result.weights = estimate.weights.empty() ? estimate.scale : estimate.weights;
            diagnostics.benchmark.push_back(std::move(result));
        }
    }
    if (metric.applicable) {
        RAPPORT_ASSIGN(diagnostics.drift, drift(data, metric, options, task));
    }
    return diagnostics;
}

} // namespace rapport::agreement
