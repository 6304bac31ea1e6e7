// SPDX-License-Identifier: GPL-3.0-or-later
// spread.h: labels in a column, moved apart until none touches another.
#ifndef BS_MARK_SPREAD_H
#define BS_MARK_SPREAD_H

#include <stddef.h>

typedef struct bs_spread {
    size_t index;  // of the caller's
    double wanted; // where its middle would be best
    double height;
    double top; // where it is to be
} bs_spread;

// Sorts the labels by where they want to be (equal ones by index) and fills `top`: no two are
// nearer than `gap`, all are between `low` and `high` where they fit, and the sum of the squared
// distances from `wanted` is the least that keeps their order.
void bs_spread_apart(bs_spread *labels, size_t count, double low, double high, double gap);

#endif
