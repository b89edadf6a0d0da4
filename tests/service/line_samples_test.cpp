// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/measure.h"
#include "service/concording.h"
#include "service/consent.h"
#include "service/history.h"
#include "service/inspecting.h"
#include "service/line_samples.h"
#include "service/own_rating.h"
#include "service/saved_searches.h"
#include "service/study_fixture.h"

#include <algorithm>
#include <map>
#include <set>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

/// Twelve answers with "band" twice each.
void fill(StudyFixture& study) {
    std::string csv = "participant,group,Q1\n";
    for (int at = 10; at < 22; ++at)
        csv += "P" + std::to_string(at) + ",A1,Een band hier " + std::to_string(at) + ". Geen band daar.\n";
    study.import("band.csv", csv);
}

LineSampleRequest drawing() {
    LineSampleRequest request;
    request.name = "trust";
    request.query = "band";
    request.lines = 10;
    request.seed = 7;
    request.width = 3;
    request.codes = {"closeness", "conflict"};
    request.raters = {"R1", "R2"};
    return request;
}

void lookAs(StudyFixture& study, const std::string& rater) {
    study.session->setViewer({rater.empty() ? model::RaterId() : study.rater(rater)});
}

std::vector<std::int64_t> numbers(const std::vector<SampledLine>& lines) {
    std::vector<std::int64_t> all;
    for (const SampledLine& line : lines)
        all.push_back(line.number);
    return all;
}

} // namespace

TEST_CASE("line samples: drawn by seed, judged blind in an order of each rater's own, then measured") {
    StudyFixture study;
    fill(study);
    auto& session = *study.session;
    const LineSampleRow drawn = take(drawLineSample(session, drawing()));
    CHECK(drawn.lines == 10);
    CHECK(drawn.found == 24);
    auto again = drawing();
    again.name = "trust again";
    take(drawLineSample(session, again));
    const auto asCoordinator = take(sampledLines(session, "trust"));
    const auto repeated = take(sampledLines(session, "trust again"));
    REQUIRE(asCoordinator.size() == 10);
    std::set<std::string> places;
    for (std::size_t at = 0; at < asCoordinator.size(); ++at) {
        CHECK(asCoordinator[at].match == "band");
        CHECK(asCoordinator[at].unitName == repeated[at].unitName);
        CHECK(asCoordinator[at].left == repeated[at].left);
        places.insert(asCoordinator[at].unitName + asCoordinator[at].left);
    }
    CHECK(places.size() == 10);
    // The numbers that raters see are not in the order of the study.
    CHECK_FALSE(std::is_sorted(asCoordinator.begin(), asCoordinator.end(),
                               [](const auto& a, const auto& b) { return a.unitName < b.unitName; }));

    lookAs(study, "R1");
    const auto ofFirst = take(sampledLines(session, "trust"));
    for (const SampledLine& line : ofFirst) {
        CHECK(line.unitName.empty());
        CHECK(line.judgement.empty());
        const auto& same = asCoordinator[static_cast<std::size_t>(line.number - 1)];
        CHECK(line.right == same.right);
    }
    lookAs(study, "R2");
    const auto ofSecond = take(sampledLines(session, "trust"));
    CHECK(numbers(ofFirst) != numbers(ofSecond));
    CHECK(numbers(take(sampledLines(session, "trust"))) == numbers(ofSecond));

    // Both say the same of lines 1 to 8, the second is later changed on line 1; line 9 differs, 10 by one.
    for (const char* rater : {"R1", "R2"}) {
        lookAs(study, rater);
        for (std::int64_t line = 1; line <= 9; ++line)
            take(judgeLine(session, "trust", line, rater, line % 3 == 0 ? "conflict" : "closeness"));
    }
    lookAs(study, "R2");
    take(judgeLine(session, "trust", 9, "R2", noneOfTheCodes));
    const auto rows = take(lineSamples(session));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].judged == std::map<std::string, std::int64_t>{{"R2", 9}});
    CHECK(rows[0].query.empty()); // what is looked for is not told while it runs
    for (const SampledLine& line : take(sampledLines(session, "trust")))
        CHECK(line.judgement == (line.number == 9       ? noneOfTheCodes
                                 : line.number == 10    ? ""
                                 : line.number % 3 == 0 ? "conflict"
                                                        : "closeness"));
    CHECK(judgeLine(session, "trust", 1, "R1", "closeness").error().code == base::Errc::Refused);
    CHECK(openLineSample(session, "trust").error().code == base::Errc::Refused);
    CHECK(lineJudgements(session, "trust").error().code == base::Errc::Refused);

    lookAs(study, "");
    CHECK(lineJudgements(session, "trust").error().code == base::Errc::Refused); // not open yet
    take(openLineSample(session, "trust"));
    CHECK(openLineSample(session, "trust").error().code == base::Errc::Refused);
    CHECK(judgeLine(session, "trust", 10, "R1", "closeness").error().code == base::Errc::Refused);
    const auto data = take(lineJudgements(session, "trust")).data;
    CHECK(data.unitCount() == 10);
    CHECK(data.pairableUnits() == 9);
    CHECK(data.categories() == std::vector<std::string>{"closeness", "conflict", "-"});
    CHECK(data.isClustered());
    const auto measured = take(agreement::measure(data, {}));
    bool isFound = false;
    for (const agreement::Estimate& estimate : measured.overall) {
        if (estimate.id == "percent_agreement") {
            isFound = true;
            CHECK(estimate.value == Approx(8.0 / 9));
        }
    }
    CHECK(isFound);
    // Judgements of lines are no codings.
    CHECK(take(session.info()).codings == 0);
}

