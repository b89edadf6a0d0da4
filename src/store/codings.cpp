// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/codings.h"

#include "base/format.h"
#include "store/chain.h"
#include "store/database.h"

#include <algorithm>
#include <utility>

namespace rapport::store {

using base::fail;
using base::Result;
using base::Status;

namespace {

/// Five conditions with parameters 1 to 5 that a filter makes. A condition that is not asked for still names
/// its parameter, so that all of them are always bound.
std::string conditions(const CodingFilter& filter, bool hasCode) {
    std::string sql = filter.unit.isNone() ? "?1 IS NULL" : "c.unit_id = ?1";
    sql += filter.source.isNone() ? " AND ?2 IS NULL"
                                  : " AND c.unit_id IN (SELECT u.id FROM unit u WHERE u.source_id = ?2)";
    // Of a source's units few codings are read, whatever else is asked: '+' keeps the index on round or
    // rater, which would read all of theirs, from being chosen.
    const std::string_view plain = filter.unit.isNone() && !filter.source.isNone() ? "+" : "";
    sql +=
        filter.rater.isNone() ? std::string(" AND ?3 IS NULL") : fmt::format(" AND {}c.rater_id = ?3", plain);
    sql +=
        filter.round.isNone() ? std::string(" AND ?4 IS NULL") : fmt::format(" AND {}c.round_id = ?4", plain);
    sql += filter.code.isNone() || !hasCode ? " AND (?5 IS NULL OR 1)" : " AND c.code_id = ?5";
    return sql;
}

model::Coding codingOf(const Statement& row) {
    model::Coding coding;
    coding.id = row.id<model::CodingId>(0);
    coding.guid = row.guid(1);
    coding.rater = row.id<model::RaterId>(2);
    coding.round = row.id<model::RoundId>(3);
    coding.unit = row.id<model::UnitId>(4);
    coding.variable = row.id<model::VariableId>(5);
    coding.code = row.id<model::CodeId>(6);
    coding.range = row.range(7);
    coding.count = row.integer(9);
    coding.version = row.integer(10);
    coding.time = row.instant(11);
    return coding;
}

model::Memo memoOf(const Statement& row) {
    return model::Memo{row.guid(0), row.id<model::RaterId>(1), row.id<model::UnitId>(2), row.text(3),
                       row.instant(4)};
}

Result<std::vector<model::UnitId>> readUnits(Statement& rows) {
    std::vector<model::UnitId> units;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return units;
        units.push_back(rows.id<model::UnitId>(0));
    }
}

} // namespace

Result<std::vector<model::Coding>> Codings::codings(const CodingFilter& filter) const {
    std::string sql = "SELECT c.id, c.guid, c.rater_id, c.round_id, c.unit_id, c.variable_id, c.code_id,"
                      " c.range_begin, c.range_end, c.number, c.version, c.time FROM coding c WHERE " +
                      conditions(filter, true);
    sql += filter.at > 0 ? " AND c.id <= ?6 AND (c.withdrawn_at IS NULL OR c.withdrawn_at > ?6)"
                         : " AND ?6 = 0 AND c.withdrawn_at IS NULL";
    sql += " ORDER BY c.unit_id, c.rater_id, c.variable_id, c.code_id, c.range_begin, c.id";
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement(sql));
    rows.bind(filter.unit, filter.source, filter.rater, filter.round, filter.code,
              std::max<std::int64_t>(filter.at, 0));
    std::vector<model::Coding> codings;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return codings;
        codings.push_back(codingOf(rows));
    }
}

