// SPDX-License-Identifier: GPL-3.0-or-later
// Aliases: series that a person has declared one indicator under two names.
#include <time.h>

#include "engine/store/store_internal.h"

// --- linking -------------------------------------------------------------------------------------

typedef struct end {
    int64_t id;
    bs_series_info info;
} end;

static bs_status find_end(end *out, bs_arena *arena, bs_store *store, bs_str key, bs_error *err)
{
    sqlite3_stmt *find;
    bool row;
    bs_series_info_array found = {0};
    BS_TRY(bs_store_list(&found, arena, store, key, err));
    if (found.count != 1 || !bs_str_equal(found.items[0].key, key)) {
        return bs_fail(err, BS_E_NOT_FOUND, "there is no series '%.*s'", BS_STR_ARG(key));
    }
    out->info = found.items[0];
    BS_TRY(bs_store__prepare(store, SQL_SERIES_BY_KEY, &find, err));
    bs_store__bind_text(find, 1, key);
    BS_TRY(bs_store__step(store, find, &row, err));
    out->id = row ? sqlite3_column_int64(find, 0) : 0;
    sqlite3_reset(find);
    return row ? BS_OK : bs_store__damaged(store, "a series has no row", err);
}

// The two ends of a pair, the smaller number first.
static bs_status find_pair(end pair[2], bs_arena *arena, bs_store *store, bs_str a, bs_str b,
                           bs_error *err)
{
    BS_TRY(find_end(&pair[0], arena, store, a, err));
    BS_TRY(find_end(&pair[1], arena, store, b, err));
    if (pair[0].id <= pair[1].id) return BS_OK;
    end first = pair[0];
    pair[0] = pair[1];
    pair[1] = first;
    return BS_OK;
}

static bs_status check_pair(const end pair[2], bs_error *err)
{
    const bs_series_info *a = &pair[0].info, *b = &pair[1].info;
    if (pair[0].id == pair[1].id) {
        return bs_fail(err, BS_E_ARGUMENT, "'%.*s' is one series already", BS_STR_ARG(a->key));
    }
    if (!bs_str_equal(a->unit, b->unit)) {
        return bs_fail(err, BS_E_ARGUMENT, "'%.*s' is in '%.*s' and '%.*s' in '%.*s'",
                       BS_STR_ARG(a->key), BS_STR_ARG(a->unit), BS_STR_ARG(b->key),
                       BS_STR_ARG(b->unit));
    }
    if (a->frequency == b->frequency) return BS_OK;
    return bs_fail(err, BS_E_ARGUMENT, "'%.*s' is %s and '%.*s' %s", BS_STR_ARG(a->key),
                   bs_frequency_name(a->frequency), BS_STR_ARG(b->key),
                   bs_frequency_name(b->frequency));
}

static bs_status add_pair(bs_store *store, const end pair[2], bs_str words, bs_error *err)
{
    char at[32];
    time_t now = time(NULL);
    struct tm utc;
    gmtime_r(&now, &utc);
    size_t len = strftime(at, sizeof at, "%Y-%m-%dT%H:%M:%SZ", &utc);
    sqlite3_stmt *add;
    BS_TRY(bs_store__prepare(store, SQL_ALIAS_ADD, &add, err));
    sqlite3_bind_int64(add, 1, pair[0].id);
    sqlite3_bind_int64(add, 2, pair[1].id);
    bs_store__bind_text(add, 3, words);
    bs_store__bind_text(add, 4, (bs_str){at, len});
    return bs_store__run(store, add, err);
}

bs_status bs_store_link(bs_store *store, bs_str a, bs_str b, bs_str words, bs_error *err)
{
    end pair[2];
    bs_arena arena = BS_ARENA_INIT;
    bs_status status = find_pair(pair, &arena, store, a, b, err);
    if (status == BS_OK) status = check_pair(pair, err);
    if (status == BS_OK) status = add_pair(store, pair, words, err);
    bs_arena_deinit(&arena);
    return status;
}

static bs_status drop_pair(bs_store *store, const end pair[2], bs_error *err)
{
    sqlite3_stmt *drop;
    BS_TRY(bs_store__prepare(store, SQL_ALIAS_DELETE, &drop, err));
    sqlite3_bind_int64(drop, 1, pair[0].id);
    sqlite3_bind_int64(drop, 2, pair[1].id);
    BS_TRY(bs_store__run(store, drop, err));
    if (sqlite3_changes(store->db) > 0) return BS_OK;
    return bs_fail(err, BS_E_NOT_FOUND, "'%.*s' and '%.*s' are not linked",
                   BS_STR_ARG(pair[0].info.key), BS_STR_ARG(pair[1].info.key));
}

