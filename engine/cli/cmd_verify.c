// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/options.h"
#include "engine/cli/stored.h"

enum { OPTION_STORE, OPTION_COUNT };

static const bs_option options[] = {
    [OPTION_STORE] = BS_OPTION_STORE,
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_str none = {NULL, 0};

static void write_report(bs_cli *cli, const bs_verify_report *report)
{
    bs_stream *out = cli->out;
    bs_stream_add_str(out, bs_say_count(cli->arena, report->source_count, "source", NULL));
    bs_stream_add(out, ", ");
    bs_stream_add_str(out, bs_say_count(cli->arena, report->series_count, "series", "series"));
    bs_stream_add(out, ", ");
    bs_stream_add_str(out, bs_say_count(cli->arena, report->value_count, "value", NULL));
    bs_stream_add(out, ": all is well\n");
    if (report->files_gone > 0) {
        bs_stream_addf(out,
                       "  %zu of %zu large files are no longer there: their lines cannot be "
                       "cited\n",
                       report->files_gone, report->file_count);
    }
    if (report->files_changed > 0) {
        bs_stream_addf(out, "  %zu of %zu large files have changed since they were loaded\n",
                       report->files_changed, report->file_count);
    }
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    bs_store *store = NULL;
    bs_error err = BS_ERROR_INIT;
    bs_verify_report report;
    bs_exit status = bs_stored_open(&store, cli, args, &options[OPTION_STORE], BS_STORE_READ);
    if (status != BS_EXIT_OK) return status;
    if (bs_store_verify(store, &report, &err) != BS_OK) {
        (void)bs_say_error(cli, &err, none, none);
        status = BS_EXIT_FILE;
    } else if (!cli->quiet) {
        write_report(cli, &report);
    }
    bs_store_close(store);
    return status;
}

static const bs_example examples[] = {
    {"bseries verify", "reads everything once; exit status 3 when something is wrong"},
};

const bs_command bs_command_verify = {
    .name = "verify",
    .summary = "Read the whole store, and say whether it is sound",
    .description = "SQLite's own check of every page; rows that belong to nothing; the text of "
                   "each source against its hash; every segment, and whether each series has as "
                   "many values as its row says. The files of large sources are held against "
                   "their hashes too.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .run = run,
};
