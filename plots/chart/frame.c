// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "plots/chart/chart_internal.h"

static const bs_word status_words[] = {
    [BS_STATUS_ACTUAL] = BS_WORD_ACTUAL,     [BS_STATUS_TARGET] = BS_WORD_TARGET,
    [BS_STATUS_FORECAST] = BS_WORD_FORECAST, [BS_STATUS_PROVISIONAL] = BS_WORD_PROVISIONAL,
    [BS_STATUS_REVISED] = BS_WORD_REVISED,   [BS_STATUS_ESTIMATE] = BS_WORD_ESTIMATE,
};
_Static_assert(BS_COUNT(status_words) == BS_VALUE_STATUS_COUNT, "every status needs a word");

void bs_chart__note_value(bs_chart_facts *facts, const bs_chart_value *value)
{
    if (!bs_chart__has(value)) return;
    facts->status[value->status] = true;
    if (bs_chart__flagged(value)) facts->flagged = true;
    if (bs_chart__bound(value) != 0) facts->bounded = true;
}

bs_chart_facts bs_chart__facts(const bs_chart *chart)
{
    bs_chart_facts facts = {.unit = chart->unit};
    for (size_t i = 0; i < chart->panel_count; i++) {
        for (size_t j = 0; j < chart->panels[i].line_count; j++) {
            const bs_chart_line *line = &chart->panels[i].lines[j];
            if (line->role == BS_ROLE_EARLIER) facts.earlier = true;
            for (size_t k = 0; k < line->point_count; k++) {
                bs_chart__note_value(&facts, &line->points[k].value);
                facts.broken = facts.broken || (k > 0 && line->points[k].broken);
            }
        }
    }
    for (size_t i = 0; i < chart->bar_count; i++)
        bs_chart__note_value(&facts, &chart->bars[i].value);
    return facts;
}

static double text_width(const bs_canvas *canvas)
{
    return canvas->width_px - 2 * canvas->margin_px;
}

// Writes a paragraph at the left margin and moves down.
static void write_down(bs_canvas *canvas, bs_str text, bs_style style, double gap_after)
{
    if (text.len == 0) return;
    bs_box where = {canvas->margin_px, canvas->y, text_width(canvas), 0};
    canvas->y += bs_pen_paragraph(&canvas->pen, text, style, where) + gap_after;
}

// Puts " · " between the two when both say something.
static bs_str joined(bs_canvas *canvas, bs_str a, bs_str b)
{
    if (a.len == 0) return b;
    if (b.len == 0) return a;
    return bs_pen_format(&canvas->pen, "%.*s · %.*s", BS_STR_ARG(a), BS_STR_ARG(b));
}

// The subtitle with the unit and what the reader must know of the scales.
static bs_str full_subtitle(bs_canvas *canvas, const bs_chart_facts *facts)
{
    bs_lang lang = canvas->chart->lang;
    bs_str text = canvas->chart->subtitle;
    if (facts->unit.len > 0) {
        bs_str word = bs_word_get(BS_WORD_UNIT, lang);
        text = joined(canvas, text, bs_chart__concat(&canvas->pen, word, facts->unit));
    }
    if (canvas->base.len > 0) {
        text = joined(canvas, text,
                      bs_pen_format(&canvas->pen, "%.*s = 100", BS_STR_ARG(canvas->base)));
    }
    if (canvas->chart->scale == BS_CHART_LOG)
        text = joined(canvas, text, bs_word_get(BS_WORD_LOG, lang));
    if (facts->not_zero) text = joined(canvas, text, bs_word_get(BS_WORD_NOT_ZERO, lang));
    if (facts->free_axes) text = joined(canvas, text, bs_word_get(BS_WORD_FREE_AXES, lang));
    return text;
}

enum { SAMPLE_WIDTH = 34, KEY_GAP = 20, KEY_HEIGHT = 20, KEY_GAP_BELOW = 14 };

// --- key -----------------------------------------------------------------------------------------

// What an item of the key shows before its word, with its left end at `at`.
typedef struct sample {
    void (*draw)(bs_canvas *canvas, bs_spot at, const void *what);
    const void *what;
    double width;
} sample;

