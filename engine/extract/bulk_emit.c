// SPDX-License-Identifier: GPL-3.0-or-later
// Gives a series away: named, with its periods, and where its values stand by a rule.
#include "engine/extract/bulk_internal.h"
#include "engine/extract/part_frequency.h"

// --- periods -------------------------------------------------------------------------------------

bs_status bulk__period_read(bs_bulk *bulk, bs__tidy_period *period, bs_error *err)
{
    bs__tidy_period_read(bulk->tidy, period, bulk->dates);
    if (!period->bad) return BS_OK;
    bulk->bad_periods++;
    if (bulk->options.refuse != NULL) return BS_OK; // row by row, see drop_undated
    return bs__tidy_period_fail(bulk->tidy, period, bulk->dates, err);
}

bs_status bulk__settle(bs_bulk *bulk, bs_error *err)
{
    if (bulk->settled) return BS_OK;
    bulk->settled = true;
    bulk->bad_periods = 0;
    bulk->dates = bs__tidy_dates_of(bulk->tidy);
    for (size_t i = 0; i < bulk->tidy->periods.count; i++)
        BS_TRY(bulk__period_read(bulk, &bulk->tidy->periods.items[i], err));
    return BS_OK;
}

static bs_status refuse_period(bs_bulk *bulk, const bs__tidy_period *period, uint32_t line,
                               bs_error *err)
{
    bs_error why = BS_ERROR_INIT;
    bs_status status = bs__tidy_period_fail(bulk->tidy, period, bulk->dates, &why);
    bs_bad_row bad = {.message = why.message,
                      .line_number = line,
                      .column = period->line == line ? period->column : 1,
                      .status = status};
    return bulk__refuse(bulk, &bad, err);
}

// Leaves out the values whose period is none.
static bs_status drop_undated(bs_bulk *bulk, bulk_series *series, bs_error *err)
{
    bulk_cells *cells = &series->cells;
    size_t kept = 0, len = 0, at = 0;
    series->adjacent = false;
    for (size_t i = 0; i < cells->count; i++) {
        const char *text = cells->text.ptr + at;
        const char *comma = memchr(text, ',', cells->text.len - at);
        size_t item = (size_t)(comma - text) + 1;
        const bs__tidy_period *period = &bulk->tidy->periods.items[cells->periods[i]];
        at += item;
        if (period->bad) {
            series->empty_count -= text[0] == 'n';
            BS_TRY(refuse_period(bulk, period, cells->lines[i], err));
            continue;
        }
        memmove(cells->text.ptr + len, text, item);
        len += item;
        cells->periods[kept] = cells->periods[i];
        cells->lines[kept] = cells->lines[i];
        cells->columns[kept] = cells->columns[i];
        cells->fields[kept++] = cells->fields[i];
    }
    cells->count = kept;
    cells->text.len = len;
    return BS_OK;
}

// --- calendars -----------------------------------------------------------------------------------

static bs_frequency commonest(const bs_period *items, size_t count)
{
    size_t counts[BS_FREQUENCY_COUNT] = {0};
    bs_frequency best = BS_FREQUENCY_NONE;
    for (size_t i = 0; i < count; i++) {
        bs_frequency frequency = items[i].frequency;
        counts[frequency]++;
        if (counts[frequency] > counts[best] || best == BS_FREQUENCY_NONE) best = frequency;
    }
    return best;
}

static bs_status calendar_make(bulk_calendar *out, bs_bulk *bulk, const uint32_t *ids, size_t count,
                               bs_error *err)
{
    bs_arena *arena = &bulk->calendar_arena;
    uint32_t *kept = BS_NEW_ARRAY(arena, uint32_t, count);
    bs_period *items = BS_NEW_ARRAY(arena, bs_period, count);
    bs_str *printed = BS_NEW_ARRAY(arena, bs_str, count);
    if (kept == NULL || items == NULL || printed == NULL) return bs__tidy_no_memory(err);
    memcpy(kept, ids, count * sizeof *ids);
    bool ascending = true, mixed = false;
    for (size_t i = 0; i < count; i++) {
        const bs__tidy_period *period = &bulk->tidy->periods.items[ids[i]];
        items[i] = period->period;
        printed[i] = period->shown;
        mixed = mixed || items[i].frequency != items[0].frequency;
        ascending = ascending && !period->status_stated &&
                    (i == 0 || bs_period_compare(items[i - 1], items[i]) < 0);
    }
    out->ids = kept;
    out->periods = (bs_periods){.id = ++bulk->calendar_count,
                                .items = items,
                                .printed = printed,
                                .ids = kept,
                                .count = count,
                                .ascending = ascending,
                                .mixed = mixed,
                                .frequency = commonest(items, count)};
    return BS_OK;
}

