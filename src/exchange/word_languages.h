// SPDX-License-Identifier: GPL-3.0-or-later
// In which language the words of a code stand in a file that has one language's words of each: where there
// are none in the language that was asked for, others stand in (LocalText::in), and the file says so.
#pragma once

#include "model/codebook.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

/// Fields are named as the columns of our own table: code (its title), definition, use, avoid, example,
/// anti_example.
class WordLanguages {
public:
    WordLanguages() = default;
    WordLanguages(const model::Code& code, std::string_view language);
    WordLanguages(const model::Variable& variable, std::string_view language);

    /// "en", or of words in several languages "en, definition nl, example nl".
    [[nodiscard]] std::string text() const;
    [[nodiscard]] static std::optional<WordLanguages> read(std::string_view text);

    [[nodiscard]] bool isEmpty() const { return m_language.empty(); } ///< nothing was said
    [[nodiscard]] const std::string& of(std::string_view field) const;

private:
    void add(std::string_view field, const model::LocalText& words, std::string_view language);

    std::string m_language; ///< of the title, and of what is not named
    std::map<std::string, std::string, std::less<>> m_others;
};

/// What examples say in one language: that one where any of them speaks it, else one that they speak. Those
/// that have no words in it are not among them.
struct SpokenExamples {
    std::string language; ///< empty: there are none
    std::vector<std::string> words;
};
[[nodiscard]] SpokenExamples spokenExamples(const std::vector<model::LocalText>& examples,
                                            std::string_view language);

} // namespace rapport::exchange
