// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/rater_names.h"

#include "base/format.h"
#include "model/names.h"
#include "service/measuring.h"
#include "text/fold.h"

namespace rapport::service {

namespace {

std::string plain(const std::string& name) {
    return model::plainName(model::personName(name));
}

/// Words that mean something else where a rater is named.
base::Phrase reservedBecause(const std::string& name) {
    const std::string folded = text::fold(name);
    if (folded == "nobody")
        return "this word stands for no rater at all";
    if (folded == consensusName)
        return "what was settled goes by this name";
    return {};
}

bool isName(const std::string& name) {
    return model::canNameRater(name) && reservedBecause(name).empty();
}

} // namespace

base::Result<RaterNames> RaterNames::read(const Session& session) {
    RaterNames names;
    RAPPORT_ASSIGN(const auto known, session.raters());
    for (const model::Rater& rater : known)
        names.m_raters.emplace(rater.name, rater);
    for (const model::Rater& rater : known)
        names.m_raters.emplace(plain(rater.name), rater);
    for (const model::Rater& rater : known)
        names.m_alike.emplace(text::fold(rater.name), rater);
    return names;
}

const model::Rater* RaterNames::find(const std::string& name) const {
    auto found = m_raters.find(name);
    if (found == m_raters.end())
        found = m_raters.find(plain(name));
    if (found != m_raters.end())
        return &found->second;
    const auto alike = m_alike.find(text::fold(plain(name)));
    return alike == m_alike.end() ? nullptr : &alike->second;
}

bool RaterNames::canJoin(const std::string& name) const {
    return find(name) != nullptr || isName(plain(name));
}

base::Result<model::RaterId> RaterNames::join(Writer& writer, ImportReport& report, const std::string& name,
                                              model::RaterKind kind) {
    if (const model::Rater* known = find(name)) {
        if (plain(known->name) != plain(name) && m_told.insert(name).second)
            report.notes.push_back(base::said("rater '{}' of the file is taken for '{}'", name, known->name));
        return known->id;
    }
    model::Rater rater;
    rater.name = plain(name);
    if (!isName(rater.name))
        return model::RaterId();
    Session::Impl& impl = writer.session().impl();
    rater.guid = base::Guid::random(impl.environment.random);
    rater.kind = kind;
    RAPPORT_ASSIGN(rater.id, impl.rounds().addRater(rater));
    store::JournalEntry entry;
    entry.act = store::Act::AddRater;
    entry.rater = rater.id;
    RAPPORT_TRY(writer.append(entry));
    report.notes.push_back(base::said("new rater '{}'", rater.name));
    const model::RaterId id = rater.id;
    if (!m_keepsApart)
        m_alike.emplace(text::fold(rater.name), rater);
    m_raters.emplace(rater.name, std::move(rater));
    return id;
}

base::Status mayNameRater(const Session& session, const std::string& name, model::RaterId own) {
    if (const base::Phrase why = reservedBecause(name); !why.empty())
        return base::fail(base::Errc::InvalidArgument, why, "give the rater another name");
    RAPPORT_ASSIGN(const auto raters, session.raters());
    const std::string wanted = text::fold(name);
    for (const model::Rater& each : raters) {
        if (each.id != own && text::fold(each.name) == wanted)
            return base::fail(base::Errc::Refused, base::said("there is a rater '{}' already", each.name));
    }
    return {};
}

} // namespace rapport::service
