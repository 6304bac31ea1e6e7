// SPDX-License-Identifier: GPL-3.0-or-later
// packed.h: a series in columns, as a data file of millions of rows gives it.
//
// A bs_series has 150 bytes an observation, most of them the same in all of a data file. A packed
// one has the digits as text, the periods as a list that series share, and the places as a rule.
#ifndef BS_CORE_PACKED_H
#define BS_CORE_PACKED_H

#include "engine/core/series.h"

// Periods that one or more series of a file run over.
typedef struct bs_periods {
    uint32_t id; // equal ids: equal periods, in one file
    const bs_period *items;
    const bs_str *printed; // as printed in the file
    const uint32_t *ids;   // of each; equal ids: the same period, printed alike
    size_t count;
    bool ascending;         // in order, and none twice
    bs_frequency frequency; // of most of them
    bool mixed;             // others are of another
} bs_periods;

// Where the observations of a series stand in its file: number n (from 0) at line + n * line_step,
// row + n * line_step, col + n * col_step, and at a column of the line that depends on `way`.
typedef enum bs_columns {
    BS_COLUMNS_SAME,     // all at `column`
    BS_COLUMNS_ADJACENT, // cells of one line: each begins behind the one before and a delimiter
    BS_COLUMNS_LISTED,   // `lines` and `columns` say; the rule for lines does not hold
    BS_COLUMNS_COUNT
} bs_columns;

typedef struct bs_places {
    bs_columns way;
    uint32_t line;
    uint32_t line_step;
    uint32_t column;
    uint32_t row; // of the table, from 1; each is line - first line + row. 0: not known
    uint32_t col;
    uint32_t col_step;
    const uint32_t *lines;   // LISTED only
    const uint32_t *columns; // LISTED only
} bs_places;

// What is borrowed lasts until the call that it was given to returns.
typedef struct bs_packed {
    bs_series series; // of a packed series, without observations
    // A series that cannot be packed (a cell with a mark, a unit or a word in it, periods out of
    // order) has periods NULL, and its observations in `series`, as usual.
    const bs_periods *periods;
    // One item a period, with commas between: the digits as printed, which are also the value in
    // base units, or "null" for an empty cell.
    bs_str numbers;
    size_t value_count; // items that are no null
    size_t first;       // the first of them
    size_t last;
    bs_places places;
    uint32_t part;   // 1: a new series. Else more of one that came before, which has this key
    uint32_t number; // the same in all parts, and larger than that of a series that stands before
                     // it in the table
    bool trimmed;    // empty cells before the first and behind the last value were left out
} bs_packed;

// Takes series one after the other. A status other than BS_OK stops what calls it.
typedef bs_status (*bs_packed_visit)(void *context, const bs_packed *packed, bs_error *err);

// The same with observations, whether it is packed or not. Texts are slices of packed->numbers and
// of its periods; offset, len and block of the origins are 0. BS_E_MEMORY. BS_E_FORMAT: `numbers`
// is no such list.
BS_CHECKED bs_status bs_packed_series(bs_series *out, bs_arena *arena, const bs_packed *packed,
                                      bs_error *err);

#endif
