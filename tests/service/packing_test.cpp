// SPDX-License-Identifier: GPL-3.0-or-later
// Packs and how they come back: what is in their bytes, what a rater can do in one, and that merging adds
// what is new, once, in any order, and refuses what does not fit.
#include "agreement/study_agreement.h"
#include "base/json.h"
#include "service/consent.h"
#include "service/inspecting.h"
#include "service/measuring.h"
#include "service/merging.h"
#include "service/packing.h"
#include "service/reading.h"
#include "service/searching.h"
#include "service/study_fixture.h"

#include <filesystem>
#include <fstream>
#include <set>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

namespace fs = std::filesystem;

/// The real one takes most of a second for each passphrase tried.
constexpr base::SealCost cheap{1, 8192};

/// Names that a pack of R1 may not hold are unlikely to stand in it by chance.
struct PackedStudy : StudyFixture {
    PackedStudy() {
        import("secret.csv",
               "participant,group,condition,Q1,Q2\n"
               "Zwaluw-17,Cohort-Merel,Treatment-Koekoek,Ze luistert goed naar hem.,Samen lezen.\n"
               "Zwaluw-18,Cohort-Merel,Control-Fazant,Hij krijgt ruimte.,Complimenten.\n");
        import("talk.txt", "Annelies: Hoe ging het?\nBarend: Goed, ze deed mee.\nAnnelies: Fijn.\n",
               ImportKind::Transcript);
        take(addRater(*session, "Gerda-Gans", model::RaterKind::Human));
        request.round = "rel1";
        request.raters = {"R1", "Gerda-Gans"};
        request.prompts = {"Q1"};
        request.stratify = {"group"};
        request.withTranscripts = true;
        take(assign(*session, request));
        // Work of both before the pack is made, and outside the round.
        workThrough(*session, "R1", "rel1", 2, "closeness");
        workThrough(*session, "Gerda-Gans", "rel1", 3, "conflict");
        const auto theirs = take(units(*session, {"rel1", "Gerda-Gans", UnitState::All}));
        take(setMemo(*session, {rater("Gerda-Gans"), take(session->round("rel1")).id, theirs[0].id},
                     "Gerda-Gans-memo over Zwaluw-17"));
    }

    /// Completes the first `count` units of a rater with a code.
    void workThrough(Session& in, const std::string& who, const std::string& round, std::size_t count,
                     const std::string& name) {
        const auto id = take(in.round(round)).id;
        const auto whose = take(in.rater(who)).id;
        std::size_t done = 0;
        for (const UnitItem& item : take(units(in, {round, who, UnitState::Todo}))) {
            if (done++ == count)
                return;
            clock.advance(std::chrono::seconds(20));
            const Target where{whose, id, item.id};
            take(service::code(in, where, take(in.codebook())->code(name).code->id));
            take(complete(in, where));
        }
    }

    std::string packFor(const std::string& who, const std::string& name, const std::string& passphrase = {}) {
        const std::string file = scratch.file(name);
        take(pack(*session, {who, file, passphrase, cheap}));
        return file;
    }
    std::unique_ptr<Session> openPack(const std::string& file, const std::string& machine,
                                      std::uint64_t seed) {
        Environment other = environment(seed);
        other.device = base::Guid::fromText(machine);
        return take(Session::open(file, OpenMode::ReadWrite, other));
    }
    MergeResult mergeAll(std::vector<std::string> files, const std::string& passphrase = {}) {
        return take(merge(*session, {std::move(files), passphrase}));
    }
    std::vector<base::Phrase> problems() { return take(check(*session, false)).problems; }

    AssignRequest request;
};

std::string bytesOf(const std::string& file) {
    return take(base::readFile(file));
}

} // namespace

TEST_CASE("the bytes of a pack hold nothing that its rater may not see") {
    PackedStudy study;
    const std::string file = study.packFor("R1", "r1.rpack");
    const std::string bytes = bytesOf(file);
    for (const char* secret :
         {"Zwaluw", "Merel", "Koekoek", "Fazant", "Gerda", "Annelies", "Barend", "talk#", "P2/Q1",
          "secret.csv", "answers.csv", "stratify", "name_secret", "Samen lezen", "Gans-memo"}) {
        INFO(secret);
        CHECK(bytes.find(secret) == std::string::npos);
    }
    // What the rater needs is there.
    for (const char* needed :
         {"Ze luistert goed naar hem.", "closeness", "R1", "rel1", "Goed, ze deed mee."}) {
        INFO(needed);
        CHECK(bytes.find(needed) != std::string::npos);
    }
    // In the study's own file they are: the search above can find them.
    study.session.reset();
    const std::string whole = bytesOf(study.path());
    CHECK(whole.find("Zwaluw") != std::string::npos);
    CHECK(whole.find("Gerda-Gans-memo") != std::string::npos);
}

