// SPDX-License-Identifier: GPL-3.0-or-later
// season.h: the season of a series, and the series without it.
#ifndef BS_ANALYZE_SEASON_H
#define BS_ANALYZE_SEASON_H

#include "engine/analyze/line.h"

typedef struct bs_season_options {
    size_t window; // as bs_stl_options.season_window; 0: the season repeats exactly
    bool robust;   // outliers are weighed down
} bs_season_options;

typedef struct bs_season_row {
    const bs_point *point;
    double seasonal;
    double trend;
    double remainder;
    bs_bounded adjusted; // the value less its season, with what the printed digits allow; the ends
                         // are open where they are not computed: robust, or more than
                         // BS_SEASON_BOUNDS_MAX values
} bs_season_row;

enum { BS_SEASON_BOUNDS_MAX = 600 };

typedef struct bs_season {
    bs_season_row *rows;
    size_t count;
    size_t cycle; // values a year
} bs_season;

// Decomposes the values that came true by STL (stl.h), spans left out.
// BS_E_ARGUMENT: the frequency has no season (a year, a week, a day), there are fewer than two
// whole years, or a period in between has no value (named). BS_E_MEMORY. Lives as long as the
// arena.
BS_CHECKED bs_status bs_season_find(bs_season *out, bs_arena *arena, const bs_line *line,
                                    const bs_season_options *options, bs_error *err);

#endif
