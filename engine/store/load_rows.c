// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of series and segments, several in one statement: that saves half of what a row costs.
//
// Only in a store that is made apart. Elsewhere references are checked, and SQLite would keep a
// copy of every page that such a statement changes until all of its rows are known to be right.
#include "engine/store/store_internal.h"

enum { SEGMENT_BINDINGS = 12, SERIES_BINDINGS = 15 };

static bs_status keep(bs_str *text, bs_arena *arena, bs_error *err)
{
    if (text->len == 0) return BS_OK;
    char *copy = bs_arena_alloc_raw(arena, text->len, 1);
    if (copy == NULL) return bs_store__no_memory(err);
    memcpy(copy, text->ptr, text->len);
    text->ptr = copy;
    return BS_OK;
}

// --- series --------------------------------------------------------------------------------------

// Binds a row from parameter `at` on; without an id it gets the next.
static void bind_series(sqlite3_stmt *add, int at, const store_series_row *row)
{
    const bs_series *series = row->series;
    const bs_str texts[] = {series->key,       series->label,   series->group,
                            series->indicator, series->subject, series->unit};
    if (row->id != 0) sqlite3_bind_int64(add, at, row->id);
    for (int i = 0; i < (int)BS_COUNT(texts); i++)
        bs_store__bind_text(add, at + 1 + i, texts[i]);
    sqlite3_bind_int64(add, at + 7, series->order);
    bs_store__bind_text(add, at + 8, bs_str_from(bs_measure_name(series->measure)));
    bs_store__bind_text(add, at + 9, bs_str_from(bs_frequency_code(series->frequency)));
    sqlite3_bind_int(add, at + 10, series->total);
    sqlite3_bind_int(add, at + 11, series->cross_section);
    if (row->value_count > 0) {
        bs_store__bind_text(add, at + 12, row->first);
        bs_store__bind_text(add, at + 13, row->last);
    }
    sqlite3_bind_int64(add, at + 14, (int64_t)row->value_count);
}

static bs_status add_series(bs_store *store, const store_series_row *row, bs_error *err)
{
    sqlite3_stmt *add;
    BS_TRY(bs_store__prepare(store, SQL_SERIES_ADD_WHOLE, &add, err));
    bind_series(add, 1, row);
    return bs_store__run(store, add, err);
}

static bs_status flush_series(bs_store *store, bs_error *err)
{
    store_load *load = &store->load;
    size_t count = load->series_count;
    load->series_count = 0;
    sqlite3_stmt *add;
    if (count == STORE_ROWS_MAX) {
        BS_TRY(bs_store__prepare(store, SQL_SERIES_ADD_MANY, &add, err));
        for (int i = 0; i < STORE_ROWS_MAX; i++)
            bind_series(add, 1 + i * SERIES_BINDINGS, &load->series_rows[i]);
        BS_TRY(bs_store__run(store, add, err));
    } else {
        for (size_t i = 0; i < count; i++)
            BS_TRY(add_series(store, &load->series_rows[i], err));
    }
    bs_arena_reset(&load->series_arena);
    return BS_OK;
}

// The id of the next series, by which the segments of one that waits know it.
static bs_status next_id(bs_store *store, int64_t *id, bs_error *err)
{
    store_load *load = &store->load;
    sqlite3_stmt *ask;
    bool row;
    if (load->series_last == 0) {
        BS_TRY(bs_store__prepare(store, SQL_SERIES_LAST, &ask, err));
        BS_TRY(bs_store__step(store, ask, &row, err));
        load->series_last = row ? sqlite3_column_int64(ask, 0) : 0;
        sqlite3_reset(ask);
    }
    *id = ++load->series_last;
    return BS_OK;
}

static bs_status keep_series(store_series_row *kept, bs_arena *arena, bs_error *err)
{
    bs_series *copy = BS_NEW(arena, bs_series);
    if (copy == NULL) return bs_store__no_memory(err);
    *copy = *kept->series;
    kept->series = copy;
    bs_str *texts[] = {&copy->key,     &copy->label, &copy->group, &copy->indicator,
                       &copy->subject, &copy->unit,  &kept->first, &kept->last};
    for (size_t i = 0; i < BS_COUNT(texts); i++)
        BS_TRY(keep(texts[i], arena, err));
    return BS_OK;
}

