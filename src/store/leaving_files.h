// SPDX-License-Identifier: GPL-3.0-or-later
// Which imported files go with somebody who is taken out of the study, or with words that are blotted out:
// those that hold the name or the words, and those into which nobody can look (anything but plain text).
#pragma once

#include "base/result.h"
#include "store/study_file.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace rapport::store {

class Database;

/// That hold the name as it is written, or may hold it, of those whose bytes are still there.
[[nodiscard]] base::Result<std::set<std::int64_t>> filesNaming(Database& database, const std::string& name);
/// That hold the words, or of several words two that follow one another, whatever their case, accents and the
/// signs between them; or may hold them.
[[nodiscard]] base::Result<std::set<std::int64_t>> filesWith(Database& database, const std::string& words);

/// Names of the imported files whose bytes Forgetting::forget() would take: those that brought the
/// participant's texts, and every one that holds the name or may hold it. Errors: NotFound.
[[nodiscard]] base::Result<std::vector<std::string>> filesToDrop(const StudyFile& file,
                                                                 model::ParticipantId participant);

} // namespace rapport::store
