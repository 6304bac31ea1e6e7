// SPDX-License-Identifier: GPL-3.0-or-later
// local_noise.h: how wild a row is around each of its residuals, and a median of many numbers.
#ifndef BS_ANALYZE_LOCAL_NOISE_H
#define BS_ANALYZE_LOCAL_NOISE_H

#include <stddef.h>

enum {
    BS_NOISE_COUNT_MIN = 12, // fewer residuals tell nothing of places in the row
    BS_NOISE_SPARE = 7       // arrays that bs_noise_local works in
};

// Median of `count` values, at least one, whose order is lost.
double bs_noise_median(double *values, size_t count);

// Numbers that an array has room for, when there are `count` sizes.
size_t bs_noise_stride(size_t count);

// The noise around each of `count` residuals of these sizes: the median of the six before it and
// the six behind it, itself left out, relative to the median of all, held between 1/20 and 20 and
// drawn towards 1 by its square root; squared. A row may be calm in one decade and wild in the
// next, and one wrong value among those beside it changes little. All ones for fewer than
// BS_NOISE_COUNT_MIN sizes and where most of them are 0. `out` and each of the BS_NOISE_SPARE
// arrays in `spare` have room for bs_noise_stride(count).
void bs_noise_local(double *out, const double *sizes, size_t count, double *spare);

#endif
