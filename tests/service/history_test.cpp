// SPDX-License-Identifier: GPL-3.0-or-later
// History, audit and pace from the journal, and undo that outlives the program.
#include "service/codebook_changes.h"
#include "service/consensus.h"
#include "service/history.h"
#include "service/inspecting.h"
#include "service/packing.h"
#include "service/study_fixture.h"

#include <algorithm>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;
using text::textRange;

namespace {

std::string actsOf(const std::vector<HistoryRow>& rows) {
    std::string text;
    for (const HistoryRow& row : rows)
        text += row.act + (row.code.empty() ? "" : ":" + row.code) + " ";
    return text;
}

template<typename T>
base::Error refusal(const base::Result<T>& result) {
    REQUIRE_FALSE(result);
    return result.error();
}

} // namespace

TEST_CASE("history by unit, rater and code") {
    StudyFixture study;
    auto& session = *study.session;
    const Target first = study.target("R1", "P1/Q1");
    take(code(session, first, study.code("closeness"), textRange(3, 6)));
    take(setCount(session, first, take(session.codebook())->variable("cues")->id, 4));
    take(complete(session, first));
    take(code(session, study.target("R2", "P1/Q1"), study.code("conflict")));
    take(code(session, study.target("R1", "P2/Q1"), study.code("closeness")));
    CHECK(actsOf(take(history(session, {"P1/Q1", "R1", "", 0, 0}))) == "code:closeness code complete ");
    CHECK(actsOf(take(history(session, {"P1/Q1", "", "", 0, 0}))) ==
          "code:closeness code complete code:conflict ");
    CHECK(take(history(session, {"", "", "closeness", 0, 0})).size() == 2);
    const auto rows = take(history(session, {"P1/Q1", "R1", "", 0, 0}));
    CHECK(rows[0].range == textRange(3, 6));
    CHECK(rows[0].rater == "R1");
    CHECK(rows[0].round == "default");
    CHECK(rows[0].unit == "P1/Q1");
    CHECK(rows[1].value == 4);
    CHECK(rows[2].words == "constructs, level, cues");
    CHECK(take(history(session, {"", "R1", "", rows[0].position, 1})).size() == 1);
    CHECK(refusal(history(session, {"P9/Q9", "", "", 0, 0})).code == base::Errc::NotFound);
    CHECK(refusal(history(session, {"", "R9", "", 0, 0})).code == base::Errc::NotFound);
    CHECK(refusal(history(session, {"", "", "nothing", 0, 0})).code == base::Errc::NotFound);
}

TEST_CASE("history of a code that was merged, split or retired, and of what others were merged into") {
    StudyFixture study;
    auto& session = *study.session;
    take(code(session, study.target("R1", "P1/Q1"), study.code("closeness")));
    take(code(session, study.target("R2", "P1/Q1"), study.code("conflict")));
    const auto of = [&](const char* name) { return actsOf(take(history(session, {"", "", name, 0, 0}))); };
    take(mergeCodes(session, {"closeness", "conflict"}, "near"));
    CHECK(of("near") == "code:closeness code:conflict codebook ");
    CHECK(of("closeness") == "code:closeness codebook ");
    take(splitCode(session, "near", {{"warm", {}, {}}, {"kind", {}, {}}}));
    CHECK(of("near") == "code:closeness code:conflict codebook codebook:near ");
    CHECK(of("kind") == "codebook:near ");
    take(retireCode(session, "kind"));
    CHECK(of("kind") == "codebook:near codebook:kind ");
    CHECK(take(history(session, {"", "", "near", 0, 2})).size() == 2);
    CHECK(actsOf(take(history(session, {"", "R2", "near", 0, 0}))) == "code:conflict ");
}

TEST_CASE("a rater's history is the own work under neutral names, and nothing else") {
    StudyFixture study;
    auto& session = *study.session;
    AssignRequest request;
    request.round = "rel1";
    request.raters = {"R1", "R2"};
    request.prompts = {"Q1"};
    take(assign(session, request));
    for (const char* rater : {"R1", "R2"}) {
        const Target target = study.target(rater, "P1/Q1", "rel1");
        take(code(session, target, study.code("closeness")));
        take(complete(session, target));
    }
    session.setViewer({study.rater("R1")});
    const auto rows = take(history(session, {}));
    CHECK(actsOf(rows) == "code:closeness complete ");
    for (const HistoryRow& row : rows) {
        CHECK(row.rater == "R1");
        CHECK(row.unit.rfind("R", 0) == 0);
        CHECK(row.unit.find("P1") == std::string::npos);
    }
    CHECK(refusal(history(session, {"", "R2", "", 0, 0})).code == base::Errc::Refused);
    CHECK(refusal(history(session, {"P1/Q1", "", "", 0, 0})).code == base::Errc::NotFound);
    CHECK(refusal(audit(session, AuditFormat::Json)).code == base::Errc::Refused);
    // What is settled, even by this rater, is not in it.
    session.setViewer({});
    take(openRound(session, "rel1"));
    take(adjudicate(session, {"rel1", study.unit("P1/Q1"), {{"closeness", "1"}}, {"R1"}, "secret reason"}));
    session.setViewer({study.rater("R1")});
    CHECK(actsOf(take(history(session, {}))) == "code:closeness complete ");
}

