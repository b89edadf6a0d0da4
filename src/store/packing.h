// SPDX-License-Identifier: GPL-3.0-or-later
// Coding packs: a small study file for one rater with what that rater may see and nothing else. Written row
// by row into a new file, so that no byte of anything else is in it. What is left out, and the names that
// stand for names, are described in docs/formats/pack.md. Runs on the study's thread, reads one moment of it.
#pragma once

#include "base/clock.h"
#include "base/guid.h"
#include "base/result.h"
#include "base/task.h"
#include "model/ids.h"
#include "store/study_file.h"

#include <cstdint>
#include <optional>
#include <string>

namespace rapport::store {

/// What a file says of itself when it is a pack.
struct PackInfo {
    base::Guid guid;  ///< of this pack; every pack has its own
    base::Guid rater; ///< whose it is
    base::Instant made;
    std::int64_t position = 0; ///< journal position of the study when it was made
    std::int64_t version = 0;  ///< of the codebook
};

struct PackCounts {
    std::int64_t units = 0;
    std::int64_t rounds = 0;
    std::int64_t rows = 0; ///< of the journal: the rater's own work so far
};

/// nullopt: a whole study.
[[nodiscard]] base::Result<std::optional<PackInfo>> packInfo(const StudyFile& file);

/// Writes the pack; `info.position` and `info.version` are filled in. A pack can be packed again, for its own
/// rater. Errors: Refused (a file is there; nothing is assigned to the rater), DiskFull, Io; nothing is left
/// behind then.
[[nodiscard]] base::Result<PackCounts> writePack(const StudyFile& study, model::RaterId rater,
                                                 const PackInfo& info, const std::string& path,
                                                 const base::Task& task);

} // namespace rapport::store
