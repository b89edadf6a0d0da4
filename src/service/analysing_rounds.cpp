// SPDX-License-Identifier: GPL-3.0-or-later
// What rounds say of their raters: a panel's convergence, a rater's drift. Here every rater counts alone.
#include "analysis/panel_rounds.h"
#include "base/join.h"
#include "service/analysing_parts.h"
#include "service/own_rating.h"
#include "service/reading.h"

#include <algorithm>

namespace rapport::service {

using base::Errc;

namespace {

base::Result<std::vector<MeasuredRound>> roundsOf(Session& session, const AnalysisSelection& selection,
                                                  const base::Task& task) {
    std::vector<model::Round> chosen;
    for (const std::string& name : selection.rounds) {
        RAPPORT_ASSIGN(model::Round round, session.round(name));
        chosen.push_back(std::move(round));
    }
    if (chosen.empty()) {
        RAPPORT_ASSIGN(chosen, session.rounds());
    }
    StudyMeasureOptions options;
    options.raters = selection.raters;
    options.afterOpening = true;
    std::vector<MeasuredRound> measured;
    for (const model::Round& round : chosen) {
        if (task.isStopped())
            return base::Task::cancelled();
        RAPPORT_ASSIGN(MeasuredRound each, MeasuredRound::read(session, round, options));
        measured.push_back(std::move(each));
    }
    return measured;
}

std::string roundNames(const std::vector<MeasuredRound>& rounds) {
    std::string names;
    for (const MeasuredRound& round : rounds) {
        if (!round.units.empty())
            names += (names.empty() ? "" : ",") + round.round.name;
    }
    return names;
}

bool isWanted(const std::vector<std::string>& names, const std::string& name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

/// Which units a selection is about.
class AskedUnits {
public:
    static base::Result<AskedUnits> of(Session& session, const AnalysisSelection& selection) {
        AskedUnits asked;
        asked.m_prompts = &selection.prompts;
        RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
        RAPPORT_ASSIGN(const auto hidden, still.people(session));
        RAPPORT_ASSIGN(asked.m_people, wantedParticipants(session, selection.participants, hidden));
        RAPPORT_ASSIGN(asked.m_possible,
                       wantedParticipants(session, selection.participants, hidden, Untold::In));
        return asked;
    }
    [[nodiscard]] bool holds(const MeasuredUnit& unit) const {
        return isOfPrompts(unit) && (!m_people || m_people->contains(unit.participant));
    }
    /// Units: leftOutToRate.
    [[nodiscard]] std::int64_t leftOut(const std::vector<MeasuredRound>& rounds) const {
        std::unordered_set<model::UnitId> units;
        for (const MeasuredRound& round : rounds) {
            for (const MeasuredUnit& unit : round.keptBack) {
                if (isOfPrompts(unit) && (!m_possible || m_possible->contains(unit.participant)))
                    units.insert(unit.id);
            }
        }
        return static_cast<std::int64_t>(units.size());
    }

private:
    [[nodiscard]] bool isOfPrompts(const MeasuredUnit& unit) const {
        return isWanted(*m_prompts, unit.prompt.empty() ? model::name(unit.kind) : unit.prompt);
    }
    const std::vector<std::string>* m_prompts = nullptr;
    std::optional<std::unordered_set<model::ParticipantId>> m_people;
    std::optional<std::unordered_set<model::ParticipantId>> m_possible; ///< with those of unknown value
};

void addAsked(analysis::Result& result, const AnalysisSelection& selection) {
    if (!selection.participants.empty())
        result.data.emplace_back("participants_wanted",
                                 fmt::format("{}", fmt::join(selection.participants, ",")));
    if (!selection.prompts.empty())
        result.data.emplace_back("prompts_wanted", fmt::format("{}", fmt::join(selection.prompts, ",")));
}

} // namespace

base::Result<analysis::Result> analyseDelphi(Session& session, const AnalysisRequest& request,
                                             const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "analyse a panel"));
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    RAPPORT_TRY(knownNames(session, request.select, *codebook));
    RAPPORT_ASSIGN(const AskedUnits asked, AskedUnits::of(session, request.select));
    RAPPORT_ASSIGN(const auto rounds, roundsOf(session, request.select, task));
    analysis::Result result;
    result.name = "delphi";
    RAPPORT_ASSIGN(result.study, studyTitle(session));
    result.data = {{"rounds", roundNames(rounds)}};
    addAsked(result, request.select);
    addLeftOut(result, asked.leftOut(rounds));
    ResultTable table;
    table.id = "delphi";
    table.columns = {{"variable"},
                     {"unit"},
                     {"round"},
                     {"raters", ColumnKind::Count},
                     {"median", ColumnKind::Number},
                     {"lower_quartile", ColumnKind::Number},
                     {"upper_quartile", ColumnKind::Number},
                     {"iqr", ColumnKind::Number},
                     {"cut", ColumnKind::Number},
                     {"at_cut", ColumnKind::Count},
                     {"share", ColumnKind::Share},
                     {"median_change", ColumnKind::Number},
                     {"share_change", ColumnKind::Number}};
    for (const model::Variable& variable : codebook->variables) {
        if (variable.scale != model::Scale::Ordinal || !isWanted(request.select.variables, variable.name))
            continue;
        std::map<model::CodeId, double> numberOf;
        for (const model::Code& code : variable.codes) {
            if (code.isCodable)
                numberOf.emplace(code.id, static_cast<double>(numberOf.size() + 1));
        }
        const double cut =
            request.cut > 0 ? request.cut : std::max(1.0, static_cast<double>(numberOf.size()) - 1);
        std::vector<std::string> items;
        std::map<std::string, std::map<std::size_t, std::vector<double>>> ratings;
        for (std::size_t number = 0; number < rounds.size(); ++number) {
            const MeasuredRound& round = rounds[number];
            for (std::size_t unit = 0; unit < round.units.size(); ++unit) {
                if (!asked.holds(round.units[unit]))
                    continue;
                std::vector<double> given;
                for (std::size_t rater = 0; rater < round.measuredRaters; ++rater) {
                    const auto level = model::level(variable, round.work(unit, rater, variable.id));
                    if (!level)
                        continue;
                    if (const auto found = numberOf.find(*level); found != numberOf.end())
                        given.push_back(found->second);
                }
                if (given.empty())
                    continue;
                if (!ratings.contains(round.units[unit].name))
                    items.push_back(round.units[unit].name);
                ratings[round.units[unit].name][number] = std::move(given);
            }
        }
        for (const std::string& item : items) {
            std::vector<std::vector<double>> byRound;
            std::vector<std::size_t> numbers;
            for (const auto& [number, given] : ratings[item]) {
                byRound.push_back(given);
                numbers.push_back(number);
            }
            const auto found = analysis::panelRounds(byRound, cut);
            for (std::size_t i = 0; i < found.size(); ++i)
                table.rows.push_back(
                    {variable.name, item, rounds[numbers[i]].round.name, found[i].ratings.n,
                     valueOr(found[i].ratings.median), valueOr(found[i].ratings.lowerQuartile),
                     valueOr(found[i].ratings.upperQuartile), valueOr(found[i].interquartileRange), cut,
                     found[i].atCut, valueOr(found[i].share), valueOr(found[i].medianChange),
                     valueOr(found[i].shareChange)});
        }
    }
    if (table.rows.empty())
        return base::fail(Errc::Undefined, "no ordinal variable was rated in these rounds",
                          "a panel rates an ordinal variable of the codebook");
    result.tables.push_back(std::move(table));
    return result;
}

