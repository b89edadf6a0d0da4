// SPDX-License-Identifier: GPL-3.0-or-later
// Settling what raters differ on, as a layer of its own.
#include "service/consensus.h"
#include "service/history.h"
#include "service/inspecting.h"
#include "service/measuring.h"
#include "service/merging.h"
#include "service/study_fixture.h"

#include <algorithm>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;
using text::textRange;

namespace {

/// Four answers to Q1, two raters. They differ on closeness in P1 and P2, on conflict in P3, on the level of
/// P4, on the count of P1.
class Disputed : public StudyFixture {
public:
    Disputed() {
        AssignRequest request;
        request.round = "rel1";
        request.raters = {"R1", "R2"};
        request.prompts = {"Q1"};
        take(assign(*session, request));
        give("R1", "P1/Q1", {"closeness"}, "dyadic", 1);
        give("R2", "P1/Q1", {}, "dyadic", 4);
        give("R1", "P2/Q1", {}, "dyadic", 0);
        give("R2", "P2/Q1", {"closeness"}, "dyadic", 0);
        give("R1", "P3/Q1", {"closeness", "conflict"}, "class", 2);
        give("R2", "P3/Q1", {"closeness"}, "class", 2);
        give("R1", "P4/Q1", {}, "class", 1);
        give("R2", "P4/Q1", {}, "dyadic", 1);
    }

    void open() { take(openRound(*session, "rel1")); }

    ChangeSet settle(const std::string& unitName, std::vector<std::pair<std::string, std::string>> set,
                     std::vector<std::string> by = {"R1"}) {
        return take(
            adjudicate(*session, {"rel1", unit(unitName), std::move(set), std::move(by), "we talked"}));
    }

    std::string fails(const Adjudication& request) {
        const auto done = adjudicate(*session, request);
        REQUIRE_FALSE(done);
        return done.error().message;
    }

private:
    void give(const std::string& rater, const std::string& unitName, const std::vector<std::string>& codes,
              const std::string& level, std::int64_t cues) {
        const Target at = target(rater, unitName, "rel1");
        for (const std::string& each : codes)
            take(service::code(*session, at, code(each)));
        take(chooseLevel(*session, at, code(level)));
        take(setCount(*session, at, take(session->codebook())->variable("cues")->id, cues));
        take(complete(*session, at));
    }
};

double alphaOf(const agreement::StudyAgreement& study, const std::string& variable,
               const std::optional<std::string>& code, const std::string& scale) {
    for (const auto& result : study.results) {
        if (result.variable != variable || result.code != code)
            continue;
        for (const auto& estimate : result.agreement.overall) {
            if (estimate.id == "krippendorff_alpha" && estimate.scale == scale)
                return *estimate.value;
        }
    }
    FAIL("no alpha of " << variable);
    return 0;
}

} // namespace

TEST_CASE("what disagreements cost adds up to what alpha lacks, and the dearest come first") {
    Disputed study;
    const auto rows = take(disagreements(*study.session, {"rel1", "", "", true, DisagreementOrder::Cost}));
    REQUIRE(rows.size() == 5);
    CHECK(std::is_sorted(rows.begin(), rows.end(),
                         [](const Disagreement& a, const Disagreement& b) { return a.cost > b.cost; }));
    StudyMeasureOptions options;
    options.rounds = {"rel1"};
    const auto measured = take(measureStudy(*study.session, options));
    const auto costOf = [&](const std::string& variable, const std::string& code) {
        double cost = 0;
        double share = 0;
        for (const Disagreement& row : rows) {
            if (row.variable == variable && row.code == code) {
                cost += row.cost;
                share += row.share;
            }
        }
        CHECK(share == Approx(1));
        return cost;
    };
    CHECK(costOf("constructs", "closeness") ==
          Approx(1 - alphaOf(measured, "constructs", "closeness", "nominal")));
    CHECK(costOf("constructs", "conflict") ==
          Approx(1 - alphaOf(measured, "constructs", "conflict", "nominal")));
    CHECK(costOf("level", "") == Approx(1 - alphaOf(measured, "level", std::nullopt, "nominal")));
    CHECK(costOf("cues", "") == Approx(1 - alphaOf(measured, "cues", std::nullopt, "ratio")));
    const auto byUnit = take(disagreements(*study.session, {"rel1", "", "", true, DisagreementOrder::Unit}));
    CHECK(byUnit.front().unitName == "P1/Q1");
    CHECK(byUnit.back().unitName == "P4/Q1");
}

