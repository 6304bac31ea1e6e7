// SPDX-License-Identifier: GPL-3.0-or-later
// Horizontal bars: names to the left, or above on a narrow page; values at the ends; all from 0.
// Every bar says its value, so there is no axis besides the line at 0. Sections have a scale each.
#include <math.h>

#include "plots/chart/chart_internal.h"

enum {
    WIDTH = 960,
    BAR_HEIGHT = 24,
    BAR_HEIGHT_NARROW = 16,
    ROW_GAP = 9,
    NAME_GAP = 10,
    NAME_GAP_ABOVE = 3,
    VALUE_GAP = 6,
    RING_X = 6,
    RING_Y = 3,
    NOTE_WIDTH_MIN = 180,
    HEAD_GAP = 2, // below the name of a section
    UNIT_GAP = 8,
    SECTION_GAP = 14,
};

static const double name_share = 0.38;

typedef struct bar_row {
    const bs_chart_bar *bar;
    bs_row row;
    bs_str label; // of the value
    double label_width;
} bar_row;

typedef struct bars {
    bs_canvas *canvas;
    bar_row *all;
    bar_row *rows; // of the section
    size_t count;
    bool above;       // names stand above their bars
    double bar_px;    // height of a bar
    double names_end; // right end of the names that stand beside
    bs_scale x;
} bars;

static bs_style value_style(const bs_pen *pen, const bs_chart_value *value)
{
    bs_style style = bs_chart__style(pen, BS_SIZE_LABEL);
    if (!bs_chart__has(value)) style.colour = pen->theme->muted;
    if (!bs_chart__flagged(value)) return style;
    style.bold = true;
    style.colour = pen->theme->flag_text;
    return style;
}

static void set_labels(bars *b)
{
    bs_pen *pen = &b->canvas->pen;
    for (size_t i = 0; i < b->canvas->chart->bar_count; i++) {
        bar_row *r = &b->all[i];
        const bs_chart_value *value = &b->canvas->chart->bars[i].value;
        r->bar = &b->canvas->chart->bars[i];
        r->label = bs_chart__has(value) ? bs_chart__label(pen, value)
                                        : bs_word_get(BS_WORD_NO_DATA, b->canvas->chart->lang);
        r->label_width = bs_pen_width(pen, r->label, value_style(pen, value));
    }
}

static void set_names(bars *b)
{
    bs_pen *pen = &b->canvas->pen;
    size_t count = b->canvas->chart->bar_count;
    bs_str *names = BS_CHART_NEW(pen, bs_str, count);
    bs_row *rows = BS_CHART_NEW(pen, bs_row, count);
    if (names == NULL || rows == NULL) return;
    for (size_t i = 0; i < count; i++)
        names[i] = b->canvas->chart->bars[i].label;
    bs_row_style style = {b->above ? 1 : name_share, b->above ? 0 : b->bar_px,
                          b->above ? BS_ANCHOR_START : BS_ANCHOR_END};
    double width = bs_chart__set_rows(b->canvas, rows, names, count, &style);
    for (size_t i = 0; i < count; i++)
        b->all[i].row = rows[i];
    b->names_end = b->canvas->margin_px + (b->above ? 0 : width);
}

static double value_of(const bar_row *r)
{
    return bs_chart__has(&r->bar->value) ? bs_decimal_double(r->bar->value.value) : 0;
}

// Whether the arrow of a bound points away from the bar; else it points into it.
static bool points_away(const bs_chart_value *value)
{
    int open = bs_chart__bound(value);
    return open != 0 && (open < 0) == (value->value.coefficient < 0);
}

// Room that the arrow takes beyond the bar.
static double beyond(const bs_chart_value *value)
{
    return points_away(value) ? BS_ARROW_PX + VALUE_GAP / 2.0 : 0;
}

// True when the proposal has its mark; *proposed is where.
static bool has_mark(const bars *b, const bs_chart_value *value, double *proposed)
{
    bool told = bs_chart__flagged(value) && bs_chart__proposed(value, proposed);
    return told && *proposed >= b->x.low && *proposed <= b->x.high;
}

// Room beyond the data on each side, so that the label of no bar leaves the page.
static void reserve(const bars *b, double px_per_unit, double *left, double *right)
{
    *left = *right = 0;
    for (size_t i = 0; i < b->count; i++) {
        double v = value_of(&b->rows[i]), far = v, proposed;
        const bs_chart_value *value = &b->rows[i].bar->value;
        double need = b->rows[i].label_width + 3 * VALUE_GAP + beyond(value);
        if (has_mark(b, value, &proposed)) {
            far = v < 0 ? fmin(v, proposed) : fmax(v, proposed);
            need += BS_PROPOSAL_RADIUS + VALUE_GAP;
        }
        if (v < 0)
            *left = fmax(*left, need - (far - b->x.low) * px_per_unit);
        else
            *right = fmax(*right, need - (b->x.high - far) * px_per_unit);
    }
}

