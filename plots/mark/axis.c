// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/mark/axis.h"

#include <math.h>

static const double label_gap = 8, tick_px = 4, line_px = 17;

static bs_style tick_style(const bs_pen *pen, bs_anchor anchor)
{
    return (bs_style){BS_SIZE_TICK, false, pen->theme->muted, anchor, false};
}

void bs_axis_make(bs_axis *out, bs_pen *pen, const bs_ticks *ticks, bs_lang lang)
{
    *out = (bs_axis){.ticks = *ticks};
    bs_number_scale number = bs_number_scale_of(ticks, lang);
    bs_style style = tick_style(pen, BS_ANCHOR_END);
    for (int i = 0; i < ticks->count; i++) {
        out->labels[i] = bs_number_tick(ticks, i, number, pen->arena);
        out->label_width_px = fmax(out->label_width_px, bs_pen_width(pen, out->labels[i], style));
    }
}

bool bs_axis_meets(const bs_axis *axis, const bs_scale *scale, double low, double high)
{
    for (int i = 0; i < axis->ticks.count; i++) {
        double px = bs_scale_px(scale, bs_decimal_double(axis->ticks.values[i]));
        if (px > low - 1 && px < high + 1) return true;
    }
    return false;
}

// Thin lines are put on the middle of a pixel, so that they are one pixel wide and not two pale
// ones.
static double crisp(double px)
{
    return floor(px) + 0.5;
}

static bs_paint grid_paint(const bs_pen *pen, double value)
{
    bs_paint paint = BS_PAINT_INIT;
    paint.stroke = value == 0 ? pen->theme->axis : pen->theme->grid;
    paint.stroke_px = 1;
    return paint;
}

void bs_axis_draw_y(const bs_axis *axis, bs_pen *pen, const bs_scale *scale, bs_box plot)
{
    for (int i = 0; i < axis->ticks.count; i++) {
        double value = bs_decimal_double(axis->ticks.values[i]);
        double y = bs_scale_px(scale, value);
        bs_spot line[] = {{plot.x, crisp(y)}, {plot.x + plot.width, crisp(y)}};
        bs_scene_line(pen->scene, BS_LAYER_GRID, line, 2, grid_paint(pen, value));
        bs_pen_label(pen, axis->labels[i], tick_style(pen, BS_ANCHOR_END),
                     (bs_spot){plot.x - label_gap, y});
    }
}

// Draws one line of a tick, moved into the limits, unless it would touch the one before it.
static void draw_tick_text(bs_pen *pen, bs_str text, bs_spot at, bs_box limits, double *taken)
{
    bs_style style = tick_style(pen, BS_ANCHOR_MIDDLE);
    double half = bs_pen_width(pen, text, style) / 2;
    double low = limits.x + half, high = limits.x + limits.width - half;
    double x = fmax(low, fmin(at.x, high));
    if (text.len == 0 || x - half < *taken + label_gap / 2) return;
    bs_pen_label(pen, text, style, (bs_spot){x, at.y});
    *taken = x + half;
}

double bs_axis_draw_time(const bs_time_axis *axis, bs_pen *pen, const bs_scale *scale, bs_box plot,
                         bs_box limits)
{
    double bottom = plot.y + plot.height;
    double part_end = -INFINITY, year_end = -INFINITY;
    bs_paint paint = {.fill = BS_COLOUR_NONE, .stroke = pen->theme->axis, .stroke_px = 1};
    for (size_t i = 0; i < axis->ticks.count; i++) {
        const bs_time_tick *tick = &axis->ticks.items[i];
        double x = bs_scale_px(scale, tick->day);
        bs_spot mark[] = {{crisp(x), bottom}, {crisp(x), bottom + tick_px}};
        bs_scene_line(pen->scene, BS_LAYER_GRID, mark, 2, paint);
        double first_y = bottom + tick_px + line_px / 2 + 1;
        draw_tick_text(pen, tick->text, (bs_spot){x, first_y}, limits, &part_end);
        draw_tick_text(pen, tick->year, (bs_spot){x, first_y + line_px}, limits, &year_end);
    }
    return tick_px + 1 + (axis->two_lines ? 2 : 1) * line_px;
}
