// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/measure.h"

#include "agreement/coefficient_table.h"
#include "agreement/distributions.h"
#include "agreement/resample.h"
#include "agreement/run.h"
#include "base/format.h"

#include <algorithm>
#include <cmath>

namespace rapport::agreement {

const char* name(MissingRule rule) {
    return rule == MissingRule::Listwise ? "listwise" : "available";
}

const char* name(IntervalKind kind) {
    switch (kind) {
    case IntervalKind::Analytic:
        return "analytic";
    case IntervalKind::Bootstrap:
        return "bootstrap";
    case IntervalKind::Jackknife:
        return "jackknife";
    case IntervalKind::None:
        return "none";
    }
    return "none";
}

base::Status checkOptions(const ReliabilityData& data, const MeasureOptions& options) {
    if (!(options.level > 0 && options.level < 1))
        return base::fail(base::Errc::InvalidArgument,
                          fmt::format("the confidence level {} is not between 0 and 1", options.level));
    if (options.ci == IntervalKind::Bootstrap && options.replicates < 2)
        return base::fail(base::Errc::InvalidArgument, "a bootstrap needs two replicates or more");
    if (options.resample == ResampleBy::Cluster && data.clusterOfUnit().empty())
        return base::fail(base::Errc::InvalidArgument, "the data have no clusters to resample",
                          "add a column 'cluster', or use --resample unit");
    if (options.gold && !data.raterNamed(*options.gold))
        return base::fail(base::Errc::InvalidArgument, fmt::format("no rater is called '{}'", *options.gold),
                          "the raters are the columns of the table");
    for (const std::string& id : options.only) {
        const auto all = coefficients();
        if (id != "alpha_below" &&
            std::none_of(all.begin(), all.end(), [&id](const Coefficient& each) { return each.id == id; }))
            return base::fail(base::Errc::InvalidArgument, fmt::format("no coefficient is called '{}'", id));
    }
    return {};
}

ErrorModel errorModel(const ReliabilityData& data, const MeasureOptions& options) {
    ErrorModel model;
    model.kind = options.ci;
    model.missingRule = options.missingRule;
    model.byCluster = options.resample ? *options.resample == ResampleBy::Cluster : data.isClustered();
    model.ignoresClusters = data.isClustered() && !model.byCluster;
    model.level = options.level;
    model.caveats = options.caveats;
    return model;
}

base::Result<std::vector<WeightMatrix>> weightsFor(const ReliabilityData& data,
                                                   const MeasureOptions& options) {
    std::vector<WeightRequest> requests = options.weights;
    if (requests.empty()) {
        requests.push_back({WeightKind::Identity, {}});
        if (data.scale() != Scale::Nominal)
            for (const WeightKind kind : {WeightKind::Linear, WeightKind::Quadratic, WeightKind::Ordinal})
                requests.push_back({kind, {}});
    }
    std::vector<WeightMatrix> weights;
    for (const WeightRequest& request : requests) {
        RAPPORT_ASSIGN(WeightMatrix matrix, WeightMatrix::make(request, data, options.weightBy));
        weights.push_back(std::move(matrix));
    }
    return weights;
}

std::vector<Metric> metricsFor(const ReliabilityData& data) {
    if (data.scale() == Scale::Nominal)
        return {nominalMetric()};
    return {nominalMetric(), ordinalMetric(), intervalMetric(data), ratioMetric(data)};
}

DataSummary summaryOf(const ReliabilityData& data) {
    DataSummary summary;
    summary.units = static_cast<std::int64_t>(data.unitCount());
    summary.raters = data.raters();
    summary.scale = name(data.scale());
    summary.categories = data.categories();
    summary.categoriesDeclared = data.categoriesDeclared();
    summary.missing = data.missingCount();
    summary.pairableUnits = data.pairableUnits();
    summary.completeUnits = data.completeUnits();
    if (!data.clusterOfUnit().empty())
        summary.clusters = static_cast<std::int64_t>(data.clusterCount());
    summary.unitOfAnalysis = data.unitOfAnalysis();
    summary.note = data.note();
    return summary;
}

namespace {

bool isTest(const Estimate& estimate) {
    return estimate.id == "mcnemar" || estimate.id == "stuart_maxwell" || estimate.id == "bhapkar";
}

/// Percentile interval of the replicates. SOURCE: Efron 1979; Zapf et al. 2016 for agreement
void setBootstrapInterval(Estimate& estimate, std::vector<double> values, std::int64_t groups,
                          const ErrorModel& model, std::uint64_t seed) {
    constexpr double enough = 0.95;
    const std::size_t all = values.size();
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.size() < all)
        estimate.addCaveat("undefined_replicates");
    if (static_cast<double>(values.size()) < enough * static_cast<double>(all) || values.size() < 2)
        return;
    if (!estimate.se && estimate.units >= 2) {
        double mean = 0;
        for (const double value : values)
            mean += value;
        mean /= static_cast<double>(values.size());
        double squares = 0;
        for (const double value : values)
            squares += (value - mean) * (value - mean);
        estimate.se = std::sqrt(squares / static_cast<double>(values.size() - 1));
    }
    std::sort(values.begin(), values.end());
    if (values.back() - values.front() < 1e-14) {
        estimate.addCaveat("degenerate_se");
        return;
    }
    if (model.byCluster && groups < fewClusters) {
        estimate.addCaveat("few_clusters");
        return;
    }
    Interval interval;
    interval.low = quantileOfSorted(values, (1 - model.level) / 2);
    interval.high = quantileOfSorted(values, 1 - (1 - model.level) / 2);
    interval.level = model.level;
    interval.method = model.byCluster ? "cluster_bootstrap" : "bootstrap";
    if (model.byCluster)
        interval.clusters = groups;
    interval.replicates = static_cast<std::int64_t>(values.size());
    interval.seed = seed;
    estimate.ci = interval;
}

void setJackknifeInterval(Estimate& estimate, const LeftOut& leftOut, std::size_t quantity,
                          const ErrorModel& model) {
    const auto error = jackknifeError(leftOut, quantity);
    if (!error) {
        estimate.addCaveat("undefined_replicates");
        return;
    }
    double groups = 0;
    for (const double times : leftOut.times)
        groups += times;
    estimate.se = *error;
    if (*error == 0) {
        estimate.addCaveat("degenerate_se");
        return;
    }
    if (model.byCluster && groups < static_cast<double>(fewClusters)) {
        estimate.addCaveat("few_clusters");
        return;
    }
    estimate.df = groups - 1;
    setSymmetricInterval(estimate, *error, tQuantile(1 - (1 - model.level) / 2, groups - 1), model.level,
                         model.byCluster ? "cluster_jackknife" : "jackknife");
    if (model.byCluster)
        estimate.ci->clusters = std::llround(groups);
}

} // namespace

