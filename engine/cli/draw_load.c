// SPDX-License-Identifier: GPL-3.0-or-later
// Pango, Cairo and the thirty libraries behind them are loaded when something is drawn: a command
// that draws nothing starts in half the time. These are the functions of plots/text/fonts.h and
// plots/render/draw.h, as the program has them; the linker takes them instead of the library's.
#include <stdatomic.h>

#include "engine/cli/module_load.h"
#include "plots/module/module.h"

static bs_status load(const bs_module **out, bs_error *err)
{
    static const bs_module_name name = {"bseries-draw.so", BS_MODULE_SYMBOL, "draws"};
    static _Atomic(const bs_module *) loaded; // once and for all: the fonts it read stay read
    if (atomic_load_explicit(&loaded, memory_order_acquire) == NULL) {
        const void *found;
        BS_TRY(bs_module_load(&found, &name, err));
        atomic_store_explicit(&loaded, found, memory_order_release); // the same in every thread
    }
    *out = atomic_load_explicit(&loaded, memory_order_acquire);
    return BS_OK;
}

bs_status bs_fonts_open(bs_fonts **out, bs_lang lang, bs_error *err)
{
    const bs_module *module;
    BS_TRY(load(&module, err));
    return module->fonts_open(out, lang, err);
}

bs_status bs_fonts_width(double *out, bs_fonts *fonts, bs_str line, bs_font font, bs_error *err)
{
    const bs_module *module;
    BS_TRY(load(&module, err));
    return module->fonts_width(out, fonts, line, font, err);
}

void bs_fonts_close(bs_fonts *fonts)
{
    const bs_module *module;
    if (fonts == NULL || load(&module, NULL) != BS_OK) return;
    module->fonts_close(fonts);
}

bs_status bs_draw_png(bs_buffer *out, const bs_scene *scene, const bs_render_options *options,
                      bs_error *err)
{
    const bs_module *module;
    BS_TRY(load(&module, err));
    return module->draw_png(out, scene, options, err);
}

bs_status bs_draw_pdf(bs_buffer *out, const bs_scene *scene, const bs_render_options *options,
                      bs_error *err)
{
    const bs_module *module;
    BS_TRY(load(&module, err));
    return module->draw_pdf(out, scene, options, err);
}
