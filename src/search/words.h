// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a text with their places, as every part of this room sees them: the index, the matcher and the
// highlighter must agree to the last word. Internal to this room.
#pragma once

#include "search/query.h"
#include "text/text_range.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::search::detail {

/// So many places are left free between two sentences, so that no phrase reaches from one into the next.
inline constexpr std::uint32_t sentenceGap = 100;

struct PlacedWord {
    std::string folded; ///< at most maximumWordBytes
    text::TextRange range;
    std::uint32_t place = 0; ///< neighbours in a sentence differ by 1; a joined form shares its first part's
    bool isJoined = false;
};

/// In order of place, joined forms after the word they share it with.
[[nodiscard]] std::vector<PlacedWord> placedWords(std::string_view text);

/// At most `bytes`, cut before a code point.
[[nodiscard]] std::string_view cutAt(std::string_view utf8, std::size_t bytes);

[[nodiscard]] inline bool fits(const QueryWord& word, std::string_view folded) {
    return word.isPrefix ? folded.substr(0, word.folded.size()) == word.folded : folded == word.folded;
}

} // namespace rapport::search::detail
