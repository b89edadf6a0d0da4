// SPDX-License-Identifier: GPL-3.0-or-later
// Coefficients for any number of raters and missing ratings: pure functions of the sums in a Sample, and the
// linearised values that give their standard errors (Gwet 2014). Internal to the room.
#pragma once

#include "agreement/outcome.h"
#include "agreement/tally.h"

namespace rapport::agreement {

// Percent agreement in its three readings; they meet where nothing is missing.
/// Every pairable unit weighs the same. SOURCE: Gwet 2014.
[[nodiscard]] Outcome unitAgreement(const Sample& sample, std::size_t weights);
/// A unit weighs its number of ratings. SOURCE: Krippendorff 2011, 1 - D_o.
[[nodiscard]] Outcome valueAgreement(const Sample& sample);
/// Every pair of ratings weighs the same.
[[nodiscard]] Outcome pairAgreement(const Sample& sample);
/// Share of the complete units in which all raters agree.
[[nodiscard]] Outcome unanimousShare(const Sample& sample);

/// SOURCE: Fleiss 1971; with missing ratings Gwet 2014.
[[nodiscard]] Outcome fleissKappa(const Analysis& analysis, const Sample& sample, std::size_t weights);
/// SOURCE: Brennan & Prediger 1981; Randolph 2005.
[[nodiscard]] Outcome brennanPrediger(const Analysis& analysis, const Sample& sample, std::size_t weights);
/// SOURCE: Gwet 2008; Gwet 2014.
[[nodiscard]] Outcome gwetAc(const Analysis& analysis, const Sample& sample, std::size_t weights);
/// SOURCE: Conger 1980. Raters without any rating are left out.
[[nodiscard]] Outcome congerKappa(const Analysis& analysis, const Sample& sample, std::size_t weights);
/// SOURCE: Krippendorff 2011.
[[nodiscard]] Outcome krippendorffAlpha(const Analysis& analysis, const Sample& sample, std::size_t metric);

// One category against all others.
[[nodiscard]] Outcome fleissKappaOf(const Sample& sample, std::size_t category);
[[nodiscard]] Outcome krippendorffAlphaOf(const Sample& sample, std::size_t category);
/// SOURCE: Cicchetti & Feinstein 1990; de Vet et al. 2013.
[[nodiscard]] Outcome specificAgreementOf(const Sample& sample, std::size_t category);

/// Standard errors of Fleiss' kappa under no agreement, complete designs of `raters` raters.
/// SOURCE: Fleiss, Nee & Landis 1979.
[[nodiscard]] double fleissNeeLandis(const Sample& sample, double raters);
/// Superseded; for comparison with old reports. 0 where the formula gives a negative variance.
/// SOURCE: Fleiss 1971.
[[nodiscard]] double fleiss1971Error(const Sample& sample, double raters);
/// The same for one category. SOURCE: Fleiss 1971.
[[nodiscard]] double fleiss1971ErrorOf(const Sample& sample, double raters, std::size_t category);
/// SOURCE: Fleiss, Nee & Landis 1979, one category.
[[nodiscard]] double fleissNeeLandisOf(const Sample& sample, double raters);

[[nodiscard]] Influence unitAgreementInfluence(const Analysis& analysis, const Sample& sample,
                                               std::size_t weights);
[[nodiscard]] Influence valueAgreementInfluence(const Analysis& analysis, const Sample& sample);
[[nodiscard]] Influence pairAgreementInfluence(const Analysis& analysis, const Sample& sample);
[[nodiscard]] Influence unanimousInfluence(const Analysis& analysis, const Sample& sample);
[[nodiscard]] Influence fleissInfluence(const Analysis& analysis, const Sample& sample, std::size_t weights,
                                        const Outcome& value);
[[nodiscard]] Influence brennanPredigerInfluence(const Analysis& analysis, const Sample& sample,
                                                 std::size_t weights, const Outcome& value);
[[nodiscard]] Influence gwetAcInfluence(const Analysis& analysis, const Sample& sample, std::size_t weights,
                                        const Outcome& value);
[[nodiscard]] Influence congerInfluence(const Analysis& analysis, const Sample& sample, std::size_t weights,
                                        const Outcome& value);
[[nodiscard]] Influence alphaInfluence(const Analysis& analysis, const Sample& sample, std::size_t metric);
[[nodiscard]] Influence fleissInfluenceOf(const Analysis& analysis, const Sample& sample,
                                          std::size_t category, const Outcome& value);
[[nodiscard]] Influence alphaInfluenceOf(const Analysis& analysis, const Sample& sample,
                                         std::size_t category);
[[nodiscard]] Influence specificInfluenceOf(const Analysis& analysis, const Sample& sample,
                                            std::size_t category);

} // namespace rapport::agreement
