// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef BS_TEXT_TEXT_INTERNAL_H
#define BS_TEXT_TEXT_INTERNAL_H

#include "plots/text/fonts.h"

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
    bs_fonts *fonts; // NULL when `source` measures
    bs_text_source source;
};

#endif
