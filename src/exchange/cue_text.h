// SPDX-License-Identifier: GPL-3.0-or-later
// The text of one WebVTT cue: who speaks (<v Name>), tags stripped, character references resolved. Private to
// this room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

struct VoicePiece {
    std::string speaker; ///< empty before any voice tag
    std::string text;
};

/// In order; a "<" that opens no tag stays a letter. Linear.
[[nodiscard]] std::vector<VoicePiece> splitVoices(std::string_view cue);

} // namespace rapport::exchange
