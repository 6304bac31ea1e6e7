// SPDX-License-Identifier: GPL-3.0-or-later
// relation_span.h: intervals of doubles, for arithmetic on printed numbers.
//
// A span holds every value that a printed number, or a result of arithmetic on printed numbers, may
// have. An end that is open is an infinity; there is no NaN. Spans are closed, and comparisons
// allow for the rounding of doubles, so that 0.1 + 0.2 meets 0.3.
#ifndef BS_ANALYZE_RELATION_SPAN_H
#define BS_ANALYZE_RELATION_SPAN_H

#include "engine/core/interval.h"

typedef struct bs_span {
    double low;  // -INFINITY when open
    double high; // INFINITY when open
} bs_span;

#define BS_SPAN_ALL ((bs_span){-INFINITY, INFINITY})

// How a printed number came from the true one.
typedef enum bs_rounding {
    BS_ROUNDED, // to the nearest: half a unit of the last digit either way
    BS_EITHER, // to the nearest or cut off: half a unit below to a whole unit above, away from zero
    BS_AS_IS,  // not at all: the value itself, opened by nothing
} bs_rounding;

// What the printed digits and the qualifier allow (see bs_interval_of for the qualifiers).
bs_span bs_span_of(bs_decimal value, bs_qualifier qualifier, bs_rounding rounding);

bs_span bs_span_add(bs_span a, bs_span b);
bs_span bs_span_sub(bs_span a, bs_span b);
bs_span bs_span_scale(bs_span a, double factor, double offset);
bs_span bs_span_mul(bs_span a, bs_span b);
// BS_SPAN_ALL when b contains zero.
bs_span bs_span_div(bs_span a, bs_span b);

bool bs_span_meets(bs_span a, bs_span b);
bool bs_span_holds(bs_span a, double value);
// False when an end is open.
bool bs_span_closed(bs_span a);
double bs_span_middle(bs_span a);
double bs_span_width(bs_span a);

#endif
