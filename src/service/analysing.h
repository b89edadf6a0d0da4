// SPDX-License-Identifier: GPL-3.0-or-later
// Analysis of a study's codes: how often, by whom, together with what. Every result says by which rule a
// rater's code entered it. Only the coordinator analyses: results unblind. Each function reads the study
// once; nothing is written.
#pragma once

#include "analysis/result.h"
#include "model/presence.h"
#include "service/session.h"

#include <string>
#include <vector>

namespace rapport::service {

/// Whose codes enter.
enum class CodesFrom {
    /// In a unit that one rater completed in a main round: that rater's. In a unit that several completed:
    /// the
    /// consensus, else the first assigned rater's. Never the union.
    Rule,
    Raters, ///< the same without the consensus
    /// What was settled and what all raters of a unit share; everything else is missing.
    Consensus,
};

struct AnalysisSelection {
    std::vector<std::string> rounds; ///< empty: main, reliability and the work outside rounds
    std::vector<std::string> variables;
    std::vector<std::string> codes;
    std::vector<std::string> raters;  ///< empty: all human ones
    std::vector<std::string> prompts; ///< or kinds of units ("turn")
    /// Participants by name, or "ATTRIBUTE=VALUE"; several values of one attribute are alternatives, several
    /// attributes must all hold.
    std::vector<std::string> participants;
    CodesFrom from = CodesFrom::Rule;
    model::Overlap overlap = model::Overlap::Any;
    bool rollUp = false;
    double level = 0.95;
    /// Also what a coordinator who rates too (own_rating.h) still has to rate, and blinded attributes of
    /// these participants: exports are whole, analyses leave them out.
    bool isWhole = false;
};

/// Two groups that are set side by side: a value of an attribute against another.
struct GroupPair {
    std::string title;
    std::string attribute;
    std::string a;
    std::string b;
};
/// The study's own, as its template or researcher laid them down.
[[nodiscard]] base::Result<std::vector<GroupPair>> comparisons(Session& session);

/// An attribute with the values that occur, in the study's order; none where there are more than fit a list.
struct AttributeValues {
    std::string name;
    std::vector<std::string> values;
};
inline constexpr std::size_t mostListedValues = 24;
/// By which groups an analysis can be narrowed. Errors: Refused (a rater looks).
[[nodiscard]] base::Result<std::vector<AttributeValues>> attributeValues(Session& session);

enum class Within { Unit, Turn, Segment };

struct AnalysisRequest {
    AnalysisSelection select;
    std::string by; ///< an attribute, or empty
    Within within = Within::Unit;
    std::string source;        ///< of `sequence`: this transcript only
    double cut = 0;            ///< of `delphi`: the level that counts as agreed; 0: the second highest
    std::int64_t orders = 200; ///< of `saturation`
    std::uint64_t seed = 1;
};

/// Fact and note of a result: units that would be in it, had the coordinator who rates too (own_rating.h)
/// rated them. Where a blinded attribute chooses participants, of all whose value is kept back.
inline constexpr const char* leftOutToRate = "left_out_to_rate";

/// Names of analyses as the command line takes them, in the order of the help.
[[nodiscard]] const std::vector<std::string>& analyses();

// Tables of a result by their ids are described in docs/formats/analysis.md. Errors of all: NotFound (a name
// in the request), InvalidArgument, Refused (a rater looks), Undefined (there is nothing to analyse),
// Cancelled.

/// By name. Errors: InvalidArgument for another one.
[[nodiscard]] base::Result<analysis::Result> analyse(Session& session, const std::string& name,
                                                     const AnalysisRequest& request,
                                                     const base::Task& task = {});

/// Each code by prompt and group: units, share, limits.
[[nodiscard]] base::Result<analysis::Result>
analyseFrequencies(Session& session, const AnalysisRequest& request, const base::Task& task = {});
/// Code by group for the study's comparisons, or all groups of `by`.
[[nodiscard]] base::Result<analysis::Result> analyseCrosstab(Session& session, const AnalysisRequest& request,
                                                             const base::Task& task = {});
/// Yes-no questions per group.
[[nodiscard]] base::Result<analysis::Result>
analyseResponses(Session& session, const AnalysisRequest& request, const base::Task& task = {});
/// Number of codes per unit.
[[nodiscard]] base::Result<analysis::Result> analyseCounts(Session& session, const AnalysisRequest& request,
                                                           const base::Task& task = {});
/// Ordinal and count variables and numbers of codes, compared between groups by ranks.
[[nodiscard]] base::Result<analysis::Result> analyseRanks(Session& session, const AnalysisRequest& request,
                                                          const base::Task& task = {});
/// Codes against numeric attributes.
[[nodiscard]] base::Result<analysis::Result> analyseScores(Session& session, const AnalysisRequest& request,
                                                           const base::Task& task = {});
[[nodiscard]] base::Result<analysis::Result>
analyseCooccurrence(Session& session, const AnalysisRequest& request, const base::Task& task = {});
/// Codes along transcripts, and which follows which.
[[nodiscard]] base::Result<analysis::Result> analyseSequence(Session& session, const AnalysisRequest& request,
                                                             const base::Task& task = {});
[[nodiscard]] base::Result<analysis::Result> analyseSpeakers(Session& session, const AnalysisRequest& request,
                                                             const base::Task& task = {});
[[nodiscard]] base::Result<analysis::Result>
analyseSaturation(Session& session, const AnalysisRequest& request, const base::Task& task = {});
/// Ordinal variables rated by a panel, round after round.
[[nodiscard]] base::Result<analysis::Result> analyseDelphi(Session& session, const AnalysisRequest& request,
                                                           const base::Task& task = {});
/// How often each rater gave each code, in quarters of that rater's own work.
[[nodiscard]] base::Result<analysis::Result> analyseDrift(Session& session, const AnalysisRequest& request,
                                                          const base::Task& task = {});

} // namespace rapport::service
