// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/json.h"
#include "agreement/reading.h"
#include "agreement/study_agreement.h"
#include "agreement/text.h"
#include "base/json.h"
#include "support/catch.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

using namespace rapport;
using namespace rapport::agreement;

namespace {

ReliabilityData table(int yesYes, int yesNo, int noYes, int noNo) {
    ReliabilityBuilder builder({"A", "B"});
    builder.declareCategories({"0", "1"});
    const auto add = [&](int times, const char* first, const char* second) {
        for (int copy = 0; copy < times; ++copy)
            builder.addUnit(std::vector<std::optional<std::string>>{first, second});
    };
    add(yesYes, "1", "1");
    add(yesNo, "1", "0");
    add(noYes, "0", "1");
    add(noNo, "0", "0");
    return builder.build().value();
}

StudyAgreement someStudy() {
    StudyAgreement study;
    study.study = "Closeness, \"conflict\" and more";
    LabelledDocument first;
    first.round = "r1";
    first.variable = "constructs";
    first.code = "closeness, near";
    first.prompt = "Q1\nsecond line";
    first.agreement = measure(table(20, 3, 2, 25), {}).value();
    LabelledDocument second = first;
    second.code = "structure";
    second.prompt.reset();
    second.by = "2025";
    second.agreement = measure(table(0, 0, 0, 50), {}).value();
    study.results = {first, second};
    return study;
}

std::size_t lines(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

} // namespace

TEST_CASE("a study's document has its keys in order, with nulls") {
    const base::Json json = toJson(someStudy());
    std::vector<std::string> keys;
    for (const auto& [key, value] : json.items())
        keys.push_back(key);
    CHECK(keys == std::vector<std::string>{"schema", "study", "results"});
    CHECK(json["schema"] == "rapport.agreement-study/1");
    REQUIRE(json["results"].size() == 2);
    keys.clear();
    for (const auto& [key, value] : json["results"][0].items())
        keys.push_back(key);
    CHECK(keys == std::vector<std::string>{"round", "variable", "code", "prompt", "by", "agreement"});
    CHECK(json["results"][0]["by"].is_null());
    CHECK(json["results"][0]["prompt"] == "Q1\nsecond line");
    CHECK(json["results"][1]["prompt"].is_null());
    CHECK(json["results"][1]["by"] == "2025");
    CHECK(json["results"][0]["agreement"]["schema"] == "rapport.agreement/1");
    CHECK(toJson(StudyAgreement{})["results"].is_array());
}

TEST_CASE("a study as text groups its results and says what is undefined") {
    const std::string text = toText(someStudy());
    INFO(text);
    CHECK(text.find("Round r1, variable constructs, raters A, B\n") != std::string::npos);
    CHECK(text.find("cohen_kappa") != std::string::npos);
    CHECK(text.find("not defined") != std::string::npos);
    CHECK(text.find("structure (2025): ") != std::string::npos);
    CHECK(text.find("Q1 second line") != std::string::npos);
    CHECK(toText(StudyAgreement{}).find("Nothing to measure") != std::string::npos);
}

TEST_CASE("a study as CSV carries its labels before every row") {
    const StudyAgreement study = someStudy();
    const std::string csv = toCsv(study);
    CHECK(csv.starts_with("round,variable,code,prompt,by,part,of,id,"));
    CHECK(csv.find("\nr1,constructs,\"closeness, near\",\"Q1\nsecond line\",,overall,") != std::string::npos);
    CHECK(csv.find("\nr1,constructs,structure,,2025,overall,") != std::string::npos);
    // The header once, each document's rows once; the first prompt breaks each of its rows in two.
    const std::size_t first = lines(toCsv(study.results[0].agreement)) - 1;
    const std::size_t second = lines(toCsv(study.results[1].agreement)) - 1;
    CHECK(lines(csv) == 1 + 2 * first + second);
}

TEST_CASE("no label of a study runs in a spreadsheet, and negative figures stay figures") {
    StudyAgreement study;
    LabelledDocument& result = study.results.emplace_back();
    result.round = "=r1";
    result.variable = "@constructs";
    result.code = "+close";
    result.prompt = "-Q1";
    result.by = "=HYPERLINK(\"x\")";
    result.agreement = measure(table(0, 3, 2, 1), {}).value();
    const std::string csv = toCsv(study);
    CHECK(csv.find("\n'=r1,'@constructs,'+close,'-Q1,\"'=HYPERLINK(\"\"x\"\")\",") != std::string::npos);
    REQUIRE(*findEstimate(result.agreement.overall, "krippendorff_alpha")->value < 0);
    CHECK(csv.find(",'-0.") == std::string::npos);
    CHECK(csv.find(",-0.") != std::string::npos);
}

TEST_CASE("strata are tested for each code, with what cannot enter named") {
    StudyAgreement study;
    const auto add = [&](const char* code, const char* group, const ReliabilityData& data) {
        LabelledDocument result;
        result.round = "r1";
        result.variable = "constructs";
        result.code = code;
        result.by = group;
        result.agreement = measure(data, {}).value();
        result.besideCommonest = unitsBesideCommonest(data);
        study.results.push_back(std::move(result));
    };
    add("closeness", "2024", table(40, 5, 4, 60));
    add("closeness", "2025", table(30, 15, 18, 40));
    add("closeness", "2026", table(0, 0, 0, 50)); // no kappa, so no weight
    add("conflict", "2024", table(10, 2, 2, 30));
    study.strata = testStrata(study.results, Strata::Values, {"constructs"});
    REQUIRE(study.strata.size() == 1); // one group of conflict is no comparison
    const StrataTest& test = study.strata.front();
    CHECK(test.code == "closeness");
    CHECK(test.coefficient == "cohen_kappa");
    CHECK(test.sharesClusters);
    CHECK(test.leftOut == std::vector<std::string>{"2026"});
    REQUIRE(test.strata.size() == 2);
    CHECK(test.strata[0].name == "2024");
    double weights = 0;
    double sum = 0;
    for (const Stratum& stratum : test.strata) {
        weights += 1 / (stratum.se * stratum.se);
        sum += stratum.value / (stratum.se * stratum.se);
    }
    double chiSquare = 0;
    for (const Stratum& stratum : test.strata)
        chiSquare += std::pow((stratum.value - sum / weights) / stratum.se, 2);
    CHECK(*test.test.combined == Approx(sum / weights));
    CHECK(*test.test.chiSquare == Approx(chiSquare));
    CHECK(test.test.df == 1);
    CHECK(*test.test.pValue < 0.001);
    const base::Json json = toJson(study);
    REQUIRE(json["homogeneity"].size() == 1);
    CHECK(json["homogeneity"][0]["strata"][1]["name"] == "2025");
    CHECK(json["homogeneity"][0]["shares_clusters"] == true);
    CHECK(json["homogeneity"][0]["df"] == 1);
    CHECK(json["homogeneity"][0]["left_out"][0] == "2026");
    const std::string text = toText(study);
    CHECK(text.find("constructs closeness") != std::string::npos);
    CHECK(text.find("< 0.001") != std::string::npos);
    CHECK(text.find("take p as rough") != std::string::npos);
    // Over rounds the round itself is the stratum.
    for (LabelledDocument& result : study.results) {
        result.round = *result.by;
    }
    CHECK(testStrata(study.results, Strata::Values, {}).empty());
    CHECK(testStrata(study.results, Strata::Rounds, {}).size() == 1);
    CHECK(testStrata(study.results, Strata::Prompts, {}).empty());
}

TEST_CASE("a stratum enters the test with five units beside the commonest category, shown in pairs or not") {
    struct Row {
        const char* name;
        ReliabilityData data;
        bool enters;
    };
    const std::vector<Row> rows{{"one hit", table(0, 1, 0, 60), false},
                                {"two hits", table(1, 1, 0, 60), false},
                                {"three hits", table(2, 1, 0, 60), false},
                                {"four hits", table(2, 1, 1, 60), false},
                                {"five hits", table(3, 1, 1, 60), true},
                                {"lacking once", table(60, 1, 0, 0), false},
                                {"lacking four times", table(60, 1, 1, 2), false},
                                {"lacking five times", table(60, 1, 1, 3), true}};
    for (const PairsShown pairs : {PairsShown::Automatic, PairsShown::None})
        for (const std::optional<std::string>& code : {std::optional<std::string>("closeness"), {}}) {
            std::vector<LabelledDocument> results;
            const auto add = [&](const char* group, const ReliabilityData& data) {
                LabelledDocument& result = results.emplace_back();
                result.round = "r1";
                result.variable = "codable";
                result.code = code;
                result.by = group;
                MeasureOptions options;
                options.pairs = pairs;
                result.agreement = measure(data, options).value();
                result.besideCommonest = unitsBesideCommonest(data);
            };
            add("many", table(30, 10, 12, 40));
            add("more", table(40, 5, 4, 60));
            std::vector<std::string> out;
            for (const Row& row : rows) {
                add(row.name, row.data);
                if (!row.enters)
                    out.emplace_back(row.name);
            }
            add("", table(40, 5, 4, 60)); // without a value: no group
            out.emplace_back();
            const auto tests = testStrata(results, Strata::Values, {});
            REQUIRE(tests.size() == 1);
            CHECK(tests.front().leftOut == out);
            CHECK(tests.front().strata.size() == 4);
            // What was not counted does not enter.
            for (LabelledDocument& result : results)
                result.besideCommonest.reset();
            CHECK(testStrata(results, Strata::Values, {}).empty());
        }
}

TEST_CASE("errors by cluster are sums over clusters, however many are alike") {
    CHECK(rc::check([] {
        const auto units = *rc::gen::inRange<std::size_t>(2, 90);
        const auto clusters = *rc::gen::inRange<int>(2, 25);
        ReliabilityBuilder builder({"A", "B"});
        builder.declareCategories({"0", "1"});
        std::vector<std::pair<int, double>> agreed;
        for (std::size_t unit = 0; unit < units; ++unit) {
            const auto cluster = *rc::gen::inRange(0, clusters);
            const std::vector<CategoryIndex> row{*rc::gen::inRange<CategoryIndex>(0, 2),
                                                 *rc::gen::inRange<CategoryIndex>(0, 2)};
            builder.addUnit(std::span<const CategoryIndex>(row), "c" + std::to_string(cluster));
            agreed.emplace_back(cluster, row[0] == row[1] ? 1 : 0);
        }
        const ReliabilityData data = builder.build().value();
        RC_PRE(data.isClustered());
        const auto document = measure(data, {}).value();
        const Estimate* share = findEstimate(document.overall, "percent_agreement");
        RC_ASSERT(share != nullptr);
        double mean = 0;
        for (const auto& [cluster, each] : agreed)
            mean += each / static_cast<double>(agreed.size());
        std::map<int, double> sums;
        for (const auto& [cluster, each] : agreed)
            sums[cluster] += each - mean;
        double squares = 0;
        for (const auto& [cluster, sum] : sums)
            squares += sum * sum;
        const auto c = static_cast<double>(sums.size());
        if (sums.size() < 2)
            return; // one cluster has no spread
        RC_ASSERT(share->se.has_value());
        const double expected = std::sqrt(c / (c - 1) * squares) / static_cast<double>(agreed.size());
        RC_ASSERT(std::abs(*share->se - expected) < 1e-9);
    }));
}

TEST_CASE("other ratings of the same units are as if they had been built so") {
    ReliabilityBuilder one({"A", "B", "C"});
    ReliabilityBuilder two({"A", "B", "C"});
    one.declareCategories({"0", "1"}).setUnitOfAnalysis("answer");
    two.declareCategories({"0", "1"}).setUnitOfAnalysis("answer");
    std::vector<CategoryIndex> cells;
    for (int unit = 0; unit < 40; ++unit) {
        const std::vector<CategoryIndex> first{0, static_cast<CategoryIndex>(unit % 2), missing};
        const std::vector<CategoryIndex> second{static_cast<CategoryIndex>(unit % 3 == 0 ? 1 : 0), missing,
                                                static_cast<CategoryIndex>(unit % 5 == 0 ? 1 : 0)};
        const std::string cluster = "p" + std::to_string(unit / 3);
        const std::string label = cluster + "/Q" + std::to_string(unit % 3);
        one.addUnit(std::span<const CategoryIndex>(first), cluster, label);
        two.addUnit(std::span<const CategoryIndex>(second), cluster, label);
        cells.insert(cells.end(), second.begin(), second.end());
    }
    const ReliabilityData made = one.build().value().withCells(cells);
    const ReliabilityData built = two.build().value();
    CHECK(made.unitLabel(7) == built.unitLabel(7));
    CHECK(made.clusterLabel(3) == built.clusterLabel(3));
    CHECK(made.clusterOfUnit() == built.clusterOfUnit());
    CHECK(made.isClustered() == built.isClustered());
    CHECK(made.missingCount() == built.missingCount());
    CHECK(made.unitOfAnalysis() == "answer");
    for (std::size_t unit = 0; unit < built.unitCount(); ++unit)
        for (std::size_t rater = 0; rater < 3; ++rater)
            REQUIRE(made.rating(unit, rater) == built.rating(unit, rater));
    CHECK(toJson(measure(made, {}).value()) == toJson(measure(built, {}).value()));
}
