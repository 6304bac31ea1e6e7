// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>

#include "engine/cli/check_held.h"
#include "engine/cli/check_job.h"
#include "engine/cli/check_list.h"
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/options.h"

enum {
    OPTION_FORMAT = BS_READ_OPTION_COUNT,
    OPTION_ANOMALIES,
    OPTION_RELATIONS,
    OPTION_CODE,
    OPTION_MIN_PROBABILITY,
    OPTION_FAIL_ON,
    OPTION_PROFILE,
    OPTION_ALL,
    OPTION_STORE,
    OPTION_IDS,
    OPTION_ACCEPT,
    OPTION_REJECT,
    OPTION_BECAUSE,
    OPTION_HELD,
    OPTION_LIST,
    OPTION_EXPLAIN,
    OPTION_COUNT
};

static const char *const format_names[] = {"text", "json", "jsonl", "csv", "sarif", NULL};
_Static_assert(BS_COUNT(format_names) == BS_CHECK_FORMAT_COUNT + 1, "a name for each format");

// The severities in their order, then what no finding reaches.
static const char *const fail_names[] = {"note", "warning", "error", "never", NULL};

static const char *const profile_names[] = {
    [BS_PROFILE_ANY] = "any",     [BS_PROFILE_OCR] = "ocr",
    [BS_PROFILE_TYPED] = "typed", [BS_PROFILE_TRANSLATED] = "translated",
    [BS_PROFILE_COUNT] = NULL,
};

