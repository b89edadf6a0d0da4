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

base::Result<std::string> textOf(model::UnitId id) {
    if (id.value >= static_cast<std::int64_t>(texts.size()))
        return base::fail(base::Errc::NotFound, "no such unit");
    return texts[static_cast<std::size_t>(id.value)];
}

std::vector<model::UnitId> unitIds() {
    return {model::UnitId(1), model::UnitId(2), model::UnitId(3)};
}

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

TEST_CASE("concordance: over units, sorted") {
    ConcordanceOptions options;
    options.width = 1;
    options.language = "nl";
    auto found = concordance(unitIds(), textOf, parsed("band"), options);
    REQUIRE(found);
    CHECK(found->total == 5);
    CHECK(shown(found->lines) ==
          "1: De |band| is\n1: goede |band| met\n1: Een |band|!\n2: één |band|.\n3: de "
          "|band|?\n");
    options.sort = ConcordanceSort::Left1;
    found = concordance(unitIds(), textOf, parsed("band"), options);
    REQUIRE(found);
    CHECK(shown(found->lines) ==
          "1: De |band| is\n3: de |band|?\n1: Een |band|!\n2: één |band|.\n1: goede |band| "
          "met\n");
    options.sort = ConcordanceSort::Right1;
    options.limit = 4;
    found = concordance(unitIds(), textOf, parsed("band"), options);
    REQUIRE(found);
    CHECK(found->total == 5);
    CHECK(shown(found->lines) == "1: Een |band|!\n2: één |band|.\n3: de |band|?\n1: De |band| is\n");
    options.width = 5;
    options.sort = ConcordanceSort::Left2;
    options.limit = 2;
    found = concordance(unitIds(), textOf, parsed("band"), options);
    REQUIRE(found);
    REQUIRE(found->lines.size() == 2);
    CHECK(found->lines[0].left == "De "); // no second word comes first
    CHECK(found->lines[1].left == "De band is een goede ");
}

TEST_CASE("concordance: stops when asked, and passes errors on") {
    std::stop_source stop;
    stop.request_stop();
    base::Task task;
    task.stop = stop.get_token();
    const auto stopped = concordance(unitIds(), textOf, parsed("band"), {}, task);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == base::Errc::Cancelled);
    const auto failed = concordance({model::UnitId(99)}, textOf, parsed("band"));
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == base::Errc::NotFound);
}
