// SPDX-License-Identifier: GPL-3.0-or-later
// A table of small lines: name, course, last value. Bare and alone, it is the small line only.
#include <math.h>

#include "plots/chart/chart_internal.h"

enum {
    WIDTH = 640,
    WIDTH_ALONE = 120,
    HEIGHT = 28,
    ROW_GAP = 8,
    COLUMN_GAP = 16,
    END_RADIUS = 3,
    RING_RADIUS = 7,
    PROPOSAL_ROOM = 2,
};

static const double name_share = 0.42, name_share_narrow = 0.4;

typedef struct spark {
    bs_canvas *canvas;
    bs_row *rows;
    double height; // of a small line
    double from;   // where small lines begin and end
    double to;
    double day_low;
    double day_high;
} spark;

static const bs_chart_line *line_of(const spark *s, size_t row)
{
    return &s->canvas->chart->panels[row].lines[0];
}

static const bs_chart_value *last_value(const bs_chart_line *line)
{
    for (size_t i = line->point_count; i-- > 0;) {
        if (bs_chart__has(&line->points[i].value)) return &line->points[i].value;
    }
    return NULL;
}

// The last value with its unit, where rows have units of their own.
static bs_str last_text(spark *s, size_t row, const bs_chart_facts *facts)
{
    bs_pen *pen = &s->canvas->pen;
    const bs_chart_value *last = last_value(line_of(s, row));
    if (last == NULL) return bs_word_get(BS_WORD_NO_DATA, s->canvas->chart->lang);
    bs_str said = bs_chart__label(pen, last), unit = s->canvas->chart->panels[row].unit;
    if (facts->unit.len > 0 || unit.len == 0) return said;
    return bs_pen_format(pen, "%.*s %.*s", BS_STR_ARG(said), BS_STR_ARG(unit));
}

static bs_style last_style(const spark *s)
{
    return (bs_style){BS_SIZE_LABEL, true, s->canvas->pen.theme->text, BS_ANCHOR_END, false};
}

static bs_str unit_of_all(const bs_chart *chart)
{
    for (size_t i = 1; i < chart->panel_count; i++) {
        if (!bs_str_equal(chart->panels[i].unit, chart->panels[0].unit)) return (bs_str){0};
    }
    return chart->panels[0].unit;
}

static void set_days(spark *s)
{
    const bs_chart *chart = s->canvas->chart;
    s->day_low = INFINITY;
    s->day_high = -INFINITY;
    for (size_t i = 0; i < chart->panel_count; i++) {
        const bs_chart_line *line = line_of(s, i);
        for (size_t j = 0; j < line->point_count; j++) {
            double day = bs_scale_period(line->points[j].period);
            s->day_low = fmin(s->day_low, day);
            s->day_high = fmax(s->day_high, day);
        }
    }
}

static void set_columns(spark *s, const bs_chart_facts *facts)
{
    bs_canvas *canvas = s->canvas;
    bs_pen *pen = &canvas->pen;
    size_t count = canvas->chart->panel_count;
    bs_str *names = BS_CHART_NEW(pen, bs_str, count);
    s->rows = BS_CHART_NEW(pen, bs_row, count);
    if (names == NULL || s->rows == NULL) return;
    double values = 0;
    for (size_t i = 0; i < count; i++) {
        const bs_chart_panel *panel = &canvas->chart->panels[i];
        names[i] = panel->title.len > 0 ? panel->title : panel->lines[0].label;
        values = fmax(values, bs_pen_width(pen, last_text(s, i, facts), last_style(s)));
    }
    bs_row_style style = {canvas->narrow ? name_share_narrow : name_share, HEIGHT, BS_ANCHOR_START};
    double width = bs_chart__set_rows(canvas, s->rows, names, count, &style);
    s->from = canvas->margin_px + width + COLUMN_GAP;
    s->to = canvas->width_px - canvas->margin_px - values - COLUMN_GAP;
    if (s->to - s->from < BS_PLOT_WIDTH_MIN) bs_chart__too_narrow(canvas);
}

// --- drawing -------------------------------------------------------------------------------------

static void draw_end(spark *s, const bs_vertex *vertices, const bs_chart_line *line)
{
    bs_pen *pen = &s->canvas->pen;
    size_t last = line->point_count;
    while (last > 0 && !vertices[last - 1].present)
        last--;
    if (last == 0) return;
    bool hollow = bs_status_look_of(vertices[last - 1].status)->hollow;
    bs_colour colour = pen->theme->series[0];
    bs_paint paint = {hollow ? pen->theme->page : colour, colour, 1.5, 0, 0};
    bs_scene_circle(pen->scene, BS_LAYER_MARK, vertices[last - 1].at, END_RADIUS, paint);
}

static void draw_flags(spark *s, const bs_vertex *vertices, const bs_chart_line *line,
                       const bs_scale *y)
{
    bs_pen *pen = &s->canvas->pen;
    bs_paint ring = {BS_COLOUR_NONE, pen->theme->flag, 2, 0, 0};
    for (size_t i = 0; i < line->point_count; i++) {
        const bs_chart_value *value = &line->points[i].value;
        double proposed;
        if (!vertices[i].present || !bs_chart__flagged(value)) continue;
        bs_scene_circle(pen->scene, BS_LAYER_MARK, vertices[i].at, RING_RADIUS, ring);
        if (!bs_chart__proposed(value, &proposed) || proposed < y->low || proposed > y->high)
            continue;
        bs_paint mark = {pen->theme->page, pen->theme->flag, 1.5, 0, 0};
        bs_spot at = {vertices[i].at.x, bs_scale_px(y, proposed)};
        bs_spot corners[] = {{at.x, at.y - END_RADIUS},
                             {at.x + END_RADIUS, at.y},
                             {at.x, at.y + END_RADIUS},
                             {at.x - END_RADIUS, at.y}};
        bs_scene_polygon(pen->scene, BS_LAYER_MARK, corners, BS_COUNT(corners), mark);
    }
}

