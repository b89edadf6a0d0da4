// SPDX-License-Identifier: GPL-3.0-or-later
// The case and the questions: typed in the study, taken from a file, undone.
#include "service/history.h"
#include "service/inspecting.h"
#include "service/instrument.h"
#include "service/study_fixture.h"

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

const model::Prompt& prompt(const model::Instrument& instrument, const std::string& name) {
    for (const model::Prompt& each : instrument.prompts) {
        if (each.name == name)
            return each;
    }
    FAIL("no prompt " << name);
    return instrument.prompts.front();
}

std::string instrumentFile(const std::string& prompts, bool isStandIn = false) {
    return R"({"schema":"rapport.instrument/1","id":"other","title":{"en":"Our case"},"stand_in":)" +
           std::string(isStandIn ? "true" : "false") + R"(,"prompts":[)" + prompts + "]}";
}

} // namespace

TEST_CASE(
    "the case and the questions are changed in the study, in each language, and the change can be undone") {
    StudyFixture study("relationship-vignette");
    const model::Instrument before = take(study.session->instrument());
    REQUIRE(before.isStandIn);
    REQUIRE(before.prompts.size() == 5);
    model::Instrument wanted = before;
    wanted.caseText.byLanguage["nl"] = "Noor zit stil.\n\nZe kijkt weg.";
    wanted.prompts[0].wording.byLanguage["en"] = "What strikes you, then?";
    wanted.isStandIn = false;
    const ChangeSet changes = take(putInstrument(*study.session, wanted));
    CHECK(changes.settingsChanged);
    CHECK(changes.act == "instrument");
    const model::Instrument now = take(study.session->instrument());
    CHECK(now.caseText.in("nl") == "Noor zit stil.\n\nZe kijkt weg.");
    CHECK(now.caseText.in("en") == before.caseText.in("en"));
    CHECK(now.prompts[0].wording.in("en") == "What strikes you, then?");
    CHECK(now.prompts[0].wording.in("nl") == before.prompts[0].wording.in("nl"));
    CHECK(now.prompts[0].id == before.prompts[0].id);
    CHECK_FALSE(now.isStandIn);
    CHECK(now.guid == before.guid);
    CHECK(now.name == before.name);

    HistoryRequest asked;
    const auto rows = take(history(*study.session, asked));
    REQUIRE_FALSE(rows.empty());
    CHECK(rows.back().act == "instrument");
    CHECK(rows.back().words == "changed case stand-in Q1");

    // Nothing else, no row.
    const std::int64_t position = take(study.session->position());
    take(putInstrument(*study.session, wanted));
    CHECK(take(study.session->position()) == position);

    study.reopen(); // undo goes on where the program was closed
    REQUIRE(canUndo(*study.session));
    CHECK(take(undo(*study.session)).settingsChanged);
    const model::Instrument back = take(study.session->instrument());
    CHECK(back.caseText == before.caseText);
    CHECK(back.prompts[0].wording == before.prompts[0].wording);
    CHECK(back.isStandIn);
    take(redo(*study.session));
    CHECK(take(study.session->instrument()).caseText == now.caseText);
    CHECK_FALSE(take(study.session->instrument()).isStandIn);
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("a change of the questions is not undone over a later one of somebody else") {
    StudyFixture study;
    model::Instrument wanted = take(study.session->instrument());
    wanted.prompts[0].wording = model::sameText("First?");
    take(putInstrument(*study.session, wanted));
    {
        const auto other = take(Session::open(study.path(), OpenMode::ReadWrite, study.environment(77)));
        wanted.prompts[0].wording = model::sameText("Second?");
        take(putInstrument(*other, wanted));
    }
    CHECK(undo(*study.session).error().code == base::Errc::Refused);
    CHECK(take(study.session->instrument()).prompts[0].wording.in("en") == "Second?");
}

TEST_CASE("answers keep their questions by name: others than the study's are refused") {
    StudyFixture study;
    const model::Instrument before = take(study.session->instrument());
    REQUIRE(before.prompts.size() == 2);
    const auto refused = [&](const std::string& prompts) {
        const auto done =
            importInstrument(*study.session, study.scratch.write("other.json", instrumentFile(prompts)));
        REQUIRE_FALSE(done);
        return done.error().code;
    };
    CHECK(refused(R"({"id":"Q9","kind":"open","wording":{"en":"New?"}})") == base::Errc::InvalidArgument);
    CHECK(refused(R"({"id":"Q1","kind":"yes-no","wording":{"en":"Yes?"}})") == base::Errc::InvalidArgument);
    CHECK(refused(R"({"id":"Q1","kind":"open","wording":{"en":""}})") == base::Errc::Unreadable);
    model::Instrument bare = before;
    bare.prompts[1].wording = {};
    CHECK(putInstrument(*study.session, bare).error().code == base::Errc::InvalidArgument);
    CHECK(take(study.session->instrument()).prompts[0].wording == before.prompts[0].wording);

    // What the file lacks stays: a prompt, a language, the case.
    model::Instrument both = before;
    both.caseText = model::sameText("Een casus.", "nl");
    both.prompts[0].wording.byLanguage["nl"] = "Wat valt je op?";
    take(putInstrument(*study.session, both));
    take(importInstrument(
        *study.session,
        study.scratch.write(
            "own.json",
            instrumentFile(R"({"id":"Q1","kind":"open","wording":{"en":"What strikes you?"}})", true))));
    const model::Instrument now = take(study.session->instrument());
    CHECK(now.isStandIn);
    CHECK(now.title.in("en") == "Our case");
    CHECK(now.caseText.in("nl") == "Een casus.");
    CHECK(prompt(now, "Q1").wording.in("en") == "What strikes you?");
    CHECK(prompt(now, "Q1").wording.in("nl") == "Wat valt je op?");
    CHECK(prompt(now, "Q2").wording == before.prompts[1].wording);

    // Out and in again is no change.
    const std::string out = take(exportInstrument(*study.session));
    const std::int64_t position = take(study.session->position());
    take(importInstrument(*study.session, study.scratch.write("out.json", out)));
    CHECK(take(study.session->position()) == position);
}

TEST_CASE("only the coordinator changes the questions") {
    StudyFixture study;
    model::Instrument wanted = take(study.session->instrument());
    wanted.prompts[0].wording = model::sameText("Else?");
    study.session->setViewer({study.rater("R1")});
    CHECK(putInstrument(*study.session, wanted).error().code == base::Errc::Refused);
    CHECK(importInstrument(*study.session, study.scratch.write("q.json", instrumentFile(""))).error().code ==
          base::Errc::Refused);
}
