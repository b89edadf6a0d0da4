// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/resample.h"

#include "agreement/count_sums.h"
#include "agreement/draw.h"
#include "agreement/workers.h"
#include "base/format.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace rapport::agreement {

double quantileOfSorted(std::span<const double> sorted, double p) {
    const double at = p * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(at));
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

std::vector<double> Replicates::of(std::size_t quantity) const {
    std::vector<double> column;
    column.reserve(values.size() / std::max<std::size_t>(quantities, 1));
    for (std::size_t at = quantity; at < values.size(); at += quantities)
        column.push_back(values[at]);
    return column;
}

namespace {

void evaluate(const Analysis& analysis, std::span<const Quantity> quantities, const Sample& sample,
              double* values) {
    for (std::size_t index = 0; index < quantities.size(); ++index) {
        const Outcome outcome = quantities[index].coefficient->outcome(analysis, sample, quantities[index]);
        values[index] = outcome.defined && std::isfinite(outcome.value) ? outcome.value : notIncluded;
    }
}

} // namespace

std::vector<double> valuesFor(const Analysis& analysis, std::span<const Quantity> quantities,
                              std::span<const double> patternWeights) {
    Needs needs = needsOf(quantities);
    needs.patterns = true;
    Sample sample;
    sample.patternWeights.assign(patternWeights.begin(), patternWeights.end());
    analysis.tally(sample, needs);
    std::vector<double> values(quantities.size());
    evaluate(analysis, quantities, sample, values.data());
    return values;
}

base::Result<Replicates> bootstrap(const Analysis& analysis, std::span<const Quantity> quantities,
                                   const ResamplePlan& plan, const base::Task& task) {
    const Needs needs = needsOf(quantities);
    const Draw draw(analysis, needs.patterns, plan.byCluster);
    const CountSums sums(analysis, needs);
    Replicates replicates;
    replicates.quantities = quantities.size();
    replicates.groups = static_cast<std::int64_t>(draw.groups());
    const auto count = static_cast<std::size_t>(plan.replicates);
    replicates.values.resize(count * quantities.size());

    std::atomic<std::uint64_t> done{0};
    const bool finished =
        forBlocks(count, plan.threads, [&](std::size_t begin, std::size_t end, bool reports) {
            constexpr std::size_t batch = 32;
            Sample sample;
            std::vector<std::uint32_t> weights(draw.targets());
            std::vector<double>& target = needs.patterns ? sample.patternWeights : sample.countWeights;
            for (std::size_t replicate = begin; replicate < end; ++replicate) {
                if ((replicate - begin) % batch == 0) {
                    if (task.isStopped())
                        return false;
                    if (reports)
                        task.report(done.load(), count, "bootstrap");
                    done.fetch_add(std::min(batch, end - replicate), std::memory_order_relaxed);
                }
                draw.weights(replicateSeed(plan.seed, replicate), weights);
                if (sums.isReady()) {
                    sums.tally(weights, sample);
                } else {
                    target.assign(weights.begin(), weights.end());
                    analysis.tally(sample, needs);
                }
                evaluate(analysis, quantities, sample,
                         replicates.values.data() + replicate * quantities.size());
            }
            return true;
        });
    if (!finished)
        return base::Task::cancelled();
    return replicates;
}

base::Result<LeftOut> leaveOneOut(const Analysis& analysis, std::span<const Quantity> quantities,
                                  bool byCluster, unsigned threads, const base::Task& task) {
    constexpr std::size_t mostCases = 20000;
    const Needs needs = needsOf(quantities);
    const ReliabilityData& data = analysis.data();
    std::vector<double> own = analysis.counts().units();
    if (needs.patterns) {
        own.resize(data.patternCount());
        for (std::size_t pattern = 0; pattern < own.size(); ++pattern)
            own[pattern] = static_cast<double>(data.patternUnits(pattern));
    }

    // What each case takes away: targets, each once per unit.
    std::vector<std::vector<std::uint32_t>> cases;
    LeftOut leftOut;
    leftOut.quantities = quantities.size();
    const auto targetOf = [&](std::size_t pattern) {
        return needs.patterns ? static_cast<std::uint32_t>(pattern) : analysis.counts().ofPattern(pattern);
    };
    const auto isRated = [&](std::size_t pattern) {
        return analysis.counts().total(analysis.counts().ofPattern(pattern)) > 0;
    };
    if (byCluster) {
        std::vector<std::vector<std::uint32_t>> members(data.clusterCount());
        for (std::size_t unit = 0; unit < data.unitCount(); ++unit)
            if (isRated(data.patternOfUnit(unit)))
                members[static_cast<std::size_t>(data.clusterOfUnit()[unit])].push_back(
                    targetOf(data.patternOfUnit(unit)));
        std::erase_if(members, [](const auto& cluster) { return cluster.empty(); });
        cases = std::move(members);
        leftOut.times.assign(cases.size(), 1);
    } else {
        std::vector<double> units(own.size(), 0);
        // Units that nobody rated are among the n units of the table: without one of them nothing changes.
        for (std::size_t pattern = 0; pattern < data.patternCount(); ++pattern)
            units[targetOf(pattern)] += static_cast<double>(data.patternUnits(pattern));
        for (std::size_t target = 0; target < units.size(); ++target)
            if (units[target] > 0) {
                cases.push_back({static_cast<std::uint32_t>(target)});
                leftOut.times.push_back(units[target]);
            }
    }
    if (cases.size() > mostCases)
        return base::fail(
            base::Errc::InvalidArgument,
            fmt::format("the jackknife would leave out {} different units one by one", cases.size()),
            "use --ci analytic or --ci bootstrap");
    leftOut.values.resize(cases.size() * quantities.size());
    const bool finished =
        forBlocks(cases.size(), threads, [&](std::size_t begin, std::size_t end, bool reports) {
            Sample sample;
            std::vector<double>& target = needs.patterns ? sample.patternWeights : sample.countWeights;
            for (std::size_t index = begin; index < end; ++index) {
                if (task.isStopped())
                    return false;
                if (reports && index % 32 == 0)
                    task.report(index - begin, end - begin, "jackknife");
                target = own;
                for (const std::uint32_t gone : cases[index])
                    target[gone] -= 1;
                analysis.tally(sample, needs);
                evaluate(analysis, quantities, sample, leftOut.values.data() + index * quantities.size());
            }
            return true;
        });
    if (!finished)
        return base::Task::cancelled();
    return leftOut;
}

std::optional<double> jackknifeError(const LeftOut& leftOut, std::size_t quantity) {
    double n = 0;
    double mean = 0;
    for (std::size_t index = 0; index < leftOut.times.size(); ++index) {
        const double value = leftOut.values[index * leftOut.quantities + quantity];
        if (std::isnan(value))
            return std::nullopt;
        n += leftOut.times[index];
        mean += leftOut.times[index] * value;
    }
    if (n < 2)
        return std::nullopt;
    mean /= n;
    double squares = 0;
    for (std::size_t index = 0; index < leftOut.times.size(); ++index) {
        const double apart = leftOut.values[index * leftOut.quantities + quantity] - mean;
        squares += leftOut.times[index] * apart * apart;
    }
    const double error = std::sqrt((n - 1) / n * squares);
    return error > 1e-14 ? error : 0;
}

} // namespace rapport::agreement
