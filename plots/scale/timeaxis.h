// SPDX-License-Identifier: GPL-3.0-or-later
// timeaxis.h: which periods stand on an axis, and what they are called there.
//
// At most four halves, quarters or months are labelled in one line ("2023Q4", "'24.1"). Of more, a
// label has two lines: the part of the year, and below it the year, only where it begins or
// changes ("Q1 Q2 Q3 Q4" over one "2023"). Years alone take one line.
#ifndef BS_SCALE_TIMEAXIS_H
#define BS_SCALE_TIMEAXIS_H

#include "engine/base/array.h"
#include "engine/core/lang.h"
#include "engine/core/period.h"

// A period by itself, in one line: "2023", "2023Q4", "2023H1", "2023-W41", "2013–2017";
// a month and a day as the language has them: "'24.1", "Jan 2024", "2024年1月". The empty slice for
// BS_PERIOD_NONE; {NULL, 0}: no memory.
bs_str bs_time_label(bs_period period, bs_lang lang, bs_arena *arena);

typedef struct bs_time_tick {
    double day;  // place on the axis: bs_scale_period of the period that is labelled
    bs_str text; // "2023", "Q1", "6월", "W41", "10-13"
    bs_str year; // "2023" on the second line; empty where it goes without saying
} bs_time_tick;

typedef struct bs_time_axis {
    BS_ARRAY(bs_time_tick) ticks; // by day
    double low;                   // first and last period of the data
    double high;
    bool two_lines; // some tick has a second line
} bs_time_axis;

typedef struct bs_time_options {
    bs_lang lang;          // of the names of months
    double width_px;       // of the axis between the first and the last period
    double label_width_px; // room that one label needs, with its gap
    double line_width_px;  // the same for a label in one line; 0: there are none
} bs_time_options;

// Chooses ticks for data at `periods`, in any order and with repetitions. All of them when they
// fit; else every 7th day or 2nd week, or those that begin a month, quarter, half, year, or 2, 5,
// 10, ... years. No two ticks are
// nearer than a label is wide; the first period always has a tick when nothing else fits.
// BS_E_ARGUMENT: no period, or one that is BS_PERIOD_NONE.
BS_CHECKED bs_status bs_time_axis_choose(bs_time_axis *out, bs_arena *arena,
                                         const bs_period *periods, size_t period_count,
                                         const bs_time_options *options, bs_error *err);

#endif
