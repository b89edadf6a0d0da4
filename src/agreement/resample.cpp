// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/resample.h"

#include "agreement/workers.h"
#include "base/format.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace rapport::agreement {

// --- binomial draws

namespace {

std::uint64_t byInversion(base::Random& random, std::uint64_t n, double p) {
    const double odds = p / (1 - p);
    const double trials = static_cast<double>(n) + 1;
    double probability = std::pow(1 - p, static_cast<double>(n));
    double left = random.uniform();
    std::uint64_t successes = 0;
    while (left > probability && successes < n) {
        left -= probability;
        ++successes;
        probability *= (trials / static_cast<double>(successes) - 1) * odds;
    }
    return successes;
}

double stirlingTail(double k) {
    static constexpr double small[] = {0.08106146679532726, 0.04134069595540929, 0.02767792568499834,
                                       0.02079067210376509, 0.01664469118982119, 0.01387612882307075,
                                       0.01189670994589177, 0.01041126526197209, 0.009255462182712733,
                                       0.008330563433362871};
    if (k < 10)
        return small[static_cast<int>(k)];
    const double next = (k + 1) * (k + 1);
    return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / next) / next) / (k + 1);
}

std::uint64_t byTransformedRejection(base::Random& random, std::uint64_t trials, double p) {
    const double n = static_cast<double>(trials);
    const double spread = std::sqrt(n * p * (1 - p));
    const double b = 1.15 + 2.53 * spread;
    const double a = -0.0873 + 0.0248 * b + 0.01 * p;
    const double c = n * p + 0.5;
    const double vr = 0.92 - 4.2 / b;
    const double alpha = (2.83 + 5.1 / b) * spread;
    const double odds = p / (1 - p);
    const double mode = std::floor((n + 1) * p);
    for (;;) {
        const double u = random.uniform() - 0.5;
        double v = random.uniform();
        const double us = 0.5 - std::abs(u);
        const double k = std::floor((2 * a / us + b) * u + c);
        if (us >= 0.07 && v <= vr)
            return static_cast<std::uint64_t>(k);
        if (k < 0 || k > n)
            continue;
        v = std::log(v * alpha / (a / (us * us) + b));
        const double bound =
            (mode + 0.5) * std::log((mode + 1) / (odds * (n - mode + 1))) + stirlingTail(mode) +
            stirlingTail(n - mode) + (n + 1) * std::log((n - mode + 1) / (n - k + 1)) +
            (k + 0.5) * std::log(odds * (n - k + 1) / (k + 1)) - stirlingTail(k) - stirlingTail(n - k);
        if (v <= bound)
            return static_cast<std::uint64_t>(k);
    }
}

} // namespace

std::uint64_t drawBinomial(base::Random& random, std::uint64_t n, double p) {
    if (n == 0 || p <= 0)
        return 0;
    if (p >= 1)
        return n;
    if (p > 0.5)
        return n - drawBinomial(random, n, 1 - p);
    return static_cast<double>(n) * p < 10 ? byInversion(random, n, p) : byTransformedRejection(random, n, p);
}

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

// Seeds that differ in one bit give generators that have nothing in common (splitmix64).
std::uint64_t replicateSeed(std::uint64_t seed, std::uint64_t replicate) {
    std::uint64_t mixed = seed + 0x9E3779B97F4A7C15ULL * (replicate + 1);
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
}

// --- weights of a replicate

