// SPDX-License-Identifier: GPL-3.0-or-later
// Which of several sources is believed about a period.
#include <stdlib.h>

#include "engine/store/store_internal.h"

static const store_track tracks[] = {
    [BS_STATUS_ACTUAL] = TRACK_ACTUAL,     [BS_STATUS_TARGET] = TRACK_TARGET,
    [BS_STATUS_FORECAST] = TRACK_FORECAST, [BS_STATUS_PROVISIONAL] = TRACK_ACTUAL,
    [BS_STATUS_REVISED] = TRACK_ACTUAL,    [BS_STATUS_ESTIMATE] = TRACK_ACTUAL,
};
_Static_assert(BS_COUNT(tracks) == BS_VALUE_STATUS_COUNT, "every status has a track");

store_track bs_vintage__track(bs_value_status status)
{
    return tracks[status];
}

bs_status bs_vintage__collect(store_entry_array *out, bs_arena *arena,
                              const store_segment_array *segments, size_t fresh_from, bs_error *err)
{
    size_t count = 0;
    for (size_t i = 0; i < segments->count; i++)
        count += segments->items[i].count;
    out->items = BS_NEW_ARRAY(arena, store_entry, count);
    if (out->items == NULL) return bs_store__no_memory(err);
    out->capacity = count;
    for (size_t i = 0; i < segments->count; i++) {
        const store_segment *segment = &segments->items[i];
        for (size_t at = 0; at < segment->count; at++) {
            const bs_observation *item = &segment->items[at];
            out->items[out->count++] = (store_entry){
                .item = item,
                .track = bs_vintage__track(item->status),
                .fresh = i >= fresh_from,
                .day = segment->day,
                .source = segment->source,
                .segment = (uint32_t)i,
                .at = (uint32_t)at,
            };
        }
    }
    return BS_OK;
}

static int compare_groups(const store_entry *a, const store_entry *b)
{
    bs_period p = a->item->period, q = b->item->period;
    if (p.frequency != q.frequency) return p.frequency < q.frequency ? -1 : 1;
    if (p.first != q.first) return p.first < q.first ? -1 : 1;
    if (p.last != q.last) return p.last < q.last ? -1 : 1;
    return (a->track > b->track) - (a->track < b->track);
}

bool bs_vintage__same(const store_entry *a, const store_entry *b)
{
    return compare_groups(a, b) == 0;
}

static bool valued(const store_entry *entry)
{
    return entry->item->state == BS_STATE_VALUE;
}

static int compare_entries(const void *left, const void *right)
{
    const store_entry *a = left, *b = right;
    int group = compare_groups(a, b);
    if (group != 0) return group;
    if (valued(a) != valued(b)) return valued(a) ? -1 : 1;
    for (int i = 0; i < 2; i++) {
        if (a->order[i] != b->order[i]) return a->order[i] < b->order[i] ? -1 : 1;
    }
    if (a->segment != b->segment) return a->segment < b->segment ? -1 : 1;
    return (a->at > b->at) - (a->at < b->at);
}

static bool is_sorted(const store_entry_array *entries)
{
    for (size_t i = 1; i < entries->count; i++) {
        if (compare_entries(&entries->items[i - 1], &entries->items[i]) > 0) return false;
    }
    return true;
}

void bs_vintage__rank(store_entry_array *entries, bs_vintages vintages)
{
    int sign = vintages == BS_VINTAGES_FIRST ? 1 : -1;
    for (size_t i = 0; i < entries->count; i++) {
        entries->items[i].order[0] = (int64_t)entries->items[i].day * sign;
        entries->items[i].order[1] = entries->items[i].source * sign;
    }
    if (!is_sorted(entries)) {
        qsort(entries->items, entries->count, sizeof *entries->items, compare_entries);
    }
    for (size_t i = 0; i < entries->count; i++) {
        entries->items[i].winner =
            i == 0 || !bs_vintage__same(&entries->items[i - 1], &entries->items[i]);
    }
}

// --- the rows of the store -----------------------------------------------------------------------

// What the row of a series says about its winners.
typedef struct summary {
    size_t count;
    bs_period first;
    bs_period last;
} summary;

