// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/catch.hpp"
#include "text/collation.h"
#include "text/language.h"
#include "text/segmentation.h"
#include "text/utf8.h"
#include "unicode_gen.h"

using namespace rapport;
using namespace rapport::text;

namespace {

std::string shown(const std::string& text, const std::vector<TextRange>& ranges) {
    std::string out;
    for (const TextRange& range : ranges)
        out += "[" + std::string(slice(text, range)) + "]";
    return out;
}

} // namespace

TEST_CASE("words as people count them") {
    struct Row {
        const char* text;
        const char* words;
    };
    const auto row = GENERATE(values<Row>({
        {"", ""},
        {" ... - !", ""},
        {"Een goede band, toch?", "[Een][goede][band][toch]"},
        {"foto\u2019s van 3,5 cm", "[foto\u2019s][van][3,5][cm]"},
        {"één \U0001F600 twee", "[één][twee]"},
    }));
    CAPTURE(row.text);
    CHECK(shown(row.text, words(row.text)) == row.words);
    CHECK(countWords(row.text) == static_cast<std::int64_t>(words(row.text).size()));
}

TEST_CASE("sentences") {
    struct Row {
        const char* language;
        const char* text;
        const char* sentences;
    };
    const auto row = GENERATE(values<Row>({
        {"nl", "", ""},
        {"nl", " \n ", ""},
        {"nl", "  Hij lacht. Zij niet.  ", "[Hij lacht.][Zij niet.]"},
        {"nl", "Eerste regel\nTweede regel", "[Eerste regel][Tweede regel]"},
        {"nl", "Dhr. Jansen en mw. De Vries, bijv. Piet. En nu?",
         "[Dhr. Jansen en mw. De Vries, bijv. Piet.][En nu?]"},
        {"nl", "De klas was vol. Boeken, pennen enz. Daarna niet.",
         "[De klas was vol.][Boeken, pennen enz.][Daarna niet.]"},
        {"nl", "Zie art. 3 en par. 2.4, max. 20 kinderen op 5 jan. 2024. Klaar.",
         "[Zie art. 3 en par. 2.4, max. 20 kinderen op 5 jan. 2024.][Klaar.]"},
        {"nl", "Dat zei Jan. Toen ging hij. Het is art. Mooi.",
         "[Dat zei Jan.][Toen ging hij.][Het is art.][Mooi.]"},
        {"nl", "Liever spelen i.p.v. Rekenen. Ja.", "[Liever spelen i.p.v. Rekenen.][Ja.]"},
        {"nl", "Van de ouders.Daarna school.", "[Van de ouders.][Daarna school.]"},
        {"nl", "www.school.nl is 3.5 keer", "[www.school.nl is 3.5 keer]"},
        {"en", "Mr. Smith is taller than I. She is not.", "[Mr. Smith is taller than I.][She is not.]"},
        {"en", "\"Really?\" she said. No!", "[\"Really?\" she said.][No!]"},
        {"", "Een. Twee.", "[Een.][Twee.]"},
        {"no such language", "Een. Twee.", "[Een.][Twee.]"},
    }));
    CAPTURE(row.text);
    CHECK(shown(row.text, sentences(row.text, row.language)) == row.sentences);
}

TEST_CASE("sentences hold all that is not white space, in order") {
    CHECK(rc::check([] {
        const std::string text = test::toUtf8(*test::codePoints());
        std::int64_t at = 0;
        for (const TextRange& sentence : sentences(text, "nl")) {
            RC_ASSERT(sentence.begin.value >= at);
            RC_ASSERT(!sentence.isEmpty());
            RC_ASSERT(trim(slice(text, textRange(at, sentence.begin.value))).empty());
            at = sentence.end.value;
        }
        RC_ASSERT(trim(slice(text, textRange(at, countCodePoints(text)))).empty());
    }));
}

TEST_CASE("the word and the sentence at a position") {
    const std::string text = "Één band. Twee!";
    CHECK(wordAt(text, CodePoints(0)) == textRange(0, 3));
    CHECK(wordAt(text, CodePoints(3)) == textRange(0, 3)); // touches
    CHECK(wordAt(text, CodePoints(4)) == textRange(4, 8));
    CHECK(wordAt(text, CodePoints(9)) == textRange(9, 9)); // between the full stop and the blank
    CHECK(wordAt(text, CodePoints(99)) == textRange(99, 99));
    CHECK(sentenceAt(text, "nl", CodePoints(2)) == textRange(0, 9));
    CHECK(sentenceAt(text, "nl", CodePoints(9)) == textRange(0, 9));
    CHECK(sentenceAt(text, "nl", CodePoints(12)) == textRange(10, 15));
}

