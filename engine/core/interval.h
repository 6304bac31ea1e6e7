// SPDX-License-Identifier: GPL-3.0-or-later
// interval.h: what a printed number allows the true value to be.
//
// Half a unit of the last printed digit either way, opened by the qualifier. Checks of arithmetic
// work on intervals, so that 37.5 + 41 = 78.5 holds and rounding never raises a finding.
#ifndef BS_CORE_INTERVAL_H
#define BS_CORE_INTERVAL_H

#include "engine/core/decimal.h"

typedef enum bs_qualifier {
    BS_EXACT,       // as printed
    BS_APPROX,      // 약, 左右, 約, about
    BS_APPROX_OVER, // 여, 余, 余り: a little more than
    BS_AT_LEAST,    // 이상, 以上, at least
    BS_MORE_THAN,   // 초과, 넘는, 超过, more than, over
    BS_AT_MOST,     // 이하, 이내, 以内, up to
    BS_LESS_THAN,   // 미만, 未満, 不足, under
    BS_QUALIFIER_COUNT
} bs_qualifier;

// "exact", "approx", "approx_over", "at_least", "more_than", "at_most", "less_than".
const char *bs_qualifier_name(bs_qualifier qualifier);

typedef struct bs_interval {
    bs_decimal low;
    bs_decimal high;
    bool low_open;  // no lower bound: `low` is meaningless
    bool high_open; // no upper bound: `high` is meaningless
} bs_interval;

// The interval of a number with its printed digits:
//   exact        value +- half a unit of the last printed digit
//   approx       value +- 5 % or one unit of the last printed digit, whichever is more
//   approx_over  from value to one unit of the leading place below it (200여: 200 to 300), plus
//   half at_least, more_than    from value - half a unit, open above at_most, less_than     open
//   below, to value + half a unit
// A count or year that cannot be rounded is still given half a unit: it does no harm.
bs_interval bs_interval_of(bs_decimal value, bs_qualifier qualifier);

// True when some value lies in both.
bool bs_interval_meets(bs_interval a, bs_interval b);
bool bs_interval_holds(bs_interval interval, bs_decimal value);

#endif
