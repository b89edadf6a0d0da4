// SPDX-License-Identifier: GPL-3.0-or-later
// A plan as a Xapian query. Xapian's own wildcards are not used (uncancellable, and unusable in phrases):
// stars are expanded over the snapshot's words here. Internal to this room.
#pragma once

#include "base/task.h"
#include "search/index_impl.h"
#include "search/plan.h"
#include "search/search.h"

#include <xapian.h>

#include <vector>

namespace rapport::search::detail {

/// Leaves a long evaluation when the task was stopped. Never leaves this room.
class Stopped {};

struct XapianQueryMaker {
    IndexReader::Impl& reader; ///< with a database
    const base::Task& task;
    std::size_t wildcardLimit = 0;
    std::vector<WildcardUse> wildcards; ///< what stars in phrases stood for, filled while making

    /// May throw Xapian::Error and Stopped.
    [[nodiscard]] Xapian::Query make(const PlanNode& plan);

private:
    struct Expansion {
        std::vector<std::pair<std::string, Xapian::doccount>> terms; ///< most frequent first
    };
    [[nodiscard]] Expansion expand(const std::string& start) const;
    [[nodiscard]] Xapian::Query anyOf(const Expansion& expansion) const;
    [[nodiscard]] Xapian::Query text(const QueryNode& leaf);
    [[nodiscard]] Xapian::Query slot(const QueryWord& word);
    [[nodiscard]] Xapian::Query group(const PlanNode& plan);
};

/// Matches exactly these documents, which must exist; rising. Weighs nothing.
[[nodiscard]] Xapian::Query unitsQuery(std::vector<Xapian::docid> documents);
/// Every document. A new one each time: the library's shared one is not for several threads.
[[nodiscard]] Xapian::Query everythingQuery();

} // namespace rapport::search::detail
