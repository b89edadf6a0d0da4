// SPDX-License-Identifier: GPL-3.0-or-later
// Alpha without a rater, a cluster, a unit. What a group of units adds to the sums is taken away from them,
// so that a group costs its own units and no more.
#include "agreement/many_raters.h"
#include "agreement/run.h"

#include <algorithm>
#include <cmath>

namespace rapport::agreement {

namespace {

constexpr std::size_t mostShown = 1000;

/// The sums of alpha with some units taken away.
class AlphaWithout {
public:
    AlphaWithout(const ReliabilityData& data, const Metric& metric)
        : m_analysis(data, {}, {metric})
        , m_sums(m_analysis.sample({false, false, false, false, false})) {
        if (metric.kind == Metric::Kind::Ordinal)
            countCoincidences();
    }

    [[nodiscard]] const Analysis& analysis() const { return m_analysis; }
    [[nodiscard]] std::optional<double> value() const {
        const Outcome outcome = krippendorffAlpha(m_analysis, m_sums, 0);
        return outcome.defined ? std::optional<double>(outcome.value) : std::nullopt;
    }
    /// Alpha without units of these count patterns; the sums are as before afterwards, since all but one are
    /// whole numbers.
    std::optional<double> without(std::span<const std::uint32_t> patterns) {
        const double disagreeing = m_sums.disagreeing[0];
        for (const std::uint32_t pattern : patterns)
            add(pattern, -1);
        if (m_analysis.metrics()[0].kind == Metric::Kind::Ordinal) {
            // The distances are the ranks' own and change with every unit.
            const std::vector<double> places = m_analysis.placesOf(0, m_sums.valueCount);
            double sum = 0;
            for (const Coincidence& each : m_coincidences)
                sum += each.units * m_analysis.distance(0, each.first, each.second, places);
            for (const std::uint32_t pattern : patterns)
                sum -= m_analysis.disagreementOf(0, pattern, places);
            m_sums.disagreeing[0] = sum;
        } else {
            for (const std::uint32_t pattern : patterns)
                m_sums.disagreeing[0] -= m_analysis.disagreementOf(0, pattern, {});
        }
        const std::optional<double> left = value();
        m_sums.disagreeing[0] = disagreeing;
        for (const std::uint32_t pattern : patterns)
            add(pattern, 1);
        return left;
    }

private:
    struct Coincidence {
        std::uint16_t first = 0;
        std::uint16_t second = 0;
        double units = 0;
    };

    void add(std::uint32_t pattern, double units) {
        const double total = m_analysis.counts().total(pattern);
        if (total < 2)
            return;
        m_sums.pairable += units;
        m_sums.values += units * total;
        for (const CountEntry& entry : m_analysis.counts().entries(pattern))
            m_sums.valueCount[entry.category] += units * entry.count;
    }
    void countCoincidences() {
        const std::size_t q = m_analysis.q();
        std::vector<double> all(q * q, 0);
        const CountPatterns& counts = m_analysis.counts();
        for (std::size_t pattern = 0; pattern < counts.size(); ++pattern) {
            const auto entries = counts.entries(pattern);
            for (std::size_t one = 0; one < entries.size(); ++one)
                for (std::size_t other = one + 1; other < entries.size(); ++other)
                    all[entries[one].category * q + entries[other].category] +=
                        2.0 * counts.units()[pattern] * entries[one].count * entries[other].count /
                        (counts.total(pattern) - 1.0);
        }
        for (std::size_t cell = 0; cell < all.size(); ++cell)
            if (all[cell] != 0)
                m_coincidences.push_back(
                    {static_cast<std::uint16_t>(cell / q), static_cast<std::uint16_t>(cell % q), all[cell]});
    }

    Analysis m_analysis;
    Sample m_sums;
    std::vector<Coincidence> m_coincidences; ///< of different categories; ordinal distances only
};

/// Those that move alpha most, in their own order where they move it alike.
std::vector<std::size_t> mostMoving(std::vector<std::size_t> candidates,
                                    const std::vector<std::optional<double>>& changes) {
    const auto weight = [&](std::size_t candidate) {
        return changes[candidate] ? std::abs(*changes[candidate]) : -1;
    };
    const auto shown = static_cast<std::ptrdiff_t>(std::min(mostShown, candidates.size()));
    std::partial_sort(candidates.begin(), candidates.begin() + shown, candidates.end(),
                      [&](std::size_t left, std::size_t right) {
                          const double leftWeight = weight(left);
                          const double rightWeight = weight(right);
                          return leftWeight != rightWeight ? leftWeight > rightWeight : left < right;
                      });
    candidates.resize(static_cast<std::size_t>(shown));
    return candidates;
}

} // namespace

std::vector<InfluenceResult> influences(const ReliabilityData& data, const Metric& metric) {
    std::vector<InfluenceResult> results;
    AlphaWithout sums(data, metric);
    const CountPatterns& counts = sums.analysis().counts();
    const std::optional<double> alpha = sums.value();
    const auto changeOf = [&alpha](std::optional<double> without) {
        return alpha && without ? std::optional<double>(*alpha - *without) : std::nullopt;
    };
    if (data.raterCount() > 2)
        for (std::size_t rater = 0; rater < data.raterCount(); ++rater) {
            std::vector<std::size_t> others;
            for (std::size_t other = 0; other < data.raterCount(); ++other)
                if (other != rater)
                    others.push_back(other);
            const std::optional<double> without = AlphaWithout(data.withRaters(others), metric).value();
            results.push_back({{}, data.raters()[rater], {}, without, changeOf(without)});
        }

    const auto patternOf = [&](std::size_t unit) { return counts.ofPattern(data.patternOfUnit(unit)); };
    std::vector<std::size_t> units;
    for (std::size_t unit = 0; unit < data.unitCount(); ++unit)
        if (counts.total(patternOf(unit)) >= 2)
            units.push_back(unit);

    if (data.isClustered()) {
        std::vector<std::vector<std::uint32_t>> members(data.clusterCount());
        for (const std::size_t unit : units)
            members[static_cast<std::size_t>(data.clusterOfUnit()[unit])].push_back(patternOf(unit));
        std::vector<std::optional<double>> without(members.size());
        std::vector<std::optional<double>> changes(members.size());
        std::vector<std::size_t> clusters;
        for (std::size_t cluster = 0; cluster < members.size(); ++cluster) {
            if (members[cluster].empty())
                continue;
            clusters.push_back(cluster);
            without[cluster] = sums.without(members[cluster]);
            changes[cluster] = changeOf(without[cluster]);
        }
        for (const std::size_t cluster : mostMoving(std::move(clusters), changes))
            results.push_back({{}, {}, data.clusterLabel(cluster), without[cluster], changes[cluster]});
    }

    // Units with the same counts move alpha alike.
    std::vector<std::optional<double>> ofPattern(counts.size());
    for (std::uint32_t pattern = 0; pattern < counts.size(); ++pattern)
        if (counts.units()[pattern] > 0 && counts.total(pattern) >= 2)
            ofPattern[pattern] = sums.without(std::span(&pattern, 1));
    std::vector<std::optional<double>> changes(data.unitCount());
    for (const std::size_t unit : units)
        changes[unit] = changeOf(ofPattern[patternOf(unit)]);
    for (const std::size_t unit : mostMoving(std::move(units), changes))
        results.push_back({data.unitLabel(unit), {}, {}, ofPattern[patternOf(unit)], changes[unit]});
    return results;
}

} // namespace rapport::agreement