Result<std::vector<model::Rating>> Codings::ratings(const CodingFilter& filter) const {
    std::string sql = "SELECT c.rater_id, c.round_id, c.unit_id, c.variable_id, c.version, c.time, c.position"
                      " FROM rating c WHERE " +
                      conditions(filter, false);
    sql += filter.at > 0 ? " AND c.position <= ?6 AND (c.reopened_at IS NULL OR c.reopened_at > ?6)"
                         : " AND ?6 = 0 AND c.reopened_at IS NULL";
    sql += " ORDER BY c.unit_id, c.rater_id, c.variable_id, c.position";
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement(sql));
    rows.bind(filter.unit, filter.source, filter.rater, filter.round, filter.code,
              std::max<std::int64_t>(filter.at, 0));
    std::vector<model::Rating> ratings;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return ratings;
        model::Rating rating;
        rating.rater = rows.id<model::RaterId>(0);
        rating.round = rows.id<model::RoundId>(1);
        rating.unit = rows.id<model::UnitId>(2);
        rating.variable = rows.id<model::VariableId>(3);
        rating.version = rows.integer(4);
        rating.time = rows.instant(5);
        rating.position = rows.integer(6);
        ratings.push_back(rating);
    }
}

Result<std::vector<model::UnitId>> Codings::unitsCoded(model::CodeId code, model::RaterId rater) const {
    std::string sql = "SELECT DISTINCT unit_id FROM coding WHERE withdrawn_at IS NULL";
    sql += code.isNone() ? " AND ?1 IS NULL" : " AND code_id = ?1";
    sql += rater.isNone() ? " AND ?2 IS NULL" : " AND rater_id = ?2";
    sql += " ORDER BY unit_id";
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement(sql));
    rows.bind(code, rater);
    return readUnits(rows);
}

Result<std::vector<model::UnitId>> Codings::unitsBegun(model::RaterId rater, model::RoundId round) const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement("SELECT DISTINCT unit_id FROM coding WHERE round_id = ?1"
                                                " AND rater_id = ?2 AND withdrawn_at IS NULL"
                                                " ORDER BY unit_id"));
    rows.bind(round, rater);
    return readUnits(rows);
}

// What "completed" means here, in completedCount and in Rounds::progress: a completion says that all is
// judged that the codebook asked for then. What came into the codebook since is missing for its own codes and
// leaves the unit completed.
Result<std::vector<model::UnitId>> Codings::unitsCompleted(model::RaterId rater, model::RoundId round) const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement("SELECT DISTINCT unit_id FROM rating WHERE round_id = ?1"
                                                " AND rater_id = ?2 AND reopened_at IS NULL"
                                                " ORDER BY unit_id"));
    rows.bind(round, rater);
    return readUnits(rows);
}

Status Codings::forEachCode(model::RaterId rater,
                            const std::function<bool(model::UnitId, model::CodeId)>& visit) const {
    // Along an index that holds all that is asked for.
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement(
                                       "SELECT unit_id, code_id FROM coding INDEXED BY coding_by_unit"
                                       " WHERE withdrawn_at IS NULL AND (?1 IS NULL OR rater_id = ?1)"
                                       " ORDER BY unit_id"));
    rows.bind(rater);
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow || !visit(rows.id<model::UnitId>(0), rows.id<model::CodeId>(1)))
            return {};
    }
}

Result<std::vector<std::pair<model::SourceId, std::int64_t>>> Codings::perSource(model::RaterId rater) const {
    // Source by source along two indexes that hold all that is asked for: no table is read, nothing is
    // sorted.
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement(
                                       "SELECT u.source_id, count(*) FROM unit u INDEXED BY unit_by_source"
                                       " CROSS JOIN coding c INDEXED BY coding_by_unit ON c.unit_id = u.id"
                                       " WHERE c.withdrawn_at IS NULL AND (?1 IS NULL OR c.rater_id = ?1)"
                                       " GROUP BY u.source_id"));
    rows.bind(rater);
    std::vector<std::pair<model::SourceId, std::int64_t>> counts;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return counts;
        counts.emplace_back(rows.id<model::SourceId>(0), rows.integer(1));
    }
}

Result<std::int64_t> Codings::codingCount() const {
    return m_file->database().integer("SELECT count(*) FROM coding WHERE withdrawn_at IS NULL");
}