TEST_CASE("line samples: what is refused") {
    StudyFixture study;
    fill(study);
    auto& session = *study.session;
    const auto refusal = [&](auto change) {
        LineSampleRequest request = drawing();
        change(request);
        const auto drawn = drawLineSample(session, request);
        REQUIRE_FALSE(drawn);
        return drawn.error().code;
    };
    CHECK(refusal([](auto& request) { request.name = " "; }) == base::Errc::InvalidArgument);
    CHECK(refusal([](auto& request) { request.codes.clear(); }) == base::Errc::InvalidArgument);
    CHECK(refusal([](auto& request) { request.codes = {"attachment"}; }) == base::Errc::InvalidArgument);
    CHECK(refusal([](auto& request) { request.codes = {"love"}; }) == base::Errc::NotFound);
    CHECK(refusal([](auto& request) { request.raters = {"R1", "R1"}; }) == base::Errc::InvalidArgument);
    CHECK(refusal([](auto& request) { request.raters = {"R1", "R9"}; }) == base::Errc::NotFound);
    CHECK(refusal([](auto& request) { request.query = "zebra"; }) == base::Errc::Undefined);
    CHECK(refusal([](auto& request) { request.query = "\"band"; }) == base::Errc::InvalidArgument);
    take(drawLineSample(session, drawing()));
    CHECK(refusal([](auto&) {}) == base::Errc::Refused);
    CHECK(judgeLine(session, "trust", 11, "R1", "closeness").error().code == base::Errc::NotFound);
    CHECK(judgeLine(session, "trust", 1, "R1", "one_on_one").error().code == base::Errc::NotFound);
    take(addRater(session, "R3", model::RaterKind::Human));
    CHECK(judgeLine(session, "trust", 1, "R3", "closeness").error().code == base::Errc::Refused);
    lookAs(study, "R3");
    CHECK(sampledLines(session, "trust").error().code == base::Errc::NotFound);
    CHECK(take(lineSamples(session)).empty());
}

