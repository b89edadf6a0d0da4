// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/analysing.h"
#include "service/analysing_units.h"
#include "service/analysis_figure.h"
#include "service/study_fixture.h"

#include <cmath>

using namespace rapport;
using namespace rapport::test;

namespace {

/// The row of a table in which all the columns have these texts; the table's size if there is none.
std::size_t rowOf(const analysis::ResultTable& table,
                  const std::vector<std::pair<std::string, std::string>>& wanted) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        bool isIt = true;
        for (const auto& [column, text] : wanted)
            isIt = isIt && analysis::exactText(table.at(row, column)) == text;
        if (isIt)
            return row;
    }
    return table.rows.size();
}

std::string cell(const analysis::Result& result, const std::string& tableId,
                 const std::vector<std::pair<std::string, std::string>>& wanted, const std::string& column) {
    const auto* table = result.table(tableId);
    REQUIRE(table != nullptr);
    const std::size_t row = rowOf(*table, wanted);
    REQUIRE(row < table->rows.size());
    return analysis::exactText(table->at(row, column));
}

std::string fact(const analysis::Result& result, const std::string& key) {
    for (const auto& [name, value] : result.data) {
        if (name == key)
            return analysis::exactText(value);
    }
    FAIL("no fact " << key);
    return {};
}

/// Main round: R1 alone on P1 and P2; reliability: R1 and R2 on P3 and P4. R2 codes what R1 does not.
const char* const codings = "unit,rater,variable,code,value,begin,end,quote,completed,time,round,version\n"
                            "P1/Q1,R1,constructs,closeness,1,,,,1,,main,1\n"
                            "P2/Q1,R1,constructs,conflict,1,,,,1,,main,1\n"
                            "P3/Q1,R1,constructs,closeness,1,,,,1,,rel,1\n"
                            "P3/Q1,R2,constructs,conflict,1,,,,1,,rel,1\n"
                            "P4/Q1,R1,,,,,,,1,,rel,1\n"
                            "P4/Q1,R2,constructs,conflict,1,,,,1,,rel,1\n"
                            "P3/Q2,R1,constructs,closeness,1,,,,1,,rel,1\n"
                            "P4/Q2,R1,constructs,conflict,1,,,,1,,rel,1\n";

struct Analysed : StudyFixture {
    Analysed() { import("codings.csv", codings, service::ImportKind::Codings); }
    analysis::Result run(const std::string& what, const service::AnalysisRequest& request = {}) {
        return take(service::analyse(*session, what, request));
    }
};

} // namespace

TEST_CASE("the first assigned rater's code enters, never the union", "[analysing]") {
    Analysed study;
    service::AnalysisRequest request;
    request.select.variables = {"constructs"};
    const auto result = study.run("frequencies", request);
    // R2's conflict on P3 and P4 does not count: 1 of 4, not 3 of 4.
    CHECK(cell(result, "frequencies", {{"prompt", "Q1"}, {"code", "conflict"}}, "with") == "1");
    CHECK(cell(result, "frequencies", {{"prompt", "Q1"}, {"code", "conflict"}}, "units") == "4");
    CHECK(cell(result, "frequencies", {{"prompt", "Q1"}, {"code", "closeness"}}, "with") == "2");
    CHECK(cell(result, "frequencies", {{"prompt", "Q1"}, {"code", "closeness"}}, "interval") == "wilson");
    CHECK(fact(result, "double_coded") == "2");
    CHECK(fact(result, "codes_from") == "assigned_rater_then_consensus_then_first_assigned");
    // Two answers of P3 and P4: four people are too few clusters for limits of the pooled share.
    CHECK(cell(result, "frequencies", {{"prompt", "all"}, {"code", "closeness"}}, "units") == "6");
    CHECK(cell(result, "frequencies", {{"prompt", "all"}, {"code", "closeness"}}, "interval") ==
          "few_clusters");
    CHECK(cell(result, "frequencies", {{"prompt", "all"}, {"code", "closeness"}}, "low").empty());
}

TEST_CASE("another rater can be asked for", "[analysing]") {
    Analysed study;
    service::AnalysisRequest request;
    request.select.variables = {"constructs"};
    request.select.raters = {"R2"};
    const auto result = study.run("frequencies", request);
    CHECK(cell(result, "frequencies", {{"prompt", "Q1"}, {"code", "conflict"}}, "with") == "2");
    CHECK(cell(result, "frequencies", {{"prompt", "Q1"}, {"code", "conflict"}}, "units") == "2");
}

