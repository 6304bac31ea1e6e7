// SPDX-License-Identifier: GPL-3.0-or-later
// utf8.h: code points of UTF-8 text, one at a time, and their width on a terminal.
//
// Text inside the program has passed bs_utf8_check at the door. The decoders are still total: a
// byte that begins no sequence is returned as U+FFFD with length 1, so that a loop always advances.
#ifndef BS_BASE_UTF8_H
#define BS_BASE_UTF8_H

#include <stdint.h>

#include "engine/base/str.h"

typedef struct bs_rune {
    uint32_t code; // the code point; U+FFFD for a broken sequence
    uint32_t len;  // bytes it takes, 1 to 4; 0 at the end of the text
} bs_rune;

// The code point that starts at byte `at`; {0, 0} when `at` is at or past the end.
bs_rune bs_utf8_decode(bs_str text, size_t at);
// The code point that ends just before byte `at`; {0, 0} when `at` is 0.
bs_rune bs_utf8_decode_before(bs_str text, size_t at);

// Writes one code point, and returns how many bytes were written (1 to 4).
size_t bs_utf8_encode(uint32_t code, char out[4]);

// Byte offset of the first byte that is not part of well-formed UTF-8; SIZE_MAX when all is well.
size_t bs_utf8_check(bs_str text);

// Number of code points.
size_t bs_utf8_count(bs_str text);

// White space of every script that is read here: ASCII, U+00A0, U+2000-U+200B, U+202F, U+3000,
// U+FEFF.
bool bs_rune_is_space(uint32_t code);
// Full-width forms (U+FF01-U+FF5E) and U+3000 as their ASCII twins; everything else unchanged.
uint32_t bs_rune_fold_width(uint32_t code);
// Columns on a terminal: 0 for combining marks, 2 for East Asian wide and full-width, else 1.
int bs_rune_width(uint32_t code);
// Columns that `text` takes on a terminal.
size_t bs_utf8_width(bs_str text);

// Scripts, for telling words and languages apart.
bool bs_rune_is_hangul(uint32_t code); // syllables and jamo
bool bs_rune_is_han(uint32_t code);    // ideographs, extension A and compatibility
bool bs_rune_is_kana(uint32_t code);   // hiragana, katakana, the long-vowel mark
bool bs_rune_is_latin(uint32_t code);  // letters of ASCII and Latin-1 to Latin Extended-B

#endif
