// SPDX-License-Identifier: GPL-3.0-or-later
// Another name for a rater or a round, and the way out where two copies of a study made some of the same
// name: copies know them by guids, so that nobody's work goes to another by renaming. Each copy does it for
// itself.
#pragma once

#include "service/session.h"

#include <string>
#include <vector>

namespace rapport::service {

struct RenameResult {
    ChangeSet changes;
    /// Saved searches of the viewer that asked for the rater and ask for the new name now; how many of
    /// others.
    std::vector<std::string> searches;
    std::int64_t searchesOfOthers = 0;
};

/// One row of the journal, and one for each saved search; cannot be undone but by renaming again. Errors:
/// NotFound, InvalidArgument (no name for a rater, or the same), Refused (there is a rater of that name; a
/// rater asks; a pack).
[[nodiscard]] base::Result<RenameResult> renameRater(Session& session, const std::string& from,
                                                     const std::string& to);

/// One row of the journal; plans of other rounds that name the round follow. Errors: as renameRater; Refused
/// for the round of what was never assigned, too.
[[nodiscard]] base::Result<RenameResult> renameRound(Session& session, const std::string& from,
                                                     const std::string& to);

} // namespace rapport::service
