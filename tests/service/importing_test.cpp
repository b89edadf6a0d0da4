// SPDX-License-Identifier: GPL-3.0-or-later
// Files on their way into a study, of whatever kind.
#include "service/importing.h"
#include "service/inspecting.h"
#include "service/rating.h"
#include "service/reading.h"
#include "service/searching.h"
#include "service/study_fixture.h"

#include <algorithm>
#include <filesystem>
#include <stop_token>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

TEST_CASE("a transcript becomes a text, turns and units; its name is its own") {
    StudyFixture study;
    const std::string text =
        "Moderator: Hoe ging het?\nEls: Goed.\nHet was druk.\nModerator: Waarom?\nEls: Tijd.\n";
    study.import("groep.txt", text, ImportKind::Transcript);
    const StudyInfo info = take(study.session->info());
    CHECK(info.turns == 4);
    CHECK(info.transcripts == 1);
    const auto unit = take(findUnit(*study.session, "groep#2"));
    const auto view = take(transcript(*study.session, unit.source, {}, {}));
    CHECK(view.turns[1].speaker == "Els");
    CHECK(view.text.substr(0, 12) == "Hoe ging het");
    CHECK(view.units.size() == 5);
    CHECK(view.units.back().name == "groep");
    // The same bytes are not imported twice; other bytes of that name get another name.
    CHECK(study.import("groep.txt", text, ImportKind::Transcript).added == 0);
    const ImportReport second = study.import("groep.txt", text + "Els: Meer.\n", ImportKind::Transcript);
    REQUIRE(second.notes.size() == 1);
    CHECK(second.notes[0].find("groep-2") != std::string::npos);
}

TEST_CASE("what cannot be seen in the name of a file stands as something that can") {
    StudyFixture study;
    const ImportReport report =
        study.import("inter\tview\x01.txt", "Ann: Hello.\nBea: Hello.\n", ImportKind::Transcript);
    const std::string name = "inter\xEF\xBF\xBDview\xEF\xBF\xBD";
    CHECK(take(findUnit(*study.session, name + "#1")).name == name + "#1");
    CHECK(std::any_of(report.notes.begin(), report.notes.end(), [&](const base::Phrase& note) {
        return note.text().find("named '" + name + "'") != std::string::npos;
    }));
    const SourceText shown =
        take(sourceText(*study.session, take(findUnit(*study.session, name + "#1")).source));
    CHECK(shown.item.file == name + ".txt");
    // A text of another program's project too.
    const std::string path = study.scratch.write(
        "p.qde",
        "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"P\"><Sources><TextSource "
        "guid=\"5a7e0d1c-0000-4000-8000-000000000001\" name=\"in&#9;ter\"><PlainTextContent>Ann: Hello."
        "</PlainTextContent></TextSource></Sources></Project>");
    const ImportReport project = take(importFiles(*study.session, {path}, {}));
    CHECK(take(findUnit(*study.session, "in\xEF\xBF\xBDter")).name == "in\xEF\xBF\xBDter");
    CHECK(std::any_of(project.notes.begin(), project.notes.end(), [](const base::Phrase& note) {
        return note.text().find("cannot be seen in its name") != std::string::npos;
    }));
}

TEST_CASE("one bad file among several: nothing is imported") {
    StudyFixture study;
    const std::string good = study.scratch.write("good.csv", "participant,Q1\nP50,Tekst\n");
    const std::string bad = study.scratch.write("bad.csv", std::string("\x00\x01\x02PNG\x00", 7));
    const auto before = take(study.session->position());
    const auto result = importFiles(*study.session, {good, bad}, {});
    REQUIRE_FALSE(result);
    CHECK(result.error().code == base::Errc::Unreadable);
    CHECK(result.error().where->file == bad);
    CHECK(take(study.session->position()) == before);
    CHECK(importFiles(*study.session, {study.scratch.file("none.csv")}, {}).error().code ==
          base::Errc::Unreadable);
}

TEST_CASE("a file that fails inside the transaction takes the ones before it along") {
    StudyFixture study;
    const std::string book = study.scratch.write(
        "more.json", R"({"schema":"rapport.codebook/1","id":"more","title":{"en":"More"},"variables":[
          {"id":"extra","title":{"en":"Extra"},"scale":"count","prompts":["Q1"]}]})");
    const std::string good = study.scratch.write("good.csv", "participant,Q1\nP50,Tekst\n");
    const std::string coded = study.scratch.write(
        "coded.csv", "unit,rater,variable,code,round\nP1/Q1,Ann,constructs,closeness,pilot\n");
    const std::string odd = study.scratch.write("odd.csv", "naam,wat vond je\nx,iets\n");
    const auto before = take(study.session->position());
    const auto result = importFiles(*study.session, {book, good, coded, odd}, {});
    REQUIRE_FALSE(result);
    CHECK(result.error().code == base::Errc::Refused);
    CHECK(result.error().where->file == odd);
    CHECK(take(study.session->position()) == before);
    CHECK(take(study.session->info()).participants == 4);
    CHECK(take(study.session->codebook())->variable("extra") == nullptr);
    CHECK(take(study.session->raters()).size() == 2);
    CHECK_FALSE(study.session->round("pilot"));
    CHECK_FALSE(findUnit(*study.session, "P50/Q1"));
    CHECK(take(check(*study.session, false)).problems.empty());
    // Without the odd one all of it comes in.
    CHECK(importFiles(*study.session, {book, good, coded}, {}));
    CHECK(take(study.session->position()) > before);
}

