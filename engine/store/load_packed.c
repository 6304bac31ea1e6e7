// SPDX-License-Identifier: GPL-3.0-or-later
// Loading packed series: what is the same in all of a file is done once, and a series that the
// store does not have is two rows, written as they are.
#include <stdlib.h>

#include "engine/store/store_internal.h"

void bs_load__packed_deinit(store_load *load)
{
    for (size_t i = 0; i < STORE_CALENDAR_COUNT; i++)
        free(load->calendars[i].rows);
    bs_buffer_deinit(&load->run);
    bs_load__rows_deinit(load);
    bs_arena_deinit(&load->split_arena);
}

// --- calendars -----------------------------------------------------------------------------------

// The place in the cache for a list of periods; what was there before is forgotten.
static bs_status cache_of(store_calendar **out, store_load *load, const bs_periods *periods,
                          bs_error *err)
{
    store_calendar *cache = &load->calendars[periods->id % STORE_CALENDAR_COUNT];
    *out = cache;
    if (cache->id == periods->id) return BS_OK;
    free(cache->rows);
    cache->id = periods->id;
    cache->count = (periods->count + SEGMENT_COUNT_MAX - 1) / SEGMENT_COUNT_MAX;
    cache->rows = calloc(cache->count, sizeof *cache->rows);
    return cache->rows != NULL ? BS_OK : bs_store__no_memory(err);
}

// The row of the calendar of one piece of the list.
static bs_status find_calendar(int64_t *out, bs_store *store, const bs_periods *periods,
                               size_t piece, bs_error *err)
{
    store_load *load = &store->load;
    store_calendar *cache = NULL;
    BS_TRY(cache_of(&cache, load, periods, err));
    if (cache->rows[piece] == 0) {
        size_t from = piece * SEGMENT_COUNT_MAX, rest = periods->count - from;
        size_t count = rest < SEGMENT_COUNT_MAX ? rest : SEGMENT_COUNT_MAX;
        bs_segment__write_periods(load, periods->items + from, periods->printed + from, count);
        BS_TRY(bs_buffer_status(&load->periods, err));
        BS_TRY(bs_buffer_status(&load->printed, err));
        BS_TRY(bs_load__calendar(store, err));
        cache->rows[piece] = load->calendar_id;
    }
    *out = cache->rows[piece];
    return BS_OK;
}

// --- segments ------------------------------------------------------------------------------------

// What is left to write of a series.
typedef struct rest {
    const bs_packed *packed;
    bs_str numbers;
    size_t from;     // index of the next observation
    uint32_t column; // of it, in a run of adjacent ones
} rest;

// The next piece of at most SEGMENT_COUNT_MAX numbers, into load->numbers.
static size_t take_numbers(store_load *load, rest *left)
{
    const char *start = left->numbers.ptr, *end = start + left->numbers.len, *at = start;
    size_t count = 0;
    uint32_t column = left->column;
    while (count < SEGMENT_COUNT_MAX && at < end) {
        const char *comma = memchr(at, ',', (size_t)(end - at));
        if (comma == NULL) comma = end;
        column += *at == 'n' ? 1 : (uint32_t)(comma - at) + 1;
        at = comma + 1;
        count++;
    }
    if (at > end) at = end + 1;
    bs_buffer_clear(&load->numbers);
    bs_buffer_add_char(&load->numbers, '[');
    bs_buffer_add(&load->numbers, (bs_str){start, (size_t)(at - start) - 1});
    bs_buffer_add_char(&load->numbers, ']');
    left->numbers = at < end ? (bs_str){at, (size_t)(end - at)} : (bs_str){0};
    left->column = column;
    return count;
}

// The whole list when it fits in one segment, without looking at its commas.
static size_t take_all(store_load *load, rest *left)
{
    bs_buffer_clear(&load->numbers);
    bs_buffer_add_char(&load->numbers, '[');
    bs_buffer_add(&load->numbers, left->numbers);
    bs_buffer_add_char(&load->numbers, ']');
    left->numbers = (bs_str){0};
    return left->packed->periods->count;
}

