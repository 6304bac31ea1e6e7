// SPDX-License-Identifier: GPL-3.0-or-later
// Loading: one source in one transaction.
#include <nettle/base16.h>
#include <nettle/sha2.h>
#include <time.h>

#include "engine/base/utf8.h"
#include "engine/store/store_internal.h"

// A text is kept in pieces of about this size, cut behind a line.
enum { TEXT_PIECE_BYTES = 64 * 1024 };

// --- the source ----------------------------------------------------------------------------------

bs_str bs_store__hash(bs_arena *arena, bs_str text)
{
    struct sha256_ctx context;
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_init(&context);
    sha256_update(&context, text.len, (const uint8_t *)text.ptr);
    sha256_digest(&context, sizeof digest, digest);
    char hex[BASE16_ENCODE_LENGTH(SHA256_DIGEST_SIZE)];
    base16_encode_update(hex, sizeof digest, digest);
    return bs_arena_str(arena, (bs_str){hex, sizeof hex});
}

// Finds a source with the content of one, and gives its counts as the result of the load. When it
// has got another date since, it is not known any more: what it said is taken out.
static bs_status find_known(bs_store *store, const bs_source *source, bs_str hash, bs_error *err)
{
    store_load *load = &store->load;
    bs_load_result *result = &load->result;
    bs_str published = bs_period_str(source->published, &load->arena);
    bool redated = false;
    sqlite3_stmt *find;
    bool row;
    BS_TRY(bs_store__prepare(store, SQL_SOURCE_BY_HASH, &find, err));
    bs_store__bind_text(find, 1, hash);
    BS_TRY(bs_store__step(store, find, &row, err));
    if (row) {
        *result = (bs_load_result){
            .known = true,
            .source = sqlite3_column_int64(find, 0),
            .series_known = (size_t)sqlite3_column_int64(find, 1),
            .value_known = (size_t)sqlite3_column_int64(find, 2),
        };
        const char *then = (const char *)sqlite3_column_text(find, 3);
        redated = published.len > 0 && !bs_str_equal(published, bs_str_from(then ? then : ""));
    }
    sqlite3_reset(find);
    if (!redated) return BS_OK;
    BS_TRY(bs_store__remove(store, result->source, &load->arena, err));
    *result = (bs_load_result){.redated = true};
    return BS_OK;
}

typedef struct vintage {
    bs_str text; // ISO 8601
    int32_t day; // its last day
    bs_str loaded_at;
} vintage;

static bs_status vintage_of(vintage *out, bs_arena *arena, const bs_source *source, bs_error *err)
{
    time_t now = time(NULL);
    struct tm utc;
    gmtime_r(&now, &utc);
    out->loaded_at =
        bs_arena_format(arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", utc.tm_year + 1900, utc.tm_mon + 1,
                        utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec);
    bs_period date = source->published, day;
    if (bs_period_is_none(date)) {
        bs_date today = {utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday};
        BS_TRY(bs_period_day(&date, today, err));
    }
    BS_TRY(bs_period_day(&day, bs_period_end(date), err));
    out->day = day.first;
    out->text = bs_period_str(date, arena);
    return out->text.len > 0 && out->loaded_at.len > 0 ? BS_OK : bs_store__no_memory(err);
}

static void bind_or_null(sqlite3_stmt *statement, int at, bs_str text)
{
    if (text.len > 0) bs_store__bind_text(statement, at, text);
}

// `file` is the absolute path of a file whose text is not kept, else empty.
static bs_status add_source(bs_store *store, const bs_source *source, bs_str hash, bs_str file,
                            bs_error *err)
{
    store_load *load = &store->load;
    vintage when;
    BS_TRY(vintage_of(&when, &load->arena, source, err));
    bs_str published = bs_period_str(source->published, &load->arena);
    bool lost = published.len == 0 && !bs_period_is_none(source->published);
    if (lost) return bs_store__no_memory(err);
    sqlite3_stmt *add;
    BS_TRY(bs_store__prepare(store, SQL_SOURCE_ADD, &add, err));
    bs_store__bind_text(add, 1, hash);
    bs_store__bind_text(add, 2, source->path);
    bs_store__bind_text(add, 3, source->encoding);
    bs_store__bind_text(add, 4, bs_str_from(bs_lang_code(source->lang)));
    bind_or_null(add, 5, source->title);
    bind_or_null(add, 6, source->publisher);
    bind_or_null(add, 7, published);
    bs_store__bind_text(add, 8, when.text);
    sqlite3_bind_int(add, 9, when.day);
    bs_store__bind_text(add, 10, when.loaded_at);
    bind_or_null(add, 11, file);
    BS_TRY(bs_store__run(store, add, err));
    load->day = when.day;
    load->result.source = sqlite3_last_insert_rowid(store->db);
    return BS_OK;
}

