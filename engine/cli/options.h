// SPDX-License-Identifier: GPL-3.0-or-later
// options.h: options that several commands share, so that a name means the same everywhere.
#ifndef BS_CLI_OPTIONS_H
#define BS_CLI_OPTIONS_H

#include "engine/cli/args.h"
#include "engine/core/lang.h"
#include "engine/core/period.h"

// Options of every command, before or behind its name.
enum { BS_GLOBAL_HELP, BS_GLOBAL_VERSION, BS_GLOBAL_COLOR, BS_GLOBAL_QUIET, BS_GLOBAL_COUNT };
extern const bs_option bs_global_options[BS_GLOBAL_COUNT];

// Values of --format; the order is that of bs_format_names.
typedef enum bs_format { BS_FORMAT_TEXT, BS_FORMAT_JSON, BS_FORMAT_JSONL, BS_FORMAT_CSV } bs_format;
extern const char *const bs_format_names[];
extern const char *const bs_lang_names[];

// Values of --per, each with its length of time; BS_FREQUENCY_NONE for SIZE_MAX, no choice.
extern const char *const bs_per_names[];
bs_frequency bs_per_frequency(size_t choice);

// clang-format off
#define BS_OPTION_FORMAT                                                                           \
    {.name = "format", .letter = 'f', .value = "FORMAT", .choices = bs_format_names,               \
     .initial = "text", .summary = "form of the result"}
#define BS_OPTION_STORE                                                                            \
    {.name = "store", .letter = 's', .value = "PATH", .initial = "$BSERIES_STORE or bseries.db",   \
     .summary = "the store to use", .complete = BS_COMPLETE_FILE}
#define BS_OPTION_LANG                                                                             \
    {.name = "lang", .letter = 'l', .value = "LANG", .choices = bs_lang_names,                     \
     .summary = "language of the text; without it, found for each block"}
#define BS_OPTION_ENCODING                                                                         \
    {.name = "encoding", .letter = 'e', .value = "NAME",                                           \
     .summary = "encoding of the files (UTF-8, CP949, GB18030, Big5, Shift_JIS ...); without it, " \
                "detected"}
#define BS_OPTION_DELIMITER                                                                        \
    {.name = "delimiter", .letter = 'd', .value = "CHAR",                                          \
     .summary = "what stands between the fields of a data file: , ; | or tab; without it, found"}
#define BS_OPTION_PUBLISHED                                                                        \
    {.name = "published", .letter = 'p', .value = "DATE",                                          \
     .summary = "date of the document where it does not say (2023-10-13 or 2023-10)"}
#define BS_OPTION_FILES_FROM                                                                       \
    {.name = "files-from", .value = "LIST",                                                        \
     .summary = "read the names of more files from LIST, one a line; - is standard input",         \
     .complete = BS_COMPLETE_FILE}
#define BS_OPTION_OUTPUT                                                                           \
    {.name = "output", .letter = 'o', .value = "OUT", .initial = "-",                              \
     .summary = "file to write; - is standard output", .complete = BS_COMPLETE_FILE}
// clang-format on

// What names series: a paragraph of the descriptions of commands.
#define BS_SERIES_HELP                                                                             \
    "SERIES is a key, or its name behind the group, and means that series alone: 'exports' is "    \
    "trade/exports and not trade/exports-ships. Where there is none such, it is a part of keys, "  \
    "or a glob with * and ?.\n"

// The path of the store: --store, else $BSERIES_STORE, else bseries.db. Lives as long as the
// command.
const char *bs_option_store(const bs_args *args, const bs_option *option);

#endif
