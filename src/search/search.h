// SPDX-License-Identifier: GPL-3.0-or-later
// Finds units. The result always equals the truth: units that the index has not seen, or has seen otherwise,
// are handed in and evaluated on their text, and where the index is broken everything is. Numbers of matches
// are exact, never estimates. One thread per reader.
#pragma once

#include "base/result.h"
#include "base/task.h"
#include "search/index.h"
#include "search/match.h"
#include "search/query.h"
#include "search/token_index.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapport::search {

enum class SortOrder {
    Relevance, ///< best first (BM25), then by unit id
    Source,    ///< IndexedUnit::order, then unit id
    Date,      ///< oldest first, undated last, then unit id
};

struct SearchOptions {
    std::size_t limit = 50; ///< of `hits`; `matches` and `units` are not limited
    std::size_t offset = 0;
    SortOrder sort = SortOrder::Relevance;
    std::vector<std::string> facets; ///< names of IndexedUnit::fields to count the values of
    std::vector<std::string> kinds;  ///< only these kinds of unit; empty: all
    bool wantsSuggestion = true;     ///< another spelling where nothing was found
    bool wantsUnits = true; ///< SearchResult::units: a million of them take longer than counting them
};

using UnitVisitor = std::function<void(const IndexedUnit&)>;

/// Where to search. Take it in this order: reader->refresh(), tokens, position = the smaller one of
/// reader->cursor() and tokens->position(), then from the store all that changed after that position.
struct SearchScope {
    /// Null, or without an index that can be read: `everyUnit` is asked if given, else `newer` is all there
    /// is.
    IndexReader* reader = nullptr;
    /// Answers phrases, patterns, NEAR, stars inside words, expressions, spelling. Without it such a query is
    /// answered by `everyUnit`.
    std::shared_ptr<const TokenIndex> tokens{};
    std::vector<IndexedUnit> newer;  ///< new or different since the reader's cursor, as they are now
    std::vector<model::UnitId> gone; ///< deleted since then
    /// Visits every unit of the study as it is now: used where the index fails. May be empty; a failing index
    /// is then an error (Io).
    std::function<base::Status(const UnitVisitor&)> everyUnit;
};

struct SearchHit {
    model::UnitId unit;
    double score = 0; ///< 0 .. 1, relative to the best hit of this search; 1 where nothing ranks
};

struct FacetCount {
    std::string value; ///< as it was given in the fields
    std::uint64_t units = 0;
};

struct SearchResult {
    std::uint64_t matches = 0;        ///< exact number of matching units
    std::vector<SearchHit> hits;      ///< [offset, offset + limit) in order
    std::vector<model::UnitId> units; ///< all matching units, rising, for counting by anything else; as asked
    std::vector<std::pair<std::string, std::vector<FacetCount>>> facets; ///< as asked; most frequent first
    std::optional<std::string> suggestion; ///< a query that would find something, where this found nothing
    bool indexFailed = false;              ///< the index broke and everyUnit was used: open the index anew
};

/// Whether a search needs SearchScope::tokens.
[[nodiscard]] bool needsTokens(const QueryNode& root);

/// Errors: the filter's and everyUnit's; Cancelled; Io (index failed and no everyUnit); InvalidArgument (an
/// expression that takes too many steps).
[[nodiscard]] base::Result<SearchResult> search(const SearchScope& scope, const Query& query,
                                                const UnitFilter& filter = {},
                                                const SearchOptions& options = {},
                                                const base::Task& task = {});

} // namespace rapport::search
