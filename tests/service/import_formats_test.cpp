// SPDX-License-Identifier: GPL-3.0-or-later
// Files of other programs, all the way into a study.
#include "base/format.h"
#include "base/seal.h"
#include "service/consent.h"
#include "service/exporting.h"
#include "service/importing.h"
#include "service/inspecting.h"
#include "service/naming.h"
#include "service/reading.h"
#include "service/searching.h"
#include "service/study_fixture.h"
#include "store/raw_sql.h"
#include "support/tree.h"
#include "text/utf8.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

std::string corpus(const std::string& name) {
    return std::string(rapport::support::sourceTree) + "/corpora/formats/" + name;
}

bool says(const std::vector<base::Phrase>& notes, const std::string& words) {
    return std::any_of(notes.begin(), notes.end(),
                       [&](const std::string& note) { return note.find(words) != std::string::npos; });
}

} // namespace

TEST_CASE("a project brings its codes, texts, people, raters and codings, once") {
    StudyFixture study;
    const ImportPreview preview = take(previewImport(*study.session, corpus("project.qdpx"), {}));
    CHECK(preview.kind == ImportKind::Project);
    CHECK(preview.records == 6); // texts and codings
    CHECK(says(preview.warnings, "UTF-16 units, a line end as two: 2 of 2 quotes fit"));
    // Its codes beside the study's; that one bears a name of the study is to be seen before.
    REQUIRE(preview.codes.size() == 3);
    CHECK_FALSE(preview.needsSameNames);
    const auto meeting = [](const ImportPreview& of, const std::string& name) {
        const auto found = std::find_if(of.codes.begin(), of.codes.end(),
                                        [&](const CodeRow& code) { return code.name == name; });
        return found == of.codes.end()           ? std::string("none")
               : found->is == CodeMeeting::New   ? std::string("new")
               : found->is == CodeMeeting::Known ? std::string("known")
                                                 : std::string("same name");
    };
    CHECK(meeting(preview, "warmte") == "new");
    CHECK(meeting(preview, "conflict_2") == "same name");
    ImportOptions same;
    same.sameNames = SameNames::Same;
    CHECK(meeting(take(previewImport(*study.session, corpus("project.qdpx"), same)), "conflict") ==
          "same name");
    const StudyInfo before = take(study.session->info());
    const ImportReport report = take(importFiles(*study.session, {corpus("project.qdpx")}, {}));
    CHECK(report.rejected.empty());
    CHECK(says(report.notes, "code points, a line end as one: 1 of 1 quote fit"));
    const StudyInfo info = take(study.session->info());
    CHECK(info.transcripts == 2);
    CHECK(info.participants == before.participants + 1);
    CHECK(info.codings == before.codings + 4);
    const auto book = take(study.session->codebook());
    CHECK(book->code("warmte").code != nullptr);
    // The study has a code of that name in another variable: the new one is numbered.
    CHECK(book->code("conflict_2").code != nullptr);
    const auto unit = take(findUnit(*study.session, "gesprek 1"));
    const auto view = take(transcript(*study.session, unit.source, {}, {}));
    CHECK(view.turns.size() == 3);
    // A text of one case is that participant's, with all values.
    CHECK(take(sourceText(*study.session, unit.source)).item.participant == "G1");
    CHECK(take(sourceText(*study.session, unit.source)).attributes.at("campus") == "A");
    CHECK(meeting(take(previewImport(*study.session, corpus("project.qdpx"), {})), "conflict_2") == "known");
    CHECK(take(check(*study.session, false)).problems.empty());
    const ImportReport again = take(importFiles(*study.session, {corpus("project.qdpx")}, {}));
    CHECK(says(again.notes, "in the study already"));
    CHECK(take(study.session->info()).codings == info.codings);
}

