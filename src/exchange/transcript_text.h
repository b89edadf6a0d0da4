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

/// Speakers in the paragraphs of a document; without any, each paragraph is a turn. A turn's line is the
/// number of its paragraph. Errors: Unreadable (no words). Private to this room.
[[nodiscard]] base::Result<Transcript> transcriptFromParagraphs(const std::vector<std::string>& paragraphs,
                                                                const std::string& fileName,
                                                                const ReadOptions& options);

/// The same for lines of a page, where a paragraph is what stands between empty lines; a turn's text keeps
/// its line ends.
[[nodiscard]] base::Result<Transcript> transcriptFromLines(const std::vector<std::string>& lines,
                                                           const std::string& fileName,
                                                           const ReadOptions& options);

} // namespace rapport::exchange
