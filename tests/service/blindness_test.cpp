// SPDX-License-Identifier: GPL-3.0-or-later
// What a rater of a blind round may not see, through every use case that shows something.
#include "service/concording.h"
#include "service/history.h"
#include "service/inspecting.h"
#include "service/measuring.h"
#include "service/reading.h"
#include "service/reporting.h"
#include "service/searching.h"
#include "service/source_rows.h"
#include "service/study_fixture.h"

#include <algorithm>
#include <set>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

struct BlindStudy : StudyFixture {
    BlindStudy() {
        AssignRequest request;
        request.round = "rel1";
        request.raters = {"R1", "R2"};
        request.prompts = {"Q1"};
        request.sample = "3";
        take(assign(*session, request));
        const auto mine = take(units(*session, {"rel1", "R1", UnitState::All}));
        for (const UnitItem& item : mine) {
            take(service::code(*session, {rater("R1"), take(session->round("rel1")).id, item.id},
                               StudyFixture::code("closeness")));
            take(complete(*session, {rater("R1"), take(session->round("rel1")).id, item.id}));
        }
        take(updateIndex(*session, false));
        session->setViewer({rater("R2")});
    }
};

} // namespace

TEST_CASE("a blind rater sees the own units under neutral names") {
    BlindStudy study;
    const auto mine = take(units(*study.session, {}));
    CHECK(mine.size() == 3);
    for (const UnitItem& item : mine) {
        CHECK(item.name.starts_with("R"));
        CHECK(item.name == item.neutralName);
        CHECK(item.sourceName.empty());
        CHECK_FALSE(item.isBegun);
        CHECK_FALSE(item.isComplete);
        const UnitWorkView work =
            take(unitWork(*study.session, item.id, study.rater("R2"), take(study.session->round("rel1")).id));
        CHECK(work.codings.empty());
    }
    CHECK(units(*study.session, {"", "R1", UnitState::All}).error().code == base::Errc::Refused);
    const model::Round round = take(study.session->round("rel1"));
    CHECK(take(ratingPlaces(*study.session, study.rater("R2"), round, {})).size() == 3);
    CHECK(ratingPlaces(*study.session, study.rater("R1"), round, {}).error().code == base::Errc::Refused);
    model::Round outside;
    outside.name = model::defaultRoundName;
    CHECK(take(ratingPlaces(*study.session, study.rater("R2"), outside, {})).size() == 3);
    CHECK(unitWork(*study.session, mine[0].id, study.rater("R1"), take(study.session->round("rel1")).id)
              .error()
              .code == base::Errc::Refused);
}

