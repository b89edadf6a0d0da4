// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/tally.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <map>
#include <string_view>
#include <unordered_map>

namespace rapport::agreement {

// --- count patterns

namespace {

std::uint64_t mixedKey(std::uint64_t key) {
    key *= 0x9E3779B97F4A7C15ULL;
    return key ^ (key >> 32);
}

/// Numbers 64-bit keys in order of appearance.
class KeyNumbers {
public:
    KeyNumbers()
        : m_slots(4096) {}

    std::uint32_t numberOf(std::uint64_t key) {
        std::size_t slot = mixedKey(key) & (m_slots.size() - 1);
        while (m_slots[slot].number != 0) {
            if (m_slots[slot].key == key)
                return m_slots[slot].number - 1;
            slot = (slot + 1) & (m_slots.size() - 1);
        }
        m_keys.push_back(key);
        m_slots[slot] = {key, static_cast<std::uint32_t>(m_keys.size())};
        if (m_keys.size() * 2 > m_slots.size())
            grow();
        return static_cast<std::uint32_t>(m_keys.size() - 1);
    }
    [[nodiscard]] const std::vector<std::uint64_t>& keys() const { return m_keys; }

private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t number = 0;
    };
    void grow() {
        std::vector<Slot> wider(m_slots.size() * 4);
        for (std::size_t index = 0; index < m_keys.size(); ++index) {
            std::size_t slot = mixedKey(m_keys[index]) & (wider.size() - 1);
            while (wider[slot].number != 0)
                slot = (slot + 1) & (wider.size() - 1);
            wider[slot] = {m_keys[index], static_cast<std::uint32_t>(index + 1)};
        }
        m_slots = std::move(wider);
    }
    std::vector<Slot> m_slots;
    std::vector<std::uint64_t> m_keys;
};

} // namespace

CountPatterns::CountPatterns(const ReliabilityData& data) {
    const std::size_t raters = data.raterCount();
    const std::size_t q = data.categoryCount();
    const std::size_t patterns = data.patternCount();
    m_ofPattern.resize(patterns);
    m_begins.push_back(0);

    const auto bits = static_cast<std::size_t>(std::bit_width(raters));
    if (q * bits <= 64) {
        // All counts of a unit fit into one word: adding up words counts every category at once.
        std::vector<std::uint64_t> one(q + 1, 0);
        for (std::size_t category = 0; category < q; ++category)
            one[category + 1] = std::uint64_t{1} << (category * bits);
        std::vector<std::uint64_t> two(RatingPairs::size, 0);
        const bool paired = q <= RatingPairs::mostCategories;
        for (std::size_t index = 0; paired && index < RatingPairs::size; ++index) {
            const auto first = static_cast<std::size_t>(RatingPairs::category(index & 15U) + 1);
            const auto second = static_cast<std::size_t>(RatingPairs::category(index >> 4U) + 1);
            two[index] = first <= q && second <= q ? one[first] + one[second] : 0;
        }
        KeyNumbers numbers;
        const CategoryIndex* row = data.patternCells().data();
        for (std::size_t pattern = 0; pattern < patterns; ++pattern, row += raters) {
            std::uint64_t key = 0;
            if (paired)
                RatingPairs::forRow(row, raters, [&](std::size_t, std::size_t index) { key += two[index]; });
            else
                for (std::size_t rater = 0; rater < raters; ++rater)
                    key += one[static_cast<std::size_t>(row[rater] + 1)];
            const std::uint32_t number = numbers.numberOf(key);
            m_ofPattern[pattern] = number;
            if (number == m_units.size())
                m_units.push_back(0);
            m_units[number] += static_cast<double>(data.patternUnits(pattern));
        }
        const std::uint64_t mask = bits >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << bits) - 1;
        for (const std::uint64_t key : numbers.keys()) {
            std::uint32_t total = 0;
            for (std::size_t category = 0; category < q; ++category) {
                const auto count = static_cast<std::uint16_t>((key >> (category * bits)) & mask);
                if (count > 0)
                    m_entries.push_back({static_cast<std::uint16_t>(category), count});
                total += count;
            }
            m_begins.push_back(m_entries.size());
            m_totals.push_back(total);
        }
    } else {
        std::map<std::vector<CategoryIndex>, std::uint32_t> numbers;
        std::vector<CategoryIndex> sorted;
        for (std::size_t pattern = 0; pattern < patterns; ++pattern) {
            const auto row = data.pattern(pattern);
            sorted.assign(row.begin(), row.end());
            std::erase(sorted, missing);
            std::sort(sorted.begin(), sorted.end());
            const auto [found, isNew] = numbers.emplace(sorted, static_cast<std::uint32_t>(m_totals.size()));
            m_ofPattern[pattern] = found->second;
            if (!isNew)
                continue;
            for (std::size_t at = 0; at < sorted.size();) {
                const auto next = static_cast<std::size_t>(
                    std::upper_bound(sorted.begin() + static_cast<std::ptrdiff_t>(at), sorted.end(),
                                     sorted[at]) -
                    sorted.begin());
                m_entries.push_back(
                    {static_cast<std::uint16_t>(sorted[at]), static_cast<std::uint16_t>(next - at)});
                at = next;
            }
            m_begins.push_back(m_entries.size());
            m_totals.push_back(static_cast<std::uint32_t>(sorted.size()));
        }
    }
    if (m_units.empty()) {
        m_units.assign(m_totals.size(), 0);
        for (std::size_t pattern = 0; pattern < patterns; ++pattern)
            m_units[m_ofPattern[pattern]] += static_cast<double>(data.patternUnits(pattern));
    }
}

