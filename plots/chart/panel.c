// SPDX-License-Identifier: GPL-3.0-or-later
// One panel of lines: axes, lines, points and rings.
#include <math.h>

#include "plots/chart/chart_internal.h"

enum { HEADROOM = 28, MARKED_MAX = 16, TIPPED_MAX = 400 };

size_t bs_chart__look(const bs_chart_panel *panel, size_t line)
{
    size_t look = 0;
    for (size_t i = 1; i <= line; i++)
        look += panel->lines[i].role != BS_ROLE_PLAN;
    return look % BS_THEME_SERIES_COUNT;
}

bs_colour bs_chart__line_colour(const bs_panel *panel, size_t line)
{
    const bs_theme *theme = panel->canvas->pen.theme;
    const bs_chart_panel *spec = panel->plan->panel;
    bs_chart_role role = spec->lines[line].role;
    if (role == BS_ROLE_EARLIER) return theme->faint;
    if (role == BS_ROLE_TOTAL) return theme->text;
    return theme->series[bs_chart__look(spec, line)];
}

static void place_line(bs_panel *panel, size_t index)
{
    const bs_chart_line *line = &panel->plan->panel->lines[index];
    bs_vertex *vertices = BS_CHART_NEW(&panel->canvas->pen, bs_vertex, line->point_count);
    panel->vertices[index] = vertices;
    for (size_t j = 0; vertices != NULL && j < line->point_count; j++) {
        const bs_chart_value *value = &line->points[j].value;
        vertices[j].present = bs_chart__has(value);
        vertices[j].broken = line->points[j].broken;
        vertices[j].status = value->status;
        vertices[j].at.x = bs_scale_px(&panel->x, bs_scale_period(line->points[j].period));
        if (!vertices[j].present) continue;
        vertices[j].at.y = bs_scale_px(&panel->y, bs_decimal_double(value->value));
    }
}

static void place_vertices(bs_panel *panel)
{
    size_t count = panel->plan->panel->line_count;
    panel->vertices = BS_CHART_NEW(&panel->canvas->pen, bs_vertex *, count);
    for (size_t i = 0; panel->vertices != NULL && i < count; i++)
        place_line(panel, i);
}

// A point that no line reaches must have a marker, or it could not be seen.
static bool is_alone(const bs_vertex *vertices, size_t count, size_t i)
{
    bool before = i > 0 && vertices[i - 1].present;
    bool after = i + 1 < count && vertices[i + 1].present;
    return !before && !after;
}

// Room between neighbours: where markers would touch, only the last one stands.
static double step_px(const bs_panel *panel, size_t line)
{
    size_t count = panel->plan->panel->lines[line].point_count;
    double span = panel->plot.width - 2 * panel->grid->inset_px;
    return count > 1 ? span / (double)(count - 1) : span;
}

static bool is_marked(const bs_panel *panel, size_t index, size_t i)
{
    enum { STEP_MIN = 3 * BS_MARKER_RADIUS };
    const bs_chart_line *line = &panel->plan->panel->lines[index];
    const bs_vertex *vertices = panel->vertices[index];
    bool first = i == 0 || !vertices[i - 1].present;
    bool alone = first && is_alone(vertices, line->point_count, i);
    if (line->role == BS_ROLE_EARLIER) return alone;
    bool roomy = line->point_count <= MARKED_MAX && step_px(panel, index) >= STEP_MIN;
    return roomy || alone || i + 1 == line->point_count ||
           bs_status_look_of(line->points[i].value.status)->always_marked ||
           bs_chart__flagged(&line->points[i].value);
}

// What a pointer that rests on the point is told.
bs_str bs_chart__tip(bs_panel *panel, size_t line, size_t i)
{
    bs_pen *pen = &panel->canvas->pen;
    const bs_chart_panel *spec = panel->plan->panel;
    const bs_chart_point *point = &spec->lines[line].points[i];
    bs_str period = bs_time_label(point->period, pen->scene->lang, pen->arena);
    bs_str label = bs_chart__exact(pen, &point->value);
    bs_str name = spec->line_count > 1 ? spec->lines[line].label : (bs_str){0};
    return bs_pen_format(pen, "%.*s%s%.*s: %.*s", BS_STR_ARG(name), name.len > 0 ? " " : "",
                         BS_STR_ARG(period), BS_STR_ARG(label));
}

