// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/fixtures.h"
#include "agreement/json.h"
#include "agreement/matrix.h"
#include "agreement/r_script.h"
#include "agreement/text.h"
#include "support/catch.hpp"
#include "support/scratch.h"

#include <cstdlib>

using namespace rapport;
using namespace rapport::agreement;
using namespace rapport::agreement::test;

TEST_CASE("a matrix is read with units, clusters, missing cells and quotes") {
    for (const std::string& text :
         {std::string(
              "unit,cluster,A,B\nu1,p1,ja,nee\nu2,p1,,ja\nu3,p2,NA,ja\n\nu4,p2,\"a,b\",\"c \"\"d\"\"\"\n"),
          std::string("\xEF\xBB\xBFunit;cluster;A;B\r\nu1;p1;ja;nee\r\nu2;p1; "
                      ";ja\r\nu3;p2;NA;ja\r\nu4;p2;\"a,b\";\"c "
                      "\"\"d\"\"\"\r\n"),
          std::string("unit\tcluster\tA\tB\nu1\tp1\tja\tnee\nu2\tp1\t\tja\nu3\tp2\tNA\tja\nu4\tp2\ta,b\t\"c "
                      "\"\"d\"\"\"")}) {
        const auto data = readMatrix(text, {});
        INFO(text << (data ? std::string() : describe(data.error())));
        REQUIRE(data);
        CHECK(data->raters() == std::vector<std::string>{"A", "B"});
        CHECK(data->categories() == std::vector<std::string>{"a,b", "c \"d\"", "ja", "nee"});
        CHECK(data->unitCount() == 4);
        CHECK(data->unitLabel(3) == "u4");
        CHECK(data->missingCount() == 2);
        CHECK(data->clusterCount() == 2);
        CHECK(data->isClustered());
    }
}

TEST_CASE("a table that cannot be is refused with line and column") {
    MatrixOptions plain;
    plain.fileName = "m.csv";
    MatrixOptions declared = plain;
    declared.categories = {"1", "2"};
    MatrixOptions interval = plain;
    interval.scale = Scale::Interval;
    MatrixOptions ratio = plain;
    ratio.scale = Scale::Ratio;
    const std::tuple<std::string, MatrixOptions, std::size_t, std::size_t> broken[] = {
        {"", plain, 1, 1},
        {"A,B\n1,2\n", plain, 1, 1},
        {"unit\nu1\n", plain, 1, 1},
        {"unit,A,A\nu1,1,2\n", plain, 1, 8},
        {"unit,A,\nu1,1,2\n", plain, 1, 8},
        {"unit,A,B\nu1,1,2\nu2,1\n", plain, 3, 4},
        {"unit,A,B\nu1,1,2,3\n", plain, 2, 6},
        {"unit,A,B\nu1,\"1,2\n", plain, 2, 4},
        {"unit,A,B\nu1,\"1\"x,2\n", plain, 2, 7},
        {"unit,A,B\nu1,1,\xFF\n", plain, 2, 6},
        {"unit,A,B\nu1,1,2\nu2,1,9\n", declared, 3, 6},
        {"unit,A,B\nu1,1,2\nu2,x,3\n", interval, 3, 4},
        {"unit,A,B\nu1,1,-2\n", ratio, 2, 6},
        {"unit,cluster,A,B\nu1,,1,2\n", plain, 2, 4},
    };
    for (const auto& [text, options, line, column] : broken) {
        const auto data = readMatrix(text, options);
        INFO(text);
        REQUIRE_FALSE(data);
        CHECK(data.error().code == base::Errc::Unreadable);
        REQUIRE(data.error().where);
        INFO(describe(data.error()));
        CHECK(data.error().where->line == line);
        CHECK(data.error().where->column == column);
        CHECK(data.error().where->file == "m.csv");
    }
    const auto many = readMatrix("unit,A,B\nu1,1,9\nu2,9,9\n", declared);
    REQUIRE_FALSE(many);
    CHECK(many.error().message.find("and 2 more") != std::string::npos);
}

TEST_CASE("builders refuse what cannot be") {
    const auto refused = [](auto fill) {
        ReliabilityBuilder builder({"A", "B"});
        fill(builder);
        const auto data = builder.build();
        return !data && data.error().code == base::Errc::InvalidArgument;
    };
    const std::vector<std::optional<std::string>> two{"1", "2"};
    const std::vector<std::optional<std::string>> three{"1", "2", "3"};
    CHECK(refused([&](ReliabilityBuilder& b) { b.addUnit(three); }));
    CHECK(refused([&](ReliabilityBuilder& b) { b.declareCategories({"1", "1"}); }));
    CHECK(refused([&](ReliabilityBuilder& b) { b.declareCategories({}); }));
    CHECK(refused([&](ReliabilityBuilder& b) { b.addUnit(two, "p").addUnit(two); }));
    CHECK(refused([&](ReliabilityBuilder& b) { b.declareCategories({"1"}).addUnit(two); }));
    CHECK(refused([&](ReliabilityBuilder& b) {
        const CategoryIndex cells[] = {0, 5};
        b.declareCategories({"1", "2"}).addUnit(std::span<const CategoryIndex>(cells));
    }));
    CHECK(refused([&](ReliabilityBuilder& b) {
        const CategoryIndex cells[] = {0, 1, 0};
        b.declareCategories({"1", "2"}).addMatrix(std::span<const CategoryIndex>(cells));
    }));
    CHECK_FALSE(ReliabilityBuilder({"A", "A"}).build());
}