static void set_scale(bars *b)
{
    bs_extent extent = {.any = true};
    for (size_t i = 0; i < b->count; i++)
        bs_extent_add(&extent, &b->rows[i].bar->value);
    if (extent.high == extent.low) extent.high = 1;
    double start = b->names_end + (b->above ? 1 : NAME_GAP);
    double end = b->canvas->width_px - b->canvas->margin_px;
    double span = extent.high - extent.low, left = 0, right = 0;
    b->x = (bs_scale){BS_SCALE_LINEAR, extent.low, extent.high, start, end};
    // The room that labels need depends on the scale, and the scale on the room: twice is enough,
    // because the second scale is the smaller one and never needs more beyond the data.
    for (int pass = 0; pass < 2; pass++) {
        double width = fmax(BS_PLOT_WIDTH_MIN, end - start - left - right);
        reserve(b, width / span, &left, &right);
    }
    reserve(b, 0, &left, &right);
    b->x.low_px = start + left;
    b->x.high_px = end - right;
    if (b->x.high_px - b->x.low_px < BS_PLOT_WIDTH_MIN) bs_chart__too_narrow(b->canvas);
}

// --- drawing -------------------------------------------------------------------------------------

static bs_colour colour_of(const bars *b, const bar_row *r)
{
    const bs_theme *theme = b->canvas->pen.theme;
    return r->bar->total ? theme->muted : theme->series[0];
}

static void draw_bar(bars *b, const bar_row *r, double middle)
{
    bs_pen *pen = &b->canvas->pen;
    const bs_chart_value *value = &r->bar->value;
    double zero = bs_scale_px(&b->x, 0), end = bs_scale_px(&b->x, value_of(r));
    bs_colour colour = colour_of(b, r);
    bs_paint paint = BS_PAINT_INIT;
    paint.fill = colour;
    if (bs_status_look_of(value->status)->hollow) {
        paint = bs_status_stroke(value->status, colour, 1.5);
        paint.fill = pen->theme->page;
    }
    bs_box box = {fmin(zero, end), middle - b->bar_px / 2, fabs(end - zero), b->bar_px};
    bs_str said = bs_chart__exact(pen, value);
    bs_str tip = bs_pen_format(pen, "%.*s: %.*s", BS_STR_ARG(r->bar->label), BS_STR_ARG(said));
    bs_scene_rect(pen->scene, BS_LAYER_DATA, box, paint, tip);
    double proposed;
    if (has_mark(b, value, &proposed)) {
        bs_mark_proposal(pen, (bs_spot){bs_scale_px(&b->x, proposed), middle});
    }
}

static void draw_bound(bars *b, const bar_row *r, double middle)
{
    bs_pen *pen = &b->canvas->pen;
    const bs_chart_value *value = &r->bar->value;
    double end = bs_scale_px(&b->x, value_of(r)), length = fabs(end - bs_scale_px(&b->x, 0));
    int open = bs_chart__bound(value);
    bool away = points_away(value), hollow = bs_status_look_of(value->status)->hollow;
    // An arrow into a bar that is shorter than it would be taken for one away from another.
    if (open == 0 || (!away && length < 2 * BS_ARROW_PX)) return;
    bs_colour colour = away || hollow ? colour_of(b, r) : pen->theme->page;
    double inset = away ? 0 : open < 0 ? -2 : 2;
    bs_mark_arrow(pen, (bs_spot){end + inset, middle},
                  open > 0 ? BS_HEADING_RIGHT : BS_HEADING_LEFT, colour);
}

// Where the label begins: behind the bar, the arrow of a bound, the proposal.
static double label_x(const bars *b, const bar_row *r)
{
    const bs_chart_value *value = &r->bar->value;
    double v = value_of(r), px = bs_scale_px(&b->x, v), way = v < 0 ? -1 : 1, proposed;
    double gap = (bs_chart__flagged(value) ? 2 * VALUE_GAP : VALUE_GAP) + beyond(value);
    if (has_mark(b, value, &proposed)) {
        double mark = bs_scale_px(&b->x, proposed) + way * BS_PROPOSAL_RADIUS;
        px = way > 0 ? fmax(px, mark) : fmin(px, mark);
    }
    return px + way * gap;
}

// The label of the value, in a ring when it is flagged. Returns what it covers.
static bs_box draw_value(bars *b, const bar_row *r, double middle)
{
    bs_pen *pen = &b->canvas->pen;
    const bs_chart_value *value = &r->bar->value;
    bs_style style = value_style(pen, value);
    style.anchor = value_of(r) < 0 ? BS_ANCHOR_END : BS_ANCHOR_START;
    bs_box box = bs_pen_label(pen, r->label, style, (bs_spot){label_x(b, r), middle});
    if (!bs_chart__flagged(value)) return box;
    bs_paint ring = {BS_COLOUR_NONE, pen->theme->flag, 2.5, 0, 0};
    box = (bs_box){box.x - RING_X, box.y - RING_Y, box.width + 2 * RING_X, box.height + 2 * RING_Y};
    bs_scene_pill(pen->scene, BS_LAYER_MARK, box, ring);
    return box;
}

