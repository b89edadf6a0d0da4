// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>

namespace rapport::service {

/// What is said of a sealed file where an open one is needed: how to open it, as it can be typed.
[[nodiscard]] base::Error sealedError(const std::string& path);

} // namespace rapport::service
