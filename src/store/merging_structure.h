// SPDX-License-Identifier: GPL-3.0-or-later
// What another copy of the study brings besides raters' work: later versions of the codebook, raters, rounds
// with their assignments. Private to this room.
#pragma once

#include "base/result.h"
#include "store/database.h"
#include "store/merging.h"

#include <string>

namespace rapport::store {

/// Adds what is not here yet, and says so in the report. Rounds that both have keep the assignments of this
/// study.
[[nodiscard]] base::Status takeStructure(Database& study, Database& other, MergeReport& report);

/// What one version of the codebook says, as one digest: the same in files where rows have other numbers.
/// Empty where there is no such version.
[[nodiscard]] base::Result<std::string> versionDigest(Database& database, std::int64_t version);

} // namespace rapport::store