TEST_CASE("a cancelled import leaves the study as it was") {
    StudyFixture study;
    std::stop_source stop;
    base::Task task;
    task.stop = stop.get_token();
    const auto before = take(study.session->position());
    SECTION("before it began") {
        stop.request_stop();
        const std::string file = study.scratch.write("more.csv", "participant,Q1\nP50,Tekst\n");
        const auto result = importFiles(*study.session, {file}, {}, task);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == base::Errc::Cancelled);
    }
    SECTION("in the middle of the answers") {
        std::string table = "participant,Q1\n";
        for (int row = 0; row < 2500; ++row)
            table += "N" + std::to_string(row) + ",Tekst\n";
        std::uint64_t reached = 0;
        task.onProgress = [&](const base::ProgressState& state) {
            if (state.what == "importing answers") {
                reached = state.done;
                stop.request_stop();
            }
        };
        const auto result = importFiles(*study.session, {study.scratch.write("many.csv", table)}, {}, task);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == base::Errc::Cancelled);
        CHECK(reached == 1000);
    }
    SECTION("in the middle of the codings") {
        std::string table = "unit,rater,variable,value,round\n";
        for (int row = 0; row < 1500; ++row)
            table += "P1/Q1,Ann,cues," + std::to_string(row) + ",pilot\n";
        task.onProgress = [&](const base::ProgressState& state) {
            if (state.what == "importing codings")
                stop.request_stop();
        };
        const auto result = importFiles(*study.session, {study.scratch.write("many.csv", table)}, {}, task);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == base::Errc::Cancelled);
    }
    CHECK(take(study.session->position()) == before);
    CHECK(take(study.session->info()).participants == 4);
    CHECK(take(study.session->raters()).size() == 2);
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("a study is not read as a file to import") {
    // Reading it would drop the locks on a study that is open in this program.
    StudyFixture study;
    const std::string other = study.scratch.file("other.rapport");
    take(Session::create(other, {}, study.environment(7)));
    const std::string alias = study.scratch.file("alias.csv");
    std::filesystem::create_symlink(study.path(), alias);
    for (const std::string& path : {study.path(), other, alias}) {
        CAPTURE(path);
        const auto done = importFiles(*study.session, {path}, {});
        REQUIRE_FALSE(done);
        CHECK(done.error().code == base::Errc::Unreadable);
        CHECK(done.error().message.find("is a study") != std::string::npos);
        const auto seen = previewImport(*study.session, path, {});
        REQUIRE_FALSE(seen);
        CHECK(seen.error().message == done.error().message);
    }
}

TEST_CASE("a file of more than a study can hold is refused before it is read") {
    StudyFixture study;
    // Of holes: it takes no room on the disk.
    const std::string path = study.scratch.write("two.csv", "participant,Q1\nP1,\"een woord\n");
    std::filesystem::resize_file(path, 2'000'000'000);
    for (const ImportKind kind : {ImportKind::Detect, ImportKind::Answers, ImportKind::Transcript}) {
        ImportOptions options;
        options.kind = kind;
        const auto done = importFiles(*study.session, {path}, options);
        REQUIRE_FALSE(done);
        CHECK(done.error().message.text() == "a text or file is larger than a study can hold (1 GB)");
        const auto seen = previewImport(*study.session, path, options);
        REQUIRE_FALSE(seen);
        CHECK(seen.error().message == done.error().message);
    }
}

TEST_CASE("what stands above the first speaker is kept as a memo, and said") {
    StudyFixture study;
    const std::string text = "Interview 3, Gent\nparticipant does not want to be quoted\n\nAnna: Yes.\nBram: "
                             "No.\nAnna: Well.\n";
    const ImportReport report = study.import("talk.txt", text);
    std::string notes;
    for (const base::Phrase& note : report.notes)
        notes += note.text() + '\n';
    CHECK(notes.find("2 lines above the first speaker are kept as the source's memo") != std::string::npos);
    service::SearchRequest request;
    request.query = "quoted";
    request.place = service::SearchPlace::Memos;
    CHECK(take(service::search(*study.session, request)).matches == 1);
}

TEST_CASE("what its reader thinks of a file is said by the import too") {
    StudyFixture study;
    const ImportReport report = study.import("prose.txt", "One paragraph.\n\nAnother one.\n");
    REQUIRE(!report.notes.empty());
    CHECK(report.notes.front().text().find("no speakers found") != std::string::npos);
}

TEST_CASE("a file of which nothing comes in leaves its bytes outside of the study") {
    StudyFixture study;
    const std::string text = "participant,Q1,Q2\nP1," + std::string(300'000, 'x') + ",Nee.\n";
    const ImportReport refused = study.import("other.csv", text, ImportKind::Answers);
    CHECK(refused.added + refused.updated == 0);
    const auto size = [&] { return std::filesystem::file_size(study.path()); };
    study.reopen();
    const auto before = size();
    study.import("other.csv", text, ImportKind::Answers);
    study.reopen();
    CHECK(size() < before + 100'000);
    std::string fresh = text;
    fresh.replace(fresh.find("P1,"), 3, "P9,");
    CHECK(study.import("fresh.csv", fresh, ImportKind::Answers).added == 1);
    study.reopen();
    CHECK(size() > before + 300'000);
    CHECK(take(service::check(*study.session, false)).problems.empty());
}
