// SPDX-License-Identifier: GPL-3.0-or-later
// Subtotals that accounts print under a rule without a name: the row that is the sum of those since
// a heading is the total of what the heading names.
#include "engine/extract/table_internal.h"

// Is each value of a row the sum of those of its column from row `first` on?
static bool is_sum(const bs__grid *grid, uint32_t first, uint32_t row)
{
    uint32_t sums = 0;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        const bs_cell_value *total = bs__grid_value(grid, row, col);
        bs_decimal sum = {0, total->value.scale};
        uint32_t parts = 0;
        if (grid->columns[col].role != BS__COLUMN_VALUE || total->state != BS_STATE_VALUE) continue;
        for (uint32_t i = first; i < row; i++) {
            const bs_cell_value *part = bs__grid_value(grid, i, col);
            if (part->state != BS_STATE_VALUE) continue;
            if (bs_decimal_add(&sum, sum, part->value, NULL) != BS_OK) return false;
            parts++;
        }
        if (parts < 2 || bs_decimal_compare(sum, total->value) != 0) return false;
        sums++;
    }
    return sums > 0;
}

void bs__table_subtotals(bs__table_job *job)
{
    const bs__grid *grid = &job->grid;
    uint32_t heading = 0; // row behind the last heading; 0 for none
    for (uint32_t row = grid->header_row_count; row < grid->row_count; row++) {
        bs__row_info *info = &job->rows[row];
        bool labelled = info->label.len > 0;
        if (grid->rows[row].header) continue;
        if (!grid->rows[row].data) {
            if (labelled) heading = row + 1;
            continue;
        }
        if (labelled || info->timed || heading == 0 || row < heading + 2) continue;
        if (!is_sum(grid, heading, row)) continue;
        info->label = info->name = job->rows[heading - 1].label;
        heading = 0;
    }
}
