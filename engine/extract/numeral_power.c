// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers with a power of ten: 3.2×10^5, 1.5 x 10³, 10^6, 6.02E23, 1e-3.
#include "engine/base/limits.h"
#include "engine/extract/numeral_internal.h"

// Exponents of more digits are no measure of anything.
enum { EXPONENT_DIGITS_MAX = 2 };

static const struct {
    bs_str text;
    int digit;
} raised_digits[] = {
    {BS_STR_INIT("⁰"), 0}, {BS_STR_INIT("¹"), 1}, {BS_STR_INIT("²"), 2}, {BS_STR_INIT("³"), 3},
    {BS_STR_INIT("⁴"), 4}, {BS_STR_INIT("⁵"), 5}, {BS_STR_INIT("⁶"), 6}, {BS_STR_INIT("⁷"), 7},
    {BS_STR_INIT("⁸"), 8}, {BS_STR_INIT("⁹"), 9},
};

static const bs_str times_signs[] = {
    BS_STR_INIT("×"), BS_STR_INIT("✕"), BS_STR_INIT("⨯"), BS_STR_INIT("·"), BS_STR_INIT("⋅"),
    BS_STR_INIT("∙"), BS_STR_INIT("*"), BS_STR_INIT("x"), BS_STR_INIT("X"),
};

static bool starts_at(bs_str text, size_t at, bs_str word)
{
    return bs_str_starts(bs_str_slice(text, at, text.len), word);
}

static int raised_at(bs_str text, size_t at, size_t *len)
{
    for (size_t i = 0; i < BS_COUNT(raised_digits); i++) {
        if (!starts_at(text, at, raised_digits[i].text)) continue;
        *len = raised_digits[i].text.len;
        return raised_digits[i].digit;
    }
    return -1;
}

static size_t minus_skip(bs_str text, size_t at, bool raised)
{
    static const bs_str signs[] = {BS_STR_INIT("-"), BS_STR_INIT("−"), BS_STR_INIT("–")};
    static const bs_str raised_sign = BS_STR_INIT("⁻");
    if (raised) return starts_at(text, at, raised_sign) ? raised_sign.len : 0;
    for (size_t i = 0; i < BS_COUNT(signs); i++) {
        if (starts_at(text, at, signs[i])) return signs[i].len;
    }
    return 0;
}

static size_t plus_skip(bs_str text, size_t at, bool raised)
{
    bs_str sign = raised ? BS_STR("⁺") : BS_STR("+");
    return starts_at(text, at, sign) ? sign.len : 0;
}

// The digits of an exponent with their sign, plain or raised.
static bool read_exponent(bs_str text, size_t at, bool raised, int *power, size_t *end)
{
    size_t minus = minus_skip(text, at, raised);
    at += minus > 0 ? minus : plus_skip(text, at, raised);
    int digits = 0;
    size_t len;
    *power = 0;
    for (int digit; digits <= EXPONENT_DIGITS_MAX; at += len, digits++) {
        digit = raised ? raised_at(text, at, &len) : bs_digit_at(text, at, &len);
        if (digit < 0) break;
        *power = *power * 10 + digit;
    }
    if (minus > 0) *power = -*power;
    *end = at;
    return digits > 0 && digits <= EXPONENT_DIGITS_MAX;
}

// What stands behind the 10: ^5, ^{5}, ^(-5), **5, <sup>5</sup>, ⁵. A raised digit behind a bare 10
// is a note as often as a power, so that `product` must allow it.
static bool read_raised(bs_str text, size_t at, bool product, int *power, size_t *end)
{
    static const struct {
        bs_str open;
        bs_str close;
        bool bare; // behind a bare 10, too
    } shapes[] = {
        {BS_STR_INIT("^{"), BS_STR_INIT("}"), true},
        {BS_STR_INIT("^("), BS_STR_INIT(")"), true},
        {BS_STR_INIT("^"), BS_STR_INIT(""), true},
        {BS_STR_INIT("**"), BS_STR_INIT(""), false},
        {BS_STR_INIT("<sup>"), BS_STR_INIT("</sup>"), false},
    };
    for (size_t i = 0; i < BS_COUNT(shapes); i++) {
        if (!starts_at(text, at, shapes[i].open) || !(product || shapes[i].bare)) continue;
        if (!read_exponent(text, at + shapes[i].open.len, false, power, end)) continue;
        if (!starts_at(text, *end, shapes[i].close)) continue;
        *end += shapes[i].close.len;
        return true;
    }
    return product && read_exponent(text, at, true, power, end);
}

// Behind the digits at `at`: × 10 and its exponent.
static bool read_product(bs_str text, size_t at, int *power, size_t *end)
{
    size_t from = bs_gap_skip(text, at);
    for (size_t i = 0; i < BS_COUNT(times_signs); i++) {
        if (!starts_at(text, from, times_signs[i])) continue;
        size_t ten = bs_gap_skip(text, from + times_signs[i].len);
        return starts_at(text, ten, BS_STR("10")) &&
               read_raised(text, ten + strlen("10"), true, power, end);
    }
    return false;
}

// E23, e-3: only behind a decimal point, or with a sign; 2E10 is a name as often as a number.
static bool read_letter_exponent(bs_str text, size_t at, bool point, int *power, size_t *end)
{
    if (at + 1 >= text.len || (text.ptr[at] | 0x20) != 'e') return false;
    bool is_signed = minus_skip(text, at + 1, false) > 0 || plus_skip(text, at + 1, false) > 0;
    if (!point && !is_signed) return false;
    if (!read_exponent(text, at + 1, false, power, end)) return false;
    char next = *end < text.len ? (char)(text.ptr[*end] | 0x20) : ' ';
    return next < 'a' || next > 'z';
}

// The power behind the number; *face is what it multiplies.
static bool find_power(const bs_numeral *number, bs_str text, bs_decimal *face, int *power,
                       size_t *end)
{
    unsigned shape = BS_NUMERAL_DIGITS | BS_NUMERAL_POINT | BS_NUMERAL_GROUPED | BS_NUMERAL_WIDE;
    if (number->tokens != 1 || (number->flags & ~shape) != 0) return false;
    bool point = (number->flags & BS_NUMERAL_POINT) != 0;
    bool ten = number->flags == BS_NUMERAL_DIGITS && number->digit_count == 2 &&
               bs_decimal_equal(number->value, bs_decimal_from_int(10));
    *face = number->value;
    if (ten && read_raised(text, number->end, false, power, end)) {
        *face = bs_decimal_from_int(1);
        return true;
    }
    return read_product(text, number->end, power, end) ||
           read_letter_exponent(text, number->end, point, power, end);
}

bool bs__numeral_power(bs_numeral *number, bs_str text, bool *beyond)
{
    int power;
    size_t end;
    bs_decimal face;
    *beyond = false;
    if (!find_power(number, text, &face, &power, &end)) return false;
    *beyond = bs_decimal_shift(&number->value, face, power, NULL) != BS_OK;
    number->face = face;
    number->power = power;
    number->flags |= BS_NUMERAL_LARGE;
    number->end = number->plain_end = end;
    return true;
}
