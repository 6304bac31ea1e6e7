// SPDX-License-Identifier: GPL-3.0-or-later
// Dumbbells: a row for each line, with its first and last value on one scale.
#include <math.h>

#include "plots/chart/chart_internal.h"

enum {
    WIDTH = 800,
    ROW_HEIGHT = 26,
    ROW_GAP = 6,
    NAME_GAP = 14,
    NAME_GAP_ABOVE = 2,
    VALUE_GAP = 6,
    ENDS = BS_DUMBBELL_END_COUNT
};

static const double name_share = 0.38;

const bs_dumbbell_end bs_dumbbell_ends[BS_DUMBBELL_END_COUNT] = {{4.5, false}, {6.5, true}};

bs_colour bs_dumbbell_colour(const bs_pen *pen, const bs_dumbbell_end *end)
{
    return end->main ? pen->theme->series[0] : pen->theme->axis;
}

typedef struct dumbbell {
    bs_canvas *canvas;
    const bs_chart_panel *panel;
    bs_row *rows;
    bool above;
    double names_end;
    bs_scale x;
    size_t note_count;
} dumbbell;

static const bs_chart_value *end_value(const dumbbell *d, size_t line, size_t end)
{
    const bs_chart_line *spec = &d->panel->lines[line];
    return &spec->points[end == 0 ? 0 : spec->point_count - 1].value;
}

static bs_period end_period(const dumbbell *d, size_t end)
{
    const bs_chart_line *spec = &d->panel->lines[0];
    return spec->points[end == 0 ? 0 : spec->point_count - 1].period;
}

// Which end stands to the left.
static size_t left_end(const dumbbell *d, size_t line)
{
    const bs_chart_value *from = end_value(d, line, 0), *to = end_value(d, line, 1);
    if (!bs_chart__has(from) || !bs_chart__has(to)) return 0;
    return bs_decimal_compare(to->value, from->value) < 0 ? 1 : 0;
}

// A number has the colour of its mark, which the other may cover.
static bs_style value_style(const dumbbell *d, const bs_chart_value *value, size_t end,
                            bs_anchor anchor)
{
    const bs_theme *theme = d->canvas->pen.theme;
    bool flagged = bs_chart__flagged(value);
    bs_colour colour = bs_dumbbell_ends[end].main ? theme->series[0] : theme->muted;
    return (bs_style){BS_SIZE_LABEL, flagged, flagged ? theme->flag_text : colour, anchor, false};
}

static bs_str value_text(dumbbell *d, size_t line, size_t end)
{
    return bs_chart__label(&d->canvas->pen, end_value(d, line, end));
}

static void set_names(dumbbell *d)
{
    bs_pen *pen = &d->canvas->pen;
    size_t count = d->panel->line_count;
    bs_str *names = BS_CHART_NEW(pen, bs_str, count);
    d->rows = BS_CHART_NEW(pen, bs_row, count);
    if (names == NULL || d->rows == NULL) return;
    for (size_t i = 0; i < count; i++)
        names[i] = d->panel->lines[i].label;
    bs_row_style style = {d->above ? 1 : name_share, d->above ? 0 : ROW_HEIGHT,
                          d->above ? BS_ANCHOR_START : BS_ANCHOR_END};
    double width = bs_chart__set_rows(d->canvas, d->rows, names, count, &style);
    d->names_end = d->canvas->margin_px + (d->above ? 0 : width);
}

// The widest label of either side: room that the scale leaves free.
static double widest(dumbbell *d, bool left)
{
    double width = 0;
    for (size_t i = 0; i < d->panel->line_count; i++) {
        size_t end = left ? left_end(d, i) : 1 - left_end(d, i);
        const bs_chart_value *value = end_value(d, i, end);
        if (!bs_chart__has(value)) continue;
        double own = bs_pen_width(&d->canvas->pen, value_text(d, i, end),
                                  value_style(d, value, end, BS_ANCHOR_START));
        double ring = bs_chart__flagged(value) ? BS_RING_RADIUS : 0;
        width = fmax(width, own + VALUE_GAP + bs_dumbbell_ends[1].radius + ring);
    }
    return width;
}