namespace {

/// Calls `draw` n times with a number below n; several small numbers come from one of 64 bits.
template<typename Draw>
void drawEach(base::Random& random, std::uint32_t n, Draw draw) {
    if (n <= 4096) {
        const std::uint32_t rejected = 65536U % n;
        std::uint32_t left = n;
        while (left > 0) {
            std::uint64_t bits = random.next();
            for (int lane = 0; lane < 4 && left > 0; ++lane, bits >>= 16) {
                const std::uint32_t product = static_cast<std::uint32_t>(bits & 0xFFFF) * n;
                if ((product & 0xFFFF) < rejected)
                    continue;
                draw(product >> 16);
                --left;
            }
        }
        return;
    }
    for (std::uint32_t count = 0; count < n; ++count)
        draw(static_cast<std::uint32_t>(random.below(n)));
}

class Drawer {
public:
    Drawer(const Analysis& analysis, bool byPattern, bool byCluster)
        : m_data(analysis.data()) {
        const std::size_t patterns = m_data.patternCount();
        m_target.resize(patterns);
        for (std::size_t pattern = 0; pattern < patterns; ++pattern)
            m_target[pattern] =
                byPattern ? static_cast<std::uint32_t>(pattern) : analysis.counts().ofPattern(pattern);
        const auto isRated = [&](std::size_t pattern) {
            return analysis.counts().total(analysis.counts().ofPattern(pattern)) > 0;
        };
        if (byCluster) {
            std::vector<std::vector<std::uint32_t>> members(m_data.clusterCount());
            for (std::size_t unit = 0; unit < m_data.unitCount(); ++unit)
                if (isRated(m_data.patternOfUnit(unit)))
                    members[static_cast<std::size_t>(m_data.clusterOfUnit()[unit])].push_back(
                        m_target[m_data.patternOfUnit(unit)]);
            m_begins.push_back(0);
            for (const auto& cluster : members) {
                if (cluster.empty())
                    continue;
                m_members.insert(m_members.end(), cluster.begin(), cluster.end());
                m_begins.push_back(static_cast<std::uint32_t>(m_members.size()));
            }
            m_groups = m_begins.size() - 1;
            return;
        }
        std::size_t rated = 0;
        for (std::size_t pattern = 0; pattern < patterns; ++pattern)
            rated += isRated(pattern) ? static_cast<std::size_t>(m_data.patternUnits(pattern)) : 0;
        m_groups = rated;
        // Many units of few kinds: draw how often each kind comes, not each unit.
        m_binomial = rated > 64 * patterns;
        if (m_binomial) {
            m_kinds.resize(patterns);
            for (std::size_t pattern = 0; pattern < patterns; ++pattern)
                m_kinds[pattern] = isRated(pattern) ? static_cast<double>(m_data.patternUnits(pattern)) : 0;
        } else {
            m_unitTarget.reserve(rated);
            for (std::size_t unit = 0; unit < m_data.unitCount(); ++unit)
                if (isRated(m_data.patternOfUnit(unit)))
                    m_unitTarget.push_back(m_target[m_data.patternOfUnit(unit)]);
        }
    }

    [[nodiscard]] std::size_t groups() const { return m_groups; }

    void draw(base::Random& random, std::vector<std::uint32_t>& weights) const {
        std::fill(weights.begin(), weights.end(), 0U);
        const auto groupCount = static_cast<std::uint32_t>(m_groups);
        if (groupCount == 0)
            return;
        if (!m_begins.empty()) {
            drawEach(random, groupCount, [&](std::uint32_t cluster) {
                for (std::uint32_t at = m_begins[cluster]; at < m_begins[cluster + 1]; ++at)
                    ++weights[m_members[at]];
            });
        } else if (m_binomial) {
            std::uint64_t left = m_groups;
            double share = static_cast<double>(m_groups);
            for (std::size_t kind = 0; kind < m_kinds.size() && left > 0; ++kind) {
                if (m_kinds[kind] == 0)
                    continue;
                const std::uint64_t drawn = drawBinomial(random, left, m_kinds[kind] / share);
                weights[m_target[kind]] += static_cast<std::uint32_t>(drawn);
                left -= drawn;
                share -= m_kinds[kind];
            }
        } else {
            drawEach(random, groupCount, [&](std::uint32_t unit) { ++weights[m_unitTarget[unit]]; });
        }
    }

private:
    const ReliabilityData& m_data;
    std::vector<std::uint32_t> m_target;     ///< of a pattern: itself or its count pattern
    std::vector<std::uint32_t> m_unitTarget; ///< of a rated unit
    std::vector<std::uint32_t> m_begins;     ///< of clusters in m_members; empty: units are drawn
    std::vector<std::uint32_t> m_members;
    std::vector<double> m_kinds; ///< rated units per pattern
    std::size_t m_groups = 0;
    bool m_binomial = false;
};

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
    const Drawer drawer(analysis, needs.patterns, plan.byCluster);
    Replicates replicates;
    replicates.quantities = quantities.size();
    replicates.groups = static_cast<std::int64_t>(drawer.groups());
    const auto count = static_cast<std::size_t>(plan.replicates);
    replicates.values.resize(count * quantities.size());

    std::atomic<std::uint64_t> done{0};
    const bool finished =
        forBlocks(count, plan.threads, [&](std::size_t begin, std::size_t end, bool reports) {
            Sample sample;
            std::vector<std::uint32_t> weights(needs.patterns ? analysis.data().patternCount()
                                                              : analysis.counts().size());
            std::vector<double>& target = needs.patterns ? sample.patternWeights : sample.countWeights;
            for (std::size_t replicate = begin; replicate < end; ++replicate) {
                if (replicate % 32 == 0) {
                    if (task.isStopped())
                        return false;
                    if (reports)
                        task.report(done.load(), count, "bootstrap");
                }
                base::Random random(replicateSeed(plan.seed, replicate));
                drawer.draw(random, weights);
                target.assign(weights.begin(), weights.end());
                analysis.tally(sample, needs);
                evaluate(analysis, quantities, sample,
                         replicates.values.data() + replicate * quantities.size());
                done.fetch_add(1, std::memory_order_relaxed);
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
    const Sample all = analysis.sample(needs);
    const std::vector<double>& own = needs.patterns ? all.patternWeights : all.countWeights;

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
