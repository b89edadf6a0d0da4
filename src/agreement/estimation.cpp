// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/estimation.h"

#include "agreement/distributions.h"
#include "agreement/scores.h"
#include "base/format.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace rapport::agreement {

namespace {

inline double pullOfRatings(const Analysis& analysis, const Influence& influence, std::size_t pattern) {
    double sum = 0;
    const std::size_t stride = analysis.q() + 1;
    const double* at = influence.ofRating.data() + 1;
    for (const CategoryIndex cell : analysis.data().pattern(pattern)) {
        sum += at[cell];
        at += stride;
    }
    return influence.pull[analysis.counts().ofPattern(pattern)] + sum;
}

/// The same for two ratings at a time.
std::vector<double> pullsOfPairs(const Analysis& analysis, const Influence& influence) {
    const std::size_t raters = analysis.data().raterCount();
    const std::size_t stride = analysis.q() + 1;
    const auto own = [&](std::size_t rater, std::size_t nibble) {
        const auto place = static_cast<std::size_t>(RatingPairs::category(nibble) + 1);
        return rater < raters && place < stride ? influence.ofRating[rater * stride + place] : 0.0;
    };
    std::vector<double> pulls(RatingPairs::count(raters) * RatingPairs::size);
    for (std::size_t cell = 0; cell < pulls.size(); ++cell) {
        const std::size_t rater = cell / RatingPairs::size * 2;
        pulls[cell] = own(rater, cell & 15U) + own(rater + 1, cell >> 4U & 15U);
    }
    return pulls;
}

} // namespace

double pullOf(const Analysis& analysis, const Influence& influence, std::size_t pattern) {
    switch (influence.level) {
    case Influence::Level::Count:
        return influence.pull[analysis.counts().ofPattern(pattern)];
    case Influence::Level::Pattern:
        return influence.ofPattern(pattern);
    case Influence::Level::Ratings:
        return pullOfRatings(analysis, influence, pattern);
    case Influence::Level::Cell: {
        const auto [first, second] = analysis.pairs()[influence.pair];
        const auto row = analysis.data().pattern(pattern);
        if (row[first] == missing || row[second] == missing)
            return notIncluded;
        return influence.pull[static_cast<std::size_t>(row[first]) * analysis.q() +
                              static_cast<std::size_t>(row[second])];
    }
    }
    return notIncluded;
}

namespace {

/// Sum over units of the squared linearised values.
double squaresByUnit(const Analysis& analysis, const Sample& sample, const Influence& influence) {
    double squares = 0;
    const auto add = [&squares](double pull, double units) {
        if (units > 0 && !std::isnan(pull))
            squares += units * pull * pull;
    };
    switch (influence.level) {
    case Influence::Level::Count:
        for (std::size_t index = 0; index < influence.pull.size(); ++index)
            add(influence.pull[index], sample.countWeights[index]);
        break;
    case Influence::Level::Pattern:
        for (std::size_t index = 0; index < analysis.data().patternCount(); ++index)
            add(influence.ofPattern(index), static_cast<double>(analysis.data().patternUnits(index)));
        break;
    case Influence::Level::Ratings:
        if (analysis.q() <= RatingPairs::mostCategories) {
            const ReliabilityData& data = analysis.data();
            const std::size_t raters = data.raterCount();
            const std::vector<double> pairs = pullsOfPairs(analysis, influence);
            const CategoryIndex* row = data.patternCells().data();
            for (std::size_t index = 0; index < data.patternCount(); ++index, row += raters) {
                double sum = 0;
                RatingPairs::forRow(row, raters, [&](std::size_t pair, std::size_t ratings) {
                    sum += pairs[pair * RatingPairs::size + ratings];
                });
                add(influence.pull[analysis.counts().ofPattern(index)] + sum,
                    static_cast<double>(data.patternUnits(index)));
            }
            break;
        }
        for (std::size_t index = 0; index < analysis.data().patternCount(); ++index)
            add(pullOfRatings(analysis, influence, index),
                static_cast<double>(analysis.data().patternUnits(index)));
        break;
    case Influence::Level::Cell: {
        const PairTable& table = sample.pairs[influence.pair];
        for (std::size_t index = 0; index < influence.pull.size(); ++index)
            add(influence.pull[index], table.cells[index]);
        break;
    }
    }
    return squares;
}

} // namespace

