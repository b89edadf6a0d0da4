// SPDX-License-Identifier: GPL-3.0-or-later
// A plan as a Xapian query. Xapian's own wildcards are not used (they cannot be stopped): stars are expanded
// over the snapshot's words here. What needs places is answered by the token index and ranked by its words.
// Internal to this room.
#pragma once

#include "base/task.h"
#include "search/index_impl.h"
#include "search/plan.h"
#include "search/search.h"
#include "search/token_search.h"

#include <xapian.h>

#include <map>
#include <vector>

namespace rapport::search::detail {

struct XapianQueryMaker {
    XapianQueryMaker(IndexReader::Impl& of, const base::Task& during, const TokenIndex* places)
        : reader(of)
        , task(during)
        , tokens(places) {}

    IndexReader::Impl& reader; ///< with a database
    const base::Task& task;
    const TokenIndex* tokens = nullptr; ///< needed where needsPlaces() of a leaf

    /// May throw Xapian::Error, Stopped and GivenUp.
    [[nodiscard]] Xapian::Query make(const PlanNode& plan);
    /// For ranking alone: any of the words of the leaves below.
    [[nodiscard]] Xapian::Query wordsOf(const QueryNode& node) const;
    /// Units in which a leaf that needs places holds; asked once, then known.
    [[nodiscard]] const std::vector<model::UnitId>& unitsOf(const QueryNode& leaf);

    struct Expansion {
        std::vector<std::pair<std::string, Xapian::doccount>> terms; ///< most frequent first
    };
    /// The values of an indexed field that begin or end as asked.
    [[nodiscard]] Expansion valuesOf(const QueryNode& leaf) const;

private:
    [[nodiscard]] Expansion expand(const std::string& start) const;
    /// How many of so many forms are weighed one by one. Each is a list of postings that is opened before
    /// anything can be stopped: a query has so many in all.
    [[nodiscard]] std::size_t weighedOf(std::size_t forms) const;
    [[nodiscard]] Xapian::Query anyOf(const Expansion& expansion) const;
    [[nodiscard]] Xapian::Query text(const QueryNode& leaf);
    [[nodiscard]] Xapian::Query word(const QueryWord& word) const;
    [[nodiscard]] Xapian::Query group(const PlanNode& plan);
    /// What is only taken away, and weighs nothing: where it has parts its units come from the tokens. Xapian
    /// 1.4 does not find all documents of an AND of posting sources on that side.
    [[nodiscard]] Xapian::Query unweighed(const PlanNode& plan);

    std::map<const QueryNode*, std::vector<model::UnitId>> m_units;
    mutable std::size_t m_weighedSoFar = 0;
};

/// `query`, which can be stopped while it is matched: by Stopped.
[[nodiscard]] Xapian::Query stoppable(const Xapian::Query& query, const base::Task& task);

/// Matches exactly these documents, which must exist; rising. Weighs nothing.
[[nodiscard]] Xapian::Query unitsQuery(std::vector<Xapian::docid> documents);
/// Every document. A new one each time: the library's shared one is not for several threads.
[[nodiscard]] Xapian::Query everythingQuery();

} // namespace rapport::search::detail
