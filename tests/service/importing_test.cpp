// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/platform/file.h"
#include "service/assigning.h"
#include "service/exporting.h"
#include "service/importing.h"
#include "service/inspecting.h"
#include "service/rating.h"
#include "service/reading.h"
#include "service/searching.h"
#include "service/study_fixture.h"
#include "store/raw_sql.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <stop_token>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

TEST_CASE("empty cells are non-responses, not units") {
    StudyFixture study;
    const StudyInfo info = take(study.session->info());
    CHECK(info.participants == 4);
    CHECK(info.answers == 7);
    CHECK(info.nonResponses == 1);
    CHECK(info.units == 7);
    CHECK(findUnit(*study.session, "P2/Q2").error().code == base::Errc::NotFound);
}

TEST_CASE("a second import adds and updates, never doubles, and never changes a text") {
    StudyFixture study;
    const ImportReport report =
        study.import("again.csv", "participant,group,Q1,Q2\n"
                                  "P1,A1,De juf is dichtbij Noor.,Samen spelen helpt.\n"
                                  "P2,B2,Er is conflict.,Nu wel een antwoord.\n"
                                  "P3,A2,Iets anders.,Talk with her.\n"
                                  "P9,C1,Nieuw.,\n");
    CHECK(report.read == 4);
    CHECK(report.added == 1);
    CHECK(report.updated == 1);
    REQUIRE(report.rejected.size() == 1);
    CHECK(report.rejected[0].line == 4);
    CHECK(report.rejected[0].message == "P3/Q1 has another answer in the study already");
    const StudyInfo info = take(study.session->info());
    CHECK(info.answers == 9);
    CHECK(info.nonResponses == 1);
    CHECK(take(check(*study.session, false)).problems.empty());
}

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

