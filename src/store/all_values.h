// SPDX-License-Identifier: GPL-3.0-or-later
// Every text and every blob of every table of a study, whatever it is for: to look whether something is left
// that should not be. Not here: guids and digests, random bytes in which any short word is found; and what
// stands in the file's bytes outside of live rows.
#pragma once

#include "base/result.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {

class StudyFile;

/// False: enough was seen.
using TakeValue =
    std::function<bool(std::string_view table, std::string_view column, std::string_view value)>;

/// Opens the study for reading; nobody needs to have closed it. Errors: as for opening.
[[nodiscard]] base::Status eachValue(const std::string& path, const TakeValue& take);

/// The same of a study that is open, such as a passing copy.
[[nodiscard]] base::Status eachValue(const StudyFile& study, const TakeValue& take);

/// The bytes of the study's file and of the log beside it, where there is one; zeros stand for guids and
/// digests of its rows and for the checks of pages. The study must not be open here. Errors: as for opening.
[[nodiscard]] base::Result<std::vector<std::string>> fileBytes(const std::string& path);

} // namespace rapport::store