TEST_CASE("a cursor steps over whole characters") {
    const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467"; // one picture, five code points
    const std::string text = "e\u0301" + family + "\r\nx";
    CHECK(nextGrapheme(text, CodePoints(0)) == CodePoints(2));
    CHECK(nextGrapheme(text, CodePoints(1)) == CodePoints(2));
    CHECK(nextGrapheme(text, CodePoints(2)) == CodePoints(7));
    CHECK(nextGrapheme(text, CodePoints(7)) == CodePoints(9)); // \r\n is one
    CHECK(nextGrapheme(text, CodePoints(9)) == CodePoints(10));
    CHECK(nextGrapheme(text, CodePoints(10)) == CodePoints(10));
    CHECK(nextGrapheme(text, CodePoints(99)) == CodePoints(10));
    CHECK(previousGrapheme(text, CodePoints(99)) == CodePoints(9));
    CHECK(previousGrapheme(text, CodePoints(9)) == CodePoints(7));
    CHECK(previousGrapheme(text, CodePoints(7)) == CodePoints(2));
    CHECK(previousGrapheme(text, CodePoints(5)) == CodePoints(2));
    CHECK(previousGrapheme(text, CodePoints(2)) == CodePoints(0));
    CHECK(previousGrapheme(text, CodePoints(0)) == CodePoints(0));
    CHECK(nextGrapheme("", CodePoints(0)) == CodePoints(0));
}

TEST_CASE("a cursor that walks forth and back visits the same places") {
    CHECK(rc::check([] {
        const std::string text = test::toUtf8(*test::codePoints());
        const CodePoints end(countCodePoints(text));
        std::vector<CodePoints> places{CodePoints(0)};
        while (places.back() < end) {
            const CodePoints next = nextGrapheme(text, places.back());
            RC_ASSERT(next > places.back());
            places.push_back(next);
        }
        for (std::size_t at = places.size() - 1; at > 0; --at)
            RC_ASSERT(previousGrapheme(text, places[at]) == places[at - 1]);
    }));
}

TEST_CASE("the order of names") {
    const Collator dutch("nl");
    CHECK(dutch.compare("P2", "P10") < 0);
    CHECK(dutch.compare("P10", "P2") > 0);
    CHECK(dutch.compare("één", "een") != 0);
    CHECK(dutch("een", "twee"));
    CHECK(dutch("Eén", "eze"));
    CHECK(dutch("a", "B"));
    CHECK(dutch.compare("gelijk", "gelijk") == 0);
    CHECK(dutch.sortKey("P2") < dutch.sortKey("P10"));
    CHECK(dutch.sortKey("") < dutch.sortKey("a"));
    const Collator swedish("sv");
    CHECK(swedish("z", "ä")); // a letter of its own there
    CHECK(dutch("ä", "z"));
    CHECK(Collator("no such language").compare("a", "b") < 0);
}

TEST_CASE("the order of names and of their keys is one") {
    CHECK(rc::check([] {
        const std::string a = test::toUtf8(*test::codePoints());
        const std::string b = test::toUtf8(*test::codePoints());
        const Collator order("nl");
        const int byKeys = order.sortKey(a).compare(order.sortKey(b));
        const int direct = order.compare(a, b);
        RC_ASSERT((byKeys < 0) == (direct < 0));
        RC_ASSERT((byKeys > 0) == (direct > 0));
    }));
}

TEST_CASE("which language") {
    struct Row {
        const char* text;
        const char* language;
    };
    const auto row = GENERATE(values<Row>({
        {"", ""},
        {"Ja", ""},
        {"Jan Jansen", ""},
        {"Ik heb een goede band met mijn leerling, omdat hij altijd naar mij toe komt.", "nl"},
        {"Ze is niet altijd even vrolijk, maar we kunnen het goed met elkaar vinden.", "nl"},
        {"I have a good relationship with this student, because he always comes to me.", "en"},
        {"She is not always happy but we get along with each other.", "en"},
        {"Ich habe eine gute Beziehung zu diesem Kind und wir sind nicht immer einig.", ""},
        {"J'ai une bonne relation avec cet enfant et nous sommes contents dans la classe.", ""},
        {"привет как дела", ""},
    }));
    CAPTURE(row.text);
    CHECK(guessLanguage(row.text) == row.language);
}