TEST_CASE("units in dispute are paged, and those that are settled can be left out") {
    Disputed study;
    study.open();
    DisputeRequest request;
    request.round = "rel1";
    const Disputes all = take(disputes(*study.session, request));
    CHECK(all.total == 4);
    CHECK(all.differences == 5);
    CHECK(all.settled == 0);
    request.offset = 1;
    request.limit = 2;
    const Disputes page = take(disputes(*study.session, request));
    CHECK(page.total == 4);
    REQUIRE(page.units.size() == 2);
    CHECK(page.units[0].unit == all.units[1].unit);
    request.offset = 9;
    CHECK(take(disputes(*study.session, request)).units.empty());
    study.settle("P2/Q1", {{"closeness", "1"}});
    request = {};
    request.round = "rel1";
    request.onlyOpen = true;
    const Disputes open = take(disputes(*study.session, request));
    CHECK(open.total == 3);
    CHECK(open.settled == 1);
}

TEST_CASE("raters side by side: quotes, memos, changes since the round was opened") {
    Disputed study;
    const Target at = study.target("R2", "P1/Q1", "rel1");
    take(setMemo(*study.session, at, "not sure at all"));
    take(reopen(*study.session, at));
    take(code(*study.session, at, study.code("conflict"), textRange(3, 6)));
    take(complete(*study.session, at));
    study.open();
    take(code(*study.session, at, study.code("closeness")));
    const Discussion talk = take(discussion(*study.session, "rel1", study.unit("P1/Q1")));
    REQUIRE(talk.sides.size() == 2);
    CHECK(talk.sides[1].name == "R2");
    CHECK(talk.sides[1].memo == "not sure at all");
    const auto quote = std::find_if(talk.sides[1].quotes.begin(), talk.sides[1].quotes.end(),
                                    [](const Quote& each) { return each.code == "conflict"; });
    REQUIRE(quote != talk.sides[1].quotes.end());
    CHECK(quote->words == "juf");
    REQUIRE(talk.sides[1].changedSince.size() == 1);
    CHECK(talk.sides[1].changedSince[0].code == "closeness");
    // What was changed after the opening is no agreement.
    const auto closeness = std::find_if(talk.disputes.begin(), talk.disputes.end(),
                                        [](const Dispute& each) { return each.code == "closeness"; });
    CHECK(closeness->ratings == std::vector<std::optional<std::string>>{"1", "0"});
    CHECK_FALSE(closeness->isAgreed);
}

TEST_CASE("what is settled leaves the raters' own work and their agreement alone") {
    Disputed study;
    study.open();
    const std::string before = take(exportCodings(*study.session));
    StudyMeasureOptions options;
    options.rounds = {"rel1"};
    const auto alpha = [&] {
        return alphaOf(take(measureStudy(*study.session, options)), "constructs", "closeness", "nominal");
    };
    const double independent = alpha();
    study.settle("P1/Q1", {{"closeness", "1"}, {"cues", "3"}}, {"R1", "R2"});
    study.settle("P4/Q1", {{"level", "class"}});
    CHECK(take(exportCodings(*study.session)) == before);
    CHECK(alpha() == independent);
    const Discussion talk = take(discussion(*study.session, "rel1", study.unit("P1/Q1")));
    REQUIRE(talk.history.size() == 2);
    CHECK(talk.history[0].by == std::vector<std::string>{"R1", "R2"});
    CHECK(talk.history[0].reason == "we talked");
    CHECK(talk.history[1].value == "3");
    const auto rows = take(disagreements(*study.session, {"rel1", "level", "", true, {}}));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].settled == "class");
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("each rater against the consensus: settled where it was, else what both said") {
    Disputed study;
    study.open();
    StudyMeasureOptions options;
    options.rounds = {"rel1"};
    options.codes = {"closeness"};
    options.withConsensus = true;
    std::optional<std::int64_t> open;
    const auto held = [&] {
        auto measured = take(measureStudy(*study.session, options));
        REQUIRE(measured.results.size() == 1);
        REQUIRE(measured.results[0].agreement.againstGold);
        CHECK(measured.results[0].agreement.data.raters == std::vector<std::string>{"R1", "R2"});
        open = measured.results[0].open;
        return *measured.results[0].agreement.againstGold;
    };
    // Open differences are missing: P3 and P4 alone, on which both agree.
    CHECK(held().at(0).units == 2);
    CHECK(open == 2);
    study.settle("P1/Q1", {{"closeness", "1"}});
    study.settle("P2/Q1", {{"closeness", "0"}});
    const auto full = held();
    REQUIRE(full.size() == 2);
    CHECK(open == 0);
    CHECK(full[0].rater == "R1");
    CHECK(full[0].units == 4);
    CHECK(full[0].sensitivity == 1.0);
    CHECK(full[0].specificity == 1.0);
    CHECK(full[0].kappa == 1.0);
    CHECK(full[1].sensitivity == 0.5);
    CHECK(full[1].specificity == 0.5);
    CHECK(full[1].table == std::vector<std::vector<std::int64_t>>{{1, 1}, {1, 1}});
    // Without --with, nothing of it is in the document.
    options.withConsensus = false;
    CHECK_FALSE(take(measureStudy(*study.session, options)).results[0].agreement.againstGold);
    options.withConsensus = true;
    options.measure.gold = "R1";
    CHECK_FALSE(measureStudy(*study.session, options));
    options.measure.gold.reset();
    options.codes.clear();
    options.variables = {"level", "cues"};
    for (const auto& result : take(measureStudy(*study.session, options)).results)
        CHECK(result.agreement.againstGold);
}

