// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/concordance.h"
#include "support/catch.hpp"
#include "text/utf8.h"

using namespace rapport;
using namespace rapport::search;

namespace {

Query parsed(const std::string& text) {
    auto query = parseQuery(text);
    REQUIRE(query);
    return *query;
}

std::string shown(const std::vector<ConcordanceLine>& lines) {
    std::string out;
    for (const ConcordanceLine& line : lines)
        out +=
            std::to_string(line.unit.value) + ": " + line.left + "|" + line.match + "|" + line.right + "\n";
    return out;
}

const std::vector<std::string> texts{"", "De band is een goede band met Jan. Een band!",
                                     "Twee banden en één band.", "Een e-mail over de band?"};

} // namespace

TEST_CASE("concordance: every occurrence is a line") {
    const std::string text = texts[1];
    const auto lines = concordanceLines(model::UnitId(1), text, parsed("band"), 2);
    CHECK(shown(lines) == "1: De |band| is een\n"
                          "1: een goede |band| met Jan\n"
                          "1: Jan. Een |band|!\n");
    for (const ConcordanceLine& line : lines)
        CHECK(text::slice(text, line.range) == line.match);
    CHECK(shown(concordanceLines(model::UnitId(1), text, parsed("\"goede band\""), 1)) ==
          "1: een |goede band| met\n");
    CHECK(shown(concordanceLines(model::UnitId(1), text, parsed("goede \"goede band\""), 0)) ==
          "1: |goede|\n1: |goede band|\n");
    CHECK(shown(concordanceLines(model::UnitId(3), texts[3], parsed("email OR b*"), 99)) ==
          "3: Een |e-mail| over de band?\n3: Een e-mail over de |band|?\n");
    CHECK(concordanceLines(model::UnitId(1), text, parsed("nergens"), 2).empty());
    CHECK(concordanceLines(model::UnitId(1), "", parsed("band"), 2).empty());
}

TEST_CASE("concordance: a line by the numbers of its words is the line by its range") {
    for (const std::string& text : texts) {
        const UnitLines lines(model::UnitId(1), text);
        for (const auto& line : concordanceLines(model::UnitId(1), text, parsed("/.*a.*/"), 2)) {
            const auto same = lines.line(line.range, 2);
            CHECK(same.left == line.left);
            CHECK(same.right == line.right);
        }
    }
    const UnitLines lines(model::UnitId(1), texts[1]);
    CHECK(shown({lines.line(4, 5, 1)}) == "1: een |goede band| met\n");
    CHECK(shown({lines.line(0, 0, 0)}) == "1: |De|\n");
    CHECK(shown({lines.line(9, 9, 3)}) == "1: met Jan. Een |band|!\n");
}
