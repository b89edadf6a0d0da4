// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_report.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace rapport::report::test {

using agreement::AgreementDocument;
using agreement::Estimate;
using agreement::Interval;
using agreement::PairResult;
using agreement::Reason;
using agreement::Undefined;

namespace {

Estimate estimate(std::string id, std::optional<double> value, std::string weights = "identity") {
    Estimate result;
    result.id = std::move(id);
    result.weights = std::move(weights);
    result.missingRule = "available";
    result.value = value;
    if (!value)
        result.undefined = Undefined{Reason::NoVariation, "Only one category was used."};
    return result;
}

Estimate alpha(std::optional<double> value, std::string scale) {
    Estimate result = estimate("krippendorff_alpha", value, "");
    result.scale = std::move(scale);
    return result;
}

void giveInterval(Estimate& result, double halfWidth, std::string method) {
    if (!result.value || halfWidth <= 0)
        return;
    Interval interval;
    interval.low = std::max(-1.0, *result.value - halfWidth);
    interval.high = std::min(1.0, *result.value + halfWidth);
    interval.method = std::move(method);
    if (interval.method.starts_with("cluster"))
        interval.clusters = 60;
    result.ci = interval;
    if (*result.value + halfWidth > 1)
        result.addCaveat("cut");
}

CodeLine codeLine(std::string code, std::string name, std::string tag, std::string colour, std::string prompt,
                  AgreementDocument document) {
    CodeLine line;
    line.variable = "Relationship constructs";
    line.scale = "presence";
    line.code = std::move(code);
    line.codeName = std::move(name);
    line.tag = std::move(tag);
    line.colour = std::move(colour);
    line.prompt = std::move(prompt);
    line.agreement = std::move(document);
    return line;
}

CodeLine pooled(CodeLine line) {
    line.isPooled = true;
    for (Estimate& result : line.agreement.overall)
        result.addCaveat("pooled_prompts");
    for (PairResult& pair : line.agreement.pairs)
        for (Estimate& result : pair.estimates)
            result.addCaveat("pooled_prompts");
    return line;
}

AgreementDocument nominalDocument() {
    AgreementDocument document;
    document.data.units = 160;
    document.data.raters = {"A", "B"};
    document.data.scale = "nominal";
    document.data.categories = {"dyadic", "class", "both", "neither"};
    document.data.categoriesDeclared = true;
    document.data.pairableUnits = 154;
    document.data.completeUnits = 154;
    document.data.missing = 6;
    document.data.clusters = 60;
    document.data.unitOfAnalysis = "answer";
    PairResult pair;
    pair.raters = {"A", "B"};
    pair.units = 154;
    pair.categories = document.data.categories;
    pair.table = {{64, 2, 5, 3}, {3, 21, 1, 2}, {7, 6, 15, 2}, {0, 0, 1, 22}};
    Estimate kappa = estimate("cohen_kappa", 0.69);
    giveInterval(kappa, 0.09, "cluster_linearised");
    pair.estimates = {kappa};
    document.pairs = {pair};
    document.overall = {estimate("percent_agreement", 122.0 / 154), estimate("gwet_ac", 0.73),
                        alpha(0.688, "nominal")};
    return document;
}

AgreementDocument ordinalDocument() {
    AgreementDocument document = nominalDocument();
    document.data.scale = "ordinal";
    document.data.categories = {"1", "2", "3"};
    PairResult& pair = document.pairs.front();
    pair.categories = document.data.categories;
    pair.table = {{50, 6, 1}, {5, 41, 4}, {0, 5, 42}};
    Estimate linear = estimate("cohen_kappa", 0.84, "linear");
    linear.weightBy = "value";
    giveInterval(linear, 0.06, "cluster_linearised");
    Estimate unweighted = estimate("cohen_kappa", 0.79);
    giveInterval(unweighted, 0.08, "cluster_linearised");
    Estimate quadratic = estimate("cohen_kappa", 0.89, "quadratic");
    giveInterval(quadratic, 0.05, "cluster_linearised");
    pair.estimates = {unweighted, linear, quadratic};
    document.overall = {estimate("percent_agreement", 133.0 / 154), estimate("gwet_ac", 0.8),
                        estimate("gwet_ac", 0.86, "linear"), estimate("gwet_ac", 0.91, "quadratic"),
                        alpha(0.88, "ordinal")};
    return document;
}

AgreementDocument setDocument() {
    AgreementDocument document;
    document.data.units = 160;
    document.data.raters = {"A", "B"};
    document.data.scale = "set";
    document.data.pairableUnits = 154;
    document.data.unitOfAnalysis = "answer";
    document.overall = {alpha(0.71, "jaccard"), alpha(0.66, "masi"), estimate("pooled_kappa", 0.74, "")};
    for (Estimate& result : document.overall) {
        result.units = 154;
        giveInterval(result, 0.07, "cluster_bootstrap");
        result.ci->replicates = 10000;
        result.ci->seed = 11;
    }
    return document;
}

AgreementDocument threeRaters(double conger, double first, double second, std::optional<double> third,
                              std::int64_t missing) {
    AgreementDocument document;
    document.data.units = 80;
    document.data.raters = {"A", "B", "C"};
    document.data.scale = "nominal";
    document.data.categories = {"0", "1"};
    document.data.categoriesDeclared = true;
    document.data.pairableUnits = 80;
    document.data.missing = missing;
    document.data.unitOfAnalysis = "turn";
    Estimate kappa = estimate("conger_kappa", conger);
    kappa.observed = 0.9;
    kappa.expected = 0.6;
    giveInterval(kappa, 0.12, "linearised");
    if (!third)
        kappa.addCaveat("undefined_pairs");
    document.overall = {estimate("percent_agreement", 0.9), kappa, estimate("gwet_ac", 0.85),
                        alpha(conger, "nominal")};
    document.byCategory = {{"0", {estimate("specific_agreement", 0.93, "")}},
                           {"1", {estimate("specific_agreement", 0.86, "")}}};
    const std::array<std::pair<const char*, const char*>, 3> names{{{"A", "B"}, {"A", "C"}, {"B", "C"}}};
    const std::array<std::optional<double>, 3> values{first, second, third};
    for (std::size_t index = 0; index < names.size(); ++index) {
        PairResult pair;
        pair.raters = {names[index].first, names[index].second};
        pair.units = 80;
        pair.categories = document.data.categories;
        pair.table = {{50, 4}, {3, 23}};
        pair.estimates = {estimate("cohen_kappa", values[index])};
        document.pairs.push_back(pair);
    }
    return document;
}

} // namespace

