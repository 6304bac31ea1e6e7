// SPDX-License-Identifier: GPL-3.0-or-later
// load_stream.h: a data file into a store, series by series (data_stream.h).
#ifndef BS_CLI_LOAD_STREAM_H
#define BS_CLI_LOAD_STREAM_H

#include "engine/cli/data_stream.h"
#include "engine/store/store.h"

// What may be done about a mistake in a data file.
#define BS_LOAD_KEEP_GOING_HELP                                                                    \
    BS_STR("nothing was loaded; --keep-going loads the other rows and lists those that are left "  \
           "out")

typedef struct bs_load_stream {
    bs_cli *cli;
    bs_store *store;
    bs_load_mode mode;
    bool keep_going; // tell of bad rows, and load the others
    bool told;       // they were told of before
    bool silent;     // of what goes wrong: the file is then to be read whole
    const char *path;
} bs_load_stream;

typedef struct bs_load_stream_result {
    bs_load_result load;
    size_t bad_rows; // that were left out
} bs_load_stream_result;

// Loads what `stream` gives, and says what is wrong if it cannot. *whole is set when only
// bs_source_open can read the file, or tell what is wrong; then nothing was loaded or said.
bs_exit bs_load_stream_run(bs_load_stream_result *out, const bs_load_stream *how,
                           bs_data_stream *stream, bool *whole);

#endif
