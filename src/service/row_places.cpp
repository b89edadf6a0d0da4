// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/row_places.h"

#include "base/format.h"
#include "base/json.h"
#include "model/names.h"
#include "service/rating.h"

#include <algorithm>

namespace rapport::service {

namespace {

bool isImported(const model::Round& round) {
    const auto plan = base::parseJson(round.plan);
    return plan && plan->is_object() && (plan->contains("imported") || plan->contains("restored"));
}

/// What a later table has comes in as well: often there is one for each rater. One that was opened has been
/// measured, and stays as it is.
bool takesInMore(const model::Round& round) {
    return round.openedAt == 0 && isImported(round);
}

base::Phrase kindOfRound(model::RoundKind kind) {
    switch (kind) {
    case model::RoundKind::Training:
        return base::Phrase("training round");
    case model::RoundKind::Calibration:
        return base::Phrase("calibration round");
    case model::RoundKind::Main:
        return base::Phrase("main round");
    case model::RoundKind::Reliability:
    case model::RoundKind::Default:
        break;
    }
    return base::Phrase("reliability round");
}

} // namespace

base::Status RowPlaces::read(const std::vector<exchange::CodingRow>& rows) {
    RAPPORT_TRY(readUnits(rows));
    RAPPORT_ASSIGN(m_raters, RaterNames::read(session()));
    return readRounds(rows);
}

base::Status RowPlaces::make(const Rows& rows) {
    RAPPORT_TRY(makeRaters(rows));
    return makeRounds(rows);
}

const store::UnitRow* RowPlaces::unit(const std::string& name) const {
    const auto found = m_units.find(name);
    return found == m_units.end() || !found->second ? nullptr : &*found->second;
}

bool RowPlaces::canRate(const std::string& rater) const {
    return m_raters.canJoin(rater);
}

bool RowPlaces::canHold(const std::string& round) const {
    return round.empty() || round == model::defaultRoundName || m_rounds.contains(round) ||
           model::isIdentifier(round);
}

model::RaterId RowPlaces::rater(const std::string& name) const {
    const model::Rater* found = m_raters.find(name);
    return found == nullptr ? model::RaterId() : found->id;
}

const model::Round* RowPlaces::round(const std::string& name) const {
    const auto found = m_rounds.find(name);
    return found == m_rounds.end() ? nullptr : &found->second;
}

const model::Round* RowPlaces::round(model::RoundId id) const {
    const auto found = std::find_if(m_rounds.begin(), m_rounds.end(),
                                    [id](const auto& entry) { return entry.second.id == id; });
    return found == m_rounds.end() ? nullptr : &found->second;
}

base::Status RowPlaces::readUnits(const std::vector<exchange::CodingRow>& rows) {
    store::UnitsByName units(*impl().file);
    for (const exchange::CodingRow& row : rows) {
        if (m_units.contains(row.unit))
            continue;
        RAPPORT_ASSIGN(const auto unit, units.find(row.unit));
        std::optional<store::UnitRow> found;
        if (unit) {
            RAPPORT_ASSIGN(found, impl().sources().unit(unit->id, false));
        } else if (const auto neutral = findUnit(session(), row.unit)) {
            RAPPORT_ASSIGN(found, impl().sources().unit(neutral->id, false));
        }
        m_units.emplace(row.unit, std::move(found));
    }
    return {};
}

base::Status RowPlaces::readRounds(const std::vector<exchange::CodingRow>& rows) {
    RAPPORT_ASSIGN(const auto known, session().rounds());
    for (const model::Round& round : known)
        m_rounds.emplace(round.name, round);
    std::set<std::string> told;
    for (const exchange::CodingRow& row : rows) {
        if (!canHold(row.round) && told.insert(row.round).second)
            m_report->notes.push_back(base::said(
                "round '{}' cannot be made: use letters, digits, '_' and '-', beginning with a letter",
                row.round));
    }
    return {};
}

base::Status RowPlaces::makeRaters(const Rows& rows) {
    // In order of name, so that columns of agreement do not depend on the order of rows.
    std::set<std::string> names;
    for (const exchange::CodingRow* row : rows)
        names.insert(row->rater);
    for (const std::string& name : names)
        RAPPORT_TRY(m_raters.join(*m_writer, *m_report, name));
    return {};
}

base::Status RowPlaces::makeRounds(const Rows& rows) {
    std::vector<std::string> fresh;
    bool isOutsideRounds = false;
    for (const exchange::CodingRow* row : rows) {
        const std::string& name = row->round;
        if (name.empty() || name == model::defaultRoundName)
            isOutsideRounds = true;
        else if (!m_rounds.contains(name) && std::find(fresh.begin(), fresh.end(), name) == fresh.end())
            fresh.push_back(name);
    }
    RAPPORT_ASSIGN(const auto known, session().rounds());
    if (isOutsideRounds) {
        RAPPORT_ASSIGN(const model::Round fallback, impl().rounds().defaultRound());
        m_rounds.insert_or_assign(fallback.name, fallback);
    }
    for (const model::Round& round : known) {
        if (takesInMore(round))
            RAPPORT_TRY(extendRound(round, rows));
    }
    for (const std::string& name : fresh)
        RAPPORT_TRY(makeRound(name, rows));
    const bool isGuessed = std::any_of(fresh.begin(), fresh.end(),
                                       [](const std::string& name) { return !model::roundKind(name); });
    if (isGuessed && !m_roundKind)
        m_report->notes.push_back(base::said("{}: {}",
                                             "a table of codings does not say of which kind its rounds were",
                                             "where they were another, import it with --round-kind"));
    return {};
}

RowPlaces::Given RowPlaces::givenIn(const std::string& round, const Rows& rows) const {
    Given given;
    std::map<std::string, std::set<model::UnitId>> unitsOf;
    for (const exchange::CodingRow* row : rows) {
        if (row->round != round)
            continue;
        const model::UnitId unit = m_units.at(row->unit)->unit.id;
        if (unitsOf[row->rater].insert(unit).second)
            given.byRater[row->rater].push_back(row);
        given.units.insert(unit);
    }
    for (auto& [rater, firstRows] : given.byRater) {
        // In the order in which the rater worked, where times tell it.
        std::stable_sort(
            firstRows.begin(), firstRows.end(),
            [](const exchange::CodingRow* a, const exchange::CodingRow* b) { return a->time < b->time; });
    }
    return given;
}

base::Result<std::size_t> RowPlaces::assign(model::RoundId round, const Given& given,
                                            const std::vector<model::Assignment>& assigned) {
    std::map<model::UnitId, std::int64_t> numbers;
    std::map<model::RaterId, std::int64_t> ordinals;
    std::int64_t last = 0;
    for (const model::Assignment& each : assigned) {
        numbers.emplace(each.unit, each.neutralNumber);
        last = std::max(last, each.neutralNumber);
        ordinals[each.rater] = std::max(ordinals[each.rater], each.ordinal);
        m_assigned.insert({each.unit, each.rater, round});
    }
    std::vector<model::UnitId> order;
    for (const model::UnitId unit : given.units) {
        if (!numbers.contains(unit))
            order.push_back(unit);
    }
    // Not by a seed: whoever knows it could do the same elsewhere and learn where a number stands.
    impl().environment.random.shuffle(order);
    for (const model::UnitId unit : order)
        numbers.emplace(unit, ++last);
    std::vector<model::Assignment> assignments;
    for (const auto& [raterName, firstRows] : given.byRater) {
        const model::RaterId rater = m_raters.find(raterName)->id;
        for (const exchange::CodingRow* row : firstRows) {
            const model::UnitId unit = m_units.at(row->unit)->unit.id;
            if (m_assigned.insert({unit, rater, round}).second)
                assignments.push_back({round, rater, unit, ++ordinals[rater], numbers.at(unit)});
        }
    }
    RAPPORT_TRY(impl().rounds().addAssignments(assignments));
    return assignments.size();
}

base::Status RowPlaces::extendRound(const model::Round& round, const Rows& rows) {
    const Given given = givenIn(round.name, rows);
    if (given.units.empty())
        return {};
    RAPPORT_ASSIGN(const auto assigned, impl().rounds().assignments(round.id));
    RAPPORT_ASSIGN(const std::size_t added, assign(round.id, given, assigned));
    if (added == 0)
        return {};
    store::JournalEntry entry;
    entry.act = store::Act::Assign;
    entry.round = round.id;
    entry.detail = base::dumpJson({{"imported", true}, {"assignments", added}}, -1);
    RAPPORT_TRY(m_writer->append(entry));
    m_report->notes.push_back(
        base::said("round '{}' takes in more of the codings: {} assignments", round.name, added));
    return {};
}

base::Status RowPlaces::makeRound(const std::string& name, const Rows& rows) {
    const Given given = givenIn(name, rows);
    model::Round round;
    round.guid = base::Guid::random(impl().environment.random);
    round.name = name;
    // However many raters this table has: the next one may be another rater's.
    round.kind = m_roundKind.value_or(model::roundKind(name).value_or(model::RoundKind::Reliability));
    round.plan = base::dumpJson({{"imported", true}, {"units", given.units.size()}}, -1);
    RAPPORT_ASSIGN(round.id, impl().rounds().addRound(round));
    RAPPORT_TRY(assign(round.id, given, {}));
    store::JournalEntry entry;
    entry.act = store::Act::Assign;
    entry.round = round.id;
    entry.detail = round.plan;
    RAPPORT_TRY(m_writer->append(entry));
    m_freshRounds.insert(round.id);
    m_rounds.emplace(name, round);
    m_report->notes.push_back(given.units.size() == 1
                                  ? base::said("round '{}' was made from the codings as a {}: 1 unit", name,
                                               kindOfRound(round.kind))
                                  : base::said("round '{}' was made from the codings as a {}: {} units", name,
                                               kindOfRound(round.kind), given.units.size()));
    return {};
}

base::Result<bool> RowPlaces::isAssigned(const exchange::CodingRow& row) {
    const model::Round* there = round(row.round.empty() ? std::string(model::defaultRoundName) : row.round);
    if (there == nullptr || there->kind == model::RoundKind::Default || takesInMore(*there))
        return true;
    const model::UnitId unitId = unit(row.unit)->unit.id;
    const model::RaterId raterId = rater(row.rater);
    const CodedOccasion occasion{unitId, raterId, there->id};
    if (raterId.isNone() || m_assigned.contains(occasion))
        return !raterId.isNone();
    RAPPORT_ASSIGN(const auto rounds, impl().rounds().roundsOf(unitId, raterId));
    for (const model::RoundId each : rounds)
        m_assigned.insert({unitId, raterId, each});
    return m_assigned.contains(occasion);
}

} // namespace rapport::service
