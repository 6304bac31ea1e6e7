// SPDX-License-Identifier: GPL-3.0-or-later
// decimal.h: a published number, digit for digit.
//
// value = coefficient / 10^scale. The scale is the place of the last printed digit: 5.0 is {50, 1}
// and prints back as 5.0; 121억 is {121, -8}, worth 12100000000 and known to 10^8. So the number
// keeps what the page said, and bs_interval reads its rounding from it. 5.0 and 5 are equal in
// value and different in print. Arithmetic is exact or refused; there is no NaN: missing is a state
// of an observation (series.h).
#ifndef BS_CORE_DECIMAL_H
#define BS_CORE_DECIMAL_H

#include "engine/base/arena.h"
#include "engine/base/buffer.h"

typedef struct bs_decimal {
    int64_t coefficient; // the digits as one integer, at most BS_DECIMAL_DIGITS_MAX of them
    int32_t scale;       // digits after the point; negative: zeros that were not printed
} bs_decimal;

enum { BS_DECIMAL_SCALE_MIN = -36, BS_DECIMAL_SCALE_MAX = 18 };

// Reads an optional sign, digits, at most one point, digits, and optionally e or E and an exponent.
// No blanks, no grouping marks: those belong to the language (engine/extract/numeral.h).
// BS_E_FORMAT: no digit, or another character. BS_E_RANGE: too many digits or too large a scale.
// `text` is borrowed until the call returns.
BS_CHECKED bs_status bs_decimal_parse(bs_decimal *out, bs_str text, bs_error *err);

// Plain digits with all places: {121, -8} gives "12100000000", {-50, 1} gives "-5.0".
void bs_decimal_write(bs_decimal d, bs_buffer *out);
// The same as a slice in the arena; {NULL, 0} when memory has run out.
bs_str bs_decimal_str(bs_decimal d, bs_arena *arena);

// The nearest double. Only engine/analyze and plots calculate with it.
double bs_decimal_double(bs_decimal d);

// Digits of the coefficient: 4 of {1050, 2}, none of 0.
int bs_decimal_digit_count(bs_decimal d);
// d * 10^power, by moving the scale; the printed digits stay. BS_E_RANGE: the scale leaves its
// range.
BS_CHECKED bs_status bs_decimal_shift(bs_decimal *out, bs_decimal d, int power, bs_error *err);

// Exact sum, difference and product. The scale of a sum is the finer of the two; of a product,
// their sum. BS_E_RANGE: it does not fit.
BS_CHECKED bs_status bs_decimal_add(bs_decimal *out, bs_decimal a, bs_decimal b, bs_error *err);
BS_CHECKED bs_status bs_decimal_sub(bs_decimal *out, bs_decimal a, bs_decimal b, bs_error *err);
BS_CHECKED bs_status bs_decimal_mul(bs_decimal *out, bs_decimal a, bs_decimal b, bs_error *err);

// Order by value: negative, zero or positive. Exact, also where a sum would not fit.
int bs_decimal_compare(bs_decimal a, bs_decimal b);
static inline bool bs_decimal_equal(bs_decimal a, bs_decimal b)
{
    return bs_decimal_compare(a, b) == 0;
}

// The same value with no trailing zero in the coefficient; zero is {0, 0}.
bs_decimal bs_decimal_normal(bs_decimal d);
bs_decimal bs_decimal_negate(bs_decimal d);
bs_decimal bs_decimal_from_int(int64_t value);

#endif
