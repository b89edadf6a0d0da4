// SPDX-License-Identifier: GPL-3.0-or-later
// Concordance: every occurrence of a query's words and phrases as a line with its context, exact, made from
// the texts of the matching units themselves. Any thread.
#pragma once

#include "base/result.h"
#include "base/task.h"
#include "search/match.h"
#include "search/query.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace rapport::search {

struct ConcordanceLine {
    model::UnitId unit;
    text::TextRange range; ///< of the match, in the unit's text
    std::string left;      ///< context as it stands in the text, without white space at its outer end
    std::string match;
    std::string right;
};

enum class ConcordanceSort { Source, Left1, Left2, Right1, Right2 };

struct ConcordanceOptions {
    std::int64_t width = 10; ///< words of context on either side
    ConcordanceSort sort = ConcordanceSort::Source;
    std::string language;  ///< for the order of words: "nl", "en"
    std::size_t limit = 0; ///< lines that are kept after sorting; 0: all
};

struct Concordance {
    std::uint64_t total = 0; ///< lines before `limit`
    std::vector<ConcordanceLine> lines;
};

/// The lines of one text.
[[nodiscard]] std::vector<ConcordanceLine> concordanceLines(model::UnitId unit, std::string_view text,
                                                            const Query& query, std::int64_t width);

/// The lines of `units`, which must be those that match (SearchResult::units), in the order given for
/// ConcordanceSort::Source. `textOf` gives a unit's text. Errors: textOf's; Cancelled.
[[nodiscard]] base::Result<Concordance>
concordance(const std::vector<model::UnitId>& units,
            const std::function<base::Result<std::string>(model::UnitId)>& textOf, const Query& query,
            const ConcordanceOptions& options = {}, const base::Task& task = {});

} // namespace rapport::search
