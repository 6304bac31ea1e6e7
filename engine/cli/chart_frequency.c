// SPDX-License-Identifier: GPL-3.0-or-later
// One length of time a series: a year among its quarters is no point of their course.
#include "engine/cli/chart_build.h"

// How many values a series has of each frequency.
typedef struct tally {
    size_t counts[BS_FREQUENCY_COUNT];
    size_t kinds; // frequencies with values
} tally;

static tally count_of(const bs_series *series)
{
    tally out = {0};
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *o = &series->observations.items[i];
        if (o->state != BS_STATE_VALUE || bs_period_is_none(o->period)) continue;
        out.kinds += out.counts[o->period.frequency]++ == 0;
    }
    return out;
}

// The one that is wanted where the series has it, else the commonest; of two the finer.
static bs_frequency choose(const tally *of, bs_frequency wanted)
{
    bs_frequency best = BS_FREQUENCY_NONE;
    if (of->counts[wanted] > 0) return wanted;
    for (unsigned i = 0; i < BS_FREQUENCY_COUNT; i++) {
        if (of->counts[i] >= of->counts[best]) best = (bs_frequency)i;
    }
    return best;
}

// Leaves the observations of one frequency, with what stands beside them, in arrays of its own.
static bs_status thin(bs_stored_series *stored, bs_arena *arena, bs_frequency kept, bs_error *err)
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
        if (old.items[i].period.frequency != kept) continue;
        items[count] = old.items[i];
        sources[count] = stored->sources[i];
        ids[count] = stored->source_ids[i];
        vintages[count] = stored->vintages[i];
        if (keys != NULL) keys[count] = stored->keys[i];
        count++;
    }
    stored->series.observations = (bs_observation_array){items, count, count};
    stored->series.frequency = kept;
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
        tally of = count_of(&stored->series);
        if (of.kinds < 2) continue;
        size_t before = stored->series.observations.count;
        BS_TRY(thin(stored, arena, choose(&of, wanted), err));
        *taken += before - stored->series.observations.count;
    }
    return BS_OK;
}
