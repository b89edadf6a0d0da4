// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/exporting.h"
#include "service/inspecting.h"
#include "service/study_fixture.h"

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
        CHECK(service::writeExport(*study.session, request,
                                   study.scratch.file("out." + service::exportEndings(kind).front()))
                  .error()
                  .code == base::Errc::Refused);
        study.session->setViewer({});
    }
}
