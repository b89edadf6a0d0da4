// SPDX-License-Identifier: GPL-3.0-or-later
#include "dump.h"
#include "exchange/coders_table.h"
#include "exchange/csv.h"
#include "support/catch.hpp"

using namespace rapport;
using namespace rapport::exchange;

namespace {

Table table(const std::string& csv) {
    auto records = readCsv(csv, "f", {}, {});
    REQUIRE(records);
    return std::get<Table>(std::move(*records));
}

std::string matrix(const std::vector<NamedTable>& tables, const CodersOptions& options = {}) {
    const auto made = codersMatrix(tables, options, "f.xlsx");
    return made ? made->csv : "error " + made.error().message;
}

} // namespace

TEST_CASE("one column per coder: labels, 0 and 1, crosses") {
    CHECK(matrix({{"", table("unit,R1,R2\na,x1,x2\nb,x1,\n")}}) == "unit,R1,R2\na,x1,x2\nb,x1,\n");
    CHECK(matrix({{"", table("id;Anna;Bram \n1;x;\n2; X ;x\n3;;-\n")}}) ==
          "unit,Anna,Bram\n1,1,0\n2,1,1\n3,0,0\n");
    CHECK(matrix({{"", table("item,A,B\n1,0,1\n2,,1\n")}}) == "unit,A,B\n1,0,1\n2,,1\n");
    CHECK(matrix({{"", table("A,B\nx,y\nz,z\n")}}) == "unit,A,B\nrow 2,x,y\nrow 3,z,z\n");
    CHECK(matrix({{"", table("Phase,Question ,R1,R2 \np,1,a,b \nq,1,c,c\n")}},
                 {{"R1", "R2"}, "question", {}}) == "unit,R1,R2\n1,a,b\n1 (2),c,c\n");
    CHECK_THAT(matrix({{"", table("unit,R1\na,b\n")}}), Catch::Contains("fewer than two"));
    CHECK_THAT(matrix({{"", table("unit,R1,R2\na,b,c\n")}}, {{"R1", "R9"}, {}, {}}),
               Catch::Contains("no coder 'R9'"));
    CHECK_THAT(matrix({{"", table("unit,R1,R2\na,b,c\n")}}, {{}, "nothing", {}}),
               Catch::Contains("no column 'nothing'"));
    CHECK_THAT(matrix({}), Catch::Contains("no table"));
}

TEST_CASE("one sheet per coder: labels, crosses by code, one code of several") {
    const std::vector<NamedTable> labels{{"Anna", table("unit,text,code\na,words,warm\nb,more,cold\n")},
                                         {"Bram", table("unit,text,code\nb,more,cold\nc,else,warm\n")}};
    CHECK(matrix(labels) == "unit,Anna,Bram\na,warm,\nb,cold,cold\nc,,warm\n");
    const std::vector<NamedTable> crosses{
        {"Anna", table("unit,text,warm,cold\na,words,x,\nb,more,x,x\nc,and,,\n")},
        {"Bram", table("unit,text,warm,cold\na,words,x,\nb,more,,x\nc,and,,\n")}};
    CHECK(matrix(crosses) == "unit,Anna,Bram\na,warm,warm\nb,warm|cold,cold\nc,(none),(none)\n");
    CHECK(matrix(crosses, {{}, {}, "warm"}) == "unit,Anna,Bram\na,1,1\nb,1,0\nc,0,0\n");
    CHECK_THAT(matrix(crosses, {{}, {}, "hot"}), Catch::Contains("no column 'hot'"));
    CHECK_THAT(matrix(crosses, {{"Anna", "Cleo"}, {}, {}}), Catch::Contains("no sheet 'Cleo'"));
    CHECK_THAT(matrix(crosses, {{"Anna"}, {}, {}}), Catch::Contains("fewer than two"));
    CHECK_THAT(matrix({{"A", table("unit,code\na,x1\na,x2\n")}, {"B", table("unit,code\na,x1\n")}}),
               Catch::Contains("stands twice"));
}

TEST_CASE("a table of crosses is known by its cells") {
    CHECK(holdsCrosses("unit,Anke,Bilal\na,x,x\nb,,x\nc,,\n"));
    CHECK(holdsCrosses("unit;A;B\n1;X;\n2;\u2713;\n"));
    CHECK_FALSE(holdsCrosses("unit,A,B\na,1,\nb,,1\n"));
    CHECK_FALSE(holdsCrosses("unit,A,B\na,x,y\n"));
    CHECK_FALSE(holdsCrosses("unit,A,B\na,,\n"));
    CHECK_FALSE(holdsCrosses(""));
    // Beyond what is looked at first, a cell is cut nowhere.
    std::string many = "unit,A,B\n";
    for (int row = 0; row < 20000; ++row)
        many += "unit " + std::to_string(row) + ",x,\n";
    CHECK(holdsCrosses(many));
}

TEST_CASE("a unit that stands twice is told with both lines") {
    const std::vector<NamedTable> tables{{"", table("unit,R1,R2\na,x1,x2\nb,x1,x1\na,x2,x2\n")}};
    const auto made = codersMatrix(tables, {}, "f.xlsx");
    REQUIRE(made);
    REQUIRE(!made->notes.empty());
    CHECK(made->notes.front().find("line 2 and on line 4") != std::string::npos);
}
