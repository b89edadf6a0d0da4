// SPDX-License-Identifier: GPL-3.0-or-later
// A transcript after reading: speaker turns in order. Labels, times and cue numbers are fields; a turn's text
// is only what was said.
#pragma once

#include "exchange/table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rapport::exchange {

/// Where a page of the document begins inside a turn.
struct PageBegin {
    std::size_t page = 0;
    std::int64_t at = 0; ///< code points of the turn's text
    friend bool operator==(const PageBegin&, const PageBegin&) = default;
};

struct TranscriptTurn {
    std::string speaker; ///< empty where the file names none
    std::string text;    ///< never empty; may hold \n
    std::optional<std::int64_t> beginMs;
    std::optional<std::int64_t> endMs;
    std::size_t line = 0;           ///< in the file, from 1
    std::size_t textLine = 0;       ///< where its words begin: a label may have a line of its own
    std::size_t page = 0;           ///< of a PDF, from 1; 0: the file has no pages
    std::vector<PageBegin> pages{}; ///< those that begin inside the turn
};

struct SpeakerCount {
    std::string name;
    std::int64_t turns = 0;
    std::int64_t words = 0;
};

struct Transcript {
    std::string heading; ///< text before the first speaker; goes into the source's memo, not coded
    std::string notes{}; ///< footnotes and comments of a document with their places; as `heading`
    std::vector<TranscriptTurn> turns;
    std::vector<SpeakerCount> speakers; ///< in order of first appearance
    std::vector<RowProblem> problems;
    std::string encoding;
    /// How speakers are marked: "Name:", "[time] Name:", "Name time", "time Name", "timeX:", "[Name]",
    /// "[time]", "WebVTT", "SRT", "SBV", "ELAN", "CHAT"; "paragraphs" where nothing marks them.
    std::string notation;
    std::vector<base::Phrase> warnings;
    std::vector<std::string> notSpeakers{}; ///< those of the options that were found
};

/// Fills `speakers` from the turns: in order of first appearance, with turns and words.
void countSpeakers(Transcript& transcript);

/// A name that is probably another's, misspelt: one letter more, less, other or exchanged, or other capitals,
/// accents or blanks. Names that differ in a digit are two people.
struct AlikeSpeakers {
    std::string rare;  ///< speaks less often
    std::string usual; ///< what it probably should be
};
[[nodiscard]] std::vector<AlikeSpeakers> alikeSpeakers(const Transcript& transcript);

} // namespace rapport::exchange
