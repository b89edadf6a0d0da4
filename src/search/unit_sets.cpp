// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/unit_sets.h"

#include "search/terms.h"

#include <optional>
#include <utility>

namespace rapport::search::detail {

BitSet UnitSets::of(const PlanNode& plan) {
    switch (plan.kind) {
    case PlanNode::Kind::Text: {
        if (needsPlaces(*plan.leaf))
            return ofUnits(m_maker.unitsOf(*plan.leaf));
        BitSet set = none();
        TokenIndex::Search search(*m_maker.tokens, m_maker.task);
        for (const WordSequence& words : plan.leaf->spellings) {
            for (const QueryWord& word : words.front().words) {
                for (const std::uint32_t form : search.formsOf(word)) {
                    addForm(set, form, search);
                }
            }
        }
        return set;
    }
    case PlanNode::Kind::IndexedField: {
        BitSet set = none();
        if (!plan.leaf->isPrefix && !plan.leaf->isSuffix) {
            addDocuments(set, fieldTerm(plan.leaf->field, plan.leaf->value));
            return set;
        }
        for (const auto& [term, units] : m_maker.valuesOf(*plan.leaf).terms)
            addDocuments(set, term);
        return set;
    }
    case PlanNode::Kind::Units:
        return ofUnits(plan.units);
    case PlanNode::Kind::Not: {
        BitSet set = of(plan.children.front());
        set.turnRound();
        return set;
    }
    case PlanNode::Kind::And:
        return ofAll(plan.children);
    case PlanNode::Kind::Or: {
        BitSet set = of(plan.children.front());
        for (std::size_t at = 1; at < plan.children.size(); ++at)
            set.add(of(plan.children[at]));
        return set;
    }
    }
    return none();
}

BitSet UnitSets::ofAll(const std::vector<PlanNode>& children) {
    const auto isOneValue = [](const PlanNode& child) {
        return child.kind == PlanNode::Kind::IndexedField && !child.leaf->isPrefix && !child.leaf->isSuffix;
    };
    std::optional<BitSet> set;
    for (const PlanNode& child : children) {
        if (isOneValue(child))
            continue;
        if (set)
            set->keep(of(child));
        else
            set = of(child);
    }
    // Values of fields come last: of a million documents in one language only those are looked at that the
    // rest has left.
    for (const PlanNode& child : children) {
        if (!isOneValue(child))
            continue;
        if (set)
            keepDocuments(*set, fieldTerm(child.leaf->field, child.leaf->value));
        else
            set = of(child);
    }
    return std::move(*set);
}

void UnitSets::keepDocuments(BitSet& in, const std::string& term) const {
    const Xapian::Database& database = *m_maker.reader.database;
    auto at = database.postlist_begin(term);
    const auto end = database.postlist_end(term);
    Looker looker(m_maker.task);
    BitSet kept = none();
    in.forEach([&](std::size_t number) {
        looker.look();
        const auto document = m_maker.tokens->unit(static_cast<std::uint32_t>(number)).value;
        if (at != end && *at < static_cast<Xapian::docid>(document))
            at.skip_to(static_cast<Xapian::docid>(document));
        if (at != end && *at == static_cast<Xapian::docid>(document))
            kept.add(number);
    });
    in = std::move(kept);
}

void UnitSets::addForm(BitSet& to, std::uint32_t form, TokenIndex::Search& search) const {
    const TokenIndex& tokens = *m_maker.tokens;
    if (const BitSet* const ready = tokens.unitsOfCommon(form); ready != nullptr) {
        to.add(*ready);
        return;
    }
    UnitCursor units(tokens);
    std::uint32_t end = 0; // of the unit of the place before
    tokens.forEachPlace(form, [&](std::uint32_t place) {
        search.look();
        if (place < end)
            return;
        const std::uint32_t unit = units.at(place);
        end = tokens.unitEnd(unit);
        to.add(unit);
    });
}

void UnitSets::keepKinds(BitSet& in, const std::vector<std::string>& kinds) const {
    if (kinds.size() == 1) {
        keepDocuments(in, kindTerm(kinds.front()));
        return;
    }
    BitSet set = none();
    for (const std::string& kind : kinds)
        addDocuments(set, kindTerm(kind));
    in.keep(set);
}

BitSet UnitSets::ofUnits(const std::vector<model::UnitId>& units) const {
    BitSet set = none();
    std::uint32_t number = 0;
    Looker looker(m_maker.task);
    for (const model::UnitId unit : units) {
        looker.look();
        number = m_maker.tokens->numberFrom(number, unit);
        if (number < set.size() && m_maker.tokens->unit(number) == unit)
            set.add(number);
    }
    return set;
}

void UnitSets::addDocuments(BitSet& to, const std::string& term) const {
    const Xapian::Database& database = *m_maker.reader.database;
    Looker looker(m_maker.task);
    std::uint32_t number = 0;
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
        looker.look();
        const model::UnitId unit(*at);
        number = m_maker.tokens->numberFrom(number, unit);
        if (number < to.size() && m_maker.tokens->unit(number) == unit)
            to.add(number);
    }
}

void UnitSets::remove(BitSet& from, const std::vector<model::UnitId>& units) const {
    Looker looker(m_maker.task);
    for (const model::UnitId unit : units) {
        looker.look();
        const std::uint32_t number = m_maker.tokens->numberOf(unit);
        if (number < from.size())
            from.remove(number);
    }
}

void UnitSets::removeAfter(BitSet& from, model::UnitId last) const {
    for (std::uint32_t number = m_maker.tokens->unitCount();
         number > 0 && last < m_maker.tokens->unit(number - 1); --number)
        from.remove(number - 1);
}

std::vector<model::UnitId> UnitSets::ids(const BitSet& set) const {
    std::vector<model::UnitId> ids;
    ids.reserve(set.count());
    Looker looker(m_maker.task);
    set.forEach([&](std::size_t number) {
        looker.look();
        ids.push_back(m_maker.tokens->unit(static_cast<std::uint32_t>(number)));
    });
    return ids;
}

} // namespace rapport::search::detail