// --- distances

Metric nominalMetric() {
    return {"nominal", Metric::Kind::Nominal, true, {}, {}};
}

Metric ordinalMetric() {
    return {"ordinal", Metric::Kind::Ordinal, true, {}, {}};
}

Metric intervalMetric(const ReliabilityData& data) {
    return {"interval", Metric::Kind::Places, !data.categoryValues().empty(), data.categoryValues(), {}};
}

Metric ratioMetric(const ReliabilityData& data) {
    const std::vector<double>& values = data.categoryValues();
    Metric metric{"ratio", Metric::Kind::Matrix, !values.empty(), {}, {}};
    metric.applicable = metric.applicable &&
                        std::none_of(values.begin(), values.end(), [](double value) { return value < 0; });
    if (!metric.applicable)
        return metric;
    metric.matrix.assign(values.size() * values.size(), 0);
    for (std::size_t k = 0; k < values.size(); ++k)
        for (std::size_t l = 0; l < values.size(); ++l) {
            const double sum = values[k] + values[l];
            const double ratio = sum > 0 ? (values[k] - values[l]) / sum : 0;
            metric.matrix[k * values.size() + l] = ratio * ratio;
        }
    return metric;
}

void PairTable::reset(std::size_t categories) {
    q = categories;
    cells.assign(q * q, 0);
}

void PairTable::sum() {
    row.assign(q, 0);
    column.assign(q, 0);
    n = 0;
    for (std::size_t first = 0; first < q; ++first)
        for (std::size_t second = 0; second < q; ++second) {
            const double cell = at(first, second);
            row[first] += cell;
            column[second] += cell;
            n += cell;
        }
}

// --- analysis

namespace {

/// Cells of all pair tables together; beyond it pairs are not tabulated.
constexpr std::size_t mostPairCells = std::size_t{1} << 25;

} // namespace