TEST_CASE("settling again takes the place of what stood; taking back and undo bring it back") {
    Disputed study;
    study.open();
    const auto settled = [&] {
        return take(disagreements(*study.session, {"rel1", "", "closeness", true, DisagreementOrder::Unit}))
            .front()
            .settled;
    };
    study.settle("P1/Q1", {{"closeness", "1"}});
    CHECK(settled() == "1");
    study.settle("P1/Q1", {{"closeness", "0"}}, {"R2"});
    CHECK(settled() == "0");
    take(undo(*study.session));
    CHECK(settled() == "1");
    take(undo(*study.session));
    CHECK_FALSE(settled());
    take(redo(*study.session));
    CHECK(settled() == "1");
    take(redo(*study.session));
    CHECK(settled() == "0");
    take(unsettle(*study.session, "rel1", study.unit("P1/Q1"), {"closeness"}));
    CHECK_FALSE(settled());
    CHECK_FALSE(unsettle(*study.session, "rel1", study.unit("P1/Q1"), {}));
    // Undo goes on in another session.
    study.reopen();
    REQUIRE(canUndo(*study.session));
    CHECK(nextUndo(*study.session)->unitName == "P1/Q1");
    take(undo(*study.session));
    CHECK(settled() == "0");
    const Discussion talk = take(discussion(*study.session, "rel1", study.unit("P1/Q1")));
    CHECK(talk.history.back().by == std::vector<std::string>{"R2"});
    CHECK(talk.history.back().reason == "we talked");
    CHECK(std::count_if(talk.history.begin(), talk.history.end(),
                        [](const SettledItem& item) { return !item.isTakenBack; }) == 1);
    CHECK(take(check(*study.session, false)).problems.empty());
    take(check(*study.session, true));
    CHECK(settled() == "0");
}

TEST_CASE("what cannot be settled is refused with a reason, and nothing is written") {
    Disputed study;
    auto& session = *study.session;
    const model::UnitId unit = study.unit("P1/Q1");
    const Adjudication good{"rel1", unit, {{"closeness", "1"}}, {"R1"}, "because"};
    CHECK(study.fails(good).find("not open") != std::string::npos);
    study.open();
    const auto position = take(session.position());
    const auto with = [&](auto change) {
        Adjudication request = good;
        change(request);
        return study.fails(request);
    };
    CHECK(with([](Adjudication& r) { r.set.clear(); }).find("nothing") != std::string::npos);
    CHECK(with([](Adjudication& r) { r.reason = " \n"; }).find("reason") != std::string::npos);
    CHECK(with([](Adjudication& r) { r.by.clear(); }).find("nobody") != std::string::npos);
    CHECK(with([](Adjudication& r) { r.by = {"R9"}; }).find("R9") != std::string::npos);
    CHECK(with([](Adjudication& r) { r.by = {"R1", "R1"}; }).find("named twice") != std::string::npos);
    CHECK(with([](Adjudication& r) { r.round = "rel9"; }).find("rel9") != std::string::npos);
    CHECK(with([](Adjudication& r) {
              r.set = {{"closeness", "2"}};
          }).find("closeness=2") != std::string::npos);
    CHECK(with([](Adjudication& r) { r.set = {{"nothing", "1"}}; }).find("nothing") != std::string::npos);
    CHECK(with([](Adjudication& r) { r.set = {{"attachment", "1"}}; }).find("heading") != std::string::npos);
    CHECK(with([](Adjudication& r) { r.set = {{"level", "galaxy"}}; }).find("galaxy") != std::string::npos);
    CHECK(with([](Adjudication& r) { r.set = {{"cues", "-1"}}; }).find("count") != std::string::npos);
    CHECK(with([](Adjudication& r) { r.set = {{"one_on_one", "1"}}; }).find("apply") != std::string::npos);
    CHECK(with([](Adjudication& r) {
              r.set = {{"closeness", "1"}, {"closeness", "0"}};
          }).find("twice") != std::string::npos);
    CHECK(with([&](Adjudication& r) { r.unit = study.unit("P1/Q2"); }).find("nobody") != std::string::npos);
    CHECK(take(session.position()) == position);
    // No rater settles, or sees what was settled, whatever the round.
    session.setViewer({study.rater("R1")});
    CHECK(study.fails(good).find("rater may not") != std::string::npos);
    CHECK_FALSE(disputes(session, {"rel1", "", "", false, 0, 0}));
    CHECK_FALSE(discussion(session, "rel1", unit));
    CHECK_FALSE(addRemark(session, {"rel1", unit, "", "", "x"}));
    session.setViewer({});
    CHECK_FALSE(addRater(session, consensusName, model::RaterKind::Human));
}

