// SPDX-License-Identifier: GPL-3.0-or-later
// What disagreements() does not list for a coordinator who rates too (own_rating.h).
#pragma once

#include "service/session.h"

namespace rapport::service {

/// Units of the round that disagreements() leaves out, whatever raters said of them, as the coordinator who
/// asks still has to rate them. Errors: those of disagreements().
[[nodiscard]] base::Result<std::int64_t> disagreementsKeptBack(Session& session, const std::string& round);

} // namespace rapport::service
