// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/commands.h"
#include "engine/cli/help.h"
#include "engine/cli/message.h"
#include "engine/cli/options.h"

enum { OPTION_MAN, OPTION_COUNT };

static const bs_option options[] = {
    [OPTION_MAN] = {.name = "man", .summary = "write the manual page, bseries(1), in troff"},
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static bs_exit say_unknown(bs_cli *cli, const char *word)
{
    bs_str help = bs_command_suggest(cli->arena, word);
    return bs_say_usage(cli, NULL, help, "no help on '%s': there is no such command", word);
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    if (bs_args_has(args, &options[OPTION_MAN])) {
        bs_help_manual(cli->out);
        return BS_EXIT_OK;
    }
    if (args->operands.count == 0) {
        bs_help_program(cli->out);
        return BS_EXIT_OK;
    }
    const bs_command *command = bs_command_find(args->operands.items[0]);
    if (command == NULL) return say_unknown(cli, args->operands.items[0]);
    bs_help_command(cli->out, command);
    return BS_EXIT_OK;
}

static const bs_example examples[] = {
    {"bseries help check", "how check is used"},
    {"bseries help --man | man -l -", "the manual page of the whole program"},
};

const bs_command bs_command_help = {
    .name = "help",
    .operands = "[COMMAND]",
    .summary = "Say how the program or a command is used",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_max = 1,
    .complete = BS_COMPLETE_COMMAND,
    .run = run,
};
