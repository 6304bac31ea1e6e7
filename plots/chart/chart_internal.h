// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef BS_CHART_CHART_INTERNAL_H
#define BS_CHART_CHART_INTERNAL_H

#include "plots/chart/chart.h"
#include "plots/chart/words.h"
#include "plots/mark/axis.h"
#include "plots/mark/line.h"
#include "plots/mark/pen.h"
#include "plots/mark/place.h"

// A chart while it is drawn. `y` is how far down the page is used.
typedef struct bs_canvas {
    bs_pen pen;
    const bs_chart *chart; // cleaned and indexed copy of the caller's
    bs_str base;           // period that is 100 on BS_CHART_INDEX; else empty
    double width_px;
    double margin_px; // left and right of everything
    double y;
} bs_canvas;

// prepare.c: a copy of the chart with clean text and, on BS_CHART_INDEX, values that begin at 100.
bs_status bs_chart__prepare(bs_chart *out, bs_arena *arena, const bs_chart *chart, bs_str *base,
                            bs_error *err);

// chart.c: fails because names and numbers leave less than this for the data.
enum { BS_PLOT_WIDTH_MIN = 48 };
void bs_chart__too_narrow(bs_canvas *canvas);

// value.c: what values of every kind of chart have in common.
bool bs_chart__has(const bs_chart_value *value);
bool bs_chart__flagged(const bs_chart_value *value);
// What its label says: printed or grouped digits, and the letter of its status.
bs_str bs_chart__label(bs_pen *pen, const bs_chart_value *value);
// The proposal as a number; false when it is none.
bool bs_chart__proposed(const bs_chart_value *value, double *out);
// "prefix" "text" in one slice.
bs_str bs_chart__concat(bs_pen *pen, bs_str prefix, bs_str text);
bs_style bs_chart__style(const bs_pen *pen, double size_px);
// What is said of a flag: the printed value where the note stands for its label, the reason in
// lines, the proposal. Measured first, then written.
typedef struct bs_flag_note {
    bs_text_block value;
    bs_text_block reason;
    bs_text_block proposal;
    bs_box size; // width and height
} bs_flag_note;
typedef struct bs_flag_style {
    bs_str label;     // of the value; empty: it stands elsewhere
    const char *mark; // before the proposal: "× " when a cross shows where it would be, else ""
    double width_px;
} bs_flag_style;
bs_flag_note bs_chart__flag_set(bs_canvas *canvas, const bs_chart_value *value,
                                const bs_flag_style *style);
// With the top at at.y; at.x is the left edge, or the middle.
void bs_chart__flag_write(bs_canvas *canvas, bs_flag_note *note, bs_point at, bs_anchor anchor);

// frame.c: what stands above and below the data.
typedef struct bs_chart_facts {
    bool status[BS_VALUE_STATUS_COUNT]; // that occur
    bool flagged;
    bool not_zero; // to be said for the whole chart
    bool free_axes;
    bs_str unit; // of the whole chart; empty when panels have their own
} bs_chart_facts;
void bs_chart__note_value(bs_chart_facts *facts, const bs_chart_value *value);
void bs_chart__head(bs_canvas *canvas, const bs_chart_facts *facts);
void bs_chart__foot(bs_canvas *canvas);

// lines.c plans the panels, panel.c and labels.c draw one of them.
typedef struct bs_panel_plan {
    const bs_chart_panel *panel;
    bs_axis axis;
    bool not_zero;             // the axis does not begin at 0
    bs_text_block *end_labels; // one a line, when the panel has several; else NULL
} bs_panel_plan;

// What all panels share, so that their plots are of one size.
typedef struct bs_panel_grid {
    double panel_width;
    double plot_height;
    double gutter_px; // for the labels of the value axis
    double right_px;  // for the labels of lines
    double inset_px;  // from the edge of the plot to the first and last period
    bs_time_axis periods;
} bs_panel_grid;

// One panel while it is drawn.
typedef struct bs_panel {
    bs_canvas *canvas;
    const bs_panel_plan *plan;
    const bs_panel_grid *grid;
    bs_box plot;
    bs_scale x; // of days
    bs_scale y;
    bs_field field;
    bs_vertex **vertices; // of each line
    size_t note_count;    // flags that found no room, listed below the panel
    double bottom;        // how far down the panel reaches
} bs_panel;
bs_colour bs_chart__line_colour(const bs_panel *panel, size_t line);
// Draws everything of a panel but its heading, with the plot's top left corner at `at` less the
// gutter. Returns how far down it reaches.
double bs_chart__panel(bs_canvas *canvas, const bs_panel_plan *plan, const bs_panel_grid *grid,
                       bs_point at);
// The names at line ends, values, and reasons of flags.
void bs_chart__panel_labels(bs_panel *panel);

// desc.c
bs_str bs_chart__describe(bs_pen *pen, const bs_chart *chart, const bs_chart_facts *facts);

// lines.c and bars.c: the body of the two kinds.
void bs_chart__lines(bs_canvas *canvas);
void bs_chart__bars(bs_canvas *canvas);

#endif
