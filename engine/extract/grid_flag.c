// SPDX-License-Identifier: GPL-3.0-or-later
// A letter behind the number of a cell that is a scale in one table and a flag in another.
#include "engine/extract/grid_internal.h"
#include "engine/extract/words.h"

// Does a number end in one of `scales`, right behind its digits: "8.1b", "950m"?
static bool ends_in(bs_str text, const bs_cell_value *value, const char *scales)
{
    size_t at = 0;
    text = bs_str_trim(text);
    char last = text.len > 0 ? text.ptr[text.len - 1] : '0';
    if (value->state != BS_STATE_VALUE || (last >= '0' && last <= '9')) return false;
    while (at < text.len && strchr("0123456789.,", text.ptr[at]) != NULL)
        at++;
    bs_str tail = bs_str_slice(text, at, text.len);
    return at > 0 && tail.len > 0 && tail.len <= 2 && bs_list_starts(tail, scales);
}

// "16.0b": digits, a point among them, and the letter.
static bool may_be_flagged(bs_str text)
{
    size_t at = 0;
    if (text.len < 2 || text.ptr[text.len - 1] != 'b') return false;
    if (text.ptr[0] == '-') at++;
    for (; at + 1 < text.len; at++) {
        bool digit = text.ptr[at] >= '0' && text.ptr[at] <= '9';
        if (!digit && strchr(".,", text.ptr[at]) == NULL) return false;
    }
    return text.ptr[text.len - 2] >= '0' && text.ptr[text.len - 2] <= '9';
}

typedef struct neighbours {
    uint32_t plain;  // numbers without a scale
    uint32_t scaled; // with another than this letter alone
} neighbours;

static void count(neighbours *out, const bs__grid *grid, uint32_t row, uint32_t col)
{
    const bs_cell_value *value = bs__grid_value(grid, row, col);
    bs_str text = bs_str_trim(bs__grid_text(grid, row, col));
    if (value->state != BS_STATE_VALUE || bs__is_year(value) || may_be_flagged(text)) return;
    ++*(ends_in(text, value, "b|B|m|M|k|K|t") ? &out->scaled : &out->plain);
}

// Eurostat flags a break in a series by "b": where numbers stand beside the cell and above or below
// it and none of them has a scale, it is no billion.
static bool is_flagged(const bs__grid *grid, uint32_t row, uint32_t col)
{
    neighbours beside = {0}, along = {0};
    for (uint32_t i = 1; i < grid->col_count; i++)
        count(&beside, grid, row, i);
    for (uint32_t i = 0; i < grid->row_count; i++)
        count(&along, grid, i, col);
    return beside.plain > 0 && along.plain > 0 && beside.scaled + along.scaled == 0;
}

// "620m" below "8.1b": millions, and no metres.
static void settle_millions(bs__grid *grid, uint32_t col)
{
    bool billions = false;
    for (uint32_t row = 0; row < grid->row_count && !billions; row++) {
        billions =
            ends_in(bs__grid_text(grid, row, col), bs__grid_value(grid, row, col), "b|B|k|K");
    }
    for (uint32_t row = 0; row < grid->row_count && billions; row++) {
        bs_cell_value *value = &grid->values[(size_t)row * grid->col_count + col];
        if (!bs_str_equal(value->unit, BS_STR("m"))) continue;
        if (!ends_in(bs__grid_text(grid, row, col), value, "m")) continue;
        if (bs_decimal_shift(&value->value, value->value, 6, NULL) == BS_OK)
            value->unit = (bs_str){0};
    }
}

void bs__grid_settle_flags(bs__grid *grid)
{
    for (uint32_t row = 0; row < grid->row_count; row++) {
        for (uint32_t col = 1; col < grid->col_count; col++) {
            bs_cell_value *value = &grid->values[(size_t)row * grid->col_count + col];
            if (value->state != BS_STATE_VALUE || value->unit.len > 0) continue;
            bs_str text = bs__grid_text(grid, row, col), trimmed = bs_str_trim(text);
            if (!may_be_flagged(trimmed) || !is_flagged(grid, row, col)) continue;
            bs_scan_cell(value, bs_str_slice(trimmed, 0, trimmed.len - 1), grid->lang);
            value->digits_start += (size_t)(trimmed.ptr - text.ptr);
            value->digits_end += (size_t)(trimmed.ptr - text.ptr);
        }
    }
    for (uint32_t col = 1; col < grid->col_count; col++)
        settle_millions(grid, col);
}
