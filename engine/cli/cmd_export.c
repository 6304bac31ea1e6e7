// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/file.h"
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/options.h"
#include "engine/cli/stored.h"

enum {
    OPTION_OUTPUT,
    OPTION_FORMAT,
    OPTION_WIDE,
    OPTION_MATRIX,
    OPTION_FOR,
    OPTION_STORE,
    OPTION_AS_OF,
    OPTION_VINTAGES,
    OPTION_FIRST,
    OPTION_COUNT
};

static const char *const format_names[] = {"csv", "wide", "matrix", "json", "jsonl", NULL};

static const char *const reader_names[] = {
    [BS_DIALECT_PLAIN] = "plain",
    [BS_DIALECT_EXCEL] = "excel",
    [BS_DIALECT_COUNT] = NULL,
};

static const bs_option options[] = {
    [OPTION_OUTPUT] = BS_OPTION_OUTPUT,
    [OPTION_FORMAT] = {.name = "format",
                       .letter = 'f',
                       .value = "FORMAT",
                       .choices = format_names,
                       .summary = "form of the file; without it, told by the ending of OUT, else "
                                  "csv"},
    [OPTION_WIDE] = {.name = "wide", .summary = "one row a period, one column a series"},
    [OPTION_MATRIX] = {.name = "matrix",
                       .summary = "one row a series, one column a period, as in the bulletin"},
    [OPTION_FOR] = {.name = "for",
                    .value = "WHOM",
                    .choices = reader_names,
                    .initial = "plain",
                    .summary = "excel: byte order mark, CRLF, and no text that runs as a formula"},
    [OPTION_STORE] = BS_OPTION_STORE,
    [OPTION_AS_OF] = BS_OPTION_AS_OF,
    [OPTION_VINTAGES] = BS_OPTION_VINTAGES,
    [OPTION_FIRST] = BS_OPTION_FIRST,
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_str none = {NULL, 0};

// --format, --wide or --matrix, else the ending of the path, else csv.
static const bs_export_format *choose_format(const bs_args *args, bs_str path)
{
    if (bs_args_has(args, &options[OPTION_WIDE])) return bs_export_format_find(BS_STR("wide"));
    if (bs_args_has(args, &options[OPTION_MATRIX])) return bs_export_format_find(BS_STR("matrix"));
    const char *name = bs_args_value(args, &options[OPTION_FORMAT], NULL);
    if (name != NULL) return bs_export_format_find(bs_str_from(name));
    size_t count;
    const bs_export_format *formats = bs_export_format_table(&count);
    const bs_export_format *best = NULL;
    for (size_t i = 0; i < count; i++) {
        if (bs_str_ends(path, bs_str_from(formats[i].extension)) && best == NULL) {
            best = &formats[i];
        }
    }
    return best != NULL ? best : bs_export_format_find(BS_STR("csv"));
}

static bs_status write_out(bs_cli *cli, const bs_args *args, const bs_export_series_array *all,
                           bs_error *err)
{
    const char *path = bs_args_value(args, &options[OPTION_OUTPUT], "-");
    const bs_export_format *format = choose_format(args, bs_str_from(path));
    bs_export_options wish = {.dialect = (bs_dialect)bs_args_choice(args, &options[OPTION_FOR])};
    bs_export_report report = {0};
    if (strcmp(path, "-") == 0) {
        return bs_export_write(&cli->out->pending, format, all, &wish, &report, err);
    }
    bs_buffer bytes = BS_BUFFER_INIT;
    bs_status status = bs_export_write(&bytes, format, all, &wish, &report, err);
    if (status == BS_OK) status = bs_file_write(path, bs_buffer_str(&bytes), err);
    bs_buffer_deinit(&bytes);
    if (status != BS_OK) return status;
    bs_say(cli, "%s: %s of %s", path, bs_say_count(cli->arena, report.rows, "row", NULL).ptr,
           bs_say_count(cli->arena, all->count, "series", "series").ptr);
    if (report.disarmed > 0) {
        bs_say(cli, "%s would have run as a formula and got an apostrophe in front",
               bs_say_count(cli->arena, report.disarmed, "text", NULL).ptr);
    }
    return BS_OK;
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    bool wide = bs_args_has(args, &options[OPTION_WIDE]);
    bool matrix = bs_args_has(args, &options[OPTION_MATRIX]);
    bool named = bs_args_has(args, &options[OPTION_FORMAT]);
    if (wide + matrix + named > 1) {
        return bs_say_usage(cli, args->command, none,
                            "--wide, --matrix and --format exclude each other");
    }
    bs_store *store = NULL;
    bs_stored_series_array stored = {0};
    bs_export_series_array all = {0};
    const bs_stored_options wish = {.store = &options[OPTION_STORE],
                                    .as_of = &options[OPTION_AS_OF],
                                    .vintages = &options[OPTION_VINTAGES],
                                    .first = &options[OPTION_FIRST],
                                    .alone = true};
    bs_error err = BS_ERROR_INIT;
    bs_exit status = bs_stored_read_series(&stored, &store, cli, args, &wish);
    if (status == BS_EXIT_OK && (bs_stored_export(&all, cli->arena, &stored, &err) != BS_OK ||
                                 write_out(cli, args, &all, &err) != BS_OK)) {
        status = bs_say_error(cli, &err, none, none);
    }
    bs_store_close(store);
    return status;
}

static const bs_example examples[] = {
    {"bseries export -o all.csv", "every value of the store, one a row"},
    {"bseries export 연산 --matrix", "some series as a table, on standard output"},
    {"bseries export --wide --for excel -o all.csv", "for a double click in a spreadsheet"},
};

const bs_command bs_command_export = {
    .name = "export",
    .operands = "[SERIES...]",
    .summary = "Write series as CSV or JSON for other programs",
    .description = "SERIES is a key, a part of one, or a glob with * and ?; without any, "
                   "everything is written. A file appears whole or not at all. Values are in "
                   "base units with the digits that were printed.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_SERIES,
    .run = run,
};
