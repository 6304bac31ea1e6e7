// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/file.h"
#include "engine/base/pages.h"
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/options.h"
#include "engine/cli/report_job.h"
#include "plots/render/draw.h"

enum {
    OPTION_OUTPUT = BS_READ_OPTION_COUNT,
    OPTION_TITLE,
    OPTION_NO_CHARTS,
    OPTION_STORE,
    OPTION_COUNT
};

static const bs_option options[] = {
    [BS_READ_OPTION_LANG] = {.name = "lang",
                             .letter = 'l',
                             .value = "LANG",
                             .choices = bs_lang_names,
                             .summary = "language of the page; without it, that of the first "
                                        "document"},
    [BS_READ_OPTION_ENCODING] = BS_OPTION_ENCODING,
    [BS_READ_OPTION_DELIMITER] = BS_OPTION_DELIMITER,
    [BS_READ_OPTION_PUBLISHED] = BS_OPTION_PUBLISHED,
    [BS_READ_OPTION_FILES_FROM] = BS_OPTION_FILES_FROM,
    [OPTION_OUTPUT] = BS_OPTION_OUTPUT,
    [OPTION_TITLE] = {.name = "title",
                      .value = "TEXT",
                      .summary = "title of the page; without it, that of the document"},
    [OPTION_NO_CHARTS] = {.name = "no-charts", .summary = "tables only"},
    [OPTION_STORE] = BS_OPTION_STORE,
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_str none = {NULL, 0};

static bs_exit read_wish(bs_report_wish *out, bs_cli *cli, const bs_args *args)
{
    bs_exit status = bs_open_options_read(&out->read, cli, args);
    // The option speaks of the page; each text is read in its own language.
    out->lang = out->read.lang;
    out->read.lang = BS_LANG_UNKNOWN;
    out->title = bs_str_from(bs_args_value(args, &options[OPTION_TITLE], NULL));
    bool bare = bs_args_has(args, &options[OPTION_NO_CHARTS]);
    out->charts = bare ? BS_REPORT_NO_CHARTS : BS_REPORT_CHARTS;
    if (status != BS_EXIT_OK || !cli->out->terminal) return status;
    const char *path = bs_args_value(args, &options[OPTION_OUTPUT], "-");
    if (strcmp(path, "-") != 0) return BS_EXIT_OK;
    return bs_say_usage(cli, args->command, BS_STR("-o report.html writes it to a file"),
                        "a page is not for a terminal");
}

static bs_exit write_page(bs_cli *cli, const char *path, const bs_buffer *page)
{
    if (page->len == 0) return BS_EXIT_OK;
    if (strcmp(path, "-") == 0) {
        bs_buffer_add(&cli->out->pending, bs_buffer_str(page));
        return BS_EXIT_OK;
    }
    bs_error err = BS_ERROR_INIT;
    bs_status status = bs_file_write(path, bs_buffer_str(page), &err);
    return status == BS_OK ? BS_EXIT_OK : bs_say_error(cli, &err, none, none);
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    bs_report_wish wish;
    bs_exit worst = read_wish(&wish, cli, args);
    if (worst != BS_EXIT_OK) return worst;
    bs_pages_use_heap(BS_DRAW_HEAP_BYTES);
    bs_check_inputs inputs;
    bs_buffer page = BS_BUFFER_INIT;
    const char *path = bs_args_value(args, &options[OPTION_OUTPUT], "-");
    worst = bs_check_inputs_init(&inputs, cli, args, &options[OPTION_STORE], BS_STORE_READ);
    if (worst == BS_EXIT_OK) {
        worst = bs_report_job_run(&page, cli, &wish, &inputs);
        bs_exit written = write_page(cli, path, &page);
        if (written > worst) worst = written;
    }
    bs_buffer_deinit(&page);
    bs_check_inputs_deinit(&inputs);
    return worst;
}

static const bs_example examples[] = {
    {"bseries report bulletin.txt -o report.html", "one document, its numbers and what is odd"},
    {"bseries report --lang en *.txt -o all.html", "several on one page, in English"},
    {"bseries report -o archive.html", "everything in the store"},
};

const bs_command bs_command_report = {
    .name = "report",
    .operands = "[FILE...]",
    .summary = "Write one page that shows findings, tables, charts and series",
    .description =
        "With files, the page is about them; without, about every source in the store. It begins "
        "with what `check` finds, each at its printed line with the arithmetic and the proposed "
        "value, then draws every table and chart again with the doubtful values marked, lists all "
        "series, offers the values as CSV, and ends with the text, line by line.\n"
        "The page is one file that needs no network and works without scripts; they add search, "
        "sorting and hints. The same documents give the same bytes. Findings do not change the "
        "exit status; `check` is for that.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_FILE,
    .run = run,
};
