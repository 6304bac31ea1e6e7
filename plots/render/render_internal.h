// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef BS_RENDER_RENDER_INTERNAL_H
#define BS_RENDER_RENDER_INTERNAL_H

#include <cairo.h>

#include "plots/render/render.h"

// draw.c: all shapes of a scene on a Cairo context in units of the page.
bs_status bs_render__draw(cairo_t *cr, const bs_scene *scene, bs_error *err);
// A Cairo status as ours.
bs_status bs_render__cairo_status(cairo_status_t status, bs_error *err);

bs_status bs_render__svg(bs_buffer *out, const bs_scene *scene, const bs_render_options *options,
                         bs_error *err);

#endif
