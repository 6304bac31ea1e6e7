// SPDX-License-Identifier: GPL-3.0-or-later
// message.h: what is said on standard error, and how a place in a text is shown.
//
//     bad.csv:3:6: error: the row has 2 fields, its header has 3
//         3 | 2024,5
//           |      ^
//       help: ...
#ifndef BS_CLI_MESSAGE_H
#define BS_CLI_MESSAGE_H

#include "engine/cli/cli.h"
#include "engine/core/source.h"

// One line of a text with a part of it marked.
typedef struct bs_mark {
    size_t start; // bytes of the line
    size_t end;
} bs_mark;

typedef struct bs_snippet {
    bs_str line;         // without its end
    uint32_t number;     // of the line, from 1
    bs_mark mark;        // under carets
    const bs_mark *also; // under tildes; may be NULL
    size_t also_count;
    bs_str hint; // behind the carets; may be empty
} bs_snippet;

// Writes the line with its number, and carets under the mark by its columns on a terminal. Of a
// line that is too wide the surroundings of the mark are shown.
void bs_snippet_write(bs_stream *stream, const bs_snippet *snippet);

// Line `number` (from 1) of `text` without its end, and in it the byte of character `column`.
bs_str bs_snippet_line(bs_str text, uint32_t number);
size_t bs_snippet_byte(bs_str line, uint32_t column);

// Says that the command line makes no sense, with an optional second line of help, and where to
// read on. `command` may be NULL. Returns BS_EXIT_USAGE.
bs_exit bs_say_usage(bs_cli *cli, const bs_command *command, bs_str help, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

// Says what *err says, with the line of `text` (which may be empty) that it is about. Returns
// BS_EXIT_USAGE for BS_E_ARGUMENT and BS_E_NOT_FOUND, else BS_EXIT_FILE.
bs_exit bs_say_error(bs_cli *cli, const bs_error *err, bs_str text, bs_str help);

// The same when only the line itself is at hand (which may be empty).
bs_exit bs_say_error_line(bs_cli *cli, const bs_error *err, bs_str line, bs_str help);

// A line of information; nothing when the command is quiet.
void bs_say(bs_cli *cli, const char *format, ...) __attribute__((format(printf, 2, 3)));

// "3/40 name" on a terminal when the command has run for half a second; it is gone when anything
// else is written.
void bs_say_progress(bs_cli *cli, size_t done, size_t count, const char *name);
void bs_say_progress_end(bs_cli *cli);

// How much of a file has been read. On a terminal: a bar, the rate, the time left.
typedef struct bs_progress {
    uint64_t done; // bytes
    uint64_t size;
    double seconds; // since the beginning
} bs_progress;
void bs_say_bytes(bs_cli *cli, const bs_progress *progress, const char *name);

// "1 series", "2 files": a count with its word; `plural` NULL means word and s.
bs_str bs_say_count(bs_arena *arena, size_t count, const char *word, const char *plural);

#endif
