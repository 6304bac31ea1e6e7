// SPDX-License-Identifier: GPL-3.0-or-later
// data_lines.h: lines of a file that is not in memory.
#ifndef BS_CLI_DATA_LINES_H
#define BS_CLI_DATA_LINES_H

#include "engine/base/arena.h"
#include "engine/base/error.h"

// The lines with these numbers (from 1, ascending, one perhaps several times) without their ends,
// by one reading of the file; an empty slice for a line that it does not have. Lives as long as the
// arena. BS_E_IO. BS_E_MEMORY.
BS_CHECKED bs_status bs_data_lines(bs_str *out, bs_arena *arena, const char *path,
                                   const uint32_t *numbers, size_t count);

// One line; empty when there is none or it cannot be read.
bs_str bs_data_line(bs_arena *arena, const char *path, uint32_t number);

#endif
