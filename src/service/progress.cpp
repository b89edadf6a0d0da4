// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/progress.h"

#include "base/format.h"
#include "service/assigning.h"
#include "service/history.h"
#include "service/measured_data.h"
#include "service/own_rating.h"
#include "service/round_codebook.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace rapport::service {

namespace {

using base::Errc;

/// When the second rater completed each unit, for each variable.
class PairedAt {
public:
    explicit PairedAt(const MeasuredRound& round) {
        std::unordered_map<std::int64_t, bool> isMeasured;
        for (std::size_t rater = 0; rater < round.measuredRaters; ++rater)
            isMeasured[round.raters[rater].value] = true;
        std::map<std::pair<model::VariableId, model::UnitId>, std::vector<base::Instant>> times;
        for (const model::Rating& rating : round.ratings()) {
            if (isMeasured.contains(rating.rater.value))
                times[{rating.variable, rating.unit}].push_back(rating.time);
        }
        for (auto& [key, each] : times) {
            if (each.size() < 2)
                continue;
            std::sort(each.begin(), each.end());
            m_at[key] = each[1];
        }
    }

    [[nodiscard]] std::optional<base::Instant> of(model::VariableId variable, model::UnitId unit) const {
        const auto found = m_at.find({variable, unit});
        return found == m_at.end() ? std::nullopt : std::optional(found->second);
    }

    /// Of a variable's units, in the order of time.
    [[nodiscard]] std::vector<base::Instant> all(model::VariableId variable) const {
        std::vector<base::Instant> times;
        for (const auto& [key, at] : m_at) {
            if (key.first == variable)
                times.push_back(at);
        }
        std::sort(times.begin(), times.end());
        return times;
    }

private:
    std::map<std::pair<model::VariableId, model::UnitId>, base::Instant> m_at;
};

const agreement::Estimate* alphaOf(const agreement::AgreementDocument& document) {
    const std::string& scale = document.data.scale;
    for (const agreement::Estimate& estimate : document.overall) {
        if (estimate.id == "krippendorff_alpha" && estimate.scale == scale)
            return &estimate;
    }
    return nullptr;
}

/// Why a value stands alone. Alpha's own formula gives none where its standard error is 0.
base::Phrase noIntervalBecause(const agreement::Estimate& alpha) {
    if (alpha.hasCaveat("degenerate_se"))
        return *alpha.value >= 1 ? base::said("no interval: raters agree on every unit, so nothing varies")
                                 : base::said("no interval: its standard error is 0");
    if (alpha.hasCaveat("few_clusters"))
        return base::said("no interval: the units come from fewer than 10 participants or transcripts");
    return base::said("no interval: too few units");
}

/// For each variable, how many units of the round are dealt to two of its raters.
class DealtToTwo {
public:
    [[nodiscard]] static base::Result<DealtToTwo> read(Session& session, const MeasuredRound& round) {
        DealtToTwo dealt;
        RAPPORT_ASSIGN(const auto assignments, session.impl().rounds().assignments(round.round.id));
        const auto measured = round.raters.begin() + static_cast<std::ptrdiff_t>(round.measuredRaters);
        std::unordered_map<std::int64_t, int> raters;
        for (const model::Assignment& each : assignments) {
            if (std::find(round.raters.begin(), measured, each.rater) != measured)
                ++raters[each.unit.value];
        }
        if (raters.empty())
            return dealt;
        RAPPORT_TRY(
            session.impl().sources().forEachUnit(model::UnitId{}, false, [&](const store::UnitRow& row) {
                if (const auto found = raters.find(row.unit.id.value);
                    found != raters.end() && found->second > 1)
                    ++dealt.m_units[{row.unit.kind, row.prompt}];
                return true;
            }));
        return dealt;
    }

