// SPDX-License-Identifier: GPL-3.0-or-later
// What the journal holds, as it is asked for; appending is in journal.cpp.
#include "store/chain.h"
#include "store/database.h"
#include "store/journal.h"

#include <algorithm>
#include <array>

namespace rapport::store {

using base::Result;
using base::Status;

namespace {

struct ActName {
    Act act;
    const char* name;
};

constexpr std::array<ActName, 31> actNames{{
    {Act::Create, "create"},
    {Act::Instrument, "instrument"},
    {Act::Import, "import"},
    {Act::Attributes, "attributes"},
    {Act::Codebook, "codebook"},
    {Act::Freeze, "freeze"},
    {Act::AddRater, "add-rater"},
    {Act::Assign, "assign"},
    {Act::OpenRound, "open-round"},
    {Act::Code, "code"},
    {Act::Withdraw, "withdraw"},
    {Act::Complete, "complete"},
    {Act::Reopen, "reopen"},
    {Act::Memo, "memo"},
    {Act::Flag, "flag"},
    {Act::Unflag, "unflag"},
    {Act::Settings, "settings"},
    {Act::Pack, "pack"},
    {Act::Merge, "merge"},
    {Act::Reassign, "reassign"},
    {Act::Adjudicate, "adjudicate"},
    {Act::Unsettle, "unsettle"},
    {Act::Note, "note"},
    {Act::Redact, "redact"},
    {Act::Forget, "forget"},
    {Act::Search, "search"},
    {Act::Hide, "hide"},
    {Act::Show, "show"},
    {Act::Sample, "sample"},
    {Act::Judge, "judge"},
    {Act::OpenSample, "open-sample"},
}};

constexpr const char* selectEntry =
    "SELECT j.position, j.guid, j.act, j.time, d.guid, j.device_sequence, j.rater_id, j.round_id, j.unit_id,"
    " j.variable_id, j.code_id, j.range_begin, j.range_end, j.number, j.version, j.target, j.detail,"
    " j.tick FROM journal j JOIN device d ON d.id = j.device_id WHERE ";

bool isRatersAct(Act act) {
    switch (act) {
    case Act::Code:
    case Act::Withdraw:
    case Act::Complete:
    case Act::Reopen:
    case Act::Memo:
    case Act::Flag:
    case Act::Unflag:
        return true;
    default:
        return false;
    }
}

/// nullopt for an act that only a later version knows.
std::optional<JournalEntry> entryOf(const Statement& row) {
    const std::optional<Act> known = act(row.view(2));
    if (!known)
        return std::nullopt;
    JournalEntry entry;
    entry.position = row.integer(0);
    entry.guid = row.guid(1);
    entry.act = *known;
    entry.time = row.instant(3);
    entry.device = row.guid(4);
    entry.deviceSequence = row.integer(5);
    entry.rater = row.id<model::RaterId>(6);
    entry.round = row.id<model::RoundId>(7);
    entry.unit = row.id<model::UnitId>(8);
    entry.variable = row.id<model::VariableId>(9);
    entry.code = row.id<model::CodeId>(10);
    entry.range = row.range(11);
    entry.number = row.integer(13);
    entry.version = row.integer(14);
    entry.target = row.guid(15);
    entry.detail = row.text(16);
    entry.tick = tickOrPosition(row.integer(17), entry.position);
    return entry;
}

} // namespace

const char* name(Act wanted) {
    for (const ActName& each : actNames) {
        if (each.act == wanted)
            return each.name;
    }
    return "settings";
}

std::optional<Act> act(std::string_view wanted) {
    for (const ActName& each : actNames) {
        if (wanted == each.name)
            return each.act;
    }
    return std::nullopt;
}

Result<std::vector<JournalEntry>> Journal::history(const HistoryFilter& filter) const {
    const bool hasUnit = !filter.unit.isNone();
    const bool hasRater = !filter.rater.isNone();
    // One index at most serves such a query; the '+' leaves it to the narrowest. Unused parameters are still
    // bound.
    std::string sql = selectEntry;
    sql += hasUnit ? "j.unit_id = ?1" : "?1 IS NULL";
    sql += !hasRater ? " AND ?2 IS NULL" : hasUnit ? " AND +j.rater_id = ?2" : " AND j.rater_id = ?2";
    sql += filter.code.isNone()  ? " AND ?3 IS NULL"
           : hasUnit || hasRater ? " AND +j.code_id = ?3"
                                 : " AND j.code_id = ?3";
    const bool isNarrow = hasUnit || hasRater || !filter.code.isNone();
    sql += !filter.act ? " AND ?6 IS NULL" : isNarrow ? " AND +j.act = ?6" : " AND j.act = ?6";
    // In the words of the index on the rare kinds, so that it serves.
    if (filter.act && !isNarrow && !isRatersAct(*filter.act))
        sql += " AND j.act NOT IN ('code', 'withdraw', 'complete', 'reopen', 'memo', 'flag', 'unflag')";
    sql += " AND j.position > ?4 ORDER BY j.position LIMIT ?5";
    RAPPORT_ASSIGN(Statement rows, m_file->database().statement(sql));
    constexpr std::int64_t withoutLimit = -1;
    rows.bind(filter.unit, filter.rater, filter.code, filter.after,
              filter.limit > 0 ? filter.limit : withoutLimit,
              filter.act ? std::optional<std::string>(name(*filter.act)) : std::nullopt);
    std::vector<JournalEntry> entries;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return entries;
        if (auto entry = entryOf(rows))
            entries.push_back(std::move(*entry));
    }
}

