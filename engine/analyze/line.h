// SPDX-License-Identifier: GPL-3.0-or-later
// line.h: the values of a series as numbers to compute with, each with its bounds.
//
// A point is one value with the least and the most that its printed digits allow. What is made of
// several points (a sum over a year, a moving average) has the bounds that follow from theirs, and
// is unknown, with the reason, where one of them is missing: no value is ever filled in. What came
// true and what was planned stand in one line and are never mixed in one point.
#ifndef BS_ANALYZE_LINE_H
#define BS_ANALYZE_LINE_H

#include "engine/analyze/wide.h"
#include "engine/core/series.h"

typedef struct bs_bounded {
    double value;
    double low;  // -INFINITY where a qualifier leaves it open
    double high; // INFINITY
} bs_bounded;

typedef struct bs_point {
    bs_period period;
    bs_value_status status;
    const char *why; // there is no value: "has no value"; NULL when there is one. Static
    bs_bounded number;
    bs_decimal
        digits; // the same, exactly, when `exact`; else its scale is the places worth telling
    bool exact;
} bs_point;

typedef BS_ARRAY(bs_point) bs_point_array;

typedef struct bs_line {
    const bs_series *series;
    bs_frequency frequency; // of the points
    bs_point_array points;
    const bs_point **sorted; // those with a value, by period, then as they stand in `points`
    size_t sorted_count;
} bs_line;

// The number with its bounds.
bs_bounded bs_bounded_of(bs_decimal value, bs_interval interval);

// True for all that is no target and no forecast.
bool bs_line_came_true(bs_value_status status);

// A point for each dated observation, in the order of the series. BS_E_MEMORY.
BS_CHECKED bs_status bs_line_make(bs_line *out, bs_arena *arena, const bs_series *series,
                                  bs_error *err);

// The point with a value that one of `status` at `period` may be compared with: its own kind where
// there is one, else what came true; NULL when there is none.
const bs_point *bs_line_find(const bs_line *line, bs_period period, bs_value_status status);

// The points that came true, one a period, spans left out, in time. BS_E_MEMORY.
BS_CHECKED bs_status bs_line_known(bs_point_array *out, bs_arena *arena, const bs_line *line,
                                   bs_error *err);

// --- longer periods ------------------------------------------------------------------------------

typedef enum bs_gather {
    BS_GATHER_SUM,  // of flows: exports of the year
    BS_GATHER_MEAN, // of levels: the average price
    BS_GATHER_LAST, // end of period: stocks, reserves
    BS_GATHER_COUNT
} bs_gather;

// "sum", "mean", "last".
const char *bs_gather_name(bs_gather how);

// A point for each period of `frequency` in which the line has a value, of what came true. Spans
// are left out. A period of which a part is missing is unknown; of LAST only the last part counts.
// BS_E_ARGUMENT: periods of this frequency are not made of whole ones of the line's (weeks of
// nothing; months of quarters); a sum of shares, rates, index numbers or ranks, or of values that
// are counted at a moment, is refused too. BS_E_MEMORY.
BS_CHECKED bs_status bs_line_gather(bs_line *out, bs_arena *arena, const bs_line *line,
                                    bs_frequency frequency, bs_gather how, bs_error *err);

// The mean over one period, which may be a span or of another frequency.
// BS_E_NOT_FOUND: the line does not have all of it. Fills *err with the period's name.
BS_CHECKED bs_status bs_line_mean(bs_bounded *out, const bs_line *line, bs_period period,
                                  bs_error *err);

// --- moving averages -----------------------------------------------------------------------------

typedef enum bs_average_place {
    BS_AVERAGE_TRAILING, // of a period and those before it
    BS_AVERAGE_CENTRED,  // of those around it; of an even number the two ends count half
} bs_average_place;

// The line of moving averages over `window` periods (at least 2), one for each point; unknown where
// one of the values is missing, and for what was planned. BS_E_ARGUMENT: the window. BS_E_MEMORY.
BS_CHECKED bs_status bs_line_average(bs_line *out, bs_arena *arena, const bs_line *line,
                                     size_t window, bs_average_place place, bs_error *err);

#endif
