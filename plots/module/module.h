// SPDX-License-Identifier: GPL-3.0-or-later
// module.h: what bseries-draw.so hands to the program: all that needs Pango and Cairo, as one
// table.
#ifndef BS_MODULE_MODULE_H
#define BS_MODULE_MODULE_H

#include "plots/render/draw.h"
#include "plots/text/fonts.h"

typedef struct bs_module {
    const char *version; // BS_VERSION; another one's table may look different
    bs_status (*fonts_open)(bs_fonts **out, bs_lang lang, bs_error *err);
    bs_status (*fonts_width)(double *out, bs_fonts *fonts, bs_str line, bs_font font,
                             bs_error *err);
    void (*fonts_close)(bs_fonts *fonts);
    bs_status (*draw_png)(bs_buffer *out, const bs_scene *scene, const bs_render_options *options,
                          bs_error *err);
    bs_status (*draw_pdf)(bs_buffer *out, const bs_scene *scene, const bs_render_options *options,
                          bs_error *err);
} bs_module;

// The one symbol that is looked up.
#define BS_MODULE_SYMBOL "bs_module_table"
extern const bs_module bs_module_table;

#endif
