// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/planning.h"

#include "agreement/distributions.h"
#include "agreement/linear_program.h"
#include "base/format.h"

#include <algorithm>
#include <cmath>

namespace rapport::agreement {

namespace {

tl::unexpected<base::Error> refused(std::string message, std::string hint = {}) {
    return base::fail(base::Errc::InvalidArgument, std::move(message), std::move(hint));
}

base::Status checkShares(std::span<const double> shares) {
    if (shares.size() < 2)
        return refused("kappa needs two categories or more");
    double sum = 0;
    for (const double share : shares) {
        if (!(share > 0 && share < 1))
            return refused(fmt::format("a category's share of {} is not between 0 and 1", share));
        sum += share;
    }
    if (std::abs(sum - 1) > 1e-6)
        return refused(fmt::format("the categories' shares sum to {}, not 1", sum));
    return {};
}

base::Status checkRisk(double alpha, double power) {
    if (!(alpha > 0 && alpha < 1) || !(power > 0 && power < 1))
        return refused("alpha and power are probabilities between 0 and 1");
    return {};
}

base::Status checkKappa(double kappa) {
    if (!(kappa > -1 && kappa < 1))
        return refused(fmt::format("kappa {} is not between -1 and 1", kappa));
    return {};
}

std::int64_t roundedUp(double units) {
    return static_cast<std::int64_t>(std::ceil(units - 1e-9));
}

/// Probabilities of "all raters choose k" and, last, of any disagreement, where with probability kappa the
/// raters see the same thing and else choose independently. Outcomes with disagreement all grow with 1 -
/// kappa, so they can be one. SOURCE: Donner & Eliasziw 1992; for more than two raters Altaye, Donner & Klar
/// 2001
std::vector<double> agreementModel(std::span<const double> shares, double kappa, double raters) {
    std::vector<double> probabilities;
    double byChance = 0;
    for (const double share : shares) {
        const double all = std::pow(share, raters);
        probabilities.push_back(all + kappa * share * (1 - std::pow(share, raters - 1)));
        byChance += all;
    }
    probabilities.push_back((1 - kappa) * (1 - byChance));
    return probabilities;
}

/// sum (p - p0)^2 / p0, the noncentrality per unit; negative where the model has no such kappa.
double goodnessOfFit(std::span<const double> shares, double kappa, double kappa0, double raters) {
    const std::vector<double> null = agreementModel(shares, kappa0, raters);
    const std::vector<double> other = agreementModel(shares, kappa, raters);
    double sum = 0;
    for (std::size_t index = 0; index < null.size(); ++index) {
        if (null[index] <= 0 || other[index] < 0)
            return -1;
        sum += (other[index] - null[index]) * (other[index] - null[index]) / null[index];
    }
    return sum;
}

base::Result<double> unitsByGoodnessOfFit(std::span<const double> shares, double kappa0, double kappa1,
                                          std::size_t raters, double alpha, double power) {
    RAPPORT_TRY(checkShares(shares));
    RAPPORT_TRY(checkRisk(alpha, power));
    RAPPORT_TRY(checkKappa(kappa0));
    RAPPORT_TRY(checkKappa(kappa1));
    if (kappa0 == kappa1)
        return refused("kappa0 and kappa1 are the same: no number of units tells them apart");
    if (raters < 2)
        return refused("agreement needs two raters");
    const double perUnit = goodnessOfFit(shares, kappa1, kappa0, static_cast<double>(raters));
    if (perUnit <= 0)
        return refused("no table has these shares and such a low kappa");
    const double z = normalQuantile(1 - alpha / 2) + normalQuantile(power);
    return z * z / perUnit;
}

/// FCE's variance under H1 times n, of a table of probabilities with margins rows and columns.
double unitVariance(std::span<const double> table, std::span<const double> rows,
                    std::span<const double> columns) {
    const std::size_t q = rows.size();
    double observed = 0;
    double expected = 0;
    for (std::size_t k = 0; k < q; ++k) {
        observed += table[k * q + k];
        expected += rows[k] * columns[k];
    }
    const double kappa = (observed - expected) / (1 - expected);
    const double centre = kappa - expected * (1 - kappa);
    double sum = 0;
    for (std::size_t k = 0; k < q; ++k)
        for (std::size_t l = 0; l < q; ++l) {
            const double apart = (k == l ? 1.0 : 0.0) - (columns[k] + rows[l]) * (1 - kappa) - centre;
            sum += table[k * q + l] * apart * apart;
        }
    return sum / ((1 - expected) * (1 - expected));
}

/// (z_alpha sqrt(Q0) + z_power sqrt(Q1))^2 / (kappa1 - kappa0)^2.
double unitsFromVariances(double variance0, double variance1, double kappa0, double kappa1, double alpha,
                          double power, bool twoSided) {
    const double z = normalQuantile(1 - alpha / (twoSided ? 2 : 1)) * std::sqrt(variance0) +
                     normalQuantile(power) * std::sqrt(variance1);
    return z * z / ((kappa1 - kappa0) * (kappa1 - kappa0));
}

/// Variance of Fleiss' kappa times n under agreementModel(), from the linearised value of every possible
/// unit.
double unitVarianceOfModel(std::span<const double> shares, double kappa, std::size_t raters) {
    const std::size_t q = shares.size();
    const double r = static_cast<double>(raters);
    double expected = 0;
    for (const double share : shares)
        expected += share * share;
    const auto pull = [&](const std::vector<std::size_t>& counts) {
        double same = 0;
        double own = 0;
        for (std::size_t k = 0; k < q; ++k) {
            const double count = static_cast<double>(counts[k]);
            same += count * (count - 1);
            own += count * shares[k];
        }
        return (same / (r * (r - 1)) - expected) / (1 - expected) -
               2 * (1 - kappa) * (own / r - expected) / (1 - expected) - kappa;
    };
    double variance = 0;
    std::vector<std::size_t> counts(q, 0);
    // Every way to share the raters out over the categories.
    const auto visit = [&](auto&& self, std::size_t category, std::size_t left, double probability) -> void {
        if (category + 1 == q) {
            counts[category] = left;
            const double own = probability * std::pow(shares[category], static_cast<double>(left));
            const double value = pull(counts);
            variance += (1 - kappa) * own * value * value;
            return;
        }
        double ways = 1;
        for (std::size_t count = 0; count <= left; ++count) {
            counts[category] = count;
            self(self, category + 1, left - count,
                 probability * ways * std::pow(shares[category], static_cast<double>(count)));
            ways = ways * static_cast<double>(left - count) / static_cast<double>(count + 1);
        }
    };
    visit(visit, 0, raters, 1.0);
    for (std::size_t k = 0; k < q; ++k) {
        std::fill(counts.begin(), counts.end(), std::size_t{0});
        counts[k] = raters;
        const double value = pull(counts);
        variance += kappa * shares[k] * value * value;
    }
    return variance;
}

} // namespace

base::Result<double> donnerEliasziwPower(double kappa0, double kappa1, double prevalence, std::size_t raters,
                                         double alpha, double power) {
    const double shares[] = {prevalence, 1 - prevalence};
    return unitsByGoodnessOfFit(shares, kappa0, kappa1, raters, alpha, power);
}

base::Result<std::int64_t> donnerEliasziwInterval(double kappa0, double low, std::optional<double> high,
                                                  double prevalence, std::size_t raters, double alpha) {
    const double shares[] = {prevalence, 1 - prevalence};
    RAPPORT_TRY(checkShares(shares));
    RAPPORT_TRY(checkRisk(alpha, 0.5));
    for (const double kappa : {kappa0, low, high.value_or(0)})
        RAPPORT_TRY(checkKappa(kappa));
    if (low >= kappa0 || (high && *high <= kappa0) || raters < 2)
        return refused("the limits must lie around kappa0, and agreement needs two raters");
    const double critical = chiSquareQuantile(high ? 1 - alpha : 1 - 2 * alpha, 1);
    double units = 0;
    for (const std::optional<double> limit : {std::optional<double>(low), high}) {
        if (!limit)
            continue;
        const double perUnit = goodnessOfFit(shares, kappa0, *limit, static_cast<double>(raters));
        if (perUnit <= 0)
            return refused("no table has this prevalence and such a low kappa");
        units = std::max(units, critical / perUnit);
    }
    return roundedUp(units);
}

base::Result<double> donnerEliasziwLimit(double kappa0, std::int64_t units, double prevalence,
                                         std::size_t raters, double alpha) {
    const double shares[] = {prevalence, 1 - prevalence};
    RAPPORT_TRY(checkShares(shares));
    RAPPORT_TRY(checkRisk(alpha, 0.5));
    RAPPORT_TRY(checkKappa(kappa0));
    if (units < 2 || raters < 2)
        return refused("agreement needs two raters and two units or more");
    const double critical = chiSquareQuantile(1 - 2 * alpha, 1) / static_cast<double>(units);
    double below = -1;
    double above = kappa0;
    for (int step = 0; step < 100; ++step) {
        const double middle = (below + above) / 2;
        const double fit = goodnessOfFit(shares, kappa0, middle, static_cast<double>(raters));
        (fit < 0 || fit > critical ? below : above) = middle;
    }
    return (below + above) / 2;
}

// SOURCE: Cantor 1996
base::Result<double> cantorUnits(double share1, double share2, double kappa1, double kappa0, double alpha,
                                 double power, bool twoSided) {
    RAPPORT_TRY(checkRisk(alpha, power));
    RAPPORT_TRY(checkKappa(kappa0));
    RAPPORT_TRY(checkKappa(kappa1));
    if (!(share1 > 0 && share1 < 1 && share2 > 0 && share2 < 1))
        return refused("the raters' shares are not between 0 and 1");
    if (kappa0 == kappa1)
        return refused("kappa0 and kappa1 are the same: no number of units tells them apart");
    const double rows[] = {share1, 1 - share1};
    const double columns[] = {share2, 1 - share2};
    const double expected = rows[0] * columns[0] + rows[1] * columns[1];
    double variances[2] = {};
    const double kappas[] = {kappa0, kappa1};
    for (int index = 0; index < 2; ++index) {
        const double observed = kappas[index] * (1 - expected) + expected;
        const double both = (observed - 1 + share1 + share2) / 2;
        const double table[] = {both, share1 - both, share2 - both, 1 - share1 - share2 + both};
        for (const double cell : table)
            if (cell < -1e-12)
                return refused(fmt::format("no table has these shares and kappa {}", kappas[index]));
        variances[index] = unitVariance(table, rows, columns);
    }
    return unitsFromVariances(variances[0], variances[1], kappa0, kappa1, alpha, power, twoSided);
}

// SOURCE: Flack, Afifi, Lachenbruch & Schouten 1988
base::Result<double> flackUnits(std::span<const double> shares, double kappa1, double kappa0, double alpha,
                                double power, bool twoSided) {
    RAPPORT_TRY(checkShares(shares));
    RAPPORT_TRY(checkRisk(alpha, power));
    RAPPORT_TRY(checkKappa(kappa0));
    RAPPORT_TRY(checkKappa(kappa1));
    if (kappa0 == kappa1)
        return refused("kappa0 and kappa1 are the same: no number of units tells them apart");
    const std::size_t q = shares.size();
    double expected = 0;
    for (const double share : shares)
        expected += share * share;
    double variances[2] = {};
    const double kappas[] = {kappa0, kappa1};
    for (int index = 0; index < 2; ++index) {
        const double kappa = kappas[index];
        // With margins and kappa given the variance is linear in the cells: its largest value is a linear
        // program.
        LinearProgram program;
        program.variables = q * q;
        program.gain.resize(q * q);
        for (std::size_t k = 0; k < q; ++k)
            for (std::size_t l = 0; l < q; ++l) {
                const double apart = (k == l ? 1.0 : 0.0) - (shares[k] + shares[l]) * (1 - kappa);
                program.gain[k * q + l] = apart * apart;
            }
        for (std::size_t k = 0; k < q; ++k) {
            std::vector<double> row(q * q, 0);
            std::vector<double> column(q * q, 0);
            for (std::size_t l = 0; l < q; ++l)
                row[k * q + l] = column[l * q + k] = 1;
            program.add(std::move(row), shares[k]);
            if (k + 1 < q)
                program.add(std::move(column), shares[k]);
        }
        std::vector<double> diagonal(q * q, 0);
        for (std::size_t k = 0; k < q; ++k)
            diagonal[k * q + k] = 1;
        program.add(std::move(diagonal), kappa * (1 - expected) + expected);
        const auto largest = maximum(program);
        if (!largest)
            return refused(fmt::format("no table has these shares and kappa {}", kappa));
        const double centre = kappa - expected * (1 - kappa);
        variances[index] = (*largest - centre * centre) / ((1 - expected) * (1 - expected));
    }
    return unitsFromVariances(variances[0], variances[1], kappa0, kappa1, alpha, power, twoSided);
}

base::Result<std::int64_t> unitsForHalfWidth(double se, std::int64_t units, double halfWidth, double level) {
    if (!(se > 0) || units < 2 || !(halfWidth > 0) || !(level > 0 && level < 1))
        return refused("a standard error, a number of units and a half-width above 0 are needed");
    const double z = normalQuantile(1 - (1 - level) / 2);
    return roundedUp(static_cast<double>(units) * (z * se / halfWidth) * (z * se / halfWidth));
}

base::Result<Plan> planKappa(const PlanOptions& options) {
    std::vector<double> shares = options.shares;
    if (options.prevalence)
        shares = {1 - *options.prevalence, *options.prevalence};
    else if (shares.empty() && options.categories && *options.categories > 0)
        shares.assign(*options.categories, 1 / static_cast<double>(*options.categories));
    if (shares.empty())
        return refused("the plan needs --prevalence or --categories");
    RAPPORT_TRY(checkShares(shares));
    RAPPORT_TRY(checkRisk(options.alpha, options.power));
    constexpr std::size_t mostRaters = 20;
    if (options.raters < 2 || options.raters > mostRaters)
        return refused(fmt::format("a plan is for 2 to {} raters", mostRaters));
    constexpr std::size_t mostPlanned = 12;
    if (shares.size() > mostPlanned)
        return refused(fmt::format("a plan is for 2 to {} categories", mostPlanned));

    Plan plan;
    plan.inputs = {{"categories", static_cast<double>(shares.size())},
                   {"raters", static_cast<double>(options.raters)}};
    if (options.prevalence)
        plan.inputs.emplace_back("prevalence", *options.prevalence);
    plan.inputs.emplace_back("alpha", options.alpha);
    if (options.goal == PlanGoal::HalfWidth || options.halfWidth) {
        if (!options.halfWidth || !(*options.halfWidth > 0 && *options.halfWidth < 1))
            return refused("the half-width must lie between 0 and 1");
        RAPPORT_TRY(checkKappa(options.kappa1));
        if (options.kappa1 < 0)
            return refused("a plan for an interval needs an expected kappa of 0 or more");
        const double z = normalQuantile(1 - options.alpha / 2);
        plan.method = "half_width";
        plan.exactUnits = z * z * unitVarianceOfModel(shares, options.kappa1, options.raters) /
                          (*options.halfWidth * *options.halfWidth);
        plan.inputs.emplace_back("kappa1", options.kappa1);
        plan.inputs.emplace_back("half_width", *options.halfWidth);
    } else {
        RAPPORT_ASSIGN(plan.exactUnits, unitsByGoodnessOfFit(shares, options.kappa0, options.kappa1,
                                                             options.raters, options.alpha, options.power));
        plan.method = "donner_eliasziw_1992";
        plan.inputs.emplace_back("kappa0", options.kappa0);
        plan.inputs.emplace_back("kappa1", options.kappa1);
        plan.inputs.emplace_back("power", options.power);
        if (options.raters == 2) {
            if (shares.size() == 2)
                if (const auto units = cantorUnits(shares[1], shares[1], options.kappa1, options.kappa0,
                                                   options.alpha, options.power, true))
                    plan.alternatives.emplace_back("cantor_1996", roundedUp(*units));
            if (const auto units =
                    flackUnits(shares, options.kappa1, options.kappa0, options.alpha, options.power, true))
                plan.alternatives.emplace_back("flack_1988", roundedUp(*units));
        }
    }
    plan.units = std::max<std::int64_t>(2, roundedUp(plan.exactUnits));
    return plan;
}

UnitsNeeded unitsNeeded(const Estimate& soFar, double halfWidth, double threshold, double level) {
    UnitsNeeded needed;
    needed.unitsSoFar = soFar.units;
    if (!soFar.value || !soFar.se || *soFar.se <= 0 || soFar.units < 2) {
        needed.undefined = soFar.undefined ? *soFar.undefined
                                           : Undefined{Reason::TooFewUnits,
                                                       "the data so far give no standard error to plan with"};
        return needed;
    }
    if (const auto units = unitsForHalfWidth(*soFar.se, soFar.units, halfWidth, level))
        needed.forHalfWidth = *units;
    if (*soFar.value > threshold)
        if (const auto units = unitsForHalfWidth(*soFar.se, soFar.units, *soFar.value - threshold, level))
            needed.forThreshold = *units;
    return needed;
}

} // namespace rapport::agreement
