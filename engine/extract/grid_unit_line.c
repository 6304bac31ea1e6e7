// SPDX-License-Identifier: GPL-3.0-or-later
// "Million acres" over some rows and "Million bushels" over others, in the middle of the columns:
// units of the rows below each, which belong in front of them.
#include "engine/extract/grid_internal.h"
#include "engine/extract/scan.h"
#include "engine/extract/words.h"

#include <string.h>

bs_str bs__behind_number(bs_str text)
{
    if (!bs_list_starts(text, "number (|Number (|NUMBER (")) return text;
    return bs_str_slice(text, strlen("number "), text.len);
}

// The column of the one cell of a row, which stands behind the first column and holds a unit and
// nothing else; 0 for none.
static uint32_t unit_alone(const bs__grid *grid, bs_arena *arena, uint32_t row)
{
    enum { UNIT_BYTES_MAX = 40 };
    const bs_cell *only = NULL;
    uint32_t at = 0;
    if (bs__grid_text(grid, row, 0).len > 0) return 0;
    for (uint32_t col = 1; col < grid->col_count; col++) {
        const bs_cell *cell = bs__grid_at(grid, row, col);
        if (cell == NULL || cell->text.len == 0 || cell == only) continue;
        if (only != NULL || cell->text.len > UNIT_BYTES_MAX) return 0;
        only = cell;
        at = col;
    }
    bs_unit_text unit;
    if (only == NULL) return 0;
    if (bs_list_is(only->text, "number|Number|NUMBER|no.|No.")) return at;
    bool whole = bs_scan_whole_unit(&unit, arena, bs__behind_number(only->text), grid->lang);
    return whole && unit.list_count < 2 ? at : 0;
}

// Does a row have a name and values behind it?
static bool has_values(const bs__grid *grid, uint32_t row)
{
    if (row >= grid->row_count || bs__grid_text(grid, row, 0).len == 0) return false;
    for (uint32_t col = 1; col < grid->col_count; col++) {
        if (bs__grid_value(grid, row, col)->state == BS_STATE_VALUE) return true;
    }
    return false;
}

// Puts the cell at column `from` of a row in front of it.
static void put_in_front(bs__grid *grid, bs_arena *arena, uint32_t row, uint32_t from)
{
    size_t place = (size_t)row * grid->col_count;
    bs_cell *cell = BS_NEW(arena, bs_cell);
    if (cell == NULL) return; // the rows keep the units that their columns give them
    *cell = *grid->cells[place + from];
    cell->col = 0;
    cell->col_span = 1;
    cell->header = false;
    grid->cells[place] = cell;
    grid->values[place] = grid->values[place + from];
    for (uint32_t col = 1; col < grid->col_count; col++) {
        grid->cells[place + col] = NULL;
        grid->values[place + col] = (bs_cell_value){.state = BS_STATE_EMPTY};
    }
}

void bs__grid_settle_unit_lines(bs__grid *grid, bs_arena *arena)
{
    enum { LINES_MAX = 24 };
    uint32_t rows[LINES_MAX], cols[LINES_MAX], count = 0;
    for (uint32_t row = 1; row + 1 < grid->row_count && count < LINES_MAX; row++) {
        uint32_t col = has_values(grid, row + 1) ? unit_alone(grid, arena, row) : 0;
        if (col == 0) continue;
        rows[count] = row;
        cols[count++] = col;
    }
    // One of them alone in its table heads a column.
    for (uint32_t i = 0; i < count; i++) {
        uint32_t table = grid->rows[rows[i]].table;
        bool before = i > 0 && grid->rows[rows[i - 1]].table == table;
        bool after = i + 1 < count && grid->rows[rows[i + 1]].table == table;
        if (before || after) put_in_front(grid, arena, rows[i], cols[i]);
    }
}

// Is every cell of a row behind the names short, and a unit as a whole, and one of them more than a
// counter?
static bool is_units(const bs__grid *grid, bs_arena *arena, uint32_t row)
{
    enum { UNIT_BYTES_MAX = 15 };
    uint32_t filled = 0, measures = 0;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        bs_str text = bs_str_trim(bs__grid_text(grid, row, col));
        if (text.len > UNIT_BYTES_MAX) return false;
        filled += text.len > 0;
    }
    for (uint32_t col = grid->value_col; filled > 1 && col < grid->col_count; col++) {
        bs_str text = bs_str_trim(bs__grid_text(grid, row, col));
        bs_unit_text unit;
        if (text.len == 0) continue;
        if (!bs_scan_whole_unit(&unit, arena, text, grid->lang) || unit.list_count > 1)
            return false;
        measures += !bs__is_bare_counter(&unit, text);
    }
    return filled > 1 && measures > 0;
}

void bs__grid_read_counters(bs__grid *grid, bs_arena *arena)
{
    for (uint32_t row = 1; row < grid->header_row_count; row++) {
        if (!is_units(grid, arena, row)) continue;
        for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
            bs__column *column = &grid->columns[col];
            bs_str text = bs_str_trim(bs__grid_text(grid, row, col));
            bs_unit_text unit;
            if (column->unit.len > 0 || !bs_str_ends(column->label, text) || text.len == 0)
                continue;
            if (!bs_scan_whole_unit(&unit, arena, text, grid->lang)) continue;
            column->unit = unit.unit;
            column->unit_power = unit.power;
            column->unit_text = text;
            column->label =
                bs_str_trim(bs_str_slice(column->label, 0, column->label.len - text.len));
        }
    }
}
