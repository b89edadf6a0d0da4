// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/analysed_data.h"

#include "base/format.h"
#include "base/number.h"
#include "service/own_rating.h"
#include "store/consensus.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace rapport::service {

namespace {

using base::Errc;

/// Smaller comes first where a unit was judged in several rounds.
int precedence(model::RoundKind kind) {
    switch (kind) {
    case model::RoundKind::Main:
        return 0;
    case model::RoundKind::Reliability:
        return 1;
    case model::RoundKind::Default:
        return 2;
    case model::RoundKind::Calibration:
        return 3;
    case model::RoundKind::Training:
        return 4;
    }
    return 5;
}

base::Result<std::vector<model::Round>> roundsToAnalyse(const Session& session,
                                                        const AnalysisSelection& selection) {
    std::vector<model::Round> chosen;
    for (const std::string& name : selection.rounds) {
        RAPPORT_ASSIGN(model::Round round, session.round(name));
        chosen.push_back(std::move(round));
    }
    if (chosen.empty()) {
        RAPPORT_ASSIGN(const auto all, session.rounds());
        std::copy_if(all.begin(), all.end(), std::back_inserter(chosen), [](const model::Round& round) {
            return round.kind != model::RoundKind::Training && round.kind != model::RoundKind::Calibration;
        });
    }
    std::stable_sort(chosen.begin(), chosen.end(), [](const model::Round& a, const model::Round& b) {
        return precedence(a.kind) < precedence(b.kind);
    });
    return chosen;
}

} // namespace

base::Result<std::optional<std::unordered_set<model::ParticipantId>>>
wantedParticipants(Session& session, const std::vector<std::string>& conditions,
                   const std::vector<model::ParticipantId>& hidden, Untold untold) {
    if (conditions.empty())
        return std::optional<std::unordered_set<model::ParticipantId>>();
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const auto attributes, impl.participants().attributes());
    std::unordered_set<model::ParticipantId> named;
    bool hasNames = false;
    std::map<std::string, std::vector<std::string>> byAttribute;
    for (const std::string& condition : conditions) {
        const std::size_t sign = condition.find('=');
        if (sign != std::string::npos) {
            const std::string attribute = condition.substr(0, sign);
            if (std::none_of(attributes.begin(), attributes.end(),
                             [&](const model::Attribute& each) { return each.name == attribute; }))
                return base::fail(Errc::NotFound, base::said("there is no attribute '{}'", attribute),
                                  "see: rapport attributes STUDY");
            byAttribute[attribute].push_back(condition.substr(sign + 1));
            continue;
        }
        RAPPORT_ASSIGN(const auto participant, impl.participants().byName(condition));
        if (!participant)
            return base::fail(Errc::NotFound, base::said("there is no participant '{}'", condition),
                              "name a participant, or write ATTRIBUTE=VALUE");
        hasNames = true;
        named.insert(participant->id);
    }
    RAPPORT_ASSIGN(const auto all, impl.participants().all());
    std::unordered_set<model::ParticipantId> wanted;
    for (const model::Participant& participant : all) {
        if (!hasNames || named.contains(participant.id))
            wanted.insert(participant.id);
    }
    for (const auto& [attribute, values] : byAttribute) {
        std::unordered_set<model::ParticipantId> having;
        for (const std::string& value : values) {
            RAPPORT_ASSIGN(const auto ids, impl.participants().having(attribute, value));
            having.insert(ids.begin(), ids.end());
        }
        if (std::any_of(attributes.begin(), attributes.end(), [&](const model::Attribute& each) {
                return each.name == attribute && each.isBlinded;
            }))
            for (const model::ParticipantId id : hidden) {
                if (untold == Untold::In)
                    having.insert(id);
                else
                    having.erase(id);
            }
        std::erase_if(wanted, [&](model::ParticipantId id) { return !having.contains(id); });
    }
    return std::optional(std::move(wanted));
}

