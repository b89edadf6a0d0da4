// SPDX-License-Identifier: GPL-3.0-or-later
// The order of neutral names, for what is shown to a rater of a blind round that runs: in the order of the
// study, or of an import, the answers of one person would stand together. Internal to the room.
#pragma once

#include "search/search.h"
#include "service/unit_names.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace rapport::service {

/// Sorts R1-2 before R1-10. For viewers who are blind: only these know every unit by a neutral name.
using NeutralPlace = std::pair<std::size_t, std::string>;
[[nodiscard]] inline NeutralPlace neutralPlace(const UnitNames& names, model::UnitId id) {
    model::Unit unit;
    unit.id = id;
    std::string name = names.shown(unit, model::RoundId{});
    return {name.size(), std::move(name)};
}

/// What is asked of a search for a blind rater: every hit, of which inNeutralOrder() then keeps the wanted
/// ones. It can be no more than that rater's own units.
inline void askForAllHits(search::SearchOptions& options) {
    options.sort = search::SortOrder::Relevance;
    options.offset = 0;
    options.limit = std::numeric_limits<std::size_t>::max();
}

/// Hits that rank alike (all of them, where a query has no words) by neutral name, and of these the window
/// that was wanted. `unitOf` says whose place a hit takes.
template<typename UnitOf>
void inNeutralOrder(std::vector<search::SearchHit>& hits, const UnitNames& names, std::size_t offset,
                    std::size_t limit, const UnitOf& unitOf) {
    std::vector<std::pair<NeutralPlace, search::SearchHit>> placed;
    placed.reserve(hits.size());
    for (const search::SearchHit& hit : hits)
        placed.emplace_back(neutralPlace(names, unitOf(hit)), hit);
    std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) {
        return a.second.score != b.second.score ? a.second.score > b.second.score : a.first < b.first;
    });
    hits.clear();
    for (std::size_t at = offset; at < placed.size() && hits.size() < limit; ++at)
        hits.push_back(placed[at].second);
}

} // namespace rapport::service
