// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

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

static double kilobytes(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 ? (double)info.st_size / 1024 : 0;
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    bs_store *store = NULL;
    bs_error err = BS_ERROR_INIT;
    const char *path = bs_option_store(args, &options[OPTION_STORE]);
    bs_exit status = bs_stored_open(&store, cli, args, &options[OPTION_STORE], BS_STORE_WRITE);
    if (status != BS_EXIT_OK) return status;
    double before = kilobytes(path);
    if (bs_store_compact(store, &err) != BS_OK) {
        (void)bs_say_error(cli, &err, none, none);
        status = BS_EXIT_FILE;
    }
    bs_store_close(store);
    if (status == BS_EXIT_OK)
        bs_say(cli, "%s: %.0f kB, before %.0f kB", path, kilobytes(path), before);
    return status;
}

static const bs_example examples[] = {
    {"bseries compact", "after 'forget': gives the room back"},
};

const bs_command bs_command_compact = {
    .name = "compact",
    .summary = "Write the store anew without the room that is no longer used",
    .description = "Changes nothing of what the store says. It needs as much room on the disk as "
                   "the store once more while it runs, and nobody else may use the store.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .run = run,
};
