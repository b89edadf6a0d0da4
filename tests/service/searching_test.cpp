// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/searching.h"
#include "service/study_fixture.h"

#include <filesystem>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

std::int64_t matches(StudyFixture& study, const std::string& query) {
    SearchRequest request;
    request.query = query;
    return take(search(*study.session, request)).matches;
}

} // namespace

TEST_CASE("results equal the study, with or without an index, before and after it lags") {
    StudyFixture study;
    const auto expect = [&study] {
        CHECK(matches(study, "noor") == 2);
        CHECK(matches(study, "Noor lacht") == 1);
        CHECK(matches(study, "\"lacht noor\"") == 0);
        CHECK(matches(study, "question:Q2") == 3);
        CHECK(matches(study, "group:A2") == 3);
        CHECK(matches(study, "noor NOT lacht") == 1);
        CHECK(matches(study, "lang:en") >= 1);
    };
    expect();
    take(updateIndex(*study.session, false));
    expect();
    study.import("more.csv", "participant,group,Q1\nP7,C1,Noor en nog eens Noor\n");
    CHECK(matches(study, "noor") == 3);
    std::filesystem::remove_all(study.scratch.file("cache"));
    CHECK(matches(study, "noor") == 3);
    CHECK(take(updateIndex(*study.session, true)).outcome == "rebuilt");
    CHECK(take(verifyIndex(*study.session)).problems.empty());
    CHECK(matches(study, "noor") == 3);
}

TEST_CASE("hits carry ranges of the source's text in code points") {
    StudyFixture study;
    SearchRequest request;
    request.query = "noor lacht";
    const auto result = take(search(*study.session, request));
    REQUIRE(result.hits.size() == 1);
    // An emoji stands before it: one code point.
    CHECK(result.hits[0].unitName == "P4/Q1");
    CHECK(result.hits[0].ranges.front() == text::textRange(2, 6));
    CHECK(result.hits[0].snippet.find("Noor") != std::string::npos);
}

TEST_CASE("a turn's hits are placed in the transcript") {
    StudyFixture study;
    study.import("groep.txt",
                 "Moderator: Hoe ging het?\nEls: Het spel ging goed.\nModerator: En?\nEls: Klaar.\n",
                 ImportKind::Transcript);
    SearchRequest request;
    request.query = "speaker:Els spel";
    const auto result = take(search(*study.session, request));
    REQUIRE(result.hits.size() == 1);
    CHECK(result.hits[0].unitName == "groep#2");
    CHECK(result.hits[0].speaker == "Els");
    CHECK(result.hits[0].ranges.front() == text::textRange(18, 22));
}

TEST_CASE("codes, raters and memos are search fields") {
    StudyFixture study;
    const Target target = study.target("R1", "P2/Q1");
    take(code(*study.session, target, study.code("conflict")));
    take(setMemo(*study.session, target, "Twijfel over grens"));
    CHECK(matches(study, "code:conflict") == 1);
    CHECK(matches(study, "code:attachment") == 1); // the heading above it
    CHECK(matches(study, "code:closeness") == 0);
    CHECK(matches(study, "coded:yes") == 1);
    CHECK(matches(study, "coded:no") == 6);
    CHECK(matches(study, "rater:R1") == 1);
    CHECK(matches(study, "rater:R2") == 0);
    CHECK(matches(study, "memo:twijfel") == 1);
    take(undo(*study.session));
    take(undo(*study.session));
    CHECK(matches(study, "code:conflict") == 0);
}

TEST_CASE("facets count exactly; a bad query is told with its place") {
    StudyFixture study;
    SearchRequest request;
    request.query = "question:Q1 OR question:Q2";
    request.facets = {"group", "prompt"};
    const auto result = take(search(*study.session, request));
    CHECK(result.matches == 7);
    CHECK(result.facets.at("group").at("A2") == 3);
    CHECK(result.facets.at("prompt").at("Q1") == 4);
    request.query = "noor AND (";
    const auto bad = search(*study.session, request);
    REQUIRE_FALSE(bad);
    CHECK(bad.error().code == base::Errc::InvalidArgument);
    CHECK(bad.error().where->column > 0);
    request.query = "code:nothing";
    CHECK(search(*study.session, request).error().code == base::Errc::NotFound);
}

