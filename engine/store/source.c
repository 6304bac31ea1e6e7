// SPDX-License-Identifier: GPL-3.0-or-later
// Sources: their rows, their text, and taking one away.
#include <stdio.h>

#include "engine/store/store_internal.h"

enum {
    COL_ID,
    COL_HASH,
    COL_PATH,
    COL_ENCODING,
    COL_LANG,
    COL_TITLE,
    COL_PUBLISHER,
    COL_PUBLISHED,
    COL_VINTAGE,
    COL_LOADED_AT,
    COL_SERIES,
    COL_VALUES
};

enum { HASH_DIGITS_MIN = 6 };

static const char *lang_name(int value)
{
    return bs_lang_code((bs_lang)value);
}

static bs_status read_info(bs_source_info *info, bs_arena *arena, bs_store *store,
                           sqlite3_stmt *row, bs_error *err)
{
    int lang = 0;
    BS_TRY(bs_store__column_copy(&info->hash, arena, row, COL_HASH, err));
    BS_TRY(bs_store__column_copy(&info->path, arena, row, COL_PATH, err));
    BS_TRY(bs_store__column_copy(&info->encoding, arena, row, COL_ENCODING, err));
    BS_TRY(bs_store__column_copy(&info->title, arena, row, COL_TITLE, err));
    BS_TRY(bs_store__column_copy(&info->publisher, arena, row, COL_PUBLISHER, err));
    BS_TRY(bs_store__column_copy(&info->vintage, arena, row, COL_VINTAGE, err));
    BS_TRY(bs_store__column_copy(&info->loaded_at, arena, row, COL_LOADED_AT, err));
    BS_TRY(bs_store__column_word(&lang, store, row, COL_LANG, BS_LANG_COUNT, lang_name, err));
    BS_TRY(bs_store__column_period(&info->published, store, row, COL_PUBLISHED, err));
    info->id = sqlite3_column_int64(row, COL_ID);
    info->lang = (bs_lang)lang;
    info->series_count = (size_t)sqlite3_column_int64(row, COL_SERIES);
    info->value_count = (size_t)sqlite3_column_int64(row, COL_VALUES);
    return BS_OK;
}

bs_status bs_store__source_row(bs_source_info *out, bs_arena *arena, bs_store *store, int64_t id,
                               bs_error *err)
{
    sqlite3_stmt *find;
    bool row;
    BS_TRY(bs_store__prepare(store, SQL_SOURCE_BY_ID, &find, err));
    sqlite3_bind_int64(find, 1, id);
    BS_TRY(bs_store__step(store, find, &row, err));
    bs_status status = row ? read_info(out, arena, store, find, err)
                           : bs_store__damaged(store, "a segment has no source", err);
    sqlite3_reset(find);
    return status;
}

bs_status bs_store_sources(bs_source_info_array *out, bs_arena *arena, bs_store *store,
                           bs_error *err)
{
    sqlite3_stmt *list;
    bool row = true;
    BS_TRY(bs_store__prepare(store, SQL_SOURCE_LIST, &list, err));
    bs_status status;
    while ((status = bs_store__step(store, list, &row, err)) == BS_OK && row) {
        bs_source_info *info = BS_PUSH(arena, out);
        status = info == NULL ? bs_store__no_memory(err) : read_info(info, arena, store, list, err);
        if (status != BS_OK) break;
    }
    sqlite3_reset(list);
    return status;
}

// --- the source that a name means ----------------------------------------------------------------

static bool number_is(const bs_source_info *info, bs_str name)
{
    char digits[24];
    int len = snprintf(digits, sizeof digits, "%lld", (long long)info->id);
    return bs_str_equal(name, (bs_str){digits, (size_t)len});
}

static bool path_is(const bs_source_info *info, bs_str name)
{
    return bs_str_equal(info->path, name);
}

static bool hash_begins(const bs_source_info *info, bs_str name)
{
    return name.len >= HASH_DIGITS_MIN && bs_str_starts(info->hash, name);
}

