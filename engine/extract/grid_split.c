// SPDX-License-Identifier: GPL-3.0-or-later
// Cells that one number has been printed over: "$ | 4,218.5 | " and " | (2,702.1 | )" of accounts,
// whose signs, closing brackets and percent signs stand in columns of their own.
#include "engine/core/unit.h"
#include "engine/extract/grid_internal.h"
#include "engine/extract/words.h"

static size_t place_of(const bs__grid *grid, uint32_t row, uint32_t col)
{
    return (size_t)row * grid->col_count + col;
}

static bool is_percent_sign(bs_str text)
{
    return bs_str_equal(text, BS_STR("%")) || bs_str_equal(text, BS_STR("％"));
}

// "$" as the whole of a cell; false for a name.
static bool is_sign(bs_str text, bs_lang lang, bs_str *unit)
{
    enum { SIGN_BYTES_MAX = 4 };
    if (text.len == 0 || text.len > SIGN_BYTES_MAX) return false;
    unsigned char last = (unsigned char)text.ptr[text.len - 1];
    if (last != '$' && last < 0x80) return false;
    size_t len;
    const bs_unit_form *form = bs_unit_match_side(text, lang, BS_UNIT_BEFORE, &len);
    if (form == NULL || len != text.len) return false;
    *unit = bs_str_from(form->code);
    return bs_unit_dimension(*unit) == BS_DIM_MONEY;
}

static void drop(bs__grid *grid, size_t place)
{
    grid->cells[place] = NULL;
    grid->values[place] = (bs_cell_value){.state = BS_STATE_EMPTY};
}

// The money of the sign in a cell of its own goes to the number behind it.
static bool take_sign(bs__grid *grid, uint32_t row, uint32_t col)
{
    size_t place = place_of(grid, row, col);
    bs_str unit, text = bs_str_trim(grid->cells[place]->text);
    if (col + 1 == grid->col_count || !is_sign(text, grid->lang, &unit)) return false;
    const bs_cell *next = grid->cells[place + 1];
    bs_cell_value *value = &grid->values[place + 1];
    bool open = next != NULL && bs_str_starts(bs_str_trim(next->text), BS_STR("("));
    if (value->state != BS_STATE_VALUE && !open && value->state != BS_STATE_NOT_APPLICABLE)
        return false;
    if (value->state == BS_STATE_VALUE && value->unit.len == 0) value->unit = unit;
    drop(grid, place);
    return true;
}

// Is the column headed as one of units, whose percent sign is that of the row?
static bool is_unit_column(const bs__grid *grid, uint32_t row, uint32_t col)
{
    for (uint32_t above = row; above-- > 0;) {
        bs_str text = bs_str_trim(bs__grid_text(grid, above, col));
        if (text.len > 0 && bs_word_is(text, BS_MEANS_UNIT_HEADER)) return true;
    }
    return false;
}

// The bracket or percent sign that a number goes on with in the next cell.
static bool take_end(bs__grid *grid, uint32_t row, uint32_t col)
{
    size_t place = place_of(grid, row, col);
    bs_str text = bs_str_trim(grid->cells[place]->text);
    bool closes = bs_str_starts(text, BS_STR(")"));
    bs_str behind = bs_str_trim(bs_str_slice(text, closes, text.len));
    if ((!closes || behind.len > 0) && !is_percent_sign(behind)) return false;
    const bs_cell *left = grid->cells[place - 1];
    if (left == NULL || (!closes && is_unit_column(grid, row, col))) return false;
    bs_cell_value *value = &grid->values[place - 1];
    const char *open = left->text.len > 0 ? memchr(left->text.ptr, '(', left->text.len) : NULL;
    if (closes) {
        if (open == NULL || value->state == BS_STATE_VALUE) return false;
        size_t at = (size_t)(open - left->text.ptr);
        bs_cell_value read;
        bs_scan_cell(&read, bs_str_slice(left->text, at + 1, left->text.len), grid->lang);
        if (read.state != BS_STATE_VALUE || read.range ||
            bs_str_trim((bs_str){left->text.ptr, at}).len > 0)
            return false;
        *value = read;
        value->value = bs_decimal_negate(read.value);
        value->digits_start = at;
        value->digits_end = read.digits_end + at + 1;
    }
    if (value->state != BS_STATE_VALUE) return false;
    if (behind.len > 0 && value->unit.len == 0) value->unit = BS_STR("%");
    drop(grid, place);
    return true;
}

bool bs__grid_join_split(bs__grid *grid)
{
    bool joined = false;
    for (uint32_t row = 0; row < grid->row_count; row++) {
        for (uint32_t col = 1; col < grid->col_count; col++) {
            const bs_cell *cell = bs__grid_at(grid, row, col);
            if (cell == NULL || cell->text.len == 0 || cell->text.len > 8) continue;
            char first = cell->text.ptr[0];
            if (first == ')' || first == '%' || first == '\xEF') joined |= take_end(grid, row, col);
        }
        for (uint32_t col = 1; col < grid->col_count; col++) {
            const bs_cell *cell = bs__grid_at(grid, row, col);
            if (cell != NULL && cell->text.len > 0 && cell->text.len < 8)
                joined |= take_sign(grid, row, col);
        }
    }
    return joined;
}