Result<std::optional<JournalEntry>> Journal::byGuid(const model::Guid& guid) const {
    RAPPORT_ASSIGN(Statement row, m_file->database().statement(std::string(selectEntry) + "j.guid = ?1"));
    row.bind(guid);
    RAPPORT_ASSIGN(const bool hasRow, row.next());
    return hasRow ? entryOf(row) : std::nullopt;
}

Result<bool> Journal::textsWentAfter(std::int64_t position) const {
    // In the words of the index on the rare kinds, so that it serves.
    RAPPORT_ASSIGN(Statement row,
                   m_file->database().statement(
                       "SELECT 1 FROM journal WHERE act IN ('redact', 'forget') AND act NOT IN ('code',"
                       " 'withdraw', 'complete', 'reopen', 'memo', 'flag', 'unflag') AND position > ?1"
                       " LIMIT 1"));
    row.bind(position);
    return row.next();
}

Result<bool> Journal::studyChangedAfter(std::int64_t position) const {
    RAPPORT_ASSIGN(
        Statement row,
        m_file->database().statement("SELECT 1 FROM journal WHERE act NOT IN ('code', 'withdraw', 'complete',"
                                     " 'reopen', 'memo', 'flag', 'unflag') AND position > ?1 LIMIT 1"));
    row.bind(position);
    return row.next();
}

Result<std::vector<JournalEntry>> Journal::between(std::int64_t first, std::int64_t last) const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement(std::string(selectEntry) + "j.position BETWEEN ?1 AND ?2"
                                                                           " ORDER BY j.position"));
    rows.bind(first, last);
    std::vector<JournalEntry> entries;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return entries;
        if (auto entry = entryOf(rows))
            entries.push_back(std::move(*entry));
    }
}

Status Journal::putStep(const StepRow& step, model::RaterId viewer, const model::Guid& device) {
    return m_file->database().run(
        "INSERT INTO step (first_position, last_position, device_id, viewer_id, kind)"
        " SELECT ?1, ?2, id, ?4, ?5 FROM device WHERE guid = ?3",
        step.first, step.last, device, viewer,
        step.kind == StepKind::Act    ? "act"
        : step.kind == StepKind::Undo ? "undo"
                                      : "redo");
}

Status Journal::dropStep(std::int64_t first) {
    return m_file->database().run("DELETE FROM step WHERE first_position = ?1", first);
}

Result<std::vector<StepRow>> Journal::steps(model::RaterId viewer, const model::Guid& device,
                                            std::int64_t limit) const {
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement(
                       "SELECT s.first_position, s.last_position, s.kind FROM step s"
                       " JOIN device d ON d.id = s.device_id WHERE s.viewer_id IS ?1 AND d.guid = ?2"
                       " ORDER BY s.first_position DESC LIMIT ?3"));
    rows.bind(viewer, device, limit);
    std::vector<StepRow> steps;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            break;
        steps.push_back({rows.integer(0), rows.integer(1),
                         rows.view(2) == "undo"   ? StepKind::Undo
                         : rows.view(2) == "redo" ? StepKind::Redo
                                                  : StepKind::Act});
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
}

} // namespace rapport::store
