// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/fixtures.h"
#include "agreement/json.h"
#include "support/catch.hpp"

using namespace rapport;
using namespace rapport::agreement;
using namespace rapport::agreement::test;

// CHECKS: Cohen 1960
// CHECKS: Cohen 1960, kappa max
TEST_CASE("Cohen 1960, p. 45: kappa, kappa max") {
    const AgreementDocument document = measured(dataFromTable({{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}));
    const Estimate& kappa = ofPair(document, 0, "cohen_kappa");
    CHECK(*kappa.value == Approx(0.492).margin(0.0005));
    CHECK(*kappa.observed == Approx(0.70));
    CHECK(*kappa.expected == Approx(0.41));
    CHECK(*ofPair(document, 0, "kappa_max").value == Approx(0.831).margin(0.0005));
    CHECK(kappa.ci->method == "fce");
    CHECK(kappa.units == 200);
}

// CHECKS: Fleiss, Cohen & Everitt 1969, eq. 13 and 14
TEST_CASE("Fleiss, Cohen and Everitt 1969: similarity weights, both standard errors") {
    const ReliabilityData data = dataFromTable({{106, 10, 4}, {22, 28, 10}, {2, 12, 6}});
    MeasureOptions options;
    options.weights = {{WeightKind::Identity, {}},
                       {WeightKind::Custom, {1, 0, 4.0 / 9, 0, 1, 2.0 / 3, 4.0 / 9, 2.0 / 3, 1}}};
    const AgreementDocument document = measured(data, options);
    const Estimate& plain = ofPair(document, 0, "cohen_kappa", "identity");
    CHECK(*plain.value == Approx(0.429).margin(0.0005));
    CHECK(*plain.se == Approx(0.054).margin(0.0005));
    CHECK(*plain.seH0 == Approx(0.056).margin(0.0006));
    const Estimate& weighted = ofPair(document, 0, "cohen_kappa", "custom");
    CHECK(*weighted.value == Approx(0.5070603337612324).epsilon(1e-12));
    CHECK(*weighted.se == Approx(0.05699415015197202).epsilon(1e-12));
    CHECK(*weighted.seH0 == Approx(0.06533570301755053).epsilon(1e-12));
}

// CHECKS: Cohen 1968
TEST_CASE("Cohen 1968: asymmetric weights keep the roles of row and column") {
    const ReliabilityData data = dataFromTable({{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});
    const auto agreementWeights = [](std::vector<double> disagreement) {
        for (double& cell : disagreement)
            cell = 1 - cell / 6;
        return WeightRequest{WeightKind::Custom, disagreement};
    };
    MeasureOptions options;
    options.weights = {agreementWeights({0, 1, 3, 1, 0, 6, 3, 6, 0}),
                       agreementWeights({0, 1, 4, 1, 0, 6, 2, 2, 0})};
    const AgreementDocument document = measured(data, options);
    std::vector<double> values;
    for (const Estimate& estimate : document.pairs[0].estimates)
        if (estimate.id == "cohen_kappa")
            values.push_back(*estimate.value);
    REQUIRE(values.size() == 2);
    CHECK(values[0] == Approx(0.348).margin(0.0005));
    CHECK(values[1] == Approx(0.353).margin(0.0005));
}

TEST_CASE("the document is written as JSON") {
    const ReliabilityData data = dataFromRows({"1 1", "1 2", "2 2", "2 .", "2 2"});
    const std::string text = base::dumpJson(toJson(measured(data)), -1);
    CHECK(text.rfind(
              R"({"schema":"rapport.agreement/1","data":{"units":5,"raters":["1","2"],"scale":"nominal",)"
              R"("categories":["1","2"],"categories_declared":false,"missing":1,"pairable_units":4,)"
              R"("complete_units":4,"clusters":null,"unit_of_analysis":null,"note":null},"overall":[)",
              0) == 0);
    CHECK(text.find(":nan") == std::string::npos);
    CHECK(text.find(":inf") == std::string::npos);
}
