// SPDX-License-Identifier: GPL-3.0-or-later
// Several documents under the labels of a study: one per round, variable, code, prompt or group. The labels
// are plain words here; what they mean is the caller's.
#pragma once

#include "agreement/measure.h"
#include "base/json_fwd.h"

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
    std::optional<std::string> by; ///< value of the attribute, round or version that results are split by
    AgreementDocument agreement;
};

/// `rapport.agreement-study/1`.
struct StudyAgreement {
    std::string study;
    std::vector<LabelledDocument> results;
};

[[nodiscard]] base::Json toJson(const StudyAgreement& study);
/// One line per result with the coefficients that people ask for first, grouped by round and variable.
[[nodiscard]] std::string toText(const StudyAgreement& study);
/// The columns of toCsv(AgreementDocument) behind round,variable,code,prompt,by.
[[nodiscard]] std::string toCsv(const StudyAgreement& study);

} // namespace rapport::agreement