Analysis::Analysis(const ReliabilityData& data, std::vector<WeightMatrix> weights,
                   std::vector<Metric> metrics)
    : m_data(&data)
    , m_counts(data)
    , m_weights(std::move(weights))
    , m_metrics(std::move(metrics)) {
    const std::size_t raters = data.raterCount();
    if (raters * (raters > 0 ? raters - 1 : 0) / 2 * q() * q() <= mostPairCells)
        for (std::size_t first = 0; first < raters; ++first)
            for (std::size_t second = first + 1; second < raters; ++second)
                m_pairs.emplace_back(first, second);

    m_codes.codes = q();
    for (std::size_t category = 0; category < q(); ++category)
        m_codes.ofCategory.push_back({static_cast<std::uint16_t>(category)});

    for (const WeightMatrix& matrix : m_weights) {
        std::vector<double>& agreements = m_agreement.emplace_back(m_counts.size(), 0.0);
        for (std::size_t index = 0; index < m_counts.size(); ++index) {
            const double total = m_counts.total(index);
            if (total < 2)
                continue;
            double agreeing = 0;
            for (const CountEntry& entry : m_counts.entries(index)) {
                double starred = 0; // r*_ik
                if (matrix.isIdentity())
                    starred = entry.count;
                else
                    for (const CountEntry& other : m_counts.entries(index))
                        starred += matrix.at(entry.category, other.category) * other.count;
                agreeing += entry.count * (starred - 1);
            }
            agreements[index] = agreeing / (total * (total - 1));
        }
    }
    for (std::size_t metric = 0; metric < m_metrics.size(); ++metric) {
        std::vector<double>& all = m_disagreement.emplace_back();
        if (m_metrics[metric].kind == Metric::Kind::Ordinal || !m_metrics[metric].applicable)
            continue;
        std::vector<double> each(m_counts.size());
        for (std::size_t index = 0; index < m_counts.size(); ++index)
            each[index] = disagreementOf(metric, index, {});
        all = std::move(each);
    }
}

const ClusterKinds& Analysis::clusterKinds() const {
    std::call_once(m_kindsAsked, [this] {
        const ReliabilityData& data = *m_data;
        const std::vector<std::int32_t>& clusterOf = data.clusterOfUnit();
        // Units by cluster, then the patterns of each cluster in order.
        std::vector<std::size_t> ends(data.clusterCount() + 1, 0);
        for (const std::int32_t cluster : clusterOf)
            ++ends[static_cast<std::size_t>(cluster) + 1];
        for (std::size_t cluster = 1; cluster < ends.size(); ++cluster)
            ends[cluster] += ends[cluster - 1];
        std::vector<std::size_t> next(ends.begin(), ends.end() - 1);
        std::u32string patterns(clusterOf.size(), U'\0');
        for (std::size_t unit = 0; unit < clusterOf.size(); ++unit)
            patterns[next[static_cast<std::size_t>(clusterOf[unit])]++] =
                static_cast<char32_t>(data.patternOfUnit(unit));
        std::unordered_map<std::u32string_view, std::size_t> kindOf;
        for (std::size_t cluster = 0; cluster + 1 < ends.size(); ++cluster) {
            const std::size_t begin = ends[cluster];
            const std::size_t end = ends[cluster + 1];
            std::sort(patterns.begin() + static_cast<std::ptrdiff_t>(begin),
                      patterns.begin() + static_cast<std::ptrdiff_t>(end));
            const std::u32string_view row(patterns.data() + begin, end - begin);
            const auto [kind, isNew] = kindOf.try_emplace(row, m_kinds.clusters.size());
            if (!isNew) {
                ++m_kinds.clusters[kind->second];
                continue;
            }
            m_kinds.clusters.push_back(1);
            m_kinds.patterns += row;
            m_kinds.ends.push_back(m_kinds.patterns.size());
        }
    });
    return m_kinds;
}

