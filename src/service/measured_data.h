// SPDX-License-Identifier: GPL-3.0-or-later
// A round's units as the input of the room `agreement`: one variable or code, for the units of a slice.
#pragma once

#include "agreement/reliability_data.h"
#include "agreement/set_data.h"
#include "service/measured_round.h"

namespace rapport::service {

// `units` are indices into MeasuredRound::units. Units are labelled by name and clustered by participant or
// transcript.

/// Presence of a variable's codes over the same units: what is alike for all of them is made once. What is
/// given must outlive it.
class CodesData {
public:
    CodesData(const MeasuredRound& round, const model::Variable& variable, std::vector<std::size_t> units,
              const StudyMeasureOptions& options);
    /// Categories "0" and "1".
    [[nodiscard]] base::Result<agreement::ReliabilityData> of(const model::Code& code);

private:
    [[nodiscard]] std::vector<agreement::CategoryIndex> cellsOf(const model::Code& code) const;

    const MeasuredRound* m_round;
    const model::Variable* m_variable;
    std::vector<std::size_t> m_units;
    PresenceReader m_presences;
    std::optional<agreement::ReliabilityData> m_frame; ///< of the first code
};

/// Of one code alone.
[[nodiscard]] base::Result<agreement::ReliabilityData>
codeData(const MeasuredRound& round, const model::Variable& variable, const model::Code& code,
         const std::vector<std::size_t>& units, const StudyMeasureOptions& options);
/// Levels of a nominal or ordinal variable, in their order.
[[nodiscard]] base::Result<agreement::ReliabilityData>
levelData(const MeasuredRound& round, const model::Variable& variable, const std::vector<std::size_t>& units);
/// Numbers of a count variable.
[[nodiscard]] base::Result<agreement::ReliabilityData>
countData(const MeasuredRound& round, const model::Variable& variable, const std::vector<std::size_t>& units);
/// All codes of a presence variable as sets.
[[nodiscard]] base::Result<agreement::SetData> setData(const MeasuredRound& round,
                                                       const model::Variable& variable,
                                                       const std::vector<std::size_t>& units,
                                                       const StudyMeasureOptions& options);

} // namespace rapport::service
