// SPDX-License-Identifier: GPL-3.0-or-later
// A script in R that holds the ratings, computes the main coefficients from their formulas in base R, and
// compares them with the document's values: a second opinion that needs no package. Packages (irr, irrCAC)
// are used where they are installed.
#pragma once

#include "agreement/measure.h"
#include "agreement/reliability_data.h"

#include <string>
#include <vector>

namespace rapport::agreement {

[[nodiscard]] std::string rCheckScript(const ReliabilityData& data, const AgreementDocument& document);

/// One table of several in a script; points to what the caller keeps.
struct CheckSection {
    std::string title; ///< shown above its lines
    const ReliabilityData* data = nullptr;
    const AgreementDocument* document = nullptr;
};
/// The script fails (status 1) if any line of any section differs.
[[nodiscard]] std::string rCheckScript(const std::vector<CheckSection>& sections);

} // namespace rapport::agreement