TEST_CASE("hidden lines stay out of lines and counts until they are shown again") {
    StudyFixture study;
    fill(study);
    auto& session = *study.session;
    ConcordanceRequest request;
    request.query = "band";
    auto all = take(concordance(session, request));
    REQUIRE(all.found == 24);
    const std::vector<ConcordanceLine> two(all.lines.begin() + 1, all.lines.begin() + 3);
    CHECK(hideLines(session, "band", two, "  ").error().code == base::Errc::InvalidArgument);
    CHECK(hideLines(session, "group:A1", two, "why").error().code == base::Errc::InvalidArgument);
    take(hideLines(session, "band", two, "another band"));
    take(hideLines(session, "band", two, "again")); // already hidden: the first reason stays
    CHECK(take(concordance(session, request)).found == 22);
    CHECK(take(concordance(session, request)).hidden == 2);
    // The same words among fewer units, and written otherwise.
    request.query = "BAND group:A1";
    CHECK(take(concordance(session, request)).hidden == 2);
    request.query = "geen band";
    CHECK(take(concordance(session, request)).hidden == 0);
    request.query = "band";
    CHECK(take(lineFrequencies(session, "band", "match")).front().lines == 22);
    CHECK(take(dispersion(session, "band", "source")).lines == 22);
    request.withHidden = true;
    CHECK(take(concordance(session, request)).found == 24);
    request.withHidden = false;
    const auto hidden = take(hiddenLines(session, "band"));
    REQUIRE(hidden.size() == 2);
    CHECK(hidden[0].reason == "another band");
    CHECK(hidden[0].line.range == two[0].range);
    lookAs(study, "R1"); // another viewer's lines are another's business
    CHECK(take(concordance(session, request)).found == 24);
    CHECK(showLine(session, hidden[0].guid).error().code == base::Errc::NotFound);
    lookAs(study, "");
    study.reopen();
    CHECK(take(concordance(*study.session, request)).found == 22);
    take(showLine(*study.session, hidden[0].guid));
    CHECK(take(concordance(*study.session, request)).found == 23);
    CHECK(showLine(*study.session, hidden[0].guid).error().code == base::Errc::NotFound);
}

TEST_CASE("lines by what they touch of the coding, and whose") {
    StudyFixture study;
    fill(study);
    auto& session = *study.session;
    ConcordanceRequest request;
    request.query = "band";
    const auto all = take(concordance(session, request));
    // R1: the first line itself; R2: the whole second answer, with two lines.
    take(codeLines(session, {all.lines[0]}, study.rater("R1"), "default", study.code("closeness")));
    take(code(session, study.target("R2", all.lines[2].unitName), study.code("conflict")));
    const auto found = [&](const std::string& coded) {
        request.coded = coded;
        return take(concordance(session, request)).found;
    };
    CHECK(found("yes") == 3);
    CHECK(found("no") == 21);
    CHECK(found("closeness") == 1);
    CHECK(found("conflict") == 2);
    CHECK(found("yes@R1") == 1);
    CHECK(found("no@R2") == 22);
    CHECK(found("closeness@R2") == 0);
    request.coded = "yes@R7";
    CHECK(concordance(session, request).error().code == base::Errc::NotFound);
    request.coded = "love";
    CHECK(concordance(session, request).error().code == base::Errc::NotFound);
    request.coded.clear();
    const auto lines = take(concordance(session, request)).lines;
    CHECK(lines[0].codes == std::vector{study.code("closeness")});
    CHECK(lines[1].codes.empty());
    CHECK(lines[3].codes == std::vector{study.code("conflict")});
    request.sort = {"code"};
    const auto byCode = take(concordance(session, request)).lines;
    CHECK(byCode.front().codes.empty());
    CHECK(byCode.back().codes == std::vector{study.code("conflict")});
    const auto counted = take(lineFrequencies(session, "band", "code"));
    REQUIRE(counted.size() == 3);
    CHECK(counted[0].value.empty());
    CHECK(counted[0].lines == 21); // as many as touch none

    lookAs(study, "R1");
    request.sort.clear();
    CHECK(found("yes") == 1); // the own codings only
    request.coded = "yes@R2";
    CHECK(concordance(session, request).error().code == base::Errc::Refused);
}

TEST_CASE("a forgotten participant leaves no word in hidden lines") {
    StudyFixture study;
    fill(study);
    auto& session = *study.session;
    ConcordanceRequest request;
    request.query = "band";
    const auto all = take(concordance(session, request));
    take(hideLines(session, "band", {all.lines[0]}, "names Els"));
    ForgetRequest forgetting;
    forgetting.participant = "P10";
    take(forget(session, forgetting));
    CHECK(take(concordance(session, request)).hidden == 0);
    const std::string bytes = take(base::readFile(study.path()));
    CHECK(bytes.find("names Els") == std::string::npos);
}

