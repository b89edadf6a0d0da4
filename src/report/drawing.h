// SPDX-License-Identifier: GPL-3.0-or-later
// A drawing on its way into an office file: the SVG as charts.h and figures.h make it, the same as a picture
// for programs that do not draw SVG, and the words that stand for it. The picture is librsvg's: Cairo paints,
// fontconfig finds the letters, so its bytes differ between machines; the SVG does not. Any thread.
#pragma once

#include "base/result.h"

#include <string>

namespace rapport::report {

struct Drawing {
    std::string svg;
    std::string png;  ///< on white
    double width = 0; ///< in pixels of 1/96 inch
    double height = 0;
    std::string title;       ///< escaped for XML, as it stands in the SVG
    std::string description; ///< the same; may be empty
};

/// `sharpness`: pixels of the picture to one of the drawing. Errors: InvalidArgument (no SVG with a size, or
/// one too large to paint), Io (librsvg cannot be loaded).
[[nodiscard]] base::Result<Drawing> drawingOf(std::string svg, double sharpness = 3);

} // namespace rapport::report
