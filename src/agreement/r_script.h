// SPDX-License-Identifier: GPL-3.0-or-later
// A script in R that holds the ratings, computes the main coefficients from their formulas in base R, and
// compares them with the document's values: a second opinion that needs no package. Packages (irr, irrCAC)
// are used where they are installed.
#pragma once

#include "agreement/measure.h"
#include "agreement/reliability_data.h"

#include <string>

namespace rapport::agreement {

[[nodiscard]] std::string rCheckScript(const ReliabilityData& data, const AgreementDocument& document);

} // namespace rapport::agreement
