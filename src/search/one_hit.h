// SPDX-License-Identifier: GPL-3.0-or-later
// A hyphenated word is searched by its parts and as a whole: *relatie* fits leerlingrelatie and
// leerkrachtleerlingrelatie where "leerkracht-leerlingrelatie" stands. That is one word of the text and one
// hit, the longest. Internal to this room.
#pragma once

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

namespace rapport::search::detail {

/// Words with a hyphen, each [first place, one past the last), rising and apart from one another.
using HyphenatedWords = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// One more, which begins where the last one began or after that.
inline void addHyphenated(HyphenatedWords& words, std::uint32_t first, std::uint32_t end) {
    if (!words.empty() && first < words.back().second)
        words.back().second = std::max(words.back().second, end);
    else
        words.emplace_back(first, end);
}

/// Drops the spans that lie in another one which covers the same words of the text, hyphenated ones counted
/// as one. `spans` are in order, each once, and stay so. `look` is called for each of them and may throw.
template<typename Span, typename Look>
void keepLongest(std::vector<Span>& spans, const HyphenatedWords& words, const Look& look) {
    if (words.empty() || spans.size() < 2)
        return;
    struct Covering {
        std::uint32_t begin; ///< of the words that the span covers
        std::uint32_t end;
        std::uint32_t first;
        std::uint32_t last;
        std::size_t span;
        bool operator<(const Covering& other) const {
            return std::tie(begin, end, first, other.last) <
                   std::tie(other.begin, other.end, other.first, last);
        }
    };
    std::vector<Covering> covering;
    auto next = words.begin();
    for (std::size_t at = 0; at < spans.size(); ++at) {
        look();
        const Span& span = spans[at];
        while (next != words.end() && next->second <= span.first)
            ++next;
        if (next == words.end())
            break;
        const bool beginsInside = next->first <= span.first;
        auto last = next;
        if (span.last >= next->second)
            last = std::upper_bound(next, words.end(), span.last, [](std::uint32_t place, const auto& word) {
                return place < word.second;
            });
        const bool endsInside = last != words.end() && last->first <= span.last;
        if (beginsInside || endsInside)
            covering.push_back({beginsInside ? next->first : span.first,
                                endsInside ? last->second : span.last + 1, span.first, span.last, at});
    }
    if (covering.size() < 2)
        return;
    std::sort(covering.begin(), covering.end(), [&look](const Covering& a, const Covering& b) {
        look();
        return a < b;
    });
    std::vector<bool> isInside(spans.size());
    std::uint32_t furthest = 0;
    bool isAnyInside = false;
    for (std::size_t at = 0; at < covering.size(); ++at) {
        const Covering& here = covering[at];
        const bool isFirst =
            at == 0 || covering[at - 1].begin != here.begin || covering[at - 1].end != here.end;
        if (isFirst || here.last > furthest)
            furthest = here.last;
        else
            isInside[here.span] = isAnyInside = true;
    }
    if (!isAnyInside)
        return;
    std::size_t at = 0;
    std::erase_if(spans, [&](const Span&) {
        look();
        return isInside[at++];
    });
}

} // namespace rapport::search::detail
