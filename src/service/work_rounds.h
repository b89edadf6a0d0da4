// SPDX-License-Identifier: GPL-3.0-or-later
// In which round a rater's work on a unit stands, for reading it and for corrections; where new work belongs
// is roundFor() (rating.h). A rater asks for the own work only.
#pragma once

#include "model/coding.h"
#include "service/session.h"

#include <vector>

namespace rapport::service {

/// The one unfinished round that assigns the unit, or where all is finished the one finished round that does;
/// none: `default`. Errors: InvalidArgument (several), Refused.
[[nodiscard]] base::Result<model::Round> roundOfWork(Session& session, model::UnitId unit,
                                                     model::RaterId rater);
/// The one round in which this rater completed the unit. Errors: Refused (none), InvalidArgument (several).
[[nodiscard]] base::Result<model::Round> roundCompleted(Session& session, model::UnitId unit,
                                                        model::RaterId rater);

/// For who writes in the rater's name: the live codings to be written on, as unitWork() gives them. Not to be
/// shown where that one is refused.
[[nodiscard]] base::Result<std::vector<model::Coding>>
codingsToWriteOn(Session& session, model::UnitId unit, model::RaterId rater, model::RoundId round);
/// Whether the viewer, a coordinator who rates too, still has to rate the unit that is another rater's here:
/// what that one gave is kept back (own_rating.h).
[[nodiscard]] base::Result<bool> isKeptBack(Session& session, model::UnitId unit, model::RaterId rater);

} // namespace rapport::service