TEST_CASE("what all raters share is their consensus; the rest of it is missing", "[analysing]") {
    Analysed study;
    service::AnalysisRequest request;
    request.select.variables = {"constructs"};
    request.select.from = service::CodesFrom::Consensus;
    const auto result = study.run("frequencies", request);
    // P4: both say no closeness. P3: they differ.
    CHECK(cell(result, "frequencies", {{"prompt", "Q1"}, {"code", "closeness"}}, "units") == "1");
    CHECK(cell(result, "frequencies", {{"prompt", "Q1"}, {"code", "closeness"}}, "with") == "0");
    CHECK(cell(result, "frequencies", {{"prompt", "Q1"}, {"code", "conflict"}}, "units") == "0");
    CHECK(cell(result, "frequencies", {{"prompt", "Q1"}, {"code", "conflict"}}, "share").empty());
}

TEST_CASE("groups and filters of participants", "[analysing]") {
    Analysed study;
    service::AnalysisRequest request;
    request.select.variables = {"constructs"};
    request.by = "group";
    const auto result = study.run("frequencies", request);
    const auto a2 = [&](const char* column) {
        return cell(result, "frequencies", {{"prompt", "Q1"}, {"code", "conflict"}, {"group", "A2"}}, column);
    };
    CHECK(a2("units") == "2"); // P2 and P3
    CHECK(a2("with") == "1");
    CHECK(a2("share") == "0.5");
    request.by.clear();
    request.select.participants = {"group=A2", "group=B1"};
    CHECK(fact(study.run("frequencies", request), "participants") == "3");
    request.select.participants = {"P1"};
    CHECK(fact(study.run("frequencies", request), "units") == "1");
    request.select.participants = {"P9"};
    CHECK(service::analyse(*study.session, "frequencies", request).error().code == base::Errc::NotFound);
    request.select.participants = {"shoe=41"};
    CHECK(service::analyse(*study.session, "frequencies", request).error().code == base::Errc::NotFound);
    request.select.participants.clear();
    request.select.prompts = {"Q7"};
    CHECK(service::analyse(*study.session, "frequencies", request).error().code == base::Errc::NotFound);
}

TEST_CASE("every analysis refuses a rater and names nothing as undefined", "[analysing]") {
    StudyFixture study;
    for (const std::string& what : service::analyses()) {
        INFO(what);
        service::AnalysisRequest request;
        request.by = what == "scores" ? "" : "group";
        const auto nothing = service::analyse(*study.session, what, request);
        if (what != "responses") {
            REQUIRE_FALSE(nothing.has_value());
            CHECK(nothing.error().code == base::Errc::Undefined);
        }
        study.session->setViewer({study.rater("R1")});
        const auto refused = service::analyse(*study.session, what, request);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == base::Errc::Refused);
        study.session->setViewer({});
    }
    CHECK(service::analyse(*study.session, "guesses", {}).error().code == base::Errc::InvalidArgument);
}

TEST_CASE("codes beside one another in an answer", "[analysing]") {
    StudyFixture study;
    study.import("codings.csv",
                 "unit,rater,variable,code,value,begin,end,quote,completed,time,round,version\n"
                 "P1/Q1,R1,constructs,closeness,1,0,6,,1,,main,1\n"
                 "P1/Q1,R1,constructs,conflict,1,3,9,,1,,main,1\n"
                 "P2/Q1,R1,constructs,conflict,1,,,,1,,main,1\n",
                 service::ImportKind::Codings);
    const auto answers = take(service::analyse(*study.session, "cooccurrence", {}));
    const std::vector<std::pair<std::string, std::string>> pair{{"first", "closeness"},
                                                                {"second", "conflict"}};
    CHECK(cell(answers, "pairs", pair, "both") == "1");
    CHECK(cell(answers, "pairs", pair, "jaccard") == "0.5");
    CHECK(cell(answers, "matrix", {{"code", "conflict"}}, "closeness") == "1");
    service::AnalysisRequest request;
    request.within = service::Within::Segment;
    const auto segments = take(service::analyse(*study.session, "cooccurrence", request));
    CHECK(cell(segments, "pairs", pair, "both") == "1");
    // [0,6) and [3,9), and the whole of P2's answer (15 code points).
    CHECK(std::stod(cell(segments, "pairs", pair, "jaccard")) == Approx(3.0 / (9 + 15)));
}

