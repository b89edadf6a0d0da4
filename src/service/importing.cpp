// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/importing.h"

#include "base/digest.h"
#include "base/format.h"
#include "base/platform/file.h"
#include "exchange/codings_table.h"
#include "exchange/format.h"
#include "exchange/pseudonyms.h"
#include "exchange/refi.h"
#include "exchange/survey_structure.h"
#include "service/codebooks.h"
#include "service/import_kinds.h"
#include "service/import_project.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <set>

namespace rapport::service {

namespace {

using base::Errc;

constexpr std::array<std::pair<ImportKind, const char*>, 7> kindNames{
    {{ImportKind::Detect, "detect"},
     {ImportKind::Answers, "answers"},
     {ImportKind::Transcript, "transcript"},
     {ImportKind::Participants, "participants"},
     {ImportKind::Codebook, "codebook"},
     {ImportKind::Codings, "codings"},
     {ImportKind::Project, "project"}}};

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

exchange::ReadOptions readOptions(const ImportOptions& options) {
    exchange::ReadOptions read;
    read.encoding = options.encoding;
    read.separator = options.separator;
    read.headerRows = options.headerRows;
    read.sheet = options.sheet;
    return read;
}

bool isCodebook(const std::string& path, const ImportOptions& options) {
    if (options.kind != ImportKind::Detect)
        return options.kind == ImportKind::Codebook;
    return base::fileEnding(path) == "json" || base::fileEnding(path) == "qdc";
}

/// Misspelt speakers become who they are; who is not named stays.
void renameSpeakers(exchange::Transcript& transcript, const ImportOptions& options) {
    if (options.speakers.empty())
        return;
    for (exchange::TranscriptTurn& turn : transcript.turns) {
        for (const auto& [from, to] : options.speakers) {
            if (turn.speaker == from) {
                turn.speaker = to;
                break;
            }
        }
    }
    exchange::countSpeakers(transcript);
}

/// Speakers who are participants get the participants' names; who does not speak in this file is told.
void nameParticipants(ReadFile& file, const ImportOptions& options) {
    std::map<std::string, std::string> names;
    for (const SpeakerPerson& person : options.people) {
        bool isThere = false;
        for (const exchange::SpeakerCount& speaker : file.transcript.speakers) {
            if (speaker.name.empty() || (person.speaker != "*" && person.speaker != speaker.name))
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

/// A name that no file has is a mistake; of several files each has its own people.
base::Status everybodySpeaks(const ImportOptions& options, const std::set<std::string>& found) {
    for (const SpeakerPerson& person : options.people) {
        if (!found.contains(person.speaker))
            return base::fail(Errc::NotFound, base::said("nobody speaks as '{}'", person.speaker),
                              "see who does: rapport import STUDY FILE --dry-run");
    }
    return {};
}

ColumnUse useOf(exchange::ColumnKind kind) {
    switch (kind) {
    case exchange::ColumnKind::Participant:
        return ColumnUse::Participant;
    case exchange::ColumnKind::Answer:
        return ColumnUse::Answer;
    case exchange::ColumnKind::Prompt:
        return ColumnUse::Prompt;
    case exchange::ColumnKind::Attribute:
        return ColumnUse::Attribute;
    case exchange::ColumnKind::Language:
        return ColumnUse::Language;
    case exchange::ColumnKind::Wave:
        return ColumnUse::Wave;
    case exchange::ColumnKind::LeftOut:
        break;
    }
    return ColumnUse::LeftOut;
}

/// The longest word-like run with a letter outside ASCII: shows whether the encoding was read right.
std::string encodingSample(const exchange::Table& table) {
    for (const exchange::Row& row : table.rows) {
        for (const std::string_view cell : row.cells) {
            const bool isTelling = std::any_of(cell.begin(), cell.end(), [](char letter) {
                return static_cast<unsigned char>(letter) >= 0x80;
            });
            if (isTelling)
                return text::elide(cell, 60);
        }
    }
    return {};
}

const exchange::ColumnRole* roleFor(const exchange::AnswersMapping& mapping, const std::string& column) {
    const auto found = std::find_if(mapping.columns.begin(), mapping.columns.end(),
                                    [&](const exchange::ColumnRole& role) { return role.column == column; });
    return found == mapping.columns.end() ? nullptr : &*found;
}

constexpr std::size_t previewRows = 200;

base::Status previewAnswers(const exchange::Table& table, const exchange::MappingSuggestion& suggestion,
                            const model::Instrument& instrument, const ReadFile& file,
                            ImportPreview& preview) {
    preview.needsMapping = suggestion.needsMapping;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        ColumnPlan plan;
        const exchange::ColumnRole* role = roleFor(suggestion.mapping, table.columns[column].name);
        plan.column = table.columns[column].name;
        plan.title = table.columns[column].title;
        plan.samples = table.columns[column].samples;
        if (role != nullptr) {
            plan.use = useOf(role->kind);
            plan.target = role->name;
            plan.isBlinded = role->isBlinded;
            plan.finding = role->reason;
        }
        preview.columns.push_back(std::move(plan));
    }
    for (const exchange::Finding& finding : suggestion.findings) {
        base::Phrase words = finding.message;
        if (!finding.column.empty())
            words = base::said("{}: {}", text::elide(finding.column, 40), words);
        if (finding.lines.size() == 1)
            words = base::said("{} (line {})", words, finding.lines.front());
        else if (!finding.lines.empty())
            words = base::said("{} (lines {})", words, fmt::format("{}", fmt::join(finding.lines, " ")));
        preview.warnings.push_back(std::move(words));
    }
    if (suggestion.needsMapping)
        return {};
    RAPPORT_ASSIGN(const exchange::AnswerRows rows,
                   exchange::AnswerRows::open(table, suggestion.mapping, file.path));
    preview.participants = static_cast<std::int64_t>(rows.participants());
    for (base::Phrase& note :
         promptsPlanned(instrument, table, suggestion.mapping, rows.promptNames(), {}).notes())
        preview.warnings.push_back(std::move(note));
    // Only answers to open questions become units; others are tabulated.
    const auto isOpen = [&](const std::string& asked) {
        const model::Prompt* prompt = promptCalled(instrument, asked);
        return prompt == nullptr || prompt->kind == model::PromptKind::Open;
    };
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const exchange::ParticipantRecord participant = rows.at(row);
        preview.answers +=
            std::count_if(participant.answers.begin(), participant.answers.end(),
                          [&](const exchange::AnswerRecord& answer) { return isOpen(answer.prompt); });
        preview.emptyAnswers +=
            std::count_if(participant.nonResponses.begin(), participant.nonResponses.end(), isOpen);
    }
    preview.rejected.clear(); // the rows' problems hold the table's own
    for (const exchange::RowProblem& problem : rows.problems())
        preview.rejected.push_back(rejected(problem));
    return {};
}

void previewTranscript(const ReadFile& file, ImportPreview& preview) {
    const exchange::Transcript& transcript = file.transcript;
    preview.encoding = transcript.encoding;
    preview.records = static_cast<std::int64_t>(transcript.turns.size());
    preview.warnings = transcript.warnings;
    for (const exchange::AlikeSpeakers& alike : exchange::alikeSpeakers(transcript))
        preview.warnings.push_back(base::said("'{}' may be '{}' misspelt: given the same name they become one"
                                              " (--speaker '{}={}')",
                                              alike.rare, alike.usual, alike.rare, alike.usual));
    for (const exchange::SpeakerCount& speaker : transcript.speakers) {
        const auto person = file.people.find(speaker.name);
        preview.speakers.push_back({speaker.name, speaker.turns, speaker.words, person != file.people.end(),
                                    person == file.people.end() ? std::string() : person->second});
        preview.participants += person != file.people.end() ? 1 : 0;
    }
    for (const exchange::TranscriptTurn& turn : transcript.turns) {
        if (preview.turns.size() == previewRows)
            break;
        std::string time;
        if (turn.beginMs)
            time = fmt::format("{:02}:{:02}:{:02}", *turn.beginMs / 3'600'000, *turn.beginMs / 60'000 % 60,
                               *turn.beginMs / 1000 % 60);
        else if (turn.page > 0)
            time = fmt::format("p. {}", turn.page);
        preview.turns.push_back({turn.speaker, time, turn.text});
    }
    for (const exchange::RowProblem& problem : transcript.problems)
        preview.rejected.push_back(rejected(problem));
}

} // namespace

const char* name(ImportKind kind) {
    const auto found = std::find_if(kindNames.begin(), kindNames.end(),
                                    [kind](const auto& entry) { return entry.first == kind; });
    return found->second;
}

std::optional<ImportKind> importKind(std::string_view text) {
    for (const auto& [kind, kindName] : kindNames) {
        if (text == kindName)
            return kind;
    }
    return std::nullopt;
}

RejectedRow rejected(const exchange::RowProblem& problem) {
    return {problem.file, problem.line, problem.column, problem.message, problem.hint};
}

std::vector<FormatRow> formats() {
    std::vector<FormatRow> rows;
    for (const exchange::Format& format : exchange::formats()) {
        FormatRow row;
        row.id = format.id;
        row.title = format.title;
        row.kind = format.kind == exchange::RecordKind::Table ? "answers" : "transcript";
        row.endings.assign(format.endings.begin(), format.endings.end());
        rows.push_back(std::move(row));
    }
    rows.push_back({"codebook-json", "Rapport codebook (also written)", "codebook", {"json"}});
    rows.push_back({"refi-codebook", "REFI-QDA codebook (also written)", "codebook", {"qdc"}});
    rows.push_back({"codebook-table",
                    "Codebook as a table or list",
                    "codebook",
                    {"csv", "tsv", "xlsx", "ods", "txt"}});
    rows.push_back({"refi-project", "REFI-QDA project", "project", {"qdpx", "qde"}});
    rows.push_back({"qualcoder", "QualCoder project (its folder, or data.qda in it)", "project", {"qda"}});
    rows.push_back({"taguette", "Taguette project (exported as SQLite)", "project", {"sqlite3"}});
    return rows;
}

namespace {

base::Result<ReadFile> readPlainly(const Session& session, const std::string& path,
                                   const ImportOptions& options, const base::Task& task);

} // namespace

/// The bytes of a file that is not a study. A study is never read so: closing the descriptor would drop the
/// locks that this program holds on it if it is open, and it is nothing that can be imported.
base::Result<std::string> bytesToImport(const Session& session, const std::string& path) {
    std::error_code ignored;
    const std::string ending = base::fileEnding(path);
    if (ending == "rapport" || std::filesystem::equivalent(path, session.path(), ignored))
        return base::fail(Errc::Unreadable, base::Place{path, 0, 0, {}}, "is a study, not a file to import",
                          "open it as a study; codings of another study come in as a table: rapport export");
    return base::readFile(path);
}

base::Result<exchange::Pseudonyms> pseudonymsOf(const ImportOptions& options) {
    auto pairs = options.pseudonyms;
    if (!options.pseudonymsFile.empty()) {
        RAPPORT_ASSIGN(const std::string bytes, base::readFile(options.pseudonymsFile));
        RAPPORT_ASSIGN(auto listed, exchange::Pseudonyms::readPairs(bytes, options.pseudonymsFile));
        pairs.insert(pairs.end(), listed.begin(), listed.end());
    }
    return exchange::Pseudonyms::fromPairs(pairs, options.pseudonymsFile);
}

base::Result<ReadFile> readForImport(const Session& session, const std::string& path,
                                     const ImportOptions& options, const base::Task& task) {
    RAPPORT_ASSIGN(ReadFile file, readPlainly(session, path, options, task));
    if (!options.questionsFile.empty() && file.kind != ImportKind::Transcript) {
        RAPPORT_ASSIGN(const std::string bytes, base::readFile(options.questionsFile));
        RAPPORT_ASSIGN(const exchange::SurveyStructure structure,
                       exchange::readSurveyStructure(bytes, options.questionsFile));
        const std::size_t named = exchange::applyStructure(structure, file.table);
        file.table.warnings.push_back(base::said("{} of {} columns have their question from {}", named,
                                                 file.table.columns.size(), options.questionsFile));
    }
    if (!options.pseudonymsFile.empty() || !options.pseudonyms.empty()) {
        RAPPORT_ASSIGN(const exchange::Pseudonyms names, pseudonymsOf(options));
        const std::int64_t replaced = names.apply(file.table) + names.apply(file.transcript);
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
    RAPPORT_ASSIGN(exchange::Records records, format->read(file.bytes, path, readOptions(options), task));
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
    file.kind = options.kind == ImportKind::Detect ? kindOfTable(file.table) : options.kind;
    if (file.kind == ImportKind::Transcript)
        return base::fail(Errc::Unreadable, base::Place{path, 0, 0, {}}, "is a table, not a transcript",
                          "import it with --as answers");
    return file;
}

} // namespace

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
    exchange::MappingSuggestion suggestion = exchange::suggestMapping(file.table, prompts, known);
    if (!options.mappingJson.empty()) {
        RAPPORT_ASSIGN(suggestion.mapping,
                       exchange::readMapping(options.mappingJson, options.mappingFile.empty()
                                                                      ? "the mapping"
                                                                      : options.mappingFile));
        suggestion.needsMapping = false;
    } else if (!options.plan.empty()) {
        suggestion.mapping.columns.clear();
        for (const ColumnPlan& plan : options.plan)
            suggestion.mapping.columns.push_back(roleOf(plan));
        suggestion.needsMapping = false;
    }
    for (const std::string& value : options.emptyValues) {
        if (!exchange::isEmptyCell(suggestion.mapping, value))
            suggestion.mapping.emptyValues.push_back(value);
    }
    const auto participants =
        std::count_if(suggestion.mapping.columns.begin(), suggestion.mapping.columns.end(),
                      [](const auto& role) { return role.kind == exchange::ColumnKind::Participant; });
    if (participants != 1 && (!options.mappingJson.empty() || !options.plan.empty()))
        return base::fail(Errc::InvalidArgument, base::Place{file.path, 1, 0, {}},
                          participants == 0 ? "no column is mapped to the participant"
                                            : "more than one column is mapped to the participant",
                          "exactly one column names who answered");
    return suggestion;
}

base::Result<model::FileId> keepFile(Writer& writer, const ReadFile& file, std::string_view encoding,
                                     std::int64_t records) {
    auto& impl = writer.session().impl();
    model::ImportedFile kept;
    kept.guid = base::Guid::random(impl.environment.random);
    const std::size_t slash = file.path.rfind('/');
    kept.name = slash == std::string::npos ? file.path : file.path.substr(slash + 1);
    kept.sha256 = base::hex(base::sha256(file.bytes));
    kept.reader = file.reader;
    kept.encoding = encoding;
    kept.size = static_cast<std::int64_t>(file.bytes.size());
    RAPPORT_ASSIGN(const model::FileId id, impl.sources().addFile(kept, file.bytes));
    store::JournalEntry entry;
    entry.act = store::Act::Import;
    entry.target = kept.guid;
    entry.detail = fmt::format(R"({{"kind":"{}","records":{}}})", name(file.kind), records);
    RAPPORT_TRY(writer.append(entry));
    return id;
}

base::Result<ImportPreview> previewImport(Session& session, const std::string& path,
                                          const ImportOptions& options, const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "import"));
    ImportPreview preview;
    preview.file = path;
    if (isCodebook(path, options)) {
        RAPPORT_ASSIGN(const std::string bytes, bytesToImport(session, path));
        RAPPORT_ASSIGN(const CodebookSummary summary, summariseCodebook(bytes, path));
        const bool isOurs = base::fileEnding(path) == "json";
        preview.format = isOurs                            ? "codebook-json"
                         : base::fileEnding(path) == "qdc" ? "refi-codebook"
                                                           : "codebook-table";
        preview.formatTitle = isOurs ? "Rapport codebook" : "codebook of another program";
        preview.kind = ImportKind::Codebook;
        preview.encoding = "UTF-8";
        preview.records = summary.codes;
        return preview;
    }
    RAPPORT_ASSIGN(const bool isOfProgram, isProject(path, options));
    if (isOfProgram) {
        RAPPORT_ASSIGN(const ReadProject read, readProject(session, path, task));
        preview.format = read.file.reader;
        for (const FormatRow& row : formats()) {
            if (row.id == read.file.reader)
                preview.formatTitle = row.title;
        }
        preview.kind = ImportKind::Project;
        previewProject(read.project, preview);
        return preview;
    }
    RAPPORT_ASSIGN(const ReadFile file, readForImport(session, path, options, task));
    preview.format = file.reader;
    preview.formatTitle = exchange::formatById(file.reader)->title;
    preview.kind = file.kind;
    if (file.kind == ImportKind::Transcript) {
        previewTranscript(file, preview);
        return preview;
    }
    const exchange::Table& table = file.table;
    preview.encoding = table.encoding;
    preview.separator = table.separator;
    preview.headerRows = table.headerRows;
    preview.records = static_cast<std::int64_t>(table.rows.size());
    preview.warnings = table.warnings;
    preview.sample = encodingSample(table);
    for (const exchange::RowProblem& problem : table.problems)
        preview.rejected.push_back(rejected(problem));
    for (const exchange::Row& row : table.rows) {
        if (preview.rows.size() == previewRows)
            break;
        preview.rows.emplace_back(row.cells.begin(), row.cells.end());
    }
    if (file.kind == ImportKind::Codings) {
        RAPPORT_ASSIGN(const exchange::CodingRows codings, exchange::readCodings(table, path));
        for (const exchange::RowProblem& problem : codings.problems)
            preview.rejected.push_back(rejected(problem));
        for (const exchange::Column& column : table.columns) {
            ColumnPlan plan;
            plan.column = column.name;
            plan.samples = column.samples;
            preview.columns.push_back(std::move(plan));
        }
        return preview;
    }
    RAPPORT_ASSIGN(const exchange::MappingSuggestion suggestion, mappingFor(session, file, options));
    RAPPORT_ASSIGN(const model::Instrument instrument, session.instrument());
    RAPPORT_TRY(previewAnswers(table, suggestion, instrument, file, preview));
    preview.emptyValues = emptyValuesOf(table, suggestion.mapping);
    RAPPORT_ASSIGN(preview.savedMappings, mappingsFor(session, table.columns));
    return preview;
}

