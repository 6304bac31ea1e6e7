// SPDX-License-Identifier: GPL-3.0-or-later
// Fractions, and whole numbers with one.
#include "engine/extract/numeral_internal.h"

// "half a million", "half a dozen".
bool bs__numeral_half(bs_numeral *out, bs_str text, size_t at, bs_lang lang)
{
    bs_str half = BS_STR("half a ");
    bs_str here = bs_str_slice(text, at, at + half.len);
    if (lang != BS_LANG_EN || !bs_str_equal_nocase(here, half)) return false;
    bs__parser p = bs__parser_at(text, at + half.len, lang);
    bs__token scale;
    if (!bs__token_read(&scale, &p) || (scale.flags & BS_WORD_LATIN) == 0) return false;
    bool dozen = scale.kind == BS_WORD_DOZEN;
    if (!dozen && scale.kind != BS_WORD_LARGE) return false;
    bs_decimal value = {5, 1 - scale.value};
    if (dozen) value = bs_decimal_from_int(scale.value / 2);
    *out = (bs_numeral){.value = value,
                        .face = dozen ? value : (bs_decimal){5, 1},
                        .power = dozen ? 0 : scale.value,
                        .flags = BS_NUMERAL_WORDS | (dozen ? 0u : (unsigned)BS_NUMERAL_LARGE),
                        .tokens = 2,
                        .start = at,
                        .body = at,
                        .plain_end = scale.end,
                        .end = scale.end};
    return true;
}

// numerator / denominator, to BS_FRACTION_DIGITS digits where the quotient has no end.
static bool quotient(bs_decimal *out, bs_decimal numerator, bs_decimal denominator)
{
    numerator = bs_decimal_normal(numerator);
    denominator = bs_decimal_normal(denominator);
    int64_t divisor = denominator.coefficient;
    if (divisor <= 0) return false;
    int64_t digits = numerator.coefficient / divisor;
    int64_t rest = numerator.coefficient % divisor;
    int32_t scale = 0;
    while (rest != 0 && digits < INT64_C(100000000000000) && scale < BS_FRACTION_DIGITS) {
        if (rest > INT64_MAX / 10) return false;
        rest *= 10;
        digits = digits * 10 + rest / divisor;
        rest %= divisor;
        scale++;
    }
    if (rest >= divisor - rest) digits++;
    *out = (bs_decimal){digits, scale};
    return bs_decimal_shift(out, *out, denominator.scale - numerator.scale, NULL) == BS_OK;
}

static bool word_is(bs_str text, size_t at, bs_lang lang, bs__word_kind kind, size_t *end)
{
    size_t taken;
    size_t from = bs_gap_skip(text, at);
    const bs__word *word = bs__word_at(text, from, lang, &taken);
    if (word == NULL || word->kind != kind) return false;
    *end = from + taken;
    return true;
}

// 三分之一, 3분의 1, 三分の一; 百分之五十 is a percentage.
static bool read_parts(bs_numeral *number, bs_str text, bs_lang lang)
{
    size_t behind;
    bs_numeral numerator;
    if (!word_is(text, number->end, lang, BS_WORD_PARTS, &behind)) return false;
    if (!bs__numeral_plain(&numerator, text, bs_gap_skip(text, behind), lang)) return false;
    bool percent = bs_decimal_equal(number->value, bs_decimal_from_int(100));
    bs_decimal value = numerator.value;
    if (!percent && !quotient(&value, numerator.value, number->value)) return false;
    number->value = number->face = value;
    number->power = 0;
    number->end = number->plain_end = numerator.end;
    number->tokens += numerator.tokens;
    number->flags |= numerator.flags | (percent ? BS_NUMERAL_PERCENT : BS_NUMERAL_PARTS);
    number->flags &= ~(unsigned)(BS_NUMERAL_BARE | BS_NUMERAL_FORMAL);
    return true;
}

