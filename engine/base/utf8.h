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

// What bs_utf8_decode does where the text is not plainly of one, two or three bytes.
bs_rune bs_utf8__decode(bs_str text, size_t at);
bs_rune bs_utf8__decode_before(bs_str text, size_t at);

// Whether two bytes are such as stand behind the first of a character.
static inline bool bs_utf8__continues(const unsigned char *bytes)
{
    uint16_t both;
    memcpy(&both, bytes, sizeof both);
    return (both & 0xC0C0) == 0x8080;
}

// The code point that starts at byte `at`; {0, 0} when `at` is at or past the end.
static inline bs_rune bs_utf8_decode(bs_str text, size_t at)
{
    if (at >= text.len) return (bs_rune){0, 0};
    const unsigned char *byte = (const unsigned char *)text.ptr + at;
    if (byte[0] < 0x80) return (bs_rune){byte[0], 1};
    size_t left = text.len - at;
    // Hangul, Han and kana; the leads that are left out have second bytes that they do not take.
    if (byte[0] > 0xE0 && byte[0] < 0xF0 && left >= 3 && bs_utf8__continues(byte + 1) &&
        (byte[0] != 0xED || byte[1] < 0xA0)) {
        uint32_t code = (byte[0] & 0x0Fu) << 12 | (byte[1] & 0x3Fu) << 6 | (byte[2] & 0x3Fu);
        return (bs_rune){code, 3};
    }
    if (byte[0] >= 0xC2 && byte[0] < 0xE0 && left >= 2 && (byte[1] & 0xC0) == 0x80)
        return (bs_rune){(byte[0] & 0x1Fu) << 6 | (byte[1] & 0x3Fu), 2};
    return bs_utf8__decode(text, at);
}

// The code point that ends just before byte `at`; {0, 0} when `at` is 0.
static inline bs_rune bs_utf8_decode_before(bs_str text, size_t at)
{
    if (at == 0 || at > text.len) return (bs_rune){0, 0};
    const unsigned char *end = (const unsigned char *)text.ptr + at;
    if (end[-1] < 0x80) return (bs_rune){end[-1], 1};
    // As above.
    if (at >= 3 && end[-3] > 0xE0 && end[-3] < 0xF0 && bs_utf8__continues(end - 2) &&
        (end[-3] != 0xED || end[-2] < 0xA0)) {
        uint32_t code = (end[-3] & 0x0Fu) << 12 | (end[-2] & 0x3Fu) << 6 | (end[-1] & 0x3Fu);
        return (bs_rune){code, 3};
    }
    return bs_utf8__decode_before(text, at);
}

// Writes one code point, and returns how many bytes were written (1 to 4).
size_t bs_utf8_encode(uint32_t code, char out[4]);

// Byte offset of the first byte that is not part of well-formed UTF-8; SIZE_MAX when all is well.
size_t bs_utf8_check(bs_str text);

// Number of code points.
size_t bs_utf8_count(bs_str text);

// White space of every script that is read here: ASCII, U+00A0, U+2000-U+200B, U+202F, U+3000,
// U+FEFF.
static inline bool bs_rune_is_space(uint32_t code)
{
    if (code < 0xA0) return code == ' ' || (code >= '\t' && code <= '\r');
    return code == 0xA0 || (code >= 0x2000 && code <= 0x200B) || code == 0x202F || code == 0x3000 ||
           code == 0xFEFF;
}
// Full-width forms (U+FF01-U+FF5E) and U+3000 as their ASCII twins; everything else unchanged.
static inline uint32_t bs_rune_fold_width(uint32_t code)
{
    if (code >= 0xFF01 && code <= 0xFF5E) return code - 0xFF01 + '!';
    return code == 0x3000 ? ' ' : code;
}
// Columns on a terminal: 0 for combining marks, 2 for East Asian wide and full-width, else 1.
int bs_rune__width(uint32_t code);
static inline int bs_rune_width(uint32_t code)
{
    if (code < 0x7F) return code >= 0x20;
    // Nearly all wide text is syllables and ideographs.
    bool wide = (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0x4E00 && code <= 0x9FFF);
    return wide ? 2 : bs_rune__width(code);
}
// Columns that `text` takes on a terminal.
size_t bs_utf8_width(bs_str text);

// Scripts, for telling words and languages apart.
// Syllables and jamo.
static inline bool bs_rune_is_hangul(uint32_t code)
{
    return (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0x1100 && code <= 0x11FF) ||
           (code >= 0x3130 && code <= 0x318F);
}
// Ideographs, extension A and compatibility.
static inline bool bs_rune_is_han(uint32_t code)
{
    return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF) ||
           (code >= 0xF900 && code <= 0xFAFF) || code == 0x3005 || code == 0x3007;
}
// Hiragana, katakana, the long-vowel mark.
static inline bool bs_rune_is_kana(uint32_t code)
{
    return (code >= 0x3041 && code <= 0x309F) || (code >= 0x30A1 && code <= 0x30FA) ||
           code == 0x30FC || (code >= 0xFF66 && code <= 0xFF9F);
}
// Letters of ASCII and Latin-1 to Latin Extended-B.
static inline bool bs_rune_is_latin(uint32_t code)
{
    uint32_t folded = code | 0x20;
    return (folded >= 'a' && folded <= 'z') ||
           (code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7);
}

#endif
