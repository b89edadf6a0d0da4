// SPDX-License-Identifier: GPL-3.0-or-later
// Why the system refused, by its number (errno), as a phrase: the C library's words are in one language only.
#pragma once

#include "base/phrase.h"

namespace rapport::base {

/// The C library's own words where the reason is a rare one.
[[nodiscard]] Phrase systemReason(int number);

} // namespace rapport::base
