// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/fixtures.h"
#include "agreement/gamma.h"
#include "agreement/json.h"
#include "agreement/matrix.h"
#include "agreement/unitizing_sums.h"
#include "base/random.h"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>

using namespace rapport;
using namespace rapport::agreement;
using namespace rapport::agreement::test;
using base::Json;

namespace {

UnitizingData dataOf(const Json& coders, std::int64_t length) {
    UnitizingBuilder builder;
    std::vector<std::string> names;
    for (std::size_t rater = 1; rater <= coders.size(); ++rater)
        names.push_back(std::to_string(rater));
    builder.declareRaters(names);
    for (std::size_t rater = 0; rater < coders.size(); ++rater) {
        builder.addReading("text", length, names[rater]);
        for (const Json& span : coders[rater])
            builder.addSpan("text", length, names[rater], span[0].get<std::int64_t>(),
                            span[1].get<std::int64_t>(), span.size() > 2 ? span[2].get<std::string>() : "c");
    }
    auto data = builder.build();
    REQUIRE(data);
    return *data;
}

UnitizingDocument measuredSpans(const UnitizingData& data, const UnitizingOptions& options = {}) {
    auto document = measureUnitizing(data, options);
    REQUIRE(document);
    return *document;
}

const Estimate& find(const std::vector<Estimate>& estimates, const std::string& id) {
    const Estimate* found = findEstimate(estimates, id);
    INFO(id);
    REQUIRE(found != nullptr);
    return *found;
}

const std::vector<Estimate>& byCode(const UnitizingDocument& document, const std::string& code) {
    for (const CodeResult& result : document.byCode)
        if (result.code == code)
            return result.estimates;
    FAIL("no code " << code);
    return document.overall;
}

void same(const std::string& what, const std::optional<double>& value, const Json& exact) {
    INFO(what << " " << exact.dump());
    if (exact.is_null()) {
        CHECK_FALSE(value);
    } else {
        REQUIRE(value);
        CHECK(*value == Approx(exact.get<double>()).margin(2e-10).epsilon(2e-10));
    }
}

std::vector<std::vector<PlacedUnit>> placed(const Json& units, std::map<std::string, std::size_t>& raters) {
    std::vector<std::vector<PlacedUnit>> result(raters.size());
    for (const Json& unit : units)
        result[raters.at(unit[0].get<std::string>())].push_back(
            {unit[1].get<double>(), unit[2].get<double>(),
             static_cast<std::uint32_t>(std::hash<std::string>{}(unit[3].get<std::string>()) & 0xFFFFFFFFU)});
    return result;
}

} // namespace