TEST_CASE("a pack opens as a small study of its rater alone") {
    PackedStudy study;
    study.session->setViewer({study.rater("R1")});
    const auto shown = take(units(*study.session, {"rel1", "R1", UnitState::All}));
    study.session->setViewer({});
    const std::string file = study.packFor("R1", "r1.rpack");
    const auto pack = study.openPack(file, "laptop", 5);
    CHECK(pack->isPack());
    CHECK_FALSE(pack->viewer().isCoordinator());
    pack->setViewer({});
    CHECK_FALSE(pack->viewer().isCoordinator());
    CHECK(take(pack->raters()).size() == 1);
    // The same units under the same names in the same order, with the work so far.
    const auto mine = take(units(*pack, {"rel1", "", UnitState::All}));
    REQUIRE(mine.size() == shown.size());
    std::size_t done = 0;
    for (std::size_t place = 0; place < mine.size(); ++place) {
        CHECK(mine[place].name == shown[place].name);
        CHECK(mine[place].isComplete == shown[place].isComplete);
        CHECK(mine[place].range == shown[place].range);
        CHECK(take(findUnit(*pack, mine[place].name)).id == mine[place].id);
        done += mine[place].isComplete ? 1U : 0U;
    }
    CHECK(done == 2);
    CHECK(take(check(*pack, false)).problems.empty());
    // A coordinator's acts are not possible in it.
    CHECK(assign(*pack, study.request).error().code == base::Errc::Refused);
    CHECK(openRound(*pack, "rel1").error().code == base::Errc::Refused);
    CHECK(measureStudy(*pack, {}).error().code == base::Errc::Refused);
    CHECK(take(attributes(*pack)).empty());
    SearchRequest search;
    search.query = "luistert";
    CHECK(take(service::search(*pack, search)).matches == 1);
    search.query = "Zwaluw";
    CHECK(take(service::search(*pack, search)).matches == 0);
    // And the export names no more than the pack does.
    const std::string exported = take(exportCodings(*pack));
    CHECK(exported.find("Zwaluw") == std::string::npos);
    CHECK(exported.find("closeness") != std::string::npos);
}

TEST_CASE("what is done in a pack comes back once, whatever is merged how often") {
    PackedStudy study;
    const std::string file = study.packFor("R1", "r1.rpack");
    const std::string untouched = take(exportCodings(*study.session));
    {
        const auto pack = study.openPack(file, "laptop", 5);
        study.workThrough(*pack, "R1", "rel1", 2, "conflict");
        const auto mine = take(units(*pack, {"rel1", "R1", UnitState::Done}));
        take(
            setMemo(*pack, {take(pack->rater("R1")).id, take(pack->round("rel1")).id, mine[0].id}, "unsure"));
        take(setFlag(*pack, {take(pack->rater("R1")).id, take(pack->round("rel1")).id, mine[0].id}, true));
    }
    const auto first = study.mergeAll({file});
    REQUIRE(first.files.size() == 1);
    CHECK(first.files[0].isPack);
    CHECK(first.files[0].rater == "R1");
    CHECK(first.files[0].codings == 2);
    CHECK(first.files[0].completions == 2);
    CHECK(first.files[0].memos == 1);
    CHECK(first.files[0].added == 6);
    CHECK(first.files[0].alreadyThere == 4);
    CHECK(first.files[0].refused.empty());
    CHECK(first.changes.units.size() >= 2);
    CHECK(study.problems().empty());
    const std::string merged = take(exportCodings(*study.session));
    CHECK(merged != untouched);
    // Again, renamed, twice in one go: nothing new.
    const std::int64_t position = take(study.session->position());
    fs::copy_file(file, study.scratch.file("other.name"));
    const auto again = study.mergeAll({file, study.scratch.file("other.name")});
    CHECK(again.files[0].added == 0);
    CHECK(again.files[1].added == 0);
    CHECK(take(study.session->position()) == position);
    CHECK(take(exportCodings(*study.session)) == merged);
    // Names of the study, not of the pack.
    CHECK(merged.find("/Q1,") != std::string::npos);
    CHECK(merged.find("R1-0") == std::string::npos);
}

