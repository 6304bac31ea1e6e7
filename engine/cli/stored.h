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

// The one series that a pattern names; blanks may stand for hyphens. As bs_store_find.
BS_CHECKED bs_status bs_stored_find(bs_series_info *out, bs_arena *arena, bs_store *store,
                                    const char *pattern, bs_error *err);

// The values of that series, *out in the arena. As bs_stored_find.
BS_CHECKED bs_status bs_stored_get(const bs_stored_series **out, bs_arena *arena, bs_store *store,
                                   const char *pattern, const bs_store_view *view, bs_error *err);

// Options that say what is read from the store, beside --store itself.
#define BS_OPTION_AS_OF                                                                            \
    {                                                                                              \
        .name = "as-of", .value = "DATE",                                                          \
        .summary = "only what had been published by then (2023, 2023-10 or 2023-10-13)"            \
    }
#define BS_OPTION_VINTAGES                                                                         \
    {                                                                                              \
        .name = "vintages", .summary = "every vintage of each value, not only the newest"          \
    }
#define BS_OPTION_FIRST                                                                            \
    {                                                                                              \
        .name = "first", .summary = "what was published first, not the newest"                     \
    }

// The rows of a command's table that hold them.
typedef struct bs_stored_options {
    const bs_option *store;
    const bs_option *as_of;    // NULL: the command does not have it
    const bs_option *vintages; // NULL: the same
    const bs_option *first;    // NULL: the same
    bool all_vintages;         // whatever the options say
    bool alone;                // each series by itself, not with those that it is linked with
} bs_stored_options;

// What of the store the options ask for. Says what is wrong.
bs_exit bs_stored_view(bs_store_view *out, bs_cli *cli, const bs_args *args,
                       const bs_stored_options *options);

typedef BS_ARRAY(bs_stored_series) bs_stored_series_array;

// True when one of them is the series with this key, or is linked with it.
bool bs_stored_is_read(const bs_stored_series_array *all, bs_str key);

// The values of these series, all in the arena.
BS_CHECKED bs_status bs_stored_collect(bs_stored_series_array *out, bs_arena *arena,
                                       bs_store *store, const bs_series_info_array *infos,
                                       const bs_store_view *view, bs_error *err);

// Opens the store and reads the values of the series that the operands name; of series that are
// linked the first, with what all of them say. Says what is wrong.
// *store is to be closed in any case (NULL is harmless).
bs_exit bs_stored_read_series(bs_stored_series_array *out, bs_store **store, bs_cli *cli,
                              const bs_args *args, const bs_stored_options *options);

// The same series for bs_export_write; *out points into `all`.
BS_CHECKED bs_status bs_stored_export(bs_export_series_array *out, bs_arena *arena,
                                      const bs_stored_series_array *all, bs_error *err);

// Reads the kept text of a source again, as bs_source_open reads a file.
bs_exit bs_stored_read(bs_opened *out, bs_cli *cli, bs_store *store, const bs_source_info *source,
                       const bs_open_options *options);

#endif
