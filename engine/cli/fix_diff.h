// SPDX-License-Identifier: GPL-3.0-or-later
// fix_diff.h: a diff on standard output.
#ifndef BS_CLI_FIX_DIFF_H
#define BS_CLI_FIX_DIFF_H

#include "engine/cli/stream.h"

// For a person in colours, and without bytes that would drive the terminal; for patch as it is.
void bs_fix_diff_write(bs_stream *out, bs_str diff);

#endif
