// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/rater_names.h"

#include "base/format.h"
#include "model/names.h"

namespace rapport::service {

namespace {

std::string plain(const std::string& name) {
    return model::plainName(model::personName(name));
}

} // namespace

base::Result<RaterNames> RaterNames::read(const Session& session) {
    RaterNames names;
    RAPPORT_ASSIGN(const auto known, session.raters());
    for (const model::Rater& rater : known)
        names.m_raters.emplace(rater.name, rater);
    for (const model::Rater& rater : known)
        names.m_raters.emplace(plain(rater.name), rater);
    return names;
}

const model::Rater* RaterNames::find(const std::string& name) const {
    auto found = m_raters.find(name);
    if (found == m_raters.end())
        found = m_raters.find(plain(name));
    return found == m_raters.end() ? nullptr : &found->second;
}

bool RaterNames::canJoin(const std::string& name) const {
    return find(name) != nullptr || model::canNameRater(plain(name));
}

base::Result<model::RaterId> RaterNames::join(Writer& writer, ImportReport& report, const std::string& name,
                                              model::RaterKind kind) {
    if (const model::Rater* known = find(name))
        return known->id;
    model::Rater rater;
    rater.name = plain(name);
    if (!model::canNameRater(rater.name))
        return model::RaterId();
    Session::Impl& impl = writer.session().impl();
    rater.guid = base::Guid::random(impl.environment.random);
    rater.kind = kind;
    RAPPORT_ASSIGN(rater.id, impl.rounds().addRater(rater));
    store::JournalEntry entry;
    entry.act = store::Act::AddRater;
    entry.rater = rater.id;
    RAPPORT_TRY(writer.append(entry));
    report.notes.push_back(base::said("rater '{}' joined the study", rater.name));
    const model::RaterId id = rater.id;
    m_raters.emplace(rater.name, std::move(rater));
    return id;
}

} // namespace rapport::service
