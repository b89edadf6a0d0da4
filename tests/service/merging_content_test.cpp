// SPDX-License-Identifier: GPL-3.0-or-later
// What another copy brings besides raters' work: what was settled and said about it, the codebook, and what
// was taken out of texts.
#include "service/consensus.h"
#include "service/consent.h"
#include "service/inspecting.h"
#include "service/merging.h"
#include "service/own_rating.h"
#include "service/packing.h"
#include "service/reading.h"
#include "service/saved_searches.h"
#include "service/study_fixture.h"
#include "store/raw_sql.h"

#include <algorithm>
#include <filesystem>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

struct TwoCopies : StudyFixture {
    TwoCopies() {
        import("secret.csv", "participant,Q1\n"
                             "Zwaluw-17,Mijn naam is Zwaluw-17 en ik woon in Oegstgeest.\n"
                             "Merel-18,Ik ken Zwaluw-17 goed.\n");
        AssignRequest request;
        request.round = "rel1";
        request.raters = {"R1", "R2"};
        request.prompts = {"Q1"};
        take(assign(*session, request));
        for (const char* rater : {"R1", "R2"}) {
            for (const char* name : {"P1/Q1", "P2/Q1", "Zwaluw-17/Q1"}) {
                const Target at = target(rater, name, "rel1");
                if (std::string(rater) == "R1")
                    take(service::code(*session, at, code("closeness")));
                take(complete(*session, at));
            }
        }
    }

    /// A copy on another machine.
    std::unique_ptr<Session> copied(const std::string& name, std::uint64_t seed) {
        const std::string path = scratch.file(name);
        take(backup(*session, path));
        Environment other = environment(seed);
        other.device = base::Guid::fromText(name);
        return take(Session::open(path, OpenMode::ReadWrite, other));
    }
    MergedFile mergeFrom(Session& into, const std::string& path) {
        MergeResult result = take(merge(into, {{path}, ""}));
        CHECK(take(check(into, false)).problems.empty());
        return result.files.at(0);
    }
    std::string settledIn(Session& in, const std::string& unitName) {
        const auto talk = take(discussion(in, "rel1", take(findUnit(in, unitName)).id));
        for (const Dispute& dispute : talk.disputes) {
            if (dispute.code == "closeness")
                return dispute.settled.value_or("none");
        }
        return "no such dispute";
    }
    void settle(Session& in, const std::string& unitName, const std::string& value,
                const std::string& reason) {
        clock.advance(std::chrono::minutes(1));
        const auto unit = take(findUnit(in, unitName)).id;
        take(adjudicate(in, {"rel1", unit, {{"closeness", value}}, {"R1"}, reason}));
    }
};

bool holds(const std::string& file, const std::string& words) {
    return take(base::readFile(file)).find(words) != std::string::npos;
}

} // namespace

TEST_CASE("what was settled in two copies comes together, with reasons and remarks; the later holds") {
    TwoCopies study;
    take(openRound(*study.session, "rel1"));
    auto other = study.copied("other.rapport", 31);
    study.settle(*other, "P1/Q1", "1", "said in the other copy");
    study.settle(*study.session, "P1/Q1", "0", "said here, later");
    study.settle(*other, "P2/Q1", "1", "only there");
    take(addRemark(*other, {"rel1", take(findUnit(*other, "P2/Q1")).id, "closeness", "", "what is near?"}));
    const std::string path = other->path();
    const MergedFile merged = study.mergeFrom(*study.session, path);
    CHECK(merged.refused.empty());
    CHECK(study.settledIn(*study.session, "P1/Q1") == "0");
    CHECK(study.settledIn(*study.session, "P2/Q1") == "1");
    const auto talk = take(discussion(*study.session, "rel1", study.unit("P2/Q1")));
    REQUIRE(talk.remarks.size() == 1);
    CHECK(talk.remarks[0].text == "what is near?");
    REQUIRE(talk.history.size() == 1);
    CHECK(talk.history[0].reason == "only there");
    // The other way round it comes to the same.
    study.mergeFrom(*other, study.path());
    CHECK(study.settledIn(*other, "P1/Q1") == "0");
    CHECK(study.settledIn(*other, "P2/Q1") == "1");
    // Taken back there, it is taken back here.
    study.clock.advance(std::chrono::minutes(1));
    take(unsettle(*other, "rel1", take(findUnit(*other, "P2/Q1")).id, {}));
    study.mergeFrom(*study.session, path);
    CHECK(study.settledIn(*study.session, "P2/Q1") == "none");
    CHECK(study.mergeFrom(*study.session, path).added == 0);
    // What is derived anew says the same.
    take(check(*study.session, true));
    CHECK(study.settledIn(*study.session, "P1/Q1") == "0");
    CHECK(study.settledIn(*study.session, "P2/Q1") == "none");
}

