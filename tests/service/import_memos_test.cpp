// SPDX-License-Identifier: GPL-3.0-or-later
// What people noted in other programs, on the units it is about and by whoever wrote it.
#include "base/format.h"
#include "base/platform/file.h"
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

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

bool says(const std::vector<base::Phrase>& notes, const std::string& words) {
    return std::any_of(notes.begin(), notes.end(),
                       [&](const std::string& note) { return note.find(words) != std::string::npos; });
}

std::string guid(int number) {
    return fmt::format("00000000-0000-4000-8000-{:012}", number);
}

/// A project of another program: two raters who code and note, one who only notes. `more` stands inside the
/// first text.
std::string project(const std::string& more = {}) {
    const std::string code = "<Coding><CodeRef targetGUID=\"" + guid(10) + "\"/>";
    const auto noted = [](int number) { return "<NoteRef targetGUID=\"" + guid(number) + "\"/>"; };
    const auto selected = [](int begin, int end, const std::string& name, int user) {
        return fmt::format(
            R"(<PlainTextSelection startPosition="{}" endPosition="{}" name="{}" creatingUser="{}">)", begin,
            end, name, guid(user));
    };
    const auto note = [](int number, const std::string& text, int user) {
        return "<Note guid=\"" + guid(number) + "\" creatingUser=\"" + guid(user) +
               "\" creationDateTime=\"2026-01-02T10:00:00Z\"><PlainTextContent>" + text +
               "</PlainTextContent></Note>";
    };
    return "<Project xmlns=\"urn:QDA-XML:project:1:0\" name=\"P\" origin=\"other\"><Users><User guid=\"" +
           guid(1) + "\" name=\"Ann\"/><User guid=\"" + guid(2) + "\" name=\"Bas\"/><User guid=\"" + guid(3) +
           "\" name=\"Cor\"/></Users><CodeBook><Codes><Code guid=\"" + guid(10) +
           "\" name=\"Warmth\" isCodable=\"true\"/></Codes></CodeBook><Sources><TextSource guid=\"" +
           guid(40) + "\" name=\"talk\"><PlainTextContent>Els: one two\nBas: three</PlainTextContent>" +
           // On the first turn by Ann twice, by Bas once; on the second by Ann.
           selected(5, 8, "one", 1) + "<Description>first remark</Description>" + code +
           "</Coding></PlainTextSelection>" + selected(9, 12, "two", 1) + noted(21) +
           "</PlainTextSelection>" + selected(5, 8, "one", 2) + "<Description>Bas on it</Description>" +
           code + "</Coding></PlainTextSelection>" + selected(18, 23, "three", 1) + noted(22) +
           "</PlainTextSelection>" + more + noted(23) + "</TextSource></Sources><Notes>" +
           note(21, "second remark", 1) + note(22, "of the second turn", 1) + note(23, "of all of it", 3) +
           "</Notes></Project>";
}

