// SPDX-License-Identifier: GPL-3.0-or-later
// The hash chain of the journal, private to this room. A row's hash covers the hash of the same device's row
// before it and everything the row says, with guids for row numbers: so it holds in every copy of the study,
// whatever numbers the rows have there.
#pragma once

#include "base/clock.h"
#include "base/digest.h"
#include "base/guid.h"
#include "text/text_range.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapport::store {

/// A journal row as it is hashed. Null guids are references to nothing.
struct ChainLink {
    base::Guid guid;
    std::string_view act;
    base::Instant time;
    base::Guid device;
    std::int64_t sequence = 0;
    base::Guid rater;
    base::Guid round;
    base::Guid unit;
    base::Guid variable;
    base::Guid code;
    std::optional<text::TextRange> range;
    std::int64_t number = 0;
    std::int64_t version = 0;
    base::Guid target;
    std::string detail;    ///< of a completion: the 16-byte guids of its variables, one after another
    std::int64_t tick = 0; ///< 0 in rows that were made before there were ticks; then it is not in the hash
};

/// Ticks begin here (2001); a smaller one is the position of a row that was made before there were ticks.
inline constexpr std::int64_t firstTick = 1'000'000'000'000;

/// The tick of a row for ordering, from its columns. SQL: `effectiveTick`.
[[nodiscard]] constexpr std::int64_t tickOrPosition(std::int64_t tick, std::int64_t position) {
    return tick > 0 ? tick : position;
}
inline constexpr std::string_view effectiveTick = "(CASE WHEN j.tick > 0 THEN j.tick ELSE j.position END)";

/// SHA-256 over `previous` (32 zero bytes before a device's first row) and the link's fields in the order
/// above: guids as 16 bytes, numbers as 8 bytes big-endian, the range as one byte 0 or 1 and then two
/// numbers, texts as their length and their bytes.
[[nodiscard]] base::Sha256 chainHash(const base::Sha256& previous, const ChainLink& link);

} // namespace rapport::store