// The small line of a row, from its lowest to its highest value.
static void draw_spark(spark *s, const bs_chart_line *line, double top)
{
    bs_pen *pen = &s->canvas->pen;
    bs_extent extent = {0};
    for (size_t i = 0; i < line->point_count; i++)
        bs_extent_add(&extent, &line->points[i].value);
    double edge = RING_RADIUS + PROPOSAL_ROOM;
    bs_scale x = {BS_SCALE_LINEAR, s->day_low, s->day_high, s->from + edge, s->to - edge};
    bs_scale y = {BS_SCALE_LINEAR, extent.low, extent.high, top + s->height - edge, top + edge};
    bs_vertex *vertices = BS_CHART_NEW(pen, bs_vertex, line->point_count);
    if (vertices == NULL) return;
    for (size_t i = 0; i < line->point_count; i++) {
        const bs_chart_point *point = &line->points[i];
        bs_vertex *v = &vertices[i];
        *v = (bs_vertex){.present = bs_chart__has(&point->value),
                         .broken = point->broken,
                         .status = point->value.status};
        v->at.x = bs_scale_px(&x, bs_scale_period(point->period));
        if (v->present) v->at.y = bs_scale_px(&y, bs_decimal_double(point->value.value));
    }
    bs_field field = {0};
    bs_line_look look = {pen->theme->series[0], BS_STROKE_LINE};
    bs_mark_line(pen, &field, vertices, line->point_count, look);
    draw_end(s, vertices, line);
    draw_flags(s, vertices, line, &y);
}

static void draw_row(spark *s, size_t row, const bs_chart_facts *facts)
{
    bs_canvas *canvas = s->canvas;
    double height = fmax(s->rows[row].height, s->height), middle = canvas->y + height / 2;
    bs_chart__write_row(canvas, &s->rows[row], canvas->margin_px, middle);
    draw_spark(s, line_of(s, row), middle - s->height / 2);
    bs_pen_label(&canvas->pen, last_text(s, row, facts), last_style(s),
                 (bs_spot){canvas->width_px - canvas->margin_px, middle});
    canvas->y += height;
    const bs_chart_line *line = line_of(s, row);
    for (size_t i = 0; i < line->point_count; i++) {
        const bs_chart_value *value = &line->points[i].value;
        if (!bs_chart__has(value) || !bs_chart__flagged(value)) continue;
        bs_pen *pen = &canvas->pen;
        bs_chart_value said = *value;
        bs_str period = bs_time_label(line->points[i].period, pen->scene->lang, pen->arena);
        bs_str label = bs_chart__label(pen, value);
        said.reason = bs_pen_format(pen, "%.*s: %.*s. %.*s", BS_STR_ARG(period), BS_STR_ARG(label),
                                    BS_STR_ARG(value->reason));
        bs_flag_style style = {{0}, BS_PROPOSAL_MARK, canvas->width_px - 2 * canvas->margin_px};
        bs_flag_note note = bs_chart__flag_set(canvas, &said, &style);
        bs_chart__flag_write(canvas, &note, (bs_spot){canvas->margin_px, canvas->y + 2},
                             BS_ANCHOR_START);
        canvas->y += note.size.height + 6;
    }
    canvas->y += ROW_GAP;
}

static void draw_rule(spark *s)
{
    bs_canvas *canvas = s->canvas;
    double y = floor(canvas->y - ROW_GAP / 2.0) + 0.5;
    bs_spot rule[] = {{canvas->margin_px, y}, {canvas->width_px - canvas->margin_px, y}};
    bs_paint paint = {BS_COLOUR_NONE, canvas->pen.theme->grid, 1, 0, 0};
    bs_scene_line(canvas->pen.scene, BS_LAYER_GRID, rule, BS_COUNT(rule), paint);
}

static void draw_table(spark *s, bs_chart_facts *facts)
{
    bs_canvas *canvas = s->canvas;
    facts->free_axes = canvas->chart->panel_count > 1;
    set_columns(s, facts);
    if (canvas->pen.status != BS_OK) return;
    bs_chart__head(canvas, facts);
    for (size_t i = 0; i < canvas->chart->panel_count && canvas->pen.status == BS_OK; i++) {
        if (i > 0) draw_rule(s);
        draw_row(s, i, facts);
    }
    canvas->y -= ROW_GAP;
}

void bs_chart__spark(bs_canvas *canvas)
{
    const bs_chart *chart = canvas->chart;
    bool alone = chart->frame == BS_FRAME_BARE && chart->panel_count == 1;
    bs_chart__default_width(canvas, alone ? WIDTH_ALONE : WIDTH);
    double stretch = floor(canvas->stretch_px / (double)chart->panel_count);
    spark s = {.canvas = canvas, .height = fmax(HEIGHT, HEIGHT + stretch)};
    bs_chart_facts facts = bs_chart__facts(chart);
    facts.unit = unit_of_all(chart);
    set_days(&s);
    if (alone) {
        s.to = canvas->width_px;
        draw_spark(&s, line_of(&s, 0), 0);
        canvas->y = s.height;
    } else {
        draw_table(&s, &facts);
    }
    if (canvas->pen.status != BS_OK) return;
    canvas->pen.scene->desc = bs_chart__describe(&canvas->pen, chart, &facts);
}