TEST_CASE("a blind rater gets no sources, attributes, agreement, report or others' codings") {
    BlindStudy study;
    auto& session = *study.session;
    CHECK(sourceRows(session).error().code == base::Errc::Refused);
    CHECK(codingsPerSource(session).error().code == base::Errc::Refused);
    CHECK(wordsOf(session, {}).error().code == base::Errc::Refused);
    CHECK(sourceNames(session, 1000).error().code == base::Errc::Refused);
    CHECK(take(attributes(session)).empty());
    CHECK(tabulate(session, "Q1").error().code == base::Errc::Refused);
    CHECK(codeUsage(session).error().code == base::Errc::Refused);
    StudyMeasureOptions options;
    options.rounds = {"rel1"};
    CHECK(measureStudy(session, options).error().code == base::Errc::Refused);
    CHECK(disagreements(session, {"rel1", "", "", true}).error().code == base::Errc::Refused);
    CHECK(kappaReport(session, {}, ReportFormat::Html).error().code == base::Errc::Refused);
    CHECK(assign(session, {}).error().code == base::Errc::Refused);
    CHECK(openRound(session, "rel1").error().code == base::Errc::Refused);
    // The own work goes out under neutral names, others' does not.
    const auto mine = take(units(session, {}));
    take(code(session, {study.rater("R2"), take(session.round("rel1")).id, mine[0].id},
              study.code("conflict")));
    take(complete(session, {study.rater("R2"), take(session.round("rel1")).id, mine[0].id}));
    const std::string exported = take(exportCodings(session));
    CHECK(exported.find("conflict") != std::string::npos);
    CHECK(exported.find("closeness") == std::string::npos);
    CHECK(exported.find("P1/") == std::string::npos);
    CHECK(exported.find(mine[0].neutralName) != std::string::npos);
    // Nor does the undo label or a refusal name the participant.
    CHECK(nextUndo(session)->unitName == mine[0].neutralName);
    const auto refused = code(session, {study.rater("R2"), take(session.round("rel1")).id, mine[0].id},
                              study.code("one_on_one"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("P") == std::string::npos);
    CHECK(take(progress(session)).size() == 1);
}

TEST_CASE("a blind rater searches the own units only, and nothing that unblinds") {
    BlindStudy study;
    auto& session = *study.session;
    SearchRequest request;
    request.query = "Noor";
    const auto found = take(search(session, request));
    for (const SearchHit& hit : found.hits) {
        CHECK(hit.unitName.starts_with("R"));
        CHECK(hit.title.find("P") == std::string::npos);
    }
    request.query = "code:closeness";
    CHECK(take(search(session, request)).matches == 0);
    request.query = "rater:R1";
    CHECK_FALSE(search(session, request));
    request.query = "group:A2";
    CHECK_FALSE(search(session, request));
    request.query = "Noor OR (NOT source:P1*)";
    CHECK(search(session, request).error().code == base::Errc::Refused);
    request.query = "Noor";
    request.facets = {"group"};
    CHECK_FALSE(search(session, request));
}

namespace {

/// Twenty participants in the order of the study, whom a blind rater must not be able to put together again.
struct ManyAnswers : StudyFixture {
    ManyAnswers() {
        std::string csv = "participant,Q1,Q2\n";
        for (int at = 10; at < 30; ++at)
            csv += "M" + std::to_string(at) + ",Samen lezen helpt.,Samen spelen helpt.\n";
        import("many.csv", csv);
    }

    /// To R2, in a blind round.
    void assignAll() {
        AssignRequest request;
        request.round = "rel1";
        request.raters = {"R1", "R2"};
        request.prompts = {"Q1", "Q2"};
        take(assign(*session, request));
        session->setViewer({rater("R2")});
    }
};

/// By their numbers: R1-2 before R1-10.
bool areInNeutralOrder(const std::vector<std::string>& names) {
    return std::is_sorted(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
        return std::make_pair(a.size(), a) < std::make_pair(b.size(), b);
    });
}

} // namespace

TEST_CASE("a blind rater's hits that rank alike stand by neutral name, in every order and window") {
    ManyAnswers study;
    auto& session = *study.session;
    study.assignAll();
    for (const char* query : {"samen", "coded:no", "question:Q1 OR question:Q2"}) {
        for (const SearchSort sort : {SearchSort::Relevance, SearchSort::Source, SearchSort::Date}) {
            SearchRequest request;
            request.query = query;
            request.sort = sort;
            request.limit = 1000;
            const auto all = take(search(session, request)).hits;
            REQUIRE(all.size() >= 20);
            std::vector<std::string> names;
            std::vector<model::UnitId> ids;
            for (const SearchHit& hit : all) {
                if (hit.score < all.front().score)
                    break;
                names.push_back(hit.unitName);
                ids.push_back(hit.unit);
            }
            CHECK(names.size() >= 20);
            CHECK(areInNeutralOrder(names));
            CHECK_FALSE(std::is_sorted(ids.begin(), ids.end()));
            request.limit = 5;
            request.offset = 3;
            const auto some = take(search(session, request)).hits;
            REQUIRE(some.size() == 5);
            for (std::size_t at = 0; at < some.size(); ++at)
                CHECK(some[at].unitName == all[at + 3].unitName);
        }
    }
    SimilarRequest similar;
    similar.units = {take(units(session, {})).front().name};
    similar.limit = 1000;
    const auto alike = take(similarTexts(session, similar)).hits;
    REQUIRE(alike.size() > 3);
    for (std::size_t at = 1; at < alike.size(); ++at) {
        if (alike[at].score == alike[at - 1].score)
            CHECK(areInNeutralOrder({alike[at - 1].unitName, alike[at].unitName}));
    }
}

