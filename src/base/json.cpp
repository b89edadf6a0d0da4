// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include "base/format.h"

#include <algorithm>

namespace rapport::base {

namespace {

constexpr int deepest = 256;

Place placeAt(std::string_view text, std::size_t byte, const std::string& fileName) {
    byte = std::min(byte, text.size());
    const auto before = text.substr(0, byte);
    const auto lastBreak = before.rfind('\n');
    return Place{fileName,
                 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
                 byte - (lastBreak == std::string_view::npos ? 0 : lastBreak + 1) + 1,
                 {}};
}

} // namespace

Result<Json> parseJson(std::string_view text, const std::string& fileName) {
    bool tooDeep = false;
    const auto watchDepth = [&tooDeep](int depth, Json::parse_event_t, Json&) {
        tooDeep = tooDeep || depth > deepest;
        return !tooDeep;
    };
    try {
        Json parsed = Json::parse(text, watchDepth);
        if (tooDeep)
            return fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "JSON nested deeper than 256 levels");
        return parsed;
    } catch (const Json::parse_error& error) {
        return fail(Errc::Unreadable, placeAt(text, error.byte > 0 ? error.byte - 1 : 0, fileName),
                    "not valid JSON", "check for a missing comma, quote or bracket just before this place");
    } catch (const std::exception&) {
        return fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "not valid JSON");
    }
}

std::string dumpJson(const Json& json, int indent) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

const Json& memberAt(const Json& object, std::string_view key) {
    static const Json null;
    if (!object.is_object())
        return null;
    const auto found = object.find(std::string(key));
    return found == object.end() ? null : *found;
}

std::string stringAt(const Json& object, std::string_view key, std::string_view otherwise) {
    const Json& member = memberAt(object, key);
    return member.is_string() ? member.get<std::string>() : std::string(otherwise);
}

double numberAt(const Json& object, std::string_view key, double otherwise) {
    const Json& member = memberAt(object, key);
    return member.is_number() ? member.get<double>() : otherwise;
}

bool boolAt(const Json& object, std::string_view key, bool otherwise) {
    const Json& member = memberAt(object, key);
    return member.is_boolean() ? member.get<bool>() : otherwise;
}

} // namespace rapport::base