base::Status knownNames(const Session& session, const AnalysisSelection& selection,
                        const model::Codebook& codebook) {
    for (const std::string& name : selection.variables) {
        if (codebook.variable(name) == nullptr)
            return base::fail(Errc::NotFound, base::said("there is no variable '{}'", name),
                              "see: rapport codebook STUDY show");
    }
    for (const std::string& name : selection.codes) {
        if (codebook.code(name).code == nullptr)
            return base::fail(Errc::NotFound, base::said("there is no code '{}'", name),
                              "see: rapport codebook STUDY show");
    }
    for (const std::string& name : selection.raters)
        RAPPORT_TRY(session.rater(name));
    RAPPORT_ASSIGN(const model::Instrument instrument, session.instrument());
    for (const std::string& name : selection.prompts) {
        const bool isPrompt = std::any_of(instrument.prompts.begin(), instrument.prompts.end(),
                                          [&](const model::Prompt& prompt) { return prompt.name == name; });
        if (!isPrompt && !model::unitKind(name))
            return base::fail(Errc::NotFound, base::said("there is no prompt '{}'", name),
                              "name a prompt of the instrument, or a kind of units: turn, transcript");
    }
    return {};
}

namespace {

bool isWanted(const std::vector<std::string>& names, const std::string& name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

/// Fills one variable's value of one unit from what one rater did.
void enter(AnalysedVariable& into, std::size_t unit, const model::UnitWork& work,
           const AnalysisSelection& selection, WithSegments segments) {
    const model::Variable& variable = *into.variable;
    switch (variable.scale) {
    case model::Scale::Presence:
        for (std::size_t code = 0; code < into.codes.size(); ++code) {
            const auto value =
                model::presence(variable, *into.codes[code], work, selection.overlap, selection.rollUp);
            into.present[unit * into.codes.size() + code] =
                value ? static_cast<std::int8_t>(*value) : std::int8_t{-1};
        }
        if (segments == WithSegments::Yes)
            into.codings[unit].assign(work.codings.begin(), work.codings.end());
        break;
    case model::Scale::Nominal:
    case model::Scale::Ordinal:
        if (const auto level = model::level(variable, work)) {
            for (std::size_t code = 0; code < into.codes.size(); ++code) {
                if (into.codes[code]->id == *level)
                    into.level[unit] = static_cast<std::int32_t>(code);
            }
        }
        break;
    case model::Scale::Count:
        into.count[unit] = model::count(variable, work).value_or(-1);
        break;
    }
}

/// What was settled of a round, by unit and variable.
using SettledByWork = std::map<std::pair<model::UnitId, model::VariableId>, std::vector<store::Settled>>;

base::Result<SettledByWork> settledIn(Session& session, model::RoundId round) {
    store::SettledFilter filter;
    filter.round = round;
    RAPPORT_ASSIGN(auto settled, store::Consensus(*session.impl().file).settled(filter));
    SettledByWork byWork;
    for (store::Settled& each : settled)
        byWork[{each.unit, each.variable}].push_back(std::move(each));
    return byWork;
}

/// Puts what was settled in place of a rater's values; the others stay.
void overlay(AnalysedVariable& into, std::size_t unit, const std::vector<store::Settled>& settled) {
    for (const store::Settled& each : settled) {
        if (into.variable->scale == model::Scale::Count) {
            into.count[unit] = each.number;
            continue;
        }
        for (std::size_t code = 0; code < into.codes.size(); ++code) {
            if (into.codes[code]->id != each.code)
                continue;
            if (into.variable->scale == model::Scale::Presence)
                into.present[unit * into.codes.size() + code] = each.number != 0 ? 1 : 0;
            else
                into.level[unit] = static_cast<std::int32_t>(code);
        }
        if (into.variable->scale == model::Scale::Presence && !into.codings.empty() && each.number == 0)
            std::erase_if(into.codings[unit],
                          [&](const model::Coding& coding) { return coding.code == each.code; });
    }
}

/// Takes away what the raters do not share: what is left is their consensus before anybody settled anything.
void keepShared(AnalysedVariable& into, std::size_t unit, const MeasuredRound& round, std::size_t place,
                const AnalysisSelection& selection) {
    AnalysedVariable other;
    other.variable = into.variable;
    other.codes = into.codes;
    other.present.assign(into.codes.size(), -1);
    other.level.assign(1, -1);
    other.count.assign(1, -1);
    other.codings.assign(1, {});
    for (std::size_t rater = 0; rater < round.measuredRaters; ++rater) {
        const auto work = round.work(place, rater, into.variable->id);
        if (!work.completedVersion)
            continue;
        enter(other, 0, work, selection, WithSegments::No);
        if (into.variable->scale == model::Scale::Presence) {
            for (std::size_t code = 0; code < into.codes.size(); ++code) {
                auto& value = into.present[unit * into.codes.size() + code];
                if (other.present[code] != value)
                    value = -1;
            }
        } else if (into.variable->scale == model::Scale::Count) {
            if (other.count[0] != into.count[unit])
                into.count[unit] = -1;
        } else if (other.level[0] != into.level[unit]) {
            into.level[unit] = -1;
        }
        other.level[0] = -1;
        other.count[0] = -1;
    }
}

void makeRoom(AnalysedVariable& variable, std::size_t units, WithSegments segments) {
    if (variable.variable->scale == model::Scale::Presence) {
        variable.present.assign(units * variable.codes.size(), -1);
        if (segments == WithSegments::Yes)
            variable.codings.resize(units);
    } else if (variable.variable->scale == model::Scale::Count) {
        variable.count.assign(units, -1);
    } else {
        variable.level.assign(units, -1);
    }
    variable.from.assign(units, EnteredFrom::Missing);
    variable.rater.assign(units, 0);
}

const char* ruleName(CodesFrom from) {
    switch (from) {
    case CodesFrom::Rule:
        return "assigned_rater_then_consensus_then_first_assigned";
    case CodesFrom::Raters:
        return "assigned_rater_then_first_assigned";
    case CodesFrom::Consensus:
        return "consensus_only";
    }
    return "";
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ",") + name;
    return text;
}

} // namespace

