// SPDX-License-Identifier: GPL-3.0-or-later
// Settling inside a transaction: what the coordinator does by hand and what a project of ours brings are the
// same. Private to this room.
#pragma once

#include "exchange/table.h"
#include "service/consensus.h"
#include "service/import_kinds.h"

#include <map>
#include <set>
#include <string>

namespace rapport::service {

/// In place of what was settled before. Errors: as of `adjudicate`.
[[nodiscard]] base::Status settle(Writer& writer, const Adjudication& request, base::Instant time);

/// What a project of ours has as settled, behind its codings. Rounds that this import made (`known` were
/// there before it) are opened for it, as they were where it was settled. What the study has settled already
/// stays. `names`: of codes and variables in the project -> in the study, where they differ. Rows that cannot
/// be settled are rejected. Errors: Unreadable (not the columns that were written).
[[nodiscard]] base::Status importConsensus(Writer& writer, const std::string& file,
                                           const exchange::Table& table, const std::set<std::string>& known,
                                           const std::map<std::string, std::string>& names,
                                           ImportReport& report);

} // namespace rapport::service