TEST_CASE("a table that says too little asks for a mapping and imports nothing") {
    StudyFixture study;
    const std::string file = study.scratch.write("odd.csv", "naam,wat vond je\nx,iets\n");
    ImportOptions options;
    CHECK(take(previewImport(*study.session, file, options)).needsMapping);
    const auto before = take(study.session->position());
    CHECK(importFiles(*study.session, {file}, options).error().code == base::Errc::Refused);
    CHECK(take(study.session->position()) == before);
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

TEST_CASE("a response stays what it was: empty cells wipe nothing, other values are reported") {
    StudyFixture study("relationship-vignette"); // B1 and B2 are yes-no prompts
    CHECK(study.import("one.csv", "participant,Q1,B1\nP1,a,yes\nP2,b,\nP3,c,no\n").rejected.empty());
    const ImportReport report = study.import("two.csv", "participant,Q1,B1\nP1,a,\nP2,b,yes\nP3,c,yes\n");
    CHECK(report.updated == 1);
    REQUIRE(report.rejected.size() == 1);
    CHECK(report.rejected[0].line == 4);
    CHECK(report.rejected[0].column == "B1");
    CHECK(report.rejected[0].message == "P3/B1 has another answer in the study already");
    // What is there now: P1 yes, P2 yes, P3 no.
    CHECK(study.import("same.csv", "participant,Q1,B1\nP1,a,yes\nP2,b,yes\nP3,c,no\n").rejected.empty());
    CHECK(study.import("other.csv", "participant,Q1,B1\nP1,a,no\nP2,b,no\nP3,c,yes\n").rejected.size() == 3);
}

TEST_CASE("codings made elsewhere come in with their raters and rounds, and go out as they were") {
    StudyFixture study;
    const std::string header =
        "unit,rater,variable,code,value,begin,end,quote,completed,time,round,version\n";
    const std::string rows =
        "P1/Q1,Ann,constructs,closeness,1,3,6,juf,1,2026-03-01T20:00:00Z,reliability,1\n"
        "P1/Q1,Ann,cues,,2,,,,1,2026-03-01T20:00:05Z,reliability,1\n"
        "P1/Q1,Ann,level,,dyadic,,,,1,2026-03-01T20:00:09Z,reliability,1\n"
        "P1/Q1,Bob,,,,,,,1,2026-03-01T21:00:00Z,reliability,1\n"
        "P4/Q1,Ann,constructs,conflict,1,2,6,Noor,1,2026-03-01T20:01:00Z,reliability,1\n";
    const ImportReport report = study.import("codings.csv", header + rows);
    CHECK(report.rejected.empty());
    CHECK(take(study.session->round("reliability")).kind == model::RoundKind::Reliability);
    CHECK(take(exportCodings(*study.session)) == header + rows);
    // Again: nothing doubles.
    study.import("codings-2.csv", header + rows);
    CHECK(take(exportCodings(*study.session)) == header + rows);
}

TEST_CASE("each bad coding is rejected with its line and why, the good ones come in") {
    StudyFixture study;
    const ImportReport report =
        study.import("codings.csv", "unit,rater,variable,code,value,begin,end,quote,completed\n"
                                    "P1/Q1,R1,constructs,closeness,1,,,,1\n"
                                    "P9/Q1,R1,constructs,closeness,1,,,,1\n"
                                    "P1/Q1,R1,constructs,nothing,1,,,,1\n"
                                    "P1/Q1,R1,practices,one_on_one,1,,,,1\n"
                                    "P1/Q1,R1,level,,upside,,,,1\n"
                                    "P1/Q1,R1,constructs,conflict,1,0,900,,1\n"
                                    "P1/Q1,R1,constructs,conflict,1,0,2,xx,1\n"
                                    "P1/Q1,R1,cues,,-1,,,,1\n");
    CHECK(report.added == 1);
    std::vector<std::size_t> lines;
    for (const RejectedRow& row : report.rejected)
        lines.push_back(row.line);
    CHECK(lines == std::vector<std::size_t>{3, 4, 5, 6, 7, 8, 9});
}

namespace {

const std::string codingsHeader =
    "unit,rater,variable,code,value,begin,end,quote,completed,time,round,version\n";

/// Version 2 of the fixture's codebook: `distance` for `conflict`, without `cues`.
void followCodebook(StudyFixture& study) {
    model::Codebook book = *take(study.session->codebook());
    std::erase_if(book.variables, [](const auto& variable) { return variable.name == "cues"; });
    for (model::Code& code : book.variables[0].codes) {
        if (code.name == "conflict") {
            code.name = "distance";
            code.guid = {};
            code.key = {};
        }
    }
    take(putCodebook(*study.session, book));
}

} // namespace

TEST_CASE("one table for each rater makes one round") {
    StudyFixture study;
    const std::string ann = "P1/Q1,Ann,constructs,closeness,1,,,,1,2026-03-01T20:00:00Z,joint,1\n"
                            "P2/Q1,Ann,constructs,conflict,1,,,,1,2026-03-01T20:01:00Z,joint,1\n";
    const std::string bob = "P1/Q1,Bob,constructs,closeness,1,,,,1,2026-03-02T20:00:00Z,joint,1\n"
                            "P4/Q1,Bob,constructs,conflict,1,,,,1,2026-03-02T20:01:00Z,joint,1\n";
    const std::string first = study.scratch.write("ann.csv", codingsHeader + ann);
    const std::string second = study.scratch.write("bob.csv", codingsHeader + bob);
    const auto numbered = [&](std::int64_t number) {
        const auto rounds = take(study.session->rounds());
        const auto joint = std::find_if(rounds.begin(), rounds.end(),
                                        [](const model::Round& round) { return round.name == "joint"; });
        return take(findUnit(*study.session, model::neutralName(joint - rounds.begin() + 1, number))).name;
    };
    SECTION("in one command") {
        CHECK(take(importFiles(*study.session, {first, second}, {})).rejected.empty());
    }
    SECTION("one after the other") {
        CHECK(take(importFiles(*study.session, {first}, {})).rejected.empty());
        CHECK(take(study.session->round("joint")).kind == model::RoundKind::Reliability);
        const std::vector<std::string> before{numbered(1), numbered(2)};
        CHECK(take(importFiles(*study.session, {second}, {})).rejected.empty());
        CHECK(std::vector<std::string>{numbered(1), numbered(2)} == before);
        CHECK(numbered(3) == "P4/Q1");
    }
    const std::set<std::string> units{numbered(1), numbered(2), numbered(3)};
    CHECK(units == std::set<std::string>{"P1/Q1", "P2/Q1", "P4/Q1"});
    CHECK(take(study.session->round("joint")).kind == model::RoundKind::Reliability);
    CHECK(take(exportCodings(*study.session)) ==
          codingsHeader + ann.substr(0, ann.find('\n') + 1) + bob.substr(0, bob.find('\n') + 1) +
              ann.substr(ann.find('\n') + 1) + bob.substr(bob.find('\n') + 1));
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("only rounds that an import made take in more, and only until they are opened") {
    StudyFixture study;
    study.import("ann.csv", codingsHeader + "P1/Q1,Ann,,,,,,,1,2026-03-01T20:00:00Z,joint,1\n"
                                            "P1/Q1,Bob,,,,,,,1,2026-03-01T20:00:00Z,joint,1\n");
    AssignRequest request;
    request.round = "planned";
    request.kind = model::RoundKind::Reliability;
    request.raters = {"R1", "R2"};
    request.sample = "1";
    take(assign(*study.session, request));
    const std::string all = "P1/Q1,Cas,,,,,,,1,2026-03-01T20:00:00Z,";
    CHECK(study.import("planned.csv", codingsHeader + all + "planned,1\n").rejected.size() == 1);
    take(openRound(*study.session, "joint"));
    CHECK(study.import("joint.csv", codingsHeader + all + "joint,1\n").rejected.size() == 1);
}

TEST_CASE("when and under which version a unit was completed survives export and import") {
    StudyFixture study;
    // Coded under version 1, completed later under version 2.
    const std::string coded = "P1/Q1,Ann,constructs,conflict,1,,,,0,2026-03-01T20:00:00Z,joint,1\n";
    study.import("one.csv", codingsHeader + coded);
    followCodebook(study);
    REQUIRE(take(study.session->codebook())->version == 2);
    const std::string done = "P1/Q1,Ann,,,,,,,1,2026-03-02T20:00:00Z,joint,2\n";
    study.import("two.csv", codingsHeader + done);
    const std::string both =
        codingsHeader + done + "P1/Q1,Ann,constructs,conflict,1,,,,1,2026-03-01T20:00:00Z,joint,1\n";
    // `conflict` is gone from the codebook, the coding is still called so.
    CHECK(take(exportCodings(*study.session)) == both);
    StudyFixture other;
    other.import("freeze.csv", codingsHeader + "P2/Q1,R1,,,,,,,1,2026-03-01T20:00:00Z,default,1\n");
    followCodebook(other);
    CHECK(other.import("both.csv", both).rejected.empty());
    CHECK(take(exportCodings(*other.session)) == both + "P2/Q1,R1,,,,,,,1,2026-03-01T20:00:00Z,default,1\n");
    CHECK(take(check(*other.session, false)).problems.empty());
}

TEST_CASE("codes and variables of an earlier version come in under that version only") {
    StudyFixture study;
    study.import("freeze.csv", codingsHeader + "P2/Q1,R1,,,,,,,1,2026-03-01T20:00:00Z,default,1\n");
    followCodebook(study);
    const ImportReport report = study.import("codings.csv", "unit,rater,variable,code,value,version\n"
                                                            "P1/Q1,R1,constructs,conflict,1,1\n"
                                                            "P1/Q1,R1,cues,,3,1\n"
                                                            "P1/Q1,R2,constructs,conflict,1,2\n"
                                                            "P1/Q1,R2,constructs,distance,1,1\n"
                                                            "P1/Q1,R2,cues,,3,\n");
    CHECK(report.added == 2);
    std::vector<std::string> columns;
    for (const RejectedRow& row : report.rejected)
        columns.push_back(std::to_string(row.line) + row.column);
    CHECK(columns == std::vector<std::string>{"4code", "5version", "6variable"});
    const std::string table = take(exportCodings(*study.session));
    CHECK(table.find("P1/Q1,R1,constructs,conflict,1") != std::string::npos);
    CHECK(table.find("P1/Q1,R1,cues,,3") != std::string::npos);
}

TEST_CASE("a code judged absent withdraws the coding that says otherwise") {
    StudyFixture study;
    const std::string header = "unit,rater,variable,code,value,begin,end\n";
    study.import("one.csv", header + "P1/Q1,R1,constructs,closeness,1,,\nP1/Q1,R1,constructs,conflict,1,0,2\n"
                                     "P1/Q1,R1,constructs,conflict,1,,\n");
    const ImportReport report = study.import("two.csv", header + "P1/Q1,R1,constructs,closeness,0,,\n"
                                                                 "P1/Q1,R1,constructs,conflict,0,0,2\n"
                                                                 "P4/Q1,R1,constructs,conflict,0,,\n"
                                                                 "P1/Q1,R1,constructs,nothing,0,,\n"
                                                                 "P1/Q1,R1,constructs,attachment,0,,\n");
    CHECK(report.added == 0);
    CHECK(report.updated == 2);
    REQUIRE(report.rejected.size() == 2);
    CHECK(report.rejected[0].line == 5);
    CHECK(report.rejected[0].column == "code");
    CHECK(report.rejected[1].line == 6);
    const std::string table = take(exportCodings(*study.session));
    CHECK(table.find("closeness") == std::string::npos);
    CHECK(table.find("conflict,1,,,,1") != std::string::npos);
    CHECK(table.find("conflict,1,0,2") == std::string::npos);
    CHECK(table.find("P4/Q1,R1,,,,,,,1") != std::string::npos);
}

TEST_CASE("raters of a table are named by the rule for all raters") {
    StudyFixture study;
    const std::string longName(101, 'x');
    const ImportReport report =
        study.import("codings.csv", "unit,rater,variable,code,round\n"
                                    "P1/Q1,\"A,B\",constructs,closeness,pilot\n"
                                    "P1/Q1," +
                                        longName +
                                        ",constructs,closeness,pilot\n"
                                        "P1/Q1,,constructs,closeness,pilot\n"
                                        "P1/Q1," +
                                        longName.substr(1) + ",constructs,closeness,pilot\n");
    CHECK(report.added == 1);
    std::vector<std::size_t> lines;
    for (const RejectedRow& row : report.rejected) {
        CHECK(row.column == "rater");
        lines.push_back(row.line);
    }
    std::sort(lines.begin(), lines.end());
    CHECK(lines == std::vector<std::size_t>{2, 3, 4});
    CHECK(take(study.session->raters()).size() == 3);
}

TEST_CASE("quotes are checked wherever the unit stands in its text") {
    StudyFixture study;
    std::string text;
    for (int turn = 0; turn < 40; ++turn)
        text += std::string(turn % 2 == 0 ? "Els" : "Moderator") + ": \xF0\x9F\x98\x80 beurt\n";
    study.import("groep.txt", text, ImportKind::Transcript);
    std::string table = codingsHeader;
    for (int turn = 40; turn > 0; --turn) {
        const auto unit = take(findUnit(*study.session, "groep#" + std::to_string(turn)));
        const std::string begin = std::to_string(unit.range.begin.value);
        const std::string end = std::to_string(unit.range.begin.value + 4);
        table += "groep#" + std::to_string(turn) + ",R1,constructs,closeness,1," + begin + "," + end +
                 ",\xF0\x9F\x98\x80 be,1,2026-03-01T20:00:00Z,default,1\n";
    }
    CHECK(study.import("codings.csv", table).rejected.empty());
    const std::string written = take(exportCodings(*study.session));
    std::size_t quotes = 0;
    for (std::size_t at = 0; (at = written.find("\xF0\x9F\x98\x80 be,", at)) != std::string::npos; ++at)
        ++quotes;
    CHECK(quotes == 40);
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

TEST_CASE("cells that mean nothing are pointed out, and read as empty where one wants it") {
    StudyFixture study;
    const std::string file = study.scratch.write("wave.csv", "participant,Q1,Q2,campus\n"
                                                             "A1,Een antwoord.,n.v.t.,Gent\n"
                                                             "A2,N.V.T. ,-,-\n"
                                                             "A3,-,Nog een.,Aalst\n");
    ImportOptions options;
    auto preview = take(previewImport(*study.session, file, options));
    CHECK(preview.answers == 6);
    REQUIRE(preview.emptyValues.size() == 2);
    CHECK(preview.emptyValues[0].text == "-");
    CHECK(preview.emptyValues[0].cells == 3);
    CHECK(preview.emptyValues[1].text == "n.v.t.");
    CHECK(preview.emptyValues[1].cells == 2);
    CHECK(preview.emptyValues[1].columns == std::vector<std::string>{"Q2", "Q1"});
    CHECK_FALSE(preview.emptyValues[0].isTaken);
    options.emptyValues = {"n.v.t.", "-"};
    preview = take(previewImport(*study.session, file, options));
    CHECK(preview.answers == 2);
    CHECK(preview.emptyAnswers == 4);
    CHECK(preview.emptyValues[0].isTaken);
    CHECK(take(importFiles(*study.session, {file}, options)).added == 3);
    CHECK(findUnit(*study.session, "A1/Q1").has_value());
    CHECK_FALSE(findUnit(*study.session, "A1/Q2").has_value());
    CHECK_FALSE(findUnit(*study.session, "A2/Q1").has_value());
    CHECK(take(study.session->info()).nonResponses == 5); // with P2's in the fixture
}

TEST_CASE("a mapping is kept with the study and fits the next file with the same columns") {
    StudyFixture study;
    const std::string first = study.scratch.write("w1.csv", "Respondent,Vraag,Mail\nA1,Een tekst.,a@b.be\n");
    const std::string second = study.scratch.write("w2.csv", "Mail,Respondent,Vraag\na@b.be,A2,Nog een.\n");
    const std::string other = study.scratch.write("w3.csv", "Respondent,Vraag\nA1,Een tekst.\n");
    std::vector<ColumnPlan> plan(3);
    plan[0].column = "Respondent";
    plan[0].use = ColumnUse::Participant;
    plan[1].column = "Vraag";
    plan[1].use = ColumnUse::Answer;
    plan[1].target = "Q1";
    plan[2].column = "Mail";
    CHECK(saveMapping(*study.session, "  ", plan, {}).error().code == base::Errc::InvalidArgument);
    take(saveMapping(*study.session, "wave 1", plan, {}));
    take(saveMapping(*study.session, "wave 1", plan, {"-"})); // takes the place of the first
    study.reopen();
    REQUIRE(take(savedMappings(*study.session)).size() == 1);
    CHECK(take(previewImport(*study.session, first, {})).savedMappings.size() == 1);
    const std::string unlike = study.scratch.write("w4.csv", "Respondent,a,b,c\nA1,Een tekst.,1,2\n");
    CHECK(take(previewImport(*study.session, unlike, {})).savedMappings.empty());
    // The next wave may lack a column: the mapping still fits, and what differs is said.
    const auto lacking = take(previewImport(*study.session, other, {})).savedMappings;
    REQUIRE(lacking.size() == 1);
    ImportOptions narrower;
    narrower.mappingJson =
        R"({"schema":"rapport.mapping/1","columns":[{"column":"Respondent","as":"participant"},
        {"column":"Vraag","as":"answer","prompt":"Q1"},{"column":"Leeftijd","as":"attribute","name":"age"}]})";
    narrower.dryRun = true;
    const auto narrow = take(previewImport(*study.session, other, narrower));
    CHECK_FALSE(narrow.needsMapping);
    CHECK(std::any_of(narrow.warnings.begin(), narrow.warnings.end(), [](const base::Phrase& warning) {
        return warning.text().find("Leeftijd") != std::string::npos;
    }));
    narrower.mappingFile = "map.json";
    const auto wrong = previewImport(*study.session, unlike, narrower);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().where->file == "map.json");
    CHECK(wrong.error().message.text().find("Vraag, Leeftijd") != std::string::npos);
    const auto fitting = take(previewImport(*study.session, second, {})).savedMappings;
    REQUIRE(fitting.size() == 1);
    CHECK(fitting[0].name == "wave 1");
    ImportOptions options;
    options.mappingJson = fitting[0].mappingJson;
    const auto preview = take(previewImport(*study.session, second, options));
    CHECK(preview.columns[1].use == ColumnUse::Participant);
    CHECK(preview.columns[2].target == "Q1");
    CHECK(preview.columns[0].use == ColumnUse::LeftOut);
    CHECK(take(importFiles(*study.session, {second}, options)).added == 1);
    // The same people again add nothing and double nobody.
    const auto again = take(importFiles(*study.session, {second}, options));
    CHECK(again.read == 1);
    CHECK(again.added == 0);
    CHECK(again.updated == 0);
    take(removeMapping(*study.session, "wave 1"));
    CHECK(removeMapping(*study.session, "wave 1").error().code == base::Errc::NotFound);
    study.session->setViewer({study.rater("R1")});
    CHECK(saveMapping(*study.session, "x", plan, {}).error().code == base::Errc::Refused);
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

