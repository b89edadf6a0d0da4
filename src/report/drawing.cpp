// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/drawing.h"

#include "base/format.h"

#include <cairo.h>
#include <librsvg/rsvg.h>

#include <cmath>
#include <memory>

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

struct Free {
    void operator()(RsvgHandle* svg) const { g_object_unref(svg); }
    void operator()(GError* error) const { g_error_free(error); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* painter) const { cairo_destroy(painter); }
};

tl::unexpected<base::Error> cannot(GError* error) {
    const std::unique_ptr<GError, Free> owned(error);
    return base::fail(Errc::InvalidArgument,
                      base::said("a drawing cannot be painted: {}", owned ? owned->message : "no size"));
}

cairo_status_t append(void* into, const unsigned char* bytes, unsigned int size) {
    static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

base::Result<Drawing> drawingOf(std::string svg, double sharpness) {
    GError* error = nullptr;
    const std::unique_ptr<RsvgHandle, Free> handle(
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
    if (!handle)
        return cannot(error);
    Drawing drawing;
    if (rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &drawing.width, &drawing.height) == FALSE ||
        !(drawing.width >= 1) || !(drawing.height >= 1))
        return cannot(nullptr);
    const double longest = std::max(drawing.width, drawing.height);
    const double scale = std::min(sharpness, longestSide / longest);
    const std::unique_ptr<cairo_surface_t, Free> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(std::ceil(drawing.width * scale)),
                                   static_cast<int>(std::ceil(drawing.height * scale))));
    const std::unique_ptr<cairo_t, Free> painter(cairo_create(surface.get()));
    cairo_set_source_rgb(painter.get(), 1, 1, 1);
    cairo_paint(painter.get());
    const RsvgRectangle whole{0, 0, drawing.width * scale, drawing.height * scale};
    if (rsvg_handle_render_document(handle.get(), painter.get(), &whole, &error) == FALSE)
        return cannot(error);
    cairo_surface_flush(surface.get());
    if (cairo_surface_write_to_png_stream(surface.get(), append, &drawing.png) != CAIRO_STATUS_SUCCESS)
        return base::fail(Errc::Io, "there is no memory for a drawing");
    drawing.title = between(svg, "<title>", "</title>");
    drawing.description = between(svg, "<desc>", "</desc>");
    drawing.svg = std::move(svg);
    return drawing;
}

} // namespace rapport::report