TEST_CASE("the audit tells what was done and why, in each form") {
    StudyFixture study;
    auto& session = *study.session;
    for (const char* rater : {"R1", "R2"})
        take(complete(session, study.target(rater, "P1/Q1")));
    take(mergeCodes(session, {"closeness", "conflict"}, "bond"));
    take(adjudicate(session,
                    {"default", study.unit("P1/Q1"), {{"bond", "1"}}, {"R1", "R2"}, "both | saw it"}));
    const std::string markdown = take(audit(session, AuditFormat::Markdown));
    CHECK(markdown.find("chain of hashes over them is whole") != std::string::npos);
    CHECK(markdown.find("merge closeness, conflict into bond") != std::string::npos);
    CHECK(markdown.find("R1, R2: both \\| saw it") != std::string::npos);
    CHECK(markdown.find("answers.csv") != std::string::npos);
    CHECK(markdown.find("| merged | constructs | bond |  | closeness | bond |") != std::string::npos);
    const std::string json = take(audit(session, AuditFormat::Json));
    CHECK(json.find("\"schema\": \"rapport.audit/1\"") != std::string::npos);
    CHECK(json.find("\"problems\": []") != std::string::npos);
    const std::string csv = take(audit(session, AuditFormat::Csv));
    CHECK(std::count(csv.begin(), csv.end(), '\n') == take(session.position()) + 1);
    CHECK(csv.find("adjudicate,R1,default,P1/Q1,constructs,bond,1,") != std::string::npos);
}

TEST_CASE("what was assigned, packed and merged is told in words, not in the form it is kept in") {
    StudyFixture study;
    auto& session = *study.session;
    AssignRequest request;
    request.round = "rel1";
    request.raters = {"R1", "R2"};
    request.prompts = {"Q1", "Q2"};
    request.sample = "4";
    request.seed = 7;
    take(assign(session, request));
    take(pack(session, {"R1", study.scratch.file("r1.rpack"), ""}));
    std::string assigned;
    std::string packed;
    for (const HistoryRow& row : take(history(session, {}))) {
        INFO(row.act << ": " << row.words);
        CHECK(row.words.find('{') == std::string::npos);
        CHECK(row.words.find('"') == std::string::npos);
        if (row.act == "assign")
            assigned = row.words;
        if (row.act == "pack")
            packed = row.words;
    }
    CHECK(assigned.find("4 units") != std::string::npos);
    CHECK(assigned.find("sample by unit") != std::string::npos);
    CHECK(assigned.find("prompts Q1 Q2") != std::string::npos);
    CHECK(assigned.find("seed 7") != std::string::npos);
    CHECK(packed == "4 units");
    const std::string markdown = take(audit(session, AuditFormat::Markdown));
    CHECK(markdown.find("sample\\_by") == std::string::npos);
    CHECK(markdown.find("sample by unit") != std::string::npos);
}

TEST_CASE("pace: time per unit without pauses, for the rater's own eyes") {
    using namespace std::chrono_literals;
    StudyFixture study;
    auto& session = *study.session;
    const auto rate = [&](const char* unit, std::chrono::milliseconds thinking) {
        const Target target = study.target("R1", unit);
        study.clock.advance(thinking / 2);
        take(code(session, target, study.code("closeness")));
        study.clock.advance(thinking - thinking / 2);
        take(complete(session, target));
    };
    rate("P1/Q1", 20s); // the first act has nothing before it: 10 s are known
    rate("P2/Q1", 30s);
    study.clock.advance(2h); // coffee
    rate("P3/Q1", 40s);      // 20 s of it behind the pause
    rate("P4/Q1", 60s);
    CHECK(refusal(pace(session, "R1", "")).code == base::Errc::Refused);
    session.setViewer({study.rater("R1")});
    const Pace own = take(pace(session, "R1", ""));
    CHECK(own.completed == 4);
    REQUIRE(own.units.size() == 4);
    CHECK(own.units[0].seconds == 10);
    CHECK(own.units[1].seconds == 30);
    CHECK(own.units[2].seconds == 20);
    CHECK(own.units[3].seconds == 60);
    CHECK(own.medianSeconds == 25);
    CHECK(own.perHour == Approx(120));
    CHECK(refusal(pace(session, "R2", "")).code == base::Errc::Refused);
    CHECK(refusal(showPace(session, true)).code == base::Errc::Refused);
    session.setViewer({});
    take(showPace(session, true));
    CHECK(take(pace(session, "R1", "default")).completed == 4);
    CHECK(take(pace(session, "R2", "")).completed == 0);
    take(showPace(session, false));
    CHECK(refusal(pace(session, "R1", "")).code == base::Errc::Refused);
}

