// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of answers and participants on their way into a study.
#include "base/format.h"
#include "base/platform/file.h"
#include "service/assigning.h"
#include "service/exporting.h"
#include "service/importing.h"
#include "service/inspecting.h"
#include "service/rating.h"
#include "service/reading.h"
#include "service/study_fixture.h"
#include "store/raw_sql.h"

#include <algorithm>

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

TEST_CASE("a table that says too little asks for a mapping and imports nothing") {
    StudyFixture study;
    const std::string file = study.scratch.write("odd.csv", "naam,wat vond je\nx,iets\n");
    ImportOptions options;
    CHECK(take(previewImport(*study.session, file, options)).needsMapping);
    const auto before = take(study.session->position());
    CHECK(importFiles(*study.session, {file}, options).error().code == base::Errc::Refused);
    CHECK(take(study.session->position()) == before);
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

TEST_CASE("an import says what the dry run says of its columns, once") {
    StudyFixture study;
    ImportOptions options;
    options.kind = ImportKind::Answers;
    const std::string file = study.scratch.write(
        "a.csv", "participant,Q1,mail,why\nP10,Een.,a@b.example,want het was heel mooi weer\n"
                 "P11,Twee.,c@d.example,omdat niemand het ons had gezegd\n");
    const ImportPreview preview = take(previewImport(*study.session, file, options));
    options.dryRun = true;
    ImportPreview held = preview;
    holdAgainst(take(importFiles(*study.session, {file}, options)), 0, held);
    CHECK(notesBesideWarnings(held).empty());
    options.dryRun = false;
    const ImportReport report = take(importFiles(*study.session, {file}, options));
    std::vector<std::string> wanted;
    for (const base::Phrase& warning : preview.warnings)
        wanted.push_back(fmt::format("{}: {}", file, warning.text()));
    CHECK(std::vector<std::string>(report.notes.begin(), report.notes.end()) == wanted);
    CHECK(wanted.size() == 2);
    // A mapping has said what they are: that somebody leaves an address in an answer it cannot.
    options.mappingJson = R"({"schema":"rapport.mapping/1","empty":["niets"],"columns":[
        {"column":"participant","as":"participant"},{"column":"Q1","as":"answer","prompt":"Q1"},
        {"column":"mail","as":"left_out"},{"column":"why","as":"answer","prompt":"Q2"}]})";
    const ImportPreview mapped = take(previewImport(*study.session, file, options));
    CHECK(mapped.warnings.empty());
    CHECK(mapped.emptyTaken == std::vector<std::string>{"niets"});
}

TEST_CASE("what differs in form alone is the same wave and the same answer") {
    StudyFixture study;
    ImportOptions options;
    options.kind = ImportKind::Answers;
    const auto import = [&](const std::string& text, const std::string& wave) {
        options.wave = wave;
        return take(importFiles(*study.session, {study.scratch.write("w.csv", text)}, options));
    };
    const std::string table = "participant,Q1\nP1,Caf\u00E9 met een cr\u00E8me.\n";
    CHECK(import(table, "W3").updated == 1);
    const ImportReport again = import(table, "w3");
    CHECK(again.updated == 0);
    REQUIRE(again.notes.size() == 1);
    CHECK(again.notes[0].text().find("the wave 'w3' is taken for 'W3', which is there") != std::string::npos);
    CHECK(import("participant,Q1\nP1,Cafe\u0301 met een cre\u0300me.\n", "W3").rejected.empty());
    CHECK(import("participant,Q1\nP1,Cafe met een creme.\n", "W3").rejected.size() == 1);
    CHECK(import("participant,Q1@w3\nP2,Nog een.\n", {}).updated == 1);
    CHECK(take(findUnit(*study.session, "P2/Q1@W3")).id.value > 0);
    CHECK(import("participant,Q1\nP1,Anders.\n", "W4").updated == 1);
}

