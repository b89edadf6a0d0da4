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

class Replaying {
public:
    [[nodiscard]] OccasionState run(const std::vector<WorkRow>& rows) {
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
        std::erase_if(m_state.codings, [](const CodingSpan& span) { return span.ended == never; });
        std::erase_if(m_state.ratings, [](const RatingSpan& span) { return span.ended == never; });
        return std::move(m_state);
    }

private:
    static constexpr std::int64_t never = -1;

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
            return; // the same coding was made in another copy before
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
                if (m_versions[variable] >= row.version)
                    continue;
                end(m_state.ratings, live->second, row.position);
                live->second = m_state.ratings.size();
            }
            m_versions[variable] = row.version;
            m_state.ratings.push_back({row.position, variable, 0});
        }
    }

    struct Live {
        std::size_t place = 0; ///< in m_state.codings
        base::Guid guid;
    };
    OccasionState m_state;
    std::unordered_map<base::Guid, std::pair<Element, bool>> m_made;
    std::map<Element, Live> m_liveCodings;
    std::map<std::int64_t, std::size_t> m_liveRatings; ///< by variable, place in m_state.ratings
    std::map<std::int64_t, std::int64_t> m_versions;   ///< of live ratings, by variable
};

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

OccasionState replay(const std::vector<WorkRow>& rows) {
    return Replaying().run(rows);
}

Status forEachOccasion(Database& database, const std::optional<Occasion>& only, const base::Task& task,
                       const std::function<Status(const Occasion&, const OccasionState&)>& visit) {
    RAPPORT_ASSIGN(const Exclusive exclusive, exclusiveVariables(database));
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
        return visit(*current, replay(work));
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
    constexpr std::int64_t never = -1;
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