TEST_CASE("who left the copy leaves here, down to the bytes, and does not come back by an older pack") {
    const bool withCodings = GENERATE(false, true);
    TwoCopies study;
    const std::string pack = study.scratch.file("r1.rpack");
    take(service::pack(*study.session, {"R1", pack, ""}));
    {
        const auto rater = take(Session::open(pack, OpenMode::ReadWrite, study.environment(50)));
        for (const UnitItem& item : take(units(*rater, {"rel1", "R1", UnitState::All}))) {
            const Target at{take(rater->rater("R1")).id, take(rater->round("rel1")).id, item.id};
            if (!item.isComplete)
                take(complete(*rater, at));
            take(setMemo(*rater, at, "Memo-about-" + item.name));
        }
    }
    auto other = study.copied("other.rapport", 31);
    ForgetRequest request;
    request.participant = "Zwaluw-17";
    request.withCodings = withCodings;
    take(forget(*other, request));
    const MergedFile merged = study.mergeFrom(*study.session, other->path());
    CHECK(merged.refused.empty());
    CHECK(std::any_of(merged.notes.begin(), merged.notes.end(),
                      [](const base::Phrase& note) { return note.find("withdrawn") != std::string::npos; }));
    // Named in somebody else's text: told, and left for the coordinator to redact.
    CHECK(std::any_of(merged.notes.begin(), merged.notes.end(),
                      [](const base::Phrase& note) { return note.find("Merel-18") != std::string::npos; }));
    CHECK_FALSE(study.session->round("rel1")->openedAt > 0);
    const auto pieces = take(exportCodings(*study.session));
    CHECK(pieces.find("Zwaluw") == std::string::npos);
    CHECK((pieces.find("withdrawn-1") != std::string::npos) != withCodings);
    const MergedFile late = study.mergeFrom(*study.session, pack);
    REQUIRE(late.refused.size() == 1);
    CHECK(late.refused[0].reason.find("withdrawn") != std::string::npos);
    const std::string path = study.path();
    study.session.reset();
    CHECK_FALSE(holds(path, "Oegstgeest"));
    CHECK_FALSE(holds(path, "participant,Q1"));
    CHECK(holds(path, "Ik ken Zwaluw-17"));
}

TEST_CASE("a merge whose units cannot be named stands all the same, and nothing of a withdrawal stays") {
    TwoCopies study;
    const std::string pack = study.scratch.file("r1.rpack");
    take(service::pack(*study.session, {"R1", pack, ""}));
    {
        const auto rater = take(Session::open(pack, OpenMode::ReadWrite, study.environment(50)));
        for (const UnitItem& item : take(units(*rater, {"rel1", "R1", UnitState::All})))
            take(setMemo(*rater, {take(rater->rater("R1")).id, take(rater->round("rel1")).id, item.id},
                         "memo"));
    }
    auto other = study.copied("other.rapport", 31);
    take(forget(*other, {"Zwaluw-17", true}));
    // What the coordinator still has to judge is asked for only when names are to be shown.
    take(setCoordinatorRates(*study.session, "R1"));
    test::RawSql(study.path()).run("ALTER TABLE sample_rater RENAME TO gone");
    const MergeResult merged = take(merge(*study.session, {{other->path(), pack}, ""}));
    REQUIRE(merged.files.size() == 2);
    REQUIRE(merged.files[1].refused.size() == 1);
    CHECK(merged.files[1].refused[0].rows > 0);
    CHECK(merged.files[1].refused[0].example.empty());
    for (const char* log : {"", "-wal"}) {
        if (std::filesystem::exists(study.path() + log))
            CHECK_FALSE(holds(study.path() + log, "Oegstgeest"));
    }
}

TEST_CASE("a name that a rater blotted out in a pack is blotted out in the study") {
    TwoCopies study;
    const std::string pack = study.scratch.file("r1.rpack");
    take(service::pack(*study.session, {"R1", pack, ""}));
    {
        Environment laptop = study.environment(50);
        laptop.device = base::Guid::fromText("laptop");
        const auto rater = take(Session::open(pack, OpenMode::ReadWrite, laptop));
        for (const UnitItem& item : take(units(*rater, {"rel1", "R1", UnitState::All})))
            static_cast<void>(redact(*rater, {item.id, std::nullopt, "Oegstgeest"}));
    }
    CHECK_FALSE(holds(pack, "Oegstgeest"));
    const MergedFile merged = study.mergeFrom(*study.session, pack);
    CHECK(merged.added == 1);
    CHECK(merged.refused.empty());
    REQUIRE(merged.notes.size() == 1);
    CHECK(merged.notes[0].find("stood in imported files") != std::string::npos);
    CHECK(study.mergeFrom(*study.session, pack).added == 0);
    const std::string path = study.path();
    study.session.reset();
    CHECK_FALSE(holds(path, "Oegstgeest"));
    CHECK(holds(path, "Mijn naam is"));
}

