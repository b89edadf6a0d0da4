// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/query.h"
#include "search/query_words.h"
#include "support/catch.hpp"
#include "synthetic.h"

#include <rapidcheck.h>

using namespace rapport;
using namespace rapport::search;

namespace {

const std::vector<std::string> attributes{"group", "Campus", "age in years"};

std::string shownWord(const QueryWord& word) {
    const std::string text = word.spelt.empty() ? word.folded : "=" + word.spelt;
    switch (word.form) {
    case QueryWord::Form::Prefix:
        return text + "*";
    case QueryWord::Form::Regex:
        return "/" + text + "/";
    case QueryWord::Form::Fuzzy:
        return text + "~" + std::to_string(word.edits);
    case QueryWord::Form::Any:
        return "_";
    default:
        return text;
    }
}

/// A tree in a tiny notation: `word`, `word*`, `[two words]`, alternatives with /, f=value, (& a b), (| a b),
/// !a.
std::string shown(const QueryNode& node) {
    switch (node.kind) {
    case QueryNode::Kind::Text: {
        std::string out;
        for (const WordSequence& words : node.spellings) {
            std::string way;
            for (const QuerySlot& slot : words) {
                if (!way.empty())
                    way += ' ';
                if (slot.gapMax > 0)
                    way += std::to_string(slot.gapMin) + "-" + std::to_string(slot.gapMax) + " ";
                for (std::size_t at = 0; at < slot.words.size(); ++at)
                    way += (at == 0 ? "" : "|") + shownWord(slot.words[at]);
            }
            out += (out.empty() ? "" : "/") + (words.size() > 1 ? "[" + way + "]" : way);
        }
        return out;
    }
    case QueryNode::Kind::Field:
        if (node.lower || node.upper)
            return node.field + "=" + node.lower.value_or("") + ".." + node.upper.value_or("");
        return node.field + "=" + node.value + (node.isPrefix ? "*" : "");
    case QueryNode::Kind::Near:
        return (node.isOrdered ? "(adj" : "(near") + std::to_string(node.distance) + " " +
               shown(node.children[0]) + " " + shown(node.children[1]) + ")";
    case QueryNode::Kind::Within:
        return (node.isInSentence ? "(sentence " : "(turn ") + shown(node.children[0]) + ")";
    case QueryNode::Kind::Not:
        return "!" + shown(node.children.front());
    case QueryNode::Kind::And:
    case QueryNode::Kind::Or: {
        std::string out = node.kind == QueryNode::Kind::And ? "(&" : "(|";
        for (const QueryNode& child : node.children)
            out += " " + shown(child);
        return out + ")";
    }
    }
    return {};
}

} // namespace

