// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for series: which there are, and what one of them says.
#include <stdlib.h>

#include "engine/store/store_internal.h"

// --- the list ------------------------------------------------------------------------------------

enum {
    COL_ID,
    COL_KEY,
    COL_LABEL,
    COL_GROUP,
    COL_INDICATOR,
    COL_SUBJECT,
    COL_UNIT,
    COL_KIND,
    COL_FREQUENCY,
    COL_FIRST,
    COL_LAST,
    COL_VALUES,
    COL_SOURCES,
    COL_ORDER,
    COL_TOTAL,
    COL_CROSS_SECTION
};

static const char *measure_name(int value)
{
    return bs_measure_name((bs_measure)value);
}

static const char *frequency_name(int value)
{
    return bs_frequency_code((bs_frequency)value);
}

static bs_status read_info(bs_series_info *info, bs_arena *arena, bs_store *store,
                           sqlite3_stmt *row, bs_error *err)
{
    int measure = 0, frequency = 0;
    BS_TRY(bs_store__column_copy(&info->key, arena, row, COL_KEY, err));
    BS_TRY(bs_store__column_copy(&info->label, arena, row, COL_LABEL, err));
    BS_TRY(bs_store__column_copy(&info->group, arena, row, COL_GROUP, err));
    BS_TRY(bs_store__column_copy(&info->indicator, arena, row, COL_INDICATOR, err));
    BS_TRY(bs_store__column_copy(&info->subject, arena, row, COL_SUBJECT, err));
    BS_TRY(bs_store__column_copy(&info->unit, arena, row, COL_UNIT, err));
    BS_TRY(bs_store__column_word(&measure, store, row, COL_KIND, BS_MEASURE_KIND_COUNT,
                                 measure_name, err));
    BS_TRY(bs_store__column_word(&frequency, store, row, COL_FREQUENCY, BS_FREQUENCY_COUNT,
                                 frequency_name, err));
    BS_TRY(bs_store__column_period(&info->first, store, row, COL_FIRST, err));
    BS_TRY(bs_store__column_period(&info->last, store, row, COL_LAST, err));
    info->measure = (bs_measure)measure;
    info->frequency = (bs_frequency)frequency;
    info->count = (size_t)sqlite3_column_int64(row, COL_VALUES);
    info->source_count = (size_t)sqlite3_column_int64(row, COL_SOURCES);
    info->order = (uint32_t)sqlite3_column_int64(row, COL_ORDER);
    info->total = sqlite3_column_int(row, COL_TOTAL) != 0;
    info->cross_section = sqlite3_column_int(row, COL_CROSS_SECTION) != 0;
    return BS_OK;
}

// Appends the series that a statement gives for `argument`.
static bs_status list_by(bs_series_info_array *out, bs_arena *arena, bs_store *store,
                         store_sql which, bs_str argument, bs_error *err)
{
    sqlite3_stmt *list;
    bool row = true;
    BS_TRY(bs_store__prepare(store, which, &list, err));
    if (sqlite3_bind_parameter_count(list) > 0) bs_store__bind_text(list, 1, argument);
    bs_status status;
    while ((status = bs_store__step(store, list, &row, err)) == BS_OK && row) {
        bs_series_info *info = BS_PUSH(arena, out);
        status = info == NULL ? bs_store__no_memory(err) : read_info(info, arena, store, list, err);
        if (status != BS_OK) break;
    }
    sqlite3_reset(list);
    return status;
}

// "%text%" for LIKE, with what means something to LIKE escaped.
static bs_status like_pattern(bs_str *out, bs_arena *arena, bs_str text, bs_error *err)
{
    bs_buffer buffer = BS_BUFFER_INIT;
    bs_buffer_add_char(&buffer, '%');
    for (size_t at = 0; at < text.len; at++) {
        if (memchr("%_\\", text.ptr[at], 3) != NULL) bs_buffer_add_char(&buffer, '\\');
        bs_buffer_add_char(&buffer, text.ptr[at]);
    }
    bs_buffer_add_char(&buffer, '%');
    bs_status status = bs_buffer_status(&buffer, err);
    *out = bs_arena_str(arena, bs_buffer_str(&buffer));
    bs_buffer_deinit(&buffer);
    return status == BS_OK && out->len == 0 ? bs_store__no_memory(err) : status;
}

