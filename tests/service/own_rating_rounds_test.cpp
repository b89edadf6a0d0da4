// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of rounds to a coordinator who still has to rate: in the running one, and of its texts in
// another.
#include "agreement/study_agreement.h"
#include "base/format.h"
#include "base/json.h"
#include "service/check_script.h"
#include "service/comparing.h"
#include "service/consensus.h"
#include "service/exporting.h"
#include "service/kept_differences.h"
#include "service/measuring.h"
#include "service/own_rating.h"
#include "service/progress.h"
#include "service/reading.h"
#include "service/reporting.h"
#include "service/study_fixture.h"
#include "service/training.h"
#include "service/unitizing.h"

#include <functional>
#include <sstream>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

/// r0 is open; in r1, which runs blind with the same answers and a transcript, R2 and R3 have rated
/// everything and the coordinator, R1, one answer.
struct TwoRounds : StudyFixture {
    TwoRounds() {
        import("talk.txt", "Moderator: Wat valt op?\nP1: Zij zoekt nabijheid.\nP2: En rust.\n",
               ImportKind::Transcript);
        take(addRater(*session, "R3", model::RaterKind::Human));
        rate("r0", {"R1", "R2", "R3"}, false);
        take(openRound(*session, "r0"));
        rate("r1", {"R2", "R3"}, true);
        for (const UnitItem& item : take(units(*session, {"r1", "R1", UnitState::All}))) {
            if (item.kind == model::UnitKind::Answer)
                done = item.id;
        }
        take(complete(*session, {rater("R1"), take(session->round("r1")).id, done}));
        take(setCoordinatorRates(*session, "R1"));
    }
    void rate(const std::string& round, const std::vector<std::string>& who, bool withTranscripts,
              const std::string& prompt = "Q1") {
        AssignRequest request;
        request.round = round;
        request.raters = {"R1", "R2", "R3"};
        request.prompts = {prompt};
        request.withTranscripts = withTranscripts;
        take(assign(*session, request));
        const model::RoundId id = take(session->round(round)).id;
        for (const std::string& name : who) {
            int number = 0;
            for (const UnitItem& item : take(units(*session, {round, name, UnitState::All}))) {
                const Target at{rater(name), id, item.id};
                if (item.kind != model::UnitKind::Transcript && (++number % 2 == 0 || name == "R2"))
                    take(service::code(*session, at, code("closeness")));
                take(complete(*session, at));
            }
        }
    }
    std::vector<UnitItem> todo() { return take(units(*session, {"r1", "R1", UnitState::Todo})); }
    void rateTheRest() {
        for (const UnitItem& item : todo())
            take(complete(*session, {rater("R1"), take(session->round("r1")).id, item.id}));
    }
    model::UnitId done;
};

} // namespace

