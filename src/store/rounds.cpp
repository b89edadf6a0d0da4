// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rounds.h"

#include "base/format.h"
#include "store/database.h"
#include "store/rows.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace rapport::store {

using base::Errc;
using base::fail;
using base::Result;
using base::Status;

namespace {

model::Rater raterOf(const Statement& row) {
    return model::Rater{row.id<model::RaterId>(0), row.guid(1), row.text(2),
                        enumeration(model::raterKind, row.view(3), model::RaterKind::Human)};
}

constexpr const char* selectRound =
    "SELECT id, guid, name, kind, is_blind, variables, plan, opened_at FROM round";

model::Round roundOf(const Statement& row) {
    model::Round round;
    round.id = row.id<model::RoundId>(0);
    round.guid = row.guid(1);
    round.name = row.text(2);
    round.kind = enumeration(model::roundKind, row.view(3), model::RoundKind::Default);
    round.isBlind = row.flag(4);
    round.variables = stringList(row.view(5));
    round.plan = row.text(6);
    round.openedAt = row.integer(7);
    return round;
}

constexpr const char* selectAssignment =
    "SELECT round_id, rater_id, unit_id, ordinal, neutral_number FROM assignment WHERE ";

/// By rater and place. Sorted here: read by the index of that order, each row would be looked up on its own.
Result<std::vector<model::Assignment>> readAssignments(Statement& rows) {
    std::vector<model::Assignment> assignments;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow) {
            std::sort(assignments.begin(), assignments.end(),
                      [](const model::Assignment& a, const model::Assignment& b) {
                          return std::tie(a.rater, a.ordinal) < std::tie(b.rater, b.ordinal);
                      });
            return assignments;
        }
        assignments.push_back(model::Assignment{rows.id<model::RoundId>(0), rows.id<model::RaterId>(1),
                                                rows.id<model::UnitId>(2), rows.integer(3), rows.integer(4)});
    }
}

constexpr const char* placeColumns = "u.source_id, u.kind, p.name, CASE WHEN u.kind <> 'answer'"
                                     " THEN (SELECT s.name FROM source s WHERE s.id = u.source_id) END";

Status readAssigned(Statement& rows, const std::function<void(const AssignedUnit&)>& visit) {
    AssignedUnit unit;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return {};
        unit.unit = rows.id<model::UnitId>(0);
        unit.ordinal = rows.integer(1);
        unit.neutralNumber = rows.integer(2);
        unit.source = rows.id<model::SourceId>(3);
        unit.kind = model::unitKind(rows.view(4)).value_or(model::UnitKind::Answer);
        unit.prompt = rows.view(5);
        unit.transcript = rows.view(6);
        visit(unit);
    }
}

} // namespace

Result<model::RaterId> Rounds::addRater(const model::Rater& rater) {
    Database& database = m_file->database();
    RAPPORT_ASSIGN(const base::Guid guid, guidOr(database, rater.guid, "rater", rater.name));
    const Status added = database.run("INSERT INTO rater (guid, name, kind) VALUES (?1, ?2, ?3)", guid,
                                      rater.name, model::name(rater.kind));
    if (!added)
        return duplicateOr(database, added, base::said("the study has a rater '{}' already", rater.name));
    return model::RaterId(database.lastRowId());
}

Result<std::vector<model::Rater>> Rounds::raters() const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement("SELECT id, guid, name, kind FROM rater ORDER BY id"));
    std::vector<model::Rater> raters;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return raters;
        raters.push_back(raterOf(rows));
    }
}

Result<std::optional<model::Rater>> Rounds::raterByName(const std::string& name) const {
    RAPPORT_ASSIGN(Statement row,
                   m_file->database().statement("SELECT id, guid, name, kind FROM rater WHERE name = ?1"));
    row.bind(name);
    RAPPORT_ASSIGN(const bool hasRow, row.next());
    if (hasRow)
        return raterOf(row);
    RAPPORT_ASSIGN(const auto everybody, raters());
    return alikeIn(everybody, name);
}

Status Rounds::renameRater(model::RaterId rater, const std::string& name) {
    return m_file->database().run("UPDATE rater SET name = ?2 WHERE id = ?1", rater, name);
}

Status Rounds::renameRound(model::RoundId round, const std::string& name) {
    return m_file->database().run("UPDATE round SET name = ?2 WHERE id = ?1", round, name);
}

Status Rounds::setPlan(model::RoundId round, const std::string& plan) {
    return m_file->database().run("UPDATE round SET plan = ?2 WHERE id = ?1", round, plan);
}

