// SPDX-License-Identifier: GPL-3.0-or-later
// The report's words on how a round came about: nothing that the study does not know, each paragraph in one
// language.
#include "service/codebooks.h"
#include "service/exporting.h"
#include "service/reporting.h"
#include "service/study_fixture.h"
#include "store/raw_sql.h"

#include <algorithm>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string report(Session& session, const std::string& language = "en") {
    ReportRequest request;
    request.language = language;
    return take(kappaReport(session, request, ReportFormat::Markdown));
}

std::string report(StudyFixture& study, const std::string& language = "en") {
    return report(*study.session, language);
}

/// The methods paragraph in one language, of a report in either.
std::string paragraph(const std::string& markdown, const std::string& heading, const std::string& next) {
    const std::size_t begin = markdown.find(heading);
    REQUIRE(begin != std::string::npos);
    const std::size_t end = markdown.find(next, begin + heading.size());
    REQUIRE(end != std::string::npos);
    return markdown.substr(begin + heading.size(), end - begin - heading.size());
}

void rateAll(StudyFixture& study, const std::string& round) {
    for (const char* unit : {"P1/Q1", "P2/Q1", "P3/Q1"}) {
        for (const char* rater : {"R1", "R2"}) {
            const Target target = study.target(rater, unit, round);
            if (std::string(unit) == "P1/Q1")
                take(code(*study.session, target, study.code("closeness")));
            take(complete(*study.session, target));
        }
    }
}

void deal(StudyFixture& study) {
    AssignRequest request;
    request.round = "first";
    request.raters = {"R1", "R2"};
    request.prompts = {"Q1"};
    request.seed = 7;
    take(assign(*study.session, request));
}

const char* const imported = "unit,rater,variable,code,value,completed,time,round\n"
                             "P1/Q1,R1,constructs,closeness,1,1,2025-05-04T19:00:00Z,first\n"
                             "P1/Q1,R2,constructs,closeness,1,1,2025-05-05T19:00:00Z,first\n"
                             "P2/Q1,R1,,,,1,2025-05-04T19:01:00Z,first\n"
                             "P2/Q1,R2,,,,1,2025-05-05T19:01:00Z,first\n";

} // namespace

TEST_CASE("a report claims no independence and no frozen codebook of imported codings") {
    StudyFixture study;
    study.import("codings.csv", imported, ImportKind::Codings);
    const std::string text = report(study);
    INFO(text);
    CHECK_FALSE(holds(text, "independently coded"));
    CHECK_FALSE(holds(text, "blind to each other"));
    CHECK(holds(text, "whether they worked independently of each other was not recorded"));
    CHECK(holds(text, "**Independence:** not recorded"));
    CHECK_FALSE(holds(text, "frozen before rating began"));
    CHECK(holds(text, "frozen on 14 March 2026, after the first rating of 4 May 2025"));
    CHECK(holds(text, "| to add | Independent rating |"));
    CHECK(holds(text, "| to add | How these units were chosen |"));
    CHECK(holds(text, "| to add | The codebook, fixed before rating |"));
}

TEST_CASE("a report says what the program kept apart itself") {
    StudyFixture study;
    const auto freezeFirst = GENERATE(false, true);
    if (freezeFirst)
        take(freezeCodebook(*study.session));
    study.clock.set(study.clock.now() + std::chrono::hours(1));
    deal(study);
    study.clock.set(study.clock.now() + std::chrono::hours(1));
    rateAll(study, "first");
    const std::string text = report(study);
    INFO(text);
    CHECK(holds(text, "Two raters independently coded 3 of "));
    CHECK(holds(text, "blind to each other's work"));
    CHECK(holds(text, freezeFirst ? "version 1 (frozen before rating began)"
                                  : "version 1 (frozen with the first rating)"));
    CHECK(holds(text, "Units were chosen as follows: all 4 units, seed 7."));
    CHECK(holds(text, "| here | Independent rating |"));
    CHECK(holds(text, "| here | The codebook, fixed before rating |"));
}

