// SPDX-License-Identifier: GPL-3.0-or-later
// More like these: units with the words that tell some units from all others. From the index alone, so what
// is newer than the index is not among them. One thread per reader.
#pragma once

#include "base/result.h"
#include "base/task.h"
#include "search/index.h"
#include "search/search.h"

#include <cstddef>
#include <string>
#include <vector>

namespace rapport::search {

struct SimilarUnits {
    std::vector<SearchHit> hits;    ///< the examples not among them, best first
    std::vector<std::string> words; ///< those that they were found by, most telling first
};

/// `limit` hits at most. Errors: NotFound (none of the examples is in the index), Io (there is no index, or
/// it failed), Cancelled.
[[nodiscard]] base::Result<SimilarUnits> similarUnits(IndexReader& reader,
                                                      const std::vector<model::UnitId>& examples,
                                                      std::size_t limit, const base::Task& task = {});

} // namespace rapport::search