TEST_CASE("answers that were asked for never become attributes unasked") {
    StudyFixture study("empty");
    service::NewStudy fresh;
    fresh.title = "Bare";
    fresh.templateName = "empty";
    const auto session =
        take(service::Session::create(study.scratch.file("bare.rapport"), fresh, study.environment(9)));
    ImportOptions options;
    options.kind = ImportKind::Answers;
    const std::string file = study.scratch.write("a.csv", "participant,Q1\nP1,words\nP2,more\n");
    CHECK(take(previewImport(*session, file, options)).needsMapping);
    CHECK_FALSE(importFiles(*session, {file}, options));
    options.kind = ImportKind::Participants;
    CHECK(take(importFiles(*session, {file}, options)).added == 2);
}

TEST_CASE("who looks the same in two files is one participant, and who nearly does is told") {
    StudyFixture study;
    study.import("a.csv", "participant,Q1\nRen\u00E9,Een.\nP2,Twee.\nP1,Drie.\n7,Vier.\n",
                 ImportKind::Answers);
    const std::string same = study.scratch.write(
        "b.csv", "participant,leeftijd\nRene\u0301,20\nP2\u200B,21\n \uFEFFP1 ,22\n7,23\n");
    ImportOptions options;
    options.kind = ImportKind::Participants;
    for (const base::Phrase& each : take(previewImport(*study.session, same, options)).warnings)
        CHECK(std::string(each).find("differ only") == std::string::npos);
    const ImportReport report = take(importFiles(*study.session, {same}, options));
    CHECK(report.updated == 4);
    CHECK(report.added == 0);
    const std::string alike =
        study.scratch.write("c.csv", "participant,leeftijd\np1,20\n007,21\n7.0,22\nP2,23\nRene,24\nP11,25\n");
    const std::string told =
        "participants whose names differ only in capitals, accents or how a number is written are "
        "different people: 007 / 7.0, 7 / 7.0, P1 / p1, Rene / Ren\u00E9";
    const auto has = [](const std::vector<base::Phrase>& phrases, const std::string& wanted) {
        return std::any_of(phrases.begin(), phrases.end(),
                           [&](const base::Phrase& each) { return each == wanted; });
    };
    CHECK(has(take(previewImport(*study.session, alike, options)).warnings, told));
    CHECK(has(take(importFiles(*study.session, {alike}, options)).notes, alike + ": " + told));
}

