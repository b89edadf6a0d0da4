// SPDX-License-Identifier: GPL-3.0-or-later
// base::Error as a translated sentence: what, where, what to do. The rooms below speak English only; what
// they say goes under "details".
#pragma once

#include "base/error.h"

#include <QString>

namespace rapport::ui {

/// One sentence in the user's language by the error's code.
[[nodiscard]] QString errorSentence(const base::Error& error);
/// The message, place and hint as the rooms wrote them.
[[nodiscard]] QString errorDetails(const base::Error& error);

} // namespace rapport::ui
