// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/importing.h"

#include "base/digest.h"
#include "base/join.h"
#include "base/platform/file.h"
#include "base/seal.h"
#include "exchange/codings_table.h"
#include "exchange/format.h"
#include "exchange/refi.h"
#include "model/names.h"
#include "service/codebooks.h"
#include "service/consent.h"
#include "service/import_kinds.h"
#include "service/import_project.h"
#include "service/import_withdrawn.h"
#include "service/naming.h"
#include "service/safekeeping.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <set>
#include <type_traits>

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

bool isCodebook(const std::string& path, const ImportOptions& options) {
    if (options.kind != ImportKind::Detect)
        return options.kind == ImportKind::Codebook;
    return base::fileEnding(path) == "json" || base::fileEnding(path) == "qdc";
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

/// The sealed list of names, written before the import and gone again if that fails.
class SealedNames {
public:
    SealedNames() = default;
    SealedNames(const SealedNames&) = delete;
    SealedNames& operator=(const SealedNames&) = delete;
    ~SealedNames() {
        std::error_code ignored;
        if (!m_path.empty())
            std::filesystem::remove(m_path, ignored);
    }
    [[nodiscard]] base::Status write(const ImportOptions& options) {
        if (options.keyFile.empty())
            return {};
        RAPPORT_TRY(base::seal(options.pseudonymsFile, options.keyFile, options.passphrase));
        m_path = options.keyFile;
        return {};
    }
    void keep() { m_path.clear(); }

private:
    std::string m_path;
};

base::Status refuseKeyThatIsThere(const ImportOptions& options) {
    return options.keyFile.empty() ? base::Status() : base::refuseExisting(options.keyFile);
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
/// Letters of a cell or a turn; more of it nobody looks at before it is in the study.
constexpr std::int64_t longestShown = 4000;

base::Status previewAnswers(const exchange::Table& table, const exchange::MappingSuggestion& suggestion,
                            const model::Instrument& instrument, const ForgottenNames& forgotten,
                            const std::vector<model::Participant>& people, const ReadFile& file,
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
            plan.findingId = role->reasonId;
        }
        preview.columns.push_back(std::move(plan));
    }
    for (const exchange::Finding& finding : suggestion.findings)
        preview.warnings.push_back(wordsOf(finding));
    preview.emptyTaken = suggestion.mapping.emptyValues;
    if (suggestion.needsMapping)
        return {};
    RAPPORT_ASSIGN(const exchange::AnswerRows rows,
                   exchange::AnswerRows::open(table, suggestion.mapping, file.path));
    preview.participants = static_cast<std::int64_t>(rows.participants());
    const PromptsPlanned planned =
        promptsPlanned(instrument, table, suggestion.mapping, rows.promptNames(), {});
    for (base::Phrase& note : planned.notes())
        preview.warnings.push_back(std::move(note));
    if (auto alike = alikePeople(rows, people, forgotten))
        preview.warnings.push_back(std::move(*alike));
    // Only answers to open questions become units; others are tabulated.
    const auto isOpen = [&](const std::string& asked) {
        const model::Prompt* prompt = promptCalled(instrument, asked);
        return prompt == nullptr || prompt->kind == model::PromptKind::Open;
    };
    std::vector<RejectedRow> withdrawn;
    std::set<std::string> withdrew;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const exchange::ParticipantRecord participant = rows.at(row);
        if (!forgotten.isEmpty() &&
            (forgotten.holds(participant.name) || forgotten.holds(participant.nameInFile))) {
            withdrawn.push_back(withdrawnRow(file.path, participant));
            withdrew.insert(participant.name);
            continue;
        }
        preview.answers +=
            std::count_if(participant.answers.begin(), participant.answers.end(),
                          [&](const exchange::AnswerRecord& answer) { return isOpen(answer.prompt); });
        preview.emptyAnswers += std::count_if(
            participant.nonResponses.begin(), participant.nonResponses.end(), [&](const std::string& asked) {
                return isOpen(asked) && waveIn(planned.instrument, asked).empty();
            });
    }
    preview.rejected.clear(); // the rows' problems hold the table's own
    for (const exchange::RowProblem& problem : rows.problems())
        preview.rejected.push_back(rejected(problem));
    preview.rejected.insert(preview.rejected.end(), withdrawn.begin(), withdrawn.end());
    preview.participants -= static_cast<std::int64_t>(withdrew.size());
    return {};
}