base::Result<ImportReport> importFiles(Session& session, const std::vector<std::string>& files,
                                       const ImportOptions& options, const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "import"));
    // Read before the write lock is taken: reading is the slow part, and nothing is written where a file is
    // bad.
    struct Prepared {
        std::string path;
        bool isCodebook = false;
        std::optional<exchange::Project> project;
        ReadFile file;
    };
    std::vector<Prepared> prepared;
    for (const std::string& path : files) {
        Prepared next;
        next.path = path;
        next.isCodebook = isCodebook(path, options);
        RAPPORT_ASSIGN(const bool isOfProgram, isProject(path, options));
        if (isOfProgram) {
            if (!options.pseudonymsFile.empty() || !options.pseudonyms.empty())
                return base::fail(
                    Errc::InvalidArgument, base::Place{path, 0, 0, {}},
                    "names in a project cannot be replaced while it is imported",
                    "positions of its codings would not hold: replace them in the program it comes from");
            RAPPORT_ASSIGN(ReadProject read, readProject(session, path, task));
            next.file = std::move(read.file);
            next.project = std::move(read.project);
        } else if (!next.isCodebook) {
            RAPPORT_ASSIGN(next.file, readForImport(session, path, options, task));
        }
        prepared.push_back(std::move(next));
    }
    std::set<std::string> speaking;
    for (const Prepared& each : prepared)
        speaking.insert(each.file.peopleFound.begin(), each.file.peopleFound.end());
    RAPPORT_TRY(everybodySpeaks(options, speaking));
    ImportReport report;
    const auto done = write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        for (Prepared& each : prepared) {
            if (each.isCodebook) {
                RAPPORT_ASSIGN(const CodebookSummary summary, mergeCodebookFile(writer, each.path));
                report.read += summary.codes;
                report.added += summary.added;
                report.updated += summary.codes - summary.added;
                continue;
            }
            if (each.project) {
                RAPPORT_TRY(importProject(writer, each.file, *each.project, options, report, task));
                continue;
            }
            switch (each.file.kind) {
            case ImportKind::Transcript:
                RAPPORT_TRY(importTranscript(writer, each.file, options, report));
                break;
            case ImportKind::Codings:
                RAPPORT_TRY(importCodings(writer, each.file, report, task));
                break;
            default:
                RAPPORT_TRY(importAnswers(writer, each.file, options, report, task));
                break;
            }
        }
        writer.changes().act = "import";
        return {};
    });
    if (!done)
        return base::fail(done);
    report.changes = *done;
    return report;
}

} // namespace rapport::service
