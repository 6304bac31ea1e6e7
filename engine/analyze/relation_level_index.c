// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_level_index.h"

#include <stdlib.h>

#include "engine/analyze/relation_prose.h"

static int compare_levels(const bs_figure *a, const bs_figure *b)
{
    int order = bs_str_compare(a->quantity->unit, b->quantity->unit);
    if (order == 0) order = bs_period_compare(a->quantity->period, b->quantity->period);
    if (order == 0) order = (a->value > b->value) - (a->value < b->value);
    return order;
}

typedef struct level_entry {
    const bs_figure *figure;
    size_t index;
} level_entry;

static int by_level(const void *a, const void *b)
{
    const level_entry *x = a;
    const level_entry *y = b;
    int order = compare_levels(x->figure, y->figure);
    return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

bs_status bs_level_index_init(bs_level_index *out, bs_arena *arena, const bs_view *view,
                              bs_error *err)
{
    size_t count = view->reading->quantities.count;
    *out = (bs_level_index){.view = view};
    level_entry *entries = BS_NEW_ARRAY(arena, level_entry, count);
    out->figures = BS_NEW_ARRAY(arena, size_t, count);
    if (entries == NULL || out->figures == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < count; i++) {
        const bs_figure *figure = &view->figures.items[i];
        if (!bs_figure_is_level(figure) || figure->quantity->unit.len == 0) continue;
        entries[out->count++] = (level_entry){figure, i};
    }
    if (out->count > 1) qsort(entries, out->count, sizeof *entries, by_level);
    for (size_t i = 0; i < out->count; i++)
        out->figures[i] = entries[i].index;
    return BS_OK;
}

size_t bs_level_index_first(const bs_level_index *index, const bs_figure *like, double value)
{
    bs_figure key = *like;
    key.value = value;
    size_t low = 0;
    size_t high = index->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_levels(&index->view->figures.items[index->figures[middle]], &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
