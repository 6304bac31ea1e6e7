// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/options.h"
#include "engine/cli/stored.h"

enum { OPTION_STORE, OPTION_DRY_RUN, OPTION_COUNT };

static const bs_option options[] = {
    [OPTION_STORE] = BS_OPTION_STORE,
    [OPTION_DRY_RUN] = {.name = "dry-run",
                        .letter = 'n',
                        .summary = "say what would go, and change nothing"},
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_str none = {NULL, 0};

static bs_status forget(bs_cli *cli, bs_store *store, const char *name, bool dry, bs_error *err)
{
    bs_source_info source;
    BS_TRY(bs_store_source(&source, cli->arena, store, bs_str_from(name), err));
    if (!dry) BS_TRY(bs_store_remove(store, source.id, err));
    bs_say(cli, "%s source %lld, %.*s of %.*s: %s of %s", dry ? "would forget" : "forgot",
           (long long)source.id, BS_STR_ARG(source.path), BS_STR_ARG(source.vintage),
           bs_say_count(cli->arena, source.value_count, "value", NULL).ptr,
           bs_say_count(cli->arena, source.series_count, "series", "series").ptr);
    return BS_OK;
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    bs_store *store = NULL;
    bool dry = bs_args_has(args, &options[OPTION_DRY_RUN]);
    bs_store_mode mode = dry ? BS_STORE_READ : BS_STORE_WRITE;
    bs_exit status = bs_stored_open(&store, cli, args, &options[OPTION_STORE], mode);
    for (size_t i = 0; i < args->operands.count && status == BS_EXIT_OK; i++) {
        bs_error err = BS_ERROR_INIT;
        if (forget(cli, store, args->operands.items[i], dry, &err) != BS_OK)
            status = bs_say_error(cli, &err, none, none);
    }
    bs_store_close(store);
    return status;
}

static const bs_example examples[] = {
    {"bseries forget draft.txt", "the source that was loaded from this file"},
    {"bseries forget --dry-run 3", "what the third source would take with it"},
};

const bs_command bs_command_forget = {
    .name = "forget",
    .operands = "SOURCE...",
    .summary = "Take a source out of the store, with all it said",
    .description = "SOURCE is its number, its path or a part of it, or the first six or more "
                   "digits of its hash. What other sources say stays, and becomes what the store "
                   "answers; a series that nobody else speaks of goes too. This cannot be undone, "
                   "but the file can be loaded again.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_min = 1,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_FILE,
    .run = run,
};
