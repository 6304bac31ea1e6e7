// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON arrays of a segment as observations.
#include "engine/base/array.h"
#include "engine/base/limits.h"
#include "engine/store/segment_mark.h"
#include "engine/store/store_internal.h"

typedef struct mark {
    bool given[MARK_COUNT];
    bs_str value[MARK_COUNT];
} mark;

// Where the observations of a run stand; its items are in the order of schema.c.
typedef struct run_places {
    bool given;
    int64_t line;
    int64_t line_step;
    int64_t column; // of an adjacent one: of the next
    int64_t way;
    int64_t row;
    int64_t col;
    int64_t col_step;
} run_places;

// The texts of a segment, read side by side.
typedef struct segment_reader {
    run_places run;
    size_t index;
    store_json numbers;
    store_json marks;
    store_json periods;
    store_json printed;
    store_dates *dates;
} segment_reader;

static int64_t integer_of(const mark *m, int at, int64_t usual)
{
    bs_decimal number;
    bool good =
        m->given[at] && bs_decimal_parse(&number, m->value[at], NULL) == BS_OK && number.scale == 0;
    return good ? number.coefficient : usual;
}

static uint32_t place_of(const mark *m, int at, uint32_t usual)
{
    int64_t value = integer_of(m, at, usual);
    return value < 0 || value > UINT32_MAX ? usual : (uint32_t)value;
}

// Index of the name that the mark says; `usual` when it says none, `count` when it is unknown.
static int word_of(const mark *m, int at, int count, store_name name, int usual)
{
    if (!m->given[at]) return usual;
    for (int i = 0; i < count; i++) {
        if (bs_str_equal(m->value[at], bs_str_from(name(i)))) return i;
    }
    return count;
}

static const char *state_name(int value)
{
    return bs_state_name((bs_state)value);
}

static const char *qualifier_name(int value)
{
    return bs_qualifier_name((bs_qualifier)value);
}

static const char *status_name(int value)
{
    return bs_value_status_name((bs_value_status)value);
}

static bool read_mark(store_json *json, mark *out)
{
    *out = (mark){0};
    if (bs_json__next(json) != JSON_ARRAY) return false;
    for (size_t at = 0;; at++) {
        store_json_kind kind = bs_json__next(json);
        if (kind == JSON_END) return true;
        if (kind == JSON_BROKEN || kind == JSON_ARRAY || at >= MARK_COUNT) return false;
        out->given[at] = kind != JSON_NULL;
        out->value[at] = json->value;
    }
}

// The number with the scale that it was printed with: zeros that were not printed are taken off.
static bool read_value(bs_decimal *out, bs_str digits, int64_t scale)
{
    bs_str printed = digits;
    for (int64_t i = scale; i < 0 && !bs_str_equal(digits, BS_STR("0")); i++) {
        if (printed.len < 2 || printed.ptr[printed.len - 1] != '0') return false;
        printed.len--;
    }
    if (scale < BS_DECIMAL_SCALE_MIN || bs_decimal_parse(out, printed, NULL) != BS_OK) return false;
    if (scale < 0) out->scale = (int32_t)scale;
    return true;
}

static bool fill_words(bs_observation *item, const mark *m, bs_value_status usual)
{
    int state = word_of(m, MARK_STATE, BS_STATE_COUNT, state_name, BS_STATE_VALUE);
    int qualifier = word_of(m, MARK_QUALIFIER, BS_QUALIFIER_COUNT, qualifier_name, BS_EXACT);
    int status = word_of(m, MARK_STATUS, BS_VALUE_STATUS_COUNT, status_name, (int)usual);
    item->state = (bs_state)state;
    item->qualifier = (bs_qualifier)qualifier;
    item->status = (bs_value_status)status;
    return state < BS_STATE_COUNT && qualifier < BS_QUALIFIER_COUNT &&
           status < BS_VALUE_STATUS_COUNT;
}

