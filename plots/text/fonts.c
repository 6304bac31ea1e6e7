// SPDX-License-Identifier: GPL-3.0-or-later
#include <pango/pangocairo.h>
#include <stdlib.h>

#include "engine/base/buffer.h"
#include "engine/base/utf8.h"
#include "plots/text/fonts.h"

struct bs_fonts {
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

bs_status bs_fonts_open(bs_fonts **out, bs_lang lang, bs_error *err)
{
    bs_fonts *fonts = calloc(1, sizeof *fonts);
    if (fonts == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    fonts->context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    pango_context_set_language(fonts->context, pango_language_from_string(bs_lang_code(lang)));
    pango_context_set_base_dir(fonts->context, PANGO_DIRECTION_LTR);
    set_options(fonts->context);
    fonts->font = pango_font_description_new();
    set_family(fonts->font, lang);
    fonts->layout = pango_layout_new(fonts->context);
    pango_layout_set_single_paragraph_mode(fonts->layout, TRUE);
    *out = fonts;
    return BS_OK;
}

void bs_fonts_close(bs_fonts *fonts)
{
    if (fonts == NULL) return;
    g_object_unref(fonts->layout);
    g_object_unref(fonts->context);
    pango_font_description_free(fonts->font);
    free(fonts);
}

static void use_font(bs_fonts *fonts, bs_font font)
{
    if (fonts->current.size_px == font.size_px && fonts->current.bold == font.bold) return;
    pango_font_description_set_absolute_size(fonts->font, font.size_px * PANGO_SCALE);
    pango_font_description_set_weight(fonts->font,
                                      font.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(fonts->layout, fonts->font);
    fonts->current = font;
}

// Names the first character that no font has.
static bs_status no_glyph(bs_fonts *fonts, bs_str line, bs_error *err)
{
    for (size_t at = 0; at < line.len;) {
        bs_rune rune = bs_utf8_decode(line, at);
        pango_layout_set_text(fonts->layout, line.ptr + at, (int)rune.len);
        if (pango_layout_get_unknown_glyphs_count(fonts->layout) > 0) {
            return bs_fail(err, BS_E_GLYPH,
                           "no installed font can draw U+%04X in \"%.*s\"; on Debian, the package "
                           "fonts-noto-cjk has the letters of all four languages",
                           (unsigned)rune.code, BS_STR_ARG(line));
        }
        at += rune.len;
    }
    return bs_fail(err, BS_E_GLYPH, "no installed font can draw \"%.*s\"", BS_STR_ARG(line));
}

bs_status bs_fonts_width(double *out, bs_fonts *fonts, bs_str line, bs_font font, bs_error *err)
{
    if (line.len > INT32_MAX) return bs_fail(err, BS_E_LIMIT, "a text is too long to be drawn");
    use_font(fonts, font);
    pango_layout_set_text(fonts->layout, line.ptr, (int)line.len);
    if (pango_layout_get_unknown_glyphs_count(fonts->layout) > 0) return no_glyph(fonts, line, err);
    int width = 0;
    pango_layout_get_size(fonts->layout, &width, NULL);
    *out = (double)width / PANGO_SCALE;
    return BS_OK;
}
