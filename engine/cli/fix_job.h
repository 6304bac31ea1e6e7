// SPDX-License-Identifier: GPL-3.0-or-later
// fix_job.h: changing the wrong numbers of one file, or telling how.
#ifndef BS_CLI_FIX_JOB_H
#define BS_CLI_FIX_JOB_H

#include "engine/cli/source_open.h"

// What is asked for.
typedef struct bs_fix_wish {
    bs_open_options read;
    double probability_min; // of a proposal, 0 to 1
    bool in_place;          // change the file instead of telling a diff
    bool overwrites;        // a backup that is there already
    bool asks;              // about each change, on the terminal
} bs_fix_wish;

// Checks the file, changes its text by what is proposed, checks the changed text, and so on until
// nothing is left to change; then tells the difference or writes the file in its own encoding.
// BS_EXIT_FINDINGS when a diff was told. Says what was left undone, and why.
bs_exit bs_fix_job_run(bs_cli *cli, const char *path, const bs_fix_wish *wish);

#endif
