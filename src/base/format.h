// SPDX-License-Identifier: GPL-3.0-or-later
// fmt, owned here: the rest of the program formats text through this header. Sentences that people read are
// made with `said`, so that they can be said in another language too.
#pragma once

#include "base/phrase.h"

// Not <fmt/format.h>, which half of the program would compile for nothing; base/join.h has fmt::join.
#include <fmt/core.h>

template<>
struct fmt::formatter<rapport::base::Phrase> {
    constexpr auto parse(fmt::format_parse_context& context) { return context.begin(); }
    fmt::format_context::iterator format(const rapport::base::Phrase& phrase,
                                         fmt::format_context& context) const;
};

namespace rapport::base {

namespace detail {

[[nodiscard]] Phrase phraseOf(fmt::string_view pattern, fmt::format_args values,
                              std::vector<std::optional<Phrase>> arguments);

template<typename T>
std::optional<Phrase> asPhrase(const T&) {
    return std::nullopt;
}
inline std::optional<Phrase> asPhrase(const Phrase& phrase) {
    return phrase;
}
inline std::optional<Phrase> asPhrase(const char* words) {
    return Phrase(words);
}

} // namespace detail

/// `said("there is no unit '{}'", name)`: the sentence with its pattern and arguments kept. An argument that
/// is a Phrase, or words written in the program (`count == 1 ? "turn" : "turns"`), is translated with it.
template<typename... Arguments>
[[nodiscard]] Phrase said(fmt::format_string<const Arguments&...> pattern, const Arguments&... arguments) {
    return detail::phraseOf(pattern, fmt::make_format_args(arguments...), {detail::asPhrase(arguments)...});
}

} // namespace rapport::base
