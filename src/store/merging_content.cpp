// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/merging_content.h"

#include "base/format.h"
#include "base/json.h"
#include "store/forgetting.h"
#include "store/leaving_files.h"

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
    for (const std::string& name : emptied)
        report.notes.push_back(base::said(
            "words that were blotted out in the copy stood in the imported file '{}': its bytes went", name));
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
