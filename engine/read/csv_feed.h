// SPDX-License-Identifier: GPL-3.0-or-later
// csv_feed.h: a CSV or TSV file of any size, block by block.
//
// The same form as bs_csv_read (csv.h) with the same strictness, for files that are not to be held
// in memory: every block begins and ends with whole rows, so that several can be split at once.
//
//     bs_csv_feed *feed;
//     BS_TRY(bs_csv_feed_open(&feed, path, NULL, err));
//     status = bs_csv_feed_head(feed, 256, sink, err);         // titles, header, first rows
//     while ((status = bs_csv_feed_next(feed, &block, &more, err)) == BS_OK && more)
//         status = bs_csv_block_split(&block, err);            // may be another thread
//     bs_csv_feed_close(feed);
//
// Only UTF-8 is read; a byte order mark is passed over.
#ifndef BS_READ_CSV_FEED_H
#define BS_READ_CSV_FEED_H

#include "engine/read/csv.h"

typedef struct bs_csv_feed bs_csv_feed;

enum {
    BS_CSV_BLOCK_BYTES = 1024 * 1024,  // of text in a block, unless a row is longer
    BS_CSV_SAMPLE_BYTES = 1024 * 1024, // that the form is found from
};

// Opens the file and finds its form from its first rows. BS_E_FORMAT: it has none. BS_E_ENCODING:
// the sample is not UTF-8. BS_E_ARGUMENT: it is not a regular file, it has lines without line feeds
// (which bs_csv_read reads), or the delimiter is none of the four. BS_E_IO. `options` may be NULL.
// Owned by the caller: release with bs_csv_feed_close.
BS_CHECKED bs_status bs_csv_feed_open(bs_csv_feed **out, const char *path,
                                      const bs_csv_options *options, bs_error *err);
// NULL is harmless.
void bs_csv_feed_close(bs_csv_feed *feed);

// The form; row_count is 0. Lives as long as the feed.
const bs_csv_form *bs_csv_feed_form(const bs_csv_feed *feed);
// The first rows of the file as text, whole lines; lives as long as the feed.
bs_str bs_csv_feed_sample(const bs_csv_feed *feed);
// Bytes of the file, and of those the blocks so far.
uint64_t bs_csv_feed_size(const bs_csv_feed *feed);
uint64_t bs_csv_feed_done(const bs_csv_feed *feed);

// Pushes the titles above the table and at most `row_count` of its rows, the header among them.
// Rows that are none are left out: they come again in their block. The texts live as long as the
// feed, doubled quotes excepted (until the call returns). Any status of the sink.
BS_CHECKED bs_status bs_csv_feed_head(bs_csv_feed *feed, size_t row_count, bs_row_sink sink,
                                      bs_error *err);

// Reads the next whole rows into `block`, which was BS_ROW_BLOCK_INIT or of this feed before; *more
// is false at the end of the file. BS_E_LIMIT: a row is larger than a line may be. BS_E_IO: the
// file cannot be read, or changed meanwhile.
BS_CHECKED bs_status bs_csv_feed_next(bs_csv_feed *feed, bs_row_block *block, bool *more,
                                      bs_error *err);

// Finds the rows and cells of a block. What is no row is in block->bad: ragged, with a broken
// quote, not UTF-8, with a zero byte, too large. Blank lines, comments and notes are passed over.
// BS_E_MEMORY. Touches nothing but the block.
BS_CHECKED bs_status bs_csv_block_split(bs_row_block *block, bs_error *err);

#endif
