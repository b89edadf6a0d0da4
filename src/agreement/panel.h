// SPDX-License-Identifier: GPL-3.0-or-later
// One code, everything a methodologist looks at, and one plain sentence that says why the numbers differ. The
// reasons come as data; the sentence is made from them in English or Dutch.
#pragma once

#include "agreement/estimate.h"
#include "agreement/measure.h"
#include "agreement/reliability_data.h"
#include "base/result.h"
#include "base/task.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rapport::agreement {

enum class Language : std::uint8_t { English, Dutch };

enum class PanelReasonKind : std::uint8_t {
    NotPairable,      ///< no unit was judged by two raters
    NeverUsed,        ///< no rater ever gave the code
    AlwaysUsed,       ///< every rater gave it always
    FewHits,          ///< the code was given so rarely that one unit moves everything: no verdict
    FewLacks,         ///< or left out so rarely
    Prevalence,       ///< very common or very rare: kappa is pressed down at high agreement
    Bias,             ///< raters give it unequally often
    OneRaterConstant, ///< a rater always or never gave it: kappa is 0 whatever the agreement
    PerfectAgreement,
    Good,        ///< interval lies above the threshold
    Uncertain,   ///< interval contains the threshold
    Low,         ///< interval lies below the threshold
    FewClusters, ///< too few participants for an interval
};

[[nodiscard]] const char* name(PanelReasonKind kind);

struct PanelReason {
    PanelReasonKind kind = PanelReasonKind::NotPairable;
    double number = 0; ///< share, difference, count: see the sentence
    double second = 0;
    std::string who; ///< rater, where it is about one
};

struct CodePanel {
    std::string code;
    std::int64_t units = 0; ///< pairable
    std::int64_t hits = 0;  ///< pairable units in which at least one rater gave the code
    std::vector<std::int64_t> hitsByRater;
    std::vector<std::string> raters;
    /// percent_agreement, positive_agreement, negative_agreement, cohen_kappa (two raters) or fleiss_kappa,
    /// kappa_max, prevalence_index, bias_index, pabak, gwet_ac, krippendorff_alpha.
    std::vector<Estimate> estimates;
    std::vector<PanelReason> reasons; ///< most important first
};

/// `data`: two categories, the second means "given" (SetData::code or ReliabilityData::dichotomised).
/// `threshold` is held against alpha. Errors: as measure().
[[nodiscard]] base::Result<CodePanel> codePanel(std::string code, const ReliabilityData& data,
                                                const MeasureOptions& options, double threshold = 0.667,
                                                const base::Task& task = {});
/// The same where the data have been measured already, with categories and, of two raters, their pair.
[[nodiscard]] base::Result<CodePanel> codePanel(std::string code, const ReliabilityData& data,
                                                const AgreementDocument& document, double threshold);

/// One plain sentence (two at most) from the reasons.
[[nodiscard]] std::string panelSentence(const CodePanel& panel, Language language);

} // namespace rapport::agreement
