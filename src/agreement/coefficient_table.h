// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of coefficients: what exists, where it comes from, when it applies, and the functions that
// compute it. Everything that measure() prints goes through it; a new coefficient is a new row.
#pragma once

#include "agreement/estimate.h"
#include "agreement/outcome.h"
#include "agreement/tally.h"

#include <cstdint>
#include <span>

namespace rapport::agreement {

/// Where a coefficient is shown; a row may name several.
enum class Part : std::uint8_t { Overall = 1, Pair = 2, Category = 4 };

/// What a coefficient is computed for each of.
enum class Variant : std::uint8_t { Single, Weights, Metrics, Forms };

struct Coefficient;

/// One number to compute: a row of the table and which of its variants.
struct Quantity {
    const Coefficient* coefficient = nullptr;
    Part part = Part::Overall;
    std::size_t weights = 0;
    std::size_t metric = 0;
    std::size_t form = 0;
    std::size_t pair = 0;
    std::size_t category = 0;
};

struct Coefficient {
    const char* id;
    const char* title;
    const char* reference;
    const char* applicability; ///< for people
    std::uint8_t parts;        ///< bits of Part
    Variant variant;
    bool needsPatterns; ///< looks at whole rows or pairs, not only at category counts
    bool (*applies)(const Analysis& analysis, Part part);
    Outcome (*outcome)(const Analysis& analysis, const Sample& sample, const Quantity& quantity);
    /// Linearised values; nullptr where no standard error follows from them.
    Influence (*influence)(const Analysis& analysis, const Sample& sample, const Quantity& quantity,
                           const Outcome& outcome);
    /// What else belongs into a defined estimate: tests, standard errors under H0, degrees of freedom.
    void (*complete)(const Analysis& analysis, const Sample& sample, const Quantity& quantity,
                     const Outcome& outcome, Estimate& estimate);
};

[[nodiscard]] std::span<const Coefficient> coefficients();

/// Everything that applies to the data, in document order. `only`: ids to keep; empty keeps all. `pairs`:
/// with the coefficients of pairs; `categories`: with those by category.
[[nodiscard]] std::vector<Quantity> quantitiesFor(const Analysis& analysis, std::span<const std::string> only,
                                                  bool pairs, bool categories);
/// What a Sample must hold for them.
[[nodiscard]] Needs needsOf(std::span<const Quantity> quantities);

/// The category of two that means "present": not "0", "no", "nee", "absent" and the like; where neither is
/// one of these, the first of the list.
[[nodiscard]] std::size_t positiveCategory(const ReliabilityData& data);

} // namespace rapport::agreement
