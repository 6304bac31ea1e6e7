// SPDX-License-Identifier: GPL-3.0-or-later
// Slopes between two periods: values at both ends, names at the right.
#include <math.h>

#include "plots/chart/chart_internal.h"

enum {
    WIDTH = 640,
    HEIGHT_MIN = 280,
    ROW_HEIGHT = 24,
    LABEL_GAP = 4,
    MARK_GAP = 12, // from a mark to its label
    HEAD_HEIGHT = 26,
    ENDS = 2,
};

static const double name_share = 0.4; // of the page, at most, for the names
static const double plot_width_max = 560;

typedef struct slope {
    bs_canvas *canvas;
    const bs_chart_panel *panel;
    bs_text_block *labels[ENDS]; // of each line, at both ends
    double widths[ENDS];
    double x[ENDS];
    bs_scale y;
    bs_box plot;
    size_t note_count;
} slope;

static const bs_chart_value *end_value(const slope *s, size_t line, size_t end)
{
    const bs_chart_line *spec = &s->panel->lines[line];
    return &spec->points[end == 0 ? 0 : spec->point_count - 1].value;
}

static bs_period end_period(const slope *s, size_t end)
{
    const bs_chart_line *spec = &s->panel->lines[0];
    return spec->points[end == 0 ? 0 : spec->point_count - 1].period;
}

// Rising lines have one colour and falling ones another; the slope says the same.
static bs_colour colour_of(const slope *s, size_t line)
{
    const bs_theme *theme = s->canvas->pen.theme;
    const bs_chart_value *from = end_value(s, line, 0), *to = end_value(s, line, 1);
    bool falls =
        bs_chart__has(from) && bs_chart__has(to) && bs_decimal_compare(to->value, from->value) < 0;
    return theme->series[falls ? 1 : 0];
}

// The value, with the name behind it at the right end. A flagged one has the number of its note.
static bs_str label_text(slope *s, size_t line, size_t end, size_t *number)
{
    bs_pen *pen = &s->canvas->pen;
    const bs_chart_value *value = end_value(s, line, end);
    bs_str said = bs_chart__has(value) ? bs_chart__label(pen, value)
                                       : bs_word_get(BS_WORD_NO_DATA, s->canvas->chart->lang);
    if (bs_chart__flagged(value)) {
        bs_str mark = bs_chart__note_number(pen, ++*number);
        said = bs_pen_format(pen, "%.*s %.*s", BS_STR_ARG(mark), BS_STR_ARG(said));
    }
    if (end == 0) return said;
    return bs_pen_format(pen, "%.*s  %.*s", BS_STR_ARG(said),
                         BS_STR_ARG(s->panel->lines[line].label));
}

static void set_labels(slope *s)
{
    bs_pen *pen = &s->canvas->pen;
    size_t number = 0;
    for (size_t end = 0; end < ENDS; end++)
        s->labels[end] = BS_CHART_NEW(pen, bs_text_block, s->panel->line_count);
    if (pen->status != BS_OK) return;
    for (size_t line = 0; line < s->panel->line_count; line++) {
        for (size_t end = 0; end < ENDS; end++) {
            bool flagged = bs_chart__flagged(end_value(s, line, end));
            bs_style style = {BS_SIZE_LABEL, flagged,
                              flagged ? pen->theme->flag_text : pen->theme->text,
                              end == 0 ? BS_ANCHOR_END : BS_ANCHOR_START, false};
            double limit = s->canvas->width_px * (end == 0 ? name_share / 2 : name_share);
            bs_text_block *block = &s->labels[end][line];
            *block = bs_pen_set(pen, label_text(s, line, end, &number), style, limit);
            s->widths[end] = fmax(s->widths[end], bs_block_width(block));
        }
    }
}

static double label_height(const slope *s, size_t end)
{
    double height = 0;
    for (size_t i = 0; i < s->panel->line_count; i++)
        height += bs_block_height(&s->labels[end][i]) + LABEL_GAP;
    return height;
}

