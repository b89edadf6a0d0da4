// SPDX-License-Identifier: GPL-3.0-or-later
// Which units a plan finds, by the token index and the fields of the ranked one, without weighing any: so
// that the number of matches is exact although only the best are ranked. Internal to this room.
#pragma once

#include "search/bit_set.h"
#include "search/xapian_query.h"

#include <string>
#include <vector>

namespace rapport::search::detail {

/// Sets of units by their number in the token index. All may throw Xapian::Error, Stopped and GivenUp.
class UnitSets {
public:
    /// `maker` has tokens and a reader with a database of this machine; it must outlive this.
    explicit UnitSets(XapianQueryMaker& maker)
        : m_maker(maker) {}

    [[nodiscard]] BitSet of(const PlanNode& plan);
    /// Takes out what is of none of these kinds.
    void keepKinds(BitSet& in, const std::vector<std::string>& kinds) const;
    /// Takes units out; in any order.
    void remove(BitSet& from, const std::vector<model::UnitId>& units) const;
    void removeAfter(BitSet& from, model::UnitId last) const;
    [[nodiscard]] std::vector<model::UnitId> ids(const BitSet& set) const;

private:
    [[nodiscard]] BitSet none() const { return BitSet(m_maker.tokens->unitCount()); }
    [[nodiscard]] BitSet ofUnits(const std::vector<model::UnitId>& units) const;
    [[nodiscard]] BitSet ofAll(const std::vector<PlanNode>& children);
    void addDocuments(BitSet& to, const std::string& term) const;
    /// Takes out what the term does not hold.
    void keepDocuments(BitSet& in, const std::string& term) const;
    void addForm(BitSet& to, std::uint32_t form, TokenIndex::Search& search) const;

    XapianQueryMaker& m_maker;
};

} // namespace rapport::search::detail