// The next piece of whole lines, and how many lines it has.
static bs_str next_piece(bs_str text, size_t at, uint32_t *line_count)
{
    size_t end = at;
    *line_count = 0;
    while (end < text.len && end - at < TEXT_PIECE_BYTES) {
        const char *newline = memchr(text.ptr + end, '\n', text.len - end);
        end = newline != NULL ? (size_t)(newline - text.ptr) + 1 : text.len;
        ++*line_count;
    }
    return bs_str_slice(text, at, end);
}

static bs_status add_text(bs_store *store, bs_str text, bs_error *err)
{
    uint32_t line = 1, line_count = 0;
    for (size_t at = 0; at < text.len;) {
        bs_str piece = next_piece(text, at, &line_count);
        sqlite3_stmt *add;
        BS_TRY(bs_store__prepare(store, SQL_TEXT_ADD, &add, err));
        sqlite3_bind_int64(add, 1, store->load.result.source);
        sqlite3_bind_int64(add, 2, line);
        bs_store__bind_text(add, 3, piece);
        BS_TRY(bs_store__run(store, add, err));
        at += piece.len;
        line += line_count;
    }
    return BS_OK;
}

// --- the series ----------------------------------------------------------------------------------

// The row with this key: whether it is there, and whether it is the same series.
typedef struct key_row {
    int64_t id; // 0: the key is free
    bool unit;  // the units agree
    bool same;  // unit and frequency agree
} key_row;

static bs_status look_up(bs_store *store, bs_str key, const bs_series *series, key_row *out,
                         bs_error *err)
{
    sqlite3_stmt *find;
    bool row;
    *out = (key_row){0};
    BS_TRY(bs_store__prepare(store, SQL_SERIES_BY_KEY, &find, err));
    bs_store__bind_text(find, 1, key);
    BS_TRY(bs_store__step(store, find, &row, err));
    if (row) {
        bs_str frequency = bs_str_from(bs_frequency_code(series->frequency));
        out->id = sqlite3_column_int64(find, 0);
        out->unit = bs_str_equal(bs_store__column(find, 1), series->unit);
        out->same = out->unit && bs_str_equal(bs_store__column(find, 2), frequency);
    }
    sqlite3_reset(find);
    return BS_OK;
}

// The key under which the store has the series or will have it; found->id is 0 when it is new.
static bs_status resolve_key(bs_store *store, const bs_series *series, bs_str *key, key_row *found,
                             bs_error *err)
{
    bs_arena *arena = &store->load.arena;
    const char *frequency = bs_frequency_code(series->frequency);
    *key = bs_series_bare_key(series);
    BS_TRY(look_up(store, *key, series, found, err));
    if (found->same) return BS_OK;
    bs_str keys[] = {
        series->key,
        found->id != 0 && found->unit && key->len == series->key.len
            ? bs_arena_format(arena, "%.*s:%s", BS_STR_ARG(series->key),
                              bs_frequency_name(series->frequency))
            : series->key,
        bs_arena_format(arena, "%.*s#%.*s", BS_STR_ARG(series->key), BS_STR_ARG(series->unit)),
        bs_arena_format(arena, "%.*s#%.*s#%s", BS_STR_ARG(series->key), BS_STR_ARG(series->unit),
                        frequency),
    };
    for (size_t i = 0; i < BS_COUNT(keys); i++) {
        if (keys[i].ptr == NULL) return bs_store__no_memory(err);
        BS_TRY(look_up(store, keys[i], series, found, err));
        *key = keys[i];
        if (found->id == 0 || found->same) return BS_OK;
    }
    return bs_fail(err, BS_E_STORE, "the key '%.*s' is taken by another series", BS_STR_ARG(*key));
}

