// SPDX-License-Identifier: GPL-3.0-or-later
// Coefficients that are made of other coefficients: means over pairs of raters and over codes, each code read
// as present or absent. Internal to the room.
#pragma once

#include "agreement/outcome.h"
#include "agreement/tally.h"

#include <optional>

namespace rapport::agreement {

/// The mean of Cohen's kappa over all pairs, each over the units both rated. Undefined as soon as one pair
/// is: a mean over the others would be another coefficient. SOURCE: Light 1971.
[[nodiscard]] Outcome lightKappa(const Analysis& analysis, const Sample& sample, std::size_t weights);
/// One kappa from the mean observed and the mean expected agreement over codes (and pairs). `pair`: of this
/// pair alone. SOURCE: De Vries et al. 2008.
[[nodiscard]] Outcome pooledKappa(const Analysis& analysis, const Sample& sample,
                                  std::optional<std::size_t> pair);
/// The mean of the codes' kappas (over pairs); undefined ones are left out and counted.
[[nodiscard]] Outcome meanKappa(const Analysis& analysis, const Sample& sample,
                                std::optional<std::size_t> pair);
/// 2M / (N1 + N2) over the units both rated, codings counted; pairs of raters are summed.
/// SOURCE: Holsti 1969.
[[nodiscard]] Outcome holsti(const Analysis& analysis, const Sample& sample, std::optional<std::size_t> pair);

[[nodiscard]] Influence lightInfluence(const Analysis& analysis, const Sample& sample, std::size_t weights);
[[nodiscard]] Influence pooledInfluence(const Analysis& analysis, const Sample& sample,
                                        std::optional<std::size_t> pair);
[[nodiscard]] Influence meanKappaInfluence(const Analysis& analysis, const Sample& sample,
                                           std::optional<std::size_t> pair);
[[nodiscard]] Influence holstiInfluence(const Analysis& analysis, const Sample& sample,
                                        std::optional<std::size_t> pair);

} // namespace rapport::agreement