static bool path_has(const bs_source_info *info, bs_str name)
{
    return name.len > 0 && bs_str_find(info->path, name, 0) != SIZE_MAX;
}

// The ways of naming a source; the first that any source answers to is the one that is meant.
static bool (*const ways[])(const bs_source_info *, bs_str) = {
    number_is,
    path_is,
    hash_begins,
    path_has,
};

bs_status bs_store_source(bs_source_info *out, bs_arena *arena, bs_store *store, bs_str name,
                          bs_error *err)
{
    bs_source_info_array all = {0};
    BS_TRY(bs_store_sources(&all, arena, store, err));
    for (size_t way = 0; way < BS_COUNT(ways); way++) {
        const bs_source_info *found = NULL;
        for (size_t i = 0; i < all.count; i++) {
            if (!ways[way](&all.items[i], name)) continue;
            if (found != NULL) {
                return bs_fail(err, BS_E_ARGUMENT, "'%.*s' may be source %lld or %lld",
                               BS_STR_ARG(name), (long long)found->id, (long long)all.items[i].id);
            }
            found = &all.items[i];
        }
        if (found == NULL) continue;
        *out = *found;
        return BS_OK;
    }
    return bs_fail(err, BS_E_NOT_FOUND, "there is no source '%.*s' in the store", BS_STR_ARG(name));
}

static bs_status no_source(int64_t source, bs_error *err)
{
    return bs_fail(err, BS_E_NOT_FOUND, "the store has no source %lld", (long long)source);
}

static bs_status require_source(bs_store *store, int64_t source, bs_error *err)
{
    sqlite3_stmt *find;
    bool row;
    BS_TRY(bs_store__prepare(store, SQL_SOURCE_BY_ID, &find, err));
    sqlite3_bind_int64(find, 1, source);
    BS_TRY(bs_store__step(store, find, &row, err));
    sqlite3_reset(find);
    return row ? BS_OK : no_source(source, err);
}

// --- text ----------------------------------------------------------------------------------------

bs_status bs_store_text(bs_str *out, bs_arena *arena, bs_store *store, int64_t source,
                        bs_error *err)
{
    sqlite3_stmt *list;
    bool row = true, pieces = false;
    bs_buffer text = BS_BUFFER_INIT;
    BS_TRY(require_source(store, source, err));
    BS_TRY(bs_piece__any(store, source, &pieces, err));
    if (pieces)
        return bs_fail(err, BS_E_NOT_FOUND, "the text of source %lld is too large to be kept",
                       (long long)source);
    BS_TRY(bs_store__prepare(store, SQL_TEXT_ALL, &list, err));
    sqlite3_bind_int64(list, 1, source);
    bs_status status;
    while ((status = bs_store__step(store, list, &row, err)) == BS_OK && row) {
        bs_buffer_add(&text, bs_store__column(list, 0));
    }
    if (status == BS_OK) status = bs_buffer_status(&text, err);
    bs_str copy = bs_arena_str(arena, bs_buffer_str(&text));
    if (status == BS_OK && copy.len != text.len) status = bs_store__no_memory(err);
    bs_buffer_deinit(&text);
    if (status == BS_OK) *out = copy;
    return status;
}

// Line number `line` of a piece whose first line is `first`, without its end. False: it has fewer.
static bool cut_line(bs_str piece, int64_t first, int64_t line, bs_str *out)
{
    for (; first < line; first++) {
        size_t newline = bs_str_find(piece, BS_STR("\n"), 0);
        if (newline == SIZE_MAX) return false;
        piece = bs_str_slice(piece, newline + 1, piece.len);
        if (piece.len == 0) return false;
    }
    *out = bs_str_slice(piece, 0, bs_str_find(piece, BS_STR("\n"), 0));
    if (bs_str_ends(*out, BS_STR("\r"))) out->len--;
    return true;
}

