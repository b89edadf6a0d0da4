// SPDX-License-Identifier: GPL-3.0-or-later
// What in a line of a transcript may be a speaker's label or a time, judged by its form alone. Whether it is
// one is decided over the whole file. Private to this room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapport::exchange {

/// A time as people write it, and how it was written: turns of one file write it in one way.
struct TimeMark {
    std::int64_t milliseconds = 0;
    std::size_t length = 0;                        ///< bytes, brackets included
    int fields = 0;                                ///< 2 for mm:ss, 3 for h:mm:ss
    char bracket = '\0';                           ///< '[', '(', '<', '#' or none
    std::optional<std::int64_t> endMilliseconds{}; ///< of a range
};

/// At the very beginning of `text`: "1:02", "00:01:02", "00:01:02.345", "0:01 - 0:05", "0:01 --> 0:05", also
/// in
/// [], (), <> or # #.
[[nodiscard]] std::optional<TimeMark> timeAt(std::string_view text);
/// At the very end of `text`, after white space: "Name  12:34", "Name (00:12)", "... said. #00:01:02-3#".
[[nodiscard]] std::optional<TimeMark> timeAtEnd(std::string_view text);

/// How much the words before a colon look like a name or a role rather than the start of a sentence.
enum class LabelForm {
    None,   ///< cannot be one: too long, a sentence, an address
    Weak,   ///< "ik dacht", "one more thing": only if the file is regular about it
    Strong, ///< "Interviewer", "De heer Van der Lee (VVD)", "A", "P12"
};
[[nodiscard]] LabelForm labelForm(std::string_view label);

/// The words before the first colon of a line, where white space or the end follows the colon. `length`
/// counts the bytes up to and with the colon.
struct Label {
    std::string_view name; ///< trimmed, without a time in brackets behind it
    std::size_t length = 0;
    std::optional<TimeMark> time;
    LabelForm form = LabelForm::None;
};
[[nodiscard]] std::optional<Label> labelAt(std::string_view line);

/// White space inside as one blank and none before the sign of doubt ("Els ?"): labels are shown like this.
[[nodiscard]] std::string tidyLabel(std::string_view label);
/// What labels of one speaker have in common: without case, accents, blanks and the sign of doubt. Empty for
/// "?" alone.
[[nodiscard]] std::string labelKey(std::string_view label);
/// The name for a part in the conversation, in small letters.
[[nodiscard]] bool isRoleKey(std::string_view key);

} // namespace rapport::exchange