static bs_status add_series(bs_store *store, const bs_series *series, bs_str key, int64_t *id,
                            bs_error *err)
{
    sqlite3_stmt *add;
    BS_TRY(bs_store__prepare(store, SQL_SERIES_ADD, &add, err));
    bs_store__bind_text(add, 1, key);
    bs_store__bind_text(add, 2, series->label);
    bs_store__bind_text(add, 3, series->group);
    sqlite3_bind_int64(add, 4, series->order);
    bs_store__bind_text(add, 5, series->indicator);
    bs_store__bind_text(add, 6, series->subject);
    bs_store__bind_text(add, 7, series->unit);
    bs_store__bind_text(add, 8, bs_str_from(bs_measure_name(series->measure)));
    bs_store__bind_text(add, 9, bs_str_from(bs_frequency_code(series->frequency)));
    sqlite3_bind_int(add, 10, series->total);
    sqlite3_bind_int(add, 11, series->cross_section);
    BS_TRY(bs_store__run(store, add, err));
    *id = sqlite3_last_insert_rowid(store->db);
    return BS_OK;
}

bs_status bs_load__find_series(bs_store *store, bs_str key, int64_t *id, bs_error *err)
{
    const bs_series any = {.frequency = BS_FREQUENCY_NONE};
    key_row found;
    BS_TRY(look_up(store, key, &any, &found, err));
    *id = found.id;
    return BS_OK;
}

// --- segments ------------------------------------------------------------------------------------

bs_status bs_load__calendar(bs_store *store, bs_error *err)
{
    store_load *load = &store->load;
    bs_buffer *last = &load->calendar;
    bs_str periods = bs_buffer_str(&load->periods), printed = bs_buffer_str(&load->printed);
    bool same = load->calendar_id != 0 && last->len == periods.len + printed.len &&
                bs_str_starts(bs_buffer_str(last), periods) &&
                bs_str_ends(bs_buffer_str(last), printed);
    if (same) return BS_OK;
    bs_buffer_clear(last);
    bs_buffer_add(last, periods);
    bs_buffer_add(last, printed);
    BS_TRY(bs_buffer_status(last, err));
    sqlite3_stmt *find, *add;
    bool row;
    BS_TRY(bs_store__prepare(store, SQL_CALENDAR_FIND, &find, err));
    bs_store__bind_text(find, 1, periods);
    bs_store__bind_text(find, 2, printed);
    BS_TRY(bs_store__step(store, find, &row, err));
    load->calendar_id = row ? sqlite3_column_int64(find, 0) : 0;
    sqlite3_reset(find);
    if (row) return BS_OK;
    BS_TRY(bs_store__prepare(store, SQL_CALENDAR_ADD, &add, err));
    bs_store__bind_text(add, 1, periods);
    bs_store__bind_text(add, 2, printed);
    BS_TRY(bs_store__run(store, add, err));
    load->calendar_id = sqlite3_last_insert_rowid(store->db);
    return BS_OK;
}

bs_status bs_load__next_part(bs_store *store, int64_t series, uint32_t *part, bs_error *err)
{
    sqlite3_stmt *ask;
    bool row;
    BS_TRY(bs_store__prepare(store, SQL_SEGMENT_NEXT_PART, &ask, err));
    sqlite3_bind_int64(ask, 1, series);
    sqlite3_bind_int64(ask, 2, store->load.result.source);
    BS_TRY(bs_store__step(store, ask, &row, err));
    *part = row ? (uint32_t)sqlite3_column_int64(ask, 0) : 1;
    sqlite3_reset(ask);
    return BS_OK;
}

