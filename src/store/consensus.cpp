// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/consensus.h"

#include "store/database.h"

#include <utility>

namespace rapport::store {

using base::fail;
using base::Result;
using base::Status;

namespace {

constexpr const char* reasonName = "reason";
constexpr const char* remarkName = "remark";

constexpr const char* selectNote =
    "SELECT guid, kind, rater_id, round_id, unit_id, variable_id, code_id, time, text, version"
    " FROM note WHERE ";

Note noteOf(const Statement& row) {
    Note note;
    note.guid = row.guid(0);
    note.kind = row.view(1) == reasonName ? NoteKind::Reason : NoteKind::Remark;
    note.author = row.id<model::RaterId>(2);
    note.round = row.id<model::RoundId>(3);
    note.unit = row.id<model::UnitId>(4);
    note.variable = row.id<model::VariableId>(5);
    note.code = row.id<model::CodeId>(6);
    note.time = row.instant(7);
    note.text = row.text(8);
    note.version = row.integer(9);
    return note;
}

} // namespace

Result<std::vector<Settled>> Consensus::settled(const SettledFilter& filter) const {
    std::string sql = "SELECT id, guid, rater_id, round_id, unit_id, variable_id, code_id, number, version,"
                      " time, reason, detail, unsettled_at FROM consensus WHERE ";
    sql += filter.unit.isNone() ? "?1 IS NULL" : "unit_id = ?1";
    sql += filter.round.isNone()  ? " AND ?2 IS NULL"
           : filter.unit.isNone() ? " AND round_id = ?2"
                                  : " AND +round_id = ?2";
    if (!filter.withUnsettled)
        sql += " AND unsettled_at IS NULL";
    sql += " ORDER BY unit_id, variable_id, code_id, id";
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement(sql));
    rows.bind(filter.unit, filter.round);
    std::vector<Settled> settled;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return settled;
        Settled each;
        each.id = rows.integer(0);
        each.guid = rows.guid(1);
        each.by = rows.id<model::RaterId>(2);
        each.round = rows.id<model::RoundId>(3);
        each.unit = rows.id<model::UnitId>(4);
        each.variable = rows.id<model::VariableId>(5);
        each.code = rows.id<model::CodeId>(6);
        each.number = rows.integer(7);
        each.version = rows.integer(8);
        each.time = rows.instant(9);
        each.reason = rows.guid(10);
        each.detail = rows.text(11);
        each.unsettledAt = rows.integer(12);
        settled.push_back(std::move(each));
    }
}

Status Consensus::putNote(const Note& note) {
    if (note.guid.isNull())
        return fail(base::Errc::InvalidArgument, "a note needs a guid");
    return m_file->database().run(
        "INSERT INTO note (guid, kind, rater_id, round_id, unit_id, variable_id, code_id, time, text)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        note.guid, note.kind == NoteKind::Reason ? reasonName : remarkName, note.author, note.round,
        note.unit, note.variable, note.code, note.time, note.text);
}

Status Consensus::linkNote(const model::Guid& guid, std::int64_t version) {
    Database& database = m_file->database();
    RAPPORT_TRY(database.run("UPDATE note SET version = ?2 WHERE guid = ?1", guid, version));
    if (database.changedRows() == 0)
        return fail(base::Errc::NotFound, "there is no such note");
    return {};
}

Result<std::optional<Note>> Consensus::note(const model::Guid& guid) const {
    RAPPORT_ASSIGN(Statement row, m_file->database().statement(std::string(selectNote) + "guid = ?1"));
    row.bind(guid);
    RAPPORT_ASSIGN(const bool hasRow, row.next());
    return hasRow ? std::optional(noteOf(row)) : std::nullopt;
}

Result<std::vector<Note>> Consensus::notes(model::RoundId round, model::UnitId unit) const {
    std::string sql = selectNote;
    sql += unit.isNone() ? "?1 IS NULL" : "unit_id = ?1";
    sql += round.isNone() ? " AND ?2 IS NULL" : " AND round_id = ?2";
    sql += " AND coalesce((SELECT detail FROM journal j WHERE j.unit_id = note.unit_id AND j.act = 'note'"
           " AND j.target = note.guid ORDER BY j.tick DESC, j.position DESC LIMIT 1), '') <> ?3";
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement(sql + " ORDER BY id"));
    rows.bind(unit, round, takenBack);
    std::vector<Note> notes;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return notes;
        notes.push_back(noteOf(rows));
    }
}

} // namespace rapport::store
