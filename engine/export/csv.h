// SPDX-License-Identifier: GPL-3.0-or-later
// csv.h: rows of comma separated values, for every table that this program writes.
//
//     bs_csv csv;
//     bs_csv_begin(&csv, &buffer, BS_DIALECT_PLAIN);
//     bs_csv_text(&csv, BS_STR("series"));   // a field
//     bs_csv_end_row(&csv);
//
// RFC 4180: fields are quoted where they hold a comma, a quote or a line end. What cannot fail here
// is remembered by the buffer: ask bs_buffer_status at the end.
//
// In BS_DIALECT_EXCEL a text field that a spreadsheet would run as a formula gets an apostrophe in
// front: one whose first character that is no blank is = + - @ or its full-width twin, or that
// begins with a tab or a line end. Quoting does not stop formulas. A field that is a plain number
// (sign, digits, point, digits, exponent) is left alone, also as text. An apostrophe that stood
// there before such a character gets another one, so that taking one off gives the text back
// exactly.
#ifndef BS_EXPORT_CSV_H
#define BS_EXPORT_CSV_H

#include "engine/base/buffer.h"
#include "engine/export/export.h"

typedef struct bs_csv {
    bs_buffer *out;
    bs_dialect dialect;
    size_t field_count; // of the row that is being written
    size_t row_start;   // where it begins in the buffer
    size_t row_count;   // rows that are written, the header too
    size_t disarmed;    // text fields that got an apostrophe
} bs_csv;

// Begins a file at the end of *out: in BS_DIALECT_EXCEL with a byte order mark.
void bs_csv_begin(bs_csv *csv, bs_buffer *out, bs_dialect dialect);

// The next field of the row.
void bs_csv_text(bs_csv *csv, bs_str text);
void bs_csv_number(bs_csv *csv, bs_decimal number);
// A count; 0 gives an empty field, because lines, columns and tables are counted from 1.
void bs_csv_count(bs_csv *csv, size_t count);
// ISO text; empty for BS_PERIOD_NONE.
void bs_csv_period(bs_csv *csv, bs_period period);
void bs_csv_empty(bs_csv *csv);
// All names of a header at once.
void bs_csv_header(bs_csv *csv, const char *const *names, size_t count);

// A row that holds nothing but one empty field is written as "", which is not an empty line.
void bs_csv_end_row(bs_csv *csv);

// True when the text would be given an apostrophe in BS_DIALECT_EXCEL.
bool bs_csv_is_formula(bs_str text);

#endif
