// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef BS_CHART_CHART_INTERNAL_H
#define BS_CHART_CHART_INTERNAL_H

#include "plots/chart/chart.h"
#include "plots/chart/words.h"
#include "plots/mark/axis.h"
#include "plots/mark/line.h"
#include "plots/mark/pen.h"
#include "plots/mark/place.h"
#include "plots/mark/spread.h"

// A chart while it is drawn. `y` is how far down the page is used.
typedef struct bs_canvas {
    bs_pen pen;
    const bs_chart *chart; // cleaned copy of the caller's, with the values that are shown
    bs_str base;           // period that is 100 on BS_CHART_INDEX; else empty
    double width_px;
    double margin_px;  // left and right of everything
    bool narrow;       // a page for a telephone: smaller title
    double stretch_px; // how much higher the data are to be than suits them
    double y;
} bs_canvas;

// prepare.c: a copy of the chart with clean text and the values that are shown: index numbers,
// shares, large numbers in words.
bs_status bs_chart__prepare(bs_chart *out, bs_arena *arena, const bs_chart *chart, bs_str *base,
                            bs_error *err);
// derive.c: all in a copy that is ours.
bs_status bs_chart__find_base(const bs_chart *chart, bs_period *out, bs_error *err);
bs_status bs_chart__to_index(const bs_chart *chart, bs_arena *arena, bs_period period,
                             bs_error *err);
// Parts must be of the same periods.
bs_status bs_chart__check_parts(const bs_chart *chart, bs_error *err);
bs_status bs_chart__to_shares(const bs_chart *chart, bs_arena *arena, bs_error *err);
// Says large values in words, with as many places as it takes to tell neighbours apart.
bs_status bs_chart__say_short(const bs_chart *chart, bs_arena *arena, bs_error *err);

// chart.c
// Takes the caller's width, else this one, and the margin that suits it.
void bs_chart__default_width(bs_canvas *canvas, double width_px);
// Fails because names and numbers leave less than this for the data.
enum { BS_PLOT_WIDTH_MIN = 48, BS_PLOT_HEIGHT_MIN = 48 };
void bs_chart__too_narrow(bs_canvas *canvas);
// Zeroed memory in the arena; NULL, and a failure of the pen, when there is none.
void *bs_chart__new(bs_pen *pen, size_t count, size_t size);
#define BS_CHART_NEW(pen, type, count) ((type *)bs_chart__new(pen, count, sizeof(type)))

// value.c: what values of every kind of chart have in common.
bool bs_chart__has(const bs_chart_value *value);
bool bs_chart__flagged(const bs_chart_value *value);
// What its label says: printed or grouped digits, their bound, and the letter of its status.
bs_str bs_chart__label(bs_pen *pen, const bs_chart_value *value);
// The same with all digits, for those who rest the pointer on it or hear it.
bs_str bs_chart__exact(bs_pen *pen, const bs_chart_value *value);
// The proposal as a number; false when it is none.
bool bs_chart__proposed(const bs_chart_value *value, double *out);
// To which side the value is open: 1 above, -1 below, 0 neither.
int bs_chart__bound(const bs_chart_value *value);
// "prefix" "text" in one slice.
bs_str bs_chart__concat(bs_pen *pen, bs_str prefix, bs_str text);
bs_style bs_chart__style(const bs_pen *pen, double size_px);

// flag.c: what is said of a flag: the printed value where the note stands for its label, the reason
// in lines, the proposal. Measured first, then written.
typedef struct bs_flag_note {
    bs_text_block value;
    bs_text_block reason;
    bs_text_block proposal;
    bs_box size; // width and height
} bs_flag_note;
typedef struct bs_flag_style {
    bs_str label;     // of the value; empty: it stands elsewhere
    const char *mark; // before the proposal: BS_PROPOSAL_MARK where the picture has one, else ""
    double width_px;
} bs_flag_style;
#define BS_PROPOSAL_MARK "◇ "
bs_flag_note bs_chart__flag_set(bs_canvas *canvas, const bs_chart_value *value,
                                const bs_flag_style *style);
// With the top at at.y; at.x is the left edge, or the middle.
void bs_chart__flag_write(bs_canvas *canvas, bs_flag_note *note, bs_spot at, bs_anchor anchor);
// "①" to "⑳", then "(21)".
bs_str bs_chart__note_number(bs_pen *pen, size_t number);
// A note at `at`, away from its value: "① name 2024: 26. reason", and the proposal. Returns its
// height. `name` may be empty; so may `period`.
typedef struct bs_far_note {
    size_t number;
    bs_str name;
    bs_period period;
    const char *mark;
    double width_px;
} bs_far_note;
double bs_chart__note_far(bs_canvas *canvas, const bs_chart_value *value, const bs_far_note *note,
                          bs_spot at);

