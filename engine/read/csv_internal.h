// SPDX-License-Identifier: GPL-3.0-or-later
// csv_internal.h: where the table of a CSV begins, and what is said of broken rows, for the files
// of this folder.
#ifndef BS_READ_CSV_INTERNAL_H
#define BS_READ_CSV_INTERNAL_H

#include "engine/core/rows.h"

typedef struct bs_csv_layout {
    char delimiter;
    size_t header;       // byte where the first row of the table begins, behind a comment mark
    size_t width;        // its number of fields
    size_t title_count;  // lines above it that are no comments
    double regular;      // share of the sample's records from the header on that have its width
    size_t record_count; // records of the sample from the header on
    size_t number_count; // of them, those under the header that hold a number
    bool keyed;          // the first field of each row is a list of its own
} bs_csv_layout;

// The tables of Eurostat keep the key of a series, with commas in it, in the first field of a tab
// file: "freq,unit,geo\TIME_PERIOD". What names the columns behind it is no part of the list.
bool bs_csv__is_keyed(bs_str first, char delimiter);
bs_str bs_csv__key_part(bs_str *rest);

// Finds the layout from the first records. `delimiter` 0: the best of the four. False when there is
// no row with two fields.
bool bs_csv__layout(bs_csv_layout *out, bs_str text, char delimiter);

// How many of the first records have one field whatever the delimiter is, comments aside, as far as
// lines tell: up to the first quote, behind which a line end need not end a record. Stops counting
// when it is more than `count_max`.
size_t bs_csv__single_fields(bs_str text, size_t count_max);

enum { BS_CSV_RECORDS_MAX = 400 }; // that are looked at for a layout

// How a line that is no row of the table is told from a broken row.
typedef enum bs_csv_line {
    BS_CSV_LINE_BLANK,   // nothing, or nothing but delimiters
    BS_CSV_LINE_COMMENT, // begins with #
    BS_CSV_LINE_NOTE,    // begins with a mark or word of notes, or is a sentence
    BS_CSV_LINE_OTHER,   // a row, whole or broken
} bs_csv_line;

bs_csv_line bs_csv__line(bs_str line, char delimiter, size_t width);

// Byte behind the table of a whole text: where a footer of shorter lines begins ("Symbol legend:"
// over `"..","not available"`), else the end. Its first line is one field behind a blank line, or
// ends in a colon. (csv_footer.c)
size_t bs_csv__table_end(bs_str text, const bs_csv_layout *layout);

// Pushes the statements of a unit in the footer as titles. (csv_footer.c)
BS_CHECKED bs_status bs_csv__footer_units(bs_str text, size_t end, bs_row_sink sink, bs_error *err);

// A field without the quotes around it. (csv_layout.c)
bs_str bs_csv__unquote(bs_str field);

// Pushes the lines of source->text before `header` as titles.
BS_CHECKED bs_status bs_csv__titles(const bs_source *source, const bs_csv_layout *layout,
                                    bs_row_sink sink, bs_error *err);

// A delimiter is one of the four or 0.
BS_CHECKED bs_status bs_csv__check_delimiter(char delimiter, bs_error *err);

// Why a row is none.
bs_status bs_csv__fail_width(bs_error *err, bs_place place, size_t count, size_t width);
bs_status bs_csv__fail_behind_quote(bs_error *err, bs_place place, char delimiter);
bs_status bs_csv__fail_inner_quote(bs_error *err, bs_place place);
bs_status bs_csv__fail_open_quote(bs_error *err, bs_place place);
// Why a file has no table.
bs_status bs_csv__fail_layout(bs_error *err);
bs_status bs_csv__fail_no_rows(bs_error *err, bs_place place);

#endif
