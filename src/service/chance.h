// SPDX-License-Identifier: GPL-3.0-or-later
// Chance that goes by what a thing is, and not by where it stands: an order or a draw by place can be made
// again with the same seed elsewhere, and so tells the place. Internal to the room.
#pragma once

#include "base/guid.h"
#include "base/random.h"

namespace rapport::service {

/// The same for the same guid and seed, here and in every copy of the study; else by chance.
[[nodiscard]] inline std::uint64_t chanceOf(const base::Guid& guid, std::uint64_t seed) {
    constexpr std::size_t words = 2;
    std::uint64_t chance = base::Random(seed).next();
    for (std::size_t word = 0; word < words; ++word) {
        std::uint64_t bits = 0;
        for (std::size_t byte = word * sizeof bits; byte < (word + 1) * sizeof bits; ++byte)
            bits = bits << 8U | guid.bytes()[byte];
        chance = base::Random(chance ^ bits).next();
    }
    return chance;
}

} // namespace rapport::service
