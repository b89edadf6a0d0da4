// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/replay.h"

#include "base/format.h"
#include "store/chain.h"
#include "store/state.h"

#include <map>
#include <tuple>

namespace rapport::store {

using base::Result;
using base::Status;

namespace {

constexpr std::int64_t never = -1;

/// A row of the state with what it stands for. Spans that never counted are still among them.
struct Told {
    std::vector<CodingSpan> codings;
    std::vector<RatingSpan> ratings;
    std::vector<std::int64_t> versions; ///< of the ratings
    /// Rows that said what another one had said before, by position and variable (of a rating): that one's
    /// place.
    std::map<std::pair<std::int64_t, std::int64_t>, std::size_t> standIns;
    std::int64_t flag = 0;
};

class Replaying {
public:
    [[nodiscard]] Told run(const std::vector<WorkRow>& rows) {
        for (const WorkRow& row : rows) {
            switch (row.act) {
            case Act::Code:
                code(row);
                break;
            case Act::Withdraw:
                withdraw(row);
                break;
            case Act::Complete:
                complete(row);
                break;
            case Act::Reopen:
                for (const auto& [variable, rating] : m_liveRatings)
                    end(m_state.ratings, rating, row.position);
                m_liveRatings.clear();
                break;
            case Act::Flag:
                m_state.flag = m_state.flag == 0 ? row.position : m_state.flag;
                break;
            case Act::Unflag:
                m_state.flag = 0;
                break;
            default:
                break;
            }
        }
        return std::move(m_state);
    }

private:
    /// What can be there once: a variable's value, or a code on a range.
    struct Element {
        std::int64_t variable = 0;
        std::int64_t code = 0;
        std::int64_t begin = -1;
        std::int64_t end = -1;
        friend auto operator<=>(const Element&, const Element&) = default;
    };

    static Element elementOf(const WorkRow& row) {
        if (row.isExclusive)
            return {row.variable, 0, -1, -1};
        return {row.variable, row.code, row.range ? row.range->begin.value : -1,
                row.range ? row.range->end.value : -1};
    }

    /// What ended by a row that came into this file before it never counted here.
    template<typename Spans>
    static void end(Spans& spans, std::size_t place, std::int64_t position) {
        spans[place].ended = position > spans[place].position ? position : never;
    }

    void code(const WorkRow& row) {
        const Element element = elementOf(row);
        m_made.emplace(row.guid, std::pair{element, row.isExclusive});
        const auto [live, isNew] = m_liveCodings.try_emplace(element, Live{});
        if (!isNew && !row.isExclusive) {
            // The same coding was made in another copy before.
            m_state.standIns.emplace(std::pair(row.position, 0), live->second.place);
            return;
        }
        if (!isNew)
            end(m_state.codings, live->second.place, row.position);
        live->second = Live{m_state.codings.size(), row.guid};
        m_state.codings.push_back({row.position, 0});
    }

    void withdraw(const WorkRow& row) {
        const auto made = m_made.find(row.target);
        if (made == m_made.end())
            return;
        const auto live = m_liveCodings.find(made->second.first);
        // Another value that was chosen since stays; the same code on the same range is gone, whichever copy
        // of it was named.
        if (live == m_liveCodings.end() || (made->second.second && live->second.guid != row.target))
            return;
        end(m_state.codings, live->second.place, row.position);
        m_liveCodings.erase(live);
    }

    void complete(const WorkRow& row) {
        for (const std::int64_t variable : row.completed) {
            const auto [live, isNew] = m_liveRatings.try_emplace(variable, m_state.ratings.size());
            if (!isNew) {
                // Done in two copies: what was done under the later version of the codebook says more.
                if (m_state.versions[live->second] >= row.version) {
                    m_state.standIns.emplace(std::pair(row.position, variable), live->second);
                    continue;
                }
                end(m_state.ratings, live->second, row.position);
                live->second = m_state.ratings.size();
            }
            m_state.versions.push_back(row.version);
            m_state.ratings.push_back({row.position, variable, 0});
        }
    }

