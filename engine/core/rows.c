// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/rows.h"

#include <stdlib.h>

bs_status bs_row_cell_text(bs_str *out, bs_arena *arena, const bs_row_block *block,
                           const bs_row_cell *cell, bs_error *err)
{
    bs_str raw = bs_row_cell_raw(block, cell);
    *out = raw;
    if ((cell->form & BS_ROW_CELL_DOUBLED) == 0) return BS_OK;
    char *text = BS_NEW_ARRAY(arena, char, raw.len);
    if (text == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    size_t len = 0;
    for (size_t at = 0; at < raw.len; at++) {
        text[len++] = raw.ptr[at];
        at += raw.ptr[at] == '"'; // and the one that doubles it
    }
    *out = (bs_str){text, len};
    return BS_OK;
}

bs_place bs_row_block_place(const bs_row_block *block, size_t row, const char *at)
{
    const char *start = block->text.ptr + block->row_at[row];
    bs_place place = {.line = block->row_lines[row], .column = 1};
    if (start == block->text.ptr) place.column = block->column; // behind a comment mark
    if (block->plain) {
        place.column += (uint32_t)(at - start);
        return place;
    }
    while (start > block->text.ptr && start[-1] != '\n')
        start--; // a row may begin behind a lone return
    if (start == block->text.ptr) place.column = block->column;
    for (const char *c = start; c < at; c++) {
        place.column += ((unsigned char)*c & 0xC0) != 0x80;
        if (*c != '\n') continue;
        place.line++;
        place.column = 1;
    }
    return place;
}

void bs_row_block_deinit(bs_row_block *block)
{
    free(block->buffer);
    free(block->cells);
    free(block->row_at);
    free(block->row_lines);
    bs_arena_deinit(&block->arena);
    *block = (bs_row_block)BS_ROW_BLOCK_INIT;
}
