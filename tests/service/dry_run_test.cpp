// SPDX-License-Identifier: GPL-3.0-or-later
// A dry run says what the import then does, of every kind of file, and leaves the study to the byte as it
// was.
#include "base/format.h"
#include "service/consent.h"
#include "service/inspecting.h"
#include "service/safekeeping.h"
#include "service/study_fixture.h"
#include "support/tree.h"

#include <algorithm>
#include <filesystem>
#include <map>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

std::string corpus(const std::string& name) {
    return std::string(rapport::support::sourceTree) + "/corpora/formats/" + name;
}

/// Every file in the folder and below it, with its bytes.
std::map<std::string, std::string> filesIn(const StudyFixture& study) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(study.scratch.file("")))
        if (entry.is_regular_file())
            files.emplace(entry.path().string(), take(base::readFile(entry.path().string())));
    return files;
}

std::vector<std::string> described(const std::vector<RejectedRow>& rows) {
    std::vector<std::string> all;
    for (const RejectedRow& row : rows)
        all.push_back(fmt::format("{}:{}:{}: {} / {}", row.file, row.line, row.column, row.message.text(),
                                  row.hint.text()));
    return all;
}

std::vector<std::string> texts(const std::vector<base::Phrase>& phrases) {
    return {phrases.begin(), phrases.end()};
}

/// Tries and then imports: both say the same, and what was tried left nothing behind.
ImportReport triedAndDone(StudyFixture& study, const std::vector<std::string>& files, ImportOptions options) {
    static std::uint64_t seed = 100; // no two sessions make the same guids
    const auto open = [&](OpenMode mode) {
        Environment environment = study.environment(seed++);
        environment.backupFolder = study.scratch.file("backups");
        study.session.reset();
        study.session = take(Session::open(study.path(), mode, std::move(environment)));
    };
    // What a session makes beside the study is there when the first is closed.
    open(OpenMode::ReadOnly);
    study.session.reset();
    const auto before = filesIn(study);
    open(OpenMode::ReadOnly);
    const StudyInfo was = take(study.session->info());
    options.dryRun = true;
    options.keepsCopy = true;
    const base::Result<ImportReport> tried = importFiles(*study.session, files, options);
    CHECK(take(study.session->info()).units == was.units);
    study.session.reset();
    CHECK(filesIn(study) == before);
    open(OpenMode::ReadWrite);
    options.dryRun = false;
    options.keepsCopy = false;
    std::vector<ImportPreview> previews;
    for (const std::string& file : files)
        if (tried)
            previews.push_back(take(previewImport(*study.session, file, options)));
    const base::Result<ImportReport> done = importFiles(*study.session, files, options);
    INFO((tried ? std::string() : base::describe(tried.error())));
    INFO((done ? std::string() : base::describe(done.error())));
    REQUIRE(tried.has_value() == done.has_value());
    if (!done) {
        CHECK(tried.error().code == done.error().code);
        CHECK(tried.error().message == done.error().message);
        return {};
    }
    CHECK(tried->read == done->read);
    CHECK(tried->added == done->added);
    CHECK(tried->updated == done->updated);
    CHECK(described(tried->rejected) == described(done->rejected));
    CHECK(texts(tried->notes) == texts(done->notes));
    REQUIRE(tried->shares.size() == files.size());
    // The files' parts make up the whole.
    std::int64_t records = 0;
    std::int64_t added = 0;
    std::int64_t updated = 0;
    std::int64_t participants = 0;
    std::int64_t answers = 0;
    std::vector<std::string> rejected;
    std::vector<std::string> notes;
    for (std::size_t file = 0; file < files.size(); ++file) {
        const std::int64_t unheld = previews[file].records;
        holdAgainst(*tried, file, previews[file]);
        // A project of our own says only as it comes in how many codings and completions it holds.
        if (previews[file].kind != ImportKind::Project)
            CHECK(unheld == previews[file].records);
        records += previews[file].records;
        added += previews[file].added;
        updated += previews[file].updated;
        participants += previews[file].participants;
        answers += previews[file].answers;
        for (const std::string& row : described(previews[file].rejected))
            rejected.push_back(row);
        for (const base::Phrase& note : previews[file].notes)
            notes.push_back(note);
    }
    CHECK(records == done->read);
    CHECK(added == done->added);
    CHECK(updated == done->updated);
    CHECK(rejected == described(done->rejected));
    CHECK(notes == texts(done->notes));
    const StudyInfo now = take(study.session->info());
    CHECK(participants == now.participants - was.participants);
    CHECK(answers == now.answers - was.answers);
    CHECK(take(check(*study.session, false)).problems.empty());
    return *done;
}

struct File {
    std::string name;
    std::string text;
    ImportKind kind = ImportKind::Detect;
    std::size_t rejected = 0;
    bool bringsNothing = false;
};

} // namespace

