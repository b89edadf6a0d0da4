// SPDX-License-Identifier: GPL-3.0-or-later
// A query made ready to be evaluated: conditions answered by the caller, words by text. Both ways of
// evaluating, on a text and by the indexes, walk this. Internal to this room.
#pragma once

#include "search/match.h"
#include "search/text_match.h"

#include <vector>

namespace rapport::search::detail {

struct PlanNode {
    enum class Kind { Text, IndexedField, Units, And, Or, Not };
    Kind kind = Kind::Text;
    const QueryNode* leaf = nullptr;  ///< Text (also Near and Within), IndexedField
    std::vector<model::UnitId> units; ///< Units: those for which the condition holds, rising
    std::vector<PlanNode> children;
};

/// The leaves point into `root`, which must outlive the plan.
[[nodiscard]] base::Result<PlanNode> makePlan(const QueryNode& root, const UnitFilter& filter);

/// `isPrefix`, `isSuffix`: a star stood behind the wanted value, in front of it.
[[nodiscard]] bool isFieldValue(std::string_view foldedValue, std::string_view wanted, bool isPrefix,
                                bool isSuffix);
[[nodiscard]] bool fieldHolds(const IndexedUnit& unit, const QueryNode& leaf);
/// `match` was made of the plan's root.
[[nodiscard]] bool planHolds(const PlanNode& plan, const TextMatch& match, const IndexedUnit& unit,
                             const PlacedText& text);

/// An expression took too many steps: no answer is better than a wrong one.
[[nodiscard]] tl::unexpected<base::Error> givenUp();

} // namespace rapport::search::detail
