// SPDX-License-Identifier: GPL-3.0-or-later
// Many tests at once.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace rapport::analysis {

/// Holm's adjusted p-values, in the order given. Tests without a p-value stay without and do not count.
/// SOURCE: Holm 1979
[[nodiscard]] std::vector<std::optional<double>> holm(std::span<const std::optional<double>> pValues);

} // namespace rapport::analysis