TEST_CASE("a dry run says what the import does, whatever comes in") {
    StudyFixture study;
    const std::string codings = "unit,rater,variable,code,value,begin,end,quote,completed,round\n";
    const std::vector<File> files{
        // Answers, wide.
        {"wide.csv", "participant,group,Q1,Q2\nP5,A1,Nieuw.,Ook nieuw.\nP6,B2,Nog een.,\n",
         ImportKind::Answers},
        {"wide-part.csv",
         "participant,group,Q1,Q2\nP1,A1,Iets anders.,Samen spelen helpt.\nP2,A9,Er is conflict.,Toch iets.\n"
         "P7,A1,Fris.,\n,A1,Van niemand.,\n",
         ImportKind::Answers, 2},
        {"wide-bad.csv",
         "participant,group,Q1,Q2\nP1,A1,Weer anders.,Ook anders.\nP3,A2,Niet dit.,Talk with her.\n",
         ImportKind::Answers, 3, true},
        {"wide-known.csv", "participant,group,Q1,Q2\nP1,A1,De juf is dichtbij Noor.,Samen spelen helpt.\n",
         ImportKind::Answers, 0, true},
        // Answers, long.
        {"long.csv", "participant,question,answer\nP8,Q1,Een lange.\nP8,Q2,Nog een.\nP9,Q3,Nieuwe vraag.\n",
         ImportKind::Answers},
        {"long-part.csv", "participant,question,answer\nP8,Q1,Een andere.\nP9,Q2,Nu wel.\n",
         ImportKind::Answers, 1},
        {"long-bad.csv", "participant,question,answer\nP8,Q1,Een andere.\nP8,Q2,Ook een andere.\n",
         ImportKind::Answers, 2, true},
        // Participants.
        {"people.csv", "participant,school\nP1,Noord\nP10,Zuid\n", ImportKind::Participants},
        {"people-part.csv", "participant,school\nP1,Noord\nP2,Zuid\nP2,Oost\n", ImportKind::Participants, 1},
        {"people-bad.csv", "participant,school\n,Noord\n,Zuid\n", ImportKind::Participants, 2, true},
        // Codings: presence, level, count, places, completions; raters and rounds that are new.
        {"codings.csv",
         codings + "P1/Q1,Ann,constructs,closeness,1,3,6,juf,1,first\nP1/Q1,Ann,level,,dyadic,,,,1,first\n"
                   "P1/Q1,Ann,cues,,2,,,,1,first\nP2/Q1,Ben,,,,,,,1,first\nP1/"
                   "Q2,Ben,practices,one_on_one,1,,,,1,\n",
         ImportKind::Codings},
        {"codings-part.csv",
         codings +
             "P2/Q1,Cas,constructs,closeness,1,,,,1,second\nP1/Q1,Cas,constructs,nothing,1,,,,1,second\n"
             "P99/Q1,Dirk,constructs,closeness,1,,,,1,third\n",
         ImportKind::Codings, 2},
        {"codings-bad.csv",
         codings +
             "P99/Q1,Eva,constructs,closeness,1,,,,1,fourth\nP1/Q1,Eva,nothing,closeness,1,,,,1,fourth\n"
             "P1/Q1,Eva,constructs,nothing,1,,,,1,fourth\nP1/Q1,Eva,constructs,conflict,1,0,900,,1,fourth\n"
             "P1/Q1,Eva,level,,upside,,,,1,fourth\n",
         ImportKind::Codings, 5, true},
        // Codebooks.
        {"codes.csv", "code,definition,variable\nwarmth,kind words,tone\ncold,no words,tone\n",
         ImportKind::Codebook},
        {"codes-other.csv", "code,definition,variable\nwarmth,kinder words,tone\nsilence,none,tone\n",
         ImportKind::Codebook},
        {"codes-known.csv", "code,definition,variable\nwarmth,kinder words,tone\n", ImportKind::Codebook, 0,
         true},
        // Transcripts.
        {"talk.txt", "Ann: Hallo.\nBas: Dag.\nAnn: Tot zo.\n", ImportKind::Transcript},
        {"cues.vtt", "WEBVTT\n\n00:01.000 --> oops\nlost\n\n00:02.000 --> 00:03.000\n<v Ann>Dag.\n",
         ImportKind::Transcript, 1},
        {"again.txt", "Ann: Hallo.\nBas: Dag.\nAnn: Tot zo.\n", ImportKind::Transcript, 0, true},
    };
    for (const File& file : files) {
        INFO(file.name);
        ImportOptions options;
        options.kind = file.kind;
        const ImportReport report = triedAndDone(study, {study.scratch.write(file.name, file.text)}, options);
        CHECK(report.rejected.size() == file.rejected);
        CHECK((report.added + report.updated == 0) == file.bringsNothing);
    }
    for (const char* project : {"project.qdpx", "project-qualcoder.qda", "project-taguette.sqlite3"}) {
        INFO(project);
        triedAndDone(study, {corpus(project)}, {});
        triedAndDone(study, {corpus(project)}, {});
    }
}