TEST_CASE("a QualCoder folder comes in as a project, once, and is left as it was") {
    StudyFixture study;
    const std::string folder = study.scratch.file("Gesprekken.qda");
    std::filesystem::create_directory(folder);
    const std::string file = folder + "/data.qda";
    {
        test::RawSql sql(file);
        sql.run("CREATE TABLE project (databaseversion text, date text, memo text, about text);"
                "CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo "
                "text);"
                "CREATE TABLE code_cat (catid integer primary key, name text, owner text, memo text, "
                "supercatid integer);"
                "CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, color "
                "text);"
                "CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, "
                "pos0 integer,"
                " pos1 integer, owner text, date text, memo text, important integer);"
                "CREATE TABLE cases (caseid integer primary key, name text);"
                "CREATE TABLE case_text (id integer primary key, caseid integer, fid integer);"
                "CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, "
                "id integer);"
                "INSERT INTO source VALUES (1, 'els.txt', 'Els: De juf is dichtbij.' || char(10) || 'Bas: "
                "Ja.', NULL, '');"
                "INSERT INTO code_cat VALUES (1, 'Relatie', 'x', '', NULL);"
                "INSERT INTO code_name VALUES (1, 'Nabijheid', 'dichtbij', 1, '#FF0000');"
                "INSERT INTO code_text VALUES (1, 1, 1, 'dichtbij', 15, 23, 'Ann', '2026-01-15 10:00:00', "
                "'', NULL);"
                "INSERT INTO cases VALUES (1, 'Els'); INSERT INTO case_text VALUES (1, 1, 1);"
                "INSERT INTO attribute VALUES (1, 'rol', 'case', 'leerkracht', 1);");
    }
    const std::string bytes = *base::readFile(file);
    for (const std::string& path : {folder, file}) {
        const ImportPreview preview = take(previewImport(*study.session, path, {}));
        CHECK(preview.kind == ImportKind::Project);
        CHECK(preview.format == "qualcoder");
        CHECK(
            says(preview.warnings, "Gesprekken (QualCoder): texts 1, codes 2, cases 1, raters 1, codings 1"));
    }
    const StudyInfo before = take(study.session->info());
    const ImportReport report = take(importFiles(*study.session, {folder}, {}));
    CHECK(report.rejected.empty());
    const StudyInfo info = take(study.session->info());
    CHECK(info.transcripts == 1);
    CHECK(info.participants == before.participants + 1);
    CHECK(info.codings == before.codings + 1);
    const auto unit = take(findUnit(*study.session, "els"));
    CHECK(take(transcript(*study.session, unit.source, {}, {})).turns.size() == 2);
    CHECK(take(check(*study.session, false)).problems.empty());
    CHECK(says(take(importFiles(*study.session, {folder}, {})).notes, "in the study already"));
    CHECK(*base::readFile(file) == bytes);
    CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
}

TEST_CASE(
    "a Taguette database comes in; other databases, open ones and broken ones are refused with a reason") {
    StudyFixture study;
    const std::string file = study.scratch.file("taguette.sqlite3");
    const std::string schema =
        "CREATE TABLE projects (id integer primary key, name text); CREATE TABLE documents (id integer "
        "primary key,"
        " name text, project_id integer, contents text); CREATE TABLE tags (id integer primary key, "
        "project_id integer,"
        " path text, description text); CREATE TABLE highlights (id integer primary key, document_id integer,"
        " start_offset integer, end_offset integer, snippet text); CREATE TABLE highlight_tags (highlight_id "
        "integer,"
        " tag_id integer);";
    {
        test::RawSql sql(file);
        sql.run(schema);
        sql.run("INSERT INTO projects VALUES (1, 'Proef');"
                "INSERT INTO documents VALUES (1, 'els.docx', 1, '<p>De juf is <b>dichtbij</b>.</p>');"
                "INSERT INTO tags VALUES (1, 1, 'nabij', 'x'); INSERT INTO highlights VALUES (1, 1, 10, 18, "
                "'dichtbij');"
                "INSERT INTO highlight_tags VALUES (1, 1);");
    }
    const ImportReport report = take(importFiles(*study.session, {file}, {}));
    CHECK(says(report.notes, "1 of 1 quote fit"));
    CHECK(take(study.session->info()).codings == 1);
    const auto refusal = [&](const std::string& path) {
        const auto read = previewImport(*study.session, path, {});
        REQUIRE_FALSE(read);
        CHECK(read.error().code == base::Errc::Unreadable);
        CHECK_FALSE(read.error().hint.empty());
        return std::string(read.error().message);
    };
    const std::string other = study.scratch.file("other.db");
    test::RawSql(other).run("CREATE TABLE recipes (id integer);");
    CHECK(refusal(other).find("neither a QualCoder nor a Taguette") != std::string::npos);
    CHECK(refusal(study.scratch.path().string()).find("folder without a QualCoder project") !=
          std::string::npos);
    // A study under another name.
    std::filesystem::copy_file(study.path(), study.scratch.file("copy.sqlite3"));
    CHECK(refusal(study.scratch.file("copy.sqlite3")) == "is a study, not a file to import");
    // Open elsewhere, its changes still beside it.
    study.scratch.write("taguette.sqlite3-wal", "not empty");
    CHECK(refusal(file).find("is in use") != std::string::npos);
    std::filesystem::remove(file + "-wal");
    // Every cut and every overwritten page is an error or harmless.
    const std::string bytes = *base::readFile(file);
    for (std::size_t size = 0; size < bytes.size(); size += 1111) {
        const auto read =
            previewImport(*study.session, study.scratch.write("cut.sqlite3", bytes.substr(0, size)), {});
        CAPTURE(size);
        if (!read)
            CHECK(read.error().code == base::Errc::Unreadable);
    }
    for (std::size_t at = 100; at < bytes.size(); at += 97) {
        std::string broken = bytes;
        broken.replace(at, 16, std::string(16, '\xFF'));
        (void)previewImport(*study.session,
                            study.scratch.write("broken.sqlite3", broken.substr(0, bytes.size())), {});
    }
}

