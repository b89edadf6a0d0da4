// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a PDF page as they stand on it, and lines put together to flowing text again. Poppler leaves
// out a hyphen at a line's end and puts the next line behind it, whoever speaks there: both are undone here.
// Private to this room.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

/// A page's text with the hyphens, and the line ends behind them, that are in its words alone; nothing where
/// the words are not those of the text in its order (as with letters that run from right to left).
[[nodiscard]] std::optional<std::string> withHyphens(std::string_view text,
                                                     const std::vector<std::string>& words);

/// Words that a line's end broke, put together without their hyphen.
struct JoinedWords {
    std::size_t count = 0;
    std::string first; ///< "begin-ning"
};

/// A line behind a text. "begin-" and "ning" are one word; "Noord-" and "Holland", "2019-" and "2020" keep
/// their hyphen; "in-" and "en uitvoer" stay two words, as other lines do.
void joinLine(std::string& text, std::string_view line, JoinedWords& joined);

/// Lines that end inside a word, or at a hyphen of its own, get the next one behind them, unless somebody may
/// begin to speak there: for a reader that takes lines for paragraphs, such a word would be torn in two.
void joinBroken(std::vector<std::string>& lines, JoinedWords& joined);

/// Lines of one turn to flowing text; empty lines stay as breaks between paragraphs. `begins`: where the
/// words of each line begin in it, those of an empty one where the next ones do.
[[nodiscard]] std::string flow(std::string_view said, std::vector<std::size_t>& begins, JoinedWords& joined);

} // namespace rapport::exchange
