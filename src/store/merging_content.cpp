// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/merging_content.h"

#include "base/format.h"
#include "base/json.h"
#include "store/forgetting.h"
#include "store/leaving_files.h"

#include <algorithm>
#include <set>
#include <vector>

namespace rapport::store {

using base::Status;

Status takeNote(Database& study, Database& other, const base::Guid& note) {
    RAPPORT_ASSIGN(
        Statement row,
        other.statement("SELECT n.kind, r.guid, o.guid, u.guid, v.guid, c.guid, n.time, n.text, n.version"
                        " FROM note n LEFT JOIN rater r ON r.id = n.rater_id LEFT JOIN round o ON o.id ="
                        " n.round_id LEFT JOIN unit u ON u.id = n.unit_id LEFT JOIN variable v ON v.id ="
                        " n.variable_id LEFT JOIN code c ON c.id = n.code_id WHERE n.guid = ?1"));
    row.bind(note);
    RAPPORT_ASSIGN(const bool isThere, row.next());
    if (!isThere)
        return {}; // the words were taken away on purpose
    // Words on the texts of somebody who has withdrawn stay away.
    return study.run(
        "INSERT OR IGNORE INTO note (guid, kind, rater_id, round_id, unit_id, variable_id, code_id, time, "
        "text,"
        " version) SELECT ?1, ?2, (SELECT id FROM rater WHERE guid = ?3), (SELECT id FROM round WHERE guid = "
        "?4),"
        " (SELECT id FROM unit WHERE guid = ?5), (SELECT id FROM variable WHERE guid = ?6),"
        " (SELECT id FROM code WHERE guid = ?7), ?8, ?9, ?10 WHERE NOT EXISTS (SELECT 1 FROM unit u"
        " JOIN participant p ON p.id = u.participant_id WHERE u.guid = ?5 AND p.forgotten_at IS NOT NULL)",
        note, row.view(0), row.guid(1), row.guid(2), row.guid(3), row.guid(4), row.guid(5), row.integer(6),
        row.view(7), row.isNull(8) ? std::nullopt : std::optional(row.integer(8)));
}

Status takeNoteLinks(Database& study, Database& other) {
    RAPPORT_ASSIGN(Statement rows,
                   other.statement("SELECT guid, version FROM note WHERE version IS NOT NULL"));
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return {};
        RAPPORT_TRY(study.run("UPDATE note SET version = ?2 WHERE guid = ?1 AND version IS NULL AND EXISTS"
                              " (SELECT 1 FROM codebook_version WHERE version = ?2)",
                              rows.guid(0), rows.integer(1)));
    }
}

bool isRedaction(std::string_view was, std::string_view now) {
    constexpr std::string_view struck = "\xE2\x96\x88"; // U+2588
    const auto isContinuation = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; };
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < was.size() && j < now.size()) {
        std::size_t nextI = i + 1;
        while (nextI < was.size() && isContinuation(was[nextI]))
            ++nextI;
        std::size_t nextJ = j + 1;
        while (nextJ < now.size() && isContinuation(now[nextJ]))
            ++nextJ;
        const std::string_view letter = now.substr(j, nextJ - j);
        if (letter != struck && letter != was.substr(i, nextI - i))
            return false;
        i = nextI;
        j = nextJ;
    }
    return i == was.size() && j == now.size();
}

namespace {

/// A text that redactKept (service/consent.h) blots words out of; `isOwned`: it says whose it is.
struct KeptText {
    const char* table;
    const char* column;
    bool isOwned = true;
};
constexpr KeptText keptTexts[] = {{"memo", "text"},
                                  {"note", "text"},
                                  {"saved_search", "name"},
                                  {"saved_search", "query"},
                                  {"saved_search", "settings"},
                                  {"hidden_line", "reason"},
                                  {"line_sample", "name", false},
                                  {"line_sample", "query", false}};

Status takeKeptText(Database& study, Database& other, const KeptText& each, const base::Guid& rater,
                    std::set<base::Guid>& changed) {
    std::string sql =
        fmt::format("SELECT guid, {1} FROM {0} WHERE instr({1}, '\u2588') > 0", each.table, each.column);
    if (!rater.isNull())
        sql += each.isOwned ? " AND rater_id = (SELECT id FROM rater WHERE guid = ?1)" : " AND ?1 IS NULL";
    RAPPORT_ASSIGN(Statement theirs, other.statement(sql));
    if (!rater.isNull())
        theirs.bind(rater);
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, theirs.next());
        if (!hasRow)
            return {};
        bool isNews = false;
        {
            RAPPORT_ASSIGN(Statement ours, study.statement(fmt::format("SELECT {1} FROM {0} WHERE guid = ?1",
                                                                       each.table, each.column)));
            ours.bind(theirs.guid(0));
            RAPPORT_ASSIGN(const bool isThere, ours.next());
            isNews = isThere && ours.view(0) != theirs.view(1) && isRedaction(ours.view(0), theirs.view(1));
        }
        if (!isNews)
            continue;
        // A name that another sample has already stays as it is.
        RAPPORT_TRY(study.run(
            fmt::format("UPDATE OR IGNORE {0} SET {1} = ?2 WHERE guid = ?1", each.table, each.column),
            theirs.guid(0), theirs.view(1)));
        if (study.changedRows() > 0)
            changed.insert(theirs.guid(0));
    }
}

} // namespace

