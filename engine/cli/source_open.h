// SPDX-License-Identifier: GPL-3.0-or-later
// source_open.h: from a path to a reading, by whatever reader the file needs.
#ifndef BS_CLI_SOURCE_OPEN_H
#define BS_CLI_SOURCE_OPEN_H

#include "engine/cli/args.h"
#include "engine/core/packed_list.h"
#include "engine/extract/extract.h"

// Options that say how files are to be read; a command has them as the first rows of its own.
enum {
    BS_READ_OPTION_LANG,
    BS_READ_OPTION_ENCODING,
    BS_READ_OPTION_DELIMITER,
    BS_READ_OPTION_PUBLISHED,
    BS_READ_OPTION_FILES_FROM,
    BS_READ_OPTION_COUNT
};
// clang-format off
#define BS_READ_OPTIONS                                                                            \
    [BS_READ_OPTION_LANG] = BS_OPTION_LANG,                                                        \
    [BS_READ_OPTION_ENCODING] = BS_OPTION_ENCODING,                                                \
    [BS_READ_OPTION_DELIMITER] = BS_OPTION_DELIMITER,                                              \
    [BS_READ_OPTION_PUBLISHED] = BS_OPTION_PUBLISHED,                                              \
    [BS_READ_OPTION_FILES_FROM] = BS_OPTION_FILES_FROM
// clang-format on

typedef struct bs_open_options {
    bs_lang lang;
    const char *encoding; // NULL: detect
    char delimiter;       // 0: found
    bs_period published;
    bool undated;          // numbers of a table without times are listed as those of a text
    bs_extract_take *take; // quantities of text go there as they are read; NULL: into the reading
    void *take_state;
} bs_open_options;

// One file as it was read. Everything in it lives until bs_opened_deinit, and it may not be moved:
// the reading points into it.
typedef struct bs_opened {
    bs_arena arena;
    bs_buffer bytes;
    bs_source source;
    bs_document document;
    bs_reading reading;
    bs_packed_list *packed; // of the reading; NULL: it has all observations
    bool data_file;         // read as CSV or TSV: no blocks, no quantities
    bs_str unread;          // columns of a data file that are left out (bs_tidy_unread)
} bs_opened;

// Reads the options of a command whose table begins with BS_READ_OPTIONS. Says what is wrong.
bs_exit bs_open_options_read(bs_open_options *out, bs_cli *cli, const bs_args *args);

// The files to read: the operands, then the lines of --files-from. Says so when there is none and
// one is `needed`, and when the list cannot be read. Lives as long as the command.
typedef enum bs_need { BS_NEED_NONE, BS_NEED_FILES } bs_need;
bs_exit bs_open_paths(bs_text_array *out, bs_cli *cli, const bs_args *args, bs_need need);

// Reads the file at `path` ("-" is standard input), and says what is wrong if it cannot.
// BS_EXIT_OK, or the status to end with. bs_opened_deinit is due in either case.
bs_exit bs_source_open(bs_opened *out, bs_cli *cli, const char *path,
                       const bs_open_options *options);
// The same for text that is there already and lives longer than *out. `path` is for messages.
bs_exit bs_source_open_text(bs_opened *out, bs_cli *cli, bs_str path, bs_str text,
                            const bs_open_options *options);
void bs_opened_deinit(bs_opened *opened);

#endif