double Analysis::distance(std::size_t metric, std::size_t k, std::size_t l,
                          std::span<const double> places) const {
    const Metric& used = m_metrics[metric];
    switch (used.kind) {
    case Metric::Kind::Nominal:
        return k == l ? 0 : 1;
    case Metric::Kind::Ordinal:
        return (places[k] - places[l]) * (places[k] - places[l]);
    case Metric::Kind::Places:
        return (used.places[k] - used.places[l]) * (used.places[k] - used.places[l]);
    case Metric::Kind::Matrix:
        return used.matrix[k * q() + l];
    }
    return 0;
}

double Analysis::disagreementOf(std::size_t metric, std::size_t countPattern,
                                std::span<const double> places) const {
    if (!m_disagreement.empty() && metric < m_disagreement.size() && !m_disagreement[metric].empty())
        return m_disagreement[metric][countPattern];
    const double total = m_counts.total(countPattern);
    if (total < 2)
        return 0;
    const auto entries = m_counts.entries(countPattern);
    double apart = 0;
    for (std::size_t first = 0; first < entries.size(); ++first)
        for (std::size_t second = first + 1; second < entries.size(); ++second)
            apart += 2.0 * entries[first].count * entries[second].count *
                     distance(metric, entries[first].category, entries[second].category, places);
    return apart / (total - 1);
}

std::vector<double> Analysis::placesOf(std::size_t metric, std::span<const double> valueCount) const {
    std::vector<double> places;
    if (m_metrics[metric].kind != Metric::Kind::Ordinal)
        return places;
    // SOURCE: Krippendorff 2011, ordinal metric: the sum over g = c..k of n_g minus (n_c + n_k)/2 is the
    // distance of the midranks.
    double below = 0;
    for (const double count : valueCount) {
        places.push_back(below + count / 2);
        below += count;
    }
    return places;
}

double Analysis::expectedDisagreement(std::size_t metric, std::span<const double> valueCount,
                                      std::span<const double> places) const {
    const Metric& used = m_metrics[metric];
    double all = 0;
    for (const double count : valueCount)
        all += count;
    if (used.kind == Metric::Kind::Nominal) {
        double expected = 0;
        for (const double count : valueCount)
            expected += count * (all - count);
        return expected;
    }
    if (used.kind == Metric::Kind::Matrix) {
        double expected = 0;
        for (std::size_t k = 0; k < valueCount.size(); ++k)
            if (valueCount[k] > 0)
                for (std::size_t l = 0; l < valueCount.size(); ++l)
                    expected += valueCount[k] * valueCount[l] * used.matrix[k * q() + l];
        return expected;
    }
    // Twice the total times the sum of squares around the mean.
    const std::span<const double> at =
        used.kind == Metric::Kind::Ordinal ? places : std::span<const double>(used.places);
    double mean = 0;
    for (std::size_t k = 0; k < valueCount.size(); ++k)
        mean += valueCount[k] * at[k];
    mean = all > 0 ? mean / all : 0;
    double squares = 0;
    int occupied = 0;
    for (std::size_t k = 0; k < valueCount.size(); ++k) {
        squares += valueCount[k] * (at[k] - mean) * (at[k] - mean);
        occupied += valueCount[k] > 0 ? 1 : 0;
    }
    return occupied < 2 ? 0 : 2 * all * squares;
}

