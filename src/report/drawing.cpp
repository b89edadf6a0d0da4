// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/drawing.h"

#include "base/format.h"
#include "base/platform/late_library.h"
#include "report/svg_painter.h"

#include <utility>

namespace rapport::report {

namespace {

using base::Errc;

/// Pixels along one side: more would not be a picture on a page.
constexpr double longestSide = 8000;

std::string between(const std::string& text, const std::string& open, const std::string& close) {
    const std::size_t at = text.find(open);
    if (at == std::string::npos)
        return {};
    const std::size_t begin = at + open.size();
    const std::size_t end = text.find(close, begin);
    return end == std::string::npos ? std::string() : text.substr(begin, end - begin);
}

} // namespace

base::Result<Drawing> drawingOf(std::string svg, double sharpness) {
    RAPPORT_ASSIGN(void* const paint, base::lateFunction("painter", "rapport_paint_svg"));
    PaintedSvg painted;
    std::string why;
    reinterpret_cast<PaintSvg*>(paint)(svg, sharpness, longestSide, painted, why);
    if (!why.empty())
        return base::fail(Errc::InvalidArgument, base::said("a drawing cannot be painted: {}", why));
    Drawing drawing;
    drawing.width = painted.width;
    drawing.height = painted.height;
    drawing.png = std::move(painted.png);
    drawing.title = between(svg, "<title>", "</title>");
    drawing.description = between(svg, "<desc>", "</desc>");
    drawing.svg = std::move(svg);
    return drawing;
}

} // namespace rapport::report
