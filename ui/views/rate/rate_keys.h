// SPDX-License-Identifier: GPL-3.0-or-later
// What a key press means in Rate: a letter or digit of the codebook, a count, the second row, the filter.
// Digits go by place on the top row, so that layouts which need Shift for them (Belgian AZERTY) do not.
#pragma once

#include <QString>

class QKeyEvent;

namespace rapport::ui {

struct RateKey {
    enum Kind { None, Letter, Digit, Plus, Minus, Slash, Comma };
    Kind kind = None;
    QString text; ///< the letter in lower case, or the digit
};

/// Only for presses without Ctrl, Alt and Meta.
[[nodiscard]] RateKey rateKey(const QKeyEvent& event);
/// The same from its parts; `scanCode` 0 if unknown.
[[nodiscard]] RateKey rateKey(const QString& text, int key, quint32 scanCode, bool withShift);

} // namespace rapport::ui
