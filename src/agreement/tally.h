// SPDX-License-Identifier: GPL-3.0-or-later
// What the coefficients are functions of: sums over units. Units with the same category counts are one count
// pattern, so a sum runs over patterns and not over units, and a bootstrap replicate is another set of
// pattern weights. Internal to the room. An Analysis is constant after it was built; a Sample belongs to one
// thread.
#pragma once

#include "agreement/reliability_data.h"
#include "agreement/weights.h"

#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace rapport::agreement {

struct CountEntry {
    std::uint16_t category = 0;
    std::uint16_t count = 0;
};

/// Distinct vectors r_i1 .. r_iq, kept sparse.
class CountPatterns {
public:
    explicit CountPatterns(const ReliabilityData& data);
    [[nodiscard]] std::size_t size() const { return m_totals.size(); }
    [[nodiscard]] std::span<const CountEntry> entries(std::size_t index) const {
        return {m_entries.data() + m_begins[index], m_begins[index + 1] - m_begins[index]};
    }
    /// r_i, how many raters rated the units of this pattern.
    [[nodiscard]] std::uint32_t total(std::size_t index) const { return m_totals[index]; }
    /// How many units of the data have it.
    [[nodiscard]] const std::vector<double>& units() const { return m_units; }
    [[nodiscard]] std::uint32_t ofPattern(std::size_t pattern) const { return m_ofPattern[pattern]; }

private:
    std::vector<CountEntry> m_entries;
    std::vector<std::size_t> m_begins;
    std::vector<std::uint32_t> m_totals;
    std::vector<double> m_units;
    std::vector<std::uint32_t> m_ofPattern;
};

/// Ratings read two at a time, where categories are few: half the look-ups in the loops over a million rows.
struct RatingPairs {
    static constexpr std::size_t mostCategories = 15;
    static constexpr std::size_t size = 256;
    /// Two neighbouring ratings as a number below `size`; a missing one counts as 15.
    [[nodiscard]] static std::size_t index(CategoryIndex first, CategoryIndex second) {
        return (static_cast<unsigned>(first) & 15U) | (static_cast<unsigned>(second) & 15U) << 4U;
    }
    [[nodiscard]] static CategoryIndex category(std::size_t nibble) {
        return nibble == 15 ? missing : static_cast<CategoryIndex>(nibble);
    }
    /// How many pairs a row of raters has; with an odd number the last rater is paired with nobody.
    [[nodiscard]] static std::size_t count(std::size_t raters) { return (raters + 1) / 2; }
    /// Calls function(pair, index) for the pairs of a row.
    template<typename Function>
    static void forRow(const CategoryIndex* row, std::size_t raters, Function function) {
        std::size_t pair = 0;
        for (; 2 * pair + 1 < raters; ++pair)
            function(pair, index(row[2 * pair], row[2 * pair + 1]));
        if (2 * pair < raters)
            function(pair, index(row[2 * pair], missing));
    }
};

/// A squared distance between categories.
struct Metric {
    enum class Kind : std::uint8_t { Nominal, Ordinal, Places, Matrix };
    std::string name;
    Kind kind = Kind::Nominal;
    bool applicable = true;
    std::vector<double> places; ///< Kind::Places: the distance is (x - y)^2
    std::vector<double> matrix; ///< Kind::Matrix: q x q
};
[[nodiscard]] Metric nominalMetric();
[[nodiscard]] Metric ordinalMetric();
[[nodiscard]] Metric intervalMetric(const ReliabilityData& data);
[[nodiscard]] Metric ratioMetric(const ReliabilityData& data);

/// Two raters, row and column, over the units both rated.
struct PairTable {
    std::size_t q = 0;
    std::vector<double> cells;
    std::vector<double> row;
    std::vector<double> column;
    double n = 0;

    void reset(std::size_t categories);
    /// Row and column sums and n, from the cells.
    void sum();
    [[nodiscard]] double at(std::size_t first, std::size_t second) const { return cells[first * q + second]; }
};

/// Sums over a (re)weighted set of units.
struct Sample {
    std::vector<double>
        patternWeights;               ///< units per pattern; empty where every pattern is the one unit it is
    std::vector<double> countWeights; ///< units per count pattern
    // over units rated at least once
    double rated = 0;          ///< n
    std::vector<double> share; ///< sum of r_ik / r_i
    // over units rated at least twice
    double pairable = 0;             ///< n2
    double values = 0;               ///< sum of r_i
    double valueAgreement = 0;       ///< sum of r_i pa_i
    double pairsAgreeing = 0;        ///< sum of r_ik (r_ik - 1)
    double pairsAll = 0;             ///< sum of r_i (r_i - 1)
    double unanimous = 0;            ///< complete units with one category
    double complete = 0;             ///< units rated by all
    std::vector<double> agreement;   ///< per weights: sum of pa_i
    std::vector<double> valueCount;  ///< sum of r_ik
    std::vector<double> disagreeing; ///< per metric: sum of (r_i - 1)^-1 sum_kl r_ik r_il d_kl
    // per category, over units rated at least twice
    std::vector<double> splitShare;    ///< sum of 2 r_ik (r_i - r_ik) / (r_i (r_i - 1))
    std::vector<double> splitValue;    ///< sum of 2 r_ik (r_i - r_ik) / (r_i - 1)
    std::vector<double> sameCategory;  ///< sum of r_ik (r_ik - 1)
    std::vector<double> offeredInPair; ///< sum of r_ik (r_i - 1)
    // per rater
    std::vector<double> raterRated;    ///< units rated by g
    std::vector<double> raterCategory; ///< g x k
    std::vector<PairTable> pairs;

