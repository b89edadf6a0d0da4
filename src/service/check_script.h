// SPDX-License-Identifier: GPL-3.0-or-later
// A second opinion on a study's agreement: a script in base R that holds the ratings, works out the main
// coefficients from their formulas and compares them with what this program reports.
#pragma once

#include "service/measuring.h"

#include <string>

namespace rapport::service {

/// Every code and every nominal, ordinal or count variable of measureStudy(); coefficients of sets of codes
/// are not in it. options.by must be empty. Errors: as measureStudy(); Undefined (nothing was measured);
/// Refused (a rater looks).
[[nodiscard]] base::Result<std::string>
agreementCheckScript(Session& session, const StudyMeasureOptions& options, const base::Task& task = {});

} // namespace rapport::service
