// SPDX-License-Identifier: GPL-3.0-or-later
// check_revision.h: the check that reads the vintages of a series.
#ifndef BS_ANALYZE_CHECK_REVISION_H
#define BS_ANALYZE_CHECK_REVISION_H

#include "engine/analyze/check.h"

// Judges the vintages of one series, given as to bs_revisions_of. A finding is about the newer
// value; `source` is left to the caller, and at[i] is the index of the observation that finding i
// of those appended is about. A note; a warning where one slip of the pen makes the new value of
// the old one, which is then proposed. BS_E_MEMORY.
typedef BS_ARRAY(size_t) bs_index_array;
BS_CHECKED bs_status bs_check_vintages(bs_finding_array *out, bs_index_array *at, bs_arena *arena,
                                       const bs_series *series, const bs_str *vintages,
                                       bs_error *err);

// The run of its row: one document has one vintage, and nothing is found in it.
bs_status bs_check_revision(bs_finding_array *out, bs_arena *arena, const bs_reading *reading,
                            const bs_check_options *options, bs_error *err);

// Its row of the table of checks.
// clang-format off
#define BS_CHECK_REVISION_ROW                                                                      \
    {                                                                                              \
        .code = "revision",                                                                        \
        .summary = "a revision is not too large for the history of its series",                    \
        .explain =                                                                                 \
            "Compares what a newer source made of a value with all other revisions of the same "   \
            "series in the store. One that is more than five times the largest of the others, "    \
            "of which there must be six, is a note, and a warning where one slip of the pen "      \
            "makes the new value of the old one. Where nothing else was ever revised, it is "      \
            "held against five times the usual move from one period to the next. A source that "   \
            "revises most of what it gives again has a new basis, and is left alone; so is a "     \
            "value that is only printed with more or fewer digits.",                               \
        .needs = "the store, and a series with seven values in two vintages each",                 \
        .family = BS_CHECK_ANOMALIES,                                                              \
        .run = bs_check_revision,                                                                  \
    }
// clang-format on

#endif