static void set_scales(slope *s)
{
    bs_canvas *canvas = s->canvas;
    bs_extent extent = {0};
    for (size_t i = 0; i < s->panel->line_count; i++) {
        for (size_t end = 0; end < ENDS; end++)
            bs_extent_add(&extent, end_value(s, i, end));
    }
    bool log = canvas->chart->scale == BS_CHART_LOG;
    if (log && extent.any && extent.low <= 0) {
        bs_ticks refused; // and says why
        bs_pen_fail(&canvas->pen,
                    bs_ticks_log(&refused, extent.low, extent.high, 4, canvas->pen.err));
        return;
    }
    double left = canvas->margin_px + s->widths[0] + MARK_GAP;
    double right = canvas->width_px - canvas->margin_px - s->widths[1] - MARK_GAP;
    if (right - left < BS_PLOT_WIDTH_MIN) bs_chart__too_narrow(canvas);
    right = fmin(right, left + plot_width_max);
    double height =
        fmax(HEIGHT_MIN, ROW_HEIGHT * (double)s->panel->line_count) + canvas->stretch_px;
    height = fmax(height, fmax(label_height(s, 0), label_height(s, 1)));
    s->plot = (bs_box){left, 0, right - left, height};
    // The values fill the height: slopes are compared with each other, and no axis tells from
    // where.
    double high = extent.any ? extent.high : 1;
    s->y = (bs_scale){log ? BS_SCALE_LOG : BS_SCALE_LINEAR, extent.low, high, 0, 0};
    s->x[0] = left;
    s->x[1] = right;
}

// --- drawing -------------------------------------------------------------------------------------

static void draw_heads(slope *s)
{
    bs_canvas *canvas = s->canvas;
    bs_pen *pen = &canvas->pen;
    for (size_t end = 0; end < ENDS; end++) {
        bs_style style = {BS_SIZE_LABEL, true, pen->theme->text, BS_ANCHOR_MIDDLE, false};
        bs_str text = bs_time_label(end_period(s, end), pen->scene->lang, pen->arena);
        double half = bs_pen_width(pen, text, style) / 2;
        double low = canvas->margin_px + half, high = canvas->width_px - canvas->margin_px - half;
        double x = fmax(low, fmin(s->x[end], high));
        bs_pen_label(pen, text, style, (bs_spot){x, canvas->y + HEAD_HEIGHT / 2.0 - 4});
        double line_x = floor(s->x[end]) + 0.5;
        bs_spot down[] = {{line_x, canvas->y + HEAD_HEIGHT - 2},
                          {line_x, canvas->y + HEAD_HEIGHT + s->plot.height}};
        bs_paint paint = {BS_COLOUR_NONE, pen->theme->grid, 1, 0, 0};
        bs_scene_line(pen->scene, BS_LAYER_GRID, down, BS_COUNT(down), paint);
    }
}

static bs_spot place_of(const slope *s, size_t line, size_t end)
{
    const bs_chart_value *value = end_value(s, line, end);
    if (!bs_chart__has(value)) return (bs_spot){s->x[end], s->plot.y + s->plot.height};
    return (bs_spot){s->x[end], bs_scale_px(&s->y, bs_decimal_double(value->value))};
}

static void draw_mark(slope *s, size_t line, size_t end)
{
    bs_pen *pen = &s->canvas->pen;
    const bs_chart_value *value = end_value(s, line, end);
    bs_spot at = place_of(s, line, end);
    bs_colour colour = colour_of(s, line);
    bs_marker marker = {0, bs_status_look_of(value->status)->hollow, colour};
    bs_mark_point(pen, at, marker);
    bs_str period = bs_time_label(end_period(s, end), pen->scene->lang, pen->arena);
    bs_str said = bs_chart__exact(pen, value);
    bs_scene_tip(pen->scene,
                 bs_pen_format(pen, "%.*s %.*s: %.*s", BS_STR_ARG(s->panel->lines[line].label),
                               BS_STR_ARG(period), BS_STR_ARG(said)));
    int open = bs_chart__bound(value);
    bs_spot from = {at.x, at.y - open * BS_MARKER_RADIUS};
    if (open != 0) bs_mark_arrow(pen, from, open > 0 ? BS_HEADING_UP : BS_HEADING_DOWN, colour);
    double proposed;
    if (!bs_chart__flagged(value)) return;
    bs_mark_ring(pen, at);
    if (!bs_chart__proposed(value, &proposed) || proposed < s->y.low || proposed > s->y.high)
        return;
    bs_mark_proposal(pen, (bs_spot){at.x, bs_scale_px(&s->y, proposed)});
}

