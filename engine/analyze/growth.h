// SPDX-License-Identifier: GPL-3.0-or-later
// growth.h: growth between two printed values, and what their rounding leaves open.
#ifndef BS_ANALYZE_GROWTH_H
#define BS_ANALYZE_GROWTH_H

#include "engine/core/interval.h"

typedef struct bs_growth {
    double value; // growth in per cent, or the difference of the two values
    double low;   // least that the printed digits allow; -INFINITY where a qualifier leaves it open
    double high;  // most
} bs_growth;

// Growth in per cent from one printed value to another: 100 (to / from - 1), with the ends
// 100 (to.low / from.high - 1) and 100 (to.high / from.low - 1) of their intervals.
// False, and *out untouched, when there is no such rate: `from` is not above zero, or rounding
// allows it to be zero; `to` is below zero.
bool bs_growth_rate(bs_growth *out, bs_decimal from, bs_interval from_interval, bs_decimal to,
                    bs_interval to_interval);

// The difference to - from, for rates and shares: percentage points. Always defined.
void bs_growth_difference(bs_growth *out, bs_decimal from, bs_interval from_interval, bs_decimal to,
                          bs_interval to_interval);

// Steady growth in per cent a step that leads from one value to the other in `steps` steps:
// 100 ((to / from)^(1 / steps) - 1). False when one of them is not above zero or steps is 0.
bool bs_growth_compound(double *out, bs_decimal from, bs_decimal to, uint32_t steps);

#endif
