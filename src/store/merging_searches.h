// SPDX-License-Identifier: GPL-3.0-or-later
// What another copy brings of what people asked of the texts, private to this room: saved searches, hidden
// lines, samples of lines. Their texts are copied with the journal row that names them; which lines are
// hidden follows from the rows of both copies in the order of their ticks.
#pragma once

#include "base/phrase.h"
#include "base/result.h"
#include "store/database.h"
#include "store/journal.h"

namespace rapport::store {

/// Search, Hide, Show, Sample, Judge, OpenSample.
[[nodiscard]] bool isSearching(Act act);

/// Why the other copy's sample cannot come in, or a judgement or an opening of it; empty if it can.
[[nodiscard]] base::Result<base::Phrase> sampleObjection(Database& study, Database& other, Act act,
                                                         const base::Guid& sample);

/// Copies what the row is about. `position`: the row's in `study`.
[[nodiscard]] base::Status takeSearching(Database& study, Database& other, Act act, const base::Guid& target,
                                         std::int64_t position);

/// The name of a sample of lines that was open already at that position; empty where it was not.
[[nodiscard]] base::Result<std::string> openedBefore(Database& study, const base::Guid& sample,
                                                     std::int64_t position);

/// Which lines are hidden, by all rows of both copies. Linear in the acts of hiding.
[[nodiscard]] base::Status settleHidden(Database& study);

} // namespace rapport::store
