// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs are known to get wrong, each fault by its name: the right number worked out here in the
// plainest way, the wrong one beside it, so that nobody mends the one into the other. More of them, without a
// number to tell apart: undefined_test.cpp, unitizing_test.cpp, published_test.cpp.
#include "agreement/fixtures.h"
#include "agreement/set_distance.h"
#include "agreement/two_raters.h"
#include "support/catch.hpp"

#include <array>
#include <cmath>

using namespace rapport;
using namespace rapport::agreement;
using namespace rapport::agreement::test;

namespace {

/// A table of ratings 0 .. 3, -1 where there is none.
using Rows = std::vector<std::vector<int>>;

ReliabilityData dataOf(const Rows& rows, Scale scale = Scale::Nominal) {
    std::vector<std::string> words;
    for (const auto& row : rows) {
        std::string& word = words.emplace_back();
        for (const int rating : row)
            word += (rating < 0 ? "." : std::to_string(rating)) + " ";
    }
    return dataFromRows(words, scale);
}

/// Sums of alpha as they stand in Krippendorff 2011, from a table of coincidences.
struct Coincidences {
    std::array<std::array<double, 4>, 4> cells{};
    std::array<double, 4> sums{};
    double all = 0;
    double rated = 0; ///< all ratings, those nobody can be compared with included

    explicit Coincidences(const Rows& rows) {
        for (const auto& row : rows) {
            double ratings = 0;
            for (const int rating : row)
                ratings += rating < 0 ? 0 : 1;
            rated += ratings;
            for (std::size_t one = 0; one < row.size(); ++one)
                for (std::size_t other = 0; other < row.size(); ++other)
                    if (one != other && row[one] >= 0 && row[other] >= 0)
                        cells[static_cast<std::size_t>(row[one])][static_cast<std::size_t>(row[other])] +=
                            1 / (ratings - 1);
        }
        for (std::size_t k = 0; k < 4; ++k)
            for (std::size_t l = 0; l < 4; ++l) {
                sums[k] += cells[k][l];
                all += cells[k][l];
            }
    }
    [[nodiscard]] double observed() const {
        double apart = 0;
        for (std::size_t k = 0; k < 4; ++k)
            for (std::size_t l = 0; l < 4; ++l)
                apart += k == l ? 0 : cells[k][l];
        return apart;
    }
    [[nodiscard]] double expected() const {
        double apart = 0;
        for (std::size_t k = 0; k < 4; ++k)
            for (std::size_t l = 0; l < 4; ++l)
                apart += k == l ? 0 : sums[k] * sums[l];
        return apart;
    }
};

double alphaOf(const Rows& rows, Scale scale = Scale::Nominal, const char* metric = "nominal") {
    return *overall(measured(dataOf(rows, scale)), "krippendorff_alpha", metric).value;
}

const Rows threeRaters{{0, 0, 1}, {1, 1, 1}, {2, 2, 2}, {0, 1, 2}, {0, 0, 0}, {1, 1, 2}, {2, 2, 0}};
const Rows fourRaters{{0, 0, 0, 1}, {1, 1, 2, 2}, {0, 1, 2, 3}, {3, 3, 3, 1}, {2, 2, 2, 2}, {0, 0, 3, 3}};

} // namespace

TEST_CASE("irr and DescTools forget 1/(m-1) of alpha when no value is missing") {
    const Coincidences sums(threeRaters);
    const double ratio = sums.observed() / sums.expected();
    const double right = 1 - (sums.all - 1) * ratio;
    const double wrong = 1 - (sums.all - 1.0 / 2) * ratio;
    CHECK(alphaOf(threeRaters) == Approx(right).epsilon(1e-12));
    CHECK(std::abs(right - wrong) > 0.005);
    // The unit test of one program that calls irr holds .0762561 for its own data; the value is .0769491.
    for (const base::Json& line : fixtureLines("published.jsonl"))
        if (line.at("name") == "trap_irr_kripp_alpha")
            CHECK(*overall(measured(dataFromRatings(line.at("ratings"))), "krippendorff_alpha").value !=
                  Approx(0.0762561).margin(1e-5));
}

