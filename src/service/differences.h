// SPDX-License-Identifier: GPL-3.0-or-later
// Where the raters of a round differ, and what each difference costs. Internal to this room: `disagreements`
// (measuring.h) and the consensus views (consensus.h) show it.
#pragma once

#include "service/measured_round.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace rapport::service {

/// One code of a unit, or one level or count, as the raters gave it.
struct Difference {
    std::size_t unit = 0; ///< into MeasuredRound::units
    const model::Variable* variable = nullptr;
    const model::Code* code = nullptr;               ///< none for a nominal, ordinal or count variable
    std::vector<std::optional<std::string>> ratings; ///< by MeasuredRound::raters; none: missing
    bool isAgreed = false;
    double share = 0; ///< of the observed disagreement of its code or variable, 0 to 1
    /// Points of Krippendorff's alpha that it takes away; those of one code add up to 1 - alpha.
    double cost = 0;
};

struct DifferenceFilter {
    std::string variable; ///< empty: all
    std::string code;
    model::UnitId unit; ///< none: all; shares need all of them
    bool withAgreed = false;
};

/// In the order of the study's units, then of the codebook; each was judged by two raters at least.
/// `codebook` must outlive the result. Time: units x codes x raters.
[[nodiscard]] std::vector<Difference>
differencesOf(const MeasuredRound& round, const model::Codebook& codebook, const DifferenceFilter& filter);

/// What was settled in a round: by unit, variable and code.
class SettledValues {
public:
    [[nodiscard]] static base::Result<SettledValues> read(Session& session, model::RoundId round);
    /// "0", "1", a level's name or a number; none: not settled. Codes that were merged count as in
    /// model/presence.h.
    [[nodiscard]] std::optional<std::string> of(model::UnitId unit, const model::Variable& variable,
                                                const model::Code* code) const;
    [[nodiscard]] bool isEmpty() const { return m_byUnit.empty(); }

private:
    std::unordered_map<model::UnitId, std::vector<store::Settled>> m_byUnit;
};

} // namespace rapport::service
