// SPDX-License-Identifier: GPL-3.0-or-later
// How many units have to be rated twice. Pure functions of assumptions; every answer names its method.
#pragma once

#include "agreement/estimate.h"
#include "agreement/reliability_data.h"
#include "base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace rapport::agreement {

enum class PlanGoal : std::uint8_t {
    Power,     ///< tell kappa1 from kappa0
    HalfWidth, ///< an interval of +- halfWidth around kappa1
};

/// The options of `rapport plan kappa`.
struct PlanOptions {
    PlanGoal goal = PlanGoal::Power;
    std::optional<std::size_t> categories; ///< equally used, unless shares are given
    std::vector<double> shares;            ///< of the categories, summing to 1
    std::optional<double> prevalence;      ///< of the second of two categories
    double kappa0 = 0.4;
    double kappa1 = 0.6;
    std::size_t raters = 2;
    double power = 0.8;
    double alpha = 0.05;
    std::optional<double> halfWidth;
};

/// `rapport.plan/1`.
struct Plan {
    std::int64_t units = 0;
    double exactUnits = 0; ///< before rounding up
    std::string method;    ///< "donner_eliasziw_1992", "cantor_1996", "flack_1988", "half_width"
    std::vector<std::pair<std::string, double>> inputs;
    /// Other methods' answers to the same question.
    std::vector<std::pair<std::string, std::int64_t>> alternatives;
};

/// Errors (InvalidArgument): probabilities outside (0, 1), shares that do not sum to 1, kappa0 = kappa1,
/// fewer than two raters or categories, a kappa outside (-1, 1).
[[nodiscard]] base::Result<Plan> planKappa(const PlanOptions& options);

/// Goodness of fit for a binary rating by two or more raters: units to tell kappa1 from kappa0, not rounded.
/// Donner & Eliasziw 1992.
[[nodiscard]] base::Result<double> donnerEliasziwPower(double kappa0, double kappa1, double prevalence,
                                                       std::size_t raters, double alpha, double power);
/// Units for which the goodness of fit interval around kappa0 reaches down to `low` (and up to `high` where
/// given; one-sided otherwise).
[[nodiscard]] base::Result<std::int64_t> donnerEliasziwInterval(double kappa0, double low,
                                                                std::optional<double> high, double prevalence,
                                                                std::size_t raters, double alpha);
/// The lower limit that `units` units give around kappa0, one-sided.
[[nodiscard]] base::Result<double> donnerEliasziwLimit(double kappa0, std::int64_t units, double prevalence,
                                                       std::size_t raters, double alpha);
/// Two raters, two categories, each with an own share of the positive one. Cantor 1996.
[[nodiscard]] base::Result<double> cantorUnits(double share1, double share2, double kappa1, double kappa0,
                                               double alpha, double power, bool twoSided = false);
/// Two raters with the same shares of q categories; the largest standard error over all tables with these
/// margins and this kappa. Flack, Afifi, Lachenbruch & Schouten 1988.
[[nodiscard]] base::Result<double> flackUnits(std::span<const double> shares, double kappa1, double kappa0,
                                              double alpha, double power, bool twoSided = false);
/// Units for an interval of +- halfWidth, given the standard error that `units` units gave.
[[nodiscard]] base::Result<std::int64_t> unitsForHalfWidth(double se, std::int64_t units, double halfWidth,
                                                           double level = 0.95);

/// What the data so far say about how many more are needed.
struct UnitsNeeded {
    std::int64_t unitsSoFar = 0;
    std::optional<std::int64_t> forHalfWidth; ///< in total
    std::optional<std::int64_t> forThreshold; ///< in total, until the lower limit passes the threshold;
                                              ///< nullopt if the value itself does not
    std::optional<Undefined> undefined;
};
[[nodiscard]] UnitsNeeded unitsNeeded(const Estimate& soFar, double halfWidth, double threshold,
                                      double level = 0.95);

} // namespace rapport::agreement
