// SPDX-License-Identifier: GPL-3.0-or-later
// Agreement of numbers and ranks over units that all raters rated. Internal to the room.
#pragma once

#include "agreement/estimate.h"
#include "agreement/outcome.h"
#include "agreement/tally.h"

#include <cstdint>
#include <optional>

namespace rapport::agreement {

/// McGraw & Wong's names; A is Shrout & Fleiss' 2, C their 3.
enum class IccForm : std::uint8_t {
    OneSingle,
    AgreementSingle,
    ConsistencySingle,
    OneMean,
    AgreementMean,
    ConsistencyMean
};
inline constexpr IccForm iccForms[] = {IccForm::OneSingle,         IccForm::AgreementSingle,
                                       IccForm::ConsistencySingle, IccForm::OneMean,
                                       IccForm::AgreementMean,     IccForm::ConsistencyMean};
/// "1,1", "a,1", "c,1", "1,k", "a,k", "c,k".
[[nodiscard]] const char* name(IccForm form);

/// Mean squares of units x raters.
struct MeanSquares {
    double units = 0;
    double raters = 0;
    double between = 0;   ///< MSB, units
    double within = 0;    ///< MSW
    double ratersOwn = 0; ///< MSJ
    double error = 0;     ///< MSE
};
/// nullopt with fewer than two complete units or two raters.
[[nodiscard]] std::optional<MeanSquares> meanSquares(const Analysis& analysis, const Sample& sample);

/// SOURCE: Shrout & Fleiss 1979; McGraw & Wong 1996.
[[nodiscard]] Outcome intraclass(const Analysis& analysis, const Sample& sample, IccForm form);
/// Limits from the F distribution and the test of 0; leaves them empty where F is not finite.
void intraclassInterval(const Analysis& analysis, const Sample& sample, IccForm form, double level,
                        Estimate& estimate);

/// Concordance of ranks, corrected for ties. SOURCE: Kendall & Babington Smith 1939; Kendall 1948.
[[nodiscard]] Outcome kendallW(const Analysis& analysis, const Sample& sample);

} // namespace rapport::agreement
