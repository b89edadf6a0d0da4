// SPDX-License-Identifier: GPL-3.0-or-later
// Where the project's source and build are. One file alone knows it, so that all others compile to
// the same wherever the project lies and come from the compiler's cache.
#pragma once

namespace rapport::support {

extern const char* const sourceTree; ///< the folder of README.md
extern const char* const buildTree;  ///< the folder that holds bin/

} // namespace rapport::support
