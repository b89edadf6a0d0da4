// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/catch.hpp"
#include "text/utf8.h"
#include "unicode_gen.h"

using namespace rapport;
using namespace rapport::text;

TEST_CASE("well-formed UTF-8 is what table 3-7 of the Unicode standard allows") {
    for (const char* good :
         {"", "abc", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBF",
          "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "12345678\xC3\xA9"})
        CHECK(isValidUtf8(good));
    for (const char* bad : {"\x80", "\xC0\x80", "\xC1\xBF", "\xC3", "\xE0\x9F\xBF", "\xED\xA0\x80",
                            "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
                            "\xE2\x82", "\xE2\x82g", "12345678\xC3", "1234567\xA9 12345678", "\xFF"})
        CHECK_FALSE(isValidUtf8(bad));
}

TEST_CASE("what is written code point by code point is read back") {
    CHECK(rc::check([] {
        const auto characters = *test::codePoints();
        const std::string utf8 = test::toUtf8(characters);
        RC_ASSERT(isValidUtf8(utf8));
        RC_ASSERT(countCodePoints(utf8) == static_cast<std::int64_t>(characters.size()));
        std::vector<char32_t> back;
        for (std::size_t byte = 0; byte < utf8.size();)
            back.push_back(readCodePoint(utf8, byte));
        RC_ASSERT(back == characters);
    }));
    std::string surrogate;
    appendCodePoint(surrogate, 0xD800);
    appendCodePoint(surrogate, 0x110000);
    CHECK(surrogate == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("a slice is the code points it names") {
    CHECK(rc::check([] {
        const auto characters = *test::codePoints();
        const auto begin = *rc::gen::inRange<std::size_t>(0, characters.size() + 1);
        const auto end = *rc::gen::inRange<std::size_t>(begin, characters.size() + 3);
        const std::vector<char32_t> wanted(characters.begin() + static_cast<std::ptrdiff_t>(begin),
                                           characters.begin() +
                                               static_cast<std::ptrdiff_t>(std::min(end, characters.size())));
        RC_ASSERT(slice(test::toUtf8(characters),
                        textRange(static_cast<std::int64_t>(begin), static_cast<std::int64_t>(end))) ==
                  test::toUtf8(wanted));
    }));
    CHECK(slice("abc", textRange(5, 9)).empty());
}

TEST_CASE("a long title ends in an ellipsis and keeps its length") {
    CHECK(elide("caf\u00E9", 4) == "caf\u00E9");
    CHECK(elide("caf\u00E9s", 4) == "caf\u2026");
    CHECK(elide("abc", 1) == "\u2026");
    CHECK(elide("abc", 0).empty());
    CHECK(elide("", 3).empty());
}

TEST_CASE("white space of any alphabet goes from both ends, and only there") {
    CHECK(trim(" \t\u00A0\u2003a\u00A0b\u3000\n") == "a\u00A0b");
    CHECK(trim(" \u00A0 ").empty());
    CHECK(trim("").empty());
    CHECK(trim("\u200Ba\u200B") == "\u200Ba\u200B"); // a zero-width space is no white space
    CHECK(trim("\u00E9") == "\u00E9");
}
