// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/version.h"

namespace rapport::base {

const char* programVersion() {
    return RAPPORT_VERSION;
}

} // namespace rapport::base
