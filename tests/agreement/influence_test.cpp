// SPDX-License-Identifier: GPL-3.0-or-later
// Who and what moves alpha, against measuring the table without them.
#include "agreement/fixtures.h"
#include "agreement/json.h"
#include "base/random.h"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <set>

using namespace rapport;
using namespace rapport::agreement;
using namespace rapport::agreement::test;

namespace {

struct Table {
    std::vector<std::string> rows;
    std::vector<std::string> clusters;
};

Table drawnTable(std::uint64_t seed) {
    base::Random random(seed);
    Table table;
    for (int unit = 0; unit < 60; ++unit) {
        const std::uint64_t truth = random.below(4);
        std::string& row = table.rows.emplace_back();
        for (int rater = 0; rater < 3; ++rater)
            row += random.uniform() < 0.15
                       ? ". "
                       : std::to_string(1 + (random.uniform() < 0.6 ? truth : random.below(4))) + " ";
        table.clusters.push_back("person " + std::to_string(random.below(17)));
    }
    return table;
}

std::optional<double> alphaOf(const Table& table, Scale scale) {
    return overall(measured(dataFromRows(table.rows, scale, {"1", "2", "3", "4"}, table.clusters)),
                   "krippendorff_alpha", name(scale))
        .value;
}

Table without(const Table& table, const std::string& cluster, std::size_t unit) {
    Table rest;
    for (std::size_t each = 0; each < table.rows.size(); ++each)
        if (table.clusters[each] != cluster && each + 1 != unit) {
            rest.rows.push_back(table.rows[each]);
            rest.clusters.push_back(table.clusters[each]);
        }
    return rest;
}

} // namespace

TEST_CASE("alpha without a cluster or a unit is alpha of the table that lacks it, on every scale") {
    for (const Scale scale : {Scale::Nominal, Scale::Ordinal, Scale::Interval, Scale::Ratio}) {
        const Table table = drawnTable(31 + static_cast<std::uint64_t>(scale));
        MeasureOptions options;
        options.diagnostics = true;
        const AgreementDocument document =
            measured(dataFromRows(table.rows, scale, {"1", "2", "3", "4"}, table.clusters), options);
        const double alpha = *overall(document, "krippendorff_alpha", name(scale)).value;
        std::size_t clusters = 0;
        std::size_t units = 0;
        double last = 2;
        for (const InfluenceResult& each : document.diagnostics->influence) {
            if (!each.rater.empty())
                continue;
            const bool isCluster = !each.cluster.empty();
            if (isCluster ? clusters++ == 0 : units++ == 0)
                last = 2;
            INFO(name(scale) << " " << each.cluster << each.unit);
            const auto rest =
                alphaOf(without(table, each.cluster, isCluster ? 0U : std::stoul(each.unit)), scale);
            REQUIRE(each.alphaWithout);
            CHECK(*each.alphaWithout == Approx(*rest).epsilon(1e-11));
            CHECK(*each.change == Approx(alpha - *rest).margin(1e-11));
            CHECK(std::abs(*each.change) <= last + 1e-12);
            last = std::abs(*each.change);
        }
        std::set<std::string> pairable;
        for (std::size_t unit = 0; unit < table.rows.size(); ++unit)
            if (std::count(table.rows[unit].begin(), table.rows[unit].end(), '.') < 2)
                pairable.insert(table.clusters[unit]);
        CHECK(clusters == pairable.size());
        CHECK(units > 40);
    }
}

TEST_CASE("clusters of one unit each are not listed beside their units; one that holds all leaves nothing") {
    MeasureOptions options;
    options.diagnostics = true;
    const auto own =
        measured(dataFromRows({"1 1", "2 2", "1 2"}, Scale::Nominal, {}, {"a", "b", "c"}), options);
    for (const InfluenceResult& each : own.diagnostics->influence)
        CHECK(each.cluster.empty());
    const auto all =
        measured(dataFromRows({"1 1", "2 2", "1 2"}, Scale::Nominal, {}, {"a", "a", "a"}), options);
    const InfluenceResult& only = all.diagnostics->influence.front();
    CHECK(only.cluster == "a");
    CHECK_FALSE(only.alphaWithout);
    CHECK_FALSE(only.change);
    const base::Json json = toJson(all);
    CHECK(json.at("influence")[0].at("cluster") == "a");
    CHECK(json.at("influence")[0].at("alpha_without").is_null());
}

TEST_CASE("clusters keep their names in a part of the units") {
    const ReliabilityData data =
        dataFromRows({"1 1", "2 2", "1 2", "2 2"}, Scale::Nominal, {}, {"x", "y", "y", "z"});
    CHECK(data.clusterLabel(1) == "y");
    const std::vector<std::size_t> units{3, 1};
    const ReliabilityData part = data.withUnits(units);
    REQUIRE(part.clusterCount() == 2);
    CHECK(part.clusterLabel(0) == "z");
    CHECK(part.clusterLabel(1) == "y");
    ReliabilityBuilder builder({"A", "B"});
    const std::vector<std::uint8_t> cells{0, 0, 1, 1, 0, 1};
    const std::vector<std::int32_t> numbers{0, 1, 1};
    builder.declareCategories({"a", "b"}).addMatrix(std::span<const std::uint8_t>(cells), numbers);
    CHECK(builder.build()->clusterLabel(1) == "2");
}
