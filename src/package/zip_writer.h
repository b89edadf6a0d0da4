// SPDX-License-Identifier: GPL-3.0-or-later
// A ZIP container made in memory. The same files in the same order give the same bytes on every machine:
// times are those of 1980. Never touches the disk; one thread.
#pragma once

#include "base/result.h"

#include <string>
#include <utility>
#include <vector>

namespace rapport::package {

enum class Packing { Deflated, Stored };

struct ZipFile {
    std::string name; ///< with / between folders
    std::string bytes;
    Packing packing = Packing::Deflated;
};

/// In the order given; what is moved here leaves memory as soon as it is packed. Errors: InvalidArgument (a
/// name twice, an empty one), Io (no memory).
[[nodiscard]] base::Result<std::string> writeZip(std::vector<ZipFile> files);

} // namespace rapport::package
