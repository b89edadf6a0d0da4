// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/compare.h"

#include "agreement/coefficient_table.h"
#include "agreement/distributions.h"
#include "agreement/draw.h"
#include "agreement/resample.h"
#include "agreement/run.h"
#include "agreement/workers.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace rapport::agreement {

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// All units of both rounds; a unit that both have is one.
struct Units {
    struct Both {
        std::size_t first = nowhere;
        std::size_t second = nowhere;
    };
    std::vector<Both> units;
    std::vector<std::size_t> cluster; ///< of each unit; empty: none
    std::size_t clusters = 0;
    std::int64_t shared = 0;
};

base::Result<Units> unitsOf(const ReliabilityData& first, const ReliabilityData& second, bool byCluster) {
    Units result;
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t unit = 0; unit < first.unitCount(); ++unit) {
        if (!places.emplace(first.unitLabel(unit), unit).second)
            return base::fail(base::Errc::InvalidArgument,
                              "unit '" + first.unitLabel(unit) + "' occurs twice in a round");
        result.units.push_back({unit, nowhere});
    }
    std::unordered_map<std::string, bool> seen;
    for (std::size_t unit = 0; unit < second.unitCount(); ++unit) {
        if (!seen.emplace(second.unitLabel(unit), true).second)
            return base::fail(base::Errc::InvalidArgument,
                              "unit '" + second.unitLabel(unit) + "' occurs twice in a round");
        const auto found = places.find(second.unitLabel(unit));
        if (found == places.end()) {
            result.units.push_back({nowhere, unit});
        } else {
            result.units[found->second].second = unit;
            ++result.shared;
        }
    }
    if (!byCluster)
        return result;
    // A cluster of the second round is the one of the first that shares a unit with it.
    std::vector<std::size_t> sameAs(second.clusterCount(), nowhere);
    for (const Units::Both& unit : result.units)
        if (unit.first != nowhere && unit.second != nowhere)
            sameAs[static_cast<std::size_t>(second.clusterOfUnit()[unit.second])] =
                static_cast<std::size_t>(first.clusterOfUnit()[unit.first]);
    result.clusters = first.clusterCount();
    for (std::size_t& cluster : sameAs)
        if (cluster == nowhere)
            cluster = result.clusters++;
    for (const Units::Both& unit : result.units)
        result.cluster.push_back(unit.first != nowhere
                                     ? static_cast<std::size_t>(first.clusterOfUnit()[unit.first])
                                     : sameAs[static_cast<std::size_t>(second.clusterOfUnit()[unit.second])]);
    return result;
}

/// Clusters with a unit that two raters judged.
std::int64_t pairableClusters(const ReliabilityData& data) {
    std::vector<bool> present(data.clusterCount());
    for (std::size_t unit = 0; unit < data.unitCount(); ++unit) {
        const auto row = data.pattern(data.patternOfUnit(unit));
        if (std::count(row.begin(), row.end(), missing) + 2 <= static_cast<std::ptrdiff_t>(row.size()))
            present[static_cast<std::size_t>(data.clusterOfUnit()[unit])] = true;
    }
    return std::count(present.begin(), present.end(), true);
}

/// The linearised values of one round, added up by unit or by cluster.
struct Sums {
    std::vector<double> sums;
    std::vector<bool> present;

    [[nodiscard]] double groups() const {
        return static_cast<double>(std::count(present.begin(), present.end(), true));
    }
};

Sums sumsOf(const Units& units, std::size_t Units::Both::*side, const Analysis& analysis,
            const Influence& pulls) {
    Sums result;
    result.sums.assign(units.cluster.empty() ? units.units.size() : units.clusters, 0);
    result.present.assign(result.sums.size(), false);
    for (std::size_t index = 0; index < units.units.size(); ++index) {
        const std::size_t place = units.units[index].*side;
        if (place == nowhere)
            continue;
        const double pull = pullOf(analysis, pulls, analysis.data().patternOfUnit(place));
        if (std::isnan(pull))
            continue;
        const std::size_t group = units.cluster.empty() ? index : units.cluster[index];
        result.sums[group] += pull / pulls.n;
        result.present[group] = true;
    }
    return result;
}

