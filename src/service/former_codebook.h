// SPDX-License-Identifier: GPL-3.0-or-later
// The codebook as it was, for what was coded under it.
#pragma once

#include "service/session.h"

namespace rapport::service {

/// Errors: NotFound.
[[nodiscard]] base::Result<model::Codebook> formerCodebook(Session& session, std::int64_t version);

} // namespace rapport::service