TEST_CASE("a coordinator who judges lines reads nobody else's judgements of them in the history") {
    StudyFixture study;
    fill(study);
    auto& session = *study.session;
    take(drawLineSample(session, drawing()));
    auto others = drawing();
    others.name = "of others";
    take(addRater(session, "R3", model::RaterKind::Human));
    others.raters = {"R2", "R3"};
    take(drawLineSample(session, others));
    take(judgeLine(session, "trust", 1, "R1", "closeness"));
    take(judgeLine(session, "trust", 1, "R2", "conflict"));
    take(judgeLine(session, "of others", 1, "R2", "conflict"));
    const std::string unit = take(sampledLines(session, "trust")).front().unitName;
    const auto judged = [&](const HistoryRequest& request) {
        std::map<std::string, int> byRater;
        for (const HistoryRow& row : take(history(session, request)))
            byRater[row.rater] += row.act == "judge" ? 1 : 0;
        std::erase_if(byRater, [](const auto& each) { return each.second == 0; });
        return byRater;
    };
    using Judged = std::map<std::string, int>;
    const HistoryRequest ofUnit{unit, "", "", 0, 0};
    const HistoryRequest ofRater{"", "R2", "", 0, 0};
    const HistoryRequest ofCode{"", "", "conflict", 0, 0};
    CHECK(judged({}) == Judged{{"R1", 1}, {"R2", 2}});
    take(setCoordinatorRates(session, "R1"));
    CHECK(judged({}) == Judged{{"R1", 1}, {"R2", 1}});
    CHECK(judged(ofUnit) == judged({})); // both samples drew the same first line
    CHECK(judged(ofRater) == Judged{{"R2", 1}});
    CHECK(judged(ofCode) == Judged{{"R2", 1}});
    take(openLineSample(session, "trust"));
    CHECK(judged({}) == Judged{{"R1", 1}, {"R2", 2}});
    CHECK(judged(ofUnit) == Judged{{"R1", 1}, {"R2", 2}});
}

TEST_CASE("lines of a participant who left with the codings are in no agreement") {
    StudyFixture study;
    fill(study);
    auto& session = *study.session;
    LineSampleRequest request = drawing();
    request.lines = 24;
    take(drawLineSample(session, request));
    for (const SampledLine& line : take(sampledLines(session, "trust"))) {
        take(judgeLine(session, "trust", line.number, "R1", "closeness"));
        const bool isLeaving = line.unitName == "P10/Q1";
        take(judgeLine(session, "trust", line.number, "R2", isLeaving ? "conflict" : "closeness"));
    }
    take(openLineSample(session, "trust"));
    const auto pairs = [&] { return take(lineJudgements(session, "trust")); };
    CHECK(pairs().data.unitCount() == 24);
    CHECK(pairs().leftOut == 0);
    CHECK(pairs().data.note().empty());
    take(forget(session, {"P11", false})); // without the codings: what was judged stays
    CHECK(pairs().data.unitCount() == 24);
    take(forget(session, {"P10", true}));
    CHECK(pairs().data.unitCount() == 22);
    CHECK(pairs().leftOut == 2);
    CHECK(pairs().data.note().find(": 2") != std::string::npos);
    for (const agreement::Estimate& each : take(agreement::measure(pairs().data, {})).overall) {
        if (each.id == "percent_agreement")
            CHECK(each.value == Approx(1));
    }
}

