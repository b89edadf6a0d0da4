// SPDX-License-Identifier: GPL-3.0-or-later
// Who rates what after a merge: units of participants who have withdrawn, rounds that are open, and work on
// units that went to others meanwhile.
#include "service/consent.h"
#include "service/inspecting.h"
#include "service/measuring.h"
#include "service/merging.h"
#include "service/own_rating.h"
#include "service/packing.h"
#include "service/renaming.h"
#include "service/study_fixture.h"

#include <algorithm>
#include <filesystem>
#include <set>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

using Assigned = std::set<std::pair<std::string, std::string>>; ///< rater and unit

struct Team : StudyFixture {
    Team() {
        import("talk.txt", "P1: Noor kwam bij de juf.\n\nBen: En toen?\n", ImportKind::Transcript);
        take(addRater(*session, "R3", model::RaterKind::Human));
        AssignRequest request;
        request.round = "b1";
        request.raters = {"R1", "R2"};
        request.withTranscripts = true;
        take(assign(*session, request));
    }
    /// On another machine.
    std::unique_ptr<Session> elsewhere(const std::string& path, std::uint64_t seed) {
        Environment other = environment(seed);
        other.device = base::Guid::fromText(path);
        return take(Session::open(path, OpenMode::ReadWrite, other));
    }
    std::unique_ptr<Session> copied(const std::string& name, std::uint64_t seed) {
        take(backup(*session, scratch.file(name)));
        return elsewhere(scratch.file(name), seed);
    }
    static MergedFile mergeFrom(Session& into, const std::string& path) {
        MergeResult result = take(merge(into, {{path}, ""}));
        CHECK(take(check(into, false)).problems.empty());
        return result.files.at(0);
    }
    static Assigned assignedIn(Session& in, const std::string& round) {
        Assigned all;
        for (const model::Rater& rater : take(in.raters())) {
            for (const UnitItem& item : take(units(in, {round, rater.name, UnitState::All})))
                all.emplace(rater.name, item.name);
        }
        return all;
    }
    static std::vector<UnitItem> openOf(Session& in, const std::string& rater) {
        return take(units(in, {"b1", rater, UnitState::Todo}));
    }
    static void completeIn(Session& in, const std::string& rater, model::UnitId unit) {
        take(complete(in, {take(in.rater(rater)).id, take(in.round("b1")).id, unit}));
    }
    void later() { clock.advance(std::chrono::minutes(1)); }
};

} // namespace

static bool says(const MergedFile& told, const std::string& words) {
    const auto has = [&words](const base::Phrase& said) {
        return said.text().find(words) != std::string::npos;
    };
    return std::any_of(told.notes.begin(), told.notes.end(), has) ||
           std::any_of(told.refused.begin(), told.refused.end(),
                       [&has](const MergedFile::Refusal& refusal) { return has(refusal.reason); });
}

TEST_CASE("a copy assigns nobody the texts of somebody who has withdrawn here", "[merging]") {
    Team study;
    // What was rated stays with its rater, withdrawn or not.
    Team::completeIn(*study.session, "R1", study.unit("P1/Q2"));
    auto other = study.copied("other.rapport", 31);
    study.later();
    ForgetRequest request;
    request.participant = "P1";
    take(forget(*study.session, request));
    const Assigned before = Team::assignedIn(*study.session, "b1");
    REQUIRE(std::none_of(before.begin(), before.end(), [](const auto& each) { return each.first == "R3"; }));
    take(reassign(*other, {"b1", "R2", {"R3"}, 1}));
    AssignRequest fresh;
    fresh.round = "b2";
    fresh.raters = {"R1"};
    fresh.withTranscripts = true;
    take(assign(*other, fresh));
    const MergedFile merged = Team::mergeFrom(*study.session, other->path());
    CHECK(merged.refused.empty());
    int gone = 0;
    int given = 0;
    for (const char* round : {"b1", "b2"}) {
        for (const auto& [rater, unit] : Team::assignedIn(*study.session, round)) {
            INFO(round << " " << rater << " " << unit);
            // The only turn that P1 spoke is the first.
            const bool isGone = unit.rfind("withdrawn-", 0) == 0 || unit.find("#1") != std::string::npos;
            gone += isGone ? 1 : 0;
            given += rater == "R3" || std::string(round) == "b2" ? 1 : 0;
            CHECK((!isGone || (rater == "R1" && std::string(round) == "b1")));
        }
    }
    CHECK(gone == 1);
    CHECK(given > 4);
}

