// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/packing.h"

#include "base/format.h"
#include "base/json.h"
#include "model/round.h"
#include "store/chain.h"
#include "store/database.h"
#include "store/rows.h"
#include "store/state.h"

#include <filesystem>
#include <utility>

namespace rapport::store {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Place;
using base::Result;
using base::Status;

namespace {

constexpr const char* packKey = "pack";

/// The rater's rounds, units and rows, by their numbers in the study. Ids of units are dealt anew in the
/// order of the neutral numbers: the study's own follow the order of import, which may follow the groups.
constexpr const char* choosing =
    // A round that an import made has the order of a file, and so mostly that of the study. What a dealt one
    // names in its plan may be called anything.
    "CREATE TEMP TABLE pack_round AS SELECT id, CASE WHEN json_valid(plan) THEN"
    " json_type(plan, '$.imported') IS NOT NULL OR (json_type(plan, '$.restored') IS NOT NULL"
    " AND json_type(plan, '$.seed') IS NULL) ELSE 0 END AS is_in_order_of_file"
    " FROM study.round WHERE kind = 'default' OR id IN"
    " (SELECT round_id FROM study.assignment WHERE rater_id = (SELECT rater FROM mine));"
    // Transcripts come whole, as context; where a transcript is assigned in part, the rest of its units are
    // there without an assignment.
    "CREATE TEMP TABLE pack_source AS SELECT u.source_id AS id, s.kind AS kind,"
    " min(a.round_id * 10000000 + a.neutral_number) AS place"
    " FROM study.assignment a JOIN study.unit u ON u.id = a.unit_id JOIN study.source s ON s.id = u.source_id"
    // Whose text it is a pack cannot say: of somebody who withdrew it has none.
    " LEFT JOIN study.participant p ON p.id = s.participant_id"
    " WHERE a.rater_id = (SELECT rater FROM mine) AND p.forgotten_at IS NULL GROUP BY u.source_id;"
    "CREATE TEMP TABLE pack_unit (id INTEGER PRIMARY KEY, was INTEGER UNIQUE, name TEXT);"
    "INSERT INTO pack_unit (was, name) SELECT u.id, (SELECT printf('R%d-%03d', a.round_id, a.neutral_number)"
    "  FROM study.assignment a WHERE a.unit_id = u.id AND a.rater_id = (SELECT rater FROM mine)"
    "  ORDER BY a.round_id LIMIT 1)"
    " FROM study.unit u JOIN pack_source p ON p.id = u.source_id"
    " WHERE p.kind = 'transcript' OR EXISTS (SELECT 1 FROM study.assignment a WHERE a.unit_id = u.id"
    "  AND a.rater_id = (SELECT rater FROM mine))"
    " ORDER BY p.place, u.range_begin, u.range_end, u.id;"
    "CREATE TEMP TABLE source_number (id INTEGER PRIMARY KEY, was INTEGER UNIQUE, name TEXT);"
    "INSERT INTO source_number (was) SELECT id FROM pack_source ORDER BY place;"
    "UPDATE source_number SET name = coalesce((SELECT p.name FROM pack_unit p JOIN study.unit u"
    "  ON u.id = p.was JOIN pack_source k ON k.id = u.source_id WHERE u.source_id = source_number.was"
    "  AND k.kind = 'answer' AND p.name IS NOT NULL ORDER BY p.id LIMIT 1), printf('T%d', source_number.id));"
    "CREATE TEMP TABLE speaker_number (source_id INTEGER, speaker TEXT, name TEXT, PRIMARY KEY (source_id, "
    "speaker))"
    " WITHOUT ROWID;"
    "INSERT INTO speaker_number SELECT source_id, speaker, printf('S%d', row_number() OVER (PARTITION BY "
    "source_id"
    " ORDER BY min(number))) FROM study.turn WHERE speaker <> '' AND source_id IN (SELECT id FROM "
    "pack_source)"
    " GROUP BY source_id, speaker;"
    "UPDATE pack_unit SET name = (SELECT n.name || '#' || pack_unit.id FROM study.unit u"
    " JOIN source_number n ON n.was = u.source_id WHERE u.id = pack_unit.was) WHERE name IS NULL;"
    // Gold codings of training rounds go along: they are shown after each unit is completed. That a round was
    // opened, too: what is rated from then on comes after it.
    "CREATE TEMP TABLE pack_row (position INTEGER PRIMARY KEY, was INTEGER UNIQUE);"
    "INSERT INTO pack_row (was) SELECT j.position FROM study.journal j JOIN pack_unit u ON u.was = j.unit_id"
    " WHERE j.round_id IN (SELECT id FROM pack_round)"
    " AND j.act IN ('code', 'withdraw', 'complete', 'reopen', 'memo', 'flag', 'unflag')"
    " AND (j.rater_id = (SELECT rater FROM mine) OR (j.rater_id IN (SELECT id FROM study.rater WHERE kind = "
    "'gold')"
    "  AND j.round_id IN (SELECT id FROM study.round WHERE kind = 'training')))"
    " UNION SELECT opened_at FROM study.round WHERE opened_at IS NOT NULL AND id IN (SELECT id FROM "
    "pack_round)"
    " ORDER BY 1;"
    "CREATE TEMP TABLE pack_rater AS SELECT rater AS id FROM mine UNION SELECT j.rater_id FROM study.journal "
    "j"
    " JOIN pack_row r ON r.was = j.position;";

constexpr const char* copying =
    "INSERT INTO codebook_version (version, guid, name, title, licence, is_frozen, made)"
    " SELECT version, guid, name, title, licence, is_frozen, made FROM study.codebook_version;"
    "INSERT INTO variable (id, guid) SELECT id, guid FROM study.variable;"
    "INSERT INTO code (id, guid) SELECT id, guid FROM study.code;"
    "INSERT INTO variable_content (version, variable_id, ordinal, name, scale, since_version, content)"
    " SELECT version, variable_id, ordinal, name, scale, since_version, content FROM study.variable_content;"
    "INSERT INTO code_content (version, code_id, variable_id, ordinal, name, parent_id, depth, is_codable,"
    " since_version, content) SELECT version, code_id, variable_id, ordinal, name, parent_id, depth,"
    " is_codable, since_version, content FROM study.code_content;"
    "INSERT INTO rater (id, guid, name, kind) SELECT id, guid, name, kind FROM study.rater"
    " WHERE id IN (SELECT id FROM pack_rater);"
    // The plan says by what the sample was drawn, and from how many. Of it only that a round has the order of
    // a file: its rater sees it in an order of the own.
    "INSERT INTO round (id, guid, name, kind, is_blind, variables, plan)"
    " SELECT r.id, r.guid, r.name, r.kind, r.is_blind, r.variables,"
    " CASE WHEN p.is_in_order_of_file THEN '{\"imported\":true}' ELSE '{}' END"
    " FROM study.round r JOIN pack_round p ON p.id = r.id ORDER BY r.id;"
    "INSERT INTO source (id, guid, name, kind, file_id, participant_id, prompt_id, wave, language, length, "
    "text)"
    " SELECT n.id, s.guid, n.name, s.kind, NULL, NULL,"
    " (SELECT p.id FROM prompt p WHERE p.name = (SELECT q.name FROM study.prompt q WHERE q.id = "
    "s.prompt_id)),"
    " '', s.language, s.length, s.text FROM source_number n JOIN study.source s ON s.id = n.was;"
    "INSERT INTO turn (source_id, number, speaker, range_begin, range_end, begin_ms, end_ms)"
    " SELECT n.id, t.number, coalesce(k.name, ''), t.range_begin, t.range_end, t.begin_ms, t.end_ms"
    " FROM source_number n JOIN study.turn t ON t.source_id = n.was"
    " LEFT JOIN speaker_number k ON k.source_id = t.source_id AND k.speaker = t.speaker;"
    "INSERT INTO page (source_id, range_begin, range_end, number) SELECT n.id, p.range_begin, p.range_end,"
    " p.number FROM source_number n JOIN study.page p ON p.source_id = n.was;"
    "INSERT INTO unit (id, guid, name, source_id, kind, range_begin, range_end, ordinal, prompt_id,"
    " participant_id, added_at) SELECT p.id, u.guid, p.name, n.id, u.kind, u.range_begin, u.range_end, p.id,"
    " (SELECT q.id FROM prompt q WHERE q.name = (SELECT o.name FROM study.prompt o WHERE o.id = "
    "u.prompt_id)),"
    " NULL, 1 FROM pack_unit p JOIN study.unit u ON u.id = p.was JOIN source_number n ON n.was = u.source_id;"
    // Places of a file would say which answers are one person's.
    "INSERT INTO assignment (round_id, rater_id, unit_id, ordinal, neutral_number)"
    " SELECT a.round_id, a.rater_id, p.id, CASE WHEN r.is_in_order_of_file THEN row_number() OVER"
    " (PARTITION BY a.round_id ORDER BY a.neutral_number, p.id) ELSE a.ordinal END, a.neutral_number"
    " FROM study.assignment a JOIN pack_unit p ON p.was = a.unit_id JOIN pack_round r ON r.id = a.round_id"
    " WHERE a.rater_id = (SELECT rater FROM mine);"
    "INSERT INTO device (id, guid) SELECT id, guid FROM study.device WHERE id IN (SELECT j.device_id"
    " FROM study.journal j JOIN pack_row r ON r.was = j.position);"
    "INSERT INTO fork (device_id, guid) SELECT device_id, guid FROM study.fork"
    " WHERE device_id IN (SELECT id FROM device);"
    "INSERT INTO journal (position, guid, act, time, device_id, device_sequence, rater_id, round_id, unit_id,"
    " variable_id, code_id, range_begin, range_end, number, version, target, detail, hash, tick)"
    " SELECT r.position, j.guid, j.act, j.time, j.device_id, j.device_sequence, j.rater_id, j.round_id, u.id,"
    " j.variable_id, j.code_id, j.range_begin, j.range_end, j.number, j.version, j.target, j.detail, j.hash,"
    " CASE WHEN j.tick > 0 THEN j.tick ELSE j.position END"
    " FROM pack_row r JOIN study.journal j ON j.position = r.was LEFT JOIN pack_unit u ON u.was = j.unit_id;"
    // Where the row before in the chain stays behind, its hash comes along.
    "INSERT INTO chain_start (position, previous) SELECT r.position, coalesce(s.previous, b.hash)"
    " FROM pack_row r JOIN study.journal j ON j.position = r.was"
    " LEFT JOIN study.chain_start s ON s.position = j.position"
    " LEFT JOIN study.journal b ON b.device_id = j.device_id AND b.device_sequence = j.device_sequence - 1"
    " WHERE coalesce(s.previous, b.hash) IS NOT NULL AND (b.position IS NULL OR b.position NOT IN"
    " (SELECT was FROM pack_row));"
    "INSERT INTO memo (id, guid, rater_id, unit_id, time, text, tick) SELECT m.id, m.guid, m.rater_id, u.id, "
    "m.time,"
    " m.text, CASE WHEN m.tick > 0 THEN m.tick ELSE m.id END FROM study.memo m"
    " JOIN pack_unit u ON u.was = m.unit_id WHERE m.guid IN (SELECT target FROM journal WHERE act = 'memo')"
    " ORDER BY m.id;";

constexpr const char* clearing = "DROP TABLE temp.mine; DROP TABLE temp.pack_round; DROP TABLE "
                                 "temp.pack_source; DROP TABLE temp.pack_unit;"
                                 "DROP TABLE temp.source_number; DROP TABLE temp.speaker_number; DROP TABLE "
                                 "temp.pack_row; DROP TABLE temp.pack_rater;";

/// The round for work outside assignments, known by what the study knows or will know it by: a pack has not
/// what that is made of.
Status addDefaultRound(Database& database, const base::Guid& guid) {
    return database.run("INSERT OR IGNORE INTO round (id, guid, name, kind, is_blind, variables, plan)"
                        " SELECT coalesce(max(id), 0) + 1, ?1, ?2, 'default', 1, '[]', '{}' FROM study.round",
                        guid, model::defaultRoundName);
}

Status fill(Database& database, model::RaterId rater, PackInfo info, const base::Guid& defaultRound,
            const base::Task& task) {
    RAPPORT_ASSIGN(info.position, database.integer("SELECT max(position) FROM study.journal"));
    RAPPORT_ASSIGN(info.version, database.integer("SELECT max(version) FROM study.codebook_version"));
    RAPPORT_TRY(database.execute("CREATE TEMP TABLE mine (rater INTEGER)"));
    RAPPORT_TRY(database.run("INSERT INTO temp.mine VALUES (?1)", rater));
    task.report(0, 3, "choosing what the rater may see");
    RAPPORT_TRY(database.execute(choosing));
    task.report(1, 3, "writing the pack");
    RAPPORT_TRY(database.execute(copying));
    RAPPORT_TRY(addDefaultRound(database, defaultRound));
    RAPPORT_TRY(expectState(database, task));
    RAPPORT_TRY(replaceState(database));
    RAPPORT_TRY(dropExpectedState(database));
    const base::Json json{{"guid", info.guid.text()},
                          {"rater", info.rater.text()},
                          {"made", info.made.time_since_epoch().count()},
                          {"position", info.position},
                          {"version", info.version}};
    RAPPORT_TRY(
        database.run("INSERT INTO meta (name, value) VALUES (?1, ?2)", packKey, base::dumpJson(json, -1)));
    return database.execute(clearing);
}

Result<PackCounts> countPack(Database& database) {
    PackCounts counts;
    RAPPORT_ASSIGN(counts.units, database.integer("SELECT count(DISTINCT unit_id) FROM assignment"));
    RAPPORT_ASSIGN(counts.rounds, database.integer("SELECT count(DISTINCT round_id) FROM assignment"));
    RAPPORT_ASSIGN(counts.rows, database.integer("SELECT count(*) FROM journal WHERE act <> 'open-round'"));
    return counts;
}

Result<PackCounts> makePack(const StudyFile& study, model::RaterId rater, const PackInfo& info,
                            const std::string& path, const base::Task& task) {
    RAPPORT_ASSIGN(const StudyProperties properties, study.properties());
    RAPPORT_ASSIGN(const auto pack, StudyFile::create(path, properties));
    Database& database = pack->database();
    RAPPORT_TRY(database.run("ATTACH ?1 AS study", study.path()));
    RAPPORT_ASSIGN(const base::Guid defaultRound,
                   guidOr(study.database(), {}, "round", model::defaultRoundName));
    RAPPORT_TRY(database.begin());
    Status filled = fill(database, rater, info, defaultRound, task);
    if (!filled) {
        database.rollback();
        return fail(filled);
    }
    RAPPORT_TRY(database.commit());
    RAPPORT_TRY(database.run("DETACH study"));
    return countPack(database);
}

} // namespace

Result<std::optional<PackInfo>> packInfo(const StudyFile& file) {
    RAPPORT_ASSIGN(Statement row, file.database().statement("SELECT value FROM meta WHERE name = ?1"));
    row.bind(packKey);
    RAPPORT_ASSIGN(const bool hasRow, row.next());
    if (!hasRow)
        return std::optional<PackInfo>();
    const auto json = base::parseJson(row.view(0));
    PackInfo info;
    if (json) {
        const auto text = [&](const char* key) { return base::stringAt(*json, key); };
        info.guid = base::Guid::parse(text("guid")).value_or(base::Guid());
        info.rater = base::Guid::parse(text("rater")).value_or(base::Guid());
        const auto number = [&](const char* key) {
            const base::Json& value = base::memberAt(*json, key);
            return value.is_number_integer() ? value.get<std::int64_t>() : std::int64_t{0};
        };
        info.made = base::Instant(std::chrono::milliseconds(number("made")));
        info.position = number("position");
        info.version = number("version");
    }
    if (info.guid.isNull() || info.rater.isNull())
        return fail(Errc::StudyDamaged, Place{file.path(), 0, 0, {}}, "does not say whose pack it is",
                    "ask the coordinator for a new pack");
    return std::optional(info);
}

Result<PackCounts> writePack(const StudyFile& study, model::RaterId rater, const PackInfo& info,
                             const std::string& path, const base::Task& task) {
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(path, ignored)))
        return fail(Errc::Refused, Place{path, 0, 0, {}}, "there is a file of this name already",
                    "give another name, or remove it first");
    auto made = makePack(study, rater, info, path, task);
    if (made && made->units > 0)
        return made;
    for (const char* ending : {"", "-wal", "-shm", "-journal"})
        fs::remove(path + ending, ignored);
    if (!made)
        return made;
    return fail(Errc::Refused, "nothing is assigned to this rater, so a pack would be empty",
                "give the rater units first: rapport assign STUDY --round NAME ... --raters NAME");
}

} // namespace rapport::store