static bool fill_value(bs_observation *item, const mark *m, store_json_kind kind, bs_str digits)
{
    bool valued = kind == JSON_NUMBER;
    if (valued != (item->state == BS_STATE_VALUE)) return false;
    if (m->given[MARK_TEXT]) {
        item->text = m->value[MARK_TEXT];
    } else if (valued) {
        item->text = digits;
    }
    return !valued || read_value(&item->value, digits, integer_of(m, MARK_SCALE, 0));
}

// True when a calendar can be kept: without escapes, its texts are slices of its row.
static bool is_simple(const segment_reader *reader)
{
    bs_str periods = reader->periods.text, printed = reader->printed.text;
    return memchr(periods.ptr, '\\', periods.len) == NULL &&
           (printed.len == 0 || memchr(printed.ptr, '\\', printed.len) == NULL);
}

static bool next_period(segment_reader *reader, bs_period *period, bs_str *text)
{
    *text = reader->periods.value;
    *period = BS_PERIOD_NONE;
    if (text->len > 0 && bs_period_parse(period, *text, NULL) != BS_OK) return false;
    if (reader->printed.text.len == 0) return true;
    if (bs_json__next(&reader->printed) != JSON_STRING) return false;
    *text = reader->printed.value;
    return true;
}

static bool begins(segment_reader *reader)
{
    return bs_json__next(&reader->periods) == JSON_ARRAY &&
           (reader->printed.text.len == 0 || bs_json__next(&reader->printed) == JSON_ARRAY);
}

static bool ends_here(store_json *json)
{
    return bs_json__next(json) == JSON_END && json->at == json->text.len;
}

// Reads the calendar of a segment, unless it is that of the segment before: most series of a file
// share one.
static bool read_dates(segment_reader *reader, int64_t calendar)
{
    store_dates *dates = reader->dates;
    if (dates->calendar == calendar) return true;
    bs_str whole = reader->printed.text.len > 0 ? reader->printed.text : reader->periods.text;
    dates->calendar = 0;
    dates->count = 0;
    if (!begins(reader)) return false;
    store_json_kind kind;
    while ((kind = bs_json__next(&reader->periods)) == JSON_STRING) {
        size_t at = dates->count;
        bs_str text;
        if (at == SEGMENT_COUNT_MAX || !next_period(reader, &dates->periods[at], &text))
            return false;
        dates->text_at[at] = (uint32_t)(text.ptr - whole.ptr);
        dates->text_len[at] = (uint32_t)text.len;
        dates->count++;
    }
    if (kind != JSON_END || reader->periods.at != reader->periods.text.len) return false;
    if (reader->printed.text.len > 0 && !ends_here(&reader->printed)) return false;
    dates->calendar = calendar;
    return true;
}

static bool read_period(segment_reader *reader, bs_observation *item)
{
    const store_dates *dates = reader->dates;
    size_t index = reader->index;
    if (dates == NULL) {
        return bs_json__next(&reader->periods) == JSON_STRING &&
               next_period(reader, &item->period, &item->period_text);
    }
    bs_str whole = reader->printed.text.len > 0 ? reader->printed.text : reader->periods.text;
    if (index >= dates->count) return false;
    item->period = dates->periods[index];
    item->period_text = (bs_str){whole.ptr + dates->text_at[index], dates->text_len[index]};
    return true;
}

static void place_item(const mark *m, const store_segment *segment, bs_observation *item)
{
    item->origin = (bs_origin){
        .line = place_of(m, MARK_LINE, 0),
        .column = place_of(m, MARK_COLUMN, 0),
        .end_column = place_of(m, MARK_END_COLUMN, 0),
        .table = place_of(m, MARK_TABLE, segment->table),
        .row = place_of(m, MARK_ROW, 0),
        .col = place_of(m, MARK_COL, 0),
    };
}

