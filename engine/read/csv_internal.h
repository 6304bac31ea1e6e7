// SPDX-License-Identifier: GPL-3.0-or-later
// csv_internal.h: where the table of a CSV begins, for csv.c and sniff.c only.
#ifndef BS_READ_CSV_INTERNAL_H
#define BS_READ_CSV_INTERNAL_H

#include "engine/core/source.h"

typedef struct bs_csv_layout {
    char delimiter;
    size_t header;       // byte where the first row of the table begins, behind a comment mark
    size_t width;        // its number of fields
    size_t title_count;  // lines above it that are no comments
    double regular;      // share of the sample's records from the header on that have its width
    size_t record_count; // records of the sample from the header on
    size_t number_count; // of them, those under the header that hold a number
} bs_csv_layout;

// Finds the layout from the first records. `delimiter` 0: the best of the four. False when there is
// no row with two fields.
bool bs_csv__layout(bs_csv_layout *out, bs_str text, char delimiter);

// How a line that is no row of the table is told from a broken row.
typedef enum bs_csv_line {
    BS_CSV_LINE_BLANK,   // nothing, or nothing but delimiters
    BS_CSV_LINE_COMMENT, // begins with #
    BS_CSV_LINE_NOTE,    // begins with a mark or word of notes, or is a sentence
    BS_CSV_LINE_OTHER,   // a row, whole or broken
} bs_csv_line;

bs_csv_line bs_csv__line(bs_str line, char delimiter, size_t width);

#endif
