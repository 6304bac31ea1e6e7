// SPDX-License-Identifier: GPL-3.0-or-later
// numeral_internal.h: tokens of numerals.
#ifndef BS_EXTRACT_NUMERAL_INTERNAL_H
#define BS_EXTRACT_NUMERAL_INTERNAL_H

#include "engine/core/lexicon.h"
#include "engine/extract/numeral.h"

typedef enum bs__word_kind {
    BS_WORD_DIGITS, // no word: a group of digits 0-9
    BS_WORD_DIGIT,  // 1 to 9
    BS_WORD_ZERO,   // 0, or a filler inside a number: 一百零五
    BS_WORD_TEEN,   // 10 to 19 in English
    BS_WORD_TENS,   // 20, 30, ..., and 열: a digit may follow
    BS_WORD_SMALL,  // value is the power of ten: 十 1, 百 2, 千 3
    BS_WORD_LARGE,  // value is the power of ten: 만 4, 억 8, thousand 3
    BS_WORD_DOZEN,
    BS_WORD_POINT,
    BS_WORD_AND,
    BS_WORD_OVER,
    BS_WORD_SOME,
    BS_WORD_MINUS,
    BS_WORD_PLUS,
    BS_WORD_PARTS, // between denominator and numerator: 分之
    BS_WORD_WITH,  // between a whole number and a fraction: 又
    BS_WORD_KIND_COUNT
} bs__word_kind;

enum {
    BS_WORD_HAN = 1,
    BS_WORD_FORMAL = 2,
    BS_WORD_SINO = 4,
    BS_WORD_NATIVE = 8,
    BS_WORD_KANA = 16,
    BS_WORD_LATIN = 32,
    BS_WORD_LETTER = 64, // a letter as scale
    BS_WORD_UPPER = 128, // only in capitals
};

typedef struct bs__word {
    bs_str text;
    bs_lang_set langs;
    uint8_t kind;
    int16_t value;
    uint16_t flags;
} bs__word;

extern const bs__word bs__numeral_words[]; // in byte order
extern const size_t bs__numeral_word_count;
extern bs_lexicon bs__numeral_lexicon; // by their first character

// A group of digits: 1,234.5; １２３; 1.234,5.
typedef struct bs__digits {
    bs_decimal value;
    size_t end;
    size_t whole_count; // digits before the point
    unsigned flags;     // BS_NUMERAL_GROUPED, _POINT, _WIDE, _ZERO_PADDED
} bs__digits;

// Fractions without an end are cut behind so many digits.
enum { BS_FRACTION_DIGITS = 15 };

typedef struct bs__token {
    bs__word_kind kind;
    int value;
    unsigned flags;    // BS_WORD_*
    bs__digits digits; // BS_WORD_DIGITS
    size_t start;
    size_t end;
    bool gap; // blanks stand in front
} bs__token;

typedef struct bs__parser {
    bs_str text;
    bs_lang lang;
    size_t at;          // behind the last token that was taken
    bs_decimal total;   // sections that a large scale has closed
    bs_decimal section; // terms that a small scale has closed
    bs_decimal pending; // digits that wait for a scale
    bool has_total;
    bool has_section;
    bool has_pending;
    bool pending_tens; // pending is 20, 30 ...: a digit may follow
    bool pending_word; // pending is a single digit word
    bool filler;       // a zero stands behind the last scale
    bool closed;       // nothing may follow
    bool failed;       // no well-formed number
    bool gap_since;    // a blank stands behind the last large scale
    bool split;        // the last section begins another number: 3만 5천만
    int small_last;
    int large_last;
    int power_last; // of the last scale, small or large
    bs_decimal face;
    unsigned flags;
    unsigned tokens;
    size_t plain_end; // before a closing 여; 0 without one
    unsigned serial;  // digits of pending that were written one after the other
    size_t digit_count;
} bs__parser;

// The next token, or the one that would follow `taken`; false when no word or digit stands there.
// (numeral_token.c)
bool bs__token_read(bs__token *out, const bs__parser *p);
bool bs__token_peek(bs__token *out, const bs__parser *p, const bs__token *taken);
bool bs__ascii_word(char c); // letter or digit

// A whole numeral without sign and fraction. (numeral_plain.c)
bs__parser bs__parser_at(bs_str text, size_t at, bs_lang lang);
bool bs__numeral_plain(bs_numeral *out, bs_str text, size_t at, bs_lang lang);
// Of the scale `t`: may it stand without a digit in front; may it stand behind the digits that were
// written one after the other? (numeral_scale.c)
bool bs__bare_scale_stands(const bs__parser *p, const bs__token *t);
bool bs__serial_scales(const bs__parser *p, const bs__token *t);
// May the digit `t` go on a row of digits behind a large scale? Only up to the next one:
// 一兆一一二三億.
bool bs__runs_to_scale(const bs__parser *p, const bs__token *t);
// "24억 여원", "2800여 만 원": with blanks around it a Korean word or scale is one where a counter
// or money stands behind byte `at`.
bool bs__is_counted_behind(bs_str text, size_t at);
// Do the digits of `t` go on to 여 and a scale below 10^limit?
bool bs__over_goes_on(const bs__parser *p, const bs__token *t, int limit);

// "half a million", "a dozen", "half a percentage point". (numeral_parts.c)
bool bs__numeral_article(bs_numeral *out, bs_str text, size_t at, bs_lang lang);
// 半个百分点, 半成. (numeral_parts.c)
bool bs__numeral_half(bs_numeral *out, bs_str text, size_t at, bs_lang lang);
// "a third of", and a fraction that is one character: ½.
bool bs__numeral_a_part(bs_numeral *out, bs_str text, size_t at, bs_lang lang);
bool bs__numeral_glyph(bs_numeral *out, bs_str text, size_t at);
// The fraction that `number` is the beginning of, which it becomes.
void bs__numeral_parts(bs_numeral *number, bs_str text, bs_lang lang);

// False when no digit stands there or there are too many.
bool bs__digits__read(bs__digits *out, bs_str text, size_t at, bs_lang lang);
static inline bool bs__digits_read(bs__digits *out, bs_str text, size_t at, bs_lang lang)
{
    unsigned char byte = at < text.len ? (unsigned char)text.ptr[at] : 0;
    bool may = (byte >= '0' && byte <= '9') || byte == '.' || byte == 0xEF;
    return may && bs__digits__read(out, text, at, lang);
}

// A power of ten behind the digits of `number`, which it becomes part of: 3.2×10^5, 6.02E23.
// *beyond says that a decimal cannot hold it; number->end is behind it all the same.
bool bs__numeral_power(bs_numeral *number, bs_str text, bool *beyond);

// The longest word of the table at `at` in this language; NULL when there is none. Nearly always a
// look at the first characters tells.
const bs__word *bs__word_find(bs_str text, size_t at, bs_lang lang, size_t *taken);
static inline const bs__word *bs__word_at(bs_str text, size_t at, bs_lang lang, size_t *taken)
{
    // ASCII below the letters begins no word, and neither does a byte inside a character.
    if (at >= text.len || (unsigned char)text.ptr[at] < 'A') return NULL;
    uint32_t key = bs_lexicon__fold(bs_lexicon_key_at(text, at));
    bool may = bs_lexicon_find(&bs__numeral_lexicon, key) != NULL;
    return may ? bs__word_find(text, at, lang, taken) : NULL;
}

#endif
