// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>
#include <unistd.h>

#include "engine/cli/commands.h"
#include "engine/cli/fix_job.h"
#include "engine/cli/message.h"
#include "engine/cli/options.h"

enum {
    OPTION_MIN_PROBABILITY = BS_READ_OPTION_COUNT,
    OPTION_IN_PLACE,
    OPTION_OVERWRITE_BACKUP,
    OPTION_CHOOSE,
    OPTION_COUNT
};

static const bs_option options[] = {
    BS_READ_OPTIONS,
    [OPTION_MIN_PROBABILITY] = {.name = "min-probability",
                                .value = "P",
                                .initial = "0.9",
                                .summary = "leave out proposals below this probability, 0 to 1"},
    [OPTION_IN_PLACE] = {.name = "in-place",
                         .letter = 'i',
                         .summary = "change the files, and keep each as it was in FILE.orig"},
    [OPTION_OVERWRITE_BACKUP] = {.name = "overwrite-backup",
                                 .summary = "with --in-place: write over a FILE.orig that is "
                                            "already there"},
    [OPTION_CHOOSE] = {.name = "choose",
                       .summary = "ask for each change on the terminal whether to make it"},
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_str no_help = {NULL, 0};

static bs_exit read_probability(bs_fix_wish *out, bs_cli *cli, const bs_args *args)
{
    const char *text = bs_args_value(args, &options[OPTION_MIN_PROBABILITY], "0.9");
    char *end;
    out->probability_min = strtod(text, &end);
    if (end != text && *end == '\0' && out->probability_min >= 0 && out->probability_min <= 1) {
        return BS_EXIT_OK;
    }
    return bs_say_usage(cli, args->command, no_help,
                        "--min-probability is a number from 0 to 1, not '%s'", text);
}

static bs_exit read_wish(bs_fix_wish *out, bs_cli *cli, const bs_args *args)
{
    out->in_place = bs_args_has(args, &options[OPTION_IN_PLACE]);
    out->overwrites = bs_args_has(args, &options[OPTION_OVERWRITE_BACKUP]);
    out->asks = bs_args_has(args, &options[OPTION_CHOOSE]);
    if (out->overwrites && !out->in_place) {
        return bs_say_usage(cli, args->command, no_help, "--overwrite-backup needs --in-place");
    }
    if (out->asks && (isatty(STDIN_FILENO) != 1 || isatty(STDOUT_FILENO) != 1)) {
        return bs_say_usage(cli, args->command, no_help,
                            "--choose asks on a terminal, and standard input or output is none");
    }
    bs_exit status = bs_open_options_read(&out->read, cli, args);
    out->read.undated = true;
    return status == BS_EXIT_OK ? read_probability(out, cli, args) : status;
}

// Standard input can be told a diff about, but neither changed in place nor asked.
static bs_exit check_paths(bs_cli *cli, const bs_args *args, const bs_text_array *paths,
                           const bs_fix_wish *wish)
{
    for (size_t i = 0; i < paths->count; i++) {
        if (strcmp(paths->items[i], "-") != 0 || !(wish->in_place || wish->asks)) continue;
        return bs_say_usage(cli, args->command, no_help, "%s does not work with standard input",
                            wish->in_place ? "--in-place" : "--choose");
    }
    return BS_EXIT_OK;
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    bs_fix_wish wish = {.probability_min = 0};
    bs_text_array paths = {0};
    bs_exit status = read_wish(&wish, cli, args);
    if (status == BS_EXIT_OK) status = bs_open_paths(&paths, cli, args, BS_NEED_FILES);
    if (status == BS_EXIT_OK) status = check_paths(cli, args, &paths, &wish);
    if (status != BS_EXIT_OK) return status;
    bs_exit worst = BS_EXIT_OK;
    for (size_t i = 0; i < paths.count; i++) {
        status = bs_fix_job_run(cli, paths.items[i], &wish);
        if (status > worst) worst = status;
    }
    return worst;
}

static const bs_example examples[] = {
    {"bseries fix bulletin.txt", "what would be changed, as a diff"},
    {"bseries fix bulletin.txt | patch -p0", "the same, and do it"},
    {"bseries fix --in-place bulletin.txt", "change the file, and keep bulletin.txt.orig"},
    {"bseries fix --choose --in-place --min-probability 0.5 *.md", "ask about each change"},
};

const bs_command bs_command_fix = {
    .name = "fix",
    .operands = "FILE...",
    .summary = "Put the proposed values in the place of wrong numbers",
    .description =
        "Of what check finds, the likeliest proposal of each finding is taken when it reaches "
        "--min-probability. Only the digits of the number change: grouping, full-width digits, "
        "the encoding of the file, its line ends and every other byte stay. The file is checked "
        "again after each round of changes, so that a second run finds nothing left to change.\n"
        "Left to you, with a word, are: an exchange of two numbers, a change of a word or unit, "
        "and findings that contradict each other. Findings accepted in .bseries-ignore are not "
        "touched. Only text can be changed: a PDF, a spreadsheet or an HWP document is refused.\n"
        "A diff goes to standard output, in UTF-8 whatever the encoding of the file, and the exit "
        "status is then 1; it is 0 when there is nothing to change, and after --in-place.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_FILE,
    .run = run,
};
