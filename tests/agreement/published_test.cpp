// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/fixtures.h"
#include "agreement/json.h"
#include "agreement/many_raters.h"
#include "agreement/two_raters.h"
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

// CHECKS: Cohen 1960; Cohen 1968
TEST_CASE("Cohen 1968: asymmetric weights keep the roles of row and column, which vcd exchanges") {
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

namespace {

/// The printed value of a fixture, with the precision it is printed in.
void printed(const base::Json& line, const std::string& what, const std::optional<double>& value) {
    for (const base::Json& entry : line.at("printed"))
        if (entry.at("what") == what) {
            INFO(line.at("name") << ": " << what);
            REQUIRE(value);
            CHECK(*value ==
                  Approx(entry.at("value").get<double>()).margin(entry.at("tolerance").get<double>()));
        }
}

} // namespace

// CHECKS: Scott 1955
// CHECKS: Brennan & Prediger 1981
// CHECKS: Brennan & Prediger 1981; Randolph 2005
// CHECKS: Fleiss 1971; with missing ratings Gwet 2014
// CHECKS: Fleiss, Nee & Landis 1979
// CHECKS: Conger 1980
// CHECKS: Light 1971
// CHECKS: Gwet 2008; Gwet 2014
// CHECKS: Krippendorff 2011
// CHECKS: Krippendorff 2011, two observers
// CHECKS: Krippendorff 2011, 1 - D_o and the ordinal metric
// CHECKS: Bangdiwala 1985
// CHECKS: Byrt, Bishop & Carlin 1993
TEST_CASE("what publications print") {
    for (const base::Json& line : fixtureLines("published.jsonl")) {
        DYNAMIC_SECTION(line.at("name").get<std::string>()) {
            if (!line.contains("exact"))
                continue;
            const Scale scale = line.at("level") == "ordinal" ? Scale::Ordinal : Scale::Nominal;
            const AgreementDocument document =
                measured(line.contains("table") ? dataFromJsonTable(line.at("table"), scale)
                                                : dataFromRatings(line.at("ratings"), scale));
            const auto all = [&](const char* id, const char* variant = "identity") {
                return overall(document, id, variant).value;
            };
            const bool two = document.data.raters.size() == 2;
            const auto pair = [&](const char* id, const char* variant = "") {
                return two ? ofPair(document, 0, id, variant).value : std::nullopt;
            };
            printed(line, "po", all("percent_agreement"));
            printed(line, "pa", all("percent_agreement"));
            printed(line, "percent agreement", all("percent_agreement"));
            printed(line, "P_bar", all("percent_agreement"));
            printed(line, "P_e", overall(document, "fleiss_kappa", "identity").expected);
            if (two) {
                printed(line, "pe", ofPair(document, 0, "cohen_kappa").expected);
                printed(line, "kappa", pair("cohen_kappa"));
                printed(line, "se_H1", ofPair(document, 0, "cohen_kappa").se);
                printed(line, "se_H0", ofPair(document, 0, "cohen_kappa").seH0);
                printed(line, "z", ofPair(document, 0, "cohen_kappa").z);
                printed(line, "kappa_max", pair("kappa_max"));
                printed(line, "scott_pi", pair("scott_pi"));
                printed(line, "bangdiwala_B", pair("bangdiwala_b"));
                for (const char* id : {"S", "S (Bennett)", "kappa_n (BP)"})
                    printed(line, id, pair("brennan_prediger"));
                if (scale == Scale::Ordinal) {
                    printed(line, "kappa_linear", pair("cohen_kappa", "linear"));
                    printed(line, "linear se_H1", ofPair(document, 0, "cohen_kappa", "linear").se);
                    printed(line, "linear se_H0", ofPair(document, 0, "cohen_kappa", "linear").seH0);
                    printed(line, "linear z", ofPair(document, 0, "cohen_kappa", "linear").z);
                    printed(line, "kappa_quadratic", pair("cohen_kappa", "quadratic"));
                    printed(line, "quadratic se_H1", ofPair(document, 0, "cohen_kappa", "quadratic").se);
                }
                if (document.data.categories.size() == 2) {
                    printed(line, "pabak", pair("pabak"));
                    printed(line, "prevalence_index", pair("prevalence_index"));
                    printed(line, "bias_index", pair("bias_index"));
                    printed(line, "mcnemar", pair("mcnemar"));
                }
            } else {
                printed(line, "kappa", all("fleiss_kappa"));
                if (!document.pairs.empty())
                    printed(line, "cohen 1-2", ofPair(document, 0, "cohen_kappa").value);
                if (scale == Scale::Ordinal)
                    printed(line, "kappa 1-2 squared", ofPair(document, 0, "cohen_kappa", "quadratic").value);
            }
            for (const char* what : {"Fleiss", "fleiss"})
                printed(line, what, all("fleiss_kappa"));
            for (const char* what : {"hubert/conger", "fleiss exact (Conger)"})
                printed(line, what, all("conger_kappa"));
            printed(line, "light", all("light_kappa"));
            printed(line, "AC1", all("gwet_ac"));
            printed(line, "AC1 SE", overall(document, "gwet_ac", "identity").se);
            printed(line, "BP", all("brennan_prediger"));
            printed(line, "BP SE", overall(document, "brennan_prediger", "identity").se);
            printed(line, "randolph", all("brennan_prediger"));
            printed(line, "Fleiss SE", overall(document, "fleiss_kappa", "identity").se);
            for (const char* what : {"alpha", "alpha nominal", "Krippendorff"})
                printed(line, what, all("krippendorff_alpha", "nominal"));
            if (scale == Scale::Ordinal)
                for (const char* metric : {"ordinal", "interval", "ratio"})
                    printed(line, std::string("alpha ") + metric, all("krippendorff_alpha", metric));
        }
    }
}

// CHECKS: Shrout & Fleiss 1979; McGraw & Wong 1996
// CHECKS: McGraw & Wong 1996, ICC(A,1), Satterthwaite
TEST_CASE("Shrout and Fleiss 1979, table 2: six intraclass correlations with their limits") {
    const ReliabilityData data =
        dataFromRows({"9 2 5 8", "6 1 3 2", "8 4 6 8", "7 1 2 6", "10 5 6 9", "6 2 4 7"}, Scale::Interval);
    const AgreementDocument document = measured(data);
    const std::tuple<const char*, double, double, double> expected[] = {
        {"1,1", 0.165741768405476, -0.132932324874751, 0.722560062328121},
        {"a,1", 0.289763779527559, 0.018786513374712, 0.761084369648953},
        {"c,1", 0.714840714840715, 0.342464765033925, 0.94585825995536},
        {"1,k", 0.442797133679269, -0.884442155238119, 0.912415420340776},
        {"a,k", 0.620050547598989, 0.0711368153025035, 0.927232040167722},
        {"c,k", 0.909315542377069, 0.675674713816305, 0.985891678169062}};
    for (const auto& [form, value, low, high] : expected) {
        const Estimate& icc = overall(document, "icc", form);
        INFO(form);
        CHECK(*icc.value == Approx(value).epsilon(1e-10));
        CHECK(icc.ci->low == Approx(low).epsilon(1e-6));
        CHECK(icc.ci->high == Approx(high).epsilon(1e-6));
        CHECK(icc.ci->method == "f");
    }
    CHECK(*overall(document, "icc", "1,1").pValue == Approx(0.16476880834464).epsilon(1e-8));
    const AgreementDocument same = measured(dataFromRows({"1 1", "1 1", "1 1"}, Scale::Interval));
    CHECK(overall(same, "icc", "1,1").undefined->reason == Reason::NoVariation);
    const AgreementDocument one = measured(dataFromRows({"1 2", "1 ."}, Scale::Interval));
    CHECK(overall(one, "icc", "1,1").undefined->reason == Reason::TooFewUnits);
}

// CHECKS: Kendall & Babington Smith 1939; Kendall 1948
TEST_CASE("Kendall's W with ties: anxiety ratings of 20 persons by 3 raters") {
    for (const base::Json& line : fixtureLines("published.jsonl"))
        if (line.at("name") == "irr_anxiety")
            CHECK(
                *overall(measured(dataFromRatings(line.at("ratings"), Scale::Ordinal)), "kendall_w").value ==
                Approx(0.53965687595437).epsilon(1e-10));
}

// CHECKS: Fleiss 1971
TEST_CASE("Fleiss 1971: the standard error as first published") {
    for (const base::Json& line : fixtureLines("published.jsonl"))
        if (line.at("name") == "fleiss1971_diagnoses") {
            const ReliabilityData data = dataFromRatings(line.at("ratings"));
            const Analysis analysis(data, {*WeightMatrix::make({}, data)}, {});
            const Sample sample = analysis.sample({false, false, false, false});
            CHECK(fleiss1971Error(sample, 6) == Approx(0.028).margin(0.0005));
            CHECK(
                fleiss1971Error(sample, 6) ==
                Approx(line.at("exact").at("multi").at("fleiss_complete").at("se_fleiss1971").get<double>()));
            // One category, from the formula with the table's own share of it.
            const double p = sample.share[0] / 30;
            CHECK(fleiss1971ErrorOf(sample, 6, 0) ==
                  Approx(std::sqrt(((1 + 10 * p) * (1 + 10 * p) + 10 * p * (1 - p)) /
                                   (30.0 * 6 * 25 * p * (1 - p)))));
            const Estimate& fleiss = overall(measured(data), "fleiss_kappa");
            CHECK(*fleiss.seH0Of1971 == fleiss1971Error(sample, 6));
            CHECK(*fleiss.seH0 != *fleiss.seH0Of1971);
        }
}

// CHECKS: Cohen 1960, superseded
TEST_CASE("Cohen's own standard error of 1960") {
    for (const base::Json& line : fixtureLines("random.jsonl")) {
        const base::Json& pairs = line.at("exact").at("pairs");
        if (!pairs.contains("1-2") || pairs.at("1-2").value("se_cohen1960", base::Json()).is_null() ||
            line.at("data")[0].size() != 2)
            continue;
        const ReliabilityData data = dataFromRatings(line.at("data"));
        const Analysis analysis(data, {*WeightMatrix::make({}, data)}, {});
        CHECK(cohen1960Error(analysis.sample(Needs{}).pairs[0]) ==
              Approx(pairs.at("1-2").at("se_cohen1960").get<double>()).margin(1e-10));
    }
}

// CHECKS: Cicchetti & Allison 1971
// CHECKS: Fleiss & Cohen 1973
// CHECKS: Gwet 2014, ordinal weights
TEST_CASE("weights by value and by rank") {
    const ReliabilityData data = dataFromRows({"1 2", "2 10", "10 1"}, Scale::Ordinal);
    const auto made = [&data](WeightKind kind, std::optional<WeightBy> by) {
        return *WeightMatrix::make({kind, {}}, data, by);
    };
    CHECK(made(WeightKind::Linear, std::nullopt).at(0, 1) == Approx(1 - 1.0 / 9));
    CHECK(made(WeightKind::Linear, WeightBy::Rank).at(0, 1) == Approx(0.5));
    CHECK(made(WeightKind::Quadratic, std::nullopt).at(1, 2) == Approx(1 - 64.0 / 81));
    CHECK(made(WeightKind::Quadratic, WeightBy::Rank).at(1, 2) == Approx(0.75));
    CHECK(made(WeightKind::Ordinal, std::nullopt).at(0, 1) == Approx(1 - 2.0 / 6));
    CHECK(made(WeightKind::Ordinal, std::nullopt).at(0, 2) == 0);
}

// CHECKS: Wilson 1927
TEST_CASE("the score interval of a proportion: 8 of 10") {
    const AgreementDocument document = measured(dataFromTable({{4, 1}, {1, 4}}));
    const Interval ci = *ofPair(document, 0, "percent_agreement").ci;
    CHECK(ci.low == Approx(0.4902).margin(0.0001));
    CHECK(ci.high == Approx(0.9433).margin(0.0001));
}

// CHECKS: Cicchetti & Feinstein 1990
TEST_CASE("agreement on presence and on absence") {
    const AgreementDocument document =
        measured(dataFromTable({{80, 10}, {5, 5}}, Scale::Nominal, {"no", "yes"}));
    CHECK(*ofPair(document, 0, "positive_agreement").value == Approx(10.0 / 25));
    CHECK(*ofPair(document, 0, "negative_agreement").value == Approx(160.0 / 175));
    CHECK(*ofCategory(document, "yes", "specific_agreement").value == Approx(10.0 / 25));
}
