// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/unit_names.h"

#include <algorithm>

namespace rapport::service {

base::Result<std::shared_ptr<const UnitNames>> UnitNames::forViewer(const Session& session) {
    auto& impl = session.impl();
    RAPPORT_TRY(impl.refresh());
    // What is still to be rated changes with every unit that is completed.
    if (impl.unitNames && (!impl.unitNames->m_still || impl.unitNames->m_position == impl.seenPosition))
        return impl.unitNames;
    auto names = std::make_shared<UnitNames>();
    names->m_isCoordinator = session.viewer().isCoordinator();
    if (names->m_isCoordinator) {
        RAPPORT_ASSIGN(const std::string also, coordinatorRates(session));
        if (!also.empty()) {
            RAPPORT_ASSIGN(names->m_still, StillToRate::read(session));
            names->m_position = impl.seenPosition;
        }
    }
    RAPPORT_ASSIGN(const auto rounds, session.rounds());
    for (const model::Round& round : rounds) {
        const bool isHidden = round.isStillBlind();
        names->m_blindRounds[round.id] = isHidden;
        if (names->m_isCoordinator)
            continue;
        RAPPORT_ASSIGN(const auto assignments, impl.rounds().assignments(round.id, session.viewer().rater));
        auto& neutral = names->m_neutral[round.id];
        for (const model::Assignment& assignment : assignments) {
            neutral.emplace_back(assignment.unit, assignment.neutralNumber);
            names->m_own.push_back(assignment.unit);
        }
        std::sort(neutral.begin(), neutral.end());
        names->m_blindAnywhere = names->m_blindAnywhere || (isHidden && !assignments.empty());
    }
    std::sort(names->m_own.begin(), names->m_own.end());
    impl.unitNames = names;
    return impl.unitNames;
}

base::Result<std::shared_ptr<const UnitNames>> UnitNames::forExport(const Session& session) {
    if (!session.viewer().isCoordinator())
        return forViewer(session);
    return std::make_shared<const UnitNames>();
}

std::string UnitNames::shown(const model::Unit& unit, model::RoundId round) const {
    if (m_isCoordinator) {
        std::string name = m_still ? m_still->neutralName(unit.id) : std::string();
        return name.empty() ? unit.name : name;
    }
    if (isBlind(round)) {
        std::string name = neutral(unit.id, round);
        if (!name.empty())
            return name;
    } else if (!m_blindAnywhere) {
        return unit.name;
    }
    // In another round, or outside any: the own name would give away who wrote it.
    for (const auto& [each, units] : m_neutral) {
        std::string name = neutral(unit.id, each);
        if (!name.empty())
            return name;
    }
    return {};
}

base::Result<std::string> UnitNames::known(const Session& session, const model::Unit& unit,
                                           model::RoundId round) const {
    if (!isBlind(round) || !neutral(unit.id, round).empty())
        return shown(unit, round);
    RAPPORT_ASSIGN(const auto number, session.impl().rounds().neutralNumber(round, unit.id));
    return number ? model::neutralName(round.value, *number) : shown(unit, round);
}

std::string UnitNames::neutral(model::UnitId unit, model::RoundId round) const {
    const auto units = m_neutral.find(round);
    if (units == m_neutral.end())
        return {};
    const auto found = std::lower_bound(units->second.begin(), units->second.end(),
                                        std::pair<model::UnitId, std::int64_t>(unit, 0));
    return found == units->second.end() || found->first != unit
               ? std::string()
               : model::neutralName(round.value, found->second);
}

bool UnitNames::hasOwn(model::RoundId round) const {
    const auto units = m_neutral.find(round);
    return units != m_neutral.end() && !units->second.empty();
}

bool UnitNames::maySee(model::UnitId unit) const {
    return m_isCoordinator || !m_blindAnywhere || std::binary_search(m_own.begin(), m_own.end(), unit);
}

bool UnitNames::isBlind(model::RoundId round) const {
    const auto found = m_blindRounds.find(round);
    return !m_isCoordinator && found != m_blindRounds.end() && found->second;
}

void numberSpeakers(std::vector<model::Turn>& turns) {
    std::map<std::string, std::string> speakers{{"", ""}};
    for (model::Turn& turn : turns)
        turn.speaker = speakers.emplace(turn.speaker, "S" + std::to_string(speakers.size())).first->second;
}

} // namespace rapport::service