std::vector<std::size_t> AnalysedVariable::codesOf(std::size_t unit) const {
    std::vector<std::size_t> given;
    if (!present.empty()) {
        for (std::size_t code = 0; code < codes.size(); ++code) {
            if (presence(unit, code) == 1)
                given.push_back(code);
        }
    } else if (!level.empty() && level[unit] >= 0) {
        given.push_back(static_cast<std::size_t>(level[unit]));
    }
    return given;
}

base::Result<AnalysedData> AnalysedData::read(Session& session, const AnalysisSelection& selection,
                                              WithSegments segments, const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "analyse codes by group"));
    AnalysedData data;
    RAPPORT_ASSIGN(data.codebook, session.codebook());
    RAPPORT_TRY(knownNames(session, selection, *data.codebook));
    RAPPORT_ASSIGN(const model::Instrument instrument, session.instrument());
    for (const model::Prompt& prompt : instrument.prompts)
        data.m_promptOrder.push_back(prompt.name);
    RAPPORT_ASSIGN(const auto rounds, roundsToAnalyse(session, selection));
    StillToRate still;
    if (!selection.isWhole) {
        RAPPORT_ASSIGN(still, StillToRate::read(session));
        RAPPORT_ASSIGN(data.m_hidden, still.people(session));
    }
    RAPPORT_ASSIGN(const auto wanted, wantedParticipants(session, selection.participants, data.m_hidden));
    RAPPORT_ASSIGN(const auto possible,
                   wantedParticipants(session, selection.participants, data.m_hidden, Untold::In));
    for (const model::Variable& variable : data.codebook->variables) {
        if (!isWanted(selection.variables, variable.name))
            continue;
        AnalysedVariable each;
        each.variable = &variable;
        const bool hasLevels =
            variable.scale == model::Scale::Nominal || variable.scale == model::Scale::Ordinal;
        for (const model::Code& code : variable.codes) {
            if ((code.isCodable || (selection.rollUp && !hasLevels)) &&
                (hasLevels || isWanted(selection.codes, code.name)))
                each.codes.push_back(&code);
        }
        const bool isLeftOut =
            !selection.codes.empty() && variable.scale != model::Scale::Count &&
            std::none_of(variable.codes.begin(), variable.codes.end(),
                         [&](const model::Code& code) { return isWanted(selection.codes, code.name); });
        if (!isLeftOut && (variable.scale == model::Scale::Count || !each.codes.empty()))
            data.variables.push_back(std::move(each));
    }
    StudyMeasureOptions options;
    options.raters = selection.raters;
    std::vector<MeasuredRound> measured;
    for (const model::Round& round : rounds) {
        if (task.isStopped())
            return base::Task::cancelled();
        // What raters changed after discussion is theirs too: only agreement must not count it.
        options.afterOpening = true;
        RAPPORT_ASSIGN(MeasuredRound each,
                       MeasuredRound::read(session, round, options,
                                           selection.isWhole ? StillOwn::TakenIn : StillOwn::KeptBack));
        measured.push_back(std::move(each));
    }
    // Units of all rounds once, in the order of the study.
    std::map<model::UnitId, const MeasuredUnit*> found;
    std::unordered_set<model::UnitId> leftOut;
    const auto isOfPrompts = [&](const MeasuredUnit& unit) {
        return isWanted(selection.prompts, unit.prompt.empty() ? model::name(unit.kind) : unit.prompt);
    };
    for (const MeasuredRound& round : measured) {
        for (const MeasuredUnit& unit : round.units) {
            if (isOfPrompts(unit) && (!wanted || wanted->contains(unit.participant)))
                found.emplace(unit.id, &unit);
        }
        for (const MeasuredUnit& unit : round.keptBack) {
            if (isOfPrompts(unit) && (!possible || possible->contains(unit.participant)))
                leftOut.insert(unit.id);
        }
    }
    data.leftOut = static_cast<std::int64_t>(leftOut.size());
    std::unordered_map<std::string, std::size_t> clusterOf;
    std::unordered_map<model::UnitId, std::size_t> placeOf;
    std::unordered_set<model::ParticipantId> people;
    for (const auto& [id, unit] : found) {
        AnalysedUnit each;
        each.id = id;
        each.name = unit->name;
        each.kind = unit->kind;
        each.prompt = unit->prompt.empty() ? model::name(unit->kind) : unit->prompt;
        each.participant = unit->participant;
        each.source = unit->source;
        each.range = unit->range;
        each.cluster = clusterOf.emplace(unit->cluster, clusterOf.size()).first->second;
        if (!unit->participant.isNone())
            people.insert(unit->participant);
        placeOf.emplace(id, data.units.size());
        data.units.push_back(std::move(each));
    }
    if (data.units.empty())
        return base::fail(
            Errc::Undefined, "there is nothing to analyse yet",
            still.isEmpty()
                ? base::Phrase("no unit of these rounds, prompts and participants was completed")
                : base::Phrase("what you still have to rate yourself is left out until it is completed"));
    data.clusters = clusterOf.size();
    data.participants = static_cast<std::int64_t>(people.size());
    for (AnalysedVariable& variable : data.variables)
        makeRoom(variable, data.units.size(), segments);

    std::unordered_map<std::int64_t, std::uint32_t> raterPlace;
    std::vector<bool> isDouble(data.units.size(), false);
    for (std::size_t number = 0; number < measured.size(); ++number) {
        const MeasuredRound& round = measured[number];
        data.roundNames.push_back(round.round.name);
        RAPPORT_ASSIGN(const auto assignments, session.impl().rounds().assignments(round.round.id));
        std::vector<std::pair<model::UnitId, model::RaterId>> assigned;
        for (const model::Assignment& each : assignments)
            assigned.emplace_back(each.unit, each.rater);
        std::sort(assigned.begin(), assigned.end());
        SettledByWork settled;
        if (selection.from != CodesFrom::Raters) {
            RAPPORT_ASSIGN(settled, settledIn(session, round.round.id));
        }
        std::vector<std::uint32_t> places;
        for (std::size_t rater = 0; rater < round.raters.size(); ++rater) {
            const auto added = raterPlace.emplace(round.raters[rater].value,
                                                  static_cast<std::uint32_t>(data.raterNames.size()));
            if (added.second)
                data.raterNames.push_back(round.raterNames[rater]);
            places.push_back(added.first->second);
        }
        for (std::size_t unit = 0; unit < round.units.size(); ++unit) {
            if (unit % 4096 == 0 && task.isStopped())
                return base::Task::cancelled();
            const auto place = placeOf.find(round.units[unit].id);
            if (place == placeOf.end())
                continue;
            for (AnalysedVariable& variable : data.variables) {
                if (!variable.variable->appliesTo(round.units[unit].kind, round.units[unit].prompt))
                    continue;
                std::optional<std::size_t> first;    // of those who completed it
                std::optional<std::size_t> assignee; // the first of them to whom it was assigned
                int completed = 0;
                for (std::size_t rater = 0; rater < round.measuredRaters; ++rater) {
                    if (!round.work(unit, rater, variable.variable->id).completedVersion)
                        continue;
                    ++completed;
                    if (!first)
                        first = rater;
                    if (!assignee && std::binary_search(assigned.begin(), assigned.end(),
                                                        std::pair(round.units[unit].id, round.raters[rater])))
                        assignee = rater;
                }
                if (completed > 1)
                    isDouble[place->second] = true;
                if (!first || variable.from[place->second] != EnteredFrom::Missing ||
                    (selection.from == CodesFrom::Consensus && completed < 2))
                    continue;
                const std::size_t chosen = assignee.value_or(*first);
                enter(variable, place->second, round.work(unit, chosen, variable.variable->id), selection,
                      segments);
                variable.rater[place->second] = places[chosen];
                variable.from[place->second] = completed == 1 && round.round.kind == model::RoundKind::Main
                                                   ? EnteredFrom::AssignedRater
                                               : assignee ? EnteredFrom::FirstAssigned
                                                          : EnteredFrom::FirstRater;
                if (selection.from == CodesFrom::Consensus) {
                    keepShared(variable, place->second, round, unit, selection);
                    variable.from[place->second] = EnteredFrom::Consensus;
                }
                const auto decided = settled.find({round.units[unit].id, variable.variable->id});
                if (decided != settled.end()) {
                    overlay(variable, place->second, decided->second);
                    variable.from[place->second] = EnteredFrom::Consensus;
                }
            }
        }
    }
    data.doubleCoded = std::count(isDouble.begin(), isDouble.end(), true);
    for (std::size_t unit = 0; unit < data.units.size(); ++unit) {
        auto from = EnteredFrom::Missing;
        for (const AnalysedVariable& variable : data.variables) {
            if (from == EnteredFrom::Missing)
                from = variable.from[unit];
        }
        ++data.entered[static_cast<std::size_t>(from)];
    }
    return data;
}

