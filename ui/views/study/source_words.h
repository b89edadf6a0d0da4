// SPDX-License-Identifier: GPL-3.0-or-later
// How what is known of participants is written in the language of the window.
#pragma once

#include "model/participant.h"

#include <QString>
#include <string>

namespace rapport::ui {

/// Numbers and dates as they are written in the language of the window; what is no such thing as it came.
[[nodiscard]] QString shownValue(const model::Attribute& attribute, const std::string& value);

} // namespace rapport::ui
