// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/pooled.h"

#include "agreement/two_raters.h"

#include <algorithm>

namespace rapport::agreement {

namespace {

/// How often the first, the second and both raters of a pair gave each code.
struct CodeCounts {
    std::vector<double> first;
    std::vector<double> second;
    std::vector<double> both;
    double n = 0;
};

CodeCounts codeCounts(const Analysis& analysis, const PairTable& table) {
    const CodeMap& codes = analysis.codes();
    CodeCounts counts{std::vector<double>(codes.codes, 0), std::vector<double>(codes.codes, 0),
                      std::vector<double>(codes.codes, 0), table.n};
    for (std::size_t k = 0; k < table.q; ++k) {
        for (const std::uint16_t code : codes.ofCategory[k]) {
            counts.first[code] += table.row[k];
            counts.second[code] += table.column[k];
        }
        if (table.row[k] == 0)
            continue;
        for (std::size_t l = 0; l < table.q; ++l) {
            const double units = table.at(k, l);
            if (units == 0)
                continue;
            const auto& left = codes.ofCategory[k];
            const auto& right = codes.ofCategory[l];
            for (const std::uint16_t code : left)
                if (std::binary_search(right.begin(), right.end(), code))
                    counts.both[code] += units;
        }
    }
    return counts;
}

struct BinaryKappa {
    double observed = 0;
    double expected = 0;
    bool defined = false;
    [[nodiscard]] double value() const { return (observed - expected) / (1 - expected); }
};

BinaryKappa binaryKappa(const CodeCounts& counts, std::size_t code) {
    BinaryKappa kappa;
    const double first = counts.first[code] / counts.n;
    const double second = counts.second[code] / counts.n;
    kappa.observed = 1 - first - second + 2 * counts.both[code] / counts.n;
    kappa.expected = first * second + (1 - first) * (1 - second);
    const bool constant = (counts.first[code] == 0 && counts.second[code] == 0) ||
                          (counts.first[code] == counts.n && counts.second[code] == counts.n);
    kappa.defined = !constant;
    if (constant)
        kappa.expected = 1;
    return kappa;
}

template<typename PairFunction>
void forPairs(const Sample& sample, std::optional<std::size_t> pair, PairFunction function) {
    for (std::size_t index = 0; index < sample.pairs.size(); ++index)
        if ((!pair || *pair == index) && sample.pairs[index].n > 0)
            function(index, sample.pairs[index]);
}

/// Spreads values per cell of several pairs over whole patterns: (n / n_pair) times the value where both
/// rated.
class PatternPulls {
public:
    PatternPulls(const Analysis& analysis, const Sample& sample, std::optional<std::size_t> pair)
        : m_analysis(analysis)
        , m_pair(pair)
        , m_n(pair ? sample.pairs[*pair].n : sample.pairable)
        , m_stride(analysis.q() + 1)
        , m_cells(analysis.pairs().size() * m_stride * m_stride, 0) {}

    /// May be called again for a pair: values add up.
    void add(std::size_t pair, const PairTable& table, const std::vector<double>& cells, double factor) {
        double* at = m_cells.data() + pair * m_stride * m_stride;
        for (std::size_t k = 0; k < table.q; ++k)
            for (std::size_t l = 0; l < table.q; ++l)
                at[(k + 1) * m_stride + l + 1] += factor * m_n / table.n * cells[k * table.q + l];
    }
    /// Worked out pattern by pattern when asked for: a list of them would be the largest thing in memory.
    [[nodiscard]] Influence spread() && {
        Influence influence;
        influence.level = Influence::Level::Pattern;
        influence.n = m_n;
        influence.df = m_n - 1;
        influence.ofPattern = [pulls = std::move(*this)](std::size_t pattern) { return pulls.of(pattern); };
        return influence;
    }

private:
    [[nodiscard]] double of(std::size_t pattern) const {
        const auto row = m_analysis.data().pattern(pattern);
        const auto place = [&row](std::size_t rater) { return static_cast<std::size_t>(row[rater] + 1); };
        if (m_pair) {
            const auto [first, second] = m_analysis.pairs()[*m_pair];
            return row[first] == missing || row[second] == missing
                       ? notIncluded
                       : m_cells[(*m_pair * m_stride + place(first)) * m_stride + place(second)];
        }
        if (m_analysis.counts().total(m_analysis.counts().ofPattern(pattern)) < 2)
            return notIncluded;
        double sum = 0;
        const double* at = m_cells.data();
        for (std::size_t first = 0; first + 1 < row.size(); ++first) {
            const std::size_t base = place(first) * m_stride;
            for (std::size_t second = first + 1; second < row.size(); ++second, at += m_stride * m_stride)
                sum += at[base + place(second)];
        }
        return sum;
    }