std::vector<std::string> AnalysedData::promptsOf(const AnalysedVariable& variable) const {
    std::set<std::string> judged;
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        if (variable.isJudged(unit))
            judged.insert(units[unit].prompt);
    }
    std::vector<std::string> prompts;
    for (const std::string& name : m_promptOrder) {
        if (judged.erase(name) > 0)
            prompts.push_back(name);
    }
    prompts.insert(prompts.end(), judged.begin(), judged.end());
    return prompts;
}

std::vector<std::size_t> AnalysedData::unitsOf(const AnalysedVariable& variable,
                                               const std::string& prompt) const {
    std::vector<std::size_t> places;
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        const bool applies = variable.variable->appliesTo(
            units[unit].kind, units[unit].kind == model::UnitKind::Answer ? units[unit].prompt : "");
        if (applies && (prompt.empty() || units[unit].prompt == prompt))
            places.push_back(unit);
    }
    return places;
}

base::Result<std::vector<std::string>> AnalysedData::valuesOf(Session& session,
                                                              const std::string& attribute) const {
    RAPPORT_ASSIGN(const auto attributes, session.impl().participants().attributes());
    const auto asked = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const model::Attribute& each) { return each.name == attribute; });
    if (asked == attributes.end())
        return base::fail(Errc::NotFound, base::said("there is no attribute '{}'", attribute),
                          "see: rapport attributes STUDY");
    RAPPORT_ASSIGN(auto values, session.impl().participants().valuesOf(attribute));
    if (asked->isBlinded)
        for (const model::ParticipantId person : m_hidden)
            values.erase(person);
    std::vector<std::string> byUnit(units.size());
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        if (const auto found = values.find(units[unit].participant); found != values.end())
            byUnit[unit] = found->second;
    }
    return byUnit;
}