// Writes one segment of at most SEGMENT_COUNT_MAX observations, and sets its id.
static bs_status add_segment(bs_store *store, const bs_series *series, int64_t id,
                             store_segment *segment, bs_error *err)
{
    store_load *load = &store->load;
    load->table = series->table;
    bs_segment__write(load, segment->items, segment->count, segment->status);
    BS_TRY(bs_buffer_status(&load->numbers, err));
    BS_TRY(bs_buffer_status(&load->marks, err));
    BS_TRY(bs_buffer_status(&load->periods, err));
    BS_TRY(bs_buffer_status(&load->printed, err));
    BS_TRY(bs_load__calendar(store, err));
    sqlite3_stmt *add;
    BS_TRY(bs_store__prepare(store, SQL_SEGMENT_ADD, &add, err));
    sqlite3_bind_int64(add, 1, id);
    sqlite3_bind_int64(add, 2, load->result.source);
    sqlite3_bind_int64(add, 3, segment->part);
    sqlite3_bind_int64(add, 4, load->calendar_id);
    bs_store__bind_text(add, 5, bs_str_from(bs_value_status_name(segment->status)));
    bs_store__bind_text(add, 6, bs_buffer_str(&load->numbers));
    bs_store__bind_text(add, 7, bs_buffer_str(&load->marks));
    sqlite3_bind_int(add, 8, load->plain);
    bs_store__bind_text(add, 9, series->unit_text);
    sqlite3_bind_int(add, 10, series->unit_power);
    sqlite3_bind_int64(add, 11, series->table);
    BS_TRY(bs_store__run(store, add, err));
    segment->id = sqlite3_last_insert_rowid(store->db);
    return BS_OK;
}

static bs_status add_segments(bs_store *store, const bs_series *series, int64_t id,
                              store_segment_array *segments, bs_error *err)
{
    store_load *load = &store->load;
    uint32_t part = 1;
    if (segments->count > 0) BS_TRY(bs_load__next_part(store, id, &part, err));
    for (size_t at = 0; at < series->observations.count; at += SEGMENT_COUNT_MAX) {
        size_t rest = series->observations.count - at;
        store_segment *segment = BS_PUSH(&load->arena, segments);
        if (segment == NULL) return bs_store__no_memory(err);
        *segment = (store_segment){
            .source = load->result.source,
            .day = load->day,
            .part = part++,
            .status = series->observations.items[at].status,
            .items = series->observations.items + at,
            .count = rest < SEGMENT_COUNT_MAX ? rest : SEGMENT_COUNT_MAX,
        };
        BS_TRY(add_segment(store, series, id, segment, err));
    }
    return BS_OK;
}

bs_status bs_load__merge(bs_store *store, const bs_series *series, bs_error *err)
{
    store_load *load = &store->load;
    bs_str key;
    key_row found;
    store_segment_array segments = {0};
    store_entry_array entries = {0};
    BS_TRY(bs_load__flush_rows(store, err));
    BS_TRY(resolve_key(store, series, &key, &found, err));
    bool known = found.id != 0;
    if (known) {
        BS_TRY(bs_segment__read(&segments, &load->arena, store, found.id, err));
    } else {
        BS_TRY(add_series(store, series, key, &found.id, err));
    }
    size_t fresh_from = segments.count;
    BS_TRY(add_segments(store, series, found.id, &segments, err));
    BS_TRY(bs_vintage__collect(&entries, &load->arena, &segments, fresh_from, err));
    bs_vintage__rank(&entries, BS_VINTAGES_LATEST);
    bs_load__count(&load->result, &entries);
    load->result.series_known += known;
    load->result.series_new += !known;
    return bs_vintage__refresh(store, &load->arena, found.id, &segments, &entries, err);
}

// --- the load ------------------------------------------------------------------------------------

void bs_store_abort(bs_store *store)
{
    if (store == NULL || !store->load.open) return;
    store_load *load = &store->load;
    store->apart.spoiled = store->apart.path != NULL && !load->committed;
    // SQLite has rolled back by itself after some errors; a second time does nothing.
    if (!sqlite3_get_autocommit(store->db)) {
        bs_status ignored = bs_store__do(store, SQL_ROLLBACK, NULL);
        (void)ignored;
    }
    bs_arena_deinit(&load->arena);
    bs_buffer_deinit(&load->numbers);
    bs_buffer_deinit(&load->marks);
    bs_buffer_deinit(&load->periods);
    bs_buffer_deinit(&load->printed);
    bs_buffer_deinit(&load->calendar);
    bs_load__packed_deinit(load);
    *load = (store_load){0};
}