TEST_CASE("icr sums thirds, fifths and sevenths of pairs into a whole number") {
    const Coincidences sums(fourRaters);
    CHECK(sums.all == Approx(24));
    const double right = 1 - (sums.all - 1) * sums.observed() / sums.expected();
    const double wrong = 1 - (sums.all - 2) * sums.observed() / sums.expected();
    CHECK(alphaOf(fourRaters) == Approx(right).epsilon(1e-12));
    CHECK(std::abs(right - wrong) > 0.01);
}

TEST_CASE("krippendorffsalpha calls the interval distance ordinal and counts values without a partner") {
    const Rows uneven{{0, 0}, {0, 0}, {0, 0}, {1, 1}, {0, 1}, {3, 3}, {1, 3}, {3, 3}, {0, 3}};
    CHECK(std::abs(alphaOf(uneven, Scale::Ratio, "ordinal") - alphaOf(uneven, Scale::Ratio, "interval")) >
          0.005);
    Rows alone = threeRaters;
    alone.push_back({0, -1, -1});
    alone.push_back({-1, -1, 2});
    const Coincidences sums(alone);
    CHECK(sums.rated == sums.all + 2);
    CHECK(alphaOf(alone) == Approx(alphaOf(threeRaters)).epsilon(1e-14));
}

TEST_CASE("psych 2.2.9 takes rows for columns in the standard error of a weighted kappa") {
    const std::vector<std::vector<int>> counts{{20, 14, 6}, {2, 25, 11}, {1, 3, 18}};
    const ReliabilityData data = dataFromTable(counts, Scale::Ordinal);
    MeasureOptions options;
    options.weights = {{WeightKind::Quadratic, {}}};
    const Estimate kappa = ofPair(measured(data, options), 0, "cohen_kappa", "quadratic");
    // The slope of kappa by each cell, by halves of a difference: no formula to mix rows and columns up in.
    const auto kappaOf = [](const std::array<std::array<double, 3>, 3>& cells) {
        double n = 0;
        std::array<double, 3> row{};
        std::array<double, 3> column{};
        for (std::size_t k = 0; k < 3; ++k)
            for (std::size_t l = 0; l < 3; ++l) {
                n += cells[k][l];
                row[k] += cells[k][l];
                column[l] += cells[k][l];
            }
        double po = 0;
        double pe = 0;
        for (std::size_t k = 0; k < 3; ++k)
            for (std::size_t l = 0; l < 3; ++l) {
                const double apart = static_cast<double>(k) - static_cast<double>(l);
                const double weight = 1 - apart * apart / 4;
                po += weight * cells[k][l] / n;
                pe += weight * row[k] * column[l] / (n * n);
            }
        return (po - pe) / (1 - pe);
    };
    std::array<std::array<double, 3>, 3> cells{};
    for (std::size_t k = 0; k < 3; ++k)
        for (std::size_t l = 0; l < 3; ++l)
            cells[k][l] = counts[k][l];
    double variance = 0;
    for (std::size_t k = 0; k < 3; ++k)
        for (std::size_t l = 0; l < 3; ++l) {
            constexpr double step = 1e-4;
            auto more = cells;
            auto less = cells;
            more[k][l] += step;
            less[k][l] -= step;
            const double slope = (kappaOf(more) - kappaOf(less)) / (2 * step);
            variance += cells[k][l] * slope * slope;
        }
    CHECK(*kappa.value == Approx(kappaOf(cells)).epsilon(1e-12));
    CHECK(*kappa.se == Approx(std::sqrt(variance)).epsilon(1e-6));
}

TEST_CASE("DKPro divides the observed distances of weighted kappa by the largest that occurred") {
    // The raters differ by one step only; three steps are possible.
    const Rows rows{{0, 0}, {0, 1}, {3, 3}, {2, 3}, {1, 1}, {2, 2}, {3, 3}, {0, 0}};
    MeasureOptions options;
    options.weights = {{WeightKind::Linear, {}}};
    const double kappa =
        *ofPair(measured(dataOf(rows, Scale::Interval), options), 0, "cohen_kappa", "linear").value;
    double apart = 0;
    double chance = 0;
    for (const auto& one : rows) {
        apart += std::abs(one[0] - one[1]);
        for (const auto& other : rows)
            chance += std::abs(one[0] - other[1]);
    }
    apart /= 8;
    chance /= 64;
    CHECK(kappa == Approx(1 - apart / chance).epsilon(1e-12));
    CHECK(std::abs(kappa - (1 - apart / 1 / (chance / 3))) > 0.3);
}

