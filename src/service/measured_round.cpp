// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/measured_round.h"

#include "base/format.h"
#include "service/differences.h"
#include "service/own_rating.h"
#include "service/round_codebook.h"
#include "service/training.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
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
    const bool isHeld = options.measure.gold && !options.withConsensus; // the consensus is nobody
    model::Rater gold;
    if (isHeld) {
        RAPPORT_ASSIGN(gold, session.rater(*options.measure.gold));
    }
    const auto isGold = [&](const model::Rater& rater) { return isHeld && rater.id == gold.id; };
    if (!options.raters.empty()) {
        for (const std::string& name : options.raters) {
            RAPPORT_ASSIGN(model::Rater rater, session.rater(name));
            if (std::any_of(raters.list.begin(), raters.list.end(),
                            [&](const model::Rater& other) { return other.id == rater.id; }))
                return base::fail(base::Errc::InvalidArgument, base::said("rater '{}' is named twice", name));
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
            if (present.contains(rater.id) && rater.kind == model::RaterKind::Human && !isGold(rater))
                raters.list.push_back(rater);
        }
    }
    raters.measured = raters.list.size();
    // Where raters are held against the consensus its column stands behind them.
    if (isHeld && std::none_of(raters.list.begin(), raters.list.end(), isGold))
        raters.list.push_back(std::move(gold));
    return raters;
}

} // namespace

base::Result<MeasuredRound> MeasuredRound::read(Session& session, const model::Round& round,
                                                const StudyMeasureOptions& options, StillOwn own) {
    auto& impl = session.impl();
    MeasuredRound measured;
    measured.round = round;
    RAPPORT_ASSIGN(measured.codebook, codebookOf(session, round, options.afterOpening));
    store::CodingFilter filter;
    filter.round = round.id;
    filter.at = options.afterOpening ? 0 : round.openedAt;
    RAPPORT_ASSIGN(measured.m_ratings, impl.codings().ratings(filter));
    RAPPORT_ASSIGN(measured.m_codings, impl.codings().codings(filter));
    StillToRate still;
    if (own == StillOwn::KeptBack) {
        RAPPORT_ASSIGN(still, StillToRate::read(session));
    }
    std::erase_if(measured.m_codings, [&](const model::Coding& coding) { return still.holds(coding.unit); });
    // In a training round the gold codings are shown once a unit is completed: nobody's rating of such a unit
    // counts as independent, since it may have been changed after. Against gold it counts.
    RAPPORT_ASSIGN(const auto shown, shownGold(session, round, options.afterOpening));
    if (!options.measure.gold || options.withConsensus)
        std::erase_if(measured.m_ratings,
                      [&](const model::Rating& rating) { return shown.contains(rating.unit); });
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
    if (!assignments.empty())
        for (const model::RaterId rater : measured.raters)
            measured.assignedTo.push_back(
                std::count_if(assignments.begin(), assignments.end(),
                              [&](const model::Assignment& each) { return each.rater == rater; }));

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
        measured.m_codingsAt[keyOf(measured.m_codings[begin])] = {static_cast<std::uint32_t>(begin),
                                                                  static_cast<std::uint32_t>(end)};
        begin = end;
    }
    for (const std::string& condition : options.where)
        RAPPORT_TRY(measured.restrictTo(condition));
    const auto add = [&measured, &shown, &still](const store::UnitRow& row) {
        MeasuredUnit unit;
        unit.isShown = shown.contains(row.unit.id);
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
        (still.holds(row.unit.id) ? measured.keptBack : measured.units).push_back(std::move(unit));
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
    RAPPORT_TRY(measured.keepBackWholes(session, still));
    RAPPORT_TRY(measured.shareWithinTranscripts(session));
    measured.tabulate(assignments);
    return measured;
}

base::Result<std::shared_ptr<const MeasuredRound>>
MeasuredRound::shared(Session& session, const model::Round& round, const StudyMeasureOptions& options) {
    Session::Impl& impl = session.impl();
    RAPPORT_TRY(impl.refresh());
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    std::string key =
        fmt::format("{}|{}|{}|{}|{}", round.id.value, options.afterOpening, options.withConsensus,
                    still.isEmpty(), options.measure.gold.value_or(std::string()));
    for (const std::vector<std::string>* names : {&options.raters, &options.where}) {
        key += '\n';
        for (const std::string& name : *names)
            key += name + '\n';
    }
    // Inside a step that is being written the journal has not said yet what changes.
    if (const auto known = impl.measured.find(key); known != impl.measured.end() && impl.openStep == nullptr)
        if (auto held = known->second.lock())
            return held;
    RAPPORT_ASSIGN(MeasuredRound measured, read(session, round, options));
    auto result = std::make_shared<const MeasuredRound>(std::move(measured));
    std::erase_if(impl.measured, [](const auto& entry) { return entry.second.expired(); });
    if (impl.openStep == nullptr)
        impl.measured[std::move(key)] = result;
    return result;
}

