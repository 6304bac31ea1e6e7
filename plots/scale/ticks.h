// SPDX-License-Identifier: GPL-3.0-or-later
// ticks.h: which numbers stand on an axis.
//
// Tick values are decimals, computed without rounding, so that their labels are exact: 0.3 is never
// printed as 0.30000000000000004. What always holds: values rise, there are at least two, and with
// BS_TICKS_LOOSE the first is at or below the data and the last at or above them.
#ifndef BS_SCALE_TICKS_H
#define BS_SCALE_TICKS_H

#include "engine/core/decimal.h"

enum { BS_TICK_COUNT_MAX = 24 };

typedef struct bs_ticks {
    bs_decimal values[BS_TICK_COUNT_MAX];
    int count;
    int decimals; // places after the point that every label of the axis shows
    double low;   // first value
    double high;  // last value
} bs_ticks;

typedef enum bs_ticks_reach {
    BS_TICKS_TIGHT, // may end a little inside the data
    BS_TICKS_LOOSE, // enclose the data
} bs_ticks_reach;

typedef struct bs_ticks_options {
    int wanted; // about how many, 2 to BS_TICK_COUNT_MAX
    bs_ticks_reach reach;
    int decimals_max; // no tick has more places after the point: 0 for counts of whole things
} bs_ticks_options;

#define BS_TICKS_OPTIONS_INIT                                                                      \
    {                                                                                              \
        .wanted = 5, .reach = BS_TICKS_LOOSE, .decimals_max = 18                                   \
    }

// Ticks for data from `low` to `high` by the Extended Wilkinson algorithm: J. Talbot, S. Lin,
// P. Hanrahan, "An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes", InfoVis
// 2010; steps 1, 5, 2, 2.5, 4, 3 and weights .25 .2 .5 .05 as there. Where `low` equals `high` the
// data are taken to reach to zero, or from 0 to 1 when both are zero. `options` may be NULL.
// BS_E_RANGE: not finite, low > high, or too far apart or too large to be written as decimals.
BS_CHECKED bs_status bs_ticks_linear(bs_ticks *out, double low, double high,
                                     const bs_ticks_options *options, bs_error *err);

// Ticks 1, 2 and 5 of every power of ten, or only the powers when there are more than `wanted`,
// enclosing the data. BS_E_RANGE: `low` is zero or negative, which a log scale cannot show, or more
// powers of ten than BS_TICK_COUNT_MAX.
BS_CHECKED bs_status bs_ticks_log(bs_ticks *out, double low, double high, int wanted,
                                  bs_error *err);

#endif