TEST_CASE("the study's own table of answers comes back as it went") {
    StudyFixture study("relationship-vignette");
    study.import("a.csv",
                 "participant,nr,score,cijfer,day,moved,note,age,B1,Q1,r\u00E9gion,1e keus\n"
                 "P1,007,3.50,\"7,10\",2024-05-24,ja,,n.v.t.,ja,\"Tekst.\nNog een regel. \",Oost,a\n"
                 "P2,012,4,\"8,0\",2024-05-25,Nee,3.50,21,Nee,Nog.,,b\n"
                 "P3,3,-0.5,,,yes,1e3,21.0,yes,=1,West,c\n"
                 "P4,12345678901234567,0.30000000000000004,\"6,5\",2024-02-29,nee,-99,,,\" Iets\",Zuid,\n",
                 ImportKind::Answers);
    ImportOptions later;
    later.kind = ImportKind::Answers;
    later.wave = "second";
    const std::string second = study.scratch.write("b.csv", "participant,Q1,B1\nP1,Later.,nee\n");
    take(importFiles(*study.session, {second}, later));
    const auto types = [&] {
        std::map<std::string, model::AttributeType> byName;
        for (const model::Attribute& attribute : take(service::attributes(*study.session)))
            byName.emplace(attribute.name, attribute.type);
        return byName;
    };
    CHECK(types()["nr"] == model::AttributeType::Number);
    CHECK(types()["cijfer"] == model::AttributeType::Number);
    CHECK(types()["day"] == model::AttributeType::Date);
    CHECK(types()["moved"] == model::AttributeType::Boolean);
    ExportRequest request;
    request.kind = ExportKind::Answers;
    request.withBlinded = true;
    const auto told = [](const ImportReport& report) {
        std::string all;
        for (const RejectedRow& row : report.rejected)
            all += row.column + ": " + std::string(row.message) + "\n";
        return all;
    };
    take(writeExport(*study.session, request, study.scratch.file("before.csv")));
    for (const char* name : {"back.csv", "back.xlsx", "back.sav"}) {
        CAPTURE(name);
        const std::string file = study.scratch.file(name);
        take(writeExport(*study.session, request, file));
        ImportOptions options;
        options.kind = ImportKind::Answers;
        const ImportReport report = take(importFiles(*study.session, {file}, options));
        // What such a file cannot hold stays, and is told.
        const std::string_view form = name;
        CHECK(told(report) == (form == "back.csv" ? ""
                               : form == "back.xlsx"
                                   ? "score: participant 'P4' keeps the value '0.30000000000000004': '0.3' "
                                     "may be the same number, rounded by this kind of file\n"
                                   : "nr: participant 'P4' keeps the value '12345678901234567': "
                                     "'12345678901234568' may be the same number, rounded by this kind of "
                                     "file\n"));
        CHECK(report.added == 0);
        CHECK(report.updated == 0);
        take(writeExport(*study.session, request, study.scratch.file("after.csv")));
        CHECK(take(base::readFile(study.scratch.file("after.csv"))) ==
              take(base::readFile(study.scratch.file("before.csv"))));
    }
    // Another number is another value.
    study.import("c.csv", "participant,score\nP1,3.51\nP2,4.00\n", ImportKind::Participants);
    take(writeExport(*study.session, request, study.scratch.file("after.csv")));
    CHECK(base::readFile(study.scratch.file("after.csv"))->find(",007,3.51,") != std::string::npos);
}

