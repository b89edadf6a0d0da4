// SPDX-License-Identifier: GPL-3.0-or-later
// What a rater's acts on one unit in one round amount to, whatever the order in which they came into this
// file. Journal::append does the same row by row for acts that come last; a merge and check() ask here.
// Private to this room. The rules are in docs/decisions/0005-union-of-journals.md.
#pragma once

#include "base/guid.h"
#include "base/result.h"
#include "base/task.h"
#include "store/database.h"
#include "store/journal.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace rapport::store {

/// One work row of the journal.
struct WorkRow {
    std::int64_t position = 0;
    base::Guid guid;
    Act act = Act::Code;
    std::int64_t variable = 0;
    std::int64_t code = 0;
    std::optional<text::TextRange> range;
    std::int64_t version = 0;
    base::Guid target;
    std::vector<std::int64_t> completed; ///< variables of a completion
    bool isExclusive = false;            ///< of a coding: its variable holds one value at a time
};

/// A rater's unit in a round.
struct Occasion {
    std::int64_t unit = 0;
    std::int64_t rater = 0;
    std::int64_t round = 0;
    friend bool operator==(const Occasion&, const Occasion&) = default;
};

/// A row of the state that was live for a while: from its own position until `ended`, if it ended.
struct CodingSpan {
    std::int64_t position = 0;
    std::int64_t ended = 0; ///< 0: live
};
struct RatingSpan {
    std::int64_t position = 0;
    std::int64_t variable = 0;
    std::int64_t ended = 0;
};
struct OccasionState {
    std::vector<CodingSpan> codings; ///< a coding that never counted is not in it
    std::vector<RatingSpan> ratings;
    std::int64_t flag = 0; ///< position, or 0
};

/// `rows` in the order of ticks. `openedAt`: where the round was opened in this file, or 0. What was there
/// then is there at that position whatever came into the file after it, for agreement was frozen on it; what
/// is there now is what all rows together say.
[[nodiscard]] OccasionState replay(const std::vector<WorkRow>& rows, std::int64_t openedAt = 0);

/// Reads the work rows of one occasion, or (no occasion) of the whole journal, and replays each occasion.
[[nodiscard]] base::Status
forEachOccasion(Database& database, const std::optional<Occasion>& only, const base::Task& task,
                const std::function<base::Status(const Occasion&, const OccasionState&)>& visit);

/// What was settled of a unit in a round, live until `ended`. Of two settlements that two copies made of the
/// same code or variable the later holds; one that never counted in this file is not given.
struct SettledSpan {
    std::int64_t position = 0;
    std::int64_t ended = 0; ///< 0: live
};
struct SettledPlace {
    std::int64_t unit = 0;
    std::int64_t round = 0;
};
/// Of one unit in one round, or (no place) of the whole journal, in no order that matters.
[[nodiscard]] base::Result<std::vector<SettledSpan>>
replaySettlements(Database& database, const std::optional<SettledPlace>& only, const base::Task& task);

} // namespace rapport::store
