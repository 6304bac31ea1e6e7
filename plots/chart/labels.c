// SPDX-License-Identifier: GPL-3.0-or-later
// The words and numbers inside a panel: names at line ends, values, reasons of flags.
#include <math.h>
#include <stdlib.h>

#include "plots/chart/chart_internal.h"

enum {
    LEADER_GAP = 6,
    LABEL_GAP = 5,
    CENTRED = 8, // px off the middle of the ring that still count as below or above it
};

// A value that wants a label. Lower ranks choose their place first; a flagged value is part of the
// note on it, and notes come last, because they may go farther off or below the panel.
typedef struct label_job {
    size_t line;
    size_t point;
    int rank;
    bool must; // stand even on a line of data, when there is no better place
} label_job;

typedef BS_ARRAY(label_job) job_array;

enum { RANK_FLAG, RANK_LAST, RANK_FIRST, RANK_EXTREME, RANK_OTHER, RANK_NONE };

static const bs_chart_value *value_of(const bs_panel *panel, size_t line, size_t point)
{
    return &panel->plan->panel->lines[line].points[point].value;
}

// --- names at the ends of lines ------------------------------------------------------------------

typedef struct end_label {
    size_t line;
    bs_point from; // last point of the line
    double height;
    double top;
} end_label;

static int by_place(const void *a, const void *b)
{
    const end_label *x = a, *y = b;
    if (x->from.y != y->from.y) return x->from.y < y->from.y ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

// Moves labels apart, down first and then up again from the bottom, keeping their order.
static void spread(end_label *labels, size_t count, bs_box bounds)
{
    double y = bounds.y;
    for (size_t i = 0; i < count; i++) {
        labels[i].top = fmax(labels[i].from.y - labels[i].height / 2, y);
        y = labels[i].top + labels[i].height + LABEL_GAP;
    }
    double bottom = bounds.y + bounds.height;
    for (size_t i = count; i-- > 0;) {
        labels[i].top = fmin(labels[i].top, bottom - labels[i].height);
        bottom = labels[i].top - LABEL_GAP;
    }
}

static void draw_end_label(bs_panel *panel, const end_label *label)
{
    bs_pen *pen = &panel->canvas->pen;
    const bs_text_block *block = &panel->plan->end_labels[label->line];
    double x = panel->plot.x + panel->plot.width + 2 * LEADER_GAP;
    bs_pen_write(pen, block, (bs_point){x, label->top});
    double first_line = label->top + block->size_px * (BS_TEXT_ASCENT + BS_TEXT_DESCENT) / 2;
    bool beside = fabs(first_line - label->from.y) < 3 && x - label->from.x < 40;
    if (beside) return;
    bs_paint paint = {BS_COLOUR_NONE, bs_chart__line_colour(panel, label->line), 1, 0, 0};
    bs_point leader[] = {{label->from.x + BS_MARKER_RADIUS + 2, label->from.y},
                         {x - LEADER_GAP - 2, first_line},
                         {x - 3, first_line}};
    bs_scene_line(pen->scene, BS_LAYER_GRID, leader, BS_COUNT(leader), paint);
}

static void draw_end_labels(bs_panel *panel)
{
    if (panel->plan->end_labels == NULL) return;
    const bs_chart_panel *spec = panel->plan->panel;
    end_label labels[BS_CHART_LINES_MAX];
    size_t count = 0;
    for (size_t i = 0; i < spec->line_count; i++) {
        size_t last = spec->lines[i].point_count;
        while (last > 0 && !panel->vertices[i][last - 1].present)
            last--;
        bs_point middle = {panel->plot.x + panel->plot.width,
                           panel->plot.y + panel->plot.height / 2};
        bs_point from = last > 0 ? panel->vertices[i][last - 1].at : middle;
        double height = bs_block_height(&panel->plan->end_labels[i]);
        labels[count++] = (end_label){.line = i, .from = from, .height = height};
    }
    qsort(labels, count, sizeof labels[0], by_place);
    spread(labels, count, panel->field.bounds);
    for (size_t i = 0; i < count; i++)
        draw_end_label(panel, &labels[i]);
}

// --- values --------------------------------------------------------------------------------------

static double widest_label(const bs_panel *panel, size_t line)
{
    bs_pen *pen = &panel->canvas->pen;
    const bs_chart_line *spec = &panel->plan->panel->lines[line];
    bs_style style = bs_chart__style(pen, BS_SIZE_LABEL);
    double width = 0;
    for (size_t i = 0; i < spec->point_count; i++) {
        if (!bs_chart__has(&spec->points[i].value)) continue;
        width = fmax(width, bs_pen_width(pen, bs_chart__label(pen, &spec->points[i].value), style));
    }
    return width;
}

// True when there is room for the label of every point of the line.
static bool is_sparse(const bs_panel *panel, size_t line)
{
    enum { SPARSE_MAX = 24, SPARSE_MAX_EACH = 4 };
    size_t count = panel->plan->panel->lines[line].point_count;
    if (panel->plan->end_labels != NULL && count > SPARSE_MAX_EACH) return false;
    if (count < 2) return true;
    if (count > SPARSE_MAX) return false;
    double span = panel->plot.width - 2 * panel->grid->inset_px;
    return span / (double)(count - 1) >= widest_label(panel, line) + LABEL_GAP;
}

// What is asked of every point of a line, found once.
typedef struct line_facts {
    bool sparse; // there is room for the label of every point
    size_t low;  // places of the lowest and highest value
    size_t high;
} line_facts;

static line_facts facts_of(const bs_panel *panel, size_t line)
{
    const bs_vertex *vertices = panel->vertices[line];
    line_facts facts = {is_sparse(panel, line), SIZE_MAX, SIZE_MAX};
    for (size_t i = 0; i < panel->plan->panel->lines[line].point_count; i++) {
        double y = vertices[i].at.y;
        if (!vertices[i].present) continue;
        if (facts.low == SIZE_MAX || y > vertices[facts.low].at.y) facts.low = i;
        if (facts.high == SIZE_MAX || y < vertices[facts.high].at.y) facts.high = i;
    }
    return facts;
}

static int rank_of(const bs_panel *panel, size_t line, size_t point, const line_facts *facts)
{
    size_t count = panel->plan->panel->lines[line].point_count;
    bool several = panel->plan->end_labels != NULL;
    if (bs_chart__flagged(value_of(panel, line, point))) return RANK_FLAG;
    if (point + 1 == count) return several ? RANK_NONE : RANK_LAST;
    bool all_alike = several && panel->canvas->chart->scale == BS_CHART_INDEX;
    if (point == 0) return all_alike ? RANK_NONE : RANK_FIRST; // they all begin at 100
    if (!several && (point == facts->low || point == facts->high)) return RANK_EXTREME;
    return facts->sparse ? RANK_OTHER : RANK_NONE;
}

static int by_rank(const void *a, const void *b)
{
    const label_job *x = a, *y = b;
    if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
    if (x->line != y->line) return x->line < y->line ? -1 : 1;
    return (x->point > y->point) - (x->point < y->point);
}

static void collect_jobs(const bs_panel *panel, job_array *jobs)
{
    bs_pen *pen = &panel->canvas->pen;
    for (size_t i = 0; i < panel->plan->panel->line_count; i++) {
        line_facts facts = facts_of(panel, i);
        for (size_t j = 0; j < panel->plan->panel->lines[i].point_count; j++) {
            if (!panel->vertices[i][j].present) continue;
            int rank = rank_of(panel, i, j, &facts);
            if (rank == RANK_NONE) continue;
            label_job *job = BS_PUSH(pen->arena, jobs);
            if (job == NULL) {
                bs_pen_fail(pen, bs_fail(pen->err, BS_E_MEMORY, "out of memory"));
                return;
            }
            bool must = facts.sparse && panel->plan->end_labels == NULL;
            *job = (label_job){i, j, rank, must || rank <= RANK_LAST};
        }
    }
    if (jobs->count > 0) qsort(jobs->items, jobs->count, sizeof *jobs->items, by_rank);
}

// Below a valley, above everything else.
static bs_side side_of(const bs_panel *panel, const label_job *job)
{
    const bs_vertex *v = panel->vertices[job->line];
    size_t i = job->point, count = panel->plan->panel->lines[job->line].point_count;
    bool before = i > 0 && v[i - 1].present, after = i + 1 < count && v[i + 1].present;
    bool falls = before && v[i - 1].at.y < v[i].at.y, rises = after && v[i + 1].at.y < v[i].at.y;
    bool valley = (falls || !before) && (rises || !after) && (falls || rises);
    return valley && before && after ? BS_SIDE_BELOW : BS_SIDE_ABOVE;
}

// Writes a label on clear ground and takes its place in the field.
static void write_label(bs_panel *panel, bs_str text, bs_style style, bs_point middle)
{
    bs_pen *pen = &panel->canvas->pen;
    bs_box box = bs_pen_label(pen, text, style, middle);
    bs_field_take(&panel->field, pen, box);
    bool on_line = bs_axis_meets(&panel->plan->axis, &panel->y, box.y, box.y + box.height);
    if (on_line) bs_pen_clear(pen, box);
}

static void draw_value(bs_panel *panel, const label_job *job)
{
    bs_pen *pen = &panel->canvas->pen;
    const bs_chart_value *value = value_of(panel, job->line, job->point);
    bool flagged = bs_chart__flagged(value);
    bs_style style = {BS_SIZE_LABEL, flagged, pen->theme->text, BS_ANCHOR_MIDDLE, false};
    if (flagged) style.colour = pen->theme->flag_text;
    bs_str text = bs_chart__label(pen, value);
    bs_box size = {0, 0, bs_pen_width(pen, text, style),
                   style.size_px * (BS_TEXT_ASCENT + BS_TEXT_DESCENT)};
    double gap = flagged ? BS_RING_RADIUS + 2 : BS_MARKER_RADIUS + 3;
    bs_point at = panel->vertices[job->line][job->point].at;
    bs_box place;
    if (!bs_field_beside(&panel->field, at, size, gap, side_of(panel, job), &place)) return;
    // A number that runs into a line is hard to read; the pointer still tells it.
    if (!job->must && !bs_field_is_free(&panel->field, place)) return;
    bs_point middle = {place.x + place.width / 2, place.y + place.height / 2};
    write_label(panel, text, style, middle);
}

// --- reasons of flags ----------------------------------------------------------------------------

static const char *cross_mark(const bs_panel *panel, const bs_chart_value *value)
{
    double proposed;
    bool crossed = bs_chart__proposed(value, &proposed) && proposed >= panel->y.low &&
                   proposed <= panel->y.high;
    return crossed ? "× " : "";
}

static void draw_leader(bs_panel *panel, bs_point at, bs_box note)
{
    bs_point to = bs_box_nearest(bs_box_grow(note, 2), at);
    double distance = hypot(to.x - at.x, to.y - at.y);
    if (distance < BS_RING_RADIUS + 10) return;
    double share = BS_RING_RADIUS / distance;
    bs_point line[] = {{at.x + (to.x - at.x) * share, at.y + (to.y - at.y) * share}, to};
    bs_paint paint = {BS_COLOUR_NONE, panel->canvas->pen.theme->flag, 1, 0, 0};
    bs_scene_line(panel->canvas->pen.scene, BS_LAYER_MARK, line, 2, paint);
    bs_field_take_segment(&panel->field, &panel->canvas->pen, (bs_segment){line[0], line[1]});
}

// The note in the width that costs least: near the ring and in few lines. False: no room in the
// panel.
static bool find_note(bs_panel *panel, const bs_chart_value *value, bs_point at, bs_flag_note *note,
                      bs_box *place)
{
    static const double shares[] = {0.9, 0.7, 0.5, 0.36}; // of the plot's width
    static const double line_cost = 8;                    // px of distance that a line is worth
    double least = INFINITY;
    for (size_t i = 0; i < BS_COUNT(shares); i++) {
        double width = fmax(80, fmin(260, panel->plot.width * shares[i]));
        bs_flag_style style = {bs_chart__label(&panel->canvas->pen, value),
                               cross_mark(panel, value), width};
        bs_flag_note set = bs_chart__flag_set(panel->canvas, value, &style);
        bs_box box;
        if (!bs_field_near(&panel->field, at, bs_box_grow(set.size, 2), BS_RING_RADIUS + 4, &box)) {
            continue;
        }
        bs_point near = bs_box_nearest(box, at);
        double lines = (double)(set.reason.line_count + set.proposal.line_count);
        double cost = hypot(near.x - at.x, near.y - at.y) + line_cost * lines;
        if (cost >= least) continue;
        least = cost;
        *note = set;
        *place = box;
    }
    return least < INFINITY;
}

// Puts the reason near the ring; false when there is no room in the panel.
static bool draw_note_inside(bs_panel *panel, const bs_chart_value *value, bs_point at)
{
    bs_flag_note note;
    bs_box place;
    if (!find_note(panel, value, at, &note, &place)) return false;
    draw_leader(panel, at, place);
    double middle = place.x + place.width / 2;
    bool centred = fabs(middle - at.x) < CENTRED;
    bs_chart__flag_write(panel->canvas, &note,
                         (bs_point){centred ? middle : place.x + 2, place.y + 2},
                         centred ? BS_ANCHOR_MIDDLE : BS_ANCHOR_START);
    bs_field_take(&panel->field, &panel->canvas->pen, place);
    bool on_line = bs_axis_meets(&panel->plan->axis, &panel->y, place.y, place.y + place.height);
    if (on_line) bs_pen_clear(&panel->canvas->pen, place);
    return true;
}

// "①" to "⑳", then "(21)".
static bs_str note_number(bs_pen *pen, size_t number)
{
    if (number > 20) return bs_pen_format(pen, "(%zu)", number);
    return bs_pen_format(pen, "\xE2\x91%c", (char)(0xA0 + (int)number - 1));
}

// Numbers the ring and says the reason below the panel.
static void draw_note_below(bs_panel *panel, const label_job *job, bs_point at)
{
    draw_value(panel, job);
    bs_pen *pen = &panel->canvas->pen;
    const bs_chart_point *point = &panel->plan->panel->lines[job->line].points[job->point];
    bs_str number = note_number(pen, ++panel->note_count);
    bs_style style = {BS_SIZE_NOTE, true, pen->theme->flag_text, BS_ANCHOR_MIDDLE, false};
    bs_box size = {0, 0, bs_pen_width(pen, number, style), BS_SIZE_NOTE * 1.1}, place;
    if (bs_field_beside(&panel->field, at, size, BS_RING_RADIUS + 2, BS_SIDE_ABOVE, &place)) {
        bs_point middle = {place.x + place.width / 2, place.y + place.height / 2};
        write_label(panel, number, style, middle);
    }
    bs_str period = bs_period_str(point->period, pen->arena);
    bs_str label = bs_chart__label(pen, &point->value);
    bs_chart_value said = point->value;
    said.reason = bs_pen_format(pen, "%.*s %.*s: %.*s. %.*s", BS_STR_ARG(number),
                                BS_STR_ARG(period), BS_STR_ARG(label), BS_STR_ARG(said.reason));
    bs_flag_style below = {{0}, cross_mark(panel, &said), panel->grid->panel_width};
    bs_flag_note note = bs_chart__flag_set(panel->canvas, &said, &below);
    double left = panel->plot.x - panel->grid->gutter_px;
    bs_chart__flag_write(panel->canvas, &note, (bs_point){left, panel->bottom + 6},
                         BS_ANCHOR_START);
    panel->bottom += note.size.height + 8;
}

static void draw_flags(bs_panel *panel, const job_array *jobs)
{
    for (size_t i = 0; i < jobs->count; i++) {
        const label_job *job = &jobs->items[i];
        if (job->rank != RANK_FLAG) continue;
        const bs_chart_value *value = value_of(panel, job->line, job->point);
        bs_point at = panel->vertices[job->line][job->point].at;
        if (!draw_note_inside(panel, value, at)) draw_note_below(panel, job, at);
    }
}

// --- gaps ----------------------------------------------------------------------------------------

// Says "no data" below the first gap of the line that has room for it.
static bool draw_gap_of(bs_panel *panel, size_t line, bs_str word, bs_box size)
{
    bs_pen *pen = &panel->canvas->pen;
    bs_style style = {BS_SIZE_NOTE, false, pen->theme->muted, BS_ANCHOR_MIDDLE, false};
    const bs_vertex *v = panel->vertices[line];
    size_t count = panel->plan->panel->lines[line].point_count, end;
    for (size_t from = 0; from < count; from = end) {
        end = from + 1;
        if (v[from].present) continue;
        while (end < count && !v[end].present)
            end++;
        bs_point middle = {(v[from].at.x + v[end - 1].at.x) / 2,
                           panel->plot.y + panel->plot.height - size.height};
        bs_box place = {middle.x - size.width / 2, middle.y - size.height / 2, size.width,
                        size.height};
        if (!bs_field_is_free(&panel->field, place)) continue;
        write_label(panel, word, style, middle);
        return true;
    }
    return false;
}

static void draw_no_data(bs_panel *panel)
{
    bs_pen *pen = &panel->canvas->pen;
    bs_style style = {BS_SIZE_NOTE, false, pen->theme->muted, BS_ANCHOR_MIDDLE, false};
    bs_str word = bs_word_get(BS_WORD_NO_DATA, panel->canvas->chart->lang);
    bs_box size = {0, 0, bs_pen_width(pen, word, style), BS_SIZE_NOTE * 1.1};
    for (size_t i = 0; i < panel->plan->panel->line_count; i++) {
        if (draw_gap_of(panel, i, word, size)) return;
    }
}

void bs_chart__panel_labels(bs_panel *panel)
{
    job_array jobs = {0};
    draw_end_labels(panel);
    collect_jobs(panel, &jobs);
    for (size_t i = 0; i < jobs.count; i++) {
        if (jobs.items[i].rank != RANK_FLAG) draw_value(panel, &jobs.items[i]);
    }
    draw_flags(panel, &jobs);
    draw_no_data(panel);
}