TEST_CASE("an empty cell of a wave is no empty answer") {
    StudyFixture study("relationship-vignette");
    study.import("a.csv", "participant,Q1\nP1,Tekst.\nP2,Nog.\nP3,\n", ImportKind::Answers);
    ImportOptions later;
    later.kind = ImportKind::Answers;
    later.wave = "june";
    const std::string second = study.scratch.write("b.csv", "participant,Q1\nP1,Later.\n");
    take(importFiles(*study.session, {second}, later));
    const std::string table = "participant,Q1,Q1_june\nP1,Tekst.,Later.\nP2,Nog.,\nP3,,\n";
    const auto told = [](const ImportPreview& preview) {
        std::string all;
        for (const base::Phrase& warning : preview.warnings)
            all += warning.text() + "\n";
        return all;
    };
    ImportOptions options;
    options.kind = ImportKind::Answers;
    const ImportPreview preview =
        take(previewImport(*study.session, study.scratch.write("c.csv", table), options));
    CHECK(preview.emptyAnswers == 1);
    CHECK(told(preview) == "Q1: 1 of 3 answers is empty (line 4)\n");
    // The question may come with the same table.
    options.mappingJson = R"({"schema":"rapport.mapping/1","columns":[
        {"column":"participant","as":"participant"},{"column":"Q9","as":"answer","prompt":"Q9"},
        {"column":"later","as":"answer","prompt":"Q9@june"}]})";
    const std::string fresh =
        study.scratch.write("d.csv", "participant,Q9,later\nP1,Tekst.,Later.\nP2,Nog.,\nP3,,\n");
    CHECK(take(previewImport(*study.session, fresh, options)).emptyAnswers == 1);
    CHECK(take(importFiles(*study.session, {fresh}, options)).rejected.empty());
}