std::optional<LinearisedError> linearisedError(const Analysis& analysis, const Sample& sample,
                                               const Influence& influence, bool byCluster) {
    // What is left of exact zeros by rounding is no spread.
    constexpr double roundingOnly = 1e-24;
    LinearisedError error;
    const double n = influence.n;
    if (!byCluster) {
        if (n < 2 || influence.df < 1)
            return std::nullopt;
        const double squares = squaresByUnit(analysis, sample, influence);
        error.se = squares > roundingOnly * n ? std::sqrt(squares / (n * (n - 1))) : 0;
        error.df = influence.df;
        return error;
    }
    const ReliabilityData& data = analysis.data();
    double squares = 0;
    if (data.patternCount() < data.unitCount()) {
        // Once per pattern, then once per kind of cluster: both are few where units are many.
        std::vector<double> pulls(data.patternCount());
        for (std::size_t pattern = 0; pattern < pulls.size(); ++pattern)
            pulls[pattern] = pullOf(analysis, influence, pattern);
        const ClusterKinds& kinds = analysis.clusterKinds();
        double present = 0;
        std::size_t at = 0;
        for (std::size_t kind = 0; kind < kinds.clusters.size(); ++kind) {
            double sum = 0;
            bool isPresent = false;
            for (; at < kinds.ends[kind]; ++at) {
                const double pull = pulls[static_cast<std::size_t>(kinds.patterns[at])];
                if (std::isnan(pull))
                    continue;
                sum += pull;
                isPresent = true;
            }
            present += isPresent ? kinds.clusters[kind] : 0;
            squares += kinds.clusters[kind] * sum * sum;
        }
        error.clusters = static_cast<std::int64_t>(present);
    } else {
        std::vector<double> sums(data.clusterCount(), 0);
        std::vector<char> present(data.clusterCount(), 0);
        for (std::size_t unit = 0; unit < data.unitCount(); ++unit) {
            const double pull = pullOf(analysis, influence, unit);
            if (std::isnan(pull))
                continue;
            const auto cluster = static_cast<std::size_t>(data.clusterOfUnit()[unit]);
            sums[cluster] += pull;
            present[cluster] = 1;
        }
        error.clusters = std::count(present.begin(), present.end(), 1);
        for (const double sum : sums)
            squares += sum * sum;
    }
    if (error.clusters < 2)
        return std::nullopt;
    const double clusters = static_cast<double>(error.clusters);
    error.se = squares > roundingOnly * n ? std::sqrt(clusters / (clusters - 1) * squares) / n : 0;
    error.df = clusters - 1;
    return error;
}

Interval wilson(double share, double n, double level) {
    const double z = normalQuantile(1 - (1 - level) / 2);
    const double centre = share + z * z / (2 * n);
    const double half = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    const double scale = 1 + z * z / n;
    Interval interval;
    interval.low = std::max(0.0, (centre - half) / scale);
    interval.high = std::min(1.0, (centre + half) / scale);
    interval.level = level;
    interval.method = "wilson";
    return interval;
}

namespace {

bool isProportion(std::string_view id) {
    static constexpr std::string_view proportions[] = {
        "specific_agreement", "positive_agreement", "negative_agreement", "unanimous", "holsti",
        "bangdiwala_b",       "kendall_w"};
    return id.starts_with("percent_agreement") ||
           std::find(std::begin(proportions), std::end(proportions), id) != std::end(proportions);
}

} // namespace

void setSymmetricInterval(Estimate& estimate, double se, double quantile, double level, const char* method) {
    Interval interval;
    interval.low = *estimate.value - quantile * se;
    interval.high = *estimate.value + quantile * se;
    interval.level = level;
    interval.method = method;
    const double least = isProportion(estimate.id) ? 0 : -1;
    if (interval.low < least || interval.high > 1)
        estimate.addCaveat("cut");
    interval.low = std::max(interval.low, least);
    interval.high = std::min(interval.high, 1.0);
    estimate.ci = interval;
}