TEST_CASE("query: what is understood") {
    struct Row {
        const char* query;
        const char* tree;
        const char* described;
    };
    const auto row = GENERATE(values<Row>({
        {"leerkracht", "leerkracht", "leerkracht"},
        {"  Leerkracht  ", "leerkracht", "Leerkracht"},
        {"goede band", "(& goede band)", "goede AND band"},
        {"goede AND band", "(& goede band)", "goede AND band"},
        {"goede and band", "(& goede and band)", "goede AND and AND band"},
        {"goed OR fijn", "(| goed fijn)", "goed OR fijn"},
        {"a b OR c d", "(| (& a b) (& c d))", "(a AND b) OR (c AND d)"},
        {"a (b OR c) d", "(& a (| b c) d)", "a AND (b OR c) AND d"},
        {"(a OR (b OR c))", "(| a b c)", "a OR b OR c"},
        {"((((a))))", "a", "a"},
        {"NOT a", "!a", "NOT a"},
        {"-a", "!a", "NOT a"},
        {"--a", "!!a", "NOT NOT a"},
        {"a -b", "(& a !b)", "a AND NOT b"},
        {"a NOT (b OR c)", "(& a !(| b c))", "a AND NOT (b OR c)"},
        {"-(b c)", "!(& b c)", "NOT (b AND c)"},
        {"a OR NOT b", "(| a !b)", "a OR NOT b"},
        {"NOT a OR b", "(| !a b)", "NOT a OR b"},
        {"\"goede band\"", "[goede band]", "\"goede band\""},
        {"\u201Egoede band\u201D", "[goede band]", "\"goede band\""},
        {"\"band\"", "band", "band"},
        {"\"AND\"", "and", "\"AND\""},
        {"goed\"de band\"fijn", "(& goed [de band] fijn)", "goed AND \"de band\" AND fijn"},
        {"leerk*", "leerk*", "leerk*"},
        {"\"de leerk*\"", "[de leerk*]", "\"de leerk*\""},
        {"\"leerk* de\"", "[leerk* de]", "\"leerk* de\""},
        {"Één", "een", "Één"},
        {"e-mail", "[e mail]/email", "e-mail"},
        {"e-mail*", "[e mail*]/email*", "e-mail*"},
        {"\"een e-mail van\"", "[een e mail van]/[een email van]", "\"een e-mail van\""},
        {"i.p.v.", "[i p v]/ipv", "i.p.v"},
        {"jan@school.nl", "[jan school nl]", "jan@school.nl"},
        {"AT&T", "[at t]", "AT&T"},
        {"10:30", "[10 30]", "10:30"},
        {"foto\u2019s", "foto's", "foto\u2019s"},
        {"goed, fijn!", "(& goed fijn)", "goed AND fijn"},
        {"a & b", "(& a b)", "a AND b"},
        {"a - b", "(& a b)", "a AND b"},
        {"\"van de ouders. Daarna ging\"", "(& [van de ouders] [daarna ging])",
         "\"van de ouders\" AND \"Daarna ging\""},
        {"\u00ADa:[0-2]b", "[a 0 2 b]", "\"a 0-2 b\""},
        {"http://school.nl", "[http school nl]", "\"http://school.nl\""},
        {"speaker:Jan", "speaker=jan", "speaker:Jan"},
        {"SPEAKER:Jan", "speaker=jan", "speaker:Jan"},
        {"prompt:Q1", "question=q1", "question:Q1"},
        {"speaker:\"Jan de  Vries\"", "speaker=jan de vries", "speaker:\"Jan de  Vries\""},
        {"speaker:jan*", "speaker=jan*", "speaker:jan*"},
        {"code:secure_base", "code=secure_base", "code:secure_base"},
        {"code:(a OR b) c", "(& (| code=a code=b) c)", "(code:a OR code:b) AND c"},
        {"code:(a -b)", "(& code=a !code=b)", "code:a AND NOT code:b"},
        {"coded:YES", "coded=yes", "coded:YES"},
        {"-coded:no", "!coded=no", "NOT coded:no"},
        {"group:2 campus:noord", "(& group=2 Campus=noord)", "group:2 AND Campus:noord"},
        {"age_in_years:12", "age_in_years=12", "age_in_years:12"},
        {"\"speaker:jan\"", "[speaker jan]", "\"speaker:jan\""},
        {"*relatie*", "*relatie*", "*relatie*"},
        {"Leer*Kracht!", "leer*kracht", "Leer*Kracht!"},
        {"a**", "a*", "a**"},
        {"\"de leer*kracht\"", "[de leer*kracht]", "\"de leer*kracht\""},
        {"\"een * relatie\"", "[een _ relatie]", "\"een * relatie\""},
        {"\"goede [0-3] band\"", "[goede 0-3 band]", "\"goede [0-3] band\""},
        {"\"goede[2]band\"", "[goede 2-2 band]", "\"goede[2]band\""},
        {"\"(de|een) goede (band|relatie*)\"", "[de|een goede band|relatie*]",
         "\"(de|een) goede (band|relatie*)\""},
        {"\"een (heel|) goede band\"", "[een heel goede band]/[een goede band]",
         "\"een (heel|) goede band\""},
        {"\"(in plaats van|ipv) ouders\"", "[in plaats van ouders]/[ipv ouders]",
         "\"(in plaats van|ipv) ouders\""},
        {"\"(of niet)\"", "[of niet]", "\"of niet\""},
        {"\"de [0-7] (leraar|doce* ) [\"", "[de 0-7 leraar|doce*]", "\"de [0-7] (leraar|doce* ) [\""},
        {"\"de [0-3e] (\"", "[de 0 3e]/[de 03e]", "\"de 0-3e\""},
        {"leerkracht~", "leerkracht~1", "leerkracht~"},
        {"leerkracht~2.", "leerkracht~2", "leerkracht~2."},
        {"\"de leerkracht~1\"", "[de leerkracht~1]", "\"de leerkracht~1\""},
        {"=Jan", "=Jan", "=Jan"},
        {"=\"De J\u00E1n\"", "[=De =J\u00E1n]", "=\"De J\u00E1n\""},
        {"=Jan*", "=Jan*", "=Jan*"},
        {"\"de =Jan zei\"", "[de =Jan zei]", "\"de =Jan zei\""},
        {"/ge.*d/", "/ge.*d/", "/ge.*d/"},
        {"=/Ge( |x)d/", "/=Ge( |x)d/", "=/Ge( |x)d/"},
        {"/a\\/b/", "/a\\/b/", "/a\\/b/"},
        {"en/of", "[en of]", "en/of"},
        {"/en/of", "[en of]", "en/of"},
        {"/ge*d le ./d", "(& ge*d le d)", "ge*d AND le AND d"},
        {"/*ge le ./d", "(& *ge le d)", "*ge AND le AND d"},
        {"=/Ge*d le ./d", "(& =Ge*d le d)", "=Ge*d AND le AND d"},
        {"a NEAR b", "(near10 a b)", "a NEAR/10 b"},
        {"a b NEAR/3 c d", "(& a (near3 b c) d)", "a AND b NEAR/3 c AND d"},
        {"\"a b\" ADJ/2 (c OR d)", "(adj2 [a b] (| c d))", "\"a b\" ADJ/2 (c OR d)"},
        {"a NEAR/3 b NEAR/4 c", "(near4 (near3 a b) c)", "(a NEAR/3 b) NEAR/4 c"},
        {"(a b) WITHIN sentence", "(sentence (& a b))", "(a AND b) WITHIN sentence"},
        {"a NEAR/3 b WITHIN zin c", "(& (sentence (near3 a b)) c)", "(a NEAR/3 b) WITHIN sentence AND c"},
        {"(a -b) WITHIN turn", "(turn (& a !b))", "(a AND NOT b) WITHIN turn"},
        {"\"NEAR/3\" \"WITHIN\" \"ADJ\"", "(& [near 3] within adj)", "\"NEAR/3\" AND \"WITHIN\" AND \"ADJ\""},
        {"near adj within", "(& near adj within)", "near AND adj AND within"},
        {"age_in_years:8..12", "age_in_years=8..12", "age_in_years:8..12"},
        {"age_in_years:8.. Campus:..m", "(& age_in_years=8.. Campus=..m)", "age_in_years:8.. AND Campus:..m"},
        {"coded:disagreed", "coded=disagreed", "coded:disagreed"},
        {"coded:nee", "coded=no", "coded:nee"},
        {"lang:nl rater:R1 memo:x source:s", "(& lang=nl rater=r1 memo=x source=s)",
         "lang:nl AND rater:R1 AND memo:x AND source:s"},
    }));
    CAPTURE(row.query);
    const auto query = parseQuery(row.query, attributes);
    REQUIRE(query);
    CHECK(shown(query->root) == row.tree);
    CHECK(describe(*query) == row.described);
    const auto again = parseQuery(describe(*query), attributes);
    REQUIRE(again);
    CHECK(shown(again->root) == row.tree);
}

