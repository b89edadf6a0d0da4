// SPDX-License-Identifier: GPL-3.0-or-later
// Captions with times: WebVTT (also as Teams and Zoom write it), SubRip and SubViewer as YouTube writes it.
// Cues of one speaker in a row become one turn; tags and character references are resolved. A cue whose time
// cannot be read is a problem with its line, and not taken.
#pragma once

#include "base/result.h"
#include "exchange/format.h"

#include <string>
#include <string_view>

namespace rapport::exchange {

[[nodiscard]] Likelihood probeWebVtt(std::string_view head, std::string_view fileName);
[[nodiscard]] Likelihood probeSubRip(std::string_view head, std::string_view fileName);
[[nodiscard]] Likelihood probeSubViewer(std::string_view head, std::string_view fileName);

/// Errors: Unreadable (no WEBVTT in the first line and no cue where one could begin, binary, no cue at all).
[[nodiscard]] base::Result<Records> readWebVtt(std::string_view bytes, const std::string& fileName,
                                               const ReadOptions& options, const base::Task& task);
[[nodiscard]] base::Result<Records> readSubRip(std::string_view bytes, const std::string& fileName,
                                               const ReadOptions& options, const base::Task& task);
[[nodiscard]] base::Result<Records> readSubViewer(std::string_view bytes, const std::string& fileName,
                                                  const ReadOptions& options, const base::Task& task);

} // namespace rapport::exchange