static void draw_line_sample(bs_canvas *canvas, bs_spot at, const void *what)
{
    bs_value_status status = *(const bs_value_status *)what;
    bs_pen *pen = &canvas->pen;
    bs_colour colour = pen->theme->series[0];
    bs_spot line[] = {at, {at.x + SAMPLE_WIDTH, at.y}};
    bs_scene_line(pen->scene, BS_LAYER_DATA, line, 2, bs_status_stroke(status, colour, 2.25));
    bs_marker marker = {0, bs_status_look_of(status)->hollow, colour};
    bs_mark_point(pen, (bs_spot){at.x + SAMPLE_WIDTH / 2.0, at.y}, marker);
}

static void draw_bar_sample(bs_canvas *canvas, bs_spot at, const void *what)
{
    bs_value_status status = *(const bs_value_status *)what;
    bs_colour colour = canvas->pen.theme->series[0];
    bs_paint paint = bs_status_stroke(status, colour, 1.5);
    if (!bs_status_look_of(status)->hollow) paint = (bs_paint)BS_PAINT_INIT;
    paint.fill = bs_status_look_of(status)->hollow ? canvas->pen.theme->page : colour;
    bs_box box = {at.x, at.y - 6, SAMPLE_WIDTH, 12};
    bs_scene_rect(canvas->pen.scene, BS_LAYER_DATA, box, paint, (bs_str){0});
}

static void draw_ring_sample(bs_canvas *canvas, bs_spot at, const void *what)
{
    (void)what;
    bs_paint ring = {BS_COLOUR_NONE, canvas->pen.theme->flag, 2.5, 0, 0};
    bs_spot centre = {at.x + BS_RING_RADIUS, at.y};
    bs_scene_circle(canvas->pen.scene, BS_LAYER_MARK, centre, BS_RING_RADIUS - 2, ring);
}

static void draw_arrow_sample(bs_canvas *canvas, bs_spot at, const void *what)
{
    (void)what;
    bs_mark_arrow(&canvas->pen, at, BS_HEADING_RIGHT, canvas->pen.theme->series[0]);
}

static void draw_stroke_sample(bs_canvas *canvas, bs_spot at, const void *what)
{
    bs_spot line[] = {at, {at.x + SAMPLE_WIDTH, at.y}};
    bs_scene_line(canvas->pen.scene, BS_LAYER_DATA, line, 2, *(const bs_paint *)what);
}

static void draw_dot_sample(bs_canvas *canvas, bs_spot at, const void *what)
{
    const bs_dumbbell_end *end = what;
    bs_paint paint = {bs_dumbbell_colour(&canvas->pen, end), BS_COLOUR_NONE, 0, 0, 0};
    bs_spot centre = {at.x + end->radius, at.y};
    bs_scene_circle(canvas->pen.scene, BS_LAYER_MARK, centre, end->radius, paint);
}

// Goes on below when the line is full.
static void key_item(bs_canvas *canvas, double *x, sample shown, bs_str word)
{
    bs_style style = bs_chart__style(&canvas->pen, BS_SIZE_NOTE);
    style.colour = canvas->pen.theme->muted;
    double before = shown.width > 0 ? shown.width + BS_GAP_TEXT : 0;
    double width = before + bs_pen_width(&canvas->pen, word, style);
    if (*x > canvas->margin_px && *x + width > canvas->width_px - canvas->margin_px) {
        *x = canvas->margin_px;
        canvas->y += KEY_HEIGHT;
    }
    bs_spot at = {*x, canvas->y + KEY_HEIGHT / 2.0};
    bs_pen_label(&canvas->pen, word, style, (bs_spot){*x + before, at.y});
    if (shown.width > 0) shown.draw(canvas, at, shown.what);
    *x += width + KEY_GAP;
}

// Whether the key has this status: actual values only beside dashed ones.
static bool has_key(const bs_chart_facts *facts, bs_value_status status)
{
    bool dashed = false;
    for (int i = 0; i < BS_VALUE_STATUS_COUNT; i++) {
        bool looks = bs_status_look_of((bs_value_status)i)->dash_px > 0;
        dashed = dashed || (facts->status[i] && looks);
    }
    return facts->status[status] && (status != BS_STATUS_ACTUAL || dashed);
}

