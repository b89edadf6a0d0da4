// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/own_rating.h"

#include "base/json.h"
#include "service/session_impl.h"

#include <algorithm>
#include <memory>
#include <unordered_set>

namespace rapport::service {

namespace {

constexpr const char* settingName = "coordinator-rates"; ///< guid of a rater

base::Result<StillUnits> readWhole(const Session& session) {
    auto& impl = session.impl();
    StillUnits still;
    RAPPORT_ASSIGN(still.position, impl.file->position());
    RAPPORT_ASSIGN(const std::string name, coordinatorRates(session));
    if (name.empty())
        return still;
    RAPPORT_ASSIGN(const model::Rater self, session.rater(name));
    still.self = self.id;
    RAPPORT_ASSIGN(const auto rounds, session.rounds());
    for (const model::Round& round : rounds) {
        if (!round.isStillBlind())
            continue;
        RAPPORT_ASSIGN(const auto assigned, impl.rounds().assignments(round.id, self.id));
        store::CodingFilter filter;
        filter.round = round.id;
        filter.rater = self.id;
        RAPPORT_ASSIGN(const auto ratings, impl.codings().ratings(filter));
        std::unordered_set<std::int64_t> done;
        for (const model::Rating& rating : ratings)
            done.insert(rating.unit.value);
        for (const model::Assignment& each : assigned) {
            if (done.contains(each.unit.value))
                continue;
            still.units.insert({each.unit, round.id, each.neutralNumber});
            ++still.perRound[round.id];
        }
    }
    RAPPORT_ASSIGN(still.samples, impl.searches().stillJudged(self.id));
    return still;
}

/// Takes in what was written since. False: that changed more than what is done, it has to be read anew.
base::Result<bool> catchUp(const Session& session, StillUnits& still, std::int64_t position) {
    constexpr std::int64_t mostRows = 2000; // beyond that reading the whole is no dearer
    if (position < still.position || position - still.position > mostRows)
        return false;
    RAPPORT_ASSIGN(const auto entries, session.impl().journal().between(still.position + 1, position));
    for (const store::JournalEntry& entry : entries) {
        switch (entry.act) {
        case store::Act::Code:
        case store::Act::Withdraw:
        case store::Act::Memo:
        case store::Act::Flag:
        case store::Act::Unflag:
        case store::Act::Adjudicate:
        case store::Act::Unsettle:
        case store::Act::Note:
        case store::Act::Search:
        case store::Act::Hide:
        case store::Act::Show:
        case store::Act::Judge:
        case store::Act::Redact:
        case store::Act::Freeze:
            break;
        case store::Act::Complete: {
            if (entry.rater != still.self)
                break;
            const auto found = still.units.lower_bound({entry.unit, entry.round, 0});
            if (found == still.units.end() || found->unit != entry.unit || found->round != entry.round)
                break;
            still.units.erase(found);
            if (--still.perRound[entry.round] == 0)
                still.perRound.erase(entry.round);
            break;
        }
        case store::Act::Reopen:
            if (entry.rater == still.self)
                return false;
            break;
        default:
            return false;
        }
    }
    still.position = position;
    return true;
}

base::Result<std::shared_ptr<StillUnits>> stillUnits(const Session& session) {
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const std::int64_t position, impl.file->position());
    if (impl.still) {
        bool isThere = impl.still->position == position;
        if (!isThere) {
            RAPPORT_ASSIGN(isThere, catchUp(session, *impl.still, position));
        }
        if (isThere)
            return impl.still;
    }
    RAPPORT_ASSIGN(StillUnits read, readWhole(session));
    impl.still = std::make_shared<StillUnits>(std::move(read));
    return impl.still;
}

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
    RAPPORT_ASSIGN(const std::shared_ptr<StillUnits> units, stillUnits(session));
    if (!units->self.isNone() && units->self != rater)
        still.m_units = units;
    return still;
}

base::Result<StillToRate> StillToRate::readAlsoAsRater(const Session& session) {
    StillToRate still;
    RAPPORT_ASSIGN(const std::shared_ptr<StillUnits> units, stillUnits(session));
    const Viewer& viewer = session.viewer();
    if (!units->self.isNone() && (viewer.isCoordinator() || viewer.rater == units->self))
        still.m_units = units;
    return still;
}

bool StillToRate::isEmpty() const {
    return !m_units || m_units->units.empty();
}

bool StillToRate::holds(model::UnitId unit) const {
    if (!m_units)
        return false;
    const auto found = m_units->units.lower_bound({unit, model::RoundId(), 0});
    return found != m_units->units.end() && found->unit == unit;
}

std::vector<model::UnitId> StillToRate::units() const {
    std::vector<model::UnitId> units;
    if (!m_units)
        return units;
    for (const StillUnits::Unit& each : m_units->units) {
        if (units.empty() || units.back() != each.unit) // in two rounds it is there twice
            units.push_back(each.unit);
    }
    return units;
}

std::string StillToRate::neutralName(model::UnitId unit) const {
    if (!holds(unit))
        return {};
    const auto found = m_units->units.lower_bound({unit, model::RoundId(), 0});
    return model::neutralName(found->round.value, found->number);
}

base::Result<std::vector<model::ParticipantId>> StillToRate::people(const Session& session) const {
    std::vector<model::ParticipantId> people;
    if (isEmpty())
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

base::Result<std::map<model::SourceId, std::vector<model::UnitId>>>
StillToRate::sources(const Session& session) const {
    std::map<model::SourceId, std::vector<model::UnitId>> sources;
    if (isEmpty())
        return sources;
    for (const model::UnitId unit : units()) {
        RAPPORT_ASSIGN(const auto row, session.impl().sources().unit(unit, false));
        if (row)
            sources[row->unit.source].push_back(unit);
    }
    return sources;
}

bool StillToRate::holdsSample(const model::Guid& sample) const {
    return m_units && std::binary_search(m_units->samples.begin(), m_units->samples.end(), sample);
}

bool StillToRate::isIn(model::RoundId round) const {
    return m_units && m_units->perRound.contains(round);
}

model::RaterId StillToRate::self() const {
    return m_units ? m_units->self : model::RaterId();
}

} // namespace rapport::service
