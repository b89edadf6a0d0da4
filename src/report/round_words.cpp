// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/round_words.h"

#include <algorithm>
#include <string_view>

namespace rapport::report {

std::string planText(const Words& words, const SamplingPlan& plan) {
    if (plan.origin == SamplingPlan::Origin::NotRecorded)
        return words.say(Phrase::PlanNone);
    if (plan.origin == SamplingPlan::Origin::Imported)
        return words.say(Phrase::PlanImported);
    const std::string candidates = words.count(Noun::Unit, plan.candidates);
    std::string text = plan.units == plan.candidates
                           ? words.say(Phrase::PlanAll, candidates)
                           : words.say(plan.isByParticipant ? Phrase::PlanByParticipant : Phrase::PlanByUnit,
                                       words.count(plan.units), candidates);
    if (!plan.strata.empty()) {
        std::vector<std::string> strata;
        for (const std::string& attribute : plan.strata)
            strata.push_back(isolate(attribute));
        text = words.say(Phrase::PlanWithin, text, words.list(strata));
    }
    if (plan.ratersPerUnit > 0)
        text = words.say(Phrase::PlanPerUnit, text, words.count(Noun::Rater, plan.ratersPerUnit));
    return words.say(Phrase::PlanSeed, text, fmt::format("{}", plan.seed));
}

void addUnitKinds(std::vector<std::string>& kinds, const RoundFacts& round) {
    constexpr std::string_view between = " and ";
    for (const CodeLine& line : round.lines) {
        const std::string& units = line.agreement.data.unitOfAnalysis;
        for (std::size_t begin = 0; begin < units.size();) {
            const std::size_t end = std::min(units.find(between, begin), units.size());
            std::string kind = units.substr(begin, end - begin);
            if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
                kinds.push_back(std::move(kind));
            begin = end + between.size();
        }
    }
}

std::string versionText(const Words& words, const VersionUsed& used) {
    std::string freeze;
    switch (used.freeze) {
    case VersionUsed::Freeze::Before:
        freeze = words.say(Phrase::FrozenBefore);
        break;
    case VersionUsed::Freeze::WithFirstRating:
        freeze = words.say(Phrase::FrozenWithFirst);
        break;
    case VersionUsed::Freeze::Later:
        freeze = words.say(Phrase::FrozenLater, words.date(used.frozen), words.date(used.firstRated));
        break;
    case VersionUsed::Freeze::Never:
        freeze = words.say(Phrase::FrozenNever);
        break;
    }
    return words.say(Phrase::Version, words.count(used.version), freeze);
}

} // namespace rapport::report
