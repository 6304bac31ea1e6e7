// SPDX-License-Identifier: GPL-3.0-or-later
// From a block of rows to runs of values. Runs in several threads at once: it changes nothing but
// its batch.
//
// Most rows are like the row before: the same names, the next period, a number of digits and at
// most one point. That is tried first, and everything else is looked at closely.
#include <stdlib.h>

#include "engine/base/wide.h"
#include "engine/extract/bulk_internal.h"

// --- cells ---------------------------------------------------------------------------------------

bs_status bulk__cells_reserve(bulk_cells *cells, size_t more, bs_error *err)
{
    enum { ROOM_FIRST = 256 };
    if (cells->count + more <= cells->room) return BS_OK;
    size_t room = cells->room > 0 ? cells->room * 2 : ROOM_FIRST;
    while (room < cells->count + more)
        room *= 2;
    uint32_t *periods = reallocarray(cells->periods, room, sizeof *periods);
    if (periods != NULL) cells->periods = periods;
    uint32_t *lines = reallocarray(cells->lines, room, sizeof *lines);
    if (lines != NULL) cells->lines = lines;
    uint32_t *columns = reallocarray(cells->columns, room, sizeof *columns);
    if (columns != NULL) cells->columns = columns;
    uint16_t *fields = reallocarray(cells->fields, room, sizeof *fields);
    if (fields != NULL) cells->fields = fields;
    if (!periods || !lines || !columns || !fields) return bs__tidy_no_memory(err);
    cells->room = room;
    return BS_OK;
}

void bulk__cells_clear(bulk_cells *cells)
{
    cells->count = 0;
    bs_buffer_clear(&cells->text);
}

void bulk__cells_deinit(bulk_cells *cells)
{
    free(cells->periods);
    free(cells->lines);
    free(cells->columns);
    free(cells->fields);
    bs_buffer_deinit(&cells->text);
    *cells = (bulk_cells){0};
}

// --- the batch -----------------------------------------------------------------------------------

bs_bulk_batch *bs_bulk_batch_new(void)
{
    return calloc(1, sizeof(bs_bulk_batch));
}

void bs_bulk_batch_free(bs_bulk_batch *batch)
{
    if (batch == NULL) return;
    bs_arena_deinit(&batch->arena);
    bulk__cells_deinit(&batch->cells);
    bs__tidy_ids_deinit(&batch->period_index);
    free(batch->period_ids);
    free(batch);
}

static void batch_clear(bs_bulk_batch *batch, const bs_row_block *block)
{
    bs_arena_reset(&batch->arena);
    batch->block = block;
    batch->runs.items = NULL;
    batch->runs.count = batch->runs.capacity = 0;
    batch->periods.items = NULL;
    batch->periods.count = batch->periods.capacity = 0;
    batch->bad.items = NULL;
    batch->bad.count = batch->bad.capacity = 0;
    bulk__cells_clear(&batch->cells);
    bs__tidy_ids_deinit(&batch->period_index);
    batch->period_last = 0;
    batch->marks = (bs__tidy_marks){0};
    batch->whole_file = false;
}

// --- who a row is of -----------------------------------------------------------------------------

static bs_str trim_blanks(bs_str text)
{
    while (text.len > 0 && text.ptr[text.len - 1] == ' ')
        text.len--;
    while (text.len > 0 && text.ptr[0] == ' ')
        text = (bs_str){text.ptr + 1, text.len - 1};
    return text;
}

static inline const bs_row_cell *cells_of(const bs_row_block *block, size_t row)
{
    return block->cells + row * block->width;
}

// Most texts that are compared are short: in words, of which the last two may overlap.
static inline bool same_bytes(const char *a, const char *b, size_t len)
{
    const size_t eight = sizeof(uint64_t), four = sizeof(uint32_t);
    if (len >= eight) {
        for (size_t at = 0; at + eight <= len; at += eight) {
            if (memcmp(a + at, b + at, eight) != 0) return false;
        }
        return memcmp(a + len - eight, b + len - eight, eight) == 0;
    }
    if (len >= four)
        return memcmp(a, b, four) == 0 && memcmp(a + len - four, b + len - four, four) == 0;
    for (size_t at = 0; at < len; at++) {
        if (a[at] != b[at]) return false;
    }
    return true;
}

