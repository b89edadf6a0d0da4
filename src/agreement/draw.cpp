// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/draw.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace rapport::agreement {

namespace {

// Seeds that differ in one bit give generators that have nothing in common (splitmix64).
std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

} // namespace

std::uint64_t replicateSeed(std::uint64_t seed, std::uint64_t replicate) {
    return mixed(seed + 0x9E3779B97F4A7C15ULL * (replicate + 1));
}

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

// --- kinds of units

namespace {

/// A generator with next to no state to wait for, one multiplication per 64 bits (Wang Yi 2019, wyrand).
class Bits {
public:
    explicit Bits(std::uint64_t seed)
        : m_at(seed) {}
    std::uint64_t next() {
        __extension__ using Wide = unsigned __int128;
        m_at += 0xA0761D6478BD642FULL;
        const Wide product = static_cast<Wide>(m_at) * (m_at ^ 0xE7037ED1A0B428DBULL);
        return static_cast<std::uint64_t>(product >> 64) ^ static_cast<std::uint64_t>(product);
    }

private:
    std::uint64_t m_at;
};

/// Calls `draw` n times with a number below `bound`; several small numbers come from one of 64 bits.
template<typename Call>
void drawEach(Bits& bits, std::uint64_t times, std::uint32_t bound, Call draw) {
    if (bound <= 4096) {
        const std::uint32_t rejected = 65536U % bound;
        while (times >= 4) {
            std::uint64_t four = bits.next();
            for (int lane = 0; lane < 4; ++lane, four >>= 16) {
                const std::uint32_t product = static_cast<std::uint32_t>(four & 0xFFFF) * bound;
                if ((product & 0xFFFF) >= rejected) {
                    draw(product >> 16);
                    --times;
                }
            }
        }
        while (times > 0) {
            std::uint64_t four = bits.next();
            for (int lane = 0; lane < 4 && times > 0; ++lane, four >>= 16) {
                const std::uint32_t product = static_cast<std::uint32_t>(four & 0xFFFF) * bound;
                if ((product & 0xFFFF) < rejected)
                    continue;
                draw(product >> 16);
                --times;
            }
        }
        return;
    }
    const std::uint64_t rejected = (std::uint64_t{1} << 32) % bound;
    while (times > 0) {
        std::uint64_t two = bits.next();
        for (int lane = 0; lane < 2 && times > 0; ++lane, two >>= 32) {
            const std::uint64_t product = (two & 0xFFFFFFFFU) * bound;
            if ((product & 0xFFFFFFFFU) < rejected)
                continue;
            draw(static_cast<std::uint32_t>(product >> 32));
            --times;
        }
    }
}

/// What is drawn by Poisson numbers stays this many standard deviations below the whole, so that one draw in
/// fifteen is too many and is drawn again.
constexpr double spare = 1.5;
constexpr std::uint32_t mostPoisson = 30'000;

} // namespace

Multinomial::Multinomial(std::vector<std::uint32_t> unitsPerKind)
    : m_kinds(std::move(unitsPerKind)) {
    std::uint32_t largest = 0;
    double kinds = 0;
    for (const std::uint32_t units : m_kinds) {
        m_units += units;
        largest = std::max(largest, units);
        kinds += units > 0 ? 1 : 0;
    }
    // In units drawn one by one; a Poisson number costs about as much as two of them, a binomial twelve.
    const double n = static_cast<double>(m_units);
    const double byUnits = n;
    const double byPoisson = largest >= mostPoisson ? n + 1 : 2 * kinds + spare * std::sqrt(n);
    const double byBinomials = 12 * kinds;
    if (byPoisson <= byUnits && byPoisson <= byBinomials)
        m_way = Way::Poisson;
    else
        m_way = byBinomials < byUnits ? Way::Binomials : Way::Units;
    prepare();
}

Multinomial::Multinomial(std::vector<std::uint32_t> unitsPerKind, Way way)
    : m_kinds(std::move(unitsPerKind))
    , m_way(way) {
    for (const std::uint32_t units : m_kinds)
        m_units += units;
    prepare();
}

void Multinomial::prepare() {
    if (m_way == Way::Binomials)
        return;
    m_kindOfUnit.reserve(m_units);
    for (std::size_t kind = 0; kind < m_kinds.size(); ++kind)
        m_kindOfUnit.insert(m_kindOfUnit.end(), m_kinds[kind], static_cast<std::uint32_t>(kind));
    if (m_way != Way::Poisson)
        return;
    const double share = std::max(0.0, 1 - spare / std::sqrt(static_cast<double>(m_units)));
    std::map<std::uint32_t, Table> known;
    for (const std::uint32_t units : m_kinds) {
        const auto [found, isNew] = known.try_emplace(units);
        if (isNew)
            found->second = poissonTable(share * units);
        m_tables.push_back(found->second);
    }
}

