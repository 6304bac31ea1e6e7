// SPDX-License-Identifier: GPL-3.0-or-later
// Observations as the JSON arrays of a segment.
//
// The writer is by hand because a load is mostly this: a million observations are a hundred
// megabytes of calls to printf otherwise.
#include "engine/base/array.h"
#include "engine/base/limits.h"
#include "engine/store/segment_mark.h"
#include "engine/store/store_internal.h"

typedef struct mark_writer {
    bs_buffer *out;
    unsigned nulls; // usual things that were left out since the last that was written
    bool begun;
} mark_writer;

static void add_integer(bs_buffer *out, int64_t value)
{
    if (value < 0) bs_buffer_add_char(out, '-');
    bs_buffer_add_uint(out, value < 0 ? 0 - (uint64_t)value : (uint64_t)value, 1);
}

static void begin_item(mark_writer *mark)
{
    for (; mark->nulls > 0; mark->nulls--) {
        bs_buffer_add(mark->out, mark->begun ? BS_STR(",null") : BS_STR("null"));
        mark->begun = true;
    }
    if (mark->begun) bs_buffer_add_char(mark->out, ',');
    mark->begun = true;
}

static void mark_integer(mark_writer *mark, int64_t value, int64_t usual)
{
    if (value == usual) {
        mark->nulls++;
        return;
    }
    begin_item(mark);
    add_integer(mark->out, value);
}

static void mark_text(mark_writer *mark, bs_str text, bool usual)
{
    if (usual) {
        mark->nulls++;
        return;
    }
    begin_item(mark);
    bs_buffer_add_json(mark->out, text);
}

// True when SQLite prints the number `digits` as these very digits: a whole number of 64 bits, or a
// fraction without a zero at its end that a double holds.
static bool sql_prints(bs_str digits)
{
    if (memchr(digits.ptr, '.', digits.len) == NULL) return digits.len <= BS_DECIMAL_DIGITS_MAX;
    bs_str whole = digits;
    if (bs_str_starts(whole, BS_STR("-"))) whole = bs_str_slice(whole, 1, whole.len);
    bool tiny = bs_str_starts(whole, BS_STR("0.000"));
    return whole.len <= 15 && !tiny && digits.ptr[digits.len - 1] != '0';
}

static void write_mark(store_load *load, const bs_observation *item, bs_str digits,
                       bs_value_status status)
{
    bs_buffer *out = &load->marks;
    mark_writer mark = {.out = out};
    bool valued = item->state == BS_STATE_VALUE;
    bool same_text =
        valued ? bs_str_equal(item->text, digits) && sql_prints(digits) : item->text.len == 0;
    load->plain &= valued && same_text && item->qualifier == BS_EXACT && item->status == status;
    bs_buffer_add_char(out, '[');
    mark_integer(&mark, item->origin.line, 0);
    mark_integer(&mark, item->origin.column, 0);
    mark_integer(&mark, item->origin.end_column, 0);
    mark_text(&mark, item->text, same_text);
    mark_integer(&mark, item->origin.row, 0);
    mark_integer(&mark, item->origin.col, 0);
    mark_text(&mark, bs_str_from(bs_state_name(item->state)), valued);
    mark_text(&mark, bs_str_from(bs_qualifier_name(item->qualifier)), item->qualifier == BS_EXACT);
    mark_text(&mark, bs_str_from(bs_value_status_name(item->status)), item->status == status);
    mark_integer(&mark, valued && item->value.scale < 0 ? item->value.scale : 0, 0);
    mark_integer(&mark, item->origin.table, load->table);
    bs_buffer_add_char(out, ']');
}

static void write_numbers(store_load *load, const bs_observation *items, size_t count,
                          bs_value_status status)
{
    for (size_t i = 0; i < count; i++) {
        bs_buffer_add_char(&load->numbers, i == 0 ? '[' : ',');
        bs_buffer_add_char(&load->marks, i == 0 ? '[' : ',');
        size_t start = load->numbers.len;
        if (items[i].state == BS_STATE_VALUE) {
            bs_decimal_write(items[i].value, &load->numbers);
        } else {
            bs_buffer_add(&load->numbers, BS_STR("null"));
        }
        bs_str digits = bs_str_slice(bs_buffer_str(&load->numbers), start, load->numbers.len);
        write_mark(load, &items[i], digits, status);
    }
    bs_buffer_add_char(&load->numbers, ']');
    bs_buffer_add_char(&load->marks, ']');
}

static void begin_periods(store_load *load)
{
    bs_buffer_clear(&load->periods);
    bs_buffer_clear(&load->printed);
}

// Adds a period, and says whether it is printed in another way than ISO text.
static bool write_period(store_load *load, bs_period period, bs_str printed, bool first)
{
    bs_buffer_add(&load->periods, first ? BS_STR("[\"") : BS_STR(",\""));
    size_t start = load->periods.len;
    bs_period_write(period, &load->periods);
    bs_str iso = bs_str_slice(bs_buffer_str(&load->periods), start, load->periods.len);
    bool other = printed.len > 0 && !bs_str_equal(iso, printed);
    bs_buffer_add_char(&load->periods, '"');
    bs_buffer_add_char(&load->printed, first ? '[' : ',');
    bs_buffer_add_json(&load->printed, printed);
    return other;
}

static void end_periods(store_load *load, bool other)
{
    bs_buffer_add_char(&load->periods, ']');
    if (other)
        bs_buffer_add_char(&load->printed, ']');
    else
        bs_buffer_clear(&load->printed);
}

static void write_periods(store_load *load, const bs_observation *items, size_t count)
{
    bool other = false;
    begin_periods(load);
    for (size_t i = 0; i < count; i++)
        other |= write_period(load, items[i].period, items[i].period_text, i == 0);
    end_periods(load, other);
}

void bs_segment__write_periods(store_load *load, const bs_period *items, const bs_str *printed,
                               size_t count)
{
    bool other = false;
    begin_periods(load);
    for (size_t i = 0; i < count; i++)
        other |= write_period(load, items[i], printed[i], i == 0);
    end_periods(load, other);
}

void bs_segment__write(store_load *load, const bs_observation *items, size_t count,
                       bs_value_status status)
{
    bs_buffer_clear(&load->numbers);
    bs_buffer_clear(&load->marks);
    load->plain = true;
    write_numbers(load, items, count, status);
    write_periods(load, items, count);
}