static summary summarise(const store_entry_array *entries)
{
    summary sum = {.first = BS_PERIOD_NONE, .last = BS_PERIOD_NONE};
    for (size_t i = 0; i < entries->count; i++) {
        const store_entry *entry = &entries->items[i];
        if (!entry->winner || !valued(entry)) continue;
        bs_period period = entry->item->period;
        sum.count++;
        if (bs_period_is_none(period)) continue;
        bool none = bs_period_is_none(sum.first);
        if (none || bs_period_compare(period, sum.first) < 0) sum.first = period;
        if (none || bs_period_compare(period, sum.last) > 0) sum.last = period;
    }
    return sum;
}

static size_t count_sources(const store_segment_array *segments)
{
    size_t count = 0;
    for (size_t i = 0; i < segments->count; i++) {
        count += i == 0 || segments->items[i].source != segments->items[i - 1].source;
    }
    return count;
}

static bs_status write_summary(bs_store *store, bs_arena *arena, int64_t series,
                               const store_segment_array *segments,
                               const store_entry_array *entries, bs_error *err)
{
    summary sum = summarise(entries);
    bool dated = !bs_period_is_none(sum.first);
    bs_str first = bs_period_str(sum.first, arena), last = bs_period_str(sum.last, arena);
    if (dated && (first.len == 0 || last.len == 0)) return bs_store__no_memory(err);
    sqlite3_stmt *update;
    BS_TRY(bs_store__prepare(store, SQL_SERIES_REFRESH, &update, err));
    sqlite3_bind_int64(update, 1, series);
    if (dated) {
        bs_store__bind_text(update, 2, first);
        bs_store__bind_text(update, 3, last);
    }
    sqlite3_bind_int64(update, 4, (int64_t)sum.count);
    sqlite3_bind_int64(update, 5, (int64_t)count_sources(segments));
    return bs_store__run(store, update, err);
}

// "[0,1,0]" with 1 where the entry is no winner; the empty slice when all are.
static bs_str superseded_text(bs_arena *arena, const bool *superseded, size_t count, bs_error *err)
{
    bool any = false;
    for (size_t i = 0; i < count; i++)
        any |= superseded[i];
    if (!any) return (bs_str){0};
    char *text = BS_NEW_ARRAY(arena, char, count * 2 + 1);
    if (text == NULL) {
        bs_store__no_memory(err);
        return (bs_str){0};
    }
    for (size_t i = 0; i < count; i++) {
        text[i * 2] = i == 0 ? '[' : ',';
        text[i * 2 + 1] = superseded[i] ? '1' : '0';
    }
    text[count * 2] = ']';
    return (bs_str){text, count * 2 + 1};
}

static bs_status supersede(bs_store *store, const store_segment *segment, bs_str text,
                           bs_error *err)
{
    if (bs_str_equal(text, segment->superseded)) return BS_OK;
    sqlite3_stmt *update;
    BS_TRY(bs_store__prepare(store, SQL_SEGMENT_SUPERSEDE, &update, err));
    sqlite3_bind_int64(update, 1, segment->id);
    if (text.len > 0) bs_store__bind_text(update, 2, text);
    return bs_store__run(store, update, err);
}

static bs_status write_marks(bs_store *store, bs_arena *arena, const store_segment_array *segments,
                             const store_entry_array *entries, bs_error *err)
{
    bool **flags = BS_NEW_ARRAY(arena, bool *, segments->count);
    if (flags == NULL) return bs_store__no_memory(err);
    for (size_t i = 0; i < segments->count; i++) {
        flags[i] = BS_NEW_ARRAY(arena, bool, segments->items[i].count);
        if (flags[i] == NULL) return bs_store__no_memory(err);
    }
    for (size_t i = 0; i < entries->count; i++) {
        const store_entry *entry = &entries->items[i];
        flags[entry->segment][entry->at] = !entry->winner;
    }
    for (size_t i = 0; i < segments->count; i++) {
        bs_error failure = BS_ERROR_INIT;
        bs_str text = superseded_text(arena, flags[i], segments->items[i].count, &failure);
        if (failure.status != BS_OK) return bs_store__no_memory(err);
        BS_TRY(supersede(store, &segments->items[i], text, err));
    }
    return BS_OK;
}

bs_status bs_vintage__refresh(bs_store *store, bs_arena *arena, int64_t series,
                              const store_segment_array *segments, const store_entry_array *entries,
                              bs_error *err)
{
    BS_TRY(write_marks(store, arena, segments, entries, err));
    return write_summary(store, arena, series, segments, entries, err);
}
