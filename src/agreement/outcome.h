// SPDX-License-Identifier: GPL-3.0-or-later
// What a coefficient's function returns: cheap, without text, so that a bootstrap can call it a million
// times. Internal to the room.
#pragma once

#include "agreement/estimate.h"

#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

namespace rapport::agreement {

struct Outcome {
    double value = 0;
    double observed = std::numeric_limits<double>::quiet_NaN(); ///< not a number: the coefficient has none
    double expected = std::numeric_limits<double>::quiet_NaN();
    double units = 0;
    int leftOut = 0; ///< parts of a mean that are undefined and left out of it
    bool defined = false;
    Reason reason = Reason::NotApplicable;

    [[nodiscard]] static Outcome undefined(Reason reason, double units = 0) {
        Outcome outcome;
        outcome.reason = reason;
        outcome.units = units;
        return outcome;
    }
    [[nodiscard]] static Outcome of(double value, double units) {
        Outcome outcome;
        outcome.value = value;
        outcome.units = units;
        outcome.defined = true;
        return outcome;
    }
    /// (observed - expected) / (1 - expected); undefined where chance alone would agree always.
    [[nodiscard]] static Outcome beyondChance(double observed, double expected, double units) {
        Outcome outcome = of(0, units);
        outcome.observed = observed;
        outcome.expected = expected;
        if (1 - expected < 1e-12) {
            outcome.defined = false;
            outcome.reason = Reason::NoVariation;
        } else {
            outcome.value = (observed - expected) / (1 - expected);
        }
        return outcome;
    }
};

/// How far one unit of each kind pulls the estimate: the linearised values minus the estimate. The variance
/// is sum of squares / (n (n - 1)), or over sums by cluster.
struct Influence {
    enum class Level : std::uint8_t {
        Count,   ///< one value per count pattern
        Ratings, ///< one per count pattern and one per rating, added up
        Pattern, ///< one per pattern
        Cell,    ///< one per cell of the table of the pair
    };
    Level level = Level::Count;
    std::size_t pair = 0;
    std::vector<double> pull;                     ///< not a number: units of this kind take no part
    std::vector<double> ofRating;                 ///< Level::Ratings: per rater missing, then each category
    std::function<double(std::size_t)> ofPattern; ///< Level::Pattern; lives as long as the analysis
    double n = 0;
    double df = 0; ///< of t, where units are independent
};

inline constexpr double notIncluded = std::numeric_limits<double>::quiet_NaN();

} // namespace rapport::agreement
