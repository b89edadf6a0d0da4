// SPDX-License-Identifier: GPL-3.0-or-later
// Bootstrap and jackknife by integer weights on distinct patterns: nothing is tabulated again. Replicates
// draw from a seed of their own (draw.h), so that the threads' number cannot change a result. Internal to the
// room.
#pragma once

#include "agreement/coefficient_table.h"
#include "base/result.h"
#include "base/task.h"

#include <cstdint>
#include <span>
#include <vector>

namespace rapport::agreement {

struct ResamplePlan {
    std::int64_t replicates = 10000;
    std::uint64_t seed = 1;
    bool byCluster = false;
    unsigned threads = 0;
};

/// replicate x quantity; not a number where the coefficient is undefined in the replicate.
struct Replicates {
    std::size_t quantities = 0;
    std::vector<double> values;
    std::int64_t groups = 0; ///< units or clusters that were drawn
    [[nodiscard]] std::vector<double> of(std::size_t quantity) const;
};

/// Units (or clusters) drawn with replacement, as many as there are. Units that nobody rated are never drawn.
/// SOURCE: Efron 1979; clusters: Davison & Hinkley 1997, section 3.8. Errors: Cancelled.
[[nodiscard]] base::Result<Replicates> bootstrap(const Analysis& analysis,
                                                 std::span<const Quantity> quantities,
                                                 const ResamplePlan& plan, const base::Task& task);
/// The quantities' values for given units per pattern.
[[nodiscard]] std::vector<double> valuesFor(const Analysis& analysis, std::span<const Quantity> quantities,
                                            std::span<const double> patternWeights);

/// Leave-one-out values with the number of units (or 1 per cluster) that they stand for.
struct LeftOut {
    std::size_t quantities = 0;
    std::vector<double> values; ///< case x quantity
    std::vector<double> times;
};
/// Errors: Cancelled; InvalidArgument where more than 20 000 different units would have to be left out.
[[nodiscard]] base::Result<LeftOut> leaveOneOut(const Analysis& analysis,
                                                std::span<const Quantity> quantities, bool byCluster,
                                                unsigned threads, const base::Task& task);
/// sqrt((n - 1)/n sum (theta_-i - mean)^2); nullopt if a value is undefined. SOURCE: Efron 1982
[[nodiscard]] std::optional<double> jackknifeError(const LeftOut& leftOut, std::size_t quantity);

/// The p-quantile of sorted values, linear between neighbours (type 7 of Hyndman & Fan 1996).
[[nodiscard]] double quantileOfSorted(std::span<const double> sorted, double p);

} // namespace rapport::agreement
