// SPDX-License-Identifier: GPL-3.0-or-later
// The words and numbers inside a panel: names at line ends, values, reasons of flags.
#include <math.h>
#include <stdlib.h>

#include "plots/chart/chart_internal.h"

enum {
    LEADER_GAP = 6,
    LEADER_LONG = 48, // px
    LABEL_GAP = 5,
    COLUMN_GAP = 3,
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

static void draw_end_label(bs_panel *panel, size_t line, bs_spot from, double top)
{
    bs_pen *pen = &panel->canvas->pen;
    const bs_text_block *block = &panel->plan->end_labels[line];
    double x = panel->plot.x + panel->plot.width + 2 * LEADER_GAP;
    bs_pen_write(pen, block, (bs_spot){x, top});
    double first_line = top + block->size_px * (BS_TEXT_ASCENT + BS_TEXT_DESCENT) / 2;
    double reach = panel->grid->column_px > 0 ? panel->grid->column_px / 2 : BS_MARKER_RADIUS;
    bool beside = fabs(first_line - from.y) < 3 && x - from.x - reach < 36;
    if (beside) return;
    // Dotted where it is long: nobody is to take it for the line that it leads to.
    bool far = panel->grid->column_px <= 0 && x - from.x - reach > LEADER_LONG;
    bs_paint paint = {BS_COLOUR_NONE, bs_chart__line_colour(panel, line), 1, far ? 1.5 : 0,
                      far ? 3 : 0};
    bs_spot leader[] = {
        {from.x + reach + 2, from.y}, {x - LEADER_GAP - 2, first_line}, {x - 3, first_line}};
    bs_scene_line(pen->scene, BS_LAYER_GRID, leader, BS_COUNT(leader), paint);
}

// Where a line ends: its last point, or the middle of the plot when it has none.
static bs_spot end_of(const bs_panel *panel, size_t line)
{
    size_t last = panel->plan->panel->lines[line].point_count;
    while (last > 0 && !panel->vertices[line][last - 1].present)
        last--;
    if (last > 0) return panel->vertices[line][last - 1].at;
    return (bs_spot){panel->plot.x + panel->plot.width, panel->plot.y + panel->plot.height / 2};
}

static void draw_end_labels(bs_panel *panel)
{
    if (panel->plan->end_labels == NULL) return;
    bs_spread labels[BS_CHART_LINES_MAX + BS_CHART_EARLIER_MAX + 1];
    size_t count = panel->plan->panel->line_count;
    for (size_t i = 0; i < count; i++) {
        double height = bs_block_height(&panel->plan->end_labels[i]);
        labels[i] = (bs_spread){.index = i, .wanted = end_of(panel, i).y, .height = height};
    }
    bs_box bounds = panel->field.bounds;
    bs_spread_apart(labels, count, bounds.y, bounds.y + bounds.height, LABEL_GAP);
    for (size_t i = 0; i < count; i++) {
        size_t line = labels[i].index;
        draw_end_label(panel, line, end_of(panel, line), labels[i].top);
    }
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

// True when the labels of neighbours would not touch.
static bool has_room(const bs_panel *panel, size_t line)
{
    size_t count = panel->plan->panel->lines[line].point_count;
    if (count < 2) return true;
    double span = panel->plot.width - 2 * panel->grid->inset_px;
    return span / (double)(count - 1) >= widest_label(panel, line) + LABEL_GAP;
}

// True when every point of the line has a label.
static bool is_sparse(const bs_panel *panel, size_t line)
{
    enum { SPARSE_MAX = 24, SPARSE_MAX_EACH = 4 };
    const bs_chart_line *spec = &panel->plan->panel->lines[line];
    bool one_of_many = panel->plan->end_labels != NULL && spec->role != BS_ROLE_TOTAL;
    if (spec->point_count > (one_of_many ? SPARSE_MAX_EACH : SPARSE_MAX)) return false;
    return has_room(panel, line);
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

static bool is_part(const bs_panel *panel)
{
    bs_chart_kind kind = panel->canvas->chart->kind;
    return kind == BS_CHART_STACK || kind == BS_CHART_SHARE;
}

static int rank_of(const bs_panel *panel, size_t line, size_t point, const line_facts *facts)
{
    const bs_chart_line *spec = &panel->plan->panel->lines[line];
    size_t count = spec->point_count;
    bool several = panel->plan->end_labels != NULL;
    if (spec->role == BS_ROLE_EARLIER) return RANK_NONE;
    if (bs_chart__flagged(value_of(panel, line, point))) return RANK_FLAG;
    if (spec->role == BS_ROLE_TOTAL) return facts->sparse ? RANK_FIRST : RANK_NONE;
    if (is_part(panel)) return RANK_NONE; // its value stands in it
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
    bs_chart_kind kind = panel->canvas->chart->kind;
    if (kind == BS_CHART_COLUMNS) {
        const bs_chart_value *value = value_of(panel, job->line, job->point);
        return value->value.coefficient < 0 ? BS_SIDE_BELOW : BS_SIDE_ABOVE;
    }
    bool valley = (falls || !before) && (rises || !after) && (falls || rises);
    return valley && before && after ? BS_SIDE_BELOW : BS_SIDE_ABOVE;
}

// Writes a label on clear ground and takes its place in the field.
static void write_label(bs_panel *panel, bs_str text, bs_style style, bs_spot middle)
{
    bs_pen *pen = &panel->canvas->pen;
    bs_box box = bs_pen_label(pen, text, style, middle);
    bs_field_take(&panel->field, pen, box);
    bool on_line = bs_axis_meets(&panel->plan->axis, &panel->y, box.y, box.y + box.height);
    if (on_line) bs_pen_clear(pen, box);
}

static double distance_to(bs_box box, bs_spot at)
{
    bs_spot near = bs_box_nearest(box, at);
    return hypot(near.x - at.x, near.y - at.y);
}

// Whether a label there would be read as the value of another line's point.
static bool is_misread(const bs_panel *panel, const label_job *job, bs_box place)
{
    double own = distance_to(place, panel->vertices[job->line][job->point].at);
    for (size_t i = 0; i < panel->plan->panel->line_count; i++) {
        for (size_t j = 0; i != job->line && j < panel->plan->panel->lines[i].point_count; j++) {
            const bs_vertex *other = &panel->vertices[i][j];
            if (other->present && distance_to(place, other->at) < own) return true;
        }
    }
    return false;
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
    bool column = panel->canvas->chart->kind == BS_CHART_COLUMNS;
    double gap = flagged ? BS_RING_RADIUS + 2 : column ? COLUMN_GAP : BS_MARKER_RADIUS + 3;
    bs_spot at = panel->vertices[job->line][job->point].at;
    bs_box place;
    if (!bs_field_beside(&panel->field, at, size, gap, side_of(panel, job), &place)) return;
    // A number that runs into a line is hard to read; the pointer still tells it.
    if (!job->must && !bs_field_is_free(&panel->field, place)) return;
    if (!flagged && !is_part(panel) && is_misread(panel, job, place)) return;
    bs_spot middle = {place.x + place.width / 2, place.y + place.height / 2};
    write_label(panel, text, style, middle);
}

// --- reasons of flags ----------------------------------------------------------------------------

static const char *proposal_mark(const bs_panel *panel, const bs_chart_value *value)
{
    double proposed;
    bool drawn = bs_chart__proposed(value, &proposed) && proposed >= panel->y.low &&
                 proposed <= panel->y.high && !is_part(panel);
    return drawn ? BS_PROPOSAL_MARK : "";
}

static void draw_leader(bs_panel *panel, bs_spot at, bs_box note)
{
    bs_spot to = bs_box_nearest(bs_box_grow(note, 2), at);
    double distance = hypot(to.x - at.x, to.y - at.y);
    if (distance < BS_RING_RADIUS + 10) return;
    double share = BS_RING_RADIUS / distance;
    bs_spot line[] = {{at.x + (to.x - at.x) * share, at.y + (to.y - at.y) * share}, to};
    bs_paint paint = {BS_COLOUR_NONE, panel->canvas->pen.theme->flag, 1, 0, 0};
    bs_scene_line(panel->canvas->pen.scene, BS_LAYER_MARK, line, 2, paint);
    bs_field_take_segment(&panel->field, &panel->canvas->pen, (bs_segment){line[0], line[1]});
}

// The note in the width that costs least: near the ring and in few lines. False: no room in the
// panel.
static bool find_note(bs_panel *panel, const bs_chart_value *value, bs_spot at, bs_flag_note *note,
                      bs_box *place)
{
    static const double shares[] = {0.9, 0.7, 0.5, 0.36}; // of the plot's width
    static const double line_cost = 8;                    // px of distance that a line is worth
    double least = INFINITY;
    for (size_t i = 0; i < BS_COUNT(shares); i++) {
        double width = fmax(80, fmin(260, panel->plot.width * shares[i]));
        bs_flag_style style = {bs_chart__label(&panel->canvas->pen, value),
                               proposal_mark(panel, value), width};
        bs_flag_note set = bs_chart__flag_set(panel->canvas, value, &style);
        bs_box box;
        if (!bs_field_near(&panel->field, at, bs_box_grow(set.size, 2), BS_RING_RADIUS + 4, &box)) {
            continue;
        }
        bs_spot near = bs_box_nearest(box, at);
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
static bool draw_note_inside(bs_panel *panel, const bs_chart_value *value, bs_spot at)
{
    bs_flag_note note;
    bs_box place;
    if (!find_note(panel, value, at, &note, &place)) return false;
    draw_leader(panel, at, place);
    double middle = place.x + place.width / 2;
    bool centred = fabs(middle - at.x) < CENTRED;
    bs_chart__flag_write(panel->canvas, &note,
                         (bs_spot){centred ? middle : place.x + 2, place.y + 2},
                         centred ? BS_ANCHOR_MIDDLE : BS_ANCHOR_START);
    bs_field_take(&panel->field, &panel->canvas->pen, place);
    bool on_line = bs_axis_meets(&panel->plan->axis, &panel->y, place.y, place.y + place.height);
    if (on_line) bs_pen_clear(&panel->canvas->pen, place);
    return true;
}

// Numbers the ring and says the reason below the panel.
static void draw_note_below(bs_panel *panel, const label_job *job, bs_spot at)
{
    draw_value(panel, job);
    bs_pen *pen = &panel->canvas->pen;
    const bs_chart_point *point = &panel->plan->panel->lines[job->line].points[job->point];
    bs_str number = bs_chart__note_number(pen, ++panel->note_count);
    bs_style style = {BS_SIZE_NOTE, true, pen->theme->flag_text, BS_ANCHOR_MIDDLE, false};
    bs_box size = {0, 0, bs_pen_width(pen, number, style), BS_SIZE_NOTE * 1.1}, place;
    if (bs_field_beside(&panel->field, at, size, BS_RING_RADIUS + 2, BS_SIDE_ABOVE, &place)) {
        bs_spot middle = {place.x + place.width / 2, place.y + place.height / 2};
        write_label(panel, number, style, middle);
    }
    const bs_chart_panel *spec = panel->plan->panel;
    bs_str name = spec->line_count > 1 ? spec->lines[job->line].label : (bs_str){0};
    bs_far_note note = {panel->note_count, name, point->period, proposal_mark(panel, &point->value),
                        panel->grid->panel_width};
    bs_spot left = {panel->plot.x - panel->grid->gutter_px, panel->bottom + 6};
    panel->bottom += bs_chart__note_far(panel->canvas, &point->value, &note, left) + 8;
}

// A few reasons stand beside their rings; of many, all are numbered and listed below the panel.
static void draw_flags(bs_panel *panel, const job_array *jobs)
{
    enum { INSIDE_MAX = 4 };
    size_t count = 0;
    while (count < jobs->count && jobs->items[count].rank == RANK_FLAG)
        count++;
    for (size_t i = 0; i < count; i++) {
        const label_job *job = &jobs->items[i];
        const bs_chart_value *value = value_of(panel, job->line, job->point);
        bs_spot at = panel->vertices[job->line][job->point].at;
        bool inside = count <= INSIDE_MAX && draw_note_inside(panel, value, at);
        if (!inside) draw_note_below(panel, job, at);
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
        bs_spot middle = {(v[from].at.x + v[end - 1].at.x) / 2,
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
