// SPDX-License-Identifier: GPL-3.0-or-later
// numeral.h: one number, as the four languages write it.
//
// One grammar reads them all, over tokens: groups of digits and words of a table (numeral_table.c).
// A number is a sum of sections; a section is a digit or digits before the small scales 십 백 천,
// 十百千, hundred; a large scale (만 억 조, 万 亿 兆, thousand, million) multiplies the section
// before it. That covers "2조 2,385억", "3万4000", "2억 4천 7백만", "五亿零六", "二百五",
// "스물여섯", "two hundred and five", "-2.5 M", "4.78万亿", "三分之一" and "にまんごせん".
//
// What a numeral means for the text (a year, an amount, a word that only looks like one) is decided
// by those who call this: the numeral says how it was written, so that they can.
#ifndef BS_EXTRACT_NUMERAL_H
#define BS_EXTRACT_NUMERAL_H

#include "engine/core/decimal.h"
#include "engine/core/lang.h"

// How it is written; several at once.
enum {
    BS_NUMERAL_DIGITS = 1,     // has digits 0-9
    BS_NUMERAL_WORDS = 2,      // has number words or characters other than scales behind digits
    BS_NUMERAL_SMALL = 4,      // has a small scale
    BS_NUMERAL_LARGE = 8,      // has a large scale
    BS_NUMERAL_SIGNED = 16,    // has a sign
    BS_NUMERAL_NATIVE = 32,    // native Korean words
    BS_NUMERAL_KANA = 64,      // spelled in kana
    BS_NUMERAL_FORMAL = 128,   // only formal characters (壹 參), which are words otherwise
    BS_NUMERAL_BARE = 256,     // begins with a scale word: 백만, 千五百
    BS_NUMERAL_OVER = 512,     // "a little more than": 여, 余, 多, 余り
    BS_NUMERAL_VAGUE = 1024,   // "several": 수백, 数十万; the value is the scale alone
    BS_NUMERAL_PARTS = 2048,   // a fraction: 1/2, 三分之一, 3분의 1
    BS_NUMERAL_PERCENT = 4096, // 百分之: the value is in percent
    BS_NUMERAL_GROUPED = 8192, // digits in groups of three
    BS_NUMERAL_POINT = 16384,  // has a decimal point
    BS_NUMERAL_SERIAL = 32768, // characters one after the other: 二〇二三
    BS_NUMERAL_LETTER = 65536, // scale by a letter: 5M, 10k
    BS_NUMERAL_WIDE = 131072,  // full-width digits
    BS_NUMERAL_ZERO_PADDED = 262144, // 01, 007
    BS_NUMERAL_PERMILLE = 524288,    // 千分之 in front of digits: the value is in permille
};

typedef struct bs_numeral {
    bs_decimal value;
    bs_decimal face;  // the number in front of its last scale: 3 of "3 billion"
    int power;        // power of ten of that scale
    unsigned flags;   // BS_NUMERAL_*
    unsigned tokens;  // digit groups and words
    size_t start;     // with its sign
    size_t body;      // without its sign
    size_t plain_end; // without a closing 여, 余, 多
    size_t end;
    size_t digit_count; // of the first group of digits, before a point; 0 without digits
} bs_numeral;

// Reads the longest numeral that begins at byte `at` of `text`. False when none does, when it has
// more digits than a decimal holds, or when it is no well-formed number (二三十). out->end is then
// 0, or behind a power of ten that is beyond a decimal (1.6×10⁻³⁴).
bool bs_numeral_read(bs_numeral *out, bs_str text, size_t at, bs_lang lang);

// What the two below do where the first byte does not settle it.
int bs_digit__wide(bs_str text, size_t at, size_t *len);
size_t bs_gap__skip(bs_str text, size_t at);

// Value of the digit at byte `at`, ASCII or full-width, and its length; -1 when there is none.
static inline int bs_digit_at(bs_str text, size_t at, size_t *len)
{
    if (at >= text.len) return -1;
    unsigned char byte = (unsigned char)text.ptr[at];
    if (byte == 0xEF) return bs_digit__wide(text, at, len);
    if (byte < '0' || byte > '9') return -1;
    *len = 1;
    return byte - '0';
}

// First byte at or after `at` that is neither blank nor markup (**, <b>, &nbsp;). Lines end it.
static inline size_t bs_gap_skip(bs_str text, size_t at)
{
    if (at >= text.len) return at;
    unsigned char byte = (unsigned char)text.ptr[at];
    bool word = (byte >= '+' && byte < '<') || (byte > '<' && byte < 0xC2) || byte > 0xEF ||
                (byte > 0xE3 && byte < 0xEF);
    return word ? at : bs_gap__skip(text, at);
}

#endif