TEST_CASE("a blind rater's words are laid out by neutral name, turns as they were said") {
    StudyFixture study;
    std::string csv = "participant,Q1,Q2\n";
    for (int person = 10; person < 40; ++person)
        csv += "X" + std::to_string(person) + ",eigen" + std::to_string(person) + " samen,apart" +
               std::to_string(person) + " samen\n";
    study.import("many.csv", csv);
    study.import("talk.txt", "An: eerst samen.\nBo: daarna samen.\nAn: tenslotte samen.\n",
                 ImportKind::Transcript);
    AssignRequest request;
    request.round = "r";
    request.raters = {"R1"};
    request.withTranscripts = true;
    take(assign(*study.session, request));
    take(updateIndex(*study.session, false));
    auto& session = *study.session;
    session.setViewer({study.rater("R1")});
    const auto placeOf = [&](const std::string& word) {
        for (const DispersionPart& part : take(dispersion(session, word, "prompt")).byPart) {
            if (!part.places.empty())
                return part.places.front();
        }
        return std::int64_t{-1};
    };
    for (const std::string start : {"eigen", "apart"}) {
        std::vector<std::pair<std::int64_t, std::string>> placed;
        for (const UnitItem& item : take(units(session, {"r", "R1", UnitState::All}))) {
            const std::string text =
                study.work({study.rater("R1"), take(session.round("r")).id, item.id}).text;
            if (text.starts_with(start))
                placed.emplace_back(placeOf(text.substr(0, text.find(' '))), item.name);
        }
        REQUIRE(placed.size() == 30);
        std::sort(placed.begin(), placed.end());
        std::vector<std::string> names;
        for (const auto& [place, name] : placed)
            names.push_back(name);
        CHECK(areInNeutralOrder(names));
    }
    CHECK(placeOf("eerst") < placeOf("daarna"));
    CHECK(placeOf("daarna") < placeOf("tenslotte"));
}

TEST_CASE("a blind rater's memos are found by neutral name, not as they were written") {
    ManyAnswers study;
    auto& session = *study.session;
    for (int at = 10; at < 30; ++at)
        take(setMemo(session, study.target("R2", "M" + std::to_string(at) + "/Q1"), "samen gezien"));
    study.assignAll();
    SearchRequest request;
    request.query = "samen";
    request.place = SearchPlace::Memos;
    request.sort = SearchSort::Source;
    request.limit = 1000;
    std::vector<std::string> names;
    for (const SearchHit& hit : take(search(session, request)).hits)
        names.push_back(hit.unitName);
    CHECK(names.size() == 20);
    CHECK(areInNeutralOrder(names));
}

TEST_CASE("a blind rater's history has numbers of its own, and what was imported goes by neutral name") {
    ManyAnswers study;
    auto& session = *study.session;
    std::string csv = "rater,unit,variable,code\n";
    for (int at = 10; at < 30; ++at) {
        for (const char* rater : {"R1", "R2"})
            csv += std::string(rater) + ",M" + std::to_string(at) + "/Q1,constructs,closeness\n";
    }
    study.import("codings.csv", csv, ImportKind::Codings);
    study.assignAll();
    const auto rows = take(history(session, {}));
    REQUIRE(rows.size() >= 20);
    std::vector<std::string> names;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        CHECK(rows[at].position == static_cast<std::int64_t>(at) + 1);
        names.push_back(rows[at].unit);
    }
    CHECK(areInNeutralOrder(names));
    // The numbers are the same whatever is asked for, and `after` goes by them.
    const auto some = take(history(session, {"", "", "closeness", 3, 4}));
    REQUIRE(some.size() == 4);
    CHECK(some.front().position > 3);
    for (const HistoryRow& row : some)
        CHECK(rows[static_cast<std::size_t>(row.position - 1)].unit == row.unit);
    const auto of = take(history(session, {names.back(), "", "", 0, 0}));
    REQUIRE_FALSE(of.empty());
    CHECK(of.back().position == rows.back().position);
    std::vector<std::string> rated;
    for (const UnitTime& unit : take(pace(session, "R2", "")).units)
        rated.push_back(unit.name);
    CHECK(areInNeutralOrder(rated));
}

TEST_CASE("a blind rater counts lines and words of the own units alone") {
    BlindStudy study;
    auto& session = *study.session;
    std::set<std::string> mine;
    for (const UnitItem& item : take(units(session, {})))
        mine.insert(item.name);
    ConcordanceRequest request;
    request.query = "*";
    CHECK_FALSE(concordance(session, request));
    request.query = "/.+/"; // every word
    const auto lines = take(concordance(session, request));
    CHECK(lines.units == 3);
    CHECK(lines.found == lines.total);
    for (const ConcordanceLine& line : lines.lines)
        CHECK(mine.contains(line.unitName));
    CHECK(std::is_sorted(lines.lines.begin(), lines.lines.end(),
                         [](const auto& a, const auto& b) { return a.unitName < b.unitName; }));
    std::int64_t words = 0;
    for (const LineFrequency& each : take(lineFrequencies(session, "/.+/", "match")))
        words += each.lines;
    CHECK(words == lines.total);
    for (const NgramRow& row : take(ngrams(session, "", 2, 1)))
        CHECK(row.units <= 3);
    CHECK(lineFrequencies(session, "/.+/", "source").error().code == base::Errc::Refused);
    CHECK(lineFrequencies(session, "/.+/", "group").error().code == base::Errc::NotFound);
    CHECK_FALSE(dispersion(session, "/.+/", "source"));
    CHECK_FALSE(keywords(session, "group:A1", ""));
    CHECK_FALSE(keywords(session, "noor", "source:P1*"));
    std::int64_t seen = 0;
    for (const FormRow& row : take(wordForms(session, "/.+/")))
        seen += row.occurrences;
    CHECK(seen == lines.total);
}

