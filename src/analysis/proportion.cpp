// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/proportion.h"

#include "agreement/distributions.h"

#include <algorithm>
#include <cmath>

namespace rapport::analysis {

namespace {

Limits wilson(double share, double units, double level, const char* method) {
    const double z = agreement::normalQuantile(1 - (1 - level) / 2);
    const double centre = share + z * z / (2 * units);
    const double spread = z * std::sqrt(share * (1 - share) / units + z * z / (4 * units * units));
    const double scale = 1 + z * z / units;
    // Rounding may not carry a limit past what it bounds.
    return {std::clamp((centre - spread) / scale, 0.0, share),
            std::clamp((centre + spread) / scale, share, 1.0), level, method};
}

} // namespace

Proportion proportion(std::int64_t holding, std::int64_t units, double level) {
    Proportion result{holding, units, 0, {}, {}, {}};
    if (units == 0)
        return result;
    result.share = static_cast<double>(holding) / static_cast<double>(units);
    result.limits = wilson(*result.share, static_cast<double>(units), level, "wilson");
    return result;
}

Proportion clusteredProportion(std::span<const ClusterCount> clusters, double level) {
    Proportion result;
    for (const ClusterCount& each : clusters) {
        if (each.units == 0)
            continue;
        result.holding += each.holding;
        result.units += each.units;
        ++result.clusters;
    }
    if (result.units == 0)
        return result;
    const auto units = static_cast<double>(result.units);
    const double share = static_cast<double>(result.holding) / units;
    result.share = share;
    if (result.clusters < fewestClusters) {
        result.caveat = "few_clusters";
        return result;
    }
    const auto count = static_cast<double>(result.clusters);
    double squares = 0;
    for (const ClusterCount& each : clusters) {
        const double residual = static_cast<double>(each.holding) - share * static_cast<double>(each.units);
        squares += residual * residual;
    }
    const double variance = count / (count - 1) * squares / (units * units);
    if (variance <= 0 || result.holding == 0 || result.holding == result.units) {
        result.limits = wilson(share, count, level, "wilson_by_cluster");
        return result;
    }
    const double t = agreement::tQuantile(1 - (1 - level) / 2, count - 1);
    const double logit = std::log(share / (1 - share));
    const double spread = t * std::sqrt(variance) / (share * (1 - share));
    const auto back = [](double x) { return 1 / (1 + std::exp(-x)); };
    result.limits = Limits{back(logit - spread), back(logit + spread), level, "cluster_logit"};
    return result;
}

} // namespace rapport::analysis