TEST_CASE("nothing that measures a round tells of one in which the coordinator still has to rate") {
    TwoRounds study;
    Session& session = *study.session;
    const auto refused = [](const auto& result) {
        return !result && result.error().code == base::Errc::Refused;
    };
    StudyMeasureOptions options;
    options.rounds = {"r1"};
    options.measure.ci = agreement::IntervalKind::None;
    const auto with = [&](const std::function<void(StudyMeasureOptions&)>& change) {
        StudyMeasureOptions changed = options;
        change(changed);
        return changed;
    };
    const std::vector<std::pair<const char*, std::function<bool()>>> ways{
        {"agreement", [&] { return refused(measureStudy(session, options)); }},
        {"of every round", [&] { return refused(measureStudy(session, {})); }},
        {"of both rounds",
         [&] {
             return refused(measureStudy(session, with([](auto& each) { each.rounds = {"r0", "r1"}; })));
         }},
        {"by version",
         [&] { return refused(measureStudy(session, with([](auto& each) { each.by = "version"; }))); }},
        {"of raters",
         [&] {
             return refused(measureStudy(session, with([](auto& each) { each.raters = {"R2", "R3"}; })));
         }},
        {"with the consensus",
         [&] { return refused(measureStudy(session, with([](auto& each) { each.withConsensus = true; }))); }},
        {"table",
         [&] { return refused(reliabilityData(session, options, "r1", "constructs", "closeness", {})); }},
        {"script", [&] { return refused(agreementCheckScript(session, options)); }},
        {"report",
         [&] {
             ReportRequest request;
             request.measure = options;
             return refused(kappaReport(session, request, ReportFormat::Markdown));
         }},
        {"report of every round",
         [&] { return refused(kappaReport(session, ReportRequest(), ReportFormat::Json)); }},
        {"drift",
         [&] {
             DriftRequest request;
             request.round = "r1";
             return refused(drift(session, request));
         }},
        {"differences",
         [&] {
             DisagreementRequest request;
             request.round = "r1";
             return refused(disagreements(session, request));
         }},
        {"disputes",
         [&] {
             DisputeRequest request;
             request.round = "r1";
             return refused(disputes(session, request));
         }},
        {"discussion", [&] { return refused(discussion(session, "r1", study.done)); }},
        {"compared with",
         [&] {
             ComparisonRequest request{"r0", "r1", UnitsCompared::Shared, options};
             return refused(compareRounds(session, request));
         }},
        {"compared, as the first",
         [&] {
             ComparisonRequest request{"r1", "r0", UnitsCompared::All, options};
             return refused(compareRounds(session, request));
         }},
        {"spans",
         [&] {
             UnitizingRequest request;
             request.round = "r1";
             return refused(unitizedTranscripts(session, request)) &&
                    refused(measureUnitizing(session, request, {}));
         }},
        {"spans of the one round with transcripts",
         [&] { return refused(unitizedTranscripts(session, {})); }},
        {"progress",
         [&] {
             ProgressRequest request;
             request.round = "r1";
             const ProgressReport report = take(progressReport(session, request));
             return !report.raters.empty() && report.targets.empty();
         }},
    };
    for (const auto& [name, isRefused] : ways) {
        INFO(name);
        CHECK(isRefused());
    }
    CHECK(measureStudy(session, with([](auto& each) { each.rounds = {"r0"}; })));
    study.rateTheRest();
    for (const auto& [name, isRefused] : ways) {
        INFO(name);
        CHECK_FALSE(isRefused());
    }
}

TEST_CASE("no group of a blinded attribute tells what was given to a text still to be rated") {
    TwoRounds study;
    Session& session = *study.session;
    // Other answers of the same people.
    study.rate("r2", {"R1", "R2", "R3"}, false, "Q2");
    take(openRound(session, "r2"));
    for (const UnitItem& item : study.todo()) {
        if (item.kind != model::UnitKind::Answer)
            continue;
        take(complete(session, {study.rater("R1"), take(session.round("r1")).id, item.id}));
        break;
    }
    StudyMeasureOptions options;
    options.rounds = {"r2"};
    options.by = "group";
    options.codes = {"closeness"};
    const auto units = [&] {
        std::map<std::string, std::int64_t> ofGroup;
        for (const agreement::LabelledDocument& each : take(measureStudy(session, options)).results)
            ofGroup[each.by.value_or("none")] += each.agreement.data.units;
        return ofGroup;
    };
    const auto leftOut = [&] { return take(measureStudy(session, options)).leftOutToRate; };
    const auto rowsWithout = [&](const std::string& value) {
        DisagreementRequest request;
        request.round = "r2";
        request.code = "closeness";
        request.onlyDisagreeing = false;
        request.by = "group";
        request.byValue = value;
        return take(disagreements(session, request)).size();
    };
    take(setBlinded(session, "group", false));
    const auto all = units();
    REQUIRE(all.size() > 1);
    CHECK(leftOut().empty());
    take(setBlinded(session, "group", true));
    const auto told = units();
    CHECK(told != all);
    CHECK_FALSE(told.contains("none"));
    const auto sum = [](const auto& counts) {
        std::int64_t of = 0;
        for (const auto& [group, number] : counts)
            of += number;
        return of;
    };
    const std::int64_t kept = sum(all) - sum(told);
    CHECK(kept > 0);
    CHECK(leftOut() == std::map<std::string, std::int64_t>{{"r2", kept}});
    CHECK(rowsWithout("") == 0);
    std::size_t rows = 0;
    for (const auto& [group, number] : all) {
        rows += rowsWithout(group);
        const auto data = take(reliabilityData(session, options, "r2", "constructs", "closeness", {}, group));
        CHECK(static_cast<std::int64_t>(data.unitCount()) == (told.contains(group) ? told.at(group) : 0));
    }
    CHECK(static_cast<std::int64_t>(rows) == sum(told));
    ReportRequest request;
    request.measure = options;
    CHECK(take(kappaReport(session, request, ReportFormat::Markdown))
              .find(fmt::format("participants: {}.", kept)) != std::string::npos);
    CHECK(take(kappaReport(session, request, ReportFormat::Json)).find("\"left_out_to_rate\"") !=
          std::string::npos);
    // Whoever does not split misses nothing.
    options.by.clear();
    CHECK(units() == std::map<std::string, std::int64_t>{{"none", sum(all)}});
    CHECK(leftOut().empty());
    options.by = "group";
    study.rateTheRest();
    CHECK(units() == all);
    CHECK(leftOut().empty());
    CHECK(static_cast<std::int64_t>(rowsWithout(all.begin()->first)) == all.begin()->second);
}