void previewTranscript(const ReadFile& file, ImportPreview& preview) {
    const exchange::Transcript& transcript = file.transcript;
    preview.encoding = transcript.encoding;
    preview.records = static_cast<std::int64_t>(transcript.turns.size() + transcript.problems.size());
    preview.warnings = transcript.warnings;
    if (!transcript.heading.empty())
        preview.warnings.push_back(
            base::said("what stands above the first speaker goes into the source's memo: {}",
                       text::elide(transcript.heading, 120)));
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
        preview.turns.push_back({turn.speaker, time, text::elide(turn.text, longestShown)});
    }
    for (const exchange::RowProblem& problem : transcript.problems)
        preview.rejected.push_back(rejected(problem));
}

/// Of a preview or a report.
template<typename Told>
void tellWithdrawn(const Withdrawn& withdrawn, Told& told) {
    told.rejected.insert(told.rejected.end(), withdrawn.rejected.begin(), withdrawn.rejected.end());
    auto& words = [&told]() -> std::vector<base::Phrase>& {
        if constexpr (std::is_same_v<Told, ImportPreview>)
            return told.warnings;
        else
            return told.notes;
    }();
    words.insert(words.end(), withdrawn.notes.begin(), withdrawn.notes.end());
}

/// Which rounds the new version of the codebook meets at once.
base::Status noteRoundsUnderWay(const Session& session, std::int64_t version, ImportReport& report) {
    std::vector<std::string> underWay;
    RAPPORT_ASSIGN(const auto rounds, session.rounds());
    for (const model::Round& round : rounds) {
        if (round.openedAt != 0)
            continue;
        RAPPORT_ASSIGN(const auto assignments, session.impl().rounds().assignments(round.id));
        store::CodingFilter filter;
        filter.round = round.id;
        RAPPORT_ASSIGN(const auto completed, session.impl().codings().ratings(filter));
        if (!assignments.empty() || !completed.empty())
            underWay.push_back(round.name);
    }
    if (!underWay.empty())
        report.notes.push_back(
            base::said("the codebook is version {} now, and rounds under way go on under it ({}): what was "
                       "completed before is missing for codes that are new",
                       version, text::elide(fmt::format("{}", fmt::join(underWay, ", ")), 80)));
    return {};
}

/// A file that was read and is to come in.
struct Prepared {
    std::string path;
    bool isCodebook = false;
    std::optional<ReadProject> project;
    ReadFile file;
};

base::Status bringFile(Writer& writer, Prepared& each, const ImportOptions& options, ImportReport& report,
                       const base::Task& task) {
    if (each.isCodebook) {
        RAPPORT_ASSIGN(const CodebookSummary summary, mergeCodebookFile(writer, each.path, options));
        report.read += summary.codes + static_cast<std::int64_t>(summary.rejected.size());
        report.rejected.insert(report.rejected.end(), summary.rejected.begin(), summary.rejected.end());
        report.added += summary.added;
        report.updated += summary.changed;
        for (const base::Phrase& warning : summary.warnings)
            report.notes.push_back(base::said("{}: {}", each.path, warning));
        return {};
    }
    Session& session = writer.session();
    if (each.project) {
        RAPPORT_ASSIGN(each.project->withdrawn, takeOutWithdrawn(session, *each.project, task));
        tellWithdrawn(each.project->withdrawn, report);
        return importProject(writer, std::move(*each.project), options, report, task);
    }
    // What its reader thinks of the file.
    for (const base::Phrase& warning :
         each.file.kind == ImportKind::Transcript ? each.file.transcript.warnings : each.file.table.warnings)
        report.notes.push_back(base::said("{}: {}", each.file.path, warning));
    RAPPORT_ASSIGN(const Withdrawn withdrawn, takeOutWithdrawn(session, each.file));
    tellWithdrawn(withdrawn, report);
    switch (each.file.kind) {
    case ImportKind::Transcript:
        if (withdrawn.isAll) {
            report.read += static_cast<std::int64_t>(each.file.transcript.turns.size());
            return {};
        }
        for (const auto& [name, now] : withdrawn.people) {
            each.file.people.erase(name);
            if (withdrawn.called.contains(now))
                each.file.people.emplace(now, "");
        }
        return importTranscript(writer, each.file, options, report);
    case ImportKind::Codings:
        return importCodings(writer, each.file, options, report, task);
    default:
        return importAnswers(writer, each.file, options, report, task);
    }
}

/// What the study has, as far as a dry run says of it.
base::Result<FileShare> counted(const Session& session) {
    FileShare now;
    RAPPORT_ASSIGN(now.participants, session.impl().participants().count());
    RAPPORT_ASSIGN(const store::SourceCounts counts, session.impl().sources().counts());
    now.answers = counts.answers;
    now.emptyAnswers = counts.nonResponses;
    return now;
}