TEST_CASE("memos and codes can be searched, as they are now") {
    StudyFixture study;
    const Target target = study.target("R1", "P2/Q1");
    const Target other = study.target("R2", "P4/Q1");
    take(setMemo(*study.session, target, "Twijfel over \xF0\x9F\x98\x80 grens"));
    take(setMemo(*study.session, other, "Geen twijfel, wel humor"));
    const auto found = [&study](const std::string& query, SearchPlace place) {
        SearchRequest request;
        request.query = query;
        request.place = place;
        request.sort = SearchSort::Source;
        return take(search(*study.session, request));
    };
    const auto memos = found("twijfel", SearchPlace::Memos);
    REQUIRE(memos.hits.size() == 2);
    CHECK(memos.matches == 2);
    CHECK(memos.hits[0].unitName == "P2/Q1");
    CHECK(memos.hits[0].author == "R1");
    CHECK(memos.hits[0].place == SearchPlace::Memos);
    CHECK(found("grens", SearchPlace::Memos).hits.at(0).ranges.at(0) == text::textRange(15, 20));
    CHECK(found("twijfel rater:R2", SearchPlace::Memos).matches == 1);
    CHECK(found("twijfel question:Q1", SearchPlace::Memos).matches == 2);
    CHECK(found("twijfel group:A2", SearchPlace::Memos).matches == 1);
    CHECK(found("twijfel code:conflict", SearchPlace::Memos).matches == 0);
    take(code(*study.session, target, study.code("conflict")));
    CHECK(found("twijfel code:conflict", SearchPlace::Memos).matches == 1);
    CHECK(matches(study, "twijfel") == 0); // texts alone, unless asked

    const auto codes = found("against OR near", SearchPlace::Codes);
    REQUIRE(codes.hits.size() == 2);
    CHECK(codes.hits[0].unitName == "closeness");
    CHECK(codes.hits[0].title == "Closeness");
    CHECK(found("code:conf*", SearchPlace::Codes).matches == 1);
    SearchRequest request;
    request.query = "speaker:x";
    request.place = SearchPlace::Codes;
    CHECK(take(search(*study.session, request)).matches == 0);
    request.query = "rater:R1";
    CHECK(search(*study.session, request).error().code == base::Errc::InvalidArgument);
    request.facets = {"speaker"};
    CHECK(search(*study.session, request).error().code == base::Errc::NotFound);
}

TEST_CASE("a rater reads the own memos alone") {
    StudyFixture study;
    take(setMemo(*study.session, study.target("R1", "P2/Q1"), "twijfel van mij"));
    take(setMemo(*study.session, study.target("R2", "P4/Q1"), "twijfel van een ander"));
    study.session->setViewer(Viewer{study.rater("R1")});
    SearchRequest request;
    request.query = "twijfel";
    request.place = SearchPlace::Memos;
    request.facets = {"rater"};
    const auto found = take(search(*study.session, request));
    CHECK(found.matches == 1);
    CHECK(found.hits.at(0).author == "R1");
    CHECK(found.facets.at("rater").size() == 1);
    request.query = "ander";
    CHECK(take(search(*study.session, request)).matches == 0);
    request.query = "NOT ander";
    CHECK(take(search(*study.session, request)).matches == 1);
}

TEST_CASE("phrases, patterns, stars anywhere and expressions are exact, also right after an import") {
    StudyFixture study;
    take(prepareSearch(*study.session));
    CHECK(matches(study, "\"juf is dichtbij\"") == 1);
    CHECK(matches(study, "\"juf [0-3] noor\"") == 1);
    CHECK(matches(study, "*icht*") == 1);
    CHECK(matches(study, "/h(er|aar)/") == 2);
    CHECK(matches(study, "=noor") == 0);
    CHECK(matches(study, "=Noor") == 2);
    CHECK(matches(study, "juf NEAR/3 noor OR lacht") == 2);
    CHECK(matches(study, "dichbij~1") == 1);
    study.import("more.csv", "participant,group,Q1\nP7,C1,Dicht bij de juf is dichtbij.\n");
    CHECK(matches(study, "\"juf is dichtbij\"") == 2);
    CHECK(matches(study, "*icht*") == 2);
    SearchRequest request;
    request.query = "/(a+)+[cd]/";
    study.import("long.csv", "participant,group,Q1\nP8,C1," + std::string(150, 'a') + "b\n");
    CHECK(search(*study.session, request).error().code == base::Errc::InvalidArgument);
}

TEST_CASE("attributes take ranges, coded takes disagreed") {
    StudyFixture study;
    CHECK(matches(study, "group:A1..A2") == 5);
    CHECK(matches(study, "group:..A1") == 2);
    CHECK(matches(study, "group:A2..") == 5);
    take(code(*study.session, study.target("R1", "P2/Q1"), study.code("conflict")));
    take(complete(*study.session, study.target("R1", "P2/Q1")));
    CHECK(matches(study, "coded:disagreed") == 0);
    take(complete(*study.session, study.target("R2", "P2/Q1")));
    CHECK(matches(study, "coded:disagreed") == 1);
    study.session->setViewer(Viewer{study.rater("R1")});
    SearchRequest request;
    request.query = "coded:disagreed";
    CHECK(search(*study.session, request).error().code == base::Errc::Refused);
}