TEST_CASE("no time of earlier work goes out with the neutral name of a text still to be rated") {
    TwoRounds study;
    Session& session = *study.session;
    ExportRequest request;
    request.kind = ExportKind::Codings;
    // Rows by round, with and without a time.
    const auto rows = [&] {
        std::map<std::pair<std::string, bool>, int> found;
        const std::string path = study.scratch.file("own.csv");
        const Exported exported = take(writeExport(session, request, path));
        std::istringstream lines(take(base::readFile(path)));
        std::string line;
        std::getline(lines, line);
        while (std::getline(lines, line)) {
            std::vector<std::string> cells(1);
            for (const char letter : line) {
                if (letter == ',')
                    cells.emplace_back();
                else
                    cells.back() += letter;
            }
            ++found[{cells.at(10), !cells.at(9).empty()}];
        }
        const int without = found[{"r0", false}];
        CHECK(exported.warnings.size() == (without > 0 ? 1U : 0U));
        if (without > 0)
            CHECK(exported.warnings[0].find("3 rows on texts") != std::string::npos);
        return found;
    };
    CHECK(rows()[{"r0", false}] == 0); // the coordinator's is whole
    take(service::code(session, {study.rater("R1"), take(session.round("r1")).id, study.todo().at(0).id},
                       study.code("closeness")));
    session.setViewer({study.rater("R1")});
    auto own = rows();
    CHECK(own[{"r0", false}] == 3);
    CHECK(own[{"r0", true}] == 1);
    CHECK(own[{"r1", false}] == 0); // the order of the round is nobody else's
    CHECK(own[{"r1", true}] == 2);
    session.setViewer({study.rater("R2")});
    CHECK(rows()[{"r0", false}] == 0);
    session.setViewer({});
    study.rateTheRest();
    session.setViewer({study.rater("R1")});
    CHECK(rows()[{"r0", true}] == 4);
}

TEST_CASE("gold codings of a text still to be rated are not shown beside another's work") {
    StudyFixture study;
    Session& session = *study.session;
    take(addRater(session, "Gold", model::RaterKind::Gold));
    AssignRequest request;
    request.round = "try";
    request.kind = model::RoundKind::Training;
    request.raters = {"R1", "R2", "Gold"};
    request.prompts = {"Q1"};
    take(assign(session, request));
    const Target at{study.rater("R2"), take(session.round("try")).id, study.unit("P1/Q1")};
    for (const char* name : {"R2", "Gold"})
        take(complete(session, {study.rater(name), at.round, at.unit}));
    CHECK(take(goldFeedback(session, at)).size() == 1);
    take(setCoordinatorRates(session, "R1"));
    CHECK(goldFeedback(session, at).error().code == base::Errc::Refused);
    take(complete(session, {study.rater("R1"), at.round, at.unit}));
    CHECK(take(goldFeedback(session, at)).size() == 1);
    CHECK(take(goldFeedback(session, {study.rater("R1"), at.round, at.unit})).size() == 1);
}

