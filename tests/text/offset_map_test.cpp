// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/catch.hpp"
#include "text/offset_map.h"
#include "unicode_gen.h"

using namespace rapport;
using namespace rapport::text;

TEST_CASE("offsets of e-acute, a combining mark and an emoji") {
    // e-acute (2 bytes), e + combining acute (1 + 2), a family emoji (4 bytes, 2 units), b.
    const OffsetMap map("\u00E9e\u0301\U0001F46Ab");
    CHECK(map.length() == CodePoints(5));
    CHECK(map.toUtf8(CodePoints(1)) == Utf8Bytes(2));
    CHECK(map.toUtf8(CodePoints(3)) == Utf8Bytes(5));
    CHECK(map.toUtf8(CodePoints(4)) == Utf8Bytes(9));
    CHECK(map.toUtf16(CodePoints(4)) == Utf16Units(5));
    CHECK(map.toUtf16(CodePoints(5)) == Utf16Units(6));
    // Inside a character: its start.
    CHECK(map.toCodePoints(Utf16Units(4)) == CodePoints(3));
    CHECK(map.toCodePoints(Utf8Bytes(8)) == CodePoints(3));
    CHECK(map.toCodePoints(Utf8Bytes(1)) == CodePoints(0));
    // Outside: the ends.
    CHECK(map.toCodePoints(Utf8Bytes(99)) == CodePoints(5));
    CHECK(map.toUtf8(CodePoints(99)) == Utf8Bytes(10));
    CHECK(map.toUtf16(CodePoints(-3)) == Utf16Units(0));
    CHECK(map.toUtf8(textRange(1, 4)) == Utf8Range{Utf8Bytes(2), Utf8Bytes(9)});
    CHECK(map.toCodePoints(Utf16Range{Utf16Units(1), Utf16Units(5)}) == textRange(1, 4));
}

TEST_CASE("an empty text has one position") {
    const OffsetMap map("");
    CHECK(map.length() == CodePoints(0));
    CHECK(map.toUtf8(CodePoints(0)) == Utf8Bytes(0));
    CHECK(map.toCodePoints(Utf16Units(1)) == CodePoints(0));
}

TEST_CASE("every position of a random text is what counting gives, there and back") {
    CHECK(rc::check([] {
        const auto characters = *test::codePoints();
        const std::string utf8 = test::toUtf8(characters);
        const OffsetMap map(utf8);
        std::int64_t bytes = 0;
        std::int64_t units = 0;
        for (std::size_t index = 0; index <= characters.size(); ++index) {
            const CodePoints position(static_cast<std::int64_t>(index));
            RC_ASSERT(map.toUtf8(position) == Utf8Bytes(bytes));
            RC_ASSERT(map.toUtf16(position) == Utf16Units(units));
            RC_ASSERT(map.toCodePoints(Utf8Bytes(bytes)) == position);
            RC_ASSERT(map.toCodePoints(Utf16Units(units)) == position);
            if (index == characters.size())
                break;
            std::string one;
            appendCodePoint(one, characters[index]);
            for (std::int64_t inside = 1; inside < static_cast<std::int64_t>(one.size()); ++inside)
                RC_ASSERT(map.toCodePoints(Utf8Bytes(bytes + inside)) == position);
            bytes += static_cast<std::int64_t>(one.size());
            units += characters[index] > 0xFFFF ? 2 : 1;
        }
    }));
}