TEST_CASE("several files are tried one after another, as they come in") {
    StudyFixture study;
    ImportOptions options;
    options.kind = ImportKind::Answers;
    const ImportReport report =
        triedAndDone(study,
                     {study.scratch.write("a.csv", "participant,Q1\nP20,Eerst.\n"),
                      study.scratch.write("b.csv", "participant,Q1\nP20,Dan.\n"),
                      study.scratch.write("c.csv", "participant,Q1\nP20,Eerst.\nP21,Nieuw.\n")},
                     options);
    CHECK(report.added == 2);
    CHECK(report.rejected.size() == 1);
}

TEST_CASE("what an import refuses, its dry run refuses") {
    StudyFixture study;
    const std::string talk = study.scratch.write("talk.txt", "Ann: Hallo.\nBas: Dag.\nAnn: Tot zo.\n");
    ImportOptions options;
    options.people = {{"Nobody", "", ""}};
    triedAndDone(study, {talk}, options);
    options.people = {{"Ann", "", ""}};
    triedAndDone(study, {talk}, options);
    ImportOptions asking;
    asking.kind = ImportKind::Codebook;
    triedAndDone(study,
                 {study.scratch.write("codes.csv", "code,definition,variable\ncloseness,other,elsewhere\n")},
                 asking);
    // A key is written by the import alone.
    ImportOptions sealed;
    sealed.kind = ImportKind::Answers;
    sealed.pseudonymsFile = study.scratch.write("names.csv", "name,replacement\nTibo,Jan\n");
    sealed.keyFile = study.scratch.file("names.key");
    sealed.passphrase = "a long passphrase of several words";
    triedAndDone(study, {study.scratch.write("w.csv", "participant,Q1\nP30,Tibo lacht.\n")}, sealed);
    CHECK(std::filesystem::exists(sealed.keyFile));
}

TEST_CASE("a dry run needs no study that can be written") {
    StudyFixture study;
    const std::string file = study.scratch.write("a.csv", "participant,Q1\nP20,Eerst.\nP1,Anders.\n");
    ImportOptions options;
    options.kind = ImportKind::Answers;
    options.dryRun = true;
    // Another program is in the middle of writing.
    const auto held = asOneStep(*study.session, [&](Session&) -> base::Status {
        const auto reader = take(Session::open(study.path(), OpenMode::ReadOnly, study.environment(7)));
        const ImportReport tried = take(importFiles(*reader, {file}, options));
        CHECK(tried.added == 1);
        CHECK(tried.rejected.size() == 1);
        return {};
    });
    CHECK(held);
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = importFiles(*study.session, {file}, options, base::Task{stop.get_token(), {}});
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == base::Errc::Cancelled);
}

TEST_CASE("a dry run says what the import says of people who withdrew") {
    StudyFixture study;
    const std::string talk = "P3: Vreemd.\nAnna: Ga zitten.\nP3: Nog vreemder.\n";
    study.import("talk.txt", talk, ImportKind::Transcript);
    const std::string codings = "unit,rater,variable,code,value,begin,end,quote,completed\n"
                                "P3/Q1,R1,constructs,closeness,1,,,,1\n"
                                "P1/Q1,R1,constructs,closeness,1,,,,1\n";
    study.import("codings.csv", codings);
    take(forget(*study.session, {"P3", false}));
    const std::vector<std::pair<std::string, std::string>> files{
        {"answers.csv", "participant,Q1\nP3,Terug.\nP9,Nieuw.\n"},
        {"codings.csv", codings},
        {"others.csv", codings +
                           "talk#1,R1,constructs,closeness,1,,,,1\nR9-001,R1,constructs,closeness,1,,,,1\n"
                           "talk#2,R1,constructs,closeness,1,,,,1\n"},
        {"unknown.csv", "unit,rater,variable,code,value,completed\nR9-001,R1,constructs,closeness,1,1\n"
                        "P2/Q1,R1,constructs,closeness,1,1\n"},
        {"gesprek.txt", "over P3\n\n" + talk + "Anna: Dag P3.\n"},
        {"P3.txt", "Interviewer: Vertel.\nResp: Zonderling.\n"},
        {"a.qde", "<Project xmlns=\"urn:QDA-XML:project:1:0\" name=\"P\" origin=\"other\"><Sources>"
                  "<TextSource guid=\"00000000-0000-4000-8000-000000000041\" name=\"P3.txt\">"
                  "<PlainTextContent>Zonderling.</PlainTextContent></TextSource>"
                  "<TextSource guid=\"00000000-0000-4000-8000-000000000042\" name=\"els.txt\">"
                  "<Description>Els kent P3</Description>"
                  "<PlainTextContent>Els: P3 is ziek.</PlainTextContent></TextSource></Sources></Project>"}};
    for (const auto& [name, text] : files) {
        CAPTURE(name);
        const ImportReport report = triedAndDone(study, {study.scratch.write(name, text)}, {});
        CHECK_FALSE(report.rejected.empty());
        CHECK(std::any_of(report.notes.begin(), report.notes.end(), [](const base::Phrase& note) {
            return note.find("the file itself is not kept") != std::string::npos;
        }));
    }
}