TEST_CASE("query: what is refused, and where") {
    struct Row {
        const char* query;
        std::size_t column;
        const char* message;
    };
    const auto row = GENERATE(values<Row>({
        {"", 1, "nothing to search for"},
        {"   ", 1, "nothing to search for"},
        {"?!", 1, "nothing to search for"},
        {"()", 1, "nothing to search for"},
        {"\"ouders", 1, "not closed"},
        {"één \"ouders", 5, "not closed"},
        {"(a b", 1, "not closed"},
        {"a (b (c)", 3, "not closed"},
        {"a b)", 4, "closes nothing"},
        {")", 1, "closes nothing"},
        {"a AND", 3, "AND needs"},
        {"AND a", 1, "AND needs"},
        {"a AND AND b", 7, "AND needs"},
        {"a AND OR b", 3, "AND needs"},
        {"a OR", 3, "OR needs"},
        {"OR a", 1, "OR needs"},
        {"(a OR )", 4, "OR needs"},
        {"a NOT", 3, "NOT needs"},
        {"NOT &", 1, "NOT needs"},
        {"\"\"", 1, "no word between"},
        {"a \"...\"", 3, "no word between"},
        {"*", 1, "a star needs"},
        {"de ** en", 4, "a star needs"},
        {"e-ma*il", 1, "letters of one word"},
        {"\"a *-b\"", 5, "letters of one word"},
        {"\"*\"", 2, "at least one word"},
        {"\"a [x\" \"b [3-1] c\"", 11, "no number of words"},
        {"\"a [1-\" \"b\"", 4, "this gap is not closed"},
        {"\"[2] a\"", 2, "a gap needs"},
        {"\"a [2]\"", 4, "a gap needs"},
        {"\"a [0-900] b\"", 4, "no number of words"},
        {"leerkracht~3", 11, "one or two letters off"},
        {"de e-mail~1", 4, "one word alone"},
        {"=leerkracht~1", 2, "do not go together"},
        {"a /b", 3, "not closed"},
        {"de /b(c/", 8, "cannot be read"},
        {"a NEAR", 3, "needs words"},
        {"NEAR/3 a", 1, "needs words"},
        {"a NEAR/0 b", 8, "from 1 to"},
        {"a NEAR/9999 b", 8, "from 1 to"},
        {"a NEAR/x b", 8, "from 1 to"},
        {"a ADJ/ b", 7, "from 1 to"},
        {"NEAR/x", 1, "needs words"},
        {"a ADJ/2 speaker:b", 3, "needs words"},
        {"a NEAR (b c)", 3, "needs words"},
        {"(a b) WITHIN", 13, "within what"},
        {"(a b) WITHIN book", 14, "within what"},
        {"WITHIN sentence", 1, "WITHIN needs"},
        {"speaker:a WITHIN sentence", 11, "and no fields"},
        {"age_in_years:..", 14, "from where to where"},
        {"foo:bar", 1, "no field 'foo'"},
        {"a speeker:jan", 3, "no field 'speeker'"},
        {"speaker:", 9, "what should speaker be"},
        {"speaker: jan", 9, "what should speaker be"},
        {"speaker:()", 9, "what should speaker be"},
        {"code:*", 6, "what should code be"},
        {"coded:maybe", 7, "yes, no or disagreed"},
        {"code:(a speaker:b)", 9, "a field inside"},
    }));
    CAPTURE(row.query);
    const auto query = parseQuery(row.query, attributes);
    REQUIRE_FALSE(query);
    CHECK(query.error().code == base::Errc::InvalidArgument);
    CAPTURE(query.error().message);
    CHECK(query.error().message.find(row.message) != std::string::npos);
    REQUIRE(query.error().where);
    CHECK(query.error().where->column == row.column);
    CHECK(query.error().hint.find("^") != std::string::npos);
}