static void set_scale(dumbbell *d, bs_chart_facts *facts)
{
    bs_canvas *canvas = d->canvas;
    bs_extent extent = {0};
    for (size_t i = 0; i < d->panel->line_count; i++) {
        for (size_t end = 0; end < ENDS; end++)
            bs_extent_add(&extent, end_value(d, i, end));
    }
    bs_ticks ticks;
    bs_status status = bs_chart__ticks(canvas, extent, 6, &ticks);
    bs_pen_fail(&canvas->pen, status);
    if (status != BS_OK) return;
    bool log = canvas->chart->scale == BS_CHART_LOG;
    bool zero = !log && ticks.low <= 0 && ticks.high >= 0;
    facts->not_zero = !log && !zero;
    double low = zero ? fmin(0, extent.low) : extent.low;
    double high = zero ? fmax(0, extent.high) : extent.high;
    if (!extent.any) high = low + 1;
    double start = d->names_end + (d->above ? 0 : NAME_GAP) + widest(d, true);
    double end = canvas->width_px - canvas->margin_px - widest(d, false);
    d->x = (bs_scale){log ? BS_SCALE_LOG : BS_SCALE_LINEAR, low, high, start, end};
    if (end - start < BS_PLOT_WIDTH_MIN) bs_chart__too_narrow(canvas);
}

// --- drawing -------------------------------------------------------------------------------------

static double place_of(const dumbbell *d, const bs_chart_value *value)
{
    return bs_scale_px(&d->x, bs_decimal_double(value->value));
}

static void draw_dot(dumbbell *d, size_t line, size_t end, double y)
{
    bs_pen *pen = &d->canvas->pen;
    const bs_chart_value *value = end_value(d, line, end);
    const bs_dumbbell_end *look = &bs_dumbbell_ends[end];
    bs_colour colour = bs_dumbbell_colour(pen, look);
    bool hollow = bs_status_look_of(value->status)->hollow;
    bs_paint paint = {hollow ? pen->theme->page : colour, colour, hollow ? 2 : 0, 0, 0};
    if (!hollow) paint.stroke = BS_COLOUR_NONE;
    bs_spot at = {place_of(d, value), y};
    bs_scene_circle(pen->scene, BS_LAYER_MARK, at, look->radius - (hollow ? 1 : 0), paint);
    bs_str period = bs_time_label(end_period(d, end), pen->scene->lang, pen->arena);
    bs_str said = bs_chart__exact(pen, value);
    bs_scene_tip(pen->scene,
                 bs_pen_format(pen, "%.*s %.*s: %.*s", BS_STR_ARG(d->panel->lines[line].label),
                               BS_STR_ARG(period), BS_STR_ARG(said)));
    double proposed;
    if (!bs_chart__flagged(value)) return;
    bs_mark_ring(pen, at);
    if (!bs_chart__proposed(value, &proposed) || proposed < d->x.low || proposed > d->x.high)
        return;
    bs_mark_proposal(pen, (bs_spot){bs_scale_px(&d->x, proposed), y});
}

static void draw_label(dumbbell *d, size_t line, size_t end, double y)
{
    const bs_chart_value *value = end_value(d, line, end);
    bool left = left_end(d, line) == end;
    bs_style style = value_style(d, value, end, left ? BS_ANCHOR_END : BS_ANCHOR_START);
    double ring = bs_chart__flagged(value) ? BS_RING_RADIUS + 1 : bs_dumbbell_ends[end].radius;
    double x = place_of(d, value) + (left ? -1 : 1) * (ring + VALUE_GAP);
    bs_pen_label(&d->canvas->pen, value_text(d, line, end), style, (bs_spot){x, y});
}

