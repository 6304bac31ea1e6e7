// SPDX-License-Identifier: GPL-3.0-or-later
// Line charts and small multiples: what the panels share, and where they stand.
#include <math.h>

#include "plots/chart/chart_internal.h"

enum {
    WIDTH_ONE = 960,
    WIDTH_MANY = 1200,
    PLOT_HEIGHT_ONE = 360,
    PLOT_HEIGHT_MIN = 120,
    PLOT_HEIGHT_MAX = 200,
    PANEL_WIDTH_MIN = 220,
    INSET_MIN = 14,
    HEAD_GAP = 2,
};

// Columns for 1 to 12 panels; more panels stand in fours.
static const int columns_of[] = {1, 1, 2, 3, 4, 3, 3, 4, 4, 3, 4, 4, 4};

// Values within this part of the largest do not show from 0: an axis that begins at 0 is left only
// then.
static const double near_share = 0.1;
// Panels that differ by more than this are not put on one axis.
static const double squeeze_max = 4;

typedef struct extent {
    double low;
    double high;
    int decimals; // of the values as printed
    bool any;
} extent;

static void extend(extent *e, const bs_chart_value *value)
{
    if (!bs_chart__has(value)) return;
    double v = bs_decimal_double(value->value);
    e->low = e->any ? fmin(e->low, v) : v;
    e->high = e->any ? fmax(e->high, v) : v;
    if (value->value.scale > e->decimals) e->decimals = value->value.scale;
    e->any = true;
}

static extent extent_of(const bs_chart_panel *panel)
{
    extent e = {0};
    for (size_t i = 0; i < panel->line_count; i++) {
        for (size_t j = 0; j < panel->lines[i].point_count; j++) {
            extend(&e, &panel->lines[i].points[j].value);
        }
    }
    return e;
}

static extent merged(extent a, extent b)
{
    if (!a.any) return b;
    if (!b.any) return a;
    return (extent){fmin(a.low, b.low), fmax(a.high, b.high),
                    a.decimals > b.decimals ? a.decimals : b.decimals, true};
}

static bool with_zero(const bs_chart *chart, const extent *e)
{
    if (chart->scale == BS_CHART_INDEX) return chart->zero == BS_ZERO_ALWAYS;
    if (chart->zero != BS_ZERO_AUTO) return chart->zero == BS_ZERO_ALWAYS;
    double largest = fmax(fabs(e->low), fabs(e->high));
    bool one_side = e->low > 0 || e->high < 0;
    return !one_side || e->high == e->low || e->high - e->low > near_share * largest;
}

// Makes the ticks of an axis for `e` and tells whether 0 is on it.
static bs_status make_ticks(const bs_canvas *canvas, extent e, double height, bs_ticks *ticks)
{
    enum { PX_PER_TICK = 44 };
    const bs_chart *chart = canvas->chart;
    bs_ticks_options options = BS_TICKS_OPTIONS_INIT;
    options.wanted = (int)fmax(4, fmin(8, round(height / PX_PER_TICK)));
    if (chart->scale == BS_CHART_LOG && e.any) {
        return bs_ticks_log(ticks, e.low, e.high, options.wanted + 2, canvas->pen.err);
    }
    if (!e.any) e = (extent){0, 1, 0, true};
    if (with_zero(chart, &e)) {
        e.low = fmin(e.low, 0);
        e.high = fmax(e.high, 0);
    }
    options.decimals_max = e.decimals;
    bs_status status = bs_ticks_linear(ticks, e.low, e.high, &options, NULL);
    if (status == BS_OK) return status;
    // Whole numbers only, and an axis that leaves out 0, are wishes: of large numbers that differ
    // in their last digits, a double cannot tell one from the next.
    options.decimals_max = BS_DECIMAL_SCALE_MAX;
    status = bs_ticks_linear(ticks, e.low, e.high, &options, NULL);
    if (status == BS_OK) return status;
    return bs_ticks_linear(ticks, fmin(e.low, 0), fmax(e.high, 0), &options, canvas->pen.err);
}

// --- what is shared ------------------------------------------------------------------------------

static bool units_agree(const bs_chart *chart)
{
    for (size_t i = 1; i < chart->panel_count; i++) {
        if (!bs_str_equal(chart->panels[i].unit, chart->panels[0].unit)) return false;
    }
    return true;
}

static double reach_of(const extent *e)
{
    return fmax(fabs(e->low), fabs(e->high));
}

