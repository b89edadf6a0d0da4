// SPDX-License-Identifier: GPL-3.0-or-later
// What the journal amounts to, worked out for the whole study at once: for check and rebuildState; private to
// this room. Journal::append does the same row by row; check() holds the two against each other.
#pragma once

#include "base/result.h"
#include "base/task.h"
#include "store/database.h"
#include "store/replay.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {

/// Fills the temporary tables expected_coding, expected_rating, expected_flag, expected_opening and
/// expected_consensus from the
/// journal. Linear in the journal but for index look-ups. Inside a transaction or savepoint that is then
/// rolled back, or followed by dropExpectedState().
[[nodiscard]] base::Status expectState(Database& database, const base::Task& task);
[[nodiscard]] base::Status dropExpectedState(Database& database);

/// Sentences on rows that differ between the state tables and the expected ones; at most `limit` per table.
[[nodiscard]] base::Result<std::vector<std::string>> compareState(Database& database, std::int64_t limit);

/// Puts the expected rows in place of the state tables' rows.
[[nodiscard]] base::Status replaceState(Database& database);

/// Derives what was settled of one unit in one round anew, inside a transaction.
[[nodiscard]] base::Status rederiveSettled(Database& database, const SettledPlace& place);

/// Derives the state of one rater's unit in one round anew, inside a transaction.
[[nodiscard]] base::Status rederive(Database& database, const Occasion& occasion);

/// Numbers in {"variables": [..]}; empty where there is no such list.
[[nodiscard]] std::vector<std::int64_t> completedVariables(std::string_view detail);

} // namespace rapport::store
