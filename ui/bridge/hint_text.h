// SPDX-License-Identifier: GPL-3.0-or-later
// What to do, as the rooms below advise it, for a window: what to type at a prompt stays out of it.
#pragma once

#include "base/phrase.h"

#include <QString>

namespace rapport::ui {

/// As a sentence in the user's language; empty where the hint (or note) is nothing but what to type. Of
/// "advice: --option" the advice, also where it stands behind the name of a file.
[[nodiscard]] QString hintText(const base::Phrase& hint);

} // namespace rapport::ui
