// SPDX-License-Identifier: GPL-3.0-or-later
// help.h: how the program is used, made of the rows of its commands.
#ifndef BS_CLI_HELP_H
#define BS_CLI_HELP_H

#include "engine/cli/cli.h"

// What the program is, in two sentences.
extern const char *const bs_help_about;

// What bare `bseries` says: what it is for, and two ways to begin.
void bs_help_short(bs_stream *out);
// What `bseries --help` says: all commands and the options of every one.
void bs_help_program(bs_stream *out);
// What `bseries COMMAND --help` says.
void bs_help_command(bs_stream *out, const bs_command *command);
// The same for all of them as one manual page, bseries(1), for man.
void bs_help_manual(bs_stream *out);

// "[OPTION...] FILE..." of a command.
void bs_help_usage(bs_stream *out, const bs_command *command);

// " (auto, always or never; default auto)": what an option allows, and what holds without it.
void bs_help_values(bs_buffer *out, const bs_option *option);

// What the exit status means, in order; shared by help and manual.
typedef struct bs_exit_row {
    bs_exit status;
    const char *meaning;
} bs_exit_row;
const bs_exit_row *bs_help_exits(size_t *count);

#endif
