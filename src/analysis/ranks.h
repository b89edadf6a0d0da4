// SPDX-License-Identifier: GPL-3.0-or-later
// Ordered values of groups compared by ranks, with ties. Large-sample tests: for a handful of people per
// group they are rough. Pure functions; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace rapport::analysis {

struct RankComparison {
    std::int64_t first = 0;
    std::int64_t second = 0;
    std::optional<double> u; ///< of the first group
    std::optional<double> z;
    std::optional<double> pValue;       ///< with the correction for ties and for continuity
    std::optional<double> rankBiserial; ///< -1 to 1: share of pairs in which the first is higher minus lower
};
/// SOURCE: Mann & Whitney 1947; ties: Lehmann 1975; effect: Kerby 2014
[[nodiscard]] RankComparison mannWhitney(std::span<const double> first, std::span<const double> second);

struct RankGroups {
    std::optional<double> h; ///< corrected for ties
    std::optional<double> df;
    std::optional<double> pValue;
    std::optional<double> epsilonSquared; ///< 0 to 1
};
/// Empty groups do not count. SOURCE: Kruskal & Wallis 1952; effect: Tomczak & Tomczak 2014
[[nodiscard]] RankGroups kruskalWallis(const std::vector<std::vector<double>>& groups);

struct Description {
    std::int64_t n = 0;
    std::optional<double> mean;
    std::optional<double> sd; ///< none below two values
    std::optional<double> smallest;
    std::optional<double> lowerQuartile; ///< type 7 of Hyndman & Fan 1996
    std::optional<double> median;
    std::optional<double> upperQuartile;
    std::optional<double> largest;
};
[[nodiscard]] Description describe(std::vector<double> values);

} // namespace rapport::analysis