bs_status bs_load__put_series(bs_store *store, const store_series_row *row, int64_t *id,
                              bs_error *err)
{
    store_load *load = &store->load;
    if (store->apart.path == NULL) {
        BS_TRY(add_series(store, row, err));
        *id = sqlite3_changes(store->db) > 0 ? sqlite3_last_insert_rowid(store->db) : 0;
        return BS_OK;
    }
    store_series_row *kept = &load->series_rows[load->series_count];
    *kept = *row;
    BS_TRY(keep_series(kept, &load->series_arena, err));
    BS_TRY(next_id(store, &kept->id, err));
    *id = kept->id;
    load->series_count++;
    return load->series_count == STORE_ROWS_MAX ? flush_series(store, err) : BS_OK;
}

// --- segments ------------------------------------------------------------------------------------

// Binds a row from parameter `at` on.
static void bind_segment(sqlite3_stmt *add, int at, int64_t source, const store_segment_row *row)
{
    sqlite3_bind_int64(add, at, row->series);
    sqlite3_bind_int64(add, at + 1, source);
    sqlite3_bind_int64(add, at + 2, row->part);
    sqlite3_bind_int64(add, at + 3, row->calendar);
    bs_store__bind_text(add, at + 4, bs_str_from(bs_value_status_name(BS_STATUS_ACTUAL)));
    bs_store__bind_text(add, at + 5, row->numbers);
    bs_store__bind_text(add, at + 6, row->marks);
    sqlite3_bind_int(add, at + 7, 1);
    bs_store__bind_text(add, at + 8, row->unit_text);
    sqlite3_bind_int(add, at + 9, row->unit_power);
    sqlite3_bind_int64(add, at + 10, row->table);
    bs_store__bind_text(add, at + 11, row->run);
}

static bs_status add_segment(bs_store *store, const store_segment_row *row, bs_error *err)
{
    sqlite3_stmt *add;
    BS_TRY(bs_store__prepare(store, SQL_SEGMENT_ADD, &add, err));
    bind_segment(add, 1, store->load.result.source, row);
    return bs_store__run(store, add, err);
}

static bs_status add_many(bs_store *store, const store_segment_row *rows, bs_error *err)
{
    sqlite3_stmt *add;
    BS_TRY(bs_store__prepare(store, SQL_SEGMENT_ADD_MANY, &add, err));
    for (int i = 0; i < STORE_ROWS_MAX; i++)
        bind_segment(add, 1 + i * SEGMENT_BINDINGS, store->load.result.source, &rows[i]);
    return bs_store__run(store, add, err);
}

static bs_status flush_segments(bs_store *store, bs_error *err)
{
    store_load *load = &store->load;
    size_t count = load->segment_count;
    load->segment_count = 0;
    if (count == STORE_ROWS_MAX) {
        BS_TRY(add_many(store, load->segment_rows, err));
    } else {
        for (size_t i = 0; i < count; i++)
            BS_TRY(add_segment(store, &load->segment_rows[i], err));
    }
    bs_arena_reset(&load->segment_arena);
    return BS_OK;
}

bs_status bs_load__put_segment(bs_store *store, const store_segment_row *row, bs_error *err)
{
    store_load *load = &store->load;
    if (store->apart.path == NULL) return add_segment(store, row, err);
    store_segment_row *kept = &load->segment_rows[load->segment_count];
    *kept = *row;
    BS_TRY(keep(&kept->numbers, &load->segment_arena, err));
    BS_TRY(keep(&kept->marks, &load->segment_arena, err));
    BS_TRY(keep(&kept->run, &load->segment_arena, err));
    BS_TRY(keep(&kept->unit_text, &load->segment_arena, err));
    load->segment_count++;
    return load->segment_count == STORE_ROWS_MAX ? flush_segments(store, err) : BS_OK;
}

// --- both ----------------------------------------------------------------------------------------

bs_status bs_load__flush_rows(bs_store *store, bs_error *err)
{
    BS_TRY(flush_series(store, err));
    BS_TRY(flush_segments(store, err));
    store->load.series_last = 0; // others may be added before the next
    return BS_OK;
}

void bs_load__rows_deinit(store_load *load)
{
    bs_arena_deinit(&load->series_arena);
    bs_arena_deinit(&load->segment_arena);
}
