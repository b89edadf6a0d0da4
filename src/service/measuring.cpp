// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/measuring.h"

#include "agreement/reading.h"
#include "base/format.h"
#include "base/json.h"
#include "base/number.h"
#include "service/measured_data.h"
#include "service/own_rating.h"
#include "service/reading.h"
#include "service/round_codebook.h"
#include "service/unit_names.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace rapport::service {

namespace {

using base::Errc;

/// One result's worth of units: those of one prompt, of one value of an attribute, or all.
struct Slice {
    std::optional<std::string> prompt;
    std::optional<std::string> by;
    std::vector<std::size_t> units; ///< into MeasuredRound::units
    bool isPooled = false;
};

/// The prompt of an answer, the kind of any other unit: what results are split by and pooled over.
std::string promptOrKind(const MeasuredUnit& unit) {
    return unit.prompt.empty() ? model::name(unit.kind) : unit.prompt;
}

bool isWanted(const std::vector<std::string>& names, const std::string& name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

using Codebooks = std::vector<std::shared_ptr<const model::Codebook>>;

base::Status knownNames(const Session& session, const StudyMeasureOptions& options,
                        const Codebooks& codebooks) {
    for (const std::string& name : options.variables)
        RAPPORT_TRY(knownIn(session, codebooks, name, {}));
    for (const std::string& name : options.codes) {
        RAPPORT_TRY(knownIn(session, codebooks, {}, name));
        const auto isOf = [&](const model::Codebook& codebook) {
            return std::any_of(options.variables.begin(), options.variables.end(),
                               [&](const std::string& each) {
                                   const model::Variable* variable = codebook.variable(each);
                                   return variable != nullptr && variable->code(name) != nullptr;
                               });
        };
        if (!options.variables.empty() &&
            std::none_of(codebooks.begin(), codebooks.end(), [&](const auto& each) { return isOf(*each); }))
            return base::fail(Errc::InvalidArgument,
                              base::said("code '{}' is of none of the variables that were named", name),
                              "name its variable too, or no variable: a code says which it is of");
    }
    for (const std::string& name : options.raters)
        RAPPORT_TRY(session.rater(name));
    static const std::vector<std::string> splits{"", "prompt", "round", "version", "batch"};
    if (std::find(splits.begin(), splits.end(), options.by) == splits.end()) {
        RAPPORT_ASSIGN(const auto attributes, session.impl().participants().attributes());
        const bool isRater = !session.viewer().isCoordinator();
        if (std::none_of(attributes.begin(), attributes.end(), [&](const model::Attribute& each) {
                return each.name == options.by && !(isRater && each.isBlinded);
            }))
            return base::fail(Errc::NotFound,
                              base::said("there is nothing named '{}' to split by", options.by),
                              "use prompt, round, version or an attribute: rapport attributes STUDY");
    }
    return {};
}

/// The attribute by which results are split, as the viewer may know it.
struct SplitValues {
    std::map<model::ParticipantId, std::string> values;
    std::vector<model::ParticipantId> keptBack; ///< whose value is, rising

    /// Of what is no attribute: nothing.
    static base::Result<SplitValues> read(const Session& session, const std::string& by) {
        SplitValues split;
        if (by.empty() || by == "prompt" || by == "round" || by == "version" || by == "batch")
            return split;
        RAPPORT_ASSIGN(split.values, session.impl().participants().valuesOf(by));
        RAPPORT_ASSIGN(const auto attributes, session.impl().participants().attributes());
        if (std::any_of(attributes.begin(), attributes.end(),
                        [&](const model::Attribute& each) { return each.name == by && each.isBlinded; })) {
            RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
            RAPPORT_ASSIGN(split.keptBack, still.people(session));
        }
        return split;
    }
    /// The group of those without a value would tell of them as well.
    [[nodiscard]] bool leavesOut(const MeasuredUnit& unit) const {
        return std::binary_search(keptBack.begin(), keptBack.end(), unit.participant);
    }
};

bool isJudged(const MeasuredUnit& unit, const model::Variable& variable, const StudyMeasureOptions& options) {
    return variable.appliesTo(unit.kind, unit.prompt) &&
           (!options.unitKind || unit.kind == *options.unitKind);
}

/// The batch of each unit that is judged: in the order in which the last of the raters completed it.
std::map<std::size_t, std::string> batchesOf(const MeasuredRound& round, const model::Variable& variable,
                                             const std::vector<std::size_t>& judged) {
    std::unordered_map<std::int64_t, base::Instant> completed;
    for (const model::Rating& rating : round.ratings()) {
        if (rating.variable != variable.id)
            continue;
        base::Instant& last = completed.try_emplace(rating.unit.value, rating.time).first->second;
        last = std::max(last, rating.time);
    }
    std::vector<std::size_t> order;
    for (const std::size_t unit : judged) {
        if (completed.contains(round.units[unit].id.value))
            order.push_back(unit);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return completed.at(round.units[a].id.value) < completed.at(round.units[b].id.value);
    });
    const std::size_t batches = std::clamp<std::size_t>(order.size() / unitsPerBatch, 1, mostBatches);
    std::map<std::size_t, std::string> batch;
    for (std::size_t place = 0; place < order.size(); ++place)
        batch.emplace(order[place], fmt::format("{}", place * batches / order.size() + 1));
    return batch;
}

std::vector<Slice> slicesOf(const MeasuredRound& round, const model::Variable& variable,
                            const StudyMeasureOptions& options, const SplitValues& split) {
    const std::string& by = options.by;
    std::vector<std::size_t> judged;
    std::set<std::string> prompts;
    for (std::size_t unit = 0; unit < round.units.size(); ++unit) {
        const MeasuredUnit& each = round.units[unit];
        if (!isJudged(each, variable, options) || split.leavesOut(each))
            continue;
        judged.push_back(unit);
        prompts.insert(promptOrKind(each));
    }
    std::vector<Slice> slices;
    if (judged.empty())
        return slices;
    if (by.empty() || by == "round") {
        Slice slice;
        slice.units = std::move(judged);
        slice.isPooled = prompts.size() > 1;
        if (!slice.isPooled)
            slice.prompt = *prompts.begin();
        if (by == "round")
            slice.by = round.round.name;
        slices.push_back(std::move(slice));
        return slices;
    }
    std::map<std::size_t, std::string> batches;
    if (by == "batch")
        batches = batchesOf(round, variable, judged);
    std::map<std::string, Slice> byValue;
    for (const std::size_t unit : judged) {
        const MeasuredUnit& each = round.units[unit];
        std::string value;
        if (by == "prompt")
            value = promptOrKind(each);
        else if (by == "version") {
            const auto version = round.versionOf(unit, variable.id);
            value = version ? fmt::format("{}", *version) : "mixed";
        } else if (by == "batch") {
            const auto batch = batches.find(unit);
            if (batch == batches.end())
                continue;
            value = batch->second;
        } else if (const auto found = split.values.find(each.participant); found != split.values.end())
            value = found->second;
        byValue[value].units.push_back(unit);
    }
    for (auto& [value, slice] : byValue) {
        if (by == "prompt")
            slice.prompt = value;
        else
            slice.by = value;
        std::set<std::string> inSlice;
        for (const std::size_t unit : slice.units)
            inSlice.insert(promptOrKind(round.units[unit]));
        slice.isPooled = inSlice.size() > 1;
        if (!slice.isPooled)
            slice.prompt = *inSlice.begin();
        slices.push_back(std::move(slice));
    }
    return slices;
}

agreement::MeasureOptions measureOptions(const StudyMeasureOptions& options, const Slice& slice) {
    agreement::MeasureOptions measure = options.measure;
    if (slice.isPooled)
        measure.caveats.emplace_back("pooled_prompts");
    return measure;
}

/// Ratings that were assigned and not given. `data`: a row for each of the units. Errors: Cancelled.
base::Result<std::int64_t> notGiven(const MeasuredRound& round, const std::vector<std::size_t>& units,
                                    const agreement::ReliabilityData& data, const base::Task& task) {
    constexpr std::size_t unitsBetweenAsking = 4096;
    if (data.missingCount() == 0 || round.isUnassigned())
        return data.missingCount();
    std::int64_t number = 0;
    for (std::size_t place = 0; place < units.size(); ++place) {
        if (place % unitsBetweenAsking == 0 && task.isStopped())
            return base::Task::cancelled();
        for (const std::uint32_t rater : round.assignedRaters(units[place]))
            if (rater < data.raterCount() && data.rating(place, rater) == agreement::missing)
                ++number;
    }
    return number;
}

/// Of these units the places of those that raters judged each for themselves.
std::vector<std::size_t> independentOf(const MeasuredRound& round, const std::vector<std::size_t>& units) {
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < units.size(); ++place)
        if (!round.units[units[place]].isShown)
            places.push_back(place);
    return places;
}

