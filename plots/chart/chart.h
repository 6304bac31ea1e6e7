// SPDX-License-Identifier: GPL-3.0-or-later
// chart.h: what a chart shows, and the picture of it.
//
// A chart is described by plain structs that borrow everything; bs_chart_draw turns them into a
// scene. What always holds: bars and columns start at 0; a missing value is a gap; the order of
// panels, lines and bars is the caller's; targets and forecasts are dashed and hollow; a bound has
// an arrow to its open side; a flagged value is ringed, with its reason in words and the proposed
// value as a hollow mark; no text overlaps another or leaves the page; what could mislead (an axis
// that does not begin at 0, panels with different scales, a log scale) is said in the picture.
#ifndef BS_CHART_CHART_H
#define BS_CHART_CHART_H

#include "engine/core/series.h"
#include "plots/scene/scene.h"
#include "plots/text/text.h"
#include "plots/theme/theme.h"

// One value, of a point or a bar. Zeroed is the value 0, actual, unflagged.
typedef struct bs_chart_value {
    bs_state state; // other than BS_STATE_VALUE: missing
    bs_value_status status;
    bs_qualifier qualifier; // about, at least, less than ...
    bs_decimal value;       // in the unit that is shown, with its printed places
    bs_str text;            // label; empty: the value with grouped digits
    bs_str reason;          // why it is flagged; empty together with `proposal`: it is not
    bs_str proposal;        // the value that is proposed instead, as printed; may be empty
} bs_chart_value;

typedef struct bs_chart_point {
    bs_period period;
    bs_chart_value value;
    bool broken; // cannot be compared with the points before it
} bs_chart_point;

typedef enum bs_chart_role {
    BS_ROLE_MAIN,
    BS_ROLE_EARLIER, // what was said before: faint, behind the others
    BS_ROLE_PLAN,    // targets or forecasts of the line before it, in its colour
    BS_ROLE_TOTAL,   // BS_CHART_STACK: of all parts, as a line over the columns
} bs_chart_role;

typedef enum bs_chart_course {
    BS_COURSE_STRAIGHT, // from point to point
    BS_COURSE_STEP,     // level through each period, for targets that hold until the next
} bs_chart_course;

typedef struct bs_chart_line {
    bs_str label;                 // stands at the end of the line when the panel has several
    const bs_chart_point *points; // by period
    size_t point_count;
    bs_chart_role role;
    bs_chart_course course; // BS_CHART_LINES
} bs_chart_line;

typedef enum bs_chart_numbers {
    BS_NUMBERS_WHOLE, // all digits: the unit has its own scale ("만 위안"), or they matter
    BS_NUMBERS_SHORT, // from a million on "1,300만", "13.0億", "1.3 bn" in labels and on axes
    BS_CHART_NUMBERS_COUNT
} bs_chart_numbers;

typedef struct bs_chart_panel {
    bs_str title; // may be empty when there is one panel
    bs_str unit;  // as the reader knows it: "EFLOPS", "만 위안"; may be empty
    const bs_chart_line *lines;
    size_t line_count;
    bs_chart_numbers numbers;
} bs_chart_panel;

typedef struct bs_chart_bar {
    bs_str label;
    bs_chart_value value;
    bool total; // of the other bars: not one of what is compared
} bs_chart_bar;

// Bars of one unit, with a scale of their own.
typedef struct bs_chart_section {
    bs_str title; // may be empty
    bs_str unit;
    size_t bar_count;
    bs_chart_numbers numbers;
} bs_chart_section;

typedef enum bs_chart_kind {
    BS_CHART_LINES,    // one panel, or small multiples
    BS_CHART_BARS,     // horizontal bars
    BS_CHART_COLUMNS,  // one line a panel, as columns from 0: growth
    BS_CHART_STACK,    // the lines of a panel are parts, stacked up and down from 0: contributions
    BS_CHART_SHARE,    // parts of 100 %; the values are levels, or per cent already
    BS_CHART_SLOPE,    // first and last point of each line, joined; one panel
    BS_CHART_DUMBBELL, // the same as a row each
    BS_CHART_SPARK,    // a row for each panel: name, small line, last value
    BS_CHART_KIND_COUNT
} bs_chart_kind;