// frame.c: what stands above and below the data.
typedef struct bs_chart_facts {
    bool status[BS_VALUE_STATUS_COUNT]; // that occur
    bool flagged;
    bool bounded; // some value is open to a side
    bool earlier; // some line is what was said before
    bool broken;
    bool not_zero; // to be said for the whole chart
    bool free_axes;
    bs_str unit;       // of the whole chart; empty when panels have their own
    bs_period ends[2]; // of BS_CHART_DUMBBELL: what the two marks stand for
} bs_chart_facts;
void bs_chart__note_value(bs_chart_facts *facts, const bs_chart_value *value);
// Of all panels.
bs_chart_facts bs_chart__facts(const bs_chart *chart);
void bs_chart__head(bs_canvas *canvas, const bs_chart_facts *facts);
void bs_chart__foot(bs_canvas *canvas);

// extent.c: how far values reach, and the ticks for it.
typedef struct bs_extent {
    double low;
    double high;
    int decimals; // of the values as printed
    bool any;
} bs_extent;
void bs_extent_add(bs_extent *extent, const bs_chart_value *value);
bs_extent bs_extent_join(bs_extent a, bs_extent b);
// Of what is drawn of a panel: of a stack, the heights of its columns.
bs_extent bs_extent_of(const bs_chart *chart, const bs_chart_panel *panel);
// Whether an axis for this extent begins at 0.
bool bs_extent_begins_at_0(const bs_chart *chart, const bs_extent *extent);
// About `wanted` ticks for an axis of the chart, with 0 or without.
bs_status bs_chart__ticks(const bs_canvas *canvas, bs_extent extent, double wanted,
                          bs_ticks *ticks);

// lines.c plans the panels, panel.c, columns.c and labels.c draw one of them.
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
    double column_px; // width of a column; 0 for lines
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
// Which colour and form a line has: its place among those that are not the plan of another.
size_t bs_chart__look(const bs_chart_panel *panel, size_t line);
bs_colour bs_chart__line_colour(const bs_panel *panel, size_t line);
// Draws everything of a panel but its heading, with the plot's top left corner at `at` less the
// gutter. Returns how far down it reaches.
double bs_chart__panel(bs_canvas *canvas, const bs_panel_plan *plan, const bs_panel_grid *grid,
                       bs_spot at);
// What a pointer that rests on a point is told.
bs_str bs_chart__tip(bs_panel *panel, size_t line, size_t point);
// The ring of a flagged point and the hollow mark of its proposal.
void bs_chart__mark_flag(bs_panel *panel, size_t line, size_t point);
// columns.c: the data of BS_CHART_COLUMNS, _STACK and _SHARE.
void bs_chart__columns(bs_panel *panel);
// Day numbers between neighbours that are nearest; 0 when there is one period.
double bs_chart__nearest_days(const bs_chart *chart);
// labels.c: the names at line ends, values, and reasons of flags.
void bs_chart__panel_labels(bs_panel *panel);

// row.c: charts of rows: names to the left, data to the right.
typedef struct bs_row_style {
    double share;  // of the page, at most, for the names
    double height; // of a row, at least
    bs_anchor anchor;
} bs_row_style;
typedef struct bs_row {
    bs_text_block name;
    double height;
} bs_row;
// Sets the names; returns the width of the widest.
double bs_chart__set_rows(bs_canvas *canvas, bs_row *rows, const bs_str *names, size_t count,
                          const bs_row_style *style);
// Writes a name with its anchor at x, centred on `middle`.
void bs_chart__write_row(bs_canvas *canvas, const bs_row *row, double x, double middle);

// dumbbell.c: what marks the earlier and the later value.
typedef struct bs_dumbbell_end {
    double radius;
    bool main; // in the colour of the data; else grey
} bs_dumbbell_end;
enum { BS_DUMBBELL_END_COUNT = 2 };
extern const bs_dumbbell_end bs_dumbbell_ends[BS_DUMBBELL_END_COUNT];
bs_colour bs_dumbbell_colour(const bs_pen *pen, const bs_dumbbell_end *end);

// desc.c
bs_str bs_chart__describe(bs_pen *pen, const bs_chart *chart, const bs_chart_facts *facts);

// The bodies of the kinds: lines.c, bars.c, slope.c, dumbbell.c, spark.c.
void bs_chart__lines(bs_canvas *canvas);
void bs_chart__bars(bs_canvas *canvas);
void bs_chart__slope(bs_canvas *canvas);
void bs_chart__dumbbell(bs_canvas *canvas);
void bs_chart__spark(bs_canvas *canvas);

#endif