/// Measures the raters against one another; where a gold rater stands behind them, each of them against the
/// gold one too. Fills in what is known from the data.
base::Status measureRound(const MeasuredRound& round, const std::vector<std::size_t>& units,
                          const agreement::ReliabilityData& data, const agreement::MeasureOptions& options,
                          const base::Task& task, agreement::LabelledDocument& into) {
    const std::vector<std::size_t> independent = independentOf(round, units);
    std::vector<std::size_t> counted;
    for (const std::size_t place : independent)
        counted.push_back(units[place]);
    const auto count = [&](const agreement::ReliabilityData& measured) -> base::Status {
        if (into.code)
            into.holding = agreement::unitsHolding(measured);
        into.besideCommonest = agreement::unitsBesideCommonest(measured);
        RAPPORT_ASSIGN(into.notGiven, notGiven(round, counted, measured, task));
        return {};
    };
    const bool isAllIndependent = independent.size() == units.size();
    if (round.measuredRaters == round.raters.size() && isAllIndependent) {
        RAPPORT_TRY(count(data));
        RAPPORT_ASSIGN(into.agreement, agreement::measure(data, options, task));
        return {};
    }
    std::vector<std::size_t> measured(round.measuredRaters);
    std::iota(measured.begin(), measured.end(), std::size_t{0});
    agreement::MeasureOptions withoutGold = options;
    withoutGold.gold.reset();
    agreement::ReliabilityData measuredOnly = data.withRaters(measured);
    if (!isAllIndependent)
        measuredOnly = measuredOnly.withUnits(independent);
    RAPPORT_TRY(count(measuredOnly));
    RAPPORT_ASSIGN(into.agreement, agreement::measure(measuredOnly, withoutGold, task));
    agreement::MeasureOptions goldOnly = options;
    goldOnly.ci = agreement::IntervalKind::None;
    goldOnly.diagnostics = false;
    RAPPORT_ASSIGN(agreement::AgreementDocument against, agreement::measure(data, goldOnly, task));
    into.agreement.againstGold = std::move(against.againstGold);
    if (round.hasConsensus) {
        const std::size_t consensus = data.raterCount() - 1;
        std::int64_t open = 0;
        for (std::size_t pattern = 0; pattern < data.patternCount(); ++pattern) {
            const auto row = data.pattern(pattern).first(round.measuredRaters);
            if (data.pattern(pattern)[consensus] == agreement::missing &&
                std::count(row.begin(), row.end(), agreement::missing) + 2 <=
                    static_cast<std::ptrdiff_t>(row.size()))
                open += data.patternUnits(pattern);
        }
        into.open = open;
    }
    return {};
}