Status takeKeptRedaction(Database& study, Database& other, const base::Guid& rater, MergeReport& report) {
    std::set<base::Guid> changed;
    for (const KeptText& each : keptTexts)
        RAPPORT_TRY(takeKeptText(study, other, each, rater, changed));
    if (!report.isPack) {
        RAPPORT_ASSIGN(Statement gone,
                       other.statement("SELECT j.target FROM journal j WHERE j.act = 'hide' AND NOT EXISTS"
                                       " (SELECT 1 FROM hidden_line h WHERE h.guid = j.target)"));
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, gone.next());
            if (!hasRow)
                break;
            RAPPORT_TRY(study.run("DELETE FROM hidden_line WHERE guid = ?1", gone.guid(0)));
            if (study.changedRows() > 0)
                changed.insert(gone.guid(0));
        }
    }
    if (changed.empty())
        return {};
    report.notes.push_back(
        base::said("words that were blotted out in the copy were blotted out here, too, in "
                   "what people wrote or kept of searching: {} of these",
                   changed.size()));
    report.textsChanged = true;
    return {};
}

Status takeRedaction(StudyFile& study, const base::Guid& source, std::int64_t begin, std::int64_t end,
                     std::int64_t position, MergeReport& report) {
    model::SourceId number;
    std::set<std::int64_t> files;
    std::string words;
    {
        RAPPORT_ASSIGN(Statement row,
                       study.database().statement("SELECT id, file_id, substr(text, ?2 + 1, ?3)"
                                                  " FROM source WHERE guid = ?1"));
        row.bind(source, begin, end - begin);
        RAPPORT_ASSIGN(const bool isThere, row.next());
        if (!isThere)
            return {};
        number = row.id<model::SourceId>(0);
        if (!row.isNull(1))
            files.insert(row.integer(1));
        words = row.text(2);
    }
    Forgetting forgetting(study);
    if (const Status blotted = forgetting.blot(number, {text::textRange(begin, end)}, Blot::Words); !blotted)
        return base::fail(base::Errc::StudyDamaged, blotted.error().message);
    if (end - begin > 1) { // one letter stands everywhere
        RAPPORT_ASSIGN(const auto others, filesWith(study.database(), words));
        files.insert(others.begin(), others.end());
    }
    RAPPORT_ASSIGN(const std::vector<std::string> emptied, forgetting.dropFiles(files, position));
    // Without their names: these often say whose a text is, which whoever merges may still have to rate.
    const base::Phrase went(
        "words that were blotted out in the copy stood in imported files: their bytes went");
    if (!emptied.empty() && std::find(report.notes.begin(), report.notes.end(), went) == report.notes.end())
        report.notes.push_back(went);
    report.textsChanged = true;
    return {};
}

Status takeWithdrawal(StudyFile& study, const base::Guid& participant, const std::string& detail,
                      std::int64_t position, MergeReport& report) {
    model::ParticipantId number;
    bool isGone = false;
    {
        RAPPORT_ASSIGN(Statement row,
                       study.database().statement(
                           "SELECT id, forgotten_at IS NOT NULL FROM participant WHERE guid = ?1"));
        row.bind(participant);
        RAPPORT_ASSIGN(const bool isThere, row.next());
        if (!isThere)
            return {};
        isGone = row.flag(1);
        number = row.id<model::ParticipantId>(0);
    }
    const auto parsed = base::parseJson(detail);
    const bool withCodings = parsed && base::memberAt(*parsed, "codings").is_boolean() &&
                             base::memberAt(*parsed, "codings").get<bool>();
    Forgetting forgetting(study);
    if (isGone) {
        RAPPORT_ASSIGN(const bool stillCounts, forgetting.stillCounts(number));
        if (!withCodings || !stillCounts)
            return {};
    }
    RAPPORT_ASSIGN(const Traces traces, forgetting.traces(number));
    RAPPORT_ASSIGN(const Forgotten gone, forgetting.forget(number, position, withCodings));
    report.units.insert(report.units.end(), traces.units.begin(), traces.units.end());
    report.roundsChanged = true;
    if (isGone)
        return {};
    report.textsChanged = true;
    report.notes.push_back(base::said(
        "a participant who had withdrawn in the copy has left this study too, as '{}'", gone.name));
    for (const std::string& mention : gone.mentions)
        report.notes.push_back(base::said("the name still stands in the text '{}'", mention));
    for (const base::Phrase& each : gone.kept)
        report.notes.push_back(base::said("the name still stands in {}", each));
    return {};
}

} // namespace rapport::store