// The list of these periods: most series of a file run over one of a few.
static bs_status calendar_find(const bs_periods **out, bs_bulk *bulk, const uint32_t *ids,
                               size_t count, bs_error *err)
{
    enum { CALENDAR_COUNT_MAX = 4096 };
    bs_str bytes = {(const char *)ids, count * sizeof *ids};
    uint32_t hash = (uint32_t)bs_hash_of_64(bytes), id;
    for (size_t probe = SIZE_MAX; bs__tidy_ids_next(&bulk->calendar_index, hash, &probe, &id);) {
        const bulk_calendar *calendar = &bulk->calendars.items[id];
        if (calendar->periods.count != count || memcmp(calendar->ids, ids, bytes.len) != 0)
            continue;
        *out = &calendar->periods;
        return BS_OK;
    }
    if (bulk->calendars.count == CALENDAR_COUNT_MAX) {
        bs__tidy_ids_deinit(&bulk->calendar_index);
        bs_arena_reset(&bulk->calendar_arena);
        bulk->calendars.items = NULL;
        bulk->calendars.count = bulk->calendars.capacity = 0;
    }
    BS_TRY(bs__tidy_ids_add(&bulk->calendar_index, hash, (uint32_t)bulk->calendars.count, err));
    bulk_calendar *calendar = BS_PUSH(&bulk->calendar_arena, &bulk->calendars);
    if (calendar == NULL) return bs__tidy_no_memory(err);
    BS_TRY(calendar_make(calendar, bulk, ids, count, err));
    *out = &calendar->periods;
    return BS_OK;
}

// --- places --------------------------------------------------------------------------------------

// One part of the values of a series, as it is given away.
typedef struct bulk_span {
    const bulk_series *series;
    size_t from;
    size_t count;
    bs_str text; // without the last comma
} bulk_span;

static bool is_stepped(const uint32_t *items, size_t count)
{
    uint32_t step = count > 1 ? items[1] - items[0] : 0, differ = 0;
    for (size_t i = 1; i < count; i++)
        differ |= (items[i] - items[i - 1]) ^ step;
    return differ == 0;
}

static bool is_constant(const uint32_t *items, size_t count)
{
    uint32_t differ = 0;
    for (size_t i = 1; i < count; i++)
        differ |= items[i] ^ items[0];
    return differ == 0;
}

static bool is_adjacent(const bulk_span *span, const uint32_t *columns)
{
    bs_str rest = span->text, item;
    uint32_t column = columns[0];
    for (size_t i = 0; i < span->count && bs_str_next(&rest, ',', &item); i++) {
        if (columns[i] != column) return false;
        column += item.len > 0 && item.ptr[0] == 'n' ? 1 : (uint32_t)item.len + 1;
    }
    return true;
}

static bs_places places_of(const bulk_span *span)
{
    const bulk_cells *cells = &span->series->cells;
    const uint32_t *lines = cells->lines + span->from, *columns = cells->columns + span->from;
    const uint16_t *fields = cells->fields + span->from;
    uint32_t shift = span->series->shift;
    bs_places places = {.line = lines[0], .column = columns[0], .col = fields[0] + 1u};
    places.row = shift != UINT32_MAX ? lines[0] - shift : 0;
    places.col_step = span->count > 1 ? (uint32_t)(fields[1] - fields[0]) : 0;
    for (size_t i = 1; i < span->count; i++) {
        if (fields[i] != fields[0] + i * places.col_step) places.col = places.col_step = 0;
    }
    bool stepped = is_stepped(lines, span->count);
    places.line_step = stepped && span->count > 1 ? lines[1] - lines[0] : 0;
    bool same = stepped && is_constant(columns, span->count);
    bool adjacent = !same && stepped && places.line_step == 0 &&
                    (span->series->adjacent || is_adjacent(span, columns));
    places.way = same ? BS_COLUMNS_SAME : adjacent ? BS_COLUMNS_ADJACENT : BS_COLUMNS_LISTED;
    if (places.way == BS_COLUMNS_LISTED) {
        places.lines = lines;
        places.columns = columns;
    }
    return places;
}

// --- with observations ---------------------------------------------------------------------------

// The item as it is printed, in `text`, which has room for it.
static size_t item_decode(char *text, bs_str item)
{
    if (bs_str_equal(item, BS_STR("null"))) return 0;
    bool odd = item.len > 0 && item.ptr[0] == BULK_ODD;
    if (odd) item = bs_str_slice(item, 1, item.len);
    for (size_t i = 0; i < item.len; i++)
        text[i] = odd && item.ptr[i] == BULK_COMMA ? ',' : item.ptr[i];
    return item.len;
}

