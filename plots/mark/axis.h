// SPDX-License-Identifier: GPL-3.0-or-later
// axis.h: value axes with their grid, and period axes.
#ifndef BS_MARK_AXIS_H
#define BS_MARK_AXIS_H

#include "plots/mark/pen.h"
#include "plots/scale/number.h"
#include "plots/scale/scale.h"
#include "plots/scale/ticks.h"
#include "plots/scale/timeaxis.h"

typedef struct bs_axis {
    bs_ticks ticks;
    bs_str labels[BS_TICK_COUNT_MAX];
    double label_width_px; // of the widest
} bs_axis;

// Makes an axis of ticks; `lang` names the large numbers, BS_LANG_UNKNOWN prints all digits.
void bs_axis_make(bs_axis *out, bs_pen *pen, const bs_ticks *ticks, bs_lang lang);

// True when a grid line of the axis runs through a label that reaches from `low` to `high` px along
// `scale`.
bool bs_axis_meets(const bs_axis *axis, const bs_scale *scale, double low, double high);

// Horizontal grid lines over the width of `plot`, with labels to the left of it. The line at zero
// is darker. `scale` runs along y.
void bs_axis_draw_y(const bs_axis *axis, bs_pen *pen, const bs_scale *scale, bs_box plot);

// Periods below `plot`, with small tick marks. `scale` maps days to x. Labels at the ends are moved
// into `limits`. Returns the height that the labels take.
double bs_axis_draw_time(const bs_time_axis *axis, bs_pen *pen, const bs_scale *scale, bs_box plot,
                         bs_box limits);

#endif
