// SPDX-License-Identifier: GPL-3.0-or-later
// pen.h: what marks are drawn with: a scene, a measurer, a theme.
//
// The first failure is remembered in the pen and later calls do nothing, so that a picture of two
// hundred marks is checked once, by bs_pen_status.
#ifndef BS_MARK_PEN_H
#define BS_MARK_PEN_H

#include "plots/scene/scene.h"
#include "plots/text/text.h"
#include "plots/theme/theme.h"

typedef struct bs_pen {
    bs_scene *scene;
    bs_text *text;
    const bs_theme *theme;
    bs_arena *arena;
    bs_error *err;    // may be NULL
    bs_status status; // the first failure; BS_OK
} bs_pen;

// The first failure of the pen or its scene.
BS_CHECKED bs_status bs_pen_status(const bs_pen *pen);
// Remembers a failure, unless there is one already.
void bs_pen_fail(bs_pen *pen, bs_status status);

typedef struct bs_style {
    double size_px;
    bool bold;
    bs_colour colour;
    bs_anchor anchor;
    bool balanced; // when set in lines: see bs_wrap_options
} bs_style;

// printf into the arena; the empty slice after a failure.
bs_str bs_pen_format(bs_pen *pen, const char *format, ...) __attribute__((format(printf, 2, 3)));

// Width of one line in px; 0 after a failure.
double bs_pen_width(bs_pen *pen, bs_str line, bs_style style);

// Sets text in lines of at most `width_px`. No lines after a failure.
bs_text_block bs_pen_set(bs_pen *pen, bs_str text, bs_style style, double width_px);
double bs_block_width(const bs_text_block *block);
double bs_block_height(const bs_text_block *block);

// Draws a block whose top is at at.y and whose anchor is at at.x. Returns what it covers.
bs_box bs_pen_write(bs_pen *pen, const bs_text_block *block, bs_spot at);
// Sets and draws; returns the height.
double bs_pen_paragraph(bs_pen *pen, bs_str text, bs_style style, bs_box where);
// Clears the ground below a label, for one that stands on a grid line.
void bs_pen_clear(bs_pen *pen, bs_box label);
// One line, centred on at.y. Returns what it covers.
bs_box bs_pen_label(bs_pen *pen, bs_str line, bs_style style, bs_spot at);

#endif