TEST_CASE("work that is older than its round, or outside any, was not kept apart by the program") {
    StudyFixture study;
    const auto isDealt = GENERATE(false, true);
    if (isDealt) {
        deal(study);
        study.import("codings.csv", imported, ImportKind::Codings);
    } else {
        rateAll(study, "default");
    }
    const std::string text = report(study);
    INFO(text);
    CHECK_FALSE(holds(text, "independently coded"));
    CHECK(holds(text, "whether they worked independently of each other was not recorded"));
    CHECK(holds(text, "| to add | Independent rating |"));
}

TEST_CASE("a sampling plan that cannot be read is none") {
    StudyFixture study;
    deal(study);
    rateAll(study, "first");
    const std::string plan =
        GENERATE("", "{", "[]", "{}", R"({"restored":true})", R"({"units":"3"})",
                 R"({"units":0,"candidates":0,"seed":1})", R"({"units":3,"candidates":4})",
                 R"({"units":1e300,"candidates":1e301,"seed":1})");
    study.session.reset();
    test::RawSql(study.path()).run("UPDATE round SET plan = '" + plan + "' WHERE name = 'first'");
    study.reopen();
    const auto saysSo = [&](const std::string& text) {
        INFO(plan << "\n" << text);
        CHECK(holds(text, "**Sampling plan:** not recorded"));
        CHECK_FALSE(holds(text, "Units were chosen as follows"));
        CHECK(holds(text, "| to add | How these units were chosen |"));
    };
    saysSo(report(study));
    // The same of a project that it came with.
    const std::string path = study.scratch.file("all.qdpx");
    ExportRequest request;
    request.kind = ExportKind::Project;
    take(writeExport(*study.session, request, path));
    NewStudy fresh;
    fresh.templateName = "empty";
    const auto second =
        take(Session::create(study.scratch.file("second.rapport"), fresh, study.environment(7)));
    const ImportReport came = take(importFiles(*second, {path}, {}));
    const bool isObject = plan.size() > 1 && plan.front() == '{';
    CHECK(std::any_of(came.notes.begin(), came.notes.end(), [](const base::Phrase& note) {
              return holds(note.text(), "were chosen is not in the file");
          }) != isObject);
    saysSo(report(*second));
}

TEST_CASE("each of a report's paragraphs is in one language, titles and plan too") {
    StudyFixture study;
    model::Codebook book = *take(study.session->codebook());
    for (model::Variable& variable : book.variables) {
        if (variable.name == "level")
            variable.title.byLanguage = {{"en", "Level of the relationship"},
                                         {"nl", "Niveau van de relatie"}};
    }
    take(putCodebook(*study.session, book));
    deal(study);
    for (const char* unit : {"P1/Q1", "P2/Q1", "P3/Q1"}) {
        for (const char* rater : {"R1", "R2"}) {
            const Target target = study.target(rater, unit, "first");
            take(chooseLevel(*study.session, target,
                             study.code(std::string(unit) == "P1/Q1" ? "dyadic" : "class")));
            take(complete(*study.session, target));
        }
    }
    const std::string english = report(study, "en");
    const std::string dutch = report(study, "nl");
    const std::string ownEnglish = paragraph(english, "### In English", "### In Dutch");
    const std::string otherDutch = paragraph(english, "### In Dutch", "## ");
    const std::string ownDutch = paragraph(dutch, "### In het Nederlands", "### In het Engels");
    const std::string otherEnglish = paragraph(dutch, "### In het Engels", "## ");
    CHECK(ownEnglish == otherEnglish);
    CHECK(ownDutch == otherDutch);
    INFO(ownEnglish << ownDutch);
    CHECK(holds(ownEnglish, "all 4 units, seed 7"));
    CHECK(holds(ownDutch, "alle 4 eenheden, startgetal 7"));
    CHECK(holds(ownEnglish, "For Level of the relationship"));
    CHECK(holds(ownDutch, "Voor Niveau van de relatie"));
    CHECK_FALSE(holds(ownDutch, "Level of the relationship"));
}

