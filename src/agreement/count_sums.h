// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a Sample holds of counts is linear in the patterns' weights. Where that is all that is needed
// and the patterns are few, the sums of a replicate are one small matrix product: a row of distinct columns
// per pattern, from which every field is one column times a factor. Internal to the room; constant once made.
#pragma once

#include "agreement/tally.h"

#include <cstdint>
#include <span>
#include <vector>

namespace rapport::agreement {

class CountSums {
public:
    /// Not ready where whole patterns, an ordinal distance (which depends on the weights) or too many
    /// patterns are involved: Analysis::tally is the way then.
    CountSums(const Analysis& analysis, const Needs& needs);
    [[nodiscard]] bool isReady() const { return m_ready; }
    /// The same sums as Analysis::tally with these units per count pattern; countWeights stay empty.
    void tally(std::span<const std::uint32_t> weights, Sample& sample) const;

private:
    /// A field is `factor` times a column; the number of units comes after the last one.
    struct Field {
        static constexpr std::int32_t units = -1;
        std::int32_t column = units;
        double factor = 0;
    };
    std::vector<double> m_rows; ///< pattern x m_stride
    std::vector<Field> m_fields;
    std::size_t m_stride = 0;
    Sample m_empty; ///< every field in its size, all 0
    bool m_ready = false;
};

} // namespace rapport::agreement
