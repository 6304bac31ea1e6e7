// SPDX-License-Identifier: GPL-3.0-or-later
// trend.h: the straight line, or the steady growth, through a series, and its confidence band.
//
// Ordinary least squares of the values, or of their logarithms, on time. The band is the confidence
// interval of the line itself (Draper and Smith, "Applied Regression Analysis", section 1.4), not
// that of a new value, and assumes remainders that are independent, which those of most series are
// not: `autocorrelation` says how much they hang together.
#ifndef BS_ANALYZE_TREND_H
#define BS_ANALYZE_TREND_H

#include "engine/analyze/line.h"

typedef struct bs_trend_options {
    bool logarithmic; // steady growth instead of steady steps
    double level;     // of confidence, above 0 and below 1
} bs_trend_options;

typedef struct bs_trend_row {
    const bs_point *point;
    bs_bounded
        fitted; // with what the printed digits allow; the ends are -INFINITY and INFINITY in
                // series of more than BS_TREND_BOUNDS_MAX values, where they are not computed
    double band_low;
    double band_high;
} bs_trend_row;

enum { BS_TREND_BOUNDS_MAX = 4000 };

typedef struct bs_trend {
    bs_trend_row *rows;
    size_t count;
    double slope;     // a period, in the unit of the series; of logarithms the growth in per cent
    double slope_low; // ends of its confidence interval
    double slope_high;
    double r2;              // NaN where all values are equal
    double deviation;       // residual standard deviation, of the logarithms where these are fitted
    double autocorrelation; // of the remainders
} bs_trend;

// The trend through the values that came true, over gaps, spans left out.
// BS_E_ARGUMENT: fewer than three of them; for logarithms, one that is not above zero (named); the
// level. BS_E_MEMORY. Lives as long as the arena.
BS_CHECKED bs_status bs_trend_fit(bs_trend *out, bs_arena *arena, const bs_line *line,
                                  const bs_trend_options *options, bs_error *err);

#endif
