// SPDX-License-Identifier: GPL-3.0-or-later
// text.h: how wide text is, where it breaks, and whether it can be drawn at all.
//
// Widths come from a measurer. bs_text_new makes the one that asks Pango and the installed fonts; a
// test brings its own. Line breaking is done here, for all measurers alike: Korean and Latin break
// at blanks and before an opening bracket, Chinese and Japanese between characters but not before
// closing or after opening punctuation, and a word that is wider than the line is broken between
// characters as a last resort. Hanja in a Korean text break as Hangul does.
#ifndef BS_TEXT_TEXT_H
#define BS_TEXT_TEXT_H

#include "engine/base/array.h"
#include "engine/core/lang.h"

typedef struct bs_font {
    double size_px;
    bool bold;
} bs_font;

typedef struct bs_text bs_text;

// A measurer that is not Pango: `width` of a text without line ends. Used by tests.
typedef struct bs_text_source {
    double (*width)(void *context, bs_str text, bs_font font);
    void *context;
} bs_text_source;

// A measurer over the installed fonts for text in `lang`. BS_E_MEMORY.
// Owned by the caller: release with bs_text_free. Used by one thread at a time; making one and
// measuring for the first time reads the fonts, so keep it for a batch.
BS_CHECKED bs_status bs_text_new(bs_text **out, bs_lang lang, bs_error *err);
// The same over `source`, which is copied.
BS_CHECKED bs_status bs_text_new_from(bs_text **out, bs_text_source source, bs_error *err);
// NULL is harmless.
void bs_text_free(bs_text *text);

// Width of one line in px. 0 for the empty slice.
// BS_E_GLYPH: a character has no glyph in any installed font; the message names it and its text.
BS_CHECKED bs_status bs_text_width(double *out, bs_text *text, bs_str line, bs_font font,
                                   bs_error *err);

typedef struct bs_wrapped {
    bs_str text; // without the blanks at its ends
    double width;
} bs_wrapped;
typedef BS_ARRAY(bs_wrapped) bs_wrapped_array;

typedef struct bs_wrap_options {
    bs_font font;
    double width_px; // no line is wider, unless a single character is
    bool balanced;   // lines about as wide as each other, and no more of them: for headings
} bs_wrap_options;

// Breaks `paragraph` into lines and appends them to *out. A line end in it always breaks. Slices
// point into `paragraph`. BS_E_GLYPH as above. BS_E_MEMORY.
BS_CHECKED bs_status bs_text_wrap(bs_wrapped_array *out, bs_arena *arena, bs_text *text,
                                  bs_str paragraph, const bs_wrap_options *options, bs_error *err);

// A copy of `raw` that is safe to draw: control characters are blanks (a line end stays one), marks
// that turn the direction of writing are left out, broken UTF-8 is U+FFFD. {NULL, 0}: no memory.
bs_str bs_text_clean(bs_arena *arena, bs_str raw);

// Families for text in `lang`, best first, NULL behind the last. All renderers ask for the same.
// Static, do not free.
const char *const *bs_text_families(bs_lang lang);

#endif
