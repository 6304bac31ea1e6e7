// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>

#include "engine/export/series_internal.h"

// What came true, what was planned and what was foreseen are not mixed in one column where a period
// has more than one of them.
typedef enum track { TRACK_ACTUAL, TRACK_TARGET, TRACK_FORECAST, TRACK_COUNT } track;

static const track tracks[] = {
    [BS_STATUS_ACTUAL] = TRACK_ACTUAL,     [BS_STATUS_TARGET] = TRACK_TARGET,
    [BS_STATUS_FORECAST] = TRACK_FORECAST, [BS_STATUS_PROVISIONAL] = TRACK_ACTUAL,
    [BS_STATUS_REVISED] = TRACK_ACTUAL,    [BS_STATUS_ESTIMATE] = TRACK_ACTUAL,
};
_Static_assert(BS_COUNT(tracks) == BS_VALUE_STATUS_COUNT, "every status has a track");

static const char *const suffixes[TRACK_COUNT] = {"", " [target]", " [forecast]"};

const bs_source *bs_export__source(const bs_export_series *series, size_t at)
{
    return series->sources != NULL ? series->sources[at] : series->source;
}

bs_period bs_export__published(const bs_export_series *series, size_t at)
{
    const bs_source *source = bs_export__source(series, at);
    return source != NULL ? source->published : BS_PERIOD_NONE;
}

// --- the cells of one series ---------------------------------------------------------------------

typedef struct candidate {
    const bs_observation *item;
    bs_str vintage;      // where the series has them
    bs_period published; // else
    size_t at;
} candidate;

static track track_of(const bs_observation *item)
{
    return tracks[item->status];
}

static bool is_missing(const bs_observation *item)
{
    return item->state != BS_STATE_VALUE;
}

// By period and track, then what is shown first: a value, the newest, the first.
static int compare_candidates(const void *left, const void *right)
{
    const candidate *a = left, *b = right;
    int period = bs_period_compare(a->item->period, b->item->period);
    if (period != 0) return period;
    if (track_of(a->item) != track_of(b->item))
        return track_of(a->item) < track_of(b->item) ? -1 : 1;
    if (is_missing(a->item) != is_missing(b->item)) return is_missing(a->item) ? 1 : -1;
    int vintage = bs_str_compare(b->vintage, a->vintage);
    if (vintage == 0) vintage = bs_period_compare(b->published, a->published);
    if (vintage != 0) return vintage;
    return (a->at > b->at) - (a->at < b->at);
}

// The observations of a series in that order.
static candidate *sort_series(const bs_export_series *from, bs_arena *arena)
{
    const bs_observation_array *items = &from->series->observations;
    candidate *sorted = BS_NEW_ARRAY(arena, candidate, items->count);
    if (sorted == NULL) return NULL;
    for (size_t i = 0; i < items->count; i++) {
        sorted[i] = (candidate){.item = &items->items[i], .at = i};
        if (from->vintages != NULL) {
            sorted[i].vintage = from->vintages[i];
        } else {
            sorted[i].published = bs_export__published(from, i);
        }
    }
    if (items->count > 1) qsort(sorted, items->count, sizeof *sorted, compare_candidates);
    return sorted;
}

// True when some period has candidates of two tracks.
static bool is_split(const candidate *sorted, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const bs_observation *a = sorted[i - 1].item, *b = sorted[i].item;
        if (track_of(a) != track_of(b) && bs_period_equal(a->period, b->period)) return true;
    }
    return false;
}

static bs_status no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

// A column of the candidates of one track; of all of them for TRACK_COUNT.
static bs_status add_column(bs_grid *grid, bs_arena *arena, const bs_series *series,
                            const candidate *sorted, track only, bs_error *err)
{
    size_t count = series->observations.count;
    const bs_observation **cells = BS_NEW_ARRAY(arena, const bs_observation *, count);
    if (cells == NULL) return no_memory(err);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const bs_observation *item = sorted[i].item;
        if (only != TRACK_COUNT && track_of(item) != only) continue;
        if (kept > 0 && bs_period_equal(cells[kept - 1]->period, item->period)) continue;
        cells[kept++] = item;
    }
    if (kept == 0 && only != TRACK_COUNT) return BS_OK;
    bs_column *column = BS_PUSH(arena, &grid->columns);
    if (column == NULL) return no_memory(err);
    const char *suffix = only == TRACK_COUNT ? "" : suffixes[only];
    bs_str name = bs_arena_format(arena, "%.*s%s", BS_STR_ARG(series->key), suffix);
    if (name.ptr == NULL) return no_memory(err);
    *column = (bs_column){.series = series, .name = name, .cells = cells, .count = kept};
    return BS_OK;
}

static bs_status add_series(bs_grid *grid, bs_arena *arena, const bs_export_series *from,
                            bs_error *err)
{
    candidate *sorted = sort_series(from, arena);
    if (sorted == NULL) return no_memory(err);
    if (!is_split(sorted, from->series->observations.count)) {
        return add_column(grid, arena, from->series, sorted, TRACK_COUNT, err);
    }
    for (int only = 0; only < TRACK_COUNT; only++) {
        BS_TRY(add_column(grid, arena, from->series, sorted, (track)only, err));
    }
    return BS_OK;
}

// --- the periods of all --------------------------------------------------------------------------

static int compare_periods(const void *left, const void *right)
{
    return bs_period_compare(*(const bs_period *)left, *(const bs_period *)right);
}

// Merges the periods of each column into the sorted list: columns mostly agree, and then it is a
// walk that changes nothing.
static bs_status add_periods(bs_grid *grid, bs_arena *arena, const bs_column *column, bs_error *err)
{
    size_t known = grid->periods.count, at = 0;
    for (size_t i = 0; i < column->count; i++) {
        bs_period period = column->cells[i]->period;
        while (at < known && bs_period_compare(grid->periods.items[at], period) < 0)
            at++;
        if (at < known && bs_period_equal(grid->periods.items[at], period)) continue;
        bs_period *added = BS_PUSH(arena, &grid->periods);
        if (added == NULL) return no_memory(err);
        *added = period;
    }
    if (grid->periods.count > known && known > 0) {
        qsort(grid->periods.items, grid->periods.count, sizeof *grid->periods.items,
              compare_periods);
    }
    return BS_OK;
}

bs_status bs_grid_build(bs_grid *out, bs_arena *arena, const bs_export_series_array *series,
                        bs_error *err)
{
    *out = (bs_grid){0};
    for (size_t i = 0; i < series->count; i++) {
        BS_TRY(add_series(out, arena, &series->items[i], err));
    }
    for (size_t i = 0; i < out->columns.count; i++) {
        BS_TRY(add_periods(out, arena, &out->columns.items[i], err));
    }
    return BS_OK;
}

const bs_observation *bs_column_take(bs_column *column, bs_period period)
{
    if (column->next == column->count) return NULL;
    const bs_observation *cell = column->cells[column->next];
    if (!bs_period_equal(cell->period, period)) return NULL;
    column->next++;
    return cell;
}
