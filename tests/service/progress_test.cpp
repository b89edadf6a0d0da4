// SPDX-License-Identifier: GPL-3.0-or-later
// How far the work is, against a target and over time.
#include "service/history.h"
#include "service/progress.h"
#include "service/study_fixture.h"

#include <cmath>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

/// 40 answers to Q1, rated by two: they agree on closeness in the first half, and on every second one after.
class Drifting : public StudyFixture {
public:
    Drifting() {
        std::string csv = "participant,Q1\n";
        for (int number = 10; number < 50; ++number)
            csv += "D" + std::to_string(number) + ",Antwoord " + std::to_string(number) + "\n";
        import("more.csv", csv);
        for (int number = 10; number < 50; ++number) {
            const std::string name = "D" + std::to_string(number) + "/Q1";
            const bool isGiven = number % 4 < 2;
            const bool differs = number >= 30 && number % 2 == 1;
            rate("R1", name, isGiven);
            rate("R2", name, isGiven != differs);
            clock.advance(std::chrono::minutes(1));
        }
    }

private:
    void rate(const std::string& rater, const std::string& name, bool isGiven) {
        const Target at = target(rater, name);
        if (isGiven)
            take(service::code(*session, at, code("closeness")));
        take(complete(*session, at));
    }
};

} // namespace

TEST_CASE("drift shows where agreement fell, in the order of time") {
    Drifting study;
    DriftRequest request;
    request.code = "closeness";
    request.periods = 4;
    const auto rows = take(drift(*study.session, request));
    REQUIRE(rows.size() == 1);
    const DriftRow& row = rows[0];
    CHECK(row.raters == std::vector<std::string>{"R1", "R2"});
    REQUIRE(row.periods.size() == 4);
    CHECK(row.periods[0].firstUnit == 1);
    CHECK(row.periods[3].lastUnit == 40);
    CHECK(row.periods[0].percentAgreement == 1.0);
    CHECK(row.periods[1].alpha == 1.0);
    CHECK(row.periods[2].percentAgreement == 0.5);
    CHECK(row.periods[1].to < row.periods[2].from);
    // Mean agreement 0.75: up by 0.25 for 20 units, down again.
    CHECK(row.periods[1].cusum == Approx(5));
    CHECK(std::abs(row.periods[3].cusum) < 1e-9);
    CHECK(row.periods[0].given.at(0) == Approx(0.4));
    request.periods = 100; // at least five units in each
    CHECK(take(drift(*study.session, request))[0].periods.size() == 8);
    request.code = "conflict";
    CHECK(take(drift(*study.session, request)).size() == 1);
}

TEST_CASE("progress: who is how far, what alpha is, and when the target would be met") {
    Drifting study;
    AssignRequest assignment;
    assignment.round = "rel1";
    assignment.raters = {"R1", "R2"};
    assignment.prompts = {"Q1"};
    take(assign(*study.session, assignment));
    ProgressRequest request;
    request.round = "default";
    request.target = 0.4;
    const auto report = take(progressReport(*study.session, request));
    const auto find = [&](const std::string& code) {
        for (const TargetStanding& each : report.targets) {
            if (each.code == code)
                return each;
        }
        FAIL("no " << code);
        return TargetStanding{};
    };
    const TargetStanding closeness = find("closeness");
    CHECK(closeness.units == 40);
    REQUIRE(closeness.value);
    REQUIRE(closeness.low);
    CHECK(*closeness.value > 0.4);
    CHECK(*closeness.low < 0.4);
    CHECK_FALSE(closeness.isMet);
    // 40 x ((value - low) / (value - target))^2, rounded up.
    const double ratio = (*closeness.value - *closeness.low) / (*closeness.value - 0.4);
    CHECK(closeness.unitsNeeded == static_cast<std::int64_t>(std::ceil(40 * ratio * ratio)));
    CHECK_FALSE(closeness.expected); // the round holds no more units
    CHECK_FALSE(find("conflict").value);
    CHECK_FALSE(find("conflict").undefined.empty());
    request.target = 0.1;
    CHECK(take(progressReport(*study.session, request)).targets[0].isMet);

    request.round = "rel1";
    request.withAgreement = false;
    const auto raters = take(progressReport(*study.session, request)).raters;
    REQUIRE(raters.size() == 2);
    CHECK(raters[0].assigned == 44);
    CHECK(raters[0].completed == 0);
    CHECK_FALSE(raters[0].perHour);
    CHECK_FALSE(raters[0].lastCompleted);
}

