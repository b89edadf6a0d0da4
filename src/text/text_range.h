// SPDX-License-Identifier: GPL-3.0-or-later
// Positions in a text. The store and all files count code points; Qt and ICU count UTF-16 units; bytes are
// UTF-8. The three are distinct types, converted by OffsetMap alone, so that they cannot be mixed by
// accident.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace rapport::text {

template<typename Unit>
struct Offset {
    std::int64_t value = 0;

    constexpr Offset() = default;
    explicit constexpr Offset(std::int64_t number)
        : value(number) {}
    friend constexpr auto operator<=>(const Offset&, const Offset&) = default;
    friend constexpr Offset operator+(Offset offset, std::int64_t step) {
        return Offset(offset.value + step);
    }
    friend constexpr std::int64_t operator-(Offset a, Offset b) { return a.value - b.value; }
};

using CodePoints = Offset<struct CodePointTag>;
using Utf16Units = Offset<struct Utf16Tag>;
using Utf8Bytes = Offset<struct Utf8Tag>;

/// Half-open [begin, end) in one unit of counting. begin <= end.
template<typename Unit>
struct RangeOf {
    Unit begin;
    Unit end;

    [[nodiscard]] constexpr std::int64_t length() const { return end - begin; }
    [[nodiscard]] constexpr bool isEmpty() const { return begin == end; }
    [[nodiscard]] constexpr bool contains(Unit position) const { return begin <= position && position < end; }
    [[nodiscard]] constexpr bool covers(const RangeOf& other) const {
        return begin <= other.begin && other.end <= end;
    }
    /// At least one position in common; ranges that only touch do not overlap.
    [[nodiscard]] constexpr bool overlaps(const RangeOf& other) const {
        return std::max(begin, other.begin) < std::min(end, other.end);
    }
    friend constexpr auto operator<=>(const RangeOf&, const RangeOf&) = default;
};

/// The range that is stored, exported and named everywhere: code points of the stored text.
using TextRange = RangeOf<CodePoints>;
using Utf8Range = RangeOf<Utf8Bytes>;
using Utf16Range = RangeOf<Utf16Units>;

[[nodiscard]] constexpr TextRange textRange(std::int64_t begin, std::int64_t end) {
    return TextRange{CodePoints(begin), CodePoints(end)};
}

} // namespace rapport::text