struct DifferenceError {
    double se = 0;
    double df = 0;
    std::int64_t groups = 0; ///< units or clusters
    std::int64_t fewest = 0; ///< those of the smaller round
};

/// Something of both rounds is shared: units of one round alone count for that round.
/// SOURCE: Gwet 2016, paired differences of the linearised values
DifferenceError pairedError(const Sums& first, const Sums& second) {
    DifferenceError error;
    double squares = 0;
    for (std::size_t group = 0; group < first.sums.size(); ++group) {
        error.groups += first.present[group] || second.present[group] ? 1 : 0;
        squares += (second.sums[group] - first.sums[group]) * (second.sums[group] - first.sums[group]);
    }
    error.fewest = static_cast<std::int64_t>(std::min(first.groups(), second.groups()));
    const double groups = static_cast<double>(error.groups);
    error.se = squares > 1e-24 ? std::sqrt(groups / (groups - 1) * squares) : 0;
    error.df = groups - 1;
    return error;
}

/// Nothing is shared: the variances add up, each of its own units.
/// SOURCE: Welch 1947; Satterthwaite 1946
DifferenceError independentError(const Sums& first, const Sums& second) {
    DifferenceError error;
    double variance = 0;
    double ofVariances = 0; // the variance of the variances, halved
    for (const Sums* round : {&first, &second}) {
        const double groups = round->groups();
        double squares = 0;
        for (const double sum : round->sums)
            squares += sum * sum;
        const double own = groups / (groups - 1) * squares;
        variance += own;
        ofVariances += own * own / (groups - 1);
    }
    error.groups = static_cast<std::int64_t>(first.groups() + second.groups());
    error.fewest = static_cast<std::int64_t>(std::min(first.groups(), second.groups()));
    error.se = variance > 1e-24 ? std::sqrt(variance) : 0;
    error.df = variance > 1e-24 ? variance * variance / ofVariances : 0;
    return error;
}

/// nullopt where a round has one unit or cluster alone.
std::optional<DifferenceError> differenceError(const Sums& first, const Sums& second) {
    if (first.groups() < 2 || second.groups() < 2)
        return std::nullopt;
    for (std::size_t group = 0; group < first.sums.size(); ++group)
        if (first.present[group] && second.present[group])
            return pairedError(first, second);
    return independentError(first, second);
}

const std::vector<std::string>& compared() {
    static const std::vector<std::string> ids{"percent_agreement", "fleiss_kappa", "conger_kappa",
                                              "brennan_prediger",  "gwet_ac",      "krippendorff_alpha"};
    return ids;
}

bool hasCaveat(const ComparisonRow& row, std::string_view caveat) {
    return std::find(row.caveats.begin(), row.caveats.end(), caveat) != row.caveats.end();
}

} // namespace

