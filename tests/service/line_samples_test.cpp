// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/measure.h"
#include "service/concording.h"
#include "service/consent.h"
#include "service/history.h"
#include "service/line_samples.h"
#include "service/study_fixture.h"

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
    const auto data = take(lineJudgements(session, "trust"));
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
    CHECK(counted[0].lines == 20);

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