static bool is_glob(bs_str pattern)
{
    for (size_t at = 0; at < pattern.len; at++) {
        if (memchr("*?[", pattern.ptr[at], 3) != NULL) return true;
    }
    return false;
}

static bs_status not_found(bs_arena *arena, bs_store *store, bs_str pattern, bs_error *err)
{
    bs_str near[BS_STORE_NEAREST_MAX];
    size_t count = 0;
    BS_TRY(bs_store_nearest(near, &count, arena, store, pattern, err));
    bs_buffer message = BS_BUFFER_INIT;
    for (size_t i = 0; i < count; i++) {
        bs_buffer_add(&message, i == 0           ? BS_STR("; did you mean '")
                                : i + 1 == count ? BS_STR("' or '")
                                                 : BS_STR("', '"));
        bs_buffer_add(&message, near[i]);
    }
    if (count > 0) bs_buffer_add(&message, BS_STR("'?"));
    bs_status status = bs_fail(err, BS_E_NOT_FOUND, "there is no series '%.*s'%.*s",
                               BS_STR_ARG(pattern), BS_STR_ARG(bs_buffer_str(&message)));
    bs_buffer_deinit(&message);
    return status;
}

bs_status bs_store_list(bs_series_info_array *out, bs_arena *arena, bs_store *store, bs_str pattern,
                        bs_error *err)
{
    size_t before = out->count;
    if (pattern.len == 0) return list_by(out, arena, store, SQL_SERIES_ALL, pattern, err);
    BS_TRY(list_by(out, arena, store, SQL_SERIES_EQUAL, pattern, err));
    if (out->count > before) return BS_OK;
    if (is_glob(pattern))
        BS_TRY(list_by(out, arena, store, SQL_SERIES_GLOB, pattern, err));
    else
        BS_TRY(list_by(out, arena, store, SQL_SERIES_BEHIND_GROUP, pattern, err));
    if (out->count > before) return BS_OK;
    bs_str like;
    BS_TRY(like_pattern(&like, arena, pattern, err));
    BS_TRY(list_by(out, arena, store, SQL_SERIES_LIKE, like, err));
    if (out->count > before) return BS_OK;
    if (is_glob(pattern)) BS_TRY(list_by(out, arena, store, SQL_SERIES_GLOB_PART, pattern, err));
    return out->count > before ? BS_OK : not_found(arena, store, pattern, err);
}

bs_status bs_store_find(bs_series_info *out, bs_arena *arena, bs_store *store, bs_str pattern,
                        bs_error *err)
{
    bs_series_info_array found = {0};
    BS_TRY(bs_store_list(&found, arena, store, pattern, err));
    if (found.count == 0) return bs_fail(err, BS_E_NOT_FOUND, "the store has no series yet");
    if (found.count > 1) {
        return bs_fail(err, BS_E_ARGUMENT, "'%.*s' may be any of %zu series: '%.*s', '%.*s'%s",
                       BS_STR_ARG(pattern), found.count, BS_STR_ARG(found.items[0].key),
                       BS_STR_ARG(found.items[1].key), found.count > 2 ? " ..." : "");
    }
    *out = found.items[0];
    return BS_OK;
}

// --- one series ----------------------------------------------------------------------------------

static bs_status find_row(bs_series *out, int64_t *id, bs_arena *arena, bs_store *store, bs_str key,
                          bs_error *err)
{
    sqlite3_stmt *find;
    bool row;
    bs_series_info info = {0};
    BS_TRY(bs_store__prepare(store, SQL_SERIES_EQUAL, &find, err));
    bs_store__bind_text(find, 1, key);
    BS_TRY(bs_store__step(store, find, &row, err));
    bs_status status = row ? read_info(&info, arena, store, find, err) : BS_OK;
    *id = row ? sqlite3_column_int64(find, COL_ID) : 0;
    sqlite3_reset(find);
    if (status != BS_OK) return status;
    if (!row) return not_found(arena, store, key, err);
    *out = (bs_series){
        .key = info.key,
        .label = info.label,
        .group = info.group,
        .indicator = info.indicator,
        .subject = info.subject,
        .unit = info.unit,
        .measure = info.measure,
        .frequency = info.frequency,
        .order = info.order,
        .total = info.total,
        .cross_section = info.cross_section,
    };
    return BS_OK;
}

