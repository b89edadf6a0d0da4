// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/file.h"
#include "service/concording.h"
#include "service/renaming.h"
#include "service/saved_searches.h"
#include "service/searching.h"
#include "service/study_fixture.h"

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

TEST_CASE("saved searches: named, changed, run again, removed, with their history") {
    StudyFixture study;
    auto& session = *study.session;
    SearchSettings settings;
    settings.sort = {"left1", "right1"};
    settings.sample = 20;
    settings.seed = 9;
    settings.coded = "no";
    settings.forms = {{"relatie", {"relatie", "relaties"}, {"relateren"}}};
    take(saveSearch(session, " trust ", "(relatie OR relaties)", settings));
    take(saveSearch(session, "trust", "(relatie OR relaties)", settings)); // nothing new
    auto saved = take(savedSearches(session));
    REQUIRE(saved.size() == 1);
    CHECK(saved[0].name == "trust");
    CHECK(saved[0].versions == 1);
    CHECK(saved[0].settings == settings);
    CHECK_FALSE(saved[0].lastRun);
    study.clock.advance(std::chrono::minutes(1));
    take(noteSearchRun(session, "trust", 12, 7));
    settings.sample.reset();
    settings.seed = 1;
    take(saveSearch(session, "trust", "relatie*", settings));
    study.reopen();
    auto& later = *study.session;
    const auto now = take(savedSearch(later, "trust"));
    CHECK(now.query == "relatie*");
    CHECK(now.versions == 2);
    CHECK(now.runs == 1);
    CHECK(now.lines == 12);
    CHECK(now.units == 7);
    CHECK(now.settings == settings);
    REQUIRE(now.lastRun);
    CHECK(base::isoText(*now.lastRun) == "2026-03-14T19:01:00Z");
    const auto history = take(searchHistory(later, "trust"));
    REQUIRE(history.size() == 3);
    CHECK(history[0].what == "save");
    CHECK(history[0].query == "(relatie OR relaties)");
    CHECK(history[0].settings.sample == 20);
    CHECK(history[1].what == "run");
    CHECK(history[1].lines == 12);
    CHECK(history[2].query == "relatie*");

    // Everybody has names of their own.
    later.setViewer({study.rater("R1")});
    CHECK(take(savedSearches(later)).empty());
    CHECK(removeSearch(later, "trust").error().code == base::Errc::NotFound);
    take(saveSearch(later, "trust", "band", {}));
    later.setViewer({});
    CHECK(take(savedSearch(later, "trust")).query == "relatie*");

    take(removeSearch(later, "trust"));
    CHECK(take(savedSearches(later)).empty());
    CHECK(noteSearchRun(later, "trust", 1, 1).error().code == base::Errc::NotFound);
    CHECK(take(searchHistory(later, "trust")).back().what == "remove");
    take(saveSearch(later, "trust", "band", {}));
    CHECK(take(savedSearch(later, "trust")).versions == 1);
}

TEST_CASE("saved searches: what is refused") {
    StudyFixture study;
    auto& session = *study.session;
    CHECK(saveSearch(session, "  ", "band", {}).error().code == base::Errc::InvalidArgument);
    CHECK(saveSearch(session, std::string(201, 'x'), "band", {}).error().code == base::Errc::InvalidArgument);
    CHECK(saveSearch(session, "x", "\"band", {}).error().code == base::Errc::InvalidArgument);
    CHECK(saveSearch(session, "x", "", {}).error().code == base::Errc::InvalidArgument);
    const auto codeOf = [&](const auto& change) {
        SearchSettings settings;
        change(settings);
        const auto kept = saveSearch(session, "x", "band", settings);
        return kept ? base::Errc::Cancelled : kept.error().code;
    };
    CHECK(codeOf([](SearchSettings& each) { each.sort = {"left1", "smell"}; }) == base::Errc::NotFound);
    CHECK(codeOf([](SearchSettings& each) {
              each.sort = {"left1", "left2", "left3", "left4"};
          }) == base::Errc::InvalidArgument);
    CHECK(codeOf([](SearchSettings& each) { each.sample = -1; }) == base::Errc::InvalidArgument);
    CHECK(codeOf([](SearchSettings& each) { each.width = -1; }) == base::Errc::InvalidArgument);
    CHECK(codeOf([](SearchSettings& each) { each.coded = "smell"; }) == base::Errc::NotFound);
    CHECK(codeOf([](SearchSettings& each) { each.coded = "yes@nobody"; }) == base::Errc::NotFound);
    CHECK(searchHistory(session, "x").error().code == base::Errc::NotFound);
    const auto missing = savedSearch(session, "x");
    CHECK(missing.error().code == base::Errc::NotFound);
}