TEST_CASE("a round that is open here is not reassigned by a copy", "[merging]") {
    Team study;
    auto other = study.copied("other.rapport", 31);
    take(openRound(*study.session, "b1"));
    const Assigned before = Team::assignedIn(*study.session, "b1");
    study.later();
    take(reassign(*other, {"b1", "R2", {"R3"}, 1}));
    const MergedFile merged = Team::mergeFrom(*study.session, other->path());
    CHECK(Team::assignedIn(*study.session, "b1") == before);
    REQUIRE(merged.refused.size() == 1);
    CHECK(merged.refused[0].rows == 1);
    CHECK(merged.refused[0].reason.find("open here") != std::string::npos);
}

TEST_CASE("work on units that others have by now comes with its assignment, is told, and can be taken back",
          "[merging]") {
    Team study;
    const std::string pack = study.scratch.file("r2.rpack");
    take(service::pack(*study.session, {"R2", pack, ""}));
    study.later();
    take(reassign(*study.session, {"b1", "R2", {"R3"}, 1}));
    CHECK(Team::openOf(*study.session, "R2").empty());
    const std::size_t all = Team::openOf(*study.session, "R3").size();
    std::string neutral;
    {
        const auto laptop = study.elsewhere(pack, 50);
        const auto mine = Team::openOf(*laptop, "R2");
        neutral = mine.at(1).neutralName;
        Team::completeIn(*laptop, "R2", mine.at(1).id);
        // Begun and taken back again is no work.
        const Target begun{take(laptop->rater("R2")).id, take(laptop->round("b1")).id, mine.at(2).id};
        take(setFlag(*laptop, begun, true));
    }
    SECTION("in a round that runs") {
        const MergedFile merged = Team::mergeFrom(*study.session, pack);
        CHECK(merged.completions == 1);
        CHECK(std::count_if(merged.notes.begin(), merged.notes.end(), [](const base::Phrase& note) {
                  return note.find("'R2' worked on 1 unit of round 'b1'") != std::string::npos;
              }) == 1);
        const auto mine = take(units(*study.session, {"b1", "R2", UnitState::All}));
        REQUIRE(mine.size() == 1);
        CHECK(mine[0].isComplete);
        CHECK(Team::openOf(*study.session, "R3").size() == all); // who has it by now has it still
        // It counts where the rater's progress is told, and it can be taken back.
        const auto rows = take(progress(*study.session));
        CHECK(std::any_of(rows.begin(), rows.end(), [](const Progress& each) {
            return each.rater.name == "R2" && each.assigned == 1 && each.completed == 1;
        }));
        const Target at{study.rater("R2"), take(study.session->round("b1")).id, mine[0].id};
        CHECK(reopen(*study.session, at));
        // The number by which the rater knows it is the same.
        study.session->setViewer({study.rater("R2")});
        CHECK(take(units(*study.session, {"b1", "R2", UnitState::All})).at(0).name == neutral);
        study.session->setViewer({});
        CHECK(Team::mergeFrom(*study.session, pack).notes.empty());
    }
    SECTION("in a round that was opened meanwhile its assignments stay as they are") {
        take(openRound(*study.session, "b1"));
        const Assigned before = Team::assignedIn(*study.session, "b1");
        const MergedFile merged = Team::mergeFrom(*study.session, pack);
        CHECK(merged.afterOpening.at("b1") > 0);
        CHECK(Team::assignedIn(*study.session, "b1") == before);
    }
}

