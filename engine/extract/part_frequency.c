// SPDX-License-Identifier: GPL-3.0-or-later
// "2022 | 2023 | 2024.1월 | 2월": a row that goes on with parts of the last year holds a series of
// years and one of months.
#include "engine/extract/part_frequency.h"

static bs_status no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

static bool is_of(const bs_observation *observation, bs_frequency frequency, bool own)
{
    bs_period period = observation->period;
    return bs_period_is_none(period) ? own : period.frequency == frequency;
}

bool bs__is_mixed(const bs_series *series)
{
    for (size_t i = 0; i < series->observations.count; i++) {
        if (!is_of(&series->observations.items[i], series->frequency, true)) return true;
    }
    return false;
}

// Empty cells at the ends of a part are the shape of the table, which has other times beside its
// own; of a part with nothing else nothing is left.
static void trim(bs_observation_array *part)
{
    size_t first = 0;
    while (part->count > 0 && part->items[part->count - 1].state == BS_STATE_EMPTY)
        part->count--;
    while (first < part->count && part->items[first].state == BS_STATE_EMPTY)
        first++;
    part->items += first;
    part->count -= first;
}

bs_status bs__each_frequency(const bs_series *series, bs_arena *arena, bs__series_visit visit,
                             void *context, bs_error *err)
{
    const bs_observation_array *all = &series->observations;
    for (int i = 0; i <= BS_FREQUENCY_COUNT; i++) {
        bool own = i == 0; // first
        bs_frequency frequency = own ? series->frequency : (bs_frequency)(i - 1);
        if (!own && frequency == series->frequency) continue;
        bs_series part = *series;
        part.frequency = frequency;
        part.observations = (bs_observation_array){0};
        for (size_t k = 0; k < all->count; k++) {
            if (!is_of(&all->items[k], frequency, own)) continue;
            bs_observation *place = BS_PUSH(arena, &part.observations);
            if (place == NULL) return no_memory(err);
            *place = all->items[k];
        }
        if (part.observations.count > 0) trim(&part.observations);
        if (part.observations.count == 0) continue;
        if (!own && part.key.len > 0) {
            part.key = bs_arena_format(arena, "%.*s:%s", BS_STR_ARG(series->key),
                                       bs_frequency_name(frequency));
            if (part.key.ptr == NULL) return no_memory(err);
        }
        BS_TRY(visit(context, &part, err));
    }
    return BS_OK;
}
