// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/study_agreement.h"
#include "base/join.h"
#include "service/consensus.h"
#include "service/exporting.h"
#include "service/inspecting.h"
#include "service/measuring.h"
#include "service/study_fixture.h"
#include "store/raw_sql.h"

#include <algorithm>

using namespace rapport;
using namespace rapport::test;

namespace {

struct Exporting : StudyFixture {
    Exporting() {
        import("codings.csv",
               "unit,rater,variable,code,value,begin,end,quote,completed,time,round,version\n"
               "P1/Q1,R1,constructs,closeness,1,7,15,,1,,rel,1\n"
               "P1/Q1,R2,constructs,conflict,1,,,,1,,rel,1\n"
               "P2/Q1,R1,constructs,conflict,1,,,,1,,rel,1\n"
               "P2/Q1,R2,constructs,conflict,1,,,,1,,rel,1\n",
               service::ImportKind::Codings);
    }
    std::string write(const std::string& name, service::ExportRequest request) {
        const std::string path = scratch.file(name);
        take(service::writeExport(*session, request, path));
        return take(base::readFile(path));
    }
};

std::string firstLine(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

} // namespace

TEST_CASE("a wide table has a column per code, per rater and for the consensus", "[exporting]") {
    Exporting study;
    service::ExportRequest request;
    request.select.variables = {"constructs"};
    const std::string csv = study.write("wide.csv", request);
    CHECK(firstLine(csv) ==
          "unit,participant,prompt,cluster,entered_from,closeness,conflict,closeness__R1,conflict__R1,"
          "closeness__R2,conflict__R2,closeness__consensus,conflict__consensus");
    CHECK(csv.find("P1/Q1,P1,Q1,c1,first_assigned,1,0,1,0,0,1,,\n") != std::string::npos);
    CHECK(csv.find("P2/Q1,P2,Q1,c2,first_assigned,0,1,0,1,0,1,0,1\n") != std::string::npos);
}

TEST_CASE("blinded attributes and raters' names leave only when asked", "[exporting]") {
    Exporting study;
    service::ExportRequest request;
    request.select.variables = {"constructs"};
    CHECK(study.write("wide.csv", request).find("A2") == std::string::npos);
    request.withBlinded = true;
    CHECK(study.write("wide.csv", request).find(",A2,") != std::string::npos);
    request.pseudonymousRaters = true;
    for (const auto kind :
         {service::ExportKind::Wide, service::ExportKind::Long, service::ExportKind::Quotes}) {
        request.kind = kind;
        const std::string csv = study.write("out.csv", request);
        CHECK(csv.find("R1") == std::string::npos);
        CHECK(csv.find("rater_1") != std::string::npos);
    }
    CHECK(take(service::exportCodings(*study.session, true)).find("R1") == std::string::npos);
    CHECK(take(service::exportCodings(*study.session)).find("R1") != std::string::npos);
}

TEST_CASE("quotes come with what stands around them", "[exporting]") {
    Exporting study;
    service::ExportRequest request;
    request.kind = service::ExportKind::Quotes;
    request.select.codes = {"closeness"};
    CHECK(study.write("quotes.csv", request) ==
          "variable,code,unit,rater,round,before,quote,after,begin,end\n"
          "constructs,closeness,P1/Q1,R1,rel,De juf ,is dicht,bij Noor.,7,15\n");
}

TEST_CASE("every kind of export is written in every form it names", "[exporting]") {
    Exporting study;
    for (const auto kind :
         {service::ExportKind::Answers, service::ExportKind::Wide, service::ExportKind::Long,
          service::ExportKind::Quotes, service::ExportKind::Codebook, service::ExportKind::Project}) {
        for (const std::string& ending : service::exportEndings(kind)) {
            INFO(ending);
            service::ExportRequest request;
            request.kind = kind;
            request.withBlinded = true;
            CHECK(study.write("out." + ending, request).size() > 100);
        }
        service::ExportRequest request;
        request.kind = kind;
        CHECK(service::writeExport(*study.session, request, study.scratch.file("out.gif")).error().code ==
              base::Errc::InvalidArgument);
        study.session->setViewer({study.rater("R1")});
        const auto written = service::writeExport(
            *study.session, request, study.scratch.file("out." + service::exportEndings(kind).front()));
        // Raters have the codebook by which they rate.
        CHECK(written.has_value() == (kind == service::ExportKind::Codebook));
        if (!written)
            CHECK(written.error().code == base::Errc::Refused);
        study.session->setViewer({});
    }
}

TEST_CASE("a project of our own comes into another study as it was", "[exporting][refi]") {
    Exporting study;
    study.import("talk.txt", "Anna: Goedemorgen.\nBram: Dag juf.\nAnna: Ga zitten.\n",
                 service::ImportKind::Transcript);
    study.import("more.csv",
                 "unit,rater,variable,code,value,begin,end,quote,completed,time,round,version\n"
                 "talk#2,R1,constructs,closeness,1,,,,1,2026-03-01T10:00:00Z,talks,1\n"
                 "talk#3,R1,constructs,,,,,,1,2026-03-01T10:01:00Z,talks,1\n"
                 "P4/Q1,R2,level,,class,,,,1,2026-03-01T10:02:00Z,rel2,1\n"
                 "P4/Q1,R2,cues,,3,,,,1,2026-03-01T10:02:00Z,rel2,1\n",
                 service::ImportKind::Codings);
    take(service::setMemo(*study.session, study.target("R1", "P1/Q1", "rel"), "let op\ndit"));
    take(service::openRound(*study.session, "rel"));
    take(service::adjudicate(
        *study.session, {"rel", study.unit("P1/Q1"), {{"closeness", "1"}}, {"R1", "R2"}, "=samen besloten"}));
    const std::string path = study.scratch.file("all.qdpx");
    service::ExportRequest request;
    request.kind = service::ExportKind::Project;
    request.withBlinded = true;
    const service::Exported exported = take(service::writeExport(*study.session, request, path));
    const auto isSaid = [&](const std::string& words) {
        return std::any_of(
            exported.warnings.begin(), exported.warnings.end(),
            [&](const std::string& warning) { return warning.find(words) != std::string::npos; });
    };
    CHECK(isSaid("rapport.codings.csv"));
    CHECK(isSaid("rapport.consensus.csv"));

    service::NewStudy fresh;
    fresh.title = "Second";
    fresh.templateName = "empty";
    const auto second =
        take(service::Session::create(study.scratch.file("second.rapport"), fresh, study.environment(7)));
    const service::ImportReport report = take(service::importFiles(*second, {path}, {}));
    CHECK(report.rejected.empty());
    CHECK(take(service::exportCodings(*second)) == take(service::exportCodings(*study.session)));
    const auto answers = [](service::Session& session, const std::string& file) {
        service::ExportRequest wanted;
        wanted.kind = service::ExportKind::Answers;
        wanted.withBlinded = true;
        take(service::writeExport(session, wanted, file));
        return take(base::readFile(file));
    };
    CHECK(answers(*second, study.scratch.file("b.csv")) ==
          answers(*study.session, study.scratch.file("a.csv")));
    const auto was = take(study.session->info());
    const auto now = take(second->info());
    CHECK(now.answers == was.answers);
    CHECK(now.transcripts == was.transcripts);
    CHECK(now.turns == was.turns);
    // The memo stands on its unit, and what was settled in its round, which is open then.
    const auto unit = take(service::findUnit(*second, "P1/Q1"));
    const auto rater = take(second->rater("R1")).id;
    const auto round = take(second->round("rel")).id;
    CHECK(take(service::unitWork(*second, unit.id, rater, round)).memo == "let op\ndit");
    const auto settled = [](service::Session& session) {
        std::string all;
        for (const service::SettledInRound& each : take(service::settledItems(session)))
            all += fmt::format("{} {} {} {}={} by {}: {} at {}\n", each.round, each.unit, each.item.variable,
                               each.item.code, each.item.value, fmt::join(each.item.by, "+"),
                               each.item.reason, base::isoText(each.item.time));
        return all;
    };
    CHECK(settled(*second) == settled(*study.session));
    CHECK(settled(*second).find("R1+R2: =samen besloten") != std::string::npos);
    CHECK(take(second->round("rel")).openedAt != 0);
    CHECK(take(second->round("rel2")).openedAt == 0);
    CHECK(std::any_of(report.notes.begin(), report.notes.end(), [](const base::Phrase& note) {
        return note.text().find("round 'rel' comes in opened") != std::string::npos;
    }));
    // Agreement and what raters are held against are the same numbers.
    service::StudyMeasureOptions asked;
    asked.rounds = {"rel"};
    asked.withConsensus = true;
    CHECK(agreement::toCsv(take(service::measureStudy(*second, asked))) ==
          agreement::toCsv(take(service::measureStudy(*study.session, asked))));
    // Once more changes nothing; into a study with another text of that name it does not go.
    take(service::writeExport(*second, request, path));
    CHECK(take(service::importFiles(*second, {path}, {})).rejected.empty());
    CHECK(take(second->info()).answers == was.answers);
    CHECK(take(service::exportCodings(*second)) == take(service::exportCodings(*study.session)));
    CHECK(settled(*second) == settled(*study.session));
    // Where it is settled otherwise it stays so, and that is said.
    take(service::adjudicate(*second, {"rel", unit.id, {{"closeness", "0"}}, {"R1"}, "toch niet"}));
    take(service::adjudicate(*study.session,
                             {"rel", study.unit("P1/Q1"), {{"conflict", "0"}}, {"R2"}, "later"}));
    take(service::writeExport(*study.session, request, path));
    const service::ImportReport other = take(service::importFiles(*second, {path}, {}));
    REQUIRE(other.rejected.size() == 1);
    CHECK(other.rejected[0].message.text().find("settled otherwise") != std::string::npos);
    CHECK(settled(*second).find("closeness=0") != std::string::npos);
    CHECK(settled(*second).find("conflict=0 by R2: later") != std::string::npos);
    const auto third =
        take(service::Session::create(study.scratch.file("third.rapport"), fresh, study.environment(8)));
    service::ImportOptions options;
    options.kind = service::ImportKind::Answers;
    options.mappingJson = R"({"schema":"rapport.mapping/1","columns":[
          {"column":"id","as":"participant"},{"column":"Q1","as":"answer","prompt":"Q1"}]})";
    take(service::importFiles(*third, {study.scratch.write("x.csv", "id,Q1\nP1,Iets anders.\n")}, options));
    const auto refused = service::importFiles(*third, {path}, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::Errc::Refused);
    CHECK(take(third->info()).answers == 1);
}

