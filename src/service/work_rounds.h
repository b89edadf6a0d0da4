// SPDX-License-Identifier: GPL-3.0-or-later
// In which round a rater's work on a unit stands, for reading it and for corrections; where new work belongs
// is roundFor() (rating.h). A rater asks for the own work only.
#pragma once

#include "service/session.h"

namespace rapport::service {

/// The one unfinished round that assigns the unit, or where all is finished the one finished round that does;
/// none: `default`. Errors: InvalidArgument (several), Refused.
[[nodiscard]] base::Result<model::Round> roundOfWork(Session& session, model::UnitId unit,
                                                     model::RaterId rater);
/// The one round in which this rater completed the unit. Errors: Refused (none), InvalidArgument (several).
[[nodiscard]] base::Result<model::Round> roundCompleted(Session& session, model::UnitId unit,
                                                        model::RaterId rater);

} // namespace rapport::service