static bool axes_shared(const bs_chart *chart, const extent *extents)
{
    if (chart->axes != BS_AXES_AUTO) return chart->axes == BS_AXES_SHARED;
    if (!units_agree(chart)) return false;
    double least = INFINITY, most = 0;
    for (size_t i = 0; i < chart->panel_count; i++) {
        if (!extents[i].any || reach_of(&extents[i]) == 0) continue;
        least = fmin(least, reach_of(&extents[i]));
        most = fmax(most, reach_of(&extents[i]));
    }
    return most <= squeeze_max * least;
}

typedef struct layout {
    bs_panel_plan *plans;
    bs_panel_grid grid;
    size_t columns;
    bs_chart_facts facts;
} layout;

static void plan_axes(bs_canvas *canvas, layout *l)
{
    const bs_chart *chart = canvas->chart;
    bs_pen *pen = &canvas->pen;
    extent *extents = BS_NEW_ARRAY(pen->arena, extent, chart->panel_count);
    if (extents == NULL) {
        bs_pen_fail(pen, bs_fail(pen->err, BS_E_MEMORY, "out of memory"));
        return;
    }
    extent all = {0};
    for (size_t i = 0; i < chart->panel_count; i++) {
        extents[i] = extent_of(&chart->panels[i]);
        all = merged(all, extents[i]);
    }
    bool shared = axes_shared(chart, extents);
    l->facts.free_axes = !shared && chart->panel_count > 1;
    for (size_t i = 0; i < chart->panel_count && pen->status == BS_OK; i++) {
        bs_panel_plan *plan = &l->plans[i];
        bs_ticks ticks;
        bs_status status =
            make_ticks(canvas, shared ? all : extents[i], l->grid.plot_height, &ticks);
        bs_pen_fail(pen, status);
        if (status != BS_OK) return;
        plan->panel = &chart->panels[i];
        plan->not_zero = chart->scale != BS_CHART_LOG && (ticks.low > 0 || ticks.high < 0);
        bs_axis_make(&plan->axis, pen, &ticks, chart->lang);
        l->grid.gutter_px = fmax(l->grid.gutter_px, plan->axis.label_width_px + 10);
    }
}

// The name of a line and its last value, for the end of the line.
static bs_text_block end_label(bs_canvas *canvas, const bs_chart_line *line, size_t index,
                               double width)
{
    bs_pen *pen = &canvas->pen;
    bs_style style = {BS_SIZE_LABEL, false, pen->theme->series[index % BS_THEME_SERIES_COUNT],
                      BS_ANCHOR_START, false};
    size_t last = line->point_count;
    while (last > 0 && !bs_chart__has(&line->points[last - 1].value))
        last--;
    bs_str value = last > 0 ? bs_chart__label(pen, &line->points[last - 1].value)
                            : bs_word_get(BS_WORD_NO_DATA, canvas->chart->lang);
    bs_str text = bs_pen_format(pen, "%.*s %.*s", BS_STR_ARG(line->label), BS_STR_ARG(value));
    return bs_pen_set(pen, text, style, width);
}

static void plan_end_labels(bs_canvas *canvas, layout *l)
{
    enum { GAPS = 20 };
    bs_pen *pen = &canvas->pen;
    for (size_t i = 0; i < canvas->chart->panel_count; i++) {
        bs_panel_plan *plan = &l->plans[i];
        size_t count = plan->panel->line_count;
        if (count < 2) continue;
        plan->end_labels = BS_NEW_ARRAY(pen->arena, bs_text_block, count);
        if (plan->end_labels == NULL) {
            bs_pen_fail(pen, bs_fail(pen->err, BS_E_MEMORY, "out of memory"));
            return;
        }
        double height = 0;
        for (size_t j = 0; j < count; j++) {
            plan->end_labels[j] =
                end_label(canvas, &plan->panel->lines[j], j, l->grid.panel_width * 0.32);
            double width = bs_block_width(&plan->end_labels[j]);
            l->grid.right_px = fmax(l->grid.right_px, width + GAPS);
            height += bs_block_height(&plan->end_labels[j]) + 6;
        }
        l->grid.plot_height = fmax(l->grid.plot_height, height);
    }
}

