// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/render/draw.h"

#include <stdlib.h>

#include "plots/render/render_internal.h"

void bs_canvas_deinit(bs_canvas *canvas)
{
    free(canvas->pixels);
    *canvas = (bs_canvas){0};
}

static const bs_render_format formats[] = {
    {"png", ".png", "pixels, two for one px of the page unless --scale says otherwise",
     bs_draw_png},
    {"svg", ".svg", "vectors with text that can be searched and heard", bs_render__svg},
    {"pdf", ".pdf", "vectors with embedded fonts, for print", bs_draw_pdf},
};

static const double scale_min = 0.5, scale_max = 8;

const bs_render_format *bs_render_format_table(size_t *count)
{
    *count = BS_COUNT(formats);
    return formats;
}

const bs_render_format *bs_render_format_find(bs_str name)
{
    for (size_t i = 0; i < BS_COUNT(formats); i++) {
        if (bs_str_equal_nocase(name, bs_str_from(formats[i].name))) return &formats[i];
    }
    return NULL;
}

const bs_render_format *bs_render_format_of_path(bs_str path)
{
    for (size_t i = 0; i < BS_COUNT(formats); i++) {
        bs_str extension = bs_str_from(formats[i].extension);
        if (path.len < extension.len) continue;
        bs_str end = bs_str_slice(path, path.len - extension.len, path.len);
        if (bs_str_equal_nocase(end, extension)) return &formats[i];
    }
    return NULL;
}

bs_status bs_render(bs_buffer *out, const bs_render_format *format, const bs_scene *scene,
                    const bs_render_options *options, bs_error *err)
{
    bs_render_options chosen = options ? *options : (bs_render_options)BS_RENDER_OPTIONS_INIT;
    if (!(chosen.scale >= scale_min && chosen.scale <= scale_max)) {
        return bs_fail(err, BS_E_ARGUMENT, "a scale of %g; it can be %g to %g", chosen.scale,
                       scale_min, scale_max);
    }
    BS_TRY(format->write(out, scene, &chosen, err));
    return bs_buffer_status(out, err);
}
