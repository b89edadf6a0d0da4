// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/state.h"

#include "base/format.h"
#include "base/json.h"
#include "store/replay.h"

#include <array>
#include <optional>

namespace rapport::store {

using base::Result;
using base::Status;

namespace {

// Column lists are written out: the order of columns in a migrated file may differ.
struct StateTable {
    const char* state;   ///< a table, or a query in parentheses
    const char* columns; ///< the first says where the row is
    const char* expected;
    const char* noun;
};

constexpr std::array<StateTable, 5> stateTables{{
    {"coding",
     "id, guid, rater_id, round_id, unit_id, variable_id, code_id, range_begin, range_end, number, version, "
     "time,"
     " withdrawn_at",
     "expected_coding", "coding"},
    {"rating", "position, variable_id, rater_id, round_id, unit_id, version, time, reopened_at",
     "expected_rating", "rating"},
    {"flag", "position, rater_id, round_id, unit_id", "expected_flag", "flag"},
    {"(SELECT opened_at AS position, id AS round_id FROM round WHERE opened_at IS NOT NULL)",
     "position, round_id", "expected_opening", "opening of a round"},
    {"consensus",
     "id, guid, rater_id, round_id, unit_id, variable_id, code_id, number, version, time, reason, detail,"
     " unsettled_at",
     "expected_consensus", "settlement"},
}};

constexpr const char* expectedTables =
    "CREATE TEMP TABLE expected_coding_span (id INTEGER PRIMARY KEY, withdrawn_at INTEGER) STRICT;"
    "CREATE TEMP TABLE expected_rating_span (position INTEGER, variable_id INTEGER, reopened_at INTEGER,"
    " PRIMARY KEY (position, variable_id)) STRICT, WITHOUT ROWID;"
    "CREATE TEMP TABLE expected_settled_span (id INTEGER PRIMARY KEY, unsettled_at INTEGER) STRICT;"
    "CREATE TEMP TABLE expected_mark (position INTEGER PRIMARY KEY) STRICT;";

constexpr const char* expectedColumns =
    "CREATE TEMP TABLE expected_coding AS SELECT j.position AS id, j.guid AS guid, j.rater_id AS rater_id,"
    " j.round_id AS round_id, j.unit_id AS unit_id, j.variable_id AS variable_id, j.code_id AS code_id,"
    " j.range_begin AS range_begin, j.range_end AS range_end, j.number AS number, j.version AS version,"
    " j.time AS time, s.withdrawn_at AS withdrawn_at"
    " FROM expected_coding_span s JOIN journal j ON j.position = s.id;"
    "CREATE TEMP TABLE expected_rating AS SELECT s.position AS position, s.variable_id AS variable_id,"
    " j.rater_id AS rater_id, j.round_id AS round_id, j.unit_id AS unit_id, j.version AS version,"
    " j.time AS time, s.reopened_at AS reopened_at"
    " FROM expected_rating_span s JOIN journal j ON j.position = s.position;"
    "CREATE TEMP TABLE expected_flag AS SELECT j.position AS position, j.rater_id AS rater_id,"
    " j.round_id AS round_id, j.unit_id AS unit_id FROM expected_mark s JOIN journal j USING (position);"
    "CREATE TEMP TABLE expected_opening AS SELECT min(position) AS position, round_id FROM journal"
    " WHERE act = 'open-round' GROUP BY round_id;"
    "CREATE UNIQUE INDEX temp.expected_opening_by_round ON expected_opening (round_id);"
    "CREATE TEMP TABLE expected_consensus AS SELECT j.position AS id, j.guid AS guid, j.rater_id AS rater_id,"
    " j.round_id AS round_id, j.unit_id AS unit_id, j.variable_id AS variable_id, j.code_id AS code_id,"
    " j.number AS number, j.version AS version, j.time AS time, j.target AS reason, j.detail AS detail,"
    " s.unsettled_at AS unsettled_at FROM expected_settled_span s JOIN journal j ON j.position = s.id;";

/// 0 is "none".
std::optional<std::int64_t> orNone(std::int64_t position) {
    return position == 0 ? std::nullopt : std::optional(position);
}

Status noteExpected(Database& database, const OccasionState& state) {
    for (const CodingSpan& coding : state.codings)
        RAPPORT_TRY(database.run("INSERT INTO temp.expected_coding_span VALUES (?1, ?2)", coding.position,
                                 orNone(coding.ended)));
    for (const RatingSpan& rating : state.ratings)
        RAPPORT_TRY(database.run("INSERT INTO temp.expected_rating_span VALUES (?1, ?2, ?3)", rating.position,
                                 rating.variable, orNone(rating.ended)));
    if (state.flag == 0)
        return {};
    return database.run("INSERT INTO temp.expected_mark VALUES (?1)", state.flag);
}

} // namespace

Status expectState(Database& database, const base::Task& task) {
    RAPPORT_TRY(dropExpectedState(database));
    task.report(0, 2, "deriving the state from the journal");
    RAPPORT_TRY(database.execute(expectedTables));
    const auto note = [&](const Occasion&, const OccasionState& state) {
        return noteExpected(database, state);
    };
    RAPPORT_TRY(forEachOccasion(database, std::nullopt, task, note));
    RAPPORT_ASSIGN(const auto settled, replaySettlements(database, std::nullopt, task));
    for (const SettledSpan& span : settled)
        RAPPORT_TRY(database.run("INSERT INTO temp.expected_settled_span VALUES (?1, ?2)", span.position,
                                 orNone(span.ended)));
    if (task.isStopped())
        return base::Task::cancelled();
    task.report(1, 2, "deriving the state from the journal");
    return database.execute(expectedColumns);
}

Status dropExpectedState(Database& database) {
    return database.execute(
        "DROP TABLE IF EXISTS temp.expected_coding_span; DROP TABLE IF EXISTS temp.expected_rating_span;"
        "DROP TABLE IF EXISTS temp.expected_coding; DROP TABLE IF EXISTS temp.expected_rating;"
        "DROP TABLE IF EXISTS temp.expected_mark; DROP TABLE IF EXISTS temp.expected_flag;"
        "DROP TABLE IF EXISTS temp.expected_opening; DROP TABLE IF EXISTS temp.expected_settled_span;"
        "DROP TABLE IF EXISTS temp.expected_consensus;");
}

Result<std::vector<std::string>> compareState(Database& database, std::int64_t limit) {
    std::vector<std::string> problems;
    for (const StateTable& table : stateTables) {
        struct Direction {
            std::string from;
            std::string to;
            const char* sentence;
        };
        const std::array<Direction, 2> directions{{
            {table.expected, table.state, "journal row {}: its {} is missing or differs"},
            {table.state, table.expected,
             "journal row {}: there is a {} that the journal does not account for"},
        }};
        for (const Direction& direction : directions) {
            RAPPORT_ASSIGN(
                Statement difference,
                database.statement(fmt::format("SELECT {0} FROM {1} EXCEPT SELECT {0} FROM {2} LIMIT {3}",
                                               table.columns, direction.from, direction.to, limit)));
            while (true) {
                RAPPORT_ASSIGN(const bool hasRow, difference.next());
                if (!hasRow)
                    break;
                problems.push_back(
                    base::said(fmt::runtime(direction.sentence), difference.integer(0), table.noun));
            }
        }
    }
    return problems;
}

Status replaceState(Database& database) {
    for (const StateTable& table : stateTables) {
        if (table.state[0] == '(')
            continue;
        RAPPORT_TRY(
            database.execute(fmt::format("DELETE FROM {0}; INSERT INTO {0} ({1}) SELECT {1} FROM {2};",
                                         table.state, table.columns, table.expected)
                                 .c_str()));
    }
    return database.execute(
        "UPDATE round SET opened_at = (SELECT position FROM expected_opening WHERE round_id = round.id)");
}

Status rederiveSettled(Database& database, const SettledPlace& place) {
    RAPPORT_ASSIGN(const auto settled, replaySettlements(database, place, {}));
    RAPPORT_TRY(
        database.run("DELETE FROM consensus WHERE unit_id = ?1 AND round_id = ?2", place.unit, place.round));
    for (const SettledSpan& span : settled)
        RAPPORT_TRY(database.run(
            "INSERT INTO consensus (id, guid, rater_id, round_id, unit_id, variable_id, code_id, number,"
            " version, time, reason, detail, unsettled_at) SELECT position, guid, rater_id, round_id, "
            "unit_id,"
            " variable_id, code_id, number, version, time, target, detail, ?2 FROM journal WHERE position = "
            "?1",
            span.position, orNone(span.ended)));
    return {};
}

Status rederive(Database& database, const Occasion& occasion) {
    return forEachOccasion(
        database, occasion, {}, [&](const Occasion& at, const OccasionState& state) -> Status {
            for (const char* sql :
                 {"DELETE FROM coding WHERE unit_id = ?1 AND rater_id = ?2 AND +round_id = ?3",
                  "DELETE FROM rating WHERE unit_id = ?1 AND rater_id = ?2 AND round_id = ?3",
                  "DELETE FROM flag WHERE unit_id = ?1 AND rater_id = ?2 AND round_id = ?3"})
                RAPPORT_TRY(database.run(sql, at.unit, at.rater, at.round));
            for (const CodingSpan& coding : state.codings)
                RAPPORT_TRY(database.run(
                    "INSERT INTO coding (id, guid, rater_id, round_id, unit_id, variable_id, code_id,"
                    " range_begin, range_end, number, version, time, withdrawn_at) SELECT position, guid,"
                    " rater_id, round_id, unit_id, variable_id, code_id, range_begin, range_end, number,"
                    " version, time, ?2 FROM journal WHERE position = ?1",
                    coding.position, orNone(coding.ended)));
            // What ended first: a live rating of a variable is one.
            for (const bool isLive : {false, true}) {
                for (const RatingSpan& rating : state.ratings) {
                    if ((rating.ended == 0) == isLive)
                        RAPPORT_TRY(database.run(
                            "INSERT INTO rating (position, variable_id, rater_id, round_id, unit_id, version,"
                            " time, reopened_at) SELECT position, ?2, rater_id, round_id, unit_id, version,"
                            " time, ?3 FROM journal WHERE position = ?1",
                            rating.position, rating.variable, orNone(rating.ended)));
                }
            }
            if (state.flag == 0)
                return {};
            return database.run("INSERT INTO flag (rater_id, round_id, unit_id, position)"
                                " VALUES (?1, ?2, ?3, ?4)",
                                at.rater, at.round, at.unit, state.flag);
        });
}

std::vector<std::int64_t> completedVariables(std::string_view detail) {
    std::vector<std::int64_t> variables;
    const auto parsed = base::parseJson(detail);
    if (!parsed)
        return variables;
    for (const base::Json& each : base::memberAt(*parsed, "variables")) {
        if (each.is_number_integer())
            variables.push_back(each.get<std::int64_t>());
    }
    return variables;
}

} // namespace rapport::store
