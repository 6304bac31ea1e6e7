// SPDX-License-Identifier: GPL-3.0-or-later
// Columns by period: one a period, or the parts of a stack. They all begin at 0.
#include <math.h>

#include "plots/chart/chart_internal.h"

enum { SEAM = 1 }; // of page colour between two parts

double bs_chart__nearest_days(const bs_chart *chart)
{
    double nearest = INFINITY;
    for (size_t i = 0; i < chart->panel_count; i++) {
        for (size_t j = 0; j < chart->panels[i].line_count; j++) {
            const bs_chart_line *line = &chart->panels[i].lines[j];
            for (size_t k = 1; k < line->point_count; k++) {
                double gap = bs_scale_period(line->points[k].period) -
                             bs_scale_period(line->points[k - 1].period);
                if (gap > 0) nearest = fmin(nearest, gap);
            }
        }
    }
    return isfinite(nearest) ? nearest : 0;
}

static bs_paint paint_of(bs_panel *panel, const bs_chart_value *value, bs_colour colour)
{
    bs_paint paint = BS_PAINT_INIT;
    paint.fill = colour;
    if (!bs_status_look_of(value->status)->hollow) return paint;
    paint = bs_status_stroke(value->status, colour, 1.5);
    paint.fill = panel->canvas->pen.theme->page;
    return paint;
}

static bs_box column_between(const bs_panel *panel, double x, double from, double to)
{
    double a = bs_scale_px(&panel->y, from), b = bs_scale_px(&panel->y, to);
    double width = panel->grid->column_px;
    return (bs_box){x - width / 2, fmin(a, b), width, fabs(a - b)};
}

// --- single columns ------------------------------------------------------------------------------

static void draw_bound(bs_panel *panel, const bs_chart_value *value, bs_spot at, bs_colour colour)
{
    int open = bs_chart__bound(value);
    if (open == 0) return;
    bs_heading heading = open > 0 ? BS_HEADING_UP : BS_HEADING_DOWN;
    bs_box box = bs_mark_arrow(&panel->canvas->pen, at, heading, colour);
    bs_field_take(&panel->field, &panel->canvas->pen, box);
}

static void draw_column(bs_panel *panel, size_t line, size_t i)
{
    bs_pen *pen = &panel->canvas->pen;
    const bs_chart_value *value = &panel->plan->panel->lines[line].points[i].value;
    bs_spot at = panel->vertices[line][i].at;
    bs_colour colour = bs_chart__line_colour(panel, line);
    bs_box box = column_between(panel, at.x, 0, bs_decimal_double(value->value));
    bs_scene_rect(pen->scene, BS_LAYER_DATA, box, paint_of(panel, value, colour),
                  bs_chart__tip(panel, line, i));
    bs_field_take(&panel->field, pen, box);
    draw_bound(panel, value, at, colour);
    bs_chart__mark_flag(panel, line, i);
}

static void draw_columns(bs_panel *panel)
{
    const bs_chart_line *line = &panel->plan->panel->lines[0];
    for (size_t i = 0; i < line->point_count; i++) {
        if (panel->vertices[0][i].present) draw_column(panel, 0, i);
    }
}

// --- stacks --------------------------------------------------------------------------------------

// True when the mark of the total would stand on a label in the middle of the part.
static bool is_under_total(const bs_panel *panel, size_t i, double middle)
{
    enum { TOUCHES = 14 };
    const bs_chart_panel *spec = panel->plan->panel;
    for (size_t line = 0; line < spec->line_count; line++) {
        const bs_vertex *vertex = &panel->vertices[line][i];
        if (spec->lines[line].role != BS_ROLE_TOTAL || !vertex->present) continue;
        if (fabs(vertex->at.y - middle) < TOUCHES) return true;
    }
    return false;
}