typedef enum bs_chart_zero {
    BS_ZERO_AUTO, // with 0, unless all values are within a tenth of the largest
    BS_ZERO_ALWAYS,
    BS_ZERO_NEVER,
    BS_CHART_ZERO_COUNT
} bs_chart_zero;

typedef enum bs_chart_scale {
    BS_CHART_LINEAR,
    BS_CHART_LOG,   // lines only; every value must be above 0
    BS_CHART_INDEX, // lines only: every line as growth from 100 at the base period
    BS_CHART_SCALE_COUNT
} bs_chart_scale;

typedef enum bs_chart_axes {
    BS_AXES_AUTO, // shared when units agree and no panel would be squeezed flat
    BS_AXES_SHARED,
    BS_AXES_FREE,
    BS_CHART_AXES_COUNT
} bs_chart_axes;

typedef enum bs_chart_frame {
    BS_FRAME_WHOLE, // title, subtitle, key, notes and source line
    BS_FRAME_BARE,  // neither margins nor title, notes and source line: the page has them
    BS_CHART_FRAME_COUNT
} bs_chart_frame;

typedef struct bs_chart {
    bs_chart_kind kind;
    bs_lang lang; // of the words that are added: "단위", "target", "資料"
    bs_theme_id theme;
    bs_str title;    // the finding, or the name
    bs_str subtitle; // measure, place, period; the unit is added when it is one
    bs_str source;   // "[publication], [organisation], [date]", without the word "source"
    bs_str note;
    bs_str desc;                  // for those who hear the picture; empty: made from the data
    const bs_chart_panel *panels; // all but BS_CHART_BARS
    size_t panel_count;
    bs_str unit;              // BS_CHART_BARS
    const bs_chart_bar *bars; // BS_CHART_BARS
    size_t bar_count;
    const bs_chart_section *sections; // BS_CHART_BARS of several units, in the order of the bars
    size_t section_count;             // 0: all bars are of `unit`
    bs_chart_zero zero;
    bs_chart_scale scale;
    bs_chart_axes axes;
    bs_chart_numbers numbers; // BS_CHART_BARS
    bs_period base;           // of BS_CHART_INDEX; BS_PERIOD_NONE: the first that all lines have
    bs_chart_frame frame;
    double width_px;  // of the page; 0: what suits
    double height_px; // of the page; 0: what the content takes
} bs_chart;

#define BS_CHART_INIT                                                                              \
    {                                                                                              \
        .kind = BS_CHART_LINES                                                                     \
    }

enum {
    BS_CHART_PANELS_MAX = 48,
    BS_CHART_LINES_MAX = 6, // in one panel, without BS_ROLE_EARLIER: more cannot be told apart
    BS_CHART_EARLIER_MAX = 12,
    BS_CHART_ROWS_MAX = 48, // of slope, dumbbell and spark
    BS_CHART_BARS_MAX = 200,
    BS_CHART_POINTS_MAX = 20000, // of one line
    BS_CHART_WIDTH_MIN = 320,
    BS_CHART_WIDTH_MAX = 4000,
    BS_CHART_HEIGHT_MAX = 4000,
};

// Draws `chart` into *scene, which is initialised here and lives as long as the arena. Text of the
// chart is cleaned of control characters (bs_text_clean) and measured by `text`.
// BS_E_ARGUMENT: nothing to draw, a point without a period, a log scale or an index for what begins
// at 0, parts that differ in their periods, sections that are not all the bars, a width or height
// that is out of bounds or leaves no room for names, numbers and data. BS_E_RANGE: a value at or
// below 0 on a log scale or as the base of an index, a part below 0 of a share, shares that are not
// 100 together, or numbers too far apart for one axis. BS_E_LIMIT: more panels, lines, bars or
// points than above. BS_E_GLYPH: a letter that no font has. BS_E_MEMORY.
BS_CHECKED bs_status bs_chart_draw(bs_scene *scene, bs_arena *arena, bs_text *text,
                                   const bs_chart *chart, bs_error *err);

#endif
