// SPDX-License-Identifier: GPL-3.0-or-later
// The tokens of search: one rule for every index and for every query. UAX #29 word boundaries, then split at
// . : _ @ between letters; the apostrophe (U+2019 as ') stays inside a word; a soft hyphen is ignored. Stored
// text is never changed; folding lives in the tokens alone.
#pragma once

#include "text/text_range.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::text {

struct Token {
    Token() = default;
    explicit Token(std::string word)
        : folded(std::move(word)) {}
    /// A word that is written in its place: `folded` has 15 letters, as many as need no memory of their own.
    struct InPlace {};
    explicit Token(InPlace)
        : folded(15, '\0') {}

    std::string folded;         ///< see fold(); never empty
    TextRange range;            ///< in the text that was tokenised
    Utf8Range bytes;            ///< the same place in bytes
    std::uint32_t position = 0; ///< counts from 0; joined forms share the position of their first part
    bool startsSentence = false;
    bool isJoined = false; ///< an extra form over several tokens: "leerkracht-leerling" ->
                           ///< leerkrachtleerling, "i.p.v." -> ipv
};

/// In order of position, joined forms after the token they share it with.
[[nodiscard]] std::vector<Token> tokenize(std::string_view utf8);
/// The same into `tokens`, whose memory serves again: for many texts one after another.
void tokenize(std::string_view utf8, std::vector<Token>& tokens);

/// Changes whenever the tokens of some text may: rules' version and ICU's version. An index made under
/// another fingerprint is made anew.
[[nodiscard]] std::string tokenizerFingerprint();

} // namespace rapport::text