// The widest label at the first and last points: it must not stand over the edge of the plot.
static double inset_of(bs_canvas *canvas)
{
    bs_pen *pen = &canvas->pen;
    bs_style style = bs_chart__style(pen, BS_SIZE_LABEL);
    double widest = 0;
    for (size_t i = 0; i < canvas->chart->panel_count; i++) {
        const bs_chart_panel *panel = &canvas->chart->panels[i];
        for (size_t j = 0; j < panel->line_count; j++) {
            size_t count = panel->lines[j].point_count;
            for (size_t k = 0; k<count; k += count> 1 ? count - 1 : 1) {
                const bs_chart_value *value = &panel->lines[j].points[k].value;
                if (!bs_chart__has(value)) continue;
                widest = fmax(widest, bs_pen_width(pen, bs_chart__label(pen, value), style));
            }
        }
    }
    return fmax(INSET_MIN, widest / 2 + 2);
}

static bs_period *all_periods(bs_canvas *canvas, size_t *count)
{
    const bs_chart *chart = canvas->chart;
    bs_pen *pen = &canvas->pen;
    *count = 0;
    for (int pass = 0; pass < 2; pass++) {
        bs_period *periods = pass == 1 ? BS_NEW_ARRAY(pen->arena, bs_period, *count) : NULL;
        if (pass == 1 && periods == NULL) break;
        size_t n = 0;
        for (size_t i = 0; i < chart->panel_count; i++) {
            for (size_t j = 0; j < chart->panels[i].line_count; j++) {
                const bs_chart_line *line = &chart->panels[i].lines[j];
                for (size_t k = 0; k < line->point_count; k++, n++) {
                    if (pass == 1) periods[n] = line->points[k].period;
                }
            }
        }
        *count = n;
        if (pass == 1) return periods;
    }
    bs_pen_fail(pen, bs_fail(pen->err, BS_E_MEMORY, "out of memory"));
    return NULL;
}

// Room that one label of the period axis needs.
static double period_label_width(bs_pen *pen, const bs_period *periods, size_t count)
{
    enum { GAP = 12 };
    bs_style style = bs_chart__style(pen, BS_SIZE_TICK);
    double widest = bs_pen_width(pen, BS_STR("00-00"), style);
    for (size_t i = 0; i < count; i++) {
        if (!bs_period_is_span(periods[i])) continue;
        widest = fmax(widest, bs_pen_width(pen, bs_period_str(periods[i], pen->arena), style));
    }
    return widest + GAP;
}

static void plan_periods(bs_canvas *canvas, layout *l)
{
    bs_pen *pen = &canvas->pen;
    size_t count;
    bs_period *periods = all_periods(canvas, &count);
    if (pen->status != BS_OK) return;
    double plot = l->grid.panel_width - l->grid.gutter_px - l->grid.right_px;
    if (plot < BS_PLOT_WIDTH_MIN) {
        bs_chart__too_narrow(canvas);
        return;
    }
    l->grid.inset_px = fmin(inset_of(canvas), plot / 4);
    bs_time_options options = {canvas->chart->lang, plot - 2 * l->grid.inset_px,
                               period_label_width(pen, periods, count)};
    bs_pen_fail(
        pen, bs_time_axis_choose(&l->grid.periods, pen->arena, periods, count, &options, pen->err));
}

static void gather_facts(bs_canvas *canvas, layout *l)
{
    const bs_chart *chart = canvas->chart;
    for (size_t i = 0; i < chart->panel_count; i++) {
        for (size_t j = 0; j < chart->panels[i].line_count; j++) {
            const bs_chart_line *line = &chart->panels[i].lines[j];
            for (size_t k = 0; k < line->point_count; k++) {
                bs_chart__note_value(&l->facts, &line->points[k].value);
            }
        }
    }
    if (units_agree(chart)) l->facts.unit = chart->panels[0].unit;
    l->facts.not_zero = chart->panel_count == 1 && l->plans[0].not_zero;
}

static void plan(bs_canvas *canvas, layout *l)
{
    size_t count = canvas->chart->panel_count;
    bool one = count == 1;
    l->columns = count < BS_COUNT(columns_of) ? (size_t)columns_of[count] : 4;
    double inner = canvas->width_px - 2 * canvas->margin_px;
    while (l->columns > 1 &&
           (inner + BS_GAP_PANEL_X) / (double)l->columns - BS_GAP_PANEL_X < PANEL_WIDTH_MIN) {
        l->columns--;
    }
    l->grid.panel_width = (inner + BS_GAP_PANEL_X) / (double)l->columns - BS_GAP_PANEL_X;
    l->grid.plot_height =
        one ? PLOT_HEIGHT_ONE
            : fmax(PLOT_HEIGHT_MIN, fmin(PLOT_HEIGHT_MAX, l->grid.panel_width * 0.58));
    l->plans = BS_NEW_ARRAY(canvas->pen.arena, bs_panel_plan, count);
    if (l->plans == NULL) {
        bs_pen_fail(&canvas->pen, bs_fail(canvas->pen.err, BS_E_MEMORY, "out of memory"));
        return;
    }
    plan_axes(canvas, l);
    if (canvas->pen.status != BS_OK) return;
    plan_end_labels(canvas, l);
    plan_periods(canvas, l);
    gather_facts(canvas, l);
}