void Analysis::tallyCounts(Sample& sample, const Needs& needs) const {
    const std::size_t categories = q();
    sample.share.assign(categories, 0);
    sample.valueCount.assign(categories, 0);
    sample.agreement.assign(m_weights.size(), 0);
    sample.disagreeing.assign(m_metrics.size(), 0);
    if (needs.categories) {
        sample.splitShare.assign(categories, 0);
        sample.splitValue.assign(categories, 0);
        sample.sameCategory.assign(categories, 0);
        sample.offeredInPair.assign(categories, 0);
    }
    sample.rated = sample.pairable = sample.values = sample.valueAgreement = 0;
    sample.pairsAgreeing = sample.pairsAll = sample.unanimous = sample.complete = 0;

    const double raters = static_cast<double>(m_data->raterCount());
    for (std::size_t index = 0; index < m_counts.size(); ++index) {
        const double units = sample.countWeights[index];
        const double total = m_counts.total(index);
        if (units == 0 || total == 0)
            continue;
        const auto entries = m_counts.entries(index);
        sample.rated += units;
        for (const CountEntry& entry : entries)
            sample.share[entry.category] += units * (entry.count / total);
        if (total < 2)
            continue;
        sample.pairable += units;
        sample.values += units * total;
        double same = 0;
        for (const CountEntry& entry : entries) {
            sample.valueCount[entry.category] += units * entry.count;
            same += static_cast<double>(entry.count) * (entry.count - 1);
        }
        sample.pairsAgreeing += units * same;
        sample.pairsAll += units * total * (total - 1);
        sample.valueAgreement += units * same / (total - 1);
        if (total == raters) {
            sample.complete += units;
            sample.unanimous += entries.size() == 1 ? units : 0;
        }
        for (std::size_t weights = 0; weights < m_weights.size(); ++weights)
            sample.agreement[weights] += units * m_agreement[weights][index];
        for (std::size_t metric = 0; metric < m_metrics.size(); ++metric)
            if (!m_disagreement[metric].empty())
                sample.disagreeing[metric] += units * m_disagreement[metric][index];
        if (needs.categories)
            for (const CountEntry& entry : entries) {
                const double split = 2.0 * entry.count * (total - entry.count) / (total - 1);
                sample.splitShare[entry.category] += units * split / total;
                sample.splitValue[entry.category] += units * split;
                sample.sameCategory[entry.category] += units * entry.count * (entry.count - 1.0);
                sample.offeredInPair[entry.category] += units * entry.count * (total - 1);
            }
    }
    for (std::size_t metric = 0; metric < m_metrics.size(); ++metric) {
        if (m_metrics[metric].kind != Metric::Kind::Ordinal)
            continue;
        const std::vector<double> places = placesOf(metric, sample.valueCount);
        for (std::size_t index = 0; index < m_counts.size(); ++index)
            if (sample.countWeights[index] != 0)
                sample.disagreeing[metric] +=
                    sample.countWeights[index] * disagreementOf(metric, index, places);
    }
}