    const Analysis& m_analysis;
    std::optional<std::size_t> m_pair;
    double m_n;
    std::size_t m_stride;
    std::vector<double> m_cells; ///< pair x (category + 1) x (category + 1); row and column 0: missing
};

/// d po and d pe of one code per cell.
struct CodePulls {
    std::vector<double> observed;
    std::vector<double> expected;
};

CodePulls codePulls(const Analysis& analysis, const PairTable& table, const CodeCounts& counts,
                    std::size_t code, const BinaryKappa& kappa) {
    const double first = counts.first[code] / counts.n;
    const double second = counts.second[code] / counts.n;
    std::vector<double> has(table.q, 0);
    for (std::size_t k = 0; k < table.q; ++k) {
        const auto& held = analysis.codes().ofCategory[k];
        has[k] = std::binary_search(held.begin(), held.end(), static_cast<std::uint16_t>(code)) ? 1 : 0;
    }
    CodePulls pulls{std::vector<double>(table.q * table.q, 0), std::vector<double>(table.q * table.q, 0)};
    for (std::size_t k = 0; k < table.q; ++k)
        for (std::size_t l = 0; l < table.q; ++l) {
            pulls.observed[k * table.q + l] = (has[k] == has[l] ? 1 : 0) - kappa.observed;
            pulls.expected[k * table.q + l] =
                (2 * second - 1) * (has[k] - first) + (2 * first - 1) * (has[l] - second);
        }
    return pulls;
}

} // namespace

Outcome lightKappa(const Analysis& analysis, const Sample& sample, std::size_t weights) {
    if (sample.pairable == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    if (sample.pairs.empty())
        return Outcome::undefined(Reason::NotApplicable, sample.pairable);
    double sum = 0;
    int undefined = 0;
    for (const PairTable& table : sample.pairs) {
        const Outcome kappa = cohenKappa(table, analysis.weights()[weights]);
        if (kappa.defined)
            sum += kappa.value;
        else
            ++undefined;
    }
    if (undefined > 0) {
        Outcome outcome = Outcome::undefined(Reason::NoVariation, sample.pairable);
        outcome.leftOut = undefined;
        return outcome;
    }
    return Outcome::of(sum / static_cast<double>(sample.pairs.size()), sample.pairable);
}

Outcome pooledKappa(const Analysis& analysis, const Sample& sample, std::optional<std::size_t> pair) {
    double observed = 0;
    double expected = 0;
    double parts = 0;
    forPairs(sample, pair, [&](std::size_t, const PairTable& table) {
        const CodeCounts counts = codeCounts(analysis, table);
        for (std::size_t code = 0; code < analysis.codes().codes; ++code) {
            const BinaryKappa kappa = binaryKappa(counts, code);
            observed += kappa.observed;
            expected += kappa.expected;
            parts += 1;
        }
    });
    const double units = pair && *pair < sample.pairs.size() ? sample.pairs[*pair].n : sample.pairable;
    if (units == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    if (parts == 0)
        return Outcome::undefined(Reason::NotApplicable, units);
    return Outcome::beyondChance(observed / parts, expected / parts, units);
}

Outcome meanKappa(const Analysis& analysis, const Sample& sample, std::optional<std::size_t> pair) {
    double sum = 0;
    double parts = 0;
    int leftOut = 0;
    forPairs(sample, pair, [&](std::size_t, const PairTable& table) {
        const CodeCounts counts = codeCounts(analysis, table);
        for (std::size_t code = 0; code < analysis.codes().codes; ++code) {
            const BinaryKappa kappa = binaryKappa(counts, code);
            if (kappa.defined) {
                sum += kappa.value();
                parts += 1;
            } else {
                ++leftOut;
            }
        }
    });
    const double units = pair && *pair < sample.pairs.size() ? sample.pairs[*pair].n : sample.pairable;
    if (units == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    Outcome outcome =
        parts == 0 ? Outcome::undefined(Reason::NoVariation, units) : Outcome::of(sum / parts, units);
    outcome.leftOut = leftOut;
    return outcome;
}

Outcome holsti(const Analysis& analysis, const Sample& sample, std::optional<std::size_t> pair) {
    double both = 0;
    double given = 0;
    forPairs(sample, pair, [&](std::size_t, const PairTable& table) {
        const CodeCounts counts = codeCounts(analysis, table);
        for (std::size_t code = 0; code < analysis.codes().codes; ++code) {
            both += counts.both[code];
            given += counts.first[code] + counts.second[code];
        }
    });
    const double units = pair && *pair < sample.pairs.size() ? sample.pairs[*pair].n : sample.pairable;
    if (units == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    if (given == 0)
        return Outcome::undefined(Reason::NoVariation, units);
    return Outcome::of(2 * both / given, units);
}

Influence lightInfluence(const Analysis& analysis, const Sample& sample, std::size_t weights) {
    PatternPulls pulls(analysis, sample, std::nullopt);
    for (std::size_t pair = 0; pair < sample.pairs.size(); ++pair) {
        const PairTable& table = sample.pairs[pair];
        const WeightMatrix& matrix = analysis.weights()[weights];
        pulls.add(pair, table, cohenInfluence(table, matrix, cohenKappa(table, matrix)).pull,
                  1 / static_cast<double>(sample.pairs.size()));
    }
    return std::move(pulls).spread();
}

Influence pooledInfluence(const Analysis& analysis, const Sample& sample, std::optional<std::size_t> pair) {
    const Outcome value = pooledKappa(analysis, sample, pair);
    double parts = 0;
    forPairs(sample, pair,
             [&](std::size_t, const PairTable&) { parts += static_cast<double>(analysis.codes().codes); });
    PatternPulls pulls(analysis, sample, pair);
    forPairs(sample, pair, [&](std::size_t index, const PairTable& table) {
        const CodeCounts counts = codeCounts(analysis, table);
        for (std::size_t code = 0; code < analysis.codes().codes; ++code) {
            CodePulls cells = codePulls(analysis, table, counts, code, binaryKappa(counts, code));
            for (std::size_t cell = 0; cell < cells.observed.size(); ++cell)
                cells.observed[cell] =
                    (cells.observed[cell] - (1 - value.value) * cells.expected[cell]) / (1 - value.expected);
            pulls.add(index, table, cells.observed, 1 / parts);
        }
    });
    return std::move(pulls).spread();
}

Influence meanKappaInfluence(const Analysis& analysis, const Sample& sample,
                             std::optional<std::size_t> pair) {
    double parts = 0;
    forPairs(sample, pair, [&](std::size_t, const PairTable& table) {
        const CodeCounts counts = codeCounts(analysis, table);
        for (std::size_t code = 0; code < analysis.codes().codes; ++code)
            parts += binaryKappa(counts, code).defined ? 1 : 0;
    });
    PatternPulls pulls(analysis, sample, pair);
    forPairs(sample, pair, [&](std::size_t index, const PairTable& table) {
        const CodeCounts counts = codeCounts(analysis, table);
        for (std::size_t code = 0; code < analysis.codes().codes; ++code) {
            const BinaryKappa kappa = binaryKappa(counts, code);
            if (!kappa.defined)
                continue;
            CodePulls cells = codePulls(analysis, table, counts, code, kappa);
            for (std::size_t cell = 0; cell < cells.observed.size(); ++cell)
                cells.observed[cell] = (cells.observed[cell] - (1 - kappa.value()) * cells.expected[cell]) /
                                       (1 - kappa.expected);
            pulls.add(index, table, cells.observed, 1 / parts);
        }
    });
    return std::move(pulls).spread();
}

Influence holstiInfluence(const Analysis& analysis, const Sample& sample, std::optional<std::size_t> pair) {
    const double value = holsti(analysis, sample, pair).value;
    const double units = pair ? sample.pairs[*pair].n : sample.pairable;
    double given = 0;
    forPairs(sample, pair, [&](std::size_t, const PairTable& table) {
        const CodeCounts counts = codeCounts(analysis, table);
        for (std::size_t code = 0; code < analysis.codes().codes; ++code)
            given += counts.first[code] + counts.second[code];
    });
    PatternPulls pulls(analysis, sample, pair);
    forPairs(sample, pair, [&](std::size_t index, const PairTable& table) {
        std::vector<double> cells(table.q * table.q, 0);
        for (std::size_t k = 0; k < table.q; ++k)
            for (std::size_t l = 0; l < table.q; ++l) {
                const auto& left = analysis.codes().ofCategory[k];
                const auto& right = analysis.codes().ofCategory[l];
                double both = 0;
                for (const std::uint16_t code : left)
                    both += std::binary_search(right.begin(), right.end(), code) ? 1 : 0;
                const double all = static_cast<double>(left.size() + right.size());
                cells[k * table.q + l] = (2 * both - value * all) * units / given;
            }
        // A sum over units needs no scaling by the pair's own number of units.
        pulls.add(index, table, cells, table.n / units);
    });
    return std::move(pulls).spread();
}

} // namespace rapport::agreement