/// What there is more in the study, and in the report, than all earlier files brought.
base::Status addShare(const Session& session, const FileShare& before, ImportReport& report) {
    RAPPORT_ASSIGN(FileShare share, counted(session));
    share.participants -= before.participants;
    share.answers -= before.answers;
    share.emptyAnswers = std::max<std::int64_t>(0, share.emptyAnswers - before.emptyAnswers);
    share.read = report.read;
    share.added = report.added;
    share.updated = report.updated;
    share.rejected = report.rejected.size();
    share.notes = report.notes.size();
    for (const FileShare& earlier : report.shares) {
        share.read -= earlier.read;
        share.added -= earlier.added;
        share.updated -= earlier.updated;
        share.rejected -= earlier.rejected;
        share.notes -= earlier.notes;
    }
    report.shares.push_back(share);
    return {};
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
        if (row.id == "csv" || row.id == "xlsx" || row.id == "sav")
            row.title = base::said("{} (also written)", row.title);
        row.kind = format.kind == exchange::RecordKind::Table ? "answers" : "transcript";
        row.endings.assign(format.endings.begin(), format.endings.end());
        rows.push_back(std::move(row));
    }
    rows.push_back({"codebook-json", "Rapport codebook (also written)", "codebook", {"json"}});
    rows.push_back({"refi-codebook", "REFI-QDA codebook (also written)", "codebook", {"qdc"}});
    rows.push_back({"codebook-table",
                    "Codebook as a table (also written) or list",
                    "codebook",
                    {"csv", "tsv", "xlsx", "ods", "txt"}});
    rows.push_back(
        {"codings", "Codings as a table (also written)", "codings", {"csv", "xlsx", "ods", "sav"}});
    rows.push_back({"ratings",
                    "Ratings of coders in a spreadsheet (rapport agreement --matrix)",
                    "ratings",
                    {"csv", "xlsx", "ods"}});
    rows.push_back({"survey-structure",
                    "Questions of a survey, beside its answers (--questions)",
                    "questions",
                    {"qsf", "lss", "lsa"}});
    rows.push_back({"refi-project", "REFI-QDA project (also written)", "project", {"qdpx", "qde"}});
    rows.push_back({"qualcoder", "QualCoder project (its folder, or data.qda in it)", "project", {"qda"}});
    rows.push_back({"taguette", "Taguette project (exported as SQLite)", "project", {"sqlite3"}});
    return rows;
}

void noteUnseen(ImportReport& report, const std::string& path, const std::string& own,
                const std::string& name) {
    if (!model::isVisible(own))
        report.notes.push_back(
            base::said("{}: named '{}': � stands for what cannot be seen in its name", path, name));
}

std::string bytesNotKept(std::string_view why, std::string_view bytes) {
    return fmt::format("The bytes of this file are not kept: {}.\nsha256 {}\n", why,
                       base::hex(base::sha256(bytes)));
}

