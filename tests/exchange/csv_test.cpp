// SPDX-License-Identifier: GPL-3.0-or-later
#include "dump.h"
#include "exchange/csv.h"
#include "support/catch.hpp"

#include <rapidcheck.h>

using namespace rapport;
using namespace rapport::exchange;
using namespace std::string_literals;

namespace {

base::Result<Records> read(std::string_view bytes, const ReadOptions& options = {}) {
    return readCsv(bytes, "f.csv", options, {});
}

Table table(std::string_view bytes, const ReadOptions& options = {}) {
    auto records = read(bytes, options);
    REQUIRE(records);
    return std::get<Table>(std::move(*records));
}

base::Error errorOf(std::string_view bytes) {
    const auto records = read(bytes);
    REQUIRE_FALSE(records);
    return records.error();
}

} // namespace

TEST_CASE("tables of every shape are read as their golden files say") {
    for (const char* name :
         {"qualtrics-three.csv", "qualtrics-old.csv", "limesurvey.csv", "surveymonkey.csv",
          "semicolon-windows-1252.csv", "tabs.tsv", "pipes.csv", "excel-sep.csv", "multiline.csv",
          "sloppy-quotes.csv", "ragged.csv", "duplicate-headers.csv", "unterminated.csv", "header-only.csv",
          "utf-16.csv", "utf-16-truncated.csv", "single-column.csv"}) {
        CAPTURE(name);
        const std::string bytes = test::data(name);
        REQUIRE_FALSE(bytes.empty());
        const std::string found = test::dump(readCsv(bytes, name, {}, {}));
        CHECK(found == test::golden(name, found));
    }
}

TEST_CASE("what cannot be a table is refused with its place") {
    CHECK(base::describe(errorOf("")) == "f.csv: is empty");
    CHECK(base::describe(errorOf(" \n \n")) == "f.csv: is empty");
    CHECK(base::describe(errorOf("\xEF\xBB\xBF")) == "f.csv: is empty");
    CHECK(base::describe(errorOf("a,b\n")) == "f.csv: holds a header but no rows");
    CHECK_THAT(base::describe(errorOf("a,b\n1,\0\n"s)), Catch::Contains("binary"));
    CHECK_THAT(base::describe(errorOf("PK\x03\x04xl/workbook.xml"s)), Catch::Contains("Excel workbook"));
    CHECK(base::describe(errorOf("a,b\n1,2\n3,\"x\n4,5\n")) ==
          "f.csv:3: a quotation mark that opens here is never closed");

    CHECK(errorOf("a,b\n1,\"x\ny\"\n2,\"\n").where->line == 4);
    for (const std::string& bytes : {""s, "a,b\n"s, "a\0"s, "a,\"b"s})
        CHECK(errorOf(bytes).code == base::Errc::Unreadable);
    CHECK_FALSE(read("a,b\n1,2\n", ReadOptions{"no-such-encoding", '\0', 0, 0}));
    CHECK(read("a,b\n1,2\n", ReadOptions{{}, '"', 0, 0}).error().code == base::Errc::InvalidArgument);
}

TEST_CASE("a row of another width is a problem with its line and both counts, and the others stay") {
    const Table found = table("a,b,c\n1,2,3\n1,2\n\"x\ny\",2,3\n1,2,3,4\n");
    REQUIRE(found.rows.size() == 2);
    CHECK(found.rows[1].line == 4);
    REQUIRE(found.problems.size() == 2);
    CHECK(found.problems[0].line == 3);
    CHECK(found.problems[0].message == "the row has 2 cells, the header 3");
    CHECK(found.problems[1].line == 6);
    CHECK(found.problems[1].message == "the row has 4 cells, the header 3");
}

