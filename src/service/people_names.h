// SPDX-License-Identifier: GPL-3.0-or-later
// The participants of a study by their names, for an import. Names are kept composed and with plain hyphens
// (model::personName), but studies from before that may have two people whose names look the same.
#pragma once

#include "base/result.h"
#include "model/participant.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace rapport::service {

class PeopleNames {
public:
    PeopleNames() = default;
    explicit PeopleNames(const std::vector<model::Participant>& people);

    struct Person {
        model::ParticipantId id;
        std::string name; ///< in the study
    };
    /// Whoever is called exactly so, else the only one whose name looks so. Errors: Refused (several do).
    [[nodiscard]] base::Result<std::optional<Person>> find(const std::string& name) const;
    void add(model::ParticipantId id, const std::string& name);

private:
    std::unordered_map<std::string, model::ParticipantId> m_byName;
    std::unordered_map<std::string, std::vector<std::string>> m_notComposed; ///< by what they look like
};

} // namespace rapport::service
