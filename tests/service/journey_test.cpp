// SPDX-License-Identifier: GPL-3.0-or-later
// The main job on the sample study that ships: new, import, rate, measure, search, report.
#include "service/inspecting.h"
#include "service/measuring.h"
#include "service/reading.h"
#include "service/reporting.h"
#include "service/searching.h"
#include "service/study_fixture.h"
#include "support/tree.h"

#include <fstream>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

const std::string corpus = std::string(rapport::support::sourceTree) + "/corpora/sample-study/";

ImportReport importCorpus(StudyFixture& study, const std::string& name, ImportKind kind) {
    ImportOptions options;
    options.kind = kind;
    return take(importFiles(*study.session, {corpus + name}, options));
}

} // namespace

TEST_CASE("the main job runs end to end on the sample study") {
    StudyFixture study("relationship-vignette");
    auto& session = *study.session;
    const ImportReport answers = importCorpus(study, "answers.csv", ImportKind::Answers);
    CHECK(answers.rejected.empty());
    CHECK(answers.added == 68);
    CHECK(importCorpus(study, "focus-group-educators-2025.txt", ImportKind::Transcript).rejected.empty());
    CHECK(importCorpus(study, "focus-group-students-2025.vtt", ImportKind::Transcript).rejected.empty());
    const ImportReport codings = importCorpus(study, "codings.csv", ImportKind::Codings);
    for (const RejectedRow& row : codings.rejected)
        FAIL_CHECK(row.line << ": " << row.message);

    const StudyInfo info = take(session.info());
    CHECK(info.participants == 68);
    CHECK(info.answers == 198);
    CHECK(info.nonResponses == 6);
    CHECK(info.transcripts == 2);
    CHECK(info.raters == 3);
    CHECK(info.completed == 88 + 87 + 84);
    CHECK(take(tabulate(session, "B1")).size() >= 2);

    // Agreement of two raters as an independent computation over the same file gave it.
    StudyMeasureOptions options;
    options.variables = {"constructs"};
    options.codes = {"conflict"};
    const auto measured = take(measureStudy(session, options));
    REQUIRE(measured.results.size() == 1);
    const auto& pair = measured.results[0].agreement.pairs.at(0);
    CHECK(pair.raters == std::vector<std::string>{"R1", "R2"});
    const auto* kappa = agreement::findEstimate(pair.estimates, "cohen_kappa");
    REQUIRE(kappa != nullptr);
    CHECK(*kappa->value > 0.8);
    REQUIRE(kappa->ci);
    CHECK(kappa->ci->method == "cluster_linearised");

    SearchRequest request;
    request.query = "relatie";
    CHECK(take(search(session, request)).matches > 3);

    ReportRequest report;
    report.language = "nl";
    take(writeKappaReport(session, report, study.scratch.file("report.html")));
    take(writeKappaReport(session, report, study.scratch.file("report.md")));
    CHECK(take(base::readFile(study.scratch.file("report.html"))).find("<html") != std::string::npos);
    CHECK(writeKappaReport(session, report, study.scratch.file("report.xyz")).error().code ==
          base::Errc::InvalidArgument);
    CHECK(take(check(session, false)).problems.empty());
    take(backup(session, study.scratch.file("copy.rapport")));
    CHECK(backup(session, study.scratch.file("copy.rapport")).error().code == base::Errc::Refused);
    auto copy =
        take(Session::open(study.scratch.file("copy.rapport"), OpenMode::ReadOnly, study.environment(3)));
    CHECK(take(copy->info()).codings == info.codings);
}

TEST_CASE("codings written and read back into a fresh study are the same") {
    StudyFixture study("relationship-vignette");
    importCorpus(study, "answers.csv", ImportKind::Answers);
    importCorpus(study, "codings.csv", ImportKind::Codings);
    const std::string exported = take(exportCodings(*study.session));
    StudyFixture other("relationship-vignette");
    importCorpus(other, "answers.csv", ImportKind::Answers);
    other.import("exported.csv", exported);
    CHECK(take(exportCodings(*other.session)) == exported);
}

TEST_CASE("a study that cannot be opened says why") {
    StudyFixture study;
    const auto open = [&](const std::string& file) {
        const auto result = Session::open(file, OpenMode::ReadWrite, study.environment(2));
        REQUIRE_FALSE(result);
        return result.error().code;
    };
    CHECK(open(study.scratch.file("none.rapport")) == base::Errc::Unreadable);
    CHECK(open(study.scratch.write("text.rapport", "not a study")) == base::Errc::StudyDamaged);
    CHECK(open(study.scratch.write("empty.rapport", "")) == base::Errc::StudyDamaged);
    CHECK(Session::create(study.path(), {}, study.environment(2)).error().code == base::Errc::Refused);
    NewStudy odd;
    odd.templateName = "nothing";
    CHECK(Session::create(study.scratch.file("odd.rapport"), odd, study.environment(2)).error().code ==
          base::Errc::NotFound);
    CHECK_FALSE(std::ifstream(study.scratch.file("odd.rapport")).good());
}
