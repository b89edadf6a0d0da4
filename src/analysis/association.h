// SPDX-License-Identifier: GPL-3.0-or-later
// Does a code go with a group, or with a score? Tests with effect sizes and their limits. A table without
// variation gives no test, and says so by having no value. Every person counts once: who pools answers of
// the same person must not come here. Pure functions; any thread.
#pragma once

#include "analysis/proportion.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rapport::analysis {

/// Two groups by with and without.
struct TwoByTwo {
    std::int64_t firstWith = 0;
    std::int64_t firstWithout = 0;
    std::int64_t secondWith = 0;
    std::int64_t secondWithout = 0;
};

struct GroupComparison {
    std::optional<double> smallestExpected;
    std::string test; ///< "chi_square" or "fisher"; empty where a margin is empty: nothing to test
    std::optional<double> statistic; ///< of chi-square, without continuity correction
    std::optional<double> df;
    std::optional<double> pValue;
    std::optional<double> oddsRatio; ///< first to second; 0.5 is added to each cell where one is empty
    std::optional<Limits> oddsLimits;
    std::optional<double> riskDifference; ///< first minus second
    std::optional<Limits> riskLimits;
    std::optional<double> cramersV; ///< 0 to 1
};

/// Fisher's exact test, two-sided, where an expected count is below 5, else chi-square.
/// SOURCE: Fisher 1935; Pearson 1900; Woolf 1955 (odds ratio); Newcombe 1998, method 10 (difference)
[[nodiscard]] GroupComparison compareGroups(const TwoByTwo& table, double level);

/// The p-value alone: the sum over all tables with these margins that are no likelier.
[[nodiscard]] double fisherTwoSided(const TwoByTwo& table);

struct TableTest {
    std::string test; ///< "chi_square", "fisher" or "fisher_simulated"; empty where there is nothing to test
    std::optional<double> smallestExpected;
    std::optional<double> statistic;
    std::optional<double> df;
    std::optional<double> pValue;
    std::optional<double> cramersV;
};
/// Several groups by several categories; empty rows and columns are left out. [group][category].
/// SOURCE: Pearson 1900; Cramer 1946
[[nodiscard]] TableTest chiSquare(const std::vector<std::vector<std::int64_t>>& counts);

/// Several groups by without and with, [group][0 or 1]. Fisher's exact test where an expected count is below
/// 5, else chi-square. The exact test sums over all tables with these margins that are no likelier; where
/// there are too many of them, over 20,000 drawn at random, with the same draws for the same table
/// ("fisher_simulated"). SOURCE: Freeman and Halton 1951; Phipson and Smyth 2010 (p of draws is never 0)
[[nodiscard]] TableTest compareManyGroups(const std::vector<std::vector<std::int64_t>>& counts);

struct ScoreAssociation {
    std::int64_t with = 0;
    std::int64_t without = 0;
    std::optional<double> meanWith;
    std::optional<double> meanWithout;
    std::optional<double> r; ///< none where either does not vary
    std::optional<Limits> limits;
    std::optional<double> t;
    std::optional<double> df;
    std::optional<double> pValue;
};
/// Point-biserial correlation: Pearson's with 0 and 1. Same length. Limits by Fisher's z.
/// SOURCE: Fisher 1921; Tate 1954
[[nodiscard]] ScoreAssociation pointBiserial(std::span<const int> code, std::span<const double> score,
                                             double level);

} // namespace rapport::analysis
