// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/panel_rounds.h"

#include <algorithm>

namespace rapport::analysis {

std::vector<PanelRound> panelRounds(const std::vector<std::vector<double>>& rounds, double cut) {
    std::vector<PanelRound> result;
    for (const auto& ratings : rounds) {
        PanelRound round;
        round.ratings = describe(ratings);
        if (round.ratings.n > 0) {
            round.interquartileRange = *round.ratings.upperQuartile - *round.ratings.lowerQuartile;
            round.atCut =
                std::count_if(ratings.begin(), ratings.end(), [&](double each) { return each >= cut; });
            round.share = static_cast<double>(round.atCut) / static_cast<double>(round.ratings.n);
        }
        if (!result.empty() && round.ratings.median && result.back().ratings.median) {
            round.medianChange = *round.ratings.median - *result.back().ratings.median;
            round.shareChange = *round.share - *result.back().share;
        }
        result.push_back(round);
    }
    return result;
}

} // namespace rapport::analysis
