// SPDX-License-Identifier: GPL-3.0-or-later
// line.h: lines through points, with gaps, and the points on them.
#ifndef BS_MARK_LINE_H
#define BS_MARK_LINE_H

#include "plots/mark/place.h"
#include "plots/mark/status.h"

typedef struct bs_vertex {
    bs_spot at;
    bool present; // false: a gap; `at` is meaningless
    bool broken;  // not joined to the one before
    bs_value_status status;
} bs_vertex;

typedef enum bs_stroke {
    BS_STROKE_LINE,
    BS_STROKE_STEP, // level at each point, with risers half way between two
    BS_STROKE_THIN, // behind others; takes nothing in the field
} bs_stroke;

// Draws the line and takes its segments in the field. A segment looks like the status of the point
// that it leads to, or that it comes from when that one is a target or forecast. It stops before a
// gap or a break and begins again behind it.
typedef struct bs_line_look {
    bs_colour colour;
    bs_stroke stroke;
} bs_line_look;
void bs_mark_line(bs_pen *pen, bs_field *field, const bs_vertex *vertices, size_t count,
                  bs_line_look look);

// A marker of one of BS_THEME_SERIES_COUNT forms (disc, square, triangle ...), so that lines differ
// by more than colour. A hollow one is filled with the page.
typedef struct bs_marker {
    size_t form;
    bool hollow;
    bs_colour colour;
} bs_marker;
enum { BS_MARKER_RADIUS = 4, BS_RING_RADIUS = 10 };
void bs_mark_point(bs_pen *pen, bs_spot at, bs_marker marker);

// The ring round a flagged value.
void bs_mark_ring(bs_pen *pen, bs_spot at);
// Where the proposed value would be: a hollow diamond.
enum { BS_PROPOSAL_RADIUS = 6 };
void bs_mark_proposal(bs_pen *pen, bs_spot at);

// An arrow from `at` to the open side of a bound, BS_ARROW_PX long. Returns what it covers.
typedef enum bs_heading {
    BS_HEADING_UP,
    BS_HEADING_DOWN,
    BS_HEADING_LEFT,
    BS_HEADING_RIGHT
} bs_heading;
enum { BS_ARROW_PX = 16 };
bs_box bs_mark_arrow(bs_pen *pen, bs_spot at, bs_heading heading, bs_colour colour);

#endif