TEST_CASE("a redacted place is hidden no longer, and the words are told where searching keeps them") {
    StudyFixture study;
    auto& session = *study.session;
    study.import("els.csv", "participant,group,Q1\nP30,A1,Els zegt dat Els er is.\nP31,A1,Ook els is er.\n");
    ConcordanceRequest request;
    request.query = "els";
    const auto lines = take(concordance(session, request)).lines;
    REQUIRE(lines.size() == 3);
    take(hideLines(session, "els", {lines[0]}, "names a pupil"));
    take(hideLines(session, "els", {lines[2]}, "no pupil"));
    request.query = "er";
    const auto others = take(concordance(session, request)).lines;
    take(hideLines(session, "er", {others.back()}, "about \u00C9ls the pupil"));
    SearchSettings settings;
    settings.forms = {{"els", {"els"}, {"Elsje"}}};
    take(saveSearch(session, "About ELS", "els OR juf", settings));
    take(saveSearch(session, "juf", "juf", {}));
    LineSampleRequest drawing;
    drawing.name = "Els, first";
    drawing.query = "els";
    drawing.codes = {"closeness"};
    drawing.raters = {"R1", "R2"};
    take(drawLineSample(session, drawing));

    const auto told = [](const std::vector<base::Phrase>& kept) {
        std::string all;
        for (const base::Phrase& each : kept)
            all += each.text() + "\n";
        return all;
    };
    const auto first = take(redact(session, {lines[0].unit, lines[0].range, ""}));
    CHECK(told(first.kept).find("saved search 'About ELS'") != std::string::npos);
    CHECK(told(first.kept).find("line of 'er'") != std::string::npos);
    CHECK(told(first.kept).find("sample of lines 'Els, first'") != std::string::npos);
    CHECK(told(first.kept).find("'juf'") == std::string::npos);
    const auto bytes = [&study] { return take(base::readFile(study.path())); };
    CHECK(bytes().find("names a pupil") == std::string::npos); // it touched the place
    CHECK(bytes().find("no pupil") != std::string::npos);
    request.query = "els";
    CHECK(take(concordance(session, request)).hidden == 1);

    const auto second = take(redactKept(session, "Els"));
    CHECK(second.places == 4);
    CHECK(second.isPurged);
    CHECK(take(concordance(session, request)).hidden == 0);
    const std::string after = bytes();
    for (const char* gone : {"About ELS", "els OR juf", "Elsje", "no pupil", "\u00C9ls", "Els, first"}) {
        INFO(gone);
        CHECK(after.find(gone) == std::string::npos);
    }
    CHECK(after.find("the pupil") != std::string::npos);
    CHECK(take(savedSearch(session, "About \u2588\u2588\u2588")).query == "\u2588\u2588\u2588 OR juf");
    CHECK(take(savedSearch(session, "About \u2588\u2588\u2588")).settings.forms.front().unticked ==
          std::vector<std::string>{"\u2588\u2588\u2588je"});
    CHECK(take(savedSearch(session, "juf")).query == "juf");
    CHECK(take(lineSamples(session)).at(0).name == "\u2588\u2588\u2588, first");
    CHECK(take(redact(session, {lines[2].unit, std::nullopt, "els"})).kept.empty());
    CHECK(redactKept(session, "Els").error().code == base::Errc::NotFound);
    CHECK(redactKept(session, "").error().code == base::Errc::NotFound);
    CHECK(take(check(session, false)).problems.empty());
}

TEST_CASE("a name is no part of another one in what searching keeps") {
    StudyFixture study;
    auto& session = *study.session;
    take(saveSearch(session, "P12 and P1-a", "noor OR P12 OR WP1", {}));
    take(saveSearch(session, "P123", "\"p123 P12\"", {}));
    take(saveSearch(session, "P1's words", "spelen", {}));
    CHECK(take(redactKept(session, "P1")).places == 2);
    const auto all = take(savedSearches(session));
    REQUIRE(all.size() == 3);
    CHECK(take(savedSearch(session, "P12 and \u2588\u2588-a")).query == "noor OR P12 OR WP1");
    CHECK(take(savedSearch(session, "P123")).query == "\"p123 P12\"");
    CHECK(take(savedSearch(session, "\u2588\u2588's words")).query == "spelen");
}

