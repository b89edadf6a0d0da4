// SPDX-License-Identifier: GPL-3.0-or-later
// base::Error as a translated sentence: what, where, what to do. What the rooms below say of it goes under
// "details".
#pragma once

#include "base/error.h"

#include <QString>

namespace rapport::ui {

/// One sentence in the user's language by the error's code.
[[nodiscard]] QString errorSentence(const base::Error& error);
/// The message, place and hint, in the user's language too; a hint on what to type at the command line is
/// left out.
[[nodiscard]] QString errorDetails(const base::Error& error);

} // namespace rapport::ui
