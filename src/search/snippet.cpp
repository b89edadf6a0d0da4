// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/match.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::search {

namespace {

constexpr std::string_view ellipsis = "\u2026";

/// Where to begin and end, before looking at words: the window that holds the most ranges, in its middle.
text::TextRange bestWindow(const std::vector<text::TextRange>& ranges, std::int64_t total,
                           std::int64_t length) {
    if (ranges.empty() || total <= length)
        return text::textRange(0, std::min(total, length));
    std::size_t bestFirst = 0;
    std::size_t bestLast = 0;
    std::size_t last = 0;
    for (std::size_t first = 0; first < ranges.size(); ++first) {
        last = std::max(last, first);
        while (last + 1 < ranges.size() && ranges[last + 1].end - ranges[first].begin <= length)
            ++last;
        if (last - first > bestLast - bestFirst) {
            bestFirst = first;
            bestLast = last;
        }
    }
    const std::int64_t from = ranges[bestFirst].begin.value;
    const std::int64_t spare = std::max<std::int64_t>(0, length - (ranges[bestLast].end.value - from));
    const std::int64_t begin = std::clamp<std::int64_t>(from - spare / 2, 0, total - length);
    return text::textRange(begin, begin + length);
}

} // namespace

Snippet snippet(std::string_view text, const std::vector<text::TextRange>& ranges, std::int64_t length) {
    length = std::max<std::int64_t>(length, 1);
    std::vector<char32_t> characters;
    characters.reserve(text.size());
    for (std::size_t at = 0; at < text.size();)
        characters.push_back(text::readCodePoint(text, at));
    const auto total = static_cast<std::int64_t>(characters.size());
    const auto isSpace = [&](std::int64_t at) {
        return text::isWhiteSpace(characters[static_cast<std::size_t>(at)]);
    };

    const text::TextRange window = bestWindow(ranges, total, length);
    std::int64_t begin = window.begin.value;
    std::int64_t end = window.end.value;
    // Move inwards to white space, but not past a range, and not by more than a long word.
    constexpr std::int64_t longWord = 30;
    std::int64_t firstRange = end;
    std::int64_t lastRange = begin;
    for (const text::TextRange& range : ranges) {
        if (range.end.value > begin && range.begin.value < end) {
            firstRange = std::min(firstRange, range.begin.value);
            lastRange = std::max(lastRange, std::min(range.end.value, end));
        }
    }
    if (begin > 0 && !isSpace(begin - 1)) {
        std::int64_t inner = begin;
        while (inner < std::min(firstRange, begin + longWord) && !isSpace(inner))
            ++inner;
        if (inner < end && (isSpace(inner) || inner == firstRange))
            begin = inner;
    }
    if (end < total && !isSpace(end)) {
        std::int64_t inner = end;
        while (inner > std::max({lastRange, begin + 1, end - longWord}) && !isSpace(inner - 1))
            --inner;
        if (inner > begin && (isSpace(inner - 1) || inner == lastRange))
            end = inner;
    }
    while (begin < end && isSpace(begin))
        ++begin;
    while (end > begin && isSpace(end - 1))
        --end;

    Snippet made;
    std::int64_t shift = -begin;
    if (std::any_of(characters.begin(), characters.begin() + begin,
                    [](char32_t character) { return !text::isWhiteSpace(character); })) {
        made.text += ellipsis;
        ++shift;
    }
    for (std::int64_t at = begin; at < end; ++at) {
        const char32_t character = characters[static_cast<std::size_t>(at)];
        const bool isControl = character < 0x20 || character == 0x7F || character == 0x85 ||
                               character == 0x2028 || character == 0x2029;
        text::appendCodePoint(made.text, isControl ? U' ' : character);
    }
    if (std::any_of(characters.begin() + end, characters.end(),
                    [](char32_t character) { return !text::isWhiteSpace(character); }))
        made.text += ellipsis;
    for (const text::TextRange& range : ranges) {
        const std::int64_t from = std::max(range.begin.value, begin);
        const std::int64_t to = std::min(range.end.value, end);
        if (from < to)
            made.ranges.push_back(text::textRange(from + shift, to + shift));
    }
    return made;
}

} // namespace rapport::search
