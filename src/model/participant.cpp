// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/participant.h"

#include "base/clock.h"
#include "base/number.h"
#include "text/fold.h"

#include <algorithm>
#include <array>

namespace rapport::model {

const char* name(AttributeType type) {
    switch (type) {
    case AttributeType::Text:
        return "text";
    case AttributeType::Number:
        return "number";
    case AttributeType::Date:
        return "date";
    case AttributeType::Boolean:
        return "boolean";
    }
    return "text";
}

std::optional<AttributeType> attributeType(std::string_view text) {
    for (const auto type :
         {AttributeType::Text, AttributeType::Number, AttributeType::Date, AttributeType::Boolean}) {
        if (text == name(type))
            return type;
    }
    return std::nullopt;
}

std::optional<double> attributeNumber(std::string_view value) {
    std::string written(value);
    if (const std::size_t comma = written.find(','); comma != std::string::npos)
        written[comma] = '.';
    return base::parseNumber(written);
}

AttributeType guessType(const std::vector<std::string>& values) {
    static constexpr std::array<std::string_view, 6> yesNo{"yes", "no", "ja", "nee", "true", "false"};
    constexpr std::size_t group = 3;
    bool any = false;
    bool points = false;
    bool commas = false;
    bool groups = true;
    bool numbers = true;
    bool dates = true;
    bool booleans = true;
    for (const std::string& value : values) {
        if (value.empty())
            continue;
        any = true;
        numbers = numbers && attributeNumber(value).has_value();
        points = points || value.find('.') != std::string::npos;
        if (const std::size_t comma = value.find(','); comma != std::string::npos) {
            commas = true;
            groups = groups && value.size() - comma - 1 == group;
        }
        dates = dates && base::parseIso(value).has_value();
        booleans = booleans && std::find(yesNo.begin(), yesNo.end(), text::fold(value)) != yesNo.end();
    }
    if (!any)
        return AttributeType::Text;
    if (numbers && (!commas || (!points && !groups)))
        return AttributeType::Number;
    if (booleans)
        return AttributeType::Boolean;
    return dates ? AttributeType::Date : AttributeType::Text;
}

} // namespace rapport::model
