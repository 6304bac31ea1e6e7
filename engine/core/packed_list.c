// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/packed_list.h"

#include <stdlib.h>

// Periods that series run over, by the ids of each.
typedef struct kept_periods {
    const uint32_t *ids; // NULL: not kept yet
    size_t count;
    bool mixed; // of several frequencies
} kept_periods;

typedef struct kept_period {
    bs_period period;
    bs_str printed;
} kept_period;

typedef struct part {
    struct part *more; // the next of the series
    uint32_t periods;  // index of the list; UINT32_MAX: not packed
    bool trimmed;
    bs_str numbers;
    size_t value_count;
    bs_places places;
    bs_observation_array observations; // of a series that is not packed
} part;

// Items one after the other, as BS_ARRAY has them, but on the heap: growing leaves nothing behind.
struct bs_packed_list {
    bs_arena arena; // of texts, lists and parts
    bs_series_array heads;
    BS_ARRAY(part *) first; // part of each series
    BS_ARRAY(uint32_t) numbers;
    BS_ARRAY(kept_periods) lists;  // by the id of bs_periods
    BS_ARRAY(kept_period) periods; // by the id of each
};

static bs_status no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

bs_packed_list *bs_packed_list_new(void)
{
    return calloc(1, sizeof(bs_packed_list));
}

void bs_packed_list_clear(bs_packed_list *list)
{
    bs_arena_deinit(&list->arena);
    free(list->heads.items);
    free(list->first.items);
    free(list->numbers.items);
    free(list->lists.items);
    free(list->periods.items);
    *list = (bs_packed_list){0};
}

void bs_packed_list_free(bs_packed_list *list)
{
    if (list == NULL) return;
    bs_packed_list_clear(list);
    free(list);
}

// --- keeping -------------------------------------------------------------------------------------

// Makes any BS_ARRAY on the heap hold `count` items, the new ones zeroed.
static bs_status grow(void *array, size_t item_size, size_t count, bs_error *err)
{
    enum { FIRST = 64 };
    BS_ARRAY(char) head;
    memcpy(&head, array, sizeof head);
    if (count > head.capacity) {
        size_t capacity = count > FIRST ? count + count / 2 : FIRST;
        char *items = reallocarray(head.items, capacity, item_size);
        if (items == NULL) return no_memory(err);
        head.items = items;
        head.capacity = capacity;
    }
    if (count > head.count) {
        memset(head.items + head.count * item_size, 0, (count - head.count) * item_size);
        head.count = count;
    }
    memcpy(array, &head, sizeof head);
    return BS_OK;
}

#define GROW(array, count, err) grow((array), sizeof *(array)->items, (count), (err))

static bs_status keep_text(bs_str *text, bs_arena *arena, bs_error *err)
{
    if (text->len == 0) {
        *text = (bs_str){0};
        return BS_OK;
    }
    *text = bs_arena_str(arena, *text);
    return text->ptr != NULL ? BS_OK : no_memory(err);
}

enum { TEXT_COUNT = 7 };

static void texts_of(bs_str *out[TEXT_COUNT], bs_series *series)
{
    bs_str *texts[TEXT_COUNT] = {&series->key,       &series->label,   &series->group,
                                 &series->indicator, &series->subject, &series->unit,
                                 &series->unit_text};
    memcpy(out, texts, sizeof texts);
}

// The names of a series are often one text, and its group and unit those of the series before.
static bs_status keep_texts(bs_series *series, const bs_series *before, bs_arena *arena,
                            bs_error *err)
{
    bs_series given = *series, none = {0};
    bs_series other = before != NULL ? *before : none;
    bs_str *to[TEXT_COUNT], *from[TEXT_COUNT], *old[TEXT_COUNT];
    texts_of(to, series);
    texts_of(from, &given);
    texts_of(old, &other);
    for (size_t i = 0; i < TEXT_COUNT; i++) {
        size_t same = 0;
        while (same < i && !bs_str_equal(*from[same], *from[i]))
            same++;
        if (same < i)
            *to[i] = *to[same];
        else if (bs_str_equal(*old[i], *from[i]))
            *to[i] = *old[i];
        else
            BS_TRY(keep_text(to[i], arena, err));
    }
    return BS_OK;
}

static bs_status keep_period(bs_packed_list *list, const bs_periods *periods, size_t index,
                             bs_error *err)
{
    uint32_t id = periods->ids[index];
    if (id >= list->periods.count) BS_TRY(GROW(&list->periods, (size_t)id + 1, err));
    kept_period *kept = &list->periods.items[id];
    if (!bs_period_is_none(kept->period)) return BS_OK;
    *kept = (kept_period){periods->items[index], periods->printed[index]};
    return keep_text(&kept->printed, &list->arena, err);
}