static bs_status observe(bs_packed *packed, bs_bulk *bulk, const bulk_span *span, bs_error *err)
{
    const bulk_cells *cells = &span->series->cells;
    uint32_t shift = span->series->shift;
    char *base = BS_NEW_ARRAY(&bulk->scratch, char, span->text.len + 1);
    bs__tidy_record *records = BS_NEW_ARRAY(&bulk->scratch, bs__tidy_record, span->count);
    if (base == NULL || records == NULL) return bs__tidy_no_memory(err);
    bs_str rest = span->text, item;
    uint32_t at = 0;
    for (size_t i = 0; i < span->count && bs_str_next(&rest, ',', &item); i++) {
        size_t from = span->from + i;
        uint32_t len = (uint32_t)item_decode(base + at, item), line = cells->lines[from];
        records[i] = (bs__tidy_record){.period = cells->periods[from],
                                       .value_at = at,
                                       .value_len = len,
                                       .line = line,
                                       .column = cells->columns[from],
                                       .row = shift != UINT32_MAX ? line - shift : 0,
                                       .field = cells->fields[from]};
        at += len;
    }
    bs__tidy_values values = {base, records, span->count, bulk->mark, &bulk->scratch};
    BS_TRY(bs__tidy_observe(&packed->series, bulk->tidy, &values, err));
    for (size_t i = 0; i < packed->series.observations.count; i++)
        packed->series.observations.items[i].origin.offset = 0; // not known
    return BS_OK;
}

// --- giving away ---------------------------------------------------------------------------------

static size_t item_len(const char *text, const char *end)
{
    const char *comma = memchr(text, ',', (size_t)(end - text));
    return (size_t)(comma - text) + 1;
}

// In a wide table, empty cells before the first and behind the last value are the table's shape.
static bulk_span span_of(const bs_bulk *bulk, const bulk_series *series)
{
    const bs_buffer *text = &series->cells.text;
    const char *start = text->ptr, *end = text->ptr + text->len;
    bulk_span span = {.series = series, .count = series->cells.count};
    bool trim = bulk->wide && series->empty_count > 0;
    while (trim && span.count > 0 && *start == 'n') {
        start += item_len(start, end);
        span.from++;
        span.count--;
    }
    while (trim && span.count > 0 && end - start >= 5 && memcmp(end - 5, "null,", 5) == 0) {
        end -= 5;
        span.count--;
    }
    if (span.count > 0) span.text = (bs_str){start, (size_t)(end - start) - 1};
    return span;
}

static void count_values(bs_packed *packed, const bulk_span *span)
{
    size_t count = span->count;
    packed->value_count = count;
    packed->last = count - 1;
    if (span->series->empty_count == 0) return;
    bs_str rest = span->text, item;
    packed->value_count = 0;
    for (size_t i = 0; i < count && bs_str_next(&rest, ',', &item); i++) {
        if (item.len > 0 && item.ptr[0] == 'n') continue;
        if (packed->value_count++ == 0) packed->first = i;
        packed->last = i;
    }
}

static bs_status fill(bs_packed *packed, bs_bulk *bulk, const bulk_span *span, bs_error *err)
{
    const bs_periods *periods = NULL;
    const uint32_t *ids = span->series->cells.periods + span->from;
    BS_TRY(calendar_find(&periods, bulk, ids, span->count, err));
    bool plain = !span->series->odd && periods->ascending && packed->series.unit_power == 0;
    if (!plain) return observe(packed, bulk, span, err);
    packed->periods = periods;
    packed->numbers = span->text;
    packed->places = places_of(span);
    packed->series.frequency = periods->frequency;
    packed->series.measure = bs__tidy_measure(&packed->series, (bs_str){0});
    count_values(packed, span);
    return BS_OK;
}

// Years and months of one row are two series, which only the whole of the file can tell.
static bs_status check_frequency(const bs_packed *packed, bulk_given *given, bs_error *err)
{
    bool mixed = packed->periods != NULL ? packed->periods->mixed : bs__is_mixed(&packed->series);
    bool other = given->parts > 1 && given->frequency != packed->series.frequency;
    given->frequency = packed->series.frequency;
    if (!mixed && !other) return BS_OK;
    return bs_fail(err, BS_E_ARGUMENT, "a series has values of several frequencies");
}

bs_status bulk__emit(bs_bulk *bulk, bulk_series *series, const bs__tidy_entity *names,
                     bs_error *err)
{
    BS_TRY(bulk__settle(bulk, err));
    if (bulk->bad_periods > 0) BS_TRY(drop_undated(bulk, series, err));
    bulk_span span = span_of(bulk, series);
    if (span.count == 0) return BS_OK;
    size_t number = bulk__series_number(bulk, series->entity, series->slot);
    bulk_given *given = &bulk->given.items[number];
    bs_packed packed = {.part = given->parts + 1,
                        .number = (uint32_t)number,
                        .trimmed = span.count < series->cells.count};
    bs_arena_reset(&bulk->scratch);
    bulk->namer.repeat = given->parts > 0;
    bulk->namer.suffix = given->suffix;
    bulk->namer.order = given->order;
    BS_TRY(bs__tidy_name(&packed.series, bulk->tidy, &bulk->namer, names, series->slot, err));
    given->suffix = bulk->namer.suffix;
    given->order = bulk->namer.order;
    given->parts++;
    BS_TRY(fill(&packed, bulk, &span, err));
    BS_TRY(check_frequency(&packed, given, err));
    bulk->visited++;
    return bulk->options.visit(bulk->options.context, &packed, err);
}