TEST_CASE("every number of an analysis has its units", "[analysing]") {
    Analysed study;
    const auto units = [&study](service::UnitsThat which, const char* code, const char* prompt) {
        service::AnalysedUnitsRequest request;
        request.variable = "constructs";
        request.code = code;
        request.prompt = prompt;
        request.which = which;
        std::vector<std::string> names;
        for (const auto& item : take(service::analysedUnits(*study.session, request))) {
            CHECK_FALSE(item.text.empty());
            names.push_back(item.name);
        }
        return names;
    };
    using Names = std::vector<std::string>;
    CHECK(units(service::UnitsThat::Hold, "closeness", "Q1") == Names{"P1/Q1", "P3/Q1"});
    CHECK(units(service::UnitsThat::Hold, "closeness", "all") == Names{"P1/Q1", "P3/Q1", "P3/Q2"});
    CHECK(units(service::UnitsThat::Lack, "closeness", "Q1") == Names{"P2/Q1", "P4/Q1"});
    CHECK(units(service::UnitsThat::Hold, "conflict", "Q1") == Names{"P2/Q1"});

    // As many as the table says, for every code.
    service::AnalysisRequest all;
    all.select.variables = {"constructs"};
    const auto result = study.run("frequencies", all);
    const auto& table = result.tables.front();
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        service::AnalysedUnitsRequest request;
        request.select = all.select;
        request.variable = analysis::exactText(table.at(row, "variable"));
        request.code = analysis::exactText(table.at(row, "code"));
        request.prompt = analysis::exactText(table.at(row, "prompt"));
        CAPTURE(request.code, request.prompt);
        const auto count = [&](service::UnitsThat which) {
            request.which = which;
            return static_cast<std::int64_t>(take(service::analysedUnits(*study.session, request)).size());
        };
        const auto with = std::get<std::int64_t>(table.at(row, "with"));
        CHECK(count(service::UnitsThat::Hold) == with);
        CHECK(count(service::UnitsThat::Lack) == std::get<std::int64_t>(table.at(row, "units")) - with);
        CHECK(count(service::UnitsThat::Miss) == std::get<std::int64_t>(table.at(row, "missing")));
    }
}

TEST_CASE("units behind numbers: wrong names and raters are refused", "[analysing]") {
    Analysed study;
    service::AnalysedUnitsRequest request;
    request.code = "nothing";
    CHECK(service::analysedUnits(*study.session, request).error().code == base::Errc::NotFound);
    request.code = "closeness";
    request.second = "nothing";
    CHECK(service::analysedUnits(*study.session, request).error().code == base::Errc::NotFound);
    request.second.clear();
    request.by = "nothing";
    CHECK(service::analysedUnits(*study.session, request).error().code == base::Errc::NotFound);
    request.by.clear();
    study.session->setViewer({take(study.session->rater("R1")).id});
    CHECK(service::analysedUnits(*study.session, request).error().code == base::Errc::Refused);
}

TEST_CASE("yes-no answers: the wanted participants, and each wave by itself", "[analysing]") {
    StudyFixture study("relationship-vignette"); // B1 and B2 are yes-no prompts
    study.import("one.csv", "participant,group,Q1,B1\nP1,A1,a,yes\nP2,A1,b,no\nP3,A2,c,yes\n");
    service::AnalysisRequest request;
    const auto units = [&](const char* prompt) {
        return cell(take(service::analyse(*study.session, "responses", request)), "responses",
                    {{"prompt", prompt}, {"group", ""}}, "units");
    };
    CHECK(units("B1") == "3");
    request.select.participants = {"P1", "P2"};
    CHECK(units("B1") == "2");
    request.select.participants = {"P9"};
    CHECK(service::analyse(*study.session, "responses", request).error().code == base::Errc::NotFound);
    request.select.participants.clear();
    request.select.prompts = {"B9"};
    CHECK(service::analyse(*study.session, "responses", request).error().code == base::Errc::NotFound);
    request.select.prompts.clear();
    study.import("two.csv", "participant,wave,Q1,B1\nP1,2,d,no\nP2,2,e,no\n");
    CHECK(units("B1") == "3");
    CHECK(units("B1@2") == "2");
    const auto found = take(service::analyse(*study.session, "responses", request));
    CHECK(cell(found, "responses", {{"prompt", "B1"}, {"group", ""}}, "with") == "2");
    CHECK(cell(found, "responses", {{"prompt", "B1@2"}, {"group", ""}}, "with") == "0");
}

