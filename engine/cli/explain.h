// SPDX-License-Identifier: GPL-3.0-or-later
// explain.h: how the numbers of one line were read, in words.
#ifndef BS_CLI_EXPLAIN_H
#define BS_CLI_EXPLAIN_H

#include "engine/cli/source_open.h"

// Takes "FILE:LINE" or "FILE:LINE:COLUMN" apart; line is 0 when there is none. The file lives as
// long as the arena.
bs_place bs_explain_place(const char *text, bs_arena *arena);

// Writes the items of line `line`, or of all lines when it is 0. Says so when there is no such
// line; a line without numbers is no mistake.
bs_exit bs_explain_line(bs_cli *cli, const bs_opened *opened, uint32_t line);

#endif
