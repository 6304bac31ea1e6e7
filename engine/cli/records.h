// SPDX-License-Identifier: GPL-3.0-or-later
// records.h: a result of rows and columns, as an aligned table or for a program.
//
// A cell is text or a number with its digits; a cell with a NULL pointer is missing: "-" in a
// table, null in JSON, empty in CSV. A column that may be left out is, where all its cells are
// empty. On a terminal that is too narrow, columns give way: first those that may be left out, then
// the widest that may be cut. Elsewhere nothing is ever cut.
#ifndef BS_CLI_RECORDS_H
#define BS_CLI_RECORDS_H

#include "engine/cli/cli.h"
#include "engine/cli/options.h"
#include "engine/cli/suggest.h"

enum { BS_COLUMN_COUNT_MAX = 16 };

typedef struct bs_column {
    const char *name;  // in json and csv, and the head of the table
    bool number;       // right-aligned, and unquoted in JSON
    bool cut;          // may be cut with an ellipsis on a narrow terminal
    uint8_t leave_out; // 0: always shown in a table; else left out first where it is largest
    bool data_only;    // for programs; not in the table
    bool table_only;   // for people; not for programs
    bool heads;        // in a table, a line of its own above the rows that share it
} bs_column;

typedef struct bs_records {
    const bs_column *columns;
    size_t column_count;
    bs_str_array cells; // row after row
} bs_records;

// Adds the next cell.
void bs_records_add(bs_records *records, bs_arena *arena, bs_str cell);
// Adds a whole row: a cell for each column.
void bs_records_add_row(bs_records *records, bs_arena *arena, const bs_str *row);
size_t bs_records_count(const bs_records *records);

// Writes everything to cli->out. An empty table writes its head in CSV, [] in JSON, else nothing.
void bs_records_write(bs_cli *cli, const bs_records *records, bs_format format);

// How many columns that say something a table leaves out, because the terminal is too narrow.
size_t bs_records_left_out(const bs_cli *cli, const bs_records *records);

#endif
