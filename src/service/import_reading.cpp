// SPDX-License-Identifier: GPL-3.0-or-later
// A file as its reader and the options make it: read, names replaced, speakers named, columns mapped. Nothing
// is written here.
#include "base/digest.h"
#include "base/format.h"
#include "base/join.h"
#include "base/platform/file.h"
#include "exchange/codebook_table.h"
#include "exchange/format.h"
#include "exchange/pseudonyms.h"
#include "exchange/survey_structure.h"
#include "exchange/table_shape.h"
#include "model/names.h"
#include "service/consent.h"
#include "service/export_tables.h"
#include "service/import_kinds.h"
#include "service/reading.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <unordered_set>

namespace rapport::service {

exchange::ReadOptions readOptions(const ImportOptions& options, const std::string& path) {
    exchange::ReadOptions read;
    read.encoding = options.encoding;
    read.separator = options.separator;
    read.headerRows = options.headerRows;
    const auto own = options.sheets.find(path);
    read.sheet = own == options.sheets.end() ? options.sheet : own->second;
    for (const auto& [from, to] : options.speakers) {
        if (to.empty())
            read.notSpeakers.push_back(model::personName(from));
    }
    return read;
}

namespace {

using base::Errc;

bool hasColumn(const exchange::Table& table, std::string_view name) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [name](const exchange::Column& column) { return column.name == name; });
}

ImportKind kindOfTable(const exchange::Table& table) {
    if (hasColumn(table, "unit") && hasColumn(table, "rater") &&
        (hasColumn(table, "code") || hasColumn(table, "value")))
        return ImportKind::Codings;
    return ImportKind::Answers;
}

/// Misspelt speakers become who they are; who is not named stays. Of other notations than labels a speaker
/// who is none leaves turns without one. Names that nobody has are told.
void renameSpeakers(exchange::Transcript& transcript, const ImportOptions& options) {
    if (options.speakers.empty())
        return;
    std::set<std::string> met(transcript.notSpeakers.begin(), transcript.notSpeakers.end());
    std::map<std::string, std::string> wanted; // by what a name looks like
    for (const auto& [from, to] : options.speakers)
        wanted.emplace(model::personName(from), model::personName(to));
    for (exchange::TranscriptTurn& turn : transcript.turns) {
        const auto found = wanted.find(model::personName(turn.speaker));
        if (found == wanted.end() || turn.speaker.empty())
            continue;
        met.insert(found->first);
        turn.speaker = found->second;
    }
    for (const auto& [from, to] : options.speakers) {
        if (!met.contains(model::personName(from)))
            transcript.warnings.push_back(base::said("nobody speaks as '{}'", from));
    }
    exchange::countSpeakers(transcript);
}

/// Speakers who are participants get the participants' names; who does not speak in this file is told.
void nameParticipants(ReadFile& file, const ImportOptions& options) {
    std::map<std::string, std::string> names;
    for (const SpeakerPerson& person : options.people) {
        bool isThere = false;
        const std::string wanted = model::personName(person.speaker);
        for (const exchange::SpeakerCount& speaker : file.transcript.speakers) {
            if (speaker.name.empty() || (wanted != "*" && wanted != model::personName(speaker.name)))
                continue;
            isThere = true;
            const std::string name = person.participant.empty() ? speaker.name : person.participant;
            names[speaker.name] = name;
            std::string& role = file.people[name];
            role = person.role.empty() ? role : person.role;
        }
        if (!isThere)
            file.transcript.warnings.push_back(base::said("nobody speaks as '{}'", person.speaker));
        else
            file.peopleFound.insert(person.speaker);
    }
    for (exchange::TranscriptTurn& turn : file.transcript.turns) {
        if (const auto found = names.find(turn.speaker); found != names.end())
            turn.speaker = found->second;
    }
    exchange::countSpeakers(file.transcript);
}

} // namespace

namespace {

base::Result<ReadFile> readPlainly(const Session& session, const std::string& path,
                                   const ImportOptions& options, const base::Task& task);

} // namespace

