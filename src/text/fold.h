// SPDX-License-Identifier: GPL-3.0-or-later
// Case and accents out of the way, for comparing.
#pragma once

#include <string>
#include <string_view>

namespace rapport::text {

/// NFKC case folding, marks removed, what is typed for an apostrophe (U+2018, U+2019, U+02BC) to ', the oe
/// and ae ligatures, the ij ligature and sharp s spelt out. Folding twice is folding once.
[[nodiscard]] std::string fold(std::string_view utf8);

/// Composed (NFC), without soft hyphens and other characters that nobody sees: for names, which look the same
/// then only where they are.
[[nodiscard]] std::string composed(std::string_view utf8);

/// As it is spelt, for searches that mind case and accents: composed (NFC), soft hyphens and other characters
/// that nobody sees left out, quotation marks typed for an apostrophe as '. fold(spelling(x)) is fold(x).
[[nodiscard]] std::string spelling(std::string_view utf8);

} // namespace rapport::text
