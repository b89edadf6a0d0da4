// SPDX-License-Identifier: GPL-3.0-or-later
// A project on its way into the study: what every project has (import_project.cpp), and what those of this
// program have beside it (import_project_own.cpp). Private to this room.
#pragma once

#include "service/import_memos.h"
#include "service/import_project.h"

#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace rapport::service {

class ProjectImport {
public:
    ProjectImport(Writer& writer, ReadProject read, const ImportOptions& options, ImportReport& report)
        : m_writer(&writer)
        , m_file(std::move(read.file))
        , m_project(std::move(read.project))
        , m_withdrawn(std::move(read.withdrawn))
        , m_options(&options)
        , m_report(&report)
        , m_memos(writer, m_file.path, report) {}

    base::Status run(const base::Task& task);

private:
    [[nodiscard]] Session::Impl& impl() const { return m_writer->session().impl(); }

    /// All of them before the first coding: their order depends on their names, not on that of the texts.
    base::Status addRatersOfCodings();
    base::Status addCodebook();
    base::Status addCases();
    base::Status addSource(const exchange::ProjectSource& read, std::vector<exchange::CodingRow>& rows);

    /// In our own projects a speaker who is called as a case is that participant.
    [[nodiscard]] model::ParticipantId speakerOf(const model::Turn& turn, const model::Source& source) const;
    [[nodiscard]] std::string nameOf(const exchange::ProjectSource& read) const;
    void addRows(const exchange::ProjectSource& read, const std::string& unit,
                 std::vector<exchange::CodingRow>& rows) const;

    /// A text that the study has already, by identity or by name, with the same words: what is new of its
    /// codings and memos comes in. False: it is another.
    base::Result<bool> addToKnown(const exchange::ProjectSource& read,
                                  std::vector<exchange::CodingRow>& rows);

    /// As the project's own table has them; else as the text shows them.
    std::vector<model::Turn> turnsOf(const std::string& source, const std::string& text);

    // Of a project of our own (import_project_own.cpp).

    /// Once: the text of the note goes.
    base::Result<std::optional<exchange::Table>> noteTable(const char* name, const base::Task& task);
    base::Status readTurns(const base::Task& task);

    /// Nothing: what the standard says of the codings is all there is.
    base::Result<std::optional<exchange::CodingRows>> readRows(const base::Task& task);

    /// Errors: Unreadable (other columns).
    base::Result<std::optional<exchange::Table>> noteTable(const char* name, std::size_t columns,
                                                           const base::Task& task);

    /// In the order in which they joined, each of the kind it was: a gold rater is no human one.
    base::Status addRaters(const base::Task& task);

    /// As they were: of which kind, to whom which units were dealt, in which order. Gives those that were
    /// open; they open when their codings are in.
    base::Result<std::vector<model::Round>> addRounds(const base::Task& task);

    /// The assignments of each round, in each rater's order, without the round's id.
    base::Result<std::map<std::string, std::vector<model::Assignment>>> dealtIn(const base::Task& task);
    base::Status open(const std::vector<model::Round>& rounds);
    base::Status addConsensus(const base::Task& task);

    /// The sets of our own projects are the prompts of their answers.
    base::Status addPrompts();

    /// True where nothing is left to add: the text is in the study, or it is an answer and was added.
    base::Result<bool> addOwn(const exchange::ProjectSource& read);

    /// The notes of a text are the memos on its units, each named after its unit.
    base::Status addMemos();

    Writer* m_writer;
    ReadFile m_file;
    exchange::Project m_project; ///< its sources go as they come in
    Withdrawn m_withdrawn;
    const ImportOptions* m_options;
    ImportReport* m_report;
    ProjectMemos m_memos; ///< of another program
    /// Of codings that say no time: one for all, as in a table of codings.
    base::Instant m_now = m_writer->session().impl().environment.clock->now();
    std::unordered_map<base::Guid, model::SourceId> m_sourceOf;
    std::map<std::string, model::SourceId> m_sourceCalled;
    std::int64_t m_knownTexts = 0;
    model::FileId m_fileId;
    std::int64_t m_ordinal = 0;
    std::map<std::string, std::string> m_codeNames; ///< in the project -> in the study
    std::vector<model::ParticipantId> m_cases;      ///< in the project's order
    std::map<std::string, model::ParticipantId> m_caseCalled;
    std::unordered_map<base::Guid, std::string> m_setOf;
    model::Instrument m_instrument;
    std::map<std::string, std::vector<model::Turn>> m_ownTurns; ///< by source
    std::set<base::Guid> m_notes;                               ///< of our own texts
    std::set<std::string> m_knownRounds;                        ///< by name, before its codings
};

} // namespace rapport::service