// Values that are one take one label.
static bool are_one(const dumbbell *d, size_t line)
{
    const bs_chart_value *from = end_value(d, line, 0), *to = end_value(d, line, 1);
    return bs_chart__has(from) && bs_chart__has(to) &&
           bs_decimal_compare(from->value, to->value) == 0;
}

static void draw_row(dumbbell *d, size_t line, double y)
{
    bs_pen *pen = &d->canvas->pen;
    bs_spot guide[] = {{d->x.low_px, y}, {d->x.high_px, y}};
    bs_paint thin = {BS_COLOUR_NONE, pen->theme->grid, 1, 0, 0};
    bs_scene_line(pen->scene, BS_LAYER_GRID, guide, BS_COUNT(guide), thin);
    const bs_chart_value *from = end_value(d, line, 0), *to = end_value(d, line, 1);
    if (bs_chart__has(from) && bs_chart__has(to)) {
        bs_spot bar[] = {{place_of(d, from), y}, {place_of(d, to), y}};
        bs_scene_line(pen->scene, BS_LAYER_DATA, bar, BS_COUNT(bar),
                      bs_status_stroke(to->status, pen->theme->axis, 3));
    }
    for (size_t end = 0; end < ENDS; end++) {
        if (!bs_chart__has(end_value(d, line, end))) continue;
        draw_dot(d, line, end, y);
        if (end == 1 || !are_one(d, line)) draw_label(d, line, end, y);
    }
}

static double draw_notes(dumbbell *d, size_t line, double y)
{
    bs_canvas *canvas = d->canvas;
    for (size_t end = 0; end < ENDS; end++) {
        const bs_chart_value *value = end_value(d, line, end);
        double proposed, left = d->names_end + (d->above ? 0 : NAME_GAP);
        if (!bs_chart__flagged(value)) continue;
        bool drawn =
            bs_chart__proposed(value, &proposed) && proposed >= d->x.low && proposed <= d->x.high;
        bs_flag_style style = {
            {0}, drawn ? BS_PROPOSAL_MARK : "", canvas->width_px - canvas->margin_px - left};
        bs_flag_note note = bs_chart__flag_set(canvas, value, &style);
        bs_chart__flag_write(canvas, &note, (bs_spot){left, y + 2}, BS_ANCHOR_START);
        y += note.size.height + 6;
    }
    return y;
}

static void draw_rows(dumbbell *d)
{
    bs_canvas *canvas = d->canvas;
    double stretch = floor(canvas->stretch_px / (double)d->panel->line_count);
    double height = fmax(2 * BS_RING_RADIUS, ROW_HEIGHT + stretch);
    for (size_t i = 0; i < d->panel->line_count && canvas->pen.status == BS_OK; i++) {
        double row = fmax(d->rows[i].height, height), top = canvas->y;
        if (d->above) {
            bs_chart__write_row(canvas, &d->rows[i], canvas->margin_px,
                                top + d->rows[i].height / 2);
            top += d->rows[i].height + NAME_GAP_ABOVE;
            row = height;
        } else {
            bs_chart__write_row(canvas, &d->rows[i], d->names_end, top + row / 2);
        }
        draw_row(d, i, top + row / 2);
        canvas->y = draw_notes(d, i, top + row) + ROW_GAP;
    }
}

void bs_chart__dumbbell(bs_canvas *canvas)
{
    bs_pen *pen = &canvas->pen;
    bs_chart__default_width(canvas, WIDTH);
    dumbbell d = {.canvas = canvas, .panel = &canvas->chart->panels[0], .above = canvas->narrow};
    bs_chart_facts facts = bs_chart__facts(canvas->chart);
    facts.unit = d.panel->unit;
    for (size_t end = 0; end < ENDS; end++)
        facts.ends[end] = end_period(&d, end);
    set_names(&d);
    if (pen->status == BS_OK) set_scale(&d, &facts);
    if (pen->status != BS_OK) return;
    bs_chart__head(canvas, &facts);
    draw_rows(&d);
    canvas->pen.scene->desc = bs_chart__describe(pen, canvas->chart, &facts);
}
