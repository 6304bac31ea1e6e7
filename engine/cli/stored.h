// SPDX-License-Identifier: GPL-3.0-or-later
// stored.h: the store as commands use it: opened by --store, asked by patterns, complaints made.
#ifndef BS_CLI_STORED_H
#define BS_CLI_STORED_H

#include "engine/cli/source_open.h"
#include "engine/export/export.h"
#include "engine/store/store.h"

// Opens the store that `option` (BS_OPTION_STORE) names, and says what is wrong if it cannot.
bs_exit bs_stored_open(bs_store **out, bs_cli *cli, const bs_args *args, const bs_option *option,
                       bs_store_mode mode);

// The series that the operands name, each once, in the order of the operands; all without any.
// Says which pattern names nothing, and what is near to it. Lives as long as the command.
bs_exit bs_stored_select(bs_series_info_array *out, bs_cli *cli, bs_store *store,
                         const bs_text_array *patterns);

// The values of these series, ready for bs_export_write.
BS_CHECKED bs_status bs_stored_collect(bs_export_series_array *out, bs_arena *arena,
                                       bs_store *store, const bs_series_info_array *infos,
                                       const bs_store_view *view, bs_error *err);

// What the view options of a command ask for; a command has them beside --store.
#define BS_OPTION_AS_OF                                                                            \
    {                                                                                              \
        .name = "as-of", .value = "DATE",                                                          \
        .summary = "only what had been published by then (2023, 2023-10 or 2023-10-13)"            \
    }
#define BS_OPTION_VINTAGES                                                                         \
    {                                                                                              \
        .name = "vintages", .value = "WHICH", .choices = bs_vintage_names, .initial = "latest",    \
        .summary = "of values that were published more than once"                                  \
    }
extern const char *const bs_vintage_names[];
bs_exit bs_stored_view(bs_store_view *out, bs_cli *cli, const bs_args *args, const bs_option *as_of,
                       const bs_option *vintages);

// Reads the kept text of a source again, as bs_source_open reads a file.
bs_exit bs_stored_read(bs_opened *out, bs_cli *cli, bs_store *store, const bs_source_info *source,
                       const bs_open_options *options);

#endif