TEST_CASE("two copies of one pack that were both worked on come together, in either order") {
    std::vector<std::string> exports;
    for (const bool isSwapped : {false, true}) {
        PackedStudy study;
        const std::string one = study.packFor("R1", "one.rpack");
        const std::string two = study.scratch.file("two.rpack");
        fs::copy_file(one, two);
        const auto workIn = [&](const std::string& file, const std::string& level, int codesBefore) {
            // The same machine: both chains go on under one guid.
            const auto pack = study.openPack(file, "laptop", codesBefore == 0 ? 5 : 6);
            const auto whose = take(pack->rater("R1")).id;
            const auto round = take(pack->round("rel1")).id;
            const auto todo = take(units(*pack, {"rel1", "R1", UnitState::Todo}));
            const auto book = take(pack->codebook());
            std::size_t done = 0;
            for (const UnitItem& item : todo) {
                if (item.prompt != "Q1" || done == 2)
                    continue;
                ++done;
                const Target target{whose, round, item.id};
                study.clock.advance(std::chrono::seconds(7));
                take(chooseLevel(*pack, target, book->code(level).code->id));
                take(service::code(*pack, target, book->code("closeness").code->id));
                take(complete(*pack, target));
            }
            take(setMemo(*pack, {whose, round, todo[0].id}, "memo by " + level));
        };
        workIn(one, "dyadic", 0);
        workIn(two, "class", 1);
        study.mergeAll(isSwapped ? std::vector<std::string>{two} : std::vector<std::string>{one});
        const auto second =
            study.mergeAll(isSwapped ? std::vector<std::string>{one} : std::vector<std::string>{two});
        REQUIRE(second.files[0].notes.size() == 2);
        CHECK(second.files[0].notes[0].find("in both copies with different codes") != std::string::npos);
        CHECK(second.files[0].notes[0].find("): 2, by ") != std::string::npos);
        CHECK(second.files[0].notes[1].find("went on in two copies") != std::string::npos);
        CHECK(study.problems().empty());
        study.mergeAll({one, two, one});
        CHECK(study.problems().empty());
        std::string told = take(exportCodings(*study.session));
        for (const UnitItem& item : take(units(*study.session, {"rel1", "R1", UnitState::All})))
            told +=
                study.work({study.rater("R1"), take(study.session->round("rel1")).id, item.id}).memo + ";";
        exports.push_back(std::move(told));
        // One value per unit and variable, the later; one coding where both made the same.
        CHECK(exports.back().find("class") != std::string::npos);
        CHECK(exports.back().find("dyadic") == std::string::npos);
        CHECK(exports.back().find("memo by class") != std::string::npos);
        take(check(*study.session, true));
        CHECK(take(exportCodings(*study.session)) ==
              exports.back().substr(0, exports.back().rfind('\n') + 1));
    }
    CHECK(exports[0] == exports[1]);
}

TEST_CASE("sealed packs open with their passphrase alone, and nothing that was changed opens") {
    PackedStudy study;
    const std::string plain = study.packFor("R1", "plain.rpack");
    const std::string sealed = study.packFor("R1", "sealed.rpack", "correct horse");
    const std::string before = take(exportCodings(*study.session));
    CHECK(bytesOf(sealed).find("SQLite") == std::string::npos);
    CHECK(bytesOf(sealed).find("luistert") == std::string::npos);
    CHECK(Session::open(sealed, OpenMode::ReadOnly).error().code == base::Errc::Refused);
    CHECK(merge(*study.session, {{sealed}, ""}).error().code == base::Errc::Refused);
    const auto wrong = merge(*study.session, {{sealed}, "correct hoarse"});
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == base::Errc::Refused);
    CHECK(wrong.error().message.find("passphrase") != std::string::npos);
    CHECK(unsealFile(sealed, plain, "correct horse").error().code == base::Errc::Refused);
    // Cut off, and longer than it was.
    const std::string bytes = bytesOf(sealed);
    for (const std::size_t length : {std::size_t{10}, std::size_t{60}, bytes.size() - 1}) {
        const std::string cut = study.scratch.write("cut.rpack", bytes.substr(0, length));
        CHECK_FALSE(merge(*study.session, {{cut}, "correct horse"}));
    }
    const std::string longer = study.scratch.write("longer.rpack", bytes + "x");
    CHECK(merge(*study.session, {{longer}, "correct horse"}).error().code == base::Errc::Unreadable);
    // The way back.
    const std::string open = study.scratch.file("open.rpack");
    take(unsealFile(sealed, open, "correct horse"));
    {
        const auto pack = study.openPack(open, "laptop", 5);
        study.workThrough(*pack, "R1", "rel1", 1, "conflict");
        take(service::pack(*pack, {"R1", study.scratch.file("back.rpack"), "other words", cheap}));
        CHECK(service::pack(*pack, {"Gerda-Gans", study.scratch.file("no.rpack"), ""}).error().code ==
              base::Errc::NotFound);
    }
    CHECK(take(exportCodings(*study.session)) == before);
    CHECK(study.mergeAll({study.scratch.file("back.rpack")}, "other words").files[0].codings == 1);
    CHECK(study.mergeAll({open}).files[0].added == 0);
    CHECK(study.problems().empty());
}

