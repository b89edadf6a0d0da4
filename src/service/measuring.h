// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement of a study: from what raters did to reliability data by the rules of model/presence.h, then
// measured by the room `agreement`. Nothing is left out silently: missing is counted, pooled prompts are
// marked, undefined is said.
#pragma once

#include "agreement/panel.h"
#include "agreement/study_agreement.h"
#include "model/presence.h"
#include "service/session.h"

namespace rapport::service {

struct StudyMeasureOptions {
    std::vector<std::string> rounds; ///< empty: the reliability rounds if there are any, else `default`
    std::vector<std::string> variables;
    std::vector<std::string> codes;
    std::vector<std::string> raters; ///< empty: all human raters
    bool afterOpening = false;       ///< with what raters changed after the round was opened
    std::string by;                  ///< "", "prompt", "round", "version", "batch" or an attribute
    /// Units of this kind only; none: all.
    std::optional<model::UnitKind> unitKind;
    model::Overlap overlap = model::Overlap::Any;
    bool rollUp = false;
    /// "VARIABLE=LEVEL": a rater's ratings of a unit count only where that rater gave the unit this level;
    /// all others are missing. Several: all of them must hold.
    std::vector<std::string> where;
    /// Holds every rater against what was settled, else against what all of at least two raters said; what is
    /// open is missing. In place of a gold rater; results are in AgreementDocument::againstGold.
    bool withConsensus = false;
    agreement::MeasureOptions measure;
};

/// Units of a round in the order in which they became fully rated, cut in equal batches ("1", "2", ...): at
/// least this many units in each, at most `mostBatches` of them. For drift.
inline constexpr std::size_t unitsPerBatch = 10;
inline constexpr std::size_t mostBatches = 8;

/// What stands for the consensus among raters' names; no rater may be called so.
inline constexpr const char* consensusName = "consensus";

/// By which codebook a round is measured: if it was opened, by that of the moment of opening, for its
/// agreement is frozen; a code that was retired, split or merged since is still measured, and what is there
/// today is called as it is today. Of any other round, or with what was changed after the opening, today's.
[[nodiscard]] base::Result<std::shared_ptr<const model::Codebook>>
codebookOf(Session& session, const model::Round& round, bool afterOpening);

/// `rapport.agreement-study/1`. Errors: NotFound (a round, variable, code, rater or attribute), Refused (a
/// rater's view of a blind round that is not open), Cancelled.
[[nodiscard]] base::Result<agreement::StudyAgreement>
measureStudy(Session& session, const StudyMeasureOptions& options, const base::Task& task = {});

/// Units x raters of one code (two categories "0" and "1") or of a nominal, ordinal or count variable, as it
/// enters agreement; unit labels are unit names. For tables behind numbers. With `by`: only the units of that
/// value of what options.by names, as in measureStudy(). Errors: as there.
[[nodiscard]] base::Result<agreement::ReliabilityData>
reliabilityData(Session& session, const StudyMeasureOptions& options, const std::string& round,
                const std::string& variable, const std::optional<std::string>& code,
                const std::optional<std::string>& prompt, const std::optional<std::string>& by = {});

/// A unit on which raters differ.
struct Disagreement {
    model::UnitId unit;
    std::string unitName;
    std::string variable;
    std::string code; ///< empty for a nominal, ordinal or count variable
    std::vector<std::pair<std::string, std::optional<std::string>>> ratings; ///< rater, value or missing
    double share = 0;                   ///< of the observed disagreement of its code or variable
    double cost = 0;                    ///< points of Krippendorff's alpha that it takes away
    std::optional<std::string> settled; ///< the consensus, where there is one
};

enum class DisagreementOrder {
    Cost, ///< what takes away most of alpha first
    Unit, ///< the study's order of units, then the codebook's
};

struct DisagreementRequest {
    std::string round;
    std::string variable;        ///< empty: all
    std::string code;            ///< empty: all
    bool onlyDisagreeing = true; ///< false: every unit behind the number, in the order of units
    DisagreementOrder order = DisagreementOrder::Cost;
    std::string by{}; ///< as in StudyMeasureOptions; then only the units of `byValue`
    std::string byValue{};
    std::string prompt{};                      ///< or kind of unit in transcripts; empty: all
    std::optional<model::UnitKind> unitKind{}; ///< none: all
    std::vector<std::string> raters{};         ///< empty: all human raters
    bool afterOpening = false;                 ///< with what raters changed after the round was opened
};
[[nodiscard]] base::Result<std::vector<Disagreement>> disagreements(Session& session,
                                                                    const DisagreementRequest& request);

/// A table of ratings made in a spreadsheet as the text of a matrix: a workbook (a sheet or a column per
/// coder), or a table whose units have no column `unit`. `notes` say what was understood.
struct SpreadsheetMatrix {
    std::string csv;
    std::vector<std::string> notes;
};
[[nodiscard]] base::Result<SpreadsheetMatrix> spreadsheetMatrix(const std::string& file,
                                                                const std::vector<std::string>& coders,
                                                                const std::string& unitColumn,
                                                                const std::string& code);
/// A table of crosses and blank cells, which is read as a spreadsheet is: a blank is a no.
[[nodiscard]] bool holdsCrosses(std::string_view csv);

} // namespace rapport::service
