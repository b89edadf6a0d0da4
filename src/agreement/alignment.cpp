// SPDX-License-Identifier: GPL-3.0-or-later
// The best alignment of the units of several raters: a partition of all units into groups with at most one
// unit of each rater, as cheap as can be.
#include "agreement/gamma.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace rapport::agreement {

namespace {

constexpr double tolerance = 1e-10;

struct Unit {
    PlacedUnit placed;
    std::size_t rater = 0;
};

/// A group that may be part of an alignment; its units ascend, the first is the leftmost.
struct Group {
    std::uint32_t begin = 0; ///< in the list of members
    std::uint32_t size = 0;
    double disorder = 0;
    double surplus = 0; ///< disorder minus the prices of its units
};

double dissimilarity(const PlacedUnit& one, const PlacedUnit& other, const GammaWeights& weights) {
    const double apart = std::abs(one.begin - other.begin) + std::abs(one.end - other.end);
    const double lengths = (one.end - one.begin) + (other.end - other.begin);
    const double position = apart / lengths * (apart / lengths) * weights.deltaEmpty;
    return weights.position * position + (one.code == other.code ? 0 : weights.category * weights.deltaEmpty);
}

/// Units to the right of where the search is that are in groups already.
using Taken = std::vector<std::uint32_t>;
struct TakenHash {
    std::size_t operator()(const Taken& taken) const {
        std::size_t hash = 14695981039346656037ULL;
        for (const std::uint32_t unit : taken)
            hash = (hash ^ unit) * 1099511628211ULL;
        return hash;
    }
};
/// The cheapest way to a set of taken units.
struct Way {
    double disorder = 0;
    double left = 0; ///< prices of the units that are still free
};
using Ways = std::unordered_map<Taken, Way, TakenHash>;

class Search {
public:
    Search(const std::vector<std::vector<PlacedUnit>>& raters, const GammaWeights& weights,
           const AlignmentEffort& effort)
        : m_weights(weights)
        , m_effort(effort)
        , m_raters(raters.size())
        , m_pairs(static_cast<double>(m_raters * (m_raters - 1)) / 2)
        , m_candidatesLeft(effort.candidates) {
        for (std::size_t rater = 0; rater < raters.size(); ++rater)
            for (const PlacedUnit& unit : raters[rater]) {
                m_units.push_back({unit, rater});
                m_longest = std::max(m_longest, unit.end - unit.begin);
            }
        std::stable_sort(m_units.begin(), m_units.end(), [](const Unit& left, const Unit& right) {
            return left.placed.begin < right.placed.begin;
        });
    }

    [[nodiscard]] std::size_t units() const { return m_units.size(); }

    /// Every group that can be of use; false if there are too many.
    bool list() {
        std::vector<std::uint32_t> chosen;
        for (std::uint32_t unit = 0; unit < m_units.size(); ++unit) {
            m_firstGroup.push_back(static_cast<std::uint32_t>(m_groups.size()));
            chosen.assign(1, unit);
            extend(chosen, unit + 1, 0);
            if (m_candidatesLeft < 0)
                return false;
        }
        m_firstGroup.push_back(static_cast<std::uint32_t>(m_groups.size()));
        return true;
    }

