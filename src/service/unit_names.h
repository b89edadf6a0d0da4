// SPDX-License-Identifier: GPL-3.0-or-later
// What a unit is called for whoever is looking: its own name, or the neutral one of a blind round.
#pragma once

#include "service/own_rating.h"
#include "service/session_impl.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace rapport::service {

class UnitNames {
public:
    /// Reads a rater's own assignments once; kept by the session until rounds change or another person looks.
    /// A coordinator who rates too (own_rating.h) knows what is still to be rated as raters do.
    [[nodiscard]] static base::Result<std::shared_ptr<const UnitNames>> forViewer(const Session& session);
    /// For exports and the audit trail, which are whole for a coordinator who rates too; to a rater as above.
    [[nodiscard]] static base::Result<std::shared_ptr<const UnitNames>> forExport(const Session& session);

    /// The name under which the viewer knows the unit in that round. Outside blind rounds the unit's own
    /// name. Empty for a unit of a blind round that is not the viewer's.
    [[nodiscard]] std::string shown(const model::Unit& unit, model::RoundId round) const;
    /// As shown(), and where the unit was the viewer's once in that round and is others' by now: the neutral
    /// name that it has there still. Looks it up.
    [[nodiscard]] base::Result<std::string> known(const Session& session, const model::Unit& unit,
                                                  model::RoundId round) const;
    /// "R1-017" of a rater's own unit, or empty if it is not in the round. A coordinator knows units by their
    /// own names, but for what that one still has to rate: for a coordinator it is always empty.
    [[nodiscard]] std::string neutral(model::UnitId unit, model::RoundId round) const;
    /// The viewer may see this unit at all: while a blind round runs, a rater only what is assigned to that
    /// rater.
    [[nodiscard]] bool maySee(model::UnitId unit) const;
    /// The viewer is a rater of a blind round that is not open: names, attributes and others' work are
    /// hidden.
    [[nodiscard]] bool isBlind(model::RoundId round) const;
    /// Units of the round are the viewer's, who is a rater.
    [[nodiscard]] bool hasOwn(model::RoundId round) const;
    /// Where the unit stands would tell the viewer whose it is.
    [[nodiscard]] bool hidesPlace(model::UnitId unit) const {
        return m_blindAnywhere || (m_still && m_still->holds(unit));
    }
    /// Whether that holds of any unit.
    [[nodiscard]] bool hidesAnyPlace() const { return m_blindAnywhere || (m_still && !m_still->isEmpty()); }
    /// The viewer is a rater of any such round.
    [[nodiscard]] bool isBlindAnywhere() const { return m_blindAnywhere; }

private:
    bool m_isCoordinator = true;
    bool m_blindAnywhere = false;
    std::optional<StillToRate> m_still; ///< of a coordinator who rates too
    std::int64_t m_position = 0;        ///< at which it was read
    std::map<model::RoundId, bool> m_blindRounds;
    /// Per round the units with their neutral numbers, rising.
    std::map<model::RoundId, std::vector<std::pair<model::UnitId, std::int64_t>>> m_neutral;
    std::vector<model::UnitId> m_own; ///< of the viewer, rising
};

/// Speakers by number ("S1"), as packs have them.
void numberSpeakers(std::vector<model::Turn>& turns);

} // namespace rapport::service
