// SPDX-License-Identifier: GPL-3.0-or-later
// moments.h: what describes a set of values in a few numbers.
#ifndef BS_ANALYZE_MOMENTS_H
#define BS_ANALYZE_MOMENTS_H

#include "engine/analyze/wide.h"
#include "engine/base/error.h"

typedef struct bs_moments {
    size_t count;
    double mean;
    double deviation;       // of a sample: divided by count - 1; 0 of one value
    double autocorrelation; // of neighbours (lag 1), about the mean; 0 where all values are equal
    double least;
    double most;
} bs_moments;

// Describes values in their order. The definitions are those of NIST's Statistical Reference
// Datasets, and 15 digits are right whatever the values have in common.
// BS_E_ARGUMENT: there are none.
BS_CHECKED bs_status bs_moments_of(bs_moments *out, const bs_wide *values, size_t count,
                                   bs_error *err);

// The quantile of Student's t distribution: the value that a t of `freedom` degrees stays below
// with probability p, 0 < p < 1.
double bs_student_quantile(double p, double freedom);

#endif
