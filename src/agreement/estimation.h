// SPDX-License-Identifier: GPL-3.0-or-later
// From an outcome to an estimate: standard error, interval, caveats, the sentence for what is undefined.
// Internal to the room.
#pragma once

#include "agreement/coefficient_table.h"
#include "agreement/measure.h"

#include <string>

namespace rapport::agreement {

/// How standard errors are made for the data at hand.
struct ErrorModel {
    IntervalKind kind = IntervalKind::Analytic;
    MissingRule missingRule = MissingRule::Available;
    bool byCluster = false;       ///< units of a cluster belong together
    bool ignoresClusters = false; ///< they do, but the user asked for independent units
    double level = 0.95;
    std::vector<std::string> caveats; ///< for every estimate
};

/// Fewer clusters than this give no interval; fewer units than this a caveat.
inline constexpr std::int64_t fewClusters = 10;
inline constexpr std::int64_t fewUnits = 30;

struct LinearisedError {
    double se = 0;
    double df = 0;
    std::int64_t clusters = 0; ///< by cluster only
};
/// Standard error from linearised values, by unit or by cluster. nullopt with fewer than two units or
/// clusters. SOURCE: Gwet 2014; by cluster: Binder 1983, sums of the linearised values
[[nodiscard]] std::optional<LinearisedError> linearisedError(const Analysis& analysis, const Sample& sample,
                                                             const Influence& influence, bool byCluster);
/// The linearised value of a unit; not a number where it takes no part.
[[nodiscard]] double pullOf(const Analysis& analysis, const Influence& influence, std::size_t pattern);

/// Score interval of a proportion. SOURCE: Wilson 1927
[[nodiscard]] Interval wilson(double share, double n, double level);
/// value +- quantile x se, cut to -1 .. 1, of proportions to 0 .. 1 (with the caveat `cut`).
void setSymmetricInterval(Estimate& estimate, double se, double quantile, double level, const char* method);

/// Value, standard errors and, with an analytic model, the interval.
[[nodiscard]] Estimate estimateOf(const Analysis& analysis, const Sample& sample, const Quantity& quantity,
                                  const ErrorModel& model);
/// P(alpha < threshold) for .667 and .8 from the estimate's se and df.
[[nodiscard]] Estimate alphaBelow(const Estimate& alpha, double df);
/// The sentence for people.
[[nodiscard]] std::string messageFor(Reason reason, const Quantity& quantity, const Analysis& analysis,
                                     int leftOut);

} // namespace rapport::agreement
