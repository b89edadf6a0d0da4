// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/check_script.h"

#include "agreement/r_script.h"
#include "base/format.h"
#include "service/measured_data.h"
#include "service/training.h"

#include <deque>
#include <map>

namespace rapport::service {

namespace {

/// The data behind a result. `units`: those of the round to which its variable applies.
base::Result<agreement::ReliabilityData> dataOf(const agreement::LabelledDocument& result,
                                                const MeasuredRound& round, const model::Codebook& codebook,
                                                const StudyMeasureOptions& options) {
    const model::Variable* variable = codebook.variable(result.variable);
    if (variable == nullptr)
        return base::fail(base::Errc::NotFound, base::said("there is no variable '{}'", result.variable));
    std::vector<std::size_t> units;
    for (std::size_t unit = 0; unit < round.units.size(); ++unit) {
        if (variable->appliesTo(round.units[unit].kind, round.units[unit].prompt) &&
            !round.units[unit].isShown)
            units.push_back(unit);
    }
    const model::Code* code = result.code ? variable->code(*result.code) : nullptr;
    if (code != nullptr)
        return codeData(round, *variable, *code, units, options);
    return variable->scale == model::Scale::Count ? countData(round, *variable, units)
                                                  : levelData(round, *variable, units);
}

} // namespace

base::Result<std::string> agreementCheckScript(Session& session, const StudyMeasureOptions& options,
                                               const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "write a script that holds the ratings"));
    if (!options.by.empty())
        return base::fail(base::Errc::InvalidArgument, "the script is not split by anything",
                          "leave out --by");
    RAPPORT_ASSIGN(const agreement::StudyAgreement study, measureStudy(session, options, task));
    std::map<std::string, MeasuredRound> rounds;
    std::deque<agreement::ReliabilityData> tables; // sections point into it
    std::vector<agreement::CheckSection> sections;
    for (const agreement::LabelledDocument& result : study.results) {
        auto round = rounds.find(result.round);
        if (round == rounds.end()) {
            RAPPORT_ASSIGN(const model::Round named, session.round(result.round));
            RAPPORT_ASSIGN(MeasuredRound measured, MeasuredRound::read(session, named, options));
            round = rounds.emplace(result.round, std::move(measured)).first;
        }
        const model::Variable* variable = round->second.codebook->variable(result.variable);
        if (variable != nullptr && variable->scale == model::Scale::Presence && !result.code)
            continue;
        RAPPORT_ASSIGN(agreement::ReliabilityData data,
                       dataOf(result, round->second, *round->second.codebook, options));
        tables.push_back(std::move(data));
        std::string title = fmt::format("{}: {}", result.round, result.variable);
        if (result.code)
            title += " / " + *result.code;
        sections.push_back({std::move(title), &tables.back(), &result.agreement});
    }
    if (sections.empty()) {
        RAPPORT_ASSIGN(const std::string training, ratedBesideGold(session, options.rounds));
        return base::fail(base::Errc::Undefined, "there is nothing to check yet",
                          training.empty()
                              ? base::Phrase("no unit of these rounds was completed by a human rater")
                              : base::said("raters were shown gold codings in round '{}': such ratings "
                                           "never enter agreement",
                                           training));
    }
    return agreement::rCheckScript(sections);
}

} // namespace rapport::service
