// SPDX-License-Identifier: GPL-3.0-or-later
// args.h: a command line, taken apart by the rows of its command.
//
// Options and operands come in any order; "--" ends the options; "-" is an operand (standard
// input or output). --name value, --name=value, -n value, -nvalue and -nm for flags are read. A
// name is never completed and never guessed: a near miss is answered with what was meant.
#ifndef BS_CLI_ARGS_H
#define BS_CLI_ARGS_H

#include "engine/cli/cli.h"

typedef BS_ARRAY(const char *) bs_text_array;

typedef struct bs_option_use {
    const bs_option *option;
    const char *value; // NULL for a flag
} bs_option_use;

struct bs_args {
    const bs_command *command;
    bs_text_array operands;
    BS_ARRAY(bs_option_use) uses; // in the order of the command line
};

// Reads argv[0..argc) (without the program and the command). On a mistake it says so and returns
// BS_EXIT_USAGE. `command` may be NULL: only the options of every command are known then.
bs_exit bs_args_parse(bs_args *out, bs_cli *cli, const bs_command *command, int argc,
                      char *const *argv);

// True when the option was given.
bool bs_args_has(const bs_args *args, const bs_option *option);
// Its last value; `fallback` when it was not given. NULL for a flag.
const char *bs_args_value(const bs_args *args, const bs_option *option, const char *fallback);
// Place of its last value among its choices; that of `initial` when it was not given, SIZE_MAX when
// there is no such.
size_t bs_args_choice(const bs_args *args, const bs_option *option);
// The words of an option that may be given several times, or hold several with commas between.
// BS_E_MEMORY only.
BS_CHECKED bs_status bs_args_list(bs_text_array *out, bs_arena *arena, const bs_args *args,
                                  const bs_option *option);

#endif
