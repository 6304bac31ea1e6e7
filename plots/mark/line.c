// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/mark/line.h"

#include <math.h>

static const double line_px = 2.25, thin_px = 1.25, outline_px = 2;

enum { STEP_END = 10 }; // how far a step goes on at both ends

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
    while (end < count && vertices[end].present && !vertices[end].broken &&
           same_look(segment_status(&vertices[end - 1], &vertices[end]),
                     segment_status(&vertices[from], &vertices[from + 1]))) {
        end++;
    }
    return end;
}

// The two corners of a level step at point `i` of a run.
static void step_at(const bs_vertex *run, size_t count, size_t i, bs_spot out[2])
{
    bs_spot at = run[i].at;
    double before = i > 0 ? (run[i - 1].at.x + at.x) / 2 : at.x - STEP_END;
    double after = i + 1 < count ? (run[i + 1].at.x + at.x) / 2 : at.x + STEP_END;
    out[0] = (bs_spot){before, at.y};
    out[1] = (bs_spot){after, at.y};
}

static void draw_run(bs_pen *pen, bs_field *field, const bs_vertex *run, size_t count,
                     bs_line_look look)
{
    bool step = look.stroke == BS_STROKE_STEP, thin = look.stroke == BS_STROKE_THIN;
    size_t corner_count = step ? 2 * count : count;
    bs_spot *corners = BS_NEW_ARRAY(pen->arena, bs_spot, corner_count);
    if (corners == NULL) {
        bs_pen_fail(pen, bs_fail(pen->err, BS_E_MEMORY, "out of memory"));
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (step) step_at(run, count, i, corners + 2 * i);
        if (!step) corners[i] = run[i].at;
    }
    for (size_t i = 1; i < corner_count && !thin; i++) {
        bs_field_take_segment(field, pen, (bs_segment){corners[i - 1], corners[i]});
    }
    bs_paint paint =
        bs_status_stroke(segment_status(&run[0], &run[1]), look.colour, thin ? thin_px : line_px);
    bs_scene_line(pen->scene, thin ? BS_LAYER_GRID : BS_LAYER_DATA, corners, corner_count, paint);
}

void bs_mark_line(bs_pen *pen, bs_field *field, const bs_vertex *vertices, size_t count,
                  bs_line_look look)
{
    size_t from = 0;
    while (from + 1 < count) {
        bool joined = vertices[from].present && vertices[from + 1].present;
        if (!joined || vertices[from + 1].broken) {
            from++;
            continue;
        }
        size_t end = run_end(vertices, count, from);
        draw_run(pen, field, vertices + from, end - from, look);
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

void bs_mark_point(bs_pen *pen, bs_spot at, bs_marker marker)
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
    bs_spot corners[CORNERS_MAX];
    for (size_t i = 0; i < f->count; i++) {
        double turn = f->angles[i] * acos(-1) / 180;
        corners[i] = (bs_spot){at.x + radius * cos(turn), at.y - radius * sin(turn)};
    }
    bs_scene_polygon(pen->scene, BS_LAYER_MARK, corners, f->count, paint);
}

void bs_mark_ring(bs_pen *pen, bs_spot at)
{
    bs_paint paint = {.fill = BS_COLOUR_NONE, .stroke = pen->theme->flag, .stroke_px = 2.5};
    bs_scene_circle(pen->scene, BS_LAYER_MARK, at, BS_RING_RADIUS, paint);
}

void bs_mark_proposal(bs_pen *pen, bs_spot at)
{
    static const double radius = BS_PROPOSAL_RADIUS;
    bs_paint paint = {.fill = pen->theme->page, .stroke = pen->theme->flag, .stroke_px = 2};
    bs_spot corners[] = {
        {at.x, at.y - radius}, {at.x + radius, at.y}, {at.x, at.y + radius}, {at.x - radius, at.y}};
    bs_scene_polygon(pen->scene, BS_LAYER_MARK, corners, BS_COUNT(corners), paint);
}

bs_box bs_mark_arrow(bs_pen *pen, bs_spot at, bs_heading heading, bs_colour colour)
{
    static const bs_spot ways[] = {[BS_HEADING_UP] = {0, -1},
                                   [BS_HEADING_DOWN] = {0, 1},
                                   [BS_HEADING_LEFT] = {-1, 0},
                                   [BS_HEADING_RIGHT] = {1, 0}};
    static const double barb = 4.5;
    bs_spot way = ways[heading];
    bs_spot tip = {at.x + way.x * BS_ARROW_PX, at.y + way.y * BS_ARROW_PX};
    bs_spot back = {tip.x - way.x * barb, tip.y - way.y * barb};
    bs_spot head[] = {{back.x + way.y * barb, back.y + way.x * barb},
                      tip,
                      {back.x - way.y * barb, back.y - way.x * barb}};
    bs_spot stem[] = {at, tip};
    bs_paint paint = {.fill = BS_COLOUR_NONE, .stroke = colour, .stroke_px = 1.75};
    bs_scene_line(pen->scene, BS_LAYER_MARK, stem, BS_COUNT(stem), paint);
    bs_scene_line(pen->scene, BS_LAYER_MARK, head, BS_COUNT(head), paint);
    double left = fmin(at.x, tip.x), top = fmin(at.y, tip.y);
    bs_box box = {left, top, fabs(tip.x - at.x), fabs(tip.y - at.y)};
    return bs_box_grow(box, barb);
}
