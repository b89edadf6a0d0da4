// SPDX-License-Identifier: GPL-3.0-or-later
// A rater's name, which is no part of any journal row: the guid is what copies of a study know a rater by.
#pragma once

#include "base/result.h"
#include "model/coding.h"
#include "store/study_file.h"

#include <string>

namespace rapport::store {

/// The name must be free. Inside the caller's transaction.
[[nodiscard]] base::Status renameRater(StudyFile& file, model::RaterId rater, const std::string& name);

} // namespace rapport::store
