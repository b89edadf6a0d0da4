// SPDX-License-Identifier: GPL-3.0-or-later
// Learning from gold codings: in a training round a rater sees them, with the reason, once a unit is
// completed, and never before. What was rated so is not independent and never enters agreement.
#pragma once

#include "service/rating.h"

#include <unordered_set>

namespace rapport::service {

struct GoldDifference {
    std::string variable;
    std::string code; ///< a code, or empty for a level or a count
    std::string gold; ///< "1" or "0" for a code, the level's name, the number; empty: none was chosen
    std::string own;
    [[nodiscard]] bool isSame() const { return gold == own; }
};

struct GoldFeedback {
    std::string gold;                  ///< name of the gold rater
    std::vector<GoldDifference> codes; ///< those that either of the two gave, in the codebook's order
    std::string reason;                ///< the gold rater's memo on the unit
    [[nodiscard]] bool isSame() const;
};

/// One per gold rater who completed the unit in the round; none where it is no training round. Errors:
/// Refused (the unit is not completed yet; another rater's unit, also where a coordinator who rates too still
/// has to rate it).
[[nodiscard]] base::Result<std::vector<GoldFeedback>> goldFeedback(Session& session, const Target& target);

/// Units that a gold rater ever completed in this round of training, also those that were reopened since:
/// nobody's rating of them is independent. Empty in any other round. As of the opening, unless told
/// otherwise.
[[nodiscard]] base::Result<std::unordered_set<model::UnitId>>
shownGold(Session& session, const model::Round& round, bool afterOpening);

/// Of these rounds the first in which raters rated such units, or empty: why there is nothing to measure.
[[nodiscard]] base::Result<std::string> ratedBesideGold(Session& session,
                                                        const std::vector<std::string>& rounds);

} // namespace rapport::service