TEST_CASE("words that were blotted out of what people wrote leave the other copies, too") {
    TwoCopies study;
    take(openRound(*study.session, "rel1"));
    study.settle(*study.session, "P1/Q1", "1", "as Oegstgeest says");
    take(addRemark(*study.session, {"rel1", study.unit("P1/Q1"), "", "", "see Oegstgeest"}));
    take(setMemo(*study.session, study.target("R1", "P1/Q1", "rel1"), "Oegstgeest again"));
    take(setMemo(*study.session, study.target("R2", "P2/Q1", "rel1"), "nothing of that"));
    take(saveSearch(*study.session, "about oegstgeest", "oegstgeest", {}));
    const auto copy = study.copied("copy.rapport", 60);
    const std::string path = study.scratch.file("copy.rapport");
    // Written there since: nobody blotted it out.
    take(setMemo(*copy, {take(copy->rater("R2")).id, take(copy->round("rel1")).id, study.unit("P1/Q1")},
                 "my Oegstgeest"));
    take(redact(*study.session, {study.unit("Zwaluw-17/Q1"), std::nullopt, "Oegstgeest"}));
    CHECK(take(redactKept(*study.session, "Oegstgeest")).places == 4);
    const MergedFile merged = study.mergeFrom(*copy, study.path());
    CHECK(merged.refused.empty());
    const auto isNoted = [&merged](const char* words) {
        return std::any_of(merged.notes.begin(), merged.notes.end(), [&](const base::Phrase& note) {
            return note.text().find(words) != std::string::npos;
        });
    };
    CHECK(isNoted("blotted out in the copy were blotted out here, too"));
    for (const char* gone :
         {"as Oegstgeest says", "see Oegstgeest", "Oegstgeest again", "about oegstgeest"}) {
        INFO(gone);
        CHECK_FALSE(holds(path, gone));
    }
    CHECK(holds(path, "nothing of that"));
    CHECK(holds(path, "my Oegstgeest"));
}

TEST_CASE("the codebook's freezing and its later versions come with a copy") {
    StudyFixture study;
    AssignRequest request;
    request.round = "rel1";
    request.raters = {"R1"};
    take(assign(*study.session, request));
    const std::string path = study.scratch.file("other.rapport");
    take(backup(*study.session, path));
    Environment desk = study.environment(31);
    desk.device = base::Guid::fromText("desk");
    {
        const auto other = take(Session::open(path, OpenMode::ReadWrite, desk));
        const auto unit = take(units(*other, {"rel1", "R1", UnitState::All})).at(0).id;
        take(service::code(*other, {take(other->rater("R1")).id, take(other->round("rel1")).id, unit},
                           take(other->codebook())->code("closeness").code->id));
    }
    CHECK_FALSE(take(study.session->codebook())->isFrozen);
    const auto first = take(merge(*study.session, {{path}, ""}));
    CHECK(first.files[0].refused.empty());
    CHECK(first.files[0].codings == 1);
    CHECK(take(study.session->codebook())->isFrozen);
    {
        desk.random = base::Random(32);
        const auto other = take(Session::open(path, OpenMode::ReadWrite, desk));
        model::Codebook changed = *take(other->codebook());
        changed.variables[0].codes[1].definition.byLanguage["en"] = "something else";
        take(putCodebook(*other, changed));
    }
    const auto second = take(merge(*study.session, {{path}, ""}));
    CHECK(second.files[0].refused.empty());
    CHECK(take(study.session->codebook())->version == 2);
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("work on a text that was blotted out since fits, and is told once") {
    TwoCopies study;
    const std::string pack = study.scratch.file("r1.rpack");
    take(service::pack(*study.session, {"R1", pack, ""}));
    {
        Environment laptop = study.environment(50);
        laptop.device = base::Guid::fromText("laptop");
        const auto rater = take(Session::open(pack, OpenMode::ReadWrite, laptop));
        for (const UnitItem& item : take(units(*rater, {"rel1", "R1", UnitState::All}))) {
            const Target at{take(rater->rater("R1")).id, take(rater->round("rel1")).id, item.id};
            static_cast<void>(service::code(*rater, at, take(rater->codebook())->code("conflict").code->id));
        }
    }
    take(redact(*study.session, {study.unit("Zwaluw-17/Q1"), std::nullopt, "Oegstgeest"}));
    take(redact(*study.session, {study.unit("Merel-18/Q1"), std::nullopt, "Zwaluw-17"}));
    const MergedFile merged = study.mergeFrom(*study.session, pack);
    CHECK(merged.refused.empty());
    CHECK(merged.codings == 6);
    REQUIRE(merged.notes.size() == 1);
    CHECK(merged.notes[0].find("redacted here") != std::string::npos);
}
