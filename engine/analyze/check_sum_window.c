// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_sum_window.h"

#include <math.h>

#include "engine/analyze/relation_view.h"

enum {
    PARTS_MIN = 2,
    PARTS_MAX = 24,
    COLUMNS_MAX = 14,
    PLACES_MAX = 400,
    HELD_MIN_ROWS = 2,
    HELD_MIN_COLUMNS = 3,
    FULL_MIN = 2 // places that hold with two parts that are not nought
};

// Evidence that a law without a word needs, beside what the search costs; a row without a label is
// a sum more often than not.
static const double BITS_COLUMN = 24;
static const double BITS_BLANK = 15;
static const double DOUBT = 1e-3;

typedef struct window {
    bs_lens lens;
    size_t total;
    size_t first;
    size_t end;
    size_t held;
    size_t failed;
    size_t full;
    double bits;
} window;

static bool is_line_of_amounts(bs_lens lens, size_t line)
{
    const bs_grid_line *item = bs_lens_line(lens, line);
    return item->count > 0 && !item->rate && !item->derived;
}

// The terms at a place, the total first; 0 where it has too few, or numbers of another unit.
static size_t terms_at(const bs_view *view, const window *w, size_t place, size_t *terms)
{
    terms[0] = bs_lens_figure(w->lens, w->total, place);
    if (terms[0] == BS_NO_FIGURE || bs_lens_place(w->lens, place)->rate) return 0;
    size_t count = 1;
    for (size_t line = w->first; line < w->end; line++) {
        size_t part = bs_lens_figure(w->lens, line, place);
        if (part == BS_NO_FIGURE) continue;
        if (!bs_grid_like_unit(&view->figures.items[part], &view->figures.items[terms[0]]))
            return 0;
        terms[count++] = part;
    }
    return count > PARTS_MIN ? count : 0;
}

static size_t count_full(const bs_view *view, const size_t *terms, size_t count)
{
    size_t full = 0;
    for (size_t i = 1; i < count; i++)
        full += view->figures.items[terms[i]].value != 0;
    return full;
}

static void measure(const bs_view *view, window *w)
{
    size_t terms[PARTS_MAX + 1];
    for (size_t place = 0; place < bs_lens_place_count(w->lens) && w->failed <= 1; place++) {
        size_t count = terms_at(view, w, place, terms);
        if (count == 0) continue;
        bs_relation sum = {.form = BS_FORM_SUM, .terms = terms, .term_count = count, .factor = 1};
        bool holds = bs_relation_holds(view, &sum);
        bool full = count_full(view, terms, count) >= PARTS_MIN;
        w->failed += !holds;
        w->held += holds && full;
        w->full += holds && full;
        if (holds && full) w->bits += bs_relation_bits(view, &sum);
    }
}

static bs_status push(bs_relations *set, const window *w, bs_error *err)
{
    size_t terms[PARTS_MAX + 1];
    for (size_t place = 0; place < bs_lens_place_count(w->lens); place++) {
        size_t count = terms_at(set->view, w, place, terms);
        if (count == 0) continue;
        bs_relation *relation = bs_relation_push(set, "sum", BS_FORM_SUM, count);
        if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        memcpy(relation->terms, terms, count * sizeof *terms);
        relation->scope = BS_SCOPE_LIKELY;
        relation->doubt = DOUBT;
        relation->what = w->lens.transposed ? "the sum of its row" : "the sum of its column";
    }
    return BS_OK;
}

// Keeps the window where it fails at one place only and has more evidence than the best so far.
static void offer(const bs_view *view, window *w, window *best, size_t held_min)
{
    measure(view, w);
    bool better =
        w->held >= held_min && w->full >= FULL_MIN && w->failed <= 1 && w->bits > best->bits;
    if (better) *best = *w;
}

static bs_status settle(bs_relations *set, const window *best, double bits_min, size_t tried,
                        bs_error *err)
{
    double cost = tried > 0 ? log2((double)tried) : 0;
    bool seen = best->failed == 1 && best->bits >= bits_min + cost;
    return seen ? push(set, best, err) : BS_OK;
}

// Rows right above one without a label, up to the next total or row without a label.
static bs_status collect_blank(bs_relations *set, bs_lens lens, size_t total, bs_error *err)
{
    window best = {.bits = 0};
    size_t tried = 0;
    for (size_t first = total; first-- > 0 && total - first <= PARTS_MAX;) {
        const bs_grid_line *item = bs_lens_line(lens, first);
        if (item->total || item->subtotal || (item->count > 0 && item->own_label.len == 0)) break;
        if (item->count == 0 || !is_line_of_amounts(lens, first) || total - first < PARTS_MIN)
            continue;
        window w = {.lens = lens, .total = total, .first = first, .end = total};
        tried++;
        offer(set->view, &w, &best, HELD_MIN_ROWS);
    }
    return settle(set, &best, BITS_BLANK, tried, err);
}

static bool are_amounts(bs_lens lens, size_t first, size_t end)
{
    for (size_t line = first; line < end; line++) {
        if (!is_line_of_amounts(lens, line) || bs_lens_line(lens, line)->total) return false;
    }
    return true;
}

// Columns side by side that make up another one.
static bs_status collect_column(bs_relations *set, bs_lens lens, size_t total, bs_error *err)
{
    window best = {.bits = 0};
    size_t count = bs_lens_line_count(lens), tried = 0;
    for (size_t first = 0; first + PARTS_MIN <= count; first++) {
        for (size_t end = first + PARTS_MIN; end <= count; end++) {
            bool own = total >= first && total < end;
            if (own || !are_amounts(lens, first, end)) break;
            window w = {.lens = lens, .total = total, .first = first, .end = end};
            tried++;
            offer(set->view, &w, &best, HELD_MIN_COLUMNS);
        }
    }
    return settle(set, &best, BITS_COLUMN, tried, err);
}

static bs_status collect_grid(bs_relations *set, const bs_grid *grid, bs_error *err)
{
    bs_lens rows = {grid, false}, columns = {grid, true};
    if (grid->row_count > PLACES_MAX || grid->col_count > PLACES_MAX) return BS_OK;
    for (size_t row = 0; row < grid->row_count; row++) {
        const bs_grid_line *item = &grid->rows[row];
        bool blank = item->own_label.len == 0 && item->count > 0 && !item->total && !item->subtotal;
        if (blank && is_line_of_amounts(rows, row)) BS_TRY(collect_blank(set, rows, row, err));
    }
    if (grid->col_count > COLUMNS_MAX) return BS_OK;
    for (size_t col = 0; col < grid->col_count; col++) {
        const bs_grid_line *item = &grid->cols[col];
        bool plain = !item->total && !item->subtotal && is_line_of_amounts(columns, col);
        if (plain) BS_TRY(collect_column(set, columns, col, err));
    }
    return BS_OK;
}

bs_status bs_sum__collect_windows(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->view->grids.count; i++) {
        const bs_grid *grid = &set->view->grids.items[i];
        if (grid->block > 0) BS_TRY(collect_grid(set, grid, err));
    }
    return BS_OK;
}