static void draw_line(slope *s, size_t line)
{
    bs_pen *pen = &s->canvas->pen;
    bs_field field = {0};
    bs_vertex vertices[ENDS];
    for (size_t end = 0; end < ENDS; end++) {
        const bs_chart_value *value = end_value(s, line, end);
        vertices[end] = (bs_vertex){
            .at = place_of(s, line, end), .present = bs_chart__has(value), .status = value->status};
    }
    bs_line_look look = {colour_of(s, line), BS_STROKE_LINE};
    bs_mark_line(pen, &field, vertices, ENDS, look);
    for (size_t end = 0; end < ENDS; end++) {
        if (vertices[end].present) draw_mark(s, line, end);
    }
}

// The labels of one end, moved apart, with a leader where one had to move.
static void draw_labels(slope *s, size_t end)
{
    bs_pen *pen = &s->canvas->pen;
    bs_spread labels[BS_CHART_ROWS_MAX];
    size_t count = s->panel->line_count;
    for (size_t i = 0; i < count; i++) {
        double height = bs_block_height(&s->labels[end][i]);
        labels[i] = (bs_spread){.index = i, .wanted = place_of(s, i, end).y, .height = height};
    }
    bs_spread_apart(labels, count, s->plot.y - 8, s->plot.y + s->plot.height + 8, LABEL_GAP);
    double way = end == 0 ? -1 : 1, edge = s->x[end] + way * MARK_GAP;
    for (size_t i = 0; i < count; i++) {
        size_t line = labels[i].index;
        double middle = labels[i].top + labels[i].height / 2, y = place_of(s, line, end).y;
        bs_pen_write(pen, &s->labels[end][line], (bs_spot){edge, labels[i].top});
        if (fabs(middle - y) < 3) continue;
        bs_spot leader[] = {{s->x[end] + way * (BS_MARKER_RADIUS + 1), y},
                            {edge - way * 2, middle}};
        bs_paint paint = {BS_COLOUR_NONE, pen->theme->axis, 1, 0, 0};
        bs_scene_line(pen->scene, BS_LAYER_GRID, leader, BS_COUNT(leader), paint);
    }
}

static void draw_notes(slope *s)
{
    bs_canvas *canvas = s->canvas;
    size_t number = 0;
    for (size_t line = 0; line < s->panel->line_count; line++) {
        for (size_t end = 0; end < ENDS; end++) {
            const bs_chart_value *value = end_value(s, line, end);
            double proposed;
            if (!bs_chart__flagged(value)) continue;
            bool drawn = bs_chart__proposed(value, &proposed) && proposed >= s->y.low &&
                         proposed <= s->y.high;
            bs_far_note note = {++number, s->panel->lines[line].label, end_period(s, end),
                                drawn ? BS_PROPOSAL_MARK : "",
                                canvas->width_px - 2 * canvas->margin_px};
            bs_spot at = {canvas->margin_px, canvas->y + 6};
            canvas->y += bs_chart__note_far(canvas, value, &note, at) + 8;
        }
    }
}

void bs_chart__slope(bs_canvas *canvas)
{
    bs_pen *pen = &canvas->pen;
    bs_chart__default_width(canvas, WIDTH);
    slope s = {.canvas = canvas, .panel = &canvas->chart->panels[0]};
    bs_chart_facts facts = bs_chart__facts(canvas->chart);
    facts.unit = s.panel->unit;
    set_labels(&s);
    if (pen->status == BS_OK) set_scales(&s);
    if (pen->status != BS_OK) return;
    bs_chart__head(canvas, &facts);
    draw_heads(&s);
    s.plot.y = canvas->y + HEAD_HEIGHT + 8;
    s.y.high_px = s.plot.y;
    s.y.low_px = s.plot.y + s.plot.height - 8;
    for (size_t i = 0; i < s.panel->line_count; i++)
        draw_line(&s, i);
    for (size_t end = 0; end < ENDS; end++)
        draw_labels(&s, end);
    canvas->y = s.plot.y + s.plot.height + 8;
    draw_notes(&s);
    canvas->pen.scene->desc = bs_chart__describe(pen, canvas->chart, &facts);
}