static bool same_identity(const bs_bulk *bulk, const bs_row_block *block, size_t a, size_t b)
{
    const bs_row_cell *left = cells_of(block, a), *right = cells_of(block, b);
    for (size_t i = 0; i < bulk->tidy->identity_count; i++) {
        size_t column = bulk->tidy->identity[i];
        bs_str x = bs_row_cell_raw(block, &left[column]),
               y = bs_row_cell_raw(block, &right[column]);
        if (x.len == y.len && same_bytes(x.ptr, y.ptr, x.len)) continue;
        if (!bs_str_equal(trim_blanks(x), trim_blanks(y))) return false;
    }
    return true;
}

static bs_hash identity_of(const bs_bulk *bulk, const bs_row_block *block, size_t row)
{
    bs_hash chain[2] = {{0, 0}, {0, 0}};
    for (size_t i = 0; i < bulk->tidy->identity_count; i++) {
        const bs_row_cell *cell = &cells_of(block, row)[bulk->tidy->identity[i]];
        chain[1] = bs_hash_of(trim_blanks(bs_row_cell_raw(block, cell)));
        chain[0] = i == 0 ? chain[1] : bs_hash_of((bs_str){(const char *)chain, sizeof chain});
    }
    return chain[0];
}

// A row that is a series of its own must have all its names: an empty one is filled from above.
static bool names_itself(const bs_bulk *bulk, const bs_row_block *block, size_t row)
{
    for (size_t i = 0; i < bulk->tidy->identity_count; i++) {
        const bs_row_cell *cell = &cells_of(block, row)[bulk->tidy->identity[i]];
        if (trim_blanks(bs_row_cell_raw(block, cell)).len == 0) return false;
    }
    return true;
}

static bs_status run_open(bs_bulk_batch *batch, const bs_bulk *bulk, size_t row, bs_error *err)
{
    bulk_run *run = BS_PUSH(&batch->arena, &batch->runs);
    if (run == NULL) return bs__tidy_no_memory(err);
    *run = (bulk_run){.row = (uint32_t)row,
                      .at = (uint32_t)batch->cells.count,
                      .text_at = (uint32_t)batch->cells.text.len,
                      .adjacent = true};
    if (!bulk->tidy->row_is_series) run->identity = identity_of(bulk, batch->block, row);
    return BS_OK;
}

// --- when a row is -------------------------------------------------------------------------------

static bool is_period(const bulk_period *period, bs_str text, bs_str frequency)
{
    return period->text.len == text.len && same_bytes(period->text.ptr, text.ptr, text.len) &&
           bs_str_equal(period->frequency, frequency);
}

static bs_status period_look_up(bs_bulk_batch *batch, const bulk_period *wanted, bs_error *err)
{
    uint32_t hash = bs__tidy_hash(bs__tidy_hash(0, wanted->text), wanted->frequency), id;
    for (size_t probe = SIZE_MAX; bs__tidy_ids_next(&batch->period_index, hash, &probe, &id);) {
        if (!is_period(&batch->periods.items[id], wanted->text, wanted->frequency)) continue;
        batch->period_last = id;
        return BS_OK;
    }
    id = (uint32_t)batch->periods.count;
    BS_TRY(bs__tidy_ids_add(&batch->period_index, hash, id, err));
    bulk_period *period = BS_PUSH(&batch->arena, &batch->periods);
    if (period == NULL) return bs__tidy_no_memory(err);
    *period = *wanted;
    batch->period_last = id;
    return BS_OK;
}