TEST_CASE("a blind rater finds units by neutral name alone and gets no agreement of any round") {
    BlindStudy study;
    auto& session = *study.session;
    CHECK_FALSE(findUnit(session, "P1/Q1"));
    const auto mine = take(units(session, {}));
    CHECK(take(findUnit(session, mine[0].neutralName)).name == mine[0].neutralName);
    StudyMeasureOptions options;
    options.rounds = {"default"};
    CHECK_FALSE(measureStudy(session, options));
    CHECK(roundFor(session, mine[0].id, study.rater("R1"), "").error().code == base::Errc::Refused);
    const auto foreign = code(session, {study.rater("R2"), take(session.round("rel1")).id, model::UnitId(2)},
                              study.code("closeness"));
    CHECK_FALSE(foreign);
}

TEST_CASE("others' codings are laid beside the own ones once the round is open, not before") {
    BlindStudy study;
    auto& session = *study.session;
    const model::UnitId unit = take(units(session, {})).front().id;
    const auto source = take(units(session, {})).front().source;
    const auto beside = [&](const char* rater) {
        return take(codingsOfOthers(session, source, study.rater(rater), take(session.round("rel1"))));
    };
    CHECK(beside("R2").empty());
    session.setViewer({});
    CHECK(beside("R2").empty()); // a coordinator who codes in another's name is blind as well
    take(openRound(session, "rel1"));
    REQUIRE(beside("R2").size() == 1);
    CHECK(beside("R2").front().rater == study.rater("R1"));
    CHECK(beside("R2").front().unit == unit);
    CHECK(beside("R1").empty());
    session.setViewer({study.rater("R2")});
    CHECK(beside("R2").size() == 1);
}

TEST_CASE("an open round is not blind any more, but blinded attributes stay hidden") {
    BlindStudy study;
    study.session->setViewer({});
    take(openRound(*study.session, "rel1"));
    study.session->setViewer({study.rater("R2")});
    StudyMeasureOptions options;
    options.rounds = {"rel1"};
    CHECK(measureStudy(*study.session, options));
    options.by = "group";
    CHECK(measureStudy(*study.session, options).error().code == base::Errc::NotFound);
    CHECK(take(units(*study.session, {"rel1", "", UnitState::All})).front().name.find('/') !=
          std::string::npos);
}

TEST_CASE("while a blind round runs its rater sees no agreement of an open one, and is told which and why") {
    StudyFixture study;
    AssignRequest request;
    request.round = "rel";
    request.raters = {"R1", "R2"};
    request.prompts = {"Q1"};
    take(assign(*study.session, request));
    request.round = "later";
    request.raters = {"R2"};
    request.prompts = {"Q2"};
    take(assign(*study.session, request));
    for (const char* rater : {"R1", "R2"})
        take(complete(*study.session, study.target(rater, "P1/Q1", "rel")));
    take(openRound(*study.session, "rel"));
    StudyMeasureOptions options;
    options.rounds = {"rel"};
    study.session->setViewer({study.rater("R2")});
    const auto refused = measureStudy(*study.session, options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("'later' is blind") != std::string::npos);
    CHECK(refused.error().hint.find("opened") != std::string::npos);
    study.session->setViewer({});
    const auto r1 = study.rater("R1");
    study.session->setViewer({r1}); // who has no part in it sees the open round
    CHECK(measureStudy(*study.session, options));
}

