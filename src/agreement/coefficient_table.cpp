// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/coefficient_table.h"

#include "agreement/distributions.h"
#include "agreement/many_raters.h"
#include "agreement/pooled.h"
#include "agreement/scores.h"
#include "agreement/two_raters.h"
#include "base/number.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rapport::agreement {

std::size_t positiveCategory(const ReliabilityData& data) {
    if (data.categoryCount() != 2)
        return 0;
    const auto isAbsence = [](const std::string& label) {
        static constexpr std::array<std::string_view, 16> absences{
            "no",     "No",     "NO",      "nee",   "Nee",   "NEE",   "nein", "non",
            "absent", "Absent", "afwezig", "false", "False", "FALSE", "n",    "other"};
        const auto number = base::parseNumber(label);
        return number ? *number == 0 : std::find(absences.begin(), absences.end(), label) != absences.end();
    };
    return isAbsence(data.categories()[0]) && !isAbsence(data.categories()[1]) ? 1 : 0;
}

namespace {

using A = const Analysis&;
using S = const Sample&;
using Q = const Quantity&;
using O = const Outcome&;

constexpr std::uint8_t overall = static_cast<std::uint8_t>(Part::Overall);
constexpr std::uint8_t pairwise = static_cast<std::uint8_t>(Part::Pair);
constexpr std::uint8_t categorywise = static_cast<std::uint8_t>(Part::Category);

bool always(A, Part) {
    return true;
}
bool singleValues(A analysis, Part) {
    return !analysis.isSets();
}
bool twoCategories(A analysis, Part) {
    return !analysis.isSets() && analysis.q() == 2;
}
bool twoRatersByCategory(A analysis, Part part) {
    return !analysis.isSets() && (part != Part::Category || analysis.data().raterCount() == 2);
}
bool ordered(A analysis, Part) {
    return !analysis.isSets() && analysis.data().scale() != Scale::Nominal;
}
bool numeric(A analysis, Part) {
    return !analysis.isSets() &&
           (analysis.data().scale() == Scale::Interval || analysis.data().scale() == Scale::Ratio);
}
bool setsOrNominal(A analysis, Part part) {
    return analysis.isSets() || (part == Part::Overall && (analysis.data().scale() == Scale::Nominal ||
                                                           analysis.data().scale() == Scale::Ordinal));
}

const WeightMatrix& weightsOf(A analysis, Q quantity) {
    return analysis.weights()[quantity.weights];
}
const PairTable& tableOf(S sample, Q quantity) {
    return sample.pairs[quantity.pair];
}
std::optional<std::size_t> onePair(Q quantity) {
    return quantity.part == Part::Pair ? std::optional<std::size_t>(quantity.pair) : std::nullopt;
}
PairTable categoryTable(S sample, Q quantity) {
    return collapsed(sample.pairs.front(), quantity.category);
}
const WeightMatrix& identityOfTwo() {
    static const WeightMatrix identity = [] {
        ReliabilityBuilder builder({"a", "b"});
        builder.declareCategories({"1", "0"});
        return *WeightMatrix::make({}, *builder.build());
    }();
    return identity;
}
/// Values per cell of a 2 x 2 collapse, spread over the cells of the full table.
Influence spread(const PairTable& table, std::size_t category, const Influence& two) {
    Influence influence = two;
    influence.pull.resize(table.q * table.q);
    for (std::size_t k = 0; k < table.q; ++k)
        for (std::size_t l = 0; l < table.q; ++l)
            influence.pull[k * table.q + l] = two.pull[(k == category ? 0U : 2U) + (l == category ? 0U : 1U)];
    return influence;
}
Influence ofPair(Influence influence, Q quantity) {
    influence.pair = quantity.pair;
    return influence;
}

void testAgainstZero(Estimate& estimate, O outcome, double h0) {
    estimate.seH0 = h0;
    if (h0 > 0) {
        estimate.z = outcome.value / h0;
        estimate.pValue = normalTwoSided(*estimate.z);
    }
}

double sameRaters(A analysis, S sample) {
    const double raters = static_cast<double>(analysis.data().raterCount());
    return sample.rated == sample.complete ? raters : 0;
}

Outcome testOutcome(const MarginalTest& test, double units) {
    if (units == 0)
        return Outcome::undefined(Reason::NoPairableUnits);
    return test.statistic ? Outcome::of(*test.statistic, units)
                          : Outcome::undefined(Reason::NoVariation, units);
}
void completeTest(const MarginalTest& test, Estimate& estimate) {
    estimate.df = test.df;
    estimate.pValue = test.pValue;
}

// --- the rows

const Coefficient table[] = {
    {"percent_agreement", "Percent agreement, mean over units", "Gwet 2014; Wilson 1927 for the interval",
     "any data with two ratings of a unit", overall | pairwise, Variant::Weights, false, always,
     [](A a, S s, Q q) {
         return q.part == Part::Pair ? percentAgreement(tableOf(s, q), weightsOf(a, q))
                                     : unitAgreement(s, q.weights);
     },
     [](A a, S s, Q q, O) {
         return q.part == Part::Pair ? ofPair(percentAgreementInfluence(tableOf(s, q), weightsOf(a, q)), q)
                                     : unitAgreementInfluence(a, s, q.weights);
     },
     nullptr},
    {"percent_agreement_values", "Percent agreement, units weighted by their ratings", "Krippendorff 2011",
     "any data with two ratings of a unit", overall, Variant::Single, false, always,
     [](A, S s, Q) { return valueAgreement(s); },
     [](A a, S s, Q, O) { return valueAgreementInfluence(a, s); }, nullptr},
    {"percent_agreement_pairs", "Percent agreement over all pairs of ratings", "Fleiss 1971",
     "any data with two ratings of a unit", overall, Variant::Single, false, always,
     [](A, S s, Q) { return pairAgreement(s); }, [](A a, S s, Q, O) { return pairAgreementInfluence(a, s); },
     nullptr},
    {"unanimous", "Share of complete units in which all raters agree", "Wilson 1927 for the interval",
     "units that all raters rated", overall, Variant::Single, false, always,
     [](A, S s, Q) { return unanimousShare(s); }, [](A a, S s, Q, O) { return unanimousInfluence(a, s); },
     nullptr},
    {"specific_agreement", "Specific agreement of a category",
     "Cicchetti & Feinstein 1990; de Vet et al. 2013", "a category that was used", categorywise,
     Variant::Single, false, singleValues, [](A, S s, Q q) { return specificAgreementOf(s, q.category); },
     [](A a, S s, Q q, O) { return specificInfluenceOf(a, s, q.category); }, nullptr},
    {"cohen_kappa", "Cohen's kappa", "Cohen 1960, 1968; Fleiss, Cohen & Everitt 1969", "two raters",
     pairwise | categorywise, Variant::Weights, true, twoRatersByCategory,
     [](A a, S s, Q q) {
         return q.part == Part::Pair ? cohenKappa(tableOf(s, q), weightsOf(a, q))
                                     : cohenKappa(categoryTable(s, q), identityOfTwo());
     },
     [](A a, S s, Q q, O o) {
         return q.part == Part::Pair ? ofPair(cohenInfluence(tableOf(s, q), weightsOf(a, q), o), q)
                                     : spread(s.pairs.front(), q.category,
                                              cohenInfluence(categoryTable(s, q), identityOfTwo(), o));
     },
     [](A a, S s, Q q, O o, Estimate& estimate) {
         const KappaErrors errors = q.part == Part::Pair
                                        ? fleissCohenEveritt(tableOf(s, q), weightsOf(a, q), o)
                                        : fleissCohenEveritt(categoryTable(s, q), identityOfTwo(), o);
         estimate.se = errors.h1;
         testAgainstZero(estimate, o, errors.h0);
     }},
    {"kappa_max", "Largest kappa that these margins allow", "Cohen 1960", "two raters", pairwise,
     Variant::Single, true, singleValues, [](A, S s, Q q) { return kappaMax(tableOf(s, q)); }, nullptr,
     nullptr},
    {"scott_pi", "Scott's pi", "Scott 1955; Gwet 2014", "two raters", pairwise, Variant::Weights, true,
     singleValues, [](A a, S s, Q q) { return scottPi(tableOf(s, q), weightsOf(a, q)); },
     [](A a, S s, Q q, O o) { return ofPair(scottInfluence(tableOf(s, q), weightsOf(a, q), o), q); },
     nullptr},
    {"fleiss_kappa", "Fleiss' kappa", "Fleiss 1971; Fleiss, Nee & Landis 1979; Gwet 2014",
     "two raters or more; interchangeable raters", overall | categorywise, Variant::Weights, false,
     singleValues,
     [](A a, S s, Q q) {
         return q.part == Part::Overall ? fleissKappa(a, s, q.weights) : fleissKappaOf(s, q.category);
     },
     [](A a, S s, Q q, O o) {
         return q.part == Part::Overall ? fleissInfluence(a, s, q.weights, o)
                                        : fleissInfluenceOf(a, s, q.category, o);
     },
     [](A a, S s, Q q, O o, Estimate& estimate) {
         const double raters = sameRaters(a, s);
         if (raters < 2 || (q.part == Part::Overall && !weightsOf(a, q).isIdentity()))
             return;
         testAgainstZero(estimate, o,
                         q.part == Part::Overall ? fleissNeeLandis(s, raters) : fleissNeeLandisOf(s, raters));
         estimate.seH0Of1971 =
             q.part == Part::Overall ? fleiss1971Error(s, raters) : fleiss1971ErrorOf(s, raters, q.category);
     }},
    {"conger_kappa", "Conger's kappa", "Conger 1980; Gwet 2014", "two raters or more, each with own margins",
     overall, Variant::Weights, true, singleValues,
     [](A a, S s, Q q) { return congerKappa(a, s, q.weights); },
     [](A a, S s, Q q, O o) { return congerInfluence(a, s, q.weights, o); }, nullptr},
    {"light_kappa", "Light's kappa", "Light 1971", "two raters or more; every pair's kappa defined", overall,
     Variant::Weights, true, singleValues, [](A a, S s, Q q) { return lightKappa(a, s, q.weights); },
     [](A a, S s, Q q, O) { return lightInfluence(a, s, q.weights); }, nullptr},
    {"brennan_prediger", "Brennan and Prediger's coefficient", "Brennan & Prediger 1981; Gwet 2014",
     "two categories or more in the list", overall | pairwise, Variant::Weights, false, singleValues,
     [](A a, S s, Q q) {
         return q.part == Part::Pair ? brennanPrediger(tableOf(s, q), weightsOf(a, q))
                                     : brennanPrediger(a, s, q.weights);
     },
     [](A a, S s, Q q, O o) {
         return q.part == Part::Pair ? ofPair(brennanPredigerInfluence(tableOf(s, q), weightsOf(a, q), o), q)
                                     : brennanPredigerInfluence(a, s, q.weights, o);
     },
     nullptr},
    {"gwet_ac", "Gwet's AC1 (identity weights) and AC2", "Gwet 2008, 2014",
     "two categories or more in the list", overall | pairwise, Variant::Weights, false, singleValues,
     [](A a, S s, Q q) {
         return q.part == Part::Pair ? gwetAc(tableOf(s, q), weightsOf(a, q)) : gwetAc(a, s, q.weights);
     },
     [](A a, S s, Q q, O o) {
         return q.part == Part::Pair ? ofPair(gwetAcInfluence(tableOf(s, q), weightsOf(a, q), o), q)
                                     : gwetAcInfluence(a, s, q.weights, o);
     },
     nullptr},
    {"krippendorff_alpha", "Krippendorff's alpha", "Krippendorff 2011, 2019; Gwet 2014; Passonneau 2006",
     "any number of raters, missing ratings, every scale; sets of codes", overall | pairwise | categorywise,
     Variant::Metrics, false, always,
     [](A a, S s, Q q) {
         if (q.part == Part::Category)
             return krippendorffAlphaOf(s, q.category);
         return q.part == Part::Pair ? krippendorffAlpha(a, tableOf(s, q), q.metric)
                                     : krippendorffAlpha(a, s, q.metric);
     },
     [](A a, S s, Q q, O) {
         if (q.part == Part::Category)
             return alphaInfluenceOf(a, s, q.category);
         return q.part == Part::Pair ? ofPair(alphaInfluence(a, tableOf(s, q), q.metric), q)
                                     : alphaInfluence(a, s, q.metric);
     },
     nullptr},
    {"icc", "Intraclass correlation", "Shrout & Fleiss 1979; McGraw & Wong 1996",
     "interval and ratio scales; complete units", overall, Variant::Forms, true, numeric,
     [](A a, S s, Q q) { return intraclass(a, s, iccForms[q.form]); }, nullptr, nullptr},
    {"kendall_w", "Kendall's W", "Kendall & Babington Smith 1939; Kendall 1948",
     "ordered scales; complete units", overall, Variant::Single, true, ordered,
     [](A a, S s, Q) { return kendallW(a, s); }, nullptr,
     [](A a, S, Q, O o, Estimate& estimate) {
         const double raters = static_cast<double>(a.data().raterCount());
         estimate.df = o.units - 1;
         estimate.pValue = chiSquareUpper(raters * (o.units - 1) * o.value, o.units - 1);
     }},
    {"holsti", "Holsti's coefficient of reliability", "Holsti 1969", "codings of units that both rated",
     overall | pairwise, Variant::Single, true, setsOrNominal,
     [](A a, S s, Q q) { return holsti(a, s, onePair(q)); },
     [](A a, S s, Q q, O) { return holstiInfluence(a, s, onePair(q)); }, nullptr},
    {"pooled_kappa", "Pooled kappa over codes", "De Vries et al. 2008",
     "several codes, each present or absent", overall | pairwise, Variant::Single, true, setsOrNominal,
     [](A a, S s, Q q) { return pooledKappa(a, s, onePair(q)); },
     [](A a, S s, Q q, O) { return pooledInfluence(a, s, onePair(q)); }, nullptr},
    {"mean_kappa", "Mean of the codes' kappas", "De Vries et al. 2008",
     "several codes, each present or absent", overall | pairwise, Variant::Single, true, setsOrNominal,
     [](A a, S s, Q q) { return meanKappa(a, s, onePair(q)); },
     [](A a, S s, Q q, O) { return meanKappaInfluence(a, s, onePair(q)); }, nullptr},
    {"bangdiwala_b", "Bangdiwala's B", "Bangdiwala 1985", "two raters", pairwise, Variant::Single, true,
     singleValues, [](A, S s, Q q) { return bangdiwalaB(tableOf(s, q)); }, nullptr, nullptr},
    {"pabak", "Prevalence-adjusted bias-adjusted kappa", "Byrt, Bishop & Carlin 1993",
     "two raters, two categories", pairwise, Variant::Single, true, twoCategories,
     [](A, S s, Q q) { return brennanPrediger(tableOf(s, q), identityOfTwo()); },
     [](A, S s, Q q, O o) { return ofPair(brennanPredigerInfluence(tableOf(s, q), identityOfTwo(), o), q); },
     nullptr},
    {"prevalence_index", "Prevalence index", "Byrt, Bishop & Carlin 1993", "two raters, two categories",
     pairwise, Variant::Single, true, twoCategories,
     [](A, S s, Q q) { return prevalenceIndex(tableOf(s, q)); }, nullptr, nullptr},
    {"bias_index", "Bias index", "Byrt, Bishop & Carlin 1993", "two raters, two categories", pairwise,
     Variant::Single, true, twoCategories, [](A, S s, Q q) { return biasIndex(tableOf(s, q)); }, nullptr,
     nullptr},
    {"positive_agreement", "Agreement on presence", "Cicchetti & Feinstein 1990",
     "two raters, two categories", pairwise, Variant::Single, true, twoCategories,
     [](A a, S s, Q q) { return specificAgreement(tableOf(s, q), positiveCategory(a.data())); },
     [](A a, S s, Q q, O) { return ofPair(specificInfluence(tableOf(s, q), positiveCategory(a.data())), q); },
     nullptr},
    {"negative_agreement", "Agreement on absence", "Cicchetti & Feinstein 1990", "two raters, two categories",
     pairwise, Variant::Single, true, twoCategories,
     [](A a, S s, Q q) { return specificAgreement(tableOf(s, q), 1 - positiveCategory(a.data())); },
     [](A a, S s, Q q, O) {
         return ofPair(specificInfluence(tableOf(s, q), 1 - positiveCategory(a.data())), q);
     },
     nullptr},
    {"mcnemar", "McNemar's test of equal margins", "McNemar 1947", "two raters, two categories", pairwise,
     Variant::Single, true, twoCategories,
     [](A, S s, Q q) { return testOutcome(mcNemar(tableOf(s, q)), tableOf(s, q).n); }, nullptr,
     [](A, S s, Q q, O, Estimate& estimate) { completeTest(mcNemar(tableOf(s, q)), estimate); }},
    {"stuart_maxwell", "Stuart and Maxwell's test of equal margins", "Stuart 1955; Maxwell 1970",
     "two raters", pairwise, Variant::Single, true, singleValues,
     [](A, S s, Q q) { return testOutcome(stuartMaxwell(tableOf(s, q)), tableOf(s, q).n); }, nullptr,
     [](A, S s, Q q, O, Estimate& estimate) { completeTest(stuartMaxwell(tableOf(s, q)), estimate); }},
    {"bhapkar", "Bhapkar's test of equal margins", "Bhapkar 1966; Keefe 1982", "two raters", pairwise,
     Variant::Single, true, singleValues,
     [](A, S s, Q q) { return testOutcome(bhapkar(tableOf(s, q)), tableOf(s, q).n); }, nullptr,
     [](A, S s, Q q, O, Estimate& estimate) { completeTest(bhapkar(tableOf(s, q)), estimate); }},
};

std::size_t variantsOf(const Coefficient& coefficient, const Analysis& analysis, Part part) {
    if (part == Part::Category)
        return 1;
    switch (coefficient.variant) {
    case Variant::Single:
        return 1;
    case Variant::Weights:
        return analysis.isSets() ? 1 : analysis.weights().size();
    case Variant::Metrics:
        return analysis.metrics().size();
    case Variant::Forms:
        return std::size(iccForms);
    }
    return 1;
}

} // namespace

