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

#endif
