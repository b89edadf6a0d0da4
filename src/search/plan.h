// SPDX-License-Identifier: GPL-3.0-or-later
// A query made ready to be evaluated: conditions answered by the caller, words by text. Both ways of
// evaluating, on a text and by Xapian, walk this. Internal to this room.
#pragma once

#include "search/match.h"
#include "search/words.h"

#include <memory>
#include <string_view>
#include <vector>

namespace rapport::search::detail {

struct PlanNode {
    enum class Kind { Text, IndexedField, Units, And, Or, Not };
    Kind kind = Kind::Text;
    const QueryNode* leaf = nullptr;  ///< Text, IndexedField
    std::vector<model::UnitId> units; ///< Units: those for which the condition holds, rising
    std::vector<PlanNode> children;
};

/// The leaves point into `root`, which must outlive the plan.
[[nodiscard]] base::Result<PlanNode> makePlan(const QueryNode& root, const UnitFilter& filter);

/// The text leaves that are not under NOT (or under two), in order.
[[nodiscard]] std::vector<const QueryNode*> soughtTexts(const QueryNode& root);

/// Calls visit(first, last) for the places where one of the spellings stands: indices into `words`. One call
/// per starting word at most; stops when visit gives false.
template<typename Visit>
void forEachPlace(const std::vector<PlacedWord>& words, const QueryNode& leaf, Visit visit);

[[nodiscard]] bool contains(const std::vector<PlacedWord>& words, const QueryNode& leaf);
[[nodiscard]] bool fieldHolds(const IndexedUnit& unit, const QueryNode& leaf);
[[nodiscard]] bool planHolds(const PlanNode& plan, const IndexedUnit& unit,
                             const std::vector<PlacedWord>& words);

/// The index of the word at which a match of `sequence` from words[first] ends, or npos.
[[nodiscard]] std::size_t sequenceEnd(const std::vector<PlacedWord>& words, std::size_t first,
                                      const WordSequence& sequence);

template<typename Visit>
void forEachPlace(const std::vector<PlacedWord>& words, const QueryNode& leaf, Visit visit) {
    constexpr std::size_t none = std::string_view::npos;
    for (std::size_t first = 0; first < words.size(); ++first) {
        for (const WordSequence& sequence : leaf.spellings) {
            const std::size_t last = sequenceEnd(words, first, sequence);
            if (last == none)
                continue;
            if (!visit(first, last))
                return;
            break;
        }
    }
}

} // namespace rapport::search::detail
