// SPDX-License-Identifier: GPL-3.0-or-later
// What was written into an open study from elsewhere: another window, another program, another machine that
// shares the file. For whoever shows it, and must not let people judge by what is no longer so.
#pragma once

#include "service/session.h"

namespace rapport::service {

/// Another number after every commit that this session did not make. Errors: the store's.
[[nodiscard]] base::Result<std::int64_t> outsideWrites(const Session& session);

struct News {
    ChangeSet changes; ///< `units` empty and all flags set where it is much; `position` that of now
    /// Whether what the viewer does next may rest on something else than what was shown: the codebook, rounds
    /// and assignments, a rater's own work; for a coordinator any work.
    bool concernsViewer = false;
};
/// All that happened above that position of the journal. Errors: the store's.
[[nodiscard]] base::Result<News> newsSince(const Session& session, std::int64_t position);

} // namespace rapport::service
