// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/unit_names.h"

namespace rapport::service {

base::Result<UnitNames> UnitNames::forViewer(const Session& session) {
    UnitNames names;
    const auto& impl = session.impl();
    names.m_isCoordinator = session.viewer().isCoordinator();
    RAPPORT_ASSIGN(const auto rounds, session.rounds());
    std::int64_t number = 0;
    for (const model::Round& round : rounds) {
        ++number;
        names.m_roundNumbers[round.id] = number;
        RAPPORT_ASSIGN(const auto assignments, impl.rounds().assignments(round.id));
        bool isRaterHere = false;
        auto& neutral = names.m_neutral[round.id];
        for (const model::Assignment& assignment : assignments) {
            neutral[assignment.unit] = assignment.neutralNumber;
            if (assignment.rater == session.viewer().rater) {
                isRaterHere = true;
                names.m_own[assignment.unit] = true;
            }
        }
        names.m_hasAssignments = names.m_hasAssignments || isRaterHere;
        const bool isHidden = round.isBlind && round.openedAt == 0 && round.kind != model::RoundKind::Default;
        names.m_blindRounds[round.id] = isHidden;
        if (isHidden && isRaterHere && !names.m_isCoordinator)
            names.m_blindAnywhere = true;
    }
    return names;
}

std::string UnitNames::shown(const model::Unit& unit, model::RoundId round) const {
    if (m_isCoordinator)
        return unit.name;
    if (isBlind(round)) {
        std::string name = neutral(unit.id, round);
        if (!name.empty())
            return name;
    }
    if (!m_blindAnywhere)
        return unit.name;
    // In another round, or outside any: the own name would give away who wrote it.
    for (const auto& [each, units] : m_neutral) {
        std::string name = neutral(unit.id, each);
        if (!name.empty())
            return name;
    }
    return {};
}

std::string UnitNames::neutral(model::UnitId unit, model::RoundId round) const {
    const auto units = m_neutral.find(round);
    if (units == m_neutral.end())
        return {};
    const auto found = units->second.find(unit);
    return found == units->second.end() ? std::string()
                                        : model::neutralName(m_roundNumbers.at(round), found->second);
}

bool UnitNames::maySee(model::UnitId unit) const {
    return m_isCoordinator || m_own.contains(unit);
}

bool UnitNames::isBlind(model::RoundId round) const {
    const auto found = m_blindRounds.find(round);
    return !m_isCoordinator && found != m_blindRounds.end() && found->second;
}

} // namespace rapport::service