TEST_CASE("waves come back into another study under the columns that were written") {
    StudyFixture study;
    ImportOptions later;
    later.kind = ImportKind::Answers;
    later.wave = "june";
    take(importFiles(*study.session,
                     {study.scratch.write("b.csv", "participant,Q1,Q2\nP1,Later.,Ook\nP2,Dan.,\n")}, later));
    ExportRequest request;
    request.kind = ExportKind::Answers;
    request.withBlinded = true;
    for (const char* name : {"waves.csv", "waves.xlsx", "waves.sav"}) {
        CAPTURE(name);
        const std::string file = study.scratch.file(name);
        take(writeExport(*study.session, request, file));
        service::NewStudy fresh;
        fresh.title = "Fresh";
        fresh.templateName = "empty";
        const auto other = take(service::Session::create(study.scratch.file(std::string(name) + ".rapport"),
                                                         fresh, study.environment(9)));
        ImportOptions options;
        options.kind = ImportKind::Answers;
        options.mappingJson = R"({"schema":"rapport.mapping/1","columns":[
            {"column":"who","as":"participant"},{"column":"one","as":"answer","prompt":"Q1"},
            {"column":"two","as":"answer","prompt":"Q2"}]})";
        take(
            importFiles(*other, {study.scratch.write("first.csv", "who,one,two\nP9,Een.,Twee.\n")}, options));
        options.mappingJson.clear();
        const ImportReport report = take(importFiles(*other, {file}, options));
        CHECK(report.rejected.empty());
        CHECK(take(findUnit(*other, "P1/Q1@june")).id.value > 0);
        CHECK(take(findUnit(*other, "P1/Q2@june")).id.value > 0);
        for (const model::Attribute& attribute : take(service::attributes(*other)))
            CHECK(attribute.name == "group");
    }
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

TEST_CASE("names that differ only in the kind of hyphen are one participant") {
    StudyFixture study;
    study.import("a.csv", "participant,Q1\nP-01,Een.\nJean\u2010Luc,Twee.\nAb\u2013c,Drie.\n",
                 ImportKind::Answers);
    CHECK(findUnit(*study.session, "Jean-Luc/Q1"));
    CHECK(findUnit(*study.session, "Jean\u2010Luc/Q1"));
    const ImportReport report = study.import(
        "b.csv", "participant,leeftijd\nP\u201101,20\nJean\u2212Luc,21\nAb-c,22\n", ImportKind::Participants);
    CHECK(report.added == 0);
    CHECK(report.updated == 3);
    // Twice in one file is told, as the same name is.
    const ImportReport twice =
        study.import("c.csv", "participant,Q1\nP-02,Een.\nP\u201302,Twee.\n", ImportKind::Answers);
    CHECK(twice.added == 1);
    REQUIRE(twice.rejected.size() == 1);
    CHECK(twice.rejected[0].message == "participant 'P-02' is in line 2 already");
    // A speaker is one of them too.
    ImportOptions options;
    options.kind = ImportKind::Transcript;
    options.people = {{"Jean-Luc", "P\uFF0D01", ""}};
    const std::string talk =
        study.scratch.write("t.txt", "Jean\u2011Luc: Dag.\nBo: Ja.\nJean-Luc: Goed.\nBo: Nee.\n");
    CHECK(take(previewImport(*study.session, talk, options)).speakers.size() == 2);
    CHECK(take(importFiles(*study.session, {talk}, options)).rejected.empty());
    CHECK(test::RawSql(study.path())
              .text("SELECT count(*) FROM participant WHERE name LIKE '%-%' OR name "
                    "LIKE '%\u2011%'") == "4");
}

TEST_CASE("two people of an earlier study who differ in the kind of hyphen stay two") {
    StudyFixture study;
    study.import("a.csv", "participant,leeftijd\nP-01,20\nPX,30\nPY,40\n", ImportKind::Participants);
    const std::string path = study.path();
    study.session.reset();
    {
        test::RawSql sql(path);
        sql.run("UPDATE participant SET name = 'P\u201101' WHERE name = 'PX'");
        sql.run("UPDATE participant SET name = 'Q\u201101' WHERE name = 'PY'");
    }
    study.reopen();
    const ImportReport report =
        study.import("b.csv", "participant,leeftijd\nP-01,21\nQ-01,41\n", ImportKind::Participants);
    CHECK(report.updated == 2);
    CHECK(study.import("c.csv", "participant,leeftijd\nP\u201101,31\n", ImportKind::Participants).updated ==
          1);
    const ImportReport refused =
        study.import("d.csv", "participant,leeftijd\nP\u201301,50\n", ImportKind::Participants);
    REQUIRE(refused.rejected.size() == 1);
    CHECK(std::string(refused.rejected[0].message).find("several participants have a name that looks like") ==
          0);
    CHECK(test::RawSql(path).text(
              "SELECT group_concat(name || '=' || value || ';', '') FROM (SELECT p.name, v.value FROM "
              "participant p "
              "JOIN attribute_value v ON v.participant_id = p.id JOIN attribute a ON a.id = v.attribute_id "
              "WHERE a.name = 'leeftijd' ORDER BY p.id)") == "P-01=21;P\u201101=31;Q\u201101=41;");
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