TEST_CASE("undo and redo go on where the program was closed, state by state") {
    StudyFixture study;
    const Target target = study.target("R1", "P1/Q1");
    const auto viewer = Viewer{study.rater("R1")};
    const auto snapshot = [&] {
        const auto view = study.work(target);
        std::string text = view.memo + (view.item.isFlagged ? "!" : "") + (view.completedAt ? "#" : "") + " ";
        std::vector<std::string> codings;
        for (const model::Coding& coding : view.codings)
            codings.push_back(std::to_string(coding.code.value) + "@" +
                              (coding.range ? std::to_string(coding.range->begin.value) : "-") + "*" +
                              std::to_string(coding.count));
        std::sort(codings.begin(), codings.end());
        for (const std::string& each : codings)
            text += each + " ";
        return text;
    };
    const auto restart = [&] {
        study.reopen();
        study.session->setViewer(viewer);
    };
    study.session->setViewer(viewer);
    std::vector<std::string> states{snapshot()};
    const auto act = [&](base::Result<ChangeSet> result) {
        take(std::move(result));
        states.push_back(snapshot());
    };
    auto session = [&]() -> Session& { return *study.session; };
    act(code(session(), target, study.code("closeness"), textRange(0, 6)));
    act(chooseLevel(session(), target, study.code("dyadic")));
    act(setMemo(session(), target, "twijfel"));
    act(moveCoding(session(), study.work(target).codings.front().id, textRange(7, 11)));
    act(complete(session(), target));
    act(chooseLevel(session(), target, study.code("class")));
    act(setMemo(session(), target, "toch niet"));
    act(reopen(session(), target));
    act(setFlag(session(), target, true));
    act(setCount(session(), target, take(session().codebook())->variable("cues")->id, 3));
    act(withdrawCode(session(), target, study.code("closeness")));
    CHECK(take(history(session(), {})).size() > 10);
    // Back and forth, closing the program before every step.
    for (std::size_t state = states.size() - 1; state > 0; --state) {
        restart();
        INFO("undone to state " << state - 1);
        REQUIRE(canUndo(session()));
        CHECK(nextUndo(session())->unitName == "P1/Q1");
        take(undo(session()));
        REQUIRE(snapshot() == states[state - 1]);
    }
    restart();
    CHECK_FALSE(canUndo(session()));
    for (std::size_t state = 1; state < states.size(); ++state) {
        restart();
        INFO("redone to state " << state);
        REQUIRE(canRedo(session()));
        take(redo(session()));
        REQUIRE(snapshot() == states[state]);
    }
    restart();
    CHECK_FALSE(canRedo(session()));
    // Nobody else's steps: neither the coordinator nor the other rater can undo them.
    study.session->setViewer({});
    CHECK_FALSE(canUndo(session()));
    study.session->setViewer({study.rater("R2")});
    CHECK_FALSE(canUndo(session()));
    study.session->setViewer({});
    CHECK(take(check(session(), false)).problems.empty());
}

TEST_CASE("a new act after undo ends what could be redone, across sessions too") {
    StudyFixture study;
    const Target target = study.target("R1", "P1/Q1");
    take(code(*study.session, target, study.code("closeness")));
    take(undo(*study.session));
    take(code(*study.session, target, study.code("conflict")));
    study.reopen();
    CHECK_FALSE(canRedo(*study.session));
    REQUIRE(canUndo(*study.session));
    CHECK(nextUndo(*study.session)->object == "conflict");
    CHECK(nextUndo(*study.session)->act == "code");
}

TEST_CASE("a long step of an earlier session is named without being read, and taken back whole") {
    StudyFixture study;
    const auto round = study.target("R1", "P1/Q1").round;
    std::vector<Target> targets;
    for (const UnitItem& item : take(units(*study.session, {}))) {
        if (item.kind == model::UnitKind::Answer)
            targets.push_back({study.rater("R1"), round, item.id});
    }
    REQUIRE(targets.size() >= 2);
    take(code(*study.session, targets[0], study.code("conflict")));
    // More rows than are looked at for its name.
    take(asOneStep(*study.session, [&](Session& inner) -> base::Status {
        for (int times = 0; times < 120; ++times) {
            for (const Target& target : targets)
                RAPPORT_TRY(setFlag(inner, target, times % 2 == 0));
        }
        for (const Target& target : targets)
            RAPPORT_TRY(code(inner, target, study.code("closeness")));
        return {};
    }));
    study.reopen();
    REQUIRE(canUndo(*study.session));
    CHECK(nextUndo(*study.session)->act == "flag");
    CHECK(nextUndo(*study.session)->unitName == "P1/Q1");
    take(undo(*study.session));
    for (const Target& target : targets)
        CHECK(study.work(target).codings.size() == (target.unit == targets[0].unit ? 1 : 0));
    CHECK(nextUndo(*study.session)->object == "conflict");
    study.reopen();
    CHECK(nextRedo(*study.session)->act == "flag");
    take(redo(*study.session));
    for (const Target& target : targets)
        CHECK(study.work(target).codings.size() == (target.unit == targets[0].unit ? 2 : 1));
    take(undo(*study.session));
    take(undo(*study.session));
    for (const Target& target : targets)
        CHECK(study.work(target).codings.empty());
}
