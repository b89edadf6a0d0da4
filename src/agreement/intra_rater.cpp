// SPDX-License-Identifier: GPL-3.0-or-later
// Does a rater agree with herself? The same units, judged twice, are a table of two columns.
#include "agreement/compare.h"
#include "base/number.h"

#include <algorithm>
#include <unordered_map>

namespace rapport::agreement {

namespace {

/// The list of the first round, then what only the second has.
std::vector<std::string> categoriesOfBoth(const ReliabilityData& first, const ReliabilityData& second) {
    std::vector<std::string> all = first.categories();
    for (const std::string& category : second.categories())
        if (std::find(all.begin(), all.end(), category) == all.end())
            all.push_back(category);
    // Numbers in numeric order; words keep the order they were listed in.
    if (!first.categoryValues().empty() && !second.categoryValues().empty())
        std::stable_sort(all.begin(), all.end(), [](const std::string& left, const std::string& right) {
            return base::parseNumber(left).value_or(0) < base::parseNumber(right).value_or(0);
        });
    return all;
}

} // namespace

base::Result<std::vector<OwnAgreement>> ownAgreement(const ReliabilityData& first,
                                                     const ReliabilityData& second,
                                                     const MeasureOptions& options, const base::Task& task) {
    std::vector<OwnAgreement> results;
    const std::vector<std::string> categories = categoriesOfBoth(first, second);
    if (categories.empty())
        return results;
    const auto numbersOf = [&categories](const ReliabilityData& data) {
        std::vector<CategoryIndex> numbers;
        for (const std::string& category : data.categories())
            numbers.push_back(static_cast<CategoryIndex>(
                std::find(categories.begin(), categories.end(), category) - categories.begin()));
        return numbers;
    };
    const std::vector<CategoryIndex> numberOfFirst = numbersOf(first);
    const std::vector<CategoryIndex> numberOfSecond = numbersOf(second);
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t unit = 0; unit < second.unitCount(); ++unit)
        places.emplace(second.unitLabel(unit), unit);

    MeasureOptions own = options;
    own.gold.reset();
    own.diagnostics = false;
    own.byCategory = false;
    own.pairs = PairsShown::All;
    own.only = {"percent_agreement", "cohen_kappa", "gwet_ac", "krippendorff_alpha"};
    if (categories.size() != first.categoryCount())
        own.weights.clear(); // a table of weights has no place for the others
    const bool hasClusters = !first.clusterOfUnit().empty();
    for (std::size_t rater = 0; rater < first.raterCount(); ++rater) {
        const auto again = second.raterNamed(first.raters()[rater]);
        if (!again)
            continue;
        ReliabilityBuilder builder({"first", "second"}, first.scale());
        builder.declareCategories(categories);
        std::int64_t units = 0;
        for (std::size_t unit = 0; unit < first.unitCount(); ++unit) {
            const auto found = places.find(first.unitLabel(unit));
            if (found == places.end())
                continue;
            const CategoryIndex before = first.rating(unit, rater);
            const CategoryIndex after = second.rating(found->second, *again);
            if (before == missing || after == missing)
                continue;
            const CategoryIndex both[] = {numberOfFirst[static_cast<std::size_t>(before)],
                                          numberOfSecond[static_cast<std::size_t>(after)]};
            const std::string cluster =
                hasClusters ? first.clusterLabel(static_cast<std::size_t>(first.clusterOfUnit()[unit])) : "";
            builder.addUnit(std::span<const CategoryIndex>(both),
                            hasClusters ? std::optional<std::string_view>(cluster) : std::nullopt,
                            first.unitLabel(unit));
            ++units;
        }
        if (units == 0)
            continue;
        RAPPORT_ASSIGN(const ReliabilityData data, builder.build());
        RAPPORT_ASSIGN(AgreementDocument document, measure(data, own, task));
        results.push_back({first.raters()[rater], units, std::move(document.pairs.front().estimates)});
    }
    return results;
}

} // namespace rapport::agreement