/// The bytes of a file that is not a study. A study is never read so: closing the descriptor would drop the
/// locks that this program holds on it if it is open, and it is nothing that can be imported.
base::Result<ImportedBytes> bytesToImport(const Session& session, const std::string& path) {
    std::error_code ignored;
    const std::string ending = base::fileEnding(path);
    if (ending == "rapport" || std::filesystem::equivalent(path, session.path(), ignored))
        return base::fail(Errc::Unreadable, base::Place{path, 0, 0, {}}, "is a study, not a file to import",
                          "open it as a study; codings of another study come in as a table: rapport export");
    // More than a study can hold is refused before it is read.
    constexpr std::uint64_t most = 1'000'000'000;
    const std::uintmax_t size = std::filesystem::file_size(path, ignored);
    if (!ignored && size > most)
        return base::fail(Errc::Unreadable, base::Place{path, 0, 0, {}},
                          "a text or file is larger than a study can hold (1 GB)", "split the file");
    constexpr std::uint64_t inMemory = 16U << 20U;
    if (!ignored && size > inMemory) {
        const std::string folder = std::filesystem::absolute(session.path(), ignored).parent_path().string();
        if (auto copy = base::MappedFile::copyOf(path, folder))
            return ImportedBytes(std::move(*copy));
        // Where nothing can be written it costs its size in memory instead.
    }
    RAPPORT_ASSIGN(std::string bytes, base::readFile(path));
    return ImportedBytes(std::move(bytes));
}

base::Result<exchange::Pseudonyms> pseudonymsOf(const Session& session, const ImportOptions& options) {
    auto pairs = options.pseudonyms;
    std::vector<std::size_t> lines;
    if (!options.pseudonymsFile.empty()) {
        RAPPORT_ASSIGN(const std::string bytes, base::readFile(options.pseudonymsFile));
        RAPPORT_ASSIGN(const auto listed, exchange::Pseudonyms::readPairs(bytes, options.pseudonymsFile));
        pairs.insert(pairs.end(), listed.pairs.begin(), listed.pairs.end());
        lines.resize(options.pseudonyms.size());
        lines.insert(lines.end(), listed.lines.begin(), listed.lines.end());
    }
    // Whoever withdrew does not come back under a name that the list gives.
    RAPPORT_ASSIGN(const ForgottenNames forgotten, ForgottenNames::read(session));
    for (auto& [name, replacement] : pairs) {
        if (std::string now = forgotten.nowOf(name); !now.empty())
            replacement = std::move(now);
    }
    RAPPORT_ASSIGN(auto names, exchange::Pseudonyms::fromPairs(pairs, options.pseudonymsFile, lines));
    std::string language = options.language;
    if (language.empty() || language == "auto") {
        RAPPORT_ASSIGN(language, studyLanguage(session));
    }
    names.setLanguage(std::move(language));
    return names;
}

base::Result<ReadFile> readForImport(const Session& session, const std::string& path,
                                     const ImportOptions& options, const base::Task& task) {
    RAPPORT_ASSIGN(ReadFile file, readPlainly(session, path, options, task));
    if (!options.questionsFile.empty() && file.kind != ImportKind::Transcript) {
        RAPPORT_ASSIGN(const std::string bytes, base::readFile(options.questionsFile));
        std::string language = options.language;
        if (language.empty() || language == "auto") {
            RAPPORT_ASSIGN(language, studyLanguage(session));
        }
        RAPPORT_ASSIGN(const exchange::SurveyStructure structure,
                       exchange::readSurveyStructure(bytes, options.questionsFile, language));
        const exchange::AppliedStructure applied = exchange::applyStructure(structure, file.table);
        const std::string name = std::filesystem::path(options.questionsFile).filename().string();
        file.table.warnings.push_back(base::said("{} of {} columns have their question from {}",
                                                 applied.columns, file.table.columns.size(), name));
        if (applied.cells > 0)
            file.table.warnings.push_back(
                applied.cells == 1 ? base::said("1 code of an answer has become its words, from {}", name)
                                   : base::said("{} codes of answers have become their words, from {}",
                                                applied.cells, name));
        if (applied.unknown > 0)
            file.table.warnings.push_back(
                applied.unknown == 1
                    ? base::said("1 answer stays as it is: {} does not know every code in it", name)
                    : base::said("{} answers stay as they are: {} does not know every code in them",
                                 applied.unknown, name));
    }
    if (!options.pseudonymsFile.empty() || !options.pseudonyms.empty()) {
        RAPPORT_ASSIGN(const exchange::Pseudonyms names, pseudonymsOf(session, options));
        std::vector<std::string> columns;
        for (const exchange::Column& column : file.table.columns)
            columns.push_back(column.name);
        const std::int64_t replaced = names.apply(file.table) + names.apply(file.transcript);
        for (std::size_t index = 0; index < columns.size(); ++index) {
            if (columns[index] != file.table.columns[index].name)
                file.renamedColumns.emplace(columns[index], file.table.columns[index].name);
        }
        (file.kind == ImportKind::Transcript ? file.transcript.warnings : file.table.warnings)
            .push_back(replaced == 1 ? base::said("1 name was replaced")
                                     : base::said("{} names were replaced", replaced));
        std::map<std::string, std::string> people;
        for (const auto& [name, role] : file.people)
            people.emplace(names.apply(name), names.apply(role));
        file.people = std::move(people);
        // Neither the bytes nor a name of the file may tell what was just replaced.
        file.bytes =
            fmt::format("The bytes of this file are not kept: names in it were replaced.\nsha256 {}\n",
                        base::hex(base::sha256(file.bytes)));
        file.path = names.apply(file.path);
    }
    return file;
}

