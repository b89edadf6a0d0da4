// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of an export, before a format is chosen.
#pragma once

#include "exchange/answers_mapping.h"
#include "exchange/data_table.h"
#include "exchange/write_r.h"
#include "service/analysed_data.h"
#include "service/exporting.h"

namespace rapport::service {

/// A wide table with the columns in which each code stands.
struct WideTable {
    exchange::DataTable table;
    std::vector<exchange::RCode> codes;
    std::string group; ///< attribute by which groups are compared; empty where it may not leave
};
/// What was asked for, also where the coordinator still has to rate it (AnalysisSelection::isWhole).
[[nodiscard]] AnalysisSelection whole(const ExportRequest& request);
[[nodiscard]] base::Result<WideTable> wideTable(Session& session, const ExportRequest& request,
                                                const base::Task& task);
[[nodiscard]] base::Result<exchange::DataTable> longTable(Session& session, const ExportRequest& request,
                                                          const base::Task& task);
[[nodiscard]] base::Result<exchange::DataTable> answersTable(Session& session, const ExportRequest& request);
/// What the columns of an answersTable() are, with blinded attributes: those that are named otherwise than
/// what they hold may be. A name that can stand as it is does.
[[nodiscard]] base::Result<std::vector<exchange::WrittenColumn>> answersColumns(const Session& session);
[[nodiscard]] base::Result<exchange::DataTable> quotesTable(Session& session, const ExportRequest& request,
                                                            const base::Task& task);

/// One row per code with its words in one language, in the columns that a codebook as a table is read from.
[[nodiscard]] exchange::DataTable codebookTable(const model::Codebook& codebook, const std::string& language);
/// Those that the viewer may see, as exportCodings() (inspecting.h); CSV, and a table for other forms.
[[nodiscard]] base::Result<std::string> exportCodings(Session& session, const ExportRequest& request);
[[nodiscard]] base::Result<exchange::DataTable> codingsTable(Session& session, const ExportRequest& request);
/// Of their rows those without a time, to a rater who coordinates, too: earlier work on what is still to be
/// rated.
[[nodiscard]] base::Result<std::int64_t> codingsWithoutTime(Session& session, const ExportRequest& request);

/// Units in the rounds, prompts and participants of a selection. Errors: NotFound (a name in it), Refused (a
/// rater looks and asks by more than rounds: it would tell whose the units are).
class ExportedUnits {
public:
    static base::Result<ExportedUnits> of(Session& session, const AnalysisSelection& select);
    [[nodiscard]] bool have(const store::UnitRow& unit, const std::string& round) const;

private:
    std::vector<std::string> m_rounds;
    std::vector<std::string> m_prompts;
    std::optional<std::unordered_set<std::string>> m_participants;
};

/// The raters' names as they may leave, by id.
[[nodiscard]] base::Result<std::map<model::RaterId, std::string>> raterNamesOut(const Session& session,
                                                                                bool pseudonymous);
/// Attributes that may leave.
[[nodiscard]] base::Result<std::vector<model::Attribute>> attributesOut(const Session& session,
                                                                        bool withBlinded);

/// REFI-QDA project (.qdpx), with what it cannot hold as warnings.
struct ProjectBytes {
    std::string bytes;
    std::vector<base::Phrase> warnings;
};
[[nodiscard]] base::Result<ProjectBytes> refiProject(Session& session, const ExportRequest& request,
                                                     const base::Task& task);

} // namespace rapport::service
