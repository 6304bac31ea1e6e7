// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/chart/chart.h"

#include <math.h>

#include "plots/chart/chart_internal.h"

enum {
    MARGIN_BARE = 2,    // half the stroke of what stands at the edge
    MARGIN_NARROW = 16, // of a page that is narrower than
    NARROW = 480,
};

typedef struct kind_row {
    void (*draw)(bs_canvas *canvas);
    size_t panels_max;
    size_t lines_max; // in a panel, without earlier ones
    bool from_zero;   // so that neither a log scale nor an index suits
} kind_row;

static const kind_row kinds[] = {
    [BS_CHART_LINES] = {bs_chart__lines, BS_CHART_PANELS_MAX, BS_CHART_LINES_MAX, false},
    [BS_CHART_BARS] = {bs_chart__bars, 0, 0, true},
    [BS_CHART_COLUMNS] = {bs_chart__lines, BS_CHART_PANELS_MAX, 1, true},
    [BS_CHART_STACK] = {bs_chart__lines, BS_CHART_PANELS_MAX, BS_CHART_LINES_MAX + 1, true},
    [BS_CHART_SHARE] = {bs_chart__lines, BS_CHART_PANELS_MAX, BS_CHART_LINES_MAX, true},
    [BS_CHART_SLOPE] = {bs_chart__slope, 1, BS_CHART_ROWS_MAX, false},
    [BS_CHART_DUMBBELL] = {bs_chart__dumbbell, 1, BS_CHART_ROWS_MAX, false},
    [BS_CHART_SPARK] = {bs_chart__spark, BS_CHART_ROWS_MAX, 1, false},
};
_Static_assert(BS_COUNT(kinds) == BS_CHART_KIND_COUNT, "every kind of chart needs a row");

static bs_status check_count(size_t count, size_t max, const char *what, bs_error *err)
{
    if (count == 0) return bs_fail(err, BS_E_ARGUMENT, "a chart without %s", what);
    if (count <= max) return BS_OK;
    return bs_fail(err, BS_E_LIMIT, "a chart of %zu %s; it can show %zu", count, what, max);
}

static bs_status check_panel(const bs_chart_panel *panel, size_t lines_max, bs_error *err)
{
    size_t earlier = 0;
    for (size_t i = 0; i < panel->line_count; i++) {
        size_t count = panel->lines[i].point_count;
        earlier += panel->lines[i].role == BS_ROLE_EARLIER;
        BS_TRY(check_count(count, BS_CHART_POINTS_MAX, "points in a line", err));
    }
    BS_TRY(check_count(panel->line_count - earlier, lines_max, "lines in a panel", err));
    if (earlier <= BS_CHART_EARLIER_MAX) return BS_OK;
    return check_count(earlier, BS_CHART_EARLIER_MAX, "earlier lines in a panel", err);
}

static bs_status check_lines(const bs_chart *chart, const kind_row *kind, bs_error *err)
{
    BS_TRY(check_count(chart->panel_count, kind->panels_max, "panels", err));
    for (size_t i = 0; i < chart->panel_count; i++) {
        BS_TRY(check_panel(&chart->panels[i], kind->lines_max, err));
    }
    return BS_OK;
}

static bs_status check_bars(const bs_chart *chart, bs_error *err)
{
    size_t count = 0;
    for (size_t i = 0; i < chart->section_count; i++)
        count += chart->sections[i].bar_count;
    if (chart->section_count > 0 && count != chart->bar_count) {
        return bs_fail(err, BS_E_ARGUMENT, "sections of %zu bars, and %zu bars", count,
                       chart->bar_count);
    }
    return check_count(chart->bar_count, BS_CHART_BARS_MAX, "bars", err);
}

static bs_status check(const bs_chart *chart, const kind_row *kind, bs_error *err)
{
    double width = chart->width_px, height = chart->height_px;
    if (width != 0 && !(width >= BS_CHART_WIDTH_MIN && width <= BS_CHART_WIDTH_MAX)) {
        return bs_fail(err, BS_E_ARGUMENT, "a page %g px wide; it can be %d to %d", width,
                       (int)BS_CHART_WIDTH_MIN, (int)BS_CHART_WIDTH_MAX);
    }
    if (height != 0 && !(height > 0 && height <= BS_CHART_HEIGHT_MAX)) {
        return bs_fail(err, BS_E_ARGUMENT, "a page %g px high; it can be up to %d", height,
                       (int)BS_CHART_HEIGHT_MAX);
    }
    if (kind->from_zero && chart->scale == BS_CHART_LOG) {
        return bs_fail(err, BS_E_ARGUMENT, "bars begin at 0, and a log scale has no 0");
    }
    if (chart->scale == BS_CHART_INDEX && chart->kind != BS_CHART_LINES) {
        return bs_fail(err, BS_E_ARGUMENT, "index numbers are drawn as lines");
    }
    return chart->kind == BS_CHART_BARS ? check_bars(chart, err) : check_lines(chart, kind, err);
}

