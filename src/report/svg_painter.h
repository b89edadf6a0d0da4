// SPDX-License-Identifier: GPL-3.0-or-later
// An SVG as librsvg and Cairo paint it: a late library (base/platform/late_library.h), so that who writes no
// drawing does not wait for the fifty libraries behind them.
#pragma once

#include <string>

namespace rapport::report {

struct PaintedSvg {
    double width = 0; ///< in the drawing's own pixels
    double height = 0;
    std::string png;
};

/// rapport_paint_svg: `sharpness` pixels for each of the drawing's own, fewer where a side had more than
/// `longestSide`. `why` it cannot be painted stays empty where it was.
using PaintSvg = void(const std::string& svg, double sharpness, double longestSide, PaintedSvg& painted,
                      std::string& why);

} // namespace rapport::report
