// SPDX-License-Identifier: GPL-3.0-or-later
// Is the study whole, and is there a copy.
#pragma once

#include "service/session.h"

namespace rapport::service {

struct CheckResult {
    std::vector<base::Phrase> problems;
    std::vector<base::Phrase> notes; ///< worth knowing, and nothing is wrong
    std::int64_t journalRows = 0;
    std::int64_t codings = 0;
    bool repaired = false;
    bool isMendable = false; ///< a repair would mend problems that are left
};
[[nodiscard]] base::Result<CheckResult> check(Session& session, bool repair, const base::Task& task = {});
[[nodiscard]] base::Status backup(Session& session, const std::string& file);

/// Codings and completions as rows of the codings table (CSV as in the command line's contract), those that
/// the viewer may see. With `pseudonymousRaters` raters are "rater_1", ... in the order in which they joined.
[[nodiscard]] base::Result<std::string> exportCodings(Session& session, bool pseudonymousRaters = false);

} // namespace rapport::service
