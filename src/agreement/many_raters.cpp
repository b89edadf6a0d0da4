// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/many_raters.h"

#include <algorithm>
#include <cmath>

namespace rapport::agreement {

namespace {

std::vector<double> shares(const Sample& sample) {
    std::vector<double> result(sample.share);
    for (double& share : result)
        share /= sample.rated;
    return result;
}

/// r_ik of one category in a count pattern.
double countOf(const Analysis& analysis, std::size_t index, std::size_t category) {
    for (const CountEntry& entry : analysis.counts().entries(index))
        if (entry.category == category)
            return entry.count;
    return 0;
}

/// kappa*_i - kappa for every count pattern. SOURCE: Gwet 2014, linearised variance.
template<typename AgreementOf, typename ExpectedOf>
Influence frame(const Analysis& analysis, const Sample& sample, double kappa, double pe,
                AgreementOf agreementOf, ExpectedOf expectedOf) {
    Influence influence;
    influence.level = Influence::Level::Count;
    influence.n = sample.rated;
    influence.df = sample.rated - 1;
    influence.pull.resize(analysis.counts().size());
    const double scale = sample.rated / sample.pairable;
    for (std::size_t index = 0; index < influence.pull.size(); ++index) {
        const std::uint32_t total = analysis.counts().total(index);
        if (total == 0) {
            influence.pull[index] = notIncluded;
            continue;
        }
        const double own = total >= 2 ? scale * (agreementOf(index) - pe) / (1 - pe) : 0;
        influence.pull[index] = own - 2 * (1 - kappa) * (expectedOf(index) - pe) / (1 - pe) - kappa;
    }
    return influence;
}

/// sum a_i / sum b_i over pairable units, linearised.
template<typename Numerator, typename Denominator>
Influence ratio(const Analysis& analysis, const Sample& sample, double value, double denominators,
                Numerator numerator, Denominator denominator) {
    Influence influence;
    influence.level = Influence::Level::Count;
    influence.n = sample.pairable;
    influence.df = sample.pairable - 1;
    influence.pull.resize(analysis.counts().size());
    const double mean = denominators / sample.pairable;
    for (std::size_t index = 0; index < influence.pull.size(); ++index)
        influence.pull[index] = analysis.counts().total(index) < 2
                                    ? notIncluded
                                    : (numerator(index) - value * denominator(index)) / mean;
    return influence;
}

double weightedSquare(const WeightMatrix& weights, std::span<const double> values) {
    double sum = 0;
    if (weights.isIdentity()) {
        for (const double value : values)
            sum += value * value;
        return sum;
    }
    for (std::size_t k = 0; k < values.size(); ++k)
        if (values[k] != 0)
            for (std::size_t l = 0; l < values.size(); ++l)
                sum += weights.at(k, l) * values[k] * values[l];
    return sum;
}

} // namespace

// --- percent agreement

Outcome unitAgreement(const Sample& sample, std::size_t weights) {
    if (sample.pairable == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    Outcome outcome = Outcome::of(sample.agreement[weights] / sample.pairable, sample.pairable);
    outcome.observed = outcome.value;
    return outcome;
}

Outcome valueAgreement(const Sample& sample) {
    if (sample.pairable == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    Outcome outcome = Outcome::of(sample.valueAgreement / sample.values, sample.pairable);
    outcome.observed = outcome.value;
    return outcome;
}

Outcome pairAgreement(const Sample& sample) {
    if (sample.pairable == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    Outcome outcome = Outcome::of(sample.pairsAgreeing / sample.pairsAll, sample.pairable);
    outcome.observed = outcome.value;
    return outcome;
}

Outcome unanimousShare(const Sample& sample) {
    if (sample.pairable == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    if (sample.complete == 0)
        return Outcome::undefined(Reason::TooFewUnits);
    Outcome outcome = Outcome::of(sample.unanimous / sample.complete, sample.complete);
    outcome.observed = outcome.value;
    return outcome;
}

// --- corrected for chance

Outcome fleissKappa(const Analysis& analysis, const Sample& sample, std::size_t weights) {
    if (sample.pairable == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    const double expected =
        weightedSquare(analysis.weights()[weights], sample.share) / (sample.rated * sample.rated);
    return Outcome::beyondChance(sample.agreement[weights] / sample.pairable, expected, sample.pairable);
}

Outcome brennanPrediger(const Analysis& analysis, const Sample& sample, std::size_t weights) {
    if (sample.pairable == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    const double q = static_cast<double>(analysis.q());
    return Outcome::beyondChance(sample.agreement[weights] / sample.pairable,
                                 analysis.weights()[weights].total() / (q * q), sample.pairable);
}

Outcome gwetAc(const Analysis& analysis, const Sample& sample, std::size_t weights) {
    if (sample.pairable == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    if (analysis.q() < 2)
        return Outcome::undefined(Reason::NoVariation, sample.pairable);
    const double q = static_cast<double>(analysis.q());
    double spread = 0;
    for (const double sum : sample.share)
        spread += sum / sample.rated * (1 - sum / sample.rated);
    return Outcome::beyondChance(sample.agreement[weights] / sample.pairable,
                                 analysis.weights()[weights].total() / (q * (q - 1)) * spread,
                                 sample.pairable);
}

Outcome congerKappa(const Analysis& analysis, const Sample& sample, std::size_t weights) {
    if (sample.pairable == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    const std::size_t q = analysis.q();
    std::vector<double> own(q);
    std::vector<double> all(q, 0);
    double raters = 0;
    double same = 0;
    for (std::size_t rater = 0; rater < sample.raterRated.size(); ++rater) {
        if (sample.raterRated[rater] == 0)
            continue;
        raters += 1;
        for (std::size_t k = 0; k < q; ++k) {
            own[k] = sample.raterCategory[rater * q + k] / sample.raterRated[rater];
            all[k] += own[k];
        }
        same += weightedSquare(analysis.weights()[weights], own);
    }
    if (raters < 2)
        return Outcome::undefined(Reason::OneRater);
    const double expected =
        (weightedSquare(analysis.weights()[weights], all) - same) / (raters * (raters - 1));
    return Outcome::beyondChance(sample.agreement[weights] / sample.pairable, expected, sample.pairable);
}

Outcome krippendorffAlpha(const Analysis& analysis, const Sample& sample, std::size_t metric) {
    if (!analysis.metrics()[metric].applicable)
        return Outcome::undefined(Reason::NotApplicable, sample.pairable);
    if (sample.pairable == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    const std::vector<double> places = analysis.placesOf(metric, sample.valueCount);
    const double expected = analysis.expectedDisagreement(metric, sample.valueCount, places);
    if (expected <= 0)
        return Outcome::undefined(Reason::NoVariation, sample.pairable);
    const double values = sample.values;
    Outcome outcome = Outcome::of(1 - (values - 1) * sample.disagreeing[metric] / expected, sample.pairable);
    if (analysis.metrics()[metric].kind == Metric::Kind::Nominal) {
        outcome.observed = 1 - sample.disagreeing[metric] / values;
        outcome.expected = 1 - expected / (values * (values - 1));
    }
    return outcome;
}

// --- one category

Outcome fleissKappaOf(const Sample& sample, std::size_t category) {
    if (sample.pairable == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    const double share = sample.share[category] / sample.rated;
    return Outcome::beyondChance(1 - sample.splitShare[category] / sample.pairable,
                                 share * share + (1 - share) * (1 - share), sample.pairable);
}

Outcome krippendorffAlphaOf(const Sample& sample, std::size_t category) {
    if (sample.pairable == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    const double given = sample.valueCount[category];
    const double others = sample.values - given;
    if (given == 0 || others == 0)
        return Outcome::undefined(Reason::NoVariation, sample.pairable);
    Outcome outcome = Outcome::of(
        1 - (sample.values - 1) * sample.splitValue[category] / (2 * given * others), sample.pairable);
    outcome.observed = 1 - sample.splitValue[category] / sample.values;
    outcome.expected = 1 - 2 * given * others / (sample.values * (sample.values - 1));
    return outcome;
}

Outcome specificAgreementOf(const Sample& sample, std::size_t category) {
    if (sample.pairable == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    if (sample.offeredInPair[category] == 0)
        return Outcome::undefined(Reason::NoVariation, sample.pairable);
    return Outcome::of(sample.sameCategory[category] / sample.offeredInPair[category], sample.pairable);
}

// --- standard errors under no agreement

double fleissNeeLandis(const Sample& sample, double raters) {
    double spread = 0;
    double skew = 0;
    for (const double sum : sample.share) {
        const double p = sum / sample.rated;
        spread += p * (1 - p);
        skew += p * (1 - p) * (1 - 2 * p);
    }
    const double variance =
        2 / (sample.rated * raters * (raters - 1)) * (spread * spread - skew) / (spread * spread);
    return std::sqrt(std::max(variance, 0.0));
}

double fleiss1971Error(const Sample& sample, double raters) {
    double squares = 0;
    double cubes = 0;
    for (const double sum : sample.share) {
        const double p = sum / sample.rated;
        squares += p * p;
        cubes += p * p * p;
    }
    const double variance = 2 / (sample.rated * raters * (raters - 1)) *
                            (squares - (2 * raters - 3) * squares * squares + 2 * (raters - 2) * cubes) /
                            ((1 - squares) * (1 - squares));
    return std::sqrt(std::max(variance, 0.0));
}

double fleiss1971ErrorOf(const Sample& sample, double raters, std::size_t category) {
    const double p = sample.share[category] / sample.rated;
    const double spread = p * (1 - p);
    const double twice = 1 + 2 * (raters - 1) * p;
    return std::sqrt((twice * twice + 2 * (raters - 1) * spread) /
                     (sample.rated * raters * (raters - 1) * (raters - 1) * spread));
}

double fleissNeeLandisOf(const Sample& sample, double raters) {
    return std::sqrt(2 / (sample.rated * raters * (raters - 1)));
}

// --- linearised values

Influence unitAgreementInfluence(const Analysis& analysis, const Sample& sample, std::size_t weights) {
    Influence influence;
    influence.level = Influence::Level::Count;
    influence.n = sample.rated;
    influence.df = sample.rated - 1;
    influence.pull.resize(analysis.counts().size());
    const double mean = sample.agreement[weights] / sample.pairable;
    const double scale = sample.rated / sample.pairable;
    for (std::size_t index = 0; index < influence.pull.size(); ++index)
        influence.pull[index] = analysis.counts().total(index) == 0
                                    ? notIncluded
                                    : scale * analysis.agreementOf(weights, index) - mean;
    return influence;
}

Influence valueAgreementInfluence(const Analysis& analysis, const Sample& sample) {
    const auto total = [&](std::size_t index) { return static_cast<double>(analysis.counts().total(index)); };
    return ratio(
        analysis, sample, sample.valueAgreement / sample.values, sample.values,
        [&](std::size_t index) {
            double same = 0;
            for (const CountEntry& entry : analysis.counts().entries(index))
                same += static_cast<double>(entry.count) * (entry.count - 1);
            return same / (total(index) - 1);
        },
        total);
}

Influence pairAgreementInfluence(const Analysis& analysis, const Sample& sample) {
    return ratio(
        analysis, sample, sample.pairsAgreeing / sample.pairsAll, sample.pairsAll,
        [&](std::size_t index) {
            double same = 0;
            for (const CountEntry& entry : analysis.counts().entries(index))
                same += static_cast<double>(entry.count) * (entry.count - 1);
            return same;
        },
        [&](std::size_t index) {
            const double total = analysis.counts().total(index);
            return total * (total - 1);
        });
}

Influence unanimousInfluence(const Analysis& analysis, const Sample& sample) {
    Influence influence;
    influence.level = Influence::Level::Count;
    influence.n = sample.complete;
    influence.df = sample.complete - 1;
    influence.pull.resize(analysis.counts().size());
    const double mean = sample.unanimous / sample.complete;
    for (std::size_t index = 0; index < influence.pull.size(); ++index) {
        const bool complete = analysis.counts().total(index) == analysis.data().raterCount();
        influence.pull[index] =
            complete ? (analysis.counts().entries(index).size() == 1 ? 1.0 : 0.0) - mean : notIncluded;
    }
    return influence;
}

Influence fleissInfluence(const Analysis& analysis, const Sample& sample, std::size_t weights,
                          const Outcome& value) {
    const WeightMatrix& matrix = analysis.weights()[weights];
    const std::vector<double> share = shares(sample);
    std::vector<double> mean(share);
    if (!matrix.isIdentity())
        for (std::size_t k = 0; k < share.size(); ++k) {
            mean[k] = 0;
            for (std::size_t l = 0; l < share.size(); ++l)
                mean[k] += matrix.symmetric(k, l) * share[l];
        }
    return frame(
        analysis, sample, value.value, value.expected,
        [&](std::size_t index) { return analysis.agreementOf(weights, index); },
        [&](std::size_t index) {
            double expected = 0;
            for (const CountEntry& entry : analysis.counts().entries(index))
                expected += mean[entry.category] * entry.count;
            return expected / analysis.counts().total(index);
        });
}

Influence brennanPredigerInfluence(const Analysis& analysis, const Sample& sample, std::size_t weights,
                                   const Outcome& value) {
    return frame(
        analysis, sample, value.value, value.expected,
        [&](std::size_t index) { return analysis.agreementOf(weights, index); },
        [&](std::size_t) { return value.expected; });
}

Influence gwetAcInfluence(const Analysis& analysis, const Sample& sample, std::size_t weights,
                          const Outcome& value) {
    const double q = static_cast<double>(analysis.q());
    const double scale = analysis.weights()[weights].total() / (q * (q - 1));
    const std::vector<double> share = shares(sample);
    return frame(
        analysis, sample, value.value, value.expected,
        [&](std::size_t index) { return analysis.agreementOf(weights, index); },
        [&](std::size_t index) {
            double expected = 0;
            for (const CountEntry& entry : analysis.counts().entries(index))
                expected += entry.count * (1 - share[entry.category]);
            return scale * expected / analysis.counts().total(index);
        });
}

// SOURCE: Gwet 2014, Conger's coefficient with missing ratings
Influence congerInfluence(const Analysis& analysis, const Sample& sample, std::size_t weights,
                          const Outcome& value) {
    const WeightMatrix& matrix = analysis.weights()[weights];
    const std::size_t q = analysis.q();
    const std::size_t raters = sample.raterRated.size();
    const double n = sample.rated;
    std::vector<double> share(raters * q, 0);
    std::vector<double> all(q, 0);
    double taking = 0;
    for (std::size_t rater = 0; rater < raters; ++rater) {
        if (sample.raterRated[rater] == 0)
            continue;
        taking += 1;
        for (std::size_t k = 0; k < q; ++k) {
            share[rater * q + k] = sample.raterCategory[rater * q + k] / sample.raterRated[rater];
            all[k] += share[rater * q + k];
        }
    }
    // Everything that depends on rater and category only; the first entry of a rater is for a missing rating.
    const std::size_t stride = q + 1;
    std::vector<double> pulls(raters * stride, 0);
    for (std::size_t rater = 0; rater < raters; ++rater) {
        if (sample.raterRated[rater] == 0)
            continue;
        std::vector<double> others(q, 0); // sum_l w_kl sum_{h != g} p_hl
        double mean = 0;
        for (std::size_t k = 0; k < q; ++k) {
            if (matrix.isIdentity())
                others[k] = all[k] - share[rater * q + k];
            else
                for (std::size_t l = 0; l < q; ++l)
                    others[k] += matrix.symmetric(k, l) * (all[l] - share[rater * q + l]);
            mean += share[rater * q + k] * others[k];
        }
        const double rated = sample.raterRated[rater];
        const double scale = n / rated / (taking * (taking - 1));
        pulls[rater * stride] = scale * (rated / n) * mean;
        for (std::size_t k = 0; k < q; ++k)
            pulls[rater * stride + k + 1] = scale * (others[k] - (1 - rated / n) * mean);
    }

    Influence influence;
    influence.level = Influence::Level::Ratings;
    influence.n = n;
    influence.df = n - 1;
    const double pe = value.expected;
    const double kappa = value.value;
    influence.pull.assign(analysis.counts().size(), notIncluded);
    for (std::size_t index = 0; index < influence.pull.size(); ++index) {
        const std::uint32_t total = analysis.counts().total(index);
        if (total == 0)
            continue;
        const double agreeing =
            total >= 2 ? n / sample.pairable * (analysis.agreementOf(weights, index) - pe) / (1 - pe) : 0;
        influence.pull[index] = agreeing + 2 * (1 - kappa) * pe / (1 - pe) - kappa;
    }
    const double factor = -2 * (1 - kappa) / (1 - pe);
    for (double& pull : pulls)
        pull *= factor;
    influence.ofRating = std::move(pulls);
    return influence;
}

namespace {

// SOURCE: Gwet 2014, variance of Krippendorff's alpha, with d_kl for 1 - w_kl. `split` is a pattern's
// disagreement, `apart` its ratings' mean distance from all ratings times their number.
template<typename Split, typename Apart>
Influence alphaFrame(const Analysis& analysis, const Sample& sample, double observed, double expected,
                     Split split, Apart apart) {
    Influence influence;
    influence.level = Influence::Level::Count;
    influence.n = sample.pairable;
    influence.df = sample.rated - 1;
    influence.pull.resize(analysis.counts().size());
    const double meanRatings = sample.values / sample.pairable;
    const double ratioOf = observed / expected;
    for (std::size_t index = 0; index < influence.pull.size(); ++index) {
        const double total = analysis.counts().total(index);
        if (total < 2) {
            influence.pull[index] = notIncluded;
            continue;
        }
        const double surplus = total / meanRatings - 1;
        const double own = split(index) / meanRatings - observed * surplus;
        const double chance = apart(index) / meanRatings - expected * surplus;
        influence.pull[index] = 1 - own / expected - 2 * ratioOf * (1 - chance / expected) - (1 - ratioOf);
    }
    return influence;
}

/// How far a rating of each category pulls ordinal alpha through the distances: they come from the margins,
/// so a unit moves them too. Of D = sum o_ck (P_c - P_k)^2 and E = sum n_c n_k (P_c - P_k)^2 the derivatives
/// by the midranks P, and of these by n_g: 1 above g, a half at g.
std::vector<double> pullThroughRanks(const Analysis& analysis, const Sample& sample,
                                     const std::vector<double>& places, double ratioOf) {
    const std::size_t q = places.size();
    std::vector<double> ofObserved(q, 0);
    std::vector<double> ofExpected(q, 0);
    double observed = 0;
    double expected = 0;
    const auto add = [&](std::vector<double>& into, double& all, double weight, std::size_t category,
                         double count, double total, double sum) {
        const double apart = total * places[category] - sum; // from all ratings together
        into[category] += weight * 4 * count * apart;
        all += weight * 2 * count * places[category] * apart;
    };
    for (std::size_t index = 0; index < analysis.counts().size(); ++index) {
        const double total = analysis.counts().total(index);
        if (total < 2 || sample.countWeights[index] == 0)
            continue;
        double sum = 0;
        for (const CountEntry& entry : analysis.counts().entries(index))
            sum += entry.count * places[entry.category];
        for (const CountEntry& entry : analysis.counts().entries(index))
            add(ofObserved, observed, sample.countWeights[index] / (total - 1), entry.category, entry.count,
                total, sum);
    }
    double sum = 0;
    for (std::size_t k = 0; k < q; ++k)
        sum += sample.valueCount[k] * places[k];
    for (std::size_t k = 0; k < q; ++k)
        add(ofExpected, expected, 1, k, sample.valueCount[k], sample.values, sum);
    std::vector<double> pull(q, 0);
    if (observed <= 0 || expected <= 0)
        return pull;
    double above = 0;
    for (std::size_t k = q; k-- > 0;) {
        const double own = ofObserved[k] / observed - ofExpected[k] / expected;
        pull[k] = -sample.pairable * ratioOf * (above + own / 2);
        above += own;
    }
    return pull;
}

} // namespace

Influence alphaInfluence(const Analysis& analysis, const Sample& sample, std::size_t metric) {
    const std::vector<double> places = analysis.placesOf(metric, sample.valueCount);
    const std::size_t q = analysis.q();
    const double expected =
        analysis.expectedDisagreement(metric, sample.valueCount, places) / (sample.values * sample.values);
    std::vector<double> meanDistance(q, 0);
    const bool nominal = analysis.metrics()[metric].kind == Metric::Kind::Nominal;
    for (std::size_t k = 0; k < q; ++k) {
        if (nominal)
            meanDistance[k] = 1 - sample.valueCount[k] / sample.values;
        else
            for (std::size_t l = 0; l < q; ++l)
                meanDistance[k] +=
                    analysis.distance(metric, k, l, places) * sample.valueCount[l] / sample.values;
    }
    const double observed = sample.disagreeing[metric] / sample.values;
    Influence influence = alphaFrame(
        analysis, sample, observed, expected,
        [&](std::size_t index) { return analysis.disagreementOf(metric, index, places); },
        [&](std::size_t index) {
            double apart = 0;
            for (const CountEntry& entry : analysis.counts().entries(index))
                apart += entry.count * meanDistance[entry.category];
            return apart;
        });
    if (analysis.metrics()[metric].kind != Metric::Kind::Ordinal)
        return influence;
    const std::vector<double> ofRanks = pullThroughRanks(analysis, sample, places, observed / expected);
    for (std::size_t index = 0; index < influence.pull.size(); ++index)
        if (!std::isnan(influence.pull[index]))
            for (const CountEntry& entry : analysis.counts().entries(index))
                influence.pull[index] += entry.count * ofRanks[entry.category];
    return influence;
}

Influence alphaInfluenceOf(const Analysis& analysis, const Sample& sample, std::size_t category) {
    const double share = sample.valueCount[category] / sample.values;
    return alphaFrame(
        analysis, sample, sample.splitValue[category] / sample.values, 2 * share * (1 - share),
        [&](std::size_t index) {
            const double total = analysis.counts().total(index);
            const double given = countOf(analysis, index, category);
            return 2 * given * (total - given) / (total - 1);
        },
        [&](std::size_t index) {
            const double total = analysis.counts().total(index);
            const double given = countOf(analysis, index, category);
            return given * (1 - share) + (total - given) * share;
        });
}

Influence fleissInfluenceOf(const Analysis& analysis, const Sample& sample, std::size_t category,
                            const Outcome& value) {
    const double share = sample.share[category] / sample.rated;
    const auto given = [&](std::size_t index) { return countOf(analysis, index, category); };
    const auto total = [&](std::size_t index) { return static_cast<double>(analysis.counts().total(index)); };
    return frame(
        analysis, sample, value.value, value.expected,
        [&](std::size_t index) {
            return 1 - 2 * given(index) * (total(index) - given(index)) / (total(index) * (total(index) - 1));
        },
        [&](std::size_t index) {
            const double own = given(index) / total(index);
            return own * share + (1 - own) * (1 - share);
        });
}

Influence specificInfluenceOf(const Analysis& analysis, const Sample& sample, std::size_t category) {
    const auto given = [&](std::size_t index) { return countOf(analysis, index, category); };
    return ratio(
        analysis, sample, sample.sameCategory[category] / sample.offeredInPair[category],
        sample.offeredInPair[category], [&](std::size_t index) { return given(index) * (given(index) - 1); },
        [&](std::size_t index) { return given(index) * (analysis.counts().total(index) - 1.0); });
}

} // namespace rapport::agreement