MeasuredRound::WorkTable& MeasuredRound::tableFor(model::VariableId variable) {
    for (WorkTable& table : m_tables)
        if (table.variable == variable)
            return table;
    const std::size_t cells = units.size() * raters.size();
    return m_tables.emplace_back(
        WorkTable{variable, std::vector<std::int32_t>(cells, 0), std::vector<Extent>(cells)});
}

const MeasuredRound::WorkTable* MeasuredRound::tableOf(model::VariableId variable) const {
    for (const WorkTable& table : m_tables)
        if (table.variable == variable)
            return &table;
    return nullptr;
}

void MeasuredRound::tabulate(const std::vector<model::Assignment>& assignments) {
    std::unordered_map<std::int64_t, std::size_t> unitAt;
    for (std::size_t unit = 0; unit < units.size(); ++unit)
        unitAt.emplace(units[unit].id.value, unit);
    std::unordered_map<std::int64_t, std::size_t> raterAt;
    for (std::size_t rater = 0; rater < raters.size(); ++rater)
        raterAt.emplace(raters[rater].value, rater);
    const auto placeOf = [&](const Key& key) -> std::optional<std::size_t> {
        const auto unit = unitAt.find(key.unit);
        const auto rater = raterAt.find(key.rater);
        if (unit == unitAt.end() || rater == raterAt.end())
            return std::nullopt;
        return unit->second * raters.size() + rater->second;
    };
    for (const auto& [key, version] : m_versionAt)
        if (const auto place = placeOf(key))
            tableFor(model::VariableId{key.variable}).versions[*place] = static_cast<std::int32_t>(version);
    for (const auto& [key, extent] : m_codingsAt)
        if (const auto place = placeOf(key))
            tableFor(model::VariableId{key.variable}).codings[*place] = extent;
    m_versionAt = {};
    m_codingsAt = {};
    if (assignments.empty())
        return;
    std::vector<std::pair<std::size_t, std::uint32_t>> assigned;
    for (const model::Assignment& assignment : assignments) {
        const auto unit = unitAt.find(assignment.unit.value);
        const auto rater = raterAt.find(assignment.rater.value);
        if (unit != unitAt.end() && rater != raterAt.end())
            assigned.emplace_back(unit->second, static_cast<std::uint32_t>(rater->second));
    }
    std::sort(assigned.begin(), assigned.end());
    m_assignedFrom.assign(units.size() + 1, 0);
    m_assigned.reserve(assigned.size());
    for (const auto& [unit, rater] : assigned) {
        m_assigned.push_back(rater);
        m_assignedFrom[unit + 1] = m_assigned.size();
    }
    // Units that nobody was to judge hold nothing.
    for (std::size_t unit = 0; unit < units.size(); ++unit)
        m_assignedFrom[unit + 1] = std::max(m_assignedFrom[unit + 1], m_assignedFrom[unit]);
}

const Presences* MeasuredRound::presenceTable(const model::Variable& variable, model::Overlap overlap,
                                              bool rollUp) const {
    // A table beyond this would be larger than all it is made from.
    constexpr std::size_t mostCells = std::size_t{1} << 27;
    const std::size_t codes = variable.codes.size();
    if (units.empty() || raters.empty() || codes > mostCells / (units.size() * raters.size()))
        return nullptr;
    for (const auto& known : m_presences)
        if (known->m_variable == variable.id && known->m_overlap == overlap && known->m_rollUp == rollUp)
            return known.get();
    auto table = std::make_unique<Presences>();
    table->m_variable = variable.id;
    table->m_overlap = overlap;
    table->m_rollUp = rollUp;
    table->m_units = units.size();
    table->m_raters = raters.size();
    table->m_cells.assign(codes * units.size() * raters.size(), Presences::missing);
    const auto value = [&](std::size_t code, const model::UnitWork& work) {
        const auto found = model::presence(variable, variable.codes[code], work, overlap, rollUp);
        return found ? static_cast<std::int8_t>(*found) : Presences::missing;
    };
    // Codings of one code can count for itself, for what it was merged into and for what stands above it.
    std::unordered_map<std::int64_t, std::vector<std::size_t>> countsFor;
    for (std::size_t code = 0; code < codes; ++code) {
        std::vector<std::size_t> counting{code};
        for (const model::Code* above = variable.code(variable.codes[code].parent);
             rollUp && above != nullptr; above = variable.code(above->parent))
            counting.push_back(static_cast<std::size_t>(above - variable.codes.data()));
        const auto add = [&](model::CodeId given) {
            auto& all = countsFor[given.value];
            all.insert(all.end(), counting.begin(), counting.end());
        };
        add(variable.codes[code].id);
        for (const model::MergedCode& part : variable.codes[code].merged)
            add(part.id);
    }
    // Without codings all depends on kind, prompt and version alone.
    std::map<std::tuple<model::UnitKind, std::string_view, std::int64_t>, std::vector<std::int8_t>> without;
    const WorkTable* works = tableOf(variable.id);
    for (std::size_t unit = 0; works != nullptr && unit < units.size(); ++unit)
        for (std::size_t rater = 0; rater < raters.size(); ++rater) {
            if (works->versions[unit * raters.size() + rater] == 0)
                continue;
            const model::UnitWork work = this->work(unit, rater, variable.id);
            auto& absent = without[{work.kind, work.prompt, *work.completedVersion}];
            if (absent.empty() && codes > 0) {
                model::UnitWork empty = work;
                empty.codings = {};
                for (std::size_t code = 0; code < codes; ++code)
                    absent.push_back(value(code, empty));
            }
            std::int8_t* cells = table->m_cells.data() + unit * raters.size() + rater;
            const std::size_t stride = units.size() * raters.size();
            for (std::size_t code = 0; code < codes; ++code)
                cells[code * stride] = absent[code];
            for (const model::Coding& coding : work.codings)
                if (const auto found = countsFor.find(coding.code.value); found != countsFor.end())
                    for (const std::size_t code : found->second)
                        cells[code * stride] = value(code, work);
        }
    m_presences.push_back(std::move(table));
    return m_presences.back().get();
}

