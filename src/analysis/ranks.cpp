// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/ranks.h"

#include "agreement/distributions.h"

#include <algorithm>
#include <cmath>

namespace rapport::analysis {

namespace {

struct Ranked {
    std::vector<double> sums; ///< of mid-ranks, per group
    double ties = 0;          ///< sum of t^3 - t
};

Ranked rank(const std::vector<std::span<const double>>& groups) {
    std::vector<std::pair<double, std::size_t>> all;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        for (const double value : groups[group])
            all.emplace_back(value, group);
    }
    std::sort(all.begin(), all.end());
    Ranked ranked;
    ranked.sums.assign(groups.size(), 0.0);
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin + 1;
        while (end < all.size() && all[end].first == all[begin].first)
            ++end;
        const double middle = static_cast<double>(begin + end + 1) / 2;
        for (std::size_t i = begin; i < end; ++i)
            ranked.sums[all[i].second] += middle;
        const auto t = static_cast<double>(end - begin);
        ranked.ties += t * t * t - t;
        begin = end;
    }
    return ranked;
}

double quantile(const std::vector<double>& sorted, double p) {
    const double place = p * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

} // namespace

RankComparison mannWhitney(std::span<const double> first, std::span<const double> second) {
    RankComparison result;
    result.first = static_cast<std::int64_t>(first.size());
    result.second = static_cast<std::int64_t>(second.size());
    if (first.empty() || second.empty())
        return result;
    const Ranked ranked = rank({first, second});
    const auto m = static_cast<double>(first.size());
    const auto n = static_cast<double>(second.size());
    const double u = ranked.sums[0] - m * (m + 1) / 2;
    result.u = u;
    result.rankBiserial = 2 * u / (m * n) - 1;
    const double all = m + n;
    const double variance = m * n / 12 * (all + 1 - ranked.ties / (all * (all - 1)));
    if (variance <= 1e-12)
        return result; // all values are the same
    const double difference = u - m * n / 2;
    const double corrected =
        difference > 0 ? std::max(difference - 0.5, 0.0) : std::min(difference + 0.5, 0.0);
    result.z = corrected / std::sqrt(variance);
    result.pValue = std::min(agreement::normalTwoSided(*result.z), 1.0);
    return result;
}

RankGroups kruskalWallis(const std::vector<std::vector<double>>& groups) {
    RankGroups result;
    std::vector<std::span<const double>> filled;
    for (const auto& group : groups) {
        if (!group.empty())
            filled.emplace_back(group);
    }
    if (filled.size() < 2)
        return result;
    const Ranked ranked = rank(filled);
    double n = 0;
    double sum = 0;
    for (std::size_t group = 0; group < filled.size(); ++group) {
        const auto size = static_cast<double>(filled[group].size());
        n += size;
        sum += ranked.sums[group] * ranked.sums[group] / size;
    }
    const double correction = 1 - ranked.ties / (n * n * n - n);
    if (correction <= 1e-12)
        return result;
    const double h = std::max((12 / (n * (n + 1)) * sum - 3 * (n + 1)) / correction, 0.0);
    result.h = h;
    result.df = static_cast<double>(filled.size() - 1);
    result.pValue = agreement::chiSquareUpper(h, *result.df);
    result.epsilonSquared = std::min(h / (n - 1), 1.0);
    return result;
}

Description describe(std::vector<double> values) {
    Description result;
    result.n = static_cast<std::int64_t>(values.size());
    if (values.empty())
        return result;
    std::sort(values.begin(), values.end());
    const auto n = static_cast<double>(values.size());
    double sum = 0;
    for (const double value : values)
        sum += value;
    result.mean = sum / n;
    if (values.size() > 1) {
        double squares = 0;
        for (const double value : values)
            squares += (value - *result.mean) * (value - *result.mean);
        result.sd = std::sqrt(squares / (n - 1));
    }
    result.smallest = values.front();
    result.lowerQuartile = quantile(values, 0.25);
    result.median = quantile(values, 0.5);
    result.upperQuartile = quantile(values, 0.75);
    result.largest = values.back();
    return result;
}

} // namespace rapport::analysis
