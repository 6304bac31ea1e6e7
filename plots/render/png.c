// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "plots/render/render_internal.h"

static cairo_status_t append(void *closure, const unsigned char *data, unsigned int length)
{
    bs_buffer *out = closure;
    bs_buffer_add(out, (bs_str){(const char *)data, length});
    return out->failed ? CAIRO_STATUS_NO_MEMORY : CAIRO_STATUS_SUCCESS;
}

bs_status bs_render__png(bs_buffer *out, const bs_scene *scene, const bs_render_options *options,
                         bs_error *err)
{
    int width = (int)ceil(scene->width_px * options->scale);
    int height = (int)ceil(scene->height_px * options->scale);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, options->scale, options->scale);
    bs_status status = bs_render__draw(cr, scene, err);
    cairo_destroy(cr);
    if (status == BS_OK) {
        cairo_status_t written = cairo_surface_write_to_png_stream(surface, append, out);
        status = bs_render__cairo_status(written, err);
    }
    cairo_surface_destroy(surface);
    return status;
}
