// SPDX-License-Identifier: GPL-3.0-or-later
// Do two raters use the categories equally often?
#include "agreement/distributions.h"
#include "agreement/two_raters.h"

#include <cmath>
#include <numeric>

namespace rapport::agreement {

// SOURCE: McNemar 1947
MarginalTest mcNemar(const PairTable& table) {
    MarginalTest test;
    test.df = 1;
    if (table.q != 2)
        return test;
    const double apart = table.at(0, 1) + table.at(1, 0);
    if (apart == 0)
        return test;
    const double difference = table.at(0, 1) - table.at(1, 0);
    test.statistic = difference * difference / apart;
    test.pValue = chiSquareUpper(*test.statistic, 1);
    return test;
}

// SOURCE: Stuart 1955; Maxwell 1970. The covariance of the differences is a graph's Laplacian over the
// confusions: it has one rank less than categories for every group of categories that are confused with one
// another, so categories in which the raters never differ drop out by themselves.
MarginalTest stuartMaxwell(const PairTable& table) {
    const std::size_t q = table.q;
    MarginalTest test;
    std::vector<double> matrix(q * q, 0);
    std::vector<double> difference(q, 0);
    std::vector<std::size_t> group(q);
    std::iota(group.begin(), group.end(), std::size_t{0});
    for (std::size_t k = 0; k < q; ++k) {
        difference[k] = table.row[k] - table.column[k];
        for (std::size_t l = 0; l < q; ++l) {
            if (k == l)
                continue;
            const double confused = table.at(k, l) + table.at(l, k);
            matrix[k * q + l] = -confused;
            matrix[k * q + k] += confused;
            if (confused > 0 && group[k] != group[l]) {
                const std::size_t from = group[l];
                for (std::size_t& each : group)
                    if (each == from)
                        each = group[k];
            }
        }
    }
    // One category of each group is redundant; the rest is positive definite.
    std::vector<std::size_t> kept;
    for (std::size_t k = 0; k < q; ++k)
        if (group[k] != k)
            kept.push_back(k);
    if (kept.empty())
        return test;
    const std::size_t size = kept.size();
    std::vector<double> lower(size * size, 0);
    std::vector<double> solved(size, 0);
    double statistic = 0;
    for (std::size_t row = 0; row < size; ++row) {
        for (std::size_t column = 0; column <= row; ++column) {
            double sum = matrix[kept[row] * q + kept[column]];
            for (std::size_t at = 0; at < column; ++at)
                sum -= lower[row * size + at] * lower[column * size + at];
            if (row == column)
                lower[row * size + row] = std::sqrt(std::max(sum, 1e-300));
            else
                lower[row * size + column] = sum / lower[column * size + column];
        }
        double sum = difference[kept[row]];
        for (std::size_t at = 0; at < row; ++at)
            sum -= lower[row * size + at] * solved[at];
        solved[row] = sum / lower[row * size + row];
        statistic += solved[row] * solved[row];
    }
    test.df = static_cast<double>(size);
    test.statistic = statistic;
    test.pValue = chiSquareUpper(statistic, test.df);
    return test;
}

// SOURCE: Bhapkar 1966; from Stuart-Maxwell by Keefe 1982
MarginalTest bhapkar(const PairTable& table) {
    MarginalTest test = stuartMaxwell(table);
    if (!test.statistic)
        return test;
    const double rest = 1 - *test.statistic / table.n;
    if (rest < 1e-12) {
        test.statistic.reset();
        test.pValue = 1;
        return test;
    }
    test.statistic = *test.statistic / rest;
    test.pValue = chiSquareUpper(*test.statistic, test.df);
    return test;
}

} // namespace rapport::agreement