AgreementDocument binaryDocument(const Counts& counts, double halfWidth, std::vector<std::string> raters) {
    const auto a = static_cast<double>(counts[1][1]);
    const auto b = static_cast<double>(counts[1][0]);
    const auto c = static_cast<double>(counts[0][1]);
    const auto d = static_cast<double>(counts[0][0]);
    const double n = a + b + c + d;
    const double observed = (a + d) / n;
    const double expected = ((a + b) * (a + c) + (c + d) * (b + d)) / (n * n);
    const double share = (2 * a + b + c) / (2 * n);
    const double expectedAc = 2 * share * (1 - share);
    const std::optional<double> kappa =
        expected < 1 ? std::optional((observed - expected) / (1 - expected)) : std::nullopt;
    const double pi = 1 - (1 - observed) / (2 * share * (1 - share));

    AgreementDocument document;
    document.data.units = static_cast<std::int64_t>(n) + 6;
    document.data.raters = raters;
    document.data.scale = "nominal";
    document.data.categories = {"0", "1"};
    document.data.categoriesDeclared = true;
    document.data.missing = 6;
    document.data.pairableUnits = static_cast<std::int64_t>(n);
    document.data.completeUnits = document.data.pairableUnits;
    document.data.clusters = 60;
    document.data.unitOfAnalysis = "answer";

    Estimate percent = estimate("percent_agreement", observed);
    percent.units = document.data.pairableUnits;
    giveInterval(percent, 0.04, "cluster_linearised");
    Estimate ac = estimate("gwet_ac", (observed - expectedAc) / (1 - expectedAc));
    giveInterval(ac, 0.05, "cluster_linearised");
    Estimate whole =
        alpha(kappa ? std::optional(1 - (1 - pi) * (2 * n - 1) / (2 * n)) : std::nullopt, "nominal");
    giveInterval(whole, halfWidth, "cluster_linearised");
    document.overall = {percent, ac, whole};
    if (kappa) {
        Estimate below = estimate("alpha_below", std::nullopt, "");
        below.undefined.reset();
        below.probabilities = {{"0.667", *kappa < 0.667 ? 0.81 : 0.0001},
                               {"0.8", *kappa < 0.8 ? 0.97 : 0.12}};
        document.overall.push_back(below);
    }

    Estimate cohen = estimate("cohen_kappa", kappa);
    cohen.units = document.data.pairableUnits;
    cohen.observed = observed;
    cohen.expected = expected;
    giveInterval(cohen, halfWidth, "cluster_linearised");
    if (kappa && halfWidth <= 0)
        cohen.addCaveat("degenerate_se");
    if (share < 0.1 || share > 0.9)
        cohen.addCaveat("prevalence");
    PairResult pair;
    pair.raters = std::move(raters);
    pair.units = document.data.pairableUnits;
    pair.categories = {"0", "1"};
    pair.table = {{counts[0][0], counts[0][1]}, {counts[1][0], counts[1][1]}};
    pair.estimates = {cohen,
                      estimate("kappa_max", kappa ? std::optional(0.95) : std::nullopt),
                      estimate("prevalence_index", (a - d) / n, ""),
                      estimate("bias_index", (b - c) / n, ""),
                      estimate("pabak", 2 * observed - 1, ""),
                      estimate("positive_agreement",
                               a + b + c > 0 ? std::optional(2 * a / (2 * a + b + c)) : std::nullopt, ""),
                      estimate("negative_agreement",
                               d + b + c > 0 ? std::optional(2 * d / (2 * d + b + c)) : std::nullopt, "")};
    document.pairs = {pair};
    return document;
}

