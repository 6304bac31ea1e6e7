// SPDX-License-Identifier: GPL-3.0-or-later
// Horizontal bars: names to the left, values at the ends, all from 0.
#include <math.h>

#include "plots/chart/chart_internal.h"

enum { WIDTH = 960, BAR_HEIGHT = 24, ROW_GAP = 9, NAME_GAP = 10, VALUE_GAP = 6, PX_PER_TICK = 110 };

static const double name_share = 0.38; // of the page, at most, for the names

typedef struct row {
    const bs_chart_bar *bar;
    bs_text_block name;
    bs_str label; // of the value
    double label_width;
    double height; // of bar and name, without the note of a flag
} row;

typedef struct bars {
    bs_canvas *canvas;
    row *rows;
    size_t count;
    double names_width;
    bs_axis axis;
    bs_scale x;
} bars;

static bs_style value_style(const bs_pen *pen, const bs_chart_value *value)
{
    bs_style style = bs_chart__style(pen, BS_SIZE_LABEL);
    if (!bs_chart__flagged(value)) return style;
    style.bold = true;
    style.colour = pen->theme->flag_text;
    return style;
}

static void set_rows(bars *b)
{
    bs_pen *pen = &b->canvas->pen;
    double limit = b->canvas->width_px * name_share - b->canvas->margin_px;
    for (size_t i = 0; i < b->count; i++) {
        row *r = &b->rows[i];
        r->bar = &b->canvas->chart->bars[i];
        bs_style style = bs_chart__style(pen, BS_SIZE_LABEL);
        style.anchor = BS_ANCHOR_END;
        style.balanced = true;
        r->name = bs_pen_set(pen, r->bar->label, style, limit);
        r->label = bs_chart__has(&r->bar->value)
                       ? bs_chart__label(pen, &r->bar->value)
                       : bs_word_get(BS_WORD_NO_DATA, b->canvas->chart->lang);
        r->label_width = bs_pen_width(pen, r->label, value_style(pen, &r->bar->value));
        r->height = fmax(BAR_HEIGHT, bs_block_height(&r->name));
        b->names_width = fmax(b->names_width, bs_block_width(&r->name));
    }
}

// Room beyond the axis on each side, so that the label of no bar leaves the page.
static void reserve(const bars *b, double px_per_unit, double *left, double *right)
{
    *left = *right = 0;
    for (size_t i = 0; i < b->count; i++) {
        const bs_chart_value *value = &b->rows[i].bar->value;
        double v = bs_chart__has(value) ? bs_decimal_double(value->value) : 0;
        double need = b->rows[i].label_width + 3 * VALUE_GAP;
        if (v < 0)
            *left = fmax(*left, need - (v - b->axis.ticks.low) * px_per_unit);
        else
            *right = fmax(*right, need - (b->axis.ticks.high - v) * px_per_unit);
    }
}

static void set_scale(bars *b)
{
    double start = b->canvas->margin_px + b->names_width + NAME_GAP;
    double end = b->canvas->width_px - b->canvas->margin_px;
    double span = b->axis.ticks.high - b->axis.ticks.low, left = 0, right = 0;
    double edge = bs_pen_width(&b->canvas->pen, b->axis.labels[b->axis.ticks.count - 1],
                               bs_chart__style(&b->canvas->pen, BS_SIZE_TICK)) /
                  2;
    // The room that labels need depends on the scale, and the scale on the room: twice is enough,
    // because the second scale is the smaller one and never needs more beyond the axis.
    for (int pass = 0; pass < 2; pass++) {
        double width = fmax(40, end - start - left - fmax(right, edge));
        reserve(b, width / span, &left, &right);
    }
    reserve(b, 0, &left, &right);
    b->x = (bs_scale){BS_SCALE_LINEAR, b->axis.ticks.low, b->axis.ticks.high, start + left,
                      end - fmax(right, edge)};
    if (b->x.high_px - b->x.low_px < BS_PLOT_WIDTH_MIN) bs_chart__too_narrow(b->canvas);
}

