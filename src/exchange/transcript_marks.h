// SPDX-License-Identifier: GPL-3.0-or-later
// Where turns begin in a plain-text transcript, and whose they are. First every line is looked at for what it
// might be, then the file as a whole decides which notation it keeps to; a colon in ordinary speech is no
// label. Private to this room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

struct TurnMark {
    std::size_t begin = 0;     ///< byte where the mark starts: the turn before ends here
    std::size_t textBegin = 0; ///< byte where what was said starts
    std::size_t line = 0;
    std::string speaker;
    bool keepsSpeaker = false; ///< a time alone: whoever spoke goes on
    std::optional<std::int64_t> beginMs;
    std::optional<std::int64_t> endMs{};
};

struct MarkedText {
    std::string notation; ///< as in Transcript::notation
    std::vector<TurnMark> marks;
    std::vector<std::string> notSpeakers; ///< those that were met
    bool isTooLong = false;               ///< more than `mostLines` lines: no marks were looked for
    std::size_t doubts = 0;               ///< lines that begin like a speaker's and were taken for none
    std::string doubt;                    ///< how the first of them begins, up to its colon
};

inline constexpr std::size_t mostLines = 1'000'000; ///< that are not blank

/// `text` with \n line ends. Time grows with its length alone.
/// `notSpeakers`: names that stay in the text, whatever they look like; those that were met are in the
/// answer.
[[nodiscard]] MarkedText findMarks(std::string_view text, const std::vector<std::string>& notSpeakers = {});

} // namespace rapport::exchange
