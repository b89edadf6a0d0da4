// SPDX-License-Identifier: GPL-3.0-or-later
// Files into the study. Looking first (preview), then one import as one transaction: all good rows or
// nothing, each rejected row with its reason.
#pragma once

#include "service/session.h"

#include <map>

namespace rapport::service {

enum class ImportKind { Detect, Answers, Transcript, Participants, Codebook, Codings, Project };

/// What a column of a survey table becomes.
/// Prompt: each row is one answer, to the question that this column names.
enum class ColumnUse { Participant, Answer, Prompt, Attribute, Language, Wave, LeftOut };

struct ColumnPlan {
    std::string column; ///< name in the file
    std::string title;  ///< question text where the file has it
    ColumnUse use = ColumnUse::LeftOut;
    std::string target; ///< prompt or attribute name
    bool isBlinded = true;
    std::vector<std::string> samples;
    base::Phrase finding;    ///< why it is left out or worth a look, or empty
    std::string findingId{}; ///< the same for programs (docs/formats/preview.md)
};

/// A speaker of a transcript who is a participant of the study.
struct SpeakerPerson {
    std::string speaker; ///< as in the file, after misspelt names were merged; "*": everybody who is named
    std::string
        participant;  ///< empty: called as the speaker is; made where the study has nobody of that name
    std::string role; ///< value of the attribute `role`; empty: none
};

/// What codes of a file are whose names the study has, but which do not say that they are the same (another
/// guid, another variable).
enum class SameNames {
    Ask,   ///< refuse, naming them
    Same,  ///< the study's codes
    Other, ///< others, with a number behind the name
};

struct ImportOptions {
    ImportKind kind = ImportKind::Detect;
    std::string reader;            ///< a format's id; empty: detect
    std::string encoding;          ///< empty: detect
    std::string language = "auto"; ///< "nl", "en" or "auto": per answer
    std::string wave;
    std::string mappingJson;      ///< `rapport.mapping/1`; empty: `plan`, else what is suggested
    std::string mappingFile;      ///< where it came from, for messages
    std::vector<ColumnPlan> plan; ///< from the wizard
    /// Cells that say so are empty, beside those that the mapping names.
    std::vector<std::string> emptyValues;
    char separator = '\0';
    int headerRows = 0;
    std::string sheet; ///< of a workbook, by name; empty: the first that holds a table
    /// The same for files that want another one, by path.
    std::map<std::string, std::string> sheets{};
    /// A speaker's name in the file and the one it becomes: misspelt names of one person are merged. Empty:
    /// it is no speaker, and stays in the text.
    std::vector<std::pair<std::string, std::string>> speakers;
    /// Speakers who are participants: their turns are theirs, with attributes and all, and leave with them.
    std::vector<SpeakerPerson> people;
    std::string questionsFile; ///< .qsf, .lss, .lsa: words of the questions, for the titles of columns
    /// Names and replacements, two columns. Applied to all that comes in; the file's own bytes are not kept
    /// then.
    std::string pseudonymsFile;
    /// The same without a file, beside those of the file.
    std::vector<std::pair<std::string, std::string>> pseudonyms;
    /// Where that file goes, sealed with the passphrase: a new file, there if the import is and only then.
    /// Empty: nowhere.
    std::string keyFile;
    std::string passphrase;
    SameNames sameNames = SameNames::Ask; ///< of codebooks and projects
    /// Of rounds that a table of codings brings: it does not say. None: as it is called, else reliability.
    std::optional<model::RoundKind> roundKind;
    /// Everything is done to a copy of the study that is gone afterwards: the report is that of the import,
    /// and says of each file what it would bring.
    bool dryRun = false;
    /// Keeps a copy of the study as it is before, among its backups: an import is not undone act by act.
    bool keepsCopy = false;
};

struct RejectedRow {
    std::string file;
    std::size_t line = 0;
    std::string column;
    base::Phrase message;
    base::Phrase hint;
};

struct SpeakerRow {
    std::string name;
    std::int64_t turns = 0;
    std::int64_t words = 0;
    bool isParticipant = false;
    std::string role{}; ///< of a participant
};

/// A cell's text that may mean "nothing", as it was seen in columns that come in.
struct EmptyValue {
    std::string text;
    std::int64_t cells = 0;
    bool isTaken = false; ///< treated as empty under this plan
    std::vector<std::string> columns;
};

enum class CodeMeeting { New, Known, SameName };

/// A code of a codebook file beside the study's.
struct CodeRow {
    std::string name;     ///< that it has in the study, or would get
    std::string variable; ///< of the study
    model::LocalText title;
    CodeMeeting is = CodeMeeting::New;
    std::vector<base::Phrase> changes; ///< what of the study's code becomes another: "definition", "parent"
};

/// What the columns of a table mean, kept with the study for the next file of the same make.
struct SavedMapping {
    std::string name;
    std::vector<std::string> columns; ///< of the table, in its order
    std::string mappingJson;          ///< `rapport.mapping/1`
};

/// `rapport.preview/1`, and what the wizard shows.
struct ImportPreview {
    std::string file;
    std::string format; ///< reader's id
    base::Phrase formatTitle;
    ImportKind kind = ImportKind::Answers;
    std::string encoding;
    char separator = '\0';
    int headerRows = 0;
    std::string sheet;               ///< of a workbook: the one that is read
    std::vector<std::string> sheets; ///< all of them
    std::int64_t records = 0; ///< rows, turns, codes, codings or a project's texts and codings; rejected too
    std::vector<ColumnPlan> columns;
    std::vector<std::vector<std::string>> rows; ///< first rows, cells as text or its beginning, at most 200
    std::vector<SpeakerRow> speakers;
    std::vector<std::vector<std::string>> turns; ///< first turns: speaker, time or page, text
    std::vector<base::Phrase> warnings;
    std::vector<RejectedRow> rejected; ///< by the file's own fault; held against the study: all
    bool needsMapping = false;
    // What the file has under this plan; held against the study: what it would bring.
    std::int64_t participants = 0;
    std::int64_t answers = 0;
    std::int64_t emptyAnswers = 0;
    std::vector<EmptyValue> emptyValues;     ///< usual ones and those that are taken; most cells first
    std::vector<std::string> emptyTaken;     ///< cells that say so are empty, as the mapping has it
    std::vector<SavedMapping> savedMappings; ///< made for these columns
    std::string sample;                      ///< a text with letters outside ASCII, to judge the encoding by
    std::vector<CodeRow> codes;              ///< of a codebook or a project
    bool needsSameNames = false;             ///< whether those of a known name are the study's must be said
    bool isHeld = false;                     ///< against the study: what follows is said
    std::int64_t added = 0;
    std::int64_t updated = 0;
    std::vector<base::Phrase> notes; ///< what the import would say of the file
};

/// One file's part in the report of a dry run.
struct FileShare {
    std::int64_t read = 0;
    std::int64_t added = 0;
    std::int64_t updated = 0;
    // New to the study:
    std::int64_t participants = 0;
    std::int64_t answers = 0;
    std::int64_t emptyAnswers = 0;
    // Of the report's lists, which are in the order of the files:
    std::size_t rejected = 0;
    std::size_t notes = 0;
};

/// A word that holds a listed name without being it ("Tibootje" of "Tibo"): nothing replaces it.
struct WordAround {
    std::string word;
    std::int64_t times = 0;
};

/// What is left of listed names in a study.
struct NamesFound {
    std::vector<base::Phrase> left; ///< in which places
    std::vector<WordAround> around; ///< the most frequent first
};

/// `rapport.import/1`.
struct ImportReport {
    std::int64_t read = 0;
    std::int64_t added = 0;
    std::int64_t updated = 0;
    std::vector<RejectedRow> rejected;
    std::vector<base::Phrase> notes; ///< e.g. a source that was given another name
    ChangeSet changes;
    std::vector<FileShare> shares; ///< of a dry run, for each file
    NamesFound names{}; ///< of a dry run that replaces names: in every value that the study would have
    /// The copy from before it, where one was asked for and the program keeps backups: `restore` takes the
    /// import back with it, and what was done since.
    std::string before{};
};

[[nodiscard]] base::Result<ImportPreview> previewImport(Session& session, const std::string& file,
                                                        const ImportOptions& options,
                                                        const base::Task& task = {});

/// The preview of the file in that place of a dry run says what the run found. Where the study is behind it
/// the file's own word does not count: it does not know what the study has.
void holdAgainst(const ImportReport& dryRun, std::size_t place, ImportPreview& preview);
/// What the import would say beyond the preview's warnings.
[[nodiscard]] std::vector<base::Phrase> notesBesideWarnings(const ImportPreview& preview);

/// All files in one transaction. Errors: Unreadable, Refused (a mapping is needed, the key is a file
/// already), Cancelled; the study is untouched then.
[[nodiscard]] base::Result<ImportReport> importFiles(Session& session, const std::vector<std::string>& files,
                                                     const ImportOptions& options,
                                                     const base::Task& task = {});

/// Mappings kept with the study, by name.
[[nodiscard]] base::Result<std::vector<SavedMapping>> savedMappings(const Session& session);
/// Keeps what the columns of a plan mean under a name; one of the same name is replaced. The plan names every
/// column of the table, in its order. Errors: InvalidArgument (an empty name), Refused (a rater).
[[nodiscard]] base::Result<ChangeSet> saveMapping(Session& session, const std::string& name,
                                                  const std::vector<ColumnPlan>& plan,
                                                  const std::vector<std::string>& emptyValues);
[[nodiscard]] base::Result<ChangeSet> removeMapping(Session& session, const std::string& name);

struct FormatRow {
    std::string id;
    base::Phrase title;
    /// "answers", "transcript", "codebook", "codings", "project"; "ratings" are read by the agreement alone,
    /// "questions" beside answers
    std::string kind;
    std::vector<std::string> endings;
};
[[nodiscard]] std::vector<FormatRow> formats();

[[nodiscard]] const char* name(ImportKind kind);
[[nodiscard]] std::optional<ImportKind> importKind(std::string_view name);

} // namespace rapport::service