TEST_CASE("a rater is told of the own searches alone, and a withdrawal of everybody's") {
    StudyFixture study;
    auto& session = *study.session;
    take(saveSearch(session, "about them", "Noor", {}));
    lookAs(study, "R1");
    take(saveSearch(session, "mine", "noor", {}));
    const auto report = take(redact(session, {study.unit("P1/Q1"), std::nullopt, "Noor"}));
    REQUIRE(report.kept.size() == 1);
    CHECK(report.kept[0].text().find("mine") != std::string::npos);
    CHECK(take(redactKept(session, "noor")).places == 1);
    lookAs(study, "");
    CHECK(take(savedSearch(session, "about them")).query == "Noor");
    take(saveSearch(session, "who left", "p3 OR distance", {}));
    const auto before = take(previewForget(session, {"P3", false}));
    CHECK(before.kept.size() == 1);
    const auto gone = take(forget(session, {"P3", false}));
    REQUIRE(gone.kept.size() == 1);
    CHECK(gone.kept[0].text().find("who left") != std::string::npos);
    take(redactKept(session, "P3"));
    CHECK(take(savedSearch(session, "who left")).query == "\u2588\u2588 OR distance");
}

TEST_CASE("a coding of a whole transcript touches the lines at its place, in every turn") {
    StudyFixture study;
    auto& session = *study.session;
    study.import("themes.json",
                 R"({"schema":"rapport.codebook/1","id":"themes","title":{"en":"T"},"variables":[
        {"id":"themes","title":{"en":"T"},"scale":"presence","prompts":[],"kinds":["turn","transcript"],"codes":[
          {"id":"warm","title":{"en":"W"},"definition":{"en":"w"},"source":"none: test"},
          {"id":"cold","title":{"en":"C"},"definition":{"en":"c"},"source":"none: test"}]}]})");
    study.import("talk.txt", "Anna: Een band hier.\nBram: Nog een band, en geen band.\nAnna: Band los.\n",
                 ImportKind::Transcript);
    ConcordanceRequest request;
    request.query = "band";
    const auto lines = take(concordance(session, request)).lines;
    REQUIRE(lines.size() == 4);
    const auto found = [&](const std::string& coded) {
        request.coded = coded;
        return take(concordance(session, request)).found;
    };
    CHECK(found("yes") == 0);
    // Of the whole text, from the second line to the third; then all of it.
    take(code(session, study.target("R1", "talk"), study.code("warm"),
              text::textRange(lines[1].range.begin.value, lines[2].range.end.value)));
    CHECK(found("yes") == 2);
    CHECK(found("no") == 2);
    CHECK(found("warm@R1") == 2);
    CHECK(found("cold") == 0);
    request.coded.clear();
    auto shown = take(concordance(session, request)).lines;
    CHECK(shown[0].codes.empty());
    CHECK(shown[1].codes == std::vector{study.code("warm")});
    CHECK(shown[2].codes == std::vector{study.code("warm")});
    CHECK(shown[3].codes.empty());
    take(code(session, study.target("R2", "talk"), study.code("cold")));
    CHECK(found("cold") == 4);
    CHECK(found("yes@R1") == 2);
    request.coded.clear();
    CHECK(take(concordance(session, request)).lines[3].codes == std::vector{study.code("cold")});
}

TEST_CASE("hidden lines are counted among the lines of the query") {
    StudyFixture study;
    fill(study);
    auto& session = *study.session;
    ConcordanceRequest request;
    request.query = "band";
    const auto all = take(concordance(session, request)).lines;
    take(hideLines(session, "band", {all[0], all[2], all[4]}, "no"));
    take(code(session, study.target("R1", all[0].unitName), study.code("closeness")));
    const auto hidden = [&](const std::string& query, const std::string& coded) {
        std::vector<std::int64_t> counts;
        for (const bool withHidden : {false, true}) {
            request.query = query;
            request.coded = coded;
            request.withHidden = withHidden;
            counts.push_back(take(concordance(session, request)).hidden);
        }
        CHECK(counts[0] == counts[1]);
        return counts[0];
    };
    CHECK(hidden("band", "") == 3);
    CHECK(hidden("band source:" + all[0].unitName, "") == 1);
    CHECK(hidden("band", "yes") == 1);
    CHECK(hidden("band", "no") == 2);
}