base::Result<model::FileId> keepFile(Writer& writer, const ReadFile& file, std::string_view encoding,
                                     std::int64_t records) {
    auto& impl = writer.session().impl();
    model::ImportedFile kept;
    kept.guid = base::Guid::random(impl.environment.random);
    const std::size_t slash = file.path.rfind('/');
    kept.name = model::visibleName(
        text::decodeName(slash == std::string::npos ? file.path : file.path.substr(slash + 1)));
    kept.sha256 = base::hex(base::sha256(file.bytes));
    kept.reader = file.reader;
    kept.encoding = encoding;
    kept.size = static_cast<std::int64_t>(std::string_view(file.bytes).size());
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
    RAPPORT_TRY(refuseKeyThatIsThere(options));
    ImportPreview preview;
    preview.file = path;
    if (isCodebook(path, options)) {
        RAPPORT_ASSIGN(const ImportedBytes bytes, bytesToImport(session, path));
        RAPPORT_ASSIGN(CodebookSummary summary, summariseCodebook(session, bytes, path, options));
        const bool isOurs = base::fileEnding(path) == "json";
        preview.format = isOurs                            ? "codebook-json"
                         : base::fileEnding(path) == "qdc" ? "refi-codebook"
                                                           : "codebook-table";
        preview.formatTitle =
            isOurs ? base::Phrase("Rapport codebook") : base::Phrase("codebook of another program");
        preview.kind = ImportKind::Codebook;
        preview.encoding = std::move(summary.encoding);
        preview.rejected = std::move(summary.rejected);
        preview.records = summary.codes + static_cast<std::int64_t>(preview.rejected.size());
        preview.codes = std::move(summary.rows);
        preview.sheet = std::move(summary.sheet);
        preview.sheets = std::move(summary.sheets);
        preview.warnings = std::move(summary.warnings);
        preview.needsSameNames =
            options.sameNames == SameNames::Ask &&
            std::any_of(preview.codes.begin(), preview.codes.end(),
                        [](const CodeRow& row) { return row.is == CodeMeeting::SameName; });
        return preview;
    }
    RAPPORT_ASSIGN(const bool isOfProgram, isProject(path, options));
    if (isOfProgram) {
        RAPPORT_ASSIGN(ReadProject read, readProject(session, path, task));
        RAPPORT_ASSIGN(const Withdrawn withdrawn, takeOutWithdrawn(session, read, task));
        preview.format = read.file.reader;
        for (const FormatRow& row : formats()) {
            if (row.id == read.file.reader)
                preview.formatTitle = row.title;
        }
        preview.kind = ImportKind::Project;
        RAPPORT_TRY(previewProject(session, read.project, options, path, preview));
        tellWithdrawn(withdrawn, preview);
        return preview;
    }
    RAPPORT_ASSIGN(ReadFile file, readForImport(session, path, options, task));
    RAPPORT_ASSIGN(const Withdrawn withdrawn, takeOutWithdrawn(session, file));
    preview.format = file.reader;
    preview.formatTitle = exchange::formatById(file.reader)->title;
    preview.kind = file.kind;
    if (file.kind == ImportKind::Transcript) {
        // Nothing is asked about them.
        std::erase_if(file.transcript.speakers, [&](const exchange::SpeakerCount& speaker) {
            return withdrawn.isAll || withdrawn.people.contains(speaker.name);
        });
        previewTranscript(file, preview);
        tellWithdrawn(withdrawn, preview);
        return preview;
    }
    const exchange::Table& table = file.table;
    preview.encoding = table.encoding;
    preview.separator = table.isSeparatedText ? table.separator : '\0';
    preview.headerRows = table.headerRows;
    preview.sheet = table.sheet;
    preview.sheets = table.sheets;
    preview.records =
        static_cast<std::int64_t>(table.rows.size() + table.problems.size() + table.moreProblems);
    preview.warnings = table.warnings;
    preview.sample = encodingSample(table);
    for (const exchange::RowProblem& problem : table.problems)
        preview.rejected.push_back(rejected(problem));
    for (const exchange::Row& row : table.rows) {
        if (preview.rows.size() == previewRows)
            break;
        std::vector<std::string>& shown = preview.rows.emplace_back();
        for (const std::string_view cell : row.cells)
            shown.push_back(text::elide(cell, longestShown));
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
        tellWithdrawn(withdrawn, preview);
        return preview;
    }
    RAPPORT_ASSIGN(const exchange::MappingSuggestion suggestion, mappingFor(session, file, options));
    RAPPORT_ASSIGN(const model::Instrument instrument, session.instrument());
    RAPPORT_ASSIGN(const ForgottenNames forgotten, ForgottenNames::read(session));
    RAPPORT_ASSIGN(const auto people, session.impl().participants().all());
    RAPPORT_TRY(previewAnswers(table, suggestion, instrument, forgotten, people, file, preview));
    preview.emptyValues = emptyValuesOf(table, suggestion.mapping);
    RAPPORT_ASSIGN(preview.savedMappings, mappingsFor(session, table.columns));
    return preview;
}

void holdAgainst(const ImportReport& dryRun, std::size_t place, ImportPreview& preview) {
    const FileShare& share = dryRun.shares.at(place);
    std::ptrdiff_t rejected = 0;
    std::ptrdiff_t notes = 0;
    for (std::size_t earlier = 0; earlier < place; ++earlier) {
        rejected += static_cast<std::ptrdiff_t>(dryRun.shares[earlier].rejected);
        notes += static_cast<std::ptrdiff_t>(dryRun.shares[earlier].notes);
    }
    preview.isHeld = true;
    preview.records = share.read;
    preview.added = share.added;
    preview.updated = share.updated;
    preview.participants = share.participants;
    preview.answers = share.answers;
    preview.emptyAnswers = share.emptyAnswers;
    const auto firstRow = dryRun.rejected.begin() + rejected;
    preview.rejected.assign(firstRow, firstRow + static_cast<std::ptrdiff_t>(share.rejected));
    const auto firstNote = dryRun.notes.begin() + notes;
    preview.notes.assign(firstNote, firstNote + static_cast<std::ptrdiff_t>(share.notes));
}

