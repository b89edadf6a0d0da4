// SPDX-License-Identifier: GPL-3.0-or-later
// Text for the XML inside office files.
#pragma once

#include "report/page.h"

#include <string>
#include <string_view>

namespace rapport::report {

/// As plainText(), escaped, without the control characters that XML 1.0 has no place for.
[[nodiscard]] std::string officeText(std::string_view text);
/// A cell as one text, with its letters, note and caveats, not escaped; empty for a drawing.
[[nodiscard]] std::string cellText(const Cell& cell);

} // namespace rapport::report
