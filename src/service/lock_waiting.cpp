// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/lock_waiting.h"

#include "service/session_impl.h"
#include "store/lock_wait.h"

namespace rapport::service {

base::Status setLockWait(Session& session, std::chrono::milliseconds wait) {
    return store::waitForLock(*session.impl().file, wait);
}

} // namespace rapport::service
