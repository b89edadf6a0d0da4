// SPDX-License-Identifier: GPL-3.0-or-later
// Plain-text transcripts in the notations people use: "Name: text", "[00:01:02] Name: text", "Name 12:34"
// above the text, "00:00:21A: text". What was said is kept letter by letter; labels and times become fields.
#pragma once

#include "base/result.h"
#include "exchange/format.h"

#include <string>
#include <string_view>

namespace rapport::exchange {

[[nodiscard]] Likelihood probeTranscriptText(std::string_view head, std::string_view fileName);

/// A text without any speaker becomes one turn per paragraph. Errors: Unreadable (empty, binary).
[[nodiscard]] base::Result<Records> readTranscriptText(std::string_view bytes, const std::string& fileName,
                                                       const ReadOptions& options, const base::Task& task);

} // namespace rapport::exchange
