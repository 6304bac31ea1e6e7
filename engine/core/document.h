// SPDX-License-Identifier: GPL-3.0-or-later
// document.h: what every reader ends in, and nothing after it knows the format.
//
// A document is a flat list of blocks in reading order. A block's text is a slice of the source
// without its marker (bullet, "#", "1)"); a table is a grid of cells with spans. Text may still
// hold markup of the source inside (bold stars, a stray HTML tag): engine/extract reads over it.
#ifndef BS_CORE_DOCUMENT_H
#define BS_CORE_DOCUMENT_H

#include "engine/base/array.h"
#include "engine/core/source.h"

typedef enum bs_block_kind {
    BS_BLOCK_HEADING,   // a title; level 1 is the highest
    BS_BLOCK_PARAGRAPH, // running text
    BS_BLOCK_LIST_ITEM, // level is the depth, from 1
    BS_BLOCK_TABLE,
    BS_BLOCK_CAPTION, // the title of the table or figure beside it, such as 〈...〉 or "Table 3."
    BS_BLOCK_NOTE,    // a footnote, source line or remark (*, ※, 注, 출처)
    BS_BLOCK_KIND_COUNT
} bs_block_kind;

// "heading", "paragraph", "list_item", "table", "caption", "note".
const char *bs_block_kind_name(bs_block_kind kind);

typedef struct bs_cell {
    bs_str text;       // trimmed; empty for an empty cell
    uint32_t row;      // grid position of its first row, from 0
    uint32_t col;      // grid position of its first column, from 0
    uint16_t row_span; // at least 1
    uint16_t col_span; // at least 1
    uint16_t indent;   // depth by leading blanks in the source, 0 for none
    bool header;       // the format says so (<th>, <thead>, the line over |---|)
} bs_cell;

typedef struct bs_table {
    uint32_t row_count;
    uint32_t col_count;
    bs_cell *cells; // in reading order: by row, then column; a spanned place has no cell of its own
    size_t cell_count;
    uint32_t *grid; // row_count * col_count: index + 1 into cells, 0 where nothing stands
} bs_table;

typedef struct bs_block {
    bs_block_kind kind;
    uint16_t level;  // of a heading or list item; 0 otherwise
    bs_lang lang;    // of this block
    uint32_t line;   // where it begins, from 1
    bs_str text;     // slice of the source; for a table, from its first to its last cell
    bs_table *table; // BS_BLOCK_TABLE only
    // Of a paragraph in a column of a page: its pieces of the lines, slices of the source, in the
    // order in which they are read. NULL where the text is one.
    const bs_str *pieces;
    uint32_t piece_count;
} bs_block;

typedef BS_ARRAY(bs_block) bs_block_array;

typedef struct bs_document {
    const bs_source *source;
    bs_block_array blocks;
} bs_document;

// The cell that covers a place of the grid; NULL where nothing stands or the place is outside.
const bs_cell *bs_table_at(const bs_table *table, uint32_t row, uint32_t col);

// Builds a table from cells in reading order with row, col and spans set. Where two cells claim a
// place, the earlier one keeps it. BS_E_LIMIT: more columns than BS_TABLE_COLUMNS_MAX.
BS_CHECKED bs_status bs_table_build(bs_table *out, bs_arena *arena, const bs_cell *cells,
                                    size_t cell_count, bs_error *err);

#endif
