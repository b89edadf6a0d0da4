// SPDX-License-Identifier: GPL-3.0-or-later
// Boundaries for people's eyes and cursors (ICU, UAX #29): graphemes, words, sentences. Not the tokens of
// search; those are in text/tokenizer.h.
#pragma once

#include "text/text_range.h"

#include <string_view>
#include <vector>

namespace rapport::text {

/// Words as a person counts them (letters or digits in them), in order.
[[nodiscard]] std::vector<TextRange> words(std::string_view utf8);
[[nodiscard]] std::int64_t countWords(std::string_view utf8);
/// Sentences without the white space around them, in order, none empty; a line break ends a sentence.
/// `language` is "nl", "en", ...: abbreviations differ.
[[nodiscard]] std::vector<TextRange> sentences(std::string_view utf8, std::string_view language);
/// The word that holds or touches a position; empty range at the position if there is none.
[[nodiscard]] TextRange wordAt(std::string_view utf8, CodePoints position);
[[nodiscard]] TextRange sentenceAt(std::string_view utf8, std::string_view language, CodePoints position);
/// Next and previous place where a cursor may stand.
[[nodiscard]] CodePoints nextGrapheme(std::string_view utf8, CodePoints position);
[[nodiscard]] CodePoints previousGrapheme(std::string_view utf8, CodePoints position);

} // namespace rapport::text
