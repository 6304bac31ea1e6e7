// SPDX-License-Identifier: GPL-3.0-or-later
// growth.h: growth between two printed values and along a series, and what rounding leaves open.
//
// The terms are those of the OECD's "Data and Metadata Reporting and Presentation Handbook" (2007),
// chapters on growth rates and on indices: period on period, year on year, annualised, contribution
// to growth, index numbers with a base period of 100. Flat values have a growth of 0. There is no
// rate of growth from a value that is zero or negative, or that rounding allows to be zero, and
// none to a negative value; the difference is always defined. A value that is missing has no
// growth, and is no base for one: the value before it does not stand in.
#ifndef BS_ANALYZE_GROWTH_H
#define BS_ANALYZE_GROWTH_H

#include "engine/analyze/line.h"

// Growth in per cent, or the difference of the two values, with the least and most that the printed
// digits allow.
typedef bs_bounded bs_growth;

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

// --- along a series ------------------------------------------------------------------------------

typedef enum bs_growth_form {
    BS_GROWTH_PERIOD,       // in per cent of the period before
    BS_GROWTH_YEAR,         // in per cent of the same part of the year before
    BS_GROWTH_ANNUALISED,   // what PERIOD comes to when kept up for a year, compounded:
                            // 100 ((to / from)^s - 1), s periods a year
    BS_GROWTH_CHANGE,       // difference from the period before, in the unit of the series
    BS_GROWTH_CHANGE_YEAR,  // difference from the same part of the year before
    BS_GROWTH_LOG,          // 100 ln(to / from), from the period before
    BS_GROWTH_LOG_YEAR,     // the same from the same part of the year before
    BS_GROWTH_CONTRIBUTION, // of a part to the growth of a whole, in points: 100 (to - from) over
                            // the whole in the period before
    BS_GROWTH_CONTRIBUTION_YEAR, // the same from the same part of the year before
    BS_GROWTH_INDEX,             // index number: 100 to / base
    BS_GROWTH_FORM_COUNT
} bs_growth_form;

// "period", "year", "annualised", "change", "change_year", "log", "log_year", "contribution",
// "contribution_year", "index".
const char *bs_growth_form_name(bs_growth_form form);

typedef enum bs_growth_state {
    BS_GROWTH_KNOWN,
    BS_GROWTH_NO_VALUE, // the observation has no value
    BS_GROWTH_NO_BASE,  // what it is compared with is not in the series, or has no value
    BS_GROWTH_NO_RATE,  // both are there, but there is no rate between them: see above
    BS_GROWTH_STATE_COUNT
} bs_growth_state;

// "known", "no_value", "no_base", "no_rate".
const char *bs_growth_state_name(bs_growth_state state);

typedef struct bs_growth_row {
    const bs_point *to;
    const bs_point *from; // NULL when there is none, and for index numbers
    bs_period base;       // period that it is compared with, or would be
    bs_growth_state state;
    const char *why;  // it is not known: "is zero", "has no value"; NULL when it is. Static
    bs_period blame;  // the period that `why` is about
    bs_growth growth; // meaningless unless state is BS_GROWTH_KNOWN
} bs_growth_row;

typedef BS_ARRAY(bs_growth_row) bs_growth_row_array;

typedef struct bs_growth_options {
    bs_growth_form form;
    bs_period base; // of index numbers; a longer period (the year of a monthly series) means the
                    // mean of its parts, which must all be there
    const bs_line *whole; // of contributions
} bs_growth_options;

// True for growth rates, shares and ranks, whose own growth in per cent says nothing: their change
// is given in points.
bool bs_growth_is_rate(const bs_series *series);
// The form that makes sense for a series: for rates CHANGE instead of PERIOD, ANNUALISED and LOG,
// and CHANGE_YEAR instead of YEAR and LOG_YEAR; else `form` itself.
bs_growth_form bs_growth_form_for(const bs_series *series, bs_growth_form form);

// One row for each point of the line, in its order, appended to *out. It is compared with a value
// of its own kind (a target with a target) where there is one, else with what came true. A span is
// compared with the span of the same length before it or a year before. What the year before of a
// week or a day is, bs_period_offset_years says. A series of ten-day periods, weeks or days has no
// annualised rate (BS_E_ARGUMENT), because it would say nothing. For index numbers: BS_E_NOT_FOUND
// when the base period, or a part of it, has no value; BS_E_ARGUMENT when the base is not above
// zero. For contributions, BS_E_ARGUMENT: no whole, or one in another unit. BS_E_MEMORY.
BS_CHECKED bs_status bs_growth_line(bs_growth_row_array *out, bs_arena *arena, const bs_line *line,
                                    const bs_growth_options *options, bs_error *err);

// Steady growth a year between the values of two periods; where a period is BS_PERIOD_NONE, of the
// last that came true, and of the first that did in the same part of the year: 100 ((to / from)^(1
// / years) - 1). Periods of one frequency count whole years and parts of them; days and weeks are
// 365.2425 days a year. row->state and why say when there is none, as where one of the values is
// missing or not above zero.
typedef struct bs_growth_stretch {
    bs_growth_row row; // row.from and row.to are NULL where there is no value
    bs_period from;
    bs_period to;
    double years;
} bs_growth_stretch;
void bs_growth_between(bs_growth_stretch *out, const bs_line *line, bs_period from, bs_period to);

#endif