Result<model::RoundId> Rounds::addRound(const model::Round& round) {
    Database& database = m_file->database();
    RAPPORT_ASSIGN(const base::Guid guid, guidOr(database, round.guid, "round", round.name));
    const Status added = database.run("INSERT INTO round (guid, name, kind, is_blind, variables, plan)"
                                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                      guid, round.name, model::name(round.kind), round.isBlind,
                                      toJson(round.variables), round.plan);
    if (!added)
        return duplicateOr(database, added, base::said("the study has a round '{}' already", round.name));
    return model::RoundId(database.lastRowId());
}

Result<std::vector<model::Round>> Rounds::rounds() const {
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement(std::string(selectRound) + " ORDER BY id"));
    std::vector<model::Round> rounds;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return rounds;
        rounds.push_back(roundOf(rows));
    }
}

Result<std::optional<model::Round>> Rounds::roundByName(const std::string& name) const {
    RAPPORT_ASSIGN(Statement row,
                   m_file->database().statement(std::string(selectRound) + " WHERE name = ?1"));
    row.bind(name);
    RAPPORT_ASSIGN(const bool hasRow, row.next());
    return hasRow ? std::optional(roundOf(row)) : std::nullopt;
}

Result<model::Round> Rounds::defaultRound() {
    RAPPORT_ASSIGN(auto known, roundByName(std::string(model::defaultRoundName)));
    return known ? Result<model::Round>(std::move(*known)) : addDefaultRound({});
}

Result<model::Round> Rounds::addDefaultRound(const model::Guid& guid) {
    model::Round round;
    round.guid = guid;
    round.name = model::defaultRoundName;
    round.kind = model::RoundKind::Default;
    RAPPORT_TRY(addRound(round));
    RAPPORT_ASSIGN(auto made, roundByName(round.name));
    return std::move(*made);
}

namespace {

/// While it lives, what is written stays in memory until it is committed, and no page goes to the disk twice.
class RoomyCache {
public:
    explicit RoomyCache(Database& database)
        : m_database(&database)
        , m_before(database.integer("PRAGMA cache_size").value_or(0)) {
        set(-131'072); // KiB
    }
    ~RoomyCache() { set(m_before); }
    RoomyCache(const RoomyCache&) = delete;
    RoomyCache& operator=(const RoomyCache&) = delete;

private:
    void set(std::int64_t size) {
        if (size != 0)
            static_cast<void>(m_database->execute(fmt::format("PRAGMA cache_size = {}", size).c_str()));
    }

    Database* m_database;
    std::int64_t m_before;
};

/// The indexes of a table, taken away and made again once its rows are there: one sort each, where every row
/// would look for its place in all of them. Inside a savepoint, which brings them back where anything fails.
class IndexesLater {
public:
    [[nodiscard]] static Result<IndexesLater> take(Database& database, const char* table) {
        IndexesLater later(database);
        std::vector<std::string> names;
        {
            RAPPORT_ASSIGN(Statement rows,
                           database.statement("SELECT name, sql FROM sqlite_schema WHERE type = 'index'"
                                              " AND tbl_name = ?1 AND sql IS NOT NULL ORDER BY rowid"));
            rows.bind(table);
            while (true) {
                RAPPORT_ASSIGN(const bool hasRow, rows.next());
                if (!hasRow)
                    break;
                names.push_back(rows.text(0));
                later.m_sql.push_back(rows.text(1));
            }
        }
        for (const std::string& name : names)
            RAPPORT_TRY(database.execute(fmt::format("DROP INDEX {}", name).c_str()));
        return later;
    }
    [[nodiscard]] Status make() const {
        for (const std::string& sql : m_sql)
            RAPPORT_TRY(m_database->run(sql));
        return {};
    }

private:
    explicit IndexesLater(Database& database)
        : m_database(&database) {}

