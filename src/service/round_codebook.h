// SPDX-License-Identifier: GPL-3.0-or-later
// By which codebook a round is measured. Internal to this room.
#pragma once

#include "service/measuring.h"

#include <memory>
#include <string>
#include <vector>

namespace rapport::service {

/// See codebookOf (measuring.h); those of several rounds, each once; today's where there is no round.
[[nodiscard]] base::Result<std::vector<std::shared_ptr<const model::Codebook>>>
codebooksOf(Session& session, const std::vector<model::Round>& rounds, bool afterOpening);

/// Errors: NotFound, where none of them has the variable or the code, also where today's has it, as is said
/// then; empty names ask nothing.
[[nodiscard]] base::Status knownIn(const Session& session,
                                   const std::vector<std::shared_ptr<const model::Codebook>>& codebooks,
                                   const std::string& variable, const std::string& code);

} // namespace rapport::service