bs_status bs_store_line(bs_str *out, bs_arena *arena, bs_store *store, int64_t source,
                        uint32_t line, bs_error *err)
{
    sqlite3_stmt *find;
    bool row;
    BS_TRY(bs_store__prepare(store, SQL_TEXT_AT, &find, err));
    sqlite3_bind_int64(find, 1, source);
    sqlite3_bind_int64(find, 2, line);
    BS_TRY(bs_store__step(store, find, &row, err));
    bs_str text = {0}, copy = {0};
    bool found =
        row && cut_line(bs_store__column(find, 1), sqlite3_column_int64(find, 0), line, &text);
    if (found) copy = bs_arena_str(arena, text);
    bool no_memory = found && text.len > 0 && copy.ptr == NULL;
    sqlite3_reset(find);
    if (!row) return bs_piece__line(out, arena, store, (bs_piece_line){source, line}, err);
    if (no_memory) return bs_store__no_memory(err);
    if (!found) {
        return bs_fail(err, BS_E_NOT_FOUND, "source %lld has no line %u", (long long)source,
                       (unsigned)line);
    }
    *out = copy;
    return BS_OK;
}

// --- removing ------------------------------------------------------------------------------------

typedef BS_ARRAY(int64_t) id_array;

static bs_status series_of(id_array *out, bs_arena *arena, bs_store *store, int64_t source,
                           bs_error *err)
{
    sqlite3_stmt *list;
    bool row = true;
    BS_TRY(bs_store__prepare(store, SQL_SERIES_OF_SOURCE, &list, err));
    sqlite3_bind_int64(list, 1, source);
    bs_status status;
    while ((status = bs_store__step(store, list, &row, err)) == BS_OK && row) {
        int64_t *id = BS_PUSH(arena, out);
        if (id == NULL) status = bs_store__no_memory(err);
        if (status != BS_OK) break;
        *id = sqlite3_column_int64(list, 0);
    }
    sqlite3_reset(list);
    return status;
}

// What the remaining sources say of a series becomes what the store answers.
bs_status bs_store__refresh(bs_store *store, int64_t series, bs_error *err)
{
    bs_arena arena = BS_ARENA_INIT;
    store_segment_array segments = {0};
    store_entry_array entries = {0};
    bs_status status = bs_segment__read(&segments, &arena, store, series, err);
    if (status == BS_OK) {
        status = bs_vintage__collect(&entries, &arena, &segments, segments.count, err);
    }
    if (status == BS_OK) {
        bs_vintage__rank(&entries, BS_VINTAGES_LATEST);
        status = bs_vintage__refresh(store, &arena, series, &segments, &entries, err);
    }
    bs_arena_deinit(&arena);
    return status;
}

bs_status bs_store__remove(bs_store *store, int64_t source, bs_arena *arena, bs_error *err)
{
    id_array series = {0};
    sqlite3_stmt *drop;
    BS_TRY(require_source(store, source, err));
    BS_TRY(series_of(&series, arena, store, source, err));
    BS_TRY(bs_store__prepare(store, SQL_SOURCE_DELETE, &drop, err));
    sqlite3_bind_int64(drop, 1, source);
    BS_TRY(bs_store__run(store, drop, err));
    for (size_t i = 0; i < series.count; i++)
        BS_TRY(bs_store__refresh(store, series.items[i], err));
    BS_TRY(bs_store__do(store, SQL_SERIES_PRUNE, err));
    return bs_store__do(store, SQL_CALENDAR_PRUNE, err);
}

bs_status bs_store_remove(bs_store *store, int64_t source, bs_error *err)
{
    if (store->load.open) return bs_fail(err, BS_E_ARGUMENT, "a load is under way");
    BS_TRY(bs_store__do(store, SQL_BEGIN, err));
    bs_arena arena = BS_ARENA_INIT;
    bs_status status = bs_store__remove(store, source, &arena, err);
    if (status == BS_OK) status = bs_store__do(store, SQL_COMMIT, err);
    bs_arena_deinit(&arena);
    if (status != BS_OK && !sqlite3_get_autocommit(store->db)) {
        bs_status ignored = bs_store__do(store, SQL_ROLLBACK, NULL);
        (void)ignored;
    }
    return status;
}
