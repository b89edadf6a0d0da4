// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a round that was opened stays what it was, whatever becomes of the codebook.
#include "agreement/study_agreement.h"
#include "base/json.h"
#include "service/assigning.h"
#include "service/check_script.h"
#include "service/codebook_changes.h"
#include "service/consensus.h"
#include "service/measuring.h"
#include "service/own_rating.h"
#include "service/reporting.h"
#include "service/study_fixture.h"

#include <algorithm>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

/// Two raters have judged both questions, differ in places, and the round is open.
struct Opened : StudyFixture {
    Opened() {
        AssignRequest request;
        request.round = "rel1";
        request.raters = {"R1", "R2"};
        take(assign(*session, request));
        int number = 0;
        for (const UnitItem& item : take(units(*session, {"rel1", "R1", UnitState::All}))) {
            const auto round = take(session->round("rel1")).id;
            for (const char* name : {"R1", "R2"}) {
                const Target at{rater(name), round, item.id};
                if (number % 2 == 0 || (number == 1 && name[1] == '1'))
                    take(service::code(*session, at, code("closeness")));
                if (number == 3 && name[1] == '2')
                    take(service::code(*session, at, code("conflict")));
                take(complete(*session, at));
            }
            ++number;
        }
        take(openRound(*session, "rel1"));
    }
    StudyMeasureOptions asked(bool afterOpening = false) {
        StudyMeasureOptions options;
        options.rounds = {"rel1"};
        options.afterOpening = afterOpening;
        return options;
    }
    std::string measured(bool afterOpening = false) {
        return base::dumpJson(agreement::toJson(take(measureStudy(*session, asked(afterOpening)))));
    }
    std::string differences() {
        DisagreementRequest request;
        request.round = "rel1";
        request.onlyDisagreeing = false;
        std::string text;
        for (const Disagreement& each : take(disagreements(*session, request))) {
            text += each.unitName + ' ' + each.variable + ' ' + each.code;
            for (const auto& [name, value] : each.ratings)
                text += ' ' + value.value_or(".");
            text += each.settled ? " settled\n" : "\n";
        }
        return text;
    }
    std::string report() {
        ReportRequest request;
        request.measure = asked();
        return take(kappaReport(*session, request, ReportFormat::Markdown));
    }
};

NewCode newCode(const std::string& name) {
    NewCode made;
    made.name = name;
    made.title = model::sameText(name);
    return made;
}

} // namespace

TEST_CASE("the frozen agreement of an open round outlives every change of the codebook") {
    Opened study;
    Session& session = *study.session;
    const std::string before = study.measured();
    const std::string differences = study.differences();
    const std::string report = study.report();
    REQUIRE(before.find("closeness") != std::string::npos);
    SECTION("retired") {
        take(retireCode(session, "closeness"));
        CHECK(study.measured(true).find("closeness") == std::string::npos);
    }
    SECTION("split") {
        take(splitCode(session, "closeness", {newCode("warm"), newCode("near")}));
        CHECK(study.measured(true).find("\"warm\"") != std::string::npos);
    }
    SECTION("merged") {
        take(mergeCodes(session, {"closeness", "conflict"}, "relation"));
        CHECK(study.measured(true).find("\"relation\"") != std::string::npos);
    }
    CHECK(study.measured() == before);
    CHECK(study.differences() == differences);
    CHECK(study.report() == report);
    // A code that is no more can still be asked for, looked into and settled there.
    DisagreementRequest one;
    one.round = "rel1";
    one.code = "closeness";
    const auto rows = take(disagreements(session, one));
    REQUIRE(rows.size() == 1);
    Adjudication settled;
    settled.round = "rel1";
    settled.unit = rows[0].unit;
    settled.by = {"R1"};
    settled.reason = "talked about";
    settled.set = {{"closeness", "1"}};
    take(adjudicate(session, settled));
    const auto items = take(settledItems(session));
    REQUIRE(items.size() == 1);
    CHECK(items[0].item.code == "closeness");
    CHECK(take(disagreements(session, one))[0].settled == "1");
    CHECK(study.measured() == before);
    const std::string script = take(agreementCheckScript(session, study.asked()));
    CHECK(script.find("closeness") != std::string::npos);
    StudyMeasureOptions code = study.asked();
    code.codes = {"closeness"};
    CHECK(measureStudy(session, code));
    code.codes = {"nothing"};
    CHECK(measureStudy(session, code).error().code == base::Errc::NotFound);
}

