// SPDX-License-Identifier: GPL-3.0-or-later
// Every text and every blob of every table of a study, whatever it is for: to look whether something is left
// that should not be. What stands in the file's bytes outside of live rows is not here.
#pragma once

#include "base/result.h"

#include <functional>
#include <string>
#include <string_view>

namespace rapport::store {

/// False: enough was seen.
using TakeValue =
    std::function<bool(std::string_view table, std::string_view column, std::string_view value)>;

/// Opens the study for reading; nobody needs to have closed it. Errors: as for opening.
[[nodiscard]] base::Status eachValue(const std::string& path, const TakeValue& take);

} // namespace rapport::store
