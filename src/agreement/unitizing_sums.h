// SPDX-License-Identifier: GPL-3.0-or-later
// The sums of unitizing coefficients over pairs of raters and sources, by sweeps over span boundaries. A
// source counts with an integer weight, so that a bootstrap over sources needs no new sweep. Internal to the
// room.
#pragma once

#include "agreement/outcome.h"
#include "agreement/unitizing.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace rapport::agreement {

/// Observed lengths of one source: index 0 is the gap, k + 1 the code k.
struct SourceLengths {
    double length = 0;
    double raters = 0;
    double spans = 0;
    std::vector<double> observed;   ///< l_ck, (K + 1) x (K + 1)
    std::vector<double> selfPaired; ///< S_c, gaps by length, units by squared length
    std::vector<double> valuedSelf; ///< S_c of cu-alpha, per code
};

/// All lengths of the given sources together.
struct Lengths {
    std::size_t codes = 0;
    double total = 0; ///< l..
    std::vector<double> observed;
    std::vector<double> selfPaired;
    std::vector<double> valuedSelf;
    [[nodiscard]] double at(std::size_t c, std::size_t k) const { return observed[c * (codes + 1) + k]; }
};

class UnitizingSums {
public:
    /// Spans of one rater must not overlap. `only`: this code against everything else, where spans of other
    /// codes count as gap (other codes may overlap then).
    UnitizingSums(const UnitizingData& data, std::optional<std::uint32_t> only);
    /// Sums over the sources times their weights; sources that fewer than two raters read count nothing.
    [[nodiscard]] Lengths lengths(std::span<const double> weights) const;
    [[nodiscard]] std::size_t codes() const { return m_codes; }

private:
    std::size_t m_codes = 0;
    std::vector<SourceLengths> m_sources;
};

/// SOURCE: Krippendorff, Mathet, Bouvry & Widlocher 2016; Krippendorff 2019, section 12.6
[[nodiscard]] Outcome uAlpha(const Lengths& lengths);
[[nodiscard]] Outcome uAlphaBinary(const Lengths& lengths);
[[nodiscard]] Outcome cuAlpha(const Lengths& lengths);
[[nodiscard]] Outcome kuAlpha(const Lengths& lengths, std::size_t code);
/// Share of all length that two raters valued both, and of a code's length that the other raters valued at
/// all.
[[nodiscard]] Outcome cuCoverage(const Lengths& lengths);
[[nodiscard]] Outcome kuCoverage(const Lengths& lengths, std::size_t code);

/// Observed and expected disagreement of each code. SOURCE: Krippendorff 1995; Krippendorff 2004,
/// section 11.6
class BoundaryDisagreement {
public:
    explicit BoundaryDisagreement(const UnitizingData& data);
    struct Parts {
        double observed = 0;
        double expected = 0;
    };
    [[nodiscard]] Parts of(std::size_t code, std::span<const double> weights) const;

private:
    struct Length {
        double length = 0;
        std::uint32_t source = 0;
    };
    struct Code {
        std::vector<double> disagreement; ///< per source, times 1 / (m - 1)
        std::vector<Length> units;
        std::vector<Length> gaps; ///< descending
    };
    std::vector<double> m_length;
    std::vector<double> m_raters;
    std::vector<Code> m_codes;
};

/// Characters as units: lengths by the categories that raters gave them.
class CharacterCounts {
public:
    /// Spans of one rater must not overlap; with `only` as in UnitizingSums, where overlapping spans of the
    /// code are merged.
    CharacterCounts(const UnitizingData& data, std::optional<std::uint32_t> only);
    /// Krippendorff's alpha, nominal, gap as a category.
    [[nodiscard]] Outcome alpha(std::span<const double> weights) const;
    /// Cohen's kappa; not applicable unless exactly two raters read anything.
    [[nodiscard]] Outcome kappa(std::span<const double> weights) const;

private:
    struct Source {
        double disagreeing = 0;
        double characters = 0;
        std::vector<double> values;
        std::vector<double> table; ///< of the two raters
    };
    std::size_t m_categories = 0;
    bool m_twoRaters = false;
    std::vector<Source> m_sources;
};

enum class OverlapRule : std::uint8_t { Exact, Any, Share };

/// How many spans of both raters of all pairs find a partner with the same code, and how many there are.
struct OverlapCounts {
    double found = 0;
    double spans = 0;
};
/// Per source. `share`: of the longer span that the two must have in common.
[[nodiscard]] std::vector<OverlapCounts> overlapCounts(const UnitizingData& data, OverlapRule rule,
                                                       double share, std::optional<std::uint32_t> only);

} // namespace rapport::agreement
