// SPDX-License-Identifier: GPL-3.0-or-later
// Every value that data/r_values.R wrote, computed again. The script says how R got it.
#include "analysis/association.h"
#include "analysis/cooccurrence.h"
#include "analysis/multiplicity.h"
#include "analysis/panel_rounds.h"
#include "analysis/ranks.h"
#include "analysis/saturation.h"
#include "support/catch.hpp"
#include "support/tree.h"

#include <fstream>
#include <map>
#include <sstream>

namespace {

using namespace rapport::analysis;

std::vector<double> numbers(const std::string& text) {
    std::istringstream in(text);
    std::vector<double> all;
    for (double each = 0; in >> each;)
        all.push_back(each);
    return all;
}

std::vector<std::string> parts(const std::string& text, char separator) {
    std::istringstream in(text);
    std::vector<std::string> all;
    for (std::string each; std::getline(in, each, separator);)
        all.push_back(each);
    return all;
}

std::vector<std::int64_t> counts(const std::string& text) {
    std::vector<std::int64_t> all;
    for (const double each : numbers(text))
        all.push_back(static_cast<std::int64_t>(each));
    return all;
}

using Found = std::map<std::string, std::optional<double>>;

Found wilson(const std::string& input) {
    const auto n = counts(input);
    const auto share = proportion(n[0], n[1], 0.95);
    return {{"low", share.limits->low}, {"high", share.limits->high}};
}

Found two(const std::string& input) {
    const auto n = counts(input);
    const auto found = compareGroups({n[0], n[1], n[2], n[3]}, 0.95);
    return {{"smallest_expected", found.smallestExpected},
            {"cramers_v", found.cramersV},
            {"p", found.pValue},
            {"odds_ratio", found.oddsRatio},
            {"odds_low", found.oddsLimits->low},
            {"odds_high", found.oddsLimits->high},
            {"risk_low", found.riskLimits->low},
            {"risk_high", found.riskLimits->high}};
}

Found table(const std::string& input) {
    const auto n = counts(input);
    std::vector<std::vector<std::int64_t>> rows;
    for (std::size_t i = 0; i + 1 < n.size(); i += 2)
        rows.push_back({n[i], n[i + 1]});
    const auto found = chiSquare(rows);
    return {{"statistic", found.statistic}, {"p", found.pValue}, {"cramers_v", found.cramersV}};
}

Found ranks(const std::string& input) {
    std::vector<std::vector<double>> groups;
    for (const std::string& part : parts(input, '|'))
        groups.push_back(numbers(part));
    const auto pair = mannWhitney(groups[0], groups[1]);
    const auto all = kruskalWallis(groups);
    const auto first = describe(groups[0]);
    return {{"u", pair.u},
            {"p", pair.pValue},
            {"rank_biserial", pair.rankBiserial},
            {"h", all.h},
            {"h_p", all.pValue},
            {"epsilon_squared", all.epsilonSquared},
            {"median", first.median},
            {"sd", first.sd},
            {"lower_quartile", first.lowerQuartile}};
}

Found biserial(const std::string& input) {
    const auto both = parts(input, '|');
    std::vector<int> code;
    for (const double each : numbers(both[0]))
        code.push_back(static_cast<int>(each));
    const auto found = pointBiserial(code, numbers(both[1]), 0.95);
    return {{"r", found.r},
            {"t", found.t},
            {"p", found.pValue},
            {"low", found.limits->low},
            {"high", found.limits->high}};
}

Found adjusted(const std::string& input) {
    std::vector<std::optional<double>> p;
    for (const double each : numbers(input))
        p.emplace_back(each);
    Found found;
    const auto all = holm(p);
    for (std::size_t i = 0; i < all.size(); ++i)
        found[std::to_string(i)] = all[i];
    return found;
}

Found cluster(const std::string& input) {
    const auto both = parts(input, '|');
    const auto y = counts(both[0]);
    const auto n = counts(both[1]);
    std::vector<ClusterCount> clusters;
    for (std::size_t i = 0; i < y.size(); ++i)
        clusters.push_back({y[i], n[i]});
    const auto share = clusteredProportion(clusters, 0.95);
    return {{"share", share.share}, {"low", share.limits->low}, {"high", share.limits->high}};
}

/// "0 1||2": the codes of each unit.
std::vector<std::vector<std::size_t>> codesOf(const std::string& input) {
    std::vector<std::vector<std::size_t>> units;
    for (const std::string& part : parts(input + "|.", '|')) {
        std::vector<std::size_t>& codes = units.emplace_back();
        for (const double code : numbers(part))
            codes.push_back(static_cast<std::size_t>(code));
    }
    units.pop_back();
    return units;
}

Found together(const std::string& input) {
    const auto all = cooccurrence(codesOf(input), 4);
    Found found;
    for (std::size_t code = 0; code < all.counts.size(); ++code)
        found["count " + std::to_string(code)] = static_cast<double>(all.counts[code]);
    for (const CodePair& pair : all.pairs) {
        const std::string names = std::to_string(pair.first) + ' ' + std::to_string(pair.second);
        found["both " + names] = static_cast<double>(pair.both);
        found["jaccard " + names] = pair.jaccard;
    }
    return found;
}

Found overlap(const std::string& input) {
    std::vector<Stretch> stretches;
    for (const std::string& part : parts(input, '|')) {
        const auto n = counts(part);
        stretches.push_back({0, n[0], n[1], static_cast<std::size_t>(n[2])});
    }
    const auto all = overlappingStretches(stretches, 2);
    return {{"both", static_cast<double>(all.pairs[0].both)}, {"jaccard", all.pairs[0].jaccard}};
}

Found saturated(const std::string& input) {
    const auto steps = saturation(codesOf(input), 8, 40000, 11);
    Found found;
    for (const SaturationStep& step : steps) {
        const std::string number = std::to_string(step.sources);
        found["seen " + number] = static_cast<double>(step.seen);
        found["fresh " + number] = static_cast<double>(step.fresh);
        found["mean " + number] = step.mean;
    }
    return found;
}

Found panel(const std::string& input) {
    std::vector<std::vector<double>> ratings;
    for (const std::string& part : parts(input, '|'))
        ratings.push_back(numbers(part));
    const auto rounds = panelRounds(ratings, 4);
    Found found;
    for (std::size_t round = 0; round < rounds.size(); ++round) {
        const std::string number = std::to_string(round + 1);
        found["median " + number] = rounds[round].ratings.median;
        found["iqr " + number] = rounds[round].interquartileRange;
        found["share " + number] = rounds[round].share;
        found["median_change " + number] = rounds[round].medianChange;
        found["share_change " + number] = rounds[round].shareChange;
    }
    return found;
}

} // namespace

