// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/match.h"
#include "support/catch.hpp"
#include "synthetic.h"
#include "text/utf8.h"

#include <rapidcheck.h>

using namespace rapport;
using namespace rapport::search;

namespace {

Query parsed(const std::string& text) {
    auto query = parseQuery(text, {"group"});
    if (!query)
        FAIL(text << ": " << query.error().message);
    return *query;
}

/// The text with [ ] around the ranges.
std::string marked(const std::string& text, const std::vector<text::TextRange>& ranges) {
    std::string out;
    std::int64_t at = 0;
    for (const text::TextRange& range : ranges) {
        out += std::string(text::slice(text, text::textRange(at, range.begin.value))) + "[" +
               std::string(text::slice(text, range)) + "]";
        at = range.end.value;
    }
    return out + std::string(text::slice(text, text::textRange(at, text::countCodePoints(text))));
}

bool holds(const std::string& text, const std::string& query) {
    IndexedUnit unit;
    unit.id = model::UnitId(1);
    unit.text = text;
    unit.fields = {{"speaker", "José"}, {"speaker", "Jan de Vries"}, {"lang", "nl"}};
    const auto found = matches(unit, parsed(query), [](const FieldTest& test) {
        base::Result<std::vector<model::UnitId>> units;
        if (test.field == "code" && test.value == "x")
            units->emplace_back(1);
        if (test.field == "coded" && test.value == "yes")
            units->emplace_back(1);
        if (test.field == "group" && test.value == "contr" && test.isPrefix)
            units->emplace_back(1);
        return units;
    });
    REQUIRE(found);
    return *found;
}

} // namespace

TEST_CASE("match: one text, many queries") {
    struct Row {
        const char* text;
        const char* query;
        bool holds;
    };
    const auto row = GENERATE(values<Row>({
        {"Een goede band.", "band", true},
        {"Een goede band.", "BAND", true},
        {"Een goede band.", "ban", false},
        {"Een goede band.", "ban*", true},
        {"Een goede band.", "\"goede band\"", true},
        {"Een goede band.", "\"band goede\"", false},
        {"Een goede band.", "\"een band\"", false},
        {"Een goede band.", "\"go* ba*\"", true},
        {"Een goede band.", "goede -band", false},
        {"Een goede band.", "goede -ruzie", true},
        {"Een goede band.", "NOT ruzie", true},
        {"Een goede band.", "(ruzie OR band) (goede OR slechte)", true},
        {"Een goede band.", "NOT (goede (band OR ruzie))", false},
        {"Een goede band.", "NOT NOT band", true},
        {"Een goede. Band", "\"goede band\"", false},
        {"Een goede\nband", "\"goede band\"", false},
        {"Een goede, band", "\"goede band\"", true},
        {"de leerlingrelatie", "*relatie", true},
        {"de leerlingrelaties", "*relatie", false},
        {"de leerlingrelaties", "*relatie*", true},
        {"leerkracht", "l*k*t", true},
        {"een heel goede band", "\"een * goede band\"", true},
        {"een goede band", "\"een * goede band\"", false},
        {"een heel goede band", "\"een [0-1] goede\"", true},
        {"een goede band", "\"een [0-1] goede\"", true},
        {"een heel erg goede band", "\"een [0-1] goede\"", false},
        {"een. Goede band", "\"een [0-1] band\"", false},
        {"een e-mail sturen", "\"een email sturen\"", true},
        {"een e-mail sturen", "\"een * sturen\"", true},
        {"een e-mail sturen", "\"email mail\"", false},
        {"heel goede band", "\"(heel|erg) goede\"", true},
        {"goede band", "\"(heel|) goede band\"", true},
        {"leerkrahct", "leerkracht~1", true},
        {"leekract", "leerkracht~1", false},
        {"leekract", "leerkracht~2", true},
        {"Jan en \u00E9\u00E9n", "=jan", false},
        {"Jan en \u00E9\u00E9n", "=Jan", true},
        {"Jan en \u00E9\u00E9n", "=een", false},
        {"Jan en e\u0301e\u0301n", "=\u00E9\u00E9n", true},
        {"gespeeld", "/ge.*d/", true},
        {"gespeelde", "/ge.*d/", false},
        {"Gespeeld", "/GE.*d/", true},
        {"Gespeeld", "=/ge.*d/", false},
        {"G\u00E9spe\u00EBld", "/g\u00E9spe[e\u00EB]ld/", true},
        {"een twee drie vier", "een NEAR/3 vier", true},
        {"een twee drie vier", "een NEAR/2 vier", false},
        {"een twee drie vier", "vier NEAR/3 een", true},
        {"een twee drie vier", "vier ADJ/3 een", false},
        {"een. Twee", "een NEAR/1 twee", true},
        {"de man", "de NEAR/5 de", false},
        {"de man de", "de NEAR/5 de", true},
        {"ouders bellen. School belt.", "(ouders school) WITHIN sentence", false},
        {"ouders bellen de school.", "(ouders school) WITHIN sentence", true},
        {"ouders bellen de school. De ouders.", "(ouders -school) WITHIN sentence", true},
        {"ouders bellen. School belt.", "(ouders school) WITHIN turn", true},
        {"van de ouders.Daarna", "ouders daarna", true},
        {"van de ouders.Daarna", "\"ouders daarna\"", false},
        {"van de ouders.Daarna", "ouders.Daarna", true},
        {"heel heel goed", "\"heel heel goed\"", true},
        {"heel goed heel", "\"heel heel\"", false},
        {"een e-mail", "email", true},
        {"een e-mail", "\"een email\"", true},
        {"een e-mail", "e-mail", true},
        {"een email", "e-mail", true},
        {"een e mail", "e-mail", true},
        {"een mail", "e-mail", false},
        {"kies i.p.v. dit", "ipv", true},
        {"kies ipv dit", "i.p.v.", true},
        {"foto\u2019s", "foto's", true},
        {"foto's", "foto", false},
        {"leer\u00ADkracht", "leerkracht", true},
        {"Ĳsland", "ijsland", true},
        {"jan@school.nl", "school", true},
        {"10.000", "10", false},
        {"", "band", false},
        {"", "NOT band", true},
        {"x", "speaker:jose", true},
        {"x", "speaker:JOSÉ", true},
        {"x", "speaker:\"jan de vries\"", true},
        {"x", "speaker:jan", false},
        {"x", "speaker:jan*", true},
        {"x", "lang:en", false},
        {"x", "code:x -code:y", true},
        {"x", "coded:yes", true},
        {"x", "coded:no", false},
        {"x", "group:contr*", true},
        {"x", "group:contr", false},
        {"x", "rater:anna", false},
    }));
    CAPTURE(row.text, row.query);
    CHECK(holds(row.text, row.query) == row.holds);
}

