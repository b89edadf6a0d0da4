// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a query for whoever is looking, and what is known of their units, by number in the token
// index. Internal to the room.
#pragma once

#include "search/lines.h"
#include "search/token_index.h"
#include "service/search_scope.h"

#include <memory>
#include <string>
#include <vector>

namespace rapport::service {

struct QueryLines {
    std::shared_ptr<const UnitNames> names;
    std::shared_ptr<const search::TokenIndex> tokens;
    std::string parsed;
    std::vector<bool> isSeen;  ///< units that the viewer may see, by number
    std::vector<bool> isFound; ///< units that the query finds
    std::vector<search::TokenSpan> lines;

    /// Errors: as search().
    [[nodiscard]] static base::Result<QueryLines> find(Session& session, const std::string& query,
                                                       const base::Task& task);
    /// Without a query: nothing found, all that may be seen.
    [[nodiscard]] static base::Result<QueryLines> everything(Session& session, const base::Task& task);
    /// Which units a further query finds.
    [[nodiscard]] base::Result<std::vector<bool>> unitsOf(Session& session, const std::string& query,
                                                          const base::Task& task) const;
};

/// Values of one key, and which each unit has. Errors of read(): NotFound, Refused (what would unblind).
struct UnitValues {
    search::LineKey key;
    std::vector<std::string> values; ///< by number; in the order of the study's language

    /// Any key of ConcordanceRequest::sort.
    [[nodiscard]] static base::Result<UnitValues> read(Session& session, const QueryLines& found,
                                                       const std::string& name);
    /// As units stand in the study, or as the neutral names do.
    [[nodiscard]] static base::Result<UnitValues> studyOrder(Session& session, const QueryLines& found);
};

} // namespace rapport::service