TEST_CASE("what is renamed is called by its name of today, also where agreement is frozen") {
    Opened study;
    const std::string before = study.measured();
    take(renameCode(*study.session, "closeness", "nearness"));
    std::string expected = before;
    for (std::size_t at = expected.find("closeness"); at != std::string::npos;
         at = expected.find("closeness"))
        expected.replace(at, 9, "nearness");
    CHECK(study.measured() == expected);
    // Also when it is no more by now, and whatever is called so then.
    take(renameCode(*study.session, "conflict", "dispute"));
    take(retireCode(*study.session, "nearness"));
    StudyMeasureOptions one = study.asked();
    one.codes = {"nearness"};
    CHECK(measureStudy(*study.session, one));
    one.codes = {"closeness"};
    CHECK(measureStudy(*study.session, one).error().code == base::Errc::NotFound);
    for (std::size_t at = expected.find("conflict"); at != std::string::npos; at = expected.find("conflict"))
        expected.replace(at, 8, "dispute");
    CHECK(study.measured() == expected);
}

TEST_CASE("a code that came after the opening is said to be in a later version") {
    Opened study;
    Session& session = *study.session;
    take(mergeCodes(session, {"closeness", "conflict"}, "together"));
    StudyMeasureOptions one = study.asked();
    one.codes = {"together"};
    const auto refused = measureStudy(session, one);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::Errc::NotFound);
    CHECK(refused.error().message.text() == "there is no code 'together' in version 1 of the codebook");
    CHECK(refused.error().hint.find("--after-opening") != std::string::npos);
    one.afterOpening = true;
    CHECK(measureStudy(session, one));
    one.afterOpening = false;
    one.codes = {"nothing"};
    CHECK(measureStudy(session, one).error().message.text() == "there is no code 'nothing'");
}

TEST_CASE("units are grouped by version only where their raters used the same") {
    StudyFixture study;
    Session& session = *study.session;
    for (const char* unit : {"P1/Q1", "P2/Q1", "P3/Q1"}) {
        take(complete(session, study.target("R1", unit)));
        if (unit[1] == '1')
            take(complete(session, study.target("R2", unit)));
    }
    take(splitCode(session, "conflict", {newCode("quarrel"), newCode("distance")}));
    for (const char* unit : {"P2/Q1", "P3/Q1"})
        take(complete(session, study.target("R2", unit)));
    take(reopen(session, study.target("R1", "P3/Q1")));
    take(complete(session, study.target("R1", "P3/Q1")));
    for (const std::vector<std::string>& raters :
         {std::vector<std::string>{"R1", "R2"}, std::vector<std::string>{"R2", "R1"}}) {
        StudyMeasureOptions options;
        options.by = "version";
        options.raters = raters;
        options.codes = {"closeness"};
        std::map<std::string, std::int64_t> units;
        for (const agreement::LabelledDocument& each : take(measureStudy(session, options)).results)
            units[each.by.value_or("none")] += each.agreement.data.units;
        CHECK(units.size() == 3);
        CHECK(units["1"] == 1);
        CHECK(units["mixed"] == 1);
        CHECK(units["2"] == 1);
    }
}

TEST_CASE("differences on texts that the coordinator still has to rate in another round are kept back") {
    Opened study;
    Session& session = *study.session;
    const std::size_t all = take(disagreements(session, {"rel1", "", "", false})).size();
    AssignRequest again;
    again.round = "rel2";
    again.raters = {"R1"};
    again.prompts = {"Q1"};
    take(assign(session, again));
    take(setCoordinatorRates(session, "R1"));
    const auto held = take(units(session, {"rel2", "R1", UnitState::All}));
    REQUIRE_FALSE(held.empty());
    const auto isHeld = [&](model::UnitId unit) {
        return std::any_of(held.begin(), held.end(), [&](const UnitItem& each) { return each.id == unit; });
    };
    const auto rows = take(disagreements(session, {"rel1", "", "", false}));
    CHECK(rows.size() < all);
    CHECK_FALSE(rows.empty());
    for (const Disagreement& row : rows)
        CHECK_FALSE(isHeld(row.unit));
    DisputeRequest disputed;
    disputed.round = "rel1";
    for (const DisputedUnit& each : take(disputes(session, disputed)).units)
        CHECK_FALSE(isHeld(each.unit));
    CHECK(discussion(session, "rel1", held[0].id).error().code == base::Errc::Refused);
    Adjudication blind;
    blind.round = "rel1";
    blind.unit = held[0].id;
    blind.by = {"R1"};
    blind.reason = "seen";
    blind.set = {{"closeness", "1"}};
    CHECK(adjudicate(session, blind).error().code == base::Errc::Refused);
    StudyMeasureOptions options = study.asked();
    options.measure.diagnostics = true;
    CHECK(take(measureStudy(session, options)).leftOutToRate.at("rel1") ==
          static_cast<std::int64_t>(held.size()));
    for (const UnitItem& item : held)
        take(complete(session, {study.rater("R1"), take(session.round("rel2")).id, item.id}));
    CHECK(take(disagreements(session, {"rel1", "", "", false})).size() == all);
    CHECK(measureStudy(session, options));
}