TEST_CASE("two raters of one name made in two copies: told by name, and renamed they come together",
          "[merging]") {
    Team study;
    const auto other = study.copied("other.rapport", 31);
    const auto dealTo = [](Session& in, const std::string& round) {
        take(addRater(in, "Eve", model::RaterKind::Human));
        AssignRequest request;
        request.round = round;
        request.raters = {"R1", "Eve"};
        take(assign(in, request));
    };
    dealTo(*study.session, "here");
    dealTo(*other, "there");
    const auto eves = take(units(*other, {"there", "Eve", UnitState::All}));
    REQUIRE(eves.size() > 1);
    take(complete(*other, {take(other->rater("Eve")).id, take(other->round("there")).id, eves[0].id}));
    PackRequest packing;
    packing.rater = "Eve";
    packing.out = study.scratch.file("eve.rpack");
    take(pack(*other, packing));

    const MergedFile told = Team::mergeFrom(*study.session, study.scratch.file("other.rapport"));
    CHECK(says(told, "'Eve' of the copy is another rater than 'Eve' here"));
    CHECK(says(told, "round 'there' came in without the units of 'Eve'"));
    CHECK(says(told, "work of 'Eve', whose name somebody else has here"));
    const auto packed = merge(*study.session, {{packing.out}, ""});
    REQUIRE_FALSE(packed);
    CHECK(packed.error().message.find("another 'Eve'") != std::string::npos);

    CHECK(renameRater(*other, "Eve", "R1").error().code == base::Errc::Refused);
    // Nor one that searches would take for another's.
    const auto alike = renameRater(*other, "Eve",
                                   "\xC5\x95"
                                   "1");
    REQUIRE_FALSE(alike);
    CHECK(alike.error().message.find("'R1'") != std::string::npos);
    take(renameRater(*other, "Eve", "EVE"));
    take(renameRater(*other, "EVE", "Eve"));
    CHECK(renameRater(*other, "Eve", "consensus").error().code == base::Errc::InvalidArgument);
    CHECK(renameRater(*other, "Nobody", "Eva").error().code == base::Errc::NotFound);
    take(renameRater(*other, "Eve", "Eva"));
    const MergedFile again = Team::mergeFrom(*study.session, study.scratch.file("other.rapport"));
    CHECK(says(again, "rater 'Eva' came in"));
    CHECK(again.refused.empty());
    CHECK(Team::mergeFrom(*study.session, study.scratch.file("other.rapport")).refused.empty());
    CHECK(take(units(*study.session, {"there", "Eva", UnitState::All})).size() == eves.size());
    CHECK(take(units(*study.session, {"there", "Eva", UnitState::Done})).size() == 1);
    take(merge(*study.session, {{packing.out}, ""}));
    CHECK(take(units(*study.session, {"here", "Eve", UnitState::Todo})).size() == eves.size());
    // What somebody is called is each copy's own.
    take(renameRater(*other, "Eva", "Evi"));
    CHECK(says(Team::mergeFrom(*study.session, study.scratch.file("other.rapport")),
               "a rater is called 'Evi' there"));
    CHECK(study.session->rater("Eva"));
}

TEST_CASE("two rounds of one name made in two copies: renamed they come together", "[merging]") {
    Team study;
    const auto other = study.copied("other.rapport", 31);
    AssignRequest request;
    request.round = "main";
    request.raters = {"R1"};
    take(assign(*study.session, request));
    take(assign(*other, request));
    const auto theirs = take(units(*other, {"main", "R1", UnitState::All}));
    take(complete(*other, {take(other->rater("R1")).id, take(other->round("main")).id, theirs[0].id}));
    request.round = "again";
    request.again = "main";
    take(assign(*other, request));
    const std::string copy = study.scratch.file("other.rapport");
    CHECK(says(Team::mergeFrom(*study.session, copy), "round 'main' of the copy is another one"));

    CHECK(renameRound(*other, "main", "again").error().code == base::Errc::Refused);
    CHECK(renameRound(*other, "main", "default").error().code == base::Errc::InvalidArgument);
    CHECK(renameRound(*other, "main", "a b").error().code == base::Errc::InvalidArgument);
    CHECK(renameRound(*other, "main", "main").error().code == base::Errc::InvalidArgument);
    CHECK(renameRound(*other, "none", "theirs").error().code == base::Errc::NotFound);
    other->setViewer({take(other->rater("R1")).id});
    CHECK(renameRound(*other, "main", "theirs").error().code == base::Errc::Refused);
    other->setViewer({});
    take(renameRound(*other, "main", "theirs"));
    CHECK(take(other->round("again")).plan.find("\"again\":\"theirs\"") != std::string::npos);
    const MergedFile merged = Team::mergeFrom(*study.session, copy);
    CHECK(says(merged, "round 'theirs' came in"));
    CHECK(merged.refused.empty());
    CHECK(take(units(*study.session, {"theirs", "R1", UnitState::Done})).size() == 1);
    CHECK(take(units(*study.session, {"main", "R1", UnitState::Done})).empty());
    // What a round is called is each copy's own.
    take(renameRound(*other, "theirs", "second"));
    CHECK(says(Team::mergeFrom(*study.session, copy), "a round is called 'second' there"));
    CHECK(study.session->round("theirs"));
}