// Sets batch->period_last to the period of the row: most often the one behind the last.
static inline bs_status period_find(bs_bulk_batch *batch, const bs_bulk *bulk, size_t row,
                                    bs_error *err)
{
    const bs_row_cell *cells = cells_of(batch->block, row);
    const bs_tidy *tidy = bulk->tidy;
    bulk_period wanted = {.row = (uint32_t)row};
    wanted.text = bs_row_cell_place(batch->block, &cells[tidy->period_column]);
    wanted.frequency = tidy->frequency;
    if (tidy->frequency_column != SIZE_MAX)
        wanted.frequency = bs_row_cell_place(batch->block, &cells[tidy->frequency_column]);
    uint32_t count = (uint32_t)batch->periods.count;
    uint32_t next = batch->period_last + 1 < count ? batch->period_last + 1 : 0;
    if (count > 0 && is_period(&batch->periods.items[next], wanted.text, wanted.frequency)) {
        batch->period_last = next;
        return BS_OK;
    }
    bool same = count > 0 &&
                is_period(&batch->periods.items[batch->period_last], wanted.text, wanted.frequency);
    return same ? BS_OK : period_look_up(batch, &wanted, err);
}

// --- values --------------------------------------------------------------------------------------

static inline bool is_digit(char c)
{
    return (unsigned char)(c - '0') < 10;
}

// True for digits that a decimal prints back as they are: no sign but a minus, no zero too many at
// the front, a digit on both sides of the point. Notes what a point says of decimal marks.
static inline bool is_plain(bs_str text, char mark, bs__tidy_marks *marks)
{
    const char *at = text.ptr, *end = text.ptr + text.len;
    bool minus = at < end && *at == '-', nonzero = false;
    at += minus;
    const char *whole = at;
    while (at < end && is_digit(*at))
        nonzero |= *at++ != '0';
    size_t whole_len = (size_t)(at - whole), part_len = 0;
    if (whole_len == 0 || (whole_len > 1 && *whole == '0')) return false;
    if (at < end && *at == '.' && mark == '.') {
        const char *part = ++at;
        while (at < end && is_digit(*at))
            nonzero |= *at++ != '0';
        part_len = (size_t)(at - part);
        if (part_len == 0) return false;
        marks->point_decimal += part_len != 3 || whole_len > 3 || *whole == '0';
    }
    return at == end && whole_len + part_len <= BS_DECIMAL_DIGITS_MAX && (nonzero || !minus);
}

// --- digits, eight bytes at a time

// Bytes that is_short_plain looks at, whatever the text has.
enum { WORDS_BYTES = 2 * sizeof(uint64_t) };

// 0x80 in every one of the first `len` bytes at `at` that is no digit.
static inline uint64_t no_digits(const char *at, size_t len)
{
    uint64_t word = bs_wide_load(at) ^ BS_WIDE_EACH('0');
    uint64_t none =
        (((word & BS_WIDE_EACH(0x7F)) + BS_WIDE_EACH(0x7F - 9)) | word) & BS_WIDE_EACH(0x80);
    return len >= sizeof word ? none : none & (((uint64_t)1 << 8 * len) - 1);
}

// is_plain for a text of at most WORDS_BYTES without a sign, of which as many bytes can be read;
// false also when that is for is_plain to say.
static inline bool is_short_plain(bs_str text, char mark, bs__tidy_marks *marks)
{
    if (text.len == 0 || text.len > WORDS_BYTES) return false;
    bool two = text.len > sizeof(uint64_t);
    uint64_t low = no_digits(text.ptr, text.len);
    uint64_t high = two ? no_digits(text.ptr + sizeof low, text.len - sizeof low) : 0;
    if ((low | high) == 0) return text.len == 1 || text.ptr[0] != '0';
    uint64_t one = low != 0 ? low : high;
    if ((low != 0 && high != 0) || (one & (one - 1)) != 0) return false;
    size_t whole_len = ((size_t)__builtin_ctzll(one) >> 3) + (low != 0 ? 0 : sizeof low);
    size_t part_len = text.len - whole_len - 1;
    if (text.ptr[whole_len] != '.' || mark != '.' || whole_len == 0 || part_len == 0) return false;
    if (whole_len > 1 && text.ptr[0] == '0') return false;
    marks->point_decimal += part_len != 3 || whole_len > 3 || text.ptr[0] == '0';
    return true;
}

