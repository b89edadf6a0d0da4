// SPDX-License-Identifier: GPL-3.0-or-later
// How often each pattern comes in a replicate that draws as many units (or clusters) as there are, with
// replacement. Units of one pattern are alike, so what is drawn is a multinomial over the patterns, in the
// cheapest of several exact ways. A replicate depends on its own seed alone, never on threads or order. Units
// that nobody rated are never drawn. Internal to the room.
#pragma once

#include "agreement/tally.h"
#include "base/random.h"

#include <cstdint>
#include <span>
#include <vector>

namespace rapport::agreement {

/// The seed of a replicate's own generator.
[[nodiscard]] std::uint64_t replicateSeed(std::uint64_t seed, std::uint64_t replicate);

/// A draw of Binomial(n, p), the same on every machine. Inversion below n p = 10, above it transformed
/// rejection. SOURCE: Hormann 1993, BTRS
[[nodiscard]] std::uint64_t drawBinomial(base::Random& random, std::uint64_t n, double p);

/// A multinomial law with whole numbers of units per kind: n draws from n units. Constant after it was made.
class Multinomial {
public:
    enum class Way : std::uint8_t {
        Units,     ///< every unit by itself
        Poisson,   ///< independent Poisson numbers a little below n, what is missing unit by unit
        Binomials, ///< kind by kind, given what is left
    };
    explicit Multinomial(std::vector<std::uint32_t> unitsPerKind);
    /// The same by one way, whatever it costs: for tests. Poisson needs fewer than 30 000 units per kind.
    Multinomial(std::vector<std::uint32_t> unitsPerKind, Way way);

    [[nodiscard]] std::uint64_t units() const { return m_units; }
    [[nodiscard]] Way way() const { return m_way; }
    /// `drawn`: one number per kind; their sum is units().
    void draw(std::uint64_t seed, std::span<std::uint32_t> drawn) const;

private:
    /// A column of an alias table: its own number below the threshold, else another one.
    struct Slot {
        std::uint32_t threshold = 0;
        std::uint32_t numbers = 0; ///< its own in the lower half, the other in the upper
    };
    struct Table {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };
    void prepare();
    [[nodiscard]] Table poissonTable(double mean);

    std::vector<std::uint32_t> m_kinds;
    std::vector<std::uint32_t> m_kindOfUnit; ///< Units and Poisson
    std::vector<Slot> m_slots;
    std::vector<Table> m_tables; ///< per kind
    std::uint64_t m_units = 0;
    Way m_way = Way::Units;
};

/// Units or clusters of an analysis, as weights on its patterns or on its count patterns.
class Draw {
public:
    Draw(const Analysis& analysis, bool byPattern, bool byCluster);

    /// Units or clusters that one replicate draws.
    [[nodiscard]] std::size_t groups() const { return m_groups; }
    /// Patterns or count patterns.
    [[nodiscard]] std::size_t targets() const { return m_targets; }
    void weights(std::uint64_t seed, std::span<std::uint32_t> weights) const;

private:
    Multinomial m_law{{}};
    bool m_byCluster = false;
    std::vector<std::uint32_t> m_begins;  ///< of clusters in m_members
    std::vector<std::uint32_t> m_members; ///< targets
    std::size_t m_groups = 0;
    std::size_t m_targets = 0;
};

} // namespace rapport::agreement