    AlignmentDisorder best() {
        // A group's disorder shared out evenly never asks more of its units than it costs.
        m_prices.assign(m_units.size(), std::numeric_limits<double>::max());
        for (const Group& group : m_groups)
            for (std::uint32_t at = group.begin; at < group.begin + group.size; ++at)
                m_prices[m_members[at]] = std::min(m_prices[m_members[at]], group.disorder / group.size);
        m_known = m_weights.deltaEmpty * static_cast<double>(m_units.size()); // every unit on its own
        setBound();
        constexpr std::size_t narrow = 20;
        follow(std::min(narrow, m_effort.width));
        if (m_known - m_atLeast > tolerance) {
            raisePrices();
            dropDearGroups();
            const double leftOut = follow(m_effort.width);
            m_atLeast = std::max(m_atLeast, std::min(m_known, leftOut));
        }
        m_atLeast = std::min(m_atLeast, m_known);
        return {m_known, m_known - m_atLeast <= tolerance ? m_known : m_atLeast};
    }

private:
    void extend(std::vector<std::uint32_t>& chosen, std::uint32_t from, double partners) {
        record(chosen, partners);
        if (chosen.size() == m_raters)
            return;
        const PlacedUnit& leftmost = m_units[chosen[0]].placed;
        for (std::uint32_t next = from; next < m_units.size(); ++next) {
            if (--m_candidatesLeft < 0)
                return;
            const PlacedUnit& placed = m_units[next].placed;
            // Beyond this the position alone costs more than all raters' units apart.
            const double shift = placed.begin - leftmost.begin;
            const double most =
                std::sqrt(static_cast<double>(m_raters) * m_pairs / std::max(m_weights.position, 1e-9));
            if (shift > most * ((leftmost.end - leftmost.begin) + m_longest))
                break;
            if (std::any_of(chosen.begin(), chosen.end(),
                            [&](std::uint32_t unit) { return m_units[unit].rater == m_units[next].rater; }))
                continue;
            const double more = partners + distanceTo(chosen, next);
            if (more / m_pairs > static_cast<double>(m_raters) * m_weights.deltaEmpty)
                continue;
            chosen.push_back(next);
            extend(chosen, next + 1, more);
            chosen.pop_back();
        }
    }
    double distanceTo(const std::vector<std::uint32_t>& chosen, std::uint32_t unit) const {
        double sum = 0;
        for (const std::uint32_t each : chosen)
            if (each != unit)
                sum += dissimilarity(m_units[each].placed, m_units[unit].placed, m_weights);
        return sum;
    }
    double disorderOf(double partners, std::size_t size) const {
        const auto members = static_cast<double>(size);
        return (partners + (m_pairs - members * (members - 1) / 2) * m_weights.deltaEmpty) / m_pairs;
    }
    /// A group that is cheaper with one unit on its own is never needed.
    void record(const std::vector<std::uint32_t>& chosen, double partners) {
        const double disorder = disorderOf(partners, chosen.size());
        for (std::size_t index = 0; chosen.size() > 1 && index < chosen.size(); ++index) {
            const double rest = partners - distanceTo(chosen, chosen[index]);
            if (disorder > disorderOf(rest, chosen.size() - 1) + m_weights.deltaEmpty + tolerance)
                return;
        }
        m_groups.push_back({static_cast<std::uint32_t>(m_members.size()),
                            static_cast<std::uint32_t>(chosen.size()), disorder, 0});
        m_members.insert(m_members.end(), chosen.begin(), chosen.end());
    }

    /// The surplus of every group and, for each unit, the least surplus of a group that it begins: an
    /// alignment has at most one such group. Their sum with the prices is below every alignment.
    double setBound() {
        m_gains.assign(m_units.size() + 1, 0);
        m_chosen.assign(m_units.size(), -1);
        double bound = 0;
        for (const double price : m_prices)
            bound += price;
        for (std::size_t unit = 0; unit < m_units.size(); ++unit) {
            double least = 0;
            for (std::uint32_t index = m_firstGroup[unit]; index < m_firstGroup[unit + 1]; ++index) {
                Group& group = m_groups[index];
                group.surplus = group.disorder;
                for (std::uint32_t at = group.begin; at < group.begin + group.size; ++at)
                    group.surplus -= m_prices[m_members[at]];
                if (group.surplus < least) {
                    least = group.surplus;
                    m_chosen[unit] = index;
                }
            }
            m_gains[unit] = least;
            bound += least;
        }
        m_bound = bound;
        m_atLeast = std::max(m_atLeast, bound);
        return bound;
    }

    // SOURCE: Held & Karp 1971, bound by multipliers; steps of Held, Wolfe & Crowder 1974
    void raisePrices() {
        double pace = 1.5;
        int idle = 0;
        double reached = -1;
        std::vector<double> kept = m_prices;
        for (int round = 0; round < m_effort.priceRounds; ++round) {
            const double bound = setBound();
            if (bound > reached + 1e-7) {
                reached = bound;
                kept = m_prices;
                idle = 0;
            } else if (++idle == 12) {
                idle = 0;
                pace /= 2;
            }
            if (m_known - reached <= tolerance || pace < 1e-3)
                break;
            std::vector<double> slope(m_units.size(), 1);
            for (const std::int64_t index : m_chosen) {
                if (index < 0)
                    continue;
                const Group& group = m_groups[static_cast<std::size_t>(index)];
                for (std::uint32_t at = group.begin; at < group.begin + group.size; ++at)
                    slope[m_members[at]] -= 1;
            }
            double steepness = 0;
            for (const double each : slope)
                steepness += each * each;
            if (steepness == 0)
                break; // the chosen groups are an alignment
            const double step = pace * (m_known - bound) / steepness;
            for (std::size_t unit = 0; unit < m_units.size(); ++unit)
                m_prices[unit] += step * slope[unit];
        }
        m_prices = std::move(kept);
        setBound();
    }

    /// Groups with which no alignment can be better than the one that is known.
    void dropDearGroups() {
        std::vector<Group> kept;
        std::vector<std::uint32_t> first;
        for (std::size_t unit = 0; unit < m_units.size(); ++unit) {
            first.push_back(static_cast<std::uint32_t>(kept.size()));
            for (std::uint32_t index = m_firstGroup[unit]; index < m_firstGroup[unit + 1]; ++index)
                if (m_bound - m_gains[unit] + m_groups[index].surplus < m_known - tolerance)
                    kept.push_back(m_groups[index]);
        }
        first.push_back(static_cast<std::uint32_t>(kept.size()));
        m_groups = std::move(kept);
        m_firstGroup = std::move(first);
        setBound();
    }

