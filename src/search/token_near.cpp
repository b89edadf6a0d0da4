// SPDX-License-Identifier: GPL-3.0-or-later
// Words near one another: NEAR and ADJ over the token index.
#include "search/token_search.h"

#include <algorithm>
#include <cstddef>

namespace rapport::search {

using Kind = QueryNode::Kind;

std::size_t TokenIndex::Search::firstFrom(std::span<const std::uint32_t> places, std::size_t from,
                                          std::uint32_t place) {
    // Longer and longer jumps, then the place between the last two.
    std::size_t step = 1;
    while (from + step < places.size() && places[from + step] < place) {
        look();
        from += step;
        step *= 2;
    }
    const auto begin = places.begin() + static_cast<std::ptrdiff_t>(from);
    const auto end = places.begin() + static_cast<std::ptrdiff_t>(std::min(from + step + 1, places.size()));
    return static_cast<std::size_t>(std::lower_bound(begin, end, place) - places.begin());
}

void TokenIndex::Search::addPairs(std::span<const std::uint32_t> before,
                                  std::span<const std::uint32_t> behind, std::uint32_t distance,
                                  std::vector<TokenSpan>& found) {
    UnitCursor units(index);
    const auto addFrom = [&](std::uint32_t place, std::size_t at) {
        // Where the text ends matters only if there is something within reach.
        if (at == behind.size() || behind[at] - place > distance)
            return;
        const std::uint32_t end = index.unitEnd(units.at(place));
        for (; at < behind.size() && behind[at] - place <= distance && behind[at] < end; ++at) {
            look();
            found.push_back({place, behind[at]});
        }
    };
    if (before.size() <= behind.size()) {
        std::size_t next = 0;
        for (const std::uint32_t place : before) {
            look();
            next = firstFrom(behind, next, place + 1);
            if (next == behind.size())
                break;
            addFrom(place, next);
        }
        return;
    }
    std::size_t next = 0;
    std::uint32_t last = 0; // what stands in front of it has had its pairs
    for (std::size_t at = 0; at < behind.size(); ++at) {
        look();
        const std::uint32_t place = behind[at];
        next = firstFrom(before, next, std::max(last, place - std::min(place, distance)));
        for (; next < before.size() && before[next] < place; ++next) {
            look();
            addFrom(before[next], at);
        }
        last = place;
    }
}

std::vector<TokenSpan> TokenIndex::Search::nearSpans(const QueryNode& node) {
    const auto leftWord = oneWordOf(node.children[0]);
    const auto rightWord = leftWord ? oneWordOf(node.children[1]) : std::nullopt;
    if (leftWord && rightWord) {
        std::vector<std::uint32_t> heldLeft;
        std::vector<std::uint32_t> heldRight;
        const auto ofLeft = placesOf(*leftWord, heldLeft);
        const auto ofRight = placesOf(*rightWord, heldRight);
        std::vector<TokenSpan> pairs;
        addPairs(ofLeft, ofRight, node.distance, pairs);
        if (!node.isOrdered)
            addPairs(ofRight, ofLeft, node.distance, pairs);
        tidy(pairs);
        return pairs;
    }
    const std::vector<TokenSpan> left = spans(node.children[0]);
    const std::vector<TokenSpan> right = spans(node.children[1]);
    std::vector<TokenSpan> found;
    const auto pair = [&](const std::vector<TokenSpan>& before, const std::vector<TokenSpan>& behind) {
        UnitCursor units(index);
        auto from = behind.begin();
        for (const TokenSpan& a : before) {
            look();
            const std::uint64_t reach = std::uint64_t{a.last} + node.distance + 1;
            for (; from != behind.end() && from->first <= a.first; ++from)
                look();
            // Where the text ends matters only if there is something within reach.
            if (from == behind.end() || from->first >= reach)
                continue;
            const std::uint64_t end = std::min<std::uint64_t>(reach, index.unitEnd(units.at(a.first)));
            for (auto b = from; b != behind.end() && b->first < end; ++b) {
                look();
                if (b->first > a.last)
                    found.push_back({a.first, b->last});
            }
        }
    };
    pair(left, right);
    if (!node.isOrdered)
        pair(right, left);
    tidy(found);
    return found;
}

std::optional<TokenIndex::Search::Slot> TokenIndex::Search::oneWordOf(const QueryNode& node) {
    if (node.kind != Kind::Text || node.spellings.size() != 1 || node.spellings.front().size() != 1)
        return std::nullopt;
    Slot slot = slotOf(node.spellings.front().front());
    if (slot.isAny || slot.mostParts != 1)
        return std::nullopt;
    return slot;
}

std::vector<std::uint32_t> TokenIndex::Search::nearUnits(const QueryNode& node, const Slot& left,
                                                         const Slot& right) {
    std::vector<std::uint32_t> heldLeft;
    std::vector<std::uint32_t> heldRight;
    const auto ofLeft = placesOf(left, heldLeft);
    const auto ofRight = placesOf(right, heldRight);
    const bool isLeftRarer = ofLeft.size() <= ofRight.size();
    const auto rare = isLeftRarer ? ofLeft : ofRight;
    const auto common = isLeftRarer ? ofRight : ofLeft;
    const std::uint32_t before = node.isOrdered && isLeftRarer ? 0 : node.distance;
    const std::uint32_t behind = node.isOrdered && !isLeftRarer ? 0 : node.distance;
    std::vector<std::uint32_t> numbers;
    UnitCursor units(index);
    std::size_t next = 0;  // of the common ones: the first that may be near
    std::uint32_t end = 0; // of the last unit that was found
    for (const std::uint32_t place : rare) {
        look();
        if (place < end)
            continue;
        const std::uint32_t from = place - std::min(place, before);
        next = firstFrom(common, next, from);
        if (next == common.size())
            break;
        std::size_t at = next;
        // Of a word near itself, another occurrence.
        while (at < common.size() && common[at] == place)
            ++at;
        if (at == common.size() || common[at] > std::uint64_t{place} + behind)
            continue;
        const std::uint32_t unit = units.at(place);
        const std::uint32_t begin = index.unitBegin(unit);
        const std::uint32_t past = index.unitEnd(unit);
        for (; at < common.size() && common[at] < past && common[at] <= std::uint64_t{place} + behind; ++at) {
            look();
            if (common[at] >= begin && common[at] != place) {
                numbers.push_back(unit);
                end = past;
                break;
            }
        }
    }
    return numbers;
}

} // namespace rapport::search
