// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever withdrew consent does not come back by a project, a transcript or a table of codings, and the bytes
// of the file are not kept.
#include "base/digest.h"
#include "service/consent.h"
#include "service/exporting.h"
#include "service/inspecting.h"
#include "service/naming.h"
#include "service/reading.h"
#include "service/study_fixture.h"

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

bool isRejected(const std::vector<RejectedRow>& rows, const std::string& words) {
    return std::any_of(rows.begin(), rows.end(),
                       [&](const RejectedRow& row) { return row.message.find(words) != std::string::npos; });
}

/// The study and its log; not what the tests wrote beside it.
bool isKept(const StudyFixture& study, const std::string& words) {
    for (const auto& entry : std::filesystem::directory_iterator(study.scratch.path())) {
        if (entry.path().filename().string().starts_with("study.rapport") &&
            take(base::readFile(entry.path().string())).find(words) != std::string::npos)
            return true;
    }
    return false;
}

constexpr const char* talk = "P3: Zonderlinge woorden.\nAnna: Ga zitten.\nP3: Nogmaals vreemd.\n";

std::string exported(StudyFixture& study, ExportKind kind, const std::string& name) {
    ExportRequest request;
    request.kind = kind;
    request.withBlinded = true;
    const std::string path = study.scratch.file(name);
    take(writeExport(*study.session, request, path));
    return path;
}

std::string wholeText(StudyFixture& study, const std::string& source) {
    return take(sourceText(*study.session, take(findUnit(*study.session, source)).source)).text;
}

/// A project of another program: one text, of the cases named.
std::string project(const std::vector<std::string>& cases, const std::string& text,
                    const std::string& name = "gesprek.txt") {
    const std::string head = "00000000-0000-4000-8000-0000000000";
    std::string all;
    int number = 31;
    for (const std::string& each : cases)
        all += "<Case guid=\"" + head + std::to_string(number++) + "\" name=\"" + each +
               "\"><SourceRef targetGUID=\"" + head + "41\"/></Case>";
    return "<Project xmlns=\"urn:QDA-XML:project:1:0\" name=\"P\" origin=\"other\"><Users><User guid=\"" +
           head + "11\" name=\"R1\"/></Users><CodeBook><Codes><Code guid=\"" + head +
           "01\" name=\"Warmte\" isCodable=\"true\"/></Codes></CodeBook><Cases>" + all +
           "</Cases><Sources><TextSource guid=\"" + head + "41\" name=\"" + name + "\"><PlainTextContent>" +
           text + "</PlainTextContent><PlainTextSelection guid=\"" + head +
           "51\" startPosition=\"4\" endPosition=\"14\" creatingUser=\"" + head + "11\"><Coding guid=\"" +
           head + "52\"><CodeRef targetGUID=\"" + head +
           "01\"/></Coding></PlainTextSelection></TextSource></Sources></Project>";
}

} // namespace

TEST_CASE("the study's own project brings nobody back, and the rest is known") {
    StudyFixture study;
    study.import("talk.txt", talk, ImportKind::Transcript);
    for (const char* unit : {"P1/Q1", "P3/Q1", "talk#1", "talk#2"}) {
        const Target at = study.target("R1", unit);
        take(service::code(*study.session, at, study.code("closeness")));
        take(setMemo(*study.session, at, "een memo"));
        take(complete(*study.session, at));
    }
    const std::string path = exported(study, ExportKind::Project, "own.qdpx");
    take(forget(*study.session, {"P3", false}));
    const StudyInfo before = take(study.session->info());
    const std::string blotted = wholeText(study, "talk");
    REQUIRE(blotted.find("Zonderlinge") == std::string::npos);

    const ImportPreview preview = take(previewImport(*study.session, path, {}));
    CHECK(isRejected(preview.rejected, "participant 'P3' withdrew consent"));
    CHECK(preview.participants == 3);
    const ImportReport report = take(importFiles(*study.session, {path}, {}));
    REQUIRE(report.rejected.size() == 1);
    CHECK(isRejected(report.rejected, "participant 'P3' withdrew consent"));
    CHECK(says(report.notes, "the file itself is not kept"));
    const StudyInfo after = take(study.session->info());
    CHECK(after.participants == before.participants);
    CHECK(after.units == before.units);
    CHECK(after.codings == before.codings);
    CHECK(wholeText(study, "talk") == blotted);
    CHECK_FALSE(findUnit(*study.session, "P3/Q1"));
    CHECK_FALSE(isKept(study, "her distance"));
    CHECK(take(check(*study.session, false)).problems.empty());
    // The same bytes once more: nothing to say of them but that they are known.
    CHECK(says(take(importFiles(*study.session, {path}, {})).notes, "in the study already"));
    // What the study writes now has nobody in it who would have to stay out.
    CHECK(take(importFiles(*study.session, {exported(study, ExportKind::Project, "later.qdpx")}, {}))
              .rejected.empty());
}

