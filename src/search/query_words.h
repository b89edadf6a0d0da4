// SPDX-License-Identifier: GPL-3.0-or-later
// What a query is spelt with: shared by the parser and by who writes queries. Internal to this room.
#pragma once

#include "search/query.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::search::detail {

/// Straight, curly, low and angular marks all open and close a phrase.
[[nodiscard]] bool isQuotationMark(char32_t character);
/// Without white space, parentheses and quotation marks; not empty.
[[nodiscard]] bool isOneChunk(std::string_view typed);
[[nodiscard]] bool isOperator(std::string_view chunk);
/// NEAR, NEAR/3, ADJ, ADJ/3; whatever stands behind the stroke.
[[nodiscard]] bool isNearOperator(std::string_view chunk);
/// Could be a field's name: a letter, then letters, digits, _ - or full stops.
[[nodiscard]] bool isFieldLike(std::string_view name);
/// An attribute's name as it can be typed before a colon.
[[nodiscard]] std::string typeableName(std::string_view attribute);
/// The field as in fieldNames(), without regard to case and accents; empty if there is none such.
[[nodiscard]] std::string resolveField(std::string_view name, const std::vector<std::string>& attributes);

/// Optimal string alignment distance (insert, delete, replace, swap neighbours) in code points; `limit` + 1
/// where it is more than `limit`.
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit);
[[nodiscard]] std::size_t editDistance(const std::u32string& a, std::string_view b, std::size_t limit);
[[nodiscard]] std::u32string codePointsOf(std::string_view utf8);
/// Which ASCII characters a word has, as bits that some share: what takes a twentieth of the distance's time
/// and tells most words apart.
[[nodiscard]] std::uint64_t lettersOf(std::string_view word);
/// False where the distance of words with these letters is more than `edits`: one edit takes one letter, or
/// puts one.
[[nodiscard]] bool mayBeNear(std::uint64_t a, std::uint64_t b, int edits);

/// The ways of spelling what was typed, for one text leaf, or where and why it cannot be read.
struct TextProblem {
    std::size_t byte = 0; ///< in what was typed
    std::string message;
    std::string advice;
};
struct ReadText {
    std::string typed; ///< the part of it, for showing
    std::size_t begin = 0;
    std::vector<WordSequence> spellings;
};
/// `typed` is a chunk, or what stood between quotation marks (isPhrase: stars alone, [1-3] and (a|b) are
/// patterns there). `isSpelt`: case and accents matter. Nothing where there is no word in it; more than one
/// where a sentence starts inside: no phrase reaches over the end of a sentence.
[[nodiscard]] tl::expected<std::vector<ReadText>, TextProblem> readText(std::string_view typed, bool isPhrase,
                                                                        bool isSpelt);
/// One /expression/, without the slashes.
[[nodiscard]] tl::expected<ReadText, TextProblem> readExpression(std::string_view pattern, bool isSpelt);

} // namespace rapport::search::detail