// A cell with a mark, a unit or a word, written so that the list can be cut at its commas. False:
// it says nothing that can be a value.
static bool write_odd(bs_bulk_batch *batch, const bs_bulk *bulk, bs_str text)
{
    bs_cell_value value;
    bs__tidy_marks_add(&batch->marks, text);
    bs__tidy_value(&value, text, bulk->mark, bulk->tidy->lang);
    bool control = memchr(text.ptr, BULK_COMMA, text.len) || memchr(text.ptr, BULK_ODD, text.len);
    bool keep = bulk->options.keep_unreadable;
    batch->whole_file |= keep && control;
    if ((value.state == BS_STATE_UNREADABLE && !keep) || control) return false;
    bs_buffer *out = &batch->cells.text;
    bs_buffer_add_char(out, BULK_ODD);
    size_t start = out->len;
    bs_buffer_add(out, text);
    for (size_t i = start; i < out->len; i++) {
        if (out->ptr[i] == ',') out->ptr[i] = BULK_COMMA;
    }
    return true;
}

static bs_status refuse_value(bs_bulk_batch *batch, size_t row, bs_str text, bs_error *err)
{
    const bs_row_block *block = batch->block;
    bs_place place = bs_row_block_place(block, row, text.ptr);
    bs_bad_row *bad = BS_PUSH(&batch->arena, &batch->bad);
    if (bad == NULL) return bs__tidy_no_memory(err);
    const char *start = text.ptr, *end = text.ptr + text.len,
               *stop = block->text.ptr + block->text.len;
    while (start > block->text.ptr && start[-1] != '\n')
        start--;
    while (end < stop && *end != '\n' && *end != '\r')
        end++;
    bs_str message = bs_arena_format(&batch->arena, BS_TIDY_NO_NUMBER, BS_STR_ARG(text));
    *bad = (bs_bad_row){.line = {start, (size_t)(end - start)},
                        .message = message.ptr,
                        .line_number = place.line,
                        .column = place.column,
                        .row = (uint32_t)row,
                        .status = BS_E_FORMAT};
    return message.ptr != NULL ? BS_OK : bs__tidy_no_memory(err);
}

static inline void shift_note(bulk_run *run, uint32_t line, size_t row)
{
    uint32_t shift = line - (uint32_t)row;
    if (run->count == 0) run->shift = shift;
    if (run->shift != shift) run->shift = UINT32_MAX;
}

// Notes where a value of `len` bytes that has been written stands.
static inline void value_end(bs_bulk_batch *batch, const bs_bulk *bulk, size_t column,
                             bs_place place, size_t len)
{
    bulk_cells *cells = &batch->cells;
    bulk_run *run = &batch->runs.items[batch->runs.count - 1];
    size_t at = cells->count++;
    cells->text.ptr[cells->text.len++] = ',';
    cells->lines[at] = place.line;
    cells->columns[at] = place.column;
    cells->fields[at] = (uint16_t)column;
    cells->periods[at] = bulk->dated_rows ? batch->period_last : bulk->tidy->columns[column].period;
    run->adjacent = run->adjacent && (run->count == 0 || run->next == place.column);
    run->next = place.column + (uint32_t)len + 1;
    run->count++;
}

// Adds the value of one cell to the last run. *good is false when it is none.
static inline bs_status value_take(bs_bulk_batch *batch, const bs_bulk *bulk, size_t row,
                                   size_t column, bool *good, bs_error *err)
{
    const bs_row_block *block = batch->block;
    bulk_cells *cells = &batch->cells;
    bulk_run *run = &batch->runs.items[batch->runs.count - 1];
    bs_str text = bs_row_cell_place(block, &cells_of(block, row)[column]);
    if (is_plain(text, bulk->mark, &batch->marks)) {
        memcpy(cells->text.ptr + cells->text.len, text.ptr, text.len);
        cells->text.len += text.len;
    } else if (text.len == 0) {
        memcpy(cells->text.ptr + cells->text.len, "null", 4);
        cells->text.len += 4;
        run->empty_count++;
    } else {
        *good = write_odd(batch, bulk, text);
        run->odd = true;
        if (!*good) return refuse_value(batch, row, text, err);
    }
    bs_place place = {.line = block->row_lines[row]};
    if (block->plain)
        place.column = (uint32_t)(text.ptr - block->text.ptr) - block->row_at[row] + 1;
    else
        place = bs_row_block_place(block, row, text.ptr);
    shift_note(run, place.line, row);
    value_end(batch, bulk, column, place, text.len);
    return BS_OK;
}

