// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of another file's journal on their way into this one.
#pragma once

#include "base/guid.h"
#include "store/chain_place.h"
#include "store/database.h"
#include "store/journal.h"

#include <cstdint>
#include <optional>
#include <string>

namespace rapport::store {

/// A row of the other file's journal, with guids for its numbers.
struct IncomingRow {
    std::int64_t position = 0;
    base::Guid guid;
    std::string actName;
    std::optional<Act> act;
    std::int64_t time = 0;
    ChainSpot spot; ///< where it is in its device's chain
    base::Guid rater;
    base::Guid round;
    base::Guid unit;
    base::Guid variable;
    base::Guid code;
    std::optional<std::int64_t> begin;
    std::optional<std::int64_t> end;
    std::int64_t number = 0;
    std::int64_t version = 0;
    base::Guid target;
    std::string detail;
    std::int64_t tick = 0;
};

/// Which rows: those that take something out of texts, or all others.
enum class IncomingPart { Taking, Rest };

/// In the order of that journal; incomingOf() reads what next() finds.
[[nodiscard]] base::Result<Statement> selectIncoming(Database& other, IncomingPart part);
[[nodiscard]] IncomingRow incomingOf(const Statement& row);

[[nodiscard]] bool isWork(Act act);
/// Takes something out of texts.
[[nodiscard]] bool isTaking(Act act);
/// What a copy of the study may bring besides raters' work: rows whose content comes along, or has none.
[[nodiscard]] bool isStructure(Act act);
[[nodiscard]] bool isSettling(Act act);
/// Takes back, and is fine whatever became of the text.
[[nodiscard]] bool takesBack(Act act);

} // namespace rapport::store