/// "talk#1 Ann: text", by unit and author.
std::vector<std::string> memos(Session& session) {
    std::vector<std::string> all;
    for (const model::Rater& rater : take(session.raters())) {
        for (const char* name : {"talk", "talk#1", "talk#2"}) {
            const auto unit = findUnit(session, name);
            if (!unit)
                continue;
            const auto round = take(roundFor(session, unit->id, rater.id, "default"));
            const std::string text = take(unitWork(session, unit->id, rater.id, round.id)).memo;
            if (!text.empty())
                all.push_back(std::string(name) + " " + rater.name + ": " + text);
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

const std::vector<std::string> expected{
    "talk Cor: of all of it", "talk#1 Ann: “one” → Warmth\nfirst remark\n\n“two”\nsecond remark",
    "talk#1 Bas: “one” → Warmth\nBas on it", "talk#2 Ann: “three”\nof the second turn"};

} // namespace

TEST_CASE("notes of another program stand on their turns, by who wrote them, once", "[memos]") {
    StudyFixture study;
    const std::string file = study.scratch.write("p.qde", project());
    CHECK(says(take(previewImport(*study.session, file, {})).warnings, "5 memos come in"));
    const ImportReport report = take(importFiles(*study.session, {file}, {}));
    CHECK(report.rejected.empty());
    CHECK(says(report.notes, "5 memos came in"));
    CHECK(says(report.notes, "new rater 'Cor'"));
    CHECK(memos(*study.session) == expected);
    const StudyInfo info = take(study.session->info());
    CHECK(says(take(importFiles(*study.session, {file}, {})).notes, "in the study already"));
    CHECK(memos(*study.session) == expected);
    // The project again, worked on since: one more remark, all else as it was.
    const std::string later = study.scratch.write(
        "p2.qde",
        project(
            "<PlainTextSelection startPosition=\"5\" endPosition=\"12\" name=\"one two\" creatingUser=\"" +
            guid(2) + "\"><Description>a later thought</Description></PlainTextSelection>"));
    const ImportReport again = take(importFiles(*study.session, {later}, {}));
    CHECK(says(again.notes, "1 text is in the study already"));
    CHECK(says(again.notes, "1 memo came in"));
    CHECK(take(study.session->info()).sources == info.sources);
    CHECK(take(study.session->info()).codings == info.codings);
    auto wanted = expected;
    wanted[2] += "\n\n“one two”\na later thought";
    CHECK(memos(*study.session) == wanted);
    CHECK(take(check(*study.session, false)).problems.empty());
    // A remark that another one holds is one of its own, and comes in once.
    for (int time = 0; time < 2; ++time) {
        const std::string part = study.scratch.write(
            fmt::format("p4-{}.qde", time),
            project("<PlainTextSelection startPosition=\"5\" endPosition=\"12\" name=\"one two\" "
                    "creatingUser=\"" +
                    guid(2) + "\"><Description>a later</Description></PlainTextSelection>" +
                    std::string(std::size_t(time), ' ')));
        take(importFiles(*study.session, {part}, {}));
    }
    wanted[2] += "\n\n“one two”\na later";
    CHECK(memos(*study.session) == wanted);
    // Another text of that identity is another text.
    std::string other = project();
    other.replace(other.find("Els: one"), 8, "Els: uno");
    take(importFiles(*study.session, {study.scratch.write("p3.qde", other)}, {}));
    CHECK(findUnit(*study.session, "talk-2#1"));
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("what is written on a project and its cases is among the researchers' memos, once", "[memos]") {
    StudyFixture study;
    std::string whole = project();
    whole.insert(whole.find("<Users>"), "<Description>what it is about</Description>");
    whole.insert(whole.find("<Sources>"), "<Cases><Case guid=\"" + guid(30) +
                                              "\" name=\"Els\"><Description>came late</Description>"
                                              "<SourceRef targetGUID=\"" +
                                              guid(40) + "\"/></Case></Cases>");
    const ImportReport report = take(importFiles(*study.session, {study.scratch.write("p.qde", whole)}, {}));
    CHECK(says(report.notes, "2 notes on the project as a whole, on cases or on sets stand among"));
    const auto unit = take(findUnit(*study.session, "talk"));
    const std::string memo = take(sourceMemo(*study.session, unit.source));
    CHECK(memo == "→ P\nwhat it is about\n\n→ Els\ncame late");
    take(importFiles(*study.session, {study.scratch.write("p2.qde", whole + " ")}, {}));
    CHECK(take(sourceMemo(*study.session, unit.source)) == memo);
    CHECK(memos(*study.session) == expected);
    // All of the text is the case's: it leaves with the participant.
    CHECK(test::RawSql(study.path())
              .integer("SELECT count(*) FROM unit u JOIN participant p ON p.id ="
                       " u.participant_id WHERE p.name = 'Els'") == 3);
}

TEST_CASE("a case of a project is the participant who is called alike, however the letters are put together",
          "[memos]") {
    StudyFixture study;
    study.import("more.csv", "participant,Q1\nRené,goed\n");
    std::string whole = project();
    whole.insert(whole.find("<Sources>"), "<Cases><Case guid=\"" + guid(30) +
                                              "\" name=\" Rene\u0301 \"><SourceRef targetGUID=\"" + guid(40) +
                                              "\"/></Case></Cases>");
    take(importFiles(*study.session, {study.scratch.write("p.qde", whole)}, {}));
    CHECK(test::RawSql(study.path()).integer("SELECT count(*) FROM participant WHERE name LIKE '%Ren%'") ==
          1);
    CHECK(test::RawSql(study.path())
              .integer("SELECT count(*) FROM unit u JOIN participant p ON p.id = u.participant_id"
                       " WHERE p.name = 'René'") == 4);
}

TEST_CASE("memos that came in from elsewhere are their writers' alone, and go out and come back", "[memos]") {
    StudyFixture study;
    take(importFiles(*study.session, {study.scratch.write("p.qde", project())}, {}));
    SearchRequest request;
    request.query = "remark OR thought OR Bas OR turn OR all";
    request.place = SearchPlace::Memos;
    CHECK(take(search(*study.session, request)).matches == 4);
    // To a rater who looks there are the rater's own alone.
    for (const char* name : {"Ann", "Bas", "R1"}) {
        study.session->setViewer(Viewer{study.rater(name)});
        for (const SearchHit& hit : take(search(*study.session, request)).hits)
            CHECK(hit.author == name);
        study.session->setViewer({});
    }
    const std::string out = study.scratch.file("out.qdpx");
    ExportRequest wish;
    wish.kind = ExportKind::Project;
    take(writeExport(*study.session, wish, out));
    StudyFixture fresh;
    take(importFiles(*fresh.session, {out}, {}));
    CHECK(memos(*fresh.session) == expected);
    take(importFiles(*fresh.session, {out}, {}));
    CHECK(memos(*fresh.session) == expected);
}

TEST_CASE("a QualCoder project that was worked on since brings what is new", "[memos]") {
    StudyFixture study;
    const std::string folder = study.scratch.file("Gesprekken.qda");
    std::filesystem::create_directory(folder);
    const auto sql = [&](const std::string& words) { test::RawSql(folder + "/data.qda").run(words); };
    sql("CREATE TABLE source (id integer primary key, name text, fulltext text, memo text, owner text, date "
        "text);"
        "CREATE TABLE code_cat (catid integer primary key, name text, memo text, supercatid integer);"
        "CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, color text);"
        "CREATE TABLE code_text (cid integer, fid integer, seltext text, pos0 integer, pos1 integer, owner "
        "text, "
        "date text, memo text);"
        "CREATE TABLE annotation (fid integer, pos0 integer, pos1 integer, memo text, owner text, date text);"
        "CREATE TABLE journal (name text, jentry text);"
        "INSERT INTO journal VALUES ('dag 1', 'gelezen');"
        // A code of a name that the study has.
        "INSERT INTO code_name VALUES (1, 'Conflict', '', NULL, '');"
        "INSERT INTO source VALUES (1, 'els.txt', 'Els: De juf is boos.' || char(10) || 'Bas: Ja.', 'thuis', "
        "'Ann', '');"
        "INSERT INTO code_text VALUES (1, 1, 'boos', 15, 19, 'Ann', '2026-01-15 10:00:00', 'echt?');");
    const StudyInfo before = take(study.session->info());
    const ImportReport first = take(importFiles(*study.session, {folder}, {}));
    CHECK(says(first.notes, "3 memos came in"));
    CHECK(says(first.notes, "1 note on the project as a whole"));
    sql("INSERT INTO code_text VALUES (1, 1, 'Ja', 26, 28, 'Bas', '2026-01-16 10:00:00', '');"
        "INSERT INTO annotation VALUES (1, 26, 28, 'waarop?', 'Bas', '2026-01-16 10:00:00');"
        "INSERT INTO source VALUES (2, 'an.txt', 'An: Goed.', '', 'Ann', '');");
    const StudyInfo between = take(study.session->info());
    const ImportReport second = take(importFiles(*study.session, {folder}, {}));
    CHECK(second.rejected.empty());
    CHECK(says(second.notes, "1 text is in the study already"));
    CHECK(says(second.notes, "1 memo came in"));
    const StudyInfo after = take(study.session->info());
    CHECK(between.transcripts == before.transcripts + 1);
    CHECK(after.transcripts == before.transcripts + 2);
    CHECK(after.codings == before.codings + 2);
    // The code keeps the number that it got.
    const auto book = take(study.session->codebook());
    CHECK(book->code("conflict_2").code != nullptr);
    CHECK(book->code("conflict_3").code == nullptr);
    const auto memoOf = [&](const char* name, const char* by) {
        const auto unit = take(findUnit(*study.session, name)).id;
        const auto rater = study.rater(by);
        return take(unitWork(*study.session, unit, rater,
                             take(roundFor(*study.session, unit, rater, "default")).id))
            .memo;
    };
    CHECK(memoOf("els#1", "Ann") == "“boos” → Conflict\necht?");
    CHECK(memoOf("els", "Ann") == "thuis");
    CHECK(memoOf("els#2", "Bas") == "“Ja”\nwaarop?");
    CHECK(take(check(*study.session, false)).problems.empty());
}
