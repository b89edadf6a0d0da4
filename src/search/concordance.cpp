// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/concordance.h"

#include "search/words.h"
#include "text/offset_map.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::search {

namespace {

std::string_view between(std::string_view text, const text::OffsetMap& offsets, text::CodePoints begin,
                         text::CodePoints end) {
    const auto from = static_cast<std::size_t>(offsets.toUtf8(begin).value);
    const auto to = static_cast<std::size_t>(offsets.toUtf8(end).value);
    return text.substr(from, to - from);
}

std::string trimmedFront(std::string_view context) {
    const std::string_view bare = text::trim(context);
    return bare.empty() ? std::string()
                        : std::string(context.substr(static_cast<std::size_t>(bare.data() - context.data())));
}

std::string trimmedBack(std::string_view context) {
    const std::string_view bare = text::trim(context);
    if (bare.empty())
        return {};
    return std::string(
        context.substr(0, static_cast<std::size_t>(bare.data() - context.data()) + bare.size()));
}

} // namespace

struct UnitLines::Impl {
    model::UnitId unit;
    std::string_view text;
    std::vector<detail::PlacedWord> words; ///< without joined forms
    text::OffsetMap offsets;

    using Word = std::vector<detail::PlacedWord>::const_iterator;

    ConcordanceLine line(text::TextRange range, Word first, Word after, std::int64_t width) const {
        const auto reach = static_cast<std::ptrdiff_t>(
            std::clamp<std::int64_t>(width, 0, static_cast<std::int64_t>(words.size())));
        const std::ptrdiff_t onLeft = std::min<std::ptrdiff_t>(reach, first - words.begin());
        const std::ptrdiff_t onRight = std::min<std::ptrdiff_t>(reach, words.end() - after);
        // All words shown: then also the punctuation beyond them.
        const text::CodePoints leftEnd = onLeft == first - words.begin() && reach > onLeft
                                             ? text::CodePoints(0)
                                             : (onLeft == 0 ? range.begin : (first - onLeft)->range.begin);
        const text::CodePoints rightEnd = onRight == words.end() - after && reach > onRight
                                              ? offsets.length()
                                              : (onRight == 0 ? range.end : (after + onRight - 1)->range.end);
        return {unit, range, trimmedFront(between(text, offsets, leftEnd, range.begin)),
                std::string(between(text, offsets, range.begin, range.end)),
                trimmedBack(between(text, offsets, range.end, rightEnd))};
    }
};

UnitLines::UnitLines(model::UnitId unit, std::string_view text)
    : m_impl(std::make_unique<Impl>(Impl{unit, text, detail::placedWords(text), text::OffsetMap(text)})) {
    std::erase_if(m_impl->words, [](const detail::PlacedWord& word) { return word.isJoined; });
}
UnitLines::~UnitLines() = default;
UnitLines::UnitLines(UnitLines&&) noexcept = default;
UnitLines& UnitLines::operator=(UnitLines&&) noexcept = default;

ConcordanceLine UnitLines::line(text::TextRange range, std::int64_t width) const {
    const auto isBefore = [](const detail::PlacedWord& word, text::CodePoints at) {
        return word.range.begin < at;
    };
    const auto& words = m_impl->words;
    const auto first = std::lower_bound(words.begin(), words.end(), range.begin, isBefore);
    return m_impl->line(range, first, std::lower_bound(first, words.end(), range.end, isBefore), width);
}

ConcordanceLine UnitLines::line(std::uint32_t first, std::uint32_t last, std::int64_t width) const {
    const auto begin = m_impl->words.begin() + first;
    const auto end = m_impl->words.begin() + last;
    return m_impl->line({begin->range.begin, end->range.end}, begin, end + 1, width);
}

std::vector<ConcordanceLine> concordanceLines(model::UnitId unit, std::string_view text, const Query& query,
                                              std::int64_t width) {
    std::vector<ConcordanceLine> lines;
    const std::vector<text::TextRange> found = occurrences(text, query);
    if (found.empty())
        return lines;
    const UnitLines all(unit, text);
    for (const text::TextRange& range : found)
        lines.push_back(all.line(range, width));
    return lines;
}

} // namespace rapport::search