namespace {

base::Result<ReadFile> readPlainly(const Session& session, const std::string& path,
                                   const ImportOptions& options, const base::Task& task) {
    ReadFile file;
    file.path = path;
    RAPPORT_ASSIGN(file.bytes, bytesToImport(session, path));
    const exchange::Format* format = nullptr;
    if (!options.reader.empty()) {
        format = exchange::formatById(options.reader);
        if (format == nullptr)
            return base::fail(Errc::InvalidArgument, base::said("there is no reader '{}'", options.reader),
                              "see: rapport formats");
    } else if (options.kind == ImportKind::Answers || options.kind == ImportKind::Participants ||
               options.kind == ImportKind::Codings) {
        // A table was asked for: a file with one column may look like prose, but is read as what it was
        // called.
        const auto detected = exchange::detectFormat(file.bytes, path);
        if (!detected)
            return base::fail(detected);
        format = (*detected)->kind == exchange::RecordKind::Table ? *detected : exchange::formatById("csv");
    } else if (options.kind == ImportKind::Transcript) {
        const auto detected = exchange::detectFormat(file.bytes, path);
        if (!detected)
            return base::fail(detected);
        format = (*detected)->kind == exchange::RecordKind::Transcript
                     ? *detected
                     : exchange::formatById("transcript-text");
    } else {
        RAPPORT_ASSIGN(format, exchange::detectFormat(file.bytes, path));
    }
    file.reader = format->id;
    RAPPORT_ASSIGN(exchange::Records records,
                   format->read(file.bytes, path, readOptions(options, path), task));
    if (auto* transcript = std::get_if<exchange::Transcript>(&records)) {
        if (options.kind != ImportKind::Detect && options.kind != ImportKind::Transcript)
            return base::fail(Errc::Unreadable, base::Place{path, 0, 0, {}}, "is a transcript, not a table",
                              "import it with --as transcript");
        file.kind = ImportKind::Transcript;
        file.transcript = std::move(*transcript);
        renameSpeakers(file.transcript, options);
        nameParticipants(file, options);
        return file;
    }
    file.table = std::move(std::get<exchange::Table>(records));
    if (const std::string sheet = readOptions(options, path).sheet;
        !sheet.empty() && file.table.sheet.empty())
        return base::fail(
            Errc::NotFound, base::Place{path, 0, 0, {}}, base::said("has no sheet '{}'", sheet),
            "it is no workbook: leave --sheet out, or name the file that has the sheet, FILE=NAME");
    file.kind = options.kind == ImportKind::Detect ? kindOfTable(file.table) : options.kind;
    if (file.kind == ImportKind::Transcript)
        return base::fail(Errc::Unreadable, base::Place{path, 0, 0, {}}, "is a table, not a transcript",
                          "import it with --as answers");
    return file;
}

} // namespace