TEST_CASE("query: the hint shows the place and a way out") {
    const auto query = parseQuery("één speeker:jan");
    REQUIRE_FALSE(query);
    CHECK(query.error().hint ==
          "één speeker:jan\n    ^\ndid you mean speaker:? In quotation marks it is searched "
          "for as text");
    // The beginning of a name is one, where no other begins so.
    const auto begun = parseQuery("quest:Q1");
    REQUIRE_FALSE(begun);
    CHECK(begun.error().hint.find("did you mean question:?") != std::string::npos);
    const auto two = parseQuery("cod:x", attributes);
    REQUIRE_FALSE(two);
    CHECK(two.error().hint.find("did you mean code:?") != std::string::npos);
    const auto other = parseQuery("a" + std::string(100, ' ') + "\n\"b");
    REQUIRE_FALSE(other);
    CHECK(other.error().hint.find("\n" + std::string(40, ' ') + "^\n") != std::string::npos);
}

TEST_CASE("query: limits") {
    CHECK(parseQuery(std::string(63, '(') + "a" + std::string(63, ')')));
    const auto deep = parseQuery(std::string(5'000, '(') + "a" + std::string(5'000, ')'));
    REQUIRE_FALSE(deep);
    CHECK(deep.error().message.find("nested") != std::string::npos);
    CHECK_FALSE(parseQuery(std::string(60'000, '-') + "a"));
    CHECK_FALSE(parseQuery(std::string(100'000, 'a')));
    std::string words;
    for (int at = 0; at < 1'024; ++at)
        words += "w" + std::to_string(at) + " ";
    CHECK(parseQuery(words));
    const auto many = parseQuery(words + "more");
    REQUIRE_FALSE(many);
    CHECK(many.error().message.find("1024 words") != std::string::npos);
    const auto longWord = parseQuery(std::string(60'000, 'a'));
    REQUIRE(longWord);
    CHECK(longWord->root.spellings[0][0].words[0].folded == std::string(maximumWordBytes, 'a'));
    CHECK_FALSE(parseQuery("\xFF\xFE"));
    CHECK_FALSE(parseQuery("\"" + std::string(30'000, '*') + "\""));
    CHECK_FALSE(parseQuery("\"(a|b) (c|d e) (f|g h) (i|j k) (l|m n) (o|p q) (r|s t) (u|v w) (x|y z)\""));
}

TEST_CASE("query: names of fields for completion") {
    CHECK(fieldNames(attributes) == std::vector<std::string>{"speaker", "question", "code", "rater", "source",
                                                             "lang", "memo", "coded", "group", "Campus",
                                                             "age_in_years"});
    CHECK(isIndexedField("speaker"));
    CHECK_FALSE(isIndexedField("code"));
    CHECK_FALSE(isIndexedField("group"));
}

TEST_CASE("query: how values are compared") {
    CHECK(foldedFieldValue("  Jan\t de\nVries ") == "jan de vries");
    CHECK(foldedFieldValue(std::string("a\0b", 3)) == "ab");
    CHECK(foldedFieldValue("Één") == "een");
    CHECK(foldedFieldValue("\u00A0").empty());
    CHECK(foldedFieldValue(std::string(400, 'x')).size() == 150);
}

TEST_CASE("query: a piece of a chunk is not read as more than it was") {
    const auto query = parseQuery("leerkracht~4!-coded:yes klas", attributes);
    REQUIRE(query);
    const auto again = parseQuery(describe(*query), attributes);
    REQUIRE(again);
    CHECK(describe(*again) == describe(*query));
    CHECK(shown(again->root) == shown(query->root));
}

TEST_CASE("query: any input gives a tree that reads back as itself, or an error with a column") {
    CHECK(rc::check([] {
        const std::string text = *test::queryLike();
        const auto query = parseQuery(text, attributes);
        if (!query) {
            RC_ASSERT(query.error().where.has_value());
            RC_ASSERT(query.error().where->column >= 1);
            return;
        }
        const auto again = parseQuery(describe(*query), attributes);
        RC_ASSERT(again.has_value());
        RC_ASSERT(shown(again->root) == shown(query->root));
        RC_ASSERT(describe(*again) == describe(*query));
    }));
    CHECK(rc::check([](const std::string& bytes) {
        const auto query = parseQuery(bytes, attributes);
        if (query)
            RC_ASSERT(!describe(*query).empty());
    }));
}

TEST_CASE("query: an error of somebody else about a field has the same form") {
    const auto query = parseQuery("goed question:Q9 band");
    REQUIRE(query);
    const auto& field = query->root.children.at(1);
    const auto error = errorAt(*query, field.valueColumn, base::Errc::NotFound, "no text has question:Q9",
                               "did you mean Q1?");
    CHECK(error.value().where->column == 15);
    CHECK(error.value().hint == "goed question:Q9 band\n              ^\ndid you mean Q1?");
}

TEST_CASE("query: ranges that cannot be are told at once") {
    for (const char* typed : {"group:4..2", "group:b..a", "group:>4", "group:<4", "group:3,5..3.4"}) {
        CAPTURE(typed);
        const auto query = parseQuery(typed, {"group"});
        REQUIRE_FALSE(query);
        CHECK(query.error().code == base::Errc::InvalidArgument);
        CHECK(query.error().where->column == 7);
        CHECK(query.error().hint.find("write: group:") != std::string::npos);
    }
    for (const char* typed : {"group:2..2", "group:3,5..4", "group:2024..2024-05", "group:a.."}) {
        CAPTURE(typed);
        CHECK(parseQuery(typed, {"group"}));
    }
}

TEST_CASE("query: letters tell words apart only where the distance does, too") {
    using namespace detail;
    CHECK(rc::check([] {
        const auto word =
            rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c', 'd', 'e', '\'', '!', '0'));
        const std::string a = *word;
        std::string b = *rc::gen::oneOf(word, rc::gen::just(a));
        // Some edits, so that near words are met, too.
        for (int edits = *rc::gen::inRange(0, 3); edits > 0 && !b.empty(); --edits)
            b.replace(*rc::gen::inRange<std::size_t>(0, b.size()), *rc::gen::inRange<std::size_t>(0, 2),
                      *rc::gen::element(std::string("x"), std::string(), std::string("\u00E9")));
        for (const int limit : {1, 2}) {
            if (editDistance(a, b, static_cast<std::size_t>(limit)) <= static_cast<std::size_t>(limit))
                RC_ASSERT(mayBeNear(lettersOf(a), lettersOf(b), limit));
        }
    }));
    CHECK_FALSE(mayBeNear(lettersOf("band"), lettersOf("zorg"), 2));
}

TEST_CASE("query: values of fields can be replaced where they stand") {
    const auto replaced = [](const std::string& typed, const std::string& by) -> std::string {
        const auto query = parseQuery(typed, {"group"});
        REQUIRE(query);
        return withValues(*query, {"group"},
                          [&](const QueryNode& field) {
                              return field.field == "rater" && field.value == "an" ? std::optional(by)
                                                                                   : std::nullopt;
                          })
            .value_or("nothing");
    };
    CHECK(replaced("goed rater:AN band", "Bea") == "goed rater:Bea band");
    CHECK(replaced("rater:an", "Bea van Dijk") == "rater:\"Bea van Dijk\"");
    CHECK(replaced("é rater:\" an \" group:an", "Bea van Dijk") == "é rater:\" Bea van Dijk \" group:an");
    CHECK(replaced("rater:\u201Can\u201D", "Bé") == "rater:\u201CBé\u201D");
    CHECK(replaced("rater:(an OR jan OR \"an\") -rater:an", "b c") ==
          "rater:(\"b c\" OR jan OR \"b c\") -rater:\"b c\"");
    CHECK(replaced("rater:an*", "Bea") == "nothing");
    CHECK(replaced("an group:an", "Bea") == "nothing");
    // What cannot be typed, or would be read as something else.
    for (const char* name : {"a \"b\" c", "x*", "*x", "1..2", "<x", " x", ""}) {
        CAPTURE(name);
        CHECK(replaced("rater:an", name) == "nothing");
    }
    CHECK(replaced("rater:(an OR jan)", "NOT") == "nothing");
    CHECK(replaced("rater:(an OR jan)", "group:x") == "nothing");
}
