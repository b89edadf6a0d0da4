// SPDX-License-Identifier: GPL-3.0-or-later
// Answers a query of an index whose parts are on other machines: their server knows terms and weights, and
// nothing of the sets of units that codes, raters, attributes and places of words stand for. So it is asked
// for the units of each word and field, and the sets are put together here. The same answer as in one query,
// for more traffic. Internal to this room; one thread.
#pragma once

#include "search/plan.h"
#include "search/xapian_query.h"

#include <xapian.h>

#include <map>
#include <vector>

namespace rapport::search::detail {

class SetAnswer {
public:
    explicit SetAnswer(XapianQueryMaker& maker)
        : m_maker(maker) {}

    /// Documents for which the plan holds, with what the words of it that hold in them weigh: 0 where nothing
    /// is weighed. May throw Xapian::Error, Stopped and GivenUp.
    using Weights = std::map<Xapian::docid, double>;
    [[nodiscard]] Weights answer(const PlanNode& plan, bool isWeighed);

private:
    [[nodiscard]] Weights matching(const Xapian::Query& query, bool isWeighed);
    [[nodiscard]] Weights ofLeaf(const PlanNode& plan, bool isWeighed);
    [[nodiscard]] static Weights of(const std::vector<Xapian::docid>& documents);

    XapianQueryMaker& m_maker;
};

} // namespace rapport::search::detail
