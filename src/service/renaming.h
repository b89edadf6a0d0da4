// SPDX-License-Identifier: GPL-3.0-or-later
// Another name for a rater, and the way out where two copies of a study made raters of the same name: copies
// know a rater by a guid, so that nobody's work goes to another by renaming. Each copy does it for itself.
#pragma once

#include "service/session.h"

#include <string>

namespace rapport::service {

/// One row of the journal; cannot be undone but by renaming again. Errors: NotFound, InvalidArgument (no name
/// for a rater, or the same), Refused (there is a rater of that name; a rater asks; a pack).
[[nodiscard]] base::Result<ChangeSet> renameRater(Session& session, const std::string& from,
                                                  const std::string& to);

} // namespace rapport::service