TEST_CASE("rounds and raters of our own project come in of the kind they were", "[exporting][refi]") {
    Exporting study;
    take(service::addRater(*study.session, "Gold", model::RaterKind::Gold));
    const auto deal = [&](const char* name, model::RoundKind kind, bool isBlind) {
        service::AssignRequest request;
        request.round = name;
        request.kind = kind;
        request.isBlind = isBlind;
        request.raters = {"R1", "Gold"};
        request.variables = {"constructs"};
        request.seed = 5;
        take(service::assign(*study.session, request));
    };
    deal("try", model::RoundKind::Training, false);
    deal("sharpen", model::RoundKind::Calibration, true);
    take(service::code(*study.session, study.target("R1", "P1/Q1", "try"), study.code("conflict")));
    take(service::code(*study.session, study.target("R1", "P1/Q1"), study.code("conflict")));
    take(service::openRound(*study.session, "try"));
    const std::string path = study.scratch.file("all.qdpx");
    service::ExportRequest request;
    request.kind = service::ExportKind::Project;
    take(service::writeExport(*study.session, request, path));
    service::NewStudy fresh;
    fresh.templateName = "empty";
    const auto second =
        take(service::Session::create(study.scratch.file("second.rapport"), fresh, study.environment(7)));
    const service::ImportReport report = take(service::importFiles(*second, {path}, {}));
    CHECK(report.rejected.empty());
    // The same code in two rounds is no coding that is there twice.
    CHECK(std::none_of(report.notes.begin(), report.notes.end(), [](const base::Phrase& note) {
        return note.text().find("twice") != std::string::npos;
    }));
    const auto told = [](service::Session& session) {
        std::string all;
        for (const model::Rater& rater : take(session.raters()))
            all += fmt::format("{} {}\n", rater.name, model::name(rater.kind));
        for (const model::Round& round : take(session.rounds())) {
            all += fmt::format("{} {} {} {} {}\n", round.name, model::name(round.kind), round.isBlind,
                               round.openedAt != 0, fmt::join(round.variables, "+"));
            for (const char* rater : {"R1", "R2", "Gold"})
                for (const auto& each :
                     take(service::units(session, {round.name, rater, service::UnitState::All})))
                    all += each.name + " ";
            all += '\n';
        }
        return all;
    };
    CHECK(told(*second) == told(*study.session));
    CHECK(told(*second).find("sharpen calibration true false constructs") != std::string::npos);
    CHECK(take(service::exportCodings(*second)) == take(service::exportCodings(*study.session)));
    // Once more, nothing is made twice.
    take(service::writeExport(*second, request, path));
    CHECK(take(service::importFiles(*second, {path}, {})).rejected.empty());
    CHECK(told(*second) == told(*study.session));
}