KappaReport smallReport() {
    KappaReport report;
    report.study = "Relationship competence 2026 (synthetic)";
    report.instrument = "Relationship vignette";
    report.instrumentIsStandIn = true;
    report.participants = 60;
    report.answers = 178;
    report.turns = 412;
    report.nonResponses = 2;
    report.codebookVersion = 3;
    report.overlapRule = "any";
    report.dataHash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    report.made = base::Instant{std::chrono::milliseconds{1773522847000}};
    report.programVersion = "Rapport 0.1.0";

    RoundFacts first;
    first.name = "reliability-1";
    first.kind = "reliability";
    first.plan.origin = SamplingPlan::Origin::Drawn;
    first.plan.units = 160;
    first.plan.candidates = 178;
    first.plan.isByParticipant = true;
    first.plan.seed = 11;
    VersionUsed version;
    version.version = 3;
    version.freeze = VersionUsed::Freeze::Before;
    first.versions = {version};
    first.raters = {"A", "B"};
    first.completed = {{"A", 160}, {"B", 154}};
    first.assignedUnits = 160;
    first.doubleCoded = 154;
    CodeLine line = codeLine("Safe haven", "safe_haven", "SH", "#249B9E", "Q1",
                             binaryDocument({{{44, 2}, {1, 33}}}, 0.08));
    line.sentence = "Raters agree well, and the interval lies above the target.";
    first.lines = {
        line,
        codeLine("Secure base", "secure_base", "SB", "#2034A0", "Q1",
                 binaryDocument({{{42, 4}, {3, 31}}}, 0.14)),
        codeLine("Conflict", "conflict", "CF", "#A53801", "Q1", binaryDocument({{{40, 9}, {7, 24}}}, 0.17)),
        codeLine("Involvement", "involvement", "IN", "#006A30", "Q1",
                 binaryDocument({{{36, 14}, {12, 18}}}, 0.2)),
        codeLine("Avoidance", "avoidance", "AV", "#5D3603", "Q1", binaryDocument({{{74, 3}, {2, 1}}}, 0.5)),
        codeLine("Structure", "structure", "ST", "#343B43", "Q1", binaryDocument({{{80, 0}, {0, 0}}}, 0)),
        codeLine("Safe haven", "safe_haven", "SH", "#249B9E", "Q3",
                 binaryDocument({{{49, 1}, {2, 22}}}, 0.09)),
        codeLine("Secure base", "secure_base", "SB", "#2034A0", "Q3",
                 binaryDocument({{{50, 0}, {0, 24}}}, 0)),
        pooled(codeLine("Safe haven", "safe_haven", "SH", "#249B9E", "",
                        binaryDocument({{{93, 3}, {3, 55}}}, 0.06))),
        pooled(codeLine("Secure base", "secure_base", "SB", "#2034A0", "",
                        binaryDocument({{{92, 4}, {3, 55}}}, 0.07)))};
    CodeLine level = codeLine("", "level", "", "", "", nominalDocument());
    level.variable = "Level";
    level.scale = "nominal";
    CodeLine depth = codeLine("", "depth", "", "", "", ordinalDocument());
    depth.variable = "Depth";
    depth.scale = "ordinal";
    CodeLine sets = codeLine("", "constructs", "", "", "", setDocument());
    sets.isPooled = true;
    first.lines.push_back(level);
    first.lines.push_back(depth);
    first.lines.push_back(sets);
    first.heldAgainst = {{"Relationship constructs", "Safe haven", "A", 80, 2, 0.95, 0.978, 0.971},
                         {"Relationship constructs", "Safe haven", "B", 80, 2, 0.9, std::nullopt, 0.94},
                         {"Level", {}, "A", 154, 0, 0.8, std::nullopt, std::nullopt}};
    agreement::StrataTest strata;
    strata.round = first.name;
    strata.strata = {{"Q1", 0.71, 0.05}, {"Q2", 0.42, 0.08}};
    strata.sharesClusters = true;
    strata.test = agreement::homogeneity(strata.strata);
    first.strata = {{"Relationship constructs", "Safe haven", strata}};
    first.drift = {
        {"Relationship constructs", "Safe haven", {{1, 40, 0.95, 0.9}, {41, 80, 0.98, 0.95}}},
        {"Relationship constructs", "Structure", {{1, 40, 1.0, std::nullopt}, {41, 80, 1.0, std::nullopt}}},
        {"Level", {}, {{1, 77, 0.8, 0.7}, {78, 154, 0.75, std::nullopt}}}};
    first.examples = {{"Relationship constructs",
                       "Conflict",
                       {{"A", "1"}, {"B", "0"}},
                       "1",
                       "They argue <every> morning, and \u202e nobody | asks why",
                       true},
                      {"Level", {}, {{"A", "dyadic"}, {"B", "both"}}, {}, "I would talk to her.", false}};

    RoundFacts second;
    second.name = "focus groups";
    second.kind = "reliability";
    second.versions = first.versions;
    second.independence = Independence::NotBlind;
    second.isOpen = true;
    second.includesAfterOpening = true;
    second.raters = {"A", "B", "C"};
    second.completed = {{"A", 80}, {"B", 80}, {"C", 71}};
    second.assignedUnits = 80;
    second.doubleCoded = 80;
    second.lines = {
        codeLine("Closeness", "closeness", "CL", "#6D48BE", "", threeRaters(0.81, 0.85, 0.78, 0.8, 9)),
        codeLine("Autonomy", "autonomy", "AU", "#C96979", "",
                 threeRaters(-0.08, -0.12, 0.02, std::nullopt, 9))};
    second.lines.front().holding = 34;
    UnitizedFacts unitized;
    unitized.sources = {"focus group 1", "focus group 2"};
    unitized.overall = {estimate("u_alpha", std::nullopt, ""), estimate("segment_overlap", 0.76, "")};
    unitized.overall.back().form = "0.5";
    unitized.byCode = {
        {"Closeness", {estimate("u_alpha_binary", 0.81, ""), estimate("segment_overlap", 0.8, "")}}};
    unitized.byCode.front().second.back().form = "0.5";
    giveInterval(unitized.byCode.front().second.front(), 0.1, "cluster_bootstrap");
    unitized.notes = {"rater C did not complete focus group 2"};
    second.unitized = unitized;
    report.rounds = {first, second};
    return report;
}