Result<std::int64_t> Codings::completedCount() const {
    return m_file->database().integer(
        "SELECT count(*) FROM (SELECT DISTINCT unit_id, rater_id, round_id FROM rating"
        " WHERE reopened_at IS NULL)");
}

Result<std::vector<model::UnitId>> Codings::flagged(model::RaterId rater, model::RoundId round) const {
    std::string sql = "SELECT DISTINCT unit_id FROM flag WHERE ";
    sql += rater.isNone() ? "?1 IS NULL" : "rater_id = ?1";
    sql += round.isNone() ? " AND ?2 IS NULL" : " AND round_id = ?2";
    sql += " ORDER BY unit_id";
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement(sql));
    rows.bind(rater, round);
    return readUnits(rows);
}

Result<bool> Codings::isFlagged(model::UnitId unit, model::RaterId rater, model::RoundId round) const {
    RAPPORT_ASSIGN(Statement row, m_file->database().statement("SELECT 1 FROM flag WHERE unit_id = ?1"
                                                               " AND rater_id = ?2 AND round_id = ?3"));
    row.bind(unit, rater, round);
    return row.next();
}

Result<model::Memo> Codings::memo(model::RaterId rater, model::UnitId unit) const {
    RAPPORT_ASSIGN(Statement row,
                   m_file->database().statement("SELECT guid, rater_id, unit_id, text, time FROM memo"
                                                " WHERE unit_id IS ?1 AND rater_id IS ?2"
                                                " ORDER BY CASE WHEN tick > 0 THEN tick ELSE id END"
                                                " DESC, guid DESC LIMIT 1"));
    row.bind(unit, rater);
    RAPPORT_ASSIGN(const bool hasRow, row.next());
    if (hasRow)
        return memoOf(row);
    model::Memo nothing;
    nothing.author = rater;
    nothing.unit = unit;
    return nothing;
}

Result<std::pair<std::string, std::string>> Codings::memoTexts(model::RaterId rater, model::UnitId unit,
                                                               const model::Guid& memo) const {
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement("SELECT guid, text FROM memo WHERE unit_id IS"
                                                                " ?1 AND rater_id IS ?2 ORDER BY id"));
    rows.bind(unit, rater);
    std::string before;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return std::pair<std::string, std::string>();
        if (rows.guid(0) == memo)
            return std::pair(before, rows.text(1));
        before = rows.text(1);
    }
}

Status Codings::putMemo(const model::Memo& memo) {
    if (memo.guid.isNull())
        return fail(base::Errc::InvalidArgument, "a memo needs a guid");
    // The tick that the memo's journal row gets, which comes next (Journal::append).
    return m_file->database().run(
        "INSERT INTO memo (guid, rater_id, unit_id, time, text, tick) VALUES (?1, ?2, ?3, ?4, ?5, max(?4, ?6,"
        " coalesce((SELECT max(tick) FROM memo WHERE unit_id IS ?3 AND rater_id IS ?2), 0) + 1,"
        " coalesce((SELECT CASE WHEN tick > 0 THEN tick ELSE position END FROM journal"
        "  WHERE position = (SELECT max(position) FROM journal)), 0) + 1))",
        memo.guid, memo.author, memo.unit, memo.time, memo.text, firstTick);
}

Result<std::vector<model::Memo>> Codings::memos() const {
    RAPPORT_ASSIGN(
        Statement rows,
        m_file->database().statement(
            "SELECT guid, rater_id, unit_id, text, time FROM (SELECT *, row_number() OVER ("
            " PARTITION BY unit_id, rater_id ORDER BY CASE WHEN tick > 0 THEN tick ELSE id END DESC,"
            " guid DESC) AS place FROM memo) WHERE place = 1 AND text <> ''"
            " ORDER BY unit_id, rater_id"));
    std::vector<model::Memo> memos;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return memos;
        memos.push_back(memoOf(rows));
    }
}

