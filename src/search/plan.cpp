// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/plan.h"

#include <algorithm>

namespace rapport::search::detail {

namespace {

base::Result<PlanNode> planField(const QueryNode& node, const UnitFilter& filter) {
    PlanNode plan;
    if (isIndexedField(node.field)) {
        plan.kind = PlanNode::Kind::IndexedField;
        plan.leaf = &node;
        return plan;
    }
    // coded:no@jan is all that is not coded:yes@jan.
    const bool isComplement = node.field == "coded" && (node.value == "no" || node.value.starts_with("no@"));
    plan.kind = PlanNode::Kind::Units;
    if (filter) {
        RAPPORT_ASSIGN(plan.units,
                       filter(FieldTest{node.field, isComplement ? "yes" + node.value.substr(2) : node.value,
                                        node.isPrefix, node.lower, node.upper, node.isSuffix}));
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

} // namespace

base::Result<PlanNode> makePlan(const QueryNode& root, const UnitFilter& filter) {
    PlanNode plan;
    switch (root.kind) {
    case QueryNode::Kind::Text:
    case QueryNode::Kind::Near:
        plan.leaf = &root;
        return plan;
    case QueryNode::Kind::Within:
        if (!root.isInSentence) // a unit is a turn or an answer
            return makePlan(root.children.front(), filter);
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

bool isFieldValue(std::string_view foldedValue, std::string_view wanted, bool isPrefix, bool isSuffix) {
    if (isPrefix && isSuffix)
        return foldedValue.find(wanted) != std::string_view::npos;
    if (isSuffix)
        return foldedValue.ends_with(wanted);
    return isPrefix ? foldedValue.starts_with(wanted) : foldedValue == wanted;
}

bool fieldHolds(const IndexedUnit& unit, const QueryNode& leaf) {
    return std::any_of(unit.fields.begin(), unit.fields.end(), [&leaf](const auto& field) {
        if (field.first != leaf.field)
            return false;
        return isFieldValue(foldedFieldValue(field.second), leaf.value, leaf.isPrefix, leaf.isSuffix);
    });
}

bool planHolds(const PlanNode& plan, const TextMatch& match, const IndexedUnit& unit,
               const PlacedText& text) {
    const auto holds = [&](const PlanNode& child) { return planHolds(child, match, unit, text); };
    switch (plan.kind) {
    case PlanNode::Kind::Text:
        return match.holds(*plan.leaf, text);
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

tl::unexpected<base::Error> givenUp() {
    return base::fail(base::Errc::InvalidArgument, "an expression takes too long to match",
                      "write it without repetitions inside repetitions");
}

} // namespace rapport::search::detail
