// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/association.h"

#include "agreement/distributions.h"
#include "base/random.h"

#include <algorithm>
#include <cmath>

namespace rapport::analysis {

namespace {

/// log of the number of ways to choose k of n.
double logChoose(double n, double k) {
    return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
}

/// Tables that are as likely but for rounding count as equal.
constexpr double alike = 1e-7;

/// Groups by without and with, all tables that have their margins.
class ManyGroups {
public:
    explicit ManyGroups(const std::vector<std::vector<std::int64_t>>& counts) {
        for (const auto& row : counts) {
            m_sizes.push_back(row[0] + row[1]);
            m_with += row[1];
            m_all += m_sizes.back();
        }
        // Of with and without the rarer one: fewer steps, the same tables.
        const bool isMostWith = m_with * 2 > m_all;
        if (isMostWith)
            m_with = m_all - m_with;
        double observed = 0;
        for (std::size_t group = 0; group < counts.size(); ++group) {
            auto& logs = m_logs.emplace_back();
            for (std::int64_t k = 0; k <= std::min(m_sizes[group], m_with); ++k)
                logs.push_back(logChoose(static_cast<double>(m_sizes[group]), static_cast<double>(k)));
            observed += logs[static_cast<std::size_t>(counts[group][isMostWith ? 0 : 1])];
        }
        m_observed = observed + alike;
    }

    /// How many tables there are, or more than `enough`. One pass over the sums for each group.
    [[nodiscard]] double tables(double enough) const {
        // Beyond this, differences of running sums would no longer be whole numbers, and no group after it
        // makes them fewer than enough.
        constexpr double exactly = 9e15;
        const auto sums = static_cast<std::size_t>(m_with) + 1;
        std::vector<double> ways(sums, 0.0);
        ways[0] = 1;
        double all = 1;
        for (const auto& logs : m_logs) {
            all *= static_cast<double>(logs.size());
            if (all > exactly)
                return enough + 1;
            std::vector<double> upTo(sums + 1, 0.0);
            for (std::size_t sum = 0; sum < sums; ++sum)
                upTo[sum + 1] = upTo[sum] + ways[sum];
            for (std::size_t sum = 0; sum < sums; ++sum)
                ways[sum] = upTo[sum + 1] - upTo[sum + 1 - std::min(logs.size(), sum + 1)];
        }
        return ways.back();
    }

    [[nodiscard]] double exact() const {
        const double all = logChoose(static_cast<double>(m_all), static_cast<double>(m_with));
        return std::min(sumOf(0, m_with, 0.0, all), 1.0);
    }

    [[nodiscard]] double simulated() const {
        constexpr int draws = 20'000;
        base::Random random(1);
        int notLikelier = 0;
        for (int draw = 0; draw < draws; ++draw) {
            std::int64_t people = m_all;
            std::int64_t with = m_with;
            double log = 0;
            for (std::size_t group = 0; group < m_sizes.size(); ++group) {
                const std::int64_t here = drawn(random, people, m_sizes[group], with);
                log += m_logs[group][static_cast<std::size_t>(here)];
                people -= m_sizes[group];
                with -= here;
            }
            notLikelier += log <= m_observed ? 1 : 0;
        }
        return (1.0 + notLikelier) / (1.0 + draws);
    }

private:
    /// How many of `with` people fall into a group of `size` among `all`: hypergeometric, by going through
    /// the numbers from the likeliest outwards.
    static std::int64_t drawn(base::Random& random, std::int64_t all, std::int64_t size, std::int64_t with) {
        const std::int64_t low = std::max<std::int64_t>(0, with - (all - size));
        const std::int64_t high = std::min(size, with);
        const auto number = [](std::int64_t value) { return static_cast<double>(value); };
        const std::int64_t likeliest = std::clamp(
            static_cast<std::int64_t>(number(with + 1) * number(size + 1) / number(all + 2)), low, high);
        const double most = std::exp(logChoose(number(size), number(likeliest)) +
                                     logChoose(number(all - size), number(with - likeliest)) -
                                     logChoose(number(all), number(with)));
        double left = random.uniform() - most;
        double above = most;
        double below = most;
        for (std::int64_t up = likeliest, down = likeliest; left > 0 && (up < high || down > low);) {
            if (up < high) {
                above *= number(size - up) * number(with - up) /
                         (number(up + 1) * number(all - size - with + up + 1));
                left -= above;
                if (left <= 0)
                    return up + 1;
                ++up;
            }
            if (down > low) {
                below *= number(down) * number(all - size - with + down) /
                         (number(size - down + 1) * number(with - down + 1));
                left -= below;
                if (left <= 0)
                    return down - 1;
                --down;
            }
        }
        return likeliest;
    }

    [[nodiscard]] double sumOf(std::size_t group, std::int64_t left, double log, double all) const {
        const auto& logs = m_logs[group];
        if (group + 1 == m_logs.size()) {
            if (left >= static_cast<std::int64_t>(logs.size()))
                return 0;
            const double whole = log + logs[static_cast<std::size_t>(left)];
            return whole <= m_observed ? std::exp(whole - all) : 0;
        }
        double sum = 0;
        for (std::size_t k = 0; k < logs.size() && static_cast<std::int64_t>(k) <= left; ++k)
            sum += sumOf(group + 1, left - static_cast<std::int64_t>(k), log + logs[k], all);
        return sum;
    }

    std::vector<std::int64_t> m_sizes;
    std::int64_t m_with = 0;
    std::int64_t m_all = 0;
    std::vector<std::vector<double>> m_logs; ///< of each group: ways to choose so many of it
    double m_observed = 0;
};

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
    const double observed = logProbability(table.firstWith) + alike;
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
    result.test = "chi_square";
    result.df = static_cast<double>((height - 1) * (width - 1));
    result.pValue = agreement::chiSquareUpper(statistic, *result.df);
    result.cramersV =
        std::min(std::sqrt(statistic / (n * static_cast<double>(std::min(height, width) - 1))), 1.0);
    return result;
}

TableTest compareManyGroups(const std::vector<std::vector<std::int64_t>>& counts) {
    constexpr double mostTables = 300'000;
    TableTest result = chiSquare(counts);
    if (!result.smallestExpected || *result.smallestExpected >= 5)
        return result;
    result.statistic.reset();
    result.df.reset();
    const ManyGroups groups(counts);
    const bool isExact = groups.tables(mostTables) <= mostTables;
    result.test = isExact ? "fisher" : "fisher_simulated";
    result.pValue = isExact ? groups.exact() : groups.simulated();
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
