// SPDX-License-Identifier: GPL-3.0-or-later
// How a new version of the codebook comes to be; internal to this room.
#pragma once

#include "service/session_impl.h"

namespace rapport::service {

/// Freezes the current version and writes the content as the next one, with `entry` as its journal row.
[[nodiscard]] base::Result<std::int64_t> putNextVersion(Writer& writer, const model::Codebook& content,
                                                        store::JournalEntry entry);

/// The version before the change that made the current one comes back as the next one. Errors: Refused (there
/// was a later change, or it was none that can be taken back).
[[nodiscard]] base::Status undoVersion(Writer& writer, const store::JournalEntry& made);

} // namespace rapport::service