static void take_round(bs_panel *panel, bs_spot at, double radius)
{
    bs_box point = {at.x, at.y, 0, 0};
    bs_field_take(&panel->field, &panel->canvas->pen, bs_box_grow(point, radius));
}

// The arrow of a bound, to its open side.
static void draw_bound(bs_panel *panel, const bs_chart_value *value, bs_spot at, bs_colour colour)
{
    int open = bs_chart__bound(value);
    if (open == 0) return;
    bs_spot from = {at.x, at.y - open * BS_MARKER_RADIUS};
    bs_heading heading = open > 0 ? BS_HEADING_UP : BS_HEADING_DOWN;
    bs_box box = bs_mark_arrow(&panel->canvas->pen, from, heading, colour);
    bs_field_take(&panel->field, &panel->canvas->pen, box);
}

static void draw_point(bs_panel *panel, size_t line, size_t i)
{
    bs_pen *pen = &panel->canvas->pen;
    const bs_chart_line *spec = &panel->plan->panel->lines[line];
    const bs_chart_value *value = &spec->points[i].value;
    bs_colour colour = bs_chart__line_colour(panel, line);
    bs_spot at = panel->vertices[line][i].at;
    if (is_marked(panel, line, i)) {
        bs_marker marker = {bs_chart__look(panel->plan->panel, line),
                            bs_status_look_of(value->status)->hollow, colour};
        bs_mark_point(pen, at, marker);
        bs_scene_tip(pen->scene, bs_chart__tip(panel, line, i));
        take_round(panel, at, BS_MARKER_RADIUS);
    } else if (spec->point_count <= TIPPED_MAX) {
        bs_scene_circle(pen->scene, BS_LAYER_MARK, at, BS_MARKER_RADIUS, (bs_paint)BS_PAINT_INIT);
        bs_scene_tip(pen->scene, bs_chart__tip(panel, line, i));
    }
    draw_bound(panel, value, at, colour);
    bs_chart__mark_flag(panel, line, i);
}

// The proposed value where the axis reaches it, tied to the ring by a dotted line.
static void draw_proposal(bs_panel *panel, const bs_chart_value *value, bs_spot at)
{
    bs_pen *pen = &panel->canvas->pen;
    double proposed;
    if (!bs_chart__proposed(value, &proposed)) return;
    if (proposed < panel->y.low || proposed > panel->y.high) return;
    bs_spot mark = {at.x, bs_scale_px(&panel->y, proposed)};
    double way = mark.y > at.y ? 1 : -1, from = BS_RING_RADIUS + 1, to = BS_PROPOSAL_RADIUS + 1;
    if (fabs(mark.y - at.y) > from + to) {
        bs_spot tie[] = {{at.x, at.y + way * from}, {at.x, mark.y - way * to}};
        bs_paint paint = {BS_COLOUR_NONE, pen->theme->flag, 1.5, 2, 3};
        bs_scene_line(pen->scene, BS_LAYER_MARK, tie, BS_COUNT(tie), paint);
        bs_field_take_segment(&panel->field, pen, (bs_segment){tie[0], tie[1]});
    }
    bs_mark_proposal(pen, mark);
    take_round(panel, mark, BS_PROPOSAL_RADIUS + 1);
}

void bs_chart__mark_flag(bs_panel *panel, size_t line, size_t point)
{
    const bs_chart_value *value = &panel->plan->panel->lines[line].points[point].value;
    bs_spot at = panel->vertices[line][point].at;
    if (!bs_chart__flagged(value)) return;
    bs_mark_ring(&panel->canvas->pen, at);
    take_round(panel, at, BS_RING_RADIUS + 1);
    draw_proposal(panel, value, at);
}

