// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/codings_table.h"
#include "exchange/csv.h"
#include "support/catch.hpp"
#include "support/tree.h"

#include <rapidcheck.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <tuple>

using namespace rapport;
using namespace rapport::exchange;

namespace {

constexpr const char* header =
    "unit,rater,variable,code,value,begin,end,quote,completed,time,round,version\n";

Table table(const std::string& csv) {
    auto records = readCsv(csv, "codings.csv", {}, {});
    REQUIRE(records);
    return std::get<Table>(std::move(*records));
}

CodingRows read(const std::string& csv) {
    auto rows = readCodings(table(csv), "codings.csv");
    REQUIRE(rows);
    return std::move(*rows);
}

} // namespace

TEST_CASE("codings are read column by column") {
    const auto found =
        read(std::string(header) +
             "P001/Q1,R1,constructs,closeness,1,3,9,\"so, close\",1,2026-03-14T21:14:07Z,reliability,2\n"
             "P001/Q1,R1,level,,dyadic,,,,1,2026-03-14T21:14:09Z,reliability,2\n"
             "P002/Q1,R2,constructs,,,,,,0,,,\n");
    CHECK(found.problems.empty());
    REQUIRE(found.rows.size() == 3);
    CHECK(found.rows[0].unit == "P001/Q1");
    CHECK(found.rows[0].code == "closeness");
    CHECK(found.rows[0].begin == 3);
    CHECK(found.rows[0].end == 9);
    CHECK(found.rows[0].quote == "so, close");
    CHECK(found.rows[0].completed);
    CHECK(base::isoText(*found.rows[0].time) == "2026-03-14T21:14:07Z");
    CHECK(found.rows[0].version == 2);
    CHECK(found.rows[0].line == 2);
    CHECK(found.rows[1].value == "dyadic");
    CHECK_FALSE(found.rows[1].begin);
    CHECK_FALSE(found.rows[2].completed);
    CHECK_FALSE(found.rows[2].time);
    CHECK(found.rows[2].round.empty());
    CHECK(found.rows[2].version == 0);
    // A unit completed without any code names no variable; a code says which one it is of.
    CHECK(read(std::string(header) + "U,R,,,,,,,1,,,\nU,R,,closeness,1,,,,1,,,\n").rows.size() == 2);
}

TEST_CASE("the last columns may be absent, the first may not") {
    const auto few = read("unit,rater,variable,code,value\nU,R,v,c,1\n");
    REQUIRE(few.rows.size() == 1);
    CHECK(few.rows[0].completed);
    struct Row {
        const char* csv;
        const char* missing;
    };
    for (const Row& row :
         {Row{"rater,variable,code\nR,v,c\n", "'unit'"}, Row{"unit,variable,code\nU,v,c\n", "'rater'"},
          Row{"unit,rater,variable\nU,R,v\n", "'code'"}, Row{"a,b\n1,2\n", "'unit', 'rater', 'variable'"}}) {
        const auto failed = readCodings(table(row.csv), "codings.csv");
        REQUIRE_FALSE(failed);
        CHECK(failed.error().code == base::Errc::Unreadable);
        CHECK_THAT(failed.error().message, Catch::Contains(row.missing));
    }
}

TEST_CASE("a row that cannot be what it says is a problem with line and column") {
    struct Row {
        const char* row;
        const char* column;
    };
    for (const Row& row :
         {Row{",R,v,c,1,,,,1,,,", "unit"}, Row{"U,,v,c,1,,,,1,,,", "rater"},
          Row{"U,R, ,,1,,,,1,,,", "variable"}, Row{"U,R,v,c,1,x,9,,1,,,", "begin"},
          Row{"U,R,v,c,1,-1,9,,1,,,", "begin"}, Row{"U,R,v,c,1,3,,,1,,,", "end"},
          Row{"U,R,v,c,1,,9,,1,,,", "begin"}, Row{"U,R,v,c,1,9,9,,1,,,", "end"},
          Row{"U,R,v,c,1,9,3,,1,,,", "end"}, Row{"U,R,v,c,1,3.5,9,,1,,,", "begin"},
          Row{"U,R,v,c,1,,,,maybe,,,", "completed"}, Row{"U,R,v,c,1,,,,1,yesterday,,", "time"},
          Row{"U,R,v,c,1,,,,1,,,zero", "version"}, Row{"U,R,v,c,1,,,,1,,,0", "version"}}) {
        CAPTURE(row.row);
        const auto found = read(std::string(header) + "U,R,v,c,1,,,,1,,,\n" + row.row + "\n");
        CHECK(found.rows.size() == 1);
        REQUIRE(found.problems.size() == 1);
        CHECK(found.problems[0].line == 3);
        CHECK(found.problems[0].column == row.column);
        CHECK(found.problems[0].file == "codings.csv");
    }
}