// The same for digits in a plain block, as most cells are; false for anything else.
static inline bool digits_take(bs_bulk_batch *batch, const bs_bulk *bulk, size_t row, size_t column)
{
    const bs_row_block *block = batch->block;
    bs_str text = bs_row_cell_raw(block, &cells_of(block, row)[column]);
    const char *stop = block->text.ptr + block->text.len;
    bool near = (size_t)(stop - text.ptr) < WORDS_BYTES;
    if (near || !is_short_plain(text, bulk->mark, &batch->marks)) return false;
    bs_buffer *out = &batch->cells.text;
    memcpy(out->ptr + out->len, text.ptr, WORDS_BYTES); // what is behind the digits is written over
    out->len += text.len;
    bs_place place = {.line = block->row_lines[row],
                      .column = (uint32_t)(text.ptr - block->text.ptr) - block->row_at[row] + 1};
    value_end(batch, bulk, column, place, text.len);
    return true;
}

// --- rows ----------------------------------------------------------------------------------------

static bs_status row_values(bs_bulk_batch *batch, const bs_bulk *bulk, size_t row, bs_error *err)
{
    bulk_run *run = &batch->runs.items[batch->runs.count - 1];
    const bulk_run before = *run;
    size_t count = batch->cells.count, len = batch->cells.text.len;
    bool good = true;
    bool plain = batch->block->plain; // then all of the row is in one line
    if (plain) shift_note(run, batch->block->row_lines[row], row);
    for (size_t i = 0; i < bulk->value_column_count && good; i++) {
        size_t column = bulk->value_columns[i];
        if (plain && digits_take(batch, bulk, row, column)) continue;
        BS_TRY(value_take(batch, bulk, row, column, &good, err));
    }
    if (good) return BS_OK;
    *run = before; // a row with a mistake in it is left out whole
    batch->cells.count = count;
    batch->cells.text.len = len;
    return BS_OK;
}

static bs_status row_read(bs_bulk_batch *batch, const bs_bulk *bulk, size_t row, bs_error *err)
{
    const bs_row_block *block = batch->block;
    const bs_tidy *tidy = bulk->tidy;
    bool alone = tidy->row_is_series || tidy->slot_count > 1;
    bulk_run *run = batch->runs.count > 0 ? &batch->runs.items[batch->runs.count - 1] : NULL;
    if (tidy->row_is_series && !names_itself(bulk, block, row)) batch->whole_file = true;
    if (bulk->dated_rows) BS_TRY(period_find(batch, bulk, row, err));
    if (run == NULL || alone || !same_identity(bulk, block, row - 1, row))
        BS_TRY(run_open(batch, bulk, row, err));
    BS_TRY(row_values(batch, bulk, row, err));
    run = &batch->runs.items[batch->runs.count - 1];
    run->text_len = (uint32_t)batch->cells.text.len - run->text_at;
    if (tidy->row_is_series && run->empty_count == run->count) batch->whole_file = true;
    return BS_OK;
}

// Room for every value as it is printed, or "null", and what sets an odd one apart.
static bs_status make_room(bs_bulk_batch *batch, const bs_bulk *bulk, bs_error *err)
{
    size_t count = batch->block->row_count * bulk->value_column_count;
    bs_buffer *text = &batch->cells.text;
    size_t room = batch->block->text.len + 6 * count + WORDS_BYTES;
    BS_TRY(bulk__cells_reserve(&batch->cells, count + 1, err));
    if (text->capacity >= room) return BS_OK;
    bs_buffer_deinit(text);
    text->ptr = malloc(room);
    if (text->ptr == NULL) return bs__tidy_no_memory(err);
    text->capacity = room;
    return BS_OK;
}

bs_status bs_bulk_read(const bs_bulk *bulk, bs_bulk_batch *batch, const bs_row_block *block,
                       bs_error *err)
{
    batch_clear(batch, block);
    BS_TRY(make_room(batch, bulk, err));
    size_t header_count = block->first ? bulk->tidy->header_count : 0;
    for (size_t row = header_count; row < block->row_count; row++)
        BS_TRY(row_read(batch, bulk, row, err));
    return BS_OK;
}
