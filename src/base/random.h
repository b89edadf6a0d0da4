// SPDX-License-Identifier: GPL-3.0-or-later
// Chance that is handed in and gives the same numbers on every machine: samples and bootstraps must be
// repeatable, and the standard library's distributions differ between implementations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace rapport::base {

/// xoshiro256** (Blackman and Vigna 2018), seeded through splitmix64. Not for secrets.
class Random {
public:
    explicit Random(std::uint64_t seed);
    /// Seeded by the operating system: for guids.
    [[nodiscard]] static Random fromSystem();

    /// Uniform over all 64-bit numbers.
    [[nodiscard]] std::uint64_t next();
    /// Uniform over 0 .. bound - 1 without bias (Lemire 2019); `bound` > 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);
    /// Uniform over [0, 1) in steps of 2^-53.
    [[nodiscard]] double uniform();

    /// Fisher-Yates, in place.
    template<typename T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t left = items.size(); left > 1; --left)
            std::swap(items[left - 1], items[static_cast<std::size_t>(below(left))]);
    }

private:
    std::uint64_t m_state[4];
};

} // namespace rapport::base