// CHECKS: Krippendorff, Mathet, Bouvry & Widlocher 2016; Krippendorff 2019, section 12.6
// CHECKS: Krippendorff 1995; Krippendorff 2004, section 11.6
// CHECKS: Mathet, Widlocher & Metivier 2015, section 4
TEST_CASE("spans give the values of exact arithmetic") {
    for (const Json& line : fixtureLines("unitizing.jsonl")) {
        DYNAMIC_SECTION(line.at("id").get<std::string>() << " " << line.at("kind").get<std::string>()) {
            const std::int64_t length = line.at("length").get<std::int64_t>();
            const UnitizingData data = dataOf(line.at("coders"), length);
            const Json& exact = line.at("expected");
            const UnitizingDocument document = measuredSpans(data);
            CHECK(data.overlaps() == line.at("overlapping").get<bool>());
            if (const Json& family = exact.at("u_family"); !family.is_null()) {
                same("u", find(document.overall, "u_alpha").value, family.at("u"));
                same("|u", find(document.overall, "u_alpha_binary").value, family.at("u_binary"));
                same("cu", find(document.overall, "cu_alpha").value, family.at("cu"));
                same("cu coverage", find(document.overall, "cu_coverage").value, family.at("cu_coverage"));
                for (const auto& [code, value] : family.at("ku").items())
                    same("(k)u " + code, find(byCode(document, code), "ku_alpha").value, value);
                for (const auto& [code, value] : family.at("ku_coverage").items())
                    same("(k)u coverage " + code, find(byCode(document, code), "ku_coverage").value, value);
            } else {
                CHECK(find(document.overall, "u_alpha").undefined->reason == Reason::NotApplicable);
            }
            if (exact.contains("u_binary_per_code"))
                for (const auto& [code, value] : exact.at("u_binary_per_code").items())
                    same("|u of " + code, find(byCode(document, code), "u_alpha_binary").value, value);
            if (exact.contains("alpha_U_1995") && !exact.at("alpha_U_1995").is_null()) {
                const Json& boundary = exact.at("alpha_U_1995");
                if (!data.overlaps())
                    same("alpha_U", find(document.overall, "alpha_u_1995").value, boundary.at("alpha_U"));
                const BoundaryDisagreement parts(data);
                for (const auto& [code, value] : boundary.at("per_category").items()) {
                    same("alpha_U " + code, find(byCode(document, code), "alpha_u_1995").value, value);
                    std::size_t number = 0;
                    while (data.codes()[number] != code)
                        ++number;
                    same("Do " + code, parts.of(number, {}).observed, boundary.at("Do").at(code));
                    same("De " + code, parts.of(number, {}).expected, boundary.at("De").at(code));
                }
            }
            if (exact.contains("char_level") && !exact.at("char_level").is_null()) {
                const Json& characters = exact.at("char_level");
                same("alpha", find(document.overall, "character_alpha").value,
                     characters.at("alpha_nominal"));
                if (data.raters().size() == 2)
                    same("kappa", find(document.overall, "character_kappa").value,
                         characters.at("pairs").at("1-2").at("kappa_all_labels"));
                if (data.raters().size() == 2)
                    for (const auto& [code, value] : characters.at("pairs").at("1-2").at("per_code").items())
                        same("kappa of " + code, find(byCode(document, code), "character_kappa").value,
                             value.at("kappa"));
            }
            if (exact.contains("char_level_per_code") && data.raters().size() == 2)
                for (const auto& [code, value] : exact.at("char_level_per_code").items())
                    same("kappa of " + code, find(byCode(document, code), "character_kappa").value,
                         value.at("1-2").at("per_code").at(code).at("kappa"));
            if (exact.contains("segment_overlap") && data.raters().size() == 2) {
                const Json& segments = exact.at("segment_overlap").at("1-2");
                const std::tuple<const char*, OverlapRule, double> rules[] = {
                    {"exact", OverlapRule::Exact, 1},
                    {"any", OverlapRule::Any, 0},
                    {"ge_0.5", OverlapRule::Share, 0.5},
                    {"ge_0.9", OverlapRule::Share, 0.9}};
                for (const auto& [key, rule, share] : rules) {
                    const OverlapCounts counts = overlapCounts(data, rule, share, std::nullopt)[0];
                    const Json& wanted = segments.at(key);
                    CHECK(counts.found ==
                          wanted.at("a_hit").get<double>() + wanted.at("b_hit").get<double>());
                    CHECK(counts.spans == wanted.at("a_n").get<double>() + wanted.at("b_n").get<double>());
                }
                same("segment overlap", find(document.overall, "segment_overlap").value,
                     segments.at("ge_0.5").at("agreement"));
            }
            if (exact.contains("gamma_observed_disorder") && !exact.at("gamma_observed_disorder").is_null()) {
                std::vector<std::vector<PlacedUnit>> raters;
                for (const RaterSpans& rater : data.sources()[0].byRater) {
                    std::vector<PlacedUnit>& own = raters.emplace_back();
                    for (const Span& span : rater.spans)
                        own.push_back(
                            {static_cast<double>(span.begin), static_cast<double>(span.end), span.code});
                }
                for (const auto& [key, position] :
                     {std::pair<const char*, double>{"alpha1_beta1_de1", 1}, {"alpha3_beta1_de1", 3}}) {
                    const Json& wanted = exact.at("gamma_observed_disorder");
                    if (!wanted.contains(key) || wanted.at(key).is_null())
                        continue;
                    const auto disorder = bestAlignmentDisorder(raters, {position, 1, 1});
                    REQUIRE(disorder);
                    CHECK(disorder->isProven());
                    CHECK(disorder->value == Approx(wanted.at(key).get<double>()).margin(1e-9));
                }
            }
        }
    }
}

