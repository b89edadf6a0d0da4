// SPDX-License-Identifier: GPL-3.0-or-later
// Coefficients of a square table of two raters: pure functions of the table (rows: first rater). All take
// agreement weights and are defined for asymmetric ones. Nothing here knows units or clusters.
#pragma once

#include "agreement/outcome.h"
#include "agreement/tally.h"
#include "agreement/weights.h"

#include <cstdint>
#include <optional>
#include <span>

namespace rapport::agreement {

/// Two columns of category numbers (255: missing) as a table; units with a missing rating are left out.
[[nodiscard]] PairTable tabulate(std::span<const std::uint8_t> first, std::span<const std::uint8_t> second,
                                 std::size_t categories);

[[nodiscard]] Outcome percentAgreement(const PairTable& table, const WeightMatrix& weights);
/// SOURCE: Cohen 1960; Cohen 1968.
[[nodiscard]] Outcome cohenKappa(const PairTable& table, const WeightMatrix& weights);
/// Standard errors of Cohen's kappa; 0 where the formula gives a tiny negative variance.
struct KappaErrors {
    double h1 = 0; ///< for intervals
    double h0 = 0; ///< for the test of kappa = 0
};
/// SOURCE: Fleiss, Cohen & Everitt 1969, eq. 13 and 14.
[[nodiscard]] KappaErrors fleissCohenEveritt(const PairTable& table, const WeightMatrix& weights,
                                             const Outcome& kappa);
/// Superseded; for comparison with old reports. SOURCE: Cohen 1960.
[[nodiscard]] double cohen1960Error(const PairTable& table);
/// SOURCE: Cohen 1960, kappa max.
[[nodiscard]] Outcome kappaMax(const PairTable& table);
/// SOURCE: Scott 1955.
[[nodiscard]] Outcome scottPi(const PairTable& table, const WeightMatrix& weights);
/// SOURCE: Brennan & Prediger 1981.
[[nodiscard]] Outcome brennanPrediger(const PairTable& table, const WeightMatrix& weights);
/// SOURCE: Gwet 2008; Gwet 2014.
[[nodiscard]] Outcome gwetAc(const PairTable& table, const WeightMatrix& weights);
/// SOURCE: Krippendorff 2011, two observers.
[[nodiscard]] Outcome krippendorffAlpha(const Analysis& analysis, const PairTable& table, std::size_t metric);
/// SOURCE: Bangdiwala 1985.
[[nodiscard]] Outcome bangdiwalaB(const PairTable& table);

// For two categories, in the order of the table a b / c d: (a - d) / n and (b - c) / n.
/// SOURCE: Byrt, Bishop & Carlin 1993.
[[nodiscard]] Outcome prevalenceIndex(const PairTable& table);
[[nodiscard]] Outcome biasIndex(const PairTable& table);
/// SOURCE: Cicchetti & Feinstein 1990.
[[nodiscard]] Outcome specificAgreement(const PairTable& table, std::size_t category);

/// One category against all others; the category comes first.
[[nodiscard]] PairTable collapsed(const PairTable& table, std::size_t category);

// Linearised values per cell (Gwet 2014), for the standard error of the coefficient above.
[[nodiscard]] Influence percentAgreementInfluence(const PairTable& table, const WeightMatrix& weights);
[[nodiscard]] Influence cohenInfluence(const PairTable& table, const WeightMatrix& weights,
                                       const Outcome& kappa);
[[nodiscard]] Influence scottInfluence(const PairTable& table, const WeightMatrix& weights,
                                       const Outcome& pi);
[[nodiscard]] Influence brennanPredigerInfluence(const PairTable& table, const WeightMatrix& weights,
                                                 const Outcome& value);
[[nodiscard]] Influence gwetAcInfluence(const PairTable& table, const WeightMatrix& weights,
                                        const Outcome& value);
[[nodiscard]] Influence alphaInfluence(const Analysis& analysis, const PairTable& table, std::size_t metric);
[[nodiscard]] Influence specificInfluence(const PairTable& table, std::size_t category);

/// Statistic, degrees of freedom and probability of a test of equal margins.
struct MarginalTest {
    std::optional<double> statistic;
    double df = 0;
    double pValue = 1;
};
/// Two categories, without continuity correction. SOURCE: McNemar 1947.
[[nodiscard]] MarginalTest mcNemar(const PairTable& table);
/// SOURCE: Stuart 1955; Maxwell 1970.
[[nodiscard]] MarginalTest stuartMaxwell(const PairTable& table);
/// SOURCE: Bhapkar 1966.
[[nodiscard]] MarginalTest bhapkar(const PairTable& table);

} // namespace rapport::agreement
