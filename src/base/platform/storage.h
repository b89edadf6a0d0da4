// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of place a file lies in: a study on a network drive or in a folder that a service synchronises
// can lose work, whatever the program does.
#pragma once

#include "base/phrase.h"

#include <string>
#include <string_view>

namespace rapport::base {

enum class Storage {
    Local,
    Network,      ///< NFS, SMB, SSHFS and the like: locks may not hold between machines
    Synchronised, ///< a service copies the file behind the program's back
};

struct StoragePlace {
    Storage kind = Storage::Local;
    std::string what; ///< "NFS", "Dropbox", ...; empty where local
};

/// Looks at the file system and at the folders above; a file that is not there yet is judged by its folder.
[[nodiscard]] StoragePlace storageOf(const std::string& path);

/// What a program serves in a folder of a FUSE file system, by the lines of /proc/self/mountinfo: "SSHFS",
/// "rclone", a name that is not known as it is; empty where it is on this machine all the same (a stick of
/// another system, an encrypted folder).
[[nodiscard]] std::string servedFolder(std::string_view mounts, const std::string& folder);

/// A sentence to show at opening; empty where the place is local.
[[nodiscard]] Phrase storageWarning(const std::string& path);

} // namespace rapport::base
