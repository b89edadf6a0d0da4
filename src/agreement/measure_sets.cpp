// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/coefficient_table.h"
#include "agreement/measure.h"
#include "agreement/run.h"
#include "agreement/set_distance.h"

#include <algorithm>
#include <iterator>

namespace rapport::agreement {

double setDistance(SetDistance distance, const std::vector<std::uint16_t>& left,
                   const std::vector<std::uint16_t>& right) {
    if (left.empty() && right.empty())
        return 0;
    std::vector<std::uint16_t> shared;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(shared));
    const double both = static_cast<double>(shared.size());
    const double first = static_cast<double>(left.size());
    const double second = static_cast<double>(right.size());
    const double jaccard = both / (first + second - both);
    switch (distance) {
    case SetDistance::Jaccard:
        return 1 - jaccard;
    case SetDistance::Dice:
        return 1 - 2 * both / (first + second);
    case SetDistance::Masi: {
        double monotonicity = 0;
        if (left == right)
            monotonicity = 1;
        else if (both == first || both == second)
            monotonicity = 2.0 / 3;
        else if (both > 0)
            monotonicity = 1.0 / 3;
        return 1 - jaccard * monotonicity;
    }
    }
    return 1;
}

Metric setMetric(SetDistance distance, const SetData& data) {
    static constexpr const char* names[] = {"jaccard", "masi", "dice"};
    const std::size_t q = data.asCategories().categoryCount();
    Metric metric{names[static_cast<std::size_t>(distance)], Metric::Kind::Matrix, true, {}, {}};
    metric.matrix.assign(q * q, 0);
    for (std::size_t k = 0; k < q; ++k)
        for (std::size_t l = k + 1; l < q; ++l)
            metric.matrix[k * q + l] = metric.matrix[l * q + k] =
                setDistance(distance, data.setOf(k), data.setOf(l));
    return metric;
}

namespace {

constexpr SetDistance distances[] = {SetDistance::Jaccard, SetDistance::Masi, SetDistance::Dice};

/// The estimates of one code, which is a binary variable, by its category "1".
base::Result<CategoryResult> measureCode(const SetData& sets, std::size_t code, const MeasureOptions& options,
                                         const base::Task& task) {
    const ReliabilityData given = sets.code(code);
    const ReliabilityData data = options.missingRule == MissingRule::Listwise ? given.completeOnly() : given;
    RAPPORT_ASSIGN(WeightMatrix identity, WeightMatrix::make({}, data));
    const Analysis analysis(data, {std::move(identity)}, {nominalMetric()});
    std::vector<Quantity> quantities = quantitiesFor(analysis, options.only, false, true);
    std::erase_if(quantities, [](const Quantity& quantity) {
        return quantity.part != Part::Category || quantity.category != 1;
    });
    RAPPORT_ASSIGN(RunResult result, run(analysis, quantities, options, task));
    return CategoryResult{sets.codes()[code], std::move(result.estimates)};
}

} // namespace

base::Result<AgreementDocument> measureSets(const SetData& sets, const MeasureOptions& options,
                                            const base::Task& task) {
    const ReliabilityData& given = sets.asCategories();
    RAPPORT_TRY(checkOptions(given, options));
    const bool listwise = options.missingRule == MissingRule::Listwise;
    const ReliabilityData data = listwise ? given.completeOnly() : given;

    RAPPORT_ASSIGN(WeightMatrix identity, WeightMatrix::make({}, data));
    std::vector<Metric> metrics;
    for (const SetDistance distance : distances)
        metrics.push_back(setMetric(distance, sets));
    Analysis analysis(data, {std::move(identity)}, metrics);
    CodeMap codes;
    codes.codes = sets.codes().size();
    for (std::size_t category = 0; category < data.categoryCount(); ++category)
        codes.ofCategory.push_back(sets.setOf(category));
    analysis.setCodes(std::move(codes));

    constexpr std::size_t mostRatersShown = 12;
    const bool pairs = options.pairs == PairsShown::All ||
                       (options.pairs == PairsShown::Automatic && data.raterCount() <= mostRatersShown);
    const std::vector<Quantity> quantities = quantitiesFor(analysis, options.only, pairs, false);
    RAPPORT_ASSIGN(RunResult result, run(analysis, quantities, options, task));

    AgreementDocument document;
    document.data = summaryOf(given);
    document.data.scale = "set";
    document.data.categories = sets.codes();
    document.data.categoriesDeclared = true;
    layOut(analysis, quantities, result, document);
    for (PairResult& pair : document.pairs)
        pair.categories = sets.codes();
    if (options.byCategory)
        for (std::size_t code = 0; code < sets.codes().size(); ++code) {
            RAPPORT_ASSIGN(CategoryResult category, measureCode(sets, code, options, task));
            document.byCategory.push_back(std::move(category));
        }
    if (options.diagnostics) {
        RAPPORT_ASSIGN(document.diagnostics, diagnose(data, metrics[1], document.overall, options, task));
    }
    return document;
}

} // namespace rapport::agreement
