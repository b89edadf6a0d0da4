// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/set_answer.h"

#include "search/index_impl.h"
#include "search/token_search.h"

#include <utility>

namespace rapport::search::detail {

SetAnswer::Weights SetAnswer::of(const std::vector<Xapian::docid>& documents) {
    Weights weights;
    for (const Xapian::docid document : documents)
        weights.emplace_hint(weights.end(), document, 0.0);
    return weights;
}

SetAnswer::Weights SetAnswer::matching(const Xapian::Query& query, bool isWeighed) {
    Weights weights;
    if (query.empty())
        return weights;
    for (const auto& [document, weight] : documentsOf(m_maker.reader, query, isWeighed, m_maker.task))
        weights.emplace(document, weight);
    return weights;
}

SetAnswer::Weights SetAnswer::ofLeaf(const PlanNode& plan, bool isWeighed) {
    if (plan.kind == PlanNode::Kind::Units)
        return of(m_maker.reader.present(plan.units, m_maker.task));
    if (plan.kind == PlanNode::Kind::IndexedField)
        return matching(m_maker.make(plan), false);
    if (!needsPlaces(*plan.leaf))
        return matching(m_maker.make(plan), isWeighed);
    Weights weights = of(m_maker.reader.present(m_maker.unitsOf(*plan.leaf), m_maker.task));
    if (!isWeighed || weights.empty())
        return weights;
    const Weights words = matching(m_maker.wordsOf(*plan.leaf), true);
    for (auto& [document, weight] : weights) {
        if (const auto found = words.find(document); found != words.end())
            weight = found->second;
    }
    return weights;
}

SetAnswer::Weights SetAnswer::answer(const PlanNode& plan, bool isWeighed) {
    switch (plan.kind) {
    case PlanNode::Kind::Text:
    case PlanNode::Kind::IndexedField:
    case PlanNode::Kind::Units:
        return ofLeaf(plan, isWeighed);
    case PlanNode::Kind::Not: {
        Weights all = matching(everythingQuery(), false);
        for (auto& [document, weight] : answer(plan.children.front(), false))
            all.erase(document);
        return all;
    }
    case PlanNode::Kind::And: {
        Weights found = answer(plan.children.front(), isWeighed);
        for (std::size_t at = 1; at < plan.children.size() && !found.empty(); ++at) {
            const Weights other = answer(plan.children[at], isWeighed);
            for (auto entry = found.begin(); entry != found.end();) {
                const auto same = other.find(entry->first);
                if (same == other.end()) {
                    entry = found.erase(entry);
                    continue;
                }
                entry->second += same->second;
                ++entry;
            }
        }
        return found;
    }
    case PlanNode::Kind::Or: {
        Weights found;
        for (const PlanNode& child : plan.children) {
            for (const auto& [document, weight] : answer(child, isWeighed))
                found[document] += weight;
        }
        return found;
    }
    }
    return {};
}

} // namespace rapport::search::detail
