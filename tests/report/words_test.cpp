// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/words.h"
#include "support/catch.hpp"

#include <chrono>
#include <set>
#include <string>

using namespace rapport;
using namespace rapport::report;

namespace {

std::set<char> placeholders(std::string_view text) {
    std::set<char> found;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
        found.insert(text[at + 1]);
    return found;
}

} // namespace

TEST_CASE("every phrase is there in both languages with the same placeholders") {
    for (std::size_t index = 0; index < phraseCount; ++index) {
        const auto phrase = static_cast<Phrase>(index);
        const std::string_view english = phraseText(phrase, Language::English);
        const std::string_view dutch = phraseText(phrase, Language::Dutch);
        INFO(english);
        CHECK_FALSE(english.empty());
        CHECK_FALSE(dutch.empty());
        CHECK(placeholders(english) == placeholders(dutch));
    }
}

TEST_CASE("every named id is there once in both languages, every caveat has a title and a text") {
    std::set<std::pair<std::string_view, std::string_view>> seen;
    std::set<std::string_view> titles;
    std::set<std::string_view> texts;
    for (const NamedId& entry : namedIds()) {
        INFO(entry.family << " " << entry.id);
        CHECK(seen.emplace(entry.family, entry.id).second);
        CHECK_FALSE(entry.english.empty());
        CHECK_FALSE(entry.dutch.empty());
        if (entry.family == "caveat")
            titles.insert(entry.id);
        if (entry.family == "caveat_text") {
            texts.insert(entry.id);
            CHECK(entry.english.ends_with("."));
            CHECK(entry.dutch.ends_with("."));
        }
    }
    CHECK(titles == texts);
}

TEST_CASE("ids that nobody named are shown as they are") {
    const Words words(Language::English);
    CHECK(words.named("coefficient", "new_one") == isolate("new_one"));
    CHECK(words.caveat("new_one").title == isolate("new_one"));
    CHECK_FALSE(words.caveat("new_one").explanation.empty());
}

TEST_CASE("numbers follow the language") {
    const Words english(Language::English);
    const Words dutch(Language::Dutch);
    CHECK(english.kappa(0.834) == "0.83");
    CHECK(dutch.kappa(0.834) == "0,83");
    CHECK(english.kappa(-0.126) == "\u22120.13");
    CHECK(dutch.kappa(-0.126) == "\u22120,13");
    CHECK(english.kappa(-0.0001) == "0.00");
    CHECK(english.kappa(1) == "1.00");
    CHECK(english.percent(0.9625) == "96.2");
    CHECK(dutch.percent(0.9626) == "96,3");
    CHECK(english.percentSign(0.95) == "95%");
    CHECK(english.percentSign(0.9996) == "100%");
    CHECK(dutch.percentSign(0.5056) == "50,6%");
    CHECK(english.probability(0.0004) == "< 0.001");
    CHECK(dutch.probability(0.0126) == "0,013");
    CHECK(english.interval(-0.2, 0.5) == "\u22120.20 to 0.50");
    CHECK(dutch.interval(0.2, 0.5) == "0,20 tot 0,50");
}

TEST_CASE("counts group their digits and agree with their noun") {
    const Words english(Language::English);
    const Words dutch(Language::Dutch);
    CHECK(english.count(0) == "0");
    CHECK(english.count(9999) == "9999");
    CHECK(english.count(10000) == "10\u202F000");
    CHECK(english.count(1234567) == "1\u202F234\u202F567");
    CHECK(english.count(Noun::Unit, 1) == "1 unit");
    CHECK(english.count(Noun::Unit, 2) == "2 units");
    CHECK(dutch.count(Noun::Unit, 0) == "0 eenheden");
    CHECK(dutch.count(Noun::Rater, 1) == "1 beoordelaar");
    CHECK(english.countOpening(Noun::Rater, 2) == "Two raters");
    CHECK(dutch.countOpening(Noun::Rater, 3) == "Drie beoordelaars");
    CHECK(english.countOpening(Noun::Rater, 11) == "11 raters");
}

TEST_CASE("lists and dates read as sentences do") {
    const Words english(Language::English);
    const Words dutch(Language::Dutch);
    CHECK(english.list({}).empty());
    CHECK(english.list({"A"}) == "A");
    CHECK(english.list({"A", "B"}) == "A and B");
    CHECK(dutch.list({"A", "B", "C"}) == "A, B en C");
    const base::Instant instant{std::chrono::milliseconds{1773522847000}};
    CHECK(english.date(instant) == "14 March 2026");
    CHECK(dutch.date(instant) == "14 maart 2026");
}