TEST_CASE("what does not fit is refused and told, and the study stays as it was") {
    PackedStudy study;
    const std::string file = study.packFor("R1", "r1.rpack");
    {
        const auto pack = study.openPack(file, "laptop", 5);
        study.workThrough(*pack, "R1", "rel1", 2, "conflict");
    }
    const std::string before = take(exportCodings(*study.session));
    const std::int64_t position = take(study.session->position());

    SECTION("another study's pack") {
        StudyFixture other;
        AssignRequest request;
        request.round = "rel1";
        request.raters = {"R1"};
        take(assign(*other.session, request));
        // Another guid: the fixture draws the same one for every study.
        const std::string path = other.scratch.file("third.rapport");
        NewStudy fresh;
        fresh.templateName = "empty";
        fresh.title = "Third";
        const auto third = take(Session::create(path, fresh, other.environment(77)));
        const auto refused = merge(*third, {{file}, ""});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.find("another study") != std::string::npos);
        CHECK(refused.error().where->file == file);
    }
    SECTION("the study itself, a folder, nothing, a text") {
        CHECK(merge(*study.session, {{study.path()}, ""}).error().code == base::Errc::Refused);
        CHECK_FALSE(merge(*study.session, {{study.scratch.path().string()}, ""}));
        CHECK(merge(*study.session, {{study.scratch.file("none")}, ""}).error().code ==
              base::Errc::Unreadable);
        CHECK_FALSE(merge(*study.session, {{study.scratch.write("t.txt", "no pack")}, ""}));
    }
    SECTION("one good and one bad file: none") {
        const std::string bytes = bytesOf(file);
        const std::string cut = study.scratch.write("cut.rpack", bytes.substr(0, bytes.size() / 2));
        const auto refused = merge(*study.session, {{file, cut}, ""});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().where->file == cut);
    }
    CHECK(take(exportCodings(*study.session)) == before);
    CHECK(take(study.session->position()) == position);
    CHECK(study.problems().empty());
}

TEST_CASE("a codebook that went on is told, and what was rated under the old version counts under it") {
    PackedStudy study;
    const std::string file = study.packFor("R1", "r1.rpack");
    {
        const auto pack = study.openPack(file, "laptop", 5);
        study.workThrough(*pack, "R1", "rel1", 1, "conflict");
    }
    model::Codebook changed = *take(study.session->codebook());
    changed.variables[0].codes[1].definition.byLanguage["en"] = "something else";
    take(putCodebook(*study.session, changed));
    CHECK(take(study.session->codebook())->version == 2);
    const auto merged = study.mergeAll({file});
    CHECK(merged.files[0].refused.empty());
    REQUIRE(merged.files[0].notes.size() == 1);
    CHECK(merged.files[0].notes[0].find("version 2") != std::string::npos);
    CHECK(take(exportCodings(*study.session)).find("conflict,1") != std::string::npos);
}

