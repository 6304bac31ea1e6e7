// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/interval.h"

#include <stdlib.h>

#include "engine/base/array.h"

static const char *const names[] = {
    [BS_EXACT] = "exact",         [BS_APPROX] = "approx",       [BS_APPROX_OVER] = "approx_over",
    [BS_AT_LEAST] = "at_least",   [BS_MORE_THAN] = "more_than", [BS_AT_MOST] = "at_most",
    [BS_LESS_THAN] = "less_than",
};
_Static_assert(BS_COUNT(names) == BS_QUALIFIER_COUNT, "every qualifier needs a name");

const char *bs_qualifier_name(bs_qualifier qualifier)
{
    return names[qualifier];
}

// a + b; where the sum does not fit, a, which is off by less than a printed digit.
static bs_decimal sum_or(bs_decimal a, bs_decimal b)
{
    bs_decimal out;
    return bs_decimal_add(&out, a, b, NULL) == BS_OK ? out : a;
}

static bs_decimal larger(bs_decimal a, bs_decimal b)
{
    return bs_decimal_compare(a, b) >= 0 ? a : b;
}

static bs_decimal size_of(bs_decimal value)
{
    return value.coefficient < 0 ? bs_decimal_negate(value) : value;
}

// One unit of the smallest place that is not zero: 200 gives 100, 16000 gives 1000.
static bs_decimal leading_unit(bs_decimal value)
{
    bs_decimal normal = bs_decimal_normal(value);
    return (bs_decimal){1, normal.scale};
}

static bs_decimal slack_above(bs_decimal value, bs_qualifier qualifier)
{
    bs_decimal half = {5, value.scale + 1};
    bs_decimal twentieth;
    switch (qualifier) {
    case BS_APPROX:
        if (bs_decimal_mul(&twentieth, size_of(value), (bs_decimal){5, 2}, NULL) != BS_OK)
            return half;
        return larger(twentieth, (bs_decimal){1, value.scale});
    case BS_APPROX_OVER:
        return sum_or(leading_unit(value), half);
    default:
        return half;
    }
}

bs_interval bs_interval_of(bs_decimal value, bs_qualifier qualifier)
{
    bs_decimal half = {5, value.scale + 1};
    bs_decimal above = slack_above(value, qualifier);
    bs_decimal below = qualifier == BS_APPROX ? above : half;
    return (bs_interval){
        .low = sum_or(value, bs_decimal_negate(below)),
        .high = sum_or(value, above),
        .low_open = qualifier == BS_AT_MOST || qualifier == BS_LESS_THAN,
        .high_open = qualifier == BS_AT_LEAST || qualifier == BS_MORE_THAN,
    };
}

bool bs_interval_meets(bs_interval a, bs_interval b)
{
    bool a_below = !a.high_open && !b.low_open && bs_decimal_compare(a.high, b.low) < 0;
    bool b_below = !b.high_open && !a.low_open && bs_decimal_compare(b.high, a.low) < 0;
    return !a_below && !b_below;
}

bool bs_interval_holds(bs_interval interval, bs_decimal value)
{
    return (interval.low_open || bs_decimal_compare(value, interval.low) >= 0) &&
           (interval.high_open || bs_decimal_compare(value, interval.high) <= 0);
}