    [[nodiscard]] std::int64_t of(const model::Variable& variable) const {
        std::int64_t all = 0;
        for (const auto& [sort, units] : m_units) {
            if (variable.appliesTo(sort.first, sort.second))
                all += units;
        }
        return all;
    }

private:
    std::map<std::pair<model::UnitKind, std::string>, std::int64_t> m_units;
};

/// Units at which the lower limit would reach the target, and when they would be there.
void project(TargetStanding& standing, double target, const std::vector<base::Instant>& times,
             base::Instant today) {
    if (!standing.value || !standing.low || standing.isMet || standing.units < 2 || *standing.value <= target)
        return;
    const double now = *standing.value - *standing.low;
    const double wanted = *standing.value - target;
    const double needed = static_cast<double>(standing.units) * (now / wanted) * (now / wanted);
    if (!(needed < 1e9))
        return;
    standing.unitsNeeded = static_cast<std::int64_t>(std::ceil(needed));
    if (times.size() < 2 || !standing.isWithinRound())
        return;
    const double passed = static_cast<double>((times.back() - times.front()).count());
    if (passed <= 0)
        return;
    const double each = passed / static_cast<double>(times.size() - 1);
    const double more = static_cast<double>(*standing.unitsNeeded - standing.units);
    standing.expected =
        std::max(today, times.back()) + std::chrono::milliseconds(static_cast<std::int64_t>(each * more));
}

base::Status addTargets(Session& session, const ProgressRequest& request, ProgressReport& report,
                        const base::Task& task) {
    StudyMeasureOptions options;
    if (!request.round.empty())
        options.rounds = {request.round};
    options.measure.only = {"krippendorff_alpha"};
    options.measure.pairs = agreement::PairsShown::None;
    options.measure.byCategory = false;
    options.measure.level = request.level;
    RAPPORT_ASSIGN(const auto rounds, roundsToMeasure(session, options));
    RAPPORT_ASSIGN(const agreement::StudyAgreement measured, measureStudy(session, options, task));
    for (const model::Round& round : rounds) {
        RAPPORT_ASSIGN(const MeasuredRound work, MeasuredRound::read(session, round, options));
        const PairedAt paired(work);
        RAPPORT_ASSIGN(const DealtToTwo dealt, DealtToTwo::read(session, work));
        std::map<model::VariableId, std::vector<base::Instant>> times;
        for (const agreement::LabelledDocument& each : measured.results) {
            const model::Variable* variable = work.codebook->variable(each.variable);
            if (each.round != round.name || variable == nullptr ||
                (!each.code && variable->scale == model::Scale::Presence))
                continue;
            TargetStanding standing;
            standing.round = each.round;
            standing.variable = each.variable;
            standing.code = each.code.value_or("");
            standing.units = each.agreement.data.pairableUnits;
            if (const agreement::Estimate* alpha = alphaOf(each.agreement); alpha != nullptr) {
                standing.value = alpha->value;
                if (alpha->undefined)
                    standing.undefined = alpha->undefined->message;
                if (alpha->ci) {
                    standing.low = alpha->ci->low;
                    standing.high = alpha->ci->high;
                    standing.isMet = alpha->ci->low >= request.target;
                } else if (alpha->value) {
                    standing.noInterval = noIntervalBecause(*alpha);
                }
            }
            auto known = times.find(variable->id);
            if (known == times.end())
                known = times.emplace(variable->id, paired.all(variable->id)).first;
            standing.unitsInRound = std::max(dealt.of(*variable), standing.units);
            project(standing, request.target, known->second, session.impl().environment.clock->now());
            report.targets.push_back(std::move(standing));
        }
    }
    return {};
}

/// Agreement of one unit: pairs of raters that agree; none: fewer than two judged it.
std::optional<double> agreementOf(const agreement::ReliabilityData& data, std::size_t unit) {
    double pairs = 0;
    double agreeing = 0;
    for (std::size_t a = 0; a < data.raterCount(); ++a) {
        for (std::size_t b = a + 1; b < data.raterCount(); ++b) {
            const auto first = data.rating(unit, a);
            const auto second = data.rating(unit, b);
            if (first == agreement::missing || second == agreement::missing)
                continue;
            ++pairs;
            agreeing += first == second ? 1 : 0;
        }
    }
    return pairs > 0 ? std::optional(agreeing / pairs) : std::nullopt;
}

constexpr std::size_t fewestUnits = 5; ///< in a period

/// Units of a variable in the order in which a second rater completed them, and when.
struct InTime {
    std::vector<std::size_t> units;
    std::vector<base::Instant> at;
};
InTime inOrderOfTime(const MeasuredRound& round, const PairedAt& paired, const model::Variable& variable) {
    struct Timed {
        base::Instant at;
        std::size_t unit;
    };
    std::vector<Timed> order;
    for (std::size_t unit = 0; unit < round.units.size(); ++unit) {
        if (!variable.appliesTo(round.units[unit].kind, round.units[unit].prompt))
            continue;
        if (const auto at = paired.of(variable.id, round.units[unit].id))
            order.push_back({*at, unit});
    }
    std::stable_sort(order.begin(), order.end(), [](const Timed& a, const Timed& b) { return a.at < b.at; });
    InTime sorted;
    for (const Timed& each : order) {
        sorted.units.push_back(each.unit);
        sorted.at.push_back(each.at);
    }
    return sorted;
}

base::Result<std::optional<DriftRow>> driftOf(const MeasuredRound& round, const model::Variable& variable,
                                              const model::Code* code, CodesData& codes, const InTime& inTime,
                                              const DriftRequest& request, const base::Task& task) {
    const std::vector<std::size_t>& sorted = inTime.units;
    auto built = code != nullptr                         ? codes.of(*code)
                 : variable.scale == model::Scale::Count ? countData(round, variable, sorted)
                                                         : levelData(round, variable, sorted);
    if (!built)
        return base::fail(built);
    std::vector<std::size_t> judged;
    std::vector<double> each;
    for (std::size_t unit = 0; unit < sorted.size(); ++unit) {
        if (const auto agreed = agreementOf(*built, unit)) {
            judged.push_back(unit);
            each.push_back(*agreed);
        }
    }
    const std::size_t periods =
        std::min(static_cast<std::size_t>(request.periods), judged.size() / fewestUnits);
    if (periods < 2)
        return std::optional<DriftRow>();
    double mean = 0;
    for (const double agreed : each)
        mean += agreed;
    mean /= static_cast<double>(each.size());
    DriftRow row;
    row.round = round.round.name;
    row.variable = variable.name;
    row.code = code == nullptr ? "" : code->name;
    row.raters = round.raterNames;
    agreement::MeasureOptions options;
    options.only = {"krippendorff_alpha"};
    options.pairs = agreement::PairsShown::None;
    options.byCategory = false;
    options.ci = agreement::IntervalKind::None;
    double cusum = 0;
    for (std::size_t period = 0; period < periods; ++period) {
        const std::size_t begin = judged.size() * period / periods;
        const std::size_t end = judged.size() * (period + 1) / periods;
        DriftPeriod now;
        now.firstUnit = static_cast<std::int64_t>(begin) + 1;
        now.lastUnit = static_cast<std::int64_t>(end);
        now.from = inTime.at[judged[begin]];
        now.to = inTime.at[judged[end - 1]];
        double agreed = 0;
        for (std::size_t unit = begin; unit < end; ++unit) {
            agreed += each[unit];
            cusum += each[unit] - mean;
        }
        now.percentAgreement = agreed / static_cast<double>(end - begin);
        now.cusum = cusum;
        const std::vector<std::size_t> here(judged.begin() + static_cast<std::ptrdiff_t>(begin),
                                            judged.begin() + static_cast<std::ptrdiff_t>(end));
        const agreement::ReliabilityData part = built->withUnits(here);
        RAPPORT_ASSIGN(const agreement::AgreementDocument document, agreement::measure(part, options, task));
        if (const agreement::Estimate* alpha = alphaOf(document); alpha != nullptr)
            now.alpha = alpha->value;
        if (code != nullptr) {
            for (std::size_t rater = 0; rater < part.raterCount(); ++rater) {
                double given = 0;
                double asked = 0;
                for (std::size_t unit = 0; unit < part.unitCount(); ++unit) {
                    const auto value = part.rating(unit, rater);
                    asked += value == agreement::missing ? 0 : 1;
                    given += value == 1 ? 1 : 0;
                }
                now.given.push_back(asked > 0 ? std::optional(given / asked) : std::nullopt);
            }
        }
        row.periods.push_back(std::move(now));
    }
    return std::optional(std::move(row));
}

} // namespace

