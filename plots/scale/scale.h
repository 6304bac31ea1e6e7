// SPDX-License-Identifier: GPL-3.0-or-later
// scale.h: from a number to a place on the page.
#ifndef BS_SCALE_SCALE_H
#define BS_SCALE_SCALE_H

#include "engine/core/period.h"

typedef enum bs_scale_kind { BS_SCALE_LINEAR, BS_SCALE_LOG } bs_scale_kind;

// `low` is drawn at `low_px` and `high` at `high_px`; a y axis has low_px > high_px, because the
// page counts down. A log scale needs low > 0: bs_ticks_log has refused anything else before.
typedef struct bs_scale {
    bs_scale_kind kind;
    double low;
    double high;
    double low_px;
    double high_px;
} bs_scale;

// Where `value` is drawn. Outside low to high it is outside the axis; with low == high everything
// is drawn in the middle.
double bs_scale_px(const bs_scale *scale, double value);

// The middle of a period in days since 1970-01-01. A year, its quarters and its days share one
// axis, and gaps between periods are as long as they are. 0 for BS_PERIOD_NONE.
double bs_scale_period(bs_period period);

#endif