namespace {

std::string listed(const std::vector<std::string>& names) {
    constexpr std::size_t most = 8;
    std::string list;
    for (std::size_t index = 0; index < std::min(names.size(), most); ++index)
        list += (list.empty() ? "" : ", ") + text::elide(names[index], 40);
    return names.size() > most ? list + fmt::format(" (+{})", names.size() - most) : list;
}

/// A mapping may name columns, prompts and attributes as the file does, with the names of people.
base::Status replaceNames(const Session& session, exchange::AnswersMapping& mapping, const ReadFile& file,
                          const ImportOptions& options) {
    if (options.pseudonymsFile.empty() && options.pseudonyms.empty())
        return {};
    RAPPORT_ASSIGN(const exchange::Pseudonyms names, pseudonymsOf(session, options));
    for (exchange::ColumnRole& role : mapping.columns) {
        const auto renamed = file.renamedColumns.find(role.column);
        if (renamed != file.renamedColumns.end())
            role.column = renamed->second;
        std::string name = names.apply(role.name);
        // A prompt's name has no blanks, as a replacement may have.
        if (name != role.name && role.kind == exchange::ColumnKind::Answer && !model::isIdentifier(name)) {
            std::replace_if(
                name.begin(), name.end(), [](unsigned char letter) { return std::isalnum(letter) == 0; },
                '_');
            name = model::isIdentifier(name) ? name : "Q_" + name;
        }
        role.name = std::move(name);
    }
    return {};
}

/// The next wave of a survey has lost a question or gained one: the mapping still says what the others mean.
/// Where it has lost who answered, or most of what it names, it is of another table.
base::Status fitMapping(exchange::MappingSuggestion& suggestion, const exchange::Table& table,
                        const ImportOptions& options) {
    std::set<std::string> there;
    for (const exchange::Column& column : table.columns)
        there.insert(column.name);
    std::set<std::string> named;
    std::vector<std::string> missing;
    std::size_t wanted = 0;
    std::string participant;
    for (const exchange::ColumnRole& role : suggestion.mapping.columns) {
        const std::string name =
            there.contains(role.column) ? role.column : exchange::columnName(role.column);
        named.insert(name);
        if (role.kind == exchange::ColumnKind::LeftOut)
            continue;
        ++wanted;
        if (there.contains(name))
            continue;
        missing.push_back(role.column);
        if (role.kind == exchange::ColumnKind::Participant)
            participant = role.column;
    }
    const std::string where = options.mappingFile.empty() ? "the mapping" : options.mappingFile;
    if (!participant.empty() || missing.size() * 2 > wanted)
        return base::fail(Errc::InvalidArgument, base::Place{where, 0, 0, {}},
                          base::said("names columns that the table does not have: {}", listed(missing)),
                          "column names must be those of the table's header");
    std::erase_if(suggestion.mapping.columns, [&](const exchange::ColumnRole& role) {
        return std::find(missing.begin(), missing.end(), role.column) != missing.end();
    });
    const auto tell = [&](base::Phrase message) {
        suggestion.findings.push_back({exchange::Finding::Kind::MappingDiffers, {}, std::move(message), {}});
    };
    if (!missing.empty())
        tell(base::said("the table lacks columns that the mapping names: {}", listed(missing)));
    std::vector<std::string> added;
    for (const exchange::Column& column : table.columns) {
        if (!named.contains(column.name))
            added.push_back(column.name);
    }
    if (!added.empty() && named.size() * 2 > there.size())
        tell(base::said("columns that the mapping does not name are left out: {}", listed(added)));
    return {};
}

/// Where nobody answers a wave is no occasion. Of people with a row each it is known as what else is; people
/// who have a row for each wave keep it, to tell their rows apart.
void readWavesAsKnown(exchange::AnswersMapping& mapping, const exchange::Table& table,
                      const std::vector<std::string>& known) {
    exchange::ColumnRole* wave = nullptr;
    std::optional<std::size_t> participant;
    for (std::size_t index = 0; index < mapping.columns.size(); ++index) {
        if (mapping.columns[index].kind == exchange::ColumnKind::Wave)
            wave = &mapping.columns[index];
        else if (mapping.columns[index].kind == exchange::ColumnKind::Participant)
            participant = index;
    }
    if (wave == nullptr || !participant)
        return;
    std::unordered_set<std::string> names;
    for (const exchange::Row& row : table.rows) {
        if (!names.insert(model::personName(row.cells[*participant])).second)
            return;
    }
    const auto same = std::find_if(known.begin(), known.end(), [&](const std::string& attribute) {
        return text::fold(attribute) == text::fold(wave->column);
    });
    wave->kind = exchange::ColumnKind::Attribute;
    wave->name = same == known.end() ? wave->column : *same;
}

/// Columns that are headed by the very words of a question, which no other has.
std::vector<exchange::WrittenColumn> columnsAsked(const model::Instrument& instrument) {
    std::map<std::string, std::set<std::string>> promptsOf;
    for (const model::Prompt& prompt : instrument.prompts) {
        for (const auto& [language, words] : prompt.wording.byLanguage)
            promptsOf[words].insert(prompt.name);
    }
    std::vector<exchange::WrittenColumn> columns;
    for (const auto& [words, names] : promptsOf) {
        if (!words.empty() && names.size() == 1)
            columns.push_back({words, exchange::ColumnKind::Answer, *names.begin()});
    }
    return columns;
}

} // namespace

