// SPDX-License-Identifier: GPL-3.0-or-later
// How a change of the case and the questions is taken back; internal to this room.
#pragma once

#include "service/session_impl.h"

namespace rapport::service {

/// What the row changed is as it was before, with a row of its own. Errors: Refused (that was changed again
/// since, or the row is of an import).
[[nodiscard]] base::Status undoInstrument(Writer& writer, const store::JournalEntry& made);

} // namespace rapport::service