static bs_status keep_periods(uint32_t *out, bs_packed_list *list, const bs_periods *periods,
                              bs_error *err)
{
    *out = periods->id;
    if (periods->id >= list->lists.count) BS_TRY(GROW(&list->lists, (size_t)periods->id + 1, err));
    kept_periods *kept = &list->lists.items[periods->id];
    if (kept->ids != NULL) return BS_OK;
    uint32_t *ids = BS_NEW_ARRAY(&list->arena, uint32_t, periods->count);
    if (ids == NULL) return no_memory(err);
    memcpy(ids, periods->ids, periods->count * sizeof *ids);
    *kept = (kept_periods){.ids = ids, .count = periods->count};
    for (size_t i = 0; i < periods->count; i++) {
        kept->mixed |= periods->items[i].frequency != periods->items[0].frequency;
        BS_TRY(keep_period(list, periods, i, err));
    }
    return BS_OK;
}

static bs_status keep_numbers(const uint32_t **numbers, bs_arena *arena, size_t count,
                              bs_error *err)
{
    uint32_t *copy = BS_NEW_ARRAY(arena, uint32_t, count);
    if (copy == NULL) return no_memory(err);
    memcpy(copy, *numbers, count * sizeof *copy);
    *numbers = copy;
    return BS_OK;
}

static bs_status keep_places(bs_places *places, bs_arena *arena, size_t count, bs_error *err)
{
    if (places->way != BS_COLUMNS_LISTED) {
        places->lines = places->columns = NULL;
        return BS_OK;
    }
    BS_TRY(keep_numbers(&places->lines, arena, count, err));
    return keep_numbers(&places->columns, arena, count, err);
}

static bs_status keep_observations(part *out, bs_arena *arena, const bs_observation_array *from,
                                   bs_error *err)
{
    bs_observation *items = BS_NEW_ARRAY(arena, bs_observation, from->count);
    if (items == NULL) return no_memory(err);
    for (size_t i = 0; i < from->count; i++) {
        items[i] = from->items[i];
        out->value_count += items[i].state == BS_STATE_VALUE;
        BS_TRY(keep_text(&items[i].text, arena, err));
        BS_TRY(keep_text(&items[i].period_text, arena, err));
    }
    out->observations = (bs_observation_array){items, from->count, from->count};
    return BS_OK;
}

static bs_status keep_part(part **out, bs_packed_list *list, const bs_packed *packed, bs_error *err)
{
    bs_arena *arena = &list->arena;
    part *own = BS_NEW(arena, part);
    if (own == NULL) return no_memory(err);
    *own = (part){.periods = UINT32_MAX, .trimmed = packed->trimmed};
    *out = own;
    if (packed->periods == NULL)
        return keep_observations(own, arena, &packed->series.observations, err);
    own->numbers = packed->numbers;
    own->value_count = packed->value_count;
    own->places = packed->places;
    BS_TRY(keep_periods(&own->periods, list, packed->periods, err));
    BS_TRY(keep_places(&own->places, arena, packed->periods->count, err));
    return keep_text(&own->numbers, arena, err);
}

static bool is_joinable(const bs_packed_list *list, const part *own)
{
    return own->periods != UINT32_MAX && !own->trimmed && !list->lists.items[own->periods].mixed;
}

static int by_number(const void *key, const void *item)
{
    uint32_t x = *(const uint32_t *)key, y = *(const uint32_t *)item;
    return (x > y) - (x < y);
}

static bs_status join(bs_packed_list *list, const bs_packed *packed, bs_error *err)
{
    const uint32_t *numbers = list->numbers.items;
    const uint32_t *at =
        bsearch(&packed->number, numbers, list->numbers.count, sizeof *numbers, by_number);
    if (at == NULL) return bs_fail(err, BS_E_ARGUMENT, "a part of a series that is not there");
    part *own, *last = list->first.items[at - numbers];
    BS_TRY(keep_part(&own, list, packed, err));
    while (last->more != NULL)
        last = last->more;
    bool fits = is_joinable(list, own) && is_joinable(list, last) &&
                packed->series.frequency == list->heads.items[at - numbers].frequency;
    if (!fits) return bs_fail(err, BS_E_ARGUMENT, "the parts of a series cannot be joined");
    last->more = own;
    return BS_OK;
}