    Database* m_database;
    std::vector<std::string> m_sql;
};

constexpr std::size_t rowWidth = 5;    ///< columns of an assignment
constexpr std::size_t rowsAtOnce = 20; ///< in one statement: half the time of twenty statements

std::string insertOf(std::size_t rows) {
    std::string sql = "INSERT INTO assignment (round_id, rater_id, unit_id, ordinal, neutral_number) VALUES ";
    for (std::size_t row = 0; row < rows; ++row)
        sql += row == 0 ? "(?, ?, ?, ?, ?)" : ", (?, ?, ?, ?, ?)";
    return sql;
}

std::int64_t columnOf(const model::Assignment& row, std::size_t column) {
    switch (column) {
    case 0:
        return row.round.value;
    case 1:
        return row.rater.value;
    case 2:
        return row.unit.value;
    case 3:
        return row.ordinal;
    default:
        return row.neutralNumber;
    }
}

template<std::size_t... values>
Status insertRows(Database& database, const std::string& sql, const model::Assignment* rows,
                  std::index_sequence<values...>) {
    return database.run(sql, columnOf(rows[values / rowWidth], values % rowWidth)...);
}

} // namespace

Status Rounds::requireOneNumberEach(model::RoundId round,
                                    const std::vector<model::Assignment>* allOfIt) const {
    const auto clash = [] {
        return fail(Errc::Refused, "in a round each unit has one neutral number of its own");
    };
    if (allOfIt != nullptr) {
        std::vector<std::pair<std::int64_t, std::int64_t>> pairs;
        for (const model::Assignment& each : *allOfIt) {
            if (each.round == round)
                pairs.emplace_back(each.unit.value, each.neutralNumber);
        }
        std::sort(pairs.begin(), pairs.end());
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        const auto sameUnit = [](const auto& a, const auto& b) { return a.first == b.first; };
        if (std::adjacent_find(pairs.begin(), pairs.end(), sameUnit) != pairs.end())
            return clash();
        const auto byNumber = [](const auto& a, const auto& b) { return a.second < b.second; };
        const auto sameNumber = [](const auto& a, const auto& b) { return a.second == b.second; };
        std::sort(pairs.begin(), pairs.end(), byNumber);
        if (std::adjacent_find(pairs.begin(), pairs.end(), sameNumber) != pairs.end())
            return clash();
        return {};
    }
    for (const char* sql : {"SELECT 1 FROM assignment WHERE round_id = ?1 GROUP BY unit_id"
                            " HAVING min(neutral_number) <> max(neutral_number) LIMIT 1",
                            "SELECT 1 FROM assignment WHERE round_id = ?1 GROUP BY neutral_number"
                            " HAVING min(unit_id) <> max(unit_id) LIMIT 1"}) {
        RAPPORT_ASSIGN(Statement rows, m_file->database().statement(sql));
        rows.bind(round);
        RAPPORT_ASSIGN(const bool isThere, rows.next());
        if (isThere)
            return clash();
    }
    return {};
}

Status Rounds::addAssignments(const std::vector<model::Assignment>& assignments) {
    Database& database = m_file->database();
    RAPPORT_ASSIGN(Savepoint together, Savepoint::begin(database));
    std::map<model::RoundId, bool> touched; ///< and whether it had no assignments before
    for (const model::Assignment& each : assignments) {
        if (touched.contains(each.round))
            continue;
        RAPPORT_ASSIGN(Statement any,
                       database.statement("SELECT 1 FROM assignment WHERE round_id = ?1 LIMIT 1"));
        any.bind(each.round);
        RAPPORT_ASSIGN(const bool isThere, any.next());
        touched.emplace(each.round, !isThere);
    }
    constexpr std::size_t many = 50'000;
    std::optional<RoomyCache> roomy;
    std::optional<IndexesLater> indexes;
    if (assignments.size() > many) {
        roomy.emplace(database);
        RAPPORT_ASSIGN(const std::int64_t before, database.integer("SELECT count(*) FROM assignment"));
        if (before <= static_cast<std::int64_t>(assignments.size())) {
            RAPPORT_ASSIGN(indexes, IndexesLater::take(database, "assignment"));
        }
    }
    const base::Phrase twice("a unit, or a place in the order, was assigned to this rater already");
    // In the order of the table: a hundred thousand in a rater's random order touch every page many times.
    std::vector<model::Assignment> inOrder = assignments;
    std::sort(inOrder.begin(), inOrder.end(), [](const model::Assignment& a, const model::Assignment& b) {
        return std::tuple(a.round.value, a.rater.value, a.unit.value) <
               std::tuple(b.round.value, b.rater.value, b.unit.value);
    });
    const std::string one = insertOf(1);
    const std::string block = insertOf(rowsAtOnce);
    for (std::size_t place = 0; place < inOrder.size();) {
        const bool isBlock = inOrder.size() - place >= rowsAtOnce;
        const Status added =
            isBlock ? insertRows(database, block, &inOrder[place],
                                 std::make_index_sequence<rowsAtOnce * rowWidth>())
                    : insertRows(database, one, &inOrder[place], std::make_index_sequence<rowWidth>());
        if (!added)
            return duplicateOr(database, added, twice);
        place += isBlock ? rowsAtOnce : 1;
    }
    if (indexes) {
        if (const Status made = indexes->make(); !made)
            return duplicateOr(database, made, twice);
    }
    for (const auto& [round, wasEmpty] : touched)
        RAPPORT_TRY(requireOneNumberEach(round, wasEmpty ? &inOrder : nullptr));
    return together.release();
}

Status Rounds::removeAssignments(model::RoundId round, model::RaterId rater,
                                 const std::vector<model::UnitId>& units) {
    for (const model::UnitId unit : units)
        RAPPORT_TRY(m_file->database().run("DELETE FROM assignment WHERE round_id = ?1 AND rater_id = ?2"
                                           " AND unit_id = ?3",
                                           round, rater, unit));
    return {};
}

Result<std::vector<model::Assignment>> Rounds::assignments(model::RoundId round, model::RaterId rater) const {
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement(std::string(selectAssignment) +
                                                                "round_id = ?1 AND rater_id = ?2"));
    rows.bind(round, rater);
    return readAssignments(rows);
}