/// What is said where sets are too many to be compared as wholes; each code has its own result all the same.
agreement::AgreementDocument withoutSets(const MeasuredRound& round, const model::Variable& variable,
                                         const std::vector<std::size_t>& units, const base::Error& why) {
    agreement::AgreementDocument document;
    document.data.units = static_cast<std::int64_t>(units.size());
    document.data.raters = {round.raterNames.begin(),
                            round.raterNames.begin() + static_cast<std::ptrdiff_t>(round.measuredRaters)};
    document.data.scale = "set";
    for (const model::Code& code : variable.codes)
        if (code.isCodable)
            document.data.categories.push_back(code.name);
    document.data.categoriesDeclared = true;
    for (const char* distance : {"jaccard", "masi", "dice"}) {
        agreement::Estimate estimate;
        estimate.id = "krippendorff_alpha";
        estimate.scale = distance;
        estimate.missingRule = "available";
        estimate.undefined = agreement::Undefined{agreement::Reason::NotApplicable, why.message.text()};
        document.overall.push_back(std::move(estimate));
    }
    return document;
}

/// By variable, the stratum in which each participant or transcript is; nullopt once it is in several.
using ClustersOf =
    std::unordered_map<std::string, std::unordered_map<std::string, std::optional<std::string>>>;

void noteClusters(const MeasuredRound& round, const model::Variable& variable, const Slice& slice,
                  ClustersOf& clusters) {
    const std::string stratum = slice.by.value_or(slice.prompt.value_or(std::string()));
    if (stratum.empty())
        return; // units without a value are no stratum
    auto& known = clusters[variable.name];
    for (const std::size_t unit : slice.units) {
        const auto [at, isNew] = known.try_emplace(round.units[unit].cluster, stratum);
        if (!isNew && at->second != stratum)
            at->second.reset();
    }
}

