// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/task.h"

namespace rapport::base {

tl::unexpected<Error> Task::cancelled() {
    return fail(Errc::Cancelled, "cancelled", "nothing was changed");
}

} // namespace rapport::base
