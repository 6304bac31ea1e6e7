// SPDX-License-Identifier: GPL-3.0-or-later
// fonts.h: how wide text is in the installed fonts, as Pango sets it; bs_text is built on it.
//
// Reading Pango takes longer than most commands do. So a program may define these three functions
// itself and load them from bseries-draw.so when they are first needed, as engine/cli/draw_load.c
// does; fonts.c is then left in the archive.
#ifndef BS_TEXT_FONTS_H
#define BS_TEXT_FONTS_H

#include "plots/text/text.h"

typedef struct bs_fonts bs_fonts;

// Fonts for text in `lang`. BS_E_MEMORY. Owned by the caller: release with bs_fonts_close.
BS_CHECKED bs_status bs_fonts_open(bs_fonts **out, bs_lang lang, bs_error *err);
// Width of one line in px. BS_E_GLYPH: a character has no glyph; BS_E_LIMIT.
BS_CHECKED bs_status bs_fonts_width(double *out, bs_fonts *fonts, bs_str line, bs_font font,
                                    bs_error *err);
// NULL is harmless.
void bs_fonts_close(bs_fonts *fonts);

#endif