TEST_CASE("who coded what is asked of units: by A, not by B") {
    StudyFixture study;
    auto& session = *study.session;
    const auto code = [&](const char* rater, const char* unit, const char* name) {
        take(service::code(session, study.target(rater, unit), study.code(name)));
    };
    code("R1", "P1/Q1", "closeness");
    code("R2", "P1/Q1", "closeness");
    code("R1", "P2/Q1", "closeness");
    code("R2", "P3/Q1", "conflict");
    const auto units = [&](const std::string& query) {
        SearchRequest request;
        request.query = query;
        request.sort = SearchSort::Source;
        std::string names;
        for (const SearchHit& hit : take(search(session, request)).hits)
            names += hit.unitName + " ";
        return names;
    };
    CHECK(units("coded:yes@R1 coded:no@R2") == "P2/Q1 ");
    CHECK(units("coded:yes@R1 -coded:yes@R2") == "P2/Q1 ");
    CHECK(units("code:closeness@R2") == "P1/Q1 ");
    CHECK(units("code:conflict@R1").empty());
    CHECK(units("coded:ja@R2") == "P1/Q1 P3/Q1 ");
    CHECK(units("(Noor OR conflict OR distance) coded:no") == "P4/Q1 "); // uncoded hits
    SearchRequest request;
    request.query = "coded:yes@nobody";
    CHECK(search(session, request).error().code == base::Errc::NotFound);
    for (const char* broken : {"coded:yes@", "coded:disagreed@R1", "coded:maybe@R1"}) {
        request.query = broken;
        const auto result = search(session, request);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == base::Errc::InvalidArgument);
    }
    session.setViewer({study.rater("R1")});
    request.query = "code:closeness@R2";
    CHECK(search(session, request).error().code == base::Errc::Refused);
    CHECK(units("code:closeness@R1") == "P1/Q1 P2/Q1 ");
}

