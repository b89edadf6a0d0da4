// SPDX-License-Identifier: GPL-3.0-or-later
// Published tables and seeded random ones against values of exact rational arithmetic: every coefficient,
// every standard error, every interval.
#include "agreement/distributions.h"
#include "agreement/fixtures.h"
#include "support/catch.hpp"

#include <cmath>

using namespace rapport;
using namespace rapport::agreement;
using namespace rapport::agreement::test;
using base::Json;

namespace {

/// Values have 12 digits where they come from a generated case.
constexpr double tolerance = 2e-10;

void same(const std::string& what, const std::optional<double>& value, const Json& exact,
          double within = tolerance) {
    INFO(what << ": " << (value ? std::to_string(*value) : "undefined") << " for " << exact.dump());
    if (exact.is_null()) {
        CHECK_FALSE(value);
    } else {
        REQUIRE(value);
        CHECK(*value == Approx(exact.get<double>()).margin(within).epsilon(within));
    }
}

/// A standard error that is 0 up to rounding in the exact values is 0 here.
void sameError(const std::string& what, const std::optional<double>& value, const Json& exact) {
    if (exact.is_number() && exact.get<double>() < 1e-12) {
        INFO(what);
        CHECK((!value || *value == 0));
        return;
    }
    same(what, value, exact);
}

/// An interval cut to -1 .. 1; absent where the standard error is 0.
void sameInterval(const std::string& what, const Estimate& estimate, const Json& exact) {
    INFO(what);
    if (!estimate.ci || exact.is_null())
        return;
    // The quantile of t that the exact values were made with has nine digits.
    constexpr double quantileDigits = 5e-9;
    same(what + " low", estimate.ci->low, std::max(-1.0, exact.at(0).get<double>()), quantileDigits);
    same(what + " high", estimate.ci->high, std::min(1.0, exact.at(1).get<double>()), quantileDigits);
}

void checkGwet(const AgreementDocument& document, const Json& exact, const std::string& weights) {
    static const std::pair<const char*, const char*> names[] = {{"bp", "brennan_prediger"},
                                                                {"ac", "gwet_ac"},
                                                                {"fleiss", "fleiss_kappa"},
                                                                {"conger", "conger_kappa"}};
    if (exact.is_null())
        return;
    const Estimate& percent = overall(document, "percent_agreement", weights);
    same("pa " + weights, percent.value, exact.at("pa"));
    if (document.data.raters.size() > 2)
        sameError("pa se", percent.se, exact.value("pa_se", Json()));
    for (const auto& [key, id] : names) {
        if (!exact.contains(key))
            continue;
        const Estimate& estimate = overall(document, id, weights);
        const std::string what = std::string(id) + " " + weights;
        const Json& value = exact.at(key);
        same(what, estimate.value, value.at("coef"));
        if (value.at("coef").is_null())
            continue;
        same(what + " pe", estimate.expected, value.at("pe"));
        // Full agreement has no spread, whatever one rater alone rated.
        if (value.at("coef") == 1.0) {
            CHECK((!estimate.se || *estimate.se == 0));
            continue;
        }
        sameError(what + " se", estimate.se, value.at("se"));
        sameInterval(what, estimate, value.at("ci"));
    }
    // Alpha goes by its distance: identity is nominal, quadratic by value is interval.
    if (exact.contains("alpha") && (weights == "identity" || weights == "quadratic")) {
        const Estimate& alpha =
            overall(document, "krippendorff_alpha", weights == "identity" ? "nominal" : "interval");
        const Json& value = exact.at("alpha");
        same("alpha", alpha.value, value.at("coef"));
        if (!value.at("coef").is_null()) {
            sameError("alpha se " + weights, alpha.se, value.value("se", Json()));
            sameInterval("alpha " + weights, alpha, value.value("ci", Json()));
        }
    }
}

void checkMany(const ReliabilityData& data, const AgreementDocument& document, const Json& exact,
               bool ordered) {
    same("pa_units", overall(document, "percent_agreement").value, exact.at("pa_units"));
    same("pa_values", overall(document, "percent_agreement_values").value, exact.at("pa_values"));
    same("pa_pairs", overall(document, "percent_agreement_pairs").value, exact.at("pa_pairs"));
    same("unanimous", overall(document, "unanimous").value, exact.at("unanimous_complete"));
    CHECK(document.data.pairableUnits == exact.at("n_pairable_units").get<std::int64_t>());
    CHECK(document.data.completeUnits == exact.at("n_complete").get<std::int64_t>());
    for (const auto& [scale, alpha] : exact.at("alpha").items()) {
        const Estimate& estimate = overall(document, "krippendorff_alpha", scale);
        same("alpha " + scale, estimate.value, alpha.is_null() ? Json() : alpha.at("alpha"));
        if (alpha.is_null() || scale != "nominal")
            continue;
        for (const auto& [category, value] : alpha.at("per_category").items())
            same("alpha of " + category, ofCategory(document, category, "krippendorff_alpha").value, value);
    }
    static const std::pair<const char*, const char*> weights[] = {
        {"unweighted", "identity"}, {"linear", "linear"}, {"quadratic", "quadratic"}, {"ordinal", "ordinal"}};
    if (exact.contains("gwet") && exact.at("gwet").is_object())
        for (const auto& [key, id] : weights)
            if (exact.at("gwet").contains(key) && (ordered || std::string(key) == "unweighted"))
                checkGwet(document, exact.at("gwet").at(key), id);

    MeasureOptions listwise;
    listwise.missingRule = MissingRule::Listwise;
    const AgreementDocument complete = measured(data, listwise);
    if (exact.contains("fleiss_complete")) {
        const Json& fleiss = exact.at("fleiss_complete");
        const Estimate& estimate = overall(complete, "fleiss_kappa", "identity");
        same("fleiss listwise", estimate.value, fleiss.at("kappa"));
        if (fleiss.contains("se_fnl1979"))
            sameError("fleiss h0", estimate.seH0, fleiss.at("se_fnl1979"));
        if (fleiss.contains("percat"))
            for (const auto& [category, value] : fleiss.at("percat").items()) {
                const Estimate& own = ofCategory(complete, category, "fleiss_kappa");
                same("fleiss of " + category, own.value, value);
                if (!value.is_null())
                    same("fleiss h0 of " + category, own.seH0, fleiss.at("percat_se_fnl1979"));
            }
        same("conger listwise", overall(complete, "conger_kappa", "identity").value,
             exact.at("conger_complete"));
        const Estimate& light = overall(complete, "light_kappa", "identity");
        same("light listwise", light.value, exact.at("light_complete"));
        CHECK(light.hasCaveat("undefined_pairs") == (exact.at("light_undefined_pairs").get<int>() > 0));
    }
}

void checkPair(const AgreementDocument& document, std::size_t index, const Json& exact,
               const std::vector<std::string>& categories, bool ordered) {
    if (!exact.contains("n"))
        return; // ratings known as counts only: raters have no identity
    if (exact.at("n").get<int>() == 0) {
        CHECK(ofPair(document, index, "cohen_kappa").undefined->reason == Reason::NoPairableUnits);
        return;
    }
    const auto checkCohen = [&](const std::string& key, const std::string& weights) {
        if (!exact.contains(key) || exact.at(key).at("kappa").is_null()) {
            if (key == "cohen")
                CHECK_FALSE(ofPair(document, index, "cohen_kappa", weights).value);
            return;
        }
        const Json& cohen = exact.at(key);
        const Estimate& estimate = ofPair(document, index, "cohen_kappa", weights);
        same(key, estimate.value, cohen.at("kappa"));
        same(key + " po", estimate.observed, cohen.at("po"));
        same(key + " pe", estimate.expected, cohen.at("pe"));
        if (estimate.units < 2)
            return;
        sameError(key + " se1", estimate.se, cohen.at("se1"));
        sameError(key + " se0", estimate.seH0, cohen.at("se0"));
        if (estimate.seH0 && *estimate.seH0 > 0) {
            same(key + " z", estimate.z, cohen.at("z"));
            same(key + " p", estimate.pValue, cohen.at("p2"));
        }
        sameInterval(key, estimate, cohen.at("ci95"));
    };
    bool allUsed = categories.size() == exact.at("used").size();
    checkCohen("cohen", "identity");
    if (ordered && allUsed) {
        checkCohen("cohen_linear", "linear");
        checkCohen("cohen_quadratic", "quadratic");
    }
    same("kappa max", ofPair(document, index, "kappa_max").value, exact.at("kappa_max"));
    same("scott", ofPair(document, index, "scott_pi", "identity").value, exact.at("scott_pi"));
    same("alpha", ofPair(document, index, "krippendorff_alpha", "nominal").value, exact.at("alpha"));
    same("bangdiwala", ofPair(document, index, "bangdiwala_b").value, exact.at("bangdiwala_B"));
    if (allUsed) {
        same("bp", ofPair(document, index, "brennan_prediger", "identity").value, exact.at("bp"));
        same("ac1", ofPair(document, index, "gwet_ac", "identity").value, exact.at("ac1"));
    }
    if (allUsed && exact.contains("pabak")) {
        same("pabak", ofPair(document, index, "pabak").value, exact.at("pabak"));
        same("pi", ofPair(document, index, "prevalence_index").value, exact.at("prevalence_index"));
        same("bi", ofPair(document, index, "bias_index").value, exact.at("bias_index"));
        same("mcnemar", ofPair(document, index, "mcnemar").value, exact.at("mcnemar"));
    }
    if (document.data.raters.size() == 2)
        for (const auto& [category, value] : exact.at("percat_kappa").items()) {
            same("kappa of " + category, ofCategory(document, category, "cohen_kappa").value, value);
            same("specific of " + category, ofCategory(document, category, "specific_agreement").value,
                 exact.at("specific_agreement").at(category));
        }
}

void checkAll(const ReliabilityData& data, const Json& exact, bool ordered) {
    const AgreementDocument document = measured(data);
    checkMany(data, document, exact.at("multi"), ordered);
    for (const auto& [key, pair] : exact.at("pairs").items()) {
        std::size_t index = 0;
        for (; index < document.pairs.size(); ++index)
            if (document.pairs[index].raters[0] + "-" + document.pairs[index].raters[1] == key)
                break;
        if (index == document.pairs.size())
            index = 0; // tables have raters A and B
        INFO("pair " << key);
        checkPair(document, index, pair, data.categories(), ordered);
    }
}

} // namespace

