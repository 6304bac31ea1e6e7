// SPDX-License-Identifier: GPL-3.0-or-later
// check_held.h: what `check --held` tells.
#ifndef BS_CLI_CHECK_HELD_H
#define BS_CLI_CHECK_HELD_H

#include "engine/cli/check_job.h"
#include "engine/cli/options.h"

// Lists the arithmetic of the documents that holds, a row each, and says how many numbers it
// confirms.
bs_exit bs_check_held_write(bs_cli *cli, const bs_check_wish *wish, const bs_check_inputs *inputs,
                            bs_format format);

#endif
