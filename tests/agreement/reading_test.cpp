// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/reading.h"
#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace rapport::agreement;

namespace {

Estimate estimate(const char* id, std::optional<double> value, const char* weights = "identity") {
    Estimate result;
    result.id = id;
    result.weights = weights;
    result.value = value;
    return result;
}

AgreementDocument document(const char* scale, std::vector<std::string> raters) {
    AgreementDocument result;
    result.data.scale = scale;
    result.data.raters = std::move(raters);
    return result;
}

Estimate within(double low, double value, double high) {
    Estimate result = estimate("cohen_kappa", value);
    result.ci = Interval{};
    result.ci->low = low;
    result.ci->high = high;
    return result;
}

} // namespace

TEST_CASE("Cohen's kappa leads for two raters, Conger's for more") {
    AgreementDocument two = document("nominal", {"A", "B"});
    two.pairs.resize(1);
    two.pairs.front().estimates = {estimate("cohen_kappa", 0.5, "linear"), estimate("cohen_kappa", 0.4)};
    two.overall = {estimate("fleiss_kappa", 0.3), estimate("conger_kappa", 0.4)};
    CHECK(leadingEstimate(two) == &two.pairs.front().estimates[1]);
    two.pairs.clear();
    CHECK(leadingEstimate(two) == &two.overall[1]);
    AgreementDocument three = document("nominal", {"A", "B", "C"});
    three.overall = {estimate("fleiss_kappa", 0.3)};
    CHECK(leadingEstimate(three) == &three.overall[0]);
    three.overall.clear();
    CHECK(leadingEstimate(three) == nullptr);
}

TEST_CASE("linear weights lead for ordinal data, unweighted where they are absent") {
    AgreementDocument ordinal = document("ordinal", {"A", "B"});
    ordinal.pairs.resize(1);
    ordinal.pairs.front().estimates = {estimate("cohen_kappa", 0.4), estimate("cohen_kappa", 0.5, "linear")};
    CHECK(leadingEstimate(ordinal)->weights == "linear");
    ordinal.pairs.front().estimates.pop_back();
    CHECK(leadingEstimate(ordinal)->weights == "identity");
}

TEST_CASE("ICC(A,1) leads for numbers, alpha for sets") {
    AgreementDocument ratio = document("ratio", {"A", "B"});
    ratio.overall = {estimate("icc", 0.8, ""), estimate("icc", 0.7, ""),
                     estimate("krippendorff_alpha", 0.6, "")};
    ratio.overall[0].form = "1,1";
    ratio.overall[1].form = "a,1";
    ratio.overall[2].scale = "ratio";
    CHECK(leadingEstimate(ratio)->form == "a,1");
    CHECK(alphaOf(ratio) == &ratio.overall[2]);
    AgreementDocument set = document("set", {"A", "B"});
    set.overall = {estimate("krippendorff_alpha", 0.6, ""), estimate("krippendorff_alpha", 0.5, "")};
    set.overall[0].scale = "jaccard";
    set.overall[1].scale = "masi";
    CHECK(leadingEstimate(set)->scale == "masi");
    CHECK(alphaOf(set)->scale == "jaccard");
}

TEST_CASE("verdicts hold the interval against the target") {
    struct Row {
        Estimate estimate;
        std::optional<std::int64_t> beside;
        Verdict verdict;
    };
    const Row rows[] = {{within(0.70, 0.80, 0.90), 40, Verdict::Meets},
                        {within(0.69, 0.80, 0.90), 40, Verdict::Likely},
                        {within(0.60, 0.70, 0.80), 40, Verdict::Likely},
                        {within(0.50, 0.69, 0.80), 40, Verdict::Unsure},
                        {within(0.50, 0.60, 0.70), 40, Verdict::Unsure},
                        {within(0.40, 0.50, 0.69), 40, Verdict::Below},
                        {within(0.80, 0.90, 0.95), 19, Verdict::TooFew},
                        {within(0.80, 0.90, 0.95), 20, Verdict::Meets},
                        {within(0.80, 0.90, 0.95), std::nullopt, Verdict::Meets},
                        {estimate("cohen_kappa", 1.0), 40, Verdict::Likely},
                        {estimate("cohen_kappa", 0.2), 40, Verdict::Unsure},
                        {estimate("cohen_kappa", std::nullopt), 5, Verdict::NotDefined}};
    for (const Row& row : rows)
        CHECK(std::string(name(verdict(&row.estimate, row.beside, 0.7))) == name(row.verdict));
    CHECK(verdict(nullptr, 40, 0.7) == Verdict::NotDefined);
}

TEST_CASE("units that hold a code are those that two raters judged and one gave it") {
    ReliabilityBuilder builder({"A", "B", "C"});
    builder.declareCategories({"0", "1"});
    using Row = std::vector<std::optional<std::string>>;
    for (const Row& row : {Row{"1", "1", "1"}, Row{"0", "0", "1"}, Row{"0", "0", "0"}, Row{"1", {}, {}},
                           Row{"1", "0", {}}, Row{{}, {}, {}}})
        builder.addUnit(row);
    CHECK(unitsHolding(builder.build().value()) == 3);
    AgreementDocument pairs = document("nominal", {"A", "B", "C"});
    CHECK_FALSE(unitsHolding(pairs));
    pairs.pairs.resize(2);
    pairs.pairs[0].table = {{10, 1}, {2, 3}};
    pairs.pairs[1].table = {{9, 4}, {2, 3}};
    CHECK(unitsHolding(pairs) == 9);
    // Of a common code those that lack it, of a variable those beside its commonest level.
    CHECK_FALSE(unitsBesideCommonest(pairs));
    AgreementDocument two = document("nominal", {"A", "B"});
    two.data.categories = {"0", "1"};
    two.pairs.resize(1);
    two.pairs[0].units = 34;
    two.pairs[0].table = {{1, 2}, {1, 30}};
    CHECK(unitsHolding(two) == 33);
    CHECK(unitsBesideCommonest(two) == 4);
    two.data.categories = {"a", "b", "c"};
    two.pairs[0].table = {{1, 0, 0}, {0, 30, 1}, {0, 0, 2}};
    CHECK(unitsBesideCommonest(two) == 4);
}

TEST_CASE("units beside the commonest category are what a standard error rests on") {
    using Row = std::vector<std::optional<std::string>>;
    struct Case {
        const char* name;
        std::vector<Row> rows;
        std::int64_t beside;
    };
    const Row none{"0", "0", "0"};
    const Row all{"1", "1", "1"};
    const std::vector<Case> cases{
        {"a rare code", {none, none, none, none, Row{"1", "0", {}}, Row{"1", "1", "1"}}, 2},
        {"a code given nearly always", {all, all, all, all, Row{"1", "0", "1"}}, 1},
        {"what one rater saw alone does not count", {none, none, Row{"1", {}, {}}}, 0},
        {"all alike", {none, none}, 0},
        {"half and half", {none, none, all, all}, 2},
        {"several levels", {Row{"0", "0", {}}, Row{"0", "0", "2"}, Row{"2", "1", {}}, Row{"0", {}, "0"}}, 2},
        {"nothing judged twice", {Row{"1", {}, {}}, Row{{}, "0", {}}}, 0}};
    for (const Case& each : cases) {
        ReliabilityBuilder builder({"A", "B", "C"});
        builder.declareCategories({"0", "1", "2"});
        for (const Row& row : each.rows)
            builder.addUnit(row);
        INFO(each.name);
        CHECK(unitsBesideCommonest(builder.build().value()) == each.beside);
    }
}