std::string messageFor(Reason reason, const Quantity& quantity, const Analysis& analysis, int leftOut) {
    const std::string_view id = quantity.coefficient->id;
    switch (reason) {
    case Reason::NoVariation:
        if (id == "mcnemar" || id == "stuart_maxwell" || id == "bhapkar")
            return "not defined: the raters never differ (or always do), so their margins cannot be compared";
        if (id == "specific_agreement" || id == "positive_agreement" || id == "negative_agreement")
            return "not defined: no rater used this category";
        if (id == "bangdiwala_b")
            return "not defined: the raters have no category in common";
        if (leftOut > 0)
            return fmt::format(
                "not defined: {} of {} kappas are undefined, because a pair used one category only", leftOut,
                id == "light_kappa" ? analysis.pairs().size()
                                    : analysis.pairs().size() * analysis.codes().codes);
        if (quantity.part == Part::Category)
            return "not defined: no variation (the category was given always or never)";
        if (analysis.q() < 2)
            return "not defined: no variation (only one category was used; declare the list of categories)";
        return "not defined: no variation (all ratings are the same, so chance alone would agree)";
    case Reason::NoPairableUnits:
        return "not defined: no unit was rated by two raters";
    case Reason::OneRater:
        return "not defined: agreement needs two raters";
    case Reason::TooFewUnits:
        return "not defined: too few units were rated by all raters";
    case Reason::NotApplicable:
        if (id == "krippendorff_alpha")
            return "not applicable: the categories are not numbers this distance is made for";
        if (analysis.pairs().empty())
            return "not applicable: too many raters and categories for tables of pairs";
        return "not applicable to these data";
    }
    return {};
}

namespace {

bool isChanceCorrected(std::string_view id) {
    return id == "cohen_kappa" || id == "scott_pi" || id == "fleiss_kappa" || id == "conger_kappa" ||
           id == "light_kappa" || id == "krippendorff_alpha" || id == "pooled_kappa" || id == "mean_kappa";
}

/// Units with anything beside what is given most: where it is one alone, the value hangs on it.
double unitsBeside(const Analysis& analysis, const Sample& sample, const Quantity& quantity) {
    const ReliabilityData& data = analysis.data();
    if (quantity.part == Part::Pair) {
        const PairTable& table = sample.pairs[quantity.pair];
        double alike = 0;
        for (std::size_t k = 0; k < table.q; ++k)
            alike = std::max(alike, table.at(k, k));
        return table.n - alike;
    }
    const auto most = static_cast<CategoryIndex>(
        std::max_element(sample.valueCount.begin(), sample.valueCount.end()) - sample.valueCount.begin());
    double withRare = 0; // of a category: units that hold it, or those that hold another
    double withOther = 0;
    for (std::size_t pattern = 0; pattern < data.patternCount(); ++pattern) {
        const auto row = data.pattern(pattern);
        const auto rated = std::count_if(row.begin(), row.end(), [](auto cell) { return cell != missing; });
        if (rated < 2)
            continue;
        const auto one =
            quantity.part == Part::Category ? static_cast<CategoryIndex>(quantity.category) : most;
        const auto held = std::count(row.begin(), row.end(), one);
        withRare += held > 0 ? sample.unitsOf(pattern) : 0;
        withOther += held < rated ? sample.unitsOf(pattern) : 0;
    }
    return quantity.part == Part::Category ? std::min(withRare, withOther) : withOther;
}

/// Kappa's two paradoxes: nearly everything is one category; the raters use the categories unequally often.
void addParadoxes(const Analysis& analysis, const Sample& sample, const Quantity& quantity,
                  Estimate& estimate) {
    constexpr double muchPrevalence = 0.8;
    constexpr double muchBias = 0.1;
    if (analysis.isSets() || !isChanceCorrected(estimate.id))
        return;
    double all = 0;
    double most = 0;
    if (quantity.part == Part::Pair) {
        const PairTable& table = sample.pairs[quantity.pair];
        double apart = 0;
        for (std::size_t k = 0; k < table.q; ++k) {
            most = std::max(most, table.row[k] + table.column[k]);
            apart += std::abs(table.row[k] - table.column[k]);
        }
        all = 2 * table.n;
        if (table.n > 0 && apart / (2 * table.n) >= muchBias)
            estimate.addCaveat("bias");
    } else if (quantity.part == Part::Category) {
        all = sample.values;
        most = std::max(sample.valueCount[quantity.category], all - sample.valueCount[quantity.category]);
    } else {
        for (const double count : sample.valueCount) {
            all += count;
            most = std::max(most, count);
        }
    }
    if (all > 0 && most / all >= muchPrevalence)
        estimate.addCaveat("prevalence");
    else
        return;
    if (unitsBeside(analysis, sample, quantity) < 2)
        estimate.addCaveat("single_unit");
}

void setText(const Analysis& analysis, const Quantity& quantity, const ErrorModel& model,
             Estimate& estimate) {
    const Coefficient& coefficient = *quantity.coefficient;
    estimate.id = coefficient.id;
    estimate.missingRule = name(model.missingRule);
    if (coefficient.variant == Variant::Weights && quantity.part != Part::Category) {
        const WeightMatrix& weights = analysis.weights()[quantity.weights];
        estimate.weights = name(weights.kind());
        if (weights.by())
            estimate.weightBy = *weights.by() == WeightBy::Value ? "value" : "rank";
    }
    if (coefficient.variant == Variant::Metrics)
        estimate.scale =
            quantity.part == Part::Category ? "nominal" : analysis.metrics()[quantity.metric].name;
    if (coefficient.variant == Variant::Forms) {
        estimate.form = name(iccForms[quantity.form]);
        estimate.missingRule = name(MissingRule::Listwise);
    }
    if (estimate.id == "kendall_w" || estimate.id == "unanimous")
        estimate.missingRule = name(MissingRule::Listwise);
}

bool isShareOfUnits(const Analysis& analysis, const Quantity& quantity) {
    const std::string_view id = quantity.coefficient->id;
    if (id == "unanimous")
        return true;
    if (id != "percent_agreement" || !analysis.weights()[quantity.weights].isIdentity())
        return false;
    return quantity.part == Part::Pair || analysis.data().raterCount() == 2;
}

/// One of two raters used one category only in all units that both judged.
bool isRaterConstant(const Analysis& analysis, const Sample& sample) {
    const ReliabilityData& data = analysis.data();
    CategoryIndex only[] = {missing, missing};
    bool varies[] = {false, false};
    for (std::size_t pattern = 0; pattern < data.patternCount(); ++pattern) {
        const auto row = data.pattern(pattern);
        if (row[0] == missing || row[1] == missing || sample.unitsOf(pattern) == 0)
            continue;
        for (std::size_t rater = 0; rater < 2; ++rater) {
            varies[rater] = varies[rater] || (only[rater] != missing && only[rater] != row[rater]);
            only[rater] = row[rater];
        }
    }
    return !varies[0] || !varies[1];
}

/// The units that can show agreement have no spread: full agreement, or a kappa that is 0 whatever they
/// hold. Ratings that nobody else gave would still lend the formulas some.
bool isDegenerate(const Analysis& analysis, const Sample& sample, const Quantity& quantity,
                  const Outcome& outcome) {
    constexpr double rounding = 1e-12;
    return outcome.value >= 1 - rounding ||
           (std::string_view(quantity.coefficient->id) == "conger_kappa" &&
            analysis.data().raterCount() == 2 && isRaterConstant(analysis, sample));
}

std::optional<LinearisedError> errorOf(const Analysis& analysis, const Sample& sample,
                                       const Quantity& quantity, const Outcome& outcome, bool byCluster) {
    auto error = linearisedError(
        analysis, sample, quantity.coefficient->influence(analysis, sample, quantity, outcome), byCluster);
    if (error && isDegenerate(analysis, sample, quantity, outcome))
        error->se = 0;
    return error;
}

} // namespace