static void write_run(store_load *load, const rest *left, uint32_t column)
{
    const bs_places *places = &left->packed->places;
    uint32_t from = (uint32_t)left->from;
    bool listed = places->way == BS_COLUMNS_LISTED;
    uint32_t line = listed ? places->lines[from] : places->line + from * places->line_step;
    const uint32_t items[] = {line,
                              places->line_step,
                              column,
                              places->way,
                              places->row > 0 ? line - places->line + places->row : 0,
                              places->col + from * places->col_step,
                              places->col_step};
    bs_buffer_clear(&load->run);
    for (size_t i = 0; i < BS_COUNT(items); i++) {
        bs_buffer_add_char(&load->run, i == 0 ? '[' : ',');
        bs_buffer_add_uint(&load->run, items[i], 1);
    }
    bs_buffer_add_char(&load->run, ']');
}

static void write_listed(store_load *load, const rest *left, size_t count)
{
    const bs_places *places = &left->packed->places;
    bs_buffer_clear(&load->marks);
    if (places->way != BS_COLUMNS_LISTED) return;
    for (size_t i = left->from; i < left->from + count; i++) {
        bs_buffer_add(&load->marks, i == left->from ? BS_STR("[[") : BS_STR(",["));
        bs_buffer_add_uint(&load->marks, places->lines[i], 1);
        bs_buffer_add_char(&load->marks, ',');
        bs_buffer_add_uint(&load->marks, places->columns[i], 1);
        bs_buffer_add_char(&load->marks, ']');
    }
    bs_buffer_add_char(&load->marks, ']');
}

static bs_status put_row(bs_store *store, const bs_packed *packed, store_segment_row *row,
                         bs_error *err)
{
    store_load *load = &store->load;
    BS_TRY(bs_buffer_status(&load->numbers, err));
    BS_TRY(bs_buffer_status(&load->marks, err));
    BS_TRY(bs_buffer_status(&load->run, err));
    row->numbers = bs_buffer_str(&load->numbers);
    row->marks = bs_buffer_str(&load->marks);
    row->run = bs_buffer_str(&load->run);
    row->unit_text = packed->series.unit_text;
    row->unit_power = packed->series.unit_power;
    row->table = packed->series.table;
    return bs_load__put_segment(store, row, err);
}

static bs_status add_segments(bs_store *store, const bs_packed *packed, int64_t series,
                              uint32_t part, bs_error *err)
{
    store_load *load = &store->load;
    rest left = {.packed = packed, .numbers = packed->numbers, .column = packed->places.column};
    bool single = packed->periods->count <= SEGMENT_COUNT_MAX;
    for (size_t piece = 0; left.from < packed->periods->count; piece++) {
        uint32_t column = left.column;
        store_segment_row row = {.series = series, .part = part++};
        BS_TRY(find_calendar(&row.calendar, store, packed->periods, piece, err));
        size_t count = single ? take_all(load, &left) : take_numbers(load, &left);
        if (packed->places.way != BS_COLUMNS_ADJACENT) left.column = packed->places.column;
        write_run(load, &left, column);
        write_listed(load, &left, count);
        BS_TRY(put_row(store, packed, &row, err));
        left.from += count;
    }
    return BS_OK;
}

// --- series --------------------------------------------------------------------------------------

// Adds the row of a series that nobody else speaks of; *id is 0 when its key is taken.
static bs_status add_series(bs_store *store, const bs_packed *packed, int64_t *id, bs_error *err)
{
    const bs_periods *periods = packed->periods;
    bs_buffer *first = &store->load.marks, *last = &store->load.run; // free at this time
    store_series_row row = {.series = &packed->series, .value_count = packed->value_count};
    bs_buffer_clear(first);
    bs_buffer_clear(last);
    if (packed->value_count > 0) {
        bs_period_write(periods->items[packed->first], first);
        bs_period_write(periods->items[packed->last], last);
        BS_TRY(bs_buffer_status(first, err));
        BS_TRY(bs_buffer_status(last, err));
        row.first = bs_buffer_str(first);
        row.last = bs_buffer_str(last);
    }
    return bs_load__put_series(store, &row, id, err);
}

