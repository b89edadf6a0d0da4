// SPDX-License-Identifier: GPL-3.0-or-later
// For a look before somebody is taken out of the study: which imported files would go.
#pragma once

#include "base/result.h"
#include "store/study_file.h"

#include <string>
#include <vector>

namespace rapport::store {

/// Names of the imported files whose bytes Forgetting::forget() would take: those that brought the
/// participant's texts, and every one that holds the name or may hold it. Errors: NotFound.
[[nodiscard]] base::Result<std::vector<std::string>> filesToDrop(const StudyFile& file,
                                                                 model::ParticipantId participant);

} // namespace rapport::store