TEST_CASE("drift is told of the wanted prompts and participants", "[analysing]") {
    StudyFixture study;
    for (const char* unit : {"P1/Q1", "P2/Q1", "P3/Q1", "P4/Q1", "P1/Q2", "P3/Q2", "P4/Q2"})
        take(service::complete(*study.session, study.target("R1", unit)));
    service::AnalysisRequest request;
    request.select.variables = {"constructs"};
    const auto judged = [&] {
        const auto result = take(service::analyse(*study.session, "drift", request));
        int units = 0;
        for (int batch = 1; batch <= 4; ++batch)
            units += std::stoi(
                cell(result, "drift", {{"code", "closeness"}, {"batch", std::to_string(batch)}}, "units"));
        return units;
    };
    CHECK(judged() == 7);
    request.select.prompts = {"Q1"};
    CHECK(judged() == 4);
    request.select.participants = {"P1", "P2"};
    // Two units are no four quarters.
    CHECK(service::analyse(*study.session, "drift", request).error().code == base::Errc::Undefined);
    request.select.prompts = {"Q9"};
    CHECK(service::analyse(*study.session, "drift", request).error().code == base::Errc::NotFound);
    request.select.prompts.clear();
    request.select.participants = {"P9"};
    CHECK(service::analyse(*study.session, "drift", request).error().code == base::Errc::NotFound);
}

TEST_CASE("answers of a second wave are tested by themselves", "[analysing]") {
    Analysed study;
    service::AnalysisRequest request;
    request.by = "group";
    request.select.variables = {"constructs"};
    const auto units = [&](const char* prompt) {
        const auto result = take(service::analyse(*study.session, "crosstab", request));
        const auto* table = result.table("overall");
        REQUIRE(table != nullptr);
        const std::size_t row = rowOf(*table, {{"prompt", prompt}, {"code", "closeness"}});
        return row < table->rows.size() ? analysis::exactText(table->at(row, "units")) : std::string("none");
    };
    CHECK(units("Q1") == "4");
    CHECK(units("Q1@na les") == "none");
    study.import("later.csv", "participant,wave,Q1\nP1,na les,Weer iets.\nP2,na les,En nog iets.\n");
    study.import("later-codings.csv",
                 "unit,rater,variable,code,value,completed,round\n"
                 "P1/Q1@na les,R1,constructs,closeness,1,1,later\nP2/Q1@na les,R1,,,,1,later\n",
                 service::ImportKind::Codings);
    request.select.rounds = {"main", "rel", "later"};
    CHECK(units("Q1") == "4");
    CHECK(units("Q1@na les") == "2");
}

TEST_CASE("a figure draws the most frequent codes with all their groups, and says how many there are",
          "[analysing]") {
    Analysed study;
    service::AnalysisRequest request;
    request.by = "group";
    request.select.variables = {"constructs"};
    const auto result = study.run("frequencies", request);
    const auto labels = [](const std::string& svg) {
        const std::size_t from = svg.find("<desc>");
        return svg.substr(from, svg.find("</desc>") - from);
    };
    service::FigureWish wish;
    wish.kind = "bars";
    wish.prompt = "Q1";
    wish.titles = {{"closeness", "Closeness & more"}};
    const auto whole = take(service::analysisFigure(result, wish));
    CHECK(whole.drawn == 2);
    CHECK(whole.found == 2);
    // Closeness in 2 of 4, conflict in 1 of 4: of the most frequent one every group.
    wish.lines = 4;
    const auto most = take(service::analysisFigure(result, wish));
    CHECK(most.drawn == 1);
    CHECK(most.found == 2);
    for (const char* words : {"Closeness &amp; more:", "Closeness &amp; more, A1:",
                              "Closeness &amp; more, A2:", "Closeness &amp; more, B1:"})
        CHECK(labels(most.svg).find(words) != std::string::npos);
    CHECK(labels(most.svg).find("conflict") == std::string::npos);
    CHECK(labels(most.svg).find("Q1") == std::string::npos);
    wish.prompt.clear();
    wish.lines = 40;
    CHECK(labels(take(service::analysisFigure(result, wish)).svg).find("Q2 conflict, B1:") !=
          std::string::npos);
    wish.prompt = "Q9";
    CHECK(service::analysisFigure(result, wish).error().code == base::Errc::Undefined);
}

TEST_CASE("groups are drawn where the study lays down no comparison of them", "[analysing]") {
    Analysed study;
    service::AnalysisRequest request;
    request.by = "group";
    const auto result = study.run("crosstab", request);
    REQUIRE(result.table("tests")->rows.empty());
    const auto drawn = take(service::analysisFigure(result));
    CHECK(drawn.svg.find("A2") != std::string::npos);
}
