// SPDX-License-Identifier: GPL-3.0-or-later
// What screen readers get of a ReadingView: the text, caret and selection, by character, word, sentence and
// line.
#pragma once

namespace rapport::ui {

/// Tells Qt how to describe ReadingView; safe to call often.
void installReadingAccessibility();

} // namespace rapport::ui