TEST_CASE("a project of our own comes into another study before anybody coded", "[exporting][refi]") {
    StudyFixture study;
    service::AssignRequest dealt;
    dealt.round = "rel";
    dealt.raters = {"R1", "R2"};
    dealt.seed = 5;
    for (const bool isDealt : {false, true}) {
        CAPTURE(isDealt);
        if (isDealt)
            take(service::assign(*study.session, dealt));
        const std::string name = isDealt ? "dealt" : "bare";
        const std::string path = study.scratch.file(name + ".qdpx");
        service::ExportRequest request;
        request.kind = service::ExportKind::Project;
        take(service::writeExport(*study.session, request, path));
        service::NewStudy fresh;
        fresh.templateName = "empty";
        const auto second = take(
            service::Session::create(study.scratch.file(name + ".rapport"), fresh, study.environment(7)));
        CHECK(take(service::importFiles(*second, {path}, {})).rejected.empty());
        CHECK(take(second->info()).answers == take(study.session->info()).answers);
        CHECK(take(second->rounds()).size() == take(study.session->rounds()).size());
        CHECK(take(service::exportCodings(*second)) == take(service::exportCodings(*study.session)));
    }
}

TEST_CASE("names that raters could have earlier come back, each as the same rater everywhere",
          "[exporting][refi]") {
    Exporting study;
    take(service::addRater(*study.session, "Gold", model::RaterKind::Gold));
    service::AssignRequest assigned;
    assigned.round = "try";
    assigned.kind = model::RoundKind::Calibration;
    assigned.raters = {"R1", "R2"};
    assigned.prompts = {"Q1"};
    take(service::assign(*study.session, assigned));
    for (const char* unit : {"P1/Q1", "P2/Q1"})
        for (const char* rater : {"R1", "R2"}) {
            const service::Target target = study.target(rater, unit, "try");
            if (std::string(rater) == "R1")
                take(service::code(*study.session, target, study.code("conflict")));
            take(service::complete(*study.session, target));
        }
    take(service::setMemo(*study.session, study.target("R2", "P1/Q1", "try"), "A word."));
    take(service::openRound(*study.session, "try"));
    service::Adjudication settled;
    settled.round = "try";
    settled.unit = study.unit("P1/Q1");
    settled.set = {{"conflict", "1"}};
    settled.by = {"R1", "R2"};
    settled.reason = "read twice";
    take(service::adjudicate(*study.session, settled));
    study.session.reset();
    {
        RawSql sql(study.path());
        sql.run("UPDATE rater SET name = ' ' || name WHERE name = 'R1'");
        sql.run("UPDATE rater SET name = 'R' || char(9) || '2 ' WHERE name = 'R2'");
        sql.run("UPDATE rater SET name = name || char(10) WHERE name = 'Gold'");
    }
    study.reopen();
    service::ExportRequest request;
    request.kind = service::ExportKind::Project;
    const std::string project = study.scratch.file("all.qdpx");
    take(service::writeExport(*study.session, request, project));
    const std::string codings = study.scratch.write("own.csv", take(service::exportCodings(*study.session)));
    const auto told = [](service::Session& session) {
        std::string all;
        for (const model::Rater& rater : take(session.raters()))
            all += fmt::format("{} {}\n", rater.name, model::name(rater.kind));
        for (const auto& each : take(service::settledItems(session)))
            all += fmt::format("{} {} {} {}\n", each.unit, each.item.code, each.item.value,
                               fmt::join(each.item.by, "+"));
        return all;
    };
    service::NewStudy fresh;
    fresh.templateName = "empty";
    const auto second =
        take(service::Session::create(study.scratch.file("second.rapport"), fresh, study.environment(7)));
    const service::ImportReport came = take(service::importFiles(*second, {project}, {}));
    CHECK(came.rejected.empty());
    CHECK(told(*second) == "R1 human\nR 2 human\nGold gold\nP1/Q1 conflict 1 R1+R 2\n");
    CHECK(take(service::units(*second, {"try", "R 2", service::UnitState::Done})).size() == 2);
    const auto place = take(second->round("try")).id;
    const auto unit = take(service::findUnit(*second, "P1/Q1")).id;
    CHECK(take(service::unitWork(*second, unit, take(second->rater("R 2")).id, place)).memo == "A word.");
    // Into the study that they are of, and into the other one: nobody joins.
    for (service::Session* session : {study.session.get(), second.get()}) {
        const std::string before = told(*session);
        service::ImportOptions options;
        options.kind = service::ImportKind::Codings;
        const service::ImportReport again = take(service::importFiles(*session, {codings}, options));
        INFO((again.rejected.empty() ? std::string() : again.rejected.front().message.text()));
        CHECK(again.rejected.empty());
        CHECK(told(*session) == before);
    }
}