base::Status measureVariable(const MeasuredRound& round, const model::Variable& variable,
                             const StudyMeasureOptions& options, const SplitValues& split,
                             agreement::StudyAgreement& into, ClustersOf& clusters, const base::Task& task) {
    const auto slices = slicesOf(round, variable, options, split);
    if (!options.by.empty())
        for (const Slice& slice : slices)
            noteClusters(round, variable, slice, clusters);
    for (const Slice& slice : slices) {
        const agreement::MeasureOptions measure = measureOptions(options, slice);
        const auto labelled = [&](std::optional<std::string> code) {
            agreement::LabelledDocument result;
            result.round = round.round.name;
            result.variable = variable.name;
            result.code = std::move(code);
            result.prompt = slice.prompt;
            result.by = slice.by;
            return result;
        };
        if (variable.scale != model::Scale::Presence) {
            auto data = variable.scale == model::Scale::Count ? countData(round, variable, slice.units)
                                                              : levelData(round, variable, slice.units);
            if (!data)
                return base::fail(data);
            agreement::LabelledDocument result = labelled(std::nullopt);
            RAPPORT_TRY(measureRound(round, slice.units, *data, measure, task, result));
            into.results.push_back(std::move(result));
            continue;
        }
        std::vector<std::size_t> ofSets;
        for (const std::size_t place : independentOf(round, slice.units))
            ofSets.push_back(slice.units[place]);
        // What one rater gave as a whole is not held against gold, only code by code.
        if (options.codes.empty() && !ofSets.empty()) {
            agreement::MeasureOptions setMeasure = measure;
            if (round.measuredRaters != round.raters.size())
                setMeasure.gold.reset();
            const auto sets = setData(round, variable, ofSets, options);
            agreement::LabelledDocument result = labelled(std::nullopt);
            if (sets) {
                result.besideCommonest = agreement::unitsBesideCommonest(sets->asCategories());
                RAPPORT_ASSIGN(result.agreement, agreement::measureSets(*sets, setMeasure, task));
            } else if (sets.error().code == Errc::Undefined) {
                result.agreement = withoutSets(round, variable, ofSets, sets.error());
            } else {
                return base::fail(sets);
            }
            into.results.push_back(std::move(result));
        }
        CodesData codes(round, variable, slice.units, options);
        for (const model::Code& code : variable.codes) {
            if ((!code.isCodable && !options.rollUp) || !isWanted(options.codes, code.name))
                continue;
            if (task.isStopped())
                return base::Task::cancelled();
            RAPPORT_ASSIGN(const agreement::ReliabilityData data, codes.of(code));
            agreement::LabelledDocument result = labelled(code.name);
            RAPPORT_TRY(measureRound(round, slice.units, data, measure, task, result));
            into.results.push_back(std::move(result));
        }
    }
    return {};
}

/// Units of the slices that `by` names (none: of all), and of the prompt.
std::vector<std::size_t> unitsIn(const MeasuredRound& round, const model::Variable& variable,
                                 const StudyMeasureOptions& options, const SplitValues& split,
                                 const std::optional<std::string>& prompt,
                                 const std::optional<std::string>& by) {
    std::vector<std::size_t> units;
    for (const Slice& slice : slicesOf(round, variable, options, split)) {
        if (by && slice.by != by)
            continue;
        std::copy_if(slice.units.begin(), slice.units.end(), std::back_inserter(units),
                     [&](std::size_t unit) { return !prompt || promptOrKind(round.units[unit]) == *prompt; });
    }
    std::sort(units.begin(), units.end());
    return units;
}

bool holdsWantedCode(const model::Variable& variable, const StudyMeasureOptions& options) {
    return options.codes.empty() ||
           std::any_of(options.codes.begin(), options.codes.end(), [&](const std::string& code) {
               return variable.scale == model::Scale::Presence && variable.code(code) != nullptr;
           });
}

