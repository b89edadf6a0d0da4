// SPDX-License-Identifier: GPL-3.0-or-later
// A memo is written several times while it is typed, so that a crash takes nothing of it; undo takes it back
// as one. Never joins steps with anything between them, in this session or in another.
#pragma once

#include "service/session.h"

namespace rapport::service {

/// Makes the last two steps one if both wrote the same memo behind that journal position, one straight after
/// the other; does nothing else. Errors: those of writing.
[[nodiscard]] base::Status joinMemoSteps(Session& session, std::int64_t behind);

} // namespace rapport::service
