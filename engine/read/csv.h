// SPDX-License-Identifier: GPL-3.0-or-later
// csv.h: rows of a CSV or TSV file, each field with its exact place.
//
// The form is RFC 4180 with the usual liberties: any of four delimiters, LF, CRLF or CR, blanks
// around fields, blank lines, comment lines (#), title lines above the header and notes below the
// table. A file that breaks its own form is refused as a whole with line, column and what was
// expected; nothing is guessed into place.
#ifndef BS_READ_CSV_H
#define BS_READ_CSV_H

#include "engine/core/rows.h"

typedef struct bs_csv_options {
    char delimiter;     // ',', ';', '\t' or '|'; 0: found from the rows
    size_t block_bytes; // of a feed (csv_feed.h); 0: BS_CSV_BLOCK_BYTES
} bs_csv_options;

#define BS_CSV_OPTIONS_INIT                                                                        \
    {                                                                                              \
        .delimiter = 0                                                                             \
    }

// The form that was found.
typedef struct bs_csv_form {
    char delimiter;
    uint32_t header_line; // first line of the table, from 1
    size_t column_count;
    size_t row_count; // rows of the table without its first
    bool keyed;       // the first field of each row was a list, and its parts are fields
} bs_csv_form;

// Reads the whole of source->text and pushes its rows into `sink`, in constant memory but for one
// row. `options` and `found` may be NULL; *found is written on success only.
// BS_E_FORMAT: empty; a zero byte; no row under the header; a row with fewer or more fields than
// the header; a quote that is not closed, or that stands inside an unquoted field. BS_E_LIMIT: a
// line, a cell or the number of columns is larger than engine/base/limits.h allows. BS_E_ARGUMENT:
// a delimiter that is none of the four. Any status of the sink.
BS_CHECKED bs_status bs_csv_read(const bs_source *source, const bs_csv_options *options,
                                 bs_row_sink sink, bs_csv_form *found, bs_error *err);

#endif
