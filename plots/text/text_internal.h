// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef BS_TEXT_TEXT_INTERNAL_H
#define BS_TEXT_TEXT_INTERNAL_H

#include "plots/text/text.h"

struct bs_pango; // pango.c

struct bs_text {
    struct bs_pango *pango; // NULL when `source` measures
    bs_text_source source;
};

bs_status bs_text__pango_new(struct bs_pango **out, bs_lang lang, bs_error *err);
void bs_text__pango_free(struct bs_pango *pango);
bs_status bs_text__pango_width(double *out, struct bs_pango *pango, bs_str line, bs_font font,
                               bs_error *err);

#endif
