// SPDX-License-Identifier: GPL-3.0-or-later
#include <pango/pangocairo.h>
#include <stdlib.h>

#include "engine/base/buffer.h"
#include "engine/base/utf8.h"
#include "plots/text/text_internal.h"

#ifdef __SANITIZE_ADDRESS__
// Fontconfig and Pango keep what they read of fonts until the process ends, behind pointers that
// the leak checker does not see through. Leaks of our own are still reported.
const char *__lsan_default_suppressions(void);
const char *__lsan_default_options(void);
const char *__lsan_default_options(void)
{
    return "print_suppressions=0";
}
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\nleak:libpango\nleak:libcairo\nleak:libglib\n";
}
#endif

struct bs_pango {
    PangoContext *context;
    PangoLayout *layout;
    PangoFontDescription *font;
    bs_font current; // what `font` is set to
};

// Widths must not depend on the resolution that the text is drawn at later: no hinting, and glyph
// positions are not rounded to pixels. The renderer asks for the same (plots/render/draw.c).
static void set_options(PangoContext *context)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
}

static void set_family(PangoFontDescription *font, bs_lang lang)
{
    bs_buffer list = BS_BUFFER_INIT;
    for (const char *const *family = bs_text_families(lang); *family != NULL; family++) {
        if (list.len > 0) bs_buffer_add_char(&list, ',');
        bs_buffer_add(&list, bs_str_from(*family));
    }
    if (!list.failed) pango_font_description_set_family(font, list.ptr);
    bs_buffer_deinit(&list);
}

bs_status bs_text__pango_new(struct bs_pango **out, bs_lang lang, bs_error *err)
{
    struct bs_pango *pango = calloc(1, sizeof *pango);
    if (pango == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    pango->context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    pango_context_set_language(pango->context, pango_language_from_string(bs_lang_code(lang)));
    pango_context_set_base_dir(pango->context, PANGO_DIRECTION_LTR);
    set_options(pango->context);
    pango->font = pango_font_description_new();
    set_family(pango->font, lang);
    pango->layout = pango_layout_new(pango->context);
    pango_layout_set_single_paragraph_mode(pango->layout, TRUE);
    *out = pango;
    return BS_OK;
}

void bs_text__pango_free(struct bs_pango *pango)
{
    if (pango == NULL) return;
    g_object_unref(pango->layout);
    g_object_unref(pango->context);
    pango_font_description_free(pango->font);
    free(pango);
}

static void use_font(struct bs_pango *pango, bs_font font)
{
    if (pango->current.size_px == font.size_px && pango->current.bold == font.bold) return;
    pango_font_description_set_absolute_size(pango->font, font.size_px * PANGO_SCALE);
    pango_font_description_set_weight(pango->font,
                                      font.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(pango->layout, pango->font);
    pango->current = font;
}

// Names the first character that no font has.
static bs_status no_glyph(struct bs_pango *pango, bs_str line, bs_error *err)
{
    for (size_t at = 0; at < line.len;) {
        bs_rune rune = bs_utf8_decode(line, at);
        pango_layout_set_text(pango->layout, line.ptr + at, (int)rune.len);
        if (pango_layout_get_unknown_glyphs_count(pango->layout) > 0) {
            return bs_fail(err, BS_E_GLYPH,
                           "no installed font can draw U+%04X in \"%.*s\"; on Debian, the package "
                           "fonts-noto-cjk has the letters of all four languages",
                           (unsigned)rune.code, BS_STR_ARG(line));
        }
        at += rune.len;
    }
    return bs_fail(err, BS_E_GLYPH, "no installed font can draw \"%.*s\"", BS_STR_ARG(line));
}

bs_status bs_text__pango_width(double *out, struct bs_pango *pango, bs_str line, bs_font font,
                               bs_error *err)
{
    if (line.len > INT32_MAX) return bs_fail(err, BS_E_LIMIT, "a text is too long to be drawn");
    use_font(pango, font);
    pango_layout_set_text(pango->layout, line.ptr, (int)line.len);
    if (pango_layout_get_unknown_glyphs_count(pango->layout) > 0) return no_glyph(pango, line, err);
    int width = 0;
    pango_layout_get_size(pango->layout, &width, NULL);
    *out = (double)width / PANGO_SCALE;
    return BS_OK;
}
