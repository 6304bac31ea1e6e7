// SPDX-License-Identifier: GPL-3.0-or-later
// data_stream.h: the series of a data file, one after the other, on all cores, in memory that does
// not grow with the file.
//
//     bs_data_stream *stream;
//     status = bs_data_stream_open(&stream, path, wish, err);     // finds out what the file is
//     if (status == BS_OK) status = bs_data_stream_run(stream, &options, err);
//     bs_data_stream_close(stream);
#ifndef BS_CLI_DATA_STREAM_H
#define BS_CLI_DATA_STREAM_H

#include <sys/types.h>

#include "engine/cli/source_open.h"
#include "engine/extract/bulk.h"

typedef struct bs_data_stream bs_data_stream;

// A piece of the file: whole lines.
typedef struct bs_data_piece {
    uint32_t line; // its first, from 1
    uint64_t offset;
    bs_str bytes;
} bs_data_piece;

typedef struct bs_data_stream_options {
    void *context;         // first argument of all of these
    bs_packed_visit visit; // each series, by the thread that runs the stream; a file that is not
                           // sorted gives a series in parts (packed->part)
    bs_bulk_refuse refuse; // each row with a mistake; NULL: the first one ends the run
    bool keep_unreadable;  // what is no number is an observation, and no mistake
    bs_status (*piece)(void *context, const bs_data_piece *piece, bs_error *err); // may be NULL
    // What was visited was read wrongly, as a later row has shown: undo it, it comes again.
    bs_status (*again)(void *context, bs_error *err);
    void (*progress)(void *context, uint64_t done, uint64_t size); // bytes; may be NULL
} bs_data_stream_options;

// True when a file is worth a stream: a regular file of this size or more. What is wrong in one
// that is smaller than BS_DATA_TELL_BYTES_MIN, reading it whole tells better: it has seen all of
// it.
enum { BS_DATA_READ_BYTES_MIN = 256 * 1024, BS_DATA_TELL_BYTES_MIN = 4 * 1024 * 1024 };
bool bs_data_stream_wanted(const char *path, off_t bytes_min);

// Opens the file and plans how to read it. BS_E_ARGUMENT: only bs_source_open can read it: it is no
// data file, not UTF-8, no regular file, or its rows need the whole of it (bulk.h). Else as
// bs_csv_feed_open and bs_tidy say. Owned by the caller: release with bs_data_stream_close.
BS_CHECKED bs_status bs_data_stream_open(bs_data_stream **out, const char *path,
                                         const bs_open_options *wish, bs_error *err);
// NULL is harmless.
void bs_data_stream_close(bs_data_stream *stream);

// The file as a source whose text is its first lines only. Lives as long as the stream.
const bs_source *bs_data_stream_source(const bs_data_stream *stream);

// As bs_tidy_unread.
bs_str bs_data_stream_unread(const bs_data_stream *stream, bs_arena *arena);

// Visits all series. BS_E_ARGUMENT: as above, found out on the way.
BS_CHECKED bs_status bs_data_stream_run(bs_data_stream *stream,
                                        const bs_data_stream_options *options, bs_error *err);

#endif