// The reason of a flag: to the right of the value where it fits in two lines, else below the bar.
// Returns how far down it reaches.
static double draw_note(bars *b, const bar_row *r, bs_box value, double bottom)
{
    const bs_chart_value *v = &r->bar->value;
    if (!bs_chart__flagged(v)) return bottom;
    double proposed, edge = b->canvas->width_px - b->canvas->margin_px;
    double left =
        fmax(value.x + value.width, bs_scale_px(&b->x, fmax(0, b->x.low))) + 2 * VALUE_GAP;
    bs_flag_style style = {
        {0}, has_mark(b, v, &proposed) ? BS_PROPOSAL_MARK : "", fmax(1, edge - left)};
    bs_flag_note note = bs_chart__flag_set(b->canvas, v, &style);
    double room = b->bar_px + (b->above ? 2 : ROW_GAP);
    if (edge - left > NOTE_WIDTH_MIN && note.size.height <= room) {
        double top = value.y + (value.height - note.size.height) / 2;
        bs_chart__flag_write(b->canvas, &note, (bs_spot){left, top}, BS_ANCHOR_START);
        return fmax(bottom, top + note.size.height);
    }
    left = b->names_end + (b->above ? 0 : NAME_GAP + VALUE_GAP);
    style.width_px = edge - left;
    note = bs_chart__flag_set(b->canvas, v, &style);
    bs_chart__flag_write(b->canvas, &note, (bs_spot){left, bottom + RING_Y + 1}, BS_ANCHOR_START);
    return bottom + RING_Y + 1 + note.size.height;
}

static void draw_row(bars *b, const bar_row *r)
{
    double top = b->canvas->y, height = r->row.height, middle = top + height / 2;
    bs_chart__write_row(b->canvas, &r->row, b->above ? b->canvas->margin_px : b->names_end, middle);
    if (b->above) {
        middle = top + height + NAME_GAP_ABOVE + b->bar_px / 2;
        height += NAME_GAP_ABOVE + b->bar_px;
    }
    if (bs_chart__has(&r->bar->value)) {
        draw_bar(b, r, middle);
        draw_bound(b, r, middle);
    }
    bs_box value = draw_value(b, r, middle);
    double bottom = draw_note(b, r, value, fmax(top + height, value.y + value.height - RING_Y));
    b->canvas->y = bottom + ROW_GAP;
}

static void draw_zero(bars *b, double top)
{
    bs_pen *pen = &b->canvas->pen;
    double x = floor(bs_scale_px(&b->x, 0)) + 0.5;
    bs_spot line[] = {{x, top}, {x, b->canvas->y}};
    bs_paint paint = {BS_COLOUR_NONE, pen->theme->axis, 1, 0, 0};
    if (!b->above) bs_scene_line(pen->scene, BS_LAYER_MARK, line, BS_COUNT(line), paint);
}

// What stands above the bars of a section: its name, and its unit in grey.
static void draw_head(bars *b, const bs_chart_section *section)
{
    bs_pen *pen = &b->canvas->pen;
    bs_box where = {b->canvas->margin_px, b->canvas->y,
                    b->canvas->width_px - 2 * b->canvas->margin_px, 0};
    bs_style style = bs_chart__style(pen, BS_SIZE_PANEL);
    style.bold = true;
    if (section->title.len > 0)
        where.y += bs_pen_paragraph(pen, section->title, style, where) + HEAD_GAP;
    style = bs_chart__style(pen, BS_SIZE_TICK);
    style.colour = pen->theme->muted;
    if (section->unit.len > 0) where.y += bs_pen_paragraph(pen, section->unit, style, where);
    if (where.y > b->canvas->y) b->canvas->y = where.y + UNIT_GAP;
}

static void draw_section(bars *b, const bs_chart_section *section)
{
    b->count = section->bar_count;
    draw_head(b, section);
    set_scale(b);
    double top = b->canvas->y;
    b->canvas->y += b->above ? 0 : ROW_GAP;
    for (size_t i = 0; i < b->count && b->canvas->pen.status == BS_OK; i++)
        draw_row(b, &b->rows[i]);
    draw_zero(b, top);
    b->rows += b->count;
}

void bs_chart__bars(bs_canvas *canvas)
{
    bs_pen *pen = &canvas->pen;
    const bs_chart *chart = canvas->chart;
    bs_chart__default_width(canvas, WIDTH);
    bars b = {.canvas = canvas, .above = canvas->narrow};
    double suits = b.above ? BAR_HEIGHT_NARROW : BAR_HEIGHT;
    b.bar_px = fmax(6, suits + floor(canvas->stretch_px / (double)chart->bar_count));
    b.rows = b.all = BS_CHART_NEW(pen, bar_row, chart->bar_count);
    if (b.all == NULL) return;
    bs_chart_facts facts = bs_chart__facts(chart);
    bs_chart__head(canvas, &facts);
    set_labels(&b);
    set_names(&b);
    for (size_t i = 0; i < chart->section_count && pen->status == BS_OK; i++) {
        if (i > 0) canvas->y += SECTION_GAP;
        draw_section(&b, &chart->sections[i]);
    }
    canvas->pen.scene->desc = bs_chart__describe(pen, chart, &facts);
}