    /// Goes from left to right: the leftmost free unit begins a group. Keeps the `width` most promising ways
    /// at every unit and gives the least bound of those it let go.
    double follow(std::size_t width) {
        double leftOut = std::numeric_limits<double>::max();
        std::vector<double> gainsFrom(m_units.size() + 1, 0);
        for (std::size_t unit = m_units.size(); unit-- > 0;)
            gainsFrom[unit] = gainsFrom[unit + 1] + m_gains[unit];
        for (std::size_t unit = 0; unit < m_units.size(); ++unit)
            std::sort(m_groups.begin() + m_firstGroup[unit], m_groups.begin() + m_firstGroup[unit + 1],
                      [](const Group& left, const Group& right) { return left.surplus < right.surplus; });
        Ways ways;
        double all = 0;
        for (const double price : m_prices)
            all += price;
        ways.emplace(Taken{}, Way{0, all});
        Taken taken;
        for (std::uint32_t unit = 0; unit < m_units.size(); ++unit) {
            Ways next;
            const auto add = [&next](const Taken& key, const Way& way) {
                const auto [found, isNew] = next.emplace(key, way);
                if (!isNew && way.disorder < found->second.disorder)
                    found->second = way;
            };
            for (const auto& each : ways) {
                // Named, since clang cannot capture parts of a pair.
                const Taken& key = each.first;
                const Way& way = each.second;
                if (!key.empty() && key.front() == unit) {
                    taken.assign(key.begin() + 1, key.end());
                    add(taken, way);
                    continue;
                }
                for (std::uint32_t index = m_firstGroup[unit]; index < m_firstGroup[unit + 1]; ++index) {
                    const Group& group = m_groups[index];
                    if (way.disorder + way.left + group.surplus + gainsFrom[unit + 1] >= m_known - tolerance)
                        break;
                    const std::uint32_t* members = m_members.data() + group.begin;
                    if (std::any_of(members + 1, members + group.size, [&key](std::uint32_t member) {
                            return std::binary_search(key.begin(), key.end(), member);
                        }))
                        continue;
                    taken.resize(key.size() + group.size - 1);
                    std::merge(key.begin(), key.end(), members + 1, members + group.size, taken.begin());
                    add(taken, {way.disorder + group.disorder, way.left + group.surplus - group.disorder});
                }
            }
            if (next.size() > width)
                leftOut = std::min(leftOut, keepBest(next, width, gainsFrom[unit + 1]));
            ways = std::move(next);
        }
        for (const auto& [key, way] : ways)
            m_known = std::min(m_known, way.disorder);
        return leftOut;
    }
    static double keepBest(Ways& ways, std::size_t width, double gains) {
        std::vector<std::pair<double, Taken>> order;
        order.reserve(ways.size());
        for (const auto& [key, way] : ways)
            order.emplace_back(way.disorder + way.left, key);
        // By the sets themselves where bounds are equal: what is kept must not depend on the table's order.
        std::nth_element(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(width), order.end());
        const double least = order[width].first + gains;
        for (std::size_t index = width; index < order.size(); ++index)
            ways.erase(order[index].second);
        return least;
    }

    GammaWeights m_weights;
    AlignmentEffort m_effort;
    std::vector<Unit> m_units; ///< by begin
    std::vector<Group> m_groups;
    std::vector<std::uint32_t> m_members;
    std::vector<std::uint32_t> m_firstGroup; ///< of the groups that a unit begins
    std::vector<double> m_prices;
    std::vector<double> m_gains;
    std::vector<std::int64_t>
        m_chosen; ///< the group of least surplus that a unit begins, -1 if none is below 0
    std::size_t m_raters;
    double m_pairs;
    std::int64_t m_candidatesLeft;
    double m_longest = 0;
    double m_known = 0; ///< sum of disorders of the best alignment so far
    double m_atLeast = 0;
    double m_bound = 0; ///< of the prices at hand
};

} // namespace

base::Result<AlignmentDisorder> bestAlignmentDisorder(const std::vector<std::vector<PlacedUnit>>& raters,
                                                      const GammaWeights& weights,
                                                      const AlignmentEffort& effort) {
    if (raters.size() < 2)
        return base::fail(base::Errc::Undefined, "an alignment needs two raters");
    Search search(raters, weights, effort);
    if (search.units() == 0)
        return AlignmentDisorder{};
    if (!search.list())
        return base::fail(base::Errc::Undefined, "the units overlap in too many ways to be aligned",
                          "compute gamma source by source, or for one code");
    const AlignmentDisorder sum = search.best();
    const double perRater = static_cast<double>(search.units()) / static_cast<double>(raters.size());
    return AlignmentDisorder{sum.value / perRater, sum.atLeast / perRater};
}

} // namespace rapport::agreement
