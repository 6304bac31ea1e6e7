// SPDX-License-Identifier: GPL-3.0-or-later
// One length of time a series: nine months among terms of three are no point of their course.
#include "engine/cli/chart_build.h"

// Periods of so many units: quarters, or spans of three of them.
typedef struct length {
    int64_t units;
    size_t count; // values
} length;

enum { LENGTHS_MAX = 32 };

typedef struct tally {
    length items[LENGTHS_MAX];
    size_t count;
    bool full; // there were more lengths
} tally;

static length length_of(bs_period period)
{
    return (length){period.last - period.first + 1, 1};
}

static void tally_add(tally *out, length found)
{
    size_t i = 0;
    while (i < out->count && out->items[i].units != found.units)
        i++;
    if (i == LENGTHS_MAX) {
        out->full = true;
        return;
    }
    if (i == out->count) out->items[out->count++] = (length){found.units, 0};
    out->items[i].count++;
}

static tally tally_of(const bs_series *series)
{
    tally out = {.count = 0};
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *o = &series->observations.items[i];
        if (o->state != BS_STATE_VALUE || bs_period_is_none(o->period)) continue;
        tally_add(&out, length_of(o->period));
    }
    return out;
}

// The commonest length, of two the shorter.
static const length *choose(const tally *of)
{
    const length *best = NULL;
    for (size_t i = 0; i < of->count; i++) {
        const length *own = &of->items[i];
        bool even = best != NULL && own->count == best->count;
        if (best == NULL || own->count > best->count || (even && own->units < best->units))
            best = own;
    }
    return best;
}

// Sums since January, each longer than the one before, are one course; spans of one or two lengths
// are not.
static bool has_course_of_lengths(const tally *of, const length *best)
{
    size_t all = 0;
    for (size_t i = 0; i < of->count; i++)
        all += of->items[i].count;
    return of->full || best->count * 2 < all || best->count < 2;
}

// Leaves the observations of one length, with what stands beside them, in arrays of its own.
static bs_status thin(bs_stored_series *stored, bs_arena *arena, const length *kept, bs_error *err)
{
    const bs_observation_array old = stored->series.observations;
    bs_observation *items = BS_NEW_ARRAY(arena, bs_observation, old.count);
    const bs_source **sources = BS_NEW_ARRAY(arena, const bs_source *, old.count);
    int64_t *ids = BS_NEW_ARRAY(arena, int64_t, old.count);
    bs_str *vintages = BS_NEW_ARRAY(arena, bs_str, old.count);
    bs_str *keys = stored->keys != NULL ? BS_NEW_ARRAY(arena, bs_str, old.count) : NULL;
    bool failed = items == NULL || sources == NULL || ids == NULL || vintages == NULL ||
                  (stored->keys != NULL && keys == NULL);
    if (failed) return bs_fail(err, BS_E_MEMORY, "out of memory");
    size_t count = 0;
    for (size_t i = 0; i < old.count; i++) {
        if (length_of(old.items[i].period).units != kept->units) continue;
        items[count] = old.items[i];
        sources[count] = stored->sources[i];
        ids[count] = stored->source_ids[i];
        vintages[count] = stored->vintages[i];
        if (keys != NULL) keys[count] = stored->keys[i];
        count++;
    }
    stored->series.observations = (bs_observation_array){items, count, count};
    stored->sources = sources;
    stored->source_ids = ids;
    stored->vintages = vintages;
    stored->keys = keys;
    return BS_OK;
}

bs_status bs_chart_take_lengths(size_t *taken, bs_stored_series_array *all, bs_arena *arena,
                                bs_error *err)
{
    *taken = 0;
    for (size_t i = 0; i < all->count; i++) {
        bs_stored_series *stored = &all->items[i];
        tally of = tally_of(&stored->series);
        const length *best = choose(&of);
        if (best == NULL || of.count < 2 || has_course_of_lengths(&of, best)) continue;
        size_t before = stored->series.observations.count;
        BS_TRY(thin(stored, arena, best, err));
        *taken += before - stored->series.observations.count;
    }
    return BS_OK;
}