KappaReport reportByGroup() {
    KappaReport report = smallReport();
    report.splitBy = "school";
    report.rounds.pop_back();
    RoundFacts& round = report.rounds.front();
    round.heldAgainst.clear();
    round.drift.clear();
    round.examples.clear();
    agreement::StrataTest test;
    test.round = round.name;
    test.strata = {{"Noord", 0.8, 0.06}, {"Zuid", 0.5, 0.09}};
    test.leftOut = {""};
    test.test = agreement::homogeneity(test.strata);
    round.strata = {{"Relationship constructs", "Safe haven", test}};
    round.lines.clear();
    const auto add = [&](CodeLine line, const std::string& group) {
        line.group = group;
        round.lines.push_back(std::move(line));
    };
    // As measured: by variable, then group, then code.
    int shift = 0;
    for (const char* group : {"", "Noord", "Zuid"}) {
        add(pooled(codeLine("", "constructs", "", "", "", setDocument())), group);
        add(pooled(codeLine("Safe haven", "safe_haven", "SH", "#249B9E", "",
                            binaryDocument({{{40 + shift, 2}, {1, 30 - shift}}}, 0.08))),
            group);
        add(pooled(codeLine("Structure", "structure", "ST", "#343B43", "",
                            binaryDocument({{{80 - shift, 0}, {0, 0}}}, 0))),
            group);
        shift += 5;
    }
    for (const char* group : {"", "Noord", "Zuid"}) {
        CodeLine practice = codeLine("One on one", "one_on_one", "OO", "#A53801", "Q3",
                                     binaryDocument({{{30 + shift, 3}, {2, 25 - shift}}}, 0.1));
        practice.variable = "Practices";
        add(practice, group);
        CodeLine level = codeLine("", "level", "", "", "Q3", nominalDocument());
        level.variable = "Level";
        level.scale = "nominal";
        add(level, group);
        ++shift;
    }
    return report;
}

} // namespace rapport::report::test