static void key_statuses(bs_canvas *canvas, const bs_chart_facts *facts, double *x)
{
    static const bool as_bars[BS_CHART_KIND_COUNT] = {[BS_CHART_BARS] = true,
                                                      [BS_CHART_COLUMNS] = true,
                                                      [BS_CHART_STACK] = true,
                                                      [BS_CHART_SHARE] = true};
    for (int i = 0; i < BS_VALUE_STATUS_COUNT; i++) {
        bs_value_status status = (bs_value_status)i;
        if (!has_key(facts, status)) continue;
        // What is told by a letter needs no sample.
        bool lettered = bs_status_look_of(status)->letter[0] != '\0';
        bool bar = as_bars[canvas->chart->kind];
        sample shown = {bar ? draw_bar_sample : draw_line_sample, &status,
                        lettered ? 0 : SAMPLE_WIDTH};
        key_item(canvas, x, shown, bs_word_get(status_words[i], canvas->chart->lang));
    }
}

static void key_marks(bs_canvas *canvas, const bs_chart_facts *facts, double *x)
{
    const bs_theme *theme = canvas->pen.theme;
    const bs_paint faint = {BS_COLOUR_NONE, theme->faint, 1.25, 0, 0};
    const bs_paint dotted = {BS_COLOUR_NONE, theme->axis, 1, 2, 3};
    const struct {
        bool wanted;
        bs_word word;
        sample shown;
    } items[] = {
        {facts->earlier, BS_WORD_EARLIER, {draw_stroke_sample, &faint, SAMPLE_WIDTH}},
        {facts->broken, BS_WORD_BREAK, {draw_stroke_sample, &dotted, SAMPLE_WIDTH}},
        {facts->bounded, BS_WORD_BOUND, {draw_arrow_sample, NULL, BS_ARROW_PX}},
        {facts->flagged, BS_WORD_FLAGGED, {draw_ring_sample, NULL, 2 * BS_RING_RADIUS}},
    };
    for (size_t i = 0; i < BS_COUNT(items); i++) {
        bs_str word = bs_word_get(items[i].word, canvas->chart->lang);
        if (items[i].wanted) key_item(canvas, x, items[i].shown, word);
    }
}

static void draw_key(bs_canvas *canvas, const bs_chart_facts *facts)
{
    double x = canvas->margin_px;
    for (size_t i = 0; i < BS_DUMBBELL_END_COUNT; i++) {
        if (bs_period_is_none(facts->ends[i])) continue;
        const bs_dumbbell_end *end = &bs_dumbbell_ends[i];
        bs_str word = bs_time_label(facts->ends[i], canvas->chart->lang, canvas->pen.arena);
        key_item(canvas, &x, (sample){draw_dot_sample, end, 2 * end->radius}, word);
    }
    key_statuses(canvas, facts, &x);
    key_marks(canvas, facts, &x);
    if (x > canvas->margin_px) canvas->y += KEY_HEIGHT;
}

// --- head and foot -------------------------------------------------------------------------------

void bs_chart__head(bs_canvas *canvas, const bs_chart_facts *facts)
{
    bs_style style =
        bs_chart__style(&canvas->pen, canvas->narrow ? BS_SIZE_TITLE_NARROW : BS_SIZE_TITLE);
    style.bold = true;
    if (canvas->chart->frame == BS_FRAME_WHOLE) {
        canvas->y = canvas->margin_px - 4;
        write_down(canvas, canvas->chart->title, style, 6);
    }
    style = bs_chart__style(&canvas->pen, BS_SIZE_SUBTITLE);
    style.colour = canvas->pen.theme->muted;
    write_down(canvas, full_subtitle(canvas, facts), style, 6);
    draw_key(canvas, facts);
    canvas->y += KEY_GAP_BELOW;
}

void bs_chart__foot(bs_canvas *canvas)
{
    if (canvas->chart->frame == BS_FRAME_BARE) return;
    bs_lang lang = canvas->chart->lang;
    bs_style style = bs_chart__style(&canvas->pen, BS_SIZE_NOTE);
    style.colour = canvas->pen.theme->muted;
    canvas->y += 16;
    if (canvas->chart->note.len > 0) {
        bs_str word = bs_word_get(BS_WORD_NOTE, lang);
        write_down(canvas, bs_chart__concat(&canvas->pen, word, canvas->chart->note), style, 4);
    }
    if (canvas->chart->source.len > 0) {
        bs_str word = bs_word_get(BS_WORD_SOURCE, lang);
        write_down(canvas, bs_chart__concat(&canvas->pen, word, canvas->chart->source), style, 4);
    }
    canvas->y += canvas->margin_px - 8;
}
