// SPDX-License-Identifier: GPL-3.0-or-later
// table_turns.h: the cells of tables with a cell on each line, which table_turns_cells.c finds and
// table_turns.c puts into rows.
#ifndef BS_READ_TABLE_TURNS_H
#define BS_READ_TABLE_TURNS_H

#include "engine/read/table_unit_word.h"
#include "engine/read/text_internal.h"

typedef struct turn_cell {
    bs_str text;
    uint32_t line;
    uint32_t until; // the line behind it
    bool number;
    bool period;
    bool dropped; // a mark that counts a name, or the name of a group in front of it
} turn_cell;

typedef struct turn_run {
    turn_cell *cells;
    size_t count;
    size_t *starts; // of the rows found last, and of what follows them
} turn_run;

// The text of a line that may be a cell, without the bar that pages leave behind one; empty for any
// other line.
bs_str bs_turns__cell_text(const bs_line *line);
// "(A)", the letter of a head that a formula names.
bool bs_turns__is_letter(bs_str text);
// The cells from line `at` on; *until: the line behind what has been looked at.
BS_CHECKED bs_status bs_turns__find_cells(turn_run *out, bs_text_reader *reader, uint32_t at,
                                          uint32_t *until);
// "1", "まいわし", figures, "2", "かつお", figures: what counts the names from 1 on is no cell of
// the rows, and neither is the name of a group in front of a later one ("貝類", "12"). The cell
// that the first stood behind; 0 where nothing counts the names.
size_t bs_turns__drop_marks(turn_run *s);

// --- table_turns_units.c: below a run of units ---

typedef struct turn_units {
    size_t first;   // its first cell
    size_t units;   // the first unit
    size_t body;    // the name of its first row
    size_t count;   // of the units
    size_t amounts; // of them, no rates
    size_t rows;
    size_t heads; // 0 where it is not known which is over which
    bool corner;  // a head of the names stands in front of them
    bool rates[BS_UNITS_MAX];
} turn_units;

// The first table of a run whose columns units tell; false when there is none.
bool bs_turns__find_units(turn_units *out, const turn_run *s);
// Adds its cells, and sets the line behind it.
BS_CHECKED bs_status bs_turns__add_units(bs_text_reader *reader, bs_grid *grid, const turn_run *s,
                                         const turn_units *t);

#endif
