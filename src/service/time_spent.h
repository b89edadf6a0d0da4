// SPDX-License-Identifier: GPL-3.0-or-later
// How long a rater took, for views that have asked already whose eyes it is for; internal to this room.
#pragma once

#include "service/session.h"

#include <map>

namespace rapport::service {

/// The seconds of `pace` (history.h) for the completed units of one round.
[[nodiscard]] base::Result<std::map<model::UnitId, std::int64_t>>
unitSeconds(Session& session, model::RaterId rater, model::RoundId round);

} // namespace rapport::service