TEST_CASE("who types in a blind rater's name is told no other name of the unit") {
    StudyFixture study;
    AssignRequest request;
    request.round = "rel1";
    request.raters = {"R1"};
    request.prompts = {"Q1"};
    take(assign(*study.session, request));
    const Target at = study.target("R1", "P1/Q1", "rel1");
    const auto outside =
        service::code(*study.session, at, study.code("closeness"), text::textRange(5000, 5010));
    REQUIRE_FALSE(outside);
    CHECK(outside.error().message.find("P1") == std::string::npos);
    // By whatever name it was asked for: neither is told to who knows the other.
    CHECK(outside.error().message.find("-00") == std::string::npos);
    take(openRound(*study.session, "rel1"));
    const auto open = service::code(*study.session, at, study.code("closeness"), text::textRange(5000, 5010));
    REQUIRE_FALSE(open);
    CHECK(open.error().message.find("not inside the unit") != std::string::npos);
}

TEST_CASE("a blind rater whose units went to others still knows them by their neutral names alone") {
    StudyFixture study;
    auto& session = *study.session;
    take(addRater(session, "R3", model::RaterKind::Human));
    AssignRequest request;
    request.round = "rel1";
    request.raters = {"R1"};
    request.prompts = {"Q1"};
    take(assign(session, request));
    const bool hasOtherBlindUnits = GENERATE(false, true);
    if (hasOtherBlindUnits) {
        request.round = "rel2";
        request.prompts = {"Q2"};
        take(assign(session, request));
    }
    const Target at = study.target("R1", "P1/Q1", "rel1");
    session.setViewer({at.rater});
    const auto mine = take(units(session, {"rel1", "R1", UnitState::All}));
    const auto found =
        std::find_if(mine.begin(), mine.end(), [&](const auto& each) { return each.id == at.unit; });
    REQUIRE(found != mine.end());
    const std::string neutral = found->neutralName;
    // Begun and withdrawn: it may go to another.
    take(code(session, at, study.code("closeness")));
    take(withdraw(session, take(unitWork(session, at.unit, at.rater, at.round)).codings.at(0).id));
    session.setViewer({});
    take(reassign(session, {"rel1", "R1", {"R3"}, 1}));
    session.setViewer({at.rater});
    HistoryRequest own;
    own.rater = "R1";
    const auto rows = take(history(session, own));
    REQUIRE(rows.size() == 2);
    for (const HistoryRow& row : rows)
        CHECK(row.unit == neutral);
    const auto unit = findUnit(session, neutral);
    CHECK((!unit || unit->name == neutral));
    // Once the round is open there is nothing to hide.
    session.setViewer({});
    take(openRound(session, "rel1"));
    session.setViewer({at.rater});
    if (!hasOtherBlindUnits)
        CHECK(take(history(session, own)).at(0).unit == "P1/Q1");
}

TEST_CASE("a blind rater is not told in which source a hit or line stands, nor how far into it") {
    StudyFixture study;
    auto& session = *study.session;
    study.import("talk.txt", "Annelies: Hoe ging het?\nBarend: Goed, ze deed mee.\n", ImportKind::Transcript);
    AssignRequest assigning;
    assigning.round = "rel1";
    assigning.raters = {"R1", "R2"};
    assigning.prompts = {"Q1"};
    assigning.withTranscripts = true;
    take(assign(session, assigning));
    SearchRequest request;
    request.query = "deed";
    ConcordanceRequest asking;
    asking.query = "deed";
    const auto open = take(search(session, request)).hits.at(0);
    const auto openLine = take(concordance(session, asking)).lines.at(0);
    CHECK_FALSE(open.sourceGuid.isNull());
    CHECK(openLine.toldRange == openLine.range);
    CHECK(open.ranges.at(0) == openLine.range);
    CHECK(open.toldRanges == open.ranges);
    session.setViewer({study.rater("R2")});
    const auto hit = take(search(session, request)).hits.at(0);
    CHECK(hit.sourceGuid.isNull());
    CHECK(hit.page == 0);
    const auto turn = text::textRange(9, 13); // "Goed, ze deed mee."
    CHECK(hit.toldRanges.at(0) == turn);
    CHECK(hit.ranges == open.ranges); // where it opens
    const auto line = take(concordance(session, asking)).lines.at(0);
    CHECK(line.sourceGuid.isNull());
    CHECK(line.toldRange == turn);
    CHECK(line.range == openLine.range); // what codes it
    const std::string file = study.scratch.file("lines.csv");
    take(exportLines(session, asking, file));
    const std::string written = take(base::readFile(file));
    CHECK(written.find(open.sourceGuid.text()) == std::string::npos);
    CHECK(written.find(",9,13,") != std::string::npos);
}
