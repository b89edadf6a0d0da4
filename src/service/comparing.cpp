// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/comparing.h"

#include "base/format.h"
#include "service/measured_data.h"
#include "service/round_codebook.h"

#include <algorithm>
#include <set>

namespace rapport::service {

namespace {

using base::Errc;

bool isWanted(const std::vector<std::string>& names, const std::string& name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

/// Those of `candidates` to which the variable applies.
std::vector<std::size_t> judged(const MeasuredRound& round, const model::Variable& variable,
                                const std::vector<std::size_t>& candidates) {
    std::vector<std::size_t> units;
    for (const std::size_t unit : candidates) {
        if (variable.appliesTo(round.units[unit].kind, round.units[unit].prompt))
            units.push_back(unit);
    }
    return units;
}

std::vector<std::size_t> candidates(const MeasuredRound& round, const std::set<model::UnitId>* only) {
    std::vector<std::size_t> units;
    for (std::size_t unit = 0; unit < round.units.size(); ++unit) {
        if (only == nullptr || only->contains(round.units[unit].id))
            units.push_back(unit);
    }
    return units;
}

/// A round's half of the comparison.
struct Side {
    const MeasuredRound* round = nullptr;
    std::vector<std::size_t> units;
};

std::set<std::string> promptsOf(const Side& side) {
    std::set<std::string> prompts;
    for (const std::size_t unit : side.units)
        prompts.insert(side.round->units[unit].prompt);
    return prompts;
}

} // namespace

base::Result<StudyComparison> compareRounds(Session& session, const ComparisonRequest& request,
                                            const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "compare rounds"));
    const StudyMeasureOptions& select = request.select;
    RAPPORT_ASSIGN(const model::Round firstRound, session.round(request.first));
    RAPPORT_ASSIGN(const model::Round secondRound, session.round(request.second));
    if (firstRound.id == secondRound.id)
        return base::fail(Errc::InvalidArgument, "a round is not compared with itself", "name two rounds");
    RAPPORT_TRY(mayMeasure(session, {firstRound, secondRound}));
    RAPPORT_ASSIGN(const MeasuredRound first, MeasuredRound::read(session, firstRound, select));
    RAPPORT_ASSIGN(const MeasuredRound second, MeasuredRound::read(session, secondRound, select));
    // What both mean alike can be compared: one codebook, or today's, which knows what became of either's.
    RAPPORT_ASSIGN(auto codebook, session.codebook());
    if (first.codebook->version == second.codebook->version)
        codebook = first.codebook;
    for (const std::string& name : select.variables)
        RAPPORT_TRY(knownIn(session, {codebook}, name, {}));
    for (const std::string& name : select.codes)
        RAPPORT_TRY(knownIn(session, {codebook}, {}, name));

    std::set<model::UnitId> inFirst;
    for (const MeasuredUnit& unit : first.units)
        inFirst.insert(unit.id);
    std::set<model::UnitId> shared;
    for (const MeasuredUnit& unit : second.units) {
        if (inFirst.contains(unit.id))
            shared.insert(unit.id);
    }
    if (shared.empty() && request.units == UnitsCompared::Shared)
        return base::fail(
            Errc::Undefined,
            base::said("no unit was completed in both '{}' and '{}'", firstRound.name, secondRound.name),
            "--units all compares all units of one with all of the other, as independent samples");
    const std::set<model::UnitId>* only = request.units == UnitsCompared::Shared ? &shared : nullptr;
    const std::vector<std::size_t> ofFirst = candidates(first, only);
    const std::vector<std::size_t> ofSecond = candidates(second, only);

    StudyComparison study;
    RAPPORT_ASSIGN(const store::StudyProperties properties, session.impl().file->properties());
    study.study = properties.title;
    study.first = firstRound.name;
    study.second = secondRound.name;
    study.units = request.units;
    std::set<model::UnitId> keptBack;
    for (const MeasuredRound* round : {&first, &second})
        for (const MeasuredUnit& unit : round->keptBack)
            keptBack.insert(unit.id);
    study.leftOutToRate = static_cast<std::int64_t>(keptBack.size());
    for (const model::Variable& variable : codebook->variables) {
        if (!isWanted(firstRound.variables, variable.name) ||
            !isWanted(secondRound.variables, variable.name) || !isWanted(select.variables, variable.name))
            continue;
        const Side one{&first, judged(first, variable, ofFirst)};
        const Side other{&second, judged(second, variable, ofSecond)};
        if (one.units.empty() || other.units.empty())
            continue;
        std::set<std::string> prompts = promptsOf(one);
        prompts.merge(promptsOf(other));
        agreement::MeasureOptions measure = select.measure;
        if (prompts.size() > 1)
            measure.caveats.emplace_back("pooled_prompts");
        const auto add = [&](std::optional<std::string> code, const auto& dataOf) -> base::Status {
            if (task.isStopped())
                return base::Task::cancelled();
            RAPPORT_ASSIGN(const agreement::ReliabilityData before, dataOf(one));
            RAPPORT_ASSIGN(const agreement::ReliabilityData after, dataOf(other));
            VariableComparison result;
            result.variable = variable.name;
            result.code = std::move(code);
            if (prompts.size() == 1 && !prompts.begin()->empty())
                result.prompt = *prompts.begin();
            RAPPORT_ASSIGN(result.comparison, agreement::compareRounds(before, firstRound.name, after,
                                                                       secondRound.name, measure, task));
            study.results.push_back(std::move(result));
            return {};
        };
        if (variable.scale == model::Scale::Presence) {
            for (const model::Code& code : variable.codes) {
                if (!code.isCodable || !isWanted(select.codes, code.name))
                    continue;
                RAPPORT_TRY(add(code.name, [&](const Side& side) {
                    return codeData(*side.round, variable, code, side.units, select);
                }));
            }
        } else if (select.codes.empty()) {
            RAPPORT_TRY(add(std::nullopt, [&](const Side& side) {
                return variable.scale == model::Scale::Count ? countData(*side.round, variable, side.units)
                                                             : levelData(*side.round, variable, side.units);
            }));
        }
    }
    return study;
}

} // namespace rapport::service
