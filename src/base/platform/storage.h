// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of place a file lies in: a study on a network drive or in a folder that a service synchronises
// can lose work, whatever the program does.
#pragma once

#include "base/phrase.h"

#include <string>

namespace rapport::base {

enum class Storage {
    Local,
    Network,      ///< NFS, SMB and the like: locks may not hold between machines
    Synchronised, ///< a service copies the file behind the program's back
};

struct StoragePlace {
    Storage kind = Storage::Local;
    std::string what; ///< "NFS", "Dropbox", ...; empty where local
};

/// Looks at the file system and at the folders above; a file that is not there yet is judged by its folder.
[[nodiscard]] StoragePlace storageOf(const std::string& path);

/// A sentence to show at opening; empty where the place is local.
[[nodiscard]] Phrase storageWarning(const std::string& path);

} // namespace rapport::base