std::vector<base::Phrase> notesBesideWarnings(const ImportPreview& preview) {
    std::vector<base::Phrase> notes;
    for (const base::Phrase& note : preview.notes) {
        const bool isSaid =
            std::any_of(preview.warnings.begin(), preview.warnings.end(), [&](const base::Phrase& warning) {
                return note == warning || note == base::said("{}: {}", preview.file, warning);
            });
        if (!isSaid)
            notes.push_back(note);
    }
    return notes;
}

static base::Result<ImportReport> bringIn(Session& session, const std::vector<std::string>& files,
                                          const ImportOptions& asked, const base::Task& task) {
    const bool replacesNames = !asked.pseudonymsFile.empty() || !asked.pseudonyms.empty();
    ImportOptions options = asked;
    if (replacesNames) {
        RAPPORT_ASSIGN(const exchange::Pseudonyms names, pseudonymsOf(session, asked));
        options.wave = names.apply(asked.wave);
    }
    // Read before the write lock is taken: reading is the slow part, and nothing is written where a file is
    // bad.
    std::vector<Prepared> prepared;
    for (const std::string& path : files) {
        Prepared next;
        next.path = path;
        next.isCodebook = isCodebook(path, options);
        RAPPORT_ASSIGN(const bool isOfProgram, isProject(path, options));
        if (isOfProgram) {
            if (replacesNames)
                return base::fail(
                    Errc::InvalidArgument, base::Place{path, 0, 0, {}},
                    "names in a project cannot be replaced while it is imported",
                    "positions of its codings would not hold: replace them in the program it comes from");
            RAPPORT_ASSIGN(next.project, readProject(session, path, task));
        } else if (next.isCodebook) {
            if (replacesNames)
                return base::fail(Errc::InvalidArgument, base::Place{path, 0, 0, {}},
                                  "names in a codebook cannot be replaced while it is imported",
                                  "import it apart, and look for names in its definitions and examples");
        } else {
            RAPPORT_ASSIGN(next.file, readForImport(session, path, options, task));
        }
        prepared.push_back(std::move(next));
    }
    std::set<std::string> speaking;
    for (const Prepared& each : prepared)
        speaking.insert(each.file.peopleFound.begin(), each.file.peopleFound.end());
    RAPPORT_TRY(everybodySpeaks(options, speaking));
    ImportReport report;
    if (options.keepsCopy && !options.dryRun) {
        RAPPORT_ASSIGN(report.before, keepBackup(session, BackupReason::Risk, {}, task));
        if (report.before.empty()) {
            // The latest one is as the study is; or none are kept.
            RAPPORT_ASSIGN(const auto kept, backups(session));
            report.before = kept.empty() ? std::string() : kept.front().path;
        }
    }
    SealedNames key;
    if (!options.dryRun)
        RAPPORT_TRY(key.write(options));
    const auto done = write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        const bool hasCodebook = std::any_of(prepared.begin(), prepared.end(),
                                             [](const Prepared& each) { return each.isCodebook; });
        RAPPORT_ASSIGN(const auto before, session.codebook());
        for (Prepared& each : prepared) {
            FileShare there;
            if (options.dryRun) {
                RAPPORT_ASSIGN(there, counted(session));
            }
            RAPPORT_TRY(bringFile(writer, each, options, report, task));
            if (options.dryRun)
                RAPPORT_TRY(addShare(session, there, report));
        }
        RAPPORT_ASSIGN(const auto after, session.codebook());
        const std::size_t said = report.notes.size();
        if (hasCodebook && after->version != before->version && before->version > 0)
            RAPPORT_TRY(noteRoundsUnderWay(session, after->version, report));
        // What is said of all files together goes with the last.
        if (!report.shares.empty())
            report.shares.back().notes += report.notes.size() - said;
        writer.changes().act = "import";
        return {};
    });
    if (!done)
        return base::fail(done);
    key.keep();
    if (!options.dryRun)
        report.changes = *done;
    return report;
}

base::Result<ImportReport> importFiles(Session& session, const std::vector<std::string>& files,
                                       const ImportOptions& options, const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "import"));
    RAPPORT_TRY(refuseKeyThatIsThere(options));
    if (!options.dryRun)
        return bringIn(session, files, options, task);
    RAPPORT_ASSIGN(const auto copy, Session::Impl::onPassingCopy(session, task));
    RAPPORT_ASSIGN(ImportReport report, bringIn(*copy, files, options, task));
    RAPPORT_ASSIGN(const exchange::Pseudonyms names, pseudonymsOf(*copy, options));
    if (!names.isEmpty()) {
        RAPPORT_ASSIGN(report.names, namesFound(*copy, names));
    }
    return report;
}

} // namespace rapport::service