// CHECKS: Mathet, Widlocher & Metivier 2015, section 5
TEST_CASE("the best alignment of sampled continua has the disorder that others found") {
    for (const Json& line : fixtureLines("gamma.jsonl")) {
        std::map<std::string, std::size_t> raters;
        for (const Json& unit : line.at("continuum"))
            raters.emplace(unit[0].get<std::string>(), 0);
        std::size_t number = 0;
        for (auto& [name, index] : raters)
            index = number++;
        const Json& params = line.at("params");
        const GammaWeights weights{params.at("alpha").get<double>(), params.at("beta").get<double>(),
                                   params.at("deltaEmpty").get<double>()};
        INFO(line.at("name").get<std::string>());
        const auto observed = bestAlignmentDisorder(placed(line.at("continuum"), raters), weights);
        REQUIRE(observed);
        CHECK(observed->isProven());
        CHECK(observed->value == Approx(line.at("observed").get<double>()).margin(1e-5));
        for (const Json& sample : line.at("samples")) {
            const auto disorder = bestAlignmentDisorder(placed(sample.at("units"), raters), weights);
            REQUIRE(disorder);
            CHECK(disorder->value == Approx(sample.at("disorder").get<double>()).margin(1e-5));
        }
    }
}

namespace {

/// The same by trying every partition: the first free unit alone or with any free units of other raters.
struct EveryAlignment {
    std::vector<std::pair<PlacedUnit, std::size_t>> units; ///< with their rater
    std::size_t raters = 0;
    std::vector<bool> taken;

    double disorder(const std::vector<std::size_t>& group) const {
        double sum = 0;
        for (std::size_t one = 0; one < group.size(); ++one)
            for (std::size_t other = one + 1; other < group.size(); ++other) {
                const PlacedUnit& a = units[group[one]].first;
                const PlacedUnit& b = units[group[other]].first;
                const double apart = (std::abs(a.begin - b.begin) + std::abs(a.end - b.end)) /
                                     ((a.end - a.begin) + (b.end - b.begin));
                sum += apart * apart + (a.code == b.code ? 0 : 1);
            }
        const double pairs = static_cast<double>(raters * (raters - 1)) / 2;
        const double within = static_cast<double>(group.size() * (group.size() - 1)) / 2;
        return (sum + pairs - within) / pairs;
    }
    double best() {
        const auto free = std::find(taken.begin(), taken.end(), false);
        if (free == taken.end())
            return 0;
        std::vector<std::size_t> group{static_cast<std::size_t>(free - taken.begin())};
        *free = true;
        const double least = extended(group, group[0] + 1);
        taken[group[0]] = false;
        return least;
    }
    double extended(std::vector<std::size_t>& group, std::size_t from) {
        double least = disorder(group) + best();
        for (std::size_t next = from; next < units.size(); ++next) {
            if (taken[next] || std::any_of(group.begin(), group.end(), [&](std::size_t unit) {
                    return units[unit].second == units[next].second;
                }))
                continue;
            group.push_back(next);
            taken[next] = true;
            least = std::min(least, extended(group, next + 1));
            taken[next] = false;
            group.pop_back();
        }
        return least;
    }
};

} // namespace

// CHECKS: Held & Karp 1971, bound by multipliers
TEST_CASE("the best alignment is the best of all; with little effort the bounds hold it") {
    int gaps = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        base::Random random(seed);
        const std::size_t count = 2 + static_cast<std::size_t>(random.below(3));
        std::vector<std::vector<PlacedUnit>> raters(count);
        EveryAlignment every;
        every.raters = count;
        for (std::size_t rater = 0; rater < count; ++rater)
            for (std::uint64_t unit = 0; unit < (count == 4 ? 2U : 3U); ++unit) {
                const double begin = static_cast<double>(random.below(40));
                raters[rater].push_back({begin, begin + 1 + static_cast<double>(random.below(60)),
                                         static_cast<std::uint32_t>(random.below(2))});
                every.units.emplace_back(raters[rater].back(), rater);
            }
        every.taken.assign(every.units.size(), false);
        const double perRater = static_cast<double>(every.units.size()) / static_cast<double>(count);
        const double exact = every.best() / perRater;
        INFO("seed " << seed << ", " << count << " raters");
        const auto found = bestAlignmentDisorder(raters, {});
        REQUIRE(found);
        CHECK(found->isProven());
        CHECK(found->value == Approx(exact).margin(1e-9));
        const auto rough = bestAlignmentDisorder(raters, {}, {1, 1'000'000, 0});
        REQUIRE(rough);
        CHECK(rough->value >= exact - 1e-9);
        CHECK(rough->atLeast <= exact + 1e-9);
        gaps += rough->isProven() ? 0 : 1;
    }
    CHECK(gaps > 0);
    const std::vector<std::vector<PlacedUnit>> crowd(5, std::vector<PlacedUnit>(12, PlacedUnit{0, 10, 1}));
    const auto refused = bestAlignmentDisorder(crowd, {}, {10, 1000, 10});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::Errc::Undefined);
}

