// SPDX-License-Identifier: GPL-3.0-or-later
// How a page looks as HTML: one style sheet, light and dark, screen and paper. No outside fonts or pictures.
// Colours are the program's own tokens; each text colour stands at 4.5:1 or more on its ground.
#pragma once

#include <string>
#include <string_view>

namespace rapport::report {

[[nodiscard]] std::string_view styleSheet();

/// Colour of a code in the dark theme: the palette's counterpart, another colour as it is.
[[nodiscard]] std::string darkCodeColour(std::string_view light);

/// "#rrggbb" in any case is given back, everything else becomes the palette's slate.
[[nodiscard]] std::string checkedColour(std::string_view colour);

} // namespace rapport::report