static const bs_option options[] = {
    BS_READ_OPTIONS,
    [OPTION_FORMAT] = {.name = "format",
                       .letter = 'f',
                       .value = "FORMAT",
                       .choices = format_names,
                       .initial = "text",
                       .summary = "form of the result"},
    [OPTION_ANOMALIES] = {.name = "anomalies",
                          .summary = "only what the model of a series finds odd"},
    [OPTION_RELATIONS] = {.name = "relations",
                          .summary = "only arithmetic that the document itself states or implies"},
    [OPTION_CODE] = {.name = "code",
                     .letter = 'c',
                     .value = "CODE,...",
                     .summary = "only these checks",
                     .complete = BS_COMPLETE_CODE},
    [OPTION_MIN_PROBABILITY] = {.name = "min-probability",
                                .value = "P",
                                .initial = "0",
                                .summary = "leave out findings below this probability, 0 to 1"},
    [OPTION_FAIL_ON] = {.name = "fail-on",
                        .value = "SEVERITY",
                        .choices = fail_names,
                        .initial = "error",
                        .summary = "what makes the exit status 1"},
    [OPTION_PROFILE] = {.name = "profile",
                        .value = "HOW",
                        .choices = profile_names,
                        .initial = "any",
                        .summary = "how the document was made, which weighs the kinds of slips"},
    [OPTION_ALL] = {.name = "all",
                    .letter = 'a',
                    .summary = "also list the values below the threshold, for ranking"},
    [OPTION_STORE] = BS_OPTION_STORE,
    [OPTION_IDS] = {.name = "ids", .summary = "show the id of each finding"},
    [OPTION_ACCEPT] = {.name = "accept",
                       .value = "ID",
                       .summary = "the value is right: do not report this finding again until the "
                                  "value changes"},
    [OPTION_REJECT] = {.name = "reject",
                       .value = "ID",
                       .summary = "the value is wrong: keep that this was confirmed"},
    [OPTION_BECAUSE] = {.name = "because",
                        .value = "REASON",
                        .summary = "the reason for --accept or --reject"},
    [OPTION_HELD] = {.name = "held",
                     .summary = "instead of findings, list the arithmetic that was checked and "
                                "holds"},
    [OPTION_LIST] = {.name = "list", .summary = "list the checks, and stop"},
    [OPTION_EXPLAIN] = {.name = "explain",
                        .value = "CODE",
                        .summary = "say what a check compares and what excuses it, and stop",
                        .complete = BS_COMPLETE_CODE},
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_str no_help = {NULL, 0};

// --- options -------------------------------------------------------------------------------------

static bs_exit read_probability(bs_check_wish *out, bs_cli *cli, const bs_args *args)
{
    const char *text = bs_args_value(args, &options[OPTION_MIN_PROBABILITY], "0");
    char *end;
    out->probability_min = strtod(text, &end);
    if (end != text && *end == '\0' && out->probability_min >= 0 && out->probability_min <= 1) {
        return BS_EXIT_OK;
    }
    return bs_say_usage(cli, args->command, no_help,
                        "--min-probability is a number from 0 to 1, not '%s'", text);
}

static bs_exit read_codes(bs_check_wish *out, bs_cli *cli, const bs_args *args)
{
    bs_text_array codes = {0};
    if (bs_args_list(&codes, cli->arena, args, &options[OPTION_CODE]) != BS_OK) {
        return BS_EXIT_FILE;
    }
    for (size_t i = 0; i < codes.count; i++) {
        if (bs_check_find(bs_str_from(codes.items[i])) == NULL) {
            return bs_check_list_unknown(cli, codes.items[i]);
        }
    }
    out->checks.codes = codes.items;
    out->checks.code_count = codes.count;
    return BS_EXIT_OK;
}

static bs_exit read_verdict(bs_check_wish *out, bs_cli *cli, const bs_args *args)
{
    const char *accept = bs_args_value(args, &options[OPTION_ACCEPT], NULL);
    const char *reject = bs_args_value(args, &options[OPTION_REJECT], NULL);
    const char *because = bs_args_value(args, &options[OPTION_BECAUSE], NULL);
    if (accept != NULL && reject != NULL) {
        return bs_say_usage(cli, args->command, no_help,
                            "--accept and --reject exclude each other");
    }
    if (because != NULL && accept == NULL && reject == NULL) {
        return bs_say_usage(cli, args->command, no_help, "--because needs --accept or --reject");
    }
    out->given.finding = bs_str_from(accept != NULL ? accept : reject);
    out->given.kind = accept != NULL ? BS_VERDICT_ACCEPTED : BS_VERDICT_REJECTED;
    out->given.because = bs_str_from(because);
    out->with_ids = bs_args_has(args, &options[OPTION_IDS]);
    return BS_EXIT_OK;
}

static bs_exit read_wish(bs_check_wish *out, bs_cli *cli, const bs_args *args)
{
    out->fail_on = bs_args_choice(args, &options[OPTION_FAIL_ON]);
    out->with_score = bs_args_has(args, &options[OPTION_ALL]);
    out->checks.list_all = out->with_score;
    out->checks.profile = (bs_profile)bs_args_choice(args, &options[OPTION_PROFILE]);
    if (bs_args_has(args, &options[OPTION_ANOMALIES])) out->checks.families |= BS_CHECK_ANOMALIES;
    if (bs_args_has(args, &options[OPTION_RELATIONS])) out->checks.families |= BS_CHECK_RELATIONS;
    bs_exit status = bs_open_options_read(&out->read, cli, args);
    out->read.undated = true;
    if (status == BS_EXIT_OK) status = read_probability(out, cli, args);
    if (status == BS_EXIT_OK) status = read_codes(out, cli, args);
    if (status == BS_EXIT_OK) status = read_verdict(out, cli, args);
    return status;
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    bs_check_wish wish = {.checks = BS_CHECK_OPTIONS_INIT};
    wish.format = (bs_check_format)bs_args_choice(args, &options[OPTION_FORMAT]);
    if (bs_args_has(args, &options[OPTION_LIST])) {
        bool sarif = wish.format == BS_CHECK_SARIF;
        return bs_check_list_write(cli, sarif ? BS_FORMAT_JSON : (bs_format)wish.format);
    }
    const char *code = bs_args_value(args, &options[OPTION_EXPLAIN], NULL);
    if (code != NULL) return bs_check_list_explain(cli, code);
    bs_exit status = read_wish(&wish, cli, args);
    if (status != BS_EXIT_OK) return status;
    bool held = bs_args_has(args, &options[OPTION_HELD]);
    if (held && wish.format == BS_CHECK_SARIF)
        return bs_say_usage(cli, args->command, no_help, "--held is not written as sarif");
    bs_check_inputs inputs;
    bs_store_mode mode = wish.given.finding.len > 0 ? BS_STORE_WRITE : BS_STORE_READ;
    status = bs_check_inputs_init(&inputs, cli, args, &options[OPTION_STORE], mode);
    if (status == BS_EXIT_OK) {
        status = held ? bs_check_held_write(cli, &wish, &inputs, (bs_format)wish.format)
                      : bs_check_job_run(cli, &wish, &inputs);
    }
    bs_check_inputs_deinit(&inputs);
    return status;
}

static const bs_example examples[] = {
    {"bseries check bulletin.txt", "what an editor would ask about"},
    {"bseries check --format sarif *.txt > out.sarif", "for editors and code hosts"},
    {"bseries check", "the same for everything in the store"},
    {"bseries check --held bulletin.txt", "which sums, shares and rates were checked and hold"},
    {"bseries check --explain growth-mix", "what a check compares, and when it is silent"},
};

const bs_command bs_command_check = {
    .name = "check",
    .operands = "[FILE...]",
    .summary = "Find the numbers of a document that cannot be right",
    .description =
        "With files, they are checked without a store; without, every source in the store is, and "
        "so are series that several sources speak of. An "
        "error cannot be true as printed, a warning is probably wrong, a note is worth a look. "
        "Nothing is changed: where one value would mend it, it is proposed.\n"
        "A verdict given with --accept or --reject is kept with the value it was given for: in the "
        "store where the store is checked, else in .bseries-ignore in the working directory.\n"
        "Findings go to standard output, a summary to standard error. The exit status is 1 when "
        "one of them reaches --fail-on.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_FILE,
    .run = run,
};