TEST_CASE("a table of codes is no table of answers: it says how it comes in") {
    StudyFixture study("relationship-vignette");
    const std::string file = study.scratch.write("c.csv", "id,code,definition\nw,warm,near\nc,cold,far\n");
    const auto failed = importFiles(*study.session, {file}, {});
    REQUIRE_FALSE(failed);
    CHECK(failed.error().message == "looks like a codebook");
    CHECK(failed.error().hint.text().find("import it with --as codebook; if it holds answers:") == 0);
    const ImportPreview preview = take(previewImport(*study.session, file, {}));
    CHECK(std::any_of(preview.warnings.begin(), preview.warnings.end(),
                      [](const base::Phrase& each) { return each == "looks like a codebook"; }));
}

TEST_CASE("codebooks of other programs are merged as ours are, and written as theirs") {
    StudyFixture study;
    take(importCodebook(*study.session,
                        study.scratch.write("warm.qdc",
                                            "<CodeBook><Codes><Code name=\"Warmte\" isCodable=\"true\" "
                                            "guid=\"00000000-0000-4000-8000-000000000002\"/>"
                                            "</Codes></CodeBook>")));
    const std::string written = take(exportRefiCodebook(*study.session));
    CHECK(written.find("name=\"Warmte\"") != std::string::npos);
    CHECK(written.find("<Description>Id: warmte<") != std::string::npos);
    CHECK(written.find("00000000-0000-4000-8000-000000000002") != std::string::npos);
    StudyFixture table;
    ImportOptions options;
    options.kind = ImportKind::Codebook;
    const ImportReport report = take(importFiles(
        *table.session, {table.scratch.write("c.csv", "code,definition\nfam->warm,near\nfam->cold,far\n")},
        options));
    CHECK(report.added == 2);
    const auto book = take(table.session->codebook());
    CHECK(book->code("warm").code != nullptr);
    CHECK_FALSE(book->code("fam").code->isCodable);
}

TEST_CASE("a workbook's answers are the table's answers") {
    StudyFixture study;
    const ImportPreview preview = take(previewImport(*study.session, corpus("survey.xlsx"), {}));
    CHECK(preview.format == "xlsx");
    CHECK_FALSE(preview.needsMapping);
    CHECK(preview.participants == 5);
    const ImportReport report = take(importFiles(*study.session, {corpus("survey.xlsx")}, {}));
    CHECK(report.added == 5);
    const ImportReport again = take(importFiles(*study.session, {corpus("survey.ods")}, {}));
    CHECK(again.added == 0);
    CHECK(again.rejected.empty());
}

TEST_CASE("listed names are nowhere in the study, not even in what the disk keeps of it") {
    StudyFixture study;
    const std::string list =
        study.scratch.write("names.csv", "name,replacement\nAnneliesje,Pupil 1\nBartholomeus,Teacher 1\n");
    ImportOptions options;
    options.pseudonymsFile = list;
    options.kind = ImportKind::Answers;
    const ImportReport report = take(importFiles(
        *study.session,
        {study.scratch.write("anneliesje.csv",
                             "participant,group,Q1,Q2\nP50,A1,Anneliesje lacht naar BARTHOLOMEUS.,Nee\n")},
        options));
    CHECK(report.added == 1);
    options.kind = ImportKind::Transcript;
    take(importFiles(*study.session,
                     {study.scratch.write("bartholomeus.txt",
                                          "Bartholomeus: Dag Anneliesje.\nMia: Dag.\nBartholomeus: Zo.\n")},
                     options));
    const auto unit = take(findUnit(*study.session, "Teacher 1#1"));
    CHECK(take(transcript(*study.session, unit.source, {}, {})).turns.at(0).speaker == "Teacher 1");
    const std::string path = study.path();
    study.session.reset();
    CHECK(take(namesLeft(path, list)).empty());
    // The search finds what it should find.
    study.reopen();
    study.import("late.csv", "participant,Q1,Q2\nP51,Anneliesje is er weer.,Nee\n", ImportKind::Answers);
    study.session.reset();
    CHECK_FALSE(take(namesLeft(path, list)).empty());
}

TEST_CASE("words that are a listed name with an s stay, are told, and are no name that is left") {
    StudyFixture study;
    const std::string list =
        study.scratch.write("names.csv", "Lee,Persoon 1\nHal,Persoon 2\nMark,Persoon 3\n");
    ImportOptions options;
    options.pseudonymsFile = list;
    options.kind = ImportKind::Answers;
    const std::string words = "Ik lees een boek en het hangt me de hals uit.";
    const auto imported = [&](const std::string& person, const std::string& answer) {
        take(importFiles(
            *study.session,
            {study.scratch.write(person + ".csv", "participant,Q1,Q2\n" + person + "," + answer + ",Nee\n")},
            options));
        return take(unitTexts(*study.session, {study.unit(person + "/Q1")})).at(0);
    };
    CHECK(imported("P50", words + " Lee leest.") == words + " Persoon 1 leest.");
    // What is too short to tell its language is in that of the import.
    CHECK(imported("P51", "marks boek") == "marks boek");
    options.language = "nl";
    CHECK(imported("P52", "marks boek") == "Persoon 3's boek");
    const std::string path = study.path();
    study.session.reset();
    CHECK(take(namesLeft(path, list)).empty());
    std::map<std::string, std::int64_t> around;
    for (const WordAround& each : take(wordsAroundNames(path, list)))
        around.emplace(each.word, each.times);
    CHECK(around == std::map<std::string, std::int64_t>{{"lees", 1}, {"hals", 1}, {"marks", 1}});
}

