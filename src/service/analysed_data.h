// SPDX-License-Identifier: GPL-3.0-or-later
// A study's codes as they enter analysis: one value per unit and variable, by a stated rule, never the union
// of several raters' codes. Read once, in time linear in units, ratings and codings.
#pragma once

#include "service/analysing.h"
#include "service/measured_round.h"

#include <array>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace rapport::service {

/// Why a value entered.
enum class EnteredFrom : std::uint8_t {
    Missing,       ///< nobody declared the unit done
    Consensus,     ///< what was settled
    AssignedRater, ///< the one rater of the unit in a main round
    FirstAssigned, ///< the first of the raters that the unit was assigned to
    FirstRater,    ///< work outside assignments: the first rater who joined the study
};
inline constexpr std::size_t enteredFromCount = 5;

struct AnalysedUnit {
    model::UnitId id;
    std::string name;
    model::UnitKind kind = model::UnitKind::Answer;
    std::string prompt; ///< of an answer; the kind of any other unit
    model::ParticipantId participant;
    model::SourceId source;
    text::TextRange range;
    std::size_t cluster = 0; ///< person of an answer, else transcript; below AnalysedData::clusters
    std::string speaker;     ///< of a turn
    std::int64_t ordinal = 0;
};

/// One variable over all units; what does not apply to a unit is missing there.
struct AnalysedVariable {
    const model::Variable* variable = nullptr;
    std::vector<const model::Code*> codes;           ///< of a presence variable; levels of another
    std::vector<std::int8_t> present;                ///< unit x code: 1, 0, -1 missing
    std::vector<std::int32_t> level;                 ///< per unit: place in `codes`, -1 missing
    std::vector<std::int64_t> count;                 ///< of a count variable, -1 missing
    std::vector<EnteredFrom> from;                   ///< per unit
    std::vector<std::uint32_t> rater;                ///< per unit: place in AnalysedData::raterNames
    std::vector<std::vector<model::Coding>> codings; ///< per unit, where segments were asked for

    [[nodiscard]] int presence(std::size_t unit, std::size_t code) const {
        return present[unit * codes.size() + code];
    }
    [[nodiscard]] bool isJudged(std::size_t unit) const { return from[unit] != EnteredFrom::Missing; }
    /// Codes that the unit has; none where it was not judged.
    [[nodiscard]] std::vector<std::size_t> codesOf(std::size_t unit) const;
};

enum class WithSegments { No, Yes };

/// Who may enter: participants by name and "ATTRIBUTE=VALUE"; nullopt: all. `hidden` (rising) have no value
/// of a blinded attribute: they are out, or in wherever they may be (Untold::In). Errors: NotFound.
enum class Untold { Out, In };
[[nodiscard]] base::Result<std::optional<std::unordered_set<model::ParticipantId>>>
wantedParticipants(Session& session, const std::vector<std::string>& conditions,
                   const std::vector<model::ParticipantId>& hidden = {}, Untold untold = Untold::Out);
/// Errors: NotFound (a variable, code, rater or prompt of the selection).
[[nodiscard]] base::Status knownNames(const Session& session, const AnalysisSelection& selection,
                                      const model::Codebook& codebook);

class AnalysedData {
public:
    /// Errors: NotFound (a round, variable, code, rater, prompt, participant or attribute), Refused (a rater
    /// looks), Undefined (nothing was completed), Cancelled.
    [[nodiscard]] static base::Result<AnalysedData> read(Session& session, const AnalysisSelection& selection,
                                                         WithSegments segments, const base::Task& task);

    std::shared_ptr<const model::Codebook> codebook;
    std::vector<std::string> roundNames;
    std::vector<std::string> raterNames;
    std::vector<AnalysedUnit> units; ///< in study order
    std::vector<AnalysedVariable> variables;
    std::size_t clusters = 0;
    std::int64_t participants = 0;
    std::array<std::int64_t, enteredFromCount> entered{}; ///< units by rule: those of their first variable
    std::int64_t leftOut = 0;                             ///< units: leftOutToRate
    std::int64_t doubleCoded = 0; ///< units that two raters or more completed in a round

    /// Prompts (or kinds of units) that a variable was judged in, in the instrument's order.
    [[nodiscard]] std::vector<std::string> promptsOf(const AnalysedVariable& variable) const;
    /// Units of the prompt; all that the variable applies to where it is empty.
    [[nodiscard]] std::vector<std::size_t> unitsOf(const AnalysedVariable& variable,
                                                   const std::string& prompt) const;
    /// An attribute's value by unit; empty where it is not known. Errors: NotFound.
    [[nodiscard]] base::Result<std::vector<std::string>> valuesOf(Session& session,
                                                                  const std::string& attribute) const;
    /// What every result says of how it was made.
    [[nodiscard]] std::vector<std::pair<std::string, analysis::Value>>
    facts(const AnalysisSelection& selection) const;

private:
    std::vector<std::string> m_promptOrder;
    std::vector<model::ParticipantId> m_hidden; ///< without values of blinded attributes
};

/// Values of an attribute in the order that the study gives, then any other in order of their letters;
/// numbers by size.
[[nodiscard]] base::Result<std::vector<std::string>>
orderedValues(Session& session, const std::string& attribute, const std::vector<std::string>& present);

} // namespace rapport::service
