// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_span.h"

#include <math.h>

// Relative slack of a comparison: sums of some thousand doubles stay far below it, printed digits
// (at most 18, of which a document needs 10) far above.
static const double SLACK = 1e-11;

static bs_span cut_reading(bs_span span, bs_decimal value, double unit)
{
    double exact = bs_decimal_double(value);
    if (value.coefficient >= 0 && span.high < exact + unit) span.high = exact + unit;
    if (value.coefficient <= 0 && span.low > exact - unit) span.low = exact - unit;
    return span;
}

bs_span bs_span_of(bs_decimal value, bs_qualifier qualifier, bs_rounding rounding)
{
    double exact = bs_decimal_double(value);
    if (rounding == BS_AS_IS) return (bs_span){exact, exact};
    bs_interval interval = bs_interval_of(value, qualifier);
    bs_span span = {
        interval.low_open ? -INFINITY : bs_decimal_double(interval.low),
        interval.high_open ? INFINITY : bs_decimal_double(interval.high),
    };
    if (rounding == BS_ROUNDED) return span;
    return cut_reading(span, value, bs_decimal_double((bs_decimal){1, value.scale}));
}

bs_span bs_span_add(bs_span a, bs_span b)
{
    return (bs_span){a.low + b.low, a.high + b.high};
}

bs_span bs_span_sub(bs_span a, bs_span b)
{
    return (bs_span){a.low - b.high, a.high - b.low};
}

bs_span bs_span_scale(bs_span a, double factor, double offset)
{
    if (factor == 0) return (bs_span){offset, offset};
    double low = a.low * factor + offset;
    double high = a.high * factor + offset;
    return factor > 0 ? (bs_span){low, high} : (bs_span){high, low};
}

// 0 times an open end is 0 here: the zero is exact, the open end is only very large.
static double product(double a, double b)
{
    return a == 0 || b == 0 ? 0 : a * b;
}

bs_span bs_span_mul(bs_span a, bs_span b)
{
    double corners[] = {product(a.low, b.low), product(a.low, b.high), product(a.high, b.low),
                        product(a.high, b.high)};
    bs_span out = {corners[0], corners[0]};
    for (int i = 1; i < 4; i++) {
        out.low = fmin(out.low, corners[i]);
        out.high = fmax(out.high, corners[i]);
    }
    return out;
}

bs_span bs_span_div(bs_span a, bs_span b)
{
    if (b.low <= 0 && b.high >= 0) return BS_SPAN_ALL;
    return bs_span_mul(a, (bs_span){1 / b.high, 1 / b.low});
}

static double slack_of(double a, double b)
{
    double size = fmax(isfinite(a) ? fabs(a) : 0, isfinite(b) ? fabs(b) : 0);
    return size * SLACK;
}

bool bs_span_meets(bs_span a, bs_span b)
{
    return a.low <= b.high + slack_of(a.low, b.high) && b.low <= a.high + slack_of(b.low, a.high);
}

bool bs_span_holds(bs_span a, double value)
{
    return bs_span_meets(a, (bs_span){value, value});
}

bool bs_span_closed(bs_span a)
{
    return isfinite(a.low) && isfinite(a.high);
}

double bs_span_middle(bs_span a)
{
    return (a.low + a.high) / 2;
}

double bs_span_width(bs_span a)
{
    return a.high - a.low;
}
