// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that does as the test says: below SQLite, above the real files. It fails at a certain write or sync,
// or the power goes: then of what was written since a file's last sync any part may be missing. Installed as
// SQLite's default when the program starts, before the store puts its own layer over it. One thread.
#pragma once

#include "base/random.h"

#include <cstdint>
#include <string>

namespace rapport::test {

enum class DiskFault { None, Full, WriteError, SyncError, PowerCut };

class FailingDisk {
public:
    /// From now on the `after`-th write (or sync) fails, and all that follow; PowerCut: at the `after`-th
    /// write everything stops.
    static void failAt(DiskFault fault, std::int64_t after);
    /// Only the one write fails; those after it work.
    static void failOnce(DiskFault fault, std::int64_t after);
    static void heal();
    /// Writes (syncs for SyncError) since the last of the calls above.
    [[nodiscard]] static std::int64_t operations();
    [[nodiscard]] static bool hasFailed();

    /// Keeps what is needed for afterPowerCut() for files whose path begins so.
    static void watch(const std::string& pathPrefix);
    static void unwatch();
    /// What is on the disk when the power is back: each file as at its last sync, with some of the writes
    /// after it, whole, torn, or not at all. Written under another prefix.
    static void afterPowerCut(const std::string& newPrefix, base::Random& random);
};

} // namespace rapport::test