TEST_CASE("match: words beyond the limit are compared by their beginning") {
    const std::string longWord(300, 'a');
    CHECK(holds(longWord, longWord));
    CHECK(holds(longWord, longWord + "b"));
    CHECK(holds(longWord, std::string(maximumWordBytes, 'a') + "*"));
    CHECK_FALSE(holds(longWord, std::string(maximumWordBytes - 1, 'a')));
}

TEST_CASE("match: the filter's error is the search's") {
    IndexedUnit unit;
    const auto found = matches(unit, parsed("code:nope"), [](const FieldTest&) {
        return base::Result<std::vector<model::UnitId>>(base::fail(base::Errc::NotFound, "no code 'nope'"));
    });
    REQUIRE_FALSE(found);
    CHECK(found.error().code == base::Errc::NotFound);
}

TEST_CASE("match: what is marked in a text") {
    struct Row {
        const char* text;
        const char* query;
        const char* marked;
    };
    const auto row = GENERATE(values<Row>({
        {"Een goede band, een band.", "band", "Een goede [band], een [band]."},
        {"Een goede band, een band.", "\"goede band\"", "Een [goede band], een band."},
        {"Een goede band, een band.", "\"goede band\" OR band", "Een [goede band], een [band]."},
        {"Een goede band", "goede -band", "Een [goede] band"},
        {"Een goede band", "NOT NOT band", "Een goede band"},
        {"Een goede band", "goede NOT NOT band", "Een [goede] band"},
        {"De leerkrachten leren", "leer*", "De [leerkrachten] leren"},
        {"leerkracht-leerling", "leerkracht*", "[leerkracht-leerling]"},
        {"leerkracht-leerling", "leerkrachtleerling", "[leerkracht-leerling]"},
        {"één e-mail i.p.v. twee", "email ipv", "één [e-mail] [i.p.v]. twee"},
        {"\U0001F600 foto\u2019s", "foto's", "\U0001F600 [foto\u2019s]"},
        {"goede. Band", "\"goede band\"", "goede. Band"},
        {"a b a b a", "\"a b a\"", "[a b a b a]"},
        {"niets", "code:x", "niets"},
    }));
    CAPTURE(row.text, row.query);
    CHECK(marked(row.text, highlight(row.text, parsed(row.query))) == row.marked);
}

TEST_CASE("match: a hyphenated word that is found as a whole is one hit") {
    struct Row {
        const char* text;
        const char* query;
        const char* marked;
    };
    const auto row = GENERATE(values<Row>({
        {"de leerkracht-leerlingrelatie is goed", "*relatie*", "de [leerkracht-leerlingrelatie] is goed"},
        {"een leerkracht-leerling gesprek", "*leerling", "een [leerkracht-leerling] gesprek"},
        {"de leerkracht-leerlingrelatie", "leer*", "de [leerkracht-leerlingrelatie]"},
        {"de leerkracht-leerlingrelatie", "/leer.*/", "de [leerkracht-leerlingrelatie]"},
        {"de leerkracht-leerling", "leerling", "de leerkracht-[leerling]"},
        {"de leerkracht-leerling", "leerkracht OR leerling", "de [leerkracht]-[leerling]"},
        {"de leerkracht-leerling", "leerling OR *leerling", "de [leerkracht-leerling]"},
        {"goede leerkracht-leerlingrelatie", "\"goede *relatie\"", "[goede leerkracht-leerlingrelatie]"},
        {"leerkracht-leerlingrelatie goed", "\"*relatie goed\"", "[leerkracht-leerlingrelatie goed]"},
        {"leerkracht-leerlingrelatie erg goed", "*relatie NEAR/3 goed",
         "[leerkracht-leerlingrelatie erg goed]"},
        {"relatie, relatie en ouder-relatie", "*relatie", "[relatie], [relatie] en [ouder-relatie]"},
    }));
    CAPTURE(row.text, row.query);
    CHECK(marked(row.text, occurrences(row.text, parsed(row.query))) == row.marked);
}

