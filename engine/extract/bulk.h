// SPDX-License-Identifier: GPL-3.0-or-later
// bulk.h: series from a data file of any size, in memory that does not grow with the file.
//
// Does what bs_tidy does (tidy.h), block by block: several threads read cells, one puts series
// together and gives each away as soon as the file goes on to the next. A file whose rows are in
// another order is collected up to BS_BULK_LOG_BYTES at a time; a series is then given away in
// parts.
//
//     bs_bulk *bulk;
//     BS_TRY(bs_bulk_new(&bulk, tidy, &options, err));          // tidy has seen the first rows
//     for each block: bs_bulk_read(bulk, batch, block, err);    // any thread
//                     bs_bulk_take(bulk, batch, err);           // one thread, in order
//     status = bs_bulk_end(bulk, &again, err);                  // again: see there
//     bs_bulk_free(bulk);
#ifndef BS_EXTRACT_BULK_H
#define BS_EXTRACT_BULK_H

#include "engine/core/packed.h"
#include "engine/extract/tidy.h"

typedef struct bs_bulk bs_bulk;
typedef struct bs_bulk_batch bs_bulk_batch;

enum { BS_BULK_LOG_BYTES = 96 * 1024 * 1024 };

// Is told of each row that is left out because of a mistake in it: by blocks in the order of the
// file, and of a period that is none when its series is given away (then bad->line is empty).
typedef bs_status (*bs_bulk_refuse)(void *context, const bs_bad_row *bad, bs_error *err);

typedef struct bs_bulk_options {
    bs_packed_visit visit;
    void *context;         // of visit and refuse
    bs_bulk_refuse refuse; // NULL: the first mistake ends the load
    size_t log_bytes;      // 0: BS_BULK_LOG_BYTES
    bool keep_unreadable;  // a cell that is no number is a value of that state, and no mistake
} bs_bulk_options;

// The sink that gives `tidy` the titles and first rows for the plan, and nothing else; at most
// BS_BULK_SAMPLE_ROWS of the table are of use.
enum { BS_BULK_SAMPLE_ROWS = 256 };
bs_row_sink bs_bulk_sample_sink(bs_tidy *tidy);

// A builder by the plan of `tidy`, which has been given the titles and first rows of the file and
// must outlive it. BS_E_FORMAT: there is no plan (as bs_tidy_sink says). BS_E_ARGUMENT: the plan
// needs the whole file at once: columns of statuses, kinds or vintages, dates in several columns,
// names that are filled from the row above. Then bs_tidy does it.
// Owned by the caller: release with bs_bulk_free.
BS_CHECKED bs_status bs_bulk_new(bs_bulk **out, bs_tidy *tidy, const bs_bulk_options *options,
                                 bs_error *err);
// NULL is harmless.
void bs_bulk_free(bs_bulk *bulk);

// What one block holds; used for one block after the other. NULL when memory has run out.
// Owned by the caller: release with bs_bulk_batch_free, for which NULL is harmless.
bs_bulk_batch *bs_bulk_batch_new(void);
void bs_bulk_batch_free(bs_bulk_batch *batch);

// Reads the cells of a block into `batch`, which borrows it until it has been taken. BS_E_MEMORY.
BS_CHECKED bs_status bs_bulk_read(const bs_bulk *bulk, bs_bulk_batch *batch,
                                  const bs_row_block *block, bs_error *err);
// Puts it to the series and visits those that are whole. BS_E_FORMAT: a mistake in a row, with its
// place, unless there is a `refuse`. BS_E_ARGUMENT: a series has values of several
// frequencies, which makes several series of it: bs_tidy does it. Any status of the callbacks.
BS_CHECKED bs_status bs_bulk_take(bs_bulk *bulk, bs_bulk_batch *batch, bs_error *err);
// Visits the rest; statuses as above. *again is true when a later row has shown that earlier ones
// must be read in another way (a decimal comma, days that are months): undo what was visited, and
// give the whole file to the same builder once more. BS_E_FORMAT: not one value in the whole file.
BS_CHECKED bs_status bs_bulk_end(bs_bulk *bulk, bool *again, bs_error *err);

#endif
