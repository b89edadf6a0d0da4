// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "search/lines.h"
#include "search/word_statistics.h"
#include "support/catch.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

using namespace rapport;
using namespace rapport::search;

namespace {

std::shared_ptr<const TokenIndex> tokensOf(const std::vector<std::string>& texts) {
    auto made = TokenIndex::build(
        [&texts](const TokenIndex::TextVisitor& visit) {
            std::int64_t id = 0;
            for (const std::string& text : texts)
                visit(model::UnitId(++id), text);
            return base::Status();
        },
        1);
    REQUIRE(made);
    return *made;
}

std::vector<TokenSpan> linesOf(const TokenIndex& tokens, const std::string& typed) {
    const auto query = parseQuery(typed);
    REQUIRE(query);
    const auto spans = tokens.spans(*query);
    REQUIRE(spans);
    return *spans;
}

std::vector<bool> all(const TokenIndex& tokens) {
    return std::vector<bool>(tokens.unitCount(), true);
}

} // namespace

// CHECKS: Gries 2008, section 2: five parts of 9, 10, 10, 10 and 11 words with 1 to 5 times "a": DP 0.18,
// D 0.785.
TEST_CASE("dispersion: the example of Gries 2008") {
    const Dispersion found = dispersion({1, 2, 3, 4, 5}, {9, 10, 10, 10, 11});
    CHECK(found.parts == 5);
    CHECK(found.partsWith == 5);
    CHECK(found.deviation == Approx(0.18).margin(1e-9));
    CHECK(found.juillandD == Approx(0.785).margin(0.0005));
}

TEST_CASE("dispersion: even, in one part, nowhere") {
    CHECK(dispersion({2, 2, 2}, {10, 10, 10}).deviation == Approx(0).margin(1e-12));
    CHECK(dispersion({2, 2, 2}, {10, 10, 10}).juillandD == Approx(1));
    CHECK(dispersion({6, 0, 0}, {10, 10, 10}).juillandD == Approx(0).margin(1e-12));
    CHECK(dispersion({6, 0, 0}, {10, 10, 10}).deviation == Approx(2.0 / 3));
    CHECK(dispersion({6, 0, 0}, {10, 10, 0}).parts == 2);
    CHECK(dispersion({0, 0}, {10, 10}).deviation == 0);
    CHECK(dispersion({}, {}).parts == 0);
}

// CHECKS: Rayson and Garside 2000: LL = 2 (a ln(a/E1) + b ln(b/E2)); by hand for 100 of 10,000 against 50 of
// 20,000: E1 = 50, E2 = 100, LL = 2 (100 ln 2 - 50 ln 2) = 100 ln 2.
// CHECKS: Hardie 2014: log ratio log2((100/10000) / (50/20000)) = 2.
TEST_CASE("keywords: by hand") {
    const Keyword found = scoredKeyword(100, 50, 10'000, 20'000);
    CHECK(found.logLikelihood == Approx(69.314718056));
    CHECK(found.logRatio == Approx(2));
    CHECK(scoredKeyword(50, 100, 20'000, 10'000).logLikelihood == Approx(-69.314718056));
    CHECK(scoredKeyword(4, 0, 100, 100).logRatio == Approx(3));
    CHECK(scoredKeyword(4, 0, 100, 100).logLikelihood == Approx(2 * 4 * std::log(2.0)));
    CHECK(scoredKeyword(0, 0, 100, 100).logLikelihood == 0);
    CHECK(scoredKeyword(5, 5, 0, 100).logLikelihood == 0);
}

