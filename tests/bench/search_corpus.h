// SPDX-License-Identifier: GPL-3.0-or-later
// Synthetic answers of some 60 words, two thirds of them Dutch and one third English in sound, whose
// frequencies follow Zipf's law; and the clocks of the benches of search.
#pragma once

#include "search/index.h"
#include "search/token_index.h"

#include <functional>
#include <memory>
#include <vector>

namespace rapport::bench {

/// Numbered from 1. The same count gives the same texts.
[[nodiscard]] std::vector<search::IndexedUnit> makeUnits(std::int64_t count);
/// The same, kept for the benches that follow; the last two sizes asked for.
[[nodiscard]] const std::vector<search::IndexedUnit>& unitsOf(std::int64_t count);
[[nodiscard]] std::shared_ptr<const search::TokenIndex>
buildTokens(const std::vector<search::IndexedUnit>& units);
[[nodiscard]] std::shared_ptr<const search::TokenIndex> tokensOf(std::int64_t count);

/// Of all threads of this program: what another program does beside it is not counted.
[[nodiscard]] double cpuSecondsOf(const std::function<void()>& work);
[[nodiscard]] double wallSecondsOf(const std::function<void()>& work);
/// The value that so large a part of them does not exceed; `values` is put in order.
[[nodiscard]] double quantile(std::vector<double>& values, double part);

} // namespace rapport::bench