base::Result<ProgressReport> progressReport(Session& session, const ProgressRequest& request,
                                            const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "see how far others are"));
    if (!(request.target > 0 && request.target <= 1) || !(request.level > 0 && request.level < 1))
        return base::fail(Errc::InvalidArgument, "a target and a level of confidence lie between 0 and 1",
                          "for example 0.7 and 0.95");
    if (!request.round.empty())
        RAPPORT_TRY(session.round(request.round));
    ProgressReport report;
    report.target = request.target;
    RAPPORT_ASSIGN(const auto rows, progress(session));
    RAPPORT_ASSIGN(const bool isPaceKnown, isPaceShown(session));
    for (const Progress& row : rows) {
        if (!request.round.empty() && row.round.name != request.round)
            continue;
        RaterStanding standing;
        standing.round = row.round.name;
        standing.rater = row.rater.name;
        standing.assigned = row.assigned;
        standing.completed = row.completed;
        store::CodingFilter filter;
        filter.rater = row.rater.id;
        filter.round = row.round.id;
        RAPPORT_ASSIGN(const auto ratings, session.impl().codings().ratings(filter));
        for (const model::Rating& rating : ratings) {
            if (!standing.lastCompleted || rating.time > *standing.lastCompleted)
                standing.lastCompleted = rating.time;
        }
        if (isPaceKnown) {
            RAPPORT_ASSIGN(const Pace own, pace(session, row.rater.name, row.round.name));
            if (own.perHour > 0)
                standing.perHour = own.perHour;
        }
        report.raters.push_back(std::move(standing));
    }
    if (!request.withAgreement)
        return report;
    // A coordinator who still has to rate there is told how far everybody is, and no more.
    if (const base::Status added = addTargets(session, request, report, task); !added) {
        RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
        if (still.isEmpty() || added.error().code != Errc::Refused)
            return base::fail(added);
    }
    return report;
}

