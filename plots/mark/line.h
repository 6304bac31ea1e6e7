// SPDX-License-Identifier: GPL-3.0-or-later
// line.h: lines through points, with gaps, and the points on them.
#ifndef BS_MARK_LINE_H
#define BS_MARK_LINE_H

#include "plots/mark/place.h"
#include "plots/mark/status.h"

typedef struct bs_vertex {
    bs_point at;
    bool present; // false: a gap; `at` is meaningless
    bs_value_status status;
} bs_vertex;

// Draws the line and takes its segments in the field. A segment looks like the status of the point
// that it leads to, or that it comes from when that one is a target or forecast. It stops before a
// gap and begins again behind it.
void bs_mark_line(bs_pen *pen, bs_field *field, const bs_vertex *vertices, size_t count,
                  bs_colour colour);

// A marker of one of BS_THEME_SERIES_COUNT forms (disc, square, triangle ...), so that lines differ
// by more than colour. A hollow one is filled with the page.
typedef struct bs_marker {
    size_t form;
    bool hollow;
    bs_colour colour;
} bs_marker;
enum { BS_MARKER_RADIUS = 4, BS_RING_RADIUS = 10 };
void bs_mark_point(bs_pen *pen, bs_point at, bs_marker marker);

// The ring round a flagged value.
void bs_mark_ring(bs_pen *pen, bs_point at);
// Where the proposed value would be: a small cross.
void bs_mark_cross(bs_pen *pen, bs_point at);

#endif
