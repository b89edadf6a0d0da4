// SPDX-License-Identifier: GPL-3.0-or-later
// Which codes come together: in the same unit, or in segments that overlap. Counts, never a judgement.
// Pure functions; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace rapport::analysis {

/// One pair of codes, first < second (indices).
struct CodePair {
    std::size_t first = 0;
    std::size_t second = 0;
    std::int64_t both = 0;         ///< units with both, or pairs of segments that overlap
    std::optional<double> jaccard; ///< none where neither occurs
};

struct Cooccurrence {
    std::vector<std::int64_t> counts; ///< per code: units, or segments
    std::vector<CodePair> pairs;      ///< all pairs, by first, then second
};

/// `units`: the codes that each unit has, rising. Jaccard: units with both to units with either.
/// SOURCE: Jaccard 1912
[[nodiscard]] Cooccurrence cooccurrence(const std::vector<std::vector<std::size_t>>& units,
                                        std::size_t codes);

struct Stretch {
    std::size_t text = 0; ///< those of different texts never overlap
    std::int64_t begin = 0;
    std::int64_t end = 0; ///< half-open
    std::size_t code = 0;
};

/// Jaccard: code points covered by both to code points covered by either. Linear in the stretches and the
/// pairs of them that overlap, but for sorting.
[[nodiscard]] Cooccurrence overlappingStretches(std::vector<Stretch> stretches, std::size_t codes);

} // namespace rapport::analysis
