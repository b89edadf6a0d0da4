// SPDX-License-Identifier: GPL-3.0-or-later
// Estimates of a list of quantities with the intervals that the options ask for. Shared by measure(),
// measureSets(), panels and comparisons. Internal to the room.
#pragma once

#include "agreement/estimation.h"
#include "agreement/measure.h"
#include "base/task.h"

#include <vector>

namespace rapport::agreement {

/// Errors (InvalidArgument): level, replicates, clusters that are not there.
[[nodiscard]] base::Status checkOptions(const ReliabilityData& data, const MeasureOptions& options);
[[nodiscard]] ErrorModel errorModel(const ReliabilityData& data, const MeasureOptions& options);
/// The weights asked for, or the scale's own.
[[nodiscard]] base::Result<std::vector<WeightMatrix>> weightsFor(const ReliabilityData& data,
                                                                 const MeasureOptions& options);
/// The scale's own distances.
[[nodiscard]] std::vector<Metric> metricsFor(const ReliabilityData& data);
[[nodiscard]] DataSummary summaryOf(const ReliabilityData& data);

struct RunResult {
    std::vector<Estimate> estimates;  ///< one per quantity
    std::vector<Estimate> alphaBelow; ///< one per overall alpha
    Sample sample;
};
[[nodiscard]] base::Result<RunResult> run(const Analysis& analysis, const std::vector<Quantity>& quantities,
                                          const MeasureOptions& options, const base::Task& task);

/// Pair and category results laid out from a run; categories only where they were asked for.
void layOut(const Analysis& analysis, const std::vector<Quantity>& quantities, RunResult& result,
            AgreementDocument& document);

[[nodiscard]] std::vector<GoldResult> againstGold(const Analysis& analysis, const Sample& sample,
                                                  std::size_t gold);
/// `metric` names the distance of alpha.
[[nodiscard]] base::Result<Diagnostics> diagnose(const ReliabilityData& data, const Metric& metric,
                                                 const std::vector<Estimate>& overall,
                                                 const MeasureOptions& options, const base::Task& task);
/// What alpha becomes without each rater (of three or more), cluster and unit.
[[nodiscard]] std::vector<InfluenceResult> influences(const ReliabilityData& data, const Metric& metric);
/// Probabilistic benchmarking of one value on all six scales. SOURCE: Gwet 2014, chapter 6
[[nodiscard]] std::vector<BenchmarkResult> benchmark(double value, double se);

} // namespace rapport::agreement
