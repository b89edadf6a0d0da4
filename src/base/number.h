// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers to and from text, in the C locale whatever the machine's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapport::base {

/// The whole text must be the number; no blanks around it.
[[nodiscard]] std::optional<std::int64_t> parseInteger(std::string_view text);
/// Point as decimal sign; finite values only.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);
/// Shortest text that reads back as the same number; "-0" is written "0".
[[nodiscard]] std::string numberText(double value);

} // namespace rapport::base
