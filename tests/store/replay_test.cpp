// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/replay.h"
#include "support/catch.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <numeric>
#include <set>

using namespace rapport;
using namespace rapport::store;

namespace {

constexpr std::int64_t level = 1; ///< a variable that holds one value
constexpr std::int64_t presence = 2;

using Key = std::pair<std::int64_t, std::int64_t>; ///< variable and code, or variable and version

const WorkRow& rowAt(const std::vector<WorkRow>& rows, std::int64_t position) {
    return *std::find_if(rows.begin(), rows.end(),
                         [position](const WorkRow& row) { return row.position == position; });
}

/// Codes that are there at a position, 0 for now.
std::set<Key> codesAt(const std::vector<WorkRow>& rows, const OccasionState& state, std::int64_t at) {
    std::set<Key> there;
    for (const CodingSpan& span : state.codings) {
        if (at == 0 ? span.ended == 0 : span.position <= at && (span.ended == 0 || span.ended > at)) {
            const WorkRow& row = rowAt(rows, span.position);
            there.emplace(row.variable, row.code);
        }
    }
    return there;
}

/// Variables that are judged, with the version where it is asked for.
std::set<Key> ratedAt(const std::vector<WorkRow>& rows, const OccasionState& state, std::int64_t at) {
    std::set<Key> there;
    for (const RatingSpan& span : state.ratings) {
        if (at == 0 ? span.ended == 0 : span.position <= at && (span.ended == 0 || span.ended > at))
            there.emplace(span.variable, at == 0 ? rowAt(rows, span.position).version : 0);
    }
    return there;
}

/// Acts of one rater on one unit, in the order of ticks, that came into the file in any order.
std::vector<WorkRow> anyRows() {
    const int count = *rc::gen::inRange(1, 16);
    std::vector<std::int64_t> positions(static_cast<std::size_t>(count));
    std::iota(positions.begin(), positions.end(), 1);
    // Swaps, as merges leave runs in order.
    for (int swap = *rc::gen::inRange(0, 6); swap > 0; --swap)
        std::swap(positions[*rc::gen::inRange<std::size_t>(0, positions.size())],
                  positions[*rc::gen::inRange<std::size_t>(0, positions.size())]);
    std::vector<WorkRow> rows;
    std::vector<base::Guid> codings;
    for (const std::int64_t position : positions) {
        WorkRow row;
        row.position = position;
        row.guid = base::Guid::fromText(std::to_string(position));
        row.version = *rc::gen::inRange(1, 3);
        row.act = *rc::gen::element(Act::Code, Act::Code, Act::Withdraw, Act::Complete, Act::Reopen);
        if (row.act == Act::Withdraw && codings.empty())
            row.act = Act::Code;
        if (row.act == Act::Withdraw)
            row.target = *rc::gen::elementOf(codings);
        if (row.act == Act::Code) {
            row.variable = *rc::gen::element(level, presence);
            row.isExclusive = row.variable == level;
            row.code = *rc::gen::inRange(1, 3);
            codings.push_back(row.guid);
        }
        if (row.act == Act::Complete)
            row.completed = {level, presence};
        rows.push_back(row);
    }
    return rows;
}

using Span = std::tuple<std::int64_t, std::int64_t, std::int64_t>;

/// Position, variable of a rating, end: of all rows of the state.
std::set<Span> spansOf(const OccasionState& state) {
    std::set<Span> spans;
    for (const CodingSpan& each : state.codings)
        spans.emplace(each.position, 0, each.ended);
    for (const RatingSpan& each : state.ratings)
        spans.emplace(each.position, each.variable, each.ended);
    return spans;
}

} // namespace

TEST_CASE("what was there when a round was opened stays there, whatever comes in later") {
    CHECK(
        rc::check("the state at the opening is that of the rows of then, and the state now that of all", [] {
            const std::vector<WorkRow> rows = anyRows();
            const auto openedAt =
                static_cast<std::int64_t>(*rc::gen::inRange<std::size_t>(1, rows.size() + 1));
            std::vector<WorkRow> before;
            std::copy_if(rows.begin(), rows.end(), std::back_inserter(before),
                         [openedAt](const WorkRow& row) { return row.position <= openedAt; });
            const OccasionState state = replay(rows, openedAt);
            const OccasionState then = replay(before);
            const OccasionState now = replay(rows);
            RC_ASSERT(codesAt(rows, state, openedAt) == codesAt(before, then, 0));
            RC_ASSERT(codesAt(rows, state, 0) == codesAt(rows, now, 0));
            std::set<Key> rated;
            for (const Key& each : ratedAt(before, then, 0))
                rated.emplace(each.first, 0);
            RC_ASSERT(ratedAt(rows, state, openedAt) == rated);
            RC_ASSERT(ratedAt(rows, state, 0) == ratedAt(rows, now, 0));
            // One row for each thing that is there.
            RC_ASSERT(static_cast<std::size_t>(
                          std::count_if(state.codings.begin(), state.codings.end(), [](const auto& span) {
                              return span.ended == 0;
                          })) == codesAt(rows, state, 0).size());
            RC_ASSERT(static_cast<std::size_t>(
                          std::count_if(state.ratings.begin(), state.ratings.end(), [](const auto& span) {
                              return span.ended == 0;
                          })) == ratedAt(rows, state, 0).size());
        }));
    CHECK(rc::check("what is done after a merge goes on from the state", [] {
        std::vector<WorkRow> rows = anyRows();
        const auto openedAt = static_cast<std::int64_t>(*rc::gen::inRange<std::size_t>(1, rows.size() + 1));
        OccasionState state = replay(rows, openedAt);
        WorkRow row;
        row.position = static_cast<std::int64_t>(rows.size()) + 1;
        row.guid = base::Guid::fromText("new");
        row.version = 2;
        const auto live = std::find_if(state.codings.begin(), state.codings.end(),
                                       [](const CodingSpan& span) { return span.ended == 0; });
        if (live != state.codings.end() && *rc::gen::arbitrary<bool>()) {
            row.act = Act::Withdraw;
            row.target = rowAt(rows, live->position).guid;
            live->ended = row.position;
        } else if (*rc::gen::arbitrary<bool>()) {
            row.act = Act::Reopen;
            for (RatingSpan& span : state.ratings)
                span.ended = span.ended == 0 ? row.position : span.ended;
        } else {
            row.act = Act::Code;
            row.variable = presence;
            row.code = 3; // as nobody had
            state.codings.push_back({row.position, 0});
        }
        rows.push_back(row);
        RC_ASSERT(spansOf(replay(rows, openedAt)) == spansOf(state));
    }));
}
