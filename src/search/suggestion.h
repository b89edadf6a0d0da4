// SPDX-License-Identifier: GPL-3.0-or-later
// Another spelling for words that no text holds. Internal to this room.
#pragma once

#include "base/task.h"
#include "search/index_impl.h"
#include "search/query.h"

#include <optional>
#include <string>
#include <vector>

namespace rapport::search::detail {

/// The query with or, and, not, near/5, adj/5 and within sentence in capitals, where it has any of them
/// small.
[[nodiscard]] std::optional<Query> withOperators(const Query& query);

/// The query with each of `unknown` replaced by the nearest word of the index (one letter off in short words,
/// two in longer ones; the most frequent of the nearest), where there is one. Nothing where none has one,
/// where there is no index, or where the task was stopped.
[[nodiscard]] std::optional<Query> respelt(const Query& query, const std::vector<std::string>& unknown,
                                           IndexReader::Impl& reader, const base::Task& task);

} // namespace rapport::search::detail
