// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a query, in the language of the window: the place, a sentence, and what to do. The
// search itself speaks English; sentences that are known here are translated, others are shown as they are.
#pragma once

#include "base/error.h"

#include <QString>

namespace rapport::ui {

struct QueryErrorWords {
    QString sentence; ///< "Character 12: this parenthesis is not closed"
    QString advice;   ///< without the caret lines; may be empty
};
[[nodiscard]] QueryErrorWords queryErrorWords(const base::Error& error);

} // namespace rapport::ui