TEST_CASE("match: numbers are compared as numbers, whatever their decimal sign") {
    FieldTest range;
    range.lower = "3,5";
    range.upper = "4.5";
    for (const char* inside : {"3.5", "3,50", "4", "4.50"})
        CHECK(isInRange(range, inside));
    for (const char* outside : {"3.49", "5", "10", "n/a", ""})
        CHECK_FALSE(isInRange(range, outside));
    CHECK(fieldNumber("4,50") == fieldNumber("4.5"));
    CHECK(fieldNumber("+4") == fieldNumber("4"));
    for (const char* none : {"", "a", "1e3", "1.000,5", "4 ", ">4"})
        CHECK_FALSE(fieldNumber(none));
}

TEST_CASE("match: a star in front of a field's value") {
    CHECK(holds("tekst", "speaker:*vries"));
    CHECK(holds("tekst", "speaker:\"*an de*\""));
    CHECK_FALSE(holds("tekst", "speaker:*jan"));
}

TEST_CASE("match: snippets") {
    const auto shown = [](const std::string& text, const std::string& query, std::int64_t length) {
        const Snippet made = snippet(text, highlight(text, parsed(query)), length);
        return marked(made.text, made.ranges);
    };
    CHECK(shown("Een goede band.", "band", 160) == "Een goede [band].");
    CHECK(shown("", "band", 160).empty());
    CHECK(shown("  \n ", "band", 160).empty());
    CHECK(shown("een\ntwee\tdrie", "twee", 160) == "een [twee] drie");
    CHECK(shown("aaa bbb ccc ddd eee fff ggg", "eee", 11) == "\u2026ddd [eee] fff\u2026");
    CHECK(shown("aaa bbb ccc ddd eee fff ggg", "nergens", 11) == "aaa bbb ccc\u2026");
    CHECK(shown("band aaa bbb ccc ddd eee fff band goede band", "band goede", 20) ==
          "\u2026fff [band] [goede] [band]");
    CHECK(shown("xx" + std::string(50, 'a') + " yy", "nergens", 10) == "xxaaaaaaaa\u2026");
}

TEST_CASE("match: a snippet is a piece of the text, its ranges are those of the text") {
    CHECK(rc::check([](std::uint64_t seed) {
        test::Synthetic synthetic(seed);
        const std::string text = synthetic.text(synthetic.below(120));
        const auto query = parseQuery(synthetic.query(), {});
        RC_ASSERT(query.has_value());
        const auto ranges = highlight(text, *query);
        const auto length = static_cast<std::int64_t>(synthetic.below(200));
        const Snippet made = snippet(text, ranges, length);
        RC_ASSERT(text::countCodePoints(made.text) <= std::max<std::int64_t>(length, 1) + 2);
        RC_ASSERT(made.text.find('\n') == std::string::npos);
        std::vector<std::string> inText;
        for (const auto& range : ranges) {
            std::string piece(text::slice(text, range));
            std::replace(piece.begin(), piece.end(), '\n', ' ');
            inText.push_back(piece);
        }
        for (const auto& range : made.ranges) {
            RC_ASSERT(range.end.value <= text::countCodePoints(made.text));
            const std::string piece(text::slice(made.text, range));
            RC_ASSERT(std::any_of(inText.begin(), inText.end(), [&](const std::string& whole) {
                return whole.find(piece) != std::string::npos;
            }));
        }
        if (!ranges.empty() && length >= 60)
            RC_ASSERT(!made.ranges.empty());
    }));
}

TEST_CASE("match: a text that matches by words has something to mark, and the reverse for one word") {
    CHECK(rc::check([](std::uint64_t seed) {
        test::Synthetic synthetic(seed);
        IndexedUnit unit = synthetic.unit(1);
        const auto query = parseQuery(synthetic.query(4), {}); // no operators at this depth
        RC_ASSERT(query.has_value());
        if (query->root.kind != QueryNode::Kind::Text)
            return;
        const auto found = matches(unit, *query);
        RC_ASSERT(found.has_value());
        RC_ASSERT(*found == !highlight(unit.text, *query).empty());
        RC_ASSERT(*found == !occurrences(unit.text, *query).empty());
    }));
}

TEST_CASE("match: an expression without end is told, not waited for") {
    IndexedUnit unit;
    unit.id = model::UnitId(1);
    unit.text = "de " + std::string(150, 'a') + "b";
    const auto found = matches(unit, parsed("/(a+)+[cd]/"));
    REQUIRE_FALSE(found);
    CHECK(found.error().code == base::Errc::InvalidArgument);
    CHECK(found.error().message.find("too long") != std::string::npos);
}
