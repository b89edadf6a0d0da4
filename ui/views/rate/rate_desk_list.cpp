// SPDX-License-Identifier: GPL-3.0-or-later
// Which list a RateDesk works on: of which rater and round, read at once or, of a long study, in a job.
#include "ui/app/settings.h"
#include "ui/bridge/text.h"
#include "ui/views/rate/rate_desk.h"

#include <QSignalBlocker>
#include <algorithm>
#include <utility>

namespace rapport::ui {

base::Result<RateDesk::List> RateDesk::listOf(service::Session& session, model::RaterId rater,
                                              const std::vector<model::Round>& rounds,
                                              const std::vector<model::UnitKind>& kinds,
                                              model::RoundId outside) {
    List list;
    for (const model::Round& round : rounds) {
        RAPPORT_ASSIGN(auto units, service::ratingPlaces(session, rater, round, kinds));
        const bool hasWork =
            round.openedAt == 0 &&
            std::any_of(units.begin(), units.end(), [](const auto& item) { return !item.isComplete; });
        const bool isAssigned =
            round.name != model::defaultRoundName || (!outside.isNone() && round.id == outside);
        if ((hasWork && isAssigned) || (!units.empty() && !list.round)) {
            list.round = round;
            list.units = std::move(units);
        }
        if (hasWork && isAssigned)
            break;
    }
    if (!list.round && !rounds.empty())
        list.round = rounds.front();
    return list;
}

RateDesk::ListKey RateDesk::keyNow() const {
    return {m_rater ? m_rater->id : model::RaterId(), m_round ? m_round->id : model::RoundId(),
            m_study.viewer() ? m_study.viewer()->id : model::RaterId()};
}

void RateDesk::makeDefaultRound() {
    if (!m_rater || !m_round || !m_round->id.isNone())
        return;
    const auto made = service::roundFor(m_study.session(), model::UnitId(), m_rater->id,
                                        std::string(model::defaultRoundName));
    if (!made) {
        m_round.reset();
        return;
    }
    m_round = *made;
    for (model::Round& round : m_rounds) {
        if (round.id.isNone())
            round = *made;
    }
}

void RateDesk::readList() {
    makeDefaultRound();
    remember();
    const int asked = ++m_asked;
    if (!m_rater) {
        if (!m_round && !m_rounds.empty())
            m_round = m_rounds.front();
        adopt(List{m_round, {}});
        return;
    }
    std::vector<model::Round> rounds = m_round ? std::vector<model::Round>{*m_round} : m_rounds;
    // The one that is only offered has no id either.
    if (!m_round && !m_worked.isNone())
        std::stable_partition(rounds.begin(), rounds.end(),
                              [this](const model::Round& each) { return each.id == m_worked; });
    const auto units = service::highestUnit(m_study.session());
    if (!units || units->value <= m_readAtOnce) {
        adopt(listOf(m_study.session(), m_rater->id, rounds, m_kinds, m_worked));
        return;
    }
    if (!(m_listed == keyNow())) {
        clearList();
        m_index = -1;
        m_work.reset();
        m_isReading = true;
        Q_EMIT listChanged();
        Q_EMIT unitChanged();
    }
    m_isReading = true;
    m_meanwhile.clear();
    m_jobs.start<List>(
        // Each desk has its own: the grid's list does not stop that of the answers.
        QStringLiteral("rate-list-%1").arg(quintptr(this)), tr("Reading the list"), this,
        [rater = m_rater->id, rounds = std::move(rounds), kinds = m_kinds,
         outside = m_worked](service::Session& session, const base::Task&) {
            return listOf(session, rater, rounds, kinds, outside);
        },
        [this, asked](base::Result<List> list) {
            if (asked == m_asked)
                adopt(std::move(list));
        });
}

void RateDesk::clearList() {
    m_units.clear();
    m_places.clear();
    m_done = 0;
    m_flagged = 0;
}

void RateDesk::adopt(base::Result<List> list) {
    m_isReading = false;
    const model::UnitId former =
        m_index >= 0 && m_index < int(m_units.size()) ? m_units[std::size_t(m_index)].unit : model::UnitId();
    clearList();
    if (!list) {
        if (list.error().code != base::Errc::Cancelled)
            Q_EMIT m_study.readFailed(list.error());
    } else {
        if (!m_round) {
            m_round = std::move(list->round);
            makeDefaultRound();
            remember();
        }
        m_units = std::move(list->units);
    }
    m_listed = keyNow();
    m_places.reserve(m_units.size());
    for (int i = 0; i < int(m_units.size()); ++i)
        m_places.emplace(m_units[std::size_t(i)].unit, i);
    const std::vector<model::UnitId> meanwhile = std::exchange(m_meanwhile, {});
    for (const service::RatingPlace& item : m_units) {
        m_done += int(item.isComplete);
        m_flagged += int(item.isFlagged);
    }
    const model::UnitId wanted = std::exchange(m_wanted, model::UnitId());
    m_index = placeOf(wanted);
    if (m_index < 0)
        m_index = placeOf(former);
    if (const auto last = rememberedPlace(); m_index < 0 && last && holdsAnswers())
        m_index = placeOf(model::UnitId(last->id));
    for (int i = 0; m_index < 0 && i < int(m_units.size()); ++i) {
        if (!m_units[std::size_t(i)].isComplete)
            m_index = i;
    }
    if (m_index < 0 && !m_units.empty())
        m_index = 0;
    {
        // Whoever listens does not know the list yet.
        const QSignalBlocker quiet(this);
        markAnew(meanwhile);
        readWork();
    }
    Q_EMIT listChanged();
    Q_EMIT unitChanged();
    if (!wanted.isNone() && placeOf(wanted) < 0)
        Q_EMIT unitMissing();
}

void RateDesk::chooseRater(model::RaterId rater) {
    for (const model::Rater& each : m_raters) {
        if (each.id == rater)
            m_rater = each;
    }
    readOther();
}

void RateDesk::chooseRound(model::RoundId round) {
    for (const model::Round& each : m_rounds) {
        if (each.id == round)
            m_round = each;
    }
    readOther();
}

void RateDesk::choose(model::RaterId rater, model::RoundId round) {
    const auto differs = [](const auto& mine, auto id) { return !id.isNone() && !(mine && mine->id == id); };
    if (mayChooseRater() && differs(m_rater, rater))
        chooseRater(rater);
    if (differs(m_round, round))
        chooseRound(round);
}

void RateDesk::readOther() {
    m_index = -1;
    m_pace = Pace();
    readList();
}

bool RateDesk::holds(model::UnitId unit, model::RaterId rater, model::RoundId round) const {
    return m_rater && m_rater->id == rater && m_round && m_round->id == round &&
           (m_isReading || m_places.contains(unit));
}

void RateDesk::followRemembered() {
    const QString group = settingsGroup();
    const std::string rater = toUtf8(remembered(group + QStringLiteral("rater")).toString());
    const std::string round = toUtf8(remembered(group + QStringLiteral("round")).toString());
    bool isOther = false;
    const auto take = [&isOther](auto& mine, const auto& all, const std::string& name) {
        if (name.empty() || !mine || mine->name == name)
            return;
        for (const auto& each : all) {
            if (each.name == name) {
                mine = each;
                isOther = true;
            }
        }
    };
    if (!m_study.viewer())
        take(m_rater, m_raters, rater);
    take(m_round, m_rounds, round);
    if (isOther)
        readOther();
}

} // namespace rapport::ui
