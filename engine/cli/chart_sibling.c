// SPDX-License-Identifier: GPL-3.0-or-later
// Years and months of one row of a table are two series, and no line: of those that differ in
// their frequency alone a chart draws one.
#include <stdlib.h>

#include "engine/cli/chart_build.h"

// A series, and what it is called without its frequency.
typedef struct member {
    bs_stored_series *stored;
    bs_str name;
    size_t place; // in the array
    bool dropped;
} member;

static int compare_names(const void *left, const void *right)
{
    const member *a = left, *b = right;
    int order = bs_str_compare(a->stored->series.group, b->stored->series.group);
    if (order == 0) order = bs_str_compare(a->name, b->name);
    return order != 0 ? order : (a->place > b->place) - (a->place < b->place);
}

static int compare_places(const void *left, const void *right)
{
    const member *a = left, *b = right;
    return (a->place > b->place) - (a->place < b->place);
}

// Index behind the members of the table, or of the name, of the one at `from`.
static size_t table_end(const member *all, size_t count, size_t from)
{
    size_t end = from + 1;
    bs_str group = all[from].stored->series.group;
    while (end < count && bs_str_equal(all[end].stored->series.group, group))
        end++;
    return end;
}

static size_t name_end(const member *all, size_t count, size_t from)
{
    size_t end = from + 1;
    while (end < count && bs_str_equal(all[end].name, all[from].name))
        end++;
    return end;
}

// The frequency with most values, of two the finer; the wanted one where there is any of it.
static bs_frequency choose(const size_t counts[BS_FREQUENCY_COUNT], bs_frequency wanted)
{
    if (counts[wanted] > 0) return wanted;
    bs_frequency best = BS_FREQUENCY_NONE;
    for (int i = BS_FREQUENCY_ANNUAL; i < BS_FREQUENCY_COUNT; i++) {
        if (counts[i] > 0 && counts[i] >= counts[best]) best = (bs_frequency)i;
    }
    return best;
}

static void tally(size_t counts[BS_FREQUENCY_COUNT], const member *all, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++)
        counts[all[i].stored->series.frequency] += all[i].stored->series.observations.count;
}

// Drops all of one name but those of the frequency that its table is drawn by.
static size_t drop(member *all, size_t from, size_t end, bs_frequency best)
{
    size_t own[BS_FREQUENCY_COUNT] = {0}, taken = 0;
    tally(own, all, from, end);
    own[BS_FREQUENCY_NONE] = 0;
    bs_frequency kept = choose(own, best);
    for (size_t i = from; i < end; i++) {
        all[i].dropped = all[i].stored->series.frequency != kept;
        if (all[i].dropped) taken += all[i].stored->series.observations.count;
    }
    return taken;
}

static size_t drop_in_table(member *all, size_t from, size_t end, bs_frequency wanted)
{
    size_t counts[BS_FREQUENCY_COUNT] = {0}, taken = 0;
    for (size_t i = from; i < end;) {
        size_t next = name_end(all, end, i);
        if (next - i > 1) tally(counts, all, i, next);
        i = next;
    }
    counts[BS_FREQUENCY_NONE] = 0;
    bs_frequency best = choose(counts, wanted);
    for (size_t i = from; i < end;) {
        size_t next = name_end(all, end, i);
        if (next - i > 1) taken += drop(all, i, next, best);
        i = next;
    }
    return taken;
}

bs_status bs_chart_take_siblings(size_t *taken, bs_stored_series_array *all, bs_frequency wanted,
                                 bs_error *err)
{
    *taken = 0;
    if (all->count < 2) return BS_OK;
    member *members = calloc(all->count, sizeof *members);
    if (members == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < all->count; i++) {
        members[i] = (member){.stored = &all->items[i],
                              .name = bs_series_bare_key(&all->items[i].series),
                              .place = i};
    }
    qsort(members, all->count, sizeof *members, compare_names);
    for (size_t i = 0; i < all->count;) {
        size_t end = table_end(members, all->count, i);
        *taken += drop_in_table(members, i, end, wanted);
        i = end;
    }
    qsort(members, all->count, sizeof *members, compare_places);
    size_t kept = 0;
    for (size_t i = 0; i < all->count; i++) {
        if (!members[i].dropped) all->items[kept++] = all->items[i];
    }
    all->count = kept;
    free(members);
    return BS_OK;
}