TEST_CASE("a projection has a date while the round goes on") {
    StudyFixture study;
    std::string csv = "participant,Q1\n";
    for (int number = 100; number < 200; ++number)
        csv += "D" + std::to_string(number) + ",Antwoord\n";
    study.import("more.csv", csv);
    AssignRequest assignment;
    assignment.round = "rel1";
    assignment.raters = {"R1", "R2"};
    assignment.prompts = {"Q1"};
    take(assign(*study.session, assignment));
    base::Instant last;
    for (int number = 100; number < 140; ++number) {
        const std::string unit = "D" + std::to_string(number) + "/Q1";
        for (const char* rater : {"R1", "R2"}) {
            const Target at = study.target(rater, unit, "rel1");
            if (number % 4 < 2 && !(number % 10 == 0 && std::string(rater) == "R2"))
                take(code(*study.session, at, study.code("closeness")));
            take(complete(*study.session, at));
        }
        last = study.clock.now();
        study.clock.advance(std::chrono::minutes(10));
    }
    ProgressRequest request;
    request.round = "rel1";
    request.target = 0.8;
    const auto report = take(progressReport(*study.session, request));
    for (const TargetStanding& each : report.targets) {
        if (each.code != "closeness")
            continue;
        REQUIRE(each.unitsNeeded);
        CHECK(*each.unitsNeeded > 40);
        REQUIRE(*each.unitsNeeded <= 104);
        REQUIRE(each.expected);
        CHECK(*each.expected == study.clock.now() + std::chrono::minutes(10) * (*each.unitsNeeded - 40));
        CHECK(each.unitsInRound == 104);
    }
    take(showPace(*study.session, true));
    const auto raters = take(progressReport(*study.session, request)).raters;
    CHECK(raters[0].completed == 40);
    CHECK(raters[0].lastCompleted == last);
}

TEST_CASE("progress counts the units that a variable applies to, and dates nothing before now") {
    StudyFixture study;
    std::string csv = "participant,Q1,Q2\n";
    for (int number = 100; number < 150; ++number)
        csv += "D" + std::to_string(number) + ",Antwoord" + (number < 112 ? ",Talk" : ",") + "\n";
    study.import("more.csv", csv);
    AssignRequest assignment;
    assignment.round = "rel1";
    assignment.raters = {"R1", "R2"};
    take(assign(*study.session, assignment));
    // one_on_one is asked of Q2 alone, which 12 of these and three more answered.
    for (int number = 100; number < 112; ++number) {
        for (const char* rater : {"R1", "R2"}) {
            const Target at = study.target(rater, "D" + std::to_string(number) + "/Q2", "rel1");
            if (number % 3 < 2 && !(number == 100 && std::string(rater) == "R2"))
                take(code(*study.session, at, study.code("one_on_one")));
            take(chooseLevel(*study.session, at, study.code(number % 2 == 0 ? "dyadic" : "class")));
            take(complete(*study.session, at));
        }
        study.clock.advance(std::chrono::minutes(10));
    }
    study.clock.advance(std::chrono::hours(24 * 30));
    ProgressRequest request;
    request.round = "rel1";
    request.target = 0.8;
    const auto standing = [&](const std::string& variable, const std::string& code) {
        const auto report = take(progressReport(*study.session, request));
        for (const TargetStanding& each : report.targets) {
            if (each.variable == variable && each.code == code)
                return each;
        }
        FAIL("no " << variable << " " << code);
        return TargetStanding{};
    };
    const TargetStanding needs = standing("practices", "one_on_one");
    CHECK(needs.unitsInRound == 15);
    REQUIRE(needs.value);
    CHECK(*needs.value > 0.8);
    REQUIRE(needs.unitsNeeded);
    CHECK(*needs.unitsNeeded > 15);
    CHECK_FALSE(needs.isWithinRound());
    CHECK_FALSE(needs.expected);
    CHECK(needs.noInterval.empty());
    request.target = 0.5;
    const TargetStanding dated = standing("practices", "one_on_one");
    if (dated.expected)
        CHECK(*dated.expected >= study.clock.now());

    // All agree on the level: a value, no interval, and the reason.
    const TargetStanding level = standing("level", "");
    CHECK(level.value == 1.0);
    CHECK_FALSE(level.low);
    CHECK_FALSE(level.isMet);
    CHECK(level.undefined.empty());
    CHECK(level.noInterval.text().find("agree on every unit") != std::string::npos);
    CHECK(standing("constructs", "closeness").noInterval.empty()); // no value
}

TEST_CASE("progress and drift are the coordinator's, and questions that make no sense are refused") {
    StudyFixture study;
    auto& session = *study.session;
    ProgressRequest request;
    request.target = 1.5;
    CHECK(progressReport(session, request).error().code == base::Errc::InvalidArgument);
    request.target = 0.7;
    request.round = "rel9";
    CHECK(progressReport(session, request).error().code == base::Errc::NotFound);
    DriftRequest question;
    question.periods = 1;
    CHECK(drift(session, question).error().code == base::Errc::InvalidArgument);
    question.periods = 5;
    question.code = "nothing";
    CHECK(drift(session, question).error().code == base::Errc::NotFound);
    question = {};
    question.round = "rel9";
    CHECK(drift(session, question).error().code == base::Errc::NotFound);
    session.setViewer({study.rater("R1")});
    CHECK(progressReport(session, {}).error().code == base::Errc::Refused);
    CHECK(drift(session, {}).error().code == base::Errc::Refused);
}
