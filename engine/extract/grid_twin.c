// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that nothing tells apart: no head, no time, no word of one. What they hold is known by
// their labels alone, and of which period it is nobody says.
#include "engine/extract/grid_internal.h"

static bool is_twin(const bs__column *a, const bs__column *b)
{
    return a->role == b->role && a->prior == b->prior && a->measure == b->measure &&
           a->difference == b->difference && a->running == b->running && !b->timed &&
           b->label.len == 0 && bs_str_equal(a->unit, b->unit);
}

void bs__grid_twins(bs__grid *grid)
{
    enum { COLUMNS_MAX = 64 }; // each column is held against those in front of it
    if (grid->col_count > COLUMNS_MAX) return;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        bs__column *own = &grid->columns[col];
        if (own->role != BS__COLUMN_VALUE || own->timed || own->label.len > 0) continue;
        for (uint32_t i = grid->value_col; i < col; i++) {
            bs__column *other = &grid->columns[i];
            if (is_twin(own, other)) own->twin = other->twin = true;
        }
    }
}

bool bs__is_twin_value(const bs__grid *grid, uint32_t row, uint32_t col)
{
    if (!grid->columns[col].twin) return false;
    const bs_cell_value *own = bs__grid_value(grid, row, col);
    for (uint32_t i = grid->value_col; i < grid->col_count; i++) {
        const bs_cell_value *other = bs__grid_value(grid, row, i);
        bool twin = i != col && grid->columns[i].twin && other->state == BS_STATE_VALUE;
        if (twin && bs_str_equal(own->unit, other->unit)) return true;
    }
    return false;
}
