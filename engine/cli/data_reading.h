// SPDX-License-Identifier: GPL-3.0-or-later
// data_reading.h: a large data file as a reading of packed series, without its text.
#ifndef BS_CLI_DATA_READING_H
#define BS_CLI_DATA_READING_H

#include "engine/cli/source_open.h"
#include "engine/core/finding.h"

// Reads the file on all cores: the series of bs_source_open, in the same order, with the same
// observations but for bytes of origins. False when it is too small to be worth it or when only
// bs_source_open can read it, or say what is wrong with it; then bs_source_open is due on the same
// *out. bs_opened_deinit is due in either case.
bool bs_data_reading_open(bs_opened *out, const char *path, const bs_open_options *options);

// Fills finding->line for findings in the file, whose source has no text; they are not told with
// their lines when these cannot be read. Lives as long as the arena. BS_E_IO. BS_E_MEMORY.
BS_CHECKED bs_status bs_data_reading_lines(bs_finding_array *findings, bs_arena *arena,
                                           const char *path);

#endif
