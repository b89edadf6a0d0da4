// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/svg_painter.h"

#include <cairo.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace rapport::report {

namespace {

struct Free {
    void operator()(RsvgHandle* svg) const { g_object_unref(svg); }
    void operator()(GError* error) const { g_error_free(error); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* painter) const { cairo_destroy(painter); }
};

std::string reason(GError* error) {
    const std::unique_ptr<GError, Free> owned(error);
    return owned ? owned->message : "no size";
}

cairo_status_t append(void* into, const unsigned char* bytes, unsigned int size) {
    static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

std::string paint(const std::string& svg, double sharpness, double longestSide, PaintedSvg& painted) {
    GError* error = nullptr;
    const std::unique_ptr<RsvgHandle, Free> handle(
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
    if (!handle)
        return reason(error);
    if (rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &painted.width, &painted.height) == FALSE ||
        !(painted.width >= 1) || !(painted.height >= 1))
        return reason(nullptr);
    const double scale = std::min(sharpness, longestSide / std::max(painted.width, painted.height));
    const std::unique_ptr<cairo_surface_t, Free> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(std::ceil(painted.width * scale)),
                                   static_cast<int>(std::ceil(painted.height * scale))));
    const std::unique_ptr<cairo_t, Free> painter(cairo_create(surface.get()));
    cairo_set_source_rgb(painter.get(), 1, 1, 1);
    cairo_paint(painter.get());
    const RsvgRectangle whole{0, 0, painted.width * scale, painted.height * scale};
    if (rsvg_handle_render_document(handle.get(), painter.get(), &whole, &error) == FALSE)
        return reason(error);
    cairo_surface_flush(surface.get());
    if (cairo_surface_write_to_png_stream(surface.get(), append, &painted.png) != CAIRO_STATUS_SUCCESS)
        return "no memory";
    return {};
}

} // namespace

} // namespace rapport::report

extern "C" void rapport_paint_svg(const std::string& svg, double sharpness, double longestSide,
                                  rapport::report::PaintedSvg& painted, std::string& why) {
    why = rapport::report::paint(svg, sharpness, longestSide, painted);
}
