// SPDX-License-Identifier: GPL-3.0-or-later
// table_padded.h: what table_padded.c finds of a table whose rows are filled up with bars, and
// table_padded_place.c puts into columns.
#ifndef BS_READ_TABLE_PADDED_H
#define BS_READ_TABLE_PADDED_H

#include "engine/read/text_internal.h"

enum { BS_CELL_DROPPED = UINT32_MAX }; // row of a cell that is left out in the end

typedef struct bs_padded_row {
    uint32_t first;   // index of its first cell
    uint32_t cells;   // without the empty ones at its end
    uint32_t labels;  // cells in front of its figures
    uint32_t figures; // cells from the first figure on; 0 in a row without any
} bs_padded_row;

typedef struct bs_padded {
    uint32_t bars; // of each row
    uint32_t next; // index of the line behind the table
    uint32_t rows;
    uint32_t figure_rows;
    bool odd;    // cells are lacking in a row, or it was parted
    bool opened; // every row begins with a bar
    bool signs;  // of money stand in cells of their own
    bs_padded_row *row;
    uint32_t labels;    // columns of labels
    uint32_t figures;   // columns of figures
    uint32_t head;      // index of the first row of heads
    uint32_t heads_end; // behind the last of them
    uint32_t body;      // of the first with figures
} bs_padded;

// A number or a missing mark, and no time.
static inline bool bs_padded__is_figure(bs_str text)
{
    return bs_line__is_value(text) && !bs_line__is_period(text);
}

// The rows of a table whose cells have a line each, a line for each row, and the indices behind
// their lines in the text. (table_padded_lines.c)
typedef struct bs_padded_lines {
    bs_line *lines;
    uint32_t *ends;
    uint32_t count;
} bs_padded_lines;
// Cheap: may such a row begin on line `at`?
bool bs_padded__has_cells(const bs_text_reader *reader, uint32_t at);
// Joins the lines of such rows from line `at` on. Fewer than a table has: count is too small.
BS_CHECKED bs_status bs_padded__join_lines(bs_padded_lines *out, bs_text_reader *reader,
                                           uint32_t at);

// Tells the columns of labels from those of figures, and where the heads stand; false where there
// is no such table.
bool bs_padded__measure(bs_padded *table);
// Puts the cells where they stood. Those that nobody knows the place of are marked as dropped.
BS_CHECKED bs_status bs_padded__place(bs_text_reader *reader, const bs_padded *table,
                                      bs_grid *grid);

#endif
