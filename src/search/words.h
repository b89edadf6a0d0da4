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

struct PlacedWord {
    std::string folded; ///< at most maximumWordBytes
    text::TextRange range;
    text::Utf8Range bytes;
    std::uint32_t position = 0; ///< counts words from 0; a joined form shares its first part's
    std::uint32_t parts = 1;    ///< words that it stands for: more than one for a joined form
    std::uint32_t sentence = 0; ///< counts from 0
    bool isJoined = false;
};

/// In order of position, joined forms after the word they share it with.
[[nodiscard]] std::vector<PlacedWord> placedWords(std::string_view text);

/// How often a word counts in the ranking: see IndexedUnit::nameBytes.
[[nodiscard]] std::uint32_t weightOf(const PlacedWord& word, std::size_t nameBytes);

/// At most `bytes`, cut before a code point.
[[nodiscard]] std::string_view cutAt(std::string_view utf8, std::size_t bytes);

} // namespace rapport::search::detail
