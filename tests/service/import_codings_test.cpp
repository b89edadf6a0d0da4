// SPDX-License-Identifier: GPL-3.0-or-later
// Codings made elsewhere on their way into a study.
#include "service/assigning.h"
#include "service/exporting.h"
#include "service/importing.h"
#include "service/inspecting.h"
#include "service/rating.h"
#include "service/renaming.h"
#include "service/study_fixture.h"

#include <algorithm>
#include <set>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

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

TEST_CASE("a rater is the same in any case and with other accents, and no two are made alike") {
    StudyFixture study;
    study.import("codings.csv", "unit,rater,variable,code,value,begin,end,quote,completed\n"
                                "P1/Q1,Ann,constructs,closeness,1,,,,1\n");
    const std::size_t raters = take(study.session->raters()).size();
    const ImportReport report =
        study.import("more.csv", "unit,rater,variable,code,value,begin,end,quote,completed\n"
                                 "P2/Q1,ANN,constructs,closeness,1,,,,1\n"
                                 "P4/Q1,\u00c1nn,constructs,closeness,1,,,,1\n");
    CHECK(report.rejected.empty());
    CHECK(take(study.session->raters()).size() == raters);
    CHECK(std::count(report.notes.begin(), report.notes.end(),
                     "rater 'ANN' of the file is taken for 'Ann'") == 1);
    CHECK(std::count(report.notes.begin(), report.notes.end(),
                     "rater '\u00c1nn' of the file is taken for 'Ann'") == 1);
    for (const char* name : {"ann", "Consensus", "NOBODY"})
        CHECK_FALSE(addRater(*study.session, name, model::RaterKind::Human));
    CHECK_FALSE(renameRater(*study.session, "Ann", "Nobody"));
    CHECK(renameRater(*study.session, "Ann", "ANN"));
    const ImportReport others =
        study.import("others.csv", "unit,rater,variable,code,value,begin,end,quote,completed\n"
                                   "P1/Q1,consensus,constructs,closeness,1,,,,1\n"
                                   "P1/Q1,nobody,constructs,closeness,1,,,,1\n"
                                   "P2/Q1,Fien,constructs,closeness,1,,,,1\n"
                                   "P4/Q1,FIEN,constructs,closeness,1,,,,1\n");
    CHECK(others.rejected.size() == 2);
    CHECK(take(study.session->raters()).size() == raters + 1);
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

TEST_CASE("codings that are all rejected make no rater and no round; one that comes in does") {
    StudyFixture study;
    const std::string header = "unit,rater,variable,code,value,completed,round\n";
    const auto names = [&] {
        std::string all;
        for (const model::Rater& rater : take(study.session->raters()))
            all += rater.name + " ";
        for (const model::Round& round : take(study.session->rounds()))
            all += round.name + " ";
        return all;
    };
    const std::string before = names();
    const ImportReport none =
        study.import("none.csv", header + "P1/Q1,Bob,constructs,nothing,1,1,newround\n"
                                          "P99/Q1,Bob,constructs,closeness,1,1,newround\n"
                                          "P99/Q1,Bob,constructs,closeness,1,1,\n");
    CHECK(none.added == 0);
    CHECK(none.rejected.size() == 3);
    CHECK(none.notes.empty());
    CHECK(names() == before);
    const ImportReport some =
        study.import("some.csv", header + "P1/Q1,Bob,constructs,nothing,1,1,newround\n"
                                          "P2/Q1,Bob,constructs,closeness,1,1,newround\n"
                                          "P1/Q1,Cas,constructs,nothing,1,1,other\n");
    CHECK(some.added == 1);
    CHECK(some.rejected.size() == 2);
    CHECK(names() == "R1 R2 Bob newround ");
    // The round has the units of what came in.
    CHECK(take(study.session->round("newround")).plan.find("\"units\":1") != std::string::npos);
}

TEST_CASE("codings come back from every format as they went, whatever a cell keeps of their quotes") {
    StudyFixture study;
    std::string longest = "Eén ";
    for (int word = 0; word < 9000; ++word)
        longest += "woord ";
    study.import("long.csv", "participant,Q1,Q2\nP8," + longest + ",Nee\n", ImportKind::Answers);
    study.import("codings.csv",
                 codingsHeader + "P1/Q1,Ann,constructs,closeness,1,3,7,,1,2026-03-01T20:00:00Z,joint,1\n"
                                 "P8/Q1,Ann,constructs,closeness,1,0,40000,,1,2026-03-01T20:00:00Z,joint,1\n"
                                 "P8/Q1,Ann,constructs,conflict,1,0,3,,1,2026-03-01T20:00:00Z,joint,1\n");
    ExportRequest request;
    request.kind = ExportKind::Codings;
    for (const char* name : {"c.csv", "c.xlsx", "c.sav"}) {
        CAPTURE(name);
        const std::string file = study.scratch.file(name);
        take(writeExport(*study.session, request, file));
        ImportOptions options;
        options.kind = ImportKind::Codings;
        const ImportReport report = take(importFiles(*study.session, {file}, options));
        CHECK(report.added == 0);
        for (const RejectedRow& row : report.rejected)
            FAIL_CHECK(row.line << ' ' << row.column << ": " << row.message.text());
    }
    // As other programs write what looks the same; not what is less, or other.
    const auto rejected = [&](const std::string& quote, const std::string& end) {
        return study
            .import("q.csv", codingsHeader + "P8/Q1,Ann,constructs,conflict,1,0," + end + "," + quote +
                                 ",1,2026-03-01T20:00:00Z,joint,1\n")
            .rejected.size();
    };
    CHECK(rejected("Ee\xCC\x81n", "3") == 0);
    CHECK(rejected("Een", "3") == 1);
    CHECK(rejected(longest.substr(0, 3000), "40000") == 1);
}

TEST_CASE("where names are replaced, a range is taken by its quote alone") {
    StudyFixture study;
    ImportOptions options;
    options.pseudonyms = {{"Quibbo", "K1"}};
    options.kind = ImportKind::Answers;
    take(importFiles(*study.session,
                     {study.scratch.write("a.csv", "participant,Q1,Q2\n"
                                                   "Quibbo,Hier zei Quibbo dat de juf heel boos was,Nee\n")},
                     options));
    options.kind = ImportKind::Codings;
    const auto import = [&](const std::string& range) {
        return take(importFiles(
            *study.session,
            {study.scratch.write("c.csv", codingsHeader + "Quibbo/Q1,Ann,constructs,closeness,1," + range +
                                              ",1,2026-03-01T20:00:00Z,joint,1\n")},
            options));
    };
    // "juf" in the text as it was, which is "hee" now; and behind what is left of it.
    for (const char* range : {"23,26,", "23,26,juf", "36,40,was"}) {
        CAPTURE(range);
        const ImportReport report = import(range);
        CHECK(report.added == 0);
        REQUIRE(report.rejected.size() == 1);
        CHECK(report.rejected[0].hint.text().find("as the study has it") != std::string::npos);
    }
    CHECK(import("19,22,juf").added == 1);
    CHECK(import("9,11,Quibbo").rejected.empty());
    CHECK(import(",,").rejected.empty());
}