    [[nodiscard]] double unitsOf(std::size_t pattern) const {
        return patternWeights.empty() ? 1 : patternWeights[pattern];
    }
};

/// What a Sample shall hold; everything costs.
struct Needs {
    bool categories = true;
    bool raters = true;
    bool pairs = true;
    bool patterns = true; ///< any of raters, pairs, or functions that look at whole patterns
    bool unanimous = true;
};

/// Which codes a category stands for: itself alone, or the codes of a set.
struct CodeMap {
    std::size_t codes = 0;
    std::vector<std::vector<std::uint16_t>> ofCategory; ///< ascending
};

/// Clusters by the patterns of their units: sums by cluster are worked out once for all that are alike.
struct ClusterKinds {
    std::u32string patterns;       ///< of the kinds, one after the other; rising within each
    std::vector<std::size_t> ends; ///< where each kind's patterns end
    std::vector<double> clusters;  ///< how many are of the kind
};

/// Data, weights and distances, with all that does not change between replicates.
class Analysis {
public:
    Analysis(const ReliabilityData& data, std::vector<WeightMatrix> weights, std::vector<Metric> metrics);

    [[nodiscard]] const ReliabilityData& data() const { return *m_data; }
    /// Categories are sets of codes: only distances between sets make sense, no weights.
    void setCodes(CodeMap codes) {
        m_codes = std::move(codes);
        m_isSets = true;
    }
    [[nodiscard]] const CodeMap& codes() const { return m_codes; }
    [[nodiscard]] bool isSets() const { return m_isSets; }
    [[nodiscard]] std::size_t q() const { return m_data->categoryCount(); }
    [[nodiscard]] const CountPatterns& counts() const { return m_counts; }
    [[nodiscard]] const std::vector<WeightMatrix>& weights() const { return m_weights; }
    [[nodiscard]] const std::vector<Metric>& metrics() const { return m_metrics; }
    /// Pairs of raters, in column order; empty if their tables would not fit into memory.
    [[nodiscard]] const std::vector<std::pair<std::size_t, std::size_t>>& pairs() const { return m_pairs; }
    /// pa_i of a count pattern; 0 with fewer than two ratings.
    [[nodiscard]] double agreementOf(std::size_t weights, std::size_t countPattern) const {
        return m_agreement[weights][countPattern];
    }
    /// (r_i - 1)^-1 sum_kl r_ik r_il d_kl of a count pattern; `places` are the midranks of an ordinal metric.
    [[nodiscard]] double disagreementOf(std::size_t metric, std::size_t countPattern,
                                        std::span<const double> places) const;
    /// sum_kl n_k n_l d_kl.
    [[nodiscard]] double expectedDisagreement(std::size_t metric, std::span<const double> valueCount,
                                              std::span<const double> places) const;
    /// Midranks of the categories for ordinal metrics, else empty.
    [[nodiscard]] std::vector<double> placesOf(std::size_t metric, std::span<const double> valueCount) const;
    /// d_kl itself.
    [[nodiscard]] double distance(std::size_t metric, std::size_t k, std::size_t l,
                                  std::span<const double> places) const;

    /// Of data with clusters. Worked out by the first who asks; any thread.
    [[nodiscard]] const ClusterKinds& clusterKinds() const;

    /// The data as they are.
    [[nodiscard]] Sample sample(const Needs& needs) const;
    /// Fills `sample` from patternWeights (or from countWeights alone where needs.patterns is false).
    void tally(Sample& sample, const Needs& needs) const;

private:
    void tallyCounts(Sample& sample, const Needs& needs) const;
    void tallyPatterns(Sample& sample, const Needs& needs) const;

    const ReliabilityData* m_data;
    CodeMap m_codes;
    bool m_isSets = false;
    CountPatterns m_counts;
    std::vector<WeightMatrix> m_weights;
    std::vector<Metric> m_metrics;
    std::vector<std::pair<std::size_t, std::size_t>> m_pairs;
    std::vector<std::vector<double>> m_agreement;    ///< weights x count pattern
    std::vector<std::vector<double>> m_disagreement; ///< metric x count pattern; empty for ordinal
    mutable std::once_flag m_kindsAsked;
    mutable ClusterKinds m_kinds;
};

} // namespace rapport::agreement
