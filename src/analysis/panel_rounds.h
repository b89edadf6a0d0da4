// SPDX-License-Identifier: GPL-3.0-or-later
// Rounds of a Delphi panel: how its experts rated an item, and what changed. Pure; any thread.
#pragma once

#include "analysis/ranks.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace rapport::analysis {

/// One item in one round; levels are numbered from 1.
struct PanelRound {
    Description ratings;
    std::optional<double> interquartileRange;
    std::int64_t atCut = 0; ///< ratings at or above the cut
    std::optional<double> share;
    std::optional<double> medianChange; ///< since the round before
    std::optional<double> shareChange;
};

/// `rounds`: the ratings of one item, round after round. SOURCE: von der Gracht 2012
[[nodiscard]] std::vector<PanelRound> panelRounds(const std::vector<std::vector<double>>& rounds, double cut);

} // namespace rapport::analysis