PresenceReader MeasuredRound::presences(const model::Variable& variable, model::Overlap overlap,
                                        bool rollUp) const {
    return {*this, variable, overlap, rollUp, presenceTable(variable, overlap, rollUp)};
}

std::int8_t PresenceReader::workedOut(std::size_t code, std::size_t unit, std::size_t rater) const {
    const auto value = model::presence(*m_variable, m_variable->codes[code],
                                       m_round->work(unit, rater, m_variable->id), m_overlap, m_rollUp);
    return value ? static_cast<std::int8_t>(*value) : Presences::missing;
}

base::Status MeasuredRound::keepBackWholes(Session& session, const StillToRate& still) {
    const auto isOfTranscript = [](const MeasuredUnit& unit) { return unit.kind != model::UnitKind::Answer; };
    if (still.isEmpty() || std::none_of(units.begin(), units.end(), isOfTranscript))
        return {};
    RAPPORT_ASSIGN(const auto sources, still.sources(session));
    std::map<model::SourceId, std::vector<text::TextRange>> held;
    for (const MeasuredUnit& unit : units) {
        const auto found = sources.find(unit.source);
        if (!isOfTranscript(unit) || found == sources.end() || held.contains(unit.source))
            continue;
        for (const model::UnitId id : found->second) {
            RAPPORT_ASSIGN(const auto row, session.impl().sources().unit(id, false));
            if (row)
                held[unit.source].push_back(row->unit.range);
        }
    }
    const auto mid = std::stable_partition(units.begin(), units.end(), [&](const MeasuredUnit& unit) {
        const auto ranges = held.find(unit.source);
        return !isOfTranscript(unit) || ranges == held.end() ||
               std::none_of(ranges->second.begin(), ranges->second.end(),
                            [&](const text::TextRange& range) { return range.overlaps(unit.range); });
    });
    std::move(mid, units.end(), std::back_inserter(keptBack));
    units.erase(mid, units.end());
    return {};
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

base::Status MeasuredRound::restrictTo(const std::string& condition) {
    const std::size_t sign = condition.find('=');
    if (sign == std::string::npos)
        return base::fail(base::Errc::InvalidArgument, base::said("'{}' is no condition", condition),
                          "write VARIABLE=LEVEL");
    const model::Variable* variable = codebook->variable(condition.substr(0, sign));
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

std::span<const std::uint32_t> MeasuredRound::assignedRaters(std::size_t unit) const {
    if (isUnassigned())
        return {};
    return std::span(m_assigned)
        .subspan(m_assignedFrom[unit], m_assignedFrom[unit + 1] - m_assignedFrom[unit]);
}

model::UnitWork MeasuredRound::work(std::size_t unit, std::size_t rater, model::VariableId variable) const {
    const MeasuredUnit& each = units[unit];
    model::UnitWork work;
    work.kind = each.kind;
    work.prompt = each.prompt;
    work.unitRange = each.range;
    const WorkTable* table = tableOf(variable);
    const std::size_t place = unit * raters.size() + rater;
    if (table != nullptr && table->versions[place] != 0)
        work.completedVersion = table->versions[place];
    if (!m_shared.empty())
        if (const auto shared = m_shared.find({each.id.value, raters[rater].value, variable.value});
            shared != m_shared.end()) {
            work.codings = shared->second;
            return work;
        }
    if (table != nullptr) {
        const Extent extent = table->codings[place];
        work.codings = std::span(m_codings).subspan(extent.begin, extent.end - extent.begin);
    }
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

std::optional<std::int64_t> MeasuredRound::versionOf(std::size_t unit, model::VariableId variable) const {
    std::int64_t common = 0;
    const WorkTable* table = tableOf(variable);
    for (std::size_t rater = 0; table != nullptr && rater < measuredRaters; ++rater) {
        const std::int32_t version = table->versions[unit * raters.size() + rater];
        if (version == 0)
            continue;
        if (common != 0 && common != version)
            return std::nullopt;
        common = version;
    }
    return common;
}

} // namespace rapport::service