std::span<const Coefficient> coefficients() {
    return table;
}

std::vector<Quantity> quantitiesFor(const Analysis& analysis, std::span<const std::string> only, bool pairs,
                                    bool categories) {
    std::vector<Quantity> quantities;
    const auto add = [&](Part part, std::size_t pair, std::size_t category) {
        for (const Coefficient& coefficient : table) {
            if ((coefficient.parts & static_cast<std::uint8_t>(part)) == 0 ||
                !coefficient.applies(analysis, part))
                continue;
            if (!only.empty() && std::find(only.begin(), only.end(), coefficient.id) == only.end())
                continue;
            for (std::size_t variant = 0; variant < variantsOf(coefficient, analysis, part); ++variant) {
                Quantity quantity;
                quantity.coefficient = &coefficient;
                quantity.part = part;
                quantity.pair = pair;
                quantity.category = category;
                if (coefficient.variant == Variant::Weights)
                    quantity.weights = variant;
                else if (coefficient.variant == Variant::Metrics)
                    quantity.metric = variant;
                else if (coefficient.variant == Variant::Forms)
                    quantity.form = variant;
                quantities.push_back(quantity);
            }
        }
    };
    add(Part::Overall, 0, 0);
    if (pairs)
        for (std::size_t pair = 0; pair < analysis.pairs().size(); ++pair)
            add(Part::Pair, pair, 0);
    if (categories)
        for (std::size_t category = 0; category < analysis.q(); ++category)
            add(Part::Category, 0, category);
    return quantities;
}

Needs needsOf(std::span<const Quantity> quantities) {
    Needs needs{false, false, false, false, false};
    for (const Quantity& quantity : quantities) {
        const std::string_view id = quantity.coefficient->id;
        needs.categories = needs.categories || quantity.part == Part::Category;
        needs.patterns = needs.patterns || quantity.coefficient->needsPatterns || quantity.part == Part::Pair;
        needs.raters = needs.raters || id == "conger_kappa";
        needs.unanimous = needs.unanimous || id == "unanimous";
        needs.pairs = needs.pairs || quantity.part == Part::Pair || id == "light_kappa" || id == "holsti" ||
                      id == "pooled_kappa" || id == "mean_kappa" || id == "cohen_kappa";
    }
    return needs;
}

} // namespace rapport::agreement