Result<std::vector<model::Memo>> Codings::memosOn(model::SourceId source, model::RaterId rater) const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement(
                       "SELECT guid, rater_id, unit_id, text, time, max(id) FROM memo"
                       " WHERE unit_id IN (SELECT u.id FROM unit u WHERE u.source_id = ?1) AND rater_id = ?2"
                       " GROUP BY unit_id HAVING text <> '' ORDER BY unit_id"));
    rows.bind(source, rater);
    std::vector<model::Memo> memos;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return memos;
        memos.push_back(memoOf(rows));
    }
}

namespace {

/// Units with a memo in the journal above a position.
constexpr std::string_view unitsAfter =
    "unit_id IN (SELECT unit_id FROM journal WHERE position > ?1 AND act = 'memo')";

} // namespace

Status Codings::forEachMemo(std::int64_t after, const std::function<bool(const MemoRow&)>& visit) const {
    const std::string of = after > 0 ? fmt::format(" WHERE {}", unitsAfter) : " WHERE ?1 IS NOT NULL";
    RAPPORT_ASSIGN(
        Statement rows,
        m_file->database().statement(
            "SELECT guid, rater_id, unit_id, text, time, number FROM (SELECT *, min(id) OVER ("
            " PARTITION BY unit_id, rater_id) AS number, row_number() OVER ("
            " PARTITION BY unit_id, rater_id ORDER BY CASE WHEN tick > 0 THEN tick ELSE id END DESC,"
            " guid DESC) AS place FROM memo" +
            of + ") WHERE place = 1" + (after > 0 ? "" : " AND text <> ''") + " ORDER BY number"));
    rows.bind(after);
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow || !visit(MemoRow{rows.integer(5), memoOf(rows)}))
            return {};
    }
}

Result<std::optional<MemoRow>> Codings::memoNumbered(std::int64_t number) const {
    RAPPORT_ASSIGN(Statement row, m_file->database().statement(
                                      "SELECT m.guid, m.rater_id, m.unit_id, m.text, m.time FROM memo f"
                                      " JOIN memo m ON m.unit_id IS f.unit_id AND m.rater_id IS f.rater_id"
                                      " WHERE f.id = ?1"
                                      " ORDER BY CASE WHEN m.tick > 0 THEN m.tick ELSE m.id END DESC,"
                                      " m.guid DESC LIMIT 1"));
    row.bind(number);
    RAPPORT_ASSIGN(const bool hasRow, row.next());
    if (!hasRow)
        return std::optional<MemoRow>();
    return std::optional<MemoRow>(MemoRow{number, memoOf(row)});
}

Result<std::vector<MemoPlace>> Codings::memoPlaces() const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement("SELECT min(id), unit_id, rater_id FROM memo"
                                                " GROUP BY unit_id, rater_id ORDER BY min(id)"));
    std::vector<MemoPlace> places;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return places;
        places.push_back({rows.integer(0), rows.id<model::UnitId>(1), rows.id<model::RaterId>(2)});
    }
}

Result<std::int64_t> Codings::memoCount(std::int64_t after, std::int64_t most) const {
    const std::string of = after > 0 ? fmt::format(" WHERE {}", unitsAfter) : " WHERE ?1 IS NOT NULL";
    RAPPORT_ASSIGN(Statement row, m_file->database().statement("SELECT count(*) FROM (SELECT 1 FROM memo" +
                                                               of + " GROUP BY unit_id, rater_id LIMIT ?2)"));
    row.bind(after, most);
    RAPPORT_TRY(row.next());
    return row.integer(0);
}

Result<std::vector<model::UnitId>> Codings::unitsWithMemo(model::RaterId rater) const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement("SELECT unit_id, text, max(id) FROM memo WHERE rater_id = ?1"
                                                " GROUP BY unit_id HAVING text <> '' ORDER BY unit_id"));
    rows.bind(rater);
    return readUnits(rows);
}

} // namespace rapport::store
