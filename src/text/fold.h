// SPDX-License-Identifier: GPL-3.0-or-later
// Case and accents out of the way, for comparing.
#pragma once

#include <string>
#include <string_view>

namespace rapport::text {

/// NFKC case folding, marks removed, U+2019 to ', oe and ae ligatures, ij ligature and sharp s spelt out.
[[nodiscard]] std::string fold(std::string_view utf8);

} // namespace rapport::text
