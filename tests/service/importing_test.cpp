// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/importing.h"
#include "service/inspecting.h"
#include "service/reading.h"
#include "service/study_fixture.h"

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

TEST_CASE("a cancelled import leaves the study as it was") {
    StudyFixture study;
    std::stop_source stop;
    stop.request_stop();
    base::Task task;
    task.stop = stop.get_token();
    const auto before = take(study.session->info()).participants;
    const auto result = importFiles(
        *study.session, {study.scratch.write("more.csv", "participant,Q1\nP50,Tekst\n")}, {}, task);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == base::Errc::Cancelled);
    CHECK(take(study.session->info()).participants == before);
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
