// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/csv_text.h"
#include "support/catch.hpp"

#include <rapidcheck.h>

using namespace rapport::base;

TEST_CASE("a cell has quotes where RFC 4180 asks for them") {
    CHECK(csvQuoted("plain; text") == "plain; text");
    CHECK(csvQuoted("a,b") == "\"a,b\"");
    CHECK(csvQuoted("a\"b") == "\"a\"\"b\"");
    CHECK(csvQuoted("a\nb") == "\"a\nb\"");
    CHECK(csvQuoted("=1") == "=1");
}

TEST_CASE("no cell begins as a formula, and nothing is lost by it") {
    for (const std::string text : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "'=1", "''-2"}) {
        INFO(text);
        CHECK(withoutFormula(text) == "'" + text);
        CHECK(withFormula(withoutFormula(text)) == text);
    }
    for (const std::string text : {"", "a=1", "'", "'a", "1-2"})
        CHECK(withoutFormula(text) == text);
    rc::check("whatever the text, it comes back", [](const std::string& noise) {
        const std::string text = *rc::gen::element<std::string>("", "'", "''", "=", "'=", "-") + noise;
        const std::string safe = withoutFormula(text);
        RC_ASSERT(withFormula(safe) == text);
        RC_ASSERT(safe.empty() || std::string("=+-@\t\r").find(safe.front()) == std::string::npos);
    });
}

TEST_CASE("a cell is no formula, a negative number is a number") {
    CHECK(csvCell("=HYPERLINK(\"x\")") == "\"'=HYPERLINK(\"\"x\"\")\"");
    CHECK(csvCell("@a,b") == "\"'@a,b\"");
    CHECK(csvCell("-nee echt") == "'-nee echt");
    CHECK(csvCell("+32 470") == "'+32 470");
    CHECK(csvCell("-0.25") == "-0.25");
    CHECK(csvCell("-1e-12") == "-1e-12");
    CHECK(csvCell("'-1") == "''-1");
    CHECK(csvCell("-1+cmd") == "'-1+cmd");
}
