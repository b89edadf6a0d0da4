// SPDX-License-Identifier: GPL-3.0-or-later
// Shares with their limits. Where each person counts once: Wilson's. Where persons (or transcripts) count
// more than once: limits that take the clusters into account. Refuses limits from fewer than ten clusters.
// Pure functions; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rapport::analysis {

/// Confidence limits. `method`: "wilson", "cluster_logit", "wilson_by_cluster", "newcombe", "woolf",
/// "woolf_corrected", "fisher_z".
struct Limits {
    double low = 0;
    double high = 0;
    double level = 0.95;
    std::string method;
};

struct Proportion {
    std::int64_t holding = 0;    ///< units that have it
    std::int64_t units = 0;      ///< units that were judged
    std::int64_t clusters = 0;   ///< 0: every unit is a person of its own
    std::optional<double> share; ///< none without units
    std::optional<Limits> limits;
    std::string caveat; ///< "few_clusters", or empty
};

/// 0 <= holding <= units; 0 < level < 1. SOURCE: Wilson 1927
[[nodiscard]] Proportion proportion(std::int64_t holding, std::int64_t units, double level);

/// One person or transcript.
struct ClusterCount {
    std::int64_t holding = 0;
    std::int64_t units = 0;
};

/// With fewer there are no limits.
inline constexpr std::int64_t fewestClusters = 10;

/// The pooled share. Its variance is linearised over clusters, C/(C-1) sum (y_c - p n_c)^2 / n^2, and the
/// limits are t(C-1) on the logit scale, so that they stay within 0 and 1. Where the variance is 0 (nobody or
/// everybody) they are Wilson's for as many units as there are clusters. Empty clusters do not count.
/// SOURCE: Korn & Graubard 1999, section 3.3; Cochran 1977, eq. 11.9
[[nodiscard]] Proportion clusteredProportion(std::span<const ClusterCount> clusters, double level);

} // namespace rapport::analysis
