// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/catch.hpp"
#include "text/fold.h"
#include "text/name_letters.h"
#include "text/utf8.h"

using namespace rapport::text;
using Kind = NameLetter::Kind;

namespace {

std::string plain(std::string_view utf8) {
    std::string letters;
    for (std::size_t at = 0; at < utf8.size();)
        letters += nameLetter(readCodePoint(utf8, at)).plain;
    return letters;
}

} // namespace

TEST_CASE("a letter is the same to a name composed and not, whichever it is") {
    std::size_t letters = 0;
    for (char32_t each = 0; each < 0x110000; ++each) {
        const NameLetter& letter = nameLetter(each);
        if (letter.kind != Kind::Letter)
            continue;
        ++letters;
        std::string one;
        appendCodePoint(one, each);
        for (const std::string& form : {marksInOrder(one), composed(one)}) {
            if (marksInOrder(plain(form)) != marksInOrder(letter.plain)) {
                CAPTURE(one, form);
                CHECK(plain(form) == letter.plain);
            }
        }
        if (letter.plain.empty() || letter.spelt.empty())
            FAIL_CHECK(one);
    }
    CHECK(letters > 130'000);
}

TEST_CASE("letters lose their case, accents and shape") {
    CHECK(plain("\u021A\u00DF\u1E9E\u03A3\u03C2\u0130\u0131\uFB01\u01FE\u00C6\u0141\uFF4A\U0001D400") ==
          "tssss\u03C3\u03C3iifioaelja");
    CHECK(nameLetter(U'\u00D8').spelt == "\u00F8");
    CHECK(nameLetter(U'\u1E9E').spelt == "\u00DF");
    CHECK(nameLetter(U'\uFF21').isCapital);
    CHECK_FALSE(nameLetter(U'\u00E4').isCapital);
}

TEST_CASE("what nobody sees, accents and signs are told apart") {
    for (const char32_t each : U"\u00AD\u034F\u061C\u180E\u200B\u202E\u2064\u2069\u206F\uFE0F\uFEFF") {
        if (each != 0) {
            CAPTURE(static_cast<std::uint32_t>(each));
            CHECK(nameLetter(each).kind == Kind::Unseen);
        }
    }
    for (const char32_t each :
         U"'\u2019\u02BC\u0374\uFF07\uA78C-\u2010\u2011\u2212\uFF0D\u00B2\u2122\u00AA\u3002 \u00A0") {
        if (each != 0) {
            CAPTURE(static_cast<std::uint32_t>(each));
            CHECK(nameLetter(each).kind == Kind::Sign);
        }
    }
    for (const char32_t each : {U'\u0301', U'\u0326', U'\u05B8', U'\u064E', U'\u20DD', U'\u0640'})
        CHECK(nameLetter(each).kind == Kind::Accent);
    // Without them it is another letter.
    for (const char32_t each : {U'\u093F', U'\u0941', U'\u094D', U'\u0E34', U'\u0E38', U'\u3099'})
        CHECK(nameLetter(each).kind == Kind::Letter);
}

TEST_CASE("scripts without capitals and without blanks between words are known") {
    for (const char32_t each : U"\u05D3\u0645\u10D2\u0915\uAE40\u1100\u674E\u3055\u30A2\u30FC\u0E01\u1000") {
        if (each != 0) {
            CAPTURE(static_cast<std::uint32_t>(each));
            CHECK(nameLetter(each).hasNoCase);
            CHECK_FALSE(nameLetter(each).isCapital);
        }
    }
    for (const char32_t each : {U'a', U'A', U'\u00E9', U'\u0434', U'\u0394', U'7', U'\u0561', U'\u01C5'})
        CHECK_FALSE(nameLetter(each).hasNoCase);
    for (const char32_t each : {U'\u674E', U'\u3055', U'\u30FC', U'\u3005', U'\uFF71', U'\u3099', U'\u0E01',
                                U'\u0E48', U'\u1000', U'\u1780', U'\u0E81'})
        CHECK(nameLetter(each).isUnspaced);
    for (const char32_t each : {U'a', U'7', U'\uAE40', U'\u05D3', U'\u0915', U'\u0F40'})
        CHECK_FALSE(nameLetter(each).isUnspaced);
    CHECK(nameLetter(U'\uAE40').isSyllable);
    CHECK(nameLetter(U'\u674E').isSyllable);
    CHECK_FALSE(nameLetter(U'\u0E01').isSyllable);
}
