// SPDX-License-Identifier: GPL-3.0-or-later
// period.h: years, halves, quarters, months, weeks and days, and spans of them.
//
// A period is a frequency and two counters: the first and the last unit that it covers. A counter
// counts units of its frequency without gap (year 2023 is 2023; quarter 2023-Q2 is 2023 * 4 + 1;
// 2023-10-13 is its day number), so the next period is +1 and a distance is a subtraction.
// The calendar is the proleptic Gregorian one; weeks are those of ISO 8601. A period is never a
// string inside the program; bs_period_write makes the ISO 8601 / SDMX text of it at the edge.
#ifndef BS_CORE_PERIOD_H
#define BS_CORE_PERIOD_H

#include "engine/base/arena.h"
#include "engine/base/buffer.h"

typedef enum bs_frequency {
    BS_FREQUENCY_NONE, // no period: what is not dated
    BS_FREQUENCY_ANNUAL,
    BS_FREQUENCY_HALF,
    BS_FREQUENCY_QUARTER,
    BS_FREQUENCY_MONTH,
    BS_FREQUENCY_TENDAY, // 上旬, 中旬, 下旬: three in a month
    BS_FREQUENCY_WEEK,
    BS_FREQUENCY_DAY,
    BS_FREQUENCY_COUNT
} bs_frequency;

typedef struct bs_period {
    bs_frequency frequency;
    int32_t first; // counter of the first unit
    int32_t last;  // counter of the last unit; equal to first unless the period is a span
} bs_period;

#define BS_PERIOD_NONE ((bs_period){BS_FREQUENCY_NONE, 0, 0})

// One letter for a column: "A" annual, "S" half, "Q", "M", "T" ten-day, "W", "D", "" for none.
const char *bs_frequency_code(bs_frequency frequency);
// "annual", "half-yearly", ... for people. Static, do not free.
const char *bs_frequency_name(bs_frequency frequency);

// Makers. `year` is BS_YEAR_MIN to BS_YEAR_MAX, `part` counts from 1: half 1-2, quarter 1-4,
// month 1-12, ten-day part 1-3 of a month, ISO week 1-53, day 1-31.
// BS_E_RANGE: there is no such period (month 13, 2023-02-29, week 53 of a year that has 52).
BS_CHECKED bs_status bs_period_year(bs_period *out, int year, bs_error *err);
BS_CHECKED bs_status bs_period_half(bs_period *out, int year, int half, bs_error *err);
BS_CHECKED bs_status bs_period_quarter(bs_period *out, int year, int quarter, bs_error *err);
BS_CHECKED bs_status bs_period_month(bs_period *out, int year, int month, bs_error *err);
BS_CHECKED bs_status bs_period_week(bs_period *out, int year, int week, bs_error *err);
typedef struct bs_date {
    int year;
    int month;
    int day; // in bs_period_tenday: 1, 2 or 3
} bs_date;
// The ISO week that a day is in, and the week `date.day` (1-5) of a month: that of the first to
// fifth Thursday in it, as ISO 8601 gives weeks to years. BS_E_RANGE: the month has no fifth
// Thursday.
BS_CHECKED bs_status bs_period_week_of_day(bs_period *out, bs_date date, bs_error *err);
BS_CHECKED bs_status bs_period_week_of_month(bs_period *out, bs_date date, bs_error *err);
BS_CHECKED bs_status bs_period_tenday(bs_period *out, bs_date date, bs_error *err);
BS_CHECKED bs_status bs_period_day(bs_period *out, bs_date date, bs_error *err);
// From the first unit of `from` to the last of `to`. BS_E_RANGE: of different frequencies, or `to`
// ends before `from` begins.
BS_CHECKED bs_status bs_period_span(bs_period *out, bs_period from, bs_period to, bs_error *err);

// Reads the text that bs_period_write makes, and the usual variants of data files: 2023, 2023-H1,
// 2023-S1, 2023H1, 2023-Q1, 2023Q1, 2023-06, 2023M06, 2023-W41, 2023-10-09, 2013/2017, FY2023.
// BS_E_FORMAT: of none of these forms. BS_E_RANGE: of the form, but there is no such period.
BS_CHECKED bs_status bs_period_parse(bs_period *out, bs_str text, bs_error *err);

// ISO 8601 / SDMX text: "2023", "2023-H1", "2023-Q1", "2023-06", "2023-06-T1", "2023-W41",
// "2023-10-09", "2013/2017". Writes nothing for BS_PERIOD_NONE.
void bs_period_write(bs_period period, bs_buffer *out);
// The same as a slice in the arena.
bs_str bs_period_str(bs_period period, bs_arena *arena);

static inline bool bs_period_is_none(bs_period period)
{
    return period.frequency == BS_FREQUENCY_NONE;
}
static inline bool bs_period_is_span(bs_period period)
{
    return period.first != period.last;
}
bool bs_period_equal(bs_period a, bs_period b);
// Order by first day, then by last day, then by frequency. BS_PERIOD_NONE comes first.
int bs_period_compare(bs_period a, bs_period b);

// The calendar year that the period begins in; 0 for BS_PERIOD_NONE.
int bs_period_year_of(bs_period period);
// First and last day as days. BS_PERIOD_NONE gives {0,0,0}.
bs_date bs_period_start(bs_period period);
bs_date bs_period_end(bs_period period);
// True when every day of `inner` is in `outer`. False when either is BS_PERIOD_NONE.
bool bs_period_contains(bs_period outer, bs_period inner);

// The period of the same length `units` units later (earlier when negative); of a span, both ends.
bs_period bs_period_offset(bs_period period, int units);
// The same part of the year `years` years later: 2023-Q1 and -1 gives 2022-Q1; weeks and days move
// to the same week or date (29 February to 28).
bs_period bs_period_offset_years(bs_period period, int years);
// Units of this frequency in a year: 1, 2, 4, 12, 36, 52 (weeks), 365 (days); 0 for none.
int bs_frequency_per_year(bs_frequency frequency);

#endif
