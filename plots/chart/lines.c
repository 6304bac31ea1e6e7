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
    GUTTER_GAP = 10,
};

// Columns for 1 to 12 panels; more panels stand in fours.
static const int columns_of[] = {1, 1, 2, 3, 4, 3, 3, 4, 4, 3, 4, 4, 4};

// Panels that differ by more than this are not put on one axis.
static const double squeeze_max = 4;

// --- what is shared ------------------------------------------------------------------------------

static bool units_agree(const bs_chart *chart)
{
    for (size_t i = 1; i < chart->panel_count; i++) {
        if (!bs_str_equal(chart->panels[i].unit, chart->panels[0].unit)) return false;
    }
    return true;
}

static double reach_of(const bs_extent *e)
{
    return fmax(fabs(e->low), fabs(e->high));
}

static bool axes_shared(const bs_chart *chart, const bs_extent *extents)
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

static void plan_axis(bs_canvas *canvas, layout *l, size_t panel, bs_extent extent)
{
    enum { PX_PER_TICK = 44 };
    bs_panel_plan *plan = &l->plans[panel];
    const bs_chart *chart = canvas->chart;
    bs_ticks ticks;
    double wanted = fmax(4, fmin(8, round(l->grid.plot_height / PX_PER_TICK)));
    bs_status status = bs_chart__ticks(canvas, extent, wanted, &ticks);
    bs_pen_fail(&canvas->pen, status);
    if (status != BS_OK) return;
    plan->panel = &chart->panels[panel];
    plan->not_zero = chart->scale != BS_CHART_LOG && (ticks.low > 0 || ticks.high < 0);
    bool words = plan->panel->numbers == BS_NUMBERS_SHORT;
    bs_axis_make(&plan->axis, &canvas->pen, &ticks, words ? chart->lang : BS_LANG_UNKNOWN);
    l->grid.gutter_px = fmax(l->grid.gutter_px, plan->axis.label_width_px + GUTTER_GAP);
}

// Shares, rates and index numbers say something without 0; amounts are held against it.
static bool is_amount(bs_str unit)
{
    static const bs_str others[] = {BS_STR_INIT("%"),    BS_STR_INIT("‰"),     BS_STR_INIT("="),
                                    BS_STR_INIT("/"),    BS_STR_INIT("index"), BS_STR_INIT("지수"),
                                    BS_STR_INIT("指数"), BS_STR_INIT("指數")};
    for (size_t i = 0; i < BS_COUNT(others); i++) {
        if (bs_str_find(unit, others[i], 0) != SIZE_MAX) return false;
    }
    return unit.len > 0;
}

// Among panels of one unit an axis that begins at 0 and one that does not would draw the same rise
// as a flat line and as a steep one: where one begins at 0, all do.
static void share_zero(const bs_chart *chart, bs_extent *extents)
{
    bool any = false;
    if (chart->kind != BS_CHART_LINES || chart->scale != BS_CHART_LINEAR) return;
    if (chart->zero != BS_ZERO_AUTO || !units_agree(chart) || !is_amount(chart->panels[0].unit))
        return;
    for (size_t i = 0; i < chart->panel_count; i++)
        any = any || (extents[i].any && bs_extent_begins_at_0(chart, &extents[i]));
    for (size_t i = 0; any && i < chart->panel_count; i++) {
        if (extents[i].any) extents[i] = bs_extent_join(extents[i], (bs_extent){.any = true});
    }
}

static void plan_axes(bs_canvas *canvas, layout *l)
{
    const bs_chart *chart = canvas->chart;
    bs_extent *extents = BS_CHART_NEW(&canvas->pen, bs_extent, chart->panel_count);
    if (extents == NULL) return;
    bs_extent all = {0};
    for (size_t i = 0; i < chart->panel_count; i++) {
        extents[i] = bs_extent_of(chart, &chart->panels[i]);
        all = bs_extent_join(all, extents[i]);
    }
    bool shared = axes_shared(chart, extents);
    l->facts.free_axes = !shared && chart->panel_count > 1;
    if (l->facts.free_axes) share_zero(chart, extents);
    for (size_t i = 0; i < chart->panel_count && canvas->pen.status == BS_OK; i++)
        plan_axis(canvas, l, i, shared ? all : extents[i]);
}

