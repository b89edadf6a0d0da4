// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"
#include "cli/progress_bar.h"
#include "support/catch.hpp"

using namespace rapport;
using namespace rapport::cli;

TEST_CASE("a table as CSV quotes only what needs it", "[cli]") {
    Table table({"unit", "text"});
    table.add({"P1/Q1", "plain"});
    table.add({"P1/Q2", "with, comma"});
    table.add({"P1/Q3", "with \"quotes\""});
    table.add({"P1/Q4", "two\nlines"});
    table.add({"", ""});
    CHECK(table.toCsv() == "unit,text\nP1/Q1,plain\nP1/Q2,\"with, comma\"\nP1/Q3,\"with \"\"quotes\"\"\"\n"
                           "P1/Q4,\"two\nlines\"\n,\n");
}

TEST_CASE("a table as text is aligned by letters, not bytes", "[cli]") {
    Table table({"name", "n"});
    table.add({"één", "5"});
    table.add({"x", "12"});
    CHECK(table.toText() == "name   n\néén    5\nx     12\n");
    CHECK(table.toText(false) == "één  5\nx    12\n");
    CHECK(Table({"a", "b"}).toText() == "a  b\n");
}

TEST_CASE("text for the terminal holds no control characters", "[cli]") {
    CHECK(plain("two\nlines\tand tab") == "two lines and tab");
    CHECK(plain("\x1b[31mred") == "\xEF\xBF\xBD[31mred");
    CHECK(plain("\xC2\x9B"
                "31m") == "\xEF\xBF\xBD"
                          "31m");
    CHECK(plain("na\xC3\xAFve") == "na\xC3\xAFve");
    CHECK(plain("\xff") == "?");
}

TEST_CASE("an error shows its place, and its hint below", "[cli]") {
    base::Error error{base::Errc::Unreadable, "a quote is not closed", base::Place{"a.csv", 3, 7, {}},
                      "close it"};
    CHECK(errorText(error) == "a.csv:3:7: a quote is not closed\n    close it\n");
    error.where.reset();
    error.hint = "";
    CHECK(errorText(error) == "rapport: a quote is not closed\n");
}

TEST_CASE("the progress line says how far it is", "[cli]") {
    CHECK(progressLine({0, 0, "reading"}) == "reading");
    CHECK(progressLine({7, 0, "reading"}) == "reading  7");
    CHECK(progressLine({0, 4, "reading"}) == "reading  [                    ]   0 %");
    CHECK(progressLine({1, 4, "reading"}) == "reading  [#####               ]  25 %");
    CHECK(progressLine({9, 4, "reading"}) == "reading  [####################] 100 %");
}