TEST_CASE("names of two letters are left where a word has them, not in what identifies rows") {
    StudyFixture study;
    std::string rows = "participant,group,Q1,Q2\n";
    for (int number = 0; number < 1000; ++number)
        rows += fmt::format("D{},A1,De klas werkt {} keer.,Nee\n", number, number);
    study.import("many.csv", rows, ImportKind::Answers);
    std::string names = "name,replacement\n";
    for (const char* name : {"Jo", "Bo", "Ed", "Li", "An", "Xq"})
        names += fmt::format("{},Pupil {}\n", name, name[1]);
    const std::string list = study.scratch.write("names.csv", names);
    const std::string path = study.path();
    study.session.reset();
    CHECK(take(namesLeft(path, list)) == std::vector<base::Phrase>{});
    const auto leftAfter = [&](const std::string& file, const std::string& bytes) {
        study.reopen();
        study.import(file, bytes, ImportKind::Answers);
        study.session.reset();
        return take(namesLeft(path, list));
    };
    SECTION("the name of a participant") {
        const auto left = leftAfter("late.csv", "participant,group,Q1,Q2\nXq,A1,Ja.,Nee\n");
        CHECK(std::find(left.begin(), left.end(), "the name of a participant") != left.end());
    }
    SECTION("a kept file in another encoding") {
        // Only in a column that is not taken over.
        const std::string table = "participant;group;Q1;Q2;Q1_note\nD9001;A1;\xE9\xE9n;Nee;\xE9\n";
        CHECK(leftAfter("latin.csv", table).empty());
        const auto left = leftAfter("latin2.csv", "participant;group;Q1;Q2\nD9002;A1;\xE9 Jo \xE9;Nee\n");
        CHECK(std::find(left.begin(), left.end(), "an imported file") != left.end());
    }
    SECTION("a kept file of which nothing reads as text around the name") {
        const std::string table = "participant;group;Q1;Q2\nD9002;A1;\xE9\xE9;\xE9"
                                  "Bo\xE9\n\xE9;Bo;\xE9;\xE9\n";
        const auto left = leftAfter("latin.csv", table);
        CHECK(std::find(left.begin(), left.end(), "an imported file") != left.end());
    }
}

TEST_CASE("a listed name is nowhere in the study however a file writes it, and told where it is") {
    struct Row {
        const char* listed;
        const char* written;
    };
    for (const Row& row :
         {Row{"Ionu\u021B", "Ionut\u0326"}, Row{"Ionu\u021B", "IONU\u021A"},
          Row{"\u0218tefan", "\u0219tefan"}, Row{"\u0410\u043D\u043D\u0430", "\u0410\u041D\u041D\u0410"},
          Row{"\u0393\u03B9\u03CE\u03C1\u03B3\u03BF\u03C2", "\u0393\u0399\u03A9\u03A1\u0393\u039F\u03A3"},
          Row{"\u0393\u03B9\u03CE\u03C1\u03B3\u03BF\u03C2",
              "\u0393\u03B9\u03C9\u0301\u03C1\u03B3\u03BF\u03C2"},
          Row{"\u01A0ng", "o\u031Bng"}, Row{"Stra\u00DFe", "STRASSE"}, Row{"Wei\u00DF", "WEISS"},
          Row{"Jean-Pierre", "\uFF2A\uFF45\uFF41\uFF4E\uFF0D\uFF30\uFF49\uFF45\uFF52\uFF52\uFF45"},
          Row{"O'Brien", "\uFF2F\uFF07\uFF22\uFF52\uFF49\uFF45\uFF4E"}, Row{"Dorothea", "Doro\uFE0Fthea"},
          Row{"Dorothea", "Doro\u2063the\u206Aa"}, Row{"Dorothea", "D\u202Dorot\u2068h\u061Cea\u180E"},
          Row{"Dorothea", "dorotheas"}}) {
        CAPTURE(row.listed, row.written);
        for (const bool isReplaced : {true, false}) {
            CAPTURE(isReplaced);
            StudyFixture study;
            const std::string list = study.scratch.write("names.csv", std::string(row.listed) + ",Kind 1\n");
            const std::string name = row.written;
            const std::string file =
                study.scratch.write("les.txt", "Moderator: Wat zei " + name + " toen?\nMia: Dat " + name +
                                                   " kwam.\nModerator: En?\nMia: Toen ging " + name + ".\n");
            ImportOptions options;
            options.kind = ImportKind::Transcript;
            options.pseudonymsFile = isReplaced ? list : std::string();
            take(importFiles(*study.session, {file}, options));
            const std::string path = study.path();
            study.session.reset();
            const auto left = take(namesLeft(path, list));
            const bool isTold =
                std::find(left.begin(), left.end(), "a text of a participant or a transcript") != left.end();
            CHECK(isTold != isReplaced);
            CHECK(left.empty() == isReplaced);
        }
    }
}