TEST_CASE("nltk rescales only the expected distance: the unit of the values must not matter") {
    const Rows rows{{0, 0}, {0, 1}, {3, 3}, {2, 0}, {1, 1}, {2, 2}, {3, 1}, {0, 0}};
    MeasureOptions options;
    options.weights = {{WeightKind::Quadratic, {}}};
    std::vector<std::string> tens;
    for (const auto& row : rows)
        tens.push_back(std::to_string(10 * row[0]) + " " + std::to_string(10 * row[1]));
    CHECK(
        *ofPair(measured(dataFromRows(tens, Scale::Interval), options), 0, "cohen_kappa", "quadratic")
             .value ==
        Approx(*ofPair(measured(dataOf(rows, Scale::Interval), options), 0, "cohen_kappa", "quadratic").value)
            .epsilon(1e-12));
}

TEST_CASE("DKPro multiplies (1 - J)(1 - M) and nltk rounds two thirds to .67 in MASI") {
    const std::vector<std::uint16_t> one{0};
    const std::vector<std::uint16_t> two{0, 1};
    const double masi = setDistance(SetDistance::Masi, one, two);
    CHECK(masi == Approx(1 - 0.5 * (2.0 / 3)).epsilon(1e-15));
    CHECK(std::abs(masi - 0.5 * (1 - 2.0 / 3)) > 0.4); // DKPro
    CHECK(std::abs(masi - (1 - 0.5 * 0.67)) > 0.001);  // nltk
    // nltk divides by zero here.
    CHECK(setDistance(SetDistance::Masi, {}, {}) == 0);
}

TEST_CASE("rel gives Cohen's standard error of 1960 and another kappa max") {
    const AgreementDocument document = measured(dataFromTable({{30, 9}, {3, 18}}));
    const Estimate& kappa = ofPair(document, 0, "cohen_kappa");
    const double po = 48.0 / 60;
    const double pe = (39.0 * 33 + 21.0 * 27) / 3600;
    CHECK(*kappa.value == Approx((po - pe) / (1 - pe)).epsilon(1e-12));
    CHECK(std::abs(*kappa.se - std::sqrt(po * (1 - po) / (60 * (1 - pe) * (1 - pe)))) > 1e-4);
    CHECK(*ofPair(document, 0, "kappa_max").value ==
          Approx(((33.0 + 21) / 60 - pe) / (1 - pe)).epsilon(1e-12));
}

TEST_CASE("DKPro counts units that are incomplete or that nobody rated among the items of kappa") {
    const Rows full{{0, 0}, {1, 1}, {0, 1}, {1, 1}, {0, 0}};
    Rows holes = full;
    holes.push_back({-1, -1});
    holes.push_back({0, -1});
    const double kappa = *ofPair(measured(dataOf(full)), 0, "cohen_kappa").value;
    CHECK(*ofPair(measured(dataOf(holes)), 0, "cohen_kappa").value == Approx(kappa).epsilon(1e-14));
    CHECK(*ofPair(measured(dataOf(holes)), 0, "scott_pi").value ==
          Approx(*ofPair(measured(dataOf(full)), 0, "scott_pi").value).epsilon(1e-14));
}

TEST_CASE("irrCAC, icr, nltk and irr give 1 where only one category was used") {
    const AgreementDocument document = measured(dataOf({{2, 2, 2}, {2, 2, 2}, {2, 2, 2}}));
    for (const char* id :
         {"krippendorff_alpha", "fleiss_kappa", "gwet_ac", "conger_kappa", "brennan_prediger"}) {
        INFO(id);
        CHECK_FALSE(overall(document, id).value);
        CHECK(overall(document, id).undefined->reason == Reason::NoVariation);
    }
}

TEST_CASE("vcd and statsmodels take the root of a variance a little below 0") {
    for (int agreed = 1; agreed < 200; agreed += 7) {
        const Estimate& kappa = ofPair(measured(dataFromTable({{agreed, 1}, {0, 0}})), 0, "cohen_kappa");
        CHECK(*kappa.value == 0);
        REQUIRE(kappa.se);
        CHECK(*kappa.se == 0);
        CHECK_FALSE(kappa.ci);
    }
}