base::Result<ComparisonDocument> compareRounds(const ReliabilityData& first, std::string_view firstName,
                                               const ReliabilityData& second, std::string_view secondName,
                                               const MeasureOptions& options, const base::Task& task) {
    MeasureOptions plain = options;
    plain.gold.reset();
    RAPPORT_TRY(checkOptions(first, plain));
    RAPPORT_TRY(checkOptions(second, plain));
    if (first.scale() != second.scale())
        return base::fail(base::Errc::InvalidArgument, "the rounds have different scales");
    if (first.clusterOfUnit().empty() != second.clusterOfUnit().empty())
        return base::fail(base::Errc::InvalidArgument, "only one of the rounds has clusters");
    const bool byCluster = options.resample ? *options.resample == ResampleBy::Cluster
                                            : first.isClustered() || second.isClustered();
    RAPPORT_ASSIGN(const Units units, unitsOf(first, second, byCluster));
    RAPPORT_ASSIGN(std::vector<WeightMatrix> firstWeights, weightsFor(first, options));
    RAPPORT_ASSIGN(std::vector<WeightMatrix> secondWeights, weightsFor(second, options));
    const Analysis firstAnalysis(first, std::move(firstWeights), metricsFor(first));
    const Analysis secondAnalysis(second, std::move(secondWeights), metricsFor(second));
    const std::vector<Quantity> quantities =
        quantitiesFor(firstAnalysis, options.only.empty() ? compared() : options.only, false, false);
    const Needs needs = needsOf(quantities);
    const Sample firstSample = firstAnalysis.sample(needs);
    const Sample secondSample = secondAnalysis.sample(needs);

    ComparisonDocument document;
    document.first = firstName;
    document.second = secondName;
    document.unitsFirst = first.pairableUnits();
    document.unitsSecond = second.pairableUnits();
    document.unitsShared = units.shared;
    document.paired = units.shared > 0;
    RAPPORT_ASSIGN(document.ownAgreement, ownAgreement(first, second, options, task));
    ErrorModel model;
    model.kind = IntervalKind::None;
    model.byCluster = byCluster;
    const double tail = 1 - (1 - options.level) / 2;
    for (const Quantity& quantity : quantities) {
        const Estimate one = estimateOf(firstAnalysis, firstSample, quantity, model);
        const Estimate other = estimateOf(secondAnalysis, secondSample, quantity, model);
        ComparisonRow& row = document.rows.emplace_back();
        row.id = one.id;
        row.weights = !one.weights.empty() ? one.weights : !one.scale.empty() ? one.scale : one.form;
        row.first = one.value;
        row.second = other.value;
        row.caveats = options.caveats;
        if (first.categories() != second.categories())
            row.caveats.emplace_back("categories_differ");
        if (!one.value || !other.value) {
            row.undefined = one.undefined ? one.undefined : other.undefined;
            continue;
        }
        row.difference = *other.value - *one.value;
        for (const char* caveat : {"degenerate_se", "few_units", "single_unit", "few_clusters"})
            if (one.hasCaveat(caveat) || other.hasCaveat(caveat))
                row.caveats.emplace_back(caveat);
        // A round whose own standard error is 0 is not known for certain; nor is then the difference.
        if (hasCaveat(row, "degenerate_se") || quantity.coefficient->influence == nullptr)
            continue;
        const Outcome firstOutcome = quantity.coefficient->outcome(firstAnalysis, firstSample, quantity);
        const Outcome secondOutcome = quantity.coefficient->outcome(secondAnalysis, secondSample, quantity);
        const auto error = differenceError(
            sumsOf(units, &Units::Both::first, firstAnalysis,
                   quantity.coefficient->influence(firstAnalysis, firstSample, quantity, firstOutcome)),
            sumsOf(units, &Units::Both::second, secondAnalysis,
                   quantity.coefficient->influence(secondAnalysis, secondSample, quantity, secondOutcome)));
        if (!error)
            continue;
        row.se = error->se;
        if (error->se == 0) {
            row.caveats.emplace_back("degenerate_se");
            continue;
        }
        if (byCluster && error->fewest < fewClusters) {
            if (!hasCaveat(row, "few_clusters"))
                row.caveats.emplace_back("few_clusters");
            continue;
        }
        row.df = error->df;
        row.t = *row.difference / error->se;
        row.pValue = tTwoSided(*row.t, error->df);
        if (options.ci != IntervalKind::Analytic)
            continue;
        Interval interval;
        const double half = tQuantile(tail, error->df) * error->se;
        interval.low = *row.difference - half;
        interval.high = *row.difference + half;
        interval.level = options.level;
        interval.method = byCluster ? "cluster_linearised" : "gwet";
        if (byCluster)
            interval.clusters = error->groups;
        row.ci = interval;
    }
    if (options.ci != IntervalKind::Bootstrap)
        return document;

    // Shared units are drawn together.
    const std::size_t groups = byCluster ? units.clusters : units.units.size();
    std::vector<std::vector<std::size_t>> members(groups);
    for (std::size_t index = 0; index < units.units.size(); ++index)
        members[byCluster ? units.cluster[index] : index].push_back(index);
    std::erase_if(members, [](const auto& group) { return group.empty(); });
    if (members.empty())
        return document;
    // What both rounds hold together says nothing about the smaller one.
    const bool tooFewClusters =
        byCluster && std::min(pairableClusters(first), pairableClusters(second)) < fewClusters;
    const auto replicates = static_cast<std::size_t>(options.replicates);
    std::vector<double> differences(replicates * quantities.size());
    const bool finished =
        forBlocks(replicates, options.threads, [&](std::size_t begin, std::size_t end, bool reports) {
            std::vector<double> firstDrawn(first.patternCount());
            std::vector<double> secondDrawn(second.patternCount());
            for (std::size_t replicate = begin; replicate < end; ++replicate) {
                if (task.isStopped())
                    return false;
                if (reports)
                    task.report(replicate - begin, end - begin, "bootstrap");
                base::Random random(replicateSeed(options.seed, replicate));
                std::fill(firstDrawn.begin(), firstDrawn.end(), 0);
                std::fill(secondDrawn.begin(), secondDrawn.end(), 0);
                for (std::size_t draw = 0; draw < members.size(); ++draw)
                    for (const std::size_t index : members[random.below(members.size())]) {
                        const Units::Both& unit = units.units[index];
                        if (unit.first != nowhere)
                            firstDrawn[first.patternOfUnit(unit.first)] += 1;
                        if (unit.second != nowhere)
                            secondDrawn[second.patternOfUnit(unit.second)] += 1;
                    }
                const std::vector<double> one = valuesFor(firstAnalysis, quantities, firstDrawn);
                const std::vector<double> other = valuesFor(secondAnalysis, quantities, secondDrawn);
                for (std::size_t quantity = 0; quantity < quantities.size(); ++quantity)
                    differences[replicate * quantities.size() + quantity] = other[quantity] - one[quantity];
            }
            return true;
        });
    if (!finished)
        return base::Task::cancelled();
    for (std::size_t quantity = 0; quantity < quantities.size(); ++quantity) {
        ComparisonRow& row = document.rows[quantity];
        std::vector<double> own;
        for (std::size_t replicate = 0; replicate < replicates; ++replicate)
            if (const double value = differences[replicate * quantities.size() + quantity];
                std::isfinite(value))
                own.push_back(value);
        if (!row.difference || hasCaveat(row, "degenerate_se") || own.size() * 20 < replicates * 19 ||
            own.size() < 2)
            continue;
        if (tooFewClusters && !hasCaveat(row, "few_clusters"))
            row.caveats.emplace_back("few_clusters");
        if (hasCaveat(row, "few_clusters"))
            continue;
        std::sort(own.begin(), own.end());
        Interval interval;
        interval.low = quantileOfSorted(own, 1 - tail);
        interval.high = quantileOfSorted(own, tail);
        interval.level = options.level;
        interval.method = byCluster ? "cluster_bootstrap" : "bootstrap";
        if (byCluster)
            interval.clusters = static_cast<std::int64_t>(members.size());
        interval.replicates = static_cast<std::int64_t>(own.size());
        interval.seed = options.seed;
        row.ci = interval;
    }
    return document;
}

// SOURCE: Fleiss, Levin & Paik 2003, section 18.1
Homogeneity homogeneity(const std::vector<Stratum>& strata) {
    Homogeneity result;
    double weights = 0;
    double sum = 0;
    for (const Stratum& stratum : strata) {
        if (!(stratum.se > 0)) {
            result.undefined =
                Undefined{Reason::NoVariation, "not defined: stratum '" + stratum.name +
                                                   "' has a standard error of 0, which is no certainty"};
            return result;
        }
        weights += 1 / (stratum.se * stratum.se);
        sum += stratum.value / (stratum.se * stratum.se);
    }
    if (strata.size() < 2) {
        result.undefined = Undefined{Reason::TooFewUnits, "not defined: fewer than two strata"};
        return result;
    }
    const double mean = sum / weights;
    double chiSquare = 0;
    for (const Stratum& stratum : strata)
        chiSquare += (stratum.value - mean) * (stratum.value - mean) / (stratum.se * stratum.se);
    result.combined = mean;
    result.se = std::sqrt(1 / weights);
    result.chiSquare = chiSquare;
    result.df = static_cast<double>(strata.size()) - 1;
    result.pValue = chiSquareUpper(chiSquare, result.df);
    return result;
}

} // namespace rapport::agreement
