// SPDX-License-Identifier: GPL-3.0-or-later
// What a query is spelt with: shared by the parser and by who writes queries. Internal to this room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapport::search::detail {

/// Straight, curly, low and angular marks all open and close a phrase.
[[nodiscard]] bool isQuotationMark(char32_t character);
/// Without white space, parentheses and quotation marks; not empty.
[[nodiscard]] bool isOneChunk(std::string_view typed);
[[nodiscard]] bool isOperator(std::string_view chunk);
/// Could be a field's name: a letter, then letters, digits, _ - or full stops.
[[nodiscard]] bool isFieldLike(std::string_view name);
/// An attribute's name as it can be typed before a colon.
[[nodiscard]] std::string typeableName(std::string_view attribute);
/// The field as in fieldNames(), without regard to case and accents; empty if there is none such.
[[nodiscard]] std::string resolveField(std::string_view name, const std::vector<std::string>& attributes);

/// Optimal string alignment distance (insert, delete, replace, swap neighbours) in code points; `limit` + 1
/// where it is more than `limit`.
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit);

} // namespace rapport::search::detail
