// SPDX-License-Identifier: GPL-3.0-or-later
// status.h: how actual, target, forecast and provisional values look. Never by colour alone.
#ifndef BS_MARK_STATUS_H
#define BS_MARK_STATUS_H

#include "engine/core/quantity.h"
#include "plots/mark/pen.h"

typedef struct bs_status_look {
    double dash_px; // of the line that leads to the point; 0: solid
    double gap_px;
    bool hollow;        // marker is an outline
    bool always_marked; // also where other points of a long line have no marker
    const char *letter; // behind the number, as in statistical tables; "" for none
} bs_status_look;

// Static, do not free.
const bs_status_look *bs_status_look_of(bs_value_status status);

// Outline of `colour` and `width_px`, dashed as the status is.
bs_paint bs_status_stroke(bs_value_status status, bs_colour colour, double width_px);

#endif
