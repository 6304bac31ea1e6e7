// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of times inside a table: "(2024년 9월말) | (2023년 12월말)" over the balance and, below it,
// "(2024년 1월~9월) | (2023년 1월~12월)" over what was earned. They head the rows behind them.
#include "engine/extract/grid_internal.h"

static bool is_time(const bs__grid *grid, bs_str text)
{
    bs_time_text time;
    return text.len > 0 && bs_scan_time(&time, text, grid->lang);
}

// Whether the head of a column prints a time, in one of its rows.
static bool is_headed_by_time(const bs__grid *grid, uint32_t col)
{
    for (uint32_t row = 0; row < grid->header_row_count; row++) {
        if (is_time(grid, bs_str_trim(bs__grid_text(grid, row, col)))) return true;
    }
    return false;
}

// Whether a row names nothing and has a time in each column that the head dates, and nothing else.
static bool is_inner(const bs__grid *grid, uint32_t row)
{
    uint32_t times = 0;
    bs_str first = bs_str_trim(bs__grid_text(grid, row, 0));
    if (grid->header_row_count == 0) return false;
    if (first.len > 0 && !bs_str_equal(first, bs_str_trim(bs__grid_text(grid, 0, 0)))) return false;
    for (uint32_t col = 1; col < grid->col_count; col++) {
        const bs_cell *cell = bs__grid_at(grid, row, col);
        bs_str text = cell != NULL ? bs_str_trim(cell->text) : (bs_str){0};
        bool timed = text.len > 0 && is_time(grid, text);
        if (timed != is_headed_by_time(grid, col) || (text.len > 0 && !timed)) return false;
        times += timed;
    }
    return times > 1;
}

bs_status bs__grid_inner(bs__grid *grid, bs_arena *arena, bs_error *err)
{
    for (uint32_t row = grid->header_row_count; row + 1 < grid->row_count; row++) {
        if (grid->rows[row].header || row == grid->header_row_count) continue;
        if (!is_inner(grid, row)) continue;
        grid->rows[row].header = true;
        if (grid->inner == NULL) grid->inner = BS_NEW_ARRAY(arena, uint32_t, grid->row_count);
        if (grid->inner == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        for (uint32_t below = row + 1; below < grid->row_count; below++)
            grid->inner[below] = row;
    }
    return BS_OK;
}

bool bs__grid_inner_time(const bs__grid *grid, uint32_t row, uint32_t col, bs_time_text *out)
{
    if (grid->inner == NULL || grid->inner[row] == 0) return false;
    return bs_scan_time(out, bs__grid_text(grid, grid->inner[row], col), grid->lang);
}
