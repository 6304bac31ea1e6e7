// SPDX-License-Identifier: GPL-3.0-or-later
// place.h: where a label may stand without touching anything.
//
// A field is a part of the page with what already stands on it. Labels ask for a place and take it,
// the most important first. No two labels ever overlap; a label is rather left out, and then the
// caller says what it says elsewhere.
#ifndef BS_MARK_PLACE_H
#define BS_MARK_PLACE_H

#include "plots/mark/pen.h"

typedef struct bs_segment {
    bs_spot from;
    bs_spot to;
} bs_segment;

typedef struct bs_field {
    bs_box bounds;
    BS_ARRAY(bs_box) boxes;        // marks and labels
    BS_ARRAY(bs_segment) segments; // lines of data
} bs_field;

// Both remember failure in the pen.
void bs_field_take(bs_field *field, bs_pen *pen, bs_box box);
void bs_field_take_segment(bs_field *field, bs_pen *pen, bs_segment segment);

// True when the segment runs through the box.
bool bs_segment_meets(bs_segment segment, bs_box box);

// True when `box` is inside the bounds and touches no box and no segment.
bool bs_field_is_free(const bs_field *field, bs_box box);

typedef enum bs_side { BS_SIDE_ABOVE, BS_SIDE_BELOW } bs_side;

// A place for a label of `size` (its x and y are ignored) beside the mark of radius `gap` at `at`:
// above or below as `side` prefers, then beside it, then a little farther off. A place that only a
// line of data crosses is taken when there is no better one. False: none.
bool bs_field_beside(const bs_field *field, bs_spot at, bs_box size, double gap, bs_side side,
                     bs_box *out);

// The free place for `size` that is nearest to `at`, at least `gap` away from it, anywhere in the
// bounds, such that a straight leader from `at` to it crosses no other box. False: none.
bool bs_field_near(const bs_field *field, bs_spot at, bs_box size, double gap, bs_box *out);

// The point of the box that is nearest to `at`.
bs_spot bs_box_nearest(bs_box box, bs_spot at);

#endif
