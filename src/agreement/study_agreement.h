// SPDX-License-Identifier: GPL-3.0-or-later
// Several documents under the labels of a study: one per round, variable, code, prompt or group. The labels
// are plain words here; what they mean is the caller's.
#pragma once

#include "agreement/compare.h"
#include "agreement/measure.h"
#include "base/json_fwd.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rapport::agreement {

struct LabelledDocument {
    std::string round;
    std::string variable;
    std::optional<std::string>
        code; ///< none: the variable as a whole (sets of codes for a presence variable)
    std::optional<std::string> prompt;
    std::optional<std::string>
        by; ///< value of the attribute, round or version that results are split by; empty: without a value
    AgreementDocument agreement;
    // Counted from the data, whatever the document shows of them; nullopt: not known.
    std::optional<std::int64_t> holding;         ///< of a code: unitsHolding()
    std::optional<std::int64_t> besideCommonest; ///< unitsBesideCommonest()
    std::optional<std::int64_t> notGiven;        ///< ratings that were assigned and not given
    /// Against the consensus: units that two raters judged and on which nothing is settled yet, left out.
    std::optional<std::int64_t> open;
};

/// Whether the leading coefficient of a code or variable differs between the strata by which results are
/// split (compare.h, homogeneity()).
struct StrataTest {
    std::string round; ///< empty where rounds are the strata
    std::string variable;
    std::optional<std::string> code; ///< none: the variable as a whole
    std::string coefficient;         ///< of all of them, leadingEstimate()
    std::vector<Stratum> strata;
    /// Without a value of what results are split by, a coefficient or an error; with fewer than fewestVarying
    /// units beside the commonest category; led by another coefficient.
    std::vector<std::string> leftOut;
    /// Participants or transcripts are in more than one stratum: the test takes strata for independent, and
    /// its p-value is rough then.
    bool sharesClusters = false;
    Homogeneity test;
};

/// `rapport.agreement-study/1`.
struct StudyAgreement {
    std::string study;
    std::vector<LabelledDocument> results;
    std::vector<StrataTest> strata; ///< where results are split and two strata or more have a standard error
    /// Where there are no results and no round was asked for: others that hold ratings.
    std::vector<std::string> roundsLeftOut;
    /// By round: units that are left out, as whoever asks still has to rate them, or texts of their
    /// participants and may not know the value by which results are split.
    std::map<std::string, std::int64_t> leftOutToRate;
};

/// A standard error that rests on fewer units beside the commonest category is far too small, and would
/// decide a test of strata.
inline constexpr std::int64_t fewestVarying = 5;

/// What results are split by: values of an attribute, versions or batches; prompts; rounds.
enum class Strata : std::uint8_t { Values, Prompts, Rounds };
/// One test per round (but for rounds), variable and code with two results or more, in their order.
/// `sharing`: names of variables whose clusters are in more than one stratum.
[[nodiscard]] std::vector<StrataTest> testStrata(const std::vector<LabelledDocument>& results, Strata by,
                                                 const std::vector<std::string>& sharing);

[[nodiscard]] base::Json toJson(const StudyAgreement& study);
/// One line per result with the coefficients that people ask for first, grouped by round and variable.
[[nodiscard]] std::string toText(const StudyAgreement& study);
/// The columns of toCsv(AgreementDocument) behind round,variable,code,prompt,by.
[[nodiscard]] std::string toCsv(const StudyAgreement& study);

} // namespace rapport::agreement