    struct Live {
        std::size_t place = 0; ///< in m_state.codings
        base::Guid guid;
    };
    Told m_state;
    std::unordered_map<base::Guid, std::pair<Element, bool>> m_made;
    std::map<Element, Live> m_liveCodings;
    std::map<std::int64_t, std::size_t> m_liveRatings; ///< by variable, place in m_state.ratings
};

/// Whether a row that came in after the opening stands before one that was there by then.
bool isInterleaved(const std::vector<WorkRow>& rows, std::int64_t openedAt) {
    bool isAfter = false;
    for (const WorkRow& row : rows) {
        if (row.position <= openedAt && isAfter)
            return true;
        isAfter = isAfter || row.position > openedAt;
    }
    return false;
}

/// The spans of `then`, the rows of before the opening alone, as they go on in `now`, all rows; and those of
/// `now` that came in after it. `keyOf`: of a stand-in; `isSame`: whether a row that stands in says all of
/// it.
template<typename Span, typename KeyOf, typename IsSame>
std::vector<Span> joined(const std::vector<Span>& then, const std::vector<Span>& now, std::int64_t openedAt,
                         std::int64_t firstAfter, const Told& told, const KeyOf& keyOf,
                         const IsSame& isSame) {
    const auto endsLater = [&](std::int64_t ended) {
        return ended == 0 || ended > openedAt ? ended : firstAfter;
    };
    std::map<std::pair<std::int64_t, std::int64_t>, std::size_t> placeOf;
    for (std::size_t place = 0; place < now.size(); ++place)
        placeOf.emplace(keyOf(now[place]), place);
    std::vector<bool> isTaken(now.size());
    std::vector<Span> spans;
    for (std::size_t each = 0; each < then.size(); ++each) {
        Span span = then[each];
        const auto same = placeOf.find(keyOf(span));
        if (same != placeOf.end())
            isTaken[same->second] = true;
        if (span.ended == 0) {
            const auto other = told.standIns.find(keyOf(span));
            span.ended = firstAfter;
            if (same != placeOf.end()) {
                span.ended = endsLater(now[same->second].ended);
            } else if (other != told.standIns.end() && isSame(each, other->second)) {
                span.ended = endsLater(now[other->second].ended);
                isTaken[other->second] = true;
            }
        }
        spans.push_back(span);
    }
    for (std::size_t place = 0; place < now.size(); ++place) {
        const bool isLater = now[place].position > openedAt || now[place].ended > openedAt;
        if (!isTaken[place] && (isLater || now[place].ended == 0))
            spans.push_back(now[place]);
    }
    return spans;
}

/// The state when the round was opened and the state now, in one.
OccasionState joined(const std::vector<WorkRow>& rows, std::int64_t openedAt, const Told& now) {
    std::vector<WorkRow> before;
    std::int64_t firstAfter = 0;
    for (const WorkRow& row : rows) {
        if (row.position <= openedAt)
            before.push_back(row);
        else if (firstAfter == 0 || row.position < firstAfter)
            firstAfter = row.position;
    }
    const Told then = Replaying().run(before);
    OccasionState state;
    state.codings = joined(
        then.codings, now.codings, openedAt, firstAfter, now,
        [](const CodingSpan& span) { return std::pair(span.position, std::int64_t{0}); },
        [](std::size_t, std::size_t) { return true; });
    state.ratings = joined(
        then.ratings, now.ratings, openedAt, firstAfter, now,
        [](const RatingSpan& span) { return std::pair(span.position, span.variable); },
        // A later version of the codebook says more: that rating is one of its own.
        [&](std::size_t place, std::size_t other) { return then.versions[place] == now.versions[other]; });
    return state;
}

/// Whether a variable holds one value at a time, by version and variable.
using Exclusive = std::map<std::pair<std::int64_t, std::int64_t>, bool>;

Result<Exclusive> exclusiveVariables(Database& database) {
    RAPPORT_ASSIGN(Statement rows,
                   database.statement("SELECT version, variable_id, scale FROM variable_content"));
    Exclusive exclusive;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return exclusive;
        exclusive[{rows.integer(0), rows.integer(1)}] = rows.view(2) != "presence";
    }
}

} // namespace

OccasionState replay(const std::vector<WorkRow>& rows, std::int64_t openedAt) {
    Told now = Replaying().run(rows);
    OccasionState state;
    if (openedAt > 0 && isInterleaved(rows, openedAt)) {
        state = joined(rows, openedAt, now);
    } else {
        state.codings = std::move(now.codings);
        state.ratings = std::move(now.ratings);
    }
    state.flag = now.flag;
    std::erase_if(state.codings, [](const CodingSpan& span) { return span.ended == never; });
    std::erase_if(state.ratings, [](const RatingSpan& span) { return span.ended == never; });
    return state;
}

/// Where each round was opened in this file.
Result<std::unordered_map<std::int64_t, std::int64_t>> openings(Database& database,
                                                                const std::optional<Occasion>& only) {
    // In the words of the index on the rare kinds, so that it serves.
    std::string sql = "SELECT round_id, min(position) FROM journal WHERE act = 'open-round'"
                      " AND act NOT IN ('code', 'withdraw', 'complete', 'reopen', 'memo', 'flag', 'unflag')";
    sql += only ? " AND round_id = ?1 GROUP BY round_id" : " GROUP BY round_id";
    RAPPORT_ASSIGN(Statement rows, database.statement(sql));
    if (only)
        rows.bind(only->round);
    std::unordered_map<std::int64_t, std::int64_t> opened;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return opened;
        opened.emplace(rows.integer(0), rows.integer(1));
    }
}

