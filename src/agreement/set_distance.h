// SPDX-License-Identifier: GPL-3.0-or-later
// Distances between sets of codes, 0 for equal sets (two empty ones too) and 1 for sets with nothing in
// common. Internal to the room.
#pragma once

#include "agreement/set_data.h"
#include "agreement/tally.h"

#include <vector>

namespace rapport::agreement {

enum class SetDistance : std::uint8_t { Jaccard, Masi, Dice };

/// `left` and `right` ascending. SOURCE: Jaccard 1912; Passonneau 2006, MASI; Dice 1945
[[nodiscard]] double setDistance(SetDistance distance, const std::vector<std::uint16_t>& left,
                                 const std::vector<std::uint16_t>& right);
[[nodiscard]] Metric setMetric(SetDistance distance, const SetData& data);

} // namespace rapport::agreement