static void count_new(bs_load_result *result, const bs_packed *packed)
{
    result->value_new += packed->value_count;
    result->missing += packed->periods->count - packed->value_count;
}

static bs_status has_others(bs_store *store, int64_t series, bool *out, bs_error *err)
{
    sqlite3_stmt *ask;
    BS_TRY(bs_store__prepare(store, SQL_SEGMENT_OTHERS, &ask, err));
    sqlite3_bind_int64(ask, 1, series);
    sqlite3_bind_int64(ask, 2, store->load.result.source);
    BS_TRY(bs_store__step(store, ask, out, err));
    sqlite3_reset(ask);
    return BS_OK;
}

// Adds more of a series that this load has made; *done is false when it is not such a one.
static bs_status add_part(bs_store *store, const bs_packed *packed, bool *done, bs_error *err)
{
    store_load *load = &store->load;
    int64_t id = 0;
    uint32_t part = 0;
    bool others = true;
    BS_TRY(bs_load__flush_rows(store, err));
    BS_TRY(bs_load__find_series(store, packed->series.key, &id, err));
    if (id != 0) BS_TRY(has_others(store, id, &others, err));
    *done = !others;
    if (others) return BS_OK;
    BS_TRY(bs_load__next_part(store, id, &part, err));
    BS_TRY(add_segments(store, packed, id, part, err));
    int64_t *split = BS_PUSH(&load->split_arena, &load->split);
    if (split == NULL) return bs_store__no_memory(err);
    *split = id;
    count_new(&load->result, packed);
    return BS_OK;
}

static bs_status add_new(bs_store *store, const bs_packed *packed, bool *done, bs_error *err)
{
    int64_t id = 0;
    BS_TRY(add_series(store, packed, &id, err));
    *done = id != 0;
    if (id == 0) return BS_OK;
    BS_TRY(add_segments(store, packed, id, 1, err));
    store->load.result.series_new++;
    count_new(&store->load.result, packed);
    return BS_OK;
}

// Where its key is taken: compared value by value with what the store has.
static bs_status add_unpacked(bs_store *store, const bs_packed *packed, bs_error *err)
{
    bs_series series;
    bs_load_result before = store->load.result;
    BS_TRY(bs_packed_series(&series, &store->load.arena, packed, err));
    BS_TRY(bs_load__merge(store, &series, err));
    if (packed->part > 1) { // counted when its first part came
        store->load.result.series_known = before.series_known;
        store->load.result.series_new = before.series_new;
    }
    return BS_OK;
}

static bs_status add_packed(bs_store *store, const bs_packed *packed, bs_error *err)
{
    bool done = false;
    if (packed->periods != NULL) {
        BS_TRY(packed->part == 1 ? add_new(store, packed, &done, err)
                                 : add_part(store, packed, &done, err));
    }
    return done ? BS_OK : add_unpacked(store, packed, err);
}

bs_status bs_store_add_packed(bs_store *store, const bs_packed *packed, bs_error *err)
{
    if (!store->load.open) return bs_fail(err, BS_E_ARGUMENT, "no load is under way");
    bs_status status = add_packed(store, packed, err);
    bs_arena_reset(&store->load.arena);
    if (status != BS_OK) bs_store_abort(store);
    return status;
}

static int compare_ids(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

bs_status bs_load__join_parts(bs_store *store, bs_error *err)
{
    store_load *load = &store->load;
    BS_TRY(bs_load__flush_rows(store, err));
    if (load->split.count > 1)
        qsort(load->split.items, load->split.count, sizeof *load->split.items, compare_ids);
    for (size_t i = 0; i < load->split.count; i++) {
        if (i > 0 && load->split.items[i] == load->split.items[i - 1]) continue;
        BS_TRY(bs_store__refresh(store, load->split.items[i], err));
    }
    return BS_OK;
}
