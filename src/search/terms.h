// SPDX-License-Identifier: GPL-3.0-or-later
// What a document of the index is made of: the one table that both writing and asking go by. Internal to this
// room.
//
//   w<word>            a word, folded, at most maximumWordBytes; no positions: they double size and time, and
//                      where words stand is the token index's to say
//   F<field>\x1f<value> a field's value, folded; no positions, no weight
//   K<kind>            the unit's kind
//   value 0            place in the study, 8 bytes that sort as the number does
//   value 1            ISO date, or \xff where there is none, so that undated units come last
//   data               the fields as given: name \x1f value \x1e, for showing the values of facets
//   document number    the unit's id
//
// Xapian's limit for a term is 245 bytes; the lengths above stay below it.
#pragma once

#include "search/index.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::search::detail {

inline constexpr unsigned orderSlot = 0;
inline constexpr unsigned dateSlot = 1;

inline constexpr const char* guidKey = "guid";
inline constexpr const char* fingerprintKey = "fingerprint";
inline constexpr const char* cursorKey = "cursor";
inline constexpr const char* historyKey = "history";

[[nodiscard]] std::string wordTerm(std::string_view folded);
/// Begins all terms of a field.
[[nodiscard]] std::string fieldTermStart(std::string_view field);
[[nodiscard]] std::string fieldTerm(std::string_view field, std::string_view foldedValue);
[[nodiscard]] std::string kindTerm(std::string_view kind);

[[nodiscard]] std::string orderValue(std::int64_t order);
[[nodiscard]] std::string dateValue(const std::string& date);

[[nodiscard]] std::string fieldData(const std::vector<std::pair<std::string, std::string>>& fields);
[[nodiscard]] std::vector<std::pair<std::string, std::string>> readFieldData(std::string_view data);

} // namespace rapport::search::detail