TEST_CASE(
    "listed names in headers, mappings and waves are replaced, and what is left is told with its place") {
    StudyFixture study;
    const std::string list = study.scratch.write("names.csv", "Bartholomeus,Person 1\nWolfgang,Person 1\n");
    const std::string table = study.scratch.write(
        "a.csv",
        "participant,Score Bartholomeus,score wolfgang,What does Bartholomeus do?,Q1\nP60,4,5,He waits "
        "for the bell.,Yes\n");
    ImportOptions options;
    options.pseudonymsFile = list;
    options.wave = "after Wolfgang";
    options.mappingJson = R"({"schema":"rapport.mapping/1","columns":[
        {"column":"participant","as":"participant"},
        {"column":"Score Bartholomeus","as":"attribute","name":"Bartholomeus_score"},
        {"column":"score wolfgang","as":"attribute","name":"wolfgang"},
        {"column":"What does Bartholomeus do?","as":"answer","prompt":"About_Bartholomeus"},
        {"column":"Q1","as":"answer","prompt":"Q1"}]})";
    CHECK(take(previewImport(*study.session, table, options)).columns.at(1).target == "Person 1_score");
    CHECK(take(importFiles(*study.session, {table}, options)).rejected.empty());
    CHECK(findUnit(*study.session, "P60/Q1@after Person 1"));
    CHECK(findUnit(*study.session, "P60/About_Person_1@after Person 1"));
    const std::string path = study.path();
    study.session.reset();
    CHECK(take(namesLeft(path, list)).empty());
    study.reopen();
    study.import("b.csv", "participant,Score Wolf\u00ADgang,Q1\nP61,3,No\n", ImportKind::Participants);
    study.session.reset();
    const auto left = take(namesLeft(path, list));
    REQUIRE(left.size() == 2);
    CHECK(left[0] == "an imported file");
    CHECK(left[1] == "the name or title of an attribute");
}

TEST_CASE("misspelt speakers are pointed out and merged on request") {
    StudyFixture study;
    const std::string file = study.scratch.write(
        "groep.txt",
        "Moderator: Hoe?\nEls: Goed.\nModrator: En toen?\nEls: Ook.\nModerator: Ja.\nModrator: Dus.\n");
    ImportOptions options;
    options.kind = ImportKind::Transcript;
    CHECK(says(take(previewImport(*study.session, file, options)).warnings,
               "'Modrator' may be 'Moderator' misspelt"));
    options.speakers = {{"Modrator", "Moderator"}};
    const ImportPreview merged = take(previewImport(*study.session, file, options));
    CHECK(merged.speakers.size() == 2);
    CHECK(merged.speakers[0].turns == 4);
}

TEST_CASE("speakers are known by what their names look like") {
    StudyFixture study;
    const std::string apart = "Zoe\u0308"; // as another keyboard writes Zo\u00EB
    const std::string file = study.scratch.write(
        "groep.txt", "Moderator: Hoe?\nZo\u00EB: Goed.\nMod\u00E9: En?\nZo\u00EB: Ja.\nModerator: Dank.\n"
                     "Mod\u00E9: Dag.\nCaf\u00E9: dicht.\nModerator: Ja.\nCaf\u00E9: open.\n");
    ImportOptions options;
    options.kind = ImportKind::Transcript;
    options.speakers = {{"Mode\u0301", "Moderator"}, {"Cafe\u0301", ""}};
    options.people = {{apart, "P1", "teacher"}};
    const ImportPreview preview = take(previewImport(*study.session, file, options));
    CHECK(preview.warnings.empty());
    REQUIRE(preview.speakers.size() == 2);
    CHECK(preview.speakers[0].name == "Moderator");
    CHECK(preview.speakers[0].turns == 5);
    CHECK(preview.speakers[1].name == "P1");
    CHECK(preview.speakers[1].role == "teacher");
    const ImportReport report = take(importFiles(*study.session, {file}, options));
    CHECK(report.notes.empty());
}

