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
