// SPDX-License-Identifier: GPL-3.0-or-later
// Two tables side by side under one row of heads, with different numbers of columns: "Item | Budget
// | Item | Budget | Of which".
#include "engine/read/text_internal.h"

// The first row with a figure behind its first cell; the number of rows where there is none.
static uint32_t first_data(const bs_grid *grid)
{
    uint32_t row = UINT32_MAX;
    for (size_t i = 0; i < grid->cells.count; i++) {
        const bs_cell *cell = &grid->cells.items[i];
        bool figure = cell->col > 0 && cell->text.len > 0 && bs_line__has_digit(cell->text) &&
                      bs_line__is_numeric(cell->text) && !bs_line__is_period(cell->text);
        if (figure && cell->row < row) row = cell->row;
    }
    return row;
}

typedef struct column_look {
    bs_str head; // the lowest above the data
    uint32_t words;
    uint32_t figures;
    bool crossed; // a cell reaches over its left edge
} column_look;

static column_look look_at(const bs_grid *grid, uint32_t col, uint32_t count, uint32_t data)
{
    column_look look = {.words = 0};
    for (size_t i = 0; i < grid->cells.count; i++) {
        const bs_cell *cell = &grid->cells.items[i];
        bool title = cell->col == 0 && cell->col_span >= count;
        if (title || cell->text.len == 0) continue;
        look.crossed |= cell->col < col && cell->col + cell->col_span > col;
        if (cell->col != col) continue;
        if (cell->row < data) {
            look.head = cell->text;
        } else if (bs_line__is_numeric(cell->text)) {
            look.figures++;
        } else {
            look.words++;
        }
    }
    return look;
}

uint32_t bs_table__second_at(const bs_grid *grid, uint32_t count)
{
    enum { WORDS_MIN = 2, COLUMNS_MIN = 4, COLUMNS_MAX = 32 };
    uint32_t data = first_data(grid);
    if (data == UINT32_MAX || data == 0 || count < COLUMNS_MIN || count > COLUMNS_MAX) return 0;
    column_look names = look_at(grid, 0, count, data);
    if (names.head.len == 0 || names.figures > 0) return 0;
    for (uint32_t col = 2; col + 2 <= count; col++) {
        column_look look = look_at(grid, col, count, data);
        bool named = look.words >= WORDS_MIN && look.figures == 0 && !look.crossed;
        if (!named || !bs_str_equal(look.head, names.head)) continue;
        if (look_at(grid, col - 1, count, data).figures == 0) continue;
        if (look_at(grid, col + 1, count, data).figures > 0) return col;
    }
    return 0;
}
