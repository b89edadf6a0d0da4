// SPDX-License-Identifier: GPL-3.0-or-later
// One function per kind of import. Each adds to the report and writes through the Writer of the one
// transaction.
#pragma once

#include "base/platform/mapped_file.h"
#include "exchange/answers_mapping.h"
#include "exchange/format.h"
#include "exchange/pseudonyms.h"
#include "exchange/table.h"
#include "exchange/transcript.h"
#include "service/importing.h"
#include "service/session_impl.h"

#include <map>
#include <memory>
#include <set>

namespace rapport::service {

/// A file as it was when it was read. The bytes of a large one lie on the disk, in a copy without a name,
/// instead of in memory beside what is read from them. Immutable; copies share the bytes.
class ImportedBytes {
public:
    ImportedBytes() = default;
    ImportedBytes(std::string bytes)
        : m_own(std::make_shared<const std::string>(std::move(bytes))) {}
    ImportedBytes(std::shared_ptr<const base::MappedFile> file)
        : m_file(std::move(file)) {}
    operator std::string_view() const {
        return m_file ? m_file->bytes() : m_own ? std::string_view(*m_own) : std::string_view();
    }

private:
    std::shared_ptr<const std::string> m_own;
    std::shared_ptr<const base::MappedFile> m_file;
};

/// A file with what its reader made of it.
struct ReadFile {
    std::string path;
    ImportedBytes bytes;
    std::string reader;
    ImportKind kind = ImportKind::Answers;
    exchange::Table table;           ///< answers, participants, codings
    exchange::Transcript transcript; ///< transcripts
    /// Speakers who are participants, by the name that their turns bear; with their role.
    std::map<std::string, std::string> people;
    std::map<std::string, std::string> renamedColumns; ///< from the file's names, where one was replaced
    std::set<std::string> peopleFound;                 ///< those of `ImportOptions::people` who speak in it
    bool isBlanked = false; ///< its bytes are not kept: somebody in it withdrew consent
};

/// Says so where what cannot be seen in a text's own name stands as something that can.
void noteUnseen(ImportReport& report, const std::string& path, const std::string& own,
                const std::string& name);

/// What the options ask of a reader.
[[nodiscard]] exchange::ReadOptions readOptions(const ImportOptions& options, const std::string& path);

/// The bytes of a file that is not a study. Errors: Unreadable (a study, or no such file).
[[nodiscard]] base::Result<ImportedBytes> bytesToImport(const Session& session, const std::string& path);

/// Names to replace, of the file and of the options, in the language of the import or else of the study.
/// Errors: as for both.
[[nodiscard]] base::Result<exchange::Pseudonyms> pseudonymsOf(const Session& session,
                                                              const ImportOptions& options);

[[nodiscard]] base::Result<ReadFile> readForImport(const Session& session, const std::string& path,
                                                   const ImportOptions& options, const base::Task& task);

/// The mapping that options give (JSON, then the wizard's plan), else the suggested one.
[[nodiscard]] base::Result<exchange::MappingSuggestion>
mappingFor(const Session& session, const ReadFile& file, const ImportOptions& options);

/// Takes the file's rows and bytes: they are gone then.
[[nodiscard]] base::Status importAnswers(Writer& writer, ReadFile& file, const ImportOptions& options,
                                         ImportReport& report, const base::Task& task);
[[nodiscard]] base::Status importTranscript(Writer& writer, const ReadFile& file,
                                            const ImportOptions& options, ImportReport& report);
[[nodiscard]] base::Status importCodings(Writer& writer, ReadFile& file, const ImportOptions& options,
                                         ImportReport& report, const base::Task& task);

/// Of somebody who withdrew: it stays out.
[[nodiscard]] RejectedRow withdrawnRow(const std::string& file, const exchange::ParticipantRecord& record);

/// The prompt of that name; else the only one whose name differs in case, blanks and signs alone ("q 1" for
/// "Q1"); else the one with these words in some language; else the one before "@" ("Q1@june" is its answer in
/// the wave june). Null if there is none.
[[nodiscard]] const model::Prompt* promptCalled(const model::Instrument& instrument,
                                                const std::string& words);
/// "june" of "Q1@june", where no prompt is called so itself. An empty answer says nothing there: not
/// everybody was there in every wave.
[[nodiscard]] std::string_view waveIn(const model::Instrument& instrument, const std::string& asked);

/// The study's prompts, and behind them those that a table makes because the study lacks them: what the
/// mapping names, with the column's title as wording, and what its rows name, in `asked`.
struct PromptsPlanned {
    model::Instrument instrument;
    std::size_t made = 0;
    /// One for each that is made, but for a long list.
    [[nodiscard]] std::vector<base::Phrase> notes() const;
};
class ForgottenNames;

/// People of a table, and people of the study beside them, whose names are nearly the same; none if there are
/// none. Nobody is named who withdrew.
[[nodiscard]] std::optional<base::Phrase> alikePeople(const exchange::AnswerRows& rows,
                                                      const std::vector<model::Participant>& people,
                                                      const ForgottenNames& forgotten);

[[nodiscard]] PromptsPlanned promptsPlanned(model::Instrument instrument, const exchange::Table& table,
                                            const exchange::AnswersMapping& mapping,
                                            const std::vector<std::string>& asked,
                                            const std::string& language);

[[nodiscard]] exchange::ColumnRole roleOf(const ColumnPlan& plan);

/// With its column and lines.
[[nodiscard]] base::Phrase wordsOf(const exchange::Finding& finding);

/// Those of the study's saved mappings that were made for a table with most of these columns; the best is
/// last.
[[nodiscard]] base::Result<std::vector<SavedMapping>>
mappingsFor(const Session& session, const std::vector<exchange::Column>& columns);
/// What may mean "nothing" in the columns that come in.
[[nodiscard]] std::vector<EmptyValue> emptyValuesOf(const exchange::Table& table,
                                                    const exchange::AnswersMapping& mapping);

/// A codebook file in figures: its codes, and how many of them the study did not have.
struct CodebookSummary {
    std::int64_t codes = 0;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::vector<CodeRow> rows;
    std::vector<base::Phrase> warnings; ///< of the reader
    std::string sheet;                  ///< of a workbook: the one that was read
    std::vector<std::string> sheets;    ///< all of them
    std::string encoding;               ///< of a table
    std::vector<RejectedRow> rejected;  ///< rows of a table that do not fit
};
[[nodiscard]] base::Result<CodebookSummary> summariseCodebook(const Session& session, std::string_view bytes,
                                                              const std::string& file,
                                                              const ImportOptions& options);
/// Errors: Unreadable, Refused (codes of known names, where it was not said what they are).
[[nodiscard]] base::Result<CodebookSummary> mergeCodebookFile(Writer& writer, const std::string& file,
                                                              const ImportOptions& options);

/// What stands in the place of bytes that are not kept.
[[nodiscard]] std::string bytesNotKept(std::string_view why, std::string_view bytes);
/// Keeps the file's bytes and journals its import.
[[nodiscard]] base::Result<model::FileId> keepFile(Writer& writer, const ReadFile& file,
                                                   std::string_view encoding, std::int64_t records);

[[nodiscard]] RejectedRow rejected(const exchange::RowProblem& problem);

} // namespace rapport::service