// How it is printed is what the newest source says.
static void take_print(bs_series *series, const store_segment_array *segments)
{
    const store_segment *newest = NULL;
    for (size_t i = 0; i < segments->count; i++) {
        const store_segment *segment = &segments->items[i];
        if (newest == NULL || segment->day >= newest->day) newest = segment;
    }
    if (newest == NULL) return;
    series->unit_text = newest->unit_text;
    series->unit_power = newest->unit_power;
    series->table = newest->table;
}

// Keeps the segments that the view lets through, in their order.
static void filter_segments(store_segment_array *segments, const bs_store_view *view)
{
    bs_period day = BS_PERIOD_NONE;
    bool dated = !bs_period_is_none(view->as_of) &&
                 bs_period_day(&day, bs_period_end(view->as_of), NULL) == BS_OK;
    size_t kept = 0;
    for (size_t i = 0; i < segments->count; i++) {
        const store_segment *segment = &segments->items[i];
        if (view->source != 0 && segment->source != view->source) continue;
        if (dated && segment->day > day.first) continue;
        segments->items[kept++] = *segment;
    }
    segments->count = kept;
}

static void filter_entries(store_entry_array *entries, const bs_store_view *view)
{
    size_t kept = 0;
    for (size_t i = 0; i < entries->count; i++) {
        const store_entry *entry = &entries->items[i];
        bool wanted = view->vintages == BS_VINTAGES_ALL || entry->winner;
        wanted &=
            bs_period_is_none(view->period) || bs_period_equal(view->period, entry->item->period);
        if (wanted) entries->items[kept++] = *entry;
    }
    entries->count = kept;
}

// By period in time, then what came true before what was planned, then the oldest vintage first.
static int compare_shown(const void *left, const void *right)
{
    const store_entry *a = left, *b = right;
    int period = bs_period_compare(a->item->period, b->item->period);
    if (period != 0) return period;
    if (a->track != b->track) return a->track < b->track ? -1 : 1;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    if (a->source != b->source) return a->source < b->source ? -1 : 1;
    if (a->segment != b->segment) return a->segment < b->segment ? -1 : 1;
    return (a->at > b->at) - (a->at < b->at);
}

static bool is_shown_order(const store_entry_array *entries)
{
    for (size_t i = 1; i < entries->count; i++) {
        if (compare_shown(&entries->items[i - 1], &entries->items[i]) > 0) return false;
    }
    return true;
}

// Sources of the observations of one series.
typedef struct cited {
    int64_t id;
    const bs_source *source;
    bs_str vintage;
} cited;

typedef BS_ARRAY(cited) cited_array;

static bs_status read_cited(cited *out, bs_arena *arena, bs_store *store, int64_t id, bs_error *err)
{
    bs_source_info info;
    BS_TRY(bs_store__source_row(&info, arena, store, id, err));
    bs_source *source = BS_NEW(arena, bs_source);
    if (source == NULL) return bs_store__no_memory(err);
    *source = (bs_source){
        .path = info.path,
        .encoding = info.encoding,
        .lang = info.lang,
        .title = info.title,
        .publisher = info.publisher,
        .published = info.published,
    };
    *out = (cited){id, source, info.vintage};
    return BS_OK;
}

// The source with this number, read when it is first asked for.
static bs_status find_cited(const cited **out, cited_array *seen, bs_arena *arena, bs_store *store,
                            int64_t id, bs_error *err)
{
    for (size_t i = seen->count; i > 0; i--) {
        *out = &seen->items[i - 1];
        if (seen->items[i - 1].id == id) return BS_OK;
    }
    cited *row = BS_PUSH(arena, seen);
    if (row == NULL) return bs_store__no_memory(err);
    *out = row;
    return read_cited(row, arena, store, id, err);
}

