// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace rapport::base {

/// Of the program, as the build says: "0.1.0".
[[nodiscard]] const char* programVersion();

} // namespace rapport::base
