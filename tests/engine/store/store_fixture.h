// SPDX-License-Identifier: GPL-3.0-or-later
// store_fixture.h: series as tables of rows, and stores to put them in.
#ifndef BS_TEST_STORE_FIXTURE_H
#define BS_TEST_STORE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "engine/store/store.h"

typedef struct row {
    const char *period; // ISO text; "" for none
    const char *value;  // as bs_decimal_parse reads it: "121e8"; NULL for a missing one
    const char *text;   // as printed; NULL: the same as `value`
    bs_value_status status;
    bs_qualifier qualifier;
    bs_state state; // of a missing one
    bs_origin origin;
    const char *period_text; // NULL: the same as `period`
} row;

static inline bs_period period_of(const char *text)
{
    bs_period period = BS_PERIOD_NONE;
    if (text[0] != '\0') {
        assert_int_equal(bs_period_parse(&period, bs_str_from(text), NULL), BS_OK);
    }
    return period;
}

static inline void fill_series(bs_series *out, bs_arena *arena, const row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bs_observation *item = BS_PUSH(arena, &out->observations);
        assert_non_null(item);
        *item = (bs_observation){
            .period = period_of(rows[i].period),
            .state = rows[i].state,
            .qualifier = rows[i].qualifier,
            .status = rows[i].status,
            .text = bs_str_from(rows[i].text ? rows[i].text : rows[i].value),
            .period_text = bs_str_from(rows[i].period_text ? rows[i].period_text : rows[i].period),
            .quantity = BS_NO_QUANTITY,
            .origin = rows[i].origin,
        };
        if (rows[i].value == NULL) continue;
        assert_int_equal(bs_decimal_parse(&item->value, bs_str_from(rows[i].value), NULL), BS_OK);
    }
}

// A reading of one series with the usual names, from a source whose text is `text`.
typedef struct fixture {
    bs_arena arena;
    bs_source source;
    bs_reading reading;
} fixture;

static inline bs_series *add_series(fixture *f, const char *key, const char *unit, const row *rows,
                                    size_t count)
{
    bs_series *series = BS_PUSH(&f->arena, &f->reading.series);
    assert_non_null(series);
    *series = (bs_series){
        .key = bs_str_from(key),
        .label = bs_str_from(key),
        .group = BS_STR("group"),
        .indicator = bs_str_from(key),
        .unit = bs_str_from(unit),
        .frequency = count > 0 ? period_of(rows[0].period).frequency : BS_FREQUENCY_ANNUAL,
        .order = (uint32_t)f->reading.series.count,
    };
    fill_series(series, &f->arena, rows, count);
    return series;
}

static inline fixture *make_fixture(const char *path, const char *text, const char *published)
{
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    assert_int_equal(
        bs_source_init(&f->source, &f->arena, bs_str_from(path), bs_str_from(text), NULL), BS_OK);
    f->source.published = period_of(published);
    f->reading.source = &f->source;
    return f;
}

static inline void free_fixture(fixture *f)
{
    bs_arena_deinit(&f->arena);
    free(f);
}

// Loads and releases a fixture.
static inline bs_load_result load_fixture(bs_store *store, fixture *f, bs_load_mode mode)
{
    bs_load_result result = {0};
    bs_error err = BS_ERROR_INIT;
    bs_status status = bs_store_load(store, &f->reading, mode, &result, &err);
    if (status != BS_OK) print_error("%s\n", err.message);
    assert_int_equal(status, BS_OK);
    free_fixture(f);
    return result;
}

static inline bs_store *open_memory(void)
{
    bs_store *store = NULL;
    assert_int_equal(bs_store_open(&store, ":memory:", BS_STORE_CREATE, NULL), BS_OK);
    return store;
}

// A path in a new folder of its own; the folder is in `folder`.
static inline void make_folder(char folder[64], char path[96])
{
    strcpy(folder, "/tmp/bs-store-XXXXXX");
    assert_non_null(mkdtemp(folder));
    snprintf(path, 96, "%s/bseries.db", folder);
}

static inline void remove_folder(const char *folder)
{
    static const char *const names[] = {"bseries.db", "bseries.db-wal", "bseries.db-shm",
                                        "bseries.db-journal"};
    for (size_t i = 0; i < BS_COUNT(names); i++) {
        char path[128];
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        unlink(path);
    }
    assert_int_equal(rmdir(folder), 0);
}

static inline void assert_str(bs_str got, const char *expected)
{
    if (!bs_str_equal(got, bs_str_from(expected))) {
        fail_msg("got '%.*s', expected '%s'", BS_STR_ARG(got), expected);
    }
}

// "period=digits[/status]" of each observation with a blank between; missing ones give their state.
static inline void assert_values(const bs_stored_series *got, const char *expected)
{
    bs_buffer text = BS_BUFFER_INIT;
    for (size_t i = 0; i < got->series.observations.count; i++) {
        const bs_observation *item = &got->series.observations.items[i];
        if (i > 0) bs_buffer_add_char(&text, ' ');
        bs_period_write(item->period, &text);
        bs_buffer_add_char(&text, '=');
        if (item->state == BS_STATE_VALUE) {
            bs_decimal_write(item->value, &text);
        } else {
            bs_buffer_add(&text, bs_str_from(bs_state_name(item->state)));
        }
        if (item->status != BS_STATUS_ACTUAL) {
            bs_buffer_addf(&text, "/%s", bs_value_status_name(item->status));
        }
    }
    assert_str(bs_buffer_str(&text), expected);
    bs_buffer_deinit(&text);
}

// The rows of a query, as the sqlite3 shell prints them: | between columns, newline behind rows.
static inline void assert_query(const char *path, const char *sql, const char *expected)
{
    sqlite3 *db;
    sqlite3_stmt *query = NULL;
    bs_buffer text = BS_BUFFER_INIT;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    if (sqlite3_prepare_v2(db, sql, -1, &query, NULL) != SQLITE_OK)
        fail_msg("%s", sqlite3_errmsg(db));
    while (sqlite3_step(query) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(query); i++) {
            const char *cell = (const char *)sqlite3_column_text(query, i);
            if (i > 0) bs_buffer_add_char(&text, '|');
            bs_buffer_add(&text, bs_str_from(cell));
        }
        bs_buffer_add_char(&text, '\n');
    }
    sqlite3_finalize(query);
    sqlite3_close(db);
    assert_str(bs_buffer_str(&text), expected);
    bs_buffer_deinit(&text);
}

#endif