TEST_CASE("a number that is corrected in its last digit is updated") {
    StudyFixture study("relationship-vignette");
    const auto now = [&](const std::string& value) {
        return study.import("a.csv", "participant,nr\nP1,\"" + value + "\"\n", ImportKind::Participants);
    };
    now("12345678901234567");
    CHECK(now("012345678901234567").updated == 0);
    CHECK(now("12345678901234567,0").updated == 0);
    CHECK(now("12345678901234568").updated == 1);
    CHECK(now("-12345678901234568").updated == 1);
    CHECK(now("-12345678901234569").updated == 1);
    CHECK(now("0.30000000000000004").updated == 1);
    CHECK(now("0.3000000000000000400").updated == 0);
    CHECK(now("0.30000000000000005").updated == 1);
    CHECK(now("0.3").updated == 1);
    CHECK(now(".30").updated == 0);
    CHECK(now("0").updated == 1);
    CHECK(now("-0,0").updated == 0);
    CHECK(now("1e3").updated == 1);
    CHECK(now("1000").updated == 0);
}

TEST_CASE("columns of names that are nearly alike come back as what they were, whichever leave") {
    struct Made {
        const char* csv;
        const char* blinded;
        const char* wave; ///< of the answers once more
    };
    for (const Made& made :
         {Made{"participant,x_y,x y,Q1\nP1,geheim,open,Tekst.\n", "x_y", ""},
          Made{"participant,x y,x_y,Q1\nP1,open,geheim,Tekst.\n", "x y", ""},
          Made{"participant,Q1_june,Q1\nP1,geheim,Tekst.\n", "Q1_june", "june"},
          Made{"participant,leef tijd,leeftijd,Q1\nP1,a,b,Tekst.\n", "", ""},
          Made{"participant,wave,Q1\nP1,b,Tekst.\nP2,a,Meer.\n", "", ""},
          Made{"participant,wave,Q1\nP1,b,Tekst.\nP2,a,Meer.\n", "", "june"},
          Made{"participant,meting,Meetmoment,golf,Q1\nP1,b,a,c,Tekst.\nP2,a,x,d,Meer.\n", "golf", ""},
          Made{"participant,TO,not,Q1\nP1,b,c,Tekst.\n", "", ""}}) {
        CAPTURE(made.csv, made.wave);
        StudyFixture study("relationship-vignette");
        ImportOptions first;
        first.kind = ImportKind::Answers;
        // Their names are known as attributes' before the answers come.
        std::string mapping = R"({"schema":"rapport.mapping/1","columns":[)";
        const std::string header = std::string(made.csv).substr(0, std::string(made.csv).find('\n'));
        for (std::size_t begin = 0; begin <= header.size();) {
            const std::size_t end = std::min(header.find(',', begin), header.size());
            const std::string column = header.substr(begin, end - begin);
            mapping += fmt::format(R"({}{{"column":"{}",)", begin == 0 ? "" : ",", column);
            mapping += column == "participant" ? R"("as":"participant"})"
                       : column == "Q1"        ? R"("as":"answer","prompt":"Q1"})"
                                               : fmt::format(R"("as":"attribute","name":"{}","blinded":{}}})",
                                                             column, column == made.blinded);
            begin = end + 1;
        }
        first.mappingJson = mapping + "]}";
        take(importFiles(*study.session, {study.scratch.write("a.csv", made.csv)}, first));
        if (*made.wave != '\0') {
            ImportOptions later;
            later.kind = ImportKind::Answers;
            later.wave = made.wave;
            take(importFiles(*study.session, {study.scratch.write("b.csv", "participant,Q1\nP1,Later.\n")},
                             later));
        }
        ExportRequest all;
        all.kind = ExportKind::Answers;
        all.withBlinded = true;
        const auto everything = [&] {
            take(writeExport(*study.session, all, study.scratch.file("all.csv")));
            return take(base::readFile(study.scratch.file("all.csv")));
        };
        const std::string before = everything();
        for (const bool withBlinded : {false, true}) {
            for (const char* name : {"back.csv", "back.xlsx", "back.sav"}) {
                CAPTURE(withBlinded, name);
                ExportRequest request = all;
                request.withBlinded = withBlinded;
                take(writeExport(*study.session, request, study.scratch.file(name)));
                ImportOptions options;
                options.kind = ImportKind::Answers;
                const ImportReport report =
                    take(importFiles(*study.session, {study.scratch.file(name)}, options));
                CHECK(report.rejected.empty());
                CHECK(report.added == 0);
                CHECK(report.updated == 0);
                CHECK(everything() == before);
            }
        }
    }
}