TEST_CASE("published tables give the values of exact arithmetic") {
    for (const Json& line : fixtureLines("published.jsonl")) {
        if (!line.contains("exact"))
            continue;
        DYNAMIC_SECTION(line.at("name").get<std::string>()) {
            const bool ordered = line.at("level") == "ordinal";
            const Scale scale = ordered ? Scale::Ordinal : Scale::Nominal;
            const ReliabilityData data = line.contains("table") ? dataFromJsonTable(line.at("table"), scale)
                                                                : dataFromRatings(line.at("ratings"), scale);
            checkAll(data, line.at("exact"), ordered);
        }
    }
}

TEST_CASE("random ratings give the values of exact arithmetic") {
    for (const Json& line : fixtureLines("random.jsonl")) {
        DYNAMIC_SECTION(line.at("id").get<std::string>() << " " << line.at("kind").get<std::string>()) {
            const bool ordered = line.at("level") == "ordinal";
            const Scale scale = ordered ? Scale::Ordinal : Scale::Nominal;
            checkAll(dataFromRatings(line.at("data"), scale), line.at("exact"), ordered);
            const Json& multi = line.at("exact").at("multi");
            if (multi.contains("gwet_declared")) {
                std::vector<std::string> declared;
                for (const Json& category : line.at("categories"))
                    declared.push_back(std::to_string(category.get<int>()));
                const AgreementDocument document =
                    measured(dataFromRatings(line.at("data"), Scale::Nominal, declared));
                checkGwet(document, multi.at("gwet_declared").at("unweighted"), "identity");
            }
        }
    }
}