TEST_CASE("what comes in after a round was opened is kept, told, and not counted") {
    PackedStudy study;
    const std::string file = study.packFor("R1", "r1.rpack");
    {
        const auto pack = study.openPack(file, "laptop", 5);
        study.workThrough(*pack, "R1", "rel1", 100, "conflict");
    }
    StudyMeasureOptions options;
    options.rounds = {"rel1"};
    take(openRound(*study.session, "rel1"));
    const auto frozen = take(measureStudy(*study.session, options));
    const auto merged = study.mergeAll({file});
    // All of R1's units, without the two that were done before.
    const auto mine =
        static_cast<std::int64_t>(take(units(*study.session, {"rel1", "R1", UnitState::All})).size());
    CHECK(merged.files[0].afterOpening.at("rel1") == 2 * (mine - 2));
    const auto after = take(measureStudy(*study.session, options));
    REQUIRE(frozen.results.size() == after.results.size());
    for (std::size_t place = 0; place < frozen.results.size(); ++place)
        CHECK(frozen.results[place].agreement.data.units == after.results[place].agreement.data.units);
    options.afterOpening = true;
    CHECK(take(measureStudy(*study.session, options)).results[0].agreement.data.units >
          frozen.results[0].agreement.data.units);
}

TEST_CASE(
    "what an opened round had stays in its agreement, though the same work was done earlier elsewhere") {
    PackedStudy study;
    const std::string early = study.packFor("R1", "early.rpack");
    study.workThrough(*study.openPack(early, "laptop", 7), "R1", "rel1", 2, "closeness");
    // The same units once more in the study, with the same code and another one.
    study.clock.advance(std::chrono::hours(1));
    study.workThrough(*study.session, "R1", "rel1", 1, "closeness");
    study.workThrough(*study.session, "R1", "rel1", 9, "conflict");
    study.workThrough(*study.session, "Gerda-Gans", "rel1", 9, "closeness");
    take(openRound(*study.session, "rel1"));
    StudyMeasureOptions options;
    options.rounds = {"rel1"};
    const auto measured = [&] {
        return base::dumpJson(agreement::toJson(take(measureStudy(*study.session, options))));
    };
    const std::string before = measured();
    study.mergeAll({early});
    CHECK(measured() == before);
    options.afterOpening = true;
    CHECK(measured() != before);
    CHECK(study.problems().empty());
}