// --- drawing -------------------------------------------------------------------------------------

// What stands between the name of a panel and its plot: its unit, and a warning.
static bs_str panel_subtitle(bs_canvas *canvas, const layout *l, const bs_panel_plan *plan_of)
{
    if (canvas->chart->panel_count == 1) return (bs_str){0};
    bs_str unit = l->facts.unit.len > 0 ? (bs_str){0} : plan_of->panel->unit;
    if (!plan_of->not_zero) return unit;
    bs_str warning = bs_word_get(BS_WORD_NOT_ZERO, canvas->chart->lang);
    if (unit.len == 0) return warning;
    return bs_pen_format(&canvas->pen, "%.*s · %.*s", BS_STR_ARG(unit), BS_STR_ARG(warning));
}

typedef struct panel_head {
    bs_text_block title;
    bs_text_block subtitle;
    double height;
} panel_head;

static panel_head set_head(bs_canvas *canvas, const layout *l, const bs_panel_plan *plan_of)
{
    bs_pen *pen = &canvas->pen;
    bs_style style = bs_chart__style(pen, BS_SIZE_PANEL);
    style.bold = true;
    style.balanced = true;
    panel_head head;
    head.title = bs_pen_set(pen, plan_of->panel->title, style, l->grid.panel_width);
    style = bs_chart__style(pen, BS_SIZE_TICK);
    style.colour = pen->theme->muted;
    head.subtitle = bs_pen_set(pen, panel_subtitle(canvas, l, plan_of), style, l->grid.panel_width);
    head.height = bs_block_height(&head.title) + bs_block_height(&head.subtitle);
    if (head.title.line_count > 0 && head.subtitle.line_count > 0) head.height += HEAD_GAP;
    return head;
}

static void write_head(bs_canvas *canvas, const panel_head *head, bs_point at)
{
    double title = bs_block_height(&head->title);
    bs_pen_write(&canvas->pen, &head->title, at);
    bs_pen_write(&canvas->pen, &head->subtitle,
                 (bs_point){at.x, at.y + title + (title > 0 ? HEAD_GAP : 0)});
}

// One row of panels: headings end at one height, so that the plots begin at one height.
static void draw_row(bs_canvas *canvas, const layout *l, size_t from)
{
    size_t count = canvas->chart->panel_count;
    size_t end = from + l->columns < count ? from + l->columns : count;
    double tallest = 0, bottom = canvas->y;
    for (size_t i = from; i < end; i++) {
        tallest = fmax(tallest, set_head(canvas, l, &l->plans[i]).height);
    }
    for (size_t i = from; i < end && canvas->pen.status == BS_OK; i++) {
        panel_head head = set_head(canvas, l, &l->plans[i]);
        double step = l->grid.panel_width + BS_GAP_PANEL_X;
        bs_point at = {canvas->margin_px + (double)(i - from) * step,
                       canvas->y + tallest - head.height};
        write_head(canvas, &head, at);
        at.y = canvas->y + tallest;
        bottom = fmax(bottom, bs_chart__panel(canvas, &l->plans[i], &l->grid, at));
    }
    canvas->y = bottom + (end < count ? BS_GAP_PANEL_Y : 0);
}

void bs_chart__lines(bs_canvas *canvas)
{
    if (canvas->width_px == 0) {
        canvas->width_px = canvas->chart->panel_count > 2 ? WIDTH_MANY : WIDTH_ONE;
    }
    layout l = {0};
    plan(canvas, &l);
    if (canvas->pen.status != BS_OK) return;
    bs_chart__head(canvas, &l.facts);
    for (size_t i = 0; i < canvas->chart->panel_count; i += l.columns)
        draw_row(canvas, &l, i);
    canvas->pen.scene->desc = bs_chart__describe(&canvas->pen, canvas->chart, &l.facts);
}
