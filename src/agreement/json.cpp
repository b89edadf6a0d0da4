// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/json.h"

#include "base/json.h"

#include <cmath>

namespace rapport::agreement {

namespace {

using base::Json;

Json number(double value) {
    return std::isfinite(value) ? Json(value == 0 ? 0.0 : value) : Json(nullptr);
}

template<typename T>
Json orNull(const std::optional<T>& value) {
    if (!value)
        return nullptr;
    if constexpr (std::is_floating_point_v<T>)
        return number(*value);
    else
        return Json(*value);
}

Json orNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json list(const std::vector<Estimate>& estimates) {
    Json result = Json::array();
    for (const Estimate& estimate : estimates)
        result.push_back(toJson(estimate));
    return result;
}

Json toJson(const Interval& interval) {
    return Json{{"low", number(interval.low)},           {"high", number(interval.high)},
                {"level", number(interval.level)},       {"method", interval.method},
                {"clusters", orNull(interval.clusters)}, {"replicates", orNull(interval.replicates)},
                {"seed", orNull(interval.seed)}};
}

Json toJson(const std::optional<Undefined>& undefined) {
    if (!undefined)
        return nullptr;
    return Json{{"reason", name(undefined->reason)}, {"message", undefined->message}};
}

Json intervalOrNull(const std::optional<Interval>& interval) {
    return interval ? toJson(*interval) : Json(nullptr);
}

/// Tests and rank statistics show their degrees of freedom; an interval's are known from its units or
/// clusters.
bool showsDf(const Estimate& estimate) {
    return estimate.id == "mcnemar" || estimate.id == "stuart_maxwell" || estimate.id == "bhapkar" ||
           estimate.id == "kendall_w" || estimate.id == "icc";
}

Json toJson(const DataSummary& data) {
    return Json{{"units", data.units},
                {"raters", data.raters},
                {"scale", data.scale},
                {"categories", data.categories},
                {"categories_declared", data.categoriesDeclared},
                {"missing", data.missing},
                {"pairable_units", data.pairableUnits},
                {"complete_units", data.completeUnits},
                {"clusters", orNull(data.clusters)},
                {"unit_of_analysis", orNull(data.unitOfAnalysis)},
                {"note", orNull(data.note)}};
}

const char* nameOf(const InfluenceResult& influence) {
    return !influence.rater.empty() ? "rater" : !influence.cluster.empty() ? "cluster" : "unit";
}

const std::string& labelOf(const InfluenceResult& influence) {
    return !influence.rater.empty()     ? influence.rater
           : !influence.cluster.empty() ? influence.cluster
                                        : influence.unit;
}

Json toJson(const GoldResult& gold) {
    return Json{{"rater", gold.rater},
                {"units", gold.units},
                {"positive", orNull(gold.positive)},
                {"sensitivity", orNull(gold.sensitivity)},
                {"specificity", orNull(gold.specificity)},
                {"precision", orNull(gold.precision)},
                {"f1", orNull(gold.f1)},
                {"f1_micro", orNull(gold.f1Micro)},
                {"mcc", orNull(gold.mcc)},
                {"balanced_accuracy", orNull(gold.balancedAccuracy)},
                {"youden", orNull(gold.youden)},
                {"kappa", orNull(gold.kappa)},
                {"table", gold.table},
                {"categories", gold.categories}};
}

} // namespace

Json toJson(const Estimate& estimate) {
    Json json{{"id", estimate.id},
              {"weights", orNull(estimate.weights)},
              {"weight_by", orNull(estimate.weightBy)},
              {"scale", orNull(estimate.scale)}};
    if (!estimate.form.empty())
        json["form"] = estimate.form;
    json["missing_rule"] = orNull(estimate.missingRule);
    if (!estimate.probabilities.empty()) {
        Json probabilities = Json::object();
        for (const auto& [threshold, probability] : estimate.probabilities)
            probabilities[threshold] = number(probability);
        json["value"] = std::move(probabilities);
    } else {
        json["value"] = orNull(estimate.value);
    }
    json["observed"] = orNull(estimate.observed);
    json["expected"] = orNull(estimate.expected);
    json["se"] = orNull(estimate.se);
    json["se_h0"] = orNull(estimate.seH0);
    if (estimate.seH0Of1971)
        json["se_h0_1971"] = number(*estimate.seH0Of1971);
    json["z"] = orNull(estimate.z);
    if (showsDf(estimate)) {
        json["df"] = orNull(estimate.df);
        if (estimate.df2)
            json["df2"] = orNull(estimate.df2);
    }
    json["p_value"] = orNull(estimate.pValue);
    json["ci"] = intervalOrNull(estimate.ci);
    json["units"] = estimate.units;
    json["undefined"] = toJson(estimate.undefined);
    json["caveats"] = estimate.caveats;
    return json;
}

Json toJson(const AgreementDocument& document) {
    Json json{{"schema", "rapport.agreement/1"}, {"data", toJson(document.data)}};
    json["overall"] = list(document.overall);
    json["pairs"] = Json::array();
    for (const PairResult& pair : document.pairs)
        json["pairs"].push_back(Json{{"raters", pair.raters},
                                     {"units", pair.units},
                                     {"table", pair.table},
                                     {"categories", pair.categories},
                                     {"estimates", list(pair.estimates)}});
    json["by_category"] = Json::array();
    for (const CategoryResult& category : document.byCategory)
        json["by_category"].push_back(
            Json{{"category", category.category}, {"estimates", list(category.estimates)}});
    if (document.againstGold) {
        json["against_gold"] = Json::array();
        for (const GoldResult& gold : *document.againstGold)
            json["against_gold"].push_back(toJson(gold));
    }
    if (document.diagnostics) {
        json["influence"] = Json::array();
        for (const InfluenceResult& each : document.diagnostics->influence)
            json["influence"].push_back(Json{{nameOf(each), labelOf(each)},
                                             {"alpha_without", orNull(each.alphaWithout)},
                                             {"change", orNull(each.change)}});
        json["benchmark"] = Json::array();
        for (const BenchmarkResult& each : document.diagnostics->benchmark)
            json["benchmark"].push_back(Json{{"coefficient", each.coefficient},
                                             {"weights", orNull(each.weights)},
                                             {"scale", each.scale},
                                             {"level", each.level},
                                             {"cumulative", number(each.cumulative)}});
        json["drift"] = Json::array();
        for (const DriftBlock& each : document.diagnostics->drift)
            json["drift"].push_back(Json{{"first_unit", each.firstUnit},
                                         {"last_unit", each.lastUnit},
                                         {"pairable_units", each.pairableUnits},
                                         {"percent_agreement", orNull(each.percentAgreement)},
                                         {"alpha", orNull(each.alpha)},
                                         {"alpha_ci", intervalOrNull(each.alphaCi)},
                                         {"cusum", number(each.cusum)}});
    }
    return json;
}

Json toJson(const UnitizingDocument& document) {
    Json json{{"schema", "rapport.unitizing/1"}, {"raters", document.raters}, {"codes", document.codes}};
    json["sources"] = Json::array();
    for (const SourceResult& source : document.sources)
        json["sources"].push_back(Json{{"source", source.source},
                                       {"length", source.length},
                                       {"raters", source.raters},
                                       {"estimates", list(source.estimates)}});
    json["overall"] = list(document.overall);
    json["by_code"] = Json::array();
    for (const CodeResult& code : document.byCode)
        json["by_code"].push_back(Json{{"code", code.code}, {"estimates", list(code.estimates)}});
    return json;
}

Json toJson(const Plan& plan) {
    Json inputs = Json::object();
    for (const auto& [name, value] : plan.inputs)
        inputs[name] = value == std::floor(value) ? Json(static_cast<std::int64_t>(value)) : number(value);
    Json json{{"schema", "rapport.plan/1"},
              {"units", plan.units},
              {"method", plan.method},
              {"inputs", std::move(inputs)},
              {"exact_units", number(plan.exactUnits)}};
    json["alternatives"] = Json::object();
    for (const auto& [method, units] : plan.alternatives)
        json["alternatives"][method] = units;
    return json;
}

Json toJson(const ComparisonDocument& document) {
    Json json{{"schema", "rapport.comparison/1"},
              {"first", document.first},
              {"second", document.second},
              {"units_first", document.unitsFirst},
              {"units_second", document.unitsSecond},
              {"units_shared", document.unitsShared},
              {"paired", document.paired}};
    json["differences"] = Json::array();
    for (const ComparisonRow& row : document.rows)
        json["differences"].push_back(Json{{"id", row.id},
                                           {"weights", orNull(row.weights)},
                                           {"first", orNull(row.first)},
                                           {"second", orNull(row.second)},
                                           {"difference", orNull(row.difference)},
                                           {"se", orNull(row.se)},
                                           {"t", orNull(row.t)},
                                           {"df", orNull(row.df)},
                                           {"p_value", orNull(row.pValue)},
                                           {"ci", intervalOrNull(row.ci)},
                                           {"undefined", toJson(row.undefined)},
                                           {"caveats", row.caveats}});
    json["intra_rater"] = Json::array();
    for (const OwnAgreement& each : document.ownAgreement)
        json["intra_rater"].push_back(
            Json{{"rater", each.rater}, {"units", each.units}, {"estimates", list(each.estimates)}});
    return json;
}

Json toJson(const CodePanel& panel) {
    Json json{{"code", panel.code},
              {"units", panel.units},
              {"hits", panel.hits},
              {"raters", panel.raters},
              {"hits_by_rater", panel.hitsByRater},
              {"estimates", list(panel.estimates)}};
    json["reasons"] = Json::array();
    for (const PanelReason& reason : panel.reasons)
        json["reasons"].push_back(Json{{"reason", name(reason.kind)},
                                       {"number", number(reason.number)},
                                       {"second", number(reason.second)},
                                       {"who", orNull(reason.who)}});
    json["sentence"] =
        Json{{"en", panelSentence(panel, Language::English)}, {"nl", panelSentence(panel, Language::Dutch)}};
    return json;
}

} // namespace rapport::agreement
