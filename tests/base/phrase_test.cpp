// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences that keep what they were made from.
#include "base/format.h"
#include "support/catch.hpp"

using namespace rapport::base;

namespace {

/// Dutch for the patterns of this file.
std::optional<std::string> dutch(const std::string& pattern) {
    if (pattern == "{} of {} rows")
        return "van {1} rijen {0}";
    if (pattern == "a picture")
        return "een afbeelding";
    if (pattern == "is {}")
        return "is {}";
    return std::nullopt;
}

} // namespace

TEST_CASE("a phrase is its English text and remembers its pattern", "[phrase]") {
    const Phrase phrase = said("{} of {} rows", 3, 12);
    CHECK(phrase.text() == "3 of 12 rows");
    CHECK(phrase.pattern() == "{} of {} rows");
    REQUIRE(phrase.arguments().size() == 2);
    CHECK(phrase.arguments()[1] == "12");
    CHECK(phrase == "3 of 12 rows");
    CHECK(Phrase("no rows").pattern() == "no rows");
    CHECK(Phrase(std::string("no rows")).pattern().empty());
    CHECK(Phrase().empty());
    CHECK(fmt::format("[{}]", phrase) == "[3 of 12 rows]");
}

TEST_CASE("a phrase is said in another language where that knows it", "[phrase]") {
    CHECK(sayAs(said("{} of {} rows", 3, 12), dutch) == "van 12 rijen 3");
    CHECK(sayAs(said("is {}", Phrase("a picture")), dutch) == "is een afbeelding");
    // An unknown sentence with a known phrase in it.
    CHECK(sayAs(said("holds {}", Phrase("a picture")), dutch) == "holds een afbeelding");
    CHECK(sayAs(said("holds {}", std::string("a picture")), dutch) == "holds a picture");
    CHECK(sayAs(Phrase(std::string("is {}")), dutch) == "is {}");
    CHECK(sayAs(Phrase(), dutch).empty());
}

TEST_CASE("fields of every form are filled", "[phrase]") {
    struct Row {
        Phrase phrase;
        std::string text;
    };
    for (const Row& row : {
             Row{said("{:.2f} and {:03}", 1.005, 7), fmt::format("{:.2f} and 007", 1.005)},
             Row{said("{1}, then {0}", "a", "b"), "b, then a"},
             Row{said("{0}-{0}", 5), "5-5"},
             Row{said("{{{}}}", 1), "{1}"},
             Row{said("100 %{}", ""), "100 %"},
         }) {
        CHECK(row.phrase.text() == row.text);
        std::vector<std::string> arguments;
        for (const Phrase& argument : row.phrase.arguments())
            arguments.push_back(argument.text());
        CHECK(filled(row.phrase.pattern(), arguments) == row.text);
    }
    CHECK(filled("{} {} {x", {"a"}) == "a {} {x");
    CHECK(filled("} {9}", {}) == "} {9}");
}
