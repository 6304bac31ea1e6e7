// SPDX-License-Identifier: GPL-3.0-or-later
// stl.h: a series as season, trend and remainder.
//
// STL: Cleveland, Cleveland, McRae and Terpenning, "STL: A Seasonal-Trend Decomposition Procedure
// Based on Loess", Journal of Official Statistics 6 (1990). Windows, degrees and jumps are those of
// R's stl(), and both give the same numbers, but for one thing: of an even number of remainders R's
// robust weights take another pair than the two in the middle for their median.
#ifndef BS_ANALYZE_STL_H
#define BS_ANALYZE_STL_H

#include "engine/base/arena.h"
#include "engine/base/error.h"

typedef struct bs_stl_options {
    size_t season;        // values a cycle: 4 of quarters, 12 of months; at least 2
    size_t season_window; // values of one season that are smoothed together, odd, at least 7;
                          // 0: the season repeats exactly ("periodic")
    size_t robust_count;  // times that outliers are weighed down; 0 for none, 15 is R's robust
} bs_stl_options;

// Three arrays of as many items as there are values: value = seasonal + trend + remainder.
typedef struct bs_stl {
    double *seasonal;
    double *trend;
    double *remainder;
} bs_stl;

// Decomposes `count` values without gaps. BS_E_ARGUMENT: a season below 2, or fewer than two whole
// cycles. BS_E_MEMORY. Lives as long as the arena.
BS_CHECKED bs_status bs_stl_solve(bs_stl *out, bs_arena *arena, const double *values, size_t count,
                                  const bs_stl_options *options, bs_error *err);

#endif