base::Phrase wordsOf(const exchange::Finding& finding) {
    base::Phrase words = finding.message;
    if (!finding.column.empty())
        words = base::said("{}: {}", text::elide(finding.column, 40), words);
    if (finding.lines.size() == 1)
        return base::said("{} (line {})", words, finding.lines.front());
    if (!finding.lines.empty())
        return base::said("{} (lines {})", words, fmt::format("{}", fmt::join(finding.lines, ", ")));
    return words;
}

base::Result<exchange::MappingSuggestion> mappingFor(const Session& session, const ReadFile& file,
                                                     const ImportOptions& options) {
    RAPPORT_ASSIGN(const model::Instrument instrument, session.instrument());
    RAPPORT_ASSIGN(const auto attributes, session.impl().participants().attributes());
    std::vector<std::string> prompts;
    for (const model::Prompt& prompt : instrument.prompts)
        prompts.push_back(prompt.name);
    std::vector<std::string> known;
    for (const model::Attribute& attribute : attributes)
        known.push_back(attribute.name);
    if (file.kind == ImportKind::Participants)
        prompts.clear();
    std::vector<exchange::WrittenColumn> written;
    std::vector<exchange::WrittenColumn> asked;
    if (file.kind != ImportKind::Participants) {
        RAPPORT_ASSIGN(written, answersColumns(session));
        asked = columnsAsked(instrument);
    }
    exchange::MappingSuggestion suggestion =
        exchange::suggestMapping(file.table, prompts, known, written, asked);
    if (file.kind == ImportKind::Participants)
        readWavesAsKnown(suggestion.mapping, file.table, known);
    // Answers that were asked for never become attributes unasked.
    const bool hasAnswers = std::any_of(
        suggestion.mapping.columns.begin(), suggestion.mapping.columns.end(), [](const auto& role) {
            return role.kind == exchange::ColumnKind::Answer || role.kind == exchange::ColumnKind::Prompt;
        });
    if (options.kind == ImportKind::Detect && suggestion.needsMapping && !hasAnswers &&
        exchange::looksLikeCodebookTable(file.table))
        suggestion.findings.push_back({exchange::Finding::Kind::Codebook, {}, "looks like a codebook", {}});
    if (options.kind == ImportKind::Answers && !hasAnswers && !suggestion.needsMapping) {
        suggestion.needsMapping = true;
        suggestion.findings.push_back({exchange::Finding::Kind::Unmapped,
                                       {},
                                       "no column is named as a prompt: map the columns that hold answers",
                                       {}});
    }
    const bool isGiven = !options.mappingJson.empty() || !options.plan.empty();
    // What was found of the guess says nothing of a mapping.
    if (isGiven)
        suggestion.findings.clear();
    if (!options.mappingJson.empty()) {
        RAPPORT_ASSIGN(suggestion.mapping,
                       exchange::readMapping(options.mappingJson, options.mappingFile.empty()
                                                                      ? "the mapping"
                                                                      : options.mappingFile));
        suggestion.needsMapping = false;
        RAPPORT_TRY(replaceNames(session, suggestion.mapping, file, options));
        RAPPORT_TRY(fitMapping(suggestion, file.table, options));
    } else if (!options.plan.empty()) {
        suggestion.mapping.columns.clear();
        for (const ColumnPlan& plan : options.plan)
            suggestion.mapping.columns.push_back(roleOf(plan));
        RAPPORT_TRY(replaceNames(session, suggestion.mapping, file, options));
        suggestion.needsMapping = false;
    }
    for (const std::string& value : options.emptyValues) {
        if (!exchange::isEmptyCell(suggestion.mapping, value))
            suggestion.mapping.emptyValues.push_back(value);
    }
    const auto participants =
        std::count_if(suggestion.mapping.columns.begin(), suggestion.mapping.columns.end(),
                      [](const auto& role) { return role.kind == exchange::ColumnKind::Participant; });
    if (participants != 1 && isGiven)
        return base::fail(Errc::InvalidArgument, base::Place{file.path, 1, 0, {}},
                          participants == 0 ? "no column is mapped to the participant"
                                            : "more than one column is mapped to the participant",
                          "exactly one column names who answered");
    if (isGiven) {
        auto found = exchange::findingsUnder(suggestion.mapping, file.table, prompts);
        suggestion.findings.insert(suggestion.findings.end(), std::make_move_iterator(found.begin()),
                                   std::make_move_iterator(found.end()));
    }
    return suggestion;
}

} // namespace rapport::service
