// SPDX-License-Identifier: GPL-3.0-or-later
// cli.h: what a command and an option are, and what a command is handed.
//
// A command is one file, cmd_<name>.c, that ends in one row, bs_command_<name>; commands.c lists
// the rows. The parser, --help, the manual and the completions all walk these rows, so that a new
// option is one more row and nothing else. What several commands share is in options.h.
#ifndef BS_CLI_CLI_H
#define BS_CLI_CLI_H

#include "engine/base/array.h"
#include "engine/cli/stream.h"

// Exit status of the program.
typedef enum bs_exit {
    BS_EXIT_OK = 0,       // done, and nothing to report
    BS_EXIT_FINDINGS = 1, // `check` found something at or above --fail-on, `fix` told a diff
    BS_EXIT_USAGE = 2,    // the command line makes no sense
    BS_EXIT_FILE = 3,     // a file or the store could not be read or written
} bs_exit;

// What a command works with. Borrowed until it returns.
typedef struct bs_cli {
    bs_arena *arena; // for whatever lives as long as the command
    bs_stream *out;  // results
    bs_stream *err;  // everything said about them
    bool quiet;      // --quiet: errors only
    bool progress;   // a line of progress stands on the terminal
} bs_cli;

// What a shell may offer for a value or an operand.
typedef enum bs_complete {
    BS_COMPLETE_NONE,
    BS_COMPLETE_FILE,
    BS_COMPLETE_SERIES,
    BS_COMPLETE_CODE,
    BS_COMPLETE_COMMAND,
    BS_COMPLETE_SHELL,
} bs_complete;

typedef struct bs_option {
    const char *name;           // without dashes
    char letter;                // of the short form; 0: there is none
    const char *value;          // what its value is called ("FILE"); NULL: it takes none
    const char *const *choices; // values allowed, NULL behind the last; NULL: any
    const char *initial;        // what holds without it, for the help; NULL: nothing to say
    const char *summary;        // one or two lines, lower case, no full stop
    bs_complete complete;
} bs_option;

typedef struct bs_example {
    const char *line; // to be typed
    const char *what; // it does
} bs_example;

typedef struct bs_args bs_args;

typedef struct bs_command {
    const char *name;
    const char *operands;    // as in the usage line ("[FILE...]"); NULL: none
    const char *summary;     // one line, begins with a capital, no full stop
    const char *description; // paragraphs, one a line
    const bs_example *examples;
    size_t example_count;
    const bs_option *options;
    size_t option_count;
    size_t operand_min;
    size_t operand_max; // SIZE_MAX: any number
    bs_complete complete;
    bs_exit (*run)(bs_cli *cli, const bs_args *args);
} bs_command;

// All commands, the common ones first. Static, do not free.
const bs_command *const *bs_command_table(size_t *count);
// The command with this name; NULL when there is none.
const bs_command *bs_command_find(const char *name);
// "did you mean ...?" for a word that names none; the empty slice when nothing is near.
bs_str bs_command_suggest(bs_arena *arena, const char *word);
#endif
