// SPDX-License-Identifier: GPL-3.0-or-later
// Libraries of our own that are loaded when they are first needed: each stands before a library of others
// that few runs use and that draws in so many more that every start would wait for them
// (docs/decisions/0016).
#pragma once

#include "base/result.h"

#include <string>

namespace rapport::base {

/// The function `name` (C linkage) of librapport_<library>.so, which lies in the folder that the program is
/// built or installed with and stays loaded. Any thread. Errors: Io (it is not there, or not whole).
[[nodiscard]] Result<void*> lateFunction(const std::string& library, const char* name);

} // namespace rapport::base