// The name of a line and its last value, for the end of the line.
static bs_text_block end_label(bs_canvas *canvas, const bs_chart_panel *panel, size_t index,
                               double width)
{
    const bs_chart_line *line = &panel->lines[index];
    bs_pen *pen = &canvas->pen;
    bool earlier = line->role == BS_ROLE_EARLIER, total = line->role == BS_ROLE_TOTAL;
    bs_style style = {earlier ? BS_SIZE_TICK : BS_SIZE_LABEL, total,
                      earlier ? pen->theme->muted
                      : total ? pen->theme->text
                              : pen->theme->series[bs_chart__look(panel, index)],
                      BS_ANCHOR_START, false};
    size_t last = line->point_count;
    while (last > 0 && !bs_chart__has(&line->points[last - 1].value))
        last--;
    bs_str value = last > 0 ? bs_chart__label(pen, &line->points[last - 1].value)
                            : bs_word_get(BS_WORD_NO_DATA, canvas->chart->lang);
    bs_str text = bs_pen_format(pen, "%.*s %.*s", BS_STR_ARG(line->label), BS_STR_ARG(value));
    return bs_pen_set(pen, text, style, width);
}

// Where each line is named: panels of several lines, but not columns that stand alone.
static void name_lines(bs_canvas *canvas, layout *l, bs_panel_plan *plan)
{
    enum { GAPS = 20, ROW_GAP = 6 };
    static const double share = 0.32, share_alone = 0.62; // of the panel
    bs_pen *pen = &canvas->pen;
    size_t count = plan->panel->line_count;
    bool alone = canvas->chart->kind == BS_CHART_SHARE && plan->panel->lines[0].point_count == 1;
    double limit = l->grid.panel_width * (alone ? share_alone : share);
    double height = 0;
    plan->end_labels = BS_CHART_NEW(pen, bs_text_block, count);
    for (size_t j = 0; plan->end_labels != NULL && j < count; j++) {
        bs_text_block *block = &plan->end_labels[j];
        *block = end_label(canvas, plan->panel, j, limit);
        double width = alone ? limit : bs_block_width(block);
        l->grid.right_px = fmax(l->grid.right_px, width + GAPS);
        height += bs_block_height(block) + ROW_GAP;
    }
    l->grid.plot_height = fmax(l->grid.plot_height, height);
}

// Among several panels, what was said before has no name beside it: a faint line says it all.
static bool is_named(const bs_chart *chart, const bs_chart_panel *panel)
{
    if (chart->kind == BS_CHART_STACK || chart->kind == BS_CHART_SHARE) return true;
    size_t count = panel->line_count;
    for (size_t i = 0; chart->panel_count > 1 && i < panel->line_count; i++)
        count -= panel->lines[i].role == BS_ROLE_EARLIER;
    return count > 1;
}

static void plan_end_labels(bs_canvas *canvas, layout *l)
{
    for (size_t i = 0; i < canvas->chart->panel_count; i++) {
        bs_panel_plan *plan = &l->plans[i];
        if (is_named(canvas->chart, plan->panel)) name_lines(canvas, l, plan);
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

// Room that one label of the period axis needs in two lines, and in one.
static double one_line_width(bs_pen *pen, const bs_period *periods, size_t count)
{
    enum { GAP = 16, LOOKED_AT = 8 };
    bs_style style = bs_chart__style(pen, BS_SIZE_TICK);
    double widest = 0;
    for (size_t i = 0; i < count && i < LOOKED_AT; i++) {
        widest =
            fmax(widest,
                 bs_pen_width(pen, bs_time_label(periods[i], pen->scene->lang, pen->arena), style));
    }
    return widest + GAP;
}

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

// Days between the two nearest of lines that have one point each; 0 where all are of one period.
static double nearest_of_lines(const bs_period *periods, size_t count)
{
    double nearest = INFINITY;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < i; k++) {
            double gap = fabs(bs_scale_period(periods[i]) - bs_scale_period(periods[k]));
            if (gap > 0) nearest = fmin(nearest, gap);
        }
    }
    return isfinite(nearest) ? nearest : 0;
}

// Columns take most of the room between neighbours; the outermost stay inside the plot.
static void plan_columns(bs_canvas *canvas, layout *l, const bs_period *periods, size_t count,
                         double plot)
{
    enum { EDGE = 8, WIDEST = 72, WIDEST_ALONE = 96 };
    static const double filled = 0.7;
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        low = fmin(low, bs_scale_period(periods[i]));
        high = fmax(high, bs_scale_period(periods[i]));
    }
    double nearest = bs_chart__nearest_days(canvas->chart);
    if (nearest <= 0) nearest = nearest_of_lines(periods, count);
    if (nearest <= 0) {
        l->grid.column_px = fmin(WIDEST_ALONE, plot - 2 * EDGE);
        return;
    }
    double steps = (high - low) / nearest;
    double step = (plot - 2 * EDGE) / (steps + filled);
    l->grid.column_px = fmax(1, fmin(WIDEST, step * filled));
    l->grid.inset_px = fmax(fmin(l->grid.inset_px, plot / 4), EDGE + step * filled / 2);
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
    if (canvas->chart->kind != BS_CHART_LINES) plan_columns(canvas, l, periods, count, plot);
    bs_time_options options = {canvas->chart->lang, plot - 2 * l->grid.inset_px,
                               period_label_width(pen, periods, count),
                               one_line_width(pen, periods, count)};
    bs_pen_fail(
        pen, bs_time_axis_choose(&l->grid.periods, pen->arena, periods, count, &options, pen->err));
}

