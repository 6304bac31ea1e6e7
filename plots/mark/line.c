// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/mark/line.h"

#include <math.h>

static const double line_px = 2.25, outline_px = 2;

// The status that a segment is drawn in.
static bs_value_status segment_status(const bs_vertex *from, const bs_vertex *to)
{
    return bs_status_look_of(from->status)->dash_px > 0 ? from->status : to->status;
}

static bool same_look(bs_value_status a, bs_value_status b)
{
    return bs_status_look_of(a)->dash_px == bs_status_look_of(b)->dash_px;
}

// End (exclusive) of the run that starts at `from` and is drawn in one stroke.
static size_t run_end(const bs_vertex *vertices, size_t count, size_t from)
{
    size_t end = from + 1;
    while (end < count && vertices[end].present &&
           same_look(segment_status(&vertices[end - 1], &vertices[end]),
                     segment_status(&vertices[from], &vertices[from + 1]))) {
        end++;
    }
    return end;
}

static void draw_run(bs_pen *pen, bs_field *field, const bs_vertex *run, size_t count,
                     bs_colour colour)
{
    bs_point *points = BS_NEW_ARRAY(pen->arena, bs_point, count);
    if (points == NULL) {
        bs_pen_fail(pen, bs_fail(pen->err, BS_E_MEMORY, "out of memory"));
        return;
    }
    for (size_t i = 0; i < count; i++) {
        points[i] = run[i].at;
        if (i > 0) bs_field_take_segment(field, pen, (bs_segment){points[i - 1], points[i]});
    }
    bs_value_status status = segment_status(&run[0], &run[1]);
    bs_scene_line(pen->scene, BS_LAYER_DATA, points, count,
                  bs_status_stroke(status, colour, line_px));
}

void bs_mark_line(bs_pen *pen, bs_field *field, const bs_vertex *vertices, size_t count,
                  bs_colour colour)
{
    size_t from = 0;
    while (from + 1 < count) {
        if (!vertices[from].present || !vertices[from + 1].present) {
            from++;
            continue;
        }
        size_t end = run_end(vertices, count, from);
        draw_run(pen, field, vertices + from, end - from, colour);
        from = end - 1;
    }
}

enum { CORNERS_MAX = 4 };

// Corners on a circle, by their angles in degrees; no corners: a disc.
typedef struct form {
    size_t count;
    double angles[CORNERS_MAX];
    double radius; // of the circle, in radii of the disc: all forms look as large
} form;

static const form forms[BS_THEME_SERIES_COUNT] = {
    {0, {0}, 1},
    {4, {45, 135, 225, 315}, 1.25},
    {3, {90, 210, 330}, 1.45},
    {4, {0, 90, 180, 270}, 1.35},
    {3, {270, 30, 150}, 1.45},
    {0, {0}, 0.7},
};

void bs_mark_point(bs_pen *pen, bs_point at, bs_marker marker)
{
    const form *f = &forms[marker.form % BS_THEME_SERIES_COUNT];
    bs_paint paint = {.fill = marker.hollow ? pen->theme->page : marker.colour,
                      .stroke = marker.colour,
                      .stroke_px = outline_px};
    double radius = f->radius * (marker.hollow ? BS_MARKER_RADIUS : BS_MARKER_RADIUS - 0.5);
    if (f->count == 0) {
        bs_scene_circle(pen->scene, BS_LAYER_MARK, at, radius, paint);
        return;
    }
    bs_point corners[CORNERS_MAX];
    for (size_t i = 0; i < f->count; i++) {
        double turn = f->angles[i] * acos(-1) / 180;
        corners[i] = (bs_point){at.x + radius * cos(turn), at.y - radius * sin(turn)};
    }
    bs_scene_polygon(pen->scene, BS_LAYER_MARK, corners, f->count, paint);
}

void bs_mark_ring(bs_pen *pen, bs_point at)
{
    bs_paint paint = {.fill = BS_COLOUR_NONE, .stroke = pen->theme->flag, .stroke_px = 2.5};
    bs_scene_circle(pen->scene, BS_LAYER_MARK, at, BS_RING_RADIUS, paint);
}

void bs_mark_cross(bs_pen *pen, bs_point at)
{
    static const double arm = 4.5;
    bs_paint paint = {.fill = BS_COLOUR_NONE, .stroke = pen->theme->flag, .stroke_px = 2};
    bs_point down[] = {{at.x - arm, at.y - arm}, {at.x + arm, at.y + arm}};
    bs_point up[] = {{at.x - arm, at.y + arm}, {at.x + arm, at.y - arm}};
    bs_scene_line(pen->scene, BS_LAYER_MARK, down, 2, paint);
    bs_scene_line(pen->scene, BS_LAYER_MARK, up, 2, paint);
}
