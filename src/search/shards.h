// SPDX-License-Identifier: GPL-3.0-or-later
// One index in several parts, each served by a machine of its own (xapian-tcpsrv). Unit u is document
// (u - 1) / n + 1 of part (u - 1) mod n, so that the parts together number documents as one index does. The
// servers know no passwords: reach them on this machine or through ssh. Blocking; any thread.
#pragma once

#include "base/guid.h"
#include "base/result.h"
#include "base/task.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace rapport::search {

/// Writes the index of the study as `count` databases `shard-1`, `shard-2` ... into an empty or new folder.
/// Errors: NotFound (no index), InvalidArgument (count outside 1 .. 64), Refused (the folder holds
/// something), DiskFull, Io, Cancelled.
[[nodiscard]] base::Result<std::vector<std::filesystem::path>>
splitIndex(const std::filesystem::path& cacheFolder, const base::Guid& study, std::size_t count,
           const std::filesystem::path& into, const base::Task& task = {});

/// From then on IndexReader::open asks these servers ("host:port", in the order of the parts) where they can
/// be reached and hold an index of this study and program; without any, the index of this machine. Errors:
/// InvalidArgument (no host or port), Io.
[[nodiscard]] base::Status useShards(const std::filesystem::path& cacheFolder, const base::Guid& study,
                                     const std::vector<std::string>& servers);

} // namespace rapport::search
