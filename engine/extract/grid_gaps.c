// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that have lost the empty cells of their columns on the way into text: accounts whose signs
// stand in cells of their own ("| Sales | $ | 163.8 | $ | 168.4 |" below "| | 2015 | 2014 |"), and
// heads over several columns that have become as narrow as one.
#include "engine/extract/grid_internal.h"
#include "engine/extract/words.h"

static bool is_filled(const bs__grid *grid, uint32_t row, uint32_t col)
{
    return bs__grid_text(grid, row, col).len > 0;
}

// The row right above the first numbers that are no years; false where none is.
static bool lowest_head(const bs__grid *grid, uint32_t *head)
{
    enum { HEAD_ROWS_MAX = 4 };
    for (uint32_t row = 0; row < grid->row_count && row <= HEAD_ROWS_MAX; row++) {
        bool filled = false;
        for (uint32_t col = 1; col < grid->col_count; col++) {
            const bs_cell_value *value = bs__grid_value(grid, row, col);
            if (value->state == BS_STATE_VALUE && !bs__is_year(value)) return row > 0;
            filled |= is_filled(grid, row, col);
        }
        if (filled) *head = row;
    }
    return false;
}

// How many cells of a row are filled from the second on without a gap; 0 where there is one.
static uint32_t width_of(const bs__grid *grid, uint32_t row)
{
    uint32_t width = 0;
    while (width + 1 < grid->col_count && is_filled(grid, row, width + 1))
        width++;
    for (uint32_t col = width + 1; col < grid->col_count; col++) {
        if (is_filled(grid, row, col)) return 0;
    }
    return width;
}

// Puts the cell of one column over `span` columns from `col` on.
static bool put(bs__grid *grid, bs_arena *arena, size_t from, uint32_t row, uint32_t col,
                uint32_t span)
{
    bs_cell *cell = BS_NEW(arena, bs_cell);
    if (cell == NULL) return false;
    const bs_cell_value value = grid->values[from];
    *cell = *grid->cells[from];
    cell->col = col;
    cell->col_span = (uint16_t)span;
    grid->cells[from] = NULL;
    grid->values[from] = (bs_cell_value){.state = BS_STATE_EMPTY};
    for (uint32_t i = 0; i < span; i++) {
        size_t place = (size_t)row * grid->col_count + col + i;
        grid->cells[place] = cell;
        grid->values[place] = value;
    }
    return true;
}

// Moves as many numbers as the head has columns to below them, over the gaps that signs have left.
static void close_gaps(bs__grid *grid, bs_arena *arena, uint32_t row, uint32_t width)
{
    uint32_t filled = 0, gaps = 0, last = 0;
    for (uint32_t col = 1; col < grid->col_count; col++) {
        if (is_filled(grid, row, col)) {
            filled++;
            last = col;
        } else if (bs__grid_at(grid, row, col) == NULL) {
            gaps++;
        } else if (col <= width) {
            return; // an empty cell that has been kept
        }
    }
    if (filled != width || last <= width || gaps < last - width) return;
    for (uint32_t col = 1, to = 1; col <= last; col++) {
        if (!is_filled(grid, row, col)) continue;
        size_t from = (size_t)row * grid->col_count + col;
        if (to < col && !put(grid, arena, from, row, to, 1)) return;
        to++;
    }
}

// "2015 | 2014 | Change | 2015 | 2014 | Change": every how many columns the head begins again.
static uint32_t period_of(const bs__grid *grid, uint32_t row, uint32_t width)
{
    for (uint32_t step = 2; step * 2 <= width; step++) {
        bool again = width % step == 0;
        for (uint32_t col = 1; again && col + step <= width; col++)
            again =
                bs_str_equal(bs__grid_text(grid, row, col), bs__grid_text(grid, row, col + step));
        if (again) return step;
    }
    return 0;
}

// Is a head a year alone, as those are that stand over parts of years?
static bool is_year_head(const bs__grid *grid, uint32_t row, uint32_t col)
{
    bs_time_text time;
    return bs_scan_time(&time, bs_str_trim(bs__grid_text(grid, row, col)), grid->lang) &&
           time.from.year > 0 && bs__part_of_year(&time.from) == 0;
}

// "10-12月 | 1-3月", "1-3月 | 12月", "12月 | 1月": does another year begin with a column, or parts
// of another length, in a row of parts of years? *part says whether its head is one.
static bool turns_at(const bs__grid *grid, uint32_t head, uint32_t col, bool *part)
{
    bs_time_text last, own;
    *part = bs_scan_time(&own, bs_str_trim(bs__grid_text(grid, head, col)), grid->lang) &&
            own.from.year == 0 && bs__part_of_year(&own.from) > 0;
    if (!*part || col == 1) return col == 1;
    if (!bs_scan_time(&last, bs_str_trim(bs__grid_text(grid, head, col - 1)), grid->lang))
        return true;
    bool like = (last.to.month > 0) == (own.to.month > 0) &&
                (last.from.quarter > 0) == (own.from.quarter > 0) &&
                (last.from.half > 0) == (own.from.half > 0);
    return !like || bs__part_of_year(&own.from) <= bs__part_of_year(&last.from);
}

enum { GROUPS_MAX = 32 };

// The first column of each group of a row of heads: heads that begin again, or parts of years that
// do below heads that are years. Returns their number, 0 for none.
static uint32_t groups_of(const bs__grid *grid, uint32_t head, uint32_t width,
                          uint32_t starts[GROUPS_MAX])
{
    uint32_t step = period_of(grid, head, width), count = 0;
    for (uint32_t col = 1; col <= width; col++) {
        bool part = true;
        bool begins = step > 0 ? (col - 1) % step == 0 : turns_at(grid, head, col, &part);
        if (!part || (begins && count == GROUPS_MAX)) return 0;
        if (begins) starts[count++] = col;
    }
    return count > 1 && (step > 0 || is_year_head(grid, head - 1, 1)) ? count : 0;
}

// "| Three Months Ended | Nine Months Ended |" over heads that begin again: each is over as many of
// them as there are in a group. So is a year over the parts of a year.
static void spread_heads(bs__grid *grid, bs_arena *arena, uint32_t row, uint32_t head,
                         uint32_t width)
{
    static const char times[] =
        "Quarter|quarter|QUARTER|Year|year|YEAR|Month|month|MONTH|Week|week";
    uint32_t starts[GROUPS_MAX], groups = groups_of(grid, head, width, starts);
    if (groups < 2) return;
    uint32_t first = bs_str_has_any(bs__grid_text(grid, row, 0), times) ? 0 : 1, count = 0;
    for (uint32_t col = first; col < grid->col_count && is_filled(grid, row, col); col++)
        count++;
    for (uint32_t col = first + count; col < grid->col_count; col++) {
        if (is_filled(grid, row, col)) return;
    }
    if (count != groups) return;
    for (uint32_t i = groups, end = width + 1; i-- > 0; end = starts[i]) {
        size_t from = (size_t)row * grid->col_count + first + i;
        if (grid->cells[from]->col_span > 1) return;
        if (!put(grid, arena, from, row, starts[i], end - starts[i])) return;
    }
}

void bs__grid_close_gaps(bs__grid *grid, bs_arena *arena, bool joined)
{
    uint32_t head = 0;
    if (!lowest_head(grid, &head)) return;
    uint32_t width = width_of(grid, head);
    if (width < 2) return;
    for (uint32_t row = head + 1; joined && row < grid->row_count; row++)
        close_gaps(grid, arena, row, width);
    if (head > 0) spread_heads(grid, arena, head - 1, head, width);
}
