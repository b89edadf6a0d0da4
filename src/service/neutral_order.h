// SPDX-License-Identifier: GPL-3.0-or-later
// The order of neutral names, for what is shown to a rater of a blind round that runs: in the order of the
// study, or of an import, the answers of one person would stand together; and for what a coordinator who
// rates too still has to rate, behind everything else: between two names it would be known. Internal to the
// room.
#pragma once

#include "search/search.h"
#include "service/unit_names.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace rapport::service {

/// Sorts R1-2 before R1-10.
using NeutralPlace = std::pair<std::size_t, std::string>;
[[nodiscard]] inline NeutralPlace neutralPlace(std::string name) {
    const std::size_t length = name.size();
    return {length, std::move(name)};
}
/// Of units that have no other place (UnitNames::hidesPlace).
[[nodiscard]] inline NeutralPlace neutralPlace(const UnitNames& names, model::UnitId id) {
    model::Unit unit;
    unit.id = id;
    return neutralPlace(names.shown(unit, model::RoundId{}));
}

/// Before all neutral ones: where the unit stands anyway.
using ShownPlace = std::pair<bool, NeutralPlace>;
[[nodiscard]] inline ShownPlace shownPlace(const UnitNames& names, model::UnitId id) {
    return names.hidesPlace(id) ? ShownPlace(true, neutralPlace(names, id)) : ShownPlace();
}

/// What has no other place goes behind the rest, by neutral name; the rest stays as it is. Returns the first
/// of the former.
template<typename Iterator, typename UnitOf>
Iterator placeHidden(Iterator begin, Iterator end, const UnitNames& names, const UnitOf& unitOf) {
    if (!names.hidesAnyPlace())
        return end;
    const auto first =
        std::stable_partition(begin, end, [&](const auto& each) { return !names.hidesPlace(unitOf(each)); });
    using Value = typename std::iterator_traits<Iterator>::value_type;
    std::vector<std::pair<NeutralPlace, Value>> placed;
    placed.reserve(static_cast<std::size_t>(end - first));
    for (Iterator each = first; each != end; ++each)
        placed.emplace_back(neutralPlace(names, unitOf(*each)), std::move(*each));
    std::stable_sort(placed.begin(), placed.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::transform(placed.begin(), placed.end(), first, [](auto& each) { return std::move(each.second); });
    return first;
}

/// What is asked of a search where places are hidden: every hit, of which inNeutralOrder() then keeps the
/// wanted ones. For a rater it can be no more than that rater's own units.
inline void askForAllHits(search::SearchOptions& options, const UnitNames& names) {
    if (names.isBlindAnywhere())
        options.sort = search::SortOrder::Relevance;
    options.offset = 0;
    options.limit = std::numeric_limits<std::size_t>::max();
}

/// Hits that rank alike (all of them, where a query has no words) by neutral name, and of these the window
/// that was wanted. `unitOf` says whose place a hit takes.
template<typename UnitOf>
void inNeutralOrder(std::vector<search::SearchHit>& hits, const UnitNames& names, std::size_t offset,
                    std::size_t limit, const UnitOf& unitOf) {
    std::vector<std::pair<ShownPlace, search::SearchHit>> placed;
    placed.reserve(hits.size());
    for (const search::SearchHit& hit : hits)
        placed.emplace_back(shownPlace(names, unitOf(hit)), hit);
    std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) {
        return a.second.score != b.second.score ? a.second.score > b.second.score : a.first < b.first;
    });
    hits.clear();
    for (std::size_t at = offset; at < placed.size() && hits.size() < limit; ++at)
        hits.push_back(placed[at].second);
}

} // namespace rapport::service