bs_status bs_store_unlink(bs_store *store, bs_str a, bs_str b, bs_error *err)
{
    end pair[2];
    bs_arena arena = BS_ARENA_INIT;
    bs_status status = find_pair(pair, &arena, store, a, b, err);
    if (status == BS_OK) status = drop_pair(store, pair, err);
    bs_arena_deinit(&arena);
    return status;
}

// --- asking --------------------------------------------------------------------------------------

static bs_status read_alias(bs_alias *out, bs_arena *arena, sqlite3_stmt *row, bs_error *err)
{
    BS_TRY(bs_store__column_copy(&out->a, arena, row, 0, err));
    BS_TRY(bs_store__column_copy(&out->b, arena, row, 1, err));
    BS_TRY(bs_store__column_copy(&out->names.a, arena, row, 2, err));
    BS_TRY(bs_store__column_copy(&out->names.b, arena, row, 3, err));
    BS_TRY(bs_store__column_copy(&out->words, arena, row, 4, err));
    return bs_store__column_copy(&out->confirmed_at, arena, row, 5, err);
}

bs_status bs_store_aliases(bs_alias_array *out, bs_arena *arena, bs_store *store, bs_error *err)
{
    sqlite3_stmt *list;
    bool row = true;
    BS_TRY(bs_store__prepare(store, SQL_ALIAS_LIST, &list, err));
    bs_status status;
    while ((status = bs_store__step(store, list, &row, err)) == BS_OK && row) {
        bs_alias *alias = BS_PUSH(arena, out);
        status = alias == NULL ? bs_store__no_memory(err) : read_alias(alias, arena, list, err);
        if (status != BS_OK) break;
    }
    sqlite3_reset(list);
    return status;
}

static bs_status append_kin(bs_kin_array *out, bs_arena *arena, bs_store *store, store_sql query,
                            int64_t series, bs_error *err)
{
    sqlite3_stmt *list;
    bool row = true;
    BS_TRY(bs_store__prepare(store, query, &list, err));
    sqlite3_bind_int64(list, 1, series);
    bs_status status;
    while ((status = bs_store__step(store, list, &row, err)) == BS_OK && row) {
        store_kin *kin = BS_PUSH(arena, out);
        if (kin == NULL) {
            status = bs_store__no_memory(err);
            break;
        }
        kin->id = sqlite3_column_int64(list, 0);
        status = bs_store__column_copy(&kin->key, arena, list, 1, err);
        if (status != BS_OK) break;
    }
    sqlite3_reset(list);
    return status;
}

bs_status bs_alias__kin(bs_kin_array *out, bs_arena *arena, bs_store *store, int64_t series,
                        bs_error *err)
{
    size_t before = out->count;
    BS_TRY(append_kin(out, arena, store, SQL_ALIAS_NONE, series, err));
    if (out->count > before) return BS_OK; // as nearly every series, and far cheaper
    return append_kin(out, arena, store, SQL_ALIAS_KIN, series, err);
}

// --- the same figure elsewhere -------------------------------------------------------------------

static bs_status read_mention(bs_mention *out, bs_arena *arena, sqlite3_stmt *row, bs_error *err)
{
    BS_TRY(bs_store__column_copy(&out->key, arena, row, 0, err));
    BS_TRY(bs_store__column_copy(&out->indicator, arena, row, 1, err));
    BS_TRY(bs_store__column_copy(&out->subject, arena, row, 2, err));
    out->line = (uint32_t)sqlite3_column_int64(row, 3);
    out->column = (uint32_t)sqlite3_column_int64(row, 4);
    out->end_column = (uint32_t)sqlite3_column_int64(row, 5);
    return BS_OK;
}

bs_status bs_store_mentions(bs_mention_array *out, bs_arena *arena, bs_store *store,
                            const bs_mention_query *query, bs_error *err)
{
    sqlite3_stmt *list;
    bool row = true;
    bs_str period = bs_period_str(query->period, arena);
    bs_str value = bs_decimal_str(query->value, arena);
    if (value.len == 0) return bs_store__no_memory(err);
    BS_TRY(bs_store__prepare(store, SQL_MENTIONS, &list, err));
    sqlite3_bind_int64(list, 1, query->source);
    bs_store__bind_text(list, 2, query->unit);
    bs_store__bind_text(list, 3, period);
    bs_store__bind_text(list, 4, value);
    bs_status status;
    while ((status = bs_store__step(store, list, &row, err)) == BS_OK && row) {
        bs_mention *mention = BS_PUSH(arena, out);
        status =
            mention == NULL ? bs_store__no_memory(err) : read_mention(mention, arena, list, err);
        if (status != BS_OK) break;
    }
    sqlite3_reset(list);
    return status;
}
