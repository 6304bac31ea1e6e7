// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/chart/chart.h"

#include <math.h>

#include "plots/chart/chart_internal.h"

enum { MARGIN_BARE = 2 }; // half the stroke of what stands at the edge

static bs_status check_count(size_t count, size_t max, const char *what, bs_error *err)
{
    if (count == 0) return bs_fail(err, BS_E_ARGUMENT, "a chart without %s", what);
    if (count <= max) return BS_OK;
    return bs_fail(err, BS_E_LIMIT, "a chart of %zu %s; it can show %zu", count, what, max);
}

static bs_status check_lines(const bs_chart *chart, bs_error *err)
{
    BS_TRY(check_count(chart->panel_count, BS_CHART_PANELS_MAX, "panels", err));
    for (size_t i = 0; i < chart->panel_count; i++) {
        const bs_chart_panel *panel = &chart->panels[i];
        BS_TRY(check_count(panel->line_count, BS_CHART_LINES_MAX, "lines in a panel", err));
        for (size_t j = 0; j < panel->line_count; j++) {
            size_t count = panel->lines[j].point_count;
            BS_TRY(check_count(count, BS_CHART_POINTS_MAX, "points in a line", err));
        }
    }
    return BS_OK;
}

static bs_status check(const bs_chart *chart, bs_error *err)
{
    double width = chart->width_px;
    if (width != 0 && !(width >= BS_CHART_WIDTH_MIN && width <= BS_CHART_WIDTH_MAX)) {
        return bs_fail(err, BS_E_ARGUMENT, "a page %g px wide; it can be %d to %d", width,
                       (int)BS_CHART_WIDTH_MIN, (int)BS_CHART_WIDTH_MAX);
    }
    if (chart->kind == BS_CHART_LINES) return check_lines(chart, err);
    if (chart->scale == BS_CHART_LOG) {
        return bs_fail(err, BS_E_ARGUMENT, "bars begin at 0, and a log scale has no 0");
    }
    return check_count(chart->bar_count, BS_CHART_BARS_MAX, "bars", err);
}

void bs_chart__too_narrow(bs_canvas *canvas)
{
    bs_pen_fail(&canvas->pen, bs_fail(canvas->pen.err, BS_E_ARGUMENT,
                                      "a page %g px wide has no room for these names and numbers",
                                      canvas->width_px));
}

// A picture must have a name for those who hear it, also when it shows none.
static bs_str name_of(const bs_chart *chart)
{
    if (chart->title.len > 0 || chart->panel_count == 0) return chart->title;
    return chart->panels[0].title;
}

bs_status bs_chart_draw(bs_scene *scene, bs_arena *arena, bs_text *text, const bs_chart *chart,
                        bs_error *err)
{
    BS_TRY(check(chart, err));
    bs_chart copy;
    bs_scene_init(scene, arena);
    bs_canvas canvas = {.chart = &copy, .width_px = chart->width_px};
    canvas.margin_px = chart->frame == BS_FRAME_BARE ? MARGIN_BARE : BS_GAP_PAGE;
    canvas.pen = (bs_pen){scene, text, bs_theme_get(chart->theme), arena, err, BS_OK};
    BS_TRY(bs_chart__prepare(&copy, arena, chart, &canvas.base, err));
    scene->page = canvas.pen.theme->page;
    scene->lang = chart->lang;
    scene->title = name_of(&copy);
    if (chart->kind == BS_CHART_LINES)
        bs_chart__lines(&canvas);
    else
        bs_chart__bars(&canvas);
    bs_chart__foot(&canvas);
    scene->width_px = canvas.width_px;
    scene->height_px = ceil(canvas.y + (chart->frame == BS_FRAME_BARE ? MARGIN_BARE : 0));
    bs_scene_finish(scene);
    return bs_pen_status(&canvas.pen);
}
