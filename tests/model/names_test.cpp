// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/instrument.h"
#include "model/local_text.h"
#include "model/names.h"
#include "model/participant.h"
#include "model/round.h"
#include "support/catch.hpp"

#include <rapidcheck.h>

using namespace rapport;
using namespace rapport::model;

TEST_CASE("units are named for people and scripts") {
    CHECK(answerName("P001", "Q1") == "P001/Q1");
    CHECK(answerName("P001", "Q1", "vignette-2", "2026") == "P001/vignette-2.Q1@2026");
    CHECK(answerName("a/b#c@d%e", "Q1") == "a%2Fb%23c%40d%25e/Q1");
    CHECK(turnName("focus-group", 12) == "focus-group#12");
    CHECK(sourceName("50% done #2") == "50%25 done %232");
    CHECK(sourceName("a\tb\xc2\x85 \xe2\x80\xa8") == "a\xef\xbf\xbd"
                                                     "b\xef\xbf\xbd \xef\xbf\xbd");
    CHECK(isVisible(" Zoë – 50%"));
    CHECK_FALSE(isVisible("a\x7f"));
    CHECK(neutralName(2, 17) == "R2-017");
    CHECK(neutralName(1, 12345) == "R1-12345");
}

TEST_CASE("a name's part comes back as it was") {
    CHECK(rc::check("unescape(escape(x)) == x", [] {
        const auto part =
            *rc::gen::container<std::string>(rc::gen::element<char>('a', '/', '#', '@', '%', '2', 'F', ' '));
        RC_ASSERT(unescapeNamePart(escapeNamePart(part)) == part);
        RC_ASSERT(escapeNamePart(part).find_first_of("/#@") == std::string::npos);
    }));
    CHECK(unescapeNamePart("100%") == "100%");
    CHECK(unescapeNamePart("%zz%2") == "%zz%2");
}

TEST_CASE("names from elsewhere become what lists and tables can show") {
    CHECK(plainName(" Ann\t") == "Ann");
    CHECK(plainName("An\nn\x01 B\xc2\x85 C\xe2\x80\xa8") == "An n  B  C");
    CHECK(plainName("\xc2\xa0Zo\xc3\xab") == "Zo\xc3\xab");
    CHECK(plainName("\x7f\r\n").empty());
    CHECK(raterName("Maes, Ann ,") == "Maes  Ann");
    const std::string long_(120, 'x');
    CHECK(raterName(long_) == std::string(97, 'x') + "…");
    std::string greek;
    for (int letter = 0; letter < 80; ++letter)
        greek += "λ";
    CHECK(raterName(greek).size() == 99);
    for (const std::string& name :
         {raterName("a,b"), raterName(long_), raterName(greek), raterName(greek, 90)})
        CHECK(canNameRater(name));
    CHECK(raterName(std::string(100, 'y')) == std::string(100, 'y'));
}

TEST_CASE("identifiers begin with a letter") {
    CHECK(isIdentifier("secure_base"));
    CHECK(isIdentifier("Q1"));
    for (const char* bad : {"", "1Q", "a b", "a/b", "é", "_x"})
        CHECK_FALSE(isIdentifier(bad));
}

TEST_CASE("a text is shown in the language asked for, else in what there is") {
    const LocalText text{{{"en", "Closeness"}, {"nl", "Nabijheid"}}};
    CHECK(text.in("nl") == "Nabijheid");
    CHECK(text.in("fr") == "Closeness");
    CHECK(LocalText{{{"nl", "Nabijheid"}, {"en", ""}}}.in("en") == "Nabijheid");
    CHECK(LocalText{}.in("en").empty());
    CHECK(LocalText{{{"en", ""}}}.isEmpty());
}

TEST_CASE("the type of an attribute is guessed from its values") {
    CHECK(guessType({"1", "2.5", ""}) == AttributeType::Number);
    CHECK(guessType({"4,50", "3", "-0,5"}) == AttributeType::Number);
    CHECK(guessType({"4,50", "3.5"}) == AttributeType::Text);    // which sign is which?
    CHECK(guessType({"1,250", "2,000"}) == AttributeType::Text); // thousands?
    CHECK(guessType({"1,250", "2,5"}) == AttributeType::Number);
    CHECK(guessType({"1,2,3", "2"}) == AttributeType::Text);
    CHECK(attributeNumber("4,50") == 4.5);
    CHECK(attributeNumber("4.5") == 4.5);
    CHECK_FALSE(attributeNumber("1.000,5"));
    CHECK_FALSE(attributeNumber(","));
    CHECK(guessType({"Ja", "nee"}) == AttributeType::Boolean);
    CHECK(guessType({"2026-03-14", "2025-01-01"}) == AttributeType::Date);
    CHECK(guessType({"A1", "B2"}) == AttributeType::Text);
    CHECK(guessType({"1", "A"}) == AttributeType::Text);
    CHECK(guessType({"", ""}) == AttributeType::Text);
}

TEST_CASE("an instrument has prompts with names of their own") {
    Instrument instrument;
    instrument.prompts = {{PromptId{}, "Q1", PromptKind::Open, {}}, {PromptId{}, "Q2", PromptKind::Open, {}}};
    CHECK(validate(instrument));
    instrument.prompts[1].name = "Q1";
    CHECK(validate(instrument).error().message == "two prompts are named 'Q1'");
    instrument.prompts[1].name = "Q 2";
    CHECK(validate(instrument).error().code == base::Errc::InvalidArgument);
}

TEST_CASE("kinds read what they are written as") {
    for (const auto kind :
         {RoundKind::Training, RoundKind::Calibration, RoundKind::Reliability, RoundKind::Main})
        CHECK(roundKind(name(kind)) == kind);
    for (const auto kind : {RaterKind::Human, RaterKind::Gold, RaterKind::Machine})
        CHECK(raterKind(name(kind)) == kind);
    for (const auto kind : {PromptKind::Open, PromptKind::YesNo, PromptKind::Note})
        CHECK(promptKind(name(kind)) == kind);
    for (const auto type :
         {AttributeType::Text, AttributeType::Number, AttributeType::Date, AttributeType::Boolean})
        CHECK(attributeType(name(type)) == type);
    CHECK_FALSE(roundKind("other"));
}
