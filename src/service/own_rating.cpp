// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/own_rating.h"

#include "base/json.h"
#include "service/session_impl.h"

#include <algorithm>
#include <unordered_set>

namespace rapport::service {

namespace {

constexpr const char* settingName = "coordinator-rates"; ///< guid of a rater

} // namespace

base::Result<ChangeSet> setCoordinatorRates(Session& session, const std::string& rater) {
    RAPPORT_TRY(coordinatorOnly(session, "say as whom the coordinator rates"));
    return write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        model::Rater named;
        if (!rater.empty()) {
            RAPPORT_ASSIGN(named, session.rater(rater));
        }
        RAPPORT_TRY(session.impl().file->setSetting(
            settingName, rater.empty() ? "" : base::dumpJson(base::Json(named.guid.text()), -1)));
        store::JournalEntry entry;
        entry.act = store::Act::Settings;
        entry.rater = named.id;
        entry.detail = base::dumpJson({{"setting", settingName}}, -1);
        RAPPORT_TRY(writer.append(entry));
        writer.changes().settingsChanged = true;
        writer.changes().roundsChanged = true;
        writer.changes().act = "settings";
        return {};
    });
}

base::Result<std::string> coordinatorRates(const Session& session) {
    RAPPORT_ASSIGN(const std::string value, session.impl().file->setting(settingName));
    const auto json = base::parseJson(value);
    if (!json || !json->is_string())
        return std::string();
    const auto guid = json->get<std::string>();
    RAPPORT_ASSIGN(const auto raters, session.raters());
    for (const model::Rater& rater : raters) {
        if (rater.guid.text() == guid)
            return rater.name;
    }
    return std::string();
}

base::Result<StillToRate> StillToRate::read(const Session& session) {
    return readFor(session, model::RaterId());
}

base::Result<StillToRate> StillToRate::readFor(const Session& session, model::RaterId rater) {
    StillToRate still;
    if (!session.viewer().isCoordinator())
        return still;
    RAPPORT_ASSIGN(const std::string name, coordinatorRates(session));
    if (name.empty())
        return still;
    RAPPORT_ASSIGN(const model::Rater self, session.rater(name));
    if (self.id == rater)
        return still;
    still.m_self = self.id;
    RAPPORT_ASSIGN(const auto rounds, session.rounds());
    auto& impl = session.impl();
    for (const model::Round& round : rounds) {
        if (!round.isBlind || round.openedAt != 0 || round.kind == model::RoundKind::Default)
            continue;
        RAPPORT_ASSIGN(const auto assigned, impl.rounds().assignments(round.id, self.id));
        store::CodingFilter filter;
        filter.round = round.id;
        filter.rater = self.id;
        RAPPORT_ASSIGN(const auto ratings, impl.codings().ratings(filter));
        std::unordered_set<std::int64_t> done;
        for (const model::Rating& rating : ratings)
            done.insert(rating.unit.value);
        const std::size_t before = still.m_units.size();
        for (const model::Assignment& each : assigned) {
            if (done.contains(each.unit.value))
                continue;
            still.m_units.push_back(each.unit);
            still.m_names.emplace_back(each.unit, model::neutralName(round.id.value, each.neutralNumber));
        }
        if (still.m_units.size() > before)
            still.m_rounds.push_back(round.id);
    }
    std::sort(still.m_units.begin(), still.m_units.end());
    std::sort(still.m_names.begin(), still.m_names.end());
    RAPPORT_ASSIGN(still.m_samples, impl.searches().stillJudged(self.id));
    return still;
}

bool StillToRate::holds(model::UnitId unit) const {
    return std::binary_search(m_units.begin(), m_units.end(), unit);
}

std::string StillToRate::neutralName(model::UnitId unit) const {
    const auto found = std::lower_bound(m_names.begin(), m_names.end(), std::pair(unit, std::string()));
    return found == m_names.end() || found->first != unit ? std::string() : found->second;
}

base::Result<std::vector<model::ParticipantId>> StillToRate::people(const Session& session) const {
    std::vector<model::ParticipantId> people;
    if (m_units.empty())
        return people;
    RAPPORT_TRY(session.impl().sources().forEachUnit(model::UnitId{}, false, [&](const store::UnitRow& row) {
        if (!row.unit.participant.isNone() && holds(row.unit.id))
            people.push_back(row.unit.participant);
        return true;
    }));
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    return people;
}

bool StillToRate::holdsSample(const model::Guid& sample) const {
    return std::binary_search(m_samples.begin(), m_samples.end(), sample);
}

bool StillToRate::isIn(model::RoundId round) const {
    return std::find(m_rounds.begin(), m_rounds.end(), round) != m_rounds.end();
}

} // namespace rapport::service