TEST_CASE("speakers become participants with a role, and their turns leave with them") {
    StudyFixture study;
    const std::string file = study.scratch.write(
        "groep.txt", "Moderator: Hoe?\nEls: Goed.\nBas: Ook.\nEls: Ja hoor, zeker.\nModerator: Dank.\n");
    ImportOptions options;
    options.kind = ImportKind::Transcript;
    options.people = {{"Els", "P1", "teacher"}, {"Bas", "", ""}};
    const ImportPreview preview = take(previewImport(*study.session, file, options));
    CHECK(preview.participants == 2);
    REQUIRE(preview.speakers.size() == 3);
    CHECK_FALSE(preview.speakers[0].isParticipant);
    CHECK(preview.speakers[1].name == "P1");
    CHECK(preview.speakers[1].role == "teacher");
    const StudyInfo before = take(study.session->info());
    take(importFiles(*study.session, {file}, options));
    const StudyInfo info = take(study.session->info());
    // P1 was there, Bas is new.
    CHECK(info.participants == before.participants + 1);
    const auto unit = take(findUnit(*study.session, "groep#2"));
    CHECK_FALSE(unit.participant.isNone());
    CHECK(take(findUnit(*study.session, "groep#1")).participant.isNone());
    const auto view = take(transcript(*study.session, unit.source, {}, {}));
    CHECK(view.turns.at(1).speaker == "P1");
    // Clusters stay the transcripts', whoever speaks.
    CHECK(take(check(*study.session, false)).problems.empty());
    ForgetRequest request;
    request.participant = "P1";
    take(service::forget(*study.session, request));
    const auto after = take(transcript(*study.session, unit.source, {}, {}));
    CHECK(after.text.find("zeker") == std::string::npos);
    CHECK(after.text.find("Ook.") != std::string::npos);
    // A name that nobody bears is a mistake.
    options.people = {{"Nobody", "", ""}};
    const std::string other = study.scratch.write("twee.txt", "Ann: Ja.\nMia: Nee.\nAnn: Ja.\n");
    CHECK(says(take(previewImport(*study.session, other, options)).warnings, "nobody speaks as 'Nobody'"));
    CHECK(importFiles(*study.session, {other}, options).error().code == base::Errc::NotFound);
    // All of them.
    options.people = {{"*", "", ""}};
    take(importFiles(*study.session, {other}, options));
    CHECK_FALSE(take(findUnit(*study.session, "twee#1")).participant.isNone());
}

TEST_CASE(
    "each shipped sample file comes into a study, and what several formats say of one thing is the same") {
    // Without a codebook: those of the samples have codes of the same names.
    const test::ScratchFolder scratch;
    StudyFixture other;
    NewStudy empty;
    empty.title = "Samples";
    empty.templateName = "empty";
    struct {
        std::unique_ptr<Session> session;
    } study{take(Session::create(scratch.file("samples.rapport"), empty, other.environment(9)))};
    const std::string folder = std::string(rapport::support::sourceTree) + "/corpora/formats";
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    std::set<std::string> formats;
    for (const std::string& name : names) {
        // Structures are read beside answers, ratings of coders by `rapport agreement`.
        if (name.find("coders") == 0 || name == "survey.qsf" || name == "survey.lss")
            continue;
        INFO(name);
        ImportOptions options;
        if (name.find("codes") == 0) {
            // They say the same codes in several formats, with guids of their own.
            options.kind = ImportKind::Codebook;
            options.sameNames = SameNames::Same;
        } else if (name.find("survey") == 0)
            options.kind = ImportKind::Answers;
        if (name == "survey.html" || name == "survey.por")
            options.dryRun = true; // people of their own, other questions
        const ImportPreview preview = take(previewImport(*study.session, folder + "/" + name, options));
        formats.insert(preview.format);
        CHECK(preview.rejected.empty());
        if (options.dryRun || preview.needsMapping)
            continue;
        CHECK(take(importFiles(*study.session, {folder + "/" + name}, options)).rejected.empty());
    }
    // Each reader of the list but those of one's own codebooks, and what is read elsewhere.
    for (const FormatRow& format : service::formats()) {
        INFO(format.id);
        if (format.id == "codings" || format.kind == "ratings" || format.kind == "questions")
            continue;
        CHECK((formats.contains(format.id) || format.id == "codebook-json"));
    }
    const auto textOf = [&](const std::string& unit) {
        const auto found = take(findUnit(*study.session, unit));
        return take(sourceText(*study.session, found.source)).text;
    };
    CHECK(textOf("S02/Q1") == "Ze luistert, maar blijft wel streng.\nDat vind ik eerlijk.");
    CHECK(textOf("S05/Q2") == "Caf\u00E9-momentje? Nee, gewoon tijd maken \U0001F642");
    const std::string said = textOf("interview");
    CHECK(said.find("Vertrouwen, denk ik. Of nabijheid") != std::string::npos);
    CHECK(textOf("interview-otter") == said);
    CHECK(textOf("interview-teams") == said);
    CHECK(textOf("interview-zoom") == said);
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("answers that were written come back into another study as they were, from every format") {
    StudyFixture study;
    study.import("more.csv",
                 "participant,Q1,Q2,group\nP7,\"=SUM(A1) zei ze; \"\"ja\"\", en\ntoen\",-5 is te weinig,A1\n"
                 "P8,'t was re\u00EBel \U0001F600,@juf,B1\n");
    const auto answersOf = [](Session& session) {
        std::map<std::string, std::string> texts;
        for (const UnitItem& unit : take(units(session, {})))
            texts.emplace(unit.name,
                          take(sourceText(session, take(findUnit(session, unit.name)).source)).text);
        return texts;
    };
    const auto wanted = answersOf(*study.session);
    REQUIRE(wanted.size() == 11);
    for (const std::string ending : {"csv", "xlsx", "sav"}) {
        INFO(ending);
        ExportRequest request;
        request.kind = ExportKind::Answers;
        request.withBlinded = true;
        const std::string file = study.scratch.file("answers." + ending);
        take(writeExport(*study.session, request, file));
        const test::ScratchFolder apart;
        NewStudy empty;
        empty.title = "Back";
        empty.templateName = "empty";
        const auto back = take(Session::create(apart.file("back.rapport"), empty, study.environment(9)));
        ImportOptions options;
        options.mappingJson = R"({"schema":"rapport.mapping/1","columns":[
          {"column":"participant","as":"participant"},{"column":"group","as":"attribute","name":"group"},
          {"column":"Q1","as":"answer","prompt":"Q1"},{"column":"Q2","as":"answer","prompt":"Q2"}]})";
        const ImportReport report = take(importFiles(*back, {file}, options));
        CHECK(report.rejected.empty());
        CHECK(report.added == 6);
        CHECK(answersOf(*back) == wanted);
        CHECK(take(back->info()).participants == take(study.session->info()).participants);
    }
}

