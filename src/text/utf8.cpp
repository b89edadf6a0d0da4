// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/utf8.h"

#include <cstring>

namespace rapport::text {

namespace {

constexpr bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

constexpr std::size_t widthOf(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Length of the well-formed sequence at `at` (Unicode 15, table 3-7), 0 if there is none.
std::size_t wellFormedLength(std::string_view bytes, std::size_t at) {
    const auto byteAt = [&](std::size_t index) -> unsigned {
        return index < bytes.size() ? static_cast<unsigned char>(bytes[index]) : 0U;
    };
    const unsigned lead = byteAt(at);
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    const auto continues = [&](std::size_t index) { return (byteAt(index) & 0xC0U) == 0x80U; };
    const unsigned second = byteAt(at + 1);
    if (!continues(at + 1))
        return 0;
    if (lead < 0xE0)
        return 2;
    if (!continues(at + 2))
        return 0;
    if (lead < 0xF0) {
        const bool isOverlong = lead == 0xE0 && second < 0xA0;
        const bool isSurrogate = lead == 0xED && second > 0x9F;
        return isOverlong || isSurrogate ? 0 : 3;
    }
    if (!continues(at + 3))
        return 0;
    const bool isOverlong = lead == 0xF0 && second < 0x90;
    const bool isPastEnd = lead == 0xF4 && second > 0x8F;
    return isOverlong || isPastEnd ? 0 : 4;
}

/// Byte where the code point number `target`, counted from `byte`, begins; the size if there are fewer.
std::size_t skip(std::string_view utf8, std::size_t byte, std::int64_t target) {
    while (target > 0 && byte < utf8.size()) {
        byte += widthOf(utf8[byte]);
        --target;
    }
    return std::min(byte, utf8.size());
}

} // namespace

bool isValidUtf8(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        // Eight ASCII bytes at a time: most of what people write.
        while (at + 8 <= bytes.size()) {
            std::uint64_t block = 0;
            std::memcpy(&block, bytes.data() + at, 8);
            if ((block & 0x8080808080808080ULL) != 0)
                break;
            at += 8;
        }
        if (at >= bytes.size())
            break;
        const std::size_t length = wellFormedLength(bytes, at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

std::int64_t countCodePoints(std::string_view utf8) {
    std::int64_t count = 0;
    for (const char byte : utf8)
        count += isContinuation(byte) ? 0 : 1;
    return count;
}

std::string_view slice(std::string_view utf8, TextRange range) {
    const std::int64_t begin = std::max<std::int64_t>(range.begin.value, 0);
    const std::size_t first = skip(utf8, 0, begin);
    const std::size_t last = skip(utf8, first, range.end.value - begin);
    return utf8.substr(first, last - first);
}

std::string elide(std::string_view utf8, std::int64_t codePoints) {
    if (codePoints <= 0)
        return {};
    const std::size_t end = skip(utf8, 0, codePoints);
    if (end == utf8.size())
        return std::string(utf8);
    std::string cut(utf8.substr(0, skip(utf8, 0, codePoints - 1)));
    appendCodePoint(cut, U'\u2026');
    return cut;
}

bool isWhiteSpace(char32_t codePoint) {
    return (codePoint >= 0x09 && codePoint <= 0x0D) || codePoint == 0x20 || codePoint == 0x85 ||
           codePoint == 0xA0 || codePoint == 0x1680 || (codePoint >= 0x2000 && codePoint <= 0x200A) ||
           codePoint == 0x2028 || codePoint == 0x2029 || codePoint == 0x202F || codePoint == 0x205F ||
           codePoint == 0x3000;
}

std::string_view trim(std::string_view utf8) {
    std::size_t begin = 0;
    while (begin < utf8.size()) {
        std::size_t next = begin;
        if (!isWhiteSpace(readCodePoint(utf8, next)))
            break;
        begin = next;
    }
    std::size_t end = utf8.size();
    while (end > begin) {
        std::size_t start = end - 1;
        while (start > begin && isContinuation(utf8[start]))
            --start;
        std::size_t next = start;
        if (!isWhiteSpace(readCodePoint(utf8, next)))
            break;
        end = start;
    }
    return utf8.substr(begin, end - begin);
}

char32_t readCodePoint(std::string_view utf8, std::size_t& byte) {
    const std::size_t length = wellFormedLength(utf8, byte);
    if (length <= 1) {
        const auto lead = static_cast<unsigned char>(utf8[byte++]);
        return length == 1 ? lead : U'\uFFFD';
    }
    const auto lead = static_cast<unsigned char>(utf8[byte]);
    char32_t codePoint = lead & (0xFFU >> (length + 1));
    for (std::size_t index = 1; index < length; ++index)
        codePoint = (codePoint << 6U) | (static_cast<unsigned char>(utf8[byte + index]) & 0x3FU);
    byte += length;
    return codePoint;
}

void appendCodePoint(std::string& utf8, char32_t codePoint) {
    if ((codePoint >= 0xD800 && codePoint <= 0xDFFF) || codePoint > 0x10FFFF)
        codePoint = 0xFFFD;
    const auto put = [&utf8](char32_t byte) { utf8 += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (codePoint < 0x80) {
        put(codePoint);
    } else if (codePoint < 0x800) {
        put(0xC0 | (codePoint >> 6U));
        put(0x80 | (codePoint & 0x3FU));
    } else if (codePoint < 0x10000) {
        put(0xE0 | (codePoint >> 12U));
        put(0x80 | ((codePoint >> 6U) & 0x3FU));
        put(0x80 | (codePoint & 0x3FU));
    } else {
        put(0xF0 | (codePoint >> 18U));
        put(0x80 | ((codePoint >> 12U) & 0x3FU));
        put(0x80 | ((codePoint >> 6U) & 0x3FU));
        put(0x80 | (codePoint & 0x3FU));
    }
}

} // namespace rapport::text
