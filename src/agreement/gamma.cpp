// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/gamma.h"

#include "agreement/draw.h"
#include "base/random.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace rapport::agreement {

namespace {

struct Unit {
    PlacedUnit placed;
    std::size_t rater = 0;
};

/// A unitary alignment: at most one unit of each rater, at least one unit.
struct Alignment {
    std::vector<std::uint32_t> units; ///< ascending numbers in order of begin; the first is its leftmost
    double disorder = 0;
};

double dissimilarity(const PlacedUnit& one, const PlacedUnit& other, const GammaWeights& weights) {
    const double apart = std::abs(one.begin - other.begin) + std::abs(one.end - other.end);
    const double lengths = (one.end - one.begin) + (other.end - other.begin);
    const double position = apart / lengths * (apart / lengths) * weights.deltaEmpty;
    return weights.position * position + (one.code == other.code ? 0 : weights.category * weights.deltaEmpty);
}

/// The best alignment as a search from left to right: the leftmost unit that is still free must go into one
/// of its alignments. Units meet only their neighbours, so few sets of taken units ever come up, and each is
/// solved once.
class Search {
public:
    Search(const std::vector<std::vector<PlacedUnit>>& raters, const GammaWeights& weights,
           std::int64_t mostSteps)
        : m_weights(weights)
        , m_raters(raters.size())
        , m_stepsLeft(mostSteps) {
        for (std::size_t rater = 0; rater < raters.size(); ++rater)
            for (const PlacedUnit& unit : raters[rater])
                m_units.push_back({unit, rater});
        std::stable_sort(m_units.begin(), m_units.end(), [](const Unit& left, const Unit& right) {
            return left.placed.begin < right.placed.begin;
        });
        m_alignments.resize(m_units.size());
        const double pairs = static_cast<double>(m_raters * (m_raters - 1)) / 2;
        for (std::size_t unit = 0; unit < m_units.size(); ++unit) {
            std::vector<std::uint32_t> chosen{static_cast<std::uint32_t>(unit)};
            extend(chosen, unit + 1, 0, pairs);
            std::sort(
                m_alignments[unit].begin(), m_alignments[unit].end(),
                [](const Alignment& left, const Alignment& right) { return left.disorder < right.disorder; });
        }
    }

    /// Sum of disorders; nullopt where the search was given up.
    std::optional<double> best() {
        std::vector<std::uint32_t> none;
        const double sum = solve(0, none);
        return m_stepsLeft < 0 ? std::nullopt : std::optional<double>(sum);
    }
    [[nodiscard]] double unitsPerRater() const {
        return static_cast<double>(m_units.size()) / static_cast<double>(m_raters);
    }

private:
    /// Every alignment whose leftmost unit is chosen[0]. Dearer than its units alone it is of no use.
    void extend(std::vector<std::uint32_t>& chosen, std::size_t from, double partners, double pairs) {
        if (m_stepsLeft < 0)
            return;
        const double members = static_cast<double>(chosen.size());
        const double disorder =
            (partners + (pairs - members * (members - 1) / 2) * m_weights.deltaEmpty) / pairs;
        if (disorder <= members * m_weights.deltaEmpty + 1e-12)
            m_alignments[chosen[0]].push_back({chosen, disorder});
        if (chosen.size() == m_raters)
            return;
        const PlacedUnit& leftmost = m_units[chosen[0]].placed;
        for (std::size_t next = from; next < m_units.size(); ++next) {
            --m_stepsLeft;
            const PlacedUnit& placed = m_units[next].placed;
            // Beyond this the position alone costs more than all raters' units apart.
            const double shift = placed.begin - leftmost.begin;
            const double most =
                std::sqrt(static_cast<double>(m_raters) * pairs / std::max(m_weights.position, 1e-9));
            if (shift > most * ((leftmost.end - leftmost.begin) + longestUnit()))
                break;
            if (std::any_of(chosen.begin(), chosen.end(),
                            [&](std::uint32_t unit) { return m_units[unit].rater == m_units[next].rater; }))
                continue;
            double more = partners;
            for (const std::uint32_t unit : chosen)
                more += dissimilarity(m_units[unit].placed, placed, m_weights);
            if (more / pairs > static_cast<double>(m_raters) * m_weights.deltaEmpty)
                continue;
            chosen.push_back(static_cast<std::uint32_t>(next));
            extend(chosen, next + 1, more, pairs);
            chosen.pop_back();
        }
    }
    double longestUnit() {
        if (m_longestUnit == 0)
            for (const Unit& unit : m_units)
                m_longestUnit = std::max(m_longestUnit, unit.placed.end - unit.placed.begin);
        return m_longestUnit;
    }

    /// Best sum for the units from `first` on without `taken` (ascending, all >= first).
    double solve(std::uint32_t first, std::vector<std::uint32_t>& taken) {
        while (!taken.empty() && taken.front() == first) {
            taken.erase(taken.begin());
            ++first;
        }
        if (first >= m_units.size())
            return 0;
        std::vector<std::uint32_t> key(taken);
        key.push_back(first);
        if (const auto known = m_solved.find(key); known != m_solved.end())
            return known->second;
        double least = static_cast<double>(m_units.size()) * m_weights.deltaEmpty + 1;
        for (const Alignment& alignment : m_alignments[first]) {
            if (--m_stepsLeft < 0)
                return 0;
            if (alignment.disorder >= least)
                break;
            const bool isFree = std::none_of(alignment.units.begin() + 1, alignment.units.end(),
                                             [&taken](std::uint32_t unit) {
                                                 return std::binary_search(taken.begin(), taken.end(), unit);
                                             });
            if (!isFree)
                continue;
            std::vector<std::uint32_t> next(taken);
            next.insert(next.end(), alignment.units.begin() + 1, alignment.units.end());
            std::sort(next.begin(), next.end());
            least = std::min(least, alignment.disorder + solve(first + 1, next));
        }
        m_solved.emplace(std::move(key), least);
        return least;
    }