// The value in the middle of its part, where there is room.
static void write_inside(bs_panel *panel, size_t i, const bs_chart_value *value, bs_box box)
{
    enum { ROOM_X = 6, ROOM_Y = 2 };
    bs_pen *pen = &panel->canvas->pen;
    bs_style style = {BS_SIZE_TICK, false, pen->theme->page, BS_ANCHOR_MIDDLE, false};
    if (bs_status_look_of(value->status)->hollow) style.colour = pen->theme->text;
    bs_str text = bs_chart__label(pen, value);
    bs_spot middle = {box.x + box.width / 2, box.y + box.height / 2};
    double height = style.size_px * (BS_TEXT_ASCENT + BS_TEXT_DESCENT);
    if (box.height < height + ROOM_Y || is_under_total(panel, i, middle.y)) return;
    if (bs_pen_width(pen, text, style) > box.width - ROOM_X) return;
    bs_pen_label(pen, text, style, middle);
}

static void draw_part(bs_panel *panel, size_t line, size_t i, double from, double to)
{
    bs_pen *pen = &panel->canvas->pen;
    const bs_chart_value *value = &panel->plan->panel->lines[line].points[i].value;
    bs_vertex *vertex = &panel->vertices[line][i];
    bs_box box = column_between(panel, vertex->at.x, from, to);
    if (box.height > 3 * SEAM) box.height -= SEAM;
    bs_scene_rect(pen->scene, BS_LAYER_DATA, box,
                  paint_of(panel, value, bs_chart__line_colour(panel, line)),
                  bs_chart__tip(panel, line, i));
    bs_field_take(&panel->field, pen, box);
    vertex->at.y = box.y + box.height / 2;
    write_inside(panel, i, value, box);
    if (!bs_chart__flagged(value)) return;
    bs_paint ring = {BS_COLOUR_NONE, pen->theme->flag, 2.5, 0, 0};
    bs_scene_rect(pen->scene, BS_LAYER_MARK, bs_box_grow(box, 1), ring, (bs_str){0});
}

static void draw_stack(bs_panel *panel, size_t i)
{
    const bs_chart_panel *spec = panel->plan->panel;
    double up = 0, down = 0;
    for (size_t line = 0; line < spec->line_count; line++) {
        bool part = spec->lines[line].role != BS_ROLE_TOTAL;
        if (!part || !panel->vertices[line][i].present) continue;
        double v = bs_decimal_double(spec->lines[line].points[i].value.value);
        double *end = v < 0 ? &down : &up;
        draw_part(panel, line, i, *end, *end + v);
        *end += v;
    }
}

static void draw_total(bs_panel *panel, size_t line)
{
    bs_pen *pen = &panel->canvas->pen;
    const bs_chart_line *spec = &panel->plan->panel->lines[line];
    bs_line_look look = {bs_chart__line_colour(panel, line), BS_STROKE_LINE};
    bs_mark_line(pen, &panel->field, panel->vertices[line], spec->point_count, look);
    for (size_t i = 0; i < spec->point_count; i++) {
        const bs_vertex *vertex = &panel->vertices[line][i];
        if (!vertex->present) continue;
        bool hollow = bs_status_look_of(vertex->status)->hollow;
        // A seam keeps the mark apart from the columns behind it.
        bs_paint seam = {pen->theme->page, BS_COLOUR_NONE, 0, 0, 0};
        bs_scene_circle(pen->scene, BS_LAYER_MARK, vertex->at, BS_MARKER_RADIUS + 1.5, seam);
        bs_mark_point(pen, vertex->at, (bs_marker){0, hollow, look.colour});
        bs_scene_tip(pen->scene, bs_chart__tip(panel, line, i));
        bs_box box = {vertex->at.x, vertex->at.y, 0, 0};
        bs_field_take(&panel->field, pen, bs_box_grow(box, BS_MARKER_RADIUS + 1));
        bs_chart__mark_flag(panel, line, i);
    }
}

void bs_chart__columns(bs_panel *panel)
{
    const bs_chart_panel *spec = panel->plan->panel;
    if (panel->canvas->chart->kind == BS_CHART_COLUMNS) {
        draw_columns(panel);
        return;
    }
    for (size_t i = 0; i < spec->lines[0].point_count; i++)
        draw_stack(panel, i);
    for (size_t i = 0; i < spec->line_count; i++) {
        if (spec->lines[i].role == BS_ROLE_TOTAL) draw_total(panel, i);
    }
}