// 1/2 and 3 / 4: a small proper fraction; 9/27 may be a date and 24/7 is none.
static bool read_slash(bs_numeral *number, bs_str text, bs_lang lang)
{
    enum { DENOMINATOR_MAX = 10 };
    if (number->tokens != 1 || number->flags != BS_NUMERAL_DIGITS) return false;
    size_t at = bs_gap_skip(text, number->end);
    bool spaced = at > number->end;
    if (at >= text.len || text.ptr[at] != '/') return false;
    size_t from = spaced ? bs_gap_skip(text, at + 1) : at + 1;
    bs__digits below;
    if (!bs__digits_read(&below, text, from, lang) || below.flags != 0) return false;
    size_t end = below.end;
    if (end < text.len && (text.ptr[end] == '/' || text.ptr[end] == '-')) return false;
    if (number->start > 0 && text.ptr[number->start - 1] == '/') return false;
    bool proper = bs_decimal_compare(number->value, below.value) < 0 &&
                  below.value.coefficient <= DENOMINATOR_MAX && number->value.coefficient > 0;
    if (!proper || !quotient(&number->value, number->value, below.value)) return false;
    number->face = number->value;
    number->end = number->plain_end = end;
    number->flags |= BS_NUMERAL_PARTS;
    return true;
}

// "the first three quarters of 2023" are quarters of a year.
static bool is_time_before(bs_str before)
{
    static const bs_str words[] = {BS_STR_INIT("first"), BS_STR_INIT("last"), BS_STR_INIT("past"),
                                   BS_STR_INIT("next"), BS_STR_INIT("previous")};
    before = bs_str_trim(before);
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        size_t from = before.len - words[i].len;
        if (before.len < words[i].len) continue;
        if (bs_str_equal_nocase(bs_str_slice(before, from, before.len), words[i])) return true;
    }
    return false;
}

// "one third", "two-thirds", "three quarters of".
static bool read_english_parts(bs_numeral *number, bs_str text, bs_lang lang)
{
    static const struct {
        bs_str word;
        int denominator;
        bool of; // only before "of": a quarter is also a time
    } names[] = {
        {BS_STR_INIT("half"), 2, true},    {BS_STR_INIT("third"), 3, false},
        {BS_STR_INIT("quarter"), 4, true}, {BS_STR_INIT("fourth"), 4, true},
        {BS_STR_INIT("fifth"), 5, false},  {BS_STR_INIT("sixth"), 6, false},
        {BS_STR_INIT("eighth"), 8, false}, {BS_STR_INIT("tenth"), 10, false},
    };
    if (lang != BS_LANG_EN || number->tokens != 1 || number->end >= text.len) return false;
    if (number->flags != BS_NUMERAL_WORDS) return false;
    size_t at = text.ptr[number->end] == '-' ? number->end + 1 : bs_gap_skip(text, number->end);
    for (size_t i = 0; i < BS_COUNT(names); i++) {
        bs_str here = bs_str_slice(text, at, at + names[i].word.len);
        if (at == number->end || !bs_str_equal_nocase(here, names[i].word)) continue;
        size_t end = at + here.len;
        bool one = bs_decimal_equal(number->value, bs_decimal_from_int(1));
        if (!one && end < text.len && text.ptr[end] == 's') end++;
        if (end < text.len && bs__ascii_word(text.ptr[end])) return false;
        bs_str behind = bs_str_slice(text, bs_gap_skip(text, end), text.len);
        if (names[i].of && !bs_str_starts(behind, BS_STR("of "))) return false;
        if (names[i].of && is_time_before(bs_str_slice(text, 0, number->start))) return false;
        // Nobody says two quarters for a half.
        bool two = bs_decimal_equal(number->value, bs_decimal_from_int(2));
        if (two && names[i].denominator == 4) return false;
        bs_decimal below = bs_decimal_from_int(names[i].denominator);
        if (!quotient(&number->value, number->value, below)) return false;
        number->face = number->value;
        number->end = number->plain_end = end;
        number->flags |= BS_NUMERAL_PARTS;
        return true;
    }
    return false;
}

// 三百五十又三分之一.
static void read_mixed(bs_numeral *number, bs_str text, bs_lang lang)
{
    size_t behind;
    bs_numeral part;
    if (!word_is(text, number->end, lang, BS_WORD_WITH, &behind)) return;
    if (!bs__numeral_plain(&part, text, bs_gap_skip(text, behind), lang)) return;
    if (!read_parts(&part, text, lang) || (part.flags & BS_NUMERAL_PARTS) == 0) return;
    bs_decimal sum;
    if (bs_decimal_add(&sum, number->value, part.value, NULL) != BS_OK) return;
    number->value = number->face = sum;
    number->end = number->plain_end = part.end;
    number->tokens += part.tokens;
}

void bs__numeral_parts(bs_numeral *number, bs_str text, bs_lang lang)
{
    if (!read_parts(number, text, lang) && !read_slash(number, text, lang) &&
        !read_english_parts(number, text, lang)) {
        read_mixed(number, text, lang);
    }
}
