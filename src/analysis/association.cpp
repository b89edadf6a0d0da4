// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/association.h"

#include "agreement/distributions.h"

#include <algorithm>
#include <cmath>

namespace rapport::analysis {

namespace {

/// log of the number of ways to choose k of n.
double logChoose(double n, double k) {
    return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
}

} // namespace

double fisherTwoSided(const TwoByTwo& table) {
    const auto first = static_cast<double>(table.firstWith + table.firstWithout);
    const auto second = static_cast<double>(table.secondWith + table.secondWithout);
    const auto with = static_cast<double>(table.firstWith + table.secondWith);
    const std::int64_t low = std::max<std::int64_t>(0, table.firstWith - table.secondWithout);
    const std::int64_t high =
        std::min(table.firstWith + table.firstWithout, table.firstWith + table.secondWith);
    const double all = logChoose(first + second, with);
    const auto logProbability = [&](std::int64_t a) {
        return logChoose(first, static_cast<double>(a)) + logChoose(second, with - static_cast<double>(a)) -
               all;
    };
    // Tables that are as likely but for rounding count as equal.
    const double observed = logProbability(table.firstWith) + 1e-7;
    double sum = 0;
    for (std::int64_t a = low; a <= high; ++a) {
        const double each = logProbability(a);
        if (each <= observed)
            sum += std::exp(each);
    }
    return std::min(sum, 1.0);
}

GroupComparison compareGroups(const TwoByTwo& table, double level) {
    GroupComparison result;
    const std::int64_t first = table.firstWith + table.firstWithout;
    const std::int64_t second = table.secondWith + table.secondWithout;
    if (first == 0 || second == 0)
        return result;
    const Proportion one = proportion(table.firstWith, first, level);
    const Proportion other = proportion(table.secondWith, second, level);
    const double p1 = *one.share;
    const double p2 = *other.share;
    result.riskDifference = p1 - p2;
    const double below = std::hypot(p1 - one.limits->low, other.limits->high - p2);
    const double above = std::hypot(one.limits->high - p1, p2 - other.limits->low);
    result.riskLimits =
        Limits{std::max(p1 - p2 - below, -1.0), std::min(p1 - p2 + above, 1.0), level, "newcombe"};
    const std::int64_t with = table.firstWith + table.secondWith;
    const std::int64_t all = first + second;
    if (with == 0 || with == all)
        return result; // nobody or everybody has it: nothing that could differ
    const auto n = static_cast<double>(all);
    const double smallest =
        static_cast<double>(std::min(first, second)) * static_cast<double>(std::min(with, all - with)) / n;
    result.smallestExpected = smallest;
    auto a = static_cast<double>(table.firstWith);
    auto b = static_cast<double>(table.firstWithout);
    auto c = static_cast<double>(table.secondWith);
    auto d = static_cast<double>(table.secondWithout);
    const double cross = a * d - b * c;
    const double statistic = n * cross * cross /
                             (static_cast<double>(first) * static_cast<double>(second) *
                              static_cast<double>(with) * static_cast<double>(all - with));
    result.cramersV = std::min(std::sqrt(statistic / n), 1.0);
    if (smallest < 5) {
        result.test = "fisher";
        result.pValue = fisherTwoSided(table);
    } else {
        result.test = "chi_square";
        result.statistic = statistic;
        result.df = 1;
        result.pValue = agreement::chiSquareUpper(statistic, 1);
    }
    const bool isCorrected = a == 0 || b == 0 || c == 0 || d == 0;
    if (isCorrected) {
        for (double* cell : {&a, &b, &c, &d})
            *cell += 0.5;
    }
    const double logOdds = std::log(a * d / (b * c));
    const double spread =
        agreement::normalQuantile(1 - (1 - level) / 2) * std::sqrt(1 / a + 1 / b + 1 / c + 1 / d);
    result.oddsRatio = std::exp(logOdds);
    result.oddsLimits = Limits{std::exp(logOdds - spread), std::exp(logOdds + spread), level,
                               isCorrected ? "woolf_corrected" : "woolf"};
    return result;
}

TableTest chiSquare(const std::vector<std::vector<std::int64_t>>& counts) {
    TableTest result;
    std::vector<double> rows;
    std::vector<double> columns;
    double n = 0;
    for (const auto& row : counts) {
        double sum = 0;
        columns.resize(std::max(columns.size(), row.size()), 0.0);
        for (std::size_t column = 0; column < row.size(); ++column) {
            sum += static_cast<double>(row[column]);
            columns[column] += static_cast<double>(row[column]);
        }
        rows.push_back(sum);
        n += sum;
    }
    const auto filled = [](const std::vector<double>& sums) {
        return std::count_if(sums.begin(), sums.end(), [](double sum) { return sum > 0; });
    };
    const auto height = filled(rows);
    const auto width = filled(columns);
    if (height < 2 || width < 2)
        return result;
    double statistic = 0;
    double smallest = n;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const double expected = rows[row] * columns[column] / n;
            if (expected <= 0)
                continue;
            smallest = std::min(smallest, expected);
            const double observed =
                column < counts[row].size() ? static_cast<double>(counts[row][column]) : 0.0;
            statistic += (observed - expected) * (observed - expected) / expected;
        }
    }
    result.smallestExpected = smallest;
    result.statistic = statistic;
    result.df = static_cast<double>((height - 1) * (width - 1));
    result.pValue = agreement::chiSquareUpper(statistic, *result.df);
    result.cramersV =
        std::min(std::sqrt(statistic / (n * static_cast<double>(std::min(height, width) - 1))), 1.0);
    return result;
}

ScoreAssociation pointBiserial(std::span<const int> code, std::span<const double> score, double level) {
    ScoreAssociation result;
    double sumWith = 0;
    double sumWithout = 0;
    for (std::size_t i = 0; i < code.size(); ++i) {
        ++(code[i] != 0 ? result.with : result.without);
        (code[i] != 0 ? sumWith : sumWithout) += score[i];
    }
    if (result.with > 0)
        result.meanWith = sumWith / static_cast<double>(result.with);
    if (result.without > 0)
        result.meanWithout = sumWithout / static_cast<double>(result.without);
    const auto n = static_cast<double>(code.size());
    if (result.with == 0 || result.without == 0 || code.size() < 3)
        return result;
    const double mean = (sumWith + sumWithout) / n;
    const double share = static_cast<double>(result.with) / n;
    double squares = 0;
    double products = 0;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const double deviation = score[i] - mean;
        squares += deviation * deviation;
        products += deviation * ((code[i] != 0 ? 1.0 : 0.0) - share);
    }
    if (squares <= 1e-12 * n)
        return result;
    const double r = std::clamp(products / std::sqrt(squares * n * share * (1 - share)), -1.0, 1.0);
    result.r = r;
    result.df = n - 2;
    if (std::abs(r) < 1) {
        result.t = r * std::sqrt((n - 2) / (1 - r * r));
        result.pValue = agreement::tTwoSided(*result.t, n - 2);
        if (code.size() > 3) {
            const double z = std::atanh(r);
            const double spread = agreement::normalQuantile(1 - (1 - level) / 2) / std::sqrt(n - 3);
            result.limits = Limits{std::tanh(z - spread), std::tanh(z + spread), level, "fisher_z"};
        }
    }
    return result;
}

} // namespace rapport::analysis
