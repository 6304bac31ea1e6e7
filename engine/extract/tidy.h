// SPDX-License-Identifier: GPL-3.0-or-later
// tidy.h: series from the rows of a data file.
//
// The builder takes rows from a reader (engine/core/rows.h) and finds out what the columns are by
// their names and contents: one column of periods and one of values (tidy, SDMX-CSV), one column a
// period (wide by years), one column a series (wide by series), or a mixture. Rows of one to three
// header levels are understood.
//
//     bs_tidy *tidy;
//     BS_TRY(bs_tidy_new(&tidy, source, NULL, err));
//     status = bs_csv_read(source, NULL, bs_tidy_sink(tidy), NULL, err);
//     if (status == BS_OK) status = bs_tidy_finish(&reading, arena, tidy, err);
//     bs_tidy_free(tidy);
//
// While rows arrive, it keeps 36 bytes a value: where it stands and of which series.
// Values and periods are read when all rows are known, because one row in a thousand decides
// whether a comma is a decimal mark.
#ifndef BS_EXTRACT_TIDY_H
#define BS_EXTRACT_TIDY_H

#include "engine/core/rows.h"
#include "engine/core/series.h"

// What is said of a cell that is no number; takes BS_STR_ARG of it.
#define BS_TIDY_NO_NUMBER                                                                          \
    "'%.*s' is not a number; expected digits, or an empty cell or 'n/a' for a value that is "      \
    "missing"

typedef struct bs_tidy_options {
    bs_lang lang;        // BS_LANG_UNKNOWN: found from the header and the names
    bs_period published; // supplies a year that is not printed; BS_PERIOD_NONE
    char decimal_mark;   // '.' or ','; 0: found from all values
} bs_tidy_options;

#define BS_TIDY_OPTIONS_INIT                                                                       \
    {                                                                                              \
        .lang = BS_LANG_UNKNOWN, .published = {BS_FREQUENCY_NONE, 0, 0}, .decimal_mark = 0         \
    }

// Opaque; owned by the caller: release with bs_tidy_free.
typedef struct bs_tidy bs_tidy;

// A builder for rows of `source`, which must outlive it. Its title is set from a title line above
// the table if it is still empty. `options` may be NULL. BS_E_MEMORY.
BS_CHECKED bs_status bs_tidy_new(bs_tidy **out, bs_source *source, const bs_tidy_options *options,
                                 bs_error *err);
// NULL is allowed.
void bs_tidy_free(bs_tidy *tidy);

// Has the table been refused because nothing in it is a time? Its numbers may be those of one time,
// which a reader of texts lists.
bool bs_tidy_is_undated(const bs_tidy *tidy);

// Names of the columns of numbers that are left out because no time is printed over them, as "計,
// 前年同期"; empty for none, and when memory has run out. Once rows have been planned. Lives as
// long as the arena.
bs_str bs_tidy_unread(const bs_tidy *tidy, bs_arena *arena);

// The sink to give to a reader; borrowed until bs_tidy_free. Its statuses: BS_E_FORMAT when the
// header names no periods or no values (the message says what was looked for); BS_E_MEMORY.
bs_row_sink bs_tidy_sink(bs_tidy *tidy);

// Makes the reading: series in the order of their first row, observations by period, quantities
// empty, document NULL. What is printed twice for a period is kept twice, in the order of the file.
// A value that is no number is an observation with the state that it has, never dropped.
// Lives as long as the arena, and points into source->text.
// A table of one column a period or a series has to print an empty cell where a series has not
// begun or has ended: these are left out. BS_E_FORMAT: a period cell that is no period, with its
// place; not one value in the whole table. BS_E_MEMORY.
BS_CHECKED bs_status bs_tidy_finish(bs_reading *out, bs_arena *arena, bs_tidy *tidy, bs_error *err);

// The same, one series after the other, for files whose observations would not fit in memory all at
// once: *series and what it points to is borrowed until `visit` returns. A status of `visit` other
// than BS_OK stops the walk and is passed on.
typedef bs_status (*bs_tidy_visit)(void *context, const bs_series *series, bs_error *err);
BS_CHECKED bs_status bs_tidy_each(bs_tidy *tidy, bs_tidy_visit visit, void *context, bs_error *err);

#endif