TEST_CASE("remarks keep to their unit and are shown with it") {
    Disputed study;
    study.open();
    auto& session = *study.session;
    const auto kept = take(
        addRemark(session, {"rel1", study.unit("P1/Q1"), "closeness", "R2", "near in space does not count"}));
    const auto guid = kept.guid;
    CHECK(kept.changes.act == "note");
    CHECK(kept.changes.units == std::vector<model::UnitId>{study.unit("P1/Q1")});
    const Discussion talk = take(discussion(session, "rel1", study.unit("P1/Q1")));
    REQUIRE(talk.remarks.size() == 1);
    CHECK(talk.remarks[0].guid == guid);
    CHECK(talk.remarks[0].author == "R2");
    CHECK(talk.remarks[0].code == "closeness");
    CHECK(talk.remarks[0].becameVersion == 0);
    CHECK(take(discussion(session, "rel1", study.unit("P2/Q1"))).remarks.empty());
    CHECK_FALSE(addRemark(session, {"rel1", study.unit("P1/Q1"), "nothing", "", "x"}));
    CHECK_FALSE(addRemark(session, {"rel1", study.unit("P1/Q1"), "", "", "  "}));
}

TEST_CASE("a remark is taken back and comes again by undo, and the history tells") {
    Disputed study;
    study.open();
    const model::UnitId unit = study.unit("P1/Q1");
    take(addRemark(*study.session, {"rel1", unit, "closeness", "", "near in space does not count"}));
    const auto remarks = [&] { return take(discussion(*study.session, "rel1", unit)).remarks.size(); };
    const auto lastAct = [&] { return take(history(*study.session, {})).back().act; };
    REQUIRE(remarks() == 1);
    const auto next = nextUndo(*study.session);
    REQUIRE(next);
    CHECK(next->act == "note");
    CHECK(next->object == "closeness");
    CHECK(next->units == std::vector{unit});
    take(undo(*study.session));
    CHECK(remarks() == 0);
    CHECK(lastAct() == "unnote");
    take(redo(*study.session));
    CHECK(remarks() == 1);
    CHECK(lastAct() == "note");
    // As well after the program was closed.
    study.reopen();
    take(undo(*study.session));
    CHECK(remarks() == 0);
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("settled in two copies: both stand in the history of each, and nobody took one back", "[merging]") {
    Disputed study;
    study.open();
    take(backup(*study.session, study.scratch.file("other.rapport")));
    Environment elsewhere = study.environment(61);
    elsewhere.device = base::Guid::fromText("elsewhere");
    const auto other =
        take(Session::open(study.scratch.file("other.rapport"), OpenMode::ReadWrite, elsewhere));
    study.settle("P1/Q1", {{"closeness", "1"}});
    study.clock.advance(std::chrono::minutes(5));
    const model::UnitId unit = study.unit("P1/Q1");
    take(adjudicate(*other, {"rel1", unit, {{"closeness", "0"}}, {"R2"}, "there"}));
    take(backup(*study.session, study.scratch.file("first.rapport")));
    take(merge(*study.session, {{study.scratch.file("other.rapport")}, ""}));
    take(merge(*other, {{study.scratch.file("first.rapport")}, ""}));
    for (Session* each : {study.session.get(), other.get()}) {
        const auto history = take(discussion(*each, "rel1", unit)).history;
        REQUIRE(history.size() == 2);
        CHECK(history[0].reason == "we talked");
        CHECK(history[0].isReplaced);
        CHECK_FALSE(history[0].isTakenBack);
        CHECK(history[1].reason == "there");
        CHECK_FALSE(history[1].isReplaced);
        CHECK_FALSE(history[1].isTakenBack);
    }
}