// The place of an observation of a run, whose text is known.
static void place_in_run(segment_reader *reader, const mark *m, const store_segment *segment,
                         bs_observation *item)
{
    run_places *run = &reader->run;
    int64_t step = (int64_t)reader->index, len = (int64_t)item->text.len;
    int64_t line = run->line + step * run->line_step, column = run->column;
    if (run->way == BS_COLUMNS_ADJACENT) run->column += len + 1;
    if (run->way == BS_COLUMNS_LISTED) {
        line = place_of(m, MARK_LINE, 0);
        column = place_of(m, MARK_COLUMN, 0);
    }
    item->origin = (bs_origin){
        .line = (uint32_t)line,
        .column = (uint32_t)column,
        .end_column = (uint32_t)(column + len - (len > 0)),
        .table = segment->table,
        .row = run->row > 0 ? (uint32_t)(line - run->line + run->row) : 0,
        .col = (uint32_t)(run->col + step * run->col_step),
    };
}

static bool read_item(segment_reader *reader, store_json_kind kind, const store_segment *segment,
                      bs_observation *item)
{
    mark m = {0};
    bool in_run = reader->run.given;
    if (kind != JSON_NUMBER && kind != JSON_NULL) return false;
    if (reader->marks.text.len > 0 && !read_mark(&reader->marks, &m)) return false;
    if (!read_period(reader, item)) return false;
    item->quantity = BS_NO_QUANTITY;
    if (!in_run) place_item(&m, segment, item);
    const mark none = {0};
    bool good = fill_words(item, in_run ? &none : &m, segment->status);
    if (in_run && kind == JSON_NULL) item->state = BS_STATE_EMPTY;
    good = good && fill_value(item, in_run ? &none : &m, kind, reader->numbers.value);
    if (in_run) place_in_run(reader, &m, segment, item);
    reader->index++;
    return good;
}

static bool ends_calendar(segment_reader *reader)
{
    return ends_here(&reader->periods) &&
           (reader->printed.text.len == 0 || ends_here(&reader->printed));
}

// True when the other texts have as many items as the numbers had.
static bool ends_together(segment_reader *reader)
{
    return reader->numbers.at == reader->numbers.text.len &&
           (reader->marks.text.len == 0 || ends_here(&reader->marks)) &&
           (reader->dates != NULL ? reader->index == reader->dates->count : ends_calendar(reader));
}
static bool read_items(segment_reader *reader, store_segment *segment)
{
    if (bs_json__next(&reader->numbers) != JSON_ARRAY) return false;
    if (reader->dates == NULL && !begins(reader)) return false;
    bool marked = !reader->run.given || reader->run.way == BS_COLUMNS_LISTED;
    if (marked != (reader->marks.text.len > 0)) return false;
    if (marked && bs_json__next(&reader->marks) != JSON_ARRAY) return false;
    for (;;) {
        store_json_kind kind = bs_json__next(&reader->numbers);
        if (kind == JSON_END) return ends_together(reader);
        if (segment->count == SEGMENT_COUNT_MAX) return false;
        bs_observation *item = &segment->items[segment->count++];
        if (!read_item(reader, kind, segment, item)) return false;
    }
}

static bool read_run(run_places *out, bs_str text, bs_arena *arena)
{
    int64_t *const items[] = {&out->line, &out->line_step, &out->column,  &out->way,
                              &out->row,  &out->col,       &out->col_step};
    store_json json = {.text = text, .arena = arena};
    out->given = text.len > 0;
    if (!out->given) return true;
    if (bs_json__next(&json) != JSON_ARRAY) return false;
    for (size_t i = 0; i < BS_COUNT(items); i++) {
        bs_decimal number;
        if (bs_json__next(&json) != JSON_NUMBER) return false;
        if (bs_decimal_parse(&number, json.value, NULL) != BS_OK || number.scale != 0) return false;
        if (number.coefficient < 0 || number.coefficient > UINT32_MAX) return false;
        *items[i] = number.coefficient;
    }
    return ends_here(&json) && out->way < BS_COLUMNS_COUNT;
}

