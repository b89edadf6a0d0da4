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

/// The disorder of an alignment that was found, and what no alignment can be below.
struct AlignmentDisorder {
    double value = 0;
    double atLeast = 0;
    [[nodiscard]] bool isProven() const { return value - atLeast <= 1e-9; }
};

/// How much may be spent; what is left out shows as a gap between value and atLeast.
struct AlignmentEffort {
    std::size_t width = 2000;             ///< partial alignments that are followed side by side
    std::int64_t candidates = 20'000'000; ///< groups of units that are looked at
    int priceRounds = 300;
};

/// Disorder of the best alignment. Prices of units (Lagrange multipliers, by subgradient steps) bound it from
/// below; a search from left to right, which leaves out whatever the bound excludes, finds it or the best of
/// the alignments it followed. Refuses (Undefined) only where the candidates are too many to list.
/// SOURCE: Mathet, Widlocher & Metivier 2015, section 4
/// SOURCE: Held & Karp 1971, bound by multipliers
[[nodiscard]] base::Result<AlignmentDisorder>
bestAlignmentDisorder(const std::vector<std::vector<PlacedUnit>>& raters, const GammaWeights& weights,
                      const AlignmentEffort& effort = {});

/// 1 - observed / mean disorder of sampled continua. SOURCE: Mathet, Widlocher & Metivier 2015, section 5
[[nodiscard]] base::Result<Estimate> gammaOf(const UnitizingData& data, const UnitizingOptions& options,
                                             const base::Task& task);

} // namespace rapport::agreement