static void make_axis(bars *b)
{
    bs_pen *pen = &b->canvas->pen;
    double low = 0, high = 0;
    int decimals = 0;
    for (size_t i = 0; i < b->count; i++) {
        const bs_chart_value *value = &b->canvas->chart->bars[i].value;
        if (!bs_chart__has(value)) continue;
        low = fmin(low, bs_decimal_double(value->value));
        high = fmax(high, bs_decimal_double(value->value));
        if (value->value.scale > decimals) decimals = value->value.scale;
    }
    bs_ticks_options options = BS_TICKS_OPTIONS_INIT;
    options.wanted = (int)fmax(3, fmin(7, (b->canvas->width_px * 0.6) / PX_PER_TICK));
    options.decimals_max = decimals;
    bs_ticks ticks;
    bs_status status = bs_ticks_linear(&ticks, low, high, &options, pen->err);
    bs_pen_fail(pen, status);
    if (status == BS_OK) bs_axis_make(&b->axis, pen, &ticks, b->canvas->chart->lang);
}

// --- drawing -------------------------------------------------------------------------------------

static void draw_bar(bars *b, const row *r, double middle)
{
    bs_pen *pen = &b->canvas->pen;
    const bs_chart_value *value = &r->bar->value;
    double zero = bs_scale_px(&b->x, 0);
    double end = bs_scale_px(&b->x, bs_decimal_double(value->value));
    const bs_status_look *look = bs_status_look_of(value->status);
    bs_paint paint = BS_PAINT_INIT;
    paint.fill = pen->theme->series[0];
    if (look->hollow) {
        paint = bs_status_stroke(value->status, pen->theme->series[0], 1.5);
        paint.fill = pen->theme->page;
    }
    bs_box box = {fmin(zero, end), middle - BAR_HEIGHT / 2.0, fabs(end - zero), BAR_HEIGHT};
    bs_str tip = bs_pen_format(pen, "%.*s: %.*s", BS_STR_ARG(r->bar->label), BS_STR_ARG(r->label));
    bs_scene_rect(pen->scene, BS_LAYER_DATA, box, paint, tip);
    double proposed;
    if (!bs_chart__flagged(value) || !bs_chart__proposed(value, &proposed)) return;
    if (proposed < b->x.low || proposed > b->x.high) return;
    bs_mark_cross(pen, (bs_point){bs_scale_px(&b->x, proposed), middle + BAR_HEIGHT / 2.0 + 7});
}

// The label of the value, in a ring when it is flagged. Returns what it covers.
static bs_box draw_value(bars *b, const row *r, double middle)
{
    bs_pen *pen = &b->canvas->pen;
    const bs_chart_value *value = &r->bar->value;
    bs_style style = value_style(pen, value);
    double v = bs_chart__has(value) ? bs_decimal_double(value->value) : 0;
    double gap = bs_chart__flagged(value) ? 2 * VALUE_GAP : VALUE_GAP;
    if (!bs_chart__has(value)) style.colour = pen->theme->muted;
    style.anchor = v < 0 ? BS_ANCHOR_END : BS_ANCHOR_START;
    bs_point at = {bs_scale_px(&b->x, v) + (v < 0 ? -gap : gap), middle};
    bs_box box = bs_pen_label(pen, r->label, style, at);
    if (bs_axis_meets(&b->axis, &b->x, box.x, box.x + box.width)) bs_pen_clear(pen, box);
    if (!bs_chart__flagged(value)) return box;
    bs_paint ring = {BS_COLOUR_NONE, pen->theme->flag, 2.5, 0, 0};
    box.x -= 6;
    box.width += 12;
    box.y -= 3;
    box.height += 6;
    bs_scene_pill(pen->scene, BS_LAYER_MARK, box, ring);
    return box;
}

