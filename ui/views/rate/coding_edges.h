// SPDX-License-Identifier: GPL-3.0-or-later
// Moving an end of a coding with the keyboard: by word or by character, never past its other end.
#pragma once

#include "text/text_range.h"

#include <optional>

namespace rapport::ui {

class ReadingView;

enum class EdgeStep { Word, Character };

/// The range after one step, in the positions of `reading`; nothing where there is no step to take.
[[nodiscard]] std::optional<text::TextRange> movedEdge(const ReadingView& reading, text::TextRange range,
                                                       bool movesBegin, bool forward, EdgeStep step);

} // namespace rapport::ui
