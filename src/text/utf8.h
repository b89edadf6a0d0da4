// SPDX-License-Identifier: GPL-3.0-or-later
// Small things about valid UTF-8. Texts inside the program are always valid; `isValidUtf8` is for the door.
#pragma once

#include "text/text_range.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace rapport::text {

[[nodiscard]] bool isValidUtf8(std::string_view bytes);
/// Code points in valid UTF-8; one pass.
[[nodiscard]] std::int64_t countCodePoints(std::string_view utf8);
/// The part of a valid text that a range names; cut at the text's end if the range goes past it. One pass.
[[nodiscard]] std::string_view slice(std::string_view utf8, TextRange range);
/// At most `codePoints` long, with U+2026 at the end where something was cut off; for titles and messages.
[[nodiscard]] std::string elide(std::string_view utf8, std::int64_t codePoints);
/// Without white space (Unicode White_Space) at both ends.
[[nodiscard]] std::string_view trim(std::string_view utf8);
/// Unicode's White_Space property; no-break spaces have it, zero-width ones do not.
[[nodiscard]] bool isWhiteSpace(char32_t codePoint);
/// The code point that begins at `byte` of a valid text; moves `byte` past it. `byte` < size.
[[nodiscard]] char32_t readCodePoint(std::string_view utf8, std::size_t& byte);
/// Surrogates and numbers past U+10FFFF become U+FFFD.
void appendCodePoint(std::string& utf8, char32_t codePoint);

} // namespace rapport::text