TEST_CASE("pages of a document are kept with its text, and said where a turn or a quote has one") {
    StudyFixture study;
    std::string objects;
    std::string kids;
    const std::vector<std::string> pages{
        "(Anna: one of the first) Tj 0 -14 Td (page and its last) Tj",
        "(words on the second.) Tj 0 -14 Td (Bram: second too.) Tj",
        "(Anna: on the third, dichtbij.) Tj 0 -14 Td (Bram: yes, it was.) Tj"};
    for (std::size_t page = 0; page < pages.size(); ++page) {
        const std::string own = std::to_string(10 + 2 * page);
        const std::string content = std::to_string(11 + 2 * page);
        const std::string stream = "BT /F1 12 Tf 50 450 Td " + pages[page] + " ET";
        kids += own + " 0 R ";
        objects += own + " 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents " + content +
                   " 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n" +
                   content + " 0 obj<</Length " + std::to_string(stream.size()) + ">>stream\n" + stream +
                   "\nendstream endobj\n";
    }
    const std::string file = study.scratch.write(
        "gesprek.pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[" +
                           kids + "]/Count 3>>endobj\n" + objects + "trailer<</Root 1 0 R>>\n%%EOF");
    ImportOptions options;
    options.pseudonyms = {{"Bram", "A much longer name"}, {"one", "1"}};
    const ImportPreview preview = take(previewImport(*study.session, file, options));
    REQUIRE(preview.turns.size() == 4);
    CHECK(preview.turns[0][1] == "p. 1");
    CHECK(preview.turns[2][1] == "p. 3");
    take(importFiles(*study.session, {file}, options));
    const auto unit = take(findUnit(*study.session, "gesprek#3"));
    const SourceText text = take(sourceText(*study.session, unit.source));
    REQUIRE(text.pages.size() == 3);
    CHECK(text.pages[0].number == 1);
    const auto at = static_cast<std::int64_t>(text.text.find("words on the second"));
    CHECK(text.pages[1].range.begin.value == at);
    CHECK(text.pages[0].range.end.value == at);
    CHECK(text.pages[2].range.begin == text.turns[2].range.begin);
    CHECK(text.pages[2].range.end.value == text::countCodePoints(text.text));
    // A hit says its page, an answer has none.
    SearchRequest wanted;
    wanted.query = "dichtbij";
    const SearchResult found = take(service::search(*study.session, wanted));
    REQUIRE(found.hits.size() == 2);
    for (const SearchHit& hit : found.hits)
        CHECK(hit.page == (hit.kind == model::UnitKind::Turn ? 3 : 0));
    // So does a quote that was coded on it.
    take(service::code(*study.session, study.target("R1", "gesprek#3"), study.code("closeness")));
    ExportRequest request;
    request.kind = ExportKind::Quotes;
    take(writeExport(*study.session, request, study.scratch.file("quotes.csv")));
    const std::string quotes = *base::readFile(study.scratch.file("quotes.csv"));
    CHECK(quotes.find(",end,page\n") != std::string::npos);
    CHECK(quotes.find(",3\n") != std::string::npos);
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("names are proposed from what would come in, and the list is kept sealed") {
    StudyFixture study;
    const std::string words = study.scratch.write(
        "groep.txt",
        "Moderator: Wie kent Tibo?\nEls Peeters: Ik. De moderator ook, en Annelies van den Berg.\n"
        "Moderator: Maar Tibo dus. maar ja.\n");
    const std::string table =
        study.scratch.write("a.csv", "participant,Q1,Q2\nPxx,We zien Wout daar.,Niets.\n");
    const ProposedNames names = take(proposeNames(*study.session, {words, table}, {}));
    // Which of them a dictionary has with a capital, and so come last, is the system's.
    std::map<std::string, std::int64_t> all;
    for (const ProposedName& each : names.names)
        all.emplace(each.name, each.times);
    CHECK(all == std::map<std::string, std::int64_t>{
                     {"Tibo", 2}, {"Els Peeters", 1}, {"Annelies van den Berg", 1}, {"Wout", 1}});
    CHECK(names.dictionaries.size() + names.withoutDictionary.size() >= 1);
    const std::string list = study.scratch.write("names.csv", namesList(names));
    ImportOptions options;
    options.pseudonymsFile = list;
    options.keyFile = study.scratch.file("key");
    options.passphrase = "open sesame";
    take(importFiles(*study.session, {words}, options));
    CHECK(importFiles(*study.session, {words}, options).error().code == base::Errc::Refused);
    CHECK(sealNames(names, options.keyFile, "open sesame").error().code == base::Errc::Refused);
    CHECK(base::readFile(study.scratch.file("key"))->find("Tibo") == std::string::npos);
    CHECK(base::unseal(study.scratch.file("key"), study.scratch.file("back.csv"), "open sesame"));
    CHECK(*base::readFile(study.scratch.file("back.csv")) == namesList(names));
    const std::string path = study.path();
    study.session.reset();
    CHECK(take(namesLeft(path, list)).empty());
}

TEST_CASE("a name that pages of the file cut in two is found all the same") {
    StudyFixture study;
    // Longer than a page, so that the text is spread over several; a name at every place in it.
    std::string words = "Ann: ";
    while (words.size() < 12'000)
        words += "Wolfgangamadeus gaat ";
    study.import("lang.txt", words + ".\nBas: Ja.\nAnn: Nee.\n", ImportKind::Transcript);
    const std::string list = study.scratch.write("names.csv", "Wolfgangamadeus,Person 1\n");
    const std::string path = study.path();
    study.session.reset();
    CHECK_FALSE(take(namesLeft(path, list)).empty());
}

TEST_CASE("texts of other programs keep their names but for the ending of a document") {
    StudyFixture study;
    std::string project = R"(<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" )"
                          R"(name="x" origin="MAXQDA 24"><Sources>)";
    const std::vector<std::pair<std::string, std::string>> names{{"Dr. Smit", "Dr. Smit"},
                                                                 {"Interview 1.1", "Interview 1.1"},
                                                                 {"Interview 1.2", "Interview 1.2"},
                                                                 {"klas 3/4", "klas 3%2F4"},
                                                                 {"klas 4/4", "klas 4%2F4"},
                                                                 {"gesprek.docx", "gesprek"},
                                                                 {"Gesprek 2.TXT", "Gesprek 2"},
                                                                 {"gesprek.pdf", "gesprek-2"},
                                                                 {".txt", ".txt"}};
    for (std::size_t number = 0; number < names.size(); ++number)
        project += "<TextSource guid=\"22222222-1111-1111-1111-00000000000" + std::to_string(number) +
                   "\" name=\"" + names[number].first + "\"><PlainTextContent>Tekst " +
                   std::to_string(number) + "</PlainTextContent></TextSource>";
    const ImportReport report = study.import("names.qde", project + "</Sources></Project>");
    for (const auto& [name, unit] : names) {
        INFO(name);
        CHECK(findUnit(*study.session, unit));
    }
    CHECK(says(report.notes, "named 'gesprek-2', since 'gesprek' is taken"));
}

TEST_CASE("a project with many codings comes in whole, its raters in the order of their names") {
    StudyFixture study;
    const auto guid = [](std::size_t number) {
        return fmt::format("33333333-1111-1111-1111-{:012}", number);
    };
    std::string project = R"(<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" )"
                          R"(name="x" origin="MAXQDA 24"><Users>)";
    const std::vector<std::string> names{"Abel", "Bea", "Cor"};
    for (std::size_t rater = 0; rater < names.size(); ++rater)
        project += fmt::format("<User guid=\"{}\" name=\"{}\"/>", guid(rater), names[rater]);
    project += "</Users><CodeBook><Codes><Code guid=\"" + guid(9) + "\" name=\"nabij\"/></Codes></CodeBook>";
    project += "<Sources>";
    constexpr std::size_t perText = 300;
    constexpr std::size_t texts = 72; // more than one slice of what is written at once
    for (std::size_t source = 0; source < texts; ++source) {
        project += fmt::format("<TextSource guid=\"{}\" name=\"T{}\"><PlainTextContent>", guid(100 + source),
                               source);
        project += std::string(perText + 1, 'a') + "</PlainTextContent>";
        for (std::size_t coding = 0; coding < perText; ++coding)
            project += fmt::format(
                "<PlainTextSelection startPosition=\"{}\" endPosition=\"{}\" creatingUser=\"{}\"><Coding>"
                "<CodeRef targetGUID=\"{}\"/></Coding></PlainTextSelection>",
                coding, coding + 1,
                guid(source == texts - 1 ? 0
                     : source % 2 == 0   ? 2
                                         : 1),
                guid(9));
        project += "</TextSource>";
    }
    const ImportReport report = study.import("many.qde", project + "</Sources></Project>");
    CHECK(report.rejected.empty());
    CHECK(report.added == static_cast<std::int64_t>(texts + texts * perText));
    std::vector<std::string> raters;
    for (const model::Rater& rater : take(study.session->raters())) {
        if (std::find(names.begin(), names.end(), rater.name) != names.end())
            raters.push_back(rater.name);
    }
    CHECK(raters == names);
    test::RawSql sql(study.path());
    CHECK(sql.integer("SELECT count(*) FROM coding") == static_cast<std::int64_t>(texts * perText));
    CHECK(sql.integer("SELECT count(*) FROM journal WHERE act = 'freeze'") == 1);
}
