// SPDX-License-Identifier: GPL-3.0-or-later
// What the rooms below say, in the user's language. They make their sentences from English patterns
// (base/phrase.h); the Dutch of each pattern is in i18n/rapport_nl_rooms.ts, with the same {} places.
#pragma once

#include "base/phrase.h"

#include <QString>

namespace rapport::ui {

/// English where a pattern is not known.
[[nodiscard]] QString phraseText(const base::Phrase& phrase);
/// The same with a capital letter and a full stop, to stand by itself.
[[nodiscard]] QString phraseSentence(const base::Phrase& phrase);

} // namespace rapport::ui
