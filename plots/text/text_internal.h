// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef BS_TEXT_TEXT_INTERNAL_H
#define BS_TEXT_TEXT_INTERNAL_H

#include "plots/text/text.h"

struct bs_pango; // pango.c

enum { BS_TEXT_CACHE_COUNT = 1024, BS_TEXT_CACHE_BYTES = 40 };

// A short text that was measured before. Placing labels asks for the same widths again and again.
typedef struct bs_text_cached {
    bs_font font;
    double width;
    size_t len; // 0: the entry is free
    char text[BS_TEXT_CACHE_BYTES];
} bs_text_cached;

struct bs_text {
    bs_text_cached cache[BS_TEXT_CACHE_COUNT];
    struct bs_pango *pango; // NULL when `source` measures
    bs_text_source source;
};

bs_status bs_text__pango_new(struct bs_pango **out, bs_lang lang, bs_error *err);
void bs_text__pango_free(struct bs_pango *pango);
bs_status bs_text__pango_width(double *out, struct bs_pango *pango, bs_str line, bs_font font,
                               bs_error *err);

#endif