TEST_CASE("a unit judged differently in two copies of a pack is told of, with an example", "[merging]") {
    Team study;
    const std::string first = study.scratch.file("one.rpack");
    const std::string second = study.scratch.file("two.rpack");
    PackRequest packing;
    packing.rater = "R1";
    packing.out = first;
    take(pack(*study.session, packing));
    std::filesystem::copy_file(first, second);
    const auto judge = [&](const std::string& path, std::uint64_t seed, std::size_t place, const char* code) {
        const auto opened = study.elsewhere(path, seed);
        const auto todo = take(units(*opened, {"b1", "R1", UnitState::All}));
        const Target target{take(opened->rater("R1")).id, take(opened->round("b1")).id, todo.at(place).id};
        take(service::code(*opened, target, take(opened->codebook())->code(code).code->id));
        take(complete(*opened, target));
    };
    judge(first, 41, 0, "closeness");
    judge(first, 42, 1, "closeness");
    judge(second, 43, 0, "conflict");  // another code
    judge(second, 44, 1, "closeness"); // the same
    judge(second, 45, 2, "conflict");  // in this one alone
    const auto differing = [](const MergedFile& told) {
        return std::count_if(told.notes.begin(), told.notes.end(), [](const base::Phrase& note) {
            return note.text().find("units completed in both copies with different codes") !=
                       std::string::npos &&
                   note.text().ends_with("): 1, by R1"); // no text is named: it may be kept back
        });
    };
    CHECK(differing(Team::mergeFrom(*study.session, first)) == 0);
    CHECK(differing(Team::mergeFrom(*study.session, second)) == 1);
    CHECK(differing(Team::mergeFrom(*study.session, second)) == 0);
}

TEST_CASE("what the copy knew of and judged anew is no difference", "[merging]") {
    Team study;
    const model::UnitId unit = Team::openOf(*study.session, "R1").at(0).id;
    Team::completeIn(*study.session, "R1", unit);
    const auto other = study.copied("other.rapport", 51);
    const Target target{take(other->rater("R1")).id, take(other->round("b1")).id, unit};
    take(service::reopen(*other, target));
    take(service::code(*other, target, take(other->codebook())->code("conflict").code->id));
    take(complete(*other, target));
    for (const base::Phrase& note :
         Team::mergeFrom(*study.session, study.scratch.file("other.rapport")).notes)
        CHECK(note.text().find("both copies") == std::string::npos);
}

TEST_CASE("a merge names what the coordinator still has to rate as raters know it") {
    Team study;
    const auto other = study.copied("other.rapport", 50);
    for (Session* each : {study.session.get(), other.get()}) {
        AssignRequest request;
        request.round = "zz";
        request.raters = {"R2"};
        request.withTranscripts = true;
        take(assign(*each, request));
    }
    const auto theirs = take(units(*other, {"zz", "R2", UnitState::All}));
    const model::RoundId zz = take(other->round("zz")).id;
    for (const UnitItem& item : theirs)
        take(complete(*other, {take(other->rater("R2")).id, zz, item.id}));
    take(setCoordinatorRates(*study.session, "R1"));
    const MergedFile told = Team::mergeFrom(*study.session, study.scratch.file("other.rapport"));
    const auto refused = std::find_if(told.refused.begin(), told.refused.end(),
                                      [](const auto& each) { return !each.example.empty(); });
    REQUIRE(refused != told.refused.end());
    CHECK(refused->example.starts_with("R"));
    CHECK(take(findUnit(*study.session, refused->example)).name == refused->example);
    std::set<std::string> names;
    for (const UnitItem& item : take(units(*study.session, {"b1", "R1", UnitState::Todo})))
        names.insert(item.name);
    CHECK(names.contains(refused->example));
}
