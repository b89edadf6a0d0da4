// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the program is read back: by our own readers, and by the rules of the formats.
#include "exchange/codings_table.h"
#include "exchange/csv.h"
#include "exchange/data_table.h"
#include "exchange/stat_file.h"
#include "exchange/write_sav.h"
#include "support/catch.hpp"

#include <rapidcheck.h>

using namespace rapport;
using namespace rapport::exchange;

namespace {

Table csvOf(const std::string& text) {
    auto records = readCsv(text, "t.csv", {}, {});
    REQUIRE(records);
    return std::get<Table>(std::move(*records));
}

DataTable smallTable() {
    DataTable table;
    table.name = "wide";
    table.label = "Een studie (synthetisch)";
    table.columns = {{"unit", "Eenheid", DataKind::Text, Measure::Nominal, {}},
                     {"closeness", "Nabijheid", DataKind::Choice, Measure::Nominal, {{0, "nee"}, {1, "ja"}}},
                     {"level", "Niveau", DataKind::Choice, Measure::Ordinal, {{1, "laag"}, {2, "hoog"}}},
                     {"score", "Score", DataKind::Number, Measure::Scale, {}},
                     {"text", "Antwoord", DataKind::Text, Measure::Nominal, {}}};
    table.rows = {
        {std::string("P1/Q1"), 1.0, 2.0, 3.25, std::string("Tibo \u00e9n \U0001F600 \"hond\", zei ze;\nja")},
        {std::string("P2/Q1"), 0.0, DataValue(), -1.5, std::string("=HYPERLINK(\"x\")")},
        {std::string("P3/Q1"), DataValue(), 1.0, DataValue(), DataValue()}};
    return table;
}

} // namespace

TEST_CASE("a quote that would run comes back from the codings table", "[writing]") {
    CodingRow row;
    row.unit = "P1/Q1";
    row.rater = "R1";
    row.variable = "constructs";
    row.code = "closeness";
    row.value = "1";
    row.begin = 0;
    row.end = 4;
    row.quote = "=1+1";
    row.completed = true;
    row.round = "main";
    row.version = 1;
    const std::string csv = writeCodings({row});
    CHECK(csv.find(",'=1+1,") != std::string::npos);
    const auto read = readCodings(csvOf(csv));
    REQUIRE(read);
    REQUIRE(read->rows.size() == 1);
    CHECK(read->rows[0].quote == "=1+1");
}

TEST_CASE("data as CSV: numbers or labels, missing is empty", "[writing]") {
    const Table numbers = csvOf(writeDataCsv(smallTable(), Choices::Numbers));
    CHECK(numbers.rows[0].cells ==
          std::vector<CellText>{"P1/Q1", "1", "2", "3.25", "Tibo \u00e9n \U0001F600 \"hond\", zei ze;\nja"});
    CHECK(numbers.rows[1].cells[4] == "'=HYPERLINK(\"x\")");
    CHECK(numbers.rows[1].cells[2].empty());
    CHECK(csvOf(writeDataCsv(smallTable(), Choices::Labels)).rows[0].cells[2] == "hoog");
}

TEST_CASE("an SPSS file is read back with values, missing values and labels", "[writing]") {
    const auto bytes = writeSav(smallTable(), *base::parseIso("2026-03-14T19:00:00Z"));
    REQUIRE(bytes);
    auto records = readSav(*bytes, "t.sav", {}, {});
    REQUIRE(records);
    const Table table = std::get<Table>(std::move(*records));
    REQUIRE(table.columns.size() == 5);
    CHECK(table.columns[1].name == "closeness");
    CHECK(table.columns[1].title == "Nabijheid");
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].cells[0] == "P1/Q1");
    CHECK((table.rows[0].cells[2] == "hoog" || table.rows[0].cells[2] == "2"));
    CHECK(table.rows[0].cells[3] == "3.25");
    CHECK(table.rows[0].cells[4] == "Tibo \u00e9n \U0001F600 \"hond\", zei ze;\nja");
    CHECK(table.rows[1].cells[2].empty());
    CHECK(table.rows[2].cells[1].empty());
    CHECK(table.rows[2].cells[3].empty());
}

TEST_CASE("the longest text of an SPSS file is read back to its last letter", "[writing]") {
    for (const std::size_t length : {255U, 256U, 758U, 1013U, 32'752U, 32'766U}) {
        CAPTURE(length);
        DataTable table = smallTable();
        const std::string text = std::string(length - 1, 'a') + "x";
        table.rows[0][4] = text;
        const auto bytes = writeSav(table, *base::parseIso("2026-03-14T19:00:00Z"));
        REQUIRE(bytes);
        const auto records = readSav(*bytes, "t.sav", {}, {});
        REQUIRE(records);
        CHECK(std::string(std::get<Table>(*records).rows[0].cells[4]) == text);
    }
}

TEST_CASE("names of columns are what statistics programs take", "[writing]") {
    std::vector<std::string> taken;
    CHECK(dataName("closeness", taken) == "closeness");
    CHECK(dataName("Closeness", taken) == "Closeness_2");
    CHECK(dataName("1st code", taken) == "v_1st_code");
    CHECK(dataName("\u00e9", taken) == "v");
    CHECK(dataName(std::string(90, 'x'), taken).size() == 64);
    const std::string second = dataName(std::string(90, 'x'), taken);
    CHECK(second.size() == 64);
    CHECK(second.ends_with("_2"));
    for (const char* name :
         {"ALL", "and", "By", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "With"}) {
        CAPTURE(name);
        const std::string made = dataName(name, taken);
        CHECK(made == std::string(name) + "_");
        std::vector<std::string> none;
        CHECK(dataName(made, none) == made);
    }
    CHECK(dataName("to", taken) == "to__2");
}
