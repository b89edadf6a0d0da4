// SPDX-License-Identifier: GPL-3.0-or-later
// A session whose thread may not stand still waits less for others who write the same study.
#pragma once

#include "service/session.h"

#include <chrono>

namespace rapport::service {

/// From now on a write that finds the study in use fails with StudyLocked after that time, instead of after
/// two seconds; nothing is written then, and the same act may be tried again.
[[nodiscard]] base::Status setLockWait(Session& session, std::chrono::milliseconds wait);

} // namespace rapport::service