base::Result<std::vector<DriftRow>> drift(Session& session, const DriftRequest& request,
                                          const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "see how agreement drifts"));
    if (request.periods < 2 || request.periods > 1000)
        return base::fail(Errc::InvalidArgument, "drift is seen over 2 to 1000 periods");
    StudyMeasureOptions options;
    if (!request.round.empty())
        options.rounds = {request.round};
    options.raters = request.raters;
    options.afterOpening = request.afterOpening;
    RAPPORT_ASSIGN(const auto rounds, roundsToMeasure(session, options));
    RAPPORT_ASSIGN(const auto codebooks, codebooksOf(session, rounds, request.afterOpening));
    RAPPORT_TRY(knownIn(session, codebooks, request.variable, request.code));
    std::vector<DriftRow> rows;
    for (const model::Round& each : rounds) {
        RAPPORT_ASSIGN(const auto read, MeasuredRound::shared(session, each, options));
        const MeasuredRound& round = *read;
        const PairedAt paired(round);
        for (const model::Variable& variable : round.codebook->variables) {
            const bool isInRound = each.variables.empty() ||
                                   std::find(each.variables.begin(), each.variables.end(), variable.name) !=
                                       each.variables.end();
            if (!isInRound || (!request.variable.empty() && variable.name != request.variable))
                continue;
            const InTime inTime = inOrderOfTime(round, paired, variable);
            std::vector<const model::Code*> codes;
            if (variable.scale != model::Scale::Presence) {
                if (request.code.empty())
                    codes.push_back(nullptr);
            } else {
                for (const model::Code& code : variable.codes) {
                    if (code.isCodable && (request.code.empty() || code.name == request.code))
                        codes.push_back(&code);
                }
            }
            CodesData data(round, variable, inTime.units, {});
            for (const model::Code* code : codes) {
                if (task.isStopped())
                    return base::Task::cancelled();
                RAPPORT_ASSIGN(auto row, driftOf(round, variable, code, data, inTime, request, task));
                if (row)
                    rows.push_back(std::move(*row));
            }
        }
    }
    return rows;
}

} // namespace rapport::service
