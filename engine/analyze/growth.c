// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/growth.h"

#include <math.h>

#include "engine/analyze/growth_internal.h"

const char *bs_growth__no_base(bs_bounded from)
{
    if (from.value < 0) return "is negative";
    if (from.value == 0) return "is zero";
    return from.low <= 0 ? "may be zero by its digits" : NULL;
}

// The difference first: a quotient near 1 less 1 would lose the digits that matter.
static double pct_above(double to, double from)
{
    return 100 * ((to - from) / from);
}

const char *bs_growth__rate(bs_growth *out, bs_bounded from, bs_bounded to)
{
    const char *why = bs_growth__no_base(from);
    if (why != NULL) return why;
    if (to.value < 0) return "is negative";
    double least = fmax(to.low, 0);
    out->value = pct_above(to.value, from.value);
    out->low = isinf(from.high) ? -100 : pct_above(least, from.high);
    out->high = pct_above(to.high, from.low);
    return NULL;
}

const char *bs_growth__difference(bs_growth *out, bs_bounded from, bs_bounded to)
{
    *out = (bs_growth){to.value - from.value, to.low - from.high, to.high - from.low};
    return NULL;
}

const char *bs_growth__log(bs_growth *out, bs_bounded from, bs_bounded to)
{
    const char *why = bs_growth__no_base(from);
    if (why != NULL) return why;
    if (!(to.value > 0)) return "is not above zero";
    bool open = to.low <= 0 || isinf(from.high);
    out->value = 100 * log1p((to.value - from.value) / from.value);
    out->low = open ? -INFINITY : 100 * log(to.low / from.high);
    out->high = 100 * log(to.high / from.low);
    return NULL;
}

// A growth in per cent, kept up.
static double compounded(double pct, double power)
{
    return 100 * (pow(1 + pct / 100, power) - 1);
}

const char *bs_growth__power(bs_growth *out, bs_bounded from, bs_bounded to, double power)
{
    bs_growth rate;
    const char *why = bs_growth__rate(&rate, from, to);
    if (why != NULL) return why;
    out->value = 100 * (pow(to.value / from.value, power) - 1);
    out->low = compounded(rate.low, power);
    out->high = compounded(rate.high, power);
    return NULL;
}

bs_growth bs_growth__over(bs_bounded number, bs_bounded base)
{
    bs_growth out = {.value = 100 * number.value / base.value};
    // The end of the base that pulls a negative number the other way is the other one.
    out.low = 100 * number.low / (number.low >= 0 ? base.high : base.low);
    out.high = 100 * number.high / (number.high >= 0 ? base.low : base.high);
    // Where both are without bound, the quotient is no number: it may then be as low as 0.
    if (isnan(out.low)) out.low = 0;
    if (isnan(out.high)) out.high = INFINITY;
    return out;
}

bool bs_growth_rate(bs_growth *out, bs_decimal from, bs_interval from_interval, bs_decimal to,
                    bs_interval to_interval)
{
    return bs_growth__rate(out, bs_bounded_of(from, from_interval),
                           bs_bounded_of(to, to_interval)) == NULL;
}

void bs_growth_difference(bs_growth *out, bs_decimal from, bs_interval from_interval, bs_decimal to,
                          bs_interval to_interval)
{
    (void)bs_growth__difference(out, bs_bounded_of(from, from_interval),
                                bs_bounded_of(to, to_interval));
}

bool bs_growth_compound(double *out, bs_decimal from, bs_decimal to, uint32_t steps)
{
    if (steps == 0 || from.coefficient <= 0 || to.coefficient <= 0) return false;
    *out = 100 * (pow(bs_decimal_double(to) / bs_decimal_double(from), 1.0 / steps) - 1);
    return true;
}
