// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "base/platform/file.h"
#include "cli/import_documents.h"
#include "cli/study_arguments.h"
#include "service/naming.h"
#include "service/packing.h"

#include <algorithm>
#include <filesystem>
#include <span>

namespace rapport::cli {

namespace {

struct Options {
    StudyArguments study;
    std::vector<std::string> files;
    std::string kind;
    std::string sameNames;
    std::string roundKind;
    std::string mapping;
    std::string passphraseFile;
    bool proposesNames = false;
    std::vector<std::string> sheets;
    std::vector<std::string> speakers;
    std::vector<std::string> participants;
    std::vector<std::string> roles;
    service::ImportOptions import;
};

/// What is left of the names that were to be replaced.
void noteNames(const service::NamesFound& names, const Options& options, Answer& answer) {
    if (names.left.empty()) {
        answer.note("no listed name is left as a word in the study's file, whatever its case and accents, "
                    "with or without the s of a genitive");
    } else {
        answer.exitCode = 1;
        std::string places;
        for (const base::Phrase& place : names.left)
            places += (places.empty() ? "" : ", ") + std::string(place);
        answer.note(
            fmt::format("{}: listed names are left: {}", options.study.path, places),
            "an import replaces them in what it brings, not in what the study had: search for the names");
    }
    if (names.around.empty())
        return;
    constexpr std::size_t mostNamed = 20;
    std::string words;
    for (const service::WordAround& each :
         std::span(names.around).first(std::min(names.around.size(), mostNamed)))
        words += fmt::format("{}{} ({})", words.empty() ? "" : ", ", each.word, each.times);
    if (names.around.size() > mostNamed)
        words += fmt::format(" and {} more", names.around.size() - mostNamed);
    answer.note(fmt::format("words that hold a listed name stay as they are: {}", words),
                "nicknames and diminutives go into the list as names of their own");
}

base::Result<Answer> preview(const Options& options, const base::Task& task) {
    Answer answer;
    RAPPORT_ASSIGN(auto session, openStudy(options.study, service::OpenMode::ReadOnly, answer));
    std::vector<service::ImportPreview> previews;
    for (const std::string& file : options.files) {
        RAPPORT_ASSIGN(service::ImportPreview next,
                       service::previewImport(*session, file, options.import, task));
        if (next.needsMapping) {
            answer.exitCode = 1;
            answer.note(
                fmt::format("{}: a mapping is needed: which columns are participants, answers and "
                            "attributes cannot be told from their names",
                            file),
                "what --dry-run --format json prints is one, as guessed: correct it, and give it with "
                "--mapping (docs/formats/mapping.md)");
        }
        if (next.needsSameNames) {
            answer.exitCode = 1;
            answer.note(fmt::format("{}: codes have the names of others in the study, and the file does not "
                                    "say that they are the same",
                                    file),
                        "say so with --same-names same, or --same-names other to add them with a number");
        }
        previews.push_back(std::move(next));
    }
    // Where something must be said first, the import would not begin.
    base::Result<service::ImportReport> tried;
    const bool isTried = answer.exitCode == 0;
    if (isTried) {
        tried = service::importFiles(*session, options.files, options.import, task);
        if (!tried && tried.error().code == base::Errc::Cancelled)
            return base::fail(tried);
        for (std::size_t file = 0; tried && file < previews.size(); ++file)
            service::holdAgainst(*tried, file, previews[file]);
    }
    for (const service::ImportPreview& each : previews) {
        if (!each.rejected.empty())
            answer.exitCode = 1;
        answer.messages += rejectedText(each.rejected);
    }
    if (!tried) {
        answer.exitCode = base::exitCode(tried.error().code);
        answer.messages += errorText(tried.error());
    }
    if (tried && !options.import.pseudonymsFile.empty() && isTried) {
        session.reset();
        if (tried->names.left.empty()) {
            RAPPORT_ASSIGN(tried->names.left,
                           service::namesLeftInBytes(options.study.path, options.import.pseudonymsFile));
        }
        noteNames(tried->names, options, answer);
    }
    answer.out = previewText(previews, formatOf(options.study.format));
    return answer;
}

base::Result<Answer> proposeNames(const Options& options, const base::Task& task) {
    Answer answer;
    RAPPORT_ASSIGN(const auto session, openStudy(options.study, service::OpenMode::ReadOnly, answer));
    RAPPORT_ASSIGN(const service::ProposedNames names,
                   service::proposeNames(*session, options.files, options.import, task));
    answer.out = namesText(names, formatOf(options.study.format));
    answer.note("words with a capital that the texts never write without one and that are no words of the "
                "language; read the list, take out what is no name, and give it with --pseudonyms",
                "as CSV it is the list: --format csv");
    for (const std::string& language : names.withoutDictionary)
        answer.note(
            fmt::format("the system has no dictionary of '{}': names at the beginning of a sentence were "
                        "not found",
                        language),
            "install Hunspell's, e.g. hunspell-nl");
    return answer;
}

/// "wave 2.xlsx=Answers" is of that file; any other name, which may hold an equals sign, of all.
void takeSheet(const std::string& wanted, const std::vector<std::string>& files,
               service::ImportOptions& options) {
    for (std::size_t sign = wanted.find('='); sign != std::string::npos; sign = wanted.find('=', sign + 1)) {
        const std::string name = wanted.substr(0, sign);
        bool isFile = false;
        for (const std::string& file : files) {
            if (file != name && std::filesystem::path(file).filename() != name)
                continue;
            options.sheets[file] = wanted.substr(sign + 1);
            isFile = true;
        }
        if (isFile)
            return;
    }
    options.sheet = wanted;
}

base::Result<Answer> import(const Options& options, const base::Task& task) {
    Answer answer;
    RAPPORT_ASSIGN(auto session, openStudy(options.study, service::OpenMode::ReadWrite, answer));
    RAPPORT_ASSIGN(const service::ImportReport report,
                   service::importFiles(*session, options.files, options.import, task));
    for (const std::string& note : report.notes)
        answer.note(note);
    answer.messages += rejectedText(report.rejected);
    if (!report.rejected.empty())
        answer.exitCode = 1;
    answer.out = reportText(report, formatOf(options.study.format));
    if (!options.import.pseudonymsFile.empty()) {
        session.reset();
        service::NamesFound names;
        RAPPORT_ASSIGN(names.left, service::namesLeft(options.study.path, options.import.pseudonymsFile));
        RAPPORT_ASSIGN(names.around,
                       service::wordsAroundNames(options.study.path, options.import.pseudonymsFile));
        noteNames(names, options, answer);
    }
    return answer;
}

} // namespace

Run declareImport(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.positionals("FILE", options->files, "The files, all of them in one step");
    arguments.choice("--as", options->kind,
                     {"answers", "transcript", "participants", "codebook", "codings", "project"},
                     "What the files are (default: as they look)");
    arguments.choice("--same-names", options->sameNames, {"ask", "same", "other"},
                     "What codes of a codebook are that have names of the study's and other guids or another "
                     "variable: the same, others (numbered), or refuse (ask, the default)");
    arguments.text("--reader", options->import.reader, "ID", "Read with this reader: see rapport formats");
    arguments.text("--mapping", options->mapping, "MAP.json", "What each column of a table becomes");
    arguments.text("--encoding", options->import.encoding, "NAME",
                   "Encoding of the letters, e.g. UTF-8 or windows-1252 (default: as they look)");
    arguments.choice("--language", options->import.language, {"nl", "en", "auto"},
                     "Language of the texts (auto: told from each)");
    arguments.repeated(
        "--sheet", options->sheets, "[FILE=]NAME",
        "Sheet of a workbook, of one of the files or of all (default: the first with a table)");
    arguments.repeated("--speaker", options->speakers, "FROM=TO",
                       "A speaker of a transcript becomes another: to merge misspelt names; 'Let op=' is no "
                       "speaker, and stays in the text");
    arguments.repeated("--participant", options->participants, "SPEAKER[=NAME]",
                       "A speaker is a participant of the study, by that name or another ('*': everybody)");
    arguments.repeated("--role", options->roles, "SPEAKER=ROLE",
                       "A speaker is a participant with this value of the attribute 'role'");
    arguments.text("--questions", options->import.questionsFile, "FILE",
                   "Words of the questions: .qsf of Qualtrics, .lss or .lsa of LimeSurvey");
    arguments.text("--pseudonyms", options->import.pseudonymsFile, "LIST.csv",
                   "Names and what stands for them; the files' own bytes are not kept then");
    arguments.flag("--propose-names", options->proposesNames,
                   "Print words that are probably names, for such a list; nothing comes in");
    arguments.text("--key", options->import.keyFile, "FILE",
                   "Write the list of --pseudonyms here, sealed, as a new file; rapport unseal opens it");
    arguments.text("--passphrase-file", options->passphraseFile, "F", "Its first line seals the key");
    arguments.text("--wave", options->import.wave, "NAME", "A later occasion of the same questions");
    arguments.choice(
        "--round-kind", options->roundKind, {"training", "calibration", "reliability", "main"},
        "Kind of the rounds that a table of codings brings (as they are called, else reliability)");
    arguments.flag("--dry-run", options->import.dryRun, "Say what would come in; the study stays as it is");
    declareFormat(arguments, options->study.format);
    return [options](const base::Task& task) -> base::Result<Answer> {
        if (const auto kind = service::importKind(options->kind); kind && !options->kind.empty())
            options->import.kind = *kind;
        options->import.sameNames = options->sameNames == "same"    ? service::SameNames::Same
                                    : options->sameNames == "other" ? service::SameNames::Other
                                                                    : service::SameNames::Ask;
        options->import.roundKind = model::roundKind(options->roundKind);
        for (const std::string& pair : options->speakers) {
            const std::size_t sign = pair.find('=');
            if (sign == std::string::npos || sign == 0)
                return base::fail(base::Errc::InvalidArgument,
                                  fmt::format("'{}' names no two speakers", pair),
                                  "write it as --speaker 'Intervewer=Interviewer'");
            options->import.speakers.emplace_back(pair.substr(0, sign), pair.substr(sign + 1));
        }
        for (const std::string& wanted : options->sheets)
            takeSheet(wanted, options->files, options->import);
        for (const std::string& pair : options->participants) {
            const std::size_t sign = pair.find('=');
            options->import.people.push_back(
                {pair.substr(0, sign),
                 sign == std::string::npos ? std::string() : pair.substr(sign + 1),
                 {}});
        }
        for (const std::string& pair : options->roles) {
            const std::size_t sign = pair.find('=');
            if (sign == std::string::npos || sign == 0 || sign + 1 == pair.size())
                return base::fail(base::Errc::InvalidArgument,
                                  fmt::format("'{}' gives no speaker a role", pair),
                                  "write it as --role 'Els=teacher'");
            const std::string speaker = pair.substr(0, sign);
            // Who is a participant under another name stays so.
            const auto named = std::find_if(options->import.people.begin(), options->import.people.end(),
                                            [&](const auto& person) { return person.speaker == speaker; });
            if (named != options->import.people.end())
                named->role = pair.substr(sign + 1);
            else
                options->import.people.push_back({speaker, {}, pair.substr(sign + 1)});
        }
        if (!options->mapping.empty()) {
            RAPPORT_ASSIGN(options->import.mappingJson, base::readFile(options->mapping));
            options->import.mappingFile = options->mapping;
        }
        if (!options->import.keyFile.empty()) {
            if (options->import.pseudonymsFile.empty() || options->passphraseFile.empty())
                return base::fail(base::Errc::InvalidArgument,
                                  "--key needs --pseudonyms and --passphrase-file",
                                  "the list is written there, sealed with the passphrase");
            RAPPORT_ASSIGN(options->import.passphrase, service::readPassphrase(options->passphraseFile));
        }
        if (options->proposesNames)
            return proposeNames(*options, task);
        return options->import.dryRun ? preview(*options, task) : import(*options, task);
    };
}

} // namespace rapport::cli
