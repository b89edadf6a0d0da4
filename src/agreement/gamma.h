// SPDX-License-Identifier: GPL-3.0-or-later
// Gamma: agreement in where units are and what they are called, from the best alignment of the raters' units
// against continua of chance. A Monte Carlo quantity: the number of samples and the seed belong to the
// result. Internal to the room.
#pragma once

#include "agreement/unitizing.h"
#include "base/result.h"
#include "base/task.h"

#include <vector>

namespace rapport::agreement {

/// A unit with places that need not be whole.
struct PlacedUnit {
    double begin = 0;
    double end = 0;
    std::uint32_t code = 0;
};

struct GammaWeights {
    double position = 1;   ///< alpha
    double category = 1;   ///< beta
    double deltaEmpty = 1; ///< price of a unit without partner
};

/// Disorder of the best alignment. Exact by branch and bound; refuses (Undefined) where it is not proven
/// after `mostSteps`. SOURCE: Mathet, Widlocher & Metivier 2015, section 4
[[nodiscard]] base::Result<double> bestAlignmentDisorder(const std::vector<std::vector<PlacedUnit>>& raters,
                                                         const GammaWeights& weights,
                                                         std::int64_t mostSteps = 3'000'000);

/// 1 - observed / mean disorder of sampled continua. SOURCE: Mathet, Widlocher & Metivier 2015, section 5
[[nodiscard]] base::Result<Estimate> gammaOf(const UnitizingData& data, const UnitizingOptions& options,
                                             const base::Task& task);

} // namespace rapport::agreement