static bs_status fill_observations(bs_stored_series *out, bs_arena *arena, bs_store *store,
                                   const store_segment_array *segments,
                                   const store_entry_array *entries, bs_error *err)
{
    size_t count = entries->count;
    bs_observation *items = BS_NEW_ARRAY(arena, bs_observation, count);
    const bs_source **sources = BS_NEW_ARRAY(arena, const bs_source *, count);
    int64_t *ids = BS_NEW_ARRAY(arena, int64_t, count);
    bs_str *vintages = BS_NEW_ARRAY(arena, bs_str, count);
    bs_str *keys = BS_NEW_ARRAY(arena, bs_str, out->kin_count > 1 ? count : 0);
    bool room = items != NULL && sources != NULL && ids != NULL;
    if (!room || vintages == NULL || keys == NULL) {
        return bs_store__no_memory(err);
    }
    cited_array seen = {0};
    const cited *source = NULL;
    for (size_t i = 0; i < count; i++) {
        const store_entry *entry = &entries->items[i];
        BS_TRY(find_cited(&source, &seen, arena, store, entry->source, err));
        items[i] = *entry->item;
        sources[i] = source->source;
        ids[i] = entry->source;
        vintages[i] = source->vintage;
        if (out->kin_count > 1) keys[i] = segments->items[entry->segment].key;
    }
    out->series.observations.items = items;
    out->series.observations.count = out->series.observations.capacity = count;
    out->sources = sources;
    out->source_ids = ids;
    out->vintages = vintages;
    out->keys = out->kin_count > 1 ? keys : NULL;
    return BS_OK;
}

// The segments of a series, and of those that it is linked with.
static bs_status read_segments(bs_stored_series *out, store_segment_array *segments,
                               bs_arena *arena, bs_store *store, int64_t id, bs_error *err)
{
    bs_kin_array kin = {0};
    BS_TRY(bs_alias__kin(&kin, arena, store, id, err));
    bs_str *keys = BS_NEW_ARRAY(arena, bs_str, kin.count);
    if (keys == NULL) return bs_store__no_memory(err);
    for (size_t i = 0; i < kin.count; i++) {
        size_t first = segments->count;
        keys[i] = kin.items[i].key;
        BS_TRY(bs_segment__read(segments, arena, store, kin.items[i].id, err));
        for (size_t k = first; k < segments->count; k++)
            segments->items[k].key = keys[i];
    }
    out->kin = keys;
    out->kin_count = kin.count;
    return BS_OK;
}

static bs_status read_alone(bs_stored_series *out, store_segment_array *segments, bs_arena *arena,
                            bs_store *store, int64_t id, bs_error *err)
{
    BS_TRY(bs_segment__read(segments, arena, store, id, err));
    bs_str *key = BS_NEW(arena, bs_str);
    if (key == NULL) return bs_store__no_memory(err);
    *key = out->series.key;
    for (size_t k = 0; k < segments->count; k++)
        segments->items[k].key = *key;
    out->kin = key;
    out->kin_count = 1;
    return BS_OK;
}

bs_status bs_store_get(bs_stored_series *out, bs_arena *arena, bs_store *store, bs_str key,
                       const bs_store_view *view, bs_error *err)
{
    const bs_store_view usual = BS_STORE_VIEW_INIT;
    if (view == NULL) view = &usual;
    bs_stored_series found = {0};
    store_segment_array segments = {0};
    store_entry_array entries = {0};
    int64_t id;
    BS_TRY(find_row(&found.series, &id, arena, store, key, err));
    BS_TRY((view->alone ? read_alone : read_segments)(&found, &segments, arena, store, id, err));
    filter_segments(&segments, view);
    take_print(&found.series, &segments);
    BS_TRY(bs_vintage__collect(&entries, arena, &segments, segments.count, err));
    bs_vintage__rank(&entries, view->vintages);
    filter_entries(&entries, view);
    if (!is_shown_order(&entries)) {
        qsort(entries.items, entries.count, sizeof *entries.items, compare_shown);
    }
    BS_TRY(fill_observations(&found, arena, store, &segments, &entries, err));
    *out = found;
    return BS_OK;
}

bs_status bs_store_begin_reading(bs_store *store, bs_error *err)
{
    return bs_store__do(store, SQL_BEGIN_READING, err);
}

void bs_store_end_reading(bs_store *store)
{
    if (store == NULL || store->load.open || sqlite3_get_autocommit(store->db)) return;
    bs_status ignored = bs_store__do(store, SQL_ROLLBACK, NULL);
    (void)ignored;
}
