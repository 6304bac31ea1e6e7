// SPDX-License-Identifier: GPL-3.0-or-later
// One panel of lines: axes, lines, points and rings.
#include <math.h>

#include "plots/chart/chart_internal.h"

enum { HEADROOM = 28, MARKED_MAX = 16, TIPPED_MAX = 400 };

bs_colour bs_chart__line_colour(const bs_panel *panel, size_t line)
{
    return panel->canvas->pen.theme->series[line % BS_THEME_SERIES_COUNT];
}

static void place_vertices(bs_panel *panel)
{
    bs_pen *pen = &panel->canvas->pen;
    const bs_chart_panel *spec = panel->plan->panel;
    panel->vertices = BS_NEW_ARRAY(pen->arena, bs_vertex *, spec->line_count);
    for (size_t i = 0; panel->vertices != NULL && i < spec->line_count; i++) {
        const bs_chart_line *line = &spec->lines[i];
        bs_vertex *vertices = BS_NEW_ARRAY(pen->arena, bs_vertex, line->point_count);
        panel->vertices[i] = vertices;
        for (size_t j = 0; vertices != NULL && j < line->point_count; j++) {
            const bs_chart_value *value = &line->points[j].value;
            vertices[j].present = bs_chart__has(value);
            vertices[j].status = value->status;
            vertices[j].at.x = bs_scale_px(&panel->x, bs_scale_period(line->points[j].period));
            if (!vertices[j].present) continue;
            vertices[j].at.y = bs_scale_px(&panel->y, bs_decimal_double(value->value));
        }
        if (vertices == NULL) bs_pen_fail(pen, BS_E_MEMORY);
    }
    if (panel->vertices == NULL) bs_pen_fail(pen, bs_fail(pen->err, BS_E_MEMORY, "out of memory"));
}

// A point that no line reaches must have a marker, or it could not be seen.
static bool is_alone(const bs_vertex *vertices, size_t count, size_t i)
{
    bool before = i > 0 && vertices[i - 1].present;
    bool after = i + 1 < count && vertices[i + 1].present;
    return !before && !after;
}

static bool is_marked(const bs_chart_line *line, const bs_vertex *vertices, size_t i)
{
    bool first = i == 0 || !vertices[i - 1].present;
    return line->point_count <= MARKED_MAX || i + 1 == line->point_count ||
           (first && is_alone(vertices, line->point_count, i)) ||
           bs_status_look_of(line->points[i].value.status)->always_marked ||
           bs_chart__flagged(&line->points[i].value);
}

// What a pointer that rests on the point is told.
static bs_str tip_of(bs_panel *panel, size_t line, size_t i)
{
    bs_pen *pen = &panel->canvas->pen;
    const bs_chart_panel *spec = panel->plan->panel;
    const bs_chart_point *point = &spec->lines[line].points[i];
    bs_str period = bs_period_str(point->period, pen->arena);
    bs_str label = bs_chart__label(pen, &point->value);
    bs_str name = spec->line_count > 1 ? spec->lines[line].label : (bs_str){0};
    return bs_pen_format(pen, "%.*s%s%.*s: %.*s", BS_STR_ARG(name), name.len > 0 ? " " : "",
                         BS_STR_ARG(period), BS_STR_ARG(label));
}

static void draw_point(bs_panel *panel, size_t line, size_t i)
{
    bs_pen *pen = &panel->canvas->pen;
    const bs_chart_line *spec = &panel->plan->panel->lines[line];
    const bs_chart_value *value = &spec->points[i].value;
    bs_point at = panel->vertices[line][i].at;
    if (is_marked(spec, panel->vertices[line], i)) {
        bs_marker marker = {line, bs_status_look_of(value->status)->hollow,
                            bs_chart__line_colour(panel, line)};
        bs_mark_point(pen, at, marker);
        bs_scene_tip(pen->scene, tip_of(panel, line, i));
        bs_box box = {at.x - BS_MARKER_RADIUS, at.y - BS_MARKER_RADIUS, 2 * BS_MARKER_RADIUS,
                      2 * BS_MARKER_RADIUS};
        bs_field_take(&panel->field, pen, box);
    } else if (spec->point_count <= TIPPED_MAX) {
        bs_scene_circle(pen->scene, BS_LAYER_MARK, at, BS_MARKER_RADIUS, (bs_paint)BS_PAINT_INIT);
        bs_scene_tip(pen->scene, tip_of(panel, line, i));
    }
    if (!bs_chart__flagged(value)) return;
    bs_mark_ring(pen, at);
    bs_box ring = {at.x, at.y, 0, 0};
    bs_field_take(&panel->field, pen, bs_box_grow(ring, BS_RING_RADIUS + 1));
}

// The proposed value of a flagged point, where the axis reaches it.
static void draw_proposal(bs_panel *panel, const bs_chart_value *value, bs_point at)
{
    double proposed;
    if (!bs_chart__flagged(value) || !bs_chart__proposed(value, &proposed)) return;
    if (proposed < panel->y.low || proposed > panel->y.high) return;
    bs_point cross = {at.x, bs_scale_px(&panel->y, proposed)};
    bs_mark_cross(&panel->canvas->pen, cross);
    bs_box box = {cross.x, cross.y, 0, 0};
    bs_field_take(&panel->field, &panel->canvas->pen, bs_box_grow(box, 6));
}

static void draw_lines(bs_panel *panel)
{
    bs_pen *pen = &panel->canvas->pen;
    const bs_chart_panel *spec = panel->plan->panel;
    for (size_t i = 0; i < spec->line_count; i++) {
        bs_mark_line(pen, &panel->field, panel->vertices[i], spec->lines[i].point_count,
                     bs_chart__line_colour(panel, i));
    }
    for (size_t i = 0; i < spec->line_count; i++) {
        for (size_t j = 0; j < spec->lines[i].point_count; j++) {
            if (!panel->vertices[i][j].present) continue;
            draw_point(panel, i, j);
            draw_proposal(panel, &spec->lines[i].points[j].value, panel->vertices[i][j].at);
        }
    }
}

static void set_scales(bs_panel *panel, bs_point at)
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
                       bs_point at)
{
    bs_panel panel = {.canvas = canvas, .plan = plan, .grid = grid};
    set_scales(&panel, at);
    bs_axis_draw_y(&plan->axis, &canvas->pen, &panel.y, panel.plot);
    bs_box limits = {at.x, at.y, grid->panel_width, 0};
    double axis = bs_axis_draw_time(&grid->periods, &canvas->pen, &panel.x, panel.plot, limits);
    panel.bottom = panel.plot.y + panel.plot.height + axis;
    place_vertices(&panel);
    if (canvas->pen.status != BS_OK) return panel.bottom;
    draw_lines(&panel);
    bs_chart__panel_labels(&panel);
    return panel.bottom;
}
