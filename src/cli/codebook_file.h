// SPDX-License-Identifier: GPL-3.0-or-later
// The codebook as a file of its own, for `codebook export` and `export --what codebook`.
#pragma once

#include "base/result.h"
#include "service/session.h"

#include <string>

namespace rapport::cli {

/// Errors: InvalidArgument where the ending is neither json nor qdc.
[[nodiscard]] base::Status refuseOtherCodebookFiles(const std::string& file);
/// Errors: as above, DiskFull, Io.
[[nodiscard]] base::Status writeCodebookFile(service::Session& session, const std::string& file);

} // namespace rapport::cli
