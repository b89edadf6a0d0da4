// SPDX-License-Identifier: GPL-3.0-or-later
// Who answered or spoke, and what is known of them. Attributes are hidden from raters unless the study shows
// them.
#pragma once

#include "base/result.h"
#include "model/ids.h"
#include "model/local_text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::model {

enum class AttributeType { Text, Number, Date, Boolean };

struct Attribute {
    std::string name;
    LocalText title;
    AttributeType type = AttributeType::Text;
    bool isBlinded = true;
    std::vector<std::string> values; ///< the expected ones, in order; empty: any
};

struct Participant {
    ParticipantId id;
    Guid guid;
    std::string name; ///< pseudonym as imported, e.g. "P001"
};

[[nodiscard]] const char* name(AttributeType type);
[[nodiscard]] std::optional<AttributeType> attributeType(std::string_view name);
/// What an attribute of numbers has: a point or one comma as decimal sign. None where it is no number.
[[nodiscard]] std::optional<double> attributeNumber(std::string_view value);
/// Number if every non-empty value is one, boolean for yes/no words in Dutch or English, date for ISO dates,
/// else text. Values with points and values with commas beside one another, or nothing but groups of three
/// behind commas (1,250), may mean anything: text.
[[nodiscard]] AttributeType guessType(const std::vector<std::string>& values);

} // namespace rapport::model
