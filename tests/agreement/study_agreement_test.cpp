// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/study_agreement.h"
#include "agreement/text.h"
#include "base/json.h"
#include "support/catch.hpp"

#include <algorithm>
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
