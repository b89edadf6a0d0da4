// SPDX-License-Identifier: GPL-3.0-or-later
// How many different codes have been seen after each source: as the sources came, and on average over orders
// drawn by a seed. Says nothing about whether more sources would bring more. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rapport::analysis {

struct SaturationStep {
    std::int64_t sources = 0; ///< from 1
    std::int64_t fresh = 0;   ///< codes first seen here
    std::int64_t seen = 0;    ///< codes seen so far
    double mean = 0;          ///< seen so far, averaged over the drawn orders
};

/// `sources`: the codes of each, in order. `orders`: how many are drawn.
/// SOURCE: Guest, Namey & Chen 2020; averaging: Colwell et al. 2004
[[nodiscard]] std::vector<SaturationStep> saturation(const std::vector<std::vector<std::size_t>>& sources,
                                                     std::size_t codes, std::size_t orders,
                                                     std::uint64_t seed);

} // namespace rapport::analysis