TEST_CASE("a matrix of bytes is the matrix of texts") {
    const std::uint8_t cells[] = {0, 1, 1, 1, 255, 0, 2, 2};
    ReliabilityBuilder builder({"1", "2"});
    builder.nameCategories({"10", "9", "2", "never"}).addMatrix(std::span<const std::uint8_t>(cells));
    const auto data = builder.build();
    REQUIRE(data);
    CHECK(data->categories() == std::vector<std::string>{"2", "9", "10"});
    CHECK(base::dumpJson(toJson(measured(*data))) ==
          base::dumpJson(toJson(measured(dataFromRows({"10 9", "9 9", ". 10", "2 2"})))));
}

TEST_CASE("one number is one category, however it is written") {
    for (const Scale scale : {Scale::Nominal, Scale::Ordinal, Scale::Interval}) {
        MatrixOptions options;
        options.scale = scale;
        const auto data = readMatrix("unit,A,B\nu1,1,1.0\nu2,2.50,2.5\nu3,10,10\nu4,03,3\n", options);
        REQUIRE(data);
        CHECK(data->categories() == std::vector<std::string>{"1", "2.5", "3", "10"});
        CHECK(*overall(measured(*data), "percent_agreement").value == 1);
    }
    // Where one label is no number, all are names.
    const auto names = readMatrix("unit,A,B\nu1,1,1.0\nu2,x,x\n", {});
    REQUIRE(names);
    CHECK(names->categories() == std::vector<std::string>{"1", "1.0", "x"});
}

TEST_CASE("weights are read by name") {
    const ReliabilityData data = dataFromRows({"a b", "b c", "c a"});
    const auto weights = readWeights(",c,b,a\na,0,0.5,1\nb,0.5,1,0.5\nc,1,0.5,0\n", data);
    REQUIRE(weights);
    const auto matrix = WeightMatrix::make(*weights, data);
    REQUIRE(matrix);
    CHECK(matrix->at(0, 1) == 0.5);
    CHECK(matrix->at(0, 2) == 0);
    CHECK_FALSE(readWeights(",a,b\na,1,0\nb,0,1\n", data));
    CHECK_FALSE(readWeights(",a,b,c\na,1,0,2\nb,0,1,0\nc,0,0,1\n", data));
    CHECK_FALSE(readWeights("", data));
    CHECK_FALSE(WeightMatrix::make({WeightKind::Custom, {1, 0, 0, 1}}, data));
    CHECK_FALSE(WeightMatrix::make({WeightKind::Custom, {1, 0, 0, 0, 0.9, 0, 0, 0, 1}}, data));
}

TEST_CASE("text and CSV of a document") {
    const AgreementDocument document = measured(dataFromTable({{40, 3}, {4, 50}}));
    const std::string text = toText(document);
    CHECK(text.find("97 units, 2 raters (A, B), scale nominal") == 0);
    CHECK(text.find("cohen_kappa") != std::string::npos);
    const std::string csv = toCsv(document);
    CHECK(csv.rfind("part,of,id,weights,", 0) == 0);
    CHECK(csv.find("pair,A - B,cohen_kappa,identity,,,,available,0.8") != std::string::npos);
    CHECK(csv.find('\r') == std::string::npos);
}

TEST_CASE("the check script holds the ratings and the formulas; R, where installed, agrees") {
    const rapport::test::ScratchFolder scratch;
    int ran = 0;
    for (const base::Json& line : fixtureLines("published.jsonl")) {
        if (line.at("name") != "krippendorff2011_C" && line.at("name") != "gwet2014_raw4raters" &&
            line.at("name") != "sas_proc_freq_3x3")
            continue;
        const ReliabilityData data = line.contains("table")
                                         ? dataFromJsonTable(line.at("table"), Scale::Ordinal)
                                         : dataFromRatings(line.at("ratings"), Scale::Ordinal);
        const std::string script = rCheckScript(data, measured(data));
        CHECK(script.find("check(\"krippendorff_alpha nominal\"") != std::string::npos);
        CHECK(script.find(", nan") == std::string::npos);
        // irr is wrong where nothing is missing and raters are more than two; elsewhere it counts.
        const bool isFaulty = data.missingCount() == 0 && data.raterCount() > 2;
        CHECK((script.find("irr forgets 1/(m - 1)") != std::string::npos) == isFaulty);
        CHECK(script.find("other(\"psych\", \"cohen.kappa (quadratic)\"") != std::string::npos);
        const std::string file = scratch.write("check.R", script);
        if (std::system("command -v Rscript > /dev/null 2>&1") == 0) {
            CHECK(std::system(("Rscript " + file + " > " + scratch.file("out") + " 2>&1").c_str()) == 0);
            ++ran;
        }
    }
    CHECK((ran == 0 || ran == 3));
    // A rater who rated nothing has no margins.
    const ReliabilityData idle = dataFromRows({"1 2 .", "1 1 .", "2 2 ."});
    const std::string script = rCheckScript(idle, measured(idle));
    CHECK(script.find("colSums(!is.na(x)) > 0, drop = FALSE]") != std::string::npos);
    if (ran > 0)
        CHECK(std::system(("Rscript " + scratch.write("idle.R", script) + " > /dev/null 2>&1").c_str()) == 0);
}
