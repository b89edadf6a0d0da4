// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/detail_words.h"

#include "base/format.h"
#include "base/json.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rapport::service {

namespace {

struct Counted {
    std::string_view key;
    const char* one;
    const char* many;
};
constexpr std::array<Counted, 4> counts{{{"units", "unit", "units"},
                                         {"candidates", "unit to draw from", "units to draw from"},
                                         {"assignments", "assignment", "assignments"},
                                         {"added", "row came in", "rows came in"}}};

/// Said either way; other switches only where they are on.
constexpr std::array<std::pair<std::string_view, std::pair<const char*, const char*>>, 3> switches{
    {{"blinded", {"blinded", "not blinded"}},
     {"shown", {"shown", "not shown"}},
     {"codings", {"with codings", "without codings"}}}};

std::string wordsOf(const std::string& key, const base::Json& value) {
    std::string name = key;
    std::replace(name.begin(), name.end(), '_', ' ');
    if (value.is_boolean()) {
        for (const auto& [each, words] : switches) {
            if (each == key)
                return value.get<bool>() ? words.first : words.second;
        }
        return value.get<bool>() ? name : std::string();
    }
    if (value.is_number_integer()) {
        const auto number = value.get<std::int64_t>();
        for (const Counted& each : counts) {
            if (each.key == key)
                return fmt::format("{} {}", number, number == 1 ? each.one : each.many);
        }
        return number == 0 ? std::string() : fmt::format("{} {}", name, number);
    }
    if (value.is_string()) {
        const auto text = value.get<std::string>();
        return text.empty() ? std::string() : fmt::format("{} {}", name, text);
    }
    if (value.is_array()) {
        std::string list;
        for (const base::Json& each : value)
            list += (list.empty() ? "" : " ") +
                    (each.is_string() ? each.get<std::string>() : base::dumpJson(each, -1));
        return list.empty() ? std::string() : fmt::format("{} {}", name, list);
    }
    return value.is_null() ? std::string() : fmt::format("{} {}", name, base::dumpJson(value, -1));
}

} // namespace

std::string detailWords(std::string_view detail) {
    const auto json = base::parseJson(detail);
    if (!json || !json->is_object())
        return std::string(detail);
    std::string text;
    for (const auto& [key, value] : json->items()) {
        // Of somebody who withdrew: a digest, which tells people nothing.
        if (key == "name" && json->contains("codings"))
            continue;
        // How long ago, of a sample that is rated again; other rounds have it, too.
        if (key == "again_after_days" && base::stringAt(*json, "again").empty())
            continue;
        const std::string words = wordsOf(key, value);
        if (!words.empty())
            text += (text.empty() ? "" : ", ") + words;
    }
    return text;
}

} // namespace rapport::service