Result<std::vector<model::Assignment>> Rounds::assignments(model::RoundId round) const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement(std::string(selectAssignment) + "round_id = ?1"));
    rows.bind(round);
    return readAssignments(rows);
}

Status Rounds::forEachAssigned(model::RoundId round, model::RaterId rater,
                               const std::function<void(const AssignedUnit&)>& visit) const {
    // In the order of the primary key: the units are looked up as they lie on the disk.
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement(
                       std::string("SELECT a.unit_id, a.ordinal, a.neutral_number, ") + placeColumns +
                       " FROM assignment a JOIN unit u ON u.id = a.unit_id"
                       " LEFT JOIN prompt p ON p.id = u.prompt_id"
                       " WHERE a.round_id = ?1 AND a.rater_id = ?2 ORDER BY a.unit_id"));
    rows.bind(round, rater);
    return readAssigned(rows, visit);
}

Status Rounds::forEachOfStudy(const std::function<void(const AssignedUnit&)>& visit) const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement(std::string("SELECT u.id, u.id, 0, ") + placeColumns +
                                                " FROM unit u"
                                                " LEFT JOIN prompt p ON p.id = u.prompt_id ORDER BY u.id"));
    return readAssigned(rows, visit);
}

Result<std::optional<std::int64_t>> Rounds::neutralNumber(model::RoundId round, model::UnitId unit) const {
    // By the unit: a round has as many rows as it has units and raters.
    RAPPORT_ASSIGN(Statement row, m_file->database().statement("SELECT neutral_number FROM assignment"
                                                               " WHERE unit_id = ?1 AND +round_id = ?2"));
    row.bind(unit, round);
    RAPPORT_ASSIGN(const bool hasRow, row.next());
    return hasRow ? std::optional(row.integer(0)) : std::nullopt;
}

Result<std::vector<model::RoundId>> Rounds::roundsOf(model::UnitId unit, model::RaterId rater) const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement("SELECT round_id FROM assignment WHERE unit_id = ?1"
                                                " AND rater_id = ?2 ORDER BY round_id"));
    rows.bind(unit, rater);
    std::vector<model::RoundId> rounds;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return rounds;
        rounds.push_back(rows.id<model::RoundId>(0));
    }
}

Result<std::optional<model::UnitId>> Rounds::unitByNeutralNumber(model::RoundId round,
                                                                 std::int64_t number) const {
    RAPPORT_ASSIGN(Statement row,
                   m_file->database().statement("SELECT unit_id FROM assignment WHERE round_id = ?1"
                                                " AND neutral_number = ?2 LIMIT 1"));
    row.bind(round, number);
    RAPPORT_ASSIGN(const bool hasRow, row.next());
    return hasRow ? std::optional(row.id<model::UnitId>(0)) : std::nullopt;
}

Result<std::vector<RoundProgress>> Rounds::progress() const {
    RAPPORT_ASSIGN(
        Statement rows,
        m_file->database().statement(
            "SELECT a.round_id, a.rater_id, count(*),"
            " sum(EXISTS (SELECT 1 FROM rating g WHERE g.unit_id = a.unit_id AND g.rater_id = a.rater_id"
            "  AND g.round_id = a.round_id AND g.reopened_at IS NULL))"
            " FROM assignment a GROUP BY a.round_id, a.rater_id"));
    std::vector<RoundProgress> progress;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return progress;
        progress.push_back(RoundProgress{rows.id<model::RoundId>(0), rows.id<model::RaterId>(1),
                                         rows.integer(2), rows.integer(3)});
    }
}

} // namespace rapport::store