TEST_CASE("gamma names its samples and seed, and the same seed gives the same number") {
    const auto spans = readSpans("source,length,rater,begin,end,code\n"
                                 "t,100,A,0,10,a\nt,100,A,30,45,b\nt,100,B,1,11,a\nt,100,B,29,44,b\n");
    REQUIRE(spans);
    UnitizingOptions options;
    options.gamma = true;
    const Estimate gamma = find(measuredSpans(*spans, options).overall, "gamma");
    REQUIRE(gamma.value);
    CHECK(*gamma.value > 0.8);
    CHECK(gamma.form == "samples 30, seed 1");
    CHECK(gamma.hasCaveat("monte_carlo"));
    CHECK(*find(measuredSpans(*spans, options).overall, "gamma").value == *gamma.value);
}

TEST_CASE("Krippendorff 2019, figure 12.11: u .510, |u .413, cu .724 (quallmer .726)") {
    for (const Json& line : fixtureLines("unitizing.jsonl")) {
        if (line.at("kind") != "edge:krippendorff2019_fig12.11")
            continue;
        const UnitizingDocument document = measuredSpans(dataOf(line.at("coders"), 60));
        CHECK(*find(document.overall, "u_alpha").value == Approx(0.510).margin(0.0006));
        CHECK(*find(document.overall, "u_alpha_binary").value == Approx(0.413).margin(0.0006));
        CHECK(*find(document.overall, "cu_alpha").value == Approx(0.724).margin(0.0006));
        CHECK(*find(byCode(document, "5"), "ku_coverage").value == Approx(0.44).margin(0.006));
    }
}

TEST_CASE("Krippendorff 2004, p. 254: alpha_U .8591") {
    const Json coders = *base::parseJson(R"([[[75,145,"c"],[220,250,"c"],[30,90,"k"],[150,200,"k"]],
        [[70,150,"c"],[205,225,"c"],[250,270,"c"],[30,90,"k"],[150,200,"k"]]])");
    const UnitizingData data = dataOf(coders, 300);
    const UnitizingDocument document = measuredSpans(data);
    const BoundaryDisagreement parts(data);
    CHECK(parts.of(0, {}).observed == Approx(0.0144).margin(0.0001));
    CHECK(parts.of(0, {}).expected == Approx(0.0532).margin(0.0001));
    CHECK(parts.of(1, {}).expected == Approx(0.0490).margin(0.0001));
    CHECK(*find(byCode(document, "c"), "alpha_u_1995").value == Approx(0.7286).margin(0.0001));
    CHECK(*find(byCode(document, "k"), "alpha_u_1995").value == 1);
    CHECK(data.overlaps()); // c and k overlap inside a rater: there is no value for both together
    const BoundaryDisagreement::Parts c = parts.of(0, {});
    const BoundaryDisagreement::Parts k = parts.of(1, {});
    CHECK(1 - (c.observed + k.observed) / (c.expected + k.expected) == Approx(0.8591).margin(0.0006));
}

TEST_CASE("Krippendorff 1995, p. 57: observed disagreement of the continua A to D") {
    const std::pair<const char*, double> continua[] = {
        {"[[[2,10],[14,20]],[[4,8],[15,17]]]", 0.03125},
        {"[[[0,18]],[[0,2],[2,3],[3,4],[4,5],[5,6],[6,9],[9,10]]]", 2.26736},
        {"[[[2,8],[10,12],[14,18],[20,22]],[[0,2],[4,8],[10,14],[16,18],[20,22]]]", 0.02777},
        {"[[[0,2],[2,10],[10,14],[14,20],[20,24]],[[0,4],[4,8],[8,15],[15,17],[17,24]]]", 0.38715}};
    for (const auto& [coders, observed] : continua)
        CHECK(BoundaryDisagreement(dataOf(*base::parseJson(coders), 24)).of(0, {}).observed ==
              Approx(observed).margin(1e-5));
}

