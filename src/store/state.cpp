// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/state.h"

#include "base/format.h"
#include "base/json.h"

#include <array>

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

constexpr std::array<StateTable, 4> stateTables{{
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
}};

// Keys are given where they are looked up; without them the joins below would be quadratic.
constexpr std::array<const char*, 10> derivation{
    "CREATE TEMP TABLE expected_withdrawal (id INTEGER PRIMARY KEY, position INTEGER) STRICT",
    "INSERT INTO expected_withdrawal SELECT made.position, min(gone.position) FROM journal gone"
    " JOIN journal made ON made.guid = gone.target AND made.position < gone.position"
    " WHERE gone.act = 'withdraw' AND made.act = 'code' GROUP BY made.position",
    "CREATE TEMP TABLE expected_coding AS SELECT j.position AS id, j.guid AS guid, j.rater_id AS rater_id,"
    " j.round_id AS round_id, j.unit_id AS unit_id, j.variable_id AS variable_id, j.code_id AS code_id,"
    " j.range_begin AS range_begin, j.range_end AS range_end, j.number AS number, j.version AS version,"
    " j.time AS time, w.position AS withdrawn_at"
    " FROM journal j LEFT JOIN expected_withdrawal w ON w.id = j.position WHERE j.act = 'code'",
    "CREATE TEMP TABLE expected_reopening (unit_id INTEGER, rater_id INTEGER, round_id INTEGER, position "
    "INTEGER,"
    " PRIMARY KEY (unit_id, rater_id, round_id, position)) WITHOUT ROWID",
    "INSERT INTO expected_reopening SELECT unit_id, rater_id, round_id, position FROM journal WHERE act = "
    "'reopen'",
    "CREATE TEMP TABLE expected_rating AS SELECT j.position AS position, v.value AS variable_id,"
    " j.rater_id AS rater_id, j.round_id AS round_id, j.unit_id AS unit_id, j.version AS version, j.time AS "
    "time,"
    " (SELECT r.position FROM expected_reopening r WHERE r.unit_id = j.unit_id AND r.rater_id = j.rater_id"
    "  AND r.round_id = j.round_id AND r.position > j.position ORDER BY r.position LIMIT 1) AS reopened_at"
    " FROM journal j, json_each(j.detail, '$.variables') v WHERE j.act = 'complete'",
    "CREATE TEMP TABLE expected_mark AS SELECT max(position) AS position, act, rater_id, round_id, unit_id"
    " FROM journal WHERE act IN ('flag', 'unflag') GROUP BY rater_id, round_id, unit_id",
    "CREATE TEMP TABLE expected_flag AS SELECT position, rater_id, round_id, unit_id FROM expected_mark"
    " WHERE act = 'flag'",
    "CREATE TEMP TABLE expected_opening AS SELECT min(position) AS position, round_id FROM journal"
    " WHERE act = 'open-round' GROUP BY round_id",
    "CREATE UNIQUE INDEX temp.expected_opening_by_round ON expected_opening (round_id)",
};

} // namespace

Status expectState(Database& database, const base::Task& task) {
    RAPPORT_TRY(dropExpectedState(database));
    std::uint64_t done = 0;
    for (const char* step : derivation) {
        if (task.isStopped())
            return base::Task::cancelled();
        task.report(done++, derivation.size(), "deriving the state from the journal");
        RAPPORT_TRY(database.execute(step));
    }
    return {};
}

Status dropExpectedState(Database& database) {
    return database.execute(
        "DROP TABLE IF EXISTS temp.expected_withdrawal; DROP TABLE IF EXISTS temp.expected_coding;"
        "DROP TABLE IF EXISTS temp.expected_reopening; DROP TABLE IF EXISTS temp.expected_rating;"
        "DROP TABLE IF EXISTS temp.expected_mark; DROP TABLE IF EXISTS temp.expected_flag;"
        "DROP TABLE IF EXISTS temp.expected_opening;");
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
                    fmt::format(fmt::runtime(direction.sentence), difference.integer(0), table.noun));
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
