// SPDX-License-Identifier: GPL-3.0-or-later
// table_closed.h: the cells of a table in which a bar closes each one (table_closed.c), and rows of
// it whose empty cells have moved behind the others (table_pad.c).
#ifndef BS_READ_TABLE_CLOSED_H
#define BS_READ_TABLE_CLOSED_H

#include "engine/read/text_internal.h"

typedef struct closed_cell {
    bs_str text;
    uint32_t line; // index of the one it ends on
    uint16_t span; // columns it reaches over; 0 for its own alone
    bool number;   // a figure or a mark for a missing one
    bool period;
    bool sign;   // of money, or a bracket of the figure in front
    bool amount; // with its unit, "100 bps"
} closed_cell;

typedef struct closed_run {
    closed_cell *cells;
    size_t count;
    size_t *starts; // of rows: the first cell of each, and the one behind the last
    uint32_t end;   // index of the line behind it
    uint32_t alone; // lines with one cell or less, but for the first
    size_t widest;  // cells of the line with the most
    bs_str open;    // what a line has begun of the next cell
} closed_run;

// Where a table stands in a run of cells.
typedef struct closed_table {
    size_t body;    // the first cell of its first row
    size_t first;   // that of the first row with figures
    size_t columns; // of a row; the name of a group of rows has one cell
    size_t lead;    // empty ones in front of the name
    size_t rows;
    size_t titles;  // in front, with a row to themselves
    size_t over_at; // the first of the heads over several columns each,
    size_t over;    // and how many there are, in front of the others
    size_t head;    // the first of the others
    bool corner;    // the head of the names is there
} closed_table;

// Finds the table of the fewest columns that begins with the first cell of a run.
// (table_closed_find.c)
bool bs_table__find_closed(closed_table *out, closed_run *run);

// Has a cell of a row the sign of money or a bracket to itself? (table_pad.c)
bool bs_table__has_signs(const closed_run *run, const closed_table *t);
// Puts heads and figures over and into their columns again where the empty cells of their row have
// moved to its end; heads that could belong in several places become empty.
void bs_table__align_padded(closed_run *run, const closed_table *t);

// Cheap: does one of the first cells head the numbers of notes?
bool bs_table__names_notes(const closed_run *run);
// Has an account without the number of a note moved into the column of those?
bool bs_table__lacks_notes(const closed_run *run, const closed_table *t);

#endif