base::Result<RunResult> run(const Analysis& analysis, const std::vector<Quantity>& quantities,
                            const MeasureOptions& options, const base::Task& task) {
    const ErrorModel model = errorModel(analysis.data(), options);
    RunResult result;
    if (task.isStopped())
        return base::Task::cancelled();
    result.sample = analysis.sample(needsOf(quantities));
    for (const Quantity& quantity : quantities)
        result.estimates.push_back(estimateOf(analysis, result.sample, quantity, model));
    if (task.isStopped())
        return base::Task::cancelled();

    std::vector<Quantity> resampled;
    std::vector<std::size_t> places;
    for (std::size_t index = 0; index < quantities.size(); ++index) {
        const Estimate& estimate = result.estimates[index];
        if (estimate.value && estimate.units >= 2 && !isTest(estimate)) {
            resampled.push_back(quantities[index]);
            places.push_back(index);
        }
    }
    std::vector<std::pair<std::size_t, std::vector<double>>> alphaReplicates;
    if (options.ci == IntervalKind::Bootstrap && !resampled.empty()) {
        const ResamplePlan plan{options.replicates, options.seed, model.byCluster, options.threads};
        RAPPORT_ASSIGN(const Replicates replicates, bootstrap(analysis, resampled, plan, task));
        for (std::size_t index = 0; index < resampled.size(); ++index) {
            std::vector<double> values = replicates.of(index);
            if (resampled[index].part == Part::Overall &&
                result.estimates[places[index]].id == "krippendorff_alpha")
                alphaReplicates.emplace_back(places[index], values);
            setBootstrapInterval(result.estimates[places[index]], std::move(values), replicates.groups, model,
                                 options.seed);
        }
    }
    if (options.ci == IntervalKind::Jackknife && !resampled.empty()) {
        RAPPORT_ASSIGN(const LeftOut leftOut,
                       leaveOneOut(analysis, resampled, model.byCluster, options.threads, task));
        for (std::size_t index = 0; index < resampled.size(); ++index)
            setJackknifeInterval(result.estimates[places[index]], leftOut, index, model);
    }
    if (options.ci == IntervalKind::None)
        return result;
    for (std::size_t index = 0; index < quantities.size(); ++index) {
        const Estimate& alpha = result.estimates[index];
        if (alpha.id != "krippendorff_alpha" || quantities[index].part != Part::Overall)
            continue;
        Estimate below = alphaBelow(alpha, alpha.ci ? alpha.df.value_or(0) : 0);
        for (auto& [place, values] : alphaReplicates) {
            if (place != index || !alpha.ci)
                continue;
            std::erase_if(values, [](double value) { return std::isnan(value); });
            const auto share = [&all = values](double threshold) {
                return static_cast<double>(std::count_if(
                           all.begin(), all.end(), [threshold](double value) { return value < threshold; })) /
                       static_cast<double>(all.size());
            };
            below.undefined.reset();
            below.probabilities = {{"0.667", share(0.667)}, {"0.8", share(0.8)}};
        }
        result.alphaBelow.push_back(std::move(below));
    }
    return result;
}