static void write_note(bars *b, bs_flag_note *note, bs_point at)
{
    bs_chart__flag_write(b->canvas, note, at, BS_ANCHOR_START);
    bs_box box = {at.x, at.y, note->size.width, note->size.height};
    if (bs_axis_meets(&b->axis, &b->x, box.x, box.x + box.width))
        bs_pen_clear(&b->canvas->pen, box);
}

// The reason of a flag: to the right of the value where it fits in one line, else below the bar.
// Returns how far down it reaches.
static double draw_note(bars *b, const row *r, bs_box value, double bottom)
{
    const bs_chart_value *v = &r->bar->value;
    if (!bs_chart__flagged(v)) return bottom;
    double proposed;
    bool crossed =
        bs_chart__proposed(v, &proposed) && proposed >= b->x.low && proposed <= b->x.high;
    double edge = b->canvas->width_px - b->canvas->margin_px;
    double left = value.x + value.width + 2 * VALUE_GAP;
    const char *mark = crossed ? "× " : "";
    bs_flag_style style = {{0}, mark, fmax(1, edge - left)};
    bs_flag_note note = bs_chart__flag_set(b->canvas, v, &style);
    bool beside = edge - left > 180 && note.size.height <= BAR_HEIGHT + 10;
    if (beside) {
        double top = value.y + (value.height - note.size.height) / 2;
        write_note(b, &note, (bs_point){left, top});
        return fmax(bottom, top + note.size.height + (crossed ? 6 : 0));
    }
    left = b->canvas->margin_px + b->names_width + NAME_GAP + VALUE_GAP;
    style.width_px = edge - left;
    note = bs_chart__flag_set(b->canvas, v, &style);
    double top = bottom + (crossed ? 14 : 4);
    write_note(b, &note, (bs_point){left, top});
    return top + note.size.height;
}

static void draw_row(bars *b, const row *r)
{
    double middle = b->canvas->y + r->height / 2;
    double names = b->canvas->margin_px + b->names_width;
    bs_pen_write(&b->canvas->pen, &r->name,
                 (bs_point){names, middle - bs_block_height(&r->name) / 2});
    if (bs_chart__has(&r->bar->value)) draw_bar(b, r, middle);
    bs_box value = draw_value(b, r, middle);
    double bottom = draw_note(b, r, value, b->canvas->y + r->height);
    b->canvas->y = bottom + ROW_GAP;
}

static bs_chart_facts gather_facts(const bs_chart *chart)
{
    bs_chart_facts facts = {.unit = chart->unit};
    for (size_t i = 0; i < chart->bar_count; i++) {
        bs_chart__note_value(&facts, &chart->bars[i].value);
    }
    return facts;
}

void bs_chart__bars(bs_canvas *canvas)
{
    bs_pen *pen = &canvas->pen;
    if (canvas->width_px == 0) canvas->width_px = WIDTH;
    bars b = {.canvas = canvas, .count = canvas->chart->bar_count};
    b.rows = BS_NEW_ARRAY(pen->arena, row, b.count);
    if (b.rows == NULL) {
        bs_pen_fail(pen, bs_fail(pen->err, BS_E_MEMORY, "out of memory"));
        return;
    }
    bs_chart_facts facts = gather_facts(canvas->chart);
    bs_chart__head(canvas, &facts);
    set_rows(&b);
    make_axis(&b);
    if (pen->status != BS_OK) return;
    set_scale(&b);
    if (pen->status != BS_OK) return;
    double top = canvas->y;
    canvas->y += ROW_GAP;
    for (size_t i = 0; i < b.count && pen->status == BS_OK; i++)
        draw_row(&b, &b.rows[i]);
    bs_box plot = {b.x.low_px, top, b.x.high_px - b.x.low_px, canvas->y - top};
    canvas->y += bs_axis_draw_x(&b.axis, pen, &b.x, plot);
    canvas->pen.scene->desc = bs_chart__describe(pen, canvas->chart, &facts);
}
