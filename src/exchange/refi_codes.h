// SPDX-License-Identifier: GPL-3.0-or-later
// The codes of a REFI-QDA codebook or project. Private to this room.
#pragma once

#include "exchange/codebook_json.h"
#include "package/xml_tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

/// "{ABC...}" and "abc..." are one guid; null where it is none.
[[nodiscard]] base::Guid guidOf(const std::string& text);
[[nodiscard]] std::string oneLine(std::string_view text);
/// None of nothing.
[[nodiscard]] const std::vector<package::XmlElement>& childrenOf(const package::XmlElement* element);

/// Written by this program: descriptions hold what the standard has no place for.
[[nodiscard]] bool isOwnOrigin(const package::XmlElement& element);

/// `book`: the element CodeBook. Codes as one variable of scale presence named after `name`; where `isOwn`
/// and nobody changed it, variables with their scales, codes with their ids and words. No variable: no code.
/// Words are in the language that was `asked` for, else in that which the file says, else in `otherwise`.
[[nodiscard]] CodebookFile refiCodes(const package::XmlElement& book, bool isOwn, const std::string& name,
                                     std::string_view asked = {}, std::string_view otherwise = {});

} // namespace rapport::exchange
