// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tree.h"

namespace rapport::support {

const char* const sourceTree = RAPPORT_SOURCE_DIR;
const char* const buildTree = RAPPORT_BINARY_DIR;

} // namespace rapport::support
