// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where offsets of one counting become another's. Built once per text, O(n); look-ups take
// O(log k) in the number of characters outside ASCII runs. Holds a copy of nothing but breakpoints; the text
// need not outlive it.
#pragma once

#include "text/text_range.h"

#include <string_view>
#include <vector>

namespace rapport::text {

class OffsetMap {
public:
    /// `utf8` must be valid.
    explicit OffsetMap(std::string_view utf8);

    // Positions past the end give the end; a UTF-16 or UTF-8 position inside a character gives that
    // character's start.
    [[nodiscard]] CodePoints toCodePoints(Utf16Units position) const;
    [[nodiscard]] CodePoints toCodePoints(Utf8Bytes position) const;
    [[nodiscard]] Utf16Units toUtf16(CodePoints position) const;
    [[nodiscard]] Utf8Bytes toUtf8(CodePoints position) const;

    [[nodiscard]] TextRange toCodePoints(Utf16Range range) const {
        return {toCodePoints(range.begin), toCodePoints(range.end)};
    }
    [[nodiscard]] TextRange toCodePoints(Utf8Range range) const {
        return {toCodePoints(range.begin), toCodePoints(range.end)};
    }
    [[nodiscard]] Utf16Range toUtf16(TextRange range) const {
        return {toUtf16(range.begin), toUtf16(range.end)};
    }
    [[nodiscard]] Utf8Range toUtf8(TextRange range) const { return {toUtf8(range.begin), toUtf8(range.end)}; }

    [[nodiscard]] CodePoints length() const { return m_length; }

private:
    /// From `codePoint` on, each character takes `width` bytes until the next run starts.
    struct Run {
        std::int64_t codePoint;
        std::int64_t utf8;
        std::int64_t utf16;
        int width;
    };
    std::vector<Run> m_runs;
    CodePoints m_length;
    Utf8Bytes m_bytes;
    Utf16Units m_units;
};

} // namespace rapport::text
