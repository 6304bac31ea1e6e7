// SPDX-License-Identifier: GPL-3.0-or-later
// One length of time a series: a year among its quarters is no point of their course.
#include "engine/cli/chart_build.h"

// Periods of one length: quarters, or spans of nine months.
typedef struct length {
    bs_frequency frequency;
    int64_t units;
    size_t count; // values
} length;

enum { LENGTHS_MAX = 32 };

typedef struct tally {
    length items[LENGTHS_MAX];
    size_t count;
    bool mixed; // of several frequencies
    bool full;  // there were more lengths
} tally;

static length length_of(bs_period period)
{
    return (length){period.frequency, period.last - period.first + 1, 1};
}

static bool is_same(const length *a, const length *b)
{
    return a->frequency == b->frequency && a->units == b->units;
}

static void tally_add(tally *out, length found)
{
    size_t i = 0;
    while (i < out->count && !is_same(&out->items[i], &found))
        i++;
    if (i == LENGTHS_MAX) {
        out->full = true;
        return;
    }
    out->mixed |= out->count > 0 && out->items[0].frequency != found.frequency;
    if (i == out->count) out->items[out->count++] = (length){found.frequency, found.units, 0};
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

static bool is_finer(const length *a, const length *b)
{
    return a->frequency != b->frequency ? a->frequency > b->frequency : a->units < b->units;
}

// The commonest length, of two the finer; of the wanted frequency where there is any.
static const length *choose(const tally *of, bs_frequency wanted)
{
    const length *best = NULL;
    for (size_t i = 0; i < of->count; i++) {
        const length *own = &of->items[i];
        bool right = own->frequency == wanted;
        bool better = best == NULL || own->count > best->count ||
                      (own->count == best->count && is_finer(own, best));
        if (best != NULL && right != (best->frequency == wanted)) better = right;
        if (better) best = own;
    }
    return best;
}

// Sums since January, each longer than the one before, are one course; spans of one or two lengths
// are not.
static bool has_course_of_lengths(const tally *of, const length *best)
{
    size_t all = 0;
    for (size_t i = 0; i < of->count; i++)
        all += of->items[i].frequency == best->frequency ? of->items[i].count : 0;
    return of->full || best->count * 2 < all || best->count < 2;
}

// Leaves the observations of one length, or of `any` length of one frequency, with what stands
// beside them, in arrays of its own.
static bs_status thin(bs_stored_series *stored, bs_arena *arena, const length *kept, bool any,
                      bs_error *err)
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
        length own = length_of(old.items[i].period);
        if (own.frequency != kept->frequency || !(any || own.units == kept->units)) continue;
        items[count] = old.items[i];
        sources[count] = stored->sources[i];
        ids[count] = stored->source_ids[i];
        vintages[count] = stored->vintages[i];
        if (keys != NULL) keys[count] = stored->keys[i];
        count++;
    }
    stored->series.observations = (bs_observation_array){items, count, count};
    stored->series.frequency = kept->frequency;
    stored->sources = sources;
    stored->source_ids = ids;
    stored->vintages = vintages;
    stored->keys = keys;
    return BS_OK;
}

bs_status bs_chart_take_lengths(size_t *taken, bs_stored_series_array *all, bs_arena *arena,
                                bs_frequency wanted, bs_error *err)
{
    *taken = 0;
    for (size_t i = 0; i < all->count; i++) {
        bs_stored_series *stored = &all->items[i];
        tally of = tally_of(&stored->series);
        const length *best = choose(&of, wanted);
        bool any = best == NULL || has_course_of_lengths(&of, best);
        if (best == NULL || (!of.mixed && (any || of.count < 2))) continue;
        size_t before = stored->series.observations.count;
        BS_TRY(thin(stored, arena, best, any, err));
        *taken += before - stored->series.observations.count;
    }
    return BS_OK;
}