    GammaWeights m_weights;
    std::vector<Unit> m_units;
    std::vector<std::vector<Alignment>> m_alignments; ///< by leftmost unit, best first
    std::map<std::vector<std::uint32_t>, double> m_solved;
    std::size_t m_raters;
    std::int64_t m_stepsLeft;
    double m_longestUnit = 0;
};

} // namespace

base::Result<double> bestAlignmentDisorder(const std::vector<std::vector<PlacedUnit>>& raters,
                                           const GammaWeights& weights, std::int64_t mostSteps) {
    if (raters.size() < 2)
        return base::fail(base::Errc::Undefined, "an alignment needs two raters");
    Search search(raters, weights, mostSteps);
    if (search.unitsPerRater() == 0)
        return 0.0;
    const auto sum = search.best();
    if (!sum)
        return base::fail(base::Errc::Undefined, "the best alignment was not found within the steps allowed",
                          "compute gamma source by source, or for one code");
    return *sum / search.unitsPerRater();
}

base::Result<Estimate> gammaOf(const UnitizingData& data, const UnitizingOptions& options,
                               const base::Task& task) {
    Estimate estimate;
    estimate.id = "gamma";
    estimate.missingRule = "listwise";
    const auto undefined = [&estimate](Reason reason, std::string message) {
        estimate.undefined = Undefined{reason, std::move(message)};
        return estimate;
    };
    if (data.raters().size() < 2)
        return undefined(Reason::OneRater, "not defined: agreement needs two raters");
    // Sources that all raters read; hard boundaries: each is aligned for itself and the disorders are summed.
    GammaWeights weights;
    weights.position = options.gammaAlpha;
    weights.category = options.gammaBeta;
    std::vector<const UnitizedSource*> sources;
    double units = 0;
    for (const UnitizedSource& source : data.sources()) {
        if (source.byRater.size() != data.raters().size())
            continue;
        sources.push_back(&source);
        for (const RaterSpans& rater : source.byRater)
            units += static_cast<double>(rater.spans.size());
    }
    estimate.units = static_cast<std::int64_t>(units);
    if (sources.empty())
        return undefined(Reason::NoPairableUnits, "not defined: no source was read by all raters");
    if (units == 0)
        return undefined(Reason::NoVariation, "not defined: nobody marked anything");

    // Weighted by units per rater, the mean over sources is the disorder of the whole.
    const auto disorderOf = [&](base::Random* random) -> base::Result<double> {
        double sum = 0;
        double all = 0;
        for (const UnitizedSource* source : sources) {
            std::vector<std::vector<PlacedUnit>> raters;
            const double length = static_cast<double>(source->length);
            for (std::size_t rater = 0; rater < source->byRater.size(); ++rater) {
                std::size_t from = rater;
                double shift = 0;
                if (random != nullptr) {
                    from = static_cast<std::size_t>(random->below(source->byRater.size()));
                    shift = random->uniform() * length;
                }
                std::vector<PlacedUnit>& own = raters.emplace_back();
                for (const Span& span : source->byRater[from].spans) {
                    const double begin = std::fmod(static_cast<double>(span.begin) + shift, length);
                    own.push_back({begin, begin + static_cast<double>(span.end - span.begin), span.code});
                }
            }
            double count = 0;
            for (const auto& own : raters)
                count += static_cast<double>(own.size());
            if (count == 0)
                continue;
            RAPPORT_ASSIGN(const double disorder, bestAlignmentDisorder(raters, weights));
            sum += disorder * count;
            all += count;
        }
        return all > 0 ? sum / all : 0.0;
    };
    const auto observed = disorderOf(nullptr);
    if (!observed)
        return undefined(Reason::NotApplicable, observed.error().message);
    std::vector<double> sampled;
    for (std::int64_t sample = 0; sample < options.gammaSamples; ++sample) {
        if (task.isStopped())
            return base::Task::cancelled();
        task.report(static_cast<std::uint64_t>(sample), static_cast<std::uint64_t>(options.gammaSamples),
                    "gamma");
        base::Random random(replicateSeed(options.seed, static_cast<std::uint64_t>(sample)));
        const auto disorder = disorderOf(&random);
        if (!disorder)
            return undefined(Reason::NotApplicable, disorder.error().message);
        sampled.push_back(*disorder);
    }
    const double mean = std::accumulate(sampled.begin(), sampled.end(), 0.0) /
                        static_cast<double>(std::max<std::size_t>(sampled.size(), 1));
    if (sampled.size() < 2 || mean <= 0)
        return undefined(Reason::NoVariation, "not defined: the sampled continua show no disorder");
    double squares = 0;
    for (const double disorder : sampled)
        squares += (disorder - mean) * (disorder - mean);
    estimate.value = 1 - *observed / mean;
    estimate.observed = *observed;
    estimate.expected = mean;
    // Of the sampling alone: how well the mean disorder of chance is known, not how well gamma is.
    const double count = static_cast<double>(sampled.size());
    const double precision = std::sqrt(squares / (count - 1) / count) / mean;
    estimate.se = *observed / mean * precision;
    estimate.form = "samples " + std::to_string(sampled.size()) + ", seed " + std::to_string(options.seed);
    estimate.addCaveat("monte_carlo");
    return estimate;
}

} // namespace rapport::agreement