static bool none_from_zero(const bs_chart *chart, const layout *l)
{
    for (size_t i = 0; i < chart->panel_count; i++) {
        if (!l->plans[i].not_zero) return false;
    }
    return true;
}

static void gather_facts(bs_canvas *canvas, layout *l)
{
    const bs_chart *chart = canvas->chart;
    bool free_axes = l->facts.free_axes;
    l->facts = bs_chart__facts(chart);
    l->facts.free_axes = free_axes;
    if (units_agree(chart)) l->facts.unit = chart->panels[0].unit;
    l->facts.not_zero = none_from_zero(chart, l);
}

static size_t columns_for(const bs_canvas *canvas)
{
    size_t count = canvas->chart->panel_count;
    size_t columns = count < BS_COUNT(columns_of) ? (size_t)columns_of[count] : 4;
    double inner = canvas->width_px - 2 * canvas->margin_px + BS_GAP_PANEL_X;
    while (columns > 1 && inner / (double)columns - BS_GAP_PANEL_X < PANEL_WIDTH_MIN)
        columns--;
    return columns;
}

static double plot_height(const bs_canvas *canvas, const layout *l)
{
    size_t count = canvas->chart->panel_count;
    double suits = count == 1
                       ? fmax(PLOT_HEIGHT_MAX, fmin(PLOT_HEIGHT_ONE, l->grid.panel_width * 0.5))
                       : fmax(PLOT_HEIGHT_MIN, fmin(PLOT_HEIGHT_MAX, l->grid.panel_width * 0.58));
    double rows = ceil((double)count / (double)l->columns);
    return fmax(BS_PLOT_HEIGHT_MIN, suits + floor(canvas->stretch_px / rows));
}

static void plan(bs_canvas *canvas, layout *l)
{
    double inner = canvas->width_px - 2 * canvas->margin_px + BS_GAP_PANEL_X;
    l->columns = columns_for(canvas);
    l->grid.panel_width = inner / (double)l->columns - BS_GAP_PANEL_X;
    l->grid.plot_height = plot_height(canvas, l);
    l->plans = BS_CHART_NEW(&canvas->pen, bs_panel_plan, canvas->chart->panel_count);
    if (l->plans == NULL) return;
    plan_axes(canvas, l);
    if (canvas->pen.status != BS_OK) return;
    plan_end_labels(canvas, l);
    plan_periods(canvas, l);
    if (canvas->pen.status == BS_OK) gather_facts(canvas, l);
}

// --- drawing -------------------------------------------------------------------------------------

// What stands between the name of a panel and its plot: its unit, and a warning unless the subtitle
// of the chart has it for all.
static bs_str panel_subtitle(bs_canvas *canvas, const layout *l, const bs_panel_plan *plan_of)
{
    if (canvas->chart->panel_count == 1) return (bs_str){0};
    bs_str unit = l->facts.unit.len > 0 ? (bs_str){0} : plan_of->panel->unit;
    if (!plan_of->not_zero || l->facts.not_zero) return unit;
    bs_str warning = bs_word_get(BS_WORD_NOT_FROM_0, canvas->chart->lang);
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

static void write_head(bs_canvas *canvas, const panel_head *head, bs_spot at)
{
    double title = bs_block_height(&head->title);
    bs_pen_write(&canvas->pen, &head->title, at);
    bs_pen_write(&canvas->pen, &head->subtitle,
                 (bs_spot){at.x, at.y + title + (title > 0 ? HEAD_GAP : 0)});
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
        bs_spot at = {canvas->margin_px + (double)(i - from) * step,
                      canvas->y + tallest - head.height};
        write_head(canvas, &head, at);
        at.y = canvas->y + tallest;
        bottom = fmax(bottom, bs_chart__panel(canvas, &l->plans[i], &l->grid, at));
    }
    canvas->y = bottom + (end < count ? BS_GAP_PANEL_Y : 0);
}

void bs_chart__lines(bs_canvas *canvas)
{
    bs_chart__default_width(canvas, canvas->chart->panel_count > 2 ? WIDTH_MANY : WIDTH_ONE);
    layout l = {0};
    plan(canvas, &l);
    if (canvas->pen.status != BS_OK) return;
    bs_chart__head(canvas, &l.facts);
    for (size_t i = 0; i < canvas->chart->panel_count; i += l.columns)
        draw_row(canvas, &l, i);
    canvas->pen.scene->desc = bs_chart__describe(&canvas->pen, canvas->chart, &l.facts);
}