TEST_CASE("several sources are one continuum with hard boundaries") {
    // The same spans in one text and cut into two: lengths add up, so u-alpha is the same.
    const auto whole = readSpans("source,length,rater,begin,end,code\n"
                                 "t,100,A,0,10,a\nt,100,A,50,70,b\nt,100,B,2,12,a\nt,100,B,50,65,b\n");
    const auto cut = readSpans("source,length,rater,begin,end,code\n"
                               "s,50,A,0,10,a\nt,50,A,0,20,b\ns,50,B,2,12,a\nt,50,B,0,15,b\n");
    REQUIRE(whole);
    REQUIRE(cut);
    const UnitizingDocument one = measuredSpans(*whole);
    const UnitizingDocument two = measuredSpans(*cut);
    for (const char* id : {"u_alpha", "u_alpha_binary", "cu_alpha", "character_kappa", "character_alpha"})
        CHECK(*find(one.overall, id).value == Approx(*find(two.overall, id).value).epsilon(1e-12));
    // Gaps end at the boundary, so alpha_U of 1995, which looks at gaps, is another.
    CHECK(*find(one.overall, "alpha_u_1995").value != *find(two.overall, "alpha_u_1995").value);
    CHECK(two.sources.size() == 2);
    CHECK(two.sources[1].length == 50);
}

TEST_CASE("a rater without a row is missing there, one with an empty row coded nothing and is not dropped, "
          "as unitized_alpha does") {
    const std::string header = "source,length,rater,begin,end,code\n";
    const auto missing = readSpans(header + "s,50,A,0,10,a\ns,50,B,0,10,a\nt,50,A,0,20,b\n");
    REQUIRE(missing);
    CHECK(*find(measuredSpans(*missing).overall, "u_alpha").value == 1);
    const auto nothing = readSpans(header + "s,50,A,0,10,a\ns,50,B,0,10,a\nt,50,A,0,20,b\nt,50,B,,,\n");
    REQUIRE(nothing);
    CHECK(*find(measuredSpans(*nothing).overall, "u_alpha").value < 0.6);
}

TEST_CASE("spans that cannot be are refused with line and column") {
    const std::string header = "source,length,rater,begin,end,code\n";
    const std::tuple<std::string, std::size_t, std::size_t> broken[] = {
        {header + "s,50,A,0,60,a\n", 2, 10},
        {header + "s,50,A,10,10,a\n", 2, 11},
        {header + "s,50,A,-1,10,a\n", 2, 8},
        {header + "s,x,A,0,10,a\n", 2, 3},
        {header + "s,50,A,0,10,\n", 2, 13},
        {header + "s,50,A,0,10\n", 2, 10},
        {header + "s,50,A,0,10,a\ns,51,B,0,10,a\n", 3, 3},
        {"source,rater\n", 1, 1},
        {"", 1, 1},
    };
    for (const auto& [text, line, column] : broken) {
        const auto read = readSpans(text, "spans.csv");
        INFO(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == base::Errc::Unreadable);
        REQUIRE(read.error().where);
        CHECK(read.error().where->file == "spans.csv");
        CHECK(read.error().where->line == line);
        CHECK(read.error().where->column == column);
    }
}

TEST_CASE("a bootstrap over sources does not depend on the threads") {
    std::string text = "source,length,rater,begin,end,code\n";
    for (int source = 0; source < 12; ++source)
        for (const char* rater : {"A", "B"})
            text += "s" + std::to_string(source) + ",100," + rater + "," +
                    std::to_string(10 + source + (*rater == 'B' ? source % 3 : 0)) + "," +
                    std::to_string(30 + 2 * source) + ",a\n";
    const auto data = readSpans(text);
    REQUIRE(data);
    UnitizingOptions options;
    options.ci = IntervalKind::Bootstrap;
    options.replicates = 200;
    options.threads = 1;
    const Json one = toJson(measuredSpans(*data, options));
    options.threads = 3;
    const Json three = toJson(measuredSpans(*data, options));
    CHECK(base::dumpJson(one) == base::dumpJson(three));
    CHECK(find(measuredSpans(*data, options).overall, "u_alpha").ci->method == "cluster_bootstrap");
}
