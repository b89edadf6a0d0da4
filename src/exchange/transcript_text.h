// SPDX-License-Identifier: GPL-3.0-or-later
// Plain-text transcripts in the notations people use: "Name: text", "[00:01:02] Name: text", "Name 12:34"
// above the text, "00:00:21A: text". What was said is kept letter by letter; labels and times become fields.
#pragma once

#include "base/result.h"
#include "exchange/format.h"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

[[nodiscard]] Likelihood probeTranscriptText(std::string_view head, std::string_view fileName);

/// A text without any speaker becomes one turn per paragraph. Errors: Unreadable (empty, binary).
[[nodiscard]] base::Result<Records> readTranscriptText(std::string_view bytes, const std::string& fileName,
                                                       const ReadOptions& options, const base::Task& task);

/// Warns of lines that begin like a speaker's and were taken for none. Private to this room.
void tellDoubts(Transcript& transcript, std::size_t doubts, std::string_view first);

/// Of a document; empty ones are not there, but counted.
struct DocumentParagraph {
    std::string text;
    std::size_t number = 0; ///< from 1
    bool isHeading = false; ///< by its style: it ends a turn and names no speaker, but for "Name:" alone
};

/// A conversation of more turns is none: what is read as one is something else, and would fill the memory.
inline constexpr std::size_t mostTurns = 200'000;
[[nodiscard]] tl::unexpected<base::Error> tooManyTurns(const std::string& fileName);
/// The same of its text, in bytes: reading takes a multiple of it in memory.
inline constexpr std::size_t mostText = 64U << 20U;
inline constexpr const char* tooMuchText = "holds more than 64 MB of text";
/// Of a file that is all text. Errors: Unreadable.
[[nodiscard]] base::Status refuseLong(std::string_view bytes, const std::string& fileName);

/// Speakers in the paragraphs of a document; without any, each paragraph is a turn. A turn's line is the
/// number of its paragraph. Errors: Unreadable (no words, too many turns). Private to this room.
[[nodiscard]] base::Result<Transcript>
transcriptFromParagraphs(const std::vector<DocumentParagraph>& paragraphs, const std::string& fileName,
                         const ReadOptions& options);

/// The same for lines of a page, where a paragraph is what stands between empty lines; a turn's text keeps
/// its line ends.
[[nodiscard]] base::Result<Transcript> transcriptFromLines(const std::vector<std::string>& lines,
                                                           const std::string& fileName,
                                                           const ReadOptions& options);

} // namespace rapport::exchange
