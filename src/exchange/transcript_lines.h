// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a plain-text transcript with everything that each might be: a time, a label, both. Whether it
// is one is decided over the whole file (transcript_marks.h). Private to this room.
#pragma once

#include "exchange/speaker_label.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

/// A line that is not blank, and everything it might be.
struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t number = 0;
    bool isAfterBlank = false;
    bool isGlued = false; ///< its time hung on the end of the sentence before

    std::optional<TimeMark> time; ///< at its beginning
    std::size_t rest = 0;         ///< byte after the time and the blanks behind it
    std::size_t labelBegin = 0;   ///< the same behind signs that stand before a name ("#", ">>", "**")
    std::optional<Label> label;   ///< "Name:" after the time, or at its beginning
    std::string name;             ///< of the label, tidied
};

/// Lines that are not blank; a time glued to the end of a sentence begins one of its own.
[[nodiscard]] std::vector<Line> transcriptLines(std::string_view text);
/// "12 Name: text": where nearly every label begins with a number that rises, lines are numbered, and the
/// names behind are those of few people.
void dropLineNumbers(std::vector<Line>& lines);
/// Past blanks, tabs and no-break spaces.
[[nodiscard]] std::size_t afterBlanks(std::string_view text, std::size_t at);
/// One word at `at`: a label as it stands right behind a glued time. Empty if there is none.
[[nodiscard]] std::string_view wordAt(std::string_view text, std::size_t at);
/// More lines that are not blank than are looked at.
[[nodiscard]] bool hasTooManyLines(std::string_view text);

} // namespace rapport::exchange