void Analysis::tallyPatterns(Sample& sample, const Needs& needs) const {
    const std::size_t raters = m_data->raterCount();
    const std::size_t categories = q();
    const CategoryIndex* cells = m_data->patternCells().data();
    const std::size_t patterns = m_data->patternCount();
    if (needs.raters) {
        // One column more, for missing, spares the branch.
        const std::size_t stride = categories + 1;
        std::vector<double> counts(raters * stride, 0);
        const CategoryIndex* row = cells;
        if (sample.patternWeights.empty()) {
            // Every pattern is one unit: whole numbers, in two tables in turn, so that no sum waits for the
            // one before.
            std::vector<std::uint32_t> turns[2];
            if (categories <= RatingPairs::mostCategories) {
                turns[0].assign(RatingPairs::count(raters) * RatingPairs::size, 0);
                turns[1] = turns[0];
                for (std::size_t pattern = 0; pattern < patterns; ++pattern, row += raters) {
                    std::uint32_t* at = turns[pattern & 1].data();
                    RatingPairs::forRow(row, raters, [at](std::size_t pair, std::size_t index) {
                        ++at[pair * RatingPairs::size + index];
                    });
                }
                for (std::size_t cell = 0; cell < turns[0].size(); ++cell) {
                    const double units = static_cast<double>(turns[0][cell]) + turns[1][cell];
                    const std::size_t rater = cell / RatingPairs::size * 2;
                    if (units == 0)
                        continue;
                    counts[rater * stride +
                           static_cast<std::size_t>(RatingPairs::category(cell & 15U) + 1)] += units;
                    if (rater + 1 < raters)
                        counts[(rater + 1) * stride +
                               static_cast<std::size_t>(RatingPairs::category(cell >> 4U & 15U) + 1)] +=
                            units;
                }
            } else {
                turns[0].assign(raters * stride, 0);
                turns[1].assign(raters * stride, 0);
                for (std::size_t pattern = 0; pattern < patterns; ++pattern, row += raters) {
                    std::uint32_t* at = turns[pattern & 1].data() + 1;
                    for (std::size_t rater = 0; rater < raters; ++rater, at += stride)
                        ++at[row[rater]];
                }
                for (std::size_t index = 0; index < counts.size(); ++index)
                    counts[index] = static_cast<double>(turns[0][index]) + turns[1][index];
            }
        } else {
            for (std::size_t pattern = 0; pattern < patterns; ++pattern, row += raters) {
                const double units = sample.unitsOf(pattern);
                double* at = counts.data() + 1;
                for (std::size_t rater = 0; rater < raters; ++rater, at += stride)
                    at[row[rater]] += units;
            }
        }
        sample.raterRated.assign(raters, 0);
        sample.raterCategory.assign(raters * categories, 0);
        for (std::size_t rater = 0; rater < raters; ++rater)
            for (std::size_t category = 0; category < categories; ++category) {
                const double units = counts[rater * stride + 1 + category];
                sample.raterCategory[rater * categories + category] = units;
                sample.raterRated[rater] += units;
            }
    }
    if (needs.pairs) {
        sample.pairs.resize(m_pairs.size());
        const std::size_t stride = categories + 1;
        const std::size_t table = stride * stride;
        std::vector<double> counts(m_pairs.size() * table, 0);
        std::vector<std::size_t> scaled(raters);
        const CategoryIndex* row = cells;
        for (std::size_t pattern = 0; pattern < patterns && !m_pairs.empty(); ++pattern, row += raters) {
            const double units = sample.unitsOf(pattern);
            if (units == 0)
                continue;
            for (std::size_t rater = 0; rater < raters; ++rater)
                scaled[rater] = static_cast<std::size_t>(row[rater] + 1);
            double* at = counts.data();
            for (std::size_t first = 0; first + 1 < raters; ++first) {
                const std::size_t base = scaled[first] * stride;
                for (std::size_t second = first + 1; second < raters; ++second, at += table)
                    at[base + scaled[second]] += units;
            }
        }
        for (std::size_t pair = 0; pair < m_pairs.size(); ++pair) {
            PairTable& result = sample.pairs[pair];
            result.reset(categories);
            for (std::size_t first = 0; first < categories; ++first)
                for (std::size_t second = 0; second < categories; ++second)
                    result.cells[first * categories + second] =
                        counts[pair * table + (first + 1) * stride + second + 1];
            result.sum();
        }
    }
}

void Analysis::tally(Sample& sample, const Needs& needs) const {
    if (needs.patterns) {
        sample.countWeights.assign(m_counts.size(), 0);
        for (std::size_t pattern = 0; pattern < sample.patternWeights.size(); ++pattern)
            sample.countWeights[m_counts.ofPattern(pattern)] += sample.patternWeights[pattern];
        tallyPatterns(sample, needs);
    }
    tallyCounts(sample, needs);
}

Sample Analysis::sample(const Needs& needs) const {
    Sample sample;
    sample.countWeights = m_counts.units();
    if (needs.patterns) {
        // Weights that are all 1 would be the largest thing in memory.
        if (m_data->patternCount() != m_data->unitCount()) {
            sample.patternWeights.resize(m_data->patternCount());
            for (std::size_t pattern = 0; pattern < sample.patternWeights.size(); ++pattern)
                sample.patternWeights[pattern] = static_cast<double>(m_data->patternUnits(pattern));
        }
        tallyPatterns(sample, needs);
    }
    tallyCounts(sample, needs);
    return sample;
}

} // namespace rapport::agreement