base::Result<analysis::Result> analyseDrift(Session& session, const AnalysisRequest& request,
                                            const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "analyse raters' drift"));
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    RAPPORT_TRY(knownNames(session, request.select, *codebook));
    RAPPORT_ASSIGN(const AskedUnits asked, AskedUnits::of(session, request.select));
    RAPPORT_ASSIGN(const auto rounds, roundsOf(session, request.select, task));
    constexpr std::size_t batches = 4;
    analysis::Result result;
    result.name = "drift";
    RAPPORT_ASSIGN(result.study, studyTitle(session));
    result.data = {{"rounds", roundNames(rounds)},
                   {"batches", static_cast<std::int64_t>(batches)},
                   {"level", request.select.level}};
    addAsked(result, request.select);
    addLeftOut(result, asked.leftOut(rounds));
    ResultTable table;
    table.id = "drift";
    table.columns = {{"round"}, {"rater"}, {"variable"}, {"code"}, {"batch", ColumnKind::Count}};
    for (auto& column : shareColumns())
        table.columns.push_back(std::move(column));
    for (const MeasuredRound& round : rounds) {
        std::map<model::UnitId, std::size_t> placeOf;
        for (std::size_t unit = 0; unit < round.units.size(); ++unit)
            if (asked.holds(round.units[unit]))
                placeOf.emplace(round.units[unit].id, unit);
        for (const model::Variable& variable : codebook->variables) {
            if (!isWanted(request.select.variables, variable.name) || variable.scale == model::Scale::Count)
                continue;
            for (std::size_t rater = 0; rater < round.measuredRaters; ++rater) {
                std::vector<std::pair<std::pair<base::Instant, std::int64_t>, std::size_t>> work;
                for (const model::Rating& rating : round.ratings()) {
                    const auto place = placeOf.find(rating.unit);
                    if (rating.rater == round.raters[rater] && rating.variable == variable.id &&
                        place != placeOf.end())
                        work.emplace_back(std::pair(rating.time, rating.position), place->second);
                }
                if (work.size() < batches)
                    continue;
                std::sort(work.begin(), work.end());
                for (const model::Code& code : variable.codes) {
                    if (!code.isCodable || !isWanted(request.select.codes, code.name))
                        continue;
                    for (std::size_t batch = 0; batch < batches; ++batch) {
                        std::map<std::string, analysis::ClusterCount> byCluster;
                        bool isRepeated = false;
                        std::int64_t with = 0;
                        std::int64_t judged = 0;
                        for (std::size_t i = batch * work.size() / batches;
                             i < (batch + 1) * work.size() / batches; ++i) {
                            const auto unitWork = round.work(work[i].second, rater, variable.id);
                            std::optional<int> value;
                            if (variable.scale == model::Scale::Presence)
                                value = model::presence(variable, code, unitWork, request.select.overlap,
                                                        request.select.rollUp);
                            else if (const auto level = model::level(variable, unitWork))
                                value = *level == code.id ? 1 : 0;
                            if (!value)
                                continue;
                            auto& cluster = byCluster[round.units[work[i].second].cluster];
                            isRepeated = isRepeated || cluster.units > 0;
                            ++cluster.units;
                            cluster.holding += *value;
                            ++judged;
                            with += *value;
                        }
                        std::vector<analysis::ClusterCount> clusters;
                        clusters.reserve(byCluster.size());
                        for (const auto& [name, cluster] : byCluster)
                            clusters.push_back(cluster);
                        std::vector<Value> row{round.round.name, round.raterNames[rater], variable.name,
                                               code.name, static_cast<std::int64_t>(batch + 1)};
                        addShare(row, isRepeated
                                          ? analysis::clusteredProportion(clusters, request.select.level)
                                          : analysis::proportion(with, judged, request.select.level));
                        table.rows.push_back(std::move(row));
                    }
                }
            }
        }
    }
    if (table.rows.empty())
        return base::fail(Errc::Undefined, "no rater completed four units of a round",
                          "drift is told in quarters of a rater's own work");
    result.tables.push_back(std::move(table));
    return result;
}

} // namespace rapport::service
