// SPDX-License-Identifier: GPL-3.0-or-later
// The same unit completed in two copies of a study that do not know of one another's. Private to this room.
#pragma once

#include "base/result.h"
#include "store/database.h"
#include "store/replay.h"

namespace rapport::store {

/// Whether what `other` completed was completed here too, up to position `before`, with other codes, and
/// neither knew of the other's. Before the state of the occasion is derived anew.
[[nodiscard]] base::Result<bool> isCompletedOtherwise(Database& study, Database& other,
                                                      const Occasion& occasion, std::int64_t before);

} // namespace rapport::store