TEST_CASE("options override what would be detected") {
    CHECK(table("a;b,c\n1;2,3\n", ReadOptions{{}, ';', 0, 0}).columns.size() == 2);
    CHECK(table("a;b,c\n1;2,3\n", ReadOptions{{}, ',', 0, 0}).columns[0].name == "a;b");
    const Table two = table("a,b\nWord a,Word b\n1,2\n", ReadOptions{{}, '\0', 2, 0});
    CHECK(two.columns[1].title == "Word b");
    CHECK(two.rows.size() == 1);
    CHECK(table("a,b\n1,2\n3,4\n5,6\n", ReadOptions{{}, '\0', 0, 2}).rows.size() == 2);
    CHECK(table("a,b\n1,caf\x82\n", ReadOptions{"cp850", '\0', 0, 0}).rows[0].cells[1] == "caf\u00E9");
}

TEST_CASE("separators are told by the regularity of columns, not by their number") {
    CHECK(table("a;b\n1;x, y, z\n2;x, y\n3;x\n").separator == ';');
    CHECK(table("a,b\n1,x; y; z\n2,x; y\n3,x\n").separator == ',');
    CHECK(table("a\tb\n1\tx, y\n2\tz\n").separator == '\t');
    CHECK(table("a|b\n1|x\n2|z\n").separator == '|');
    CHECK(table("a,b\n1,\"x;y;z\"\n2,\"x;y\"\n").separator == ',');
}

TEST_CASE("the separator of the widest table is told from its whole header") {
    constexpr std::size_t columns = 20'000;
    for (const char separator : {',', ';', '\t'}) {
        CAPTURE(separator);
        std::string text = "participant";
        std::string row = "P1";
        for (std::size_t column = 1; column < columns; ++column) {
            text +=
                separator + std::string(separator == ',' ? "why; " : "well, why ") + std::to_string(column);
            row += separator + std::to_string(column % 7);
        }
        text += "\n" + row + "\n";
        const Table found = table(text);
        CHECK(found.separator == separator);
        CHECK(found.columns.size() == columns);
        CHECK(found.rows.size() == 1);
    }
}

TEST_CASE("samples are the first values that are not empty, five at most") {
    const Table found = table("a,b\n1,\n2,x\n3,\n4,y\n5,\n6,\n7,\n");
    CHECK(found.columns[0].samples == std::vector<std::string>{"1", "2", "3", "4", "5"});
    CHECK(found.columns[1].samples == std::vector<std::string>{"x", "y"});
}

TEST_CASE("any cells come back as they were written") {
    CHECK(rc::check([] {
        const auto columns = *rc::gen::inRange<std::size_t>(1, 6);
        const auto letter = rc::gen::elementOf(std::string("ab,;\t|\"\n '=\xC3"));
        const auto cellGen = rc::gen::map(rc::gen::container<std::string>(letter), [](std::string cell) {
            // Half a character is no text: make it whole.
            std::string whole;
            for (const char each : cell) {
                whole += each;
                if (each == '\xC3')
                    whole += '\xA9';
            }
            return whole;
        });
        const auto rowGen = rc::gen::container<std::vector<std::string>>(columns, cellGen);
        auto rows = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::vector<std::string>>>(rowGen));
        std::vector<std::string> header;
        for (std::size_t index = 0; index < columns; ++index)
            header.push_back("column " + std::to_string(index));
        std::string csv = csvLine(header);
        std::vector<std::vector<std::string>> wanted;
        for (const auto& row : rows) {
            csv += csvLine(row);
            // A row without any content is no row.
            if (std::any_of(row.begin(), row.end(), [](const auto& cell) { return !cell.empty(); }))
                wanted.push_back(row);
        }
        const auto records = readCsv(csv, "f", ReadOptions{{}, ',', 1, 0}, {});
        if (wanted.empty()) {
            RC_ASSERT(!records.has_value());
            return;
        }
        RC_ASSERT(records.has_value());
        const Table& found = std::get<Table>(*records);
        RC_ASSERT(found.problems.empty());
        RC_ASSERT(found.rows.size() == wanted.size());
        for (std::size_t index = 0; index < wanted.size(); ++index) {
            const auto& cells = found.rows[index].cells;
            RC_ASSERT(std::vector<std::string>(cells.begin(), cells.end()) == wanted[index]);
        }
    }));
}

