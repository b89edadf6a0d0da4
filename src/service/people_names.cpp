// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/people_names.h"

#include "base/format.h"
#include "model/names.h"

namespace rapport::service {

PeopleNames::PeopleNames(const std::vector<model::Participant>& people) {
    m_byName.reserve(people.size());
    for (const model::Participant& person : people)
        add(person.id, person.name);
}

base::Result<std::optional<PeopleNames::Person>> PeopleNames::find(const std::string& name) const {
    if (const auto exact = m_byName.find(name); exact != m_byName.end())
        return Person{exact->second, name};
    const std::string plain = model::personName(name);
    const auto composed = m_byName.find(plain);
    const auto others = m_notComposed.find(plain);
    if (others == m_notComposed.end())
        return composed == m_byName.end() ? std::nullopt : std::optional(Person{composed->second, plain});
    if (composed != m_byName.end() || others->second.size() > 1)
        return base::fail(base::Errc::Refused,
                          base::said("several participants have a name that looks like '{}'", name),
                          "write the name with the very letters that the study has for whom you mean");
    const std::string& only = others->second.front();
    return Person{m_byName.at(only), only};
}

void PeopleNames::add(model::ParticipantId id, const std::string& name) {
    m_byName.emplace(name, id);
    if (std::string plain = model::personName(name); plain != name)
        m_notComposed[std::move(plain)].push_back(name);
}

} // namespace rapport::service