// The content of the source to load: its hash, and where it is when its text is not kept.
typedef struct content {
    bs_str hash;
    bs_str file; // empty: the text of the source is kept
} content;

static bs_status begin(bs_store *store, const bs_source *source, const content *what, bs_error *err)
{
    if (what->hash.len == 0) return bs_store__no_memory(err);
    BS_TRY(find_known(store, source, what->hash, err));
    if (store->load.result.known) return BS_OK;
    BS_TRY(add_source(store, source, what->hash, what->file, err));
    return what->file.len == 0 ? add_text(store, source->text, err) : BS_OK;
}

static bs_status begin_load(bs_store *store, bs_load_mode mode, bs_error *err)
{
    if (store->load.open) return bs_fail(err, BS_E_ARGUMENT, "a load is under way already");
    BS_TRY(bs_store__renew_apart(store, err));
    BS_TRY(bs_store__do(store, SQL_BEGIN, err));
    store->load = (store_load){.open = true, .mode = mode};
    return BS_OK;
}

static void settle_begin(bs_store *store, bs_status status, bs_load_result *out)
{
    if (status == BS_OK) *out = store->load.result;
    if (status != BS_OK || store->load.result.known) bs_store_abort(store);
}

bs_status bs_store_begin(bs_store *store, const bs_source *source, bs_load_mode mode,
                         bs_load_result *out, bs_error *err)
{
    BS_TRY(begin_load(store, mode, err));
    content text = {.hash = bs_store__hash(&store->load.arena, source->text)};
    bs_status status = begin(store, source, &text, err);
    settle_begin(store, status, out);
    return status;
}

bs_status bs_store_begin_file(bs_store *store, const bs_source_file *file, bs_load_mode mode,
                              bs_load_result *out, bs_error *err)
{
    BS_TRY(begin_load(store, mode, err));
    content bytes = {.hash = file->hash, .file = file->path};
    bs_status status = begin(store, file->source, &bytes, err);
    settle_begin(store, status, out);
    return status;
}

bs_status bs_store_add(bs_store *store, const bs_series *series, bs_error *err)
{
    if (!store->load.open) return bs_fail(err, BS_E_ARGUMENT, "no load is under way");
    bs_status status = bs_load__merge(store, series, err);
    bs_arena_deinit(&store->load.arena);
    if (status != BS_OK) bs_store_abort(store);
    return status;
}

static bs_status finish(bs_store *store, bs_error *err)
{
    const bs_load_result *result = &store->load.result;
    sqlite3_stmt *counts;
    BS_TRY(bs_load__join_parts(store, err));
    BS_TRY(bs_store__prepare(store, SQL_SOURCE_COUNTS, &counts, err));
    sqlite3_bind_int64(counts, 1, result->source);
    sqlite3_bind_int64(counts, 2, (int64_t)(result->series_new + result->series_known));
    sqlite3_bind_int64(counts, 3,
                       (int64_t)(result->value_new + result->value_changed + result->value_known +
                                 result->value_twice));
    BS_TRY(bs_store__run(store, counts, err));
    if (store->load.mode == BS_LOAD_DRY) return BS_OK;
    BS_TRY(bs_store__do(store, SQL_COMMIT, err));
    store->load.committed = true;
    return BS_OK;
}

bs_status bs_store_end(bs_store *store, bs_load_result *out, bs_error *err)
{
    if (!store->load.open) return bs_fail(err, BS_E_ARGUMENT, "no load is under way");
    bs_status status = finish(store, err);
    if (status == BS_OK) *out = store->load.result;
    bs_store_abort(store);
    return status;
}

bs_status bs_store_load(bs_store *store, const bs_reading *reading, bs_load_mode mode,
                        bs_load_result *out, bs_error *err)
{
    bs_load_result result;
    BS_TRY(bs_store_begin(store, reading->source, mode, &result, err));
    for (size_t i = 0; !result.known && i < reading->series.count; i++) {
        BS_TRY(bs_store_add(store, &reading->series.items[i], err));
    }
    if (!result.known) BS_TRY(bs_store_end(store, &result, err));
    *out = result;
    return BS_OK;
}