base::Result<agreement::StudyAgreement> measureRounds(Session& session, const StudyMeasureOptions& options,
                                                      const std::vector<model::Round>& rounds,
                                                      const base::Task& task) {
    agreement::StudyAgreement study;
    RAPPORT_ASSIGN(study.study, studyTitle(session));
    RAPPORT_ASSIGN(const SplitValues split, SplitValues::read(session, options.by));
    ClustersOf clusters;
    for (const model::Round& round : rounds) {
        RAPPORT_ASSIGN(const auto read, MeasuredRound::shared(session, round, options));
        const MeasuredRound& measured = *read;
        std::unordered_set<model::UnitId> leftOut;
        for (const model::Variable& variable : measured.codebook->variables) {
            const bool isInRound = isWanted(round.variables, variable.name);
            if (!isInRound || !isWanted(options.variables, variable.name) ||
                !holdsWantedCode(variable, options))
                continue;
            RAPPORT_TRY(measureVariable(measured, variable, options, split, study, clusters, task));
            for (const MeasuredUnit& unit : measured.units)
                if (split.leavesOut(unit) && isJudged(unit, variable, options))
                    leftOut.insert(unit.id);
            for (const MeasuredUnit& unit : measured.keptBack)
                if (isJudged(unit, variable, options))
                    leftOut.insert(unit.id);
        }
        if (!leftOut.empty())
            study.leftOutToRate[round.name] = static_cast<std::int64_t>(leftOut.size());
    }
    if (!options.by.empty()) {
        std::vector<std::string> sharing;
        for (const auto& [variable, known] : clusters)
            if (std::any_of(known.begin(), known.end(), [](const auto& each) { return !each.second; }))
                sharing.push_back(variable);
        study.strata = agreement::testStrata(study.results,
                                             options.by == "prompt"  ? agreement::Strata::Prompts
                                             : options.by == "round" ? agreement::Strata::Rounds
                                                                     : agreement::Strata::Values,
                                             sharing);
    }
    return study;
}

} // namespace

base::Status mayMeasure(const Session& session, const std::vector<model::Round>& rounds) {
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    for (const model::Round& round : rounds) {
        if (still.isIn(round.id))
            return base::fail(Errc::Refused,
                              base::said("you still have units to rate yourself in round '{}'", round.name),
                              "complete them, then look at agreement");
    }
    if (!session.viewer().isCoordinator()) {
        RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
        if (names->isBlindAnywhere()) {
            // Figures of another round tell, too, which codes others give more often.
            RAPPORT_ASSIGN(const auto all, session.rounds());
            const auto running = std::find_if(all.begin(), all.end(), [&](const model::Round& round) {
                return names->isBlind(round.id) && names->hasOwn(round.id);
            });
            return base::fail(
                Errc::Refused,
                running == all.end()
                    ? base::Phrase("while a blind round is running, a rater sees no agreement")
                    : base::said("round '{}' is blind and still running: its raters see no agreement, not "
                                 "even of another round",
                                 running->name),
                "agreement is there when the coordinator has opened every blind round of yours");
        }
        for (const model::Round& round : rounds) {
            if (round.isStillBlind())
                return base::fail(
                    Errc::Refused,
                    base::said("round '{}' is blind until the coordinator opens it", round.name));
        }
    }
    return {};
}

base::Result<std::vector<model::Round>> roundsToMeasure(const Session& session,
                                                        const StudyMeasureOptions& options) {
    std::vector<model::Round> chosen;
    for (const std::string& name : options.rounds) {
        RAPPORT_ASSIGN(model::Round round, session.round(name));
        chosen.push_back(std::move(round));
    }
    if (chosen.empty()) {
        RAPPORT_ASSIGN(const auto all, session.rounds());
        for (const model::Round& round : all) {
            if (round.kind == model::RoundKind::Reliability)
                chosen.push_back(round);
        }
        if (chosen.empty()) {
            std::copy_if(all.begin(), all.end(), std::back_inserter(chosen),
                         [](const model::Round& round) { return round.kind == model::RoundKind::Default; });
        }
    }
    RAPPORT_TRY(mayMeasure(session, chosen));
    return chosen;
}