TEST_CASE("codings of a study without any are refused alike, whatever they were written to", "[exporting]") {
    StudyFixture study;
    for (const char* name : {"codings.csv", "codings.xlsx"}) {
        CAPTURE(name);
        const std::string path = study.scratch.file(name);
        service::ExportRequest request;
        request.kind = service::ExportKind::Codings;
        take(service::writeExport(*study.session, request, path));
        for (const auto kind : {service::ImportKind::Detect, service::ImportKind::Codings}) {
            service::ImportOptions options;
            options.kind = kind;
            const auto refused = service::importFiles(*study.session, {path}, options);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().code == base::Errc::Unreadable);
            CHECK(refused.error().message == "holds a header but no rows");
            CHECK(service::previewImport(*study.session, path, options).error().message ==
                  "holds a header but no rows");
        }
    }
    // Who asks for the sheet of columns by its name gets it.
    service::ImportOptions options;
    options.sheet = "columns";
    CHECK(take(service::previewImport(*study.session, study.scratch.file("codings.xlsx"), options)).sheet ==
          "columns");
}

TEST_CASE("a table of codings does not say of which kind its rounds are", "[exporting]") {
    Exporting study;
    const std::string path =
        study.scratch.write("more.csv", "unit,rater,variable,code,value,completed,round\n"
                                        "P3/Q1,R1,constructs,conflict,1,1,first\n");
    service::ImportOptions options;
    options.roundKind = model::RoundKind::Training;
    take(service::importFiles(*study.session, {path}, options));
    CHECK(take(study.session->round("first")).kind == model::RoundKind::Training);
    study.scratch.write("more.csv", "unit,rater,variable,code,value,completed,round\n"
                                    "P3/Q1,R1,constructs,conflict,1,1,second\n");
    const auto report = take(service::importFiles(*study.session, {path}, {}));
    CHECK(take(study.session->round("second")).kind == model::RoundKind::Reliability);
    CHECK(std::any_of(report.notes.begin(), report.notes.end(), [](const base::Phrase& note) {
        return note.text().find("does not say of which kind its rounds were") != std::string::npos;
    }));
}

TEST_CASE("what was settled is listed with its round, unit and raters, for the coordinator",
          "[exporting][refi]") {
    Exporting study;
    take(service::openRound(*study.session, "rel"));
    take(service::adjudicate(
        *study.session, {"rel", study.unit("P1/Q1"), {{"closeness", "1"}}, {"R1", "R2"}, "=samen besloten"}));
    const auto items = take(service::settledItems(*study.session));
    REQUIRE(items.size() == 1);
    CHECK(items[0].round == "rel");
    CHECK(items[0].unit == "P1/Q1");
    CHECK(items[0].item.code == "closeness");
    CHECK(items[0].item.value == "1");
    CHECK(items[0].item.by == std::vector<std::string>{"R1", "R2"});
    study.session->setViewer({study.rater("R1")});
    CHECK(service::settledItems(*study.session).error().code == base::Errc::Refused);
}
