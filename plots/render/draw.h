// SPDX-License-Identifier: GPL-3.0-or-later
// draw.h: the formats that Cairo draws. What plots/text/fonts.h says of Pango holds for it too.
#ifndef BS_RENDER_DRAW_H
#define BS_RENDER_DRAW_H

#include "plots/render/render.h"

// What Fontconfig, FreeType and a picture of usual size take of the heap: see bs_pages_use_heap.
enum { BS_DRAW_HEAP_BYTES = 16 * 1024 * 1024 };

// Both append the file to *out; see bs_render.
BS_CHECKED bs_status bs_draw_png(bs_buffer *out, const bs_scene *scene,
                                 const bs_render_options *options, bs_error *err);
BS_CHECKED bs_status bs_draw_pdf(bs_buffer *out, const bs_scene *scene,
                                 const bs_render_options *options, bs_error *err);

#endif
