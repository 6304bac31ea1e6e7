// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/document.h"

#include "engine/base/limits.h"

static const char *const kind_names[] = {
    [BS_BLOCK_HEADING] = "heading",     [BS_BLOCK_PARAGRAPH] = "paragraph",
    [BS_BLOCK_LIST_ITEM] = "list_item", [BS_BLOCK_TABLE] = "table",
    [BS_BLOCK_CAPTION] = "caption",     [BS_BLOCK_NOTE] = "note",
};
_Static_assert(BS_COUNT(kind_names) == BS_BLOCK_KIND_COUNT, "every kind of block needs a name");

const char *bs_block_kind_name(bs_block_kind kind)
{
    return kind_names[kind];
}

const bs_cell *bs_table_at(const bs_table *table, uint32_t row, uint32_t col)
{
    if (row >= table->row_count || col >= table->col_count) return NULL;
    uint32_t place = table->grid[(size_t)row * table->col_count + col];
    return place == 0 ? NULL : &table->cells[place - 1];
}

static void claim(bs_table *table, uint32_t index)
{
    const bs_cell *cell = &table->cells[index];
    for (uint32_t row = cell->row; row < cell->row + cell->row_span; row++) {
        for (uint32_t col = cell->col; col < cell->col + cell->col_span; col++) {
            uint32_t *place = &table->grid[(size_t)row * table->col_count + col];
            if (*place == 0) *place = index + 1;
        }
    }
}

bs_status bs_table_build(bs_table *out, bs_arena *arena, const bs_cell *cells, size_t cell_count,
                         bs_error *err)
{
    bs_table table = {.cell_count = cell_count};
    for (size_t i = 0; i < cell_count; i++) {
        uint32_t row_end = cells[i].row + cells[i].row_span;
        uint32_t col_end = cells[i].col + cells[i].col_span;
        if (row_end > table.row_count) table.row_count = row_end;
        if (col_end > table.col_count) table.col_count = col_end;
    }
    if (table.col_count > BS_TABLE_COLUMNS_MAX || cell_count >= UINT32_MAX) {
        return bs_fail(err, BS_E_LIMIT, "a table has more than %zu columns", BS_TABLE_COLUMNS_MAX);
    }
    table.cells = BS_NEW_ARRAY(arena, bs_cell, cell_count);
    size_t places;
    if (__builtin_mul_overflow((size_t)table.row_count, (size_t)table.col_count, &places)) {
        return bs_fail(err, BS_E_LIMIT, "a table is too large");
    }
    table.grid = BS_NEW_ARRAY(arena, uint32_t, places);
    if (table.cells == NULL || table.grid == NULL) {
        return bs_fail(err, BS_E_MEMORY, "out of memory");
    }
    if (cell_count > 0) memcpy(table.cells, cells, cell_count * sizeof *cells);
    for (uint32_t i = 0; i < cell_count; i++)
        claim(&table, i);
    *out = table;
    return BS_OK;
}
