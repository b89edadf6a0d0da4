// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/import_documents.h"

#include "base/format.h"
#include "base/json.h"
#include "text/utf8.h"

#include <algorithm>
#include <span>

namespace rapport::cli {

namespace {

const char* useName(service::ColumnUse use) {
    switch (use) {
    case service::ColumnUse::Participant:
        return "participant";
    case service::ColumnUse::Answer:
        return "answer";
    case service::ColumnUse::Prompt:
        return "prompt";
    case service::ColumnUse::Attribute:
        return "attribute";
    case service::ColumnUse::Language:
        return "language";
    case service::ColumnUse::Wave:
        return "wave";
    case service::ColumnUse::LeftOut:
        return "left_out";
    }
    return "left_out";
}

/// As in `rapport.mapping/1`, so that the list can be taken over into a mapping.
base::Json columnJson(const service::ColumnPlan& column, bool isMapped) {
    base::Json json = {{"column", column.column},
                       {"title", column.title},
                       {"as", isMapped ? base::Json(useName(column.use)) : base::Json()}};
    if (column.use == service::ColumnUse::Answer && !column.target.empty())
        json["prompt"] = column.target;
    else if (!column.target.empty())
        json["name"] = column.target;
    json["blinded"] = column.isBlinded;
    json["finding"] = column.findingId.empty() ? base::Json() : base::Json(column.findingId);
    return json;
}

/// As in `rapport.preview/1`.
const char* meetingName(service::CodeMeeting is) {
    switch (is) {
    case service::CodeMeeting::New:
        return "new";
    case service::CodeMeeting::Known:
        return "known";
    case service::CodeMeeting::SameName:
        return "same_name";
    }
    return "new";
}

base::Json previewJson(const service::ImportPreview& preview) {
    base::Json json = document("preview");
    json["file"] = preview.file;
    json["kind"] = service::name(preview.kind);
    json["format"] = preview.format;
    json["encoding"] = preview.encoding;
    json["separator"] =
        preview.separator == '\0' ? base::Json() : base::Json(std::string(1, preview.separator));
    json["sheet"] = preview.sheet.empty() ? base::Json() : base::Json(preview.sheet);
    json["sheets"] = preview.sheets;
    json["records"] = preview.records;
    json["columns"] = base::Json::array();
    for (const service::ColumnPlan& column : preview.columns)
        json["columns"].push_back(columnJson(column, preview.kind != service::ImportKind::Codings));
    json["empty"] = preview.emptyTaken;
    json["speakers"] = base::Json::array();
    for (const service::SpeakerRow& speaker : preview.speakers)
        json["speakers"].push_back({{"name", speaker.name},
                                    {"turns", speaker.turns},
                                    {"words", speaker.words},
                                    {"participant", speaker.isParticipant},
                                    {"role", speaker.role}});
    json["codes"] = base::Json::array();
    for (const service::CodeRow& code : preview.codes)
        json["codes"].push_back({{"name", code.name},
                                 {"variable", code.variable},
                                 {"is", meetingName(code.is)},
                                 {"changes", code.changes}});
    json["needs_same_names"] = preview.needsSameNames;
    json["added"] = preview.isHeld ? base::Json(preview.added) : base::Json();
    json["updated"] = preview.isHeld ? base::Json(preview.updated) : base::Json();
    json["participants"] = preview.participants;
    json["answers"] = preview.answers;
    json["non_responses"] = preview.emptyAnswers;
    json["warnings"] = preview.warnings;
    json["notes"] = preview.notes;
    json["rejected"] = rejectedJson(preview.rejected);
    json["needs_mapping"] = preview.needsMapping;
    return json;
}

std::string previewForPeople(const service::ImportPreview& preview) {
    Table facts({"name", "value"});
    facts.add({"file", preview.file});
    facts.add({"read as", fmt::format("{} ({})", service::name(preview.kind), preview.formatTitle)});
    facts.add({"encoding", preview.encoding});
    if (preview.sheets.size() > 1)
        facts.add({"sheet", fmt::format("{} (of {})", preview.sheet, preview.sheets.size())});
    facts.add({"records", std::to_string(preview.records)});
    if (preview.isHeld) {
        facts.add({"added", std::to_string(preview.added)});
        facts.add({"updated", std::to_string(preview.updated)});
    }
    if (preview.kind == service::ImportKind::Answers) {
        facts.add({"participants", std::to_string(preview.participants)});
        facts.add({"answers", std::to_string(preview.answers)});
        facts.add({"non-responses", std::to_string(preview.emptyAnswers)});
    }
    facts.add({"rejected", std::to_string(preview.rejected.size())});
    facts.add({"mapping needed", yesNo(preview.needsMapping)});
    std::string text = facts.toText(false);
    // Those of codings have fixed meanings.
    if (!preview.columns.empty() && preview.kind != service::ImportKind::Codings) {
        // A header may be a whole question.
        constexpr std::size_t longest = 50;
        Table columns({"column", "becomes", "named", "raters see it", "look at"});
        for (const service::ColumnPlan& column : preview.columns)
            columns.add({text::elide(column.column, longest), useName(column.use),
                         text::elide(column.target, longest),
                         column.use == service::ColumnUse::Attribute ? yesNo(!column.isBlinded) : "",
                         column.finding});
        text += '\n' + columns.toText();
    }
    if (!preview.speakers.empty()) {
        Table speakers({"speaker", "turns", "words", "participant", "role"});
        for (const service::SpeakerRow& speaker : preview.speakers)
            speakers.add({speaker.name, std::to_string(speaker.turns), std::to_string(speaker.words),
                          speaker.isParticipant ? "yes" : "", speaker.role});
        text += '\n' + speakers.toText();
    }
    if (!preview.codes.empty()) {
        Table codes({"code", "of variable", "is", "would change"});
        for (const service::CodeRow& code : preview.codes) {
            std::string changes;
            for (const base::Phrase& change : code.changes)
                changes += (changes.empty() ? "" : ", ") + change.text();
            codes.add({code.name, code.variable,
                       code.is == service::CodeMeeting::New     ? "new"
                       : code.is == service::CodeMeeting::Known ? "the study's"
                                                                : "of the same name",
                       changes});
        }
        text += '\n' + codes.toText();
    }
    if (!preview.sample.empty())
        text += "\nletters to judge the encoding by: " + plain(preview.sample) + '\n';
    for (const std::string& warning : preview.warnings)
        text +=
            "warning: " + plain(warning) + (warning == "looks like a codebook" ? ": --as codebook\n" : "\n");
    for (const base::Phrase& note : service::notesBesideWarnings(preview))
        text += "note: " + plain(note) + '\n';
    return text;
}

} // namespace

std::string previewText(const std::vector<service::ImportPreview>& previews, Format format) {
    if (format == Format::Json) {
        if (previews.size() == 1)
            return jsonText(previewJson(previews.front()));
        base::Json json = document("previews");
        json["files"] = base::Json::array();
        for (const service::ImportPreview& preview : previews)
            json["files"].push_back(previewJson(preview));
        return jsonText(json);
    }
    if (format == Format::Csv) {
        Table table({"file", "column", "title", "as", "name", "blinded", "finding"});
        for (const service::ImportPreview& preview : previews) {
            for (const service::ColumnPlan& column : preview.columns)
                table.add({preview.file, column.column, column.title, useName(column.use), column.target,
                           column.isBlinded ? "1" : "0", column.findingId});
        }
        return table.toCsv();
    }
    std::string text;
    for (const service::ImportPreview& preview : previews)
        text += (text.empty() ? "" : "\n") + previewForPeople(preview);
    return text;
}

std::string reportText(const service::ImportReport& report, Format format) {
    if (format == Format::Json) {
        base::Json json = document("import");
        json["read"] = report.read;
        json["added"] = report.added;
        json["updated"] = report.updated;
        json["rejected"] = rejectedJson(report.rejected);
        json["notes"] = report.notes;
        return jsonText(json);
    }
    if (format == Format::Csv) {
        Table table({"file", "line", "column", "message", "hint"});
        for (const service::RejectedRow& row : report.rejected)
            table.add({row.file, std::to_string(row.line), row.column, row.message, row.hint});
        return table.toCsv();
    }
    return fmt::format("read {}, added {}, updated {}, rejected {}\n", report.read, report.added,
                       report.updated, report.rejected.size());
}

base::Json rejectedJson(const std::vector<service::RejectedRow>& rows) {
    base::Json json = base::Json::array();
    for (const service::RejectedRow& row : rows)
        json.push_back({{"file", row.file},
                        {"line", row.line},
                        {"column", row.column},
                        {"message", row.message},
                        {"hint", row.hint}});
    return json;
}

std::string rejectedText(const std::vector<service::RejectedRow>& rows) {
    constexpr std::size_t mostShown = 40;
    std::string text;
    for (const service::RejectedRow& row : std::span(rows).first(std::min(rows.size(), mostShown))) {
        text += row.file;
        if (row.line > 0)
            text += fmt::format(":{}", row.line);
        if (!row.column.empty())
            text += ':' + plain(row.column);
        text += ": " + plain(row.message) + '\n';
        if (!row.hint.empty())
            text += "    " + plain(row.hint) + '\n';
    }
    if (rows.size() > mostShown)
        text += fmt::format("and {} more like these\n    --format json lists them all\n",
                            rows.size() - mostShown);
    return text;
}

std::string namesText(const service::ProposedNames& names, Format format) {
    if (format == Format::Csv)
        return service::namesList(names);
    if (format == Format::Json) {
        base::Json json = document("names");
        json["names"] = base::Json::array();
        for (const service::ProposedName& each : names.names)
            json["names"].push_back({{"name", each.name},
                                     {"replacement", each.replacement},
                                     {"times", each.times},
                                     {"example", each.example},
                                     {"in_dictionary", each.isInDictionary}});
        json["dictionaries"] = names.dictionaries;
        json["without_dictionary"] = names.withoutDictionary;
        return jsonText(json);
    }
    Table table({"name", "replacement", "times", "in dictionary", "where first"});
    for (const service::ProposedName& each : names.names)
        table.add({each.name, each.replacement, std::to_string(each.times), each.isInDictionary ? "yes" : "",
                   each.example});
    return table.toText();
}

} // namespace rapport::cli
