// SPDX-License-Identifier: GPL-3.0-or-later
// How spreadsheets write numbers and dates, as text that a person would write. Private to this room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapport::exchange {

enum class NumberLook {
    Number,
    Date,
    Time,
    Length, ///< hours that may pass 24: "[h]:mm"
    DateTime,
    Month, ///< these of statistics programs alone
    Quarter,
    Week,
};

/// Of a number format: built-in ids by ECMA-376 part 1, 18.8.30; others by their code ("yyyy\-mm\-dd").
[[nodiscard]] NumberLook builtInLook(std::int64_t id);
[[nodiscard]] NumberLook codeLook(std::string_view code);

/// 0.10000000000000001 becomes 0.1, 1E3 becomes 1000; what is no number stays as it is.
[[nodiscard]] std::string tidyNumber(std::string_view stored);

/// Days since 1899-12-30 (with Excel's 29 February 1900) or since 1904-01-01 as ISO 8601; nothing outside of
/// the years 1900 to 9999. A time that holds a date too, though the sheet does not show it, says it.
[[nodiscard]] std::optional<std::string> serialDate(double serial, NumberLook look, bool is1904);

/// Days from 1970-01-01 of a date of the Gregorian calendar, and back as "yyyy-mm-dd".
[[nodiscard]] std::string civilDate(std::int64_t daysSince1970);
/// "hh:mm:ss"; hours may pass 24.
[[nodiscard]] std::string clockTime(std::int64_t seconds);

/// "_x000D_" as Excel writes characters that XML cannot hold; \r\n becomes \n.
[[nodiscard]] std::string unescapeCell(std::string text);

} // namespace rapport::exchange
