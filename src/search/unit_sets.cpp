// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/unit_sets.h"

#include "search/terms.h"

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
                    UnitCursor units(*m_maker.tokens);
                    std::uint32_t end = 0; // of the unit of the place before
                    m_maker.tokens->forEachPlace(form, [&](std::uint32_t place) {
                        search.look();
                        if (place < end)
                            return;
                        const std::uint32_t unit = units.at(place);
                        end = m_maker.tokens->unitEnd(unit);
                        set.add(unit);
                    });
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
    case PlanNode::Kind::Or: {
        BitSet set = of(plan.children.front());
        for (std::size_t at = 1; at < plan.children.size(); ++at) {
            if (plan.kind == PlanNode::Kind::And)
                set.keep(of(plan.children[at]));
            else
                set.add(of(plan.children[at]));
        }
        return set;
    }
    }
    return none();
}

BitSet UnitSets::ofKinds(const std::vector<std::string>& kinds) {
    BitSet set = none();
    for (const std::string& kind : kinds)
        addDocuments(set, kindTerm(kind));
    return set;
}

BitSet UnitSets::ofUnits(const std::vector<model::UnitId>& units) const {
    BitSet set = none();
    std::uint32_t number = 0;
    for (const model::UnitId unit : units) {
        number = m_maker.tokens->numberFrom(number, unit);
        if (number < set.size() && m_maker.tokens->unit(number) == unit)
            set.add(number);
    }
    return set;
}

void UnitSets::addDocuments(BitSet& to, const std::string& term) const {
    constexpr std::size_t documentsPerLook = 4'096;
    const Xapian::Database& database = *m_maker.reader.database;
    std::size_t seen = 0;
    std::uint32_t number = 0;
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
        if (seen++ % documentsPerLook == 0 && m_maker.task.isStopped())
            throw Stopped();
        const model::UnitId unit(*at);
        number = m_maker.tokens->numberFrom(number, unit);
        if (number < to.size() && m_maker.tokens->unit(number) == unit)
            to.add(number);
    }
}

void UnitSets::remove(BitSet& from, const std::vector<model::UnitId>& units) const {
    for (const model::UnitId unit : units) {
        const std::uint32_t number = m_maker.tokens->numberOf(unit);
        if (number < from.size())
            from.remove(number);
    }
}

std::vector<model::UnitId> UnitSets::ids(const BitSet& set) const {
    std::vector<model::UnitId> ids;
    ids.reserve(set.count());
    set.forEach(
        [&](std::size_t number) { ids.push_back(m_maker.tokens->unit(static_cast<std::uint32_t>(number))); });
    return ids;
}

} // namespace rapport::search::detail
