// SPDX-License-Identifier: GPL-3.0-or-later
// Random texts for properties: ASCII, Latin accents, combining marks, CJK, emoji and other astral characters,
// all scalar values now and then.
#pragma once

#include "text/utf8.h"

#include <rapidcheck.h>

#include <string>
#include <vector>

namespace rapport::test {

inline rc::Gen<char32_t> codePoint() {
    const auto between = [](std::uint32_t low, std::uint32_t high) {
        return rc::gen::map(rc::gen::inRange(low, high + 1),
                            [](std::uint32_t value) { return static_cast<char32_t>(value); });
    };
    return rc::gen::weightedOneOf<char32_t>({{8, between(0x20, 0x7E)},
                                             {3, between(0xA0, 0x17F)},
                                             {2, between(0x300, 0x36F)},
                                             {1, between(0x4E00, 0x4EFF)},
                                             {2, between(0x1F600, 0x1F64F)},
                                             {1, between(0xE000, 0xFFFF)},
                                             {1, between(0x80, 0xD7FF)},
                                             {1, between(0x10000, 0x10FFFF)}});
}

inline rc::Gen<std::vector<char32_t>> codePoints() {
    return rc::gen::container<std::vector<char32_t>>(codePoint());
}

inline std::string toUtf8(const std::vector<char32_t>& characters) {
    std::string utf8;
    for (const char32_t each : characters)
        text::appendCodePoint(utf8, each);
    return utf8;
}

} // namespace rapport::test