TEST_CASE("a text that a cell cannot hold is told on its way out") {
    StudyFixture study("relationship-vignette");
    study.import("a.csv", "participant,Q1\nP1," + std::string(40'000, 'x') + "\nP2,Kort.\n",
                 ImportKind::Answers);
    ExportRequest request;
    request.kind = ExportKind::Answers;
    for (const std::string ending : {"xlsx", "sav"}) {
        const Exported exported =
            take(writeExport(*study.session, request, study.scratch.file("a." + ending)));
        REQUIRE(exported.warnings.size() == 1);
        CHECK(exported.warnings.front() ==
              "1 text is cut off at the 32,767 that a cell of ." + ending + " holds; .csv has it whole");
    }
    CHECK(take(writeExport(*study.session, request, study.scratch.file("b.csv"))).warnings.empty());
}

TEST_CASE("names are looked up as they look") {
    StudyFixture study("relationship-vignette");
    study.import("a.csv", "participant,Q1\nRen\u00E9,Tekst.\nP2,Nog.\n", ImportKind::Answers);
    take(addRater(*study.session, "Zo\u00EB", model::RaterKind::Human));
    const std::string decomposed = "Rene\u0301";
    const std::string unseen = "Ren\u00E9\u200B";
    for (const std::string& name :
         {decomposed, unseen, std::string("Re\u00ADn\u00E9"), std::string(" Ren\u00E9")}) {
        CAPTURE(name);
        CHECK(take(findUnit(*study.session, name + "/Q1")).name == "Ren\u00E9/Q1");
        ExportRequest request;
        request.kind = ExportKind::Answers;
        request.select.participants = {name};
        const std::string file = study.scratch.file("one.csv");
        take(writeExport(*study.session, request, file));
        CHECK(take(base::readFile(file)).find("P2") == std::string::npos);
    }
    CHECK(study.session->rater("Zoe\u0308")->name == "Zo\u00EB");
    CHECK(study.session->rater("Zo\u00EB\u200B").has_value());
    CHECK_FALSE(study.session->rater("Zoe").has_value());
    CHECK_FALSE(addRater(*study.session, "Zoe\u0308", model::RaterKind::Human).has_value());
    CHECK(take(addRater(*study.session, "Andre\u0301\u200B", model::RaterKind::Human)).name == "Andr\u00E9");
    const ImportReport report = study.import(
        "c.csv", "unit,rater,variable,code,value\n" + decomposed + "/Q1,Zoe\u0308,level,,dyadic\n",
        ImportKind::Codings);
    CHECK(report.rejected.empty());
    CHECK(report.added == 1);
    CHECK(take(study.session->raters()).size() == 2);
}

TEST_CASE("two people of an earlier study whose names look the same stay two") {
    StudyFixture study("relationship-vignette");
    const std::string composed = "Ren\u00E9";
    const std::string apart = "Rene\u0301";
    const std::string third = "Re\u200Bn\u00E9"; // looks like both
    study.import("a.csv",
                 "participant,leeftijd,Q1\n" + composed + ",20,Tekst.\nReneX,30,Andere tekst.\nReneX2,40,\n",
                 ImportKind::Answers);
    const std::string path = study.path();
    study.session.reset();
    {
        test::RawSql sql(path);
        for (const char* table : {"participant", "source", "unit"})
            sql.run(std::string("UPDATE ") + table + " SET name = replace(name, 'ReneX/', '" + apart +
                    "/') WHERE name LIKE 'ReneX/%'");
        sql.run("UPDATE participant SET name = '" + apart + "' WHERE name = 'ReneX'");
    }
    study.reopen();
    const auto ages = [&path] {
        return test::RawSql(path).text(
            "SELECT group_concat(name || '=' || value || ';', '') FROM (SELECT p.name, v.value FROM "
            "participant p "
            "JOIN attribute_value v ON v.participant_id = p.id JOIN attribute a ON a.id = v.attribute_id "
            "WHERE a.name = 'leeftijd' ORDER BY p.id)");
    };
    CHECK(ages() == composed + "=20;" + apart + "=30;ReneX2=40;");
    const ImportReport report =
        study.import("b.csv", "participant,leeftijd,Q1\n" + apart + ",31,Andere tekst.\nReneX2,41,\n",
                     ImportKind::Answers);
    CHECK(report.rejected.empty());
    CHECK(ages() == composed + "=20;" + apart + "=31;ReneX2=41;");
    const ImportReport refused =
        study.import("c.csv", "participant,leeftijd,Q1\n" + third + ",50,Nieuw.\n", ImportKind::Answers);
    REQUIRE(refused.rejected.size() == 1);
    CHECK(std::string(refused.rejected[0].message).find("several participants have a name that looks like") ==
          0);
    CHECK(ages() == composed + "=20;" + apart + "=31;ReneX2=41;");
    // A second answer of the one is none of the other's.
    study.import("d.csv", "participant,Q2\n" + composed + ",Ja.\n", ImportKind::Answers);
    CHECK(
        study.import("e.csv", "participant,Q2\n" + apart + ",Nee.\n", ImportKind::Answers).rejected.empty());
    CHECK(take(findUnit(*study.session, apart + "/Q1")).name == apart + "/Q1");
    CHECK(take(findUnit(*study.session, composed + "/Q1")).name == composed + "/Q1");
    CHECK_FALSE(findUnit(*study.session, third + "/Q1").has_value());
    const ImportReport codings = study.import("f.csv",
                                              "unit,rater,variable,code,value\n" + third +
                                                  "/Q1,Zo,level,,dyadic\n" + apart + "/Q1,Zo,level,,dyadic\n",
                                              ImportKind::Codings);
    CHECK(codings.added == 1);
    REQUIRE(codings.rejected.size() == 1);
    CHECK(codings.rejected[0].line == 2);
    // A speaker who is one of them.
    const std::string talk = study.scratch.write("t.txt", "Els: Dag.\nBo: Ja.\nEls: Goed.\nBo: Nee.\n");
    ImportOptions options;
    options.kind = ImportKind::Transcript;
    options.people = {{"Els", third, ""}};
    CHECK_FALSE(importFiles(*study.session, {talk}, options).has_value());
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
