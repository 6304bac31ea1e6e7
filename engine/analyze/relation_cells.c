// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_cells.h"

#include <stdlib.h>

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

enum { LABEL_BYTES_MIN = 4 };

static const double LIKENESS_MIN = 0.8;

typedef struct entry {
    double value;
    size_t figure;
} entry;

static int by_value(const void *a, const void *b)
{
    const entry *x = a;
    const entry *y = b;
    if (x->value != y->value) return x->value > y->value ? 1 : -1;
    return (x->figure > y->figure) - (x->figure < y->figure);
}

bs_status bs_cells_init(bs_cells *out, bs_arena *arena, const bs_view *view, bs_error *err)
{
    size_t count = view->reading->quantities.count;
    entry *entries = BS_NEW_ARRAY(arena, entry, count);
    *out = (bs_cells){view, BS_NEW_ARRAY(arena, size_t, count), 0};
    if (entries == NULL || out->figures == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < count; i++) {
        const bs_figure *figure = &view->figures.items[i];
        if (figure->series == SIZE_MAX || !bs_figure_is_level(figure)) continue;
        entries[out->count++] = (entry){figure->value, i};
    }
    if (out->count > 1) qsort(entries, out->count, sizeof *entries, by_value);
    for (size_t i = 0; i < out->count; i++)
        out->figures[i] = entries[i].figure;
    return BS_OK;
}

static const bs_figure *figure_at(const bs_cells *cells, size_t index)
{
    return &cells->view->figures.items[index];
}

static size_t lower_bound(const bs_cells *cells, double value)
{
    size_t low = 0;
    size_t high = cells->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (figure_at(cells, cells->figures[middle])->value < value)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t observation_at(const bs_view *view, size_t series, bs_period period)
{
    const bs_observation_array *all = &view->reading->series.items[series].observations;
    for (size_t i = 0; i < all->count; i++) {
        if (bs_period_equal(all->items[i].period, period) &&
            all->items[i].quantity < view->figures.count)
            return all->items[i].quantity;
    }
    return BS_NO_FIGURE;
}

static bool alike(bs_str a, bs_str b)
{
    return a.len == 0 || b.len == 0 || bs_name_likeness(a, b) >= LIKENESS_MIN;
}

static bool names_agree(const bs_quantity *a, const bs_quantity *b)
{
    return alike(a->subject, b->subject) && alike(a->indicator, b->indicator);
}

// "Northhaven, the largest port, handled 160.1 million tonnes": the sentence names the row before
// it prints the level.
static bool is_row_named(const bs_view *view, size_t level, const bs_figure *cell)
{
    if (cell->grid == SIZE_MAX) return false;
    bs_str label = bs_str_trim(view->grids.items[cell->grid].rows[cell->row].own_label);
    bs_str before = bs_view_between(view, BS_NO_FIGURE, level);
    return label.len >= LABEL_BYTES_MIN && bs_str_find(before, label, 0) != SIZE_MAX;
}

// The total of a table that is called what the level is.
static bool is_total_of_it(const bs_view *view, const bs_quantity *level, const bs_figure *cell)
{
    if (cell->grid == SIZE_MAX || level->indicator.len < LABEL_BYTES_MIN) return false;
    const bs_grid *grid = &view->grids.items[cell->grid];
    return grid->rows[cell->row].total &&
           bs_name_share(level->indicator, grid->caption) >= LIKENESS_MIN;
}

static bs_period period_before(const bs_figure *level, bs_basis basis)
{
    bs_period period = level->quantity->period;
    if (basis == BS_BASIS_NONE && period.frequency == BS_FREQUENCY_ANNUAL) basis = BS_BASIS_YEAR;
    return bs_figure_period_before(level, basis);
}

// The value for the period before. Where no words say which one that is, the table does: it has the
// year before, and nothing one period earlier.
static size_t earlier_of(const bs_view *view, const bs_figure *level, const bs_figure *cell,
                         bs_basis basis)
{
    size_t series = cell->series;
    bs_period before = period_before(level, basis);
    if (!bs_period_is_none(before)) return observation_at(view, series, before);
    if (cell->grid == SIZE_MAX) return BS_NO_FIGURE; // running text does not
    bs_period last = bs_figure_period_before(level, BS_BASIS_PERIOD);
    bs_period year = bs_figure_period_before(level, BS_BASIS_YEAR);
    if (bs_period_is_none(year) || observation_at(view, series, last) != BS_NO_FIGURE)
        return BS_NO_FIGURE;
    return observation_at(view, series, year);
}

size_t bs_cells_earlier(const bs_cells *cells, size_t index, bs_basis basis)
{
    const bs_figure *level = figure_at(cells, index);
    if (level->sentence == SIZE_MAX) return BS_NO_FIGURE;
    if (bs_period_is_none(level->quantity->period)) return BS_NO_FIGURE;
    for (size_t at = lower_bound(cells, level->wide.low); at < cells->count; at++) {
        const bs_figure *cell = figure_at(cells, cells->figures[at]);
        if (cell->value > level->wide.high) break;
        if (!bs_figure_like_unit(level, cell) ||
            !bs_period_equal(cell->quantity->period, level->quantity->period))
            continue;
        if (!names_agree(cell->quantity, level->quantity) &&
            !is_row_named(cells->view, index, cell) &&
            !is_total_of_it(cells->view, level->quantity, cell))
            continue;
        size_t earlier = earlier_of(cells->view, level, cell, basis);
        if (earlier != BS_NO_FIGURE) return earlier;
    }
    return BS_NO_FIGURE;
}