bs_status bs_packed_list_add(bs_packed_list *list, const bs_packed *packed, bs_error *err)
{
    if (packed->part > 1) return join(list, packed, err);
    size_t count = list->heads.count;
    if (count > 0 && list->numbers.items[count - 1] >= packed->number)
        return bs_fail(err, BS_E_ARGUMENT, "its series do not come in the order of the table");
    part *own;
    bs_series head = packed->series;
    head.observations = (bs_observation_array){0};
    BS_TRY(keep_texts(&head, count > 0 ? &list->heads.items[count - 1] : NULL, &list->arena, err));
    BS_TRY(keep_part(&own, list, packed, err));
    BS_TRY(GROW(&list->numbers, count + 1, err));
    BS_TRY(GROW(&list->first, count + 1, err));
    BS_TRY(GROW(&list->heads, count + 1, err));
    list->heads.items[count] = head;
    list->first.items[count] = own;
    list->numbers.items[count] = packed->number;
    return BS_OK;
}

// --- giving --------------------------------------------------------------------------------------

const bs_series_array *bs_packed_list_heads(const bs_packed_list *list)
{
    return &list->heads;
}

size_t bs_packed_list_value_count(const bs_packed_list *list, size_t index)
{
    size_t count = 0;
    for (const part *own = list->first.items[index]; own != NULL; own = own->more)
        count += own->value_count;
    return count;
}

bs_str bs_packed_list_numbers(const bs_packed_list *list, size_t index)
{
    const part *own = list->first.items[index];
    return own->periods != UINT32_MAX && own->more == NULL ? own->numbers : (bs_str){0};
}

static bs_status unpack(bs_series *out, bs_arena *arena, const bs_packed_list *list,
                        const part *own, bs_error *err)
{
    if (own->periods == UINT32_MAX) {
        out->observations = own->observations;
        return BS_OK;
    }
    const kept_periods *kept = &list->lists.items[own->periods];
    bs_period *items = BS_NEW_ARRAY(arena, bs_period, kept->count);
    bs_str *printed = BS_NEW_ARRAY(arena, bs_str, kept->count);
    if (items == NULL || printed == NULL) return no_memory(err);
    for (size_t i = 0; i < kept->count; i++) {
        items[i] = list->periods.items[kept->ids[i]].period;
        printed[i] = list->periods.items[kept->ids[i]].printed;
    }
    bs_periods periods = {.items = items, .printed = printed, .count = kept->count};
    bs_packed packed = {
        .series = *out, .periods = &periods, .numbers = own->numbers, .places = own->places};
    return bs_packed_series(out, arena, &packed, err);
}

static int by_period(const void *left, const void *right)
{
    const bs_observation *a = left, *b = right;
    int order = bs_period_compare(a->period, b->period);
    if (order == 0) order = (a->origin.line > b->origin.line) - (a->origin.line < b->origin.line);
    if (order != 0) return order;
    return (a->origin.column > b->origin.column) - (a->origin.column < b->origin.column);
}

static bs_status unpack_all(bs_series *out, bs_arena *arena, const bs_packed_list *list,
                            const part *first, bs_error *err)
{
    bs_observation_array all = {0};
    for (const part *own = first; own != NULL; own = own->more) {
        BS_TRY(unpack(out, arena, list, own, err));
        size_t more = out->observations.count;
        if (!BS_RESERVE(arena, &all, more)) return no_memory(err);
        memcpy(all.items + all.count, out->observations.items, more * sizeof *all.items);
        all.count += more;
    }
    qsort(all.items, all.count, sizeof *all.items, by_period);
    out->observations = all;
    return BS_OK;
}

bs_status bs_packed_list_get(bs_series *out, bs_arena *arena, const bs_packed_list *list,
                             size_t index, bs_error *err)
{
    const part *first = list->first.items[index];
    *out = list->heads.items[index];
    return first->more == NULL ? unpack(out, arena, list, first, err)
                               : unpack_all(out, arena, list, first, err);
}

// --- readings ------------------------------------------------------------------------------------

size_t bs_reading_value_count(const bs_reading *reading, size_t index)
{
    if (reading->packed != NULL) return bs_packed_list_value_count(reading->packed, index);
    const bs_observation_array *all = &reading->series.items[index].observations;
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++)
        count += all->items[i].state == BS_STATE_VALUE;
    return count;
}

bs_str bs_reading_numbers(const bs_reading *reading, size_t index)
{
    return reading->packed != NULL ? bs_packed_list_numbers(reading->packed, index) : (bs_str){0};
}

bs_status bs_reading_series(bs_series *out, bs_arena *arena, const bs_reading *reading,
                            size_t index, bs_error *err)
{
    if (reading->packed != NULL) return bs_packed_list_get(out, arena, reading->packed, index, err);
    *out = reading->series.items[index];
    return BS_OK;
}
