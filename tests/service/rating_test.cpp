// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/inspecting.h"
#include "service/lock_waiting.h"
#include "service/measuring.h"
#include "service/study_fixture.h"
#include "service/work_rounds.h"

#include <set>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;
using text::textRange;

TEST_CASE("a coding that was acknowledged is there after reopening") {
    StudyFixture study;
    const Target target = study.target("R1", "P1/Q1");
    take(code(*study.session, target, study.code("closeness"), textRange(3, 6)));
    take(complete(*study.session, target));
    study.reopen();
    const UnitWorkView work = study.work(target);
    REQUIRE(work.codings.size() == 1);
    CHECK(work.codings.front().range == textRange(3, 6));
    CHECK(work.item.isComplete);
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("what the rules forbid is refused and changes nothing") {
    StudyFixture study;
    auto& session = *study.session;
    const Target q1 = study.target("R1", "P1/Q1");
    const auto before = take(session.position());
    const auto refusal = [](const auto& result) {
        REQUIRE_FALSE(result);
        return result.error();
    };
    CHECK(refusal(code(session, q1, study.code("one_on_one"))).code == base::Errc::Refused);
    CHECK(refusal(code(session, q1, study.code("attachment"))).message ==
          "'attachment' is a heading, not a code");
    CHECK(refusal(code(session, q1, study.code("dyadic"))).code == base::Errc::InvalidArgument);
    CHECK(refusal(chooseLevel(session, q1, study.code("closeness"))).code == base::Errc::InvalidArgument);
    CHECK(refusal(code(session, q1, model::CodeId(999))).code == base::Errc::NotFound);
    CHECK(refusal(code(session, q1, study.code("closeness"), textRange(0, 500))).code ==
          base::Errc::InvalidArgument);
    CHECK(refusal(code(session, q1, study.code("closeness"), textRange(3, 3))).code ==
          base::Errc::InvalidArgument);
    const auto cues = take(session.codebook())->variable("cues")->id;
    CHECK(refusal(setCount(session, q1, cues, -1)).code == base::Errc::InvalidArgument);
    CHECK(refusal(setCount(session, study.target("R1", "P1/Q2"), cues, 1)).code == base::Errc::Refused);
    CHECK(refusal(withdraw(session, model::CodingId(1))).code == base::Errc::NotFound);
    CHECK(take(session.position()) == before);
    CHECK_FALSE(canUndo(session));
}

TEST_CASE("a level replaces the one before, the same level again clears it") {
    StudyFixture study;
    const Target target = study.target("R1", "P1/Q1");
    take(chooseLevel(*study.session, target, study.code("dyadic")));
    take(chooseLevel(*study.session, target, study.code("class")));
    REQUIRE(study.work(target).codings.size() == 1);
    CHECK(study.work(target).codings.front().code == study.code("class"));
    CHECK(take(openChoices(*study.session, target)).empty());
    take(chooseLevel(*study.session, target, study.code("class")));
    CHECK(study.work(target).codings.empty());
    CHECK(take(openChoices(*study.session, target)).size() == 1);
}

TEST_CASE("a count is one number") {
    StudyFixture study;
    const Target target = study.target("R1", "P1/Q1");
    const auto cues = take(study.session->codebook())->variable("cues")->id;
    take(setCount(*study.session, target, cues, 2));
    take(setCount(*study.session, target, cues, 3));
    REQUIRE(study.work(target).codings.size() == 1);
    CHECK(study.work(target).codings.front().count == 3);
}

TEST_CASE("undo and redo go back and forth over any mixture of acts") {
    StudyFixture study;
    auto& session = *study.session;
    const Target target = study.target("R1", "P1/Q1");
    struct Snapshot {
        std::vector<std::pair<std::int64_t, std::optional<text::TextRange>>> codings;
        bool isComplete;
        bool isFlagged;
        std::string memo;
        bool operator==(const Snapshot&) const = default;
    };
    const auto snapshot = [&] {
        const UnitWorkView work = study.work(target);
        Snapshot shot{{}, work.item.isComplete, work.item.isFlagged, work.memo};
        for (const model::Coding& coding : work.codings)
            shot.codings.emplace_back(coding.code.value, coding.range);
        std::sort(shot.codings.begin(), shot.codings.end());
        return shot;
    };
    std::vector<Snapshot> states{snapshot()};
    const auto act = [&](base::Result<ChangeSet> result) {
        take(std::move(result));
        states.push_back(snapshot());
    };
    act(code(session, target, study.code("closeness"), textRange(0, 6)));
    act(code(session, target, study.code("conflict")));
    act(chooseLevel(session, target, study.code("dyadic")));
    act(moveCoding(session, study.work(target).codings.front().id, textRange(7, 11)));
    CHECK(nextUndo(session)->act == "move");
    act(setMemo(session, target, "twijfel"));
    act(setFlag(session, target, true));
    act(chooseLevel(session, target, study.code("class")));
    act(complete(session, target));
    act(withdrawCode(session, target, study.code("conflict")));
    act(reopen(session, target));
    act(setMemo(session, target, "toch niet"));
    for (int round = 0; round < 3; ++round) {
        for (std::size_t state = states.size() - 1; state > 0; --state) {
            REQUIRE(canUndo(session));
            take(undo(session));
            INFO("undone to state " << state - 1 << " in round " << round);
            REQUIRE(snapshot() == states[state - 1]);
        }
        CHECK_FALSE(canUndo(session));
        for (std::size_t state = 1; state < states.size(); ++state) {
            take(redo(session));
            INFO("redone to state " << state << " in round " << round);
            REQUIRE(snapshot() == states[state]);
        }
        CHECK_FALSE(canRedo(session));
    }
    CHECK(nextUndo(session)->act == "memo");
    CHECK(take(check(session, false)).problems.empty());
}

TEST_CASE("undo goes on past what somebody else has taken back") {
    StudyFixture study;
    const Target target = study.target("R1", "P1/Q1");
    const auto given = [&] {
        std::set<std::string> names;
        for (const auto& coding : study.work(target).codings)
            names.insert(take(study.session->codebook())->code(coding.code).code->name);
        return names;
    };
    const auto withdrawElsewhere = [&](const std::string& name) {
        const auto other = take(Session::open(study.path(), OpenMode::ReadWrite, study.environment(9)));
        for (const auto& coding : take(unitWork(*other, target.unit, target.rater, target.round)).codings) {
            if (take(other->codebook())->code(coding.code).code->name == name)
                take(withdraw(*other, coding.id));
        }
    };
    const bool isRestarted = GENERATE(false, true);
    const auto restart = [&] {
        if (!isRestarted)
            return;
        study.reopen();
        study.session->setViewer({target.rater});
    };
    study.session->setViewer({target.rater});
    take(code(*study.session, target, study.code("closeness")));
    take(code(*study.session, target, study.code("conflict")));
    withdrawElsewhere("conflict");
    restart();
    const auto refused = undo(*study.session);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::Errc::Refused);
    CHECK_FALSE(refused.error().hint.empty());
    CHECK(given() == std::set<std::string>{"closeness"});
    restart();
    take(undo(*study.session));
    CHECK(given().empty());
    CHECK_FALSE(canUndo(*study.session));
    // And redo past what is there again.
    take(code(*study.session, target, study.code("closeness")));
    take(undo(*study.session));
    {
        const auto other = take(Session::open(study.path(), OpenMode::ReadWrite, study.environment(10)));
        take(code(*other, target, study.code("closeness")));
    }
    CHECK(redo(*study.session).error().code == base::Errc::Refused);
    CHECK_FALSE(canRedo(*study.session));
    CHECK(given() == std::set<std::string>{"closeness"});
    // It was undone: after a restart it is not there to undo once more.
    study.reopen();
    study.session->setViewer({target.rater});
    CHECK_FALSE(canUndo(*study.session));
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("several acts as one step are all or nothing") {
    StudyFixture study;
    auto& session = *study.session;
    const Target target = study.target("R1", "P1/Q1");
    const auto failed = asOneStep(session, [&](Session& inner) -> base::Status {
        RAPPORT_TRY(code(inner, target, study.code("closeness")));
        RAPPORT_TRY(code(inner, target, study.code("one_on_one")));
        return {};
    });
    CHECK_FALSE(failed);
    CHECK(study.work(target).codings.empty());
    CHECK_FALSE(canUndo(session));
    take(asOneStep(session, [&](Session& inner) -> base::Status {
        RAPPORT_TRY(code(inner, target, study.code("closeness")));
        RAPPORT_TRY(code(inner, target, study.code("conflict")));
        return {};
    }));
    CHECK(study.work(target).codings.size() == 2);
    take(undo(session));
    CHECK(study.work(target).codings.empty());
}

TEST_CASE("the first coding freezes the codebook's version, a change then makes the next") {
    StudyFixture study;
    auto& session = *study.session;
    CHECK_FALSE(take(session.codebook())->isFrozen);
    const std::int64_t version = take(session.codebook())->version;
    take(code(session, study.target("R1", "P1/Q1"), study.code("closeness")));
    CHECK(take(session.codebook())->isFrozen);
    model::Codebook changed = *take(session.codebook());
    changed.variables[1].codes.push_back(changed.variables[1].codes.front());
    changed.variables[1].codes.back().name = "greetings";
    changed.variables[1].codes.back().guid = {};
    changed.variables[1].codes.back().id = {};
    take(putCodebook(session, changed));
    CHECK(take(session.codebook())->version == version + 1);
    CHECK(take(session.codebook())->code("greetings").code->sinceVersion == version + 1);
    CHECK(take(session.codebook())->code("closeness").code->sinceVersion == version);
}

TEST_CASE("undoing a second completion leaves the first, and a reopening comes back whole") {
    StudyFixture study;
    auto& session = *study.session;
    const Target target = study.target("R1", "P1/Q1");
    const auto ratings = [&] {
        std::map<std::string, std::int64_t> versions; // by variable, of what is done
        StudyMeasureOptions options;
        options.raters = {"R1"};
        for (const auto& variable : take(session.codebook())->variables) {
            const auto data = reliabilityData(session, options, "default", variable.name,
                                              variable.scale == model::Scale::Presence
                                                  ? std::optional<std::string>(variable.codes.back().name)
                                                  : std::nullopt,
                                              std::nullopt);
            if (data && data->unitCount() == 1 && data->missingCount() == 0)
                versions[variable.name] = 1;
        }
        return versions;
    };
    take(complete(session, target));
    const auto first = ratings();
    CHECK(first.contains("constructs"));
    model::Codebook changed = *take(session.codebook());
    model::Variable depth = changed.variables[0];
    depth.name = "depth";
    depth.guid = {};
    depth.id = {};
    depth.codes.resize(1);
    depth.codes[0].name = "deep";
    depth.codes[0].isCodable = true;
    depth.codes[0].guid = {};
    depth.codes[0].id = {};
    changed.variables.push_back(depth);
    take(putCodebook(session, changed));
    CHECK(ratings() == first);
    take(complete(session, target));
    const auto second = ratings();
    CHECK(second.contains("depth"));
    take(undo(session));
    CHECK(ratings() == first);
    take(redo(session));
    CHECK(ratings() == second);
    take(reopen(session, target));
    CHECK_FALSE(study.work(target).item.isComplete);
    take(undo(session));
    CHECK(ratings() == second);
    for (int times = 0; times < 3; ++times) // the second completion, the codebook, the first
        take(undo(session));
    CHECK_FALSE(study.work(target).item.isComplete);
    CHECK_FALSE(canUndo(session));
    CHECK(take(check(session, false)).problems.empty());
}

TEST_CASE("a correction of a finished unit goes to the round in which it was done") {
    StudyFixture study;
    AssignRequest request;
    request.round = "one";
    request.raters = {"R1"};
    take(assign(*study.session, request));
    take(complete(*study.session, study.target("R1", "P1/Q1", "one")));
    auto& session = *study.session;
    const model::UnitId unit = study.unit("P1/Q1");
    const model::RaterId rater = study.rater("R1");
    CHECK(take(roundOfWork(session, unit, rater)).name == "one");
    CHECK(take(roundCompleted(session, unit, rater)).name == "one");
    CHECK(roundCompleted(session, unit, study.rater("R2")).error().code == base::Errc::Refused);
    // New work is another thing: there is no round left that asks for it.
    CHECK(take(roundFor(session, unit, rater, "")).name == "default");
    request.round = "two";
    take(assign(session, request));
    take(complete(session, study.target("R1", "P1/Q1", "two")));
    CHECK(take(roundFor(session, unit, rater, "")).name == "default");
    CHECK(roundOfWork(session, unit, rater).error().code == base::Errc::InvalidArgument);
    CHECK(roundCompleted(session, unit, rater).error().code == base::Errc::InvalidArgument);
}

TEST_CASE("a step that writes nothing leaves nothing behind") {
    StudyFixture study;
    auto& session = *study.session;
    const auto empty = take(asOneStep(session, [&](Session& inner) -> base::Status {
        RAPPORT_ASSIGN(const model::Round round,
                       roundFor(inner, study.unit("P1/Q1"), study.rater("R1"), "default"));
        CHECK_FALSE(round.id.isNone());
        return {};
    }));
    CHECK(empty.position == 0);
    CHECK(take(session.rounds()).empty());
    CHECK_FALSE(canUndo(session));
    take(asOneStep(session, [&](Session& inner) -> base::Status {
        RAPPORT_ASSIGN(const model::Round round,
                       roundFor(inner, study.unit("P1/Q1"), study.rater("R1"), "default"));
        RAPPORT_TRY(complete(inner, {study.rater("R1"), round.id, study.unit("P1/Q1")}));
        return {};
    }));
    CHECK(take(session.rounds()).size() == 1);
    CHECK(canUndo(session));
}

TEST_CASE("a list of units has the rater's order, and what is done of each") {
    StudyFixture study;
    auto& session = *study.session;
    AssignRequest request;
    request.round = "r";
    request.raters = {"R1"};
    request.prompts = {"Q1"};
    take(assign(session, request));
    UnitsRequest own{"r", "R1", UnitState::All};
    const auto listed = take(units(session, own));
    REQUIRE(listed.size() > 2);
    for (std::size_t i = 0; i < listed.size(); ++i) {
        CHECK(listed[i].ordinal == static_cast<std::int64_t>(i) + 1);
        CHECK(listed[i].neutralName.starts_with("R"));
        CHECK(study.work({study.rater("R1"), take(session.round("r")).id, listed[i].id}).item.neutralName ==
              listed[i].neutralName);
    }
    const Target begun{study.rater("R1"), take(session.round("r")).id, listed[1].id};
    const Target done{begun.rater, begun.round, listed[2].id};
    take(code(session, begun, study.code("closeness")));
    take(setFlag(session, begun, true));
    take(complete(session, done));
    const auto after = take(units(session, own));
    CHECK((after[1].isBegun && after[1].isFlagged && !after[1].isComplete));
    CHECK((after[2].isComplete && !after[2].isBegun && !after[2].isFlagged));
    own.state = UnitState::Done;
    REQUIRE(take(units(session, own)).size() == 1);
    CHECK(take(units(session, own)).front().id == done.unit);

    // The same as places, without names.
    const auto places = take(ratingPlaces(session, begun.rater, take(session.round("r")), {}));
    REQUIRE(places.size() == after.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        CHECK(places[i].unit == after[i].id);
        CHECK(places[i].source == after[i].source);
        CHECK(places[i].prompt == "Q1");
        CHECK(places[i].isComplete == after[i].isComplete);
        CHECK(places[i].isBegun == after[i].isBegun);
        CHECK(places[i].isFlagged == after[i].isFlagged);
    }

    // Outside any assignment: what was worked on, by unit.
    take(complete(session, study.target("R2", "P2/Q1")));
    take(code(session, study.target("R2", "P1/Q1"), study.code("closeness")));
    const auto outside = take(units(session, {"default", "R2", UnitState::All}));
    REQUIRE(outside.size() == 2);
    CHECK(outside[0].name == "P1/Q1");
    CHECK((outside[0].isBegun && outside[0].neutralName.empty()));
    CHECK(outside[1].isComplete);
    CHECK(outside[1].ordinal == 2);
}

TEST_CASE("outside any assignment every unit can be rated, and what is done of each is known") {
    StudyFixture study;
    auto& session = *study.session;
    study.import("talk.txt", "Anna: Noor kwam bij de juf.\n\nBen: En toen?\n", ImportKind::Transcript);
    take(complete(session, study.target("R2", "P2/Q1")));
    take(code(session, study.target("R2", "P1/Q1"), study.code("closeness")));
    const model::Round outside = take(session.round("default"));
    const auto placed = [&](const char* rater, std::vector<model::UnitKind> kinds) {
        return take(ratingPlaces(session, study.rater(rater), outside, kinds));
    };
    const auto every = take(units(session, {}));
    CHECK(placed("R2", {}).size() == every.size());
    const auto turns = placed("R2", {model::UnitKind::Turn});
    REQUIRE(turns.size() == 2);
    CHECK(turns.front().kind == model::UnitKind::Turn);
    CHECK(turns.front().transcript == "talk");
    const auto answers = placed("R2", {model::UnitKind::Answer});
    std::vector<model::UnitId> complete;
    std::vector<model::UnitId> begun;
    for (const RatingPlace& place : answers) {
        CHECK(place.transcript.empty());
        if (place.isComplete)
            complete.push_back(place.unit);
        if (place.isBegun)
            begun.push_back(place.unit);
    }
    CHECK(complete == std::vector{study.target("R2", "P2/Q1").unit});
    CHECK(begun == std::vector{study.target("R2", "P1/Q1").unit});
    // Of another rater nothing is done.
    for (const RatingPlace& place : placed("R1", {}))
        CHECK_FALSE((place.isComplete || place.isBegun));
}

TEST_CASE("undo names a unit as its rater was told, whoever is looking and after a restart") {
    StudyFixture study;
    AssignRequest request;
    request.round = "rel";
    request.raters = {"R1", "R2"};
    request.prompts = {"Q1"};
    take(assign(*study.session, request));
    const auto done = take(code(*study.session, study.target("R1", "P1/Q1", "rel"), study.code("closeness")));
    CHECK(done.unitName.find("P1") == std::string::npos);
    study.reopen();
    REQUIRE(nextUndo(*study.session));
    CHECK(nextUndo(*study.session)->unitName == done.unitName);
    // Once the round is open everybody may know.
    take(openRound(*study.session, "rel"));
    study.reopen();
    REQUIRE(nextUndo(*study.session));
    CHECK(nextUndo(*study.session)->unitName == "P1/Q1");
}

TEST_CASE("a rater may not work in another's name") {
    StudyFixture study;
    study.session->setViewer({study.rater("R2")});
    const auto result = code(*study.session, {study.rater("R1"), model::RoundId(1), model::UnitId(1)},
                             study.code("closeness"));
    REQUIRE_FALSE(result);
    CHECK(result.error().code == base::Errc::Refused);
}

TEST_CASE("a session may refuse to wait for another writer; the act can be tried again", "[rating]") {
    StudyFixture study;
    take(service::addRater(*study.session, "R9", model::RaterKind::Human));
    auto impatient = take(service::Session::open(study.path(), service::OpenMode::ReadWrite));
    REQUIRE(service::setLockWait(*impatient, std::chrono::milliseconds(0)));
    const auto done = service::asOneStep(*study.session, [&](service::Session& session) -> base::Status {
        RAPPORT_TRY(service::addRater(session, "R10", model::RaterKind::Human));
        const auto refused = service::addRater(*impatient, "R11", model::RaterKind::Human);
        CHECK(refused.error().code == base::Errc::StudyLocked);
        return {};
    });
    INFO((done ? std::string() : base::describe(done.error())));
    REQUIRE(service::addRater(*impatient, "R11", model::RaterKind::Human));
    CHECK(service::setLockWait(*impatient, std::chrono::hours(1)));
}