// CHECKS: Evert 2008, Dunning 1993, Church and Hanks 1990, Rychly 2008: the table O = {{30, 70}, {170, 9730}}
// by hand: E11 = 100 * 200 / 10000 = 2, MI = log2 15, logDice = 14 + log2(60 / 250) for 50 matches.
TEST_CASE("collocates: by hand") {
    const Collocate found = scoredCollocate(30, 50, 200, 100, 10'000);
    CHECK(found.expected == Approx(2));
    CHECK(found.mutualInformation == Approx(std::log2(15.0)));
    CHECK(found.logDice == Approx(14 + std::log2(60.0 / 250)));
    const double expected = 2 * (30 * std::log(30.0 / 2) + 70 * std::log(70.0 / 98) +
                                 170 * std::log(170.0 / 198) + 9'730 * std::log(9'730.0 / 9'702));
    CHECK(found.logLikelihood == Approx(expected));
    CHECK(scoredCollocate(1, 50, 2'000, 100, 10'000).logLikelihood < 0);
    CHECK(scoredCollocate(0, 50, 200, 100, 10'000).logDice == 0);
}

TEST_CASE("collocates: windows end with the text, a word in two of them counts once") {
    const auto tokens = tokensOf({"goede band x goede", "rust. goede band", "goede zin"});
    CollocateOptions options;
    options.left = 1;
    options.right = 2;
    options.minimum = 1;
    const auto found = collocates(*tokens, linesOf(*tokens, "band"), all(*tokens), options);
    REQUIRE(found);
    REQUIRE(found->size() == 2);
    // 9 words, 2 of them matches: goede stands 4 times, 3 of them in the windows of 4 words.
    const auto& goede = (*found)[0].folded == "goede" ? (*found)[0] : (*found)[1];
    CHECK(goede.together == 3);
    CHECK(goede.overall == 4);
    CHECK(goede.expected == Approx(4.0 * 4 / 7));
    CHECK(goede.logDice == Approx(14 + std::log2(2.0 * 3 / (2 + 4))));
    const auto twice = collocates(*tokens, linesOf(*tokens, "goede"), all(*tokens), options);
    REQUIRE(twice);
    std::uint64_t windows = 0;
    for (const Collocate& each : *twice)
        windows += each.together;
    CHECK(windows == 5); // band x | rust | band | zin: no word twice
    std::vector<bool> some = all(*tokens);
    some[2] = false;
    CHECK(collocates(*tokens, *linesIn(*tokens, linesOf(*tokens, "goede"), some), some, options)->size() ==
          3);
}

TEST_CASE("lines: three levels of order, ties as they came") {
    const auto tokens = tokensOf({"de goede band", "een slechte band nu", "de slechte band", "band"});
    auto lines = linesOf(*tokens, "band");
    REQUIRE(lines.size() == 4);
    LineKey left;
    left.by = LineKey::By::Left;
    LineKey left2 = left;
    left2.word = 2;
    REQUIRE(sortLines(*tokens, lines, {left, left2}, "nl"));
    std::vector<std::int64_t> units;
    for (const TokenSpan& line : lines)
        units.push_back(tokens->unit(tokens->unitAt(line.first)).value);
    CHECK(units == std::vector<std::int64_t>{4, 1, 3, 2});
    LineKey byUnit;
    byUnit.unitValues = {1, 0, 1, 0};
    REQUIRE(sortLines(*tokens, lines, {byUnit, left}, "nl"));
    units.clear();
    for (const TokenSpan& line : lines)
        units.push_back(tokens->unit(tokens->unitAt(line.first)).value);
    CHECK(units == std::vector<std::int64_t>{4, 2, 1, 3});
    std::stop_source stop;
    stop.request_stop();
    base::Task task;
    task.stop = stop.get_token();
    CHECK_FALSE(sortLines(*tokens, lines, {left}, "nl", task));
}

TEST_CASE("lines: counted by neighbour, match and unit; samples repeat") {
    const auto tokens = tokensOf({"de goede band en goede band", "de Goede relatie", "slechte band"});
    const auto lines = linesOf(*tokens, "\"goede (band|relatie)\"");
    LineKey match;
    match.by = LineKey::By::Match;
    const auto byMatch = *countLines(*tokens, lines, match);
    REQUIRE(byMatch.size() == 2);
    CHECK(byMatch[0].value == "goede band");
    CHECK(byMatch[0].lines == 2);
    CHECK(byMatch[0].units == 1);
    LineKey left;
    left.by = LineKey::By::Left;
    CHECK(countLines(*tokens, lines, left)->at(0).value == "de");
    LineKey unit;
    unit.unitValues = {7, 8, 9};
    CHECK(countLines(*tokens, lines, unit)->at(0).number == 7);

    const auto many = linesOf(*tokens, "*e*");
    REQUIRE(many.size() > 4);
    std::vector<std::uint64_t> falling;
    for (std::size_t at = 0; at < many.size(); ++at)
        falling.push_back(many.size() - at);
    CHECK(drawLines(many, falling, 2) == std::vector<TokenSpan>{many.back(), many[many.size() - 2]});
    CHECK(drawLines(many, falling, 1'000) == std::vector<TokenSpan>(many.rbegin(), many.rend()));
}

TEST_CASE("ngrams and keywords of sets of texts") {
    const auto tokens = tokensOf({"de goede band. de goede", "de goede band", "slechte band"});
    const auto pairs = ngrams(*tokens, all(*tokens), 2, 2);
    REQUIRE(pairs);
    REQUIRE(pairs->size() == 2);
    CHECK((*pairs)[0].words == "de goede");
    CHECK((*pairs)[0].occurrences == 3);
    CHECK((*pairs)[0].units == 2);
    CHECK((*pairs)[1].words == "goede band"); // "band de" reaches over the end of a sentence
    const std::vector<bool> here{true, true, false};
    const std::vector<bool> there{false, false, true};
    const auto keys = keywords(*tokens, here, there, 1);
    REQUIRE(keys);
    REQUIRE(keys->size() == 4);
    const auto goede =
        std::find_if(keys->begin(), keys->end(), [](const Keyword& k) { return k.folded == "goede"; });
    CHECK(goede->here == 3);
    CHECK(goede->there == 0);
    CHECK(goede->logLikelihood > 0);
}

TEST_CASE("collocates and keywords: counted as one would by hand, of few lines and of many, in some texts "
          "and in all") {
    base::Random random(31);
    static constexpr const char* words[] = {"de",     "band",  "e-mail", "goede", "juf",
                                            "i.p.v.", "grens", "zorg",   "Email"};
    std::vector<std::string> texts;
    for (int text = 0; text < 60; ++text) {
        std::string made;
        for (int word = 0; word < 40; ++word)
            made += std::string(words[random.below(std::size(words))]) + ' ';
        made += text == 7 ? "zelden" : "";
        texts.push_back(made);
    }
    const auto tokens = tokensOf(texts);
    for (const std::uint64_t share : {1U, 2U, 9U}) {
        std::vector<bool> isIn(tokens->unitCount());
        for (std::size_t unit = 0; unit < isIn.size(); ++unit)
            isIn[unit] = unit == 7 || random.below(share) == 0;
        for (const char* typed : {"zelden", "de OR juf", "\"de *\" OR band", "e-mail"}) {
            CAPTURE(share, typed);
            const auto lines = linesIn(*tokens, linesOf(*tokens, typed), isIn);
            REQUIRE(lines);
            std::map<std::string, std::uint64_t> overall;
            std::map<std::string, std::uint64_t> together;
            for (std::uint32_t unit = 0; unit < tokens->unitCount(); ++unit) {
                for (std::uint32_t at = tokens->unitBegin(unit); isIn[unit] && at < tokens->unitEnd(unit);
                     ++at) {
                    const auto isIn3 = [&](std::uint32_t more) {
                        return std::any_of(lines->begin(), lines->end(), [&](const TokenSpan& line) {
                            return line.first >= tokens->unitBegin(unit) &&
                                   line.last < tokens->unitEnd(unit) && line.first <= at + more &&
                                   at <= line.last + more;
                        });
                    };
                    if (isIn3(0))
                        continue;
                    ++overall[std::string(tokens->form(tokens->formAt(at)))];
                    if (isIn3(3))
                        ++together[std::string(tokens->form(tokens->formAt(at)))];
                }
            }
            CollocateOptions options;
            options.left = options.right = 3;
            options.minimum = 1;
            const auto found = collocates(*tokens, *lines, isIn, options);
            REQUIRE(found);
            CHECK(found->size() == together.size());
            for (const Collocate& each : *found) {
                CHECK(each.together == together[each.folded]);
                CHECK(each.overall == overall[each.folded]);
            }
        }
        std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> counts;
        for (std::uint32_t unit = 0; unit < tokens->unitCount(); ++unit) {
            for (std::uint32_t at = tokens->unitBegin(unit); at < tokens->unitEnd(unit); ++at) {
                auto& [here, there] = counts[std::string(tokens->form(tokens->formAt(at)))];
                ++(isIn[unit] ? here : there);
            }
        }
        std::vector<bool> rest = isIn;
        rest.flip();
        const auto typical = keywords(*tokens, isIn, rest, 1);
        REQUIRE(typical);
        CHECK(typical->size() == counts.size());
        for (const Keyword& each : *typical) {
            CHECK(each.here == counts[each.folded].first);
            CHECK(each.there == counts[each.folded].second);
        }
    }
}

TEST_CASE("ngrams: of any length, as one would count them by hand") {
    base::Random random(37);
    static constexpr const char* words[] = {"de", "band", "e-mail", "goede", "juf. En", "i.p.v."};
    std::vector<std::string> texts;
    for (int text = 0; text < 25; ++text) {
        std::string made;
        for (int word = 0; word < 30; ++word)
            made += std::string(words[random.below(std::size(words))]) + ' ';
        texts.push_back(made);
    }
    const auto tokens = tokensOf(texts);
    for (std::uint32_t length = 2; length <= 8; ++length) {
        for (const std::uint64_t minimum : {1U, 3U}) {
            // Of most texts, and of one.
            const bool areMost = random.below(2) == 0;
            std::vector<bool> isIn(tokens->unitCount(), areMost);
            isIn[3] = !areMost;
            CAPTURE(length, minimum, areMost);
            struct Counted {
                std::uint64_t occurrences = 0;
                std::set<std::uint32_t> units{};
            };
            std::map<std::string, Counted> expected;
            for (std::uint32_t unit = 0; unit < tokens->unitCount(); ++unit) {
                if (!isIn[unit])
                    continue;
                tokens->forEachSentence(unit, [&](std::uint32_t begin, std::uint32_t end) {
                    for (std::uint32_t at = begin; at + length <= end; ++at) {
                        Counted& counted = expected[wordsOf(*tokens, {at, at + length - 1})];
                        ++counted.occurrences;
                        counted.units.insert(unit);
                    }
                });
            }
            std::erase_if(expected, [&](const auto& each) { return each.second.occurrences < minimum; });
            const auto found = ngrams(*tokens, isIn, length, minimum);
            REQUIRE(found);
            CHECK(found->size() == expected.size());
            std::uint64_t before = ~std::uint64_t{0};
            for (const Ngram& each : *found) {
                CHECK(each.occurrences == expected[each.words].occurrences);
                CHECK(each.units == expected[each.words].units.size());
                CHECK(each.occurrences <= before);
                before = each.occurrences;
            }
        }
    }
}