std::vector<std::pair<std::string, analysis::Value>>
AnalysedData::facts(const AnalysisSelection& selection) const {
    const auto count = [&](EnteredFrom from) {
        return analysis::Value(entered[static_cast<std::size_t>(from)]);
    };
    std::vector<std::pair<std::string, analysis::Value>> facts{
        {"rounds", joined(roundNames)},
        {"codes_from", std::string(ruleName(selection.from))},
        {"units", static_cast<std::int64_t>(units.size())},
        {"participants", participants},
        {"double_coded", doubleCoded},
        {"from_consensus", count(EnteredFrom::Consensus)},
        {"from_assigned_rater", count(EnteredFrom::AssignedRater)},
        {"from_first_assigned", count(EnteredFrom::FirstAssigned)},
        {"from_first_rater", count(EnteredFrom::FirstRater)},
        {"missing", count(EnteredFrom::Missing)},
        {"codebook_version", codebook->version},
        {"overlap", std::string(selection.overlap == model::Overlap::Any        ? "any"
                                : selection.overlap == model::Overlap::Majority ? "majority"
                                                                                : "full")},
        {"roll_up", static_cast<std::int64_t>(selection.rollUp ? 1 : 0)},
        {"level", selection.level}};
    if (!selection.participants.empty())
        facts.emplace_back("participants_wanted", joined(selection.participants));
    if (!selection.prompts.empty())
        facts.emplace_back("prompts_wanted", joined(selection.prompts));
    if (!selection.raters.empty())
        facts.emplace_back("raters_wanted", joined(selection.raters));
    return facts;
}

base::Result<std::vector<std::string>> orderedValues(Session& session, const std::string& attribute,
                                                     const std::vector<std::string>& present) {
    std::set<std::string> left;
    for (const std::string& value : present) {
        if (!value.empty())
            left.insert(value);
    }
    RAPPORT_ASSIGN(const auto attributes, session.impl().participants().attributes());
    std::vector<std::string> ordered;
    for (const model::Attribute& each : attributes) {
        if (each.name != attribute)
            continue;
        for (const std::string& value : each.values) {
            if (left.erase(value) > 0)
                ordered.push_back(value);
        }
    }
    const auto named = static_cast<std::ptrdiff_t>(ordered.size());
    ordered.insert(ordered.end(), left.begin(), left.end());
    std::stable_sort(ordered.begin() + named, ordered.end(), [](const std::string& a, const std::string& b) {
        const auto x = model::attributeNumber(a);
        const auto y = model::attributeNumber(b);
        if (x && y)
            return *x < *y;
        return x.has_value() != y.has_value() ? x.has_value() : a < b;
    });
    return ordered;
}

} // namespace rapport::service
