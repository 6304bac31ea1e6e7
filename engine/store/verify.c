// SPDX-License-Identifier: GPL-3.0-or-later
// Reading everything, to know that everything can be read.
#include <stdio.h>

#include "engine/store/store_internal.h"

// One of SQLite's own checks; each gives the text "ok" or no row when all is well.
static bs_status run_check(bs_store *store, const char *sql, bs_error *err)
{
    sqlite3_stmt *check = NULL;
    int code = sqlite3_prepare_v2(store->db, sql, -1, &check, NULL);
    if (code == SQLITE_OK) code = sqlite3_step(check);
    bs_status status = BS_OK;
    if (code == SQLITE_ROW) {
        bs_str said = bs_store__column(check, 0);
        if (!bs_str_equal(said, BS_STR("ok"))) {
            char what[256];
            snprintf(what, sizeof what, "%.*s", BS_STR_ARG(said));
            status = bs_store__damaged(store, what, err);
        }
    } else if (code != SQLITE_DONE) {
        status = bs_store__fail(store, code, err);
    }
    sqlite3_finalize(check);
    return status;
}

static bs_status read_all(bs_store *store, bs_arena *arena, bs_error *err)
{
    bs_series_info_array series = {0};
    bs_source_info_array sources = {0};
    bs_verdict_array verdicts = {0};
    BS_TRY(bs_store_list(&series, arena, store, (bs_str){0}, err));
    BS_TRY(bs_store_sources(&sources, arena, store, err));
    BS_TRY(bs_store_verdicts(&verdicts, arena, store, err));
    const bs_store_view all = {.vintages = BS_VINTAGES_ALL};
    for (size_t i = 0; i < series.count; i++) {
        bs_arena scratch = BS_ARENA_INIT;
        bs_stored_series out;
        bs_status status = bs_store_get(&out, &scratch, store, series.items[i].key, &all, err);
        bs_arena_deinit(&scratch);
        if (status != BS_OK) return status;
    }
    return BS_OK;
}

bs_status bs_store_verify(bs_store *store, bs_error *err)
{
    BS_TRY(run_check(store, "PRAGMA integrity_check(1)", err));
    BS_TRY(run_check(store, "PRAGMA foreign_key_check", err));
    bs_arena arena = BS_ARENA_INIT;
    bs_status status = read_all(store, &arena, err);
    bs_arena_deinit(&arena);
    return status;
}