TEST_CASE("transcripts with parts still to be rated are left out where another round's spans are measured") {
    StudyFixture study;
    Session& session = *study.session;
    for (const char* name : {"one", "two"})
        study.import(std::string(name) + ".txt",
                     std::string("Moderator: Wat valt op?\nP1: Zij zoekt nabijheid, zegt ") + name + ".\n",
                     ImportKind::Transcript);
    for (const char* name : {"one", "two"}) {
        for (const char* turn : {"#1", "#2"}) {
            for (const char* rater : {"R1", "R2"}) {
                const Target at = study.target(rater, std::string(name) + turn);
                if (turn[1] == '2')
                    take(service::code(session, at, study.code("closeness")));
                take(complete(session, at));
            }
        }
    }
    UnitizingRequest request;
    request.round = "default";
    CHECK(take(unitizedTranscripts(session, request)).data.sources().size() == 2);
    AssignRequest again;
    again.round = "r1";
    again.raters = {"R1", "R2"};
    again.prompts = {"Q1"};
    again.withTranscripts = true;
    take(assign(session, again));
    const model::RoundId r1 = take(session.round("r1")).id;
    const model::SourceId one = take(findUnit(session, "one#1")).source;
    take(setCoordinatorRates(session, "R1"));
    for (const UnitItem& item : take(units(session, {"r1", "R1", UnitState::Todo}))) {
        if (take(findUnit(session, item.name)).source == one)
            take(complete(session, {study.rater("R1"), r1, item.id}));
    }
    const auto made = take(unitizedTranscripts(session, request));
    REQUIRE(made.data.sources().size() == 1);
    CHECK(made.data.sources()[0].name == "one");
    REQUIRE(made.notes.size() == 1);
    CHECK(made.notes[0].find("1 transcript is left out") != std::string::npos);
    request.source = "two";
    CHECK(take(unitizedTranscripts(session, request)).data.sources().empty());
    for (const UnitItem& item : take(units(session, {"r1", "R1", UnitState::Todo})))
        take(complete(session, {study.rater("R1"), r1, item.id}));
    CHECK(take(unitizedTranscripts(session, request)).data.sources().size() == 1);
}

TEST_CASE("what others gave to a text still to be rated is in no figure of another round") {
    // The same but for what R3 gave to the texts that R1 still has to rate in r1.
    const auto figures = [](bool changes) {
        TwoRounds study;
        Session& session = *study.session;
        const model::RoundId id = take(session.round("r0")).id;
        const auto held = study.todo();
        if (changes) {
            session.setViewer({study.rater("R3")});
            for (const UnitItem& item : held)
                if (item.kind == model::UnitKind::Answer)
                    take(service::code(session, {study.rater("R3"), id, item.id}, study.code("conflict")));
            session.setViewer({});
        }
        StudyMeasureOptions options;
        options.rounds = {"r0"};
        options.afterOpening = true;
        options.measure.ci = agreement::IntervalKind::None;
        const auto study0 = take(measureStudy(session, options));
        CHECK(study0.leftOutToRate.at("r0") == 3);
        std::string all = base::dumpJson(agreement::toJson(study0));
        options.measure.diagnostics = true;
        options.by = "prompt";
        all += base::dumpJson(agreement::toJson(take(measureStudy(session, options))));
        DisagreementRequest request;
        request.round = "r0";
        request.afterOpening = true;
        request.onlyDisagreeing = false;
        CHECK(take(disagreementsKeptBack(session, "r0")) == 3);
        for (const Disagreement& each : take(disagreements(session, request)))
            all += fmt::format("{} {} {} {}\n", each.unitName, each.code, each.share, each.cost);
        return all;
    };
    CHECK(figures(false) == figures(true));
}
