// SPDX-License-Identifier: GPL-3.0-or-later
// "2023.9 | 2024.7 | 8 | 9p": a bare number in a header that goes on with the month beside it.
#include "engine/extract/grid_internal.h"

// The month of a cell that holds a bare number and no more; 0 for any other cell.
static int bare_month(const bs__grid *grid, uint32_t row, uint32_t col)
{
    const bs_cell_value *value = bs__grid_value(grid, row, col);
    bool whole = value->state == BS_STATE_VALUE && value->value.scale == 0 && !value->range &&
                 !value->beside && value->unit.len == 0;
    if (!whole || value->value.coefficient < 1 || value->value.coefficient > 12) return 0;
    return (int)value->value.coefficient;
}

bool bs__grid_goes_on(const bs__grid *grid, uint32_t row, uint32_t col, bs_time_text *out)
{
    int month = bare_month(grid, row, col), next = month;
    if (month < 2) return false;
    for (uint32_t left = col; left-- > 0;) {
        bs_time_text time;
        next--;
        if (bare_month(grid, row, left) == next && next > 0) continue;
        bs_str text = bs__grid_text(grid, row, left);
        if (text.len == 0 || !bs_scan_time(&time, text, grid->lang)) return false;
        if (time.from.year == 0 || time.from.month != next || time.from.day > 0) return false;
        if (time.to.year > 0 || time.to.month > 0) return false;
        bs_value_status status = bs__grid_value(grid, row, col)->status;
        *out = (bs_time_text){.from = {.year = time.from.year, .month = month},
                              .status = status,
                              .status_stated = status != BS_STATUS_ACTUAL};
        return true;
    }
    return false;
}
