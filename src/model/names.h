// SPDX-License-Identifier: GPL-3.0-or-later
// How units and sources are named for people and scripts: "P001/Q1", "focus-group#12", "focus-group". The
// characters / # @ % inside a part are written %2F %23 %40 %25.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rapport::model {

inline constexpr std::size_t longestRaterName = 100; ///< bytes

[[nodiscard]] std::string escapeNamePart(std::string_view part);
[[nodiscard]] std::string unescapeNamePart(std::string_view part);
/// `instrument` and `wave` empty for the study's first.
[[nodiscard]] std::string answerName(std::string_view participant, std::string_view prompt,
                                     std::string_view instrument = {}, std::string_view wave = {});
[[nodiscard]] std::string turnName(std::string_view source, std::int64_t number);
/// Of a file: what cannot be seen in its name (see plainName) is U+FFFD.
[[nodiscard]] std::string sourceName(std::string_view fileStem);
/// Every letter can be seen.
[[nodiscard]] bool isVisible(std::string_view text);
/// What cannot be seen is U+FFFD. What is not UTF-8 stays.
[[nodiscard]] std::string visibleName(std::string_view text);

/// As lists and tables can show it: what cannot be seen (control characters, line breaks) is a blank, and no
/// blanks stand at the ends. What is not UTF-8 stays.
[[nodiscard]] std::string plainName(std::string_view text);
/// Whatever another program calls somebody, as the name of a rater: plain, without commas, at most
/// `mostBytes`. Empty: nothing is left of it.
[[nodiscard]] std::string raterName(std::string_view text, std::size_t mostBytes = longestRaterName);

/// Trimmed; white space within (line breaks, no-break spaces) is one blank.
[[nodiscard]] std::string evenBlanks(std::string_view text);
/// Somebody's name as it is kept and looked up: composed, without what nobody sees (zero-width spaces, soft
/// hyphens), even blanks and hyphens. What looks the same is one person. What is not UTF-8 stays.
[[nodiscard]] std::string personName(std::string_view text);

/// Letters, digits, '_' and '-', beginning with a letter: names of prompts and variables.
[[nodiscard]] bool isIdentifier(std::string_view text);
/// UTF-8, not empty, at most 100 bytes, no comma, control character or line break, no blanks at the ends:
/// names of raters stand in lists and tables.
[[nodiscard]] bool canNameRater(std::string_view text);

} // namespace rapport::model