TEST_CASE("every number that R gives is found again", "[analysis]") {
    const std::map<std::string, Found (*)(const std::string&)> cases{
        {"wilson", wilson},         {"two", two},
        {"table", table},           {"ranks", ranks},
        {"biserial", biserial},     {"holm", adjusted},
        {"cluster", cluster},       {"together", together},
        {"overlap", overlap},       {"saturation", saturated},
        {"rarefaction", saturated}, {"panel", panel}};
    std::ifstream file(std::string(rapport::support::sourceTree) + "/tests/analysis/data/r_values.csv");
    REQUIRE(file);
    std::string line;
    std::getline(file, line);
    int checked = 0;
    while (std::getline(file, line)) {
        const auto cells = parts(line, ',');
        REQUIRE(cells.size() == 4);
        INFO(line);
        const auto found = cases.at(cells[0])(cells[1]);
        REQUIRE(found.contains(cells[2]));
        const auto value = found.at(cells[2]);
        REQUIRE(value.has_value());
        // Ours is the mean of orders that were drawn, R's that of all.
        if (cells[0] == "rarefaction")
            CHECK(*value == Approx(std::stod(cells[3])).margin(0.03));
        else
            CHECK(*value == Approx(std::stod(cells[3])).epsilon(1e-7).margin(1e-12));
        ++checked;
    }
    CHECK(checked == 163);
}