void layOut(const Analysis& analysis, const std::vector<Quantity>& quantities, RunResult& result,
            AgreementDocument& document) {
    const ReliabilityData& data = analysis.data();
    for (std::size_t index = 0; index < quantities.size(); ++index) {
        const Quantity& quantity = quantities[index];
        Estimate& estimate = result.estimates[index];
        if (quantity.part == Part::Overall) {
            document.overall.push_back(std::move(estimate));
            continue;
        }
        if (quantity.part == Part::Category) {
            const std::string& category = data.categories()[quantity.category];
            if (document.byCategory.empty() || document.byCategory.back().category != category)
                document.byCategory.push_back({category, {}});
            document.byCategory.back().estimates.push_back(std::move(estimate));
            continue;
        }
        const auto [first, second] = analysis.pairs()[quantity.pair];
        if (document.pairs.empty() || document.pairs.back().raters[0] != data.raters()[first] ||
            document.pairs.back().raters[1] != data.raters()[second]) {
            const PairTable& table = result.sample.pairs[quantity.pair];
            PairResult pair;
            pair.raters = {data.raters()[first], data.raters()[second]};
            pair.units = std::llround(table.n);
            if (!analysis.isSets()) {
                pair.categories = data.categories();
                pair.table.assign(table.q, std::vector<std::int64_t>(table.q, 0));
                for (std::size_t k = 0; k < table.q; ++k)
                    for (std::size_t l = 0; l < table.q; ++l)
                        pair.table[k][l] = std::llround(table.at(k, l));
            }
            document.pairs.push_back(std::move(pair));
        }
        document.pairs.back().estimates.push_back(std::move(estimate));
    }
    for (Estimate& below : result.alphaBelow)
        document.overall.push_back(std::move(below));
}

base::Result<AgreementDocument> measure(const ReliabilityData& given, const MeasureOptions& options,
                                        const base::Task& task) {
    RAPPORT_TRY(checkOptions(given, options));
    const bool listwise = options.missingRule == MissingRule::Listwise;
    const ReliabilityData complete = listwise ? given.completeOnly() : ReliabilityData();
    const ReliabilityData& data = listwise ? complete : given;

    RAPPORT_ASSIGN(std::vector<WeightMatrix> weights, weightsFor(data, options));
    const Analysis analysis(data, std::move(weights), metricsFor(data));
    constexpr std::size_t mostRatersShown = 12;
    const bool pairs = options.pairs == PairsShown::All ||
                       (options.pairs == PairsShown::Automatic && data.raterCount() <= mostRatersShown);
    const std::vector<Quantity> quantities = quantitiesFor(analysis, options.only, pairs, options.byCategory);
    RAPPORT_ASSIGN(RunResult result, run(analysis, quantities, options, task));

    AgreementDocument document;
    document.data = summaryOf(given);
    layOut(analysis, quantities, result, document);
    if (options.gold) {
        Needs needs{false, false, true, true};
        document.againstGold = againstGold(analysis, analysis.sample(needs), *data.raterNamed(*options.gold));
    }
    if (options.diagnostics) {
        const std::vector<Metric> metrics = metricsFor(data);
        const std::size_t own =
            std::min<std::size_t>(static_cast<std::size_t>(data.scale()), metrics.size() - 1);
        RAPPORT_ASSIGN(document.diagnostics, diagnose(data, metrics[own], document.overall, options, task));
    }
    return document;
}

} // namespace rapport::agreement
