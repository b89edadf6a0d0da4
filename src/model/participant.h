// SPDX-License-Identifier: GPL-3.0-or-later
// Who answered or spoke, and what is known of them. Attributes are hidden from raters unless the study shows
// them.
#pragma once

#include "base/result.h"
#include "model/ids.h"
#include "model/local_text.h"

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
/// Number if every non-empty value is one, boolean for yes/no words in Dutch or English, date for ISO dates,
/// else text.
[[nodiscard]] AttributeType guessType(const std::vector<std::string>& values);

} // namespace rapport::model
