// SPDX-License-Identifier: GPL-3.0-or-later
// convert.h: a series in another unit: exactly, by the table of units, or by a series of rates.
#ifndef BS_ANALYZE_CONVERT_H
#define BS_ANALYZE_CONVERT_H

#include "engine/analyze/line.h"

// What one unit of a rate series stands for.
typedef enum bs_rate_use {
    BS_RATE_MULTIPLY, // units of the target for one of the source: won a yuan, from yuan to won
    BS_RATE_DIVIDE,   // units of the source for one of the target
} bs_rate_use;

typedef struct bs_convert_options {
    bs_str to;           // code of a unit
    const bs_line *rate; // NULL: by the table of units
    bs_rate_use use;
    bs_decimal rate_per; // units that a rate is given for: 100 of a rate a hundred yen; above zero
    bs_gather rate_by;   // where the rate has shorter periods: MEAN or LAST
} bs_convert_options;

typedef struct bs_converted {
    const bs_point *from;
    const char *why; // there is no result; NULL when there is one. Static
    bs_bounded number;
    bs_decimal digits; // the same, exactly, when `exact`
    bool exact;
    bs_bounded rate; // that was used; meaningless without
} bs_converted;

typedef BS_ARRAY(bs_converted) bs_converted_array;

// Converts each point of the line, in its order. By the table it is exact, or refused:
// BS_E_ARGUMENT where the units do not measure the same thing, or have no fixed factor. By rates it
// is exact where rate and value are and the rate is multiplied by; a value without a rate for its
// period is unknown. BS_E_MEMORY.
BS_CHECKED bs_status bs_convert_line(bs_converted_array *out, bs_arena *arena, const bs_line *line,
                                     const bs_convert_options *options, bs_error *err);

#endif