base::Result<agreement::StudyAgreement> measureStudy(Session& session, const StudyMeasureOptions& options,
                                                     const base::Task& task) {
    RAPPORT_ASSIGN(const auto rounds, roundsToMeasure(session, options));
    RAPPORT_ASSIGN(const Codebooks codebooks, codebooksOf(session, rounds, options.afterOpening));
    RAPPORT_TRY(knownNames(session, options, codebooks));
    if (options.withConsensus) {
        RAPPORT_TRY(coordinatorOnly(session, "hold raters against the consensus"));
        if (options.measure.gold)
            return base::fail(Errc::InvalidArgument, "raters are held against one at a time",
                              "give either --gold or --with consensus");
        StudyMeasureOptions held = options;
        held.withConsensus = true;
        held.measure.gold = consensusName;
        return measureRounds(session, held, rounds, task);
    }
    StudyMeasureOptions found = options;
    if (options.measure.gold) {
        RAPPORT_ASSIGN(model::Rater gold, session.rater(*options.measure.gold));
        found.measure.gold = std::move(gold.name);
    }
    RAPPORT_ASSIGN(agreement::StudyAgreement study, measureRounds(session, found, rounds, task));
    if (study.results.empty() && options.rounds.empty() && session.viewer().isCoordinator()) {
        RAPPORT_ASSIGN(const auto all, session.rounds());
        for (const model::Round& round : all) {
            store::CodingFilter filter;
            filter.round = round.id;
            RAPPORT_ASSIGN(const auto ratings, session.impl().codings().ratings(filter));
            const bool isLookedAt = std::any_of(
                rounds.begin(), rounds.end(), [&](const model::Round& each) { return each.id == round.id; });
            if (!isLookedAt && !ratings.empty())
                study.roundsLeftOut.push_back(round.name);
        }
    }
    return study;
}

base::Result<agreement::ReliabilityData>
reliabilityData(Session& session, const StudyMeasureOptions& options, const std::string& roundName,
                const std::string& variableName, const std::optional<std::string>& codeName,
                const std::optional<std::string>& prompt, const std::optional<std::string>& by) {
    StudyMeasureOptions one = options;
    one.rounds = {roundName};
    if (!by)
        one.by.clear();
    RAPPORT_ASSIGN(const auto rounds, roundsToMeasure(session, one));
    RAPPORT_ASSIGN(const auto read, MeasuredRound::shared(session, rounds.front(), one));
    const MeasuredRound& round = *read;
    RAPPORT_TRY(knownNames(session, one, {round.codebook}));
    const model::Variable* variable = round.codebook->variable(variableName);
    if (variable == nullptr)
        return base::fail(Errc::NotFound, base::said("there is no variable '{}'", variableName));
    RAPPORT_ASSIGN(const SplitValues split, SplitValues::read(session, one.by));
    auto units = unitsIn(round, *variable, one, split, prompt, by);
    std::erase_if(units, [&round](std::size_t unit) { return round.units[unit].isShown; });
    if (!codeName)
        return variable->scale == model::Scale::Count ? countData(round, *variable, units)
                                                      : levelData(round, *variable, units);
    const model::Code* code = variable->code(*codeName);
    if (code == nullptr)
        return base::fail(Errc::NotFound, base::said("there is no code '{}'", *codeName));
    return codeData(round, *variable, *code, units, one);
}

base::Result<std::map<model::VariableId, std::vector<bool>>>
unitsAsked(Session& session, const MeasuredRound& round, const DisagreementRequest& request) {
    StudyMeasureOptions options;
    options.rounds = {request.round};
    options.by = request.by;
    options.unitKind = request.unitKind;
    RAPPORT_TRY(knownNames(session, options, {round.codebook}));
    RAPPORT_ASSIGN(const SplitValues split, SplitValues::read(session, options.by));
    std::map<model::VariableId, std::vector<bool>> asked;
    for (const model::Variable& variable : round.codebook->variables) {
        const auto units =
            unitsIn(round, variable, options, split,
                    request.prompt.empty() ? std::nullopt : std::optional<std::string>(request.prompt),
                    request.by.empty() ? std::nullopt : std::optional<std::string>(request.byValue));
        std::vector<bool>& flags = asked[variable.id];
        flags.resize(round.units.size());
        for (const std::size_t unit : units)
            flags[unit] = true;
    }
    return asked;
}

} // namespace rapport::service
