// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/local_text.h"

#include <algorithm>

namespace rapport::model {

const std::string& LocalText::in(std::string_view language) const {
    static const std::string nothing;
    for (const std::string_view wanted : {language, std::string_view("en")}) {
        const auto found = byLanguage.find(wanted);
        if (found != byLanguage.end() && !found->second.empty())
            return found->second;
    }
    for (const auto& [other, text] : byLanguage) {
        if (!text.empty())
            return text;
    }
    return nothing;
}

bool LocalText::isEmpty() const {
    return std::all_of(byLanguage.begin(), byLanguage.end(),
                       [](const auto& entry) { return entry.second.empty(); });
}

LocalText sameText(std::string_view text, std::string_view language) {
    LocalText local;
    local.byLanguage.emplace(language, text);
    return local;
}

} // namespace rapport::model