TEST_CASE("a report has the results of every prompt beside those of all together") {
    StudyFixture study;
    for (const char* unit : {"P1/Q2", "P3/Q2", "P4/Q2", "P1/Q1", "P3/Q1", "P4/Q1"}) {
        for (const char* rater : {"R1", "R2"}) {
            const Target target = study.target(rater, unit);
            if (unit[1] == '1')
                take(code(*study.session, target, study.code("closeness")));
            take(complete(*study.session, target));
        }
    }
    const std::string text = report(study);
    INFO(text);
    CHECK(holds(text, "round default, prompt Q1"));
    CHECK(holds(text, "round default, prompt Q2"));
    CHECK(text.find("#### Prompt Q1") < text.find("#### Prompt Q2"));
    CHECK(holds(text, "round default, pooled over prompts"));
    CHECK(holds(text, "| Closeness | Q1 |"));
    CHECK(holds(text, "| Closeness | Q2 |"));
    CHECK(holds(text, "| Closeness | pooled |"));
    const std::string csv = take(kappaReport(*study.session, {}, ReportFormat::Csv));
    INFO(csv);
    CHECK(holds(csv, "default,constructs,closeness,,,"));
    CHECK(holds(csv, "default,constructs,closeness,Q1,,"));
    CHECK(holds(csv, "default,constructs,closeness,Q2,,"));
}

TEST_CASE("units of transcripts are no prompt") {
    StudyFixture study;
    study.import("talk.txt", "A: Ik zie Noor graag.\nB: Ik ook.\nA: Mooi.\n", ImportKind::Transcript);
    for (const char* unit : {"P1/Q1", "P2/Q1", "talk#1", "talk#2"}) {
        for (const char* rater : {"R1", "R2"})
            take(complete(*study.session, study.target(rater, unit)));
    }
    const std::string english = report(study);
    INFO(english);
    CHECK_FALSE(holds(english, "Prompt turn"));
    CHECK_FALSE(holds(english, "prompt turn"));
    CHECK(holds(english, "The unit of analysis was the answer and turn."));
    CHECK(holds(english, "**Unit of analysis:** answer and turn\n"));
    CHECK(holds(english, "#### Turns\n"));
    CHECK(holds(english, "Agreement per code, round default, turns"));
    const std::string dutch = report(study, "nl");
    CHECK_FALSE(holds(dutch, "Vraag turn"));
    CHECK(holds(dutch, "#### Spreekbeurten\n"));
    CHECK(holds(dutch, "De analyse-eenheid was het antwoord en de spreekbeurt."));
}

TEST_CASE("nothing is missing that nobody was to give") {
    StudyFixture study;
    take(addRater(*study.session, "R3", model::RaterKind::Human));
    AssignRequest request;
    request.round = "first";
    request.raters = {"R1", "R2", "R3"};
    request.prompts = {"Q1"};
    request.perUnit = 2;
    request.seed = 7;
    take(assign(*study.session, request));
    int done = 0;
    for (const char* rater : {"R1", "R2", "R3"})
        for (const char* unit : {"P1/Q1", "P2/Q1", "P3/Q1", "P4/Q1"}) // refused where it is not assigned
            done += complete(*study.session, study.target(rater, unit, "first")) ? 1 : 0;
    REQUIRE(done == 8);
    ReportRequest asked;
    asked.measure.variables = {"constructs"}; // of the others nobody gave a level
    const std::string text = take(kappaReport(*study.session, asked, ReportFormat::Markdown));
    INFO(text);
    CHECK(holds(text, "No ratings were missing."));
    CHECK(holds(text, "| 3 | 100% |"));
    CHECK_FALSE(holds(text, "| 75% |"));
}
