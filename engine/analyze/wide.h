// SPDX-License-Identifier: GPL-3.0-or-later
// wide.h: a number as the sum of two doubles, about 32 decimal digits.
//
// Sums of squares about a mean and least squares lose half of the digits that they are given, or
// more; computed on these, nothing of a double's 16 digits is lost. A printed number goes in with
// all its digits, which a double cannot hold: 0.1 is 0.1 to 32 places. The sum and product of two
// doubles without error are those of Dekker, "A floating-point technique for extending the
// available precision", Numerische Mathematik 18 (1971), the product by one fused multiplication.
// Infinities and NaN are not kept apart.
#ifndef BS_ANALYZE_WIDE_H
#define BS_ANALYZE_WIDE_H

#include <math.h>

#include "engine/core/decimal.h"

typedef struct bs_wide {
    double high; // the nearest double
    double low;  // what is missing from it
} bs_wide;

static inline bs_wide bs_wide_of(double value)
{
    return (bs_wide){value, 0};
}

static inline double bs_wide_double(bs_wide a)
{
    return a.high + a.low;
}

// The sum of two doubles of which the first is not smaller in size.
static inline bs_wide bs_wide_settle(double high, double low)
{
    double sum = high + low;
    return (bs_wide){sum, low - (sum - high)};
}

static inline bs_wide bs_wide_add(bs_wide a, bs_wide b)
{
    double sum = a.high + b.high;
    double part = sum - a.high;
    double lost = (a.high - (sum - part)) + (b.high - part);
    return bs_wide_settle(sum, lost + (a.low + b.low));
}

static inline bs_wide bs_wide_negate(bs_wide a)
{
    return (bs_wide){-a.high, -a.low};
}

static inline bs_wide bs_wide_sub(bs_wide a, bs_wide b)
{
    return bs_wide_add(a, bs_wide_negate(b));
}

static inline bs_wide bs_wide_mul(bs_wide a, bs_wide b)
{
    double product = a.high * b.high;
    double lost = fma(a.high, b.high, -product);
    return bs_wide_settle(product, lost + (a.high * b.low + a.low * b.high));
}

// Two steps of long division and a correction; b is not zero.
static inline bs_wide bs_wide_div(bs_wide a, bs_wide b)
{
    double first = a.high / b.high;
    bs_wide rest = bs_wide_sub(a, bs_wide_mul(b, bs_wide_of(first)));
    double second = rest.high / b.high;
    rest = bs_wide_sub(rest, bs_wide_mul(b, bs_wide_of(second)));
    bs_wide sum = bs_wide_settle(first, second);
    return bs_wide_add(sum, bs_wide_of(rest.high / b.high));
}

// One step of Newton from the root of a double; 0 for what is not above zero.
static inline bs_wide bs_wide_sqrt(bs_wide a)
{
    if (!(a.high > 0)) return bs_wide_of(0);
    double root = sqrt(a.high);
    bs_wide rest = bs_wide_sub(a, bs_wide_mul(bs_wide_of(root), bs_wide_of(root)));
    return bs_wide_settle(root, rest.high / (2 * root));
}

// 10 to a power, exact up to 10^36.
static inline bs_wide bs_wide_ten(int power)
{
    bs_wide out = bs_wide_of(1);
    for (; power >= 18; power -= 18)
        out = bs_wide_mul(out, bs_wide_of(1e18));
    double rest = 1;
    for (; power > 0; power--)
        rest *= 10;
    return bs_wide_mul(out, bs_wide_of(rest));
}

static inline bs_wide bs_wide_decimal(bs_decimal d)
{
    double high = (double)d.coefficient;
    bs_wide digits = {high, (double)(d.coefficient - (int64_t)high)};
    if (d.scale > 0) return bs_wide_div(digits, bs_wide_ten(d.scale));
    return bs_wide_mul(digits, bs_wide_ten(-d.scale));
}

#endif
