// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/coding_edges.h"

#include "ui/components/reading_view.h"

namespace rapport::ui {

namespace {

/// End of the word before the one that a position ends.
text::CodePoints wordEndBefore(const ReadingView& reading, text::CodePoints position) {
    const text::CodePoints begin = reading.wordBeginBefore(position);
    const text::CodePoints former = reading.wordBeginBefore(begin);
    return former == begin ? begin : reading.wordEndAfter(former);
}

/// Begin of the word after the one that a position begins.
text::CodePoints wordBeginAfter(const ReadingView& reading, text::CodePoints position) {
    const text::CodePoints end = reading.wordEndAfter(position);
    const text::CodePoints next = reading.wordEndAfter(end);
    return next == end ? end : reading.wordBeginBefore(next);
}

} // namespace

std::optional<text::TextRange> movedEdge(const ReadingView& reading, text::TextRange range, bool movesBegin,
                                         bool forward, EdgeStep step) {
    text::TextRange moved = range;
    text::CodePoints& edge = movesBegin ? moved.begin : moved.end;
    if (step == EdgeStep::Character)
        edge = forward ? reading.graphemeAfter(edge) : reading.graphemeBefore(edge);
    else if (movesBegin)
        edge = forward ? wordBeginAfter(reading, edge) : reading.wordBeginBefore(edge);
    else
        edge = forward ? reading.wordEndAfter(edge) : wordEndBefore(reading, edge);
    if (moved == range || moved.begin >= moved.end)
        return std::nullopt;
    return moved;
}

} // namespace rapport::ui
