// SPDX-License-Identifier: GPL-3.0-or-later
// Case and accents out of the way, for comparing.
#pragma once

#include <string>
#include <string_view>

namespace rapport::text {

/// NFKC case folding, marks removed, what is typed for an apostrophe (U+2018, U+2019, U+02BC) to ', the oe
/// and ae ligatures, the ij ligature and sharp s spelt out. Folding twice is folding once.
[[nodiscard]] std::string fold(std::string_view utf8);

} // namespace rapport::text
