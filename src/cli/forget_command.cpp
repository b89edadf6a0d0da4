// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "base/number.h"
#include "cli/study_arguments.h"
#include "service/consent.h"
#include "service/rating.h"
#include "service/told_ranges.h"

namespace rapport::cli {

namespace {

using base::Errc;

struct ForgetOptions {
    StudyArguments study;
    service::ForgetRequest request;
    bool isDryRun = false;
};

struct RedactOptions {
    StudyArguments study;
    std::string unit;
    std::string range;
    std::string words;
    bool isKept = false;
};

base::Json listJson(const std::vector<std::string>& list) {
    base::Json json = base::Json::array();
    for (const std::string& each : list)
        json.push_back(each);
    return json;
}

base::Json phrasesJson(const std::vector<base::Phrase>& list) {
    base::Json json = base::Json::array();
    for (const base::Phrase& each : list)
        json.push_back(each.text());
    return json;
}

void noteKept(const std::vector<base::Phrase>& kept, const std::string& words, Answer& answer) {
    for (const base::Phrase& each : kept)
        answer.note(fmt::format("rapport: the words still stand in {}", plain(each.text())),
                    fmt::format("blot them out there, too: rapport redact STUDY --kept --words '{}'",
                                words.empty() ? "WORDS" : plain(words)));
}

void noteCodebook(const std::vector<base::Phrase>& codebook, Answer& answer) {
    for (const base::Phrase& each : codebook)
        answer.note(fmt::format("rapport: the words stay in {}", plain(each.text())),
                    "write it anew, with: rapport codebook STUDY define; earlier versions keep them, and so "
                    "does every pack");
}

/// `whole`: the command that takes the same out of another copy.
void noteElsewhere(const service::Elsewhere& elsewhere, bool isPurged, const std::string& whole,
                   Answer& answer) {
    for (const std::string& copy : elsewhere.copies)
        answer.note(fmt::format("rapport: {} is another copy of this study and still holds everything", copy),
                    whole + " there too, or remove it");
    if (!isPurged) {
        answer.exitCode = 1;
        answer.note("rapport: somebody else has the study open, so that its log may still hold texts",
                    "close the other program; the log goes when the study is closed");
    }
    for (const std::string& pack : elsewhere.packs)
        answer.note(fmt::format("rapport: the pack {} still holds the text", pack),
                    "remove it, and ask its rater to remove it; a new one is made with: rapport pack");
    if (elsewhere.unnamedPacks > 0)
        answer.note(fmt::format("rapport: {} the text",
                                counted(elsewhere.unnamedPacks, "pack still holds", "packs still hold")),
                    "tell the coordinator");
    for (const std::string& file : elsewhere.sealed)
        answer.note(
            fmt::format("rapport: {} is sealed, so that nobody can see whether it holds the text", file),
            "remove it where it is of this study");
}

void addElsewhere(const service::Elsewhere& elsewhere, base::Json& json) {
    json["copies"] = listJson(elsewhere.copies);
    json["packs"] = listJson(elsewhere.packs);
    if (elsewhere.unnamedPacks > 0)
        json["unnamed_packs"] = elsewhere.unnamedPacks;
    json["sealed"] = listJson(elsewhere.sealed);
}

std::string forgetText(const service::ForgetReport& report, const ForgetOptions& options, Format format) {
    if (format == Format::Json) {
        base::Json json = document("forget");
        json["dry_run"] = options.isDryRun;
        json["now_called"] = report.nowCalled.empty() ? base::Json() : base::Json(report.nowCalled);
        json["texts"] = report.texts;
        json["turns"] = report.turns;
        json["memos"] = report.memos;
        json["values"] = report.values;
        json["codings"] = report.codings;
        json["files"] = listJson(report.files);
        json["mentions"] = listJson(report.mentions);
        json["kept"] = phrasesJson(report.kept);
        json["codebook"] = phrasesJson(report.codebook);
        addElsewhere(report.elsewhere, json);
        json["purged"] = report.isPurged;
        return jsonText(json);
    }
    Table table({"name", "value"});
    if (!options.isDryRun)
        table.add({"now called", report.nowCalled});
    table.add({"texts", std::to_string(report.texts)});
    table.add({"turns", std::to_string(report.turns)});
    table.add({"memos and remarks", std::to_string(report.memos)});
    table.add({"attributes and responses", std::to_string(report.values)});
    table.add({"codings withdrawn", std::to_string(report.codings)});
    for (const std::string& file : report.files)
        table.add({options.isDryRun ? "imported file to be emptied" : "imported file emptied", file});
    for (const std::string& source : report.mentions)
        table.add({"still named in", source});
    for (const base::Phrase& each : report.kept)
        table.add({options.isDryRun ? "named in" : "still named in", each.text()});
    for (const base::Phrase& each : report.codebook)
        table.add({"stays in", each.text()});
    return format == Format::Csv ? table.toCsv() : table.toText(false);
}

base::Result<Answer> runForget(const ForgetOptions& options) {
    Answer answer;
    RAPPORT_ASSIGN(const auto session,
                   openStudy(options.study,
                             options.isDryRun ? service::OpenMode::ReadOnly : service::OpenMode::ReadWrite,
                             answer));
    auto done = options.isDryRun ? service::previewForget(*session, options.request)
                                 : service::forget(*session, options.request);
    if (!done)
        return base::fail(done);
    if (!options.isDryRun)
        noteKept(done->kept, options.request.participant, answer);
    noteCodebook(done->codebook, answer);
    noteElsewhere(done->elsewhere, done->isPurged, "forget the participant", answer);
    answer.out = forgetText(*done, options, formatOf(options.study.format));
    return answer;
}

base::Result<Answer> runRedact(const RedactOptions& options) {
    if (options.isKept && (!options.unit.empty() || !options.range.empty() || options.words.empty()))
        return base::fail(Errc::InvalidArgument, "--kept goes with --words alone",
                          "write: rapport redact STUDY --kept --words TEXT");
    if (!options.isKept && options.unit.empty())
        return base::fail(Errc::InvalidArgument, "in which unit?", "give --unit UNIT, or --kept");
    if (options.range.empty() == options.words.empty())
        return base::fail(Errc::InvalidArgument, "what shall be blotted out?",
                          "give either --range BEGIN-END or --words TEXT");
    service::RedactRequest request;
    request.words = options.words;
    if (!options.range.empty()) {
        const std::size_t dash = options.range.find('-');
        const auto begin = base::parseInteger(options.range.substr(0, dash));
        const auto end =
            dash == std::string::npos ? std::nullopt : base::parseInteger(options.range.substr(dash + 1));
        if (!begin || !end || *begin < 0 || *end <= *begin)
            return base::fail(Errc::InvalidArgument, fmt::format("'--range {}' is no range", options.range),
                              "write BEGIN-END in letters (code points) from 0; END is not in it: 0-12");
        request.range = text::textRange(*begin, *end);
    }
    Answer answer;
    RAPPORT_ASSIGN(const auto session, openStudy(options.study, service::OpenMode::ReadWrite, answer));
    if (!options.isKept) {
        RAPPORT_ASSIGN(const model::Unit unit, service::findUnit(*session, options.unit));
        request.unit = unit.id;
        RAPPORT_ASSIGN(const std::int64_t untold, service::untoldPart(*session, unit, options.unit));
        if (request.range)
            request.range =
                text::textRange(request.range->begin.value + untold, request.range->end.value + untold);
    }
    RAPPORT_ASSIGN(const service::RedactReport report, options.isKept
                                                           ? service::redactKept(*session, options.words)
                                                           : service::redact(*session, request));
    for (const std::string& file : report.files)
        answer.note(fmt::format("rapport: the bytes of the imported file '{}' went, too", plain(file)));
    if (report.memos > 0)
        answer.note(fmt::format("rapport: {} the same words",
                                counted(report.memos, "memo on the unit holds", "memos on the unit hold")));
    noteKept(report.kept, options.words, answer);
    noteCodebook(report.codebook, answer);
    noteElsewhere(report.elsewhere, report.isPurged, "blot the words out", answer);
    if (formatOf(options.study.format) == Format::Json) {
        base::Json json = document("redact");
        json["places"] = report.places;
        json["files"] = listJson(report.files);
        json["memos"] = report.memos;
        json["kept"] = phrasesJson(report.kept);
        json["codebook"] = phrasesJson(report.codebook);
        addElsewhere(report.elsewhere, json);
        json["purged"] = report.isPurged;
        answer.out = jsonText(json);
    } else {
        answer.out = fmt::format("{} blotted out\n", counted(report.places, "place", "places"));
    }
    return answer;
}

} // namespace

Run declareForget(Arguments& arguments) {
    const auto options = std::make_shared<ForgetOptions>();
    declareStudy(arguments, options->study);
    arguments.positional("PARTICIPANT", options->request.participant, "Who withdrew consent");
    arguments.flag("--codings", options->request.withCodings,
                   "Withdraw the codings, too, and leave the units out of all statistics");
    arguments.flag("--dry-run", options->isDryRun, "Say what would go, and change nothing");
    arguments.footer(
        "Texts, attributes, memos and imported files go for good, from the study and its search\n"
        "index, and from automatic backups. The journal keeps that they went. Copies and packs beside\n"
        "the study are named, not touched. With --codings also who was forgotten without before.");
    declareFormat(arguments, options->study.format);
    return [options](const base::Task&) { return runForget(*options); };
}

Run declareRedact(Arguments& arguments) {
    const auto options = std::make_shared<RedactOptions>();
    declareStudy(arguments, options->study);
    arguments.text("--unit", options->unit, "UNIT", "The unit, by either of its names");
    arguments.text("--range", options->range, "BEGIN-END", "This range of the source's text");
    arguments.text("--words", options->words, "TEXT", "Every occurrence of these words in the unit");
    arguments.flag("--kept", options->isKept,
                   "Instead of a unit: in the names, queries and reasons of saved searches, hidden lines and "
                   "samples of lines, in memos, reasons and remarks, whatever the case of the words");
    arguments.footer(
        "Letters become U+2588, for good; lengths and ranges stay as they are. Imported files that hold\n"
        "the words, or into which nobody can look, are emptied, too.");
    declareViewer(arguments, options->study);
    declareFormat(arguments, options->study.format);
    return [options](const base::Task&) { return runRedact(*options); };
}

} // namespace rapport::cli