TEST_CASE("more like these: examples by name or by code, for whoever may see them") {
    StudyFixture study;
    std::string csv = "participant,group,Q1\n";
    for (int at = 10; at < 40; ++at)
        csv += "P" + std::to_string(at) + ",A1," +
               (at % 10 == 0 ? "De hond rent met de bal in het park." : "De juf leest een boek in de klas.") +
               "\n";
    study.import("like.csv", csv);
    auto& session = *study.session;
    SimilarRequest request;
    request.units = {"P10/Q1"};
    request.limit = 2;
    const auto found = take(similarTexts(session, request));
    REQUIRE(found.hits.size() == 2);
    CHECK(found.hits[0].snippet.find("hond") != std::string::npos);
    CHECK(found.hits[1].snippet.find("hond") != std::string::npos);
    CHECK_FALSE(found.hits[0].snippetRanges.empty());
    CHECK(found.query.find("hond") != std::string::npos);
    take(code(session, study.target("R1", "P20/Q1"), study.code("closeness")));
    request.units.clear();
    request.code = "closeness@R1";
    const auto byCode = take(similarTexts(session, request));
    REQUIRE(byCode.hits.size() == 2);
    CHECK(byCode.hits[0].snippet.find("hond") != std::string::npos);
    request.code = "closeness@R2";
    CHECK(similarTexts(session, request).error().code == base::Errc::InvalidArgument);
    request.code.clear();
    request.units = {"nobody"};
    CHECK(similarTexts(session, request).error().code == base::Errc::NotFound);
}

TEST_CASE("a study restored from an older copy is searched as it is, not as the indexes knew it") {
    StudyFixture study;
    study.import("first.csv", "participant,group,Q1\nP10,A1,Een warme band met zebra's.\n");
    take(updateIndex(*study.session, false));
    study.session.reset();
    const std::string older = study.scratch.file("older.rapport");
    std::filesystem::copy_file(study.path(), older);
    study.reopen();
    study.import("second.csv", "participant,group,Q1\nP11,A1,Nog een zebra op de \"warme band\".\n");
    take(updateIndex(*study.session, false));
    CHECK(matches(study, "zebra*") == 2);
    CHECK(matches(study, "\"warme band\"") == 2);
    study.session.reset();
    std::filesystem::copy_file(older, study.path(), std::filesystem::copy_options::overwrite_existing);
    for (const char* beside : {"-wal", "-shm"})
        std::filesystem::remove(study.path() + beside);
    study.reopen();
    // Another history from here on, with as many rows as the first had.
    study.import("other.csv", "participant,group,Q1\nP12,A1,Geen dier te zien.\n");
    CHECK(matches(study, "zebra*") == 1);
    CHECK(matches(study, "dier") == 1);
    CHECK(matches(study, "\"geen dier\"") == 1);
    CHECK(matches(study, "\"warme band\"") == 1);
    CHECK(take(updateIndex(*study.session, false)).problems.empty());
    CHECK(matches(study, "zebra*") == 1);
}

TEST_CASE("a field that names what is not there says so, with the nearest name under its place") {
    StudyFixture study;
    study.import("groep.txt", "Moderator: Hoe ging het?\nKeizer: Het spel ging goed.\n",
                 ImportKind::Transcript);
    struct Row {
        const char* query;
        std::size_t column;
        const char* message;
        const char* advice;
    };
    const auto row = GENERATE(values<Row>({
        {"spel speaker:Keijzer", 14, "speaker:Keijzer", "'Keizer'"},
        {"group:A9", 7, "group:A9", "'A1'"},
        {"noor OR question:Q9", 18, "question:Q9", "'Q1'"},
        {"noor -group:A9", 13, "group:A9", "'A1'"},
        {"lang:nederlands", 6, "lang:nederlands", "nl"},
        {"code:closenes", 6, "no code 'closenes'", "'closeness'"},
        {"noor code:closeness@R9", 21, "no rater 'R9'", "'R1'"},
        {"rater:R9", 7, "no rater 'R9'", "'R1'"},
        {"coded:no@R9", 10, "no rater 'R9'", "'R1'"},
    }));
    CAPTURE(row.query);
    SearchRequest request;
    request.query = row.query;
    const auto found = search(*study.session, request);
    REQUIRE_FALSE(found);
    CHECK(found.error().code == base::Errc::NotFound);
    REQUIRE(found.error().where);
    CHECK(found.error().where->column == row.column);
    CHECK(found.error().message.find(row.message) != std::string::npos);
    CHECK(found.error().hint.find(std::string(row.column - 1, ' ') + "^") != std::string::npos);
    CHECK(found.error().hint.find(row.advice) != std::string::npos);
    CHECK(found.error().hint.find("rapport ") == std::string::npos);
}