TEST_CASE("a pack made after its round was opened knows that, tells nothing of others, and comes back late") {
    PackedStudy study;
    take(openRound(*study.session, "rel1"));
    PackRequest request{"R1", study.scratch.file("late.rpack"), "", cheap};
    const PackReport made = take(service::pack(*study.session, request));
    CHECK(made.openedRounds == std::vector<std::string>{"rel1"});
    const std::string bytes = bytesOf(request.out);
    for (const char* secret : {"Zwaluw", "Gerda", "Annelies", "secret.csv"})
        CHECK(bytes.find(secret) == std::string::npos);
    std::size_t ratings = 0;
    {
        const auto pack = study.openPack(request.out, "laptop", 5);
        const model::Round round = take(pack->round("rel1"));
        CHECK(round.openedAt > 0);
        CHECK_FALSE(round.isStillBlind());
        for (const UnitItem& item : take(units(*pack, {"rel1", "", UnitState::All}))) {
            CHECK(item.name.starts_with("R")); // neutral still: nothing else is in the pack
            CHECK(item.sourceName.find("P2") == std::string::npos);
            ratings += item.isComplete ? 0U : 1U;
        }
        // With nobody to agree with there is nothing to measure, whatever is open.
        const auto measured = measureStudy(*pack, {});
        CHECK((!measured || measured->results.empty() ||
               measured->results[0].agreement.data.pairableUnits == 0));
        study.workThrough(*pack, "R1", "rel1", 100, "conflict");
        CHECK(take(check(*pack, false)).problems.empty());
    }
    const auto merged = study.mergeAll({request.out});
    CHECK(merged.files[0].afterOpening.at("rel1") == std::int64_t(2 * ratings));
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("work outside assignments in a pack comes back, whatever the study had of it") {
    PackedStudy study;
    const bool hasBefore = GENERATE(false, true);
    const bool hasLater = GENERATE(false, true);
    const auto atHome = [&] {
        take(service::code(*study.session, study.target("Gerda-Gans", "P1/Q1"), study.code("closeness")));
    };
    if (hasBefore)
        atHome();
    const std::string file = study.packFor("R1", "r1.rpack");
    {
        const auto pack = study.openPack(file, "laptop", 7);
        const auto rater = take(pack->rater("R1")).id;
        const model::UnitId unit = take(units(*pack, {"rel1", "R1", UnitState::Done})).at(0).id;
        const auto round = take(roundFor(*pack, unit, rater, "default"));
        take(
            service::code(*pack, {rater, round.id, unit}, take(pack->codebook())->code("conflict").code->id));
    }
    if (hasLater && !hasBefore)
        atHome();
    const MergeResult merged = study.mergeAll({file});
    CHECK(merged.files.at(0).refused.empty());
    CHECK(merged.files.at(0).added == 1);
    std::size_t given = 0;
    for (const UnitItem& item : take(units(*study.session, {})))
        given += study.work(study.target("R1", item.name)).codings.size();
    CHECK(given == 1);
    CHECK(study.problems().empty());
}

TEST_CASE("work in a round that the study does not have is refused for that reason") {
    PackedStudy study;
    take(backup(*study.session, study.scratch.file("before.rapport")));
    study.request.round = "later";
    take(assign(*study.session, study.request));
    const std::string file = study.packFor("R1", "r1.rpack");
    study.workThrough(*study.openPack(file, "laptop", 7), "R1", "later", 1, "closeness");
    const auto older = study.openPack(study.scratch.file("before.rapport"), "desk", 8);
    const auto merged = take(merge(*older, {{file}, ""}));
    REQUIRE(merged.files.at(0).refused.size() == 1);
    CHECK(merged.files.at(0).refused[0].reason.text() ==
          "work in round 'later', which this study does not have: merge the copy that made the pack first");
}

TEST_CASE("another copy of the study brings its raters, rounds and work") {
    PackedStudy study;
    const std::string copy = study.scratch.file("copy.rapport");
    take(backup(*study.session, copy));
    Environment other = study.environment(31);
    other.device = base::Guid::fromText("second desk");
    {
        const auto there = take(Session::open(copy, OpenMode::ReadWrite, other));
        take(addRater(*there, "Late", model::RaterKind::Human));
        AssignRequest request;
        request.round = "rel2";
        request.raters = {"Late"};
        request.prompts = {"Q2"};
        take(assign(*there, request));
        study.workThrough(*there, "Late", "rel2", 2, "one_on_one");
        study.workThrough(*there, "R1", "rel1", 1, "conflict");
        take(openRound(*there, "rel2"));
    }
    study.workThrough(*study.session, "Gerda-Gans", "rel1", 1, "closeness");
    const auto merged = study.mergeAll({copy});
    CHECK_FALSE(merged.files[0].isPack);
    CHECK(merged.files[0].codings == 3);
    CHECK(merged.files[0].refused.empty());
    CHECK(study.problems().empty());
    CHECK(take(study.session->round("rel2")).openedAt > 0);
    CHECK(take(units(*study.session, {"rel2", "Late", UnitState::Done})).size() == 2);
    // The other way round it comes to the same.
    const auto back = take(Session::open(copy, OpenMode::ReadWrite, other));
    take(merge(*back, {{study.path()}, ""}));
    CHECK(take(check(*back, false)).problems.empty());
    CHECK(take(exportCodings(*back)) == take(exportCodings(*study.session)));
    CHECK(study.mergeAll({copy}).files[0].codings == 0);
}

TEST_CASE("a redaction in a pack takes away the index of that pack, and of nothing else") {
    PackedStudy study;
    const auto pack = study.openPack(study.packFor("R1", "r1.rpack"), "laptop", 5);
    take(updateIndex(*study.session, true));
    const auto indexes = [&study] {
        std::set<std::string> found;
        for (const auto& entry : fs::directory_iterator(study.scratch.file("cache")))
            found.insert(entry.path().filename().string());
        return found;
    };
    const auto ofStudy = indexes();
    REQUIRE(ofStudy.size() == 1);
    take(updateIndex(*pack, true));
    REQUIRE(indexes().size() == 2);
    SearchRequest request;
    request.query = "luistert";
    REQUIRE(take(service::search(*pack, request)).matches == 1);
    const model::UnitId unit = take(service::search(*pack, request)).hits.front().unit;
    take(redact(*pack, {unit, std::nullopt, "luistert"}));
    CHECK(indexes() == ofStudy);
    CHECK(take(service::search(*pack, request)).matches == 0);
    CHECK(take(service::search(*study.session, request)).matches == 1); // until the pack is merged
}

TEST_CASE("a pack that cannot be written leaves the study as it was") {
    StudyFixture study;
    PackRequest request;
    request.rater = "R1";
    request.out = study.scratch.file("missing") + "/r1.rpack";
    CHECK(pack(*study.session, request).error().code == base::Errc::Io);
    CHECK(take(study.session->rounds()).empty());
    CHECK_FALSE(take(study.session->codebook())->isFrozen);
}