TEST_CASE("any text is a table or an error; rows are as wide as the header") {
    CHECK(rc::check([] {
        const auto text =
            *rc::gen::container<std::string>(rc::gen::elementOf(std::string("a1,;\"\" \n\n\t|")));
        const auto records = readCsv(text, "f", {}, {});
        if (!records) {
            RC_ASSERT(records.error().code == base::Errc::Unreadable);
            return;
        }
        const Table& found = std::get<Table>(*records);
        for (const Row& row : found.rows)
            RC_ASSERT(row.cells.size() == found.columns.size());
    }));
}

TEST_CASE("quotation marks are written only where RFC 4180 asks for them") {
    CHECK(csvLine({"a", "", "b,c"}) == "a,,\"b,c\"\n");
    CHECK(csvLine({""}) == "\"\"\n");
}

TEST_CASE("a task that was stopped stops") {
    std::string big = "a,b\n";
    while (big.size() < (3U << 20U))
        big += "some words,and others\n";
    std::stop_source source;
    base::Task task;
    task.stop = source.get_token();
    std::uint64_t last = 0;
    task.onProgress = [&last](const base::ProgressState& state) { last = state.done; };
    REQUIRE(readCsv(big, "f", {}, task));
    CHECK(last > 0);
    source.request_stop();
    CHECK(readCsv(big, "f", {}, task).error().code == base::Errc::Cancelled);
}

TEST_CASE("too many columns are an error, too wide a row a problem") {
    CHECK_THAT(errorOf(std::string(30000, ',') + "\n1\n").message, Catch::Contains("30001 columns"));
    const Table found = table("a,b\n1,2\n" + std::string(30000, ',') + "x\n");
    CHECK(found.problems.size() == 1);
    CHECK(found.problems[0].message == "the row has 30001 cells, the header 2");
}

TEST_CASE("a row with a cell that no study holds is left out, and the others come in") {
    const Table found = table("who,said\nA,yes\nB," + std::string((64 << 20) + 1, 'x') + "\nC,no\n");
    CHECK(found.rows.size() == 2);
    REQUIRE(found.problems.size() == 1);
    CHECK(found.problems[0].line == 3);
    CHECK(found.problems[0].column == "said");
    CHECK(found.problems[0].message == "holds more than 64 MB of text");
}

TEST_CASE("real exports are read, where the reference files are there") {
    const std::string root = test::referenceFolder() + "survey/";
    const std::string lime = test::slurp(root + "sealuzh-test-quality/data/results-survey.csv");
    if (lime.empty())
        return;
    const Table people = table(lime);
    CHECK(people.shape == "limesurvey");
    CHECK(people.rows.size() == 70);
    CHECK(people.columns.size() == 146);
    CHECK(people.problems.empty());
    CHECK(people.columns[0].name == "Response ID");
    CHECK(people.columns[6].name.find("\u00A0") == std::string::npos);
    CHECK(people.columns[6].title.find("\u00A0") != std::string::npos);
    CHECK(people.rows[0].line == 2);

    const Table qualtrics = table(test::slurp(root + "ropensci-qualtRics/inst/extdata/sample.csv"));
    CHECK(qualtrics.shape == "qualtrics");
    CHECK(qualtrics.headerRows == 3);
    CHECK(qualtrics.columns.size() == 20);
    CHECK(qualtrics.rows.size() == 1);
    CHECK(qualtrics.columns[8].importId == "_recordId");
    CHECK(qualtrics.columns[18].title == "This is a free text question.");
    CHECK(qualtrics.rows[0].cells[18] == "Hello World!");

    const Table old = table(test::slurp(root + "ropensci-qualtRics/inst/extdata/sample_legacy.csv"));
    CHECK(old.headerRows == 2);
    CHECK(old.columns.size() == 15);
    CHECK(old.columns[0].title == "ResponseID");
    CHECK(old.rows.size() == 1);
}