static bs_stroke stroke_of(const bs_chart_line *line)
{
    if (line->role == BS_ROLE_EARLIER) return BS_STROKE_THIN;
    return line->course == BS_COURSE_STEP ? BS_STROKE_STEP : BS_STROKE_LINE;
}

// A line down the plot where the values before and behind cannot be compared.
static void draw_breaks(bs_panel *panel, size_t line)
{
    bs_pen *pen = &panel->canvas->pen;
    const bs_chart_line *spec = &panel->plan->panel->lines[line];
    for (size_t i = 1; i < spec->point_count; i++) {
        if (!spec->points[i].broken) continue;
        const bs_vertex *v = &panel->vertices[line][i];
        double x = floor((v[-1].at.x + v->at.x) / 2) + 0.5;
        bs_spot down[] = {{x, panel->plot.y}, {x, panel->plot.y + panel->plot.height}};
        bs_paint paint = {BS_COLOUR_NONE, pen->theme->axis, 1, 2, 3};
        bs_scene_line(pen->scene, BS_LAYER_GRID, down, BS_COUNT(down), paint);
        bs_field_take_segment(&panel->field, pen, (bs_segment){down[0], down[1]});
    }
}

static void draw_lines(bs_panel *panel)
{
    bs_pen *pen = &panel->canvas->pen;
    const bs_chart_panel *spec = panel->plan->panel;
    for (size_t i = 0; i < spec->line_count; i++) {
        bs_line_look look = {bs_chart__line_colour(panel, i), stroke_of(&spec->lines[i])};
        bs_mark_line(pen, &panel->field, panel->vertices[i], spec->lines[i].point_count, look);
        draw_breaks(panel, i);
    }
    for (size_t i = 0; i < spec->line_count; i++) {
        for (size_t j = 0; j < spec->lines[i].point_count; j++) {
            if (panel->vertices[i][j].present) draw_point(panel, i, j);
        }
    }
}

static void set_scales(bs_panel *panel, bs_spot at)
{
    const bs_panel_grid *grid = panel->grid;
    panel->plot = (bs_box){at.x + grid->gutter_px, at.y + HEADROOM,
                           grid->panel_width - grid->gutter_px - grid->right_px, grid->plot_height};
    panel->x = (bs_scale){BS_SCALE_LINEAR, grid->periods.low, grid->periods.high,
                          panel->plot.x + grid->inset_px,
                          panel->plot.x + panel->plot.width - grid->inset_px};
    bool log = panel->canvas->chart->scale == BS_CHART_LOG;
    panel->y =
        (bs_scale){log ? BS_SCALE_LOG : BS_SCALE_LINEAR, panel->plan->axis.ticks.low,
                   panel->plan->axis.ticks.high, panel->plot.y + panel->plot.height, panel->plot.y};
    panel->field.bounds = panel->plot;
    panel->field.bounds.y -= HEADROOM - 1;
    panel->field.bounds.height += HEADROOM - 1;
}

double bs_chart__panel(bs_canvas *canvas, const bs_panel_plan *plan, const bs_panel_grid *grid,
                       bs_spot at)
{
    bs_panel panel = {.canvas = canvas, .plan = plan, .grid = grid};
    set_scales(&panel, at);
    bs_axis_draw_y(&plan->axis, &canvas->pen, &panel.y, panel.plot);
    bs_box limits = {at.x, at.y, grid->panel_width, 0};
    double axis = bs_axis_draw_time(&grid->periods, &canvas->pen, &panel.x, panel.plot, limits);
    panel.bottom = panel.plot.y + panel.plot.height + axis;
    place_vertices(&panel);
    if (canvas->pen.status != BS_OK) return panel.bottom;
    if (canvas->chart->kind == BS_CHART_LINES)
        draw_lines(&panel);
    else
        bs_chart__columns(&panel);
    bs_chart__panel_labels(&panel);
    return panel.bottom;
}
