// SPDX-License-Identifier: GPL-3.0-or-later
// The audit trail as a document.
#include "base/csv_text.h"
#include "base/format.h"
#include "base/json.h"
#include "service/codebook_changes.h"
#include "service/codebooks.h"
#include "service/detail_words.h"
#include "service/history_words.h"

#include <algorithm>

namespace rapport::service {

namespace {

/// Rows of the journal one after the other, as many as there are.
base::Status forEachRow(Session& session, const base::Task& task,
                        const std::function<void(const HistoryRow&)>& visit) {
    RAPPORT_ASSIGN(HistoryWords words, HistoryWords::read(session, true));
    store::HistoryFilter filter;
    filter.limit = 5000;
    RAPPORT_ASSIGN(const std::int64_t last, session.position());
    while (true) {
        if (task.isStopped())
            return base::Task::cancelled();
        task.report(static_cast<std::uint64_t>(filter.after), static_cast<std::uint64_t>(last),
                    "writing the audit trail");
        // By position: rows of acts that only a later version knows are passed over, too.
        const std::int64_t until = std::min(filter.after + filter.limit, last);
        RAPPORT_ASSIGN(const auto entries, session.impl().journal().between(filter.after + 1, until));
        for (const store::JournalEntry& entry : entries) {
            RAPPORT_ASSIGN(const HistoryRow row, words.row(entry));
            visit(row);
        }
        filter.after = until;
        if (until >= last)
            return {};
    }
}

std::string valueText(const HistoryRow& row) {
    return row.value ? std::to_string(*row.value) : std::string();
}

std::string cell(std::string text) {
    for (char& each : text) {
        if (each == '\n' || each == '\r' || each == '\t')
            each = ' ';
    }
    std::string safe;
    for (const char each : text) {
        if (each == '|' || each == '\\' || each == '`' || each == '*' || each == '_' || each == '<')
            safe += '\\';
        safe += each;
    }
    return safe;
}

base::Result<std::string> csv(Session& session, const base::Task& task) {
    std::string text =
        "position,time,act,rater,round,unit,variable,code,value,begin,end,version,words,device\n";
    RAPPORT_TRY(forEachRow(session, task, [&](const HistoryRow& row) {
        text += fmt::format(
            "{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", row.position, base::isoText(row.time), row.act,
            base::csvCell(row.rater), base::csvCell(row.round), base::csvCell(row.unit), row.variable,
            row.code, valueText(row), row.range ? std::to_string(row.range->begin.value) : "",
            row.range ? std::to_string(row.range->end.value) : "",
            row.version == 0 ? "" : std::to_string(row.version), base::csvCell(row.words), row.device);
    }));
    return text;
}

struct VersionStory {
    CodebookVersion version;
    std::vector<VersionDifference> changes; ///< since the one before
};

base::Result<std::vector<VersionStory>> versionStories(Session& session) {
    RAPPORT_ASSIGN(const auto versions, codebookVersions(session));
    std::vector<VersionStory> stories;
    for (const CodebookVersion& version : versions) {
        VersionStory story{version, {}};
        if (!stories.empty()) {
            RAPPORT_ASSIGN(story.changes,
                           compareVersions(session, stories.back().version.version, version.version));
        }
        stories.push_back(std::move(story));
    }
    return stories;
}

base::Result<std::string> json(Session& session, const base::Task& task) {
    RAPPORT_ASSIGN(const StudyInfo info, session.info());
    RAPPORT_ASSIGN(const store::CheckReport report, session.impl().file->check(task));
    base::Json document = {{"schema", "rapport.audit/1"}, {"study", info.title}};
    document["journal"] = {{"rows", report.journalRows}, {"problems", report.problems}};
    document["rounds"] = base::Json::array();
    RAPPORT_ASSIGN(const auto rounds, session.rounds());
    for (const model::Round& round : rounds) {
        const auto plan = base::parseJson(round.plan);
        document["rounds"].push_back(
            {{"round", round.name},
             {"kind", model::name(round.kind)},
             {"blind", round.isBlind},
             {"plan", plan ? *plan : base::Json()},
             {"opened_at", round.openedAt == 0 ? base::Json() : base::Json(round.openedAt)}});
    }
    document["versions"] = base::Json::array();
    RAPPORT_ASSIGN(const auto stories, versionStories(session));
    for (const VersionStory& story : stories) {
        base::Json changes = base::Json::array();
        for (const VersionDifference& each : story.changes)
            changes.push_back({{"kind", each.kind},
                               {"variable", each.variable},
                               {"code", each.code.empty() ? base::Json() : base::Json(each.code)},
                               {"language", each.language.empty() ? base::Json() : base::Json(each.language)},
                               {"before", each.before},
                               {"after", each.after}});
        document["versions"].push_back({{"version", story.version.version},
                                        {"made", base::isoText(story.version.made)},
                                        {"frozen", story.version.isFrozen},
                                        {"changes", std::move(changes)}});
    }
    document["rows"] = base::Json::array();
    RAPPORT_TRY(
        forEachRow(session, task, [&](const HistoryRow& row) { document["rows"].push_back(toJson(row)); }));
    return base::dumpJson(document, 1) + "\n";
}

base::Result<std::string> markdown(Session& session, const base::Task& task) {
    RAPPORT_ASSIGN(StudyInfo info, session.info());
    if (session.viewer().isCoordinator()) { // whole, also where the coordinator rates too
        RAPPORT_ASSIGN(info.codings, session.impl().codings().codingCount());
        RAPPORT_ASSIGN(info.completed, session.impl().codings().completedCount());
    }
    RAPPORT_ASSIGN(const store::CheckReport report, session.impl().file->check(task));
    std::string text = fmt::format("# Audit trail: {}\n\n", cell(info.title));
    text +=
        fmt::format("{} participants, {} sources, {} units, {} raters, {} live codings, {} units completed,"
                    " codebook version {}.\n\n",
                    info.participants, info.sources, info.units, info.raters, info.codings, info.completed,
                    info.codebookVersion);
    text +=
        report.problems.empty()
            ? fmt::format("The journal holds {} rows; the chain of hashes over them is whole, and the data"
                          " are what the rows amount to.\n",
                          report.journalRows)
            : fmt::format("The journal holds {} rows. Problems were found:\n\n", report.journalRows);
    for (const std::string& problem : report.problems)
        text += "- " + cell(problem) + "\n";
    text += "\n## Rounds\n\n| round | kind | blind | opened at row | plan |\n|---|---|---|---|---|\n";
    RAPPORT_ASSIGN(const auto rounds, session.rounds());
    for (const model::Round& round : rounds)
        text += fmt::format("| {} | {} | {} | {} | {} |\n", cell(round.name), model::name(round.kind),
                            round.isBlind ? "yes" : "no",
                            round.openedAt == 0 ? "" : std::to_string(round.openedAt),
                            cell(detailWords(round.plan)));
    text += "\n## Codebook\n";
    RAPPORT_ASSIGN(const auto stories, versionStories(session));
    for (const VersionStory& story : stories) {
        text += fmt::format("\nVersion {}, {}: {} variables, {} codes.\n", story.version.version,
                            base::isoText(story.version.made), story.version.variables, story.version.codes);
        if (!story.changes.empty())
            text += "\n| change | variable | code | language | before | after |\n|---|---|---|---|---|---|\n";
        for (const VersionDifference& each : story.changes)
            text += fmt::format("| {} | {} | {} | {} | {} | {} |\n", each.kind, cell(each.variable),
                                cell(each.code), each.language, cell(each.before), cell(each.after));
    }
    text +=
        "\n## What happened\n\n| row | time | act | rater | round | unit | variable | code | value | version"
        " | words |\n|---|---|---|---|---|---|---|---|---|---|---|\n";
    RAPPORT_TRY(forEachRow(session, task, [&](const HistoryRow& row) {
        text += fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |\n", row.position,
                            base::isoText(row.time), row.act, cell(row.rater), cell(row.round),
                            cell(row.unit), cell(row.variable), cell(row.code), valueText(row),
                            row.version == 0 ? "" : std::to_string(row.version), cell(row.words));
    }));
    return text;
}

} // namespace

base::Json toJson(const HistoryRow& row) {
    const auto orNull = [](const std::string& text) {
        return text.empty() ? base::Json() : base::Json(text);
    };
    base::Json json = {{"position", row.position},
                       {"time", base::isoText(row.time)},
                       {"act", row.act},
                       {"rater", orNull(row.rater)},
                       {"round", orNull(row.round)},
                       {"unit", orNull(row.unit)},
                       {"variable", orNull(row.variable)},
                       {"code", orNull(row.code)},
                       {"value", row.value ? base::Json(*row.value) : base::Json()},
                       {"range", base::Json()},
                       {"version", row.version == 0 ? base::Json() : base::Json(row.version)},
                       {"words", row.words},
                       {"device", row.device}};
    if (row.range)
        json["range"] = {row.range->begin.value, row.range->end.value};
    return json;
}

base::Result<std::string> audit(Session& session, AuditFormat format, const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "read the audit trail"));
    return format == AuditFormat::Csv    ? csv(session, task)
           : format == AuditFormat::Json ? json(session, task)
                                         : markdown(session, task);
}

} // namespace rapport::service
