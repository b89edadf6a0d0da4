// SPDX-License-Identifier: GPL-3.0-or-later
// A text in the study's languages: {"en": "Closeness", "nl": "Nabijheid"}.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace rapport::model {

struct LocalText {
    std::map<std::string, std::string, std::less<>> byLanguage;

    /// In that language, else in English, else in whatever there is; empty if there is nothing.
    [[nodiscard]] const std::string& in(std::string_view language) const;
    [[nodiscard]] bool isEmpty() const;
    friend bool operator==(const LocalText&, const LocalText&) = default;
};

/// The same words whatever the language.
[[nodiscard]] LocalText sameText(std::string_view text, std::string_view language = "en");

} // namespace rapport::model
