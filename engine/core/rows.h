// SPDX-License-Identifier: GPL-3.0-or-later
// rows.h: how a reader hands the rows of a data file to what makes series of them.
//
// A large CSV is never a document: its reader pushes one row after the other into a sink and keeps
// none of them. The reader knows the file's form (delimiters, quotes, where the table begins and
// ends); what the columns mean is the sink's business.
//
// What always holds: the rows arrive in the order of the file; lines above the table come first,
// then the rows of the table, then the notes below it; every row of the table has as many fields as
// its first one.
#ifndef BS_CORE_ROWS_H
#define BS_CORE_ROWS_H

#include "engine/base/array.h"
#include "engine/core/source.h"

typedef enum bs_row_kind {
    BS_ROW_TITLE, // a title or comment line above the table; one field, without its comment mark
    BS_ROW_TABLE, // a row of the table; the first one is the header
    BS_ROW_NOTE,  // a note, source line or comment inside or below the table; one field
} bs_row_kind;

typedef struct bs_field {
    bs_str text;   // what the cell says: a quoted one without its quotes, another one with the
                   // blanks around it. A slice of the source, unless the cell holds doubled
                   // quotes: then borrowed until the call returns
    bs_str place;  // the cell in source->text without quotes and blanks; its pointer is never NULL
    uint32_t line; // where `place` begins, from 1
    uint32_t column; // in characters from 1
} bs_field;

typedef struct bs_row {
    bs_row_kind kind;
    uint32_t line; // where it begins, from 1
    const bs_field *fields;
    size_t count;
} bs_row;

// Takes the rows. A status other than BS_OK stops the reader, which passes it on.
typedef struct bs_row_sink {
    void *context; // the first argument of `row`
    bs_status (*row)(void *context, const bs_row *row, bs_error *err);
} bs_row_sink;

// --- many rows at once ---------------------------------------------------------------------------

// A cell as it lies in the text of its block: a quoted one without its quotes, another one with the
// blanks around it.
typedef struct bs_row_cell {
    uint32_t at;   // byte of the block's text
    uint32_t form; // its length, and the flags below
} bs_row_cell;

#define BS_ROW_CELL_QUOTED (1u << 31)  // stood in quotes
#define BS_ROW_CELL_DOUBLED (1u << 30) // and holds doubled quotes
#define BS_ROW_CELL_LEN_MASK (BS_ROW_CELL_DOUBLED - 1)

// A row that is none: what is wrong with it, and where.
typedef struct bs_bad_row {
    bs_str line; // of the file, for people; a slice of the block
    const char *message;
    uint32_t line_number;
    uint32_t column;
    uint32_t row; // rows of the block that stand before it
    bs_status status;
} bs_bad_row;

// The rows of one piece of a file, which begins and ends with whole rows. Every row has `width`
// cells. The block owns its text and tables; they last until it is filled again.
typedef struct bs_row_block {
    bs_str text;
    uint64_t offset; // of the text in the file
    uint32_t line;   // number of its first line, from 1
    uint32_t column; // of its first character in that line, from 1
    bool first;      // it begins with the header
    bool plain;      // ASCII without a quote: a row is a line, a byte is a column
    size_t width;
    char delimiter;
    size_t row_count;
    bs_row_cell *cells;  // row_count * width
    uint32_t *row_at;    // byte where each row begins
    uint32_t *row_lines; // line where each row begins
    BS_ARRAY(bs_bad_row) bad;
    bs_arena arena; // of `bad`
    char *buffer;   // holds the text
    size_t buffer_size;
    size_t room; // bytes of text that the tables are large enough for
} bs_row_block;

#define BS_ROW_BLOCK_INIT                                                                          \
    {                                                                                              \
        0                                                                                          \
    }

static inline bs_str bs_row_cell_raw(const bs_row_block *block, const bs_row_cell *cell)
{
    return (bs_str){block->text.ptr + cell->at, cell->form & BS_ROW_CELL_LEN_MASK};
}

// Without blanks around it, unless it is quoted: its place in the text.
static inline bs_str bs_row_cell_place(const bs_row_block *block, const bs_row_cell *cell)
{
    bs_str text = bs_row_cell_raw(block, cell);
    if (cell->form & BS_ROW_CELL_QUOTED) return text;
    while (text.len > 0 && (text.ptr[text.len - 1] == ' ' || text.ptr[text.len - 1] == '\t'))
        text.len--;
    while (text.len > 0 && (text.ptr[0] == ' ' || text.ptr[0] == '\t'))
        text = (bs_str){text.ptr + 1, text.len - 1};
    return text;
}

// What the cell says: its raw text, or that with doubled quotes made single, in the arena.
// BS_E_MEMORY.
BS_CHECKED bs_status bs_row_cell_text(bs_str *out, bs_arena *arena, const bs_row_block *block,
                                      const bs_row_cell *cell, bs_error *err);

// Line and column, in characters from 1, of a place in a row.
bs_place bs_row_block_place(const bs_row_block *block, size_t row, const char *at);

void bs_row_block_deinit(bs_row_block *block);

#endif
