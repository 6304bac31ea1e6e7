// SPDX-License-Identifier: GPL-3.0-or-later
// check_dip.h: the check that reads series against their own path.
#ifndef BS_ANALYZE_CHECK_DIP_H
#define BS_ANALYZE_CHECK_DIP_H

#include "engine/analyze/check.h"

// Judges every series of at least three dated values with the series model (anomaly.h). Series of
// one table are judged together; series of a data file only when the file is laid out as a table or
// has a column that names tables. A swap is one finding, whose other cell is related to it; with
// options->list_all every cell with any chance of being wrong is listed, both cells of a swap too.
// An error is a probability above .9, but for a sign and for a swap that closes no sum.
// BS_E_MEMORY.
bs_status bs_check_dip(bs_finding_array *out, bs_arena *arena, const bs_reading *reading,
                       const bs_check_options *options, bs_error *err);

// Its row of the table of checks.
// clang-format off
#define BS_CHECK_DIP_ROW                                                                           \
    {                                                                                              \
        .code = "dip",                                                                             \
        .summary = "a value lies off the path of its series",                                      \
        .explain =                                                                                 \
            "Asks of every printed value whether another one, a single slip of the pen away "      \
            "(digits swapped, lost, doubled or wrong, the point or a power of ten thousand "       \
            "misplaced, the sign, two periods exchanged, a value repeated), would make its "       \
            "series clearly more ordinary, and whether that explains it better than a real "       \
            "shock. Rows of one table lend each other their growth and noise, a total row "        \
            "closes the sum, targets rarely turn back. The probability is that of the printed "    \
            "value being wrong, which needs more to be likely where values are few: above .9 it "  \
            "is an error (a sign or an exchange that no sum confirms stays a warning), above .5 "  \
            "a warning. A real event that lies one digit from the path looks the same: the "       \
            "choice is the reader's.",                                                             \
        .needs = "a series of at least three dated values",                                        \
        .family = BS_CHECK_ANOMALIES,                                                              \
        .run = bs_check_dip,                                                                       \
    }
// clang-format on

#endif