enum {
    COL_ID,
    COL_SOURCE,
    COL_PART,
    COL_STATUS,
    COL_NUMBERS,
    COL_MARKS,
    COL_SUPERSEDED,
    COL_UNIT_TEXT,
    COL_UNIT_POWER,
    COL_TABLE,
    COL_PERIODS,
    COL_PRINTED,
    COL_DAY,
    COL_RUN,
    COL_CALENDAR
};

static bs_status read_texts(segment_reader *reader, store_segment *segment, bs_arena *arena,
                            sqlite3_stmt *row, bs_error *err)
{
    BS_TRY(bs_store__column_copy(&reader->numbers.text, arena, row, COL_NUMBERS, err));
    BS_TRY(bs_store__column_copy(&reader->marks.text, arena, row, COL_MARKS, err));
    BS_TRY(bs_store__column_copy(&reader->periods.text, arena, row, COL_PERIODS, err));
    BS_TRY(bs_store__column_copy(&reader->printed.text, arena, row, COL_PRINTED, err));
    BS_TRY(bs_store__column_copy(&segment->superseded, arena, row, COL_SUPERSEDED, err));
    return bs_store__column_copy(&segment->unit_text, arena, row, COL_UNIT_TEXT, err);
}

static bs_status read_segment(store_segment *segment, bs_arena *arena, bs_store *store,
                              sqlite3_stmt *row, bs_error *err)
{
    int status = 0;
    BS_TRY(bs_store__column_word(&status, store, row, COL_STATUS, BS_VALUE_STATUS_COUNT,
                                 status_name, err));
    segment->id = sqlite3_column_int64(row, COL_ID);
    segment->source = sqlite3_column_int64(row, COL_SOURCE);
    segment->part = (uint32_t)sqlite3_column_int64(row, COL_PART);
    segment->status = (bs_value_status)status;
    segment->unit_power = sqlite3_column_int(row, COL_UNIT_POWER);
    segment->table = (uint32_t)sqlite3_column_int64(row, COL_TABLE);
    segment->day = sqlite3_column_int(row, COL_DAY);
    segment_reader reader = {.numbers = {.arena = arena},
                             .marks = {.arena = arena},
                             .periods = {.arena = arena},
                             .printed = {.arena = arena}};
    BS_TRY(read_texts(&reader, segment, arena, row, err));
    if (!read_run(&reader.run, bs_store__column(row, COL_RUN), arena))
        return bs_store__damaged(store, "the places of a segment cannot be read", err);
    // No value takes less than two bytes, so that a short segment asks for little.
    size_t room = reader.numbers.text.len / 2 + 1;
    segment->items =
        BS_NEW_ARRAY(arena, bs_observation, room < SEGMENT_COUNT_MAX ? room : SEGMENT_COUNT_MAX);
    if (segment->items == NULL) return bs_store__no_memory(err);
    if (is_simple(&reader)) reader.dates = &store->dates;
    bool dated =
        reader.dates == NULL || read_dates(&reader, sqlite3_column_int64(row, COL_CALENDAR));
    if (dated && read_items(&reader, segment)) return BS_OK;
    return bs_store__damaged(store, "a segment cannot be read", err);
}

bs_status bs_segment__read(store_segment_array *out, bs_arena *arena, bs_store *store,
                           int64_t series, bs_error *err)
{
    sqlite3_stmt *list;
    bool row = true;
    bs_status status = bs_store__prepare(store, SQL_SEGMENT_LIST, &list, err);
    if (status != BS_OK) return status;
    sqlite3_bind_int64(list, 1, series);
    while ((status = bs_store__step(store, list, &row, err)) == BS_OK && row) {
        store_segment *segment = BS_PUSH(arena, out);
        status = segment == NULL ? bs_store__no_memory(err)
                                 : read_segment(segment, arena, store, list, err);
        if (status != BS_OK) break;
    }
    sqlite3_reset(list);
    return status;
}
