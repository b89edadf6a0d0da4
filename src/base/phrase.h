// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence for people that can be said in another language: the English pattern it was made from, which is
// its stable identifier, and its arguments. The rooms and the command line speak English (`text`); the
// desktop looks the pattern up and fills the arguments in (`sayAs`). Sentences are made with `said` of
// base/format.h. A text that came from elsewhere (a system's message, a name) has no pattern and is shown as
// it is.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::base {

class Phrase {
public:
    Phrase() = default;
    /// A sentence without arguments: its own pattern.
    Phrase(const char* sentence)
        : m_text(sentence)
        , m_pattern(sentence) {}
    /// A text from elsewhere.
    Phrase(std::string text)
        : m_text(std::move(text)) {}
    /// For `said`.
    Phrase(std::string text, std::string pattern, std::vector<Phrase> arguments)
        : m_text(std::move(text))
        , m_pattern(std::move(pattern))
        , m_arguments(std::move(arguments)) {}

    [[nodiscard]] const std::string& text() const { return m_text; } ///< in English
    [[nodiscard]] const std::string& pattern() const { return m_pattern; }
    [[nodiscard]] const std::vector<Phrase>& arguments() const { return m_arguments; }

    operator const std::string&() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    [[nodiscard]] std::size_t find(std::string_view part) const { return m_text.find(part); }

    friend bool operator==(const Phrase& a, const Phrase& b) { return a.m_text == b.m_text; }
    friend bool operator==(const Phrase& a, std::string_view text) { return a.m_text == text; }
    friend bool operator==(const Phrase& a, const char* text) { return a.m_text == text; }
    friend bool operator==(const Phrase& a, const std::string& text) { return a.m_text == text; }
    friend std::string operator+(const std::string& text, const Phrase& phrase) {
        return text + phrase.m_text;
    }
    friend std::string operator+(const Phrase& phrase, const std::string& text) {
        return phrase.m_text + text;
    }
    friend std::ostream& operator<<(std::ostream& out, const Phrase& phrase);

private:
    std::string m_text;
    std::string m_pattern;
    std::vector<Phrase> m_arguments;
};

/// The pattern of a sentence in another language; none where it is not known.
using PatternIn = std::function<std::optional<std::string>(const std::string& pattern)>;

/// The phrase and the phrases in it in another language; in English where that does not have it.
[[nodiscard]] std::string sayAs(const Phrase& phrase, const PatternIn& language);

/// `pattern` with its fields ("{}", "{0}", "{:.2f}") replaced by texts that are formatted already; "{{" and
/// "}}" become one. A field without an argument stays as it is.
[[nodiscard]] std::string filled(std::string_view pattern, const std::vector<std::string>& arguments);

} // namespace rapport::base
