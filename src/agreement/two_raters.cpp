// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/two_raters.h"

#include <algorithm>
#include <cmath>

namespace rapport::agreement {

PairTable tabulate(std::span<const std::uint8_t> first, std::span<const std::uint8_t> second,
                   std::size_t categories) {
    // Four tables in turn, so that an increment does not wait for the one before it.
    const std::size_t stride = 256;
    PairTable table;
    table.reset(categories);
    if (categories <= 15) {
        std::uint32_t narrow[4][256] = {};
        const std::size_t units = std::min(first.size(), second.size());
        const auto place = [&](std::size_t unit) {
            const std::size_t row = std::min<std::size_t>(first[unit], 15);
            const std::size_t column = std::min<std::size_t>(second[unit], 15);
            return row * 16 + column;
        };
        std::size_t unit = 0;
        for (; unit + 4 <= units; unit += 4) {
            ++narrow[0][place(unit)];
            ++narrow[1][place(unit + 1)];
            ++narrow[2][place(unit + 2)];
            ++narrow[3][place(unit + 3)];
        }
        for (; unit < units; ++unit)
            ++narrow[0][place(unit)];
        for (std::size_t row = 0; row < categories; ++row)
            for (std::size_t column = 0; column < categories; ++column)
                for (const auto& part : narrow)
                    table.cells[row * categories + column] += part[row * 16 + column];
    } else {
        std::vector<std::uint32_t> wide(stride * stride, 0);
        for (std::size_t unit = 0; unit < first.size(); ++unit)
            ++wide[first[unit] * stride + second[unit]];
        for (std::size_t row = 0; row < std::min<std::size_t>(categories, 255); ++row)
            for (std::size_t column = 0; column < std::min<std::size_t>(categories, 255); ++column)
                table.cells[row * categories + column] = wide[row * stride + column];
    }
    table.sum();
    return table;
}

namespace {

bool oneCategory(const PairTable& table) {
    for (std::size_t k = 0; k < table.q; ++k)
        if (table.row[k] == table.n && table.column[k] == table.n)
            return true;
    return false;
}

double weightedAgreement(const PairTable& table, const WeightMatrix& weights) {
    double agreeing = 0;
    if (weights.isIdentity()) {
        for (std::size_t k = 0; k < table.q; ++k)
            agreeing += table.at(k, k);
    } else {
        for (std::size_t k = 0; k < table.q; ++k)
            for (std::size_t l = 0; l < table.q; ++l)
                agreeing += weights.at(k, l) * table.at(k, l);
    }
    return agreeing / table.n;
}

/// Share of a category among both raters.
double pooledShare(const PairTable& table, std::size_t k) {
    return (table.row[k] + table.column[k]) / (2 * table.n);
}

std::vector<double> pooledShares(const PairTable& table) {
    std::vector<double> shares(table.q);
    for (std::size_t k = 0; k < table.q; ++k)
        shares[k] = pooledShare(table, k);
    return shares;
}

/// w'_k. = sum_l w_kl p_+l and w'_.l = sum_k w_kl p_k+.
struct MeanWeights {
    std::vector<double> row;
    std::vector<double> column;
};
MeanWeights meanWeights(const PairTable& table, const WeightMatrix& weights) {
    MeanWeights means{std::vector<double>(table.q, 0), std::vector<double>(table.q, 0)};
    if (weights.isIdentity()) {
        for (std::size_t k = 0; k < table.q; ++k) {
            means.row[k] = table.column[k] / table.n;
            means.column[k] = table.row[k] / table.n;
        }
        return means;
    }
    for (std::size_t k = 0; k < table.q; ++k)
        for (std::size_t l = 0; l < table.q; ++l) {
            means.row[k] += weights.at(k, l) * table.column[l] / table.n;
            means.column[l] += weights.at(k, l) * table.row[k] / table.n;
        }
    return means;
}

/// Gwet's frame over the cells of a table: kappa*_i - kappa for a unit of cell (k, l).
template<typename ExpectedOf>
Influence frame(const PairTable& table, const WeightMatrix& weights, const Outcome& value,
                ExpectedOf expectedOf) {
    Influence influence;
    influence.level = Influence::Level::Cell;
    influence.n = table.n;
    influence.df = table.n - 1;
    influence.pull.resize(table.q * table.q);
    const double pe = value.expected;
    for (std::size_t k = 0; k < table.q; ++k)
        for (std::size_t l = 0; l < table.q; ++l)
            influence.pull[k * table.q + l] = (weights.symmetric(k, l) - pe) / (1 - pe) -
                                              2 * (1 - value.value) * (expectedOf(k, l) - pe) / (1 - pe) -
                                              value.value;
    return influence;
}

} // namespace

Outcome percentAgreement(const PairTable& table, const WeightMatrix& weights) {
    if (table.n == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    Outcome outcome = Outcome::of(weightedAgreement(table, weights), table.n);
    outcome.observed = outcome.value;
    return outcome;
}

Outcome cohenKappa(const PairTable& table, const WeightMatrix& weights) {
    if (table.n == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    double expected = 0;
    if (weights.isIdentity()) {
        for (std::size_t k = 0; k < table.q; ++k)
            expected += table.row[k] * table.column[k];
    } else {
        for (std::size_t k = 0; k < table.q; ++k)
            if (table.row[k] > 0)
                for (std::size_t l = 0; l < table.q; ++l)
                    expected += weights.at(k, l) * table.row[k] * table.column[l];
    }
    expected = oneCategory(table) ? 1 : expected / (table.n * table.n);
    return Outcome::beyondChance(weightedAgreement(table, weights), expected, table.n);
}

// The published form subtracts two nearly equal numbers; the weights' mean over the cells is what is
// subtracted, so the sums are taken around it and no variance can come out negative.
KappaErrors fleissCohenEveritt(const PairTable& table, const WeightMatrix& weights, const Outcome& kappa) {
    const MeanWeights means = meanWeights(table, weights);
    const double pe = kappa.expected;
    const double n = table.n;
    const double centre = kappa.value - pe * (1 - kappa.value);
    double h1 = 0;
    double h0 = 0;
    for (std::size_t k = 0; k < table.q; ++k) {
        if (table.row[k] == 0)
            continue;
        for (std::size_t l = 0; l < table.q; ++l) {
            const double weight = weights.at(k, l);
            const double mean = means.row[k] + means.column[l];
            const double h1Apart = weight - mean * (1 - kappa.value) - centre;
            const double h0Apart = weight - mean + pe;
            h1 += table.at(k, l) / n * h1Apart * h1Apart;
            h0 += table.row[k] / n * table.column[l] / n * h0Apart * h0Apart;
        }
    }
    constexpr double roundingOnly = 1e-28;
    const double scale = n * (1 - pe) * (1 - pe);
    return {h1 > roundingOnly ? std::sqrt(h1 / scale) : 0, h0 > roundingOnly ? std::sqrt(h0 / scale) : 0};
}

double cohen1960Error(const PairTable& table) {
    double agreeing = 0;
    double expected = 0;
    for (std::size_t k = 0; k < table.q; ++k) {
        agreeing += table.at(k, k) / table.n;
        expected += table.row[k] * table.column[k] / (table.n * table.n);
    }
    return std::sqrt(agreeing * (1 - agreeing) / (table.n * (1 - expected) * (1 - expected)));
}

Outcome kappaMax(const PairTable& table) {
    if (table.n == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    double most = 0;
    double expected = 0;
    for (std::size_t k = 0; k < table.q; ++k) {
        most += std::min(table.row[k], table.column[k]) / table.n;
        expected += table.row[k] * table.column[k];
    }
    expected = oneCategory(table) ? 1 : expected / (table.n * table.n);
    Outcome outcome = Outcome::beyondChance(most, expected, table.n);
    outcome.observed = outcome.expected = notIncluded;
    return outcome;
}

Outcome scottPi(const PairTable& table, const WeightMatrix& weights) {
    if (table.n == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    const std::vector<double> shares = pooledShares(table);
    double expected = 0;
    if (weights.isIdentity()) {
        for (const double share : shares)
            expected += share * share;
    } else {
        for (std::size_t k = 0; k < table.q; ++k)
            for (std::size_t l = 0; l < table.q; ++l)
                expected += weights.at(k, l) * shares[k] * shares[l];
    }
    return Outcome::beyondChance(weightedAgreement(table, weights), expected, table.n);
}

Outcome brennanPrediger(const PairTable& table, const WeightMatrix& weights) {
    if (table.n == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    const double q = static_cast<double>(table.q);
    return Outcome::beyondChance(weightedAgreement(table, weights), weights.total() / (q * q), table.n);
}

Outcome gwetAc(const PairTable& table, const WeightMatrix& weights) {
    if (table.n == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    if (table.q < 2)
        return Outcome::undefined(Reason::NoVariation, table.n);
    const double q = static_cast<double>(table.q);
    double expected = 0;
    for (std::size_t k = 0; k < table.q; ++k)
        expected += pooledShare(table, k) * (1 - pooledShare(table, k));
    return Outcome::beyondChance(weightedAgreement(table, weights),
                                 weights.total() / (q * (q - 1)) * expected, table.n);
}

Outcome krippendorffAlpha(const Analysis& analysis, const PairTable& table, std::size_t metric) {
    if (!analysis.metrics()[metric].applicable)
        return Outcome::undefined(Reason::NotApplicable, table.n);
    if (table.n == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    std::vector<double> values(table.q);
    for (std::size_t k = 0; k < table.q; ++k)
        values[k] = table.row[k] + table.column[k];
    const std::vector<double> places = analysis.placesOf(metric, values);
    const double expected = analysis.expectedDisagreement(metric, values, places);
    double observed = 0;
    for (std::size_t k = 0; k < table.q; ++k)
        if (table.row[k] > 0)
            for (std::size_t l = 0; l < table.q; ++l)
                if (table.at(k, l) > 0)
                    observed += 2 * table.at(k, l) * analysis.distance(metric, k, l, places);
    if (expected <= 0)
        return Outcome::undefined(Reason::NoVariation, table.n);
    Outcome outcome = Outcome::of(1 - (2 * table.n - 1) * observed / expected, table.n);
    if (analysis.metrics()[metric].kind == Metric::Kind::Nominal) {
        outcome.observed = 1 - observed / (2 * table.n);
        outcome.expected = 1 - expected / (2 * table.n * (2 * table.n - 1));
    }
    return outcome;
}

Outcome bangdiwalaB(const PairTable& table) {
    if (table.n == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    double squares = 0;
    double rectangles = 0;
    for (std::size_t k = 0; k < table.q; ++k) {
        squares += table.at(k, k) * table.at(k, k);
        rectangles += table.row[k] * table.column[k];
    }
    if (rectangles == 0)
        return Outcome::undefined(Reason::NoVariation, table.n);
    return Outcome::of(squares / rectangles, table.n);
}

Outcome prevalenceIndex(const PairTable& table) {
    if (table.n == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    return Outcome::of((table.at(0, 0) - table.at(1, 1)) / table.n, table.n);
}

Outcome biasIndex(const PairTable& table) {
    if (table.n == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    return Outcome::of((table.at(0, 1) - table.at(1, 0)) / table.n, table.n);
}

Outcome specificAgreement(const PairTable& table, std::size_t category) {
    if (table.n == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    const double given = table.row[category] + table.column[category];
    if (given == 0)
        return Outcome::undefined(Reason::NoVariation, table.n);
    return Outcome::of(2 * table.at(category, category) / given, table.n);
}

PairTable collapsed(const PairTable& table, std::size_t category) {
    PairTable two;
    two.reset(2);
    const double both = table.at(category, category);
    two.cells = {both, table.row[category] - both, table.column[category] - both,
                 table.n - table.row[category] - table.column[category] + both};
    two.sum();
    return two;
}

// --- linearised values

Influence percentAgreementInfluence(const PairTable& table, const WeightMatrix& weights) {
    Influence influence;
    influence.level = Influence::Level::Cell;
    influence.n = table.n;
    influence.df = table.n - 1;
    influence.pull.resize(table.q * table.q);
    const double mean = weightedAgreement(table, weights);
    for (std::size_t k = 0; k < table.q; ++k)
        for (std::size_t l = 0; l < table.q; ++l)
            influence.pull[k * table.q + l] = weights.at(k, l) - mean;
    return influence;
}

// SOURCE: Gwet 2014, Conger's coefficient for two raters, which is Cohen's kappa.
Influence cohenInfluence(const PairTable& table, const WeightMatrix& weights, const Outcome& kappa) {
    const MeanWeights means = meanWeights(table, weights);
    Influence influence;
    influence.level = Influence::Level::Cell;
    influence.n = table.n;
    influence.df = table.n - 1;
    influence.pull.resize(table.q * table.q);
    const double pe = kappa.expected;
    for (std::size_t k = 0; k < table.q; ++k)
        for (std::size_t l = 0; l < table.q; ++l)
            influence.pull[k * table.q + l] =
                (weights.at(k, l) - pe) / (1 - pe) -
                2 * (1 - kappa.value) * ((means.row[k] + means.column[l]) / 2 - pe) / (1 - pe) - kappa.value;
    return influence;
}

Influence scottInfluence(const PairTable& table, const WeightMatrix& weights, const Outcome& pi) {
    const std::vector<double> shares = pooledShares(table);
    std::vector<double> mean(table.q, 0);
    for (std::size_t k = 0; k < table.q; ++k)
        for (std::size_t l = 0; l < table.q; ++l)
            mean[k] += weights.symmetric(k, l) * shares[l];
    return frame(table, weights, pi,
                 [&mean](std::size_t k, std::size_t l) { return (mean[k] + mean[l]) / 2; });
}

Influence brennanPredigerInfluence(const PairTable& table, const WeightMatrix& weights,
                                   const Outcome& value) {
    return frame(table, weights, value, [&value](std::size_t, std::size_t) { return value.expected; });
}

Influence gwetAcInfluence(const PairTable& table, const WeightMatrix& weights, const Outcome& value) {
    const double q = static_cast<double>(table.q);
    const double scale = weights.total() / (q * (q - 1));
    const std::vector<double> shares = pooledShares(table);
    return frame(table, weights, value, [&shares, scale](std::size_t k, std::size_t l) {
        return scale * (1 - (shares[k] + shares[l]) / 2);
    });
}

// SOURCE: Gwet 2014, variance of Krippendorff's alpha, with d_kl for 1 - w_kl.
Influence alphaInfluence(const Analysis& analysis, const PairTable& table, std::size_t metric) {
    const std::size_t q = table.q;
    std::vector<double> values(q);
    for (std::size_t k = 0; k < q; ++k)
        values[k] = table.row[k] + table.column[k];
    const std::vector<double> places = analysis.placesOf(metric, values);
    const double all = 2 * table.n;
    const double expected = analysis.expectedDisagreement(metric, values, places) / (all * all);
    std::vector<double> meanDistance(q, 0);
    double observed = 0;
    for (std::size_t k = 0; k < q; ++k)
        for (std::size_t l = 0; l < q; ++l) {
            const double distance = analysis.distance(metric, k, l, places);
            meanDistance[k] += distance * values[l] / all;
            observed += table.at(k, l) / table.n * distance;
        }
    Influence influence;
    influence.level = Influence::Level::Cell;
    influence.n = table.n;
    influence.df = table.n - 1;
    influence.pull.resize(q * q);
    const double ratio = observed / expected;
    for (std::size_t k = 0; k < q; ++k)
        for (std::size_t l = 0; l < q; ++l)
            influence.pull[k * q + l] =
                1 - analysis.distance(metric, k, l, places) / expected -
                2 * ratio * (1 - (meanDistance[k] + meanDistance[l]) / (2 * expected)) - (1 - ratio);
    return influence;
}

// A ratio of two sums, linearised. SOURCE: Graham & Bull 1998, delta method
Influence specificInfluence(const PairTable& table, std::size_t category) {
    const double given = table.row[category] + table.column[category];
    const double value = 2 * table.at(category, category) / given;
    Influence influence;
    influence.level = Influence::Level::Cell;
    influence.n = table.n;
    influence.df = table.n - 1;
    influence.pull.assign(table.q * table.q, 0);
    for (std::size_t k = 0; k < table.q; ++k)
        for (std::size_t l = 0; l < table.q; ++l) {
            const double offered = (k == category ? 1 : 0) + (l == category ? 1 : 0);
            const double same = k == category && l == category ? 2 : 0;
            influence.pull[k * table.q + l] = (same - value * offered) / (given / table.n);
        }
    return influence;
}

} // namespace rapport::agreement