TEST_CASE("codings are written in the order and form of the contract") {
    CodingRow segment;
    segment.unit = "P002/Q1";
    segment.rater = "R1";
    segment.variable = "constructs";
    segment.code = "closeness";
    segment.value = "1";
    segment.begin = 3;
    segment.end = 9;
    segment.quote = "so, \"close\"";
    segment.completed = true;
    segment.time = base::parseIso("2026-03-14T21:14:07Z");
    segment.round = "main";
    segment.version = 1;
    CodingRow whole = segment;
    whole.begin = whole.end = std::nullopt;
    whole.quote.clear();
    CodingRow earlier = whole;
    earlier.unit = "P001/Q1";
    earlier.code.clear();
    earlier.value.clear();
    earlier.time.reset();
    earlier.completed = false;
    CHECK(writeCodings({segment, whole, earlier}) ==
          std::string(header) +
              "P001/Q1,R1,constructs,,,,,,0,,main,1\n"
              "P002/Q1,R1,constructs,closeness,1,,,,1,2026-03-14T21:14:07Z,main,1\n"
              "P002/Q1,R1,constructs,closeness,1,3,9,\"so, \"\"close\"\"\",1,2026-03-14T21:14:07Z,main,1\n");
    CHECK(writeCodings({}) == header);
}

TEST_CASE("written and read back, nothing is lost") {
    CHECK(rc::check([] {
        const auto word = rc::gen::nonEmpty(
            rc::gen::container<std::string>(rc::gen::elementOf(std::string("aB1/#@,;\"_"))));
        const auto quote = rc::gen::container<std::string>(rc::gen::elementOf(std::string("a \n,\"\t;")));
        std::vector<CodingRow> rows;
        const auto size = *rc::gen::inRange(1, 8);
        for (int index = 0; index < size; ++index) {
            CodingRow row;
            row.unit = *word;
            row.rater = *word;
            row.variable = *word;
            row.code = *rc::gen::oneOf(rc::gen::just(std::string()), word);
            row.value = *rc::gen::oneOf(rc::gen::just(std::string()), word);
            if (*rc::gen::arbitrary<bool>()) {
                row.begin = *rc::gen::inRange(0, 100);
                row.end = *row.begin + *rc::gen::inRange(1, 100);
                row.quote = *quote;
            }
            row.completed = *rc::gen::arbitrary<bool>();
            if (*rc::gen::arbitrary<bool>())
                row.time = base::Instant(
                    std::chrono::milliseconds(*rc::gen::inRange<std::int64_t>(0, 4000000000000)));
            row.round = *rc::gen::oneOf(rc::gen::just(std::string()), word);
            row.version = *rc::gen::inRange(0, 9);
            rows.push_back(row);
        }
        const auto records = readCsv(writeCodings(rows), "f", ReadOptions{{}, ',', 1, 0}, {});
        RC_ASSERT(records.has_value());
        const auto found = readCodings(std::get<Table>(*records));
        RC_ASSERT(found.has_value());
        RC_ASSERT(found->problems.empty());
        std::stable_sort(rows.begin(), rows.end(), [](const CodingRow& a, const CodingRow& b) {
            return std::tie(a.unit, a.rater, a.variable, a.code, a.begin) <
                   std::tie(b.unit, b.rater, b.variable, b.code, b.begin);
        });
        RC_ASSERT(found->rows.size() == rows.size());
        for (std::size_t index = 0; index < rows.size(); ++index) {
            CodingRow row = found->rows[index];
            row.line = 0;
            RC_ASSERT(row == rows[index]);
        }
    }));
}

TEST_CASE("the sample study's codings are read whole and written as they are") {
    const std::string path = std::string(rapport::support::sourceTree) + "/corpora/sample-study/codings.csv";
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    REQUIRE_FALSE(bytes.empty());
    const auto found = read(bytes);
    CHECK(found.problems.empty());
    CHECK(found.rows.size() > 100);
    CHECK(writeCodings(found.rows) == bytes);
}