void bs_chart__too_narrow(bs_canvas *canvas)
{
    bs_pen_fail(&canvas->pen, bs_fail(canvas->pen.err, BS_E_ARGUMENT,
                                      "a page %g px wide has no room for these names and numbers",
                                      canvas->width_px));
}

void *bs_chart__new(bs_pen *pen, size_t count, size_t size)
{
    void *out = bs_arena_alloc(pen->arena, count, size);
    if (out == NULL) bs_pen_fail(pen, bs_fail(pen->err, BS_E_MEMORY, "out of memory"));
    return out;
}

void bs_chart__default_width(bs_canvas *canvas, double width_px)
{
    if (canvas->width_px == 0) canvas->width_px = width_px;
    bool bare = canvas->chart->frame == BS_FRAME_BARE;
    canvas->narrow = canvas->width_px < NARROW;
    canvas->margin_px = bare ? MARGIN_BARE : canvas->narrow ? MARGIN_NARROW : BS_GAP_PAGE;
}

// A picture must have a name for those who hear it, also when it shows none.
static bs_str name_of(const bs_chart *chart)
{
    if (chart->title.len > 0 || chart->panel_count == 0) return chart->title;
    if (chart->panels[0].title.len > 0) return chart->panels[0].title;
    return chart->panels[0].lines[0].label;
}

// Draws the page as high as its content is, and `stretch_px` higher.
static bs_status draw_page(bs_canvas *canvas, bs_arena *arena, double stretch_px)
{
    const bs_chart *chart = canvas->chart;
    bs_scene *scene = canvas->pen.scene;
    bs_scene_init(scene, arena);
    canvas->width_px = chart->width_px;
    canvas->stretch_px = stretch_px;
    canvas->y = 0;
    scene->page = canvas->pen.theme->page;
    scene->lang = chart->lang;
    scene->title = name_of(chart);
    kinds[chart->kind].draw(canvas);
    bs_chart__foot(canvas);
    scene->width_px = canvas->width_px;
    scene->height_px = ceil(canvas->y + (chart->frame == BS_FRAME_BARE ? MARGIN_BARE : 0));
    return bs_pen_status(&canvas->pen);
}

// Gives the data what the height leaves for them. What they get may move labels and notes, so the
// height is met in a few steps, from above.
static bs_status fit_height(bs_canvas *canvas, bs_arena *arena)
{
    enum { TRIES = 6 };
    double wanted = canvas->chart->height_px, stretch = 0;
    for (int i = 0; i < TRIES && canvas->pen.scene->height_px != wanted; i++) {
        double over = canvas->pen.scene->height_px - wanted;
        if (over < 0 && i > 1) break;
        stretch -= over;
        BS_TRY(draw_page(canvas, arena, stretch));
    }
    if (canvas->pen.scene->height_px > wanted) {
        return bs_fail(canvas->pen.err, BS_E_ARGUMENT,
                       "a page %g px high has no room for this chart; it takes %g", wanted,
                       canvas->pen.scene->height_px);
    }
    canvas->pen.scene->height_px = wanted;
    return BS_OK;
}

bs_status bs_chart_draw(bs_scene *scene, bs_arena *arena, bs_text *text, const bs_chart *chart,
                        bs_error *err)
{
    BS_TRY(check(chart, &kinds[chart->kind], err));
    bs_chart copy;
    bs_canvas canvas = {.chart = &copy};
    canvas.pen = (bs_pen){scene, text, bs_theme_get(chart->theme), arena, err, BS_OK};
    BS_TRY(bs_chart__prepare(&copy, arena, chart, &canvas.base, err));
    BS_TRY(draw_page(&canvas, arena, 0));
    if (chart->height_px > 0) BS_TRY(fit_height(&canvas, arena));
    bs_scene_finish(scene);
    return bs_scene_status(scene, err);
}
