// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/phrase.h"

#include "base/format.h"
#include "base/number.h"

#include <algorithm>
#include <ostream>

fmt::format_context::iterator
fmt::formatter<rapport::base::Phrase>::format(const rapport::base::Phrase& phrase,
                                              fmt::format_context& context) const {
    return std::copy(phrase.text().begin(), phrase.text().end(), context.out());
}

namespace rapport::base {

namespace {

/// Calls `field` with each field's argument number and format ("", ":.2f"), `letters` with what is between.
template<typename Letters, typename Field>
void walk(std::string_view pattern, const Letters& letters, const Field& field) {
    std::size_t next = 0;
    std::size_t at = 0;
    while (at < pattern.size()) {
        const std::size_t brace = pattern.find_first_of("{}", at);
        if (brace == std::string_view::npos) {
            letters(pattern.substr(at));
            return;
        }
        letters(pattern.substr(at, brace - at));
        const std::size_t end = pattern.find('}', brace);
        const bool isDoubled = brace + 1 < pattern.size() && pattern[brace + 1] == pattern[brace];
        if (isDoubled || pattern[brace] == '}' || end == std::string_view::npos) {
            letters(pattern.substr(brace, 1));
            at = brace + (isDoubled ? 2 : 1);
            continue;
        }
        const std::string_view inside = pattern.substr(brace + 1, end - brace - 1);
        const std::size_t colon = std::min(inside.find(':'), inside.size());
        const auto number = parseInteger(inside.substr(0, colon));
        field(number ? static_cast<std::size_t>(*number) : next++, inside.substr(colon),
              pattern.substr(brace, end - brace + 1));
        at = end + 1;
    }
}

} // namespace

std::ostream& operator<<(std::ostream& out, const Phrase& phrase) {
    return out << phrase.m_text;
}

std::string filled(std::string_view pattern, const std::vector<std::string>& arguments) {
    std::string text;
    walk(
        pattern, [&](std::string_view letters) { text += letters; },
        [&](std::size_t number, std::string_view, std::string_view whole) {
            text += number < arguments.size() ? std::string_view(arguments[number]) : whole;
        });
    return text;
}

std::string sayAs(const Phrase& phrase, const PatternIn& language) {
    if (phrase.pattern().empty())
        return phrase.text();
    const std::optional<std::string> pattern = language(phrase.pattern());
    if (!pattern && phrase.arguments().empty())
        return phrase.text();
    std::vector<std::string> arguments;
    arguments.reserve(phrase.arguments().size());
    for (const Phrase& argument : phrase.arguments())
        arguments.push_back(sayAs(argument, language));
    return filled(pattern ? *pattern : phrase.pattern(), arguments);
}

namespace detail {

Phrase phraseOf(fmt::string_view pattern, fmt::format_args values,
                std::vector<std::optional<Phrase>> arguments) {
    std::vector<Phrase> given(arguments.size());
    const std::string_view whole(pattern.data(), pattern.size());
    walk(
        whole, [](std::string_view) {},
        [&](std::size_t number, std::string_view format, std::string_view) {
            if (number >= given.size())
                return;
            if (arguments[number])
                given[number] = *arguments[number];
            else if (given[number].empty())
                given[number] = fmt::vformat(fmt::format("{{{}{}}}", number, format), values);
        });
    return {fmt::vformat(pattern, values), std::string(whole), std::move(given)};
}

} // namespace detail

} // namespace rapport::base