TEST_CASE("lines leave with their references and the exact query") {
    StudyFixture study;
    auto& session = *study.session;
    ConcordanceRequest request;
    request.query = "noor OR \"samen spelen\"";
    request.sort = {"match"};
    take(service::code(session, study.target("R1", "P1/Q1"), study.code("closeness")));
    const std::string csv = study.scratch.file("lines.csv");
    take(exportLines(session, request, csv));
    const std::string text = take(base::readFile(csv));
    CAPTURE(text);
    CHECK(text.starts_with("line,unit,speaker,prompt,left,match,right,codes,source,begin,end,"
                           "hidden_because,query,order,coded,sample,seed,lines_found,lines_hidden,"
                           "words_of_context\n"));
    CHECK(text.find("1,P1/Q1,,Q1,De juf is dichtbij ,Noor,.,closeness,") != std::string::npos);
    CHECK(text.find("\"noor OR \"\"samen spelen\"\"\"") != std::string::npos);
    CHECK(std::count(text.begin(), text.end(), '\n') == 4);
    // What it takes to find them again, and why a line that is there all the same was left out.
    ConcordanceRequest asked = request;
    asked.coded = "no";
    asked.sample = 2;
    asked.seed = 7;
    asked.width = 4;
    asked.withHidden = true;
    const auto lines = take(concordance(session, asked)).lines;
    REQUIRE(lines.size() == 2);
    take(hideLines(session, asked.query, {lines[0]}, "iemand anders"));
    const std::string again = study.scratch.file("again.csv");
    take(exportLines(session, asked, again));
    const std::string told = take(base::readFile(again));
    CAPTURE(told);
    CHECK(told.find(",iemand anders,") != std::string::npos);
    CHECK(told.find(",match,no,2,7,2,1,4\n") != std::string::npos);
    // It is there to be seen, not to be coded.
    asked.coded.clear();
    asked.sample.reset();
    const auto all = take(concordance(session, asked)).lines;
    const auto before = take(session.position());
    std::vector<ConcordanceLine> hidden;
    for (const ConcordanceLine& line : all) {
        if (!line.hidden.isNull())
            hidden.push_back(line);
    }
    REQUIRE(hidden.size() == 1);
    take(codeLines(session, hidden, study.rater("R1"), "default", study.code("conflict")));
    CHECK(take(session.position()) == before);
    const std::string xlsx = study.scratch.file("lines.xlsx");
    take(exportLines(session, request, xlsx));
    CHECK(take(base::readFile(xlsx)).starts_with("PK"));
    const auto other = exportLines(session, request, study.scratch.file("lines.pdf"));
    REQUIRE_FALSE(other);
    CHECK(other.error().code == base::Errc::InvalidArgument);
    CHECK(exportLines(session, request, study.scratch.file("none/lines.csv")).error().code == base::Errc::Io);
    request.query = "(";
    CHECK(exportLines(session, request, csv).error().code == base::Errc::InvalidArgument);
    CHECK(take(base::readFile(csv)) == text); // what was there stays
}

TEST_CASE("saved searches ask for a rater by the name of now") {
    StudyFixture study;
    auto& session = *study.session;
    take(saveSearch(session, "own", "rater:r1 band", {}));
    take(saveSearch(session, "coded", "-code:closeness@R1 coded:ja@R1", {}));
    take(saveSearch(session, "other", "rater:R2 OR rater:R1* OR R1", {}));
    SearchSettings settings;
    settings.coded = "closeness@R1";
    take(saveSearch(session, "lines", "band", settings));
    take(saveSearch(session, "gone", "rater:R1", {}));
    take(removeSearch(session, "gone"));
    session.setViewer({study.rater("R1")});
    take(saveSearch(session, "mine", "rater:R1", {}));
    session.setViewer({});

    const auto renamed = take(renameRater(session, "R1", "Bea de Wit"));
    CHECK(renamed.searches == std::vector<std::string>{"coded", "lines", "own"});
    CHECK(renamed.searchesOfOthers == 1);
    CHECK(renamed.changes.roundsChanged);
    CHECK(take(savedSearch(session, "own")).query == "rater:\"Bea de Wit\" band");
    CHECK(take(savedSearch(session, "own")).versions == 2);
    CHECK(take(savedSearch(session, "coded")).query ==
          "-code:\"closeness@Bea de Wit\" coded:\"ja@Bea de Wit\"");
    CHECK(take(savedSearch(session, "lines")).settings.coded == "closeness@Bea de Wit");
    CHECK(take(savedSearch(session, "lines")).query == "band");
    CHECK(take(savedSearch(session, "other")).versions == 1);
    CHECK(take(savedSearches(session)).size() == 4);
    CHECK(take(searchHistory(session, "own")).front().query == "rater:r1 band");
    session.setViewer({study.rater("Bea de Wit")});
    CHECK(take(savedSearch(session, "mine")).query == "rater:\"Bea de Wit\"");
    session.setViewer({});
    CHECK(take(renameRater(session, "Bea de Wit", "B\"x y")).searches == std::vector<std::string>{"lines"});
}