TEST_CASE("another study's project brings nobody back who withdrew here") {
    StudyFixture study;
    const std::string path = [&study] {
        StudyFixture other;
        other.import("talk.txt", talk, ImportKind::Transcript);
        for (const char* unit : {"P1/Q1", "P3/Q1", "talk#1", "talk#2"}) {
            const Target at = other.target("R1", unit);
            take(service::code(*other.session, at, other.code("closeness")));
            take(setMemo(*other.session, at, std::string("memo van ") + unit));
            take(complete(*other.session, at));
        }
        AssignRequest request;
        request.round = "dealt";
        request.raters = {"R1"};
        take(assign(*other.session, request));
        const std::string from = exported(other, ExportKind::Project, "own.qdpx");
        const std::string to = study.scratch.file("own.qdpx");
        std::filesystem::copy_file(from, to);
        return to;
    }();
    take(forget(*study.session, {"P3", false}));
    const ImportReport report = take(importFiles(*study.session, {path}, {}));
    CHECK(report.rejected.size() == 1);
    CHECK(isRejected(report.rejected, "participant 'P3' withdrew consent"));
    CHECK_FALSE(findUnit(*study.session, "P3/Q1"));
    CHECK(take(study.session->info()).participants == 4);
    // What was said among others is as a withdrawal leaves it.
    const std::string text = wholeText(study, "talk");
    CHECK(text.find("Ga zitten.") != std::string::npos);
    CHECK(text.find("vreemd") == std::string::npos);
    CHECK(text.find("\u2588") != std::string::npos);
    const auto view = take(transcript(*study.session, take(findUnit(*study.session, "talk")).source, {}, {}));
    REQUIRE(view.turns.size() == 3);
    CHECK(view.turns[0].speaker == "withdrawn-1");
    CHECK(view.turns[1].speaker == "Anna");
    // Nobody's work on it comes in, and nobody has to do any.
    const std::string codings = take(exportCodings(*study.session));
    CHECK(codings.find("talk#2,R1") != std::string::npos);
    CHECK(codings.find("talk#1") == std::string::npos);
    CHECK(codings.find("P3") == std::string::npos);
    for (const char* words : {"Zonderlinge", "her distance", "memo van talk#1", "memo van P3/Q1"})
        CHECK_FALSE(isKept(study, words));
    CHECK(isKept(study, "memo van talk#2"));
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("another program's project brings nobody back, by name or by guid") {
    StudyFixture study;
    take(forget(*study.session, {"P3", false}));
    // A text of nobody else stays out.
    const std::string alone = study.scratch.write("a.qde", project({"P3"}, "Zonderlinge woorden."));
    const ImportPreview preview = take(previewImport(*study.session, alone, {}));
    CHECK(isRejected(preview.rejected, "'P3' withdrew"));
    CHECK(preview.participants == 0);
    CHECK(preview.records == 0);
    const std::int64_t transcripts = take(study.session->info()).transcripts;
    CHECK(isRejected(take(importFiles(*study.session, {alone}, {})).rejected, "'P3' withdrew"));
    CHECK(take(study.session->info()).transcripts == transcripts);
    CHECK(take(study.session->info()).participants == 4);
    CHECK_FALSE(isKept(study, "Zonderlinge"));
    // Of a text of several, what was said by the one who withdrew; it stays nobody's alone.
    const ImportReport shared = study.import(
        "b.qde", project({"P3", "P2"}, "P3: Zonderlinge woorden.\nP2: Gewone woorden.", "samen.txt"));
    CHECK(isRejected(shared.rejected, "'P3' withdrew"));
    CHECK(says(shared.notes, "still stands in 'samen.txt'")); // as a label
    CHECK(wholeText(study, "samen").find("Zonderlinge") == std::string::npos);
    CHECK(wholeText(study, "samen").find("Gewone") != std::string::npos);
    CHECK(take(sourceText(*study.session, take(findUnit(*study.session, "samen")).source))
              .item.participant.empty());
    CHECK(take(study.session->info()).codings == 0);
    CHECK_FALSE(isKept(study, "Zonderlinge"));
    // Under another name, but known by the guid that the study had.
    study.import("c.qde", project({"G7"}, "Van zeven.", "zeven.txt"));
    take(forget(*study.session, {"G7", false}));
    const ImportReport renamed = study.import("d.qde", project({"Zeven"}, "Andere woorden.", "acht.txt"));
    CHECK(isRejected(renamed.rejected, "'Zeven' withdrew"));
    CHECK_FALSE(isKept(study, "Andere woorden"));
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("a transcript comes in without what was said by somebody who withdrew") {
    StudyFixture study;
    take(forget(*study.session, {"P3", false}));
    const std::string path =
        study.scratch.write("talk.txt", std::string("Gesprek met P3, op school.\n\n") + talk);
    ImportOptions options;
    options.kind = ImportKind::Transcript;
    options.people = {{"P3", "", "leerling"}};
    const ImportPreview preview = take(previewImport(*study.session, path, options));
    CHECK(isRejected(preview.rejected, "participant 'P3' withdrew consent"));
    CHECK(preview.participants == 0);
    REQUIRE(preview.turns.size() == 3);
    CHECK(preview.turns[0][2].find("Zonderlinge") == std::string::npos);
    // The wizard asks for the others alone.
    REQUIRE(preview.speakers.size() == 1);
    CHECK(preview.speakers[0].name == "Anna");
    const ImportReport report = take(importFiles(*study.session, {path}, options));
    REQUIRE(report.rejected.size() == 1);
    CHECK(report.rejected[0].line == 3);
    CHECK(says(report.notes, "the file itself is not kept"));
    CHECK(says(report.notes, "still stands"));
    CHECK(take(study.session->info()).participants == 4);
    const auto view = take(transcript(*study.session, take(findUnit(*study.session, "talk")).source, {}, {}));
    REQUIRE(view.turns.size() == 3);
    CHECK(view.turns[0].speaker == "withdrawn-1");
    CHECK_FALSE(isKept(study, "Zonderlinge"));
    CHECK(isKept(study, "Ga zitten"));
    AssignRequest request;
    request.round = "dealt";
    request.raters = {"R1"};
    request.withTranscripts = true;
    CHECK(take(previewAssign(*study.session, request)).units == 6);
    CHECK(take(check(*study.session, false)).problems.empty());
    CHECK(says(take(importFiles(*study.session, {path}, options)).notes, "in the study already"));
    // Nobody else speaks: nothing is left that could come in.
    const ImportReport alone = study.import("alone.txt", "P3: Heel alleen.\nP3: Nog steeds.\n");
    CHECK(isRejected(alone.rejected, "'P3' withdrew"));
    CHECK_FALSE(findUnit(*study.session, "alone"));
    // Whoever speaks is no participant by that: the words are theirs all the same.
    study.import("again.txt", "Anna: Dag.\nP3: Vreemde eend.\n");
    CHECK_FALSE(isKept(study, "Vreemde eend"));
}

TEST_CASE("a table of codings of somebody who withdrew is not kept") {
    StudyFixture study;
    const std::string table = "unit,rater,variable,code,value,begin,end,quote,completed\n"
                              "P3/Q1,R1,constructs,closeness,1,0,22,She keeps her distance.,1\n"
                              "P1/Q1,R1,constructs,closeness,1,,,,1\n";
    take(forget(*study.session, {"P3", false}));
    const std::string path = study.scratch.write("codings.csv", table);
    CHECK(isRejected(take(previewImport(*study.session, path, {})).rejected, "'P3' withdrew"));
    const ImportReport report = take(importFiles(*study.session, {path}, {}));
    REQUIRE(report.rejected.size() == 1);
    CHECK(isRejected(report.rejected, "'P3' withdrew"));
    CHECK(report.rejected[0].line == 2);
    CHECK(take(study.session->info()).codings == 1);
    CHECK_FALSE(isKept(study, "keeps her distance"));
}

TEST_CASE("a table of codings that came in before a withdrawal brings no words back") {
    StudyFixture study;
    const std::string table = "unit,rater,variable,code,value,begin,end,quote,completed\n"
                              "P3/Q1,R1,constructs,closeness,1,0,22,She keeps her distance.,1\n"
                              "P1/Q1,R1,constructs,closeness,1,,,,1\n";
    study.import("codings.csv", table);
    CHECK(isKept(study, "P3/Q1,R1,constructs"));
    take(forget(*study.session, {"P3", false}));
    REQUIRE_FALSE(isKept(study, "She keeps her distance"));
    const std::int64_t codings = take(study.session->info()).codings;
    const std::string path = study.scratch.write("codings.csv", table);
    CHECK(isRejected(take(previewImport(*study.session, path, {})).rejected, "'P3' withdrew"));
    const ImportReport report = take(importFiles(*study.session, {path}, {}));
    CHECK(isRejected(report.rejected, "'P3' withdrew"));
    CHECK(says(report.notes, "the file itself is not kept"));
    CHECK(take(study.session->info()).codings == codings);
    CHECK_FALSE(isKept(study, "She keeps her distance"));
}

TEST_CASE("a table of codings of which nothing comes in is not kept") {
    StudyFixture study;
    const std::string table = "unit,rater,variable,code,value,begin,end,quote,completed\n"
                              "P1/Q1,R1,constructs,closeness,1,0,6,De juf,1\n";
    study.import("codings.csv", table);
    REQUIRE(isKept(study, "P1/Q1,R1,constructs"));
    // Of the same codings in other words, nothing is new.
    study.import("again.csv", table + "P9/Q1,R1,constructs,closeness,1,,,Niemands woorden.,1\n");
    CHECK_FALSE(isKept(study, "Niemands woorden"));
    // A unit completed without any code is something.
    study.import("done.csv", "unit,rater,variable,code,value,begin,end,quote,completed\n"
                             "P2/Q1,R1,,,,,,Alleen klaar.,1\n");
    CHECK(isKept(study, "Alleen klaar"));
}

TEST_CASE("codings of somebody who withdrew stay out under whatever name the table has for the text") {
    StudyFixture study;
    study.import("talk2.txt", "Anna: Ga zitten.\nP3: Zonderlinge woorden.\nAnna: Dank je.\n",
                 ImportKind::Transcript);
    AssignRequest request;
    request.round = "rel1";
    request.raters = {"R1"};
    take(assign(*study.session, request));
    const Target own = study.target("R1", "P3/Q1", "rel1");
    take(service::code(*study.session, own, study.code("closeness")));
    take(complete(*study.session, own));
    std::string neutral;
    for (std::int64_t number = 1; number < 10 && neutral.empty(); ++number) {
        const std::string name = model::neutralName(own.round.value, number);
        if (const auto unit = findUnit(*study.session, name); unit && unit->id == own.unit)
            neutral = name;
    }
    REQUIRE_FALSE(neutral.empty());
    take(forget(*study.session, {"P3", false}));
    const std::int64_t codings = take(study.session->info()).codings;
    const std::string header = "unit,rater,variable,code,value,begin,end,quote,completed,round\n";
    int number = 0;
    const auto staysOut = [&](const std::string& row, const std::string& words) {
        CAPTURE(row);
        const std::string file = "codings-" + std::to_string(++number) + ".csv";
        const std::string path = study.scratch.write(
            file, header + row + "P1/Q1,R2,constructs,closeness,1,,,,1,r" + std::to_string(number) + "\n");
        CHECK(isRejected(take(previewImport(*study.session, path, {})).rejected, "withdrew consent"));
        const ImportReport report = take(importFiles(*study.session, {path}, {}));
        CHECK(report.rejected.size() == 1);
        CHECK(isRejected(report.rejected, "participant 'withdrawn-1' withdrew consent"));
        CHECK(report.added == 1);
        CHECK(take(study.session->info()).codings == codings + number);
        if (!words.empty())
            CHECK_FALSE(isKept(study, words));
    };
    staysOut(neutral + ",R1,constructs,conflict,1,0,22,She keeps her distance.,1,rel1\n",
             "keeps her distance");
    staysOut("withdrawn-1/Q1,R2,constructs,closeness,1,,,,1,\n", "");
    staysOut("talk2#2,R2,constructs,closeness,1,,,Zonderlinge woorden.,1,\n", "Zonderlinge");
    staysOut("talk2,R2,constructs,closeness,1,11,22,Zonderlinge,1,\n", "Zonderlinge");
    // What others said is rated as before.
    const ImportReport others = study.import(
        "others.csv",
        header + "talk2#1,R2,constructs,closeness,1,,,,1,\ntalk2,R2,constructs,closeness,1,0,10,,1,\n");
    CHECK(others.added == 1);
    REQUIRE(others.rejected.size() == 1);
    CHECK(isRejected(others.rejected, "does not apply"));
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("a table that names units the study does not have is not kept once somebody withdrew") {
    StudyFixture study;
    take(forget(*study.session, {"P3", true}));
    const ImportReport report =
        study.import("codings.csv", "unit,rater,variable,code,value,begin,end,quote,completed\n"
                                    "R1-026,R1,constructs,closeness,1,0,22,She keeps her distance.,1\n"
                                    "P1/Q1,R1,constructs,closeness,1,,,,1\n");
    CHECK(report.added == 1);
    CHECK(isRejected(report.rejected, "there is no unit 'R1-026'"));
    CHECK(says(report.notes, "the file itself is not kept"));
    CHECK_FALSE(isKept(study, "keeps her distance"));
}

TEST_CASE("a text that is called as somebody who withdrew stays out") {
    StudyFixture study;
    take(forget(*study.session, {"P3", false}));
    // Of a program without cases.
    const std::string project3 = study.scratch.write("a.qde", project({}, "Zonderlinge woorden.", "P3"));
    CHECK(isRejected(take(previewImport(*study.session, project3, {})).rejected, "'P3' withdrew"));
    const ImportReport report = take(importFiles(*study.session, {project3}, {}));
    CHECK(isRejected(report.rejected, "'P3' withdrew"));
    CHECK(says(report.notes, "the file itself is not kept"));
    CHECK(isRejected(study.import("b.qde", project({}, "Zonderlinge dagen.", "P3.docx")).rejected,
                     "'P3' withdrew"));
    CHECK_FALSE(findUnit(*study.session, "P3"));
    // A transcript whose speakers are called by their parts in it.
    const std::string path =
        study.scratch.write("P3.txt", "P3, op school.\n\nInterviewer: Vertel.\nResp: Zonderlinge zaken.\n");
    const ImportPreview preview = take(previewImport(*study.session, path, {}));
    CHECK(isRejected(preview.rejected, "'P3' withdrew"));
    CHECK(preview.participants == 0);
    for (const auto& turn : preview.turns)
        CHECK(turn[2].find("Zonderlinge") == std::string::npos);
    CHECK(isRejected(take(importFiles(*study.session, {path}, {})).rejected, "'P3' withdrew"));
    CHECK_FALSE(findUnit(*study.session, "P3"));
    // In another study's own project, with what was done on it.
    const std::string own = [&study] {
        StudyFixture other;
        other.import("P3.txt", "Anna: Vertel.\nResp: Zonderlinge eenden.\n", ImportKind::Transcript);
        for (const char* unit : {"P3", "P3#2"})
            take(setMemo(*other.session, other.target("R1", unit), "Een zonderling memo"));
        const Target at = other.target("R1", "P3#2");
        take(service::code(*other.session, at, other.code("closeness")));
        const std::string to = study.scratch.file("own.qdpx");
        std::filesystem::copy_file(exported(other, ExportKind::Project, "own.qdpx"), to);
        return to;
    }();
    CHECK(isRejected(take(importFiles(*study.session, {own}, {})).rejected, "'P3' withdrew"));
    CHECK_FALSE(findUnit(*study.session, "P3"));
    CHECK(take(study.session->info()).codings == 0);
    CHECK_FALSE(isKept(study, "Zonderlinge"));
    CHECK_FALSE(isKept(study, "zonderling memo"));
    CHECK(take(study.session->info()).participants == 4);
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("every place of a project in which the name of somebody who withdrew stands is named once") {
    StudyFixture study;
    take(forget(*study.session, {"P3", false}));
    // Two texts before the one that is the participant's own: the name is met last.
    const std::string head = "00000000-0000-4000-8000-0000000000";
    const auto source = [&](const std::string& number, const std::string& name, const std::string& text,
                            const std::string& description) {
        return "<TextSource guid=\"" + head + number + "\" name=\"" + name + "\">" + "<Description>" +
               description + "</Description><PlainTextContent>" + text + "</PlainTextContent></TextSource>";
    };
    const std::string file =
        "<Project xmlns=\"urn:QDA-XML:project:1:0\" name=\"P\" origin=\"other\"><Cases><Case guid=\"" + head +
        "31\" name=\"P3\"><SourceRef targetGUID=\"" + head + "43\"/></Case></Cases><Sources>" +
        source("41", "els.txt", "Els: dag, P3 zei dat P3 ziek is.", "Els spreekt van P3") +
        source("42", "over P3.txt", "Bob: over niemand.", "Bob") +
        source("43", "ziek.txt", "Zonderlinge woorden.", "van P3 zelf") + "</Sources></Project>";
    const std::string path = study.scratch.write("a.qde", file);
    const std::vector<base::Phrase> shown = take(previewImport(*study.session, path, {})).warnings;
    const ImportReport report = take(importFiles(*study.session, {path}, {}));
    for (const auto& notes : {shown, report.notes}) {
        const auto count = [&](const std::string& words) {
            return std::count_if(notes.begin(), notes.end(), [&](const std::string& note) {
                return note.find("still stands in " + words) != std::string::npos;
            });
        };
        CHECK(count("'els.txt'") == 1);
        CHECK(count("a memo on 'els.txt'") == 1);
        CHECK(count("the name of the text 'over P3.txt'") == 1);
        CHECK(count("") == 3);
    }
    CHECK_FALSE(isKept(study, "van P3 zelf"));
}

TEST_CASE("every place of a study's own project in which the name of somebody who withdrew stands is named") {
    StudyFixture study;
    const std::string path = [&study] {
        StudyFixture other;
        other.import("els.txt", "Anna: P3 zei dat.\nBert: Ja.\n", ImportKind::Transcript);
        take(setMemo(*other.session, other.target("R1", "els#2"), "Dit gaat ook over P3."));
        const std::string to = study.scratch.file("own.qdpx");
        std::filesystem::copy_file(exported(other, ExportKind::Project, "own.qdpx"), to);
        return to;
    }();
    take(forget(*study.session, {"P3", false}));
    const ImportReport report = take(importFiles(*study.session, {path}, {}));
    CHECK(says(report.notes, "still stands in 'els'"));
    CHECK(says(report.notes, "still stands in a memo on 'els#2'"));
    CHECK(std::count_if(report.notes.begin(), report.notes.end(), [](const std::string& note) {
              return note.find("still stands") != std::string::npos;
          }) == 2);
}

TEST_CASE("codings that were withdrawn later do not come back by a project that the study wrote in between") {
    StudyFixture study;
    study.import("talk.txt", talk, ImportKind::Transcript);
    for (const char* unit : {"P1/Q1", "P3/Q1", "talk#1", "talk#2"}) {
        const Target at = study.target("R1", unit);
        take(service::code(*study.session, at, study.code("closeness")));
        take(complete(*study.session, at));
    }
    take(forget(*study.session, {"P3", false}));
    const std::string path = exported(study, ExportKind::Project, "own.qdpx");
    take(forget(*study.session, {"withdrawn-1", true}));
    const std::int64_t codings = take(study.session->info()).codings;
    const ImportReport report = take(importFiles(*study.session, {path}, {}));
    CHECK(report.added == 0);
    CHECK(take(study.session->info()).codings == codings);
    CHECK(take(exportCodings(*study.session)).find("withdrawn-1") == std::string::npos);
    CHECK(take(check(*study.session, false)).problems.empty());
}

TEST_CASE("nobody who withdrew is shown by what looks into a file before it comes in") {
    StudyFixture study;
    study.import("five.csv", "participant,Q1,Q2\nP005,Ja.,Nee.\n", ImportKind::Answers);
    take(forget(*study.session, {"P005", false}));
    SECTION("names that are proposed") {
        const auto proposed = [&](const char* file, const std::string& text) {
            std::string all;
            for (const ProposedName& each :
                 take(proposeNames(*study.session, {study.scratch.write(file, text)}, {})).names)
                all += each.name + " (" + each.example + ") ";
            return all;
        };
        const std::string rows = "participant,Q1,Q2\nP005,\"Ik ben Zebrina Quastel uit Gent\",Nee\n"
                                 "P006,\"Ik zag Wolfgangamadeus daar\",Nee\n";
        CHECK(proposed("pn.csv", rows).find("Quastel") == std::string::npos);
        CHECK(proposed("pn.csv", rows).find("Wolfgangamadeus") != std::string::npos);
        // Where it is not known which column says who.
        const std::string bare = "a,b\nP005,\"Ik ben Zebrina Quastel uit Gent\"\n";
        CHECK(proposed("pn2.csv", bare).find("Quastel") == std::string::npos);
        const std::string spoken = "Mia: Zag je Wolfgangamadeus?\nP005: Ik ben Zebrina Quastel.\nMia: Zo.\n";
        CHECK(proposed("pn.txt", spoken).find("Quastel") == std::string::npos);
        CHECK(proposed("pn.txt", spoken).find("P005") == std::string::npos);
        CHECK(proposed("pn.txt", spoken).find("withdrawn") == std::string::npos);
        CHECK(proposed("pn.txt", spoken).find("Wolfgangamadeus") != std::string::npos);
    }
    SECTION("speakers of a transcript") {
        ImportOptions options;
        options.people = {{"*", {}, {}}};
        const ImportPreview preview = take(previewImport(
            *study.session,
            study.scratch.write("les.txt", "Mia: Dag.\nP005: Zo is het.\nMia: Ja.\nP005: Nee.\n"), options));
        REQUIRE(preview.speakers.size() == 1);
        CHECK(preview.speakers[0].name == "Mia");
        CHECK(preview.participants == 1);
    }
    SECTION("people whose names are nearly the same") {
        const std::string file = study.scratch.write(
            "alike.csv", "participant,Q1,Q2\nP005,a,b\n\uFF50\uFF10\uFF10\uFF15,c,d\nP6,e,f\np06,g,h\n");
        const ImportPreview preview = take(previewImport(*study.session, file, {}));
        CHECK(says(preview.warnings, "P6 / p06"));
        CHECK_FALSE(says(preview.warnings, "P005"));
        CHECK_FALSE(says(take(importFiles(*study.session, {file}, {})).notes, "P005"));
    }
}

TEST_CASE("nothing new comes in under the name that the study gives to somebody who withdrew") {
    StudyFixture study;
    study.import("P5.csv", "participant,Q1\nP5,Een antwoord.\n", ImportKind::Answers);
    take(forget(*study.session, {"P5", false}));
    const std::string table = "participant,Q1\nwithdrawn-1,Geheime zebrafluit.\n";
    ImportOptions later;
    later.wave = "later";
    SECTION("answers") {
        const ImportReport report =
            take(importFiles(*study.session, {study.scratch.write("b.csv", table)}, later));
        CHECK(report.added + report.updated == 0);
        CHECK(isRejected(report.rejected, "withdrew consent"));
    }
    SECTION("attributes") {
        const ImportReport report =
            study.import("c.csv", "participant,group\nwithdrawn-1,zebrafluit\n", ImportKind::Participants);
        CHECK(report.added + report.updated == 0);
        CHECK(isRejected(report.rejected, "withdrew consent"));
    }
    SECTION("turns") {
        later.people = {{"A", "withdrawn-1", {}}};
        const ImportReport report = take(importFiles(
            *study.session,
            {study.scratch.write("t.txt", "A: De zebrafluit klinkt.\nB: Ja.\nA: Zeker.\nB: Nee.\n")}, later));
        CHECK(isRejected(report.rejected, "'withdrawn-1' withdrew consent"));
    }
    SECTION("by a list of names") {
        later.pseudonyms = {{"P5", "P77"}};
        const ImportReport report = take(
            importFiles(*study.session,
                        {study.scratch.write("b.csv", "participant,Q1\nP5,Geheime zebrafluit.\n")}, later));
        CHECK(report.added + report.updated == 0);
        CHECK(isRejected(report.rejected, "withdrew consent"));
        later.people = {{"*", {}, {}}};
        take(importFiles(
            *study.session,
            {study.scratch.write("t.txt", "P5: De zebrafluit klinkt.\nB: Ja.\nP5: Zeker.\nB: Nee.\n")},
            later));
        CHECK_FALSE(isKept(study, "P77"));
    }
    CHECK_FALSE(isKept(study, "zebrafluit"));
}
