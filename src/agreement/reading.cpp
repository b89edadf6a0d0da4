// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/reading.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace rapport::agreement {

namespace {

struct Wanted {
    std::string_view id;
    std::string_view weightsOrScale;
};

const Estimate* firstOf(const std::vector<Estimate>& estimates, std::initializer_list<Wanted> wanted) {
    for (const Wanted& candidate : wanted)
        if (const Estimate* found = findEstimate(estimates, candidate.id, candidate.weightsOrScale))
            return found;
    return nullptr;
}

const Estimate* kappaWith(const AgreementDocument& document, std::string_view weights) {
    const bool isPair = document.data.raters.size() == 2;
    if (isPair && !document.pairs.empty())
        if (const Estimate* cohen = findEstimate(document.pairs.front().estimates, "cohen_kappa", weights))
            return cohen;
    return firstOf(document.overall, {{"conger_kappa", weights}, {"fleiss_kappa", weights}});
}

} // namespace

const Estimate* leadingEstimate(const AgreementDocument& document) {
    const std::string& scale = document.data.scale;
    const Estimate* found = nullptr;
    if (scale == "set") {
        found = firstOf(document.overall, {{"krippendorff_alpha", "masi"},
                                           {"krippendorff_alpha", "jaccard"},
                                           {"krippendorff_alpha", "dice"},
                                           {"pooled_kappa", ""}});
    } else if (scale == "interval" || scale == "ratio") {
        found = firstOf(document.overall, {{"icc", "a,1"}, {"krippendorff_alpha", scale}});
    } else {
        if (scale == "ordinal")
            found = kappaWith(document, "linear");
        if (found == nullptr)
            found = kappaWith(document, "identity");
    }
    return found != nullptr ? found : alphaOf(document);
}

const Estimate* alphaOf(const AgreementDocument& document) {
    const std::string& scale = document.data.scale;
    return firstOf(document.overall,
                   {{"krippendorff_alpha", scale == "set" ? std::string_view("jaccard") : scale}});
}

std::int64_t unitsHolding(const ReliabilityData& data) {
    std::int64_t holding = 0;
    for (std::size_t index = 0; index < data.patternCount(); ++index) {
        const auto ratings = data.pattern(index);
        const auto rated = std::count_if(ratings.begin(), ratings.end(),
                                         [](CategoryIndex category) { return category != missing; });
        if (rated >= 2 && std::find(ratings.begin(), ratings.end(), 1) != ratings.end())
            holding += data.patternUnits(index);
    }
    return holding;
}

std::int64_t unitsBesideCommonest(const ReliabilityData& data) {
    std::vector<std::int64_t> given(data.categoryCount(), 0);
    const auto forEachPairable = [&](auto&& use) {
        for (std::size_t index = 0; index < data.patternCount(); ++index) {
            const auto ratings = data.pattern(index);
            if (std::count(ratings.begin(), ratings.end(), missing) + 2 <=
                static_cast<std::ptrdiff_t>(ratings.size()))
                use(ratings, data.patternUnits(index));
        }
    };
    forEachPairable([&](std::span<const CategoryIndex> ratings, std::int64_t units) {
        for (const CategoryIndex category : ratings)
            if (category != missing)
                given[static_cast<std::size_t>(category)] += units;
    });
    const auto commonest =
        static_cast<CategoryIndex>(std::max_element(given.begin(), given.end()) - given.begin());
    std::int64_t beside = 0;
    forEachPairable([&](std::span<const CategoryIndex> ratings, std::int64_t units) {
        if (std::any_of(ratings.begin(), ratings.end(),
                        [&](CategoryIndex category) { return category != missing && category != commonest; }))
            beside += units;
    });
    return beside;
}

std::optional<std::int64_t> unitsHolding(const AgreementDocument& document) {
    std::optional<std::int64_t> most;
    for (const PairResult& pair : document.pairs) {
        if (pair.table.size() != 2)
            continue;
        const std::int64_t holding = pair.table[0][1] + pair.table[1][0] + pair.table[1][1];
        most = std::max(most.value_or(0), holding);
    }
    return most;
}

std::optional<std::int64_t> unitsBesideCommonest(const AgreementDocument& document) {
    std::vector<std::int64_t> given(document.data.categories.size(), 0);
    const auto isTable = [&](const PairResult& pair) { return pair.table.size() == given.size(); };
    for (const PairResult& pair : document.pairs)
        for (std::size_t row = 0; isTable(pair) && row < given.size(); ++row)
            for (std::size_t column = 0; column < given.size(); ++column) {
                given[row] += pair.table[row][column];
                given[column] += pair.table[row][column];
            }
    if (given.empty())
        return std::nullopt;
    const auto commonest =
        static_cast<std::size_t>(std::max_element(given.begin(), given.end()) - given.begin());
    std::optional<std::int64_t> most;
    for (const PairResult& pair : document.pairs)
        if (isTable(pair))
            most = std::max(most.value_or(0), pair.units - pair.table[commonest][commonest]);
    return most;
}

const char* name(Verdict verdict) {
    switch (verdict) {
    case Verdict::Meets:
        return "meets";
    case Verdict::Likely:
        return "likely";
    case Verdict::Unsure:
        return "unsure";
    case Verdict::Below:
        return "below";
    case Verdict::TooFew:
        return "too_few";
    case Verdict::NotDefined:
        return "not_defined";
    }
    return "not_defined";
}

Verdict verdict(const Estimate* leading, std::optional<std::int64_t> beside, double target) {
    if (leading == nullptr || !leading->value)
        return Verdict::NotDefined;
    if (beside && *beside < fewestBeside)
        return Verdict::TooFew;
    if (leading->ci && leading->ci->low >= target)
        return Verdict::Meets;
    if (leading->ci && leading->ci->high < target)
        return Verdict::Below;
    return *leading->value >= target ? Verdict::Likely : Verdict::Unsure;
}

} // namespace rapport::agreement
