// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/measured_round.h"

#include "base/format.h"
#include "service/differences.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

namespace rapport::service {

namespace {

struct Raters {
    std::vector<model::Rater> list;
    std::size_t measured = 0; ///< those behind them are gold only
};

/// The raters whose work is measured, then the gold one they are held against.
base::Result<Raters> ratersOf(Session& session, const StudyMeasureOptions& options,
                              const std::vector<model::Rating>& ratings,
                              const std::vector<model::Assignment>& assignments) {
    Raters raters;
    if (!options.raters.empty()) {
        for (const std::string& name : options.raters) {
            RAPPORT_ASSIGN(model::Rater rater, session.rater(name));
            raters.list.push_back(std::move(rater));
        }
    } else {
        std::set<model::RaterId> present;
        for (const model::Rating& rating : ratings)
            present.insert(rating.rater);
        for (const model::Assignment& assignment : assignments)
            present.insert(assignment.rater);
        RAPPORT_ASSIGN(const auto all, session.raters());
        for (const model::Rater& rater : all) {
            const bool isGold = options.measure.gold && rater.name == *options.measure.gold;
            if (present.contains(rater.id) && rater.kind == model::RaterKind::Human && !isGold)
                raters.list.push_back(rater);
        }
    }
    raters.measured = raters.list.size();
    if (options.withConsensus)
        return raters; // the column of the consensus stands behind them
    const auto isGold = [&](const model::Rater& rater) { return rater.name == *options.measure.gold; };
    if (options.measure.gold && std::none_of(raters.list.begin(), raters.list.end(), isGold)) {
        RAPPORT_ASSIGN(model::Rater gold, session.rater(*options.measure.gold));
        raters.list.push_back(std::move(gold));
    }
    return raters;
}

/// In a training round the gold codings are shown once a unit is completed: nobody's rating of such a unit
/// counts as independent, since it may have been changed after.
base::Status leaveOutShown(Session& session, std::vector<model::Rating>& ratings) {
    RAPPORT_ASSIGN(const auto raters, ratersById(session));
    std::unordered_set<std::int64_t> shown;
    for (const model::Rating& rating : ratings) {
        if (raters.at(rating.rater).kind == model::RaterKind::Gold)
            shown.insert(rating.unit.value);
    }
    std::erase_if(ratings, [&](const model::Rating& rating) { return shown.contains(rating.unit.value); });
    return {};
}

} // namespace

base::Result<MeasuredRound> MeasuredRound::read(Session& session, const model::Round& round,
                                                const StudyMeasureOptions& options) {
    auto& impl = session.impl();
    MeasuredRound measured;
    measured.round = round;
    store::CodingFilter filter;
    filter.round = round.id;
    filter.at = options.afterOpening ? 0 : round.openedAt;
    RAPPORT_ASSIGN(measured.m_ratings, impl.codings().ratings(filter));
    RAPPORT_ASSIGN(measured.m_codings, impl.codings().codings(filter));
    if (round.kind == model::RoundKind::Training && !options.measure.gold)
        RAPPORT_TRY(leaveOutShown(session, measured.m_ratings));
    RAPPORT_ASSIGN(const auto assignments, impl.rounds().assignments(round.id));
    RAPPORT_ASSIGN(const auto raters, ratersOf(session, options, measured.m_ratings, assignments));
    std::unordered_set<std::int64_t> included;
    measured.measuredRaters = raters.measured;
    for (const model::Rater& rater : raters.list) {
        measured.raters.push_back(rater.id);
        measured.raterNames.push_back(rater.name);
        included.insert(rater.id.value);
    }
    if (options.withConsensus) {
        RAPPORT_ASSIGN(SettledValues settled, SettledValues::read(session, round.id));
        measured.m_settled = std::make_shared<const SettledValues>(std::move(settled));
        measured.hasConsensus = true;
        measured.raters.emplace_back(-1); // no row of the study
        measured.raterNames.emplace_back(consensusName);
    }
    std::unordered_set<model::UnitId> assigned;
    for (const model::Assignment& assignment : assignments)
        assigned.insert(assignment.unit);
    measured.assignedUnits = static_cast<std::int64_t>(assigned.size());

    std::unordered_set<model::UnitId> judged;
    for (const model::Rating& rating : measured.m_ratings) {
        if (!included.contains(rating.rater.value))
            continue;
        judged.insert(rating.unit);
        measured.m_versionAt[{rating.unit.value, rating.rater.value, rating.variable.value}] = rating.version;
    }
    // Units of participants who withdrew, with their codings.
    RAPPORT_ASSIGN(const auto leftOut, impl.forgetting().leftOut());
    for (const model::UnitId unit : leftOut)
        judged.erase(unit);
    const auto keyOf = [](const model::Coding& coding) {
        return Key{coding.unit.value, coding.rater.value, coding.variable.value};
    };
    for (std::size_t begin = 0; begin < measured.m_codings.size();) {
        std::size_t end = begin + 1;
        while (end < measured.m_codings.size() &&
               keyOf(measured.m_codings[end]) == keyOf(measured.m_codings[begin]))
            ++end;
        measured.m_codingsAt[keyOf(measured.m_codings[begin])] = {begin, end};
        begin = end;
    }
    if (!options.where.empty()) {
        RAPPORT_ASSIGN(const auto codebook, session.codebook());
        for (const std::string& condition : options.where)
            RAPPORT_TRY(measured.restrictTo(*codebook, condition));
    }
    const auto add = [&measured](const store::UnitRow& row) {
        MeasuredUnit unit;
        unit.id = row.unit.id;
        unit.name = row.unit.name;
        unit.kind = row.unit.kind;
        unit.prompt = row.prompt;
        unit.participant = row.unit.participant;
        unit.range = row.unit.range;
        unit.source = row.unit.source;
        // The participant's or the transcript's part of the name; a name cannot hold either mark itself.
        const bool isOfParticipant = unit.kind == model::UnitKind::Answer && !row.unit.participant.isNone();
        const auto mark = std::min(unit.name.find(isOfParticipant ? '/' : '#'), unit.name.size());
        unit.cluster = unit.name.substr(0, mark);
        if (!isOfParticipant)
            unit.cluster += '#';
        measured.units.push_back(std::move(unit));
    };
    RAPPORT_ASSIGN(const auto counts, impl.sources().counts());
    if (static_cast<std::int64_t>(judged.size()) * 4 < counts.units) {
        std::vector<model::UnitId> ids(judged.begin(), judged.end());
        std::sort(ids.begin(), ids.end());
        for (const model::UnitId id : ids) {
            RAPPORT_ASSIGN(const auto row, impl.sources().unit(id, false));
            if (row)
                add(*row);
        }
    } else {
        RAPPORT_TRY(impl.sources().forEachUnit(model::UnitId{}, false, [&](const store::UnitRow& row) {
            if (judged.contains(row.unit.id))
                add(row);
            return true;
        }));
    }
    RAPPORT_TRY(measured.shareWithinTranscripts(session));
    return measured;
}

base::Status MeasuredRound::shareWithinTranscripts(Session& session) {
    // Units of transcripts by source, in the order of their text.
    std::map<model::SourceId, std::vector<const MeasuredUnit*>> bySource;
    for (const MeasuredUnit& unit : units) {
        if (unit.kind != model::UnitKind::Answer)
            bySource[unit.source].push_back(&unit);
    }
    if (bySource.empty())
        return {};
    struct Place {
        model::SourceId source;
        text::TextRange range;
    };
    std::unordered_map<model::UnitId, Place> places;
    std::map<model::SourceId, std::vector<const MeasuredUnit*>> whole;
    for (auto& [source, list] : bySource) {
        for (const MeasuredUnit* unit : list)
            places.emplace(unit->id, Place{unit->source, unit->range});
        // Whole transcripts overlap everything; the others do not overlap one another much and are searched
        // by their end.
        const auto others = std::stable_partition(list.begin(), list.end(), [](const MeasuredUnit* unit) {
            return unit->kind == model::UnitKind::Transcript;
        });
        whole[source].assign(list.begin(), others);
        list.erase(list.begin(), others);
        std::sort(list.begin(), list.end(),
                  [](const MeasuredUnit* a, const MeasuredUnit* b) { return a->range.end < b->range.end; });
    }
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    for (const model::Coding& coding : m_codings) {
        const model::Variable* variable = codebook->variable(coding.variable);
        if (variable == nullptr || variable->scale != model::Scale::Presence)
            continue;
        auto place = places.find(coding.unit);
        if (place == places.end()) {
            RAPPORT_ASSIGN(const auto row, session.impl().sources().unit(coding.unit, false));
            if (!row)
                continue;
            place = places.emplace(coding.unit, Place{row->unit.source, row->unit.range}).first;
        }
        const auto list = bySource.find(place->second.source);
        if (list == bySource.end())
            continue;
        model::Coding shared = coding;
        shared.range = coding.range.value_or(place->second.range);
        const auto share = [&](const MeasuredUnit& unit) {
            if (unit.id != coding.unit && unit.range.overlaps(*shared.range))
                m_shared[{unit.id.value, coding.rater.value, coding.variable.value}].push_back(shared);
        };
        for (const MeasuredUnit* unit : whole[place->second.source])
            share(*unit);
        const auto& ordered = list->second;
        auto unit = std::upper_bound(
            ordered.begin(), ordered.end(), shared.range->begin,
            [](text::CodePoints begin, const MeasuredUnit* each) { return begin < each->range.end; });
        for (; unit != ordered.end() && (*unit)->range.begin < shared.range->end; ++unit)
            share(**unit);
    }
    // A unit's own codings come first, so that one span serves both.
    for (auto& [key, codings] : m_shared) {
        if (const auto own = m_codingsAt.find(key); own != m_codingsAt.end())
            codings.insert(codings.begin(),
                           m_codings.begin() + static_cast<std::ptrdiff_t>(own->second.begin),
                           m_codings.begin() + static_cast<std::ptrdiff_t>(own->second.end));
    }
    return {};
}

base::Status MeasuredRound::restrictTo(const model::Codebook& codebook, const std::string& condition) {
    const std::size_t sign = condition.find('=');
    if (sign == std::string::npos)
        return base::fail(base::Errc::InvalidArgument, base::said("'{}' is no condition", condition),
                          "write VARIABLE=LEVEL");
    const model::Variable* variable = codebook.variable(condition.substr(0, sign));
    if (variable == nullptr)
        return base::fail(base::Errc::NotFound,
                          base::said("there is no variable '{}'", condition.substr(0, sign)),
                          "see: rapport codebook STUDY show");
    if (variable->scale != model::Scale::Nominal && variable->scale != model::Scale::Ordinal)
        return base::fail(base::Errc::InvalidArgument,
                          base::said("variable '{}' has no levels", variable->name),
                          "name a nominal or an ordinal variable");
    const model::Code* level = variable->code(condition.substr(sign + 1));
    if (level == nullptr)
        return base::fail(
            base::Errc::NotFound,
            base::said("variable '{}' has no level '{}'", variable->name, condition.substr(sign + 1)),
            "see: rapport codebook STUDY show");
    std::erase_if(m_versionAt, [&](const auto& entry) {
        const auto extent = m_codingsAt.find({entry.first.unit, entry.first.rater, variable->id.value});
        return extent == m_codingsAt.end() ||
               std::none_of(m_codings.begin() + static_cast<std::ptrdiff_t>(extent->second.begin),
                            m_codings.begin() + static_cast<std::ptrdiff_t>(extent->second.end),
                            [&](const model::Coding& coding) { return coding.code == level->id; });
    });
    return {};
}

model::UnitWork MeasuredRound::work(std::size_t unit, std::size_t rater, model::VariableId variable) const {
    const MeasuredUnit& each = units[unit];
    model::UnitWork work;
    work.kind = each.kind;
    work.prompt = each.prompt;
    work.unitRange = each.range;
    const Key key{each.id.value, raters[rater].value, variable.value};
    if (const auto version = m_versionAt.find(key); version != m_versionAt.end())
        work.completedVersion = version->second;
    if (const auto shared = m_shared.find(key); shared != m_shared.end())
        work.codings = shared->second;
    else if (const auto extent = m_codingsAt.find(key); extent != m_codingsAt.end())
        work.codings =
            std::span(m_codings).subspan(extent->second.begin, extent->second.end - extent->second.begin);
    return work;
}

std::optional<std::string> MeasuredRound::consensus(std::size_t unit, const model::Variable& variable,
                                                    const model::Code* code,
                                                    std::span<const std::optional<std::string>> given) const {
    if (m_settled) {
        if (auto settled = m_settled->of(units[unit].id, variable, code))
            return settled;
    }
    std::optional<std::string> common;
    std::size_t judged = 0;
    for (const auto& each : given) {
        if (!each)
            continue;
        if (common && *common != *each)
            return std::nullopt;
        common = each;
        ++judged;
    }
    return judged >= 2 ? common : std::nullopt;
}

std::int64_t MeasuredRound::versionOf(std::size_t unit, model::VariableId variable) const {
    for (const model::RaterId rater : raters) {
        const auto version = m_versionAt.find({units[unit].id.value, rater.value, variable.value});
        if (version != m_versionAt.end())
            return version->second;
    }
    return 0;
}

} // namespace rapport::service
