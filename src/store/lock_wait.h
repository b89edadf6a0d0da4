// SPDX-License-Identifier: GPL-3.0-or-later
// How long a write waits for another program, or another window, that is writing the same study.
#pragma once

#include "base/result.h"

#include <chrono>

namespace rapport::store {

class StudyFile;

/// From now on; afterwards the write fails with StudyLocked. 0 fails at once; nothing above a minute. Without
/// this call it is two seconds.
[[nodiscard]] base::Status waitForLock(StudyFile& file, std::chrono::milliseconds wait);

} // namespace rapport::store
