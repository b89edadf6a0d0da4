// SPDX-License-Identifier: GPL-3.0-or-later
// What another copy of the study brings besides raters' work: later versions of the codebook, raters, rounds
// with their assignments. Private to this room.
#pragma once

#include "base/guid.h"
#include "base/result.h"
#include "store/database.h"
#include "store/merging.h"
#include "store/replay.h"

#include <string>
#include <unordered_set>
#include <vector>

namespace rapport::store {

/// Units that nobody has to rate here any more, by guid (Forgetting::units).
using GoneUnits = std::unordered_set<base::Guid>;

/// Adds what is not here yet, and says so in the report. Rounds that both have keep the assignments of this
/// study, but for those that were reassigned there and are not open here. Units in `gone` are assigned to
/// nobody.
[[nodiscard]] base::Status takeStructure(Database& study, Database& other, const GoneUnits& gone,
                                         MergeReport& report);

/// Raters who worked, in rounds that are not open, on units that others have by now have them again, and the
/// report says so: work without its assignment would be in no list, could not be taken back, and would count.
/// `touched`: what the merge brought work on. Units in `gone` only where they are rated.
[[nodiscard]] base::Status assignWorked(Database& study, Database& other,
                                        const std::vector<Occasion>& touched, const GoneUnits& gone,
                                        MergeReport& report);

/// What one version of the codebook says, as one digest: the same in files where rows have other numbers.
/// Empty where there is no such version.
[[nodiscard]] base::Result<std::string> versionDigest(Database& database, std::int64_t version);

} // namespace rapport::store
