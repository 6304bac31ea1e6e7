// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/mark/place.h"

#include <math.h>

static const double margin = 2; // between labels, px

void bs_field_take(bs_field *field, bs_pen *pen, bs_box box)
{
    bs_box *taken = BS_PUSH(pen->arena, &field->boxes);
    if (taken != NULL)
        *taken = box;
    else
        bs_pen_fail(pen, bs_fail(pen->err, BS_E_MEMORY, "out of memory"));
}

void bs_field_take_segment(bs_field *field, bs_pen *pen, bs_segment segment)
{
    bs_segment *taken = BS_PUSH(pen->arena, &field->segments);
    if (taken != NULL)
        *taken = segment;
    else
        bs_pen_fail(pen, bs_fail(pen->err, BS_E_MEMORY, "out of memory"));
}

// Narrows [*enter, *leave], the part of a segment that is inside, to one side of a box.
static bool clip(double start, double delta, double low, double high, double *enter, double *leave)
{
    if (delta == 0) return start > low && start < high;
    double a = (low - start) / delta, b = (high - start) / delta;
    *enter = fmax(*enter, fmin(a, b));
    *leave = fmin(*leave, fmax(a, b));
    return *enter < *leave;
}

bool bs_segment_meets(bs_segment s, bs_box box)
{
    double enter = 0, leave = 1;
    return clip(s.from.x, s.to.x - s.from.x, box.x, box.x + box.width, &enter, &leave) &&
           clip(s.from.y, s.to.y - s.from.y, box.y, box.y + box.height, &enter, &leave);
}

static bool meets_box(const bs_field *field, bs_box box)
{
    bs_box grown = bs_box_grow(box, margin);
    for (size_t i = 0; i < field->boxes.count; i++) {
        if (bs_box_meets(grown, field->boxes.items[i])) return true;
    }
    return false;
}

static bool meets_segment(const bs_field *field, bs_box box)
{
    bs_box grown = bs_box_grow(box, 1);
    for (size_t i = 0; i < field->segments.count; i++) {
        if (bs_segment_meets(field->segments.items[i], grown)) return true;
    }
    return false;
}

bool bs_field_is_free(const bs_field *field, bs_box box)
{
    return bs_box_holds(field->bounds, box) && !meets_box(field, box) && !meets_segment(field, box);
}

// A direction from the mark to the middle of the label, in halves of the label's size.
typedef struct direction {
    double x;
    double y;
} direction;

static const direction directions[] = {{0, -1}, {0, 1},  {-1, -1}, {1, -1},
                                       {1, 1},  {-1, 1}, {1, 0},   {-1, 0}};

static bs_box candidate(bs_spot at, bs_box size, double gap, direction d)
{
    double x = at.x + d.x * (size.width / 2 + (d.y == 0 ? gap : 0));
    double y = at.y + d.y * (size.height / 2 + gap);
    return (bs_box){x - size.width / 2, y - size.height / 2, size.width, size.height};
}

bool bs_field_beside(const bs_field *field, bs_spot at, bs_box size, double gap, bs_side side,
                     bs_box *out)
{
    enum { RING_COUNT = 3 };
    double flip = side == BS_SIDE_BELOW ? -1 : 1;
    bool crossed = false;
    for (int ring = 0; ring < RING_COUNT; ring++) {
        for (size_t i = 0; i < BS_COUNT(directions); i++) {
            direction d = {directions[i].x, directions[i].y * flip};
            bs_box box = candidate(at, size, gap + ring * size.height * 0.6, d);
            if (!bs_box_holds(field->bounds, box) || meets_box(field, box)) continue;
            bool crosses = meets_segment(field, box);
            if (crosses && crossed) continue;
            *out = box;
            if (!crosses) return true;
            crossed = true;
        }
    }
    return crossed;
}

bs_spot bs_box_nearest(bs_box box, bs_spot at)
{
    return (bs_spot){fmax(box.x, fmin(at.x, box.x + box.width)),
                     fmax(box.y, fmin(at.y, box.y + box.height))};
}

// True when a leader would run over a label. The mark's own label and ring begin at the leader's
// start, so a box that holds `at` does not count.
static bool leader_blocked(const bs_field *field, bs_spot at, bs_box box)
{
    bs_segment leader = {at, bs_box_nearest(box, at)};
    for (size_t i = 0; i < field->boxes.count; i++) {
        bs_box other = field->boxes.items[i];
        bool own = at.x >= other.x && at.x <= other.x + other.width && at.y >= other.y &&
                   at.y <= other.y + other.height;
        if (!own && bs_segment_meets(leader, other)) return true;
    }
    return false;
}

// Looks at places `step` apart and keeps the best one.
static void search_near(const bs_field *field, bs_spot at, bs_box size, double gap, double step,
                        double *best, bs_box *out)
{
    bs_box area = field->bounds;
    for (double y = area.y; y + size.height <= area.y + area.height; y += step) {
        for (double x = area.x; x + size.width <= area.x + area.width; x += step) {
            bs_box box = {x, y, size.width, size.height};
            bs_spot near = bs_box_nearest(box, at);
            double distance = hypot(near.x - at.x, near.y - at.y);
            double cost = distance + fabs(x + size.width / 2 - at.x) * 0.25;
            if (distance < gap || cost >= *best) continue;
            if (!bs_field_is_free(field, box) || leader_blocked(field, at, box)) continue;
            *best = cost;
            *out = box;
        }
    }
}

bool bs_field_near(const bs_field *field, bs_spot at, bs_box size, double gap, bs_box *out)
{
    static const double coarse = 24, fine = 4;
    double best = INFINITY;
    // A place found in large steps spares the small steps all places that are farther off.
    search_near(field, at, size, gap, coarse, &best, out);
    search_near(field, at, size, gap, fine, &best, out);
    return best < INFINITY;
}
