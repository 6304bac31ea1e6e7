// SPDX-License-Identifier: GPL-3.0-or-later
// Reading everything, to know that everything can be read.
#include <stdio.h>

#include "engine/store/store_internal.h"

// One of SQLite's own checks; each gives the text "ok" or no row when all is well. `before` is said
// before what it gives.
static bs_status run_check(bs_store *store, const char *sql, const char *before, bs_error *err)
{
    sqlite3_stmt *check = NULL;
    int code = sqlite3_prepare_v2(store->db, sql, -1, &check, NULL);
    if (code == SQLITE_OK) code = sqlite3_step(check);
    bs_status status = BS_OK;
    if (code == SQLITE_ROW) {
        bs_str said = bs_store__column(check, 0);
        if (!bs_str_equal(said, BS_STR("ok"))) {
            char what[256];
            snprintf(what, sizeof what, "%s%.*s", before, BS_STR_ARG(said));
            status = bs_store__damaged(store, what, err);
        }
    } else if (code != SQLITE_DONE) {
        status = bs_store__fail(store, code, err);
    }
    sqlite3_finalize(check);
    return status;
}

// Rows that belong to nothing: foreign keys do not catch them all.
static const struct {
    const char *sql; // gives a row for each
    const char *what;
} orphans[] = {
    {"SELECT 1 FROM calendar WHERE id NOT IN (SELECT calendar_id FROM segment)",
     "a calendar belongs to no segment"},
    {"SELECT 1 FROM series WHERE id NOT IN (SELECT series_id FROM segment)",
     "a series has no segment"},
    {"SELECT 1 FROM source WHERE file IS NOT NULL AND id IN (SELECT source_id FROM source_text)",
     "the text of a source is both in its file and in the store"},
};

static bs_status find_orphans(bs_store *store, bs_error *err)
{
    for (size_t i = 0; i < BS_COUNT(orphans); i++) {
        sqlite3_stmt *query = NULL;
        int code = sqlite3_prepare_v2(store->db, orphans[i].sql, -1, &query, NULL);
        if (code == SQLITE_OK) code = sqlite3_step(query);
        sqlite3_finalize(query);
        if (code == SQLITE_ROW) return bs_store__damaged(store, orphans[i].what, err);
        if (code != SQLITE_DONE) return bs_store__fail(store, code, err);
    }
    return BS_OK;
}

static bs_status damaged_at(bs_store *store, const char *what, bs_str whose, bs_error *err)
{
    char said[256];
    snprintf(said, sizeof said, "%s: '%.*s'", what, BS_STR_ARG(whose));
    return bs_store__damaged(store, said, err);
}

// The text of a source against its hash, or its file against the hashes of its pieces.
static bs_status check_source(bs_store *store, const bs_source_info *source,
                              bs_verify_report *report, bs_error *err)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_error why = BS_ERROR_INIT;
    bool pieces = false, there = true;
    bs_status status = bs_piece__any(store, source->id, &pieces, err);
    if (status == BS_OK && pieces) {
        report->file_count++;
        status = bs_piece__verify(store, source->id, &there, &why);
        bool changed = status == BS_E_NOT_FOUND;
        report->files_gone += !there;
        report->files_changed += changed;
        if (changed)
            status = BS_OK;
        else if (status != BS_OK && err != NULL)
            *err = why;
    } else if (status == BS_OK) {
        bs_str text;
        status = bs_store_text(&text, &arena, store, source->id, err);
        if (status == BS_OK && !bs_str_equal(bs_store__hash(&arena, text), source->hash))
            status = damaged_at(store, "a text is not that of its hash", source->path, err);
    }
    bs_arena_deinit(&arena);
    return status;
}

// Everything that is said of a series can be read, and its row counts what is in force.
static bs_status check_series(bs_store *store, const bs_series_info *info, bs_arena *scratch,
                              bs_verify_report *report, bs_error *err)
{
    const bs_store_view all = {.vintages = BS_VINTAGES_ALL};
    bs_stored_series every, latest;
    size_t count = 0;
    BS_TRY(bs_store_get(&every, scratch, store, info->key, &all, err));
    BS_TRY(bs_store_get(&latest, scratch, store, info->key, NULL, err));
    for (size_t i = 0; i < latest.series.observations.count; i++)
        count += latest.series.observations.items[i].state == BS_STATE_VALUE;
    report->value_count += count;
    return count == info->count
               ? BS_OK
               : damaged_at(store, "a series does not have as many values as it says", info->key,
                            err);
}

static bs_status read_all(bs_store *store, bs_arena *arena, bs_verify_report *report, bs_error *err)
{
    bs_series_info_array series = {0};
    bs_source_info_array sources = {0};
    bs_verdict_array verdicts = {0};
    BS_TRY(bs_store_list(&series, arena, store, (bs_str){0}, err));
    BS_TRY(bs_store_sources(&sources, arena, store, err));
    BS_TRY(bs_store_verdicts(&verdicts, arena, store, err));
    report->source_count = sources.count;
    report->series_count = series.count;
    for (size_t i = 0; i < sources.count; i++)
        BS_TRY(check_source(store, &sources.items[i], report, err));
    bs_arena scratch = BS_ARENA_INIT;
    bs_status status = BS_OK;
    for (size_t i = 0; i < series.count && status == BS_OK; i++) {
        bs_arena_reset(&scratch);
        status = check_series(store, &series.items[i], &scratch, report, err);
    }
    bs_arena_deinit(&scratch);
    return status;
}

bs_status bs_store_verify(bs_store *store, bs_verify_report *report, bs_error *err)
{
    bs_verify_report seen = {0};
    BS_TRY(run_check(store, "PRAGMA integrity_check(1)", "", err));
    BS_TRY(
        run_check(store, "PRAGMA foreign_key_check", "rows belong to nothing in the table ", err));
    BS_TRY(find_orphans(store, err));
    bs_arena arena = BS_ARENA_INIT;
    bs_status status = read_all(store, &arena, &seen, err);
    bs_arena_deinit(&arena);
    if (status == BS_OK && report != NULL) *report = seen;
    return status;
}

bs_status bs_store_compact(bs_store *store, bs_error *err)
{
    static const char *const steps[] = {"VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"};
    if (store->load.open) return bs_fail(err, BS_E_ARGUMENT, "a load is under way");
    for (size_t i = 0; i < BS_COUNT(steps); i++) {
        int code = sqlite3_exec(store->db, steps[i], NULL, NULL, NULL);
        if (code != SQLITE_OK) return bs_store__fail(store, code, err);
    }
    return BS_OK;
}