Status forEachOccasion(Database& database, const std::optional<Occasion>& only, const base::Task& task,
                       const std::function<Status(const Occasion&, const OccasionState&)>& visit) {
    RAPPORT_ASSIGN(const Exclusive exclusive, exclusiveVariables(database));
    RAPPORT_ASSIGN(const auto opened, openings(database, only));
    std::string sql = "SELECT j.unit_id, j.rater_id, j.round_id, j.position, j.guid, j.act, j.variable_id,"
                      " j.code_id, j.range_begin, j.range_end, j.version, j.target, j.detail FROM journal j"
                      " WHERE j.act IN ('code', 'withdraw', 'complete', 'reopen', 'flag', 'unflag')"
                      " AND j.unit_id IS NOT NULL";
    // '+': of a unit few rows are read, of a rater or round many.
    if (only)
        sql += " AND j.unit_id = ?1 AND +j.rater_id = ?2 AND +j.round_id = ?3";
    sql += fmt::format(" ORDER BY 1, 2, 3, {}, j.guid", effectiveTick);
    RAPPORT_ASSIGN(Statement rows, database.statement(sql));
    if (only)
        rows.bind(only->unit, only->rater, only->round);
    std::optional<Occasion> current;
    std::vector<WorkRow> work;
    const auto finish = [&]() -> Status {
        if (!current)
            return {};
        const auto at = opened.find(current->round);
        return visit(*current, replay(work, at == opened.end() ? 0 : at->second));
    };
    for (std::uint64_t seen = 0;; ++seen) {
        if (seen % 4096 == 0 && task.isStopped())
            return base::Task::cancelled();
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return finish();
        const Occasion occasion{rows.integer(0), rows.integer(1), rows.integer(2)};
        if (current != occasion) {
            RAPPORT_TRY(finish());
            current = occasion;
            work.clear();
        }
        WorkRow row;
        row.position = rows.integer(3);
        row.guid = rows.guid(4);
        row.act = act(rows.view(5)).value_or(Act::Settings);
        row.variable = rows.integer(6);
        row.code = rows.integer(7);
        row.range = rows.range(8);
        row.version = rows.integer(10);
        row.target = rows.guid(11);
        if (row.act == Act::Complete)
            row.completed = completedVariables(rows.view(12));
        if (row.act == Act::Code) {
            const auto found = exclusive.find({row.version, row.variable});
            row.isExclusive = found != exclusive.end() && found->second;
        }
        work.push_back(std::move(row));
    }
}

Result<std::vector<SettledSpan>>
replaySettlements(Database& database, const std::optional<SettledPlace>& only, const base::Task& task) {
    RAPPORT_ASSIGN(const Exclusive exclusive, exclusiveVariables(database));
    // In the words of the index on the rare kinds, so that it serves.
    std::string sql = "SELECT j.position, j.guid, j.act, j.unit_id, j.round_id, j.variable_id, j.code_id,"
                      " j.version, j.target FROM journal j WHERE j.act IN ('adjudicate', 'unsettle')";
    sql += only ? " AND j.unit_id = ?1 AND +j.round_id = ?2"
                : " AND j.act NOT IN ('code', 'withdraw', 'complete', 'reopen', 'memo', 'flag', 'unflag')";
    sql += fmt::format(" ORDER BY {}, j.guid", effectiveTick);
    RAPPORT_ASSIGN(Statement rows, database.statement(sql));
    if (only)
        rows.bind(only->unit, only->round);
    using Element = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t>;
    std::vector<SettledSpan> spans;
    std::map<Element, std::size_t> live;
    std::unordered_map<base::Guid, std::pair<Element, std::size_t>> made;
    const auto end = [&spans](std::size_t place, std::int64_t position) {
        spans[place].ended = position > spans[place].position ? position : never;
    };
    for (std::uint64_t seen = 0;; ++seen) {
        if (seen % 4096 == 0 && task.isStopped())
            return base::Task::cancelled();
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            break;
        const std::int64_t position = rows.integer(0);
        if (rows.view(2) == "unsettle") {
            const auto target = made.find(rows.guid(8));
            if (target == made.end())
                continue;
            const auto& [element, place] = target->second;
            if (const auto now = live.find(element); now != live.end() && now->second == place) {
                end(place, position);
                live.erase(now);
            }
            continue;
        }
        const auto scale = exclusive.find({rows.integer(7), rows.integer(5)});
        const bool isExclusive = scale != exclusive.end() && scale->second;
        const Element element{rows.integer(3), rows.integer(4), rows.integer(5),
                              isExclusive ? 0 : rows.integer(6)};
        made.emplace(rows.guid(1), std::pair{element, spans.size()});
        const auto [now, isNew] = live.try_emplace(element, spans.size());
        if (!isNew) {
            end(now->second, position);
            now->second = spans.size();
        }
        spans.push_back({position, 0});
    }
    std::erase_if(spans, [](const SettledSpan& span) { return span.ended == never; });
    return spans;
}

} // namespace rapport::store
