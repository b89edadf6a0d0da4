// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/fixtures.h"
#include "agreement/linear_program.h"
#include "agreement/planning.h"
#include "agreement/run.h"
#include "support/catch.hpp"

#include <cmath>

using namespace rapport;
using namespace rapport::agreement;
using namespace rapport::agreement::test;

// CHECKS: Donner & Eliasziw 1992; for more than two raters Altaye, Donner & Klar 2001
TEST_CASE("units to tell two kappas apart, binary ratings") {
    // The compared program searches the noncentrality for a power; five digits meet.
    CHECK(*donnerEliasziwPower(0.4, 0.6, 0.3, 2, 0.05, 0.8) == Approx(190.456402398022).epsilon(1e-5));
    CHECK(*donnerEliasziwPower(0.4, 0.6, 0.3, 4, 0.05, 0.8) == Approx(80.6115801160547).epsilon(1e-5));
    CHECK(*donnerEliasziwPower(0.6, 0.8, 0.5, 2, 0.05, 0.8) == Approx(125.582690899957).epsilon(1e-5));
    CHECK(*donnerEliasziwInterval(0.4, 0.3, 0.5, 0.3, 2, 0.05) == 397);
    CHECK(*donnerEliasziwInterval(0.6, 0.4, std::nullopt, 0.5, 3, 0.05) == 30);
    CHECK(*donnerEliasziwLimit(0.7, 100, 0.5, 4, 0.05) == Approx(0.61).margin(0.002));
    CHECK(*donnerEliasziwLimit(0.6, 80, 0.2, 2, 0.05) == Approx(0.396).margin(0.002));
}

// CHECKS: Cantor 1996
TEST_CASE("units to tell two kappas apart, each rater with an own share") {
    CHECK(std::ceil(*cantorUnits(0.5, 0.5, 0.7, 0.85, 0.05, 0.8)) == 96);
    CHECK(std::ceil(*cantorUnits(0.5, 0.5, 0.4, 0.6, 0.05, 0.8)) == 109);
    CHECK(std::ceil(*cantorUnits(0.3, 0.4, 0.2, 0.5, 0.05, 0.9)) == 82);
}

// CHECKS: Flack, Afifi, Lachenbruch & Schouten 1988
// CHECKS: Bland 1977
TEST_CASE("units to tell two kappas apart, several categories, worst case") {
    const double three[] = {0.2, 0.25, 0.55};
    CHECK(std::ceil(*flackUnits(three, 0.6, 0.4, 0.05, 0.8)) == 101);
    CHECK(std::ceil(*flackUnits(three, 0.6, 0.4, 0.05, 0.9)) == 136);
    const double six[] = {0.2, 0.05, 0.2, 0.05, 0.2, 0.3};
    CHECK(std::ceil(*flackUnits(six, 0.5, 0.1, 0.05, 0.8)) == 18);
}

TEST_CASE("a linear program without solution says so") {
    LinearProgram program;
    program.variables = 2;
    program.gain = {1, 1};
    program.add({1, 1}, 1);
    CHECK(*maximum(program) == Approx(1));
    program.add({1, 1}, 2);
    CHECK_FALSE(maximum(program));
}

TEST_CASE("a plan rounds up, names its method and its inputs") {
    PlanOptions options;
    options.prevalence = 0.3;
    const auto plan = planKappa(options);
    REQUIRE(plan);
    CHECK(plan->units == 191);
    CHECK(plan->method == "donner_eliasziw_1992");
    CHECK(plan->alternatives.size() == 2);

    options.halfWidth = 0.1;
    options.kappa1 = 0.6;
    options.goal = PlanGoal::HalfWidth;
    const auto width = planKappa(options);
    REQUIRE(width);
    CHECK(width->method == "half_width");
    // Two raters with equal margins: the variance of Fleiss, Cohen & Everitt on the table with pi = .3, kappa
    // = .6.
    const double p11 = 0.09 + 0.6 * 0.21;
    const int n = 100000;
    const int a = static_cast<int>(std::lround(p11 * n));
    const int b = static_cast<int>(std::lround((0.3 - p11) * n));
    const Estimate kappa = ofPair(measured(dataFromTable({{n - a - 2 * b, b}, {b, a}})), 0, "cohen_kappa");
    CHECK(*kappa.value == Approx(0.6).margin(1e-4));
    CHECK(width->exactUnits ==
          Approx(1.959963984540054 * 1.959963984540054 * *kappa.se * *kappa.se * n / 0.01).epsilon(1e-3));
}

TEST_CASE("a plan refuses what cannot be") {
    const auto refused = [](auto change) {
        PlanOptions options;
        options.prevalence = 0.3;
        change(options);
        const auto plan = planKappa(options);
        return !plan && plan.error().code == base::Errc::InvalidArgument && !plan.error().message.empty();
    };
    CHECK(refused([](PlanOptions& o) { o.prevalence = 0; }));
    CHECK(refused([](PlanOptions& o) { o.prevalence = 1.5; }));
    CHECK(refused([](PlanOptions& o) { o.kappa1 = o.kappa0; }));
    CHECK(refused([](PlanOptions& o) { o.kappa1 = 1; }));
    CHECK(refused([](PlanOptions& o) { o.kappa0 = -0.9; }));
    CHECK(refused([](PlanOptions& o) { o.raters = 1; }));
    CHECK(refused([](PlanOptions& o) { o.power = 1; }));
    CHECK(refused([](PlanOptions& o) { o.alpha = 0; }));
    CHECK(refused([](PlanOptions& o) { o.prevalence.reset(); }));
    CHECK(refused([](PlanOptions& o) { o.halfWidth = -1; }));
    CHECK(refused([](PlanOptions& o) {
        o.prevalence.reset();
        o.shares = {0.5, 0.6};
    }));
}

TEST_CASE("units still needed follow from the standard error so far") {
    Estimate soFar;
    soFar.value = 0.75;
    soFar.se = 0.05;
    soFar.units = 100;
    const UnitsNeeded needed = unitsNeeded(soFar, 0.05, 0.667);
    CHECK(*needed.forHalfWidth ==
          static_cast<std::int64_t>(std::ceil(100 * 1.959963984540054 * 1.959963984540054)));
    CHECK(*needed.forThreshold > 100);
    soFar.value = 0.6;
    CHECK_FALSE(unitsNeeded(soFar, 0.05, 0.667).forThreshold);
    soFar.se = 0;
    CHECK(unitsNeeded(soFar, 0.05, 0.667).undefined->reason == Reason::TooFewUnits);
}

// CHECKS: Gwet 2014, chapter 6
TEST_CASE("probabilistic benchmarking: the highest level that is reached with 95 %") {
    const std::tuple<std::string, std::string, double> expected[] = {{"landis_koch", "Substantial", 0.9977},
                                                                     {"fleiss", "Intermediate to Good", 1},
                                                                     {"altman", "Good", 0.9977}};
    for (const BenchmarkResult& result : benchmark(0.77, 0.06))
        for (const auto& [scale, level, cumulative] : expected)
            if (result.scale == scale) {
                CHECK(result.level == level);
                CHECK(result.cumulative == Approx(cumulative).margin(0.00006));
            }
    CHECK(benchmark(0.77, 0.06).size() == 6);
    // Gwet's four raters: AC1 .775 with SE .143 is but moderate.
    for (const BenchmarkResult& result : benchmark(0.775, 0.14295))
        if (result.scale == "landis_koch")
            CHECK(result.level == "Moderate");
}
