// SPDX-License-Identifier: GPL-3.0-or-later
// render.h: a scene as a file: PNG, SVG or PDF.
//
// The same scene gives the same bytes, in every locale and at any time. SVG has real text that can
// be searched, selected and heard: <title>, <desc> and role="img" are always there.
#ifndef BS_RENDER_RENDER_H
#define BS_RENDER_RENDER_H

#include "plots/scene/scene.h"
#include "plots/theme/theme.h"

// Memory for pixels, kept from one picture to the next: getting it anew from the system takes as
// long as drawing. Begin with zeros. One picture at a time.
typedef struct bs_canvas {
    unsigned char *pixels; // owned
    size_t size;           // bytes
} bs_canvas;

// Releases the memory; the canvas can be used again. Twice is harmless.
void bs_canvas_deinit(bs_canvas *canvas);

typedef struct bs_render_options {
    double scale; // PNG: pixels for one px of the page, 0.5 to 8
    int64_t date; // PDF: its date, in seconds since 1970-01-01 UTC: SOURCE_DATE_EPOCH, or the day
                  // of the newest source; never the clock, or the bytes would differ
    const bs_theme *variables; // SVG: for a page that is light or dark. Colours of this theme,
                               // which the scene is drawn in, become the variables of bs_theme_css,
                               // and the ground is left to the page. NULL: colours as they are
    bs_canvas *canvas; // PNG: borrowed until the call returns; NULL: memory for this picture only
    bs_str id; // SVG: what its ids begin with, where several stand on one page: letters, digits, -
} bs_render_options;

#define BS_RENDER_OPTIONS_INIT                                                                     \
    {                                                                                              \
        .scale = 2                                                                                 \
    }

// One format. `write` appends the file to *out; `options` may not be NULL.
typedef struct bs_render_format {
    const char *name;      // "png", "svg", "pdf"
    const char *extension; // ".png"
    const char *summary;   // one line
    bs_status (*write)(bs_buffer *out, const bs_scene *scene, const bs_render_options *options,
                       bs_error *err);
} bs_render_format;

// All formats. Static, do not free.
const bs_render_format *bs_render_format_table(size_t *count);
// The format with this name, or whose extension the path ends in; NULL when there is none.
const bs_render_format *bs_render_format_find(bs_str name);
const bs_render_format *bs_render_format_of_path(bs_str path);

// Appends `scene` in `format` to *out. `options` may be NULL.
// BS_E_ARGUMENT: a scale that is out of bounds. BS_E_LIMIT: a picture larger than Cairo can hold.
// BS_E_MEMORY.
BS_CHECKED bs_status bs_render(bs_buffer *out, const bs_render_format *format,
                               const bs_scene *scene, const bs_render_options *options,
                               bs_error *err);

#endif
