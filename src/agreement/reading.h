// SPDX-License-Identifier: GPL-3.0-or-later
// How a document is read first: which of its coefficients leads, how many units hold a code at all, and
// whether the leading one reaches a target. One place, so that the program, its reports and its tables say
// the same. Decides nothing about what is good enough: the target is the caller's.
#pragma once

#include "agreement/measure.h"
#include "agreement/reliability_data.h"

#include <cstdint>
#include <optional>

namespace rapport::agreement {

/// The coefficient that stands for a document. Nominal data: Cohen's kappa for two raters, Conger's for more,
/// which is Cohen's generalised; ordinal data: the same with linear weights; interval and ratio data: the
/// intraclass correlation of absolute agreement of one rater, ICC(A,1); sets: Krippendorff's alpha with MASI
/// distances. Where it was not computed the nearest that was (Fleiss' kappa, identity weights,
/// Krippendorff's alpha); nullptr if there is none. Points into `document`.
[[nodiscard]] const Estimate* leadingEstimate(const AgreementDocument& document);

/// Krippendorff's alpha on the document's own scale (sets: Jaccard); nullptr if it was not computed.
[[nodiscard]] const Estimate* alphaOf(const AgreementDocument& document);

/// Units that two raters or more judged and to which at least one of them gave the code. `data` has two
/// categories, the second means "given".
[[nodiscard]] std::int64_t unitsHolding(const ReliabilityData& data);

/// Units that two raters or more judged and to which at least one of them gave another category than the
/// commonest: of a rare code those that hold it, of a common one those that somebody left without it. On
/// these rests what a standard error says.
[[nodiscard]] std::int64_t unitsBesideCommonest(const ReliabilityData& data);

/// The same from a document's tables of pairs: exact for two raters, else the largest count of any pair, a
/// lower limit. nullopt where the document has no such tables, or the data are not binary (unitsHolding).
[[nodiscard]] std::optional<std::int64_t> unitsHolding(const AgreementDocument& document);
[[nodiscard]] std::optional<std::int64_t> unitsBesideCommonest(const AgreementDocument& document);

enum class Verdict : std::uint8_t {
    Meets,      ///< the lower limit reaches the target
    Likely,     ///< the value reaches the target, the lower limit does not or is not known
    Unsure,     ///< the value does not reach the target, the upper limit does or is not known
    Below,      ///< the upper limit lies below the target
    TooFew,     ///< fewer than fewestBeside units beside the commonest category: no verdict
    NotDefined, ///< there is no value
};

/// With fewer units that hold a code, or lack it, or that hold another value of a variable than its
/// commonest, one unit more or less moves kappa too far for a verdict, and its interval's formula is not to
/// be relied on.
inline constexpr std::int64_t fewestBeside = 20;

/// "meets", "likely", "unsure", "below", "too_few", "not_defined".
[[nodiscard]] const char* name(Verdict verdict);

/// `beside`: as unitsBesideCommonest(); nullopt where it is not known.
[[nodiscard]] Verdict verdict(const Estimate* leading, std::optional<std::int64_t> beside, double target);

} // namespace rapport::agreement