TEST_CASE("what is there and does not match is no error") {
    StudyFixture study;
    for (const char* query : {"group:A1 xylofoon", "question:Q2 xylofoon", "group:*9*", "speaker:Jan"}) {
        CAPTURE(query);
        SearchRequest request;
        request.query = query;
        const auto found = search(*study.session, request);
        if (std::string(query).find("9") != std::string::npos)
            CHECK_FALSE(found);
        else
            CHECK(take(found).matches == 0); // no text has a speaker at all
    }
    CHECK(matches(study, "group:*1") == 4);
    CHECK(matches(study, "question:*2") == 3);
}

TEST_CASE("attributes of numbers and dates are compared as such") {
    StudyFixture study;
    ImportOptions options;
    options.kind = ImportKind::Answers;
    options.mappingJson = R"({"schema":"rapport.mapping/1","columns":[
      {"column":"id","as":"participant"},{"column":"score","as":"attribute","name":"score","blinded":false},
      {"column":"day","as":"attribute","name":"day","blinded":false},{"column":"Q1","as":"answer","prompt":"Q1"}]})";
    take(importFiles(*study.session,
                     {study.scratch.write("scores.csv", "id,score,day,Q1\n"
                                                        "S1,4.50,2024-05-27,een\n"
                                                        "S2,3.5,2024-05-01,twee\n"
                                                        "S3,10,2023-01-01,drie\n")},
                     options));
    ImportOptions comma;
    comma.kind = ImportKind::Answers;
    comma.mappingJson = R"({"schema":"rapport.mapping/1","columns":[
      {"column":"id","as":"participant"},{"column":"mark","as":"attribute","name":"mark","blinded":false},
      {"column":"Q1","as":"answer","prompt":"Q1"}]})";
    CHECK(matches(study, "score:4.5") == 1);
    CHECK(matches(study, "score:4,50") == 1);
    CHECK(matches(study, "score:3,5..4,5") == 2);
    CHECK(matches(study, "score:4..") == 2);
    CHECK(matches(study, "score:7") == 0); // a number that nobody has is an answer
    CHECK(matches(study, "day:2024-05") == 2);
    take(importFiles(*study.session,
                     {study.scratch.write("marks.csv", "id;mark;Q1\nM1;4,50;een\nM2;3,5;twee\nM3;10;drie\n")},
                     comma));
    CHECK(matches(study, "mark:4,5") == 1);
    CHECK(matches(study, "mark:4.5") == 1);
    CHECK(matches(study, "mark:3.5..4,5") == 2);
    CHECK(matches(study, "day:..2024-05") == 3);
    CHECK(matches(study, "day:2024-05-02..2024") == 1);
    struct Row {
        const char* query;
        const char* message;
        const char* advice;
        std::size_t column;
    };
    const auto row = GENERATE(values<Row>({
        {"score:>4", "two dots", "score:4..", 7},
        {"score:a..b", "'a' is no number", "score:4..", 7},
        {"een score:1..b", "'b' is no number", "score:4..", 14},
        {"score:2..1", "nothing", "score:1..2", 7},
        {"score:veel", "'veel' is no number", "score:4", 7},
        {"day:27-05-2024", "'27-05-2024' is no date", "day:2024-05-27", 5},
        {"day:mei", "'mei' is no date", "day:2024-05-27", 5},
        {"day:2024-13", "'2024-13' is no date", "day:2024-05-27", 5},
        {"day:2023..2024-02-31", "'2024-02-31' is no date", "day:2024-05-27", 11},
        {"question:Q1..Q3", "no order", "question:(this OR that)", 12},
    }));
    CAPTURE(row.query);
    SearchRequest request;
    request.query = row.query;
    const auto found = search(*study.session, request);
    REQUIRE_FALSE(found);
    CHECK(found.error().code == base::Errc::InvalidArgument);
    REQUIRE(found.error().where);
    CHECK(found.error().where->column == row.column);
    CHECK(found.error().message.find(row.message) != std::string::npos);
    CHECK(found.error().hint.find(row.advice) != std::string::npos);
}
