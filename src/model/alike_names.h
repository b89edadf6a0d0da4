// SPDX-License-Identifier: GPL-3.0-or-later
// Names that stand in a file as somebody wrote them: they are found by what they look like (personName).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace rapport::model {

/// Where `name` stands as it is written, else the only one that looks so.
[[nodiscard]] std::optional<std::size_t> placeOfName(const std::vector<std::string>& names,
                                                     const std::string& name);

} // namespace rapport::model
