// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/plan.h"

#include <algorithm>

namespace rapport::search::detail {

namespace {

void collectSought(const QueryNode& node, bool isWanted, std::vector<const QueryNode*>& found) {
    if (node.kind == QueryNode::Kind::Text) {
        if (isWanted)
            found.push_back(&node);
        return;
    }
    const bool isNegated = node.kind == QueryNode::Kind::Not;
    for (const QueryNode& child : node.children)
        collectSought(child, isWanted != isNegated, found);
}

base::Result<PlanNode> planField(const QueryNode& node, const UnitFilter& filter) {
    PlanNode plan;
    if (isIndexedField(node.field)) {
        plan.kind = PlanNode::Kind::IndexedField;
        plan.leaf = &node;
        return plan;
    }
    const bool isComplement = node.field == "coded" && node.value == "no";
    plan.kind = PlanNode::Kind::Units;
    if (filter) {
        RAPPORT_ASSIGN(plan.units,
                       filter(FieldTest{node.field, isComplement ? "yes" : node.value, node.isPrefix}));
        if (!std::is_sorted(plan.units.begin(), plan.units.end()))
            std::sort(plan.units.begin(), plan.units.end());
        plan.units.erase(std::unique(plan.units.begin(), plan.units.end()), plan.units.end());
    }
    if (!isComplement)
        return plan;
    PlanNode negation;
    negation.kind = PlanNode::Kind::Not;
    negation.children.push_back(std::move(plan));
    return negation;
}

/// Index of the first word at or after `place`.
std::size_t firstAt(const std::vector<PlacedWord>& words, std::size_t from, std::uint32_t place) {
    while (from < words.size() && words[from].place < place)
        ++from;
    return from;
}

} // namespace

base::Result<PlanNode> makePlan(const QueryNode& root, const UnitFilter& filter) {
    PlanNode plan;
    switch (root.kind) {
    case QueryNode::Kind::Text:
        plan.leaf = &root;
        return plan;
    case QueryNode::Kind::Field:
        return planField(root, filter);
    case QueryNode::Kind::And:
        plan.kind = PlanNode::Kind::And;
        break;
    case QueryNode::Kind::Or:
        plan.kind = PlanNode::Kind::Or;
        break;
    case QueryNode::Kind::Not:
        plan.kind = PlanNode::Kind::Not;
        break;
    }
    for (const QueryNode& child : root.children) {
        RAPPORT_ASSIGN(PlanNode part, makePlan(child, filter));
        plan.children.push_back(std::move(part));
    }
    return plan;
}

std::vector<const QueryNode*> soughtTexts(const QueryNode& root) {
    std::vector<const QueryNode*> found;
    collectSought(root, true, found);
    return found;
}

std::size_t sequenceEnd(const std::vector<PlacedWord>& words, std::size_t first,
                        const WordSequence& sequence) {
    if (sequence.empty() || !fits(sequence.front(), words[first].folded))
        return std::string_view::npos;
    // At one place stand a word and perhaps its joined form: whichever fits, the next place is one further.
    std::size_t at = first;
    for (std::size_t step = 1; step < sequence.size(); ++step) {
        const std::uint32_t place = words[first].place + static_cast<std::uint32_t>(step);
        at = firstAt(words, at, place);
        while (at < words.size() && words[at].place == place && !fits(sequence[step], words[at].folded))
            ++at;
        if (at >= words.size() || words[at].place != place)
            return std::string_view::npos;
    }
    return at;
}

bool contains(const std::vector<PlacedWord>& words, const QueryNode& leaf) {
    bool isFound = false;
    forEachPlace(words, leaf, [&isFound](std::size_t, std::size_t) {
        isFound = true;
        return false;
    });
    return isFound;
}

bool fieldHolds(const IndexedUnit& unit, const QueryNode& leaf) {
    return std::any_of(unit.fields.begin(), unit.fields.end(), [&leaf](const auto& field) {
        if (field.first != leaf.field)
            return false;
        const std::string value = foldedFieldValue(field.second);
        return leaf.isPrefix ? value.compare(0, leaf.value.size(), leaf.value) == 0 : value == leaf.value;
    });
}

bool planHolds(const PlanNode& plan, const IndexedUnit& unit, const std::vector<PlacedWord>& words) {
    const auto holds = [&](const PlanNode& child) { return planHolds(child, unit, words); };
    switch (plan.kind) {
    case PlanNode::Kind::Text:
        return contains(words, *plan.leaf);
    case PlanNode::Kind::IndexedField:
        return fieldHolds(unit, *plan.leaf);
    case PlanNode::Kind::Units:
        return std::binary_search(plan.units.begin(), plan.units.end(), unit.id);
    case PlanNode::Kind::And:
        return std::all_of(plan.children.begin(), plan.children.end(), holds);
    case PlanNode::Kind::Or:
        return std::any_of(plan.children.begin(), plan.children.end(), holds);
    case PlanNode::Kind::Not:
        return !holds(plan.children.front());
    }
    return false;
}

} // namespace rapport::search::detail
