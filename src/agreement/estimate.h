// SPDX-License-Identifier: GPL-3.0-or-later
// One result of one coefficient: value, what was observed and expected, standard errors, interval, and what
// has to be known to read it. Plain values, owned by who holds them. An undefined coefficient is such a
// result too; a number that is not finite never appears in one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::agreement {

/// Why a coefficient has no value.
enum class Reason : std::uint8_t {
    NoVariation,     ///< one category only: 0/0
    NoPairableUnits, ///< no unit was rated by two raters
    OneRater,        ///< agreement needs two
    TooFewUnits,     ///< the formula needs more units than there are
    NotApplicable,   ///< the coefficient is not made for these data
};

/// Stable name for documents: "no_variation", "no_pairable_units", "one_rater", "too_few_units",
/// "not_applicable".
[[nodiscard]] const char* name(Reason reason);

struct Undefined {
    Reason reason = Reason::NotApplicable;
    std::string message; ///< one English sentence for people
};

/// Confidence limits. `method`: "fce", "gwet", "wilson", "linearised", "cluster_linearised", "bootstrap",
/// "cluster_bootstrap", "jackknife", "cluster_jackknife", "f".
struct Interval {
    double low = 0;
    double high = 0;
    double level = 0.95;
    std::string method;
    std::optional<std::int64_t> clusters;
    std::optional<std::int64_t> replicates; ///< those in which the coefficient was defined
    std::optional<std::uint64_t> seed;
};

/// An empty string in a text field stands for null.
struct Estimate {
    std::string id;          ///< as in the table of coefficients
    std::string weights;     ///< "identity", "linear", "quadratic", "ordinal", "custom"
    std::string weightBy;    ///< "value" or "rank", where the weights have it
    std::string scale;       ///< of alpha: nominal .. ratio, jaccard, masi, dice
    std::string form;        ///< of the intraclass correlation: "1,1" .. "c,k"
    std::string missingRule; ///< "available" or "listwise"
    std::optional<double> value;
    std::optional<double> observed;
    std::optional<double> expected;
    std::optional<double> se;   ///< the formula's value, also when it is 0
    std::optional<double> seH0; ///< for the test of "no agreement beyond chance"; never for an interval
    /// Of Fleiss' kappa in a complete design: as published in 1971, superseded, for comparison with old
    /// reports.
    std::optional<double> seH0Of1971;
    std::optional<double> z;
    std::optional<double> pValue;
    std::optional<double> df;
    std::optional<double> df2;
    std::optional<Interval> ci;
    std::int64_t units = 0; ///< that the value rests on
    std::optional<Undefined> undefined;
    std::vector<std::string> caveats; ///< ids, explained in docs/methods/caveats.md
    /// Of `alpha_below`: threshold as text and the probability that alpha lies below it.
    std::vector<std::pair<std::string, double>> probabilities;

    [[nodiscard]] bool hasCaveat(std::string_view caveat) const;
    /// Adds it unless it is there.
    void addCaveat(std::string_view caveat);
};

/// The first estimate with this id (and weights or scale where given); nullptr if there is none.
[[nodiscard]] const Estimate* findEstimate(const std::vector<Estimate>& estimates, std::string_view id,
                                           std::string_view weightsOrScale = {});

} // namespace rapport::agreement