Estimate estimateOf(const Analysis& analysis, const Sample& sample, const Quantity& quantity,
                    const ErrorModel& model) {
    const Coefficient& coefficient = *quantity.coefficient;
    Estimate estimate;
    setText(analysis, quantity, model, estimate);
    estimate.caveats = model.caveats;

    const Outcome outcome = analysis.data().raterCount() < 2
                                ? Outcome::undefined(Reason::OneRater)
                                : coefficient.outcome(analysis, sample, quantity);
    estimate.units = std::llround(outcome.units);
    if (std::isfinite(outcome.observed))
        estimate.observed = outcome.observed;
    if (std::isfinite(outcome.expected))
        estimate.expected = outcome.expected;
    if (outcome.leftOut > 0)
        estimate.addCaveat("undefined_pairs");
    if (model.ignoresClusters)
        estimate.addCaveat("units_not_independent");
    if (!outcome.defined || !std::isfinite(outcome.value)) {
        const Reason reason = outcome.defined ? Reason::NoVariation : outcome.reason;
        estimate.undefined = Undefined{reason, messageFor(reason, quantity, analysis, outcome.leftOut)};
        return estimate;
    }
    estimate.value = outcome.value;
    addParadoxes(analysis, sample, quantity, estimate);
    if (estimate.units < fewUnits)
        estimate.addCaveat("few_units");

    if (coefficient.complete != nullptr)
        coefficient.complete(analysis, sample, quantity, outcome, estimate);
    if (model.byCluster && estimate.z) {
        // The test assumes independent units as well.
        estimate.z.reset();
        estimate.pValue.reset();
    }
    // One unit has a value but no spread.
    const bool oneUnit = estimate.units < 2;
    if (oneUnit) {
        estimate.se.reset();
        estimate.z.reset();
        estimate.pValue.reset();
        if (coefficient.influence == nullptr || analysis.data().unitCount() < 2 ||
            quantity.part == Part::Pair)
            return estimate;
    }
    if (!estimate.form.empty()) {
        if (model.byCluster)
            estimate.addCaveat("units_not_independent");
        if (model.kind == IntervalKind::Analytic)
            intraclassInterval(analysis, sample, iccForms[quantity.form], model.level, estimate);
        return estimate;
    }
    if (coefficient.influence == nullptr)
        return estimate;

    const bool isAnalytic = model.kind == IntervalKind::Analytic && !oneUnit;
    const double tail = 1 - (1 - model.level) / 2;
    if (model.byCluster) {
        estimate.se.reset();
        const auto error = errorOf(analysis, sample, quantity, outcome, true);
        if (!error) {
            estimate.addCaveat("few_clusters");
            return estimate;
        }
        estimate.se = error->se;
        if (error->clusters < fewClusters)
            estimate.addCaveat("few_clusters");
        if (error->se == 0)
            estimate.addCaveat("degenerate_se");
        if (!isAnalytic)
            return estimate;
        estimate.df = error->df;
        if (error->clusters >= fewClusters && error->se > 0) {
            setSymmetricInterval(estimate, error->se, tQuantile(tail, error->df), model.level,
                                 "cluster_linearised");
            estimate.ci->clusters = error->clusters;
        }
        return estimate;
    }
    if (estimate.id == "cohen_kappa") {
        if (!estimate.se)
            return estimate;
        if (*estimate.se == 0)
            estimate.addCaveat("degenerate_se");
        else if (isAnalytic)
            setSymmetricInterval(estimate, *estimate.se, normalQuantile(tail), model.level, "fce");
        return estimate;
    }
    if (isShareOfUnits(analysis, quantity)) {
        if (oneUnit)
            return estimate;
        estimate.se = std::sqrt(std::max(0.0, outcome.value * (1 - outcome.value)) / outcome.units);
        // The score interval does not rest on the standard error: it stands also where that is 0.
        if (isAnalytic)
            estimate.ci = wilson(outcome.value, outcome.units, model.level);
        else if (*estimate.se == 0)
            estimate.addCaveat("degenerate_se");
        return estimate;
    }
    const auto error = errorOf(analysis, sample, quantity, outcome, false);
    if (!error)
        return estimate;
    estimate.se = error->se;
    if (error->se == 0) {
        estimate.addCaveat("degenerate_se");
        return estimate;
    }
    if (isAnalytic) {
        static constexpr std::string_view gwets[] = {
            "percent_agreement", "scott_pi", "fleiss_kappa", "conger_kappa",
            "brennan_prediger",  "gwet_ac",  "pabak",        "krippendorff_alpha"};
        const bool isGwet = std::find(std::begin(gwets), std::end(gwets), estimate.id) != std::end(gwets);
        estimate.df = error->df;
        setSymmetricInterval(estimate, error->se, tQuantile(tail, error->df), model.level,
                             isGwet ? "gwet" : "linearised");
    }
    return estimate;
}

Estimate alphaBelow(const Estimate& alpha, double df) {
    Estimate below = alpha;
    below.id = "alpha_below";
    below.value.reset();
    below.observed.reset();
    below.expected.reset();
    below.ci.reset();
    below.undefined.reset();
    if (!alpha.value) {
        below.undefined = alpha.undefined;
        return below;
    }
    if (!alpha.se || *alpha.se <= 0 || df < 1) {
        below.undefined = Undefined{Reason::TooFewUnits, "not defined: alpha has no interval"};
        return below;
    }
    below.probabilities = {{"0.667", tBelow((0.667 - *alpha.value) / *alpha.se, df)},
                           {"0.8", tBelow((0.8 - *alpha.value) / *alpha.se, df)}};
    return below;
}

} // namespace rapport::agreement