// SOURCE: Vose 1991, alias method
Multinomial::Table Multinomial::poissonTable(double mean) {
    // Neighbours of the mode until nothing is left; the law needs no exponential then, only its own sum.
    constexpr double nothing = 1e-15;
    const auto mode = static_cast<std::uint32_t>(mean);
    std::vector<double> below;
    for (double weight = 1, k = mode; k > 0 && weight > nothing; --k) {
        weight *= k / mean;
        below.push_back(weight);
    }
    std::vector<double> weights(below.rbegin(), below.rend());
    const auto first = static_cast<std::uint32_t>(mode - below.size());
    double weight = 1;
    for (double k = mode; weight > nothing; ++k) {
        weights.push_back(weight);
        weight *= mean / (k + 1);
    }
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    const std::size_t size = weights.size();
    std::vector<std::size_t> small;
    std::vector<std::size_t> large;
    for (std::size_t index = 0; index < size; ++index) {
        weights[index] *= static_cast<double>(size) / sum;
        (weights[index] < 1 ? small : large).push_back(index);
    }
    const auto begin = static_cast<std::uint32_t>(m_slots.size());
    m_slots.resize(begin + size);
    for (std::size_t index = 0; index < size; ++index) {
        const auto value = static_cast<std::uint16_t>(first + index);
        m_slots[begin + index] = {0xFFFFFFFFU, value | std::uint32_t{value} << 16};
    }
    while (!small.empty() && !large.empty()) {
        const std::size_t less = small.back();
        const std::size_t more = large.back();
        small.pop_back();
        m_slots[begin + less].threshold = static_cast<std::uint32_t>(weights[less] * 0x1p32);
        m_slots[begin + less].numbers =
            static_cast<std::uint32_t>(first + less) | static_cast<std::uint32_t>(first + more) << 16;
        weights[more] -= 1 - weights[less];
        if (weights[more] < 1) {
            large.pop_back();
            small.push_back(more);
        }
    }
    return {begin, static_cast<std::uint32_t>(size)};
}

void Multinomial::draw(std::uint64_t seed, std::span<std::uint32_t> drawn) const {
    if (m_way == Way::Binomials) {
        base::Random random(seed);
        std::uint64_t left = m_units;
        double share = static_cast<double>(m_units);
        for (std::size_t kind = 0; kind < m_kinds.size(); ++kind) {
            drawn[kind] = m_kinds[kind] == 0
                              ? 0U
                              : static_cast<std::uint32_t>(drawBinomial(random, left, m_kinds[kind] / share));
            left -= drawn[kind];
            share -= m_kinds[kind];
        }
        return;
    }
    Bits bits(seed);
    std::uint64_t done = 0;
    if (m_way == Way::Poisson) {
        // Independent Poisson numbers are, given their sum, a multinomial of that sum; whatever the sum is,
        // drawing the rest unit by unit makes it one of n.
        const Slot* slots = m_slots.data();
        const Table* tables = m_tables.data();
        const auto value = [slots](const Table& table, std::uint64_t bits32) {
            const std::uint64_t product = bits32 * table.size;
            const Slot& slot = slots[table.begin + (product >> 32)];
            // Either number is as likely as not: a shift, since a branch would be guessed wrong.
            const bool isAlias = static_cast<std::uint32_t>(product) >= slot.threshold;
            return slot.numbers >> (isAlias ? 16U : 0U) & 0xFFFFU;
        };
        const std::size_t kinds = m_kinds.size();
        do {
            done = 0;
            std::size_t kind = 0;
            for (; kind + 1 < kinds; kind += 2) {
                const std::uint64_t two = bits.next();
                const std::uint32_t one = value(tables[kind], two & 0xFFFFFFFFU);
                const std::uint32_t other = value(tables[kind + 1], two >> 32);
                drawn[kind] = one;
                drawn[kind + 1] = other;
                done += one + other;
            }
            if (kind < kinds) {
                drawn[kind] = value(tables[kind], bits.next() >> 32);
                done += drawn[kind];
            }
        } while (done > m_units);
    } else {
        std::fill(drawn.begin(), drawn.end(), 0U);
    }
    if (m_units > 0)
        drawEach(bits, m_units - done, static_cast<std::uint32_t>(m_units),
                 [&](std::uint32_t unit) { ++drawn[m_kindOfUnit[unit]]; });
}

// --- units and clusters of an analysis

Draw::Draw(const Analysis& analysis, bool byPattern, bool byCluster)
    : m_byCluster(byCluster)
    , m_targets(byPattern ? analysis.data().patternCount() : analysis.counts().size()) {
    const ReliabilityData& data = analysis.data();
    const auto targetOf = [&](std::size_t pattern) {
        return byPattern ? static_cast<std::uint32_t>(pattern) : analysis.counts().ofPattern(pattern);
    };
    const auto isRated = [&](std::size_t pattern) {
        return analysis.counts().total(analysis.counts().ofPattern(pattern)) > 0;
    };
    if (!byCluster) {
        std::vector<std::uint32_t> units(m_targets, 0);
        for (std::size_t pattern = 0; pattern < data.patternCount(); ++pattern)
            if (isRated(pattern))
                units[targetOf(pattern)] += static_cast<std::uint32_t>(data.patternUnits(pattern));
        m_law = Multinomial(std::move(units));
        m_groups = m_law.units();
        return;
    }
    std::vector<std::vector<std::uint32_t>> members(data.clusterCount());
    for (std::size_t unit = 0; unit < data.unitCount(); ++unit)
        if (isRated(data.patternOfUnit(unit)))
            members[static_cast<std::size_t>(data.clusterOfUnit()[unit])].push_back(
                targetOf(data.patternOfUnit(unit)));
    m_begins.push_back(0);
    for (const auto& cluster : members) {
        if (cluster.empty())
            continue;
        m_members.insert(m_members.end(), cluster.begin(), cluster.end());
        m_begins.push_back(static_cast<std::uint32_t>(m_members.size()));
    }
    m_groups = m_begins.size() - 1;
}

void Draw::weights(std::uint64_t seed, std::span<std::uint32_t> weights) const {
    if (!m_byCluster) {
        m_law.draw(seed, weights);
        return;
    }
    std::fill(weights.begin(), weights.end(), 0U);
    if (m_groups == 0)
        return;
    Bits bits(seed);
    drawEach(bits, m_groups, static_cast<std::uint32_t>(m_groups), [&](std::uint32_t cluster) {
        for (std::uint32_t at = m_begins[cluster]; at < m_begins[cluster + 1]; ++at)
            ++weights[m_members[at]];
    });
}

} // namespace rapport::agreement
